use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::PathBuf;

use cairn_register::Access;
use cairn_work::record::{
    ActDraft, Attachment, AttributionDraft, ConsentDraft, CorrectionDraft, Draft, IdDraft, MemberDraft,
    NameDraft, Recorded, StatusDraft, TieDraft,
};
use clap::Args;
use serde::de::DeserializeOwned;

use super::ask;
use crate::cli::Global;
use crate::failure::{Failure, Outcome, Result};
use crate::text::{entry, foreign};
use crate::{files, open, output};

/// Record by hand what one source says
///
/// The typed note becomes the preserved document. Dates, ages and numbers are typed as people write them: "March
/// 2031", "about 40", "at least 12"; "unknown", "refused" and "not applicable" are answers too. An act, status, tie,
/// member or attribution is one argument, its parts divided by semicolons: --act "killed; when=May 2031; place=Orvenna".
/// With no field given, every field is asked for. docs/recording.md has examples of everything.
#[derive(Debug, Args)]
pub struct Record {
    /// The register
    dir: PathBuf,
    /// What it is about
    #[arg(value_parser = ["person", "group", "incident", "holding", "facility", "custody", "access", "displacement", "toll", "statement"], required_unless_present = "json")]
    kind: Option<String>,
    /// Drafts as JSON, one or an array, - for standard input; flags are laid over a single one
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Ask for each field, also when standard input is no terminal
    #[arg(long)]
    ask: bool,
    /// See what fits and what does not, write nothing
    #[arg(long)]
    dry_run: bool,
    /// The reason, for the log
    #[arg(long, value_name = "WORDS")]
    why: Option<String>,
    /// Fields of every kind.
    #[command(flatten)]
    source: SourceFlags,
    /// Fields of what happened to whom.
    #[command(flatten)]
    said: SaidFlags,
    /// Fields of one kind only.
    #[command(flatten)]
    of: OfKindFlags,
}

/// Who says it, and where.
#[derive(Debug, Args)]
struct SourceFlags {
    /// What the source says, in its own words
    #[arg(long, value_name = "TEXT", help_heading = "Who says it, where")]
    note: Option<String>,
    /// The same from a file
    #[arg(long, value_name = "FILE", conflicts_with = "note", help_heading = "Who says it, where")]
    note_file: Option<PathBuf>,
    /// Or the document on record in which it stands: id or name
    #[arg(long = "in", value_name = "DOCUMENT", help_heading = "Who says it, where")]
    document: Option<String>,
    /// Where in it: "chars 12-40", "row 7", "page 3", or the words themselves
    #[arg(long, value_name = "PLACE", help_heading = "Who says it, where")]
    at: Option<String>,
    /// A file that belongs to it; may be given more than once
    #[arg(long, value_name = "FILE", help_heading = "Who says it, where")]
    attach: Vec<PathBuf>,
    /// The day that the note bears
    #[arg(long, value_name = "DAY", help_heading = "Who says it, where")]
    published: Option<String>,
    /// The language of the note
    #[arg(long, value_name = "CODE", help_heading = "Who says it, where")]
    lang: Option<String>,
    /// Who says so: name, source id, or alias:WORDS of a protected source
    #[arg(long, value_name = "WHO", help_heading = "Who says it, where")]
    said_by: Option<String>,
    /// A file with the identity behind a new alias; never shown by any command
    #[arg(long, value_name = "FILE", help_heading = "Who says it, where")]
    identity_file: Option<PathBuf>,
    /// The outlet
    #[arg(long, value_name = "NAME", help_heading = "Who says it, where")]
    published_by: Option<String>,
    /// An account that it relays; may be given more than once
    #[arg(long, value_name = "ACCOUNT", help_heading = "Who says it, where")]
    derived_from: Vec<String>,
    /// The source corrects this earlier account of its own
    #[arg(long, value_name = "ACCOUNT", group = "correction", help_heading = "Who says it, where")]
    corrects: Option<String>,
    /// The source takes this earlier account of its own back
    #[arg(long, value_name = "ACCOUNT", group = "correction", help_heading = "Who says it, where")]
    retracts: Option<String>,
    /// The source doubts this account
    #[arg(long, value_name = "ACCOUNT", group = "correction", help_heading = "Who says it, where")]
    disputes: Option<String>,
    /// The source says more exactly what this account meant
    #[arg(long, value_name = "ACCOUNT", group = "correction", help_heading = "Who says it, where")]
    clarifies: Option<String>,
    /// Why, in the source's words
    #[arg(long, value_name = "WORDS", requires = "correction", help_heading = "Who says it, where")]
    because: Option<String>,
    /// What may be done with it: "record, share_named; by=her mother; given=2031-05-06"
    #[arg(long, value_name = "CONSENT", help_heading = "Who says it, where")]
    consent: Option<String>,
}

