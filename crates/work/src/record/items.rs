//! What a draft says: harms, statuses, ties, attributions, who and what it is about, and numbers.

use cairn_model::{
    About, Access, AccessLevel, Act, Attribution, Declaration, Displacement, Evidence, Facility, Holding,
    Identifier, Incident, Kind, Measure, Name, Personal, Qualifier, Status, Tie, Toll,
};

use super::build::Builder;
use super::draft::{ActDraft, Draft, IdDraft, NameDraft, StatusDraft, TieDraft};
use super::field::Fields;

impl Builder<'_> {
    pub(super) fn acts(&mut self, draft: &Draft, kind: Kind) -> Vec<Act> {
        let mut acts = Vec::new();
        for (i, typed) in draft.acts.iter().enumerate() {
            acts.extend(self.act(&format!("acts[{i}]."), typed, draft, kind));
        }
        acts
    }

    pub(super) fn act(&mut self, within: &str, typed: &ActDraft, draft: &Draft, of: Kind) -> Option<Act> {
        let at = |field: &str| format!("{within}{field}");
        let kind = self.fields.code(&at("type"), "metric", Some(&typed.kind));
        let kind = self.fields.said_of(&at("type"), "metric", kind, of);
        let kind = self.fields.needed(&at("type"), kind, "what was done");
        let when = match &typed.when {
            Some(_) => self.fields.date(&at("when"), typed.when.as_ref()),
            None => self.fields.date("when", draft.when.as_ref()),
        };
        let place = match &typed.place {
            Some(_) => self.fields.words(&at("place"), typed.place.as_ref()),
            None => self.fields.words("place", draft.place.as_ref()),
        };
        let means = match &typed.means {
            Some(_) => self.fields.words(&at("means"), typed.means.as_ref()),
            None => self.fields.words("means", draft.means.as_ref()),
        };
        // "Unknown" is an answer of the list of manners, as of the list of sexes.
        let manner = typed.manner.as_deref().map(str::trim).filter(|m| !m.is_empty());
        let manner = manner.and_then(|m| self.fields.code_of(&at("manner"), "manner", m, None));
        Some(Act {
            evidence: self.fields.code(&at("evidence"), "evidence", typed.evidence.as_ref()),
            manner,
            means,
            negated: typed.negated,
            place,
            said_by: self.source(&at("said_by"), typed.said_by.as_ref(), None),
            kind: kind?,
            when,
        })
    }

    pub(super) fn statuses(&mut self, draft: &Draft, kind: Kind) -> Vec<Status> {
        let mut out = Vec::new();
        if draft.kind.trim() == "custody" {
            let held = match &draft.subtype {
                Some(_) => self.fields.code("type", "status", draft.subtype.as_ref()),
                None => Some("in_custody".to_owned()),
            };
            out.extend(held.map(|held| Status {
                as_of: self.fields.date("as_of", draft.as_of.as_ref()),
                by: self.fields.words("by", draft.by.as_ref()),
                place: self.fields.words("place", draft.place.as_ref()),
                when: self.fields.date("when", draft.when.as_ref()),
                ..Status::new(&held)
            }));
        }
        for (i, typed) in draft.statuses.iter().enumerate() {
            out.extend(self.status(&format!("statuses[{i}]."), typed, draft, kind));
        }
        out
    }

    pub(super) fn status(
        &mut self,
        within: &str,
        typed: &StatusDraft,
        draft: &Draft,
        of: Kind,
    ) -> Option<Status> {
        let at = |field: &str| format!("{within}{field}");
        let kind = self.fields.code(&at("type"), "status", Some(&typed.kind));
        let kind = self.fields.said_of(&at("type"), "status", kind, of);
        let as_of = match &typed.as_of {
            Some(_) => self.fields.date(&at("as_of"), typed.as_of.as_ref()),
            None if draft.kind.trim() != "custody" => self.fields.date("as_of", draft.as_of.as_ref()),
            None => None,
        };
        // With no act to take them, day and place typed beside are the status's.
        let alone = draft.acts.is_empty() && draft.kind.trim() != "custody";
        let when = typed.when.as_ref().or(draft.when.as_ref().filter(|_| alone));
        let place = typed.place.as_ref().or(draft.place.as_ref().filter(|_| alone));
        Some(Status {
            as_of,
            by: self.fields.words(&at("by"), typed.by.as_ref()),
            negated: typed.negated,
            place: self.fields.words(&at("place"), place),
            said_by: self.source(&at("said_by"), typed.said_by.as_ref(), None),
            when: self.fields.date(&at("when"), when),
            kind: self.fields.needed(&at("type"), kind, "what holds")?,
        })
    }

    pub(super) fn tie(&mut self, i: usize, typed: &TieDraft) -> Option<Tie> {
        let at = |field: &str| format!("ties[{i}].{field}");
        let kind = self.fields.code(&at("type"), "tie", Some(&typed.kind));
        let kind = self.fields.needed(&at("type"), kind, "what this is to the other");
        let to = self.other(&at("to"), &typed.to);
        let mut evidence = Vec::new();
        for (n, raw) in typed.evidence.iter().enumerate() {
            let field = at(&format!("evidence[{n}]"));
            let (kind, doc) = match raw.split_once('@') {
                Some((kind, doc)) => (kind, Some(doc)),
                None => (raw.as_str(), None),
            };
            let doc = match doc {
                Some(doc) => Some(self.file(&field, doc)?),
                None => None,
            };
            let kind = self.fields.code_of(&field, "tenure_evidence", kind.trim(), None);
            evidence.extend(kind.map(|kind| Evidence { doc, kind }));
        }
        Some(Tie {
            evidence,
            said_by: self.source(&at("said_by"), typed.said_by.as_ref(), None),
            share: self.fields.words(&at("share"), typed.share.as_ref()),
            when: self.fields.date(&at("when"), typed.when.as_ref()),
            to: to?,
            kind: kind?,
        })
    }

    pub(super) fn attributions(&mut self, draft: &Draft) -> Vec<Attribution> {
        let mut out = Vec::new();
        for (i, typed) in draft.attributions.iter().enumerate() {
            let at = |field: &str| format!("attributions[{i}].{field}");
            let actor = self.fields.words(&at("actor"), Some(&typed.actor));
            let stance = self.fields.code(&at("stance"), "stance", typed.stance.as_ref());
            let said_by = self.fields.words(&at("said_by"), typed.said_by.as_ref());
            let actor = self.fields.needed(&at("actor"), actor, "who is said to have done it");
            out.extend(actor.map(|actor| Attribution { actor, said_by, stance }));
        }
        out
    }

    pub(super) fn names(&mut self, field: &str, typed: &[NameDraft]) -> Vec<Name> {
        let mut out = Vec::new();
        for name in typed {
            let (part, script, text) = match name {
                NameDraft::Text(text) => (None, None, text),
                NameDraft::Full { part, script, text } => (part.clone(), script.clone(), text),
            };
            if let Some(text) = self.fields.words(field, Some(text)) {
                out.push(Name { part: part.unwrap_or_else(|| "full".to_owned()), script, text });
            }
        }
        out
    }

    pub(super) fn personal(&mut self, draft: &Draft, kind: Kind) -> Personal {
        let mut ids = Vec::new();
        for (i, IdDraft { scheme, value }) in draft.ids.iter().enumerate() {
            if scheme.trim().is_empty() || value.trim().is_empty() {
                let words = "an identifier has a scheme and a value".to_owned();
                self.fields.wrong(&format!("ids[{i}]"), "missing", words, "write it like passport=123");
            } else {
                ids.push(Identifier { scheme: scheme.trim().to_owned(), value: value.trim().to_owned() });
            }
        }
        if let Some(parcel) = self.fields.words("parcel", draft.parcel.as_ref()) {
            ids.push(Identifier { scheme: "parcel".to_owned(), value: parcel });
        }
        let called = matches!(kind, Kind::Incident | Kind::Facility);
        Personal {
            born: self.fields.date("born", draft.born.as_ref()),
            ids,
            names: if called { Vec::new() } else { self.names("names", &draft.names) },
        }
    }

    /// A sex that the source does not know is a code of its list; other ways to say nothing are gaps.
    pub(super) fn sex(&mut self, field: &str, raw: Option<&String>) -> Option<String> {
        let raw = raw.map(|r| r.trim()).filter(|r| !r.is_empty())?;
        if cairn_import::parse::missing(raw) == Some(cairn_import::parse::Missing::Unknown) {
            return Some("unknown".to_owned());
        }
        match cairn_import::parse::lexicon::sex_word(raw) {
            Some("female") => Some("f".to_owned()),
            Some("male") => Some("m".to_owned()),
            Some(code) => Some(code.to_owned()),
            None => self.fields.code(field, "sex", Some(&raw.to_owned())),
        }
    }

    pub(super) fn about(&mut self, draft: &Draft, kind: Kind) -> About {
        let f = &mut self.fields;
        let when = |f: &mut Fields| f.date("when", draft.when.as_ref());
        let place = |f: &mut Fields| f.words("place", draft.place.as_ref());
        let called = draft.names.first().map(|n| match n {
            NameDraft::Text(text) | NameDraft::Full { text, .. } => text.clone(),
        });
        let mut about = About::of(kind);
        match kind {
            Kind::Person | Kind::Group => {
                about.age = f.age("age", draft.age.as_ref());
                about.size = f.size("size", draft.size.as_ref());
                about.status = match draft.status.as_deref().map(str::trim) {
                    Some("unknown") => Some("unknown".to_owned()),
                    _ => f.code("status", "civilian_status", draft.status.as_ref()),
                };
                if kind == Kind::Group && draft.kind.trim() != "custody" {
                    about.group = f.code("type", "group_kind", draft.subtype.as_ref());
                }
                about.sex = self.sex("sex", draft.sex.as_ref());
            }
            Kind::Incident => {
                about.incident = Some(Incident {
                    means: f.words("means", draft.means.as_ref()),
                    name: called,
                    place: place(f),
                    kind: f.words("type", draft.subtype.as_ref()),
                    when: when(f),
                });
            }
            Kind::Facility => {
                let kind = f.code("type", "facility", draft.subtype.as_ref());
                about.facility = Some(Facility { name: called, place: place(f), kind });
            }
            Kind::Holding => {
                about.holding = Some(Holding {
                    area: f.words("area", draft.area.as_ref()),
                    damage: f.words("damage", draft.damage.as_ref()),
                    place: place(f),
                    quantity: f.size("quantity", draft.quantity.as_ref()),
                    tenure: f.words("tenure", draft.tenure.as_ref()),
                    kind: f.code("type", "holding", draft.subtype.as_ref()),
                    unit: f.code("unit", "unit", draft.unit.as_ref()),
                });
            }
            Kind::Access => {
                let essential = f.code("essential", "essential", draft.essential.as_ref());
                let level = f.choice("level", "access", draft.level.as_ref(), level_of);
                let area = f.words("area", draft.area.as_ref().or(draft.place.as_ref()));
                let essential = f.needed("essential", essential, "which essential");
                let level = f.needed("level", level, "whether it was denied or supplied");
                let quantity = f.words("quantity", draft.quantity.as_ref());
                let when = when(f);
                about.access = essential.zip(level).map(|(essential, level)| Access {
                    area,
                    essential,
                    level,
                    quantity,
                    when,
                });
            }
            Kind::Displacement => {
                let measure = f.choice("measure", "displacement", draft.measure.as_ref(), measure_of);
                let measure = f.needed("measure", measure, "whether it is a stock or a flow");
                let persons = f.size("persons", draft.persons.as_ref());
                let households = f.size("households", draft.households.as_ref());
                if persons.is_none() && households.is_none() && !f.gaps.contains_key("number") {
                    let words = "neither persons nor households are said".to_owned();
                    f.wrong("persons", "missing", words, "give one, or gaps: number = unknown");
                }
                let when = f.date("when", draft.when.as_ref().or(draft.as_of.as_ref()));
                about.displacement = measure.map(|measure| Displacement {
                    destination: f.words("destination", draft.destination.as_ref()),
                    households,
                    measure,
                    origin: f.words("origin", draft.origin.as_ref().or(draft.place.as_ref())),
                    persons,
                    kind: f.code("type", "displacement", draft.subtype.as_ref()),
                    when,
                });
            }
            Kind::Declaration => {
                let declaration = Declaration {
                    instrument: f.words("instrument", draft.instrument.as_ref()),
                    place: place(f),
                    kind: f.code("type", "declaration", draft.subtype.as_ref()),
                    when: when(f),
                };
                about.declaration = (declaration != Declaration::default()).then_some(declaration);
            }
            Kind::Figure => {}
        }
        about
    }

    pub(super) fn toll(&mut self, draft: &Draft) -> Option<Toll> {
        let f = &mut self.fields;
        let metric = f.code("metric", "metric", draft.metric.as_ref());
        let metric = f.needed("metric", metric, "what is counted");
        let number = f.quantity("number", draft.number.as_ref());
        let qualifier = f.choice("qualifier", "qualifier", draft.qualifier.as_ref(), qualifier_of);
        let number = match (number, qualifier, draft.negated) {
            (Some((size, read)), stated, _) => Some((size, stated.unwrap_or(read))),
            // "No injuries" is a denial, and the number is zero.
            (None, None, true) => Some((cairn_model::Size(Some(0), Some(0)), Qualifier::Exact)),
            (None, Some(stated), _) => Some((cairn_model::Size(None, None), stated)),
            (None, None, false) => f.needed("number", None, "the number"),
        };
        let (size, qualifier) = number?;
        let vague = qualifier == Qualifier::Vague && draft.qualifier.is_none();
        Some(Toll {
            by_rule: draft.by_rule || (vague && (size.0.is_some() || size.1.is_some())),
            component: f.code("component", "component", draft.component.as_ref()),
            cumulative: draft.cumulative,
            group: f.words("of_group", draft.of_group.as_ref()),
            high: size.1,
            hypothetical: draft.hypothetical,
            low: size.0,
            negated: draft.negated,
            party: f.words("of_party", draft.of_party.as_ref()),
            period: f.words("period", draft.period.as_ref()),
            place: f.words("place", draft.place.as_ref()),
            qualifier,
            scope: f.code("scope", "scope", draft.scope.as_ref()),
            unit: f.words("unit", draft.unit.as_ref()),
            when: f.date("when", draft.when.as_ref()),
            metric: metric?,
        })
    }
}

fn level_of(code: &str) -> Option<AccessLevel> {
    use AccessLevel::{Denied, Restored, Restricted, Supplied};
    [Denied, Restored, Restricted, Supplied].into_iter().find(|l| l.code() == code)
}

fn measure_of(code: &str) -> Option<Measure> {
    [Measure::Stock, Measure::Flow].into_iter().find(|m| m.code() == code)
}

fn qualifier_of(code: &str) -> Option<Qualifier> {
    use Qualifier::{About, AtLeast, AtMost, Exact, Vague};
    [Exact, AtLeast, AtMost, About, Vague].into_iter().find(|q| q.code() == code)
}
