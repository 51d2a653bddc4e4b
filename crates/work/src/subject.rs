//! Everything said about one person, incident or thing, side by side: who says what, and where they disagree.

use std::collections::BTreeMap;

use cairn_model::{Account, Ages, Entry, EntryId, Interval, ListVersion, Locator, Personal};
use cairn_names::Agreement;
use cairn_register::{Store, View};
use serde::Serialize;

use crate::marks::Marks;
use crate::names::full_names;
use crate::provenance::DocumentRef;
use crate::show::{Reader, Words};
use crate::{Error, Result, Session};

/// A subject's page, version 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Subject {
    /// Shape of this value.
    pub version: u32,
    /// The moment, in short form.
    pub position: String,
    /// Its id: the smallest of its accounts'. Any account's id leads here.
    pub subject: EntryId,
    /// Person, group, …: of its first account.
    pub kind: String,
    /// What each source says, in the order of the log.
    pub accounts: Vec<Said>,
    /// Field by field all values said, with who says each.
    pub fields: Vec<FieldValues>,
    /// Fields in which accounts contradict each other.
    pub disagreements: usize,
    /// What was done about it, in the order of the log.
    pub history: Vec<Happened>,
}

/// One account of a subject.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Said {
    /// The account.
    pub account: EntryId,
    /// The speaker's name or alias; `null`: the text of the document, author not stated.
    pub said_by: Option<String>,
    /// The outlet.
    pub published_by: Option<String>,
    /// The document.
    pub document: DocumentRef,
    /// The words.
    pub words: Words,
    /// Names as written, whole, one per script.
    pub names: Vec<String>,
    /// Whether it counts at the moment: not undone, withdrawn, mended, or replaced by a later version of its list.
    pub counts: bool,
    /// The open part as stored.
    pub body: Box<Account>,
    /// Names, identifiers and birth date as stored.
    pub personal: Personal,
}

/// Whether those who speak of a field agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Agree {
    /// One account speaks of it.
    Alone,
    /// All say the same.
    Same,
    /// What they say differs and can all be so: ranges that overlap, spellings of one name.
    Compatible,
    /// Not all of it can be so.
    Different,
}

/// All values of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldValues {
    /// `names`, `sex`, `age`, `born`, `status`, `ids.SCHEME`, `acts.TYPE`, `acts.TYPE.when`, `acts.TYPE.place`,
    /// `statuses.TYPE.as_of`, …
    pub field: String,
    /// Whether they agree.
    pub agree: Agree,
    /// Each value once.
    pub values: Vec<Attributed>,
}

/// A value and who says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attributed {
    /// As the register holds it: codes, dates as intervals, names as written.
    pub value: String,
    /// Who.
    pub said: Vec<SaidHere>,
}

/// One account's word on one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SaidHere {
    /// The account: it opens to everything else.
    pub account: EntryId,
    /// The speaker.
    pub said_by: Option<String>,
    /// The document's file name.
    pub document: String,
    /// Where in it.
    pub at: String,
    /// The cells of the row that hold it, header and cell; the quote of a text.
    pub verbatim: Vec<(Option<String>, String)>,
}

/// Something that was done about a subject.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Happened {
    /// The entry.
    pub id: EntryId,
    /// `account`, `judgement`, `amendment`, `withdrawal`, `correction`, `tie`, `consent`.
    pub what: String,
    /// The accounts that it speaks of.
    pub accounts: Vec<EntryId>,
    /// What it says: a verdict, a stance, the type of a tie.
    pub says: Option<String>,
    /// Of a judgement that no person made: the model by name and version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// The model's probability that the two are one: of the pair by itself, whatever else speaks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// The batch, as `history` has it.
    pub batch: EntryId,
    /// The verb.
    pub act: String,
    /// When, UTC.
    pub time: String,
    /// Who of the team.
    pub actor: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// The batch that withdraws it.
    pub undone_by: Option<EntryId>,
}

impl Session {
    /// Everything said about the subject of an account.
    ///
    /// # Errors
    /// When the id names no account of the moment.
    pub fn subject(&self, id: &str, at: Option<&str>) -> Result<Subject> {
        let view = self.view_at(at)?;
        let unknown = || Error::Unknown(id.to_owned());
        let id: EntryId = id.parse().map_err(|_| unknown())?;
        view.batch_of(id).ok_or_else(unknown)?;
        let ready = self.on_shelf(&view, crate::Sort::Entry)?;
        let marks = &ready.stands.marks;
        let members: Vec<EntryId> =
            marks.members(id).into_iter().filter(|m| view.batch_of(*m).is_some()).collect();
        let mut reader = Reader::new(self.store.as_ref(), &view);
        let mut accounts = Vec::new();
        for member in &members {
            let account = reader.account(*member)?;
            let batch = view.batch_of(*member).map(|b| b.id).ok_or_else(unknown)?;
            let row = ready.held.rows.find(batch, (member.seq - batch.seq) as u32);
            accounts.push(Said {
                account: *member,
                said_by: account.said_by.map(|id| reader.source(id)),
                published_by: account.published_by.map(|id| reader.source(id)),
                document: DocumentRef::of(&view, account.doc),
                words: reader.words(account.doc, &account.at)?,
                names: full_names(&account.personal),
                counts: row.is_some_and(|a| ready.counts(a)),
                personal: account.personal.clone(),
                body: account,
            });
        }
        let fields = fields(&accounts, &view);
        Ok(Subject {
            version: 1,
            position: view.position.short(),
            subject: members.first().copied().unwrap_or(id),
            kind: accounts.first().map_or_else(String::new, |a| a.body.about.kind.code().to_owned()),
            disagreements: fields.iter().filter(|f| f.agree == Agree::Different).count(),
            history: history(&members, marks, &view, self.store.as_ref()),
            accounts,
            fields,
        })
    }
}

