//! The nearest names on record while one is typed, in any script.
//!
//! The distinct words of all names lie in memory with the names that hold them. A typed word is graded against the
//! words that begin alike, by letters or by sound; names gather the grades of their words, rare words weighing more;
//! the best are then compared whole. Nothing is merged: choosing one adds an account about the same person.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, PoisonError};

use cairn_model::{Ages, BatchId, EntryId};
use cairn_names::{Agreement, Token, TokenLevel};
use serde::{Deserialize, Serialize};

use crate::browse::{BrowseRow, Sort};
use crate::names::Names;
use crate::{Result, Session};

/// Names compared whole.
const COMPARED: usize = 96;
/// Words looked at.
const WORDS: usize = 8;

/// What else is known of the person whose name is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Hints {
    /// Only accounts of this kind.
    pub kind: Option<String>,
    /// Code of the vocabulary `sex`.
    pub sex: Option<String>,
    /// Completed years, lowest and highest.
    pub age: Option<Ages>,
    /// In any spelling.
    pub place: Option<String>,
}

/// The nearest on record, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Nearest {
    /// Shape of this value.
    pub version: u32,
    /// The moment, in short form.
    pub position: String,
    /// As typed.
    pub name: String,
    /// The best first.
    pub nearest: Vec<Near>,
}

/// Somebody of that name, or one like it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Near {
    /// How well the names agree; of a name half typed, as far as it is typed.
    pub grade: Agreement,
    /// What was found, word by word.
    pub why: String,
    /// What else speaks for or against it: `same_sex`, `other_sex`, `age_fits`, `age_differs`, `same_place`,
    /// `other_place`.
    pub hints: Vec<&'static str>,
    /// The subject that the account is judged to be about.
    pub subject: EntryId,
    /// The account.
    #[serde(flatten)]
    pub row: BrowseRow,
}

/// The distinct words of names, and the names that hold them.
#[derive(Default)]
pub(crate) struct WordIndex {
    known: BTreeMap<BatchId, ()>,
    numbers: HashMap<String, u32>,
    words: Vec<Word>,
    /// Words by the first letter of their skeleton.
    by_sound: BTreeMap<char, Vec<u32>>,
    /// Words by their own first letter.
    by_letter: BTreeMap<char, Vec<u32>>,
    /// Per name: its batch among `batches` and its place there.
    names: Vec<(u32, u32)>,
    batches: Vec<(BatchId, Arc<Names>)>,
}

struct Word {
    text: String,
    skeleton: String,
    token: Token,
    /// Names that hold it.
    names: Vec<u32>,
}

impl WordIndex {
    pub(crate) fn has(&self, batch: BatchId) -> bool {
        self.known.contains_key(&batch)
    }

    /// Adds the names of a batch.
    pub(crate) fn add(&mut self, batch: BatchId, names: &Arc<Names>) {
        self.known.insert(batch, ());
        let of_batch = self.batches.len() as u32;
        for i in 0..names.len() {
            let number = self.names.len() as u32;
            for word in names.words(i).split(' ').filter(|w| !w.is_empty()) {
                let n = match self.numbers.get(word) {
                    Some(n) => *n,
                    None => self.learn(word),
                };
                let of_word = &mut self.words[n as usize].names;
                if of_word.last() != Some(&number) {
                    of_word.push(number);
                }
            }
            self.names.push((of_batch, i as u32));
        }
        self.batches.push((batch, names.clone()));
    }

    fn learn(&mut self, word: &str) -> u32 {
        let n = self.words.len() as u32;
        let skeleton = cairn_names::skeleton_of_word(word);
        if let Some(first) = skeleton.chars().next() {
            self.by_sound.entry(first).or_default().push(n);
        }
        if let Some(first) = word.chars().next() {
            self.by_letter.entry(first).or_default().push(n);
        }
        let token = Token::new(word);
        self.words.push(Word { text: word.to_owned(), skeleton, token, names: Vec::new() });
        self.numbers.insert(word.to_owned(), n);
        n
    }

