//! Quotations that run over several sentences: where each opens and closes, and who speaks in it.

use crate::attribute::{self, Speaker};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;
use crate::time;
use jiff::civil::Date;

/// A stretch between quotation marks, with its speaker when the text names one beside it.
#[derive(Clone, Debug)]
pub(crate) struct Quotation {
    /// Lexemes of its marks.
    pub open: usize,
    pub close: usize,
    pub speaker: Option<Speaker>,
    /// The sentence in which the speaker is named: "he said" looks back from there.
    pub named_in: usize,
}

/// A closing mark is looked for so many lexemes on, and no farther.
const FAR: usize = 600;

/// Words without marks are not followed for more sentences than this.
const LONGEST: usize = 5;

/// Shorter ones are names and words held at a distance.
const SHORTEST: usize = 5;

/// All quotations of a document, left to right.
pub(crate) fn quotations(doc: &Doc<'_>, published: Option<Date>) -> Vec<Quotation> {
    let mut out: Vec<Quotation> = Vec::new();
    for (open, close) in spans(doc) {
        let (first, last) = (sentence_at(doc, open), sentence_at(doc, close));
        let (speaker, named_in) = before(doc, published, first, open)
            .or_else(|| behind(doc, published, close, last))
            .or_else(|| goes_on(doc, out.last(), open))
            .map_or((None, last), |(s, i)| (Some(s), i));
        out.push(Quotation { open, close, speaker, named_in });
    }
    out
}

fn sentence_at(doc: &Doc<'_>, lexeme: usize) -> usize {
    doc.sentences.partition_point(|s| s.last <= lexeme)
}

/// Pairs of quotation marks. A paragraph may open anew what the one before it left open.
fn spans(doc: &Doc<'_>) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    for block in &doc.blocks {
        let Some((first, last)) = doc.sentences[block.first..block.last]
            .first()
            .zip(doc.sentences[block.first..block.last].last())
            .map(|(a, b)| (a.first, b.last))
        else {
            continue;
        };
        let mut open: Option<(usize, char)> = None;
        // "أجواء "المناطق المحررة" جميعها": marks of the same kind within a quotation.
        let (mut inner, mut shut) = (0u32, None);
        for i in (first..last).filter(|i| doc.kind(*i) == Kind::Quote) {
            let mark = doc.text[doc.lexemes[i].start as usize..].chars().next().unwrap_or(' ');
            match open {
                Some((_, '"')) if mark == '"' && nests(doc, i, last) => inner += 1,
                Some((_, '"')) if mark == '"' && inner > 0 && doc.lexemes[i].glued => {
                    (inner, shut) = (inner - 1, Some(i));
                }
                Some((from, by))
                    if (closes(by, mark) && doc.lexemes[i].glued) || shuts(doc, i, last, by, mark) =>
                {
                    if i - from > SHORTEST {
                        out.push((from, i));
                    }
                    (open, shut) = (None, None);
                }
                Some(_) => {}
                None => open = opens(doc, i, last, mark).then_some((i, mark)),
            }
        }
        // As many close as open: the last one closes the whole.
        if let (Some((from, _)), Some(close)) = (open, shut)
            && close - from > SHORTEST
        {
            out.push((from, close));
            continue;
        }
        // Left open to the end of the paragraph: the next one goes on with it.
        if let Some((from, by)) = open
            && last < doc.lexemes.len()
            && doc.kind(last) == Kind::Quote
            && doc.text[doc.lexemes[last].start as usize..].starts_with(by)
            && last - 1 - from > SHORTEST
        {
            out.push((from, last - 1));
            continue;
        }
        // Left open at a colon: what is listed in the next paragraph goes on with it, up to its closing mark.
        if let Some((from, by)) = open
            && doc.kind(last - 1) == Kind::Colon
            && !doc.lex.profile.capitals
        {
            let mark = |j: usize| doc.text[doc.lexemes[j].start as usize..].chars().next().unwrap_or(' ');
            let next = (last..doc.lexemes.len().min(last + FAR)).find(|j| doc.kind(*j) == Kind::Quote);
            if let Some(close) = next.filter(|j| closes(by, mark(*j)) && doc.lexemes[*j].glued) {
                out.push((from, close));
                continue;
            }
        }
        // A paragraph that opens a quotation under a line ending in a colon, and never closes it.
        if let Some((from, _)) = open
            && (first..from).all(|j| !doc.is_word(j))
            && first > 0
            && doc.kind(first - 1) == Kind::Colon
            && last - 1 - from > SHORTEST
        {
            out.push((from, last - 1));
        }
    }
    out
}

