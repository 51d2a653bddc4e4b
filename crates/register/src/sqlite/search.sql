-- The search index (see search.rs): a projection, filled batch by batch in a step of its own.
CREATE TABLE IF NOT EXISTS search_batch (
  number  INTEGER PRIMARY KEY,  -- in the order of indexing
  chain   TEXT NOT NULL,
  opening INTEGER NOT NULL,
  entries INTEGER NOT NULL,     -- entries read so far, the opening included
  whole   INTEGER NOT NULL,     -- whether all are
  names   BLOB NOT NULL,        -- the people of the batch; empty until it is whole
  UNIQUE (chain, opening)
) STRICT;
-- Words come folded and divided by spaces: nothing is left for the tokenizer to judge.
CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(
  words, sounds, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '='"
);
-- The distinct words, and their trigrams, to find a part of a word.
CREATE TABLE IF NOT EXISTS search_word (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
CREATE VIRTUAL TABLE IF NOT EXISTS search_part USING fts5(
  word, content = 'search_word', content_rowid = 'id', tokenize = 'trigram'
);
CREATE TRIGGER IF NOT EXISTS search_word_new AFTER INSERT ON search_word BEGIN
  INSERT INTO search_part (rowid, word) VALUES (new.id, new.word);
END;
CREATE TRIGGER IF NOT EXISTS search_word_gone AFTER DELETE ON search_word BEGIN
  INSERT INTO search_part (search_part, rowid, word) VALUES ('delete', old.id, old.word);
END;
-- Words gather in memory, 32 MB of them, before they are written: fewer and larger pieces to merge.
INSERT INTO search (search, rank)
  SELECT 'hashsize', 33554432 WHERE NOT EXISTS (SELECT 1 FROM search_config WHERE k = 'hashsize');