/// An entry, what it is, the accounts it speaks of, what it says, and the score of a model.
type Event = (EntryId, String, Vec<EntryId>, Option<String>, Option<u32>);

fn history(members: &[EntryId], marks: &Marks, view: &View, store: &dyn Store) -> Vec<Happened> {
    let mut happened: Vec<Event> =
        members.iter().map(|m| (*m, "account".to_owned(), vec![*m], None, None)).collect();
    for mark in &marks.all {
        let of: Vec<EntryId> = [mark.a, mark.b].into_iter().flatten().collect();
        if of.iter().any(|id| members.contains(id)) {
            let says = Some(mark.says.clone()).filter(|s| !s.is_empty());
            happened.push((mark.id, mark.is.clone(), of, says, mark.score));
        }
    }
    let place =
        |id: EntryId| view.batches.iter().position(|b| view.batch_of(id).is_some_and(|of| of.id == b.id));
    happened.sort_by_cached_key(|(id, what, ..)| (place(*id), id.seq, what.clone()));
    let model = |id: EntryId| match store.entry(id) {
        Ok(Entry::Judgement(j)) => j.model,
        _ => None,
    };
    let row = |(id, what, accounts, says, score): Event| {
        let batch = view.batch_of(id)?;
        Some(Happened {
            id,
            what,
            accounts,
            says,
            model: score.and_then(|_| model(id)),
            score: score.map(|s| f64::from(s) / 1e6),
            batch: batch.id,
            act: batch.opening.act.clone(),
            time: batch.opening.time.clone(),
            actor: batch.team.actor.clone(),
            reason: batch.team.reason.clone(),
            undone_by: batch.undone_by,
        })
    };
    happened.into_iter().filter_map(row).collect()
}

/// What a value is, for telling whether two of them can both be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Is {
    Name,
    Interval,
    Ages,
    Place,
    Code,
    /// Several are no contradiction: acts, statuses.
    Set,
}

/// One value that an account says: field, what it is, the value, roles of the columns that may hold it.
type Value = (String, Is, String, &'static [&'static str]);

const NAMES: &[&str] =
    &["name", "given_name", "father_name", "grandfather_name", "family_name", "mother_name", "other_name"];
const DATES: &[&str] = &["date", "start_date", "end_date", "year", "month", "day"];
const PLACES: &[&str] = &["place", "admin3", "admin2", "admin1", "country"];

fn values(said: &Said) -> Vec<Value> {
    let (account, personal) = (&said.body, &said.personal);
    let about = &account.about;
    let mut out: Vec<Value> = Vec::new();
    let mut say = |field: &str, is: Is, value: Option<String>, roles: &'static [&'static str]| {
        out.extend(value.map(|v| (field.to_owned(), is, v, roles)));
    };
    for name in &said.names {
        say("names", Is::Name, Some(name.clone()), NAMES);
    }
    for id in &personal.ids {
        say(&format!("ids.{}", id.scheme), Is::Code, Some(id.value.clone()), &["person_id"]);
    }
    say("sex", Is::Code, about.sex.clone(), &["sex"]);
    say("age", Is::Ages, about.age.map(|a| a.to_string()), &["age"]);
    say("born", Is::Interval, personal.born.map(|b| b.to_string()), &["birth_date", "birth_year"]);
    say("status", Is::Code, about.status.clone(), &[]);
    for act in &account.acts {
        let field = format!("acts.{}", act.kind);
        let value = if act.negated { "denied" } else { "said" };
        say(&field, Is::Code, Some(value.to_owned()), &["act"]);
        say(&format!("{field}.when"), Is::Interval, act.when.map(|w| w.to_string()), DATES);
        say(&format!("{field}.place"), Is::Place, act.place.clone(), PLACES);
        say(&format!("{field}.manner"), Is::Code, act.manner.clone(), &[]);
    }
    for status in &account.statuses {
        let field = format!("statuses.{}", status.kind);
        let value = if status.negated { "denied" } else { "said" };
        say(&field, Is::Code, Some(value.to_owned()), &[]);
        say(&format!("{field}.as_of"), Is::Set, status.as_of.map(|w| w.to_string()), &[]);
        say(&format!("{field}.when"), Is::Interval, status.when.map(|w| w.to_string()), &[]);
        say(&format!("{field}.place"), Is::Place, status.place.clone(), &[]);
    }
    for attribution in &account.attributions {
        say("attributions", Is::Set, Some(attribution.actor.clone()), &[]);
    }
    if let Some(toll) = &account.toll {
        let end = |n: Option<i64>| n.map_or_else(|| "..".to_owned(), |n| n.to_string());
        let range = format!("{}/{}", end(toll.low), end(toll.high));
        say(&format!("toll.{}", toll.metric), Is::Set, Some(range), &[]);
    }
    for (field, gap) in &account.gaps {
        say(&format!("gaps.{field}"), Is::Code, Some(gap.code().to_owned()), &[]);
    }
    out
}