    /// Words that may be the typed one, with what each is worth, the best first.
    fn like(&self, typed: &str, unfinished: bool) -> Vec<(u32, u32)> {
        let token = Token::new(typed);
        let skeleton = cairn_names::skeleton_of_word(typed);
        let mut near: Vec<u32> = Vec::new();
        near.extend(skeleton.chars().next().and_then(|c| self.by_sound.get(&c)).into_iter().flatten());
        near.extend(typed.chars().next().and_then(|c| self.by_letter.get(&c)).into_iter().flatten());
        near.sort_unstable();
        near.dedup();
        let begins = |word: &Word| {
            let letters = word.text.starts_with(typed);
            // Two sounds say little more than one: from three on, or two of a word of as many letters.
            let sound =
                skeleton.len() >= 2 && !skeleton.starts_with('=') && word.skeleton.starts_with(&skeleton);
            if letters {
                10
            } else if sound {
                6
            } else {
                0
            }
        };
        let worth = |n: &u32| {
            let word = &self.words[*n as usize];
            let whole = match word.token.compare(&token) {
                TokenLevel::Exact => 12,
                TokenLevel::Variant => 11,
                TokenLevel::Near => 6,
                TokenLevel::Skeleton => 4,
                TokenLevel::Close => 4,
                TokenLevel::Different => 0,
            };
            (*n, if unfinished { begins(word).max(whole) } else { whole })
        };
        let mut found: Vec<(u32, u32)> = near.iter().map(worth).filter(|(_, worth)| *worth > 0).collect();
        found.sort_by_key(|(n, worth)| (std::cmp::Reverse(*worth), *n));
        found
    }

    /// The names that gather most, with their score: number of the name, score, in no order that matters.
    fn gather(&self, typed: &[String], unfinished: bool) -> Vec<(u32, u32)> {
        let mut scores: Vec<u32> = vec![0; self.names.len()];
        let mut met: Vec<u8> = vec![0; self.names.len()];
        let mut touched: Vec<u32> = Vec::new();
        let all = self.names.len().max(1) as u32;
        for (t, word) in typed.iter().take(WORDS).enumerate() {
            let last = unfinished && t + 1 == typed.len().min(WORDS);
            let this = t as u8 + 1;
            let like = self.like(word, last);
            let top = like.first().map_or(0, |(_, worth)| *worth);
            let holders = |n: u32| &self.words[n as usize].names;
            // How many halvings lead from all names to those that hold what was typed: a rare word says more than
            // another typed word. Of one word it is the same for all that are like it, or a rare likeness would come
            // before the word itself.
            let hold: usize = like.iter().filter(|(_, w)| *w == top).map(|(n, _)| holders(*n).len()).sum();
            let rare = (all / (hold as u32 + 1) + 1).ilog2() + 1;
            for (n, worth) in like {
                let gain = worth * (4 + rare);
                for name in holders(n) {
                    let at = *name as usize;
                    if met[at] != this {
                        if met[at] == 0 {
                            touched.push(*name);
                        }
                        met[at] = this;
                        scores[at] += gain;
                    }
                }
            }
        }
        touched.into_iter().map(|n| (n, scores[n as usize])).collect()
    }

    /// The typed name with its last word as the other name completes it.
    fn completed(&self, typed: &[String], name: &str) -> String {
        let Some((last, before)) = typed.split_last() else { return String::new() };
        let skeleton = cairn_names::skeleton_of_word(last);
        let letters = name.split(' ').find(|w| w.starts_with(last.as_str()));
        let sound = || {
            let heard = |w: &&str| {
                skeleton.len() >= 2
                    && !skeleton.starts_with('=')
                    && cairn_names::skeleton_of_word(w).starts_with(&skeleton)
            };
            name.split(' ').find(heard)
        };
        let whole = letters.or_else(sound).unwrap_or(last);
        before.iter().map(String::as_str).chain([whole]).collect::<Vec<_>>().join(" ")
    }
}

/// An account whose name was compared whole.
struct Graded {
    grade: Agreement,
    weight: i32,
    score: u32,
    account: usize,
    why: String,
    said: Vec<&'static str>,
}

