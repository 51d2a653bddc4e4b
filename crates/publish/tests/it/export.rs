use std::collections::{BTreeMap, BTreeSet};

use cairn_publish::entities::{Entities, Entity};
use cairn_publish::ftm;
use cairn_publish::hxl::{Column, Tag};
use cairn_publish::table::Table;

use crate::leaving;

fn entities() -> (Vec<Entity>, usize) {
    let mut entities = Entities::default();
    let found = leaving::all().iter().flat_map(|leaving| entities.of(leaving)).collect();
    (found, entities.left_out)
}

#[test]
fn entities_are_what_the_model_takes() {
    let (found, left_out) = entities();
    assert_eq!(left_out, 1, "the figure, and nothing else");
    let ids: BTreeMap<&str, &str> = found.iter().map(|e| (e.id.as_str(), e.schema.as_str())).collect();
    assert_eq!(ids.len(), found.len(), "an id twice");
    for e in &found {
        let schema = &ftm::schemata()[&e.schema];
        for property in e.properties.keys() {
            assert!(ftm::has(&e.schema, property), "{}: {property}", e.schema);
        }
        for property in &schema.required {
            assert!(e.properties.contains_key(property), "{} {} lacks {property}", e.schema, e.id);
        }
        for end in ["person", "relative", "owner", "asset", "subject", "object", "involved", "proof"] {
            for id in e.properties.get(end).into_iter().flatten() {
                assert!(ids.contains_key(id.as_str()), "{} leads to {id}, which is not there", e.id);
            }
        }
    }
    let lines: String = found.iter().map(|e| serde_json::to_string(e).unwrap() + "\n").collect();
    std::fs::write(std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("entities.json"), lines).unwrap();
}

#[test]
fn what_is_said_of_a_person_stands_where_others_look_for_it() {
    let (found, _) = entities();
    let at = |id: &str| found.iter().find(|e| e.id == id).unwrap();
    let values =
        |id: &str, property: &str| at(id).properties.get(property).cloned().unwrap_or_default().join("; ");
    let ada = leaving::id(10).to_string();
    assert_eq!(values(&ada, "name"), "Ada Venn");
    assert_eq!(values(&ada, "gender"), "female");
    assert_eq!(values(&ada, "classification"), "civilian");
    assert_eq!(values(&ada, "deathDate"), "2031-05");
    assert_eq!(values(&ada, "birthDate"), "1996");
    assert_eq!(values(&ada, "status"), "hospitalised");
    assert_eq!(values(&format!("{ada}.act1"), "keywords"), "metric:detained; manner:hunger");
    assert_eq!(values(&format!("{ada}.act2"), "keywords"), "", "a denied act is no act");
    let schema = |n: usize| at(&format!("{ada}.tie{n}")).schema.as_str();
    assert_eq!(
        [schema(0), schema(1), schema(2), schema(3)],
        ["Family", "Ownership", "UnknownLink", "UnknownLink"]
    );
    assert!(!found.iter().any(|e| e.id == format!("{ada}.tie4")), "a tie to what is not there");
    assert_eq!(values(&format!("{ada}.attribution0"), "role"), "stance:accuses");
    assert!(values(&ada, "notes").ends_with("said by: Witness 7"));
}

#[test]
fn statements_say_who_says_it() {
    let (found, _) = entities();
    let ada = leaving::id(10).to_string();
    let person = found.iter().find(|e| e.id == ada).unwrap();
    let rows = person.statements("cairn", "2031-06-01");
    assert_eq!(rows.len(), person.properties.values().map(Vec::len).sum::<usize>());
    assert!(rows.iter().all(|r| r.origin == "Witness 7" && r.canonical_id == ada && r.dataset == "cairn"));
}

#[test]
fn a_table_has_one_cell_a_column_and_tags_that_are_tags() {
    let metrics =
        ["killed", "displaced", "households_displaced", "missing", "detained", "nonsense"].map(String::from);
    for personal in [false, true] {
        let table = Table::new(&metrics, personal);
        let [names, tags] = table.head().unwrap();
        assert_eq!(names.len(), tags.len());
        let distinct: BTreeSet<&String> = tags.iter().collect();
        assert_eq!(distinct.len(), tags.len(), "two columns of one hashtag");
        for tag in &tags {
            assert_eq!(tag.parse::<Tag>().unwrap().to_string(), *tag);
        }
        let column = |tag: &str| tags.iter().position(|t| t == tag).unwrap();
        let rows: Vec<Vec<String>> = leaving::all().iter().flat_map(|l| table.rows(l)).collect();
        assert!(rows.iter().all(|r| r.len() == tags.len()));
        let of =
            |id: u64| rows.iter().filter(move |r| r[0] == leaving::id(id).to_string()).collect::<Vec<_>>();
        assert_eq!(of(10).len(), 4, "three acts and a status");
        assert_eq!(of(10)[0][column("#affected+killed+min")], "1");
        assert_eq!(of(10)[0][column("#loc+name")], "'=Mirel", "no cell is a formula");
        assert_eq!(of(14)[0][column("#affected+displaced+min")], "5");
        assert_eq!(of(14)[0][column("#affected+displaced+max")], "");
        assert_eq!(of(19)[0][column("#affected+displaced+hh+max")], "40");
        let toll = of(15)[0];
        assert_eq!(
            (toll[column("#affected+killed+min")].as_str(), toll[column("#affected+killed+max")].as_str()),
            ("40", "")
        );
        assert_eq!(toll[column("#meta+qualifier+v_cairn_qualifier")], "at_least");
        let shown = rows.iter().flatten().any(|cell| cell.contains("Ada Venn"));
        assert_eq!(shown, personal);
        let (said, rest) = Column::read(&"#affected+killed+min".parse().unwrap()).unwrap();
        assert_eq!((said.metric.as_deref(), rest.len()), (Some("killed"), 0));
    }
}
