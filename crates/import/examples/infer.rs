//! Prints the mapping of a table: `cargo run -p cairn-import --example infer -- FILE…`
//! With `--short`, one line a column, and no cell of the table.

use cairn_import::infer;
use cairn_read::{Content, read};

fn main() -> std::io::Result<()> {
    let mut files: Vec<String> = std::env::args().skip(1).collect();
    let short = files.iter().any(|f| f == "--short");
    files.retain(|f| f != "--short");
    for file in files {
        let bytes = std::fs::read(&file)?;
        let table = match read(&bytes, &file) {
            Ok(Content::Table(table)) => table,
            Ok(Content::Text(_)) => continue,
            Err(e) => {
                println!("{e}");
                continue;
            }
        };
        let mapping = infer(&table);
        if !short {
            println!("{}", mapping.to_toml());
            continue;
        }
        println!(
            "== {file}: {} act {:?} {} order {} area {}",
            mapping.rows.code(),
            mapping.act,
            mapping.act_from.code(),
            mapping.date_order.code(),
            mapping.area.is_some()
        );
        for c in
            mapping.columns.iter().filter(|c| c.role.code() != "verbatim" || c.reason.starts_with("also"))
        {
            let more = [c.lang.as_deref(), c.act.as_deref(), c.date_order.map(|o| o.code())];
            let more: Vec<&str> = more.into_iter().flatten().collect();
            println!(
                "  {:<34} {:<14} {:>3}% {} ({} values) {}",
                c.header,
                c.role.code(),
                c.confidence,
                more.join(" "),
                c.values.len(),
                c.reason
            );
        }
        let rest: Vec<&str> = mapping
            .columns
            .iter()
            .filter(|c| c.role.code() == "verbatim")
            .map(|c| c.header.as_str())
            .collect();
        println!("  verbatim: {}", rest.join(", "));
    }
    Ok(())
}
