-- The log: entries in blocks (see block.rs). Rows beyond chain.size belong to a batch that was never sealed.
CREATE TABLE chain (
  chain    TEXT PRIMARY KEY,   -- eight hexadecimal digits
  public   BLOB NOT NULL,      -- Ed25519 public key
  size     INTEGER NOT NULL,   -- sealed entries
  frontier BLOB NOT NULL,      -- complete subtrees of the Merkle tree at that size
  head     TEXT NOT NULL       -- the device's signed note over that size, empty at size 0
) STRICT;
CREATE TABLE block (
  chain  TEXT NOT NULL,
  first  INTEGER NOT NULL,     -- sequence of the block's first entry
  count  INTEGER NOT NULL,
  leaves BLOB NOT NULL,
  salts  BLOB NOT NULL,
  bodies BLOB NOT NULL,
  PRIMARY KEY (chain, first)
) STRICT;

-- Projections: a pure function of the log, one row per sealed batch.
CREATE TABLE batch (
  chain   TEXT NOT NULL,
  opening INTEGER NOT NULL,    -- sequence of the opening entry
  summary TEXT NOT NULL,
  harms   BLOB NOT NULL,
  tolls   BLOB NOT NULL,
  marks   BLOB NOT NULL,
  PRIMARY KEY (chain, opening)
) STRICT;

-- State beside the log, which no figure reads.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE blob (
  doc   TEXT PRIMARY KEY,      -- SHA-256 of the document
  name  TEXT NOT NULL,         -- file in blobs/
  key   BLOB NOT NULL,         -- the blob's own key; empty in a plaintext register
  bytes INTEGER NOT NULL
) STRICT;
CREATE TABLE checkpoint (note TEXT NOT NULL) STRICT;
CREATE TABLE proposal (
  doc   TEXT NOT NULL,
  place INTEGER NOT NULL,
  id    TEXT NOT NULL UNIQUE,
  body  TEXT NOT NULL,
  PRIMARY KEY (doc, place)
) STRICT;
CREATE TABLE draft (
  key     TEXT PRIMARY KEY,
  changed TEXT NOT NULL,
  body    TEXT NOT NULL
) STRICT;
