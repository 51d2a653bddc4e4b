use super::*;
use crate::{
    About, Access, AccessLevel, Act, Ages, Attribution, Correction, CorrectionStance, Declaration,
    Displacement, DocId, Evidence, Facility, Gap, Holding, Identifier, Incident, Interval, Kind, Locator,
    Measure, Name, Qualifier, Size, Status, Tie, Toll,
};

fn id() -> EntryId {
    "3f9c2a1b-7".parse().unwrap()
}

fn text(words: &str) -> Option<String> {
    Some(words.to_owned())
}

/// Every member of an account of this kind.
fn full(kind: Kind) -> Account {
    let when: Option<Interval> = Some("2023-10-07/..".parse().unwrap());
    let two = Some(Size(Some(2), None));
    let only = |k: Kind| (kind == k).then_some(());
    Account {
        about: About {
            access: only(Kind::Access).map(|()| Access {
                area: text("a"),
                essential: "water".into(),
                level: AccessLevel::Denied,
                quantity: text("q"),
                when,
            }),
            age: Some(Ages(3, 4)),
            displacement: only(Kind::Displacement).map(|()| Displacement {
                destination: text("d"),
                households: two,
                measure: Measure::Flow,
                origin: text("o"),
                persons: two,
                kind: text("evacuation"),
                when,
            }),
            declaration: only(Kind::Declaration).map(|()| Declaration {
                instrument: text("the treaty of the valley"),
                place: text("p"),
                kind: text("legal_instrument"),
                when,
            }),
            group: only(Kind::Group).and_then(|()| text("family")),
            facility: only(Kind::Facility).map(|()| Facility {
                name: text("n"),
                place: text("p"),
                kind: text("hospital"),
            }),
            holding: only(Kind::Holding).map(|()| Holding {
                area: text("3 dunams"),
                damage: text("destroyed"),
                place: text("p"),
                quantity: two,
                tenure: text("owned"),
                kind: text("orchard"),
                unit: text("dunam"),
            }),
            incident: only(Kind::Incident).map(|()| Incident {
                means: text("m"),
                name: text("n"),
                place: text("p"),
                kind: text("shelling"),
                when,
            }),
            kind,
            sex: text("f"),
            size: two,
            status: text("civilian"),
        },
        acts: vec![Act {
            evidence: text("body_seen"),
            manner: text("hunger"),
            means: text("m"),
            negated: true,
            place: text("قرية"),
            said_by: Some(id()),
            kind: "killed".into(),
            when,
        }],
        at: Locator::Chars(3, 9),
        attributions: vec![Attribution { actor: "A".into(), said_by: text("B"), stance: text("accuses") }],
        claim: text("c"),
        correction: Some(Correction { of: id(), stance: CorrectionStance::Corrects, why: text("w") }),
        derived_from: vec![id()],
        doc: DocId([7; 32]),
        edited: vec!["high".into(), "place".into()],
        files: vec![DocId([8; 32])],
        gaps: [("when".to_owned(), Gap::Refused), ("place".to_owned(), Gap::Unknown)].into(),
        published_by: Some(id()),
        said_by: Some(id()),
        statuses: vec![Status {
            as_of: when,
            by: text("b"),
            negated: true,
            place: text("p"),
            said_by: Some(id()),
            kind: "in_custody".into(),
            when,
        }],
        ties: vec![Tie {
            evidence: vec![Evidence { doc: Some(DocId([9; 32])), kind: "deed".into() }],
            said_by: Some(id()),
            share: text("a third"),
            to: id(),
            kind: "owner".into(),
            when,
        }],
        toll: Some(Toll {
            by_rule: true,
            component: text("new"),
            cumulative: true,
            group: text("children"),
            high: None,
            hypothetical: true,
            low: Some(24),
            metric: "killed".into(),
            negated: true,
            party: text("p"),
            period: text("since"),
            place: text("q"),
            qualifier: Qualifier::AtLeast,
            scope: text("civilians"),
            unit: text("people"),
            when,
        }),
        personal: Personal {
            born: Some("1990-01-01/1990-12-31".parse().unwrap()),
            ids: vec![Identifier { scheme: "key".into(), value: "K1".into() }],
            names: vec![Name { part: "given".into(), script: text("Latn"), text: "X\u{7}\n".into() }],
        },
    }
}

