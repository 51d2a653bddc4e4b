//! Counts and rows agree, whatever is asked; what does not count is not shown.

use std::collections::BTreeMap;

use cairn_count::{Query, Rule};
use cairn_work::{
    BrowseAnswer, BrowseQuery, Error, Field, ImportOptions, Incoming, Session, Silent, Sort, Which,
};
use proptest::prelude::*;

use crate::{PEOPLE, Register, by};

fn only(field: Field, value: &str) -> BTreeMap<Field, Vec<Option<String>>> {
    BTreeMap::from([(field, vec![Some(value.to_owned()).filter(|v| !v.is_empty())])])
}

/// Every row, page by page, with the first page's answer.
fn all(session: &Session, query: &BrowseQuery, page: usize) -> (BrowseAnswer, Vec<String>) {
    let mut query = BrowseQuery { limit: page, ..query.clone() };
    let first = session.browse(&query).unwrap();
    let mut rows: Vec<String> = first.rows.iter().map(|r| r.account.to_string()).collect();
    let mut next = first.next.clone();
    while let Some(after) = next {
        query.after = Some(after);
        let answer = session.browse(&query).unwrap();
        assert!(!answer.rows.is_empty(), "a page that was promised is empty");
        rows.extend(answer.rows.iter().map(|r| r.account.to_string()));
        next = answer.next;
    }
    (first, rows)
}

fn count(answer: &BrowseAnswer, field: Field, value: Option<&str>) -> Option<u64> {
    let facet = answer.facets.iter().find(|f| f.field == field)?;
    facet.values.iter().find(|v| v.value.as_deref() == value).map(|v| v.count)
}

/// The fictional conflict whole: two lists, three texts with all claims accepted.
fn conflict(persons: usize) -> Register {
    let mut register = Register::new();
    for d in cairn_demo::documents(7, persons) {
        let file = Incoming {
            name: d.name,
            bytes: d.bytes,
            published: d.published,
            publisher: d.publisher.clone(),
            title: None,
            lang: None,
        };
        if d.is_list {
            let options = by(d.publisher.as_deref().unwrap_or("a list"));
            register.session.import(&file, &options, &mut Silent).unwrap();
        } else {
            register.session.add(&[file], &mut Silent).unwrap();
        }
    }
    register.session.accept(&Which::All(None), None).unwrap();
    register
}

#[test]
fn fields_narrow_each_other_and_empty_values_stay_visible() {
    let mut register = Register::new();
    register.import("people.csv", PEOPLE, &by("Clinic"));
    let session = &register.session;
    let facets = vec![Field::Sex, Field::Age, Field::Month, Field::Place, Field::Named, Field::Source];
    let query = BrowseQuery { facets: facets.clone(), limit: 50, ..BrowseQuery::default() };
    let answer = session.browse(&query).unwrap();
    assert_eq!((answer.total, answer.rows.len(), &answer.next), (10, 10, &None));
    assert_eq!(count(&answer, Field::Sex, Some("f")), Some(3));
    assert_eq!(count(&answer, Field::Sex, None), Some(1));
    assert_eq!(count(&answer, Field::Named, Some("unnamed")), Some(2));
    // 17 to 19 may be a child or an adult.
    assert_eq!(count(&answer, Field::Age, Some("child")), Some(4));
    assert_eq!(count(&answer, Field::Month, Some("2031-03")), Some(5));
    let source = answer.facets.iter().find(|f| f.field == Field::Source).unwrap();
    assert_eq!(source.values[0].label.as_deref(), Some("Clinic"));

    let query = BrowseQuery { filters: only(Field::Place, "Harvenna"), facets, ..query };
    let answer = session.browse(&query).unwrap();
    assert_eq!(answer.total, 3);
    assert_eq!(count(&answer, Field::Place, Some("Tel Oruvan")), Some(1), "a field does not narrow itself");
    assert_eq!(count(&answer, Field::Month, Some("2031-04")), Some(1));
    assert_eq!(count(&answer, Field::Age, Some("adult")), Some(2));
    assert_eq!(count(&answer, Field::Sex, None), Some(0), "what the others leave nobody of is shown as none");
}

#[test]
fn ranges_mean_what_may_be() {
    let mut register = Register::new();
    register.import("people.csv", PEOPLE, &by("Clinic"));
    let total = |query: BrowseQuery| register.session.browse(&query).unwrap().total;
    let when = |w: &str| BrowseQuery { when: Some(w.parse().unwrap()), ..BrowseQuery::default() };
    // One is dated to the whole of March, one to the whole of April.
    assert_eq!(total(when("2031-03-05/2031-03-05")), 3);
    assert_eq!(total(when("2031-04-10/..")), 1);
    let ages = |a: &str| BrowseQuery { ages: Some(a.parse().unwrap()), ..BrowseQuery::default() };
    assert_eq!((total(ages("18/18")), total(ages("0/12")), total(ages("71/130"))), (1, 3, 0));
}

