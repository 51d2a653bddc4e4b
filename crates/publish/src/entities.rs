//! Accounts as FollowTheMoney entities: people, groups, things and events, tied, each value with who says it.

use std::collections::{BTreeMap, BTreeSet};

use cairn_model::vocab;
use cairn_model::{About, Act, Declaration, EntryId, Interval, Kind, Name, Tie};
use cairn_work::{Outgoing, Speaker};
use serde::Serialize;

use crate::ftm::{self, Place};
use crate::table;

/// An entity of a schema. `properties` hold lists of values, as the model has them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entity {
    /// Its id: that of the account, with what part of it this is.
    pub id: String,
    /// The schema.
    pub schema: String,
    /// Values by property.
    pub properties: BTreeMap<String, Vec<String>>,
    /// Who says so, for statements.
    #[serde(skip)]
    pub origin: String,
}

/// One value with who says it: a row of a table of statements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// The same as `entity_id`: judgements of identity are not exported as merges.
    pub canonical_id: String,
    /// The entity.
    pub entity_id: String,
    /// The property.
    pub prop: String,
    /// The schema.
    pub schema: String,
    /// The value.
    pub value: String,
    /// The name given to the whole export.
    pub dataset: String,
    /// The speaker, by name or alias.
    pub origin: String,
    /// The day of the document, where it bears one.
    pub first_seen: String,
}

/// Turns accounts into entities; remembers which documents and sources it has given.
#[derive(Debug, Default)]
pub struct Entities {
    given: BTreeSet<String>,
    /// Accounts for which the model has no place.
    pub left_out: usize,
}

impl Entity {
    fn new(id: impl Into<String>, schema: &str, origin: &str) -> Self {
        Self {
            id: id.into(),
            schema: schema.to_owned(),
            properties: BTreeMap::new(),
            origin: origin.to_owned(),
        }
    }

    fn add(&mut self, property: &str, value: impl Into<String>) {
        let value = value.into();
        let value = value.trim();
        if value.is_empty() || !ftm::has(&self.schema, property) {
            return;
        }
        let values = self.properties.entry(property.to_owned()).or_default();
        if !values.iter().any(|v| v == value) {
            values.push(value.to_owned());
        }
    }

    /// A code of a list, at the place that its vocabulary names.
    fn code(&mut self, list: &str, code: &str) {
        let Some(list) = vocab::get(list) else { return };
        let Some(found) = list.get(code) else { return };
        if let Ok(Some(Place { property: Some(property), value: Some(value), .. })) = ftm::of(list, found) {
            self.add(&property, value);
        }
    }

    /// A date as exactly as it is known: a day, a month, a year; what is wider is said in words.
    fn dates(&mut self, when: Option<Interval>) {
        let Some(when) = when else { return };
        match date(when) {
            Some(date) => self.add("date", date),
            None => {
                when.0.iter().for_each(|d| self.add("startDate", d.to_string()));
                when.1.iter().for_each(|d| self.add("endDate", d.to_string()));
                self.add("notes", format!("At some time within {when}"));
            }
        }
    }

    /// Its values, one a row.
    #[must_use]
    pub fn statements(&self, dataset: &str, seen: &str) -> Vec<Statement> {
        let row = |prop: &String, value: &String| Statement {
            canonical_id: self.id.clone(),
            entity_id: self.id.clone(),
            prop: prop.clone(),
            schema: self.schema.clone(),
            value: value.clone(),
            dataset: dataset.to_owned(),
            origin: self.origin.clone(),
            first_seen: seen.to_owned(),
        };
        self.properties.iter().flat_map(|(p, values)| values.iter().map(move |v| row(p, v))).collect()
    }
}

/// `2031`, `2031-05` or `2031-05-02`, when the interval is exactly that.
fn date(when: Interval) -> Option<String> {
    let (first, last) = (when.0?, when.1?);
    if first == last {
        return Some(first.to_string());
    }
    let whole_month = first.day() == 1 && last == first.last_of_month();
    if whole_month {
        return Some(format!("{:04}-{:02}", first.year(), first.month()));
    }
    let whole_year = first == first.first_of_year() && last == first.last_of_year();
    whole_year.then(|| format!("{:04}", first.year()))
}

/// The schema of what an account is about; none when the model has no place for it.
fn schema_of(about: &About) -> Option<String> {
    let own = |list: &str, code: &str| {
        let list = vocab::get(list)?;
        ftm::of(list, list.get(code)?).ok()?
    };
    let thing = about.holding.as_ref().and_then(|h| own("holding", h.kind.as_deref()?));
    thing.or_else(|| own("kind", about.kind.code())).map(|place| place.schema)
}

