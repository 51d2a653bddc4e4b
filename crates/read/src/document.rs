//! Word processor documents: paragraphs, tables and notes as text.

use crate::ReadError;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, Event};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The parts that hold words, in reading order: the text, then the notes below it.
const PARTS: [&str; 4] = ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "content.xml"];

pub(crate) fn read(bytes: &[u8], file: &str, limit: u64) -> Result<String, ReadError> {
    let broken = |reason: String| ReadError::Document { file: file.to_owned(), reason };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(e.to_string()))?;
    let mut out = Words::default();
    for part in PARTS {
        let Ok(entry) = archive.by_name(part) else { continue };
        let mut xml = String::new();
        let read = entry.take(limit.saturating_add(1)).read_to_string(&mut xml);
        read.map_err(|e| broken(format!("{part}: {e}")))?;
        if xml.len() as u64 > limit {
            return Err(ReadError::TooLarge { file: file.to_owned(), limit });
        }
        out.part(&xml).map_err(|e| broken(format!("{part}: {e}")))?;
    }
    Ok(out.text.trim_end().to_owned())
}

/// Text under construction: breaks are owed until the next word.
#[derive(Default)]
struct Words {
    text: String,
    breaks: usize,
    /// Cells begun since the last word, the first of a row not counted.
    cells: usize,
    first_cell: bool,
    /// How many tables stand open: in a table a paragraph is a line of a cell.
    tables: usize,
}

impl Words {
    fn part(&mut self, xml: &str) -> Result<(), quick_xml::Error> {
        let mut reader = Reader::from_str(xml);
        let (mut inside, mut deleted) = (0usize, 0usize);
        loop {
            match reader.read_event()? {
                Event::Start(tag) => {
                    inside += usize::from(holds_words(tag.name().as_ref()));
                    deleted += usize::from(tag.name().as_ref() == DELETED);
                    self.open(tag.local_name().as_ref());
                }
                Event::Empty(tag) => {
                    self.open(tag.local_name().as_ref());
                    self.close(tag.local_name().as_ref());
                }
                Event::End(tag) => {
                    inside -= usize::from(holds_words(tag.name().as_ref())).min(inside);
                    deleted -= usize::from(tag.name().as_ref() == DELETED).min(deleted);
                    self.close(tag.local_name().as_ref());
                }
                Event::Text(text) if inside > 0 && deleted == 0 => self.words(&text.xml10_content()),
                Event::CData(text) if inside > 0 && deleted == 0 => self.words(&text.xml10_content()),
                Event::GeneralRef(entity) if inside > 0 && deleted == 0 => self.entity(&entity),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn entity(&mut self, entity: &BytesRef<'_>) {
        if let Ok(Some(c)) = entity.resolve_char_ref() {
            self.words(c.encode_utf8(&mut [0; 4]));
        } else if let Some(text) = resolve_predefined_entity(entity) {
            self.words(text);
        }
    }

    fn open(&mut self, name: &str) {
        match name {
            "tbl" | "table" => {
                self.owe(2);
                self.tables += 1;
            }
            "br" | "cr" | "line-break" => self.breaks = (self.breaks + 1).min(2),
            "tab" => self.words("\t"),
            "s" => self.words(" "),
            "tr" | "table-row" => (self.first_cell, self.cells) = (true, 0),
            "tc" | "table-cell" => {
                self.cells += usize::from(!self.first_cell);
                self.first_cell = false;
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" | "h" => self.owe(if self.tables > 0 { 1 } else { 2 }),
            // The paragraph that fills a cell ends with the cell, not with a line.
            "tc" | "table-cell" => self.breaks = 0,
            "tr" | "table-row" => {
                self.cells = 0;
                self.owe(1);
            }
            "tbl" | "table" => {
                self.tables = self.tables.saturating_sub(1);
                self.owe(2);
            }
            _ => {}
        }
    }

    fn owe(&mut self, breaks: usize) {
        self.breaks = self.breaks.max(breaks);
    }

    fn words(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        if self.breaks > 0 {
            if !self.text.is_empty() {
                self.text.extend(std::iter::repeat_n('\n', self.breaks));
            }
            self.breaks = 0;
        }
        self.text.extend(std::iter::repeat_n('\t', std::mem::take(&mut self.cells)));
        self.text.push_str(words);
    }
}

/// What was deleted with changes tracked is kept in this part of an odt, and is not what the document says.
const DELETED: &str = "text:tracked-changes";

/// In docx words stand in `w:t` only (deleted ones in `w:delText`), in odt in paragraphs and headings themselves.
fn holds_words(name: &str) -> bool {
    matches!(name, "w:t" | "text:p" | "text:h")
}
