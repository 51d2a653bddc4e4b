use cairn_model::vocab;
use cairn_publish::ftm::{self, Place};
use serde_json::Value;

#[test]
fn every_code_says_what_ftm_has_for_it() {
    for list in vocab::all() {
        for code in &list.codes {
            assert!(
                list.ftm.is_some() || code.ftm.is_some(),
                "{}:{}: ftm is forgotten",
                list.name,
                code.code
            );
        }
    }
}

#[test]
fn every_code_comes_back() {
    let mut said = 0;
    for list in vocab::all() {
        for code in &list.codes {
            let Some(there) = ftm::of(list, code).unwrap() else { continue };
            let printed = there.to_string();
            assert_eq!(printed.parse::<Place>().unwrap(), there, "{}:{}", list.name, code.code);
            let back = ftm::read(list, &there).unwrap().map(|c| c.code.as_str());
            let expected = code.ftm_returns.as_deref().unwrap_or(&code.code);
            assert_eq!(back, Some(expected), "{}:{} is said {printed}", list.name, code.code);
            said += 1;
        }
    }
    assert!(said > 300, "{said}");
}

#[test]
fn what_is_no_place_is_an_error() {
    for wrong in [
        "",
        ":",
        "Person:",
        "Person=x",
        "Person:gender=",
        "Nobody",
        "Person:shoeSize",
        "Per son",
        "Person:a:b",
    ] {
        assert!(wrong.parse::<Place>().is_err(), "{wrong:?}");
    }
}

/// The part of the model that is written here, against the whole model. Real files lie outside this tree.
#[test]
fn the_schemata_are_those_of_the_model() {
    let Some(shared) = std::env::var_os("CAIRN_SHARED") else {
        eprintln!("skipped: CAIRN_SHARED is not set");
        return;
    };
    let path = std::path::Path::new(&shared).join("data/interop/ftm/defaultModel.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: no {}", path.display());
        return;
    };
    let model: Value = serde_json::from_str(&text).unwrap();
    for (name, schema) in ftm::schemata() {
        let theirs = &model["schemata"][name];
        assert!(theirs.is_object(), "no schema {name}");
        let has = |list: &Value, word: &str| list.as_array().is_some_and(|l| l.iter().any(|w| w == word));
        for above in &schema.extends {
            assert!(has(&theirs["extends"], above), "{name} does not extend {above}");
        }
        for property in &schema.properties {
            assert!(theirs["properties"][property].is_object(), "{name} has no property {property}");
        }
        for property in &schema.required {
            assert!(has(&theirs["required"], property), "{name} does not require {property}");
        }
    }
}