#[test]
fn orders_are_walked_both_ways_and_what_has_no_key_stands_last() {
    let mut register = Register::new();
    register.import("people.csv", PEOPLE, &by("Clinic"));
    let names = |sort: Sort, descending: bool| -> Vec<String> {
        let query = BrowseQuery { sort, descending, limit: 3, ..BrowseQuery::default() };
        let (_, ids) = all(&register.session, &query, 3);
        ids.into_iter().map(|id| id.rsplit('-').next().unwrap().to_owned()).collect()
    };
    // Accounts are entries 4 to 13 of the chain: opening, publisher, document, speaker and list stand before.
    let (up, down) = (names(Sort::Entry, false), names(Sort::Entry, true));
    assert_eq!(up.iter().rev().collect::<Vec<_>>(), down.iter().collect::<Vec<_>>());
    for sort in [Sort::Date, Sort::Name, Sort::Place] {
        let (up, down) = (names(sort, false), names(sort, true));
        assert_eq!((up.len(), down.len()), (10, 10));
        assert_eq!(up.last(), down.last(), "{sort:?}: the row without a key is last in both directions");
    }
    let by_name = register.session.browse(&BrowseQuery { sort: Sort::Name, limit: 2, ..Default::default() });
    let first: Vec<String> = by_name.unwrap().rows.iter().flat_map(|r| r.names.clone()).collect();
    assert_eq!(first, ["Andrés Lumrán", "Rose O'Lumran"]);
}

#[test]
fn undone_batches_and_replaced_versions_are_left_out_as_counts_leave_them_out() {
    let mut register = Register::new();
    let version = |because: Option<&str>| ImportOptions {
        series: Some("clinic".into()),
        key: Some("id".into()),
        because: because.map(str::to_owned),
        ..by("Clinic")
    };
    register.import("v1.csv", PEOPLE, &version(None));
    let shorter: String =
        PEOPLE.lines().filter(|l| !l.starts_with("T-5,")).map(|l| format!("{l}\n")).collect();
    let second = register.import("v2.csv", &shorter, &version(Some("new-version")));
    let facets = vec![Field::Standing];
    let query = BrowseQuery { limit: 50, facets, ..BrowseQuery::default() };
    let total = |r: &Register, q: &BrowseQuery| {
        let answer = r.session.browse(q).unwrap();
        let figure = Query::from_names("killed", &[]).unwrap();
        let rule = Rule::built_in("literal").unwrap();
        let counted = r.session.count(&figure, &rule, q.at.as_deref()).unwrap().figures;
        (answer.total, counted[0].documented.as_ref().unwrap().high.unwrap(), answer)
    };
    let (rows, counted, answer) = total(&register, &query);
    assert_eq!((rows, counted), (9, 9));
    assert_eq!(count(&answer, Field::Standing, Some("withdrawn")), Some(1));
    let gone = BrowseQuery { filters: only(Field::Standing, "withdrawn"), ..query.clone() };
    let gone = register.session.browse(&gone).unwrap();
    assert_eq!((gone.total, gone.rows[0].names[0].as_str()), (1, "Andrés Lumrán"));
    register.session.undo(&second, None).unwrap();
    let (rows, counted, _) = total(&register, &query);
    assert_eq!((rows, counted), (10, 10));
    // The past stays as it was.
    let past = BrowseQuery { at: Some(answer.position.clone()), ..query };
    assert_eq!(total(&register, &past).2, answer);
}

#[test]
fn a_page_after_another_is_of_the_same_moment() {
    let mut register = Register::new();
    register.import("people.csv", PEOPLE, &by("Clinic"));
    let query = BrowseQuery { limit: 4, sort: Sort::Name, ..BrowseQuery::default() };
    let first = register.session.browse(&query).unwrap();
    let more = PEOPLE.replace("T-", "S-").replace("Rose", "Alice");
    register.import("more.csv", &more, &by("Monitor"));
    let second = BrowseQuery { after: first.next.clone(), ..query.clone() };
    let second = register.session.browse(&second).unwrap();
    assert_eq!((second.total, &second.position), (10, &first.position));
    let other = BrowseQuery { after: first.next, filters: only(Field::Sex, "f"), ..query };
    assert!(matches!(register.session.browse(&other), Err(Error::Cursor(_))));
    let nonsense = BrowseQuery { after: Some("x".into()), ..other };
    assert!(matches!(register.session.browse(&nonsense), Err(Error::Cursor(_))));
}

