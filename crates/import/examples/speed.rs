//! Times reading, inference and typed rows: `cargo run --release -p cairn-import --example speed -- FILE`.

use cairn_import::{RowReader, infer};
use cairn_read::{Content, read};
use std::time::Instant;

fn main() -> std::io::Result<()> {
    for file in std::env::args().skip(1) {
        let bytes = std::fs::read(&file)?;
        let start = Instant::now();
        let Ok(Content::Table(table)) = read(&bytes, &file) else { continue };
        let opened = start.elapsed();
        let start = Instant::now();
        let mapping = infer(&table);
        let inferred = start.elapsed();
        let start = Instant::now();
        let rows = table.len();
        let walked = start.elapsed();
        let start = Instant::now();
        let mut reader = RowReader::new(&mapping, &file);
        let (mut names, mut flags, mut bad) = (0usize, 0usize, 0usize);
        let mut records = table.rows();
        while let Some(record) = records.next() {
            match record.map_err(|e| reader.bad(&e)).and_then(|record| {
                let row = reader.read(&record)?;
                names += row.names.len();
                flags += row.flags.len();
                Ok(())
            }) {
                Ok(()) => {}
                Err(_) => bad += 1,
            }
        }
        let read = start.elapsed();
        let micros = |d: std::time::Duration| d.as_secs_f64() * 1e6 / rows.max(1) as f64;
        println!(
            "{file}: {rows} rows, {} columns, {names} names, {flags} flags, {bad} bad",
            table.header().len()
        );
        println!("  open {opened:?}, infer {inferred:?}, walk {walked:?} ({:.2} µs a row)", micros(walked));
        println!("  walk and type {read:?} ({:.2} µs a row)", micros(read));
    }
    Ok(())
}
