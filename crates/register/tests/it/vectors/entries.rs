//! One entry of every kind.

use cairn_model::{
    About, Acceptance, Access, AccessLevel, Account, Act, Ages, Amendment, Attribution, ChainId, Consent,
    ConsentState, Correction, CorrectionStance, Declaration, Displacement, DocId, Document, Edit, Entry,
    EntryId, EstimateRun, Evidence, Facility, Gap, Holding, Identifier, Incident, Judgement, Kind, ListScope,
    ListVersion, Locator, Measure, Name, Opening, Personal, Qualifier, Rejection, RunFigure, RunList,
    RunStratum, Seal, Size, Source, Status, Team, Tie, Toll, Undo, Verdict, Withdrawal,
};

use super::{doc as doc_of, interval, opening, text};

fn person(doc: DocId, row: u64) -> Account {
    let Entry::Account(account) = crate::person(doc, row) else { unreachable!() };
    *account
}

/// One entry of every kind, with every member that it can have, and with as few as it can.
pub(super) fn entries() -> Vec<(&'static str, Entry)> {
    let id: EntryId = "3f9c2a1b-7".parse().unwrap();
    let doc = doc_of("a document");
    let full_toll = Toll {
        by_rule: true,
        component: text("new"),
        cumulative: true,
        group: text("children"),
        high: None,
        hypothetical: true,
        low: Some(9_007_199_254_740_991),
        metric: "killed".into(),
        negated: true,
        party: text("those of the valley"),
        period: text("since the spring"),
        place: text("the upper town"),
        qualifier: Qualifier::AtLeast,
        scope: text("civilians"),
        unit: text("people"),
        when: interval("2031-03-01/.."),
    };
    let toll = |low, high, qualifier| Toll {
        by_rule: false,
        component: None,
        cumulative: false,
        group: None,
        high,
        hypothetical: false,
        low,
        metric: "injured".into(),
        negated: false,
        party: None,
        period: None,
        place: None,
        qualifier,
        scope: None,
        unit: None,
        when: None,
    };
    let figure =
        |toll: Toll, at: Locator| Account { toll: Some(toll), ..Account::new(Kind::Figure, doc, at) };
    let account = |a: Account| Entry::Account(Box::new(a));
    let document = |lang, published, publisher, title| Document {
        bytes: 12_345,
        doc,
        lang,
        name: "bulletin 7.txt".into(),
        published,
        publisher,
        title,
    };
    vec![
        (
            "an opening with every member",
            Entry::Open(Opening {
                parents: vec![(ChainId([0, 1, 2, 3]), 4), (ChainId([0xff; 4]), 1)],
                team: Team { actor: text("a person of the team"), reason: text("they asked\nfor it") },
                ..match opening("import", 3, &[]) {
                    Entry::Open(o) => o,
                    _ => unreachable!(),
                }
            }),
        ),
        ("an opening with as few members as it can have", opening("add", 1, &[])),
        ("a seal", Entry::Seal(Seal { entries: 2, opening: 0 })),
        (
            "a document with every member",
            Entry::Document(document(text("ar"), text("2031-05-05"), Some(id), text("نشرة رقم ٧"))),
        ),
        ("a document with as few members as it can have", Entry::Document(document(None, None, None, None))),
        ("a source", Entry::Source(Source { name: "A ministry".into(), protected: false, identity: None })),
        (
            "a protected source",
            Entry::Source(Source {
                name: "witness 4".into(),
                protected: true,
                identity: text("the person behind it"),
            }),
        ),
        (
            "a list with every member",
            Entry::List(ListVersion {
                columns: vec!["الاسم".into(), "age".into(), String::new()],
                doc,
                map: "[columns]\nage = \"age\"\n".into(),
                said_by: Some(id),
                because: None,
                key: None,
                series: None,
            }),
        ),
        (
            "a list with as few members as it can have",
            Entry::List(ListVersion {
                columns: vec![],
                because: None,
                doc,
                key: None,
                map: String::new(),
                said_by: None,
                series: None,
            }),
        ),
        (
            "a person with every member",
            account(Account {
                about: About {
                    age: Some(Ages(3, 4)),
                    sex: text("f"),
                    status: text("civilian"),
                    ..About::of(Kind::Person)
                },
                acts: vec![
                    Act {
                        place: text("قرية"),
                        when: interval("2031-03-01/2031-03-31"),
                        ..Act::new("detained")
                    },
                    Act { when: interval("../2031-06-01"), ..Act::new("killed") },
                ],
                attributions: vec![
                    Attribution {
                        actor: "the northern column".into(),
                        said_by: text("B"),
                        stance: text("accuses"),
                    },
                    Attribution { actor: "C".into(), said_by: None, stance: None },
                ],
                claim: text("c-12"),
                derived_from: vec![id, "00000000-0".parse().unwrap()],
                published_by: Some(id),
                said_by: Some("3f9c2a1b-8".parse().unwrap()),
                personal: Personal {
                    born: interval("2027-01-01/2027-12-31"),
                    ids: vec![Identifier { scheme: "no.".into(), value: "007".into() }],
                    names: vec![
                        Name {
                            part: "full".into(), script: text("Arab"), text: "سليم بن نور الوادي".into()
                        },
                        Name { part: "given".into(), script: None, text: "Salim".into() },
                    ],
                },
                ..Account::new(Kind::Person, doc, Locator::Row(17))
            }),
        ),
        (
            "an unnamed person of whom nothing is said but the harm",
            account(Account {
                about: About { age: None, sex: None, ..person(doc, 1).about },
                personal: Personal::default(),
                at: Locator::Whole,
                ..person(doc, 1)
            }),
        ),
        (
            "a group of an open size",
            account(Account {
                about: About {
                    kind: Kind::Group,
                    size: Some(Size(Some(3), None)),
                    age: None,
                    ..person(doc, 2).about
                },
                personal: Personal::default(),
                ..person(doc, 2)
            }),
        ),
        (
            "an incident",
            account(Account {
                about: About::of(Kind::Incident),
                acts: vec![],
                personal: Personal::default(),
                ..person(doc, 3)
            }),
        ),
        ("a figure with every member", account(figure(full_toll, Locator::Chars(120, 188)))),
        ("a figure, exact", account(figure(toll(Some(0), Some(0), Qualifier::Exact), Locator::Chars(0, 1)))),
        ("a figure, at most", account(figure(toll(None, Some(7), Qualifier::AtMost), Locator::Whole))),
        ("a figure, about", account(figure(toll(Some(40), Some(60), Qualifier::About), Locator::Whole))),
        ("a figure, vague", account(figure(toll(None, None, Qualifier::Vague), Locator::Whole))),
        ("a rejection", Entry::Rejection(Rejection { claim: "c-13".into() })),
        ("an undo", Entry::Undo(Undo { batch: id })),
        (
            "letters that JSON writers spell in different ways",
            Entry::Rejection(Rejection {
                claim:
                    "\"\\/\u{8}\t\n\u{c}\r\u{1}\u{1f}\u{7f}\u{80}é\u{65}\u{301}\u{2028}\u{fb33}שׁ😀\u{10ffff}"
                        .into(),
            }),
        ),
        (
            "a version of a list",
            Entry::List(ListVersion {
                columns: vec!["no.".into()],
                because: text("new-version"),
                doc,
                key: text("no."),
                map: String::new(),
                said_by: None,
                series: text("the daily list"),
            }),
        ),
        (
            "a declaration",
            account(Account {
                about: About {
                    declaration: Some(Declaration {
                        instrument: text("the convention on the wounded, article 12"),
                        place: text("the valley"),
                        kind: text("legal_instrument"),
                        when: interval("2031-03-01/.."),
                    }),
                    ..About::of(Kind::Declaration)
                },
                ..Account::new(Kind::Declaration, doc, Locator::Page(3))
            }),
        ),
        (
            "a household of five",
            account(Account {
                about: About {
                    group: text("household"),
                    size: Some(Size(Some(5), Some(5))),
                    ..About::of(Kind::Group)
                },
                ..Account::new(Kind::Group, doc, Locator::Whole)
            }),
        ),
        (
            "a person of whom everything is said that the first version could not say",
            account(Account {
                acts: vec![Act {
                    evidence: text("body_seen"),
                    manner: text("hunger"),
                    means: text("a closed road"),
                    negated: true,
                    place: None,
                    said_by: Some(id),
                    kind: "killed".into(),
                    when: None,
                }],
                correction: Some(Correction {
                    of: id,
                    stance: CorrectionStance::Retracts,
                    why: text("entered under a wrong name"),
                }),
                edited: vec!["high".into(), "place".into()],
                files: vec![doc_of("a photograph")],
                gaps: [
                    ("age".to_owned(), Gap::NotApplicable),
                    ("names".to_owned(), Gap::Refused),
                    ("when".to_owned(), Gap::Unknown),
                ]
                .into(),
                statuses: vec![
                    Status {
                        as_of: interval("2031-04-02/2031-04-02"),
                        by: text("the harbour guard"),
                        negated: true,
                        place: text("the old mill"),
                        said_by: Some(id),
                        kind: "in_custody".into(),
                        when: interval("2031-03-01/.."),
                    },
                    Status::new("missing"),
                ],
                ties: vec![
                    Tie {
                        evidence: vec![
                            Evidence { doc: Some(doc_of("a deed")), kind: "deed".into() },
                            Evidence { doc: None, kind: "neighbour".into() },
                        ],
                        said_by: Some(id),
                        share: text("a third"),
                        to: id,
                        kind: "owner".into(),
                        when: interval("2010-01-01/.."),
                    },
                    Tie {
                        evidence: vec![],
                        said_by: None,
                        share: None,
                        to: id,
                        kind: "member".into(),
                        when: None,
                    },
                ],
                ..Account::new(Kind::Person, doc, Locator::Whole)
            }),
        ),
        (
            "a holding",
            account(Account {
                about: About {
                    holding: Some(Holding {
                        area: text("3 dunams"),
                        damage: text("severe"),
                        place: text("the terraces"),
                        quantity: Some(Size(Some(40), Some(60))),
                        tenure: text("customary"),
                        kind: text("orchard"),
                        unit: text("tree"),
                    }),
                    ..About::of(Kind::Holding)
                },
                personal: Personal {
                    ids: vec![Identifier { scheme: "parcel".into(), value: "17/4".into() }],
                    ..Personal::default()
                },
                ..Account::new(Kind::Holding, doc, Locator::Whole)
            }),
        ),
        (
            "a facility",
            account(Account {
                about: About {
                    facility: Some(Facility {
                        name: text("the old mill"),
                        place: text("by the river"),
                        kind: text("detention"),
                    }),
                    ..About::of(Kind::Facility)
                },
                ..Account::new(Kind::Facility, doc, Locator::Whole)
            }),
        ),
        (
            "an incident known only to lie between two days",
            account(Account {
                about: About {
                    incident: Some(Incident {
                        means: text("mortars"),
                        name: text("the night of the fair"),
                        place: text("the market"),
                        kind: text("shelling"),
                        when: interval("2031-10-25/2032-10-27"),
                    }),
                    ..About::of(Kind::Incident)
                },
                ..Account::new(Kind::Incident, doc, Locator::Whole)
            }),
        ),
        (
            "water denied",
            account(Account {
                about: About {
                    access: Some(Access {
                        area: text("the lower town"),
                        essential: "water".into(),
                        level: AccessLevel::Denied,
                        quantity: text("four lorries of forty"),
                        when: interval("2031-01-05/2031-02-01"),
                    }),
                    ..About::of(Kind::Access)
                },
                ..Account::new(Kind::Access, doc, Locator::Whole)
            }),
        ),
        (
            "a displacement",
            account(Account {
                about: About {
                    displacement: Some(Displacement {
                        destination: text("the school"),
                        households: Some(Size(Some(240), Some(240))),
                        measure: Measure::Stock,
                        origin: text("the lower town"),
                        persons: Some(Size(Some(1000), None)),
                        kind: text("idps"),
                        when: interval("2031-05-01/2031-05-01"),
                    }),
                    ..About::of(Kind::Displacement)
                },
                ..Account::new(Kind::Displacement, doc, Locator::Whole)
            }),
        ),
        (
            "a judgement of a model, in the place of another",
            Entry::Judgement(Judgement {
                a: id,
                b: EntryId { seq: 10, ..id },
                instead_of: vec![EntryId { seq: 12, ..id }],
                model: text("link 1"),
                score: Some(998_000),
                verdict: Verdict::Same,
            }),
        ),
        (
            "a judgement of a person",
            Entry::Judgement(Judgement {
                a: "00000000-9".parse().unwrap(),
                b: id,
                instead_of: vec![],
                model: None,
                score: None,
                verdict: Verdict::Unsure,
            }),
        ),
        ("an amendment", Entry::Amendment(Amendment { account: EntryId { seq: 20, ..id }, of: id })),
        ("a withdrawal", Entry::Withdrawal(Withdrawal { account: id })),
        (
            "a consent with every member",
            Entry::Consent(Box::new(Consent {
                accounts: vec![id, EntryId { seq: 10, ..id }],
                basis: text("published by a public body"),
                given: text("2031-05-06"),
                lang: text("ar"),
                share_with: vec!["a court".into()],
                to: vec!["court".into(), "record".into(), "share_named".into()],
                until: text("2041-05-06"),
                state: ConsentState::Withdrawn,
                by: text("her mother"),
            })),
        ),
        (
            "a consent with as few members as it can have",
            Entry::Consent(Box::new(Consent {
                accounts: vec![id],
                basis: None,
                given: None,
                lang: None,
                share_with: vec![],
                to: vec![],
                until: None,
                state: ConsentState::Given,
                by: None,
            })),
        ),
        (
            "an acceptance by a rule",
            Entry::Acceptance(Acceptance {
                held: vec!["c-14".into(), "c-15".into()],
                name: "sure".into(),
                rule: "score_at_least = 90\n".into(),
                version: "1".into(),
            }),
        ),
        (
            "an acceptance by a rule that held nothing back",
            Entry::Acceptance(Acceptance {
                held: vec![],
                name: "sure".into(),
                rule: String::new(),
                version: "1".into(),
            }),
        ),
        (
            "an edit",
            Entry::Edit(Edit {
                claim: "c-14".into(),
                was: [("low".to_owned(), text("21")), ("place".to_owned(), None)].into(),
            }),
        ),
        (
            "what a list covers",
            Entry::Scope(ListScope {
                derived_from: vec!["a survey".into(), "hospitals".into()],
                list: "ministry".into(),
                manner: text("direct"),
                place: text("the whole valley"),
                when: interval("2031-03-03/2031-04-30"),
                whom: text("all"),
            }),
        ),
        (
            "a declaration with as few members as it can have",
            Entry::Scope(ListScope {
                derived_from: vec![],
                list: "34750f98-7".into(),
                manner: None,
                place: None,
                when: None,
                whom: None,
            }),
        ),
        ("an estimate by sex", Entry::Estimate(Box::new(run()))),
        (
            "an estimate that was refused",
            Entry::Estimate(Box::new(EstimateRun {
                figure: None,
                refused: vec!["islands".into(), "scope_undeclared".into()],
                strata: vec![],
                strata_by: vec![],
                lists: vec![],
                options: [].into(),
                ..run()
            })),
        ),
    ]
}