impl Entities {
    /// The entities of one account: the document and the sources when they are new, what it is about, its acts, ties
    /// and attributions.
    pub fn of(&mut self, leaving: &Outgoing) -> Vec<Entity> {
        let account = &leaving.account;
        let Some(schema) = schema_of(&account.about) else {
            self.left_out += 1;
            return Vec::new();
        };
        let id = leaving.id.to_string();
        let origin = leaving.said_by.as_ref().map_or("", |s| &s.name);
        let mut out = Vec::new();
        self.source(leaving.said_by.as_ref(), &mut out);
        self.source(leaving.published_by.as_ref(), &mut out);
        let document = self.document(leaving, &mut out);
        let mut main = Entity::new(&id, &schema, origin);
        describe(&mut main, leaving);
        main.add("proof", &document);
        main.add("publisher", leaving.published_by.as_ref().map_or("", |s| &s.name));
        out.push(main);
        for (n, act) in account.acts.iter().enumerate() {
            let mut event = event(format!("{id}.act{n}"), act, origin);
            event.add(
                "involved",
                if matches!(account.about.kind, Kind::Person | Kind::Group) { &id } else { "" },
            );
            event.add("proof", &document);
            out.push(event);
        }
        for (n, (tie, to)) in account.ties.iter().zip(&leaving.tied).enumerate() {
            out.extend(link(format!("{id}.tie{n}"), (&id, &schema), tie, to.as_ref(), origin));
        }
        for (n, said) in account.attributions.iter().enumerate() {
            let actor = format!("{id}.actor{n}");
            let mut entity = Entity::new(&actor, "LegalEntity", origin);
            entity.add("name", &said.actor);
            let mut link = Entity::new(format!("{id}.attribution{n}"), "UnknownLink", origin);
            link.add("subject", &actor);
            link.add("object", &id);
            said.stance.iter().for_each(|stance| link.code("stance", stance));
            out.extend([entity, link]);
        }
        out
    }

    fn source(&mut self, speaker: Option<&Speaker>, out: &mut Vec<Entity>) {
        let Some(speaker) = speaker else { return };
        let id = source_id(speaker.id);
        if self.given.insert(id.clone()) {
            let mut entity = Entity::new(id, "LegalEntity", "");
            entity.add("name", &speaker.name);
            entity.add("keywords", "source");
            out.push(entity);
        }
    }

    fn document(&mut self, leaving: &Outgoing, out: &mut Vec<Entity>) -> String {
        let id = format!("doc.{}", leaving.account.doc);
        if self.given.insert(id.clone()) {
            let mut entity = Entity::new(&id, "Document", "");
            let document = leaving.document.as_ref();
            entity.add("fileName", document.map_or("", |d| &d.name));
            entity.add("title", document.and_then(|d| d.title.as_deref()).unwrap_or_default());
            entity.add("publishedAt", document.and_then(|d| d.published.as_deref()).unwrap_or_default());
            entity.add("publisher", leaving.published_by.as_ref().map_or("", |s| &s.name));
            entity.add("keywords", format!("sha256:{}", leaving.account.doc));
            out.push(entity);
        }
        id
    }
}

fn source_id(id: EntryId) -> String {
    format!("source.{id}")
}

/// What is said of the thing itself.
fn describe(main: &mut Entity, leaving: &Outgoing) {
    let account = &leaving.account;
    let about = &account.about;
    let names: Vec<String> = full_names(&account.personal.names);
    let own = about.incident.as_ref().and_then(|i| i.name.clone());
    let own = own.or(about.facility.as_ref().and_then(|f| f.name.clone()));
    if let Some((first, others)) = names.split_first() {
        main.add("name", first);
        others.iter().for_each(|n| main.add("alias", n));
    } else if let Some(name) = own {
        main.add("name", name);
    } else {
        main.add("name", unnamed(about, leaving.withheld));
    }
    match about.kind {
        Kind::Facility => {
            main.add("full", about.facility.as_ref().and_then(|f| f.place.clone()).unwrap_or_default())
        }
        Kind::Access | Kind::Displacement | Kind::Declaration => main.code("kind", about.kind.code()),
        _ => {}
    }
    let lists: [(&str, Option<&String>); 9] = [
        ("sex", about.sex.as_ref()),
        ("civilian_status", about.status.as_ref()),
        ("group_kind", about.group.as_ref()),
        ("holding", about.holding.as_ref().and_then(|h| h.kind.as_ref())),
        ("tenure", about.holding.as_ref().and_then(|h| h.tenure.as_ref())),
        ("facility", about.facility.as_ref().and_then(|f| f.kind.as_ref())),
        ("displacement", about.displacement.as_ref().and_then(|d| d.kind.as_ref())),
        ("declaration", about.declaration.as_ref().and_then(|d| d.kind.as_ref())),
        ("essential", about.access.as_ref().map(|a| &a.essential)),
    ];
    for (list, code) in lists {
        code.iter().for_each(|code| main.code(list, code));
    }
    about.access.iter().for_each(|a| main.code("access", a.level.code()));
    for status in account.statuses.iter().filter(|s| !s.negated) {
        main.code("status", &status.kind);
    }
    let killed = account.acts.iter().find(|a| a.kind == "killed" && !a.negated);
    if let Some(day) = killed.and_then(|a| a.when).and_then(date) {
        main.add("deathDate", day);
    }
    account.personal.born.and_then(date).iter().for_each(|d| main.add("birthDate", d));
    account.personal.ids.iter().for_each(|i| main.add("idNumber", format!("{}: {}", i.scheme, i.value)));
    let places = [
        about.incident.as_ref().and_then(|i| i.place.clone()),
        about.access.as_ref().and_then(|a| a.area.clone()),
        about.displacement.as_ref().and_then(|d| d.origin.clone()),
        about.declaration.as_ref().and_then(|d| d.place.clone()),
    ];
    places.into_iter().flatten().for_each(|p| main.add("location", p));
    main.dates(
        about
            .incident
            .as_ref()
            .and_then(|i| i.when)
            .or(about.access.as_ref().and_then(|a| a.when))
            .or(about.displacement.as_ref().and_then(|d| d.when))
            .or(about.declaration.as_ref().and_then(|d| d.when)),
    );
    if let Some(Declaration { instrument: Some(instrument), .. }) = &about.declaration {
        main.add("notes", instrument);
    }
    if let Some(place) = about.holding.as_ref().and_then(|h| h.place.clone()) {
        main.add("notes", format!("At {place}"));
    }
    if let Some(size) = about.size {
        main.add("notes", format!("Number of people: {}", range(size.0, size.1)));
    }
    let said = leaving.said_by.as_ref().map_or("author not stated", |s| &s.name);
    let part = table::part(&account.at);
    main.add("notes", format!("Account {}, {part} of the document, said by: {said}", leaving.id));
}

