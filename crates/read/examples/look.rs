//! Prints what a file holds: `cargo run -p cairn-read --example look -- FILE…`
//! Shapes and counts only, never a cell.

use cairn_read::{Content, read};

fn main() -> std::io::Result<()> {
    for file in std::env::args().skip(1) {
        let bytes = std::fs::read(&file)?;
        match read(&bytes, &file) {
            Ok(Content::Text(text)) => {
                println!(
                    "{file}: {} {:?} {} characters",
                    text.media.name(),
                    text.encoding,
                    text.text.chars().count()
                );
            }
            Ok(Content::Table(table)) => {
                let (mut rows, mut good) = (table.rows(), 0);
                let mut bad = Vec::new();
                while let Some(row) = rows.next() {
                    match row {
                        Ok(_) => good += 1,
                        Err(e) => bad.push(e),
                    }
                }
                println!(
                    "{file}: {} {} {:?} separator {:?} lead {} header {} hxl {} columns {} rows {good} bad {}",
                    table.media().name(),
                    table.encoding().name,
                    table.encoding().evidence,
                    char::from(table.delimiter()),
                    table.lead(),
                    table.has_header(),
                    table.hxl().is_some(),
                    table.header().len(),
                    bad.len()
                );
                for bad in bad.iter().take(3) {
                    println!("    {bad}");
                }
            }
            Err(e) => println!("{e}"),
        }
    }
    Ok(())
}