fn run() -> EstimateRun {
    let figure = RunFigure { estimate: 812, high: 1004, low: 733 };
    let part = RunFigure { estimate: 402, high: 511, low: 366 };
    let stratum = |value: &str, figure: Option<RunFigure>, refused: &[&str]| RunStratum {
        figure,
        observed: 311,
        refused: refused.iter().map(|c| (*c).to_owned()).collect(),
        values: vec![value.to_owned()],
    };
    let list = |list: &str, name: &str| RunList {
        list: list.to_owned(),
        name: name.to_owned(),
        records: 400,
        unlinkable: 3,
    };
    EstimateRun {
        figure: Some(figure),
        lists: vec![list("34750f98-7", "hospital-list.csv"), list("ministry", "ministry")],
        method: "auto".into(),
        metric: "killed".into(),
        model: "range over lcmcr and dga".into(),
        observed: 622,
        options: [("draws", "20"), ("level", "0.95"), ("seed", "1")]
            .map(|(k, v)| (k.to_owned(), v.to_owned()))
            .into(),
        position: "34750f98:42".into(),
        refused: vec![],
        result: "0d1da5138c035ffb7a848cfa108a901b2d7e44195f11ddc475e1fe7c1cf9d8b3".into(),
        rule: "literal 2".into(),
        strata: vec![stratum("f", Some(part), &[]), stratum("m", None, &["too_little_overlap"])],
        strata_by: vec!["sex".into()],
    }
}