/// What happened to whom.
#[derive(Debug, Args)]
struct SaidFlags {
    /// A name as written; may be given more than once
    #[arg(long, value_name = "NAME", help_heading = "Whom, what, when, where")]
    name: Vec<String>,
    /// An identifier: SCHEME=VALUE
    #[arg(long = "id", value_name = "SCHEME=VALUE", help_heading = "Whom, what, when, where")]
    ids: Vec<String>,
    /// Birth date
    #[arg(long, value_name = "DATE", help_heading = "Whom, what, when, where")]
    born: Option<String>,
    /// Age at the time
    #[arg(long, value_name = "AGE", allow_hyphen_values = true, help_heading = "Whom, what, when, where")]
    age: Option<String>,
    /// Sex
    #[arg(long, value_name = "SEX", help_heading = "Whom, what, when, where")]
    sex: Option<String>,
    /// Civilian status, only as the source says it
    #[arg(long, value_name = "CODE", help_heading = "Whom, what, when, where")]
    civilian_status: Option<String>,
    /// What was done: "TYPE; when=…; place=…; means=…; manner=…; evidence=…; said_by=…; negated"
    #[arg(long, value_name = "ACT", help_heading = "Whom, what, when, where")]
    act: Vec<String>,
    /// What is said to hold: "TYPE; as_of=…; when=…; place=…; by=…; said_by=…; negated"
    #[arg(long, value_name = "STATUS", help_heading = "Whom, what, when, where")]
    status: Vec<String>,
    /// What this is to another account: "TYPE; to=ACCOUNT; share=…; when=…; evidence=deed"
    #[arg(long, value_name = "TIE", help_heading = "Whom, what, when, where")]
    tie: Vec<String>,
    /// Who is said to have done it: "WHO; stance=accuses; said_by=…"
    #[arg(long, value_name = "WHO", help_heading = "Whom, what, when, where")]
    responsible: Vec<String>,
    /// When, where an act does not say it itself
    #[arg(long, value_name = "DATE", help_heading = "Whom, what, when, where")]
    when: Option<String>,
    /// The day that the statement is about
    #[arg(long, value_name = "DATE", help_heading = "Whom, what, when, where")]
    as_of: Option<String>,
    /// Where, where an act does not say it itself
    #[arg(long, value_name = "PLACE", help_heading = "Whom, what, when, where")]
    place: Option<String>,
    /// With what
    #[arg(long, value_name = "WORDS", help_heading = "Whom, what, when, where")]
    means: Option<String>,
    /// Why a field has no value: FIELD=unknown|refused|not_applicable
    #[arg(long, value_name = "FIELD=WHY", help_heading = "Whom, what, when, where")]
    gap: Vec<String>,
    /// The order in which dates are written in numbers
    #[arg(long, value_name = "ORDER", help_heading = "Whom, what, when, where")]
    date_order: Option<String>,
}

