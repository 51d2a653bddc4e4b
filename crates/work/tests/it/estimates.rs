//! Estimating from a register, from files and from replicates.
#![allow(clippy::unwrap_used)]

use std::fmt::Write;

use cairn_count::{Query, Rule};
use cairn_estimate::{Columns, Counts, Note, Options, Outcome, Table, Watch, estimate};
use cairn_model::{EntryId, Verdict};
use cairn_work::record::Selection;
use cairn_work::{
    EstimateOptions, RecordFile, RegisterQuestion, ScopeOptions, Silent, estimate_files, estimate_replicates,
    membership_table,
};

use crate::{Register, by, incoming};

const LISTS: [&str; 3] = ["hospital.csv", "monitor.csv", "survey.csv"];

/// Of 400 people those on each list, by number: independent lists with chances of a half, two fifths and a third.
fn members(list: usize) -> Vec<usize> {
    let on = |person: usize| {
        let mut x = (person as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (list as u64 + 1) << 32;
        x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (x ^ (x >> 31)) % 60 < [30, 24, 20][list]
    };
    (0..400).filter(|p| on(*p)).collect()
}

fn word(n: usize) -> String {
    let c = ["b", "t", "j", "k", "d", "r", "z", "s", "f", "l", "m"];
    let v = ["a", "i", "u", "e", "o"];
    [n, n / 7 + 3, n / 31 + 5].map(|k| format!("{}{}", c[k % 11], v[(k / 11 + k) % 5])).concat()
}

/// A list of them, the last of each list without a name.
fn csv(list: usize) -> String {
    let mut out = "name,sex,age,date of death,place\n".to_owned();
    for p in members(list) {
        let sex = if p % 3 == 0 { "f" } else { "m" };
        let name = format!("{} {} {}", word(p * 17 + 1), word(p * 5 + 2), word(p * 29 + 3));
        writeln!(out, "{name},{sex},{},2031-{:02}-{:02},Harvenna", p % 80, 3 + p % 2, 1 + p % 28).unwrap();
    }
    out.push_str(",m,30,2031-03-09,Harvenna\n");
    out
}

/// What the same histories give as a table; the sample itself is an unlucky one, 401 to 478 of 400.
fn known() -> Outcome {
    let mut counts = Counts::new(3);
    for person in 0..400 {
        let on = (0..3).filter(|l| members(*l).contains(&person));
        counts.add(on.fold(0, |bits, l| bits | 1 << l), 1);
    }
    estimate(&Table::from_counts(LISTS.map(str::to_owned).to_vec(), counts), &dga().estimate)
}

fn question(dry_run: bool) -> RegisterQuestion {
    let rule = Rule::built_in("literal").unwrap();
    RegisterQuestion { metric: "killed".into(), rule, at: None, dry_run }
}

fn dga() -> EstimateOptions {
    let estimate = Options { method: "dga".parse().unwrap(), ..Options::default() };
    EstimateOptions { estimate, draws: 0, ..EstimateOptions::default() }
}

/// Three lists, and who is the same on them as judged by somebody who knows.
fn register() -> (Register, Vec<String>, Vec<EntryId>) {
    let mut register = Register::new();
    let mut accounts: Vec<Vec<(usize, EntryId)>> = vec![Vec::new(); 400];
    let (mut batches, mut heads) = (Vec::new(), Vec::new());
    for (list, name) in LISTS.iter().enumerate() {
        let report = register.session.import(&incoming(name, &csv(list)), &by(name), &mut Silent).unwrap();
        let first = report.list.unwrap();
        heads.push(first);
        for (row, person) in members(list).into_iter().enumerate() {
            accounts[person].push((list, EntryId { seq: first.seq + 1 + row as u64, ..first }));
        }
        batches.push(report.batch.unwrap().to_string());
    }
    let pairs: Vec<(EntryId, EntryId)> =
        accounts.iter().flat_map(|a| a.windows(2).map(|w| (w[0].1, w[1].1))).collect();
    register.session.judge_pairs(&pairs, Verdict::Same, "known", false).unwrap();
    (register, batches, heads)
}

fn whole() -> ScopeOptions {
    ScopeOptions {
        place: Some("Harvenna".into()),
        from: Some("2031-03-01".into()),
        until: Some("2031-04-30".into()),
        whom: Some("all".into()),
        manner: Some("direct".into()),
        derived_from: Vec::new(),
    }
}

fn declare(register: &mut Register, until: &str) {
    for list in LISTS {
        let until = if list == LISTS[2] { until } else { "2031-04-30" };
        let scope = ScopeOptions { until: Some(until.into()), ..whole() };
        register.session.declare_scope(list, &scope, None).unwrap();
    }
}

fn codes(o: &cairn_estimate::Outcome) -> Vec<&str> {
    o.refused.iter().map(|r| r.code.as_str()).collect()
}

#[test]
fn scopes_gate_runs_are_entries_and_counts_show_the_last_that_fits() {
    let (mut register, batches, _) = register();
    let watch = Watch::default();
    let first = register.session.estimate(&question(false), &dga(), &watch).unwrap();
    assert_eq!(codes(&first.answer.outcome), ["scope_undeclared"]);
    assert!(first.answer.outcome.warnings.iter().all(|w| w.code != "nobody_linked"));
    declare(&mut register, "2031-05-31");
    let second = register.session.estimate(&question(false), &dga(), &watch).unwrap();
    assert_eq!(codes(&second.answer.outcome), ["scope_unequal"]);
    assert!(second.answer.outcome.refused[0].words.contains("time"));
    declare(&mut register, "2031-04-30");
    // A list of other harm is none of these lists.
    let injured = cairn_work::ImportOptions { act: Some("injured".into()), ..by("clinic") };
    register.import("injured.csv", "name,sex,age,place\nTarek Salim,m,12,Harvenna\n", &injured);

    let before = register.session.history().unwrap().len();
    let dry = register.session.estimate(&question(true), &dga(), &watch).unwrap();
    assert_eq!((dry.run, register.session.history().unwrap().len()), (None, before));
    let third = register.session.estimate(&question(false), &dga(), &watch).unwrap();
    let o = &third.answer.outcome;
    assert_eq!(o, &dry.answer.outcome);
    assert_eq!(third.run.map(|r| (r.number, r.of)), Some((3, 3)));
    let seen = (0..400).filter(|p| (0..3).any(|l| members(l).contains(p))).count() as u64;
    assert_eq!(o.observed, seen);
    let direct = known();
    assert!(direct.estimate.is_some());
    assert_eq!((o.estimate, o.lower, o.upper), (direct.estimate, direct.lower, direct.upper));
    assert!(third.answer.lists.iter().all(|l| l.unlinkable == 1));
    assert!(o.warnings.iter().any(|w| w.code == "unlinkable"));

    // Beside the count, never mixed with it.
    let rule = Rule::built_in("literal").unwrap();
    let total = |register: &Register| {
        let query = Query::from_names("killed", &[]).unwrap();
        let answer = register.session.count(&query, &rule, None).unwrap();
        answer.figures.into_iter().find(|f| f.documented.is_some()).unwrap()
    };
    let figure = total(&register);
    let shown = figure.estimated.unwrap();
    assert_eq!((shown.number, shown.of, shown.estimate), (3, 3, Some(o.estimate.unwrap().round() as u64)));
    assert_eq!(figure.documented.unwrap().low, seen + 3);

    // What bears on it changed: no estimate stands beside the new count. As it was again: it does.
    let undone = register.session.undo(&batches[2], None).unwrap();
    assert_eq!(total(&register).estimated, None);
    register.session.undo(&undone.batch.to_string(), None).unwrap();
    assert_eq!(total(&register).estimated.map(|e| e.number), Some(3));

    // Beside the judgements, linkages drawn in their place.
    let drawn = EstimateOptions { draws: 10, ..dga() };
    let drawn = register.session.estimate(&question(true), &drawn, &watch).unwrap().answer;
    assert_eq!((drawn.fixed.observed, drawn.linkage.how), (seen, "judged"));
    assert_eq!(drawn.drawn[0].parts, 10);
    assert_eq!(drawn.outcome.estimate, drawn.drawn[0].estimate);
    // People's judgements bind in every draw: more may be joined, nobody is parted.
    assert!(drawn.drawn[0].observed[1] <= seen, "{:?} of {seen}", drawn.drawn[0].observed);

    // A refused run takes its place: nobody picks the run that pleased.
    let lists = EstimateOptions { lists: vec![LISTS[0].into()], ..dga() };
    let fourth = register.session.estimate(&question(false), &lists, &watch).unwrap();
    assert_eq!(codes(&fourth.answer.outcome)[0], "too_few_lists");
    let shown = total(&register).estimated.unwrap();
    assert_eq!((shown.number, shown.of, shown.low), (4, 4, None));
}

#[test]
fn a_list_made_from_another_is_refused_and_strata_stand_beside_their_cells() {
    let (mut register, ..) = register();
    declare(&mut register, "2031-04-30");
    let watch = Watch::default();
    let by_sex = EstimateOptions { strata: vec!["sex".into()], ..dga() };
    let answer = register.session.estimate(&question(false), &by_sex, &watch).unwrap();
    let strata = &answer.answer.outcome.strata;
    assert_eq!(strata.iter().map(|s| s.stratum[0].as_str()).collect::<Vec<_>>(), ["f", "m"]);
    let query = Query::from_names("killed", &["sex".to_owned()]).unwrap();
    let counted = register.session.count(&query, &Rule::built_in("literal").unwrap(), None).unwrap();
    let cell = |sex: &str| {
        let found = counted.figures.iter().find(|f| f.by["sex"].as_deref() == Some(sex));
        found.unwrap().estimated.clone().unwrap().estimate
    };
    for s in strata {
        assert_eq!(cell(&s.stratum[0]), s.estimate.map(|e| e.round() as u64));
    }
    let scope = ScopeOptions { derived_from: vec![LISTS[1].into()], ..whole() };
    register.session.declare_scope(LISTS[2], &scope, Some("it says so".into())).unwrap();
    let refused = register.session.estimate(&question(true), &dga(), &watch).unwrap();
    assert_eq!(codes(&refused.answer.outcome), ["derived_list"]);
    assert!(register.session.declare_scope("nobody.csv", &scope, None).is_err());
    // Another spelling of one place is the same place; days the wrong way round are refused in words.
    let spelt = ScopeOptions { place: Some("  HARVENNA ".into()), ..whole() };
    register.session.declare_scope(LISTS[2], &spelt, None).unwrap();
    let answer = register.session.estimate(&question(true), &dga(), &watch).unwrap();
    assert!(codes(&answer.answer.outcome).is_empty());
    let turned = ScopeOptions { until: Some("2031-02-01".into()), ..whole() };
    let error = register.session.declare_scope(LISTS[2], &turned, None).unwrap_err().to_string();
    assert!(error.contains("before its first (2031-03-01)"), "{error}");
}

#[test]
fn lists_joined_by_what_they_relay_are_refused_and_mended_rows_stay_on_their_list() {
    let (mut register, _, heads) = register();
    declare(&mut register, "2031-04-30");
    let watch = Watch::default();
    let ask = |register: &mut Register, lists: &[&str]| {
        let options = EstimateOptions { lists: lists.iter().map(|l| (*l).to_owned()).collect(), ..dga() };
        register.session.estimate(&question(true), &options, &watch).unwrap().answer
    };
    let before = ask(&mut register, &[]);
    let on = |list: usize, row: u64| EntryId { seq: heads[list].seq + row, ..heads[list] }.to_string();
    let amend = |register: &mut Register, id: &str, wish: serde_json::Value| {
        let which = Selection { ids: vec![id.to_owned()], ..Selection::default() };
        register.session.amend(&which, &wish, "a slip", false).unwrap()
    };
    // A slip mended: the person is still on that list.
    let row = on(0, 3);
    assert_eq!(amend(&mut register, &row, serde_json::json!({"age": "33"})).changed.len(), 1);
    let after = ask(&mut register, &[]);
    assert_eq!(after.outcome.observed, before.outcome.observed);
    assert_eq!(after.lists, before.lists);
    assert!(after.outcome.warnings.iter().all(|w| w.code != "on_other_lists"));

    // One row of the survey relays a row of the monitor.
    let (relayed, relaying) = (on(1, 5), on(2, 7));
    amend(&mut register, &relaying, serde_json::json!({"derived_from": [relayed]}));
    let refused = ask(&mut register, &[]).outcome;
    assert_eq!(codes(&refused), ["derived_list"]);
    assert!(
        refused.refused[0].words.starts_with("1 of the persons on survey.csv are relayed from monitor.csv")
    );
    assert_eq!(refused.estimate, None);
    // Without the monitor nothing joins the two others …
    assert!(!codes(&ask(&mut register, &[LISTS[0], LISTS[2]]).outcome).contains(&"derived_list"));
    // … until the hospital relays the same row.
    let hospital = on(0, 9);
    amend(&mut register, &hospital, serde_json::json!({"derived_from": [relayed]}));
    let refused = ask(&mut register, &[LISTS[0], LISTS[2]]).outcome;
    assert_eq!(codes(&refused)[0], "derived_list");
    assert!(refused.refused[0].words.contains("hospital.csv and survey.csv relay the same 1 accounts"));
}

#[test]
fn lists_made_from_a_third_that_is_left_out_are_refused() {
    let (mut register, ..) = register();
    for list in [LISTS[0], LISTS[2]] {
        let scope = ScopeOptions { derived_from: vec![LISTS[1].into()], ..whole() };
        register.session.declare_scope(list, &scope, None).unwrap();
    }
    let options = EstimateOptions { lists: vec![LISTS[0].into(), LISTS[2].into()], ..dga() };
    let answer = register.session.estimate(&question(true), &options, &Watch::default()).unwrap();
    let refused = &answer.answer.outcome.refused;
    assert_eq!(refused.iter().map(|r| r.code.as_str()).collect::<Vec<_>>(), ["derived_list"]);
    assert!(refused[0].words.contains("were both made from monitor.csv"), "{}", refused[0].words);
}

/// The lists with every so-manyth person twice, the second time under a name a letter off and another age.
fn repeating(every: usize) -> Vec<RecordFile> {
    let file = |(l, name): (usize, &&str)| {
        let mut text = csv(l);
        let rows: Vec<String> = text.lines().skip(1).map(str::to_owned).collect();
        for (i, row) in rows.iter().enumerate().filter(|(i, r)| i % every == 1 && !r.starts_with(',')) {
            let mut cells: Vec<String> = row.split(',').map(str::to_owned).collect();
            cells[0] = cells[0].replacen(['a', 'e'], "o", 1);
            cells[2] = (i % 80).to_string();
            writeln!(text, "{}", cells.join(",")).unwrap();
        }
        RecordFile { name: (*name).into(), bytes: text.into_bytes() }
    };
    LISTS.iter().enumerate().map(file).collect()
}

#[test]
fn lists_that_repeat_people_are_warned_of_or_refused_and_the_doubt_is_carried() {
    let options = EstimateOptions { draws: 12, ..dga() };
    let run = |every: usize, across_only: bool| {
        let options = EstimateOptions { across_only, ..options.clone() };
        estimate_files(&repeating(every), &options, &Watch::default()).unwrap()
    };
    let says = |notes: &[Note]| notes.iter().any(|n| n.code == "repeats_in_list");
    // One in eight: said, and whether the second record is the same person differs from linkage to linkage.
    let some = run(8, false);
    assert!(says(&some.outcome.warnings) && some.outcome.refused.is_empty(), "{:?}", some.lists);
    let total = &some.drawn[0];
    assert_eq!((total.parts, total.answered), (12, 12));
    assert!(total.observed[0] < total.observed[1], "{:?}", total.observed);
    assert!(total.variance.as_ref().unwrap().between > 0.0);
    // Not compared within lists, most repeats stay other people on record.
    let apart = run(8, true);
    assert!(apart.fixed.observed > some.fixed.observed);
    // Nearly every second one: no figure, and nothing is drawn around the refusal.
    let many = run(2, false);
    assert!(says(&many.outcome.refused) && many.outcome.estimate.is_none() && many.drawn.is_empty());
}

#[test]
fn files_are_linked_and_their_doubt_is_carried() {
    let files: Vec<RecordFile> = LISTS
        .iter()
        .enumerate()
        .map(|(l, name)| RecordFile { name: (*name).into(), bytes: csv(l).into_bytes() })
        .collect();
    let options = EstimateOptions { draws: 10, ..dga() };
    let answer = estimate_files(&files, &options, &Watch::default()).unwrap();
    assert_eq!(answer.lists.iter().map(|l| l.unlinkable).collect::<Vec<_>>(), [1, 1, 1]);
    let total = &answer.drawn[0];
    assert_eq!((total.parts, total.answered), (10, 10));
    assert_eq!(answer.outcome.estimate, total.estimate);
    // The same people on the same lists as somebody who knows would have it, within a link or two.
    let known = known();
    let near = |a: Option<f64>, b: Option<f64>| (a.unwrap() - b.unwrap()).abs() < 6.0;
    assert!(answer.fixed.observed.abs_diff(known.observed) <= 2, "{:?}", answer.fixed);
    assert!(near(answer.fixed.estimate, known.estimate), "{:?}", answer.fixed);
    assert!(near(total.estimate, known.estimate), "{total:?}");
    assert!(near(total.lower, known.lower) && near(total.upper, known.upper), "{total:?}");
    assert_eq!(estimate_files(&files, &options, &Watch::default()).unwrap(), answer);
}

#[test]
fn replicates_combine() {
    let table = |shift: usize| {
        let n = |base: usize| base + shift;
        let text = format!(
            "a,b,c,n\n1,0,0,{}\n0,1,0,{}\n0,0,1,41\n1,1,0,25\n1,0,1,22\n0,1,1,18\n1,1,1,11\n",
            n(60),
            n(52)
        );
        let file = RecordFile { name: "r.csv".into(), bytes: text.into_bytes() };
        membership_table(&file, &Columns { count: Some("n".into()), ..Columns::default() }).unwrap()
    };
    let options = dga().estimate;
    let tables: Vec<_> = [0, 4, 8, 2, 6, 1, 3, 5, 7, 9].map(table).to_vec();
    let answer = estimate_replicates(&tables, &options, &Watch::default()).unwrap();
    let total = &answer.combined[0];
    assert_eq!((total.parts, total.answered), (10, 10));
    let v = total.variance.unwrap();
    assert!(v.between > 0.0 && v.share_between > 0.0 && v.share_between < 1.0);
    // Alike replicates are as sure as one; one alone says nothing.
    let same = estimate_replicates(&vec![table(0); 10], &options, &Watch::default()).unwrap();
    assert!(same.combined[0].variance.unwrap().share_between < v.share_between);
    assert!(estimate_replicates(&tables[..1], &options, &Watch::default()).is_err());
}

#[test]
fn tables_are_read_with_any_separator_and_encoding() {
    let comma = "a,b,c,count\n1,0,0,40\n0,1,0,30\n1,1,0,9\n0,1,1,6\n";
    let columns = Columns::default();
    let read =
        |bytes: Vec<u8>| membership_table(&RecordFile { name: "t.csv".into(), bytes }, &columns).unwrap();
    let plain = read(comma.into());
    let utf16 = [0xff, 0xfe].into_iter().chain(comma.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for other in [comma.replace(',', ";").into_bytes(), comma.replace(',', "\t").into_bytes(), utf16] {
        let table = read(other);
        assert_eq!((table.lists(), table.pooled()), (plain.lists(), plain.pooled()));
    }
}