/// "NAME said: …": what is told without marks, or behind one that is never closed, goes on to the end of its paragraph.
pub(crate) fn told_above(doc: &Doc<'_>, published: Option<Date>, index: usize) -> Option<(Speaker, usize)> {
    let profile = &doc.lex.profile;
    if profile.capitals && !profile.head_first {
        return None;
    }
    let block = doc.blocks[doc.sentences[index].block];
    let end = doc.sentences[block.last - 1].last;
    for i in (block.first..index).rev().take(LONGEST) {
        let s = doc.sentences[i];
        let frames = frames(doc, s, published);
        let Some(f) = frames.last() else { continue };
        let colon = (f.anchor..s.last.min(f.anchor + 24)).find(|j| doc.kind(*j) == Kind::Colon)?;
        let lead = (f.anchor + 1..colon).all(|j| doc.cue(j).is_none() && doc.kind(j) != Kind::Number);
        let end = end.min(colon + FAR);
        let quotes = (colon..end).filter(|j| doc.kind(*j) == Kind::Quote).count();
        let at_once = colon + 1 < doc.lexemes.len() && doc.kind(colon + 1) == Kind::Quote;
        let open = if at_once { quotes == 1 } else { quotes == 0 };
        return (lead && open && f.from <= colon + 1 && f.to == s.last).then_some((f.source, i));
    }
    None
}

/// The opening mark typed where the closing one belongs: nothing but a mark is written onto it.
fn shuts(doc: &Doc<'_>, i: usize, last: usize, open: char, mark: char) -> bool {
    let bare = i + 1 >= last || !doc.is_word(i + 1) && doc.kind(i + 1) != Kind::Quote;
    matches!(open, '“' | '«')
        && matches!(mark, '“' | '”' | '«' | '»')
        && bare
        && (i + 1 >= last || doc.lexemes[i + 1].glued)
}

fn opens(doc: &Doc<'_>, i: usize, last: usize, mark: char) -> bool {
    match mark {
        '“' | '«' | '„' => true,
        '"' | '”' => {
            i + 1 < last && doc.lexemes[i + 1].glued && !(i > 0 && doc.lexemes[i].glued && doc.is_word(i - 1))
        }
        _ => false,
    }
}

/// Opens once more: apart from the word before, written onto the one behind.
fn nests(doc: &Doc<'_>, i: usize, last: usize) -> bool {
    i > 0
        && doc.is_word(i - 1)
        && !doc.lexemes[i].glued
        && i + 1 < last
        && doc.is_word(i + 1)
        && doc.lexemes[i + 1].glued
}

fn closes(open: char, mark: char) -> bool {
    match open {
        '«' => mark == '»',
        '„' => matches!(mark, '“' | '”' | '"'),
        '“' => mark == '”',
        _ => matches!(mark, '"' | '”' | '“'),
    }
}

/// "NAME said: “…": a frame of the sentence in which it opens, or of the one before that ends in a colon.
fn before(doc: &Doc<'_>, published: Option<Date>, first: usize, open: usize) -> Option<(Speaker, usize)> {
    let s = doc.sentences[first];
    // "**“": marks of the layout stand before it.
    if (s.first..open).any(|j| !matches!(doc.kind(j), Kind::Mark | Kind::Quote | Kind::Dash | Kind::Open)) {
        let lead = Sentence { last: doc.sentences[first].last, ..s };
        let frames = frames(doc, lead, published);
        let leading = frames.iter().rev().find(|f| f.anchor < open && f.from <= open && open < f.to);
        return leading.map(|f| (f.source, first));
    }
    let earlier = first.checked_sub(1)?;
    let e = doc.sentences[earlier];
    if doc.kind(e.last - 1) != Kind::Colon {
        return None;
    }
    let frames = frames(doc, e, published);
    frames.last().map(|f| (f.source, earlier))
}

/// "…,” said NAME": a frame that begins where the quotation closes.
fn behind(doc: &Doc<'_>, published: Option<Date>, close: usize, sentence: usize) -> Option<(Speaker, usize)> {
    let next = close + 1;
    let index = sentence_at(doc, next.min(doc.lexemes.len().checked_sub(1)?));
    let s = doc.sentences[index];
    if next >= s.last || s.block != doc.sentences[sentence].block {
        return None;
    }
    let tail = Sentence { first: close, ..s };
    let end = (next..s.last).find(|i| doc.kind(*i) == Kind::Quote).unwrap_or(s.last);
    let frames = frames(doc, tail, published);
    frames.iter().find(|f| f.anchor > close && f.anchor < end && f.from <= next).map(|f| (f.source, index))
}

/// "…,” said NAME. “…": nothing but the speaker's sentence lies between the two.
fn goes_on(doc: &Doc<'_>, before: Option<&Quotation>, open: usize) -> Option<(Speaker, usize)> {
    let before = before?;
    let (from, to) = (sentence_at(doc, before.close), sentence_at(doc, open));
    let near = to <= from + 1 || before.close + 1 == open;
    let opens_sentence = doc.sentences[to].first == open || to == from;
    (near && opens_sentence).then_some((before.speaker?, before.named_in))
}

fn frames(doc: &Doc<'_>, s: Sentence, published: Option<Date>) -> Vec<attribute::Frame> {
    let periods = time::periods(doc, s, published);
    attribute::frames(doc, s, &periods)
}