/// What only some kinds have.
#[derive(Debug, Args)]
struct OfKindFlags {
    /// Which kind of group, incident, holding, facility, movement, statement or custody
    #[arg(long = "type", value_name = "TYPE", help_heading = "Of one kind")]
    subtype: Option<String>,
    /// Group: how many, its named members included
    #[arg(long, value_name = "NUMBER", help_heading = "Of one kind")]
    size: Option<String>,
    /// Group: a named member: "NAME; age=…; sex=…"
    #[arg(long, value_name = "MEMBER", help_heading = "Of one kind")]
    member: Vec<String>,
    /// Custody: who holds
    #[arg(long, value_name = "WHO", help_heading = "Of one kind")]
    by: Option<String>,
    /// Holding: number of the parcel
    #[arg(long, value_name = "NUMBER", help_heading = "Of one kind")]
    parcel: Option<String>,
    /// Holding: its area. Access: to whom or where
    #[arg(long, value_name = "WORDS", help_heading = "Of one kind")]
    area: Option<String>,
    /// Holding, toll: what is counted
    #[arg(long, value_name = "UNIT", help_heading = "Of one kind")]
    unit: Option<String>,
    /// Holding: how many units. Access: how much
    #[arg(long, value_name = "WORDS", help_heading = "Of one kind")]
    quantity: Option<String>,
    /// Holding: how it is held
    #[arg(long, value_name = "WORDS", help_heading = "Of one kind")]
    tenure: Option<String>,
    /// Holding: the damage
    #[arg(long, value_name = "WORDS", help_heading = "Of one kind")]
    damage: Option<String>,
    /// Access: food, water, medicine, fuel, power, aid, movement, …
    #[arg(long, value_name = "CODE", help_heading = "Of one kind")]
    essential: Option<String>,
    /// Access: denied, restricted, supplied, restored
    #[arg(long, value_name = "CODE", help_heading = "Of one kind")]
    level: Option<String>,
    /// Displacement: stock or flow
    #[arg(long, value_name = "CODE", help_heading = "Of one kind")]
    measure: Option<String>,
    /// Displacement: where from
    #[arg(long, value_name = "PLACE", help_heading = "Of one kind")]
    origin: Option<String>,
    /// Displacement: where to
    #[arg(long, value_name = "PLACE", help_heading = "Of one kind")]
    destination: Option<String>,
    /// Displacement: how many people
    #[arg(long, value_name = "NUMBER", help_heading = "Of one kind")]
    persons: Option<String>,
    /// Displacement: how many households
    #[arg(long, value_name = "NUMBER", help_heading = "Of one kind")]
    households: Option<String>,
    /// Toll: what is counted
    #[arg(long, value_name = "METRIC", help_heading = "Of one kind")]
    metric: Option<String>,
    /// Toll: the number, in the source's words
    #[arg(long, value_name = "NUMBER", help_heading = "Of one kind")]
    number: Option<String>,
    /// Toll: a running total
    #[arg(long, help_heading = "Of one kind")]
    cumulative: bool,
    /// Toll: feared or expected
    #[arg(long, help_heading = "Of one kind")]
    hypothetical: bool,
    /// Toll: the source denies it
    #[arg(long, help_heading = "Of one kind")]
    negated: bool,
    /// Toll: whom and how sure
    #[arg(long, value_name = "CODE", help_heading = "Of one kind")]
    scope: Option<String>,
    /// Toll: which part of a count
    #[arg(long, value_name = "CODE", help_heading = "Of one kind")]
    component: Option<String>,
    /// Toll: of whom, in the source's words
    #[arg(long, value_name = "WORDS", help_heading = "Of one kind")]
    of_group: Option<String>,
    /// Toll: nation, side or community of those counted, in the source's words
    #[arg(long, value_name = "WORDS", help_heading = "Of one kind")]
    of_party: Option<String>,
    /// Toll: the period, in the source's words
    #[arg(long, value_name = "WORDS", help_heading = "Of one kind")]
    period: Option<String>,
    /// Statement: the legal instrument that the source says applies
    #[arg(long, value_name = "WORDS", help_heading = "Of one kind")]
    instrument: Option<String>,
}

