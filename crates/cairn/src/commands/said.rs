//! Everything that an account says, for people.

use cairn_model::{Account, Interval, Personal, Size};
use cairn_work::Bound;

use crate::text::{entry, foreign, range};

/// Indent of the words beside their terms.
const BESIDE: usize = 13;

/// All that is said.
pub fn words(account: &Account, personal: &Personal) -> String {
    let about = &account.about;
    let mut out = String::new();
    let mut line = |term: &str, words: &str| out.push_str(&entry(term, words, BESIDE));
    line("about a", about.kind.code());
    for name in &personal.names {
        let part = if name.part == "full" { String::new() } else { format!(" ({})", name.part) };
        line("name", &format!("{}{part}", foreign(&name.text)));
    }
    for id in &personal.ids {
        line("identifier", &format!("{} {}", foreign(&id.scheme), foreign(&id.value)));
    }
    let facts = [
        ("born", personal.born.map(days)),
        ("age", about.age.map(|a| if a.0 == a.1 { a.0.to_string() } else { format!("{} to {}", a.0, a.1) })),
        ("sex", about.sex.clone()),
        ("status", about.status.clone()),
        ("group", about.group.clone()),
        ("size", about.size.map(size)),
    ];
    for (term, fact) in facts {
        if let Some(fact) = fact {
            line(term, &foreign(&fact));
        }
    }
    for (term, detail) in details(account) {
        line(term, &foreign(&detail));
    }
    if let Some(t) = &account.toll {
        let number = if t.by_rule { "number only in words".to_owned() } else { range(t.low, t.high) };
        let more = [
            t.scope.as_ref().map(|s| format!("scope {s}")),
            t.component.as_ref().map(|c| format!("component {c}")),
            t.group.clone(),
            t.party.clone(),
            t.place.clone(),
            t.period.clone(),
            t.when.map(days),
            t.cumulative.then(|| "running total".to_owned()),
            t.hypothetical.then(|| "feared or expected".to_owned()),
            t.negated.then(|| "denied".to_owned()),
        ];
        line("figure", &with(format!("{}: {number}", t.metric), more));
    }
    for a in &account.acts {
        let when = a.when.map_or_else(|| "time not stated".to_owned(), days);
        let more = [
            Some(when),
            a.place.clone(),
            a.means.as_ref().map(|m| format!("with {m}")),
            a.manner.as_ref().map(|m| format!("manner {m}")),
            a.evidence.as_ref().map(|e| format!("evidence {e}")),
            a.said_by.map(|id| format!("said by {id}")),
            a.negated.then(|| "denied".to_owned()),
        ];
        line("act", &with(a.kind.clone(), more));
    }
    for s in &account.statuses {
        let more = [
            s.as_of.map(|d| format!("as of {}", days(d))),
            s.when.map(days),
            s.place.clone(),
            s.by.as_ref().map(|b| format!("by {b}")),
            s.said_by.map(|id| format!("said by {id}")),
            s.negated.then(|| "denied".to_owned()),
        ];
        line("holds", &with(s.kind.clone(), more));
    }
    for t in &account.ties {
        let evidence: Vec<String> = t
            .evidence
            .iter()
            .map(|e| e.doc.map_or_else(|| e.kind.clone(), |doc| format!("{} ({})", e.kind, doc.short())))
            .collect();
        let more = [
            t.share.clone(),
            t.when.map(days),
            (!evidence.is_empty()).then(|| format!("by {}", evidence.join(", "))),
            t.said_by.map(|id| format!("said by {id}")),
        ];
        line("tie", &with(format!("{} of {}", t.kind, t.to), more));
    }
    for a in &account.attributions {
        let by = a.said_by.as_deref().map_or_else(|| "the text".to_owned(), foreign);
        let stance = a.stance.as_deref().unwrap_or("according to");
        line("done by", &format!("{}, {stance} ({by})", foreign(&a.actor)));
    }
    for (field, gap) in &account.gaps {
        line("not said", &format!("{field}: {}", gap.code().replace('_', " ")));
    }
    for from in &account.derived_from {
        line("relays", &from.to_string());
    }
    for doc in &account.files {
        line("file", &doc.short());
    }
    if let Some(c) = &account.correction {
        let why = c.why.as_ref().map_or_else(String::new, |w| format!(": {}", foreign(w)));
        line(c.stance.code(), &format!("{}{why}", c.of));
    }
    out
}

