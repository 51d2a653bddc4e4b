//! An account as a person would have typed it: what a form shows before our slip is mended.

use cairn_model::{Account, Interval, Kind, Locator, Name, Size};

use super::draft::{
    ActDraft, AttributionDraft, CorrectionDraft, Draft, IdDraft, NameDraft, StatusDraft, TieDraft,
};

impl Draft {
    /// The draft that gives this account again, in the same document at the same place.
    #[must_use]
    pub fn of(account: &Account) -> Self {
        let about = &account.about;
        let mut draft = Self {
            kind: match about.kind {
                Kind::Figure => "toll".to_owned(),
                Kind::Declaration => "statement".to_owned(),
                kind => kind.code().to_owned(),
            },
            document: Some(account.doc.to_string()),
            at: Some(place(&account.at)),
            files: account.files.iter().map(ToString::to_string).collect(),
            said_by: account.said_by.map(|id| id.to_string()),
            published_by: account.published_by.map(|id| id.to_string()),
            derived_from: account.derived_from.iter().map(ToString::to_string).collect(),
            correction: account.correction.as_ref().map(|c| CorrectionDraft {
                of: c.of.to_string(),
                stance: c.stance.code().to_owned(),
                why: c.why.clone(),
            }),
            names: account.personal.names.iter().map(name).collect(),
            ids: account
                .personal
                .ids
                .iter()
                .map(|id| IdDraft { scheme: id.scheme.clone(), value: id.value.clone() })
                .collect(),
            born: account.personal.born.map(days),
            age: about.age.map(|a| if a.0 == a.1 { a.0.to_string() } else { format!("{}-{}", a.0, a.1) }),
            sex: about.sex.clone(),
            status: about.status.clone(),
            size: about.size.map(number),
            gaps: account.gaps.iter().map(|(f, g)| (f.clone(), g.code().to_owned())).collect(),
            ..Self::default()
        };
        draft.acts = account
            .acts
            .iter()
            .map(|a| ActDraft {
                kind: a.kind.clone(),
                when: a.when.map(days),
                place: a.place.clone(),
                means: a.means.clone(),
                manner: a.manner.clone(),
                evidence: a.evidence.clone(),
                said_by: a.said_by.map(|id| id.to_string()),
                negated: a.negated,
            })
            .collect();
        draft.statuses = account
            .statuses
            .iter()
            .map(|s| StatusDraft {
                kind: s.kind.clone(),
                as_of: s.as_of.map(days),
                when: s.when.map(days),
                place: s.place.clone(),
                by: s.by.clone(),
                said_by: s.said_by.map(|id| id.to_string()),
                negated: s.negated,
            })
            .collect();
        draft.ties = account
            .ties
            .iter()
            .map(|t| TieDraft {
                kind: t.kind.clone(),
                to: t.to.to_string(),
                share: t.share.clone(),
                when: t.when.map(days),
                evidence: t
                    .evidence
                    .iter()
                    .map(|e| e.doc.map_or_else(|| e.kind.clone(), |doc| format!("{}@{doc}", e.kind)))
                    .collect(),
                said_by: t.said_by.map(|id| id.to_string()),
            })
            .collect();
        draft.attributions = account
            .attributions
            .iter()
            .map(|a| AttributionDraft {
                actor: a.actor.clone(),
                stance: a.stance.clone(),
                said_by: a.said_by.clone(),
            })
            .collect();
        draft.details(account);
        draft
    }

    fn details(&mut self, account: &Account) {
        let about = &account.about;
        self.subtype = about.group.clone();
        if let Some(i) = &about.incident {
            self.names = i.name.iter().cloned().map(NameDraft::Text).collect();
            self.subtype = i.kind.clone();
            self.when = i.when.map(days);
            self.place = i.place.clone();
            self.means = i.means.clone();
        }
        if let Some(f) = &about.facility {
            self.names = f.name.iter().cloned().map(NameDraft::Text).collect();
            self.subtype = f.kind.clone();
            self.place = f.place.clone();
        }
        if let Some(h) = &about.holding {
            self.subtype = h.kind.clone();
            self.place = h.place.clone();
            self.area = h.area.clone();
            self.unit = h.unit.clone();
            self.quantity = h.quantity.map(number);
            self.tenure = h.tenure.clone();
            self.damage = h.damage.clone();
        }
        if let Some(a) = &about.access {
            self.essential = Some(a.essential.clone());
            self.level = Some(a.level.code().to_owned());
            self.area = a.area.clone();
            self.quantity = a.quantity.clone();
            self.when = a.when.map(days);
        }
        if let Some(d) = &about.displacement {
            self.measure = Some(d.measure.code().to_owned());
            self.subtype = d.kind.clone();
            self.origin = d.origin.clone();
            self.destination = d.destination.clone();
            self.persons = d.persons.map(number);
            self.households = d.households.map(number);
            self.when = d.when.map(days);
        }
        if let Some(d) = &about.declaration {
            self.instrument = d.instrument.clone();
            self.subtype = d.kind.clone();
            self.place = d.place.clone();
            self.when = d.when.map(days);
        }
        if let Some(t) = &account.toll {
            self.metric = Some(t.metric.clone());
            self.number = (t.low.is_some() || t.high.is_some()).then(|| number(Size(t.low, t.high)));
            self.qualifier = Some(t.qualifier.code().to_owned());
            self.by_rule = t.by_rule;
            self.cumulative = t.cumulative;
            self.hypothetical = t.hypothetical;
            self.negated = t.negated;
            self.scope = t.scope.clone();
            self.component = t.component.clone();
            self.of_group = t.group.clone();
            self.of_party = t.party.clone();
            self.period = t.period.clone();
            self.place = t.place.clone();
            self.unit = t.unit.clone();
            self.when = t.when.map(days);
        }
    }
}

fn days(interval: Interval) -> String {
    match interval {
        Interval(Some(a), Some(b)) if a == b => a.to_string(),
        other => other.to_string(),
    }
}

fn number(size: Size) -> String {
    let end = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
    match size {
        Size(Some(a), Some(b)) if a == b => a.to_string(),
        Size(low, high) => format!("{}..{}", end(low), end(high)),
    }
}

fn place(at: &Locator) -> String {
    match at {
        Locator::Chars(start, end) => format!("chars {start}-{end}"),
        Locator::Page(n) => format!("page {n}"),
        Locator::Row(n) => format!("row {n}"),
        Locator::Whole => "whole".to_owned(),
    }
}

fn name(name: &Name) -> NameDraft {
    if name.part == "full" && name.script.is_none() {
        NameDraft::Text(name.text.clone())
    } else {
        NameDraft::Full {
            part: (name.part != "full").then(|| name.part.clone()),
            script: name.script.clone(),
            text: name.text.clone(),
        }
    }
}
