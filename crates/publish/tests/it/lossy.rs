use cairn_model::vocab;

/// Codes that come back as another are few, are declared, and are named in the documentation.
#[test]
fn what_is_lost_is_declared_and_written_down() {
    let docs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/vocabularies.md");
    let docs = std::fs::read_to_string(docs).unwrap();
    for list in vocab::all() {
        for code in &list.codes {
            for broader in [&code.hxl_returns, &code.ftm_returns].into_iter().flatten() {
                assert!(list.has(broader), "{}:{}: no code {broader}", list.name, code.code);
                let line = format!("`{}:{}`", list.name, code.code);
                assert!(docs.contains(&line), "docs/vocabularies.md does not name {line}");
            }
        }
    }
}