/// What other entries have to do with it.
pub fn bound(b: &Bound) -> String {
    let mut out = String::new();
    let mut line = |term: &str, words: &str| out.push_str(&entry(term, words, BESIDE));
    let ids =
        |ids: &[cairn_model::EntryId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    if !b.same_as.is_empty() {
        line("same as", &ids(&b.same_as));
    }
    if !b.unsure_of.is_empty() {
        line("perhaps", &ids(&b.unsure_of));
    }
    for j in &b.judged {
        let who = j.model.as_deref().or(j.by.as_deref()).map_or_else(|| "somebody".to_owned(), foreign);
        // Nothing is quite certain, and nothing is shown so.
        let sure = match j.probability {
            None => String::new(),
            Some(p) if p >= 0.9995 => ", probability above 0.999".to_owned(),
            Some(p) => format!(", probability {p:.3}"),
        };
        let why = j.reason.as_deref().map_or_else(String::new, |why| format!(": {}", foreign(why)));
        line("judged", &format!("{} {} by {who}{sure}{why}", j.verdict.code(), j.with));
    }
    if let Some(s) = &b.standing {
        let now = s.now.map_or_else(String::new, |now| format!(": {now} stands in its place"));
        line("counts no more", &format!("{} by us{now}", s.is));
    }
    for c in &b.changed_by {
        line("but", &format!("{} {} this", c.account, c.how));
    }
    for t in &b.tied {
        line("tied", &format!("{}, {}", t.account, t.kind));
    }
    for c in &b.consent {
        let until = c.until.as_ref().map_or_else(String::new, |u| format!(", until {u}"));
        line("consent", &format!("{}: {}{until}", c.state.code().replace('_', " "), c.to.join(", ")));
    }
    out
}

fn details(account: &Account) -> Vec<(&'static str, String)> {
    let about = &account.about;
    let mut out: Vec<(&'static str, Option<String>)> = Vec::new();
    if let Some(i) = &about.incident {
        out.extend([
            ("called", i.name.clone()),
            ("kind", i.kind.clone()),
            ("when", i.when.map(days)),
            ("place", i.place.clone()),
            ("with", i.means.clone()),
        ]);
    }
    if let Some(f) = &about.facility {
        out.extend([("called", f.name.clone()), ("kind", f.kind.clone()), ("place", f.place.clone())]);
    }
    if let Some(h) = &about.holding {
        out.extend([
            ("kind", h.kind.clone()),
            ("place", h.place.clone()),
            ("area", h.area.clone()),
            ("how many", h.quantity.map(size)),
            ("unit", h.unit.clone()),
            ("tenure", h.tenure.clone()),
            ("damage", h.damage.clone()),
        ]);
    }
    if let Some(a) = &about.access {
        out.extend([
            ("essential", Some(format!("{}, {}", a.essential, a.level.code()))),
            ("area", a.area.clone()),
            ("how much", a.quantity.clone()),
            ("when", a.when.map(days)),
        ]);
    }
    if let Some(d) = &about.displacement {
        out.extend([
            ("measure", Some(d.measure.code().to_owned())),
            ("kind", d.kind.clone()),
            ("persons", d.persons.map(size)),
            ("households", d.households.map(size)),
            ("from", d.origin.clone()),
            ("to", d.destination.clone()),
            ("when", d.when.map(days)),
        ]);
    }
    if let Some(d) = &about.declaration {
        out.extend([
            ("kind", d.kind.clone()),
            ("instrument", d.instrument.clone()),
            ("place", d.place.clone()),
            ("when", d.when.map(days)),
        ]);
    }
    out.into_iter().filter_map(|(term, words)| Some((term, words?))).collect()
}

fn with<const N: usize>(first: String, more: [Option<String>; N]) -> String {
    let more = more.into_iter().flatten().map(|m| foreign(&m));
    std::iter::once(first).chain(more).collect::<Vec<_>>().join(", ")
}

fn days(interval: Interval) -> String {
    match interval {
        Interval(Some(a), Some(b)) if a == b => a.to_string(),
        Interval(Some(a), Some(b)) => format!("{a} to {b}"),
        Interval(Some(a), None) => format!("since {a}"),
        Interval(None, Some(b)) => format!("until {b}"),
        Interval(None, None) => "time not stated".to_owned(),
    }
}

fn size(s: Size) -> String {
    range(s.0, s.1)
}