impl Record {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let attachments = self.attachments()?;
        let mut drafts = match &self.json {
            Some(path) => from_json(path)?,
            None => vec![Draft::default()],
        };
        let given = self.flags()?;
        if let [draft] = &mut drafts[..] {
            lay_over(draft, &given)?;
        } else if given != Draft::default() {
            return Err(Failure::new(
                "flags go with one draft: the file has several, so put them into the file",
            ));
        }
        let access = if self.dry_run { Access::Read } else { Access::Write };
        let mut session = open::session(&self.dir, global, access)?;
        let nothing_given =
            self.json.is_none() && given == Draft { kind: given.kind.clone(), ..Draft::default() };
        if self.ask || (nothing_given && std::io::stdin().is_terminal()) {
            for draft in &mut drafts {
                ask::fill(draft, |draft| session.check_record(std::slice::from_ref(draft)))?;
            }
        }
        if self.dry_run {
            let warnings = session.check_record(&drafts)?;
            let position = session.view_at(None)?.position.short();
            let recorded =
                Recorded { version: 1, batch: None, position, accounts: vec![], all: vec![], warnings };
            output::print(global.format(), &recorded, None, |r| self.words(r))?;
            return Ok(Outcome::Done);
        }
        let recorded = session.record(&drafts, &attachments, self.why.clone())?;
        output::print(global.format(), &recorded, None, |r| self.words(r))?;
        Ok(Outcome::Done)
    }

    fn words(&self, r: &Recorded) -> String {
        let mut out = String::new();
        match r.batch {
            None => out.push_str("Everything fits. Nothing was written.\n"),
            Some(batch) => {
                for account in &r.all {
                    out.push_str(&format!("Recorded account {account}.\n"));
                }
                let dir = self.dir.display();
                out.push_str(&format!("Take back: cairn undo {dir} {batch}\n"));
            }
        }
        for w in &r.warnings {
            out.push_str(&entry("look at", &format!("{}: {}; {}", w.field, foreign(&w.words), w.mend), 13));
        }
        out
    }

    fn attachments(&self) -> Result<Vec<Attachment>> {
        let read = |path: &PathBuf| Ok(Attachment { name: files::name(path), bytes: files::read(path)? });
        self.source.attach.iter().map(read).collect()
    }

    fn flags(&self) -> Result<Draft> {
        let (s, w, o) = (&self.source, &self.said, &self.of);
        let note = match &s.note_file {
            Some(path) => Some(files::read_text(path)?),
            None => s.note.clone(),
        };
        let identity = match &s.identity_file {
            Some(path) => Some(files::read_text(path)?.trim_end().to_owned()),
            None => None,
        };
        let stances = [
            ("corrects", &s.corrects),
            ("retracts", &s.retracts),
            ("disputes", &s.disputes),
            ("clarifies", &s.clarifies),
        ];
        let correction = stances.into_iter().find_map(|(stance, of)| {
            let of = of.clone()?;
            Some(CorrectionDraft { of, stance: stance.to_owned(), why: s.because.clone() })
        });
        let pair = |text: &String, of: &str| {
            let (a, b) = text
                .split_once('=')
                .ok_or_else(|| Failure::new(format_args!("--{of} '{text}': expected NAME=VALUE")))?;
            Ok::<_, Failure>((a.trim().to_owned(), b.trim().to_owned()))
        };
        let ids = w.ids.iter().map(|t| pair(t, "id").map(|(scheme, value)| IdDraft { scheme, value }));
        let gaps = w.gap.iter().map(|t| pair(t, "gap"));
        let acts = w.act.iter().map(|t| spec::<ActDraft>("act", "type", t));
        let statuses = w.status.iter().map(|t| spec::<StatusDraft>("status", "type", t));
        let ties = w.tie.iter().map(|t| spec::<TieDraft>("tie", "type", t));
        let attributions = w.responsible.iter().map(|t| spec::<AttributionDraft>("responsible", "actor", t));
        let members = o.member.iter().map(|t| spec::<MemberDraft>("member", "names", t));
        let consent = s.consent.as_ref().map(|t| spec::<ConsentDraft>("consent", "to", t)).transpose()?;
        Ok(Draft {
            kind: self.kind.clone().unwrap_or_default(),
            note,
            document: s.document.clone(),
            at: s.at.clone(),
            files: Vec::new(),
            published: s.published.clone(),
            lang: s.lang.clone(),
            said_by: s.said_by.clone(),
            identity,
            published_by: s.published_by.clone(),
            derived_from: s.derived_from.clone(),
            correction,
            consent,
            names: w.name.iter().cloned().map(NameDraft::Text).collect(),
            ids: ids.collect::<Result<_>>()?,
            born: w.born.clone(),
            age: w.age.clone(),
            sex: w.sex.clone(),
            status: w.civilian_status.clone(),
            size: o.size.clone(),
            members: members.collect::<Result<_>>()?,
            subtype: o.subtype.clone(),
            when: w.when.clone(),
            as_of: w.as_of.clone(),
            place: w.place.clone(),
            means: w.means.clone(),
            by: o.by.clone(),
            acts: acts.collect::<Result<_>>()?,
            statuses: statuses.collect::<Result<_>>()?,
            ties: ties.collect::<Result<_>>()?,
            attributions: attributions.collect::<Result<_>>()?,
            parcel: o.parcel.clone(),
            area: o.area.clone(),
            unit: o.unit.clone(),
            quantity: o.quantity.clone(),
            tenure: o.tenure.clone(),
            damage: o.damage.clone(),
            essential: o.essential.clone(),
            level: o.level.clone(),
            measure: o.measure.clone(),
            origin: o.origin.clone(),
            destination: o.destination.clone(),
            persons: o.persons.clone(),
            households: o.households.clone(),
            metric: o.metric.clone(),
            number: o.number.clone(),
            qualifier: None,
            by_rule: false,
            cumulative: o.cumulative,
            hypothetical: o.hypothetical,
            negated: o.negated,
            scope: o.scope.clone(),
            component: o.component.clone(),
            of_group: o.of_group.clone(),
            of_party: o.of_party.clone(),
            period: o.period.clone(),
            instrument: o.instrument.clone(),
            gaps: gaps.collect::<Result<BTreeMap<_, _>>>()?,
            date_order: w.date_order.clone(),
        })
    }
}

