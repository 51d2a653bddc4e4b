//! One account of every kind, as they leave a register.

use cairn_model::{
    About, Access, AccessLevel, Account, Act, Ages, Attribution, ChainId, Declaration, Displacement, DocId,
    Document, EntryId, Facility, Holding, Identifier, Incident, Interval, Kind, Locator, Measure, Name,
    Qualifier, Size, Status, Tie, Toll,
};
use cairn_work::{Outgoing, Speaker};

pub fn id(seq: u64) -> EntryId {
    EntryId { chain: ChainId([0xab; 4]), seq }
}

fn days(text: &str) -> Option<Interval> {
    Some(text.parse().unwrap())
}

fn account(seq: u64, kind: Kind, fill: impl FnOnce(&mut Account)) -> Outgoing {
    let mut account = Box::new(Account::new(kind, DocId([7; 32]), Locator::Row(seq)));
    account.said_by = Some(id(1));
    fill(&mut account);
    Outgoing {
        id: id(seq),
        withheld: false,
        said_by: Some(Speaker { id: id(1), name: "Witness 7".into() }),
        published_by: Some(Speaker { id: id(2), name: "The Orvenna Post".into() }),
        document: Some(Document {
            bytes: 9,
            doc: DocId([7; 32]),
            lang: Some("en".into()),
            name: "notes.txt".into(),
            published: Some("2031-06-01".into()),
            publisher: Some(id(2)),
            title: Some("Notes of June".into()),
        }),
        tied: Vec::new(),
        account,
    }
}

fn tie(kind: &str, to: u64) -> Tie {
    Tie { evidence: Vec::new(), said_by: None, share: None, to: id(to), kind: kind.into(), when: None }
}

/// A person with everything that can be said of one, and one of every other kind.
pub fn all() -> Vec<Outgoing> {
    let home = || About {
        holding: Some(Holding { kind: Some("flat".into()), ..Holding::default() }),
        ..About::of(Kind::Holding)
    };
    let mut out = vec![
        account(10, Kind::Person, |a| {
            a.about.sex = Some("f".into());
            a.about.age = Some(Ages(34, 35));
            a.about.status = Some("civilian".into());
            a.acts.push(Act {
                when: days("2031-05-01/2031-05-31"),
                place: Some("=Mirel".into()),
                ..Act::new("killed")
            });
            a.acts.push(Act {
                manner: Some("hunger".into()),
                when: days("2031-04-01/2031-05-03"),
                ..Act::new("detained")
            });
            a.acts.push(Act { negated: true, ..Act::new("tortured_or_abused") });
            a.statuses.push(Status::new("hospitalised"));
            a.attributions.push(Attribution {
                actor: "The Northern Command".into(),
                said_by: None,
                stance: Some("accuses".into()),
            });
            a.personal.names.push(Name { part: "full".into(), script: None, text: "Ada Venn".into() });
            a.personal.names.push(Name {
                part: "full".into(),
                script: Some("Arab".into()),
                text: "آدا فين".into(),
            });
            a.personal.ids.push(Identifier { scheme: "no".into(), value: "17".into() });
            a.personal.born = days("1996-01-01/1996-12-31");
            a.ties = vec![
                tie("parent", 11),
                tie("owner", 13),
                tie("in_incident", 12),
                tie("household", 14),
                tie("owner", 99),
            ];
        }),
        account(11, Kind::Person, |a| a.acts.push(Act::new("missing"))),
        account(12, Kind::Incident, |a| {
            a.about.incident = Some(Incident {
                place: Some("Orvenna".into()),
                when: days("2031-05-02/2031-05-02"),
                ..Incident::default()
            });
        }),
        account(13, Kind::Holding, |a| {
            a.about = home();
            a.statuses.push(Status::new("sealed"));
        }),
        account(14, Kind::Group, |a| {
            a.about.group = Some("family".into());
            a.about.size = Some(Size(Some(5), None));
            a.acts.push(Act::new("displaced"));
        }),
        account(15, Kind::Figure, |a| {
            a.toll = Some(Toll {
                by_rule: false,
                component: Some("new".into()),
                cumulative: true,
                group: Some("children".into()),
                high: None,
                hypothetical: false,
                low: Some(40),
                metric: "killed".into(),
                negated: false,
                party: None,
                period: None,
                place: None,
                qualifier: Qualifier::AtLeast,
                scope: Some("civilians".into()),
                unit: None,
                when: None,
            });
        }),
        account(16, Kind::Declaration, |a| {
            a.about.declaration =
                Some(Declaration { kind: Some("ceasefire".into()), ..Declaration::default() });
        }),
        account(17, Kind::Facility, |a| {
            a.about.facility = Some(Facility {
                name: Some("Clinic 4".into()),
                place: Some("Mirel".into()),
                kind: Some("clinic".into()),
            });
        }),
        account(18, Kind::Access, |a| {
            a.about.access = Some(Access {
                area: Some("Mirel".into()),
                essential: "water".into(),
                level: AccessLevel::Denied,
                quantity: None,
                when: days("2031-01-01/.."),
            });
        }),
        account(19, Kind::Displacement, |a| {
            a.about.displacement = Some(Displacement {
                destination: None,
                households: Some(Size(Some(30), Some(40))),
                measure: Measure::Flow,
                origin: Some("Orvenna".into()),
                persons: Some(Size(Some(120), None)),
                kind: Some("evacuation".into()),
                when: None,
            });
        }),
    ];
    out[0].tied = vec![
        Some(About::of(Kind::Person)),
        Some(home()),
        Some(About::of(Kind::Incident)),
        Some(About::of(Kind::Group)),
        None,
    ];
    out
}