fn least_account() -> Account {
    Account::new(Kind::Person, DocId([0; 32]), Locator::Whole)
}

/// The fast path must give the canonical bytes, or hashes would depend on the path taken.
#[test]
fn struct_order_is_canonical_order() {
    let full = Kind::ALL.map(full);
    for account in full.into_iter().chain([least_account()]) {
        let entry = Entry::Account(Box::new(account));
        for (class, text) in entry.sections().unwrap() {
            let value: Value = serde_json::from_str(&text).unwrap();
            assert_eq!(canonical::to_string(&value).unwrap(), text, "{class}");
        }
    }
}

#[test]
fn every_kind_reads_back() {
    let id: EntryId = "3f9c2a1b-7".parse().unwrap();
    let doc = DocId([1; 32]);
    let team = Team { actor: Some("a".into()), reason: Some("r".into()) };
    for entry in [
        Entry::Account(Box::new(full(Kind::Group))),
        Entry::Account(Box::new(full(Kind::Holding))),
        Entry::Account(Box::new(least_account())),
        Entry::Open(Opening {
            act: "import".into(),
            lamport: 3,
            parents: vec![(id.chain, 9)],
            time: "2024-01-02T03:04:05Z".into(),
            team,
        }),
        Entry::Seal(Seal { entries: 2, opening: 5 }),
        Entry::Document(Document {
            bytes: 5,
            doc,
            lang: Some("ar".into()),
            name: "n".into(),
            published: Some("2023-10-13".into()),
            publisher: Some(id),
            title: Some("t".into()),
        }),
        Entry::Source(Source { name: "alias".into(), protected: true, identity: Some("who".into()) }),
        Entry::List(ListVersion {
            columns: vec!["a".into()],
            because: Some("new-version".into()),
            doc,
            key: Some("a".into()),
            map: "m".into(),
            said_by: Some(id),
            series: Some("s".into()),
        }),
        Entry::Rejection(Rejection { claim: "c".into() }),
        Entry::Acceptance(Acceptance {
            held: vec!["c".into(), "d".into()],
            name: "sure".into(),
            rule: "score = 90\n".into(),
            version: "1".into(),
        }),
        Entry::Edit(Edit {
            claim: "c".into(),
            was: [("low".to_owned(), text("12")), ("place".to_owned(), None)].into(),
        }),
        Entry::Undo(Undo { batch: id }),
        Entry::Judgement(Judgement {
            a: id,
            b: EntryId { seq: 8, ..id },
            instead_of: vec![id],
            model: text("m"),
            score: Some(998_000),
            verdict: Verdict::Same,
        }),
        Entry::Amendment(Amendment { account: EntryId { seq: 8, ..id }, of: id }),
        Entry::Withdrawal(Withdrawal { account: id }),
        Entry::Consent(Box::new(Consent {
            accounts: vec![id],
            basis: text("published"),
            given: text("2031-05-06"),
            lang: text("ar"),
            share_with: vec!["a court".into()],
            to: vec!["record".into(), "share".into()],
            state: ConsentState::Given,
            until: text("2032-05-06"),
            by: text("her mother"),
        })),
        Entry::Scope(ListScope {
            derived_from: vec!["a".into(), "b".into()],
            list: "s".into(),
            manner: text("direct"),
            place: text("p"),
            when: Some(Interval("2031-01-01".parse().ok(), None)),
            whom: text("all"),
        }),
        Entry::Estimate(Box::new(run())),
    ] {
        let sections = entry.sections().unwrap();
        assert!(sections.is_sorted_by_key(|(class, _)| *class));
        let read = Entry::from_sections(|class| {
            sections.iter().find(|(c, _)| *c == class).map(|(_, text)| text.as_str())
        })
        .unwrap();
        assert_eq!(read, entry);
    }
}