impl Session {
    /// The accounts on record whose names are nearest to a name that is being typed.
    ///
    /// # Errors
    /// When the store fails.
    pub fn nearest(&self, name: &str, hints: &Hints, limit: usize) -> Result<Nearest> {
        let view = self.store.view(None)?;
        let mut answer = Nearest {
            version: 1,
            position: view.position.short(),
            name: name.to_owned(),
            nearest: Vec::new(),
        };
        drop(self.on_shelf(&view, Sort::Entry)?);
        let lock = &self.shelf.0;
        let known = {
            let held = lock.read().unwrap_or_else(PoisonError::into_inner);
            held.names.keys().all(|b| held.words.has(*b))
        };
        if !known {
            let mut held = lock.write().unwrap_or_else(PoisonError::into_inner);
            let new: Vec<_> = held.names.iter().filter(|(b, _)| !held.words.has(**b)).collect();
            let new: Vec<_> = new.into_iter().map(|(b, n)| (*b, n.clone())).collect();
            for (batch, names) in new {
                held.words.add(batch, &names);
            }
        }
        let ready = self.on_shelf(&view, Sort::Entry)?;
        let held = &ready.held;
        let typed = cairn_names::words(name);
        let unfinished = !name.ends_with(char::is_whitespace);
        let mut found = held.words.gather(&typed, unfinished);
        found.sort_unstable_by_key(|(n, score)| (std::cmp::Reverse(*score), *n));
        let mut best: Vec<Graded> = Vec::new();
        let mut seen = Vec::new();
        let mut compared = 0;
        for (number, score) in found {
            if compared == COMPARED {
                break;
            }
            let (batch, i) = held.words.names[number as usize];
            let (batch, names) = &held.words.batches[batch as usize];
            let account = held.rows.find(*batch, names.owner(i as usize));
            let Some(account) = account.filter(|a| ready.found(*a)) else { continue };
            if hints.kind.as_ref().is_some_and(|k| held.cell(account, "kind") != k) {
                continue;
            }
            compared += 1;
            let words = names.words(i as usize);
            let asked = if unfinished { held.words.completed(&typed, words) } else { typed.join(" ") };
            let grade = cairn_names::compare(&asked, names.text(i as usize));
            if grade.level >= Agreement::Different || seen.contains(&account) {
                continue;
            }
            seen.push(account);
            let (said, weight) = held.weigh(account, hints);
            best.push(Graded { grade: grade.level, weight, score, account, why: grade.reason, said });
        }
        let order = |g: &Graded| (g.grade, -g.weight, std::cmp::Reverse(g.score));
        best.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| held.rows.by_entry(a.account, b.account)));
        for Graded { grade, account, why, said, .. } in best.into_iter().take(limit) {
            let row = ready.row(account, &view);
            let subject = ready.stands.marks.members(row.account).first().copied().unwrap_or(row.account);
            answer.nearest.push(Near { grade, why, hints: said, subject, row });
        }
        Ok(answer)
    }
}

impl crate::browse::Held {
    fn cell(&self, account: usize, name: &str) -> &str {
        self.rows.value(account, name)
    }

    /// What else speaks for or against an account, and how much.
    fn weigh(&self, account: usize, hints: &Hints) -> (Vec<&'static str>, i32) {
        let mut said = Vec::new();
        let mut weight = 0;
        let mut tell = |fits: bool, yes, no| {
            said.push(if fits { yes } else { no });
            weight += if fits { 1 } else { -1 };
        };
        let sex = self.cell(account, "sex");
        if let Some(asked) = hints.sex.as_ref().filter(|_| !sex.is_empty()) {
            tell(sex == asked, "same_sex", "other_sex");
        }
        if let (Some(asked), Ok(age)) = (hints.age, self.cell(account, "age").parse::<Ages>()) {
            tell(age.0 <= asked.1 && asked.0 <= age.1, "age_fits", "age_differs");
        }
        let place = self.cell(account, "place");
        if let Some(asked) = hints.place.as_ref().filter(|_| !place.is_empty()) {
            let same = cairn_fold::fold(asked) == cairn_fold::fold(place)
                || cairn_names::skeleton(asked) == cairn_names::skeleton(place);
            tell(same, "same_place", "other_place");
        }
        (said, weight)
    }
}