fn fields(accounts: &[Said], view: &View) -> Vec<FieldValues> {
    let mut order: Vec<(String, Is)> = Vec::new();
    let mut found: BTreeMap<String, Vec<Attributed>> = BTreeMap::new();
    let mut speakers: BTreeMap<String, Vec<EntryId>> = BTreeMap::new();
    for said in accounts.iter().filter(|a| a.counts) {
        let roles = column_roles(said, view);
        for (field, is, value, of_roles) in values(said) {
            if !order.iter().any(|(f, _)| *f == field) {
                order.push((field.clone(), is));
            }
            let here = SaidHere {
                account: said.account,
                said_by: said.said_by.clone(),
                document: said.document.name.clone(),
                at: said.words.at.clone(),
                verbatim: verbatim(&said.words, &roles, of_roles),
            };
            speakers.entry(field.clone()).or_default().push(said.account);
            let values = found.entry(field).or_default();
            match values.iter_mut().find(|v| v.value == value) {
                Some(v) if v.said.iter().any(|s| s.account == said.account) => {}
                Some(v) => v.said.push(here),
                None => values.push(Attributed { value, said: vec![here] }),
            }
        }
    }
    let field = |(field, is): (String, Is)| {
        let values = found.remove(&field).unwrap_or_default();
        let mut speakers = speakers.remove(&field).unwrap_or_default();
        speakers.dedup();
        let agree = if speakers.len() < 2 { Agree::Alone } else { agree(is, &values) };
        FieldValues { field, agree, values }
    };
    order.into_iter().map(field).collect()
}

/// Whether values of several accounts can all be so. Values of one account never contradict each other here: two
/// scripts of one name, two days of one status.
fn agree(is: Is, values: &[Attributed]) -> Agree {
    if values.len() == 1 {
        return Agree::Same;
    }
    let mut worst = Agree::Same;
    for (i, a) in values.iter().enumerate() {
        for b in &values[i + 1..] {
            let one_account = a.said.iter().all(|x| b.said.iter().all(|y| x.account == y.account));
            if !one_account {
                worst = worst.max(pair(is, &a.value, &b.value));
            }
        }
    }
    worst
}

fn pair(is: Is, a: &str, b: &str) -> Agree {
    let can = |yes: bool| if yes { Agree::Compatible } else { Agree::Different };
    match is {
        Is::Set => Agree::Compatible,
        Is::Name => match cairn_names::compare(a, b).level {
            Agreement::Same => Agree::Same,
            level => can(level < Agreement::SameFamily || level == Agreement::Unknown),
        },
        Is::Interval => match (a.parse::<Interval>(), b.parse::<Interval>()) {
            (Ok(a), Ok(b)) => can(a.overlaps(&b)),
            _ => can(a == b),
        },
        Is::Ages => match (a.parse::<Ages>(), b.parse::<Ages>()) {
            (Ok(a), Ok(b)) => can(a.0 <= b.1 && b.0 <= a.1),
            _ => can(a == b),
        },
        Is::Place => {
            let folded = cairn_fold::fold(a) == cairn_fold::fold(b);
            can(folded || cairn_names::skeleton(a) == cairn_names::skeleton(b))
        }
        Is::Code => can(cairn_fold::fold(a) == cairn_fold::fold(b)),
    }
}

/// The role of each column of the list that an account is a row of.
fn column_roles(said: &Said, view: &View) -> BTreeMap<String, &'static str> {
    let Locator::Row(_) = said.body.at else { return BTreeMap::new() };
    let lists = view.batch_of(said.account).map(|b| &b.lists[..]).unwrap_or_default();
    let list: Option<&ListVersion> = lists.iter().map(|(_, l)| l).find(|l| l.doc == said.body.doc);
    let mapping = list.and_then(|l| cairn_import::Mapping::from_toml(&l.map, "map", &l.columns).ok());
    let columns = mapping.map(|m| m.columns).unwrap_or_default();
    columns.into_iter().map(|c| (c.header, c.role.code())).collect()
}

fn verbatim(
    words: &Words,
    roles: &BTreeMap<String, &'static str>,
    wanted: &[&str],
) -> Vec<(Option<String>, String)> {
    if let Some(quote) = &words.quote {
        return vec![(None, quote.clone())];
    }
    let cells = words.cells.iter().flatten();
    let holds = |header: &String| roles.get(header).is_some_and(|role| wanted.contains(role));
    cells.filter(|(header, _)| holds(header)).map(|(h, c)| (Some(h.clone()), c.clone())).collect()
}
