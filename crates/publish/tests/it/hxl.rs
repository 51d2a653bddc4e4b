use cairn_model::vocab::{self, Code, Vocabulary};
use cairn_publish::hxl::{self, Bound, Column, Said, Tag};
use proptest::prelude::*;

fn codes() -> impl Iterator<Item = (&'static Vocabulary, &'static Code)> {
    vocab::all().iter().flat_map(|list| list.codes.iter().map(move |code| (list, code)))
}

#[test]
fn every_code_says_what_hxl_has_for_it() {
    for (list, code) in codes() {
        assert!(list.hxl.is_some() || code.hxl.is_some(), "{}:{}: hxl is forgotten", list.name, code.code);
    }
}

#[test]
fn every_code_comes_back() {
    let mut said = 0;
    for (list, code) in codes() {
        let Some(there) = hxl::of(list, code).unwrap() else { continue };
        let back = hxl::read(list, &there).unwrap().map(|c| c.code.as_str());
        let expected = code.hxl_returns.as_deref().unwrap_or(&code.code);
        assert_eq!(back, Some(expected), "{}:{} is said {there}", list.name, code.code);
        said += 1;
    }
    assert!(said > 600, "{said}");
}

#[test]
fn notation_in_the_files_is_how_it_prints() {
    let core = vocab::get("hxl_hashtag").unwrap();
    let lists = vocab::all().iter().filter_map(|l| l.hxl.as_ref().map(|h| (&l.name, h)));
    let own = codes().filter_map(|(_, c)| c.hxl.as_ref().map(|h| (&c.code, h)));
    for (name, notation) in lists.chain(own) {
        let Some(text) = notation.text() else { continue };
        let tag: Tag = text.parse().unwrap();
        assert_eq!(tag.to_string(), text, "{name}");
        assert!(tag.hashtag().is_none_or(|h| core.has(h)), "{name}: {text} is no core hashtag");
    }
}

#[test]
fn a_list_in_cells_names_itself_in_its_column() {
    for list in vocab::all() {
        let Some(column) = list.hxl.as_ref().and_then(|h| h.text()) else { continue };
        let tag: Tag = column.parse().unwrap();
        let own = if list.publisher == "Cairn" {
            format!("v_cairn_{}", list.name)
        } else {
            format!("v_{}", list.name)
        };
        assert!(tag.attributes().any(|a| a == own), "{}: {column} lacks +{own}", list.name);
    }
}

#[test]
fn tags_as_others_write_them() {
    let tag: Tag = " #Affected +F + killed".parse().unwrap();
    assert_eq!(tag.to_string(), "#affected+f+killed");
    let (column, rest) = Column::read(&"#affected+idps+individuals+f+pregnant".parse().unwrap()).unwrap();
    assert_eq!((column.sex.as_deref(), column.metric), (Some("f"), None));
    assert_eq!(rest, ["idps", "individuals", "pregnant"]);
    for wrong in ["", "affected", "#", "#affected+", "#affected++f", "#1st", "#affected killed", "+", "+f+ö"]
    {
        assert!(wrong.parse::<Tag>().is_err(), "{wrong:?}");
    }
}

#[test]
fn a_column_of_numbers() {
    let column = Column {
        metric: Some("killed".into()),
        sex: Some("f".into()),
        age_group: Some("child".into()),
        bound: Some(Bound::Low),
        ..Column::default()
    };
    let tag = column.tag().unwrap();
    assert_eq!(tag.to_string(), "#affected+children+f+killed+min");
    assert_eq!(Column::read(&tag).unwrap(), (column, vec![]));
}

fn maybe(list: &str) -> impl Strategy<Value = Option<String>> + use<> {
    let list = vocab::get(list).unwrap();
    let all: Vec<_> = list
        .codes
        .iter()
        .filter(|c| matches!(hxl::of(list, c), Ok(Some(Said::Column(_)))))
        .map(|c| c.code.clone())
        .collect();
    proptest::option::of(proptest::sample::select(all))
}

proptest! {
    #[test]
    fn any_column_comes_back(
        metric in maybe("metric"), sex in maybe("sex"), age_group in maybe("age_group"),
        civilian_status in maybe("civilian_status"), scope in maybe("scope"), component in maybe("component"),
        unit in maybe("unit"), bound in proptest::option::of(proptest::sample::select(vec![Bound::Low, Bound::High])),
    ) {
        // Displaced, counted in households, is a metric of its own: it comes back as that, and says its unit already.
        let by_household = ["displaced", "households_displaced"];
        let unit = unit.filter(|u| !(u == "household" && metric.as_deref().is_some_and(|m| by_household.contains(&m))));
        let column = Column { metric, sex, age_group, civilian_status, scope, component, unit, bound };
        let tag = column.tag().unwrap();
        let again = if tag == Tag::default() { tag } else { tag.to_string().parse().unwrap() };
        prop_assert_eq!(Column::read(&again).unwrap(), (column, vec![]));
    }

    #[test]
    fn any_text_is_a_tag_or_an_error(text in "[#+a-z0-9_ A-Zé]{0,20}") {
        if let Ok(tag) = text.parse::<Tag>() {
            prop_assert_eq!(tag.to_string().parse::<Tag>().unwrap(), tag);
        }
    }
}
