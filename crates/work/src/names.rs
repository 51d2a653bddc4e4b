//! What is kept of a batch's people beside its columns: their names as people read them, and as words that compare.
//!
//! ```text
//! u32 LE count, then per name: u32 owner, u32 bytes of text, u32 bytes of words; then all texts, then all words
//! ```

use cairn_model::{Entry, Personal};
use cairn_register::log::SealedLeaf;

/// The names of one batch, by the place of their account in it. One account has several when they are in several
/// scripts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Names {
    owners: Vec<u32>,
    text: String,
    text_ends: Vec<u32>,
    words: String,
    word_ends: Vec<u32>,
}

impl Names {
    /// Adds an account's names. Accounts come in ascending order.
    pub(crate) fn push(&mut self, owner: u32, personal: &Personal) {
        for name in full_names(personal) {
            self.owners.push(owner);
            self.words.push_str(&cairn_names::words(&name).join(" "));
            self.word_ends.push(self.words.len() as u32);
            self.text.push_str(&name);
            self.text_ends.push(self.text.len() as u32);
        }
    }

    /// Adds what follows in the same batch.
    pub(crate) fn append(&mut self, more: &Self) {
        for i in 0..more.len() {
            self.owners.push(more.owners[i]);
            self.text.push_str(more.text(i));
            self.text_ends.push(self.text.len() as u32);
            self.words.push_str(more.words(i));
            self.word_ends.push(self.words.len() as u32);
        }
    }

    /// Folds the names of a batch from its entries, the opening first.
    pub(crate) fn of_leaves(first: u32, leaves: &[SealedLeaf]) -> Self {
        let mut names = Self::default();
        for (i, leaf) in leaves.iter().enumerate() {
            // An entry that does not read is a finding of `verify`; here it has no name.
            if let Ok(Entry::Account(a)) = Entry::from_sections(|c| leaf.text(c)) {
                names.push(first + i as u32, &a.personal);
            }
        }
        names
    }

    pub(crate) fn len(&self) -> usize {
        self.owners.len()
    }

    pub(crate) fn owner(&self, i: usize) -> u32 {
        self.owners[i]
    }

    /// As people read it.
    pub(crate) fn text(&self, i: usize) -> &str {
        slice(&self.text, &self.text_ends, i)
    }

    /// The words that compare, separated by spaces; empty for a text that names nobody.
    pub(crate) fn words(&self, i: usize) -> &str {
        slice(&self.words, &self.word_ends, i)
    }

    /// The names of one account.
    pub(crate) fn of(&self, owner: u32) -> std::ops::Range<usize> {
        let from = self.owners.partition_point(|o| *o < owner);
        from..from + self.owners[from..].partition_point(|o| *o == owner)
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(4 + 12 * self.len() + self.text.len() + self.words.len());
        out.extend((self.len() as u32).to_le_bytes());
        for i in 0..self.len() {
            let lengths = [self.owners[i], self.text(i).len() as u32, self.words(i).len() as u32];
            lengths.iter().for_each(|n| out.extend(n.to_le_bytes()));
        }
        out.extend(self.text.as_bytes());
        out.extend(self.words.as_bytes());
        out
    }

    /// Reads what [`Names::to_bytes`] wrote; nothing when it is damaged.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (count, rest) = bytes.split_first_chunk::<4>()?;
        let count = u32::from_le_bytes(*count) as usize;
        let (table, rest) = rest.split_at_checked(count.checked_mul(12)?)?;
        let mut names = Self::default();
        let (mut text, mut words) = (0u32, 0u32);
        for line in table.as_chunks::<4>().0.chunks_exact(3) {
            let [owner, of_text, of_words] = [line[0], line[1], line[2]].map(u32::from_le_bytes);
            text = text.checked_add(of_text)?;
            words = words.checked_add(of_words)?;
            names.owners.push(owner);
            names.text_ends.push(text);
            names.word_ends.push(words);
        }
        let (texts, wordss) = rest.split_at_checked(text as usize)?;
        names.text = String::from_utf8(texts.to_vec()).ok()?;
        names.words = String::from_utf8(wordss.to_vec()).ok()?;
        let cut = |s: &str, ends: &[u32]| ends.iter().all(|e| s.is_char_boundary(*e as usize));
        let whole = wordss.len() == words as usize
            && names.owners.is_sorted()
            && cut(&names.text, &names.text_ends)
            && cut(&names.words, &names.word_ends);
        whole.then_some(names)
    }
}

fn slice<'a>(all: &'a str, ends: &[u32], i: usize) -> &'a str {
    let start = if i == 0 { 0 } else { ends[i - 1] as usize };
    &all[start..ends[i] as usize]
}

/// A person's names as people read them: whole ones as written, and parts of one script joined in the order of a
/// name, whatever the order of the columns.
pub(crate) fn full_names(personal: &Personal) -> Vec<String> {
    let rank = |part: &str| match part {
        "given" => 0,
        "father" => 1,
        "grandfather" => 2,
        "family" => 9,
        _ => 5,
    };
    let mut out: Vec<String> = Vec::new();
    let mut scripts: Vec<Option<&str>> = Vec::new();
    for name in &personal.names {
        let script = name.script.as_deref();
        if name.part == "full" {
            out.push(name.text.trim().to_owned());
        } else if !scripts.contains(&script) {
            scripts.push(script);
        }
    }
    for script in scripts {
        let mut parts: Vec<_> =
            personal.names.iter().filter(|n| n.part != "full" && n.script.as_deref() == script).collect();
        parts.sort_by_key(|n| rank(&n.part));
        let words: Vec<&str> = parts.iter().map(|n| n.text.trim()).filter(|t| !t.is_empty()).collect();
        out.push(words.join(" "));
    }
    out.retain(|name| !name.is_empty());
    let mut seen = Vec::new();
    out.retain(|name| {
        !seen.contains(name) && {
            seen.push(name.clone());
            true
        }
    });
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use cairn_model::Name;
    use proptest::prelude::*;

    fn name(part: &str, script: Option<&str>, text: &str) -> Name {
        Name { part: part.into(), script: script.map(str::to_owned), text: text.into() }
    }

    #[test]
    fn parts_join_in_the_order_of_a_name_script_by_script() {
        let names = vec![
            name("family", Some("Arab"), "البحري"),
            name("given", Some("Arab"), "سالم"),
            name("father", Some("Arab"), "عادل"),
            name("full", Some("Latn"), "Salim Bahri"),
        ];
        let personal = Personal { names, ..Personal::default() };
        assert_eq!(full_names(&personal), ["Salim Bahri", "سالم عادل البحري"]);
        let mut names = Names::default();
        names.push(3, &personal);
        names.push(5, &Personal { names: vec![name("full", None, "Omar")], ..Personal::default() });
        assert_eq!((names.of(3), names.of(4), names.of(5)), (0..2, 2..2, 2..3));
        assert_eq!((names.text(1), names.words(0)), ("سالم عادل البحري", "salim bahri"));
        assert_eq!(Names::from_bytes(&names.to_bytes()).unwrap(), names);
    }

    proptest! {
        #[test]
        fn any_bytes_give_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            let _ = Names::from_bytes(&bytes);
        }
    }
}
