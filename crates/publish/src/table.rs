//! Accounts as a table with HXL hashtags: a row for each act, status or number that an account says.
//!
//! Numbers stand in a pair of columns for each metric, lowest and highest, so that tools of others find them
//! (`#affected+killed+min`). Rows are what sources say: several may speak of one person, and their sum is no figure.

use cairn_model::vocab;
use cairn_model::{About, Account, Act, Interval, Locator, Size, Status, Toll};
use cairn_work::Outgoing;

use crate::hxl::{Bound, Column, HxlError, Tag};

/// The columns of a table of accounts.
#[derive(Debug, Clone)]
pub struct Table {
    metrics: Vec<String>,
    personal: bool,
}

/// Names and hashtags of the columns before those of the metrics.
const FIRST: [(&str, &str); 7] = [
    ("account", "#meta+account+id"),
    ("kind", "#meta+kind+v_cairn_kind"),
    ("type", "#meta+type"),
    ("says", "#meta+says"),
    ("metric", "#indicator+code+v_cairn_metric"),
    ("status", "#status+v_cairn_status"),
    ("qualifier", "#meta+qualifier+v_cairn_qualifier"),
];

/// Names and hashtags of the columns after those of the metrics.
const LAST: [(&str, &str); 27] = [
    ("sex", "#meta+sex"),
    ("age from", "#meta+age+min"),
    ("age to", "#meta+age+max"),
    ("civilian status", "#meta+civilian_status"),
    ("scope", "#meta+scope"),
    ("component", "#meta+component"),
    ("running total", "#meta+cumulative"),
    ("feared or expected", "#meta+hypothetical"),
    ("denied", "#meta+denied"),
    ("manner", "#cause+manner+v_cairn_manner"),
    ("means", "#cause+means"),
    ("evidence", "#meta+evidence+v_cairn_evidence"),
    ("from", "#date+start"),
    ("to", "#date+end"),
    ("place", "#loc+name"),
    ("people counted", "#description+people"),
    ("party", "#group+name"),
    ("attributed to", "#group+attributed+name"),
    ("stance", "#meta+stance+v_cairn_stance"),
    ("said by", "#meta+source"),
    ("published by", "#org+reporting"),
    ("document", "#meta+document+name"),
    ("document id", "#meta+document+id"),
    ("published on", "#date+reported"),
    ("where in it", "#meta+document+part"),
    ("relays", "#meta+account+derived"),
    ("withheld", "#meta+withheld"),
];

/// Names and hashtags of the columns that identify people.
const PERSONAL: [(&str, &str); 4] = [
    ("name", "#meta+name+person"),
    ("identifiers", "#meta+id+person"),
    ("born from", "#date+born+start"),
    ("born to", "#date+born+end"),
];