fn run() -> EstimateRun {
    let figure = Some(RunFigure { estimate: 9, high: 12, low: 8 });
    let stratum = RunStratum { figure, observed: 7, refused: vec![], values: vec!["f".into()] };
    let list = RunList { list: "s".into(), name: "n".into(), records: 5, unlinkable: 1 };
    EstimateRun {
        figure,
        lists: vec![list],
        method: "auto".into(),
        metric: "killed".into(),
        model: "dga".into(),
        observed: 7,
        options: [("seed".to_owned(), "1".to_owned())].into(),
        position: "00000000:9".into(),
        refused: vec![],
        result: "ab".into(),
        rule: "literal 2".into(),
        strata: vec![stratum],
        strata_by: vec!["sex".into()],
    }
}

#[test]
fn a_run_has_a_figure_or_reasons() {
    let with = |change: &dyn Fn(&mut EstimateRun)| {
        let mut r = run();
        change(&mut r);
        Entry::Estimate(Box::new(r)).sections().is_err()
    };
    assert!(!with(&|_| {}));
    assert!(with(&|r| r.figure = None));
    assert!(with(&|r| r.refused = vec!["islands".into()]));
    assert!(!with(&|r| (r.figure, r.refused) = (None, vec!["islands".into(), "no_overlap".into()])));
    assert!(with(&|r| (r.figure, r.refused) = (None, vec!["no_overlap".into(), "islands".into()])));
    assert!(with(&|r| r.figure = Some(RunFigure { estimate: 9, high: 8, low: 8 })));
    assert!(with(&|r| r.strata[0].values.clear()));
    let scope = |manner: &str| {
        let [place, whom, manner] = [None, None, Some(manner.to_owned())];
        Entry::Scope(ListScope { derived_from: vec![], list: "s".into(), manner, place, when: None, whom })
    };
    assert!(scope("indirect").sections().is_ok() && scope("odd").sections().is_err());
}

#[test]
fn unknown_kinds_and_versions_are_refused() {
    for open in [r#"{"entry":"miracle","v":1}"#, r#"{"entry":"seal","v":2}"#, r#"{"v":1}"#, "[]", "{"] {
        assert!(Entry::from_sections(|c| (c == Class::Open).then_some(open)).is_err(), "{open}");
    }
}

/// One value has one spelling, and what cannot be is not said.
#[test]
fn what_no_entry_says_is_refused() {
    let backward: Interval = Interval("2024-01-02".parse().ok(), "2024-01-01".parse().ok());
    let with = |change: &dyn Fn(&mut Account)| {
        let mut a = least_account();
        change(&mut a);
        Entry::Account(Box::new(a)).sections().is_err()
    };
    assert!(with(&|a| a.statuses = vec![Status { when: Some(backward), ..Status::new("missing") }]));
    assert!(with(&|a| a.about.incident = Some(Incident::default())));
    assert!(with(&|a| a.gaps = [("shoes".to_owned(), Gap::Unknown)].into()));
    assert!(with(&|a| a.gaps = [("sex".to_owned(), Gap::Unknown)].into()));
    assert!(with(&|a| {
        a.about.age = Some(Ages(1, 1));
        a.gaps = [("age".to_owned(), Gap::Unknown)].into();
    }));
    assert!(!with(&|a| a.gaps = Gap::FIELDS.map(|f| (f.to_owned(), Gap::Refused)).into()));
    let judge =
        |a, b| Judgement { a, b, instead_of: vec![], model: None, score: None, verdict: Verdict::Unsure };
    let (one, two) = (id(), EntryId { seq: 10, ..id() });
    assert!(Entry::Judgement(judge(one, two)).sections().is_ok());
    assert!(Entry::Judgement(judge(two, one)).sections().is_err());
    assert!(Entry::Judgement(judge(one, one)).sections().is_err());
    assert!(Entry::Amendment(Amendment { account: one, of: one }).sections().is_err());
    let held = vec!["d".to_owned(), "c".to_owned()];
    let [name, rule, version] = ["n", "r", "1"].map(str::to_owned);
    assert!(Entry::Acceptance(Acceptance { held, name, rule, version }).sections().is_err());
    assert!(Entry::Edit(Edit { claim: "c".into(), was: BTreeMap::new() }).sections().is_err());
}