#[test]
fn what_is_recorded_after_the_first_question_is_there_for_the_next() {
    let mut register = Register::new();
    register.import("people.csv", PEOPLE, &by("Clinic"));
    let query = BrowseQuery { limit: 50, text: Some("lumran".into()), ..BrowseQuery::default() };
    assert_eq!(register.session.browse(&query).unwrap().total, 3);
    register.import("more.csv", "name,age\nEdith Lumran,30\n", &by("Monitor"));
    assert_eq!(register.session.browse(&query).unwrap().total, 4);
    let mut register = register.reopened();
    assert_eq!(register.session.browse(&query).unwrap().total, 4);
    register.session.store().rebuild(&mut |_, _| {}).unwrap();
    let answer = register.session.browse(&query).unwrap();
    assert_eq!(
        (answer.total, answer.indexing.map(|i| i.done)),
        (0, Some(0)),
        "it says that it is not indexed"
    );
    register.session.index(&mut Silent).unwrap();
    let answer = register.session.browse(&query).unwrap();
    assert_eq!((answer.total, answer.indexing), (4, None));
}

#[test]
fn counts_are_the_rows_that_a_walk_through_the_pages_meets() {
    let register = conflict(120);
    let session = &register.session;
    let everything = BrowseQuery { facets: Field::ALL.to_vec(), values: 1000, ..BrowseQuery::default() };
    let known = session.browse(&everything).unwrap();
    let (_, rows) = all(session, &BrowseQuery::default(), 97);
    assert_eq!(rows.len() as u64, known.total);
    let values: Vec<(Field, Vec<Option<String>>)> =
        known.facets.iter().map(|f| (f.field, f.values.iter().map(|v| v.value.clone()).collect())).collect();
    let texts = ["", "", "sal", "убит", "hospital", "Харвена"];
    let filters = prop::collection::vec((0..Field::ALL.len(), prop::collection::vec(0usize..40, 1..3)), 0..3);
    let sorts = prop::sample::select(vec![Sort::Entry, Sort::Date, Sort::Name, Sort::Place]);
    let asked = (filters, sorts, any::<bool>(), 1usize..60, 0..Field::ALL.len(), 0..texts.len());
    proptest!(ProptestConfig::with_cases(60), |((filters, sort, descending, page, facet, text) in asked)| {
        let mut query = BrowseQuery { sort, descending, values: 1000, ..BrowseQuery::default() };
        query.text = Some(texts[text].to_owned());
        for (field, picks) in filters {
            let (field, values) = &values[field];
            if !values.is_empty() {
                let picked = picks.iter().map(|p| values[p % values.len()].clone());
                query.filters.insert(*field, picked.collect());
            }
        }
        let field = Field::ALL[facet];
        query.facets = vec![field];
        let (answer, rows) = all(session, &query, page);
        prop_assert_eq!(answer.total, rows.len() as u64);
        let mut once = rows.clone();
        once.sort();
        once.dedup();
        prop_assert_eq!(once.len(), rows.len(), "a row stands on two pages");
        for value in answer.facets[0].values.iter().take(4) {
            let mut narrowed = query.clone();
            narrowed.filters.insert(field, vec![value.value.clone()]);
            let (_, rows) = all(session, &narrowed, 200);
            prop_assert_eq!(value.count, rows.len() as u64, "{:?} {:?}", field, &value.value);
        }
    });
}

#[test]
fn months_and_places_count_as_figures_do() {
    let register = conflict(150);
    let rule = Rule::built_in("literal").unwrap();
    for (field, by) in
        [(Field::Month, "month"), (Field::Place, "place"), (Field::Sex, "sex"), (Field::Age, "age")]
    {
        let figures =
            register.session.count(&Query::from_names("killed", &[by.into()]).unwrap(), &rule, None);
        let mut query = BrowseQuery { facets: vec![field], values: 1000, ..BrowseQuery::default() };
        query.filters.insert(Field::Kind, vec![Some("person".into()), Some("group".into())]);
        query.filters.insert(Field::Metric, vec![Some("killed".into())]);
        let answer = register.session.browse(&query).unwrap();
        let mut compared = 0;
        for figure in figures.unwrap().figures.iter().filter(|f| f.documented.is_some()) {
            let high = figure.documented.as_ref().unwrap().high.unwrap();
            let value = figure.by[by].as_deref();
            if high > 0 {
                assert_eq!(count(&answer, field, value), Some(high), "{by} {value:?}");
                compared += 1;
            }
        }
        assert!(compared > 1, "{by}");
    }
}