/// One thing that an account says.
enum Item<'a> {
    Act(&'a Act),
    Status(&'a Status),
    Toll(&'a Toll),
    Nothing,
}

impl Table {
    /// With a pair of columns for each of `metrics` (codes of the vocabulary), and with the columns that identify
    /// people when `personal`.
    #[must_use]
    pub fn new(metrics: &[String], personal: bool) -> Self {
        let mut metrics: Vec<String> = metrics.iter().filter(|m| vocab::metric().has(m)).cloned().collect();
        metrics.sort();
        metrics.dedup();
        Self { metrics, personal }
    }

    /// Names of the columns, and the hashtags beneath them.
    ///
    /// # Errors
    /// When a vocabulary holds what is no hashtag.
    pub fn head(&self) -> Result<[Vec<String>; 2], HxlError> {
        let (mut names, mut tags) = (Vec::new(), Vec::new());
        let mut fixed = |columns: &[(&str, &str)], names: &mut Vec<String>| {
            for (name, tag) in columns {
                names.push((*name).to_owned());
                tags.push((*tag).to_owned());
            }
        };
        fixed(&FIRST, &mut names);
        for metric in &self.metrics {
            for (bound, word) in [(Bound::Low, "lowest"), (Bound::High, "highest")] {
                let column = Column { metric: Some(metric.clone()), bound: Some(bound), ..Column::default() };
                let tag: Tag = column.tag()?;
                fixed(
                    &[(&format!("{}, {word}", vocab::metric().label(metric)), &tag.to_string())],
                    &mut names,
                );
            }
        }
        fixed(&LAST, &mut names);
        if self.personal {
            fixed(&PERSONAL, &mut names);
        }
        Ok([names, tags])
    }

    /// The rows of an account: as many as it says things, and one when it says nothing of the kind.
    #[must_use]
    pub fn rows(&self, leaving: &Outgoing) -> Vec<Vec<String>> {
        let account = &leaving.account;
        let mut items: Vec<Item> = account.acts.iter().map(Item::Act).collect();
        items.extend(account.statuses.iter().map(Item::Status));
        items.extend(account.toll.iter().map(Item::Toll));
        if items.is_empty() {
            items.push(Item::Nothing);
        }
        items.iter().map(|item| self.row(leaving, item)).collect()
    }

    fn row(&self, leaving: &Outgoing, item: &Item) -> Vec<String> {
        let account = &leaving.account;
        let about = &account.about;
        let toll = if let Item::Toll(toll) = item { Some(*toll) } else { None };
        let act = if let Item::Act(act) = item { Some(*act) } else { None };
        let status = if let Item::Status(status) = item { Some(*status) } else { None };
        let says = match item {
            Item::Act(_) => "act",
            Item::Status(_) => "status",
            Item::Toll(_) => "number",
            Item::Nothing => "",
        };
        let mut row = vec![
            leaving.id.to_string(),
            about.kind.code().to_owned(),
            kind_of_thing(about).unwrap_or_default().to_owned(),
            says.to_owned(),
            act.map(|a| a.kind.clone()).or(toll.map(|t| t.metric.clone())).unwrap_or_default(),
            status.map(|s| s.kind.clone()).unwrap_or_default(),
            toll.map(|t| t.qualifier.code().to_owned()).unwrap_or_default(),
        ];
        let numbers = numbers(account, item);
        for metric in &self.metrics {
            let said = numbers.iter().find(|(m, _)| m == metric).map(|(_, size)| *size);
            for end in said.map_or([None, None], |Size(low, high)| [low, high]) {
                row.push(end.map(|n| n.to_string()).unwrap_or_default());
            }
        }
        let flag = |set: bool| if set { "yes".to_owned() } else { String::new() };
        let denied = toll.is_some_and(|t| t.negated)
            || act.is_some_and(|a| a.negated)
            || status.is_some_and(|s| s.negated);
        let when = when(about, item);
        let ages = about.age;
        let free = |text: Option<&String>| text.map(|t| guarded(t)).unwrap_or_default();
        let attributed: Vec<&str> = account.attributions.iter().map(|a| a.actor.as_str()).collect();
        let stances: Vec<&str> =
            account.attributions.iter().map(|a| a.stance.as_deref().unwrap_or("")).collect();
        let document = leaving.document.as_ref();
        let relayed: Vec<String> = account.derived_from.iter().map(ToString::to_string).collect();
        row.extend([
            about.sex.clone().unwrap_or_default(),
            ages.map(|a| a.0.to_string()).unwrap_or_default(),
            ages.map(|a| a.1.to_string()).unwrap_or_default(),
            about.status.clone().unwrap_or_default(),
            toll.and_then(|t| t.scope.clone()).unwrap_or_default(),
            toll.and_then(|t| t.component.clone()).unwrap_or_default(),
            flag(toll.is_some_and(|t| t.cumulative)),
            flag(toll.is_some_and(|t| t.hypothetical)),
            flag(denied),
            act.and_then(|a| a.manner.clone()).unwrap_or_default(),
            free(
                act.and_then(|a| a.means.as_ref()).or(about.incident.as_ref().and_then(|i| i.means.as_ref())),
            ),
            act.and_then(|a| a.evidence.clone()).unwrap_or_default(),
            day(when, |w| w.0),
            day(when, |w| w.1),
            free(place(about, item)),
            free(toll.and_then(|t| t.group.as_ref())),
            free(toll.and_then(|t| t.party.as_ref())),
            guarded(&attributed.join(" | ")),
            if stances.iter().all(|s| s.is_empty()) { String::new() } else { stances.join(" | ") },
            free(leaving.said_by.as_ref().map(|s| &s.name)),
            free(leaving.published_by.as_ref().map(|s| &s.name)),
            free(document.map(|d| &d.name)),
            account.doc.to_string(),
            document.and_then(|d| d.published.clone()).unwrap_or_default(),
            part(&account.at),
            relayed.join(" | "),
            flag(leaving.withheld),
        ]);
        if self.personal {
            let personal = &account.personal;
            let names: Vec<&str> = personal.names.iter().map(|n| n.text.as_str()).collect();
            let ids: Vec<String> =
                personal.ids.iter().map(|i| format!("{}: {}", i.scheme, i.value)).collect();
            row.extend([
                guarded(&names.join(" | ")),
                guarded(&ids.join(" | ")),
                day(personal.born, |w| w.0),
                day(personal.born, |w| w.1),
            ]);
        }
        row
    }
}

/// A cell that a spreadsheet does not take for a formula: what is said in documents is not trusted.
fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

fn day(when: Option<Interval>, end: impl Fn(Interval) -> Option<jiff::civil::Date>) -> String {
    when.and_then(end).map(|d| d.to_string()).unwrap_or_default()
}

/// Where in the document, in words.
#[must_use]
pub fn part(at: &Locator) -> String {
    match at {
        Locator::Chars(start, end) => format!("characters {start}-{end}"),
        Locator::Page(page) => format!("page {page}"),
        Locator::Row(row) => format!("row {row}"),
        Locator::Whole => "whole document".to_owned(),
    }
}

/// The code of the kind's own list.
#[must_use]
pub fn kind_of_thing(about: &About) -> Option<&str> {
    about
        .group
        .as_deref()
        .or(about.holding.as_ref().and_then(|h| h.kind.as_deref()))
        .or(about.facility.as_ref().and_then(|f| f.kind.as_deref()))
        .or(about.incident.as_ref().and_then(|i| i.kind.as_deref()))
        .or(about.declaration.as_ref().and_then(|d| d.kind.as_deref()))
        .or(about.displacement.as_ref().and_then(|d| d.kind.as_deref()))
        .or(about.access.as_ref().map(|a| a.essential.as_str()))
}

fn place<'a>(about: &'a About, item: &Item<'a>) -> Option<&'a String> {
    let own = match item {
        Item::Act(act) => act.place.as_ref(),
        Item::Status(status) => status.place.as_ref(),
        Item::Toll(toll) => toll.place.as_ref(),
        Item::Nothing => None,
    };
    own.or(about.incident.as_ref().and_then(|i| i.place.as_ref()))
        .or(about.holding.as_ref().and_then(|h| h.place.as_ref()))
        .or(about.facility.as_ref().and_then(|f| f.place.as_ref()))
        .or(about.declaration.as_ref().and_then(|d| d.place.as_ref()))
        .or(about.displacement.as_ref().and_then(|d| d.origin.as_ref()))
        .or(about.access.as_ref().and_then(|a| a.area.as_ref()))
}

fn when(about: &About, item: &Item) -> Option<Interval> {
    let own = match item {
        Item::Act(act) => act.when,
        Item::Status(status) => status.when.or(status.as_of),
        Item::Toll(toll) => toll.when,
        Item::Nothing => None,
    };
    own.or(about.incident.as_ref().and_then(|i| i.when))
        .or(about.access.as_ref().and_then(|a| a.when))
        .or(about.declaration.as_ref().and_then(|d| d.when))
        .or(about.displacement.as_ref().and_then(|d| d.when))
}

/// Which numbers an item says, by metric. A denied act is a zero; a person is one; a group is as many as it is.
fn numbers(account: &Account, item: &Item) -> Vec<(String, Size)> {
    let about = &account.about;
    match item {
        Item::Act(act) if act.negated => vec![(act.kind.clone(), Size(Some(0), Some(0)))],
        Item::Act(act) => {
            let quantity = about.holding.as_ref().and_then(|h| h.quantity);
            let one = about.kind == cairn_model::Kind::Person || about.kind == cairn_model::Kind::Holding;
            let size = about.size.or(quantity).or(one.then_some(Size(Some(1), Some(1))));
            size.map(|s| (act.kind.clone(), s)).into_iter().collect()
        }
        Item::Toll(toll) if toll.negated => vec![(toll.metric.clone(), Size(Some(0), Some(0)))],
        Item::Toll(toll) => vec![(toll.metric.clone(), Size(toll.low, toll.high))],
        Item::Status(_) => Vec::new(),
        Item::Nothing => {
            let Some(moved) = &about.displacement else { return Vec::new() };
            let persons = moved.persons.map(|s| ("displaced".to_owned(), s));
            let households = moved.households.map(|s| ("households_displaced".to_owned(), s));
            persons.into_iter().chain(households).collect()
        }
    }
}