fn unnamed(about: &About, withheld: bool) -> String {
    let kind = vocab::get("kind").map_or("", |l| l.label(about.kind.code()));
    if withheld { format!("{kind}, name withheld") } else { format!("{kind}, name not stated") }
}

/// Whole names, or else the parts joined in the order given.
fn full_names(names: &[Name]) -> Vec<String> {
    let whole: Vec<String> = names.iter().filter(|n| n.part == "full").map(|n| n.text.clone()).collect();
    if !whole.is_empty() || names.is_empty() {
        return whole;
    }
    vec![names.iter().map(|n| n.text.as_str()).collect::<Vec<_>>().join(" ")]
}

fn range(low: Option<i64>, high: Option<i64>) -> String {
    match (low, high) {
        (Some(a), Some(b)) if a == b => a.to_string(),
        (Some(a), Some(b)) => format!("{a} to {b}"),
        (Some(a), None) => format!("{a} or more"),
        (None, Some(b)) => format!("up to {b}"),
        (None, None) => "not stated".to_owned(),
    }
}

fn event(id: String, act: &Act, origin: &str) -> Entity {
    let mut event = Entity::new(id, "Event", origin);
    let label = vocab::metric().label(&act.kind).to_owned();
    event.add("name", if act.negated { format!("{label}: denied") } else { label });
    if !act.negated {
        event.code("metric", &act.kind);
    }
    act.manner.iter().for_each(|m| event.code("manner", m));
    act.means.iter().for_each(|m| event.add("notes", format!("Means: {m}")));
    event.add("location", act.place.clone().unwrap_or_default());
    event.dates(act.when);
    event
}

/// A tie as the link that its vocabulary names, when the ends are of the schemata that such a link joins; else as a
/// link without a type. A tie to what has no place in the model is left out.
fn link(id: String, from: (&str, &str), tie: &Tie, to: Option<&About>, origin: &str) -> Option<Entity> {
    let list = vocab::get("tie")?;
    let place = ftm::of(list, list.get(&tie.kind)?).ok()??;
    let there = to.and_then(schema_of)?;
    let other = tie.to.to_string();
    let ends = match place.schema.as_str() {
        "Family" if from.1 == "Person" && there == "Person" => Some(("person", "relative")),
        "Ownership" if is_a(from.1, "LegalEntity") && is_a(&there, "Asset") => Some(("owner", "asset")),
        _ => None,
    };
    let mut link = Entity::new(id, if ends.is_some() { &place.schema } else { "UnknownLink" }, origin);
    let (first, second) = ends.unwrap_or(("subject", "object"));
    link.add(first, from.0);
    link.add(second, other);
    let property = if ends.is_some() { place.property? } else { "role".to_owned() };
    link.add(&property, place.value.unwrap_or_default());
    if ftm::has(&link.schema, "startDate") {
        let when = tie.when.unwrap_or(Interval(None, None));
        when.0.iter().for_each(|d| link.add("startDate", d.to_string()));
        when.1.iter().for_each(|d| link.add("endDate", d.to_string()));
    }
    Some(link)
}

fn is_a(schema: &str, wanted: &str) -> bool {
    schema == wanted || ftm::schemata().get(schema).is_some_and(|s| s.extends.iter().any(|a| is_a(a, wanted)))
}