/// Drafts from a file: one or an array.
fn from_json(path: &std::path::Path) -> Result<Vec<Draft>> {
    let text = files::read_text(path)?;
    let bad = |e: serde_json::Error| Failure::new(format_args!("{}: {e}", path.display()));
    if text.trim_start().starts_with('[') {
        return serde_json::from_str(&text).map_err(bad);
    }
    Ok(vec![serde_json::from_str(&text).map_err(bad)?])
}

/// What flags say goes over what the file says.
fn lay_over(draft: &mut Draft, flags: &Draft) -> Result<()> {
    let mut members = serde_json::to_value(&*draft).map_err(Failure::new)?;
    let given = serde_json::to_value(flags).map_err(Failure::new)?;
    if let (Some(members), Some(given)) = (members.as_object_mut(), given.as_object()) {
        for (name, value) in given {
            if name != "kind" || value.as_str() != Some("") {
                members.insert(name.clone(), value.clone());
            }
        }
    }
    *draft = serde_json::from_value(members).map_err(Failure::new)?;
    Ok(())
}

/// `killed; when=May 2031; negated` as a draft of one item: the first part under `first`, the others by name.
pub fn spec<T: DeserializeOwned>(flag: &str, first: &str, text: &str) -> Result<T> {
    let list = |name: &str| {
        matches!(name, "evidence" | "share_with" | "to") && flag != "act" && !(flag == "tie" && name == "to")
    };
    let mut members = serde_json::Map::new();
    for (i, part) in text.split(';').map(str::trim).enumerate() {
        let (name, value) = match part.split_once('=') {
            Some((name, value)) if i > 0 => (name.trim(), value.trim()),
            _ if i == 0 => (first, part),
            _ if part == "negated" => {
                members.insert(part.to_owned(), true.into());
                continue;
            }
            _ if part.is_empty() => continue,
            _ => {
                return Err(Failure::new(format_args!("--{flag} '{text}': expected NAME=VALUE in '{part}'")));
            }
        };
        if part.is_empty() {
            continue;
        }
        let value = if name == "names" {
            value.split('/').map(|n| n.trim().to_owned()).collect::<Vec<_>>().into()
        } else if list(name) {
            value.split(',').map(|n| n.trim().to_owned()).collect::<Vec<_>>().into()
        } else {
            serde_json::Value::from(value)
        };
        members.insert(name.to_owned(), value);
    }
    serde_json::from_value(serde_json::Value::Object(members))
        .map_err(|e| Failure::new(format_args!("--{flag} '{text}': {e}")))
}
