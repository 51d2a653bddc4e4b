//! The skeleton measured on published lists that give each name in Arabic and romanised. Prints figures, never names.

use std::io::Read;
use std::path::PathBuf;

fn lists() -> Option<Vec<PathBuf>> {
    let shared = std::env::var_os("CAIRN_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(shared.join("data/moh-lists")).ok()?.filter_map(|e| Some(e.ok()?.path())).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "gz"));
    files.sort();
    (!files.is_empty()).then_some(files)
}

#[test]
fn skeleton_survives_romanisation() {
    let Some(files) = lists() else {
        println!("skipped: no shared data");
        return;
    };
    for file in files {
        let mut text = String::new();
        flate2::read::GzDecoder::new(std::fs::File::open(&file).unwrap()).read_to_string(&mut text).unwrap();
        let mut rows = csv::Reader::from_reader(text.as_bytes());
        let headers = rows.headers().unwrap().clone();
        let column = |name: &str| headers.iter().position(|h| h == name);
        let (Some(ar), Some(en)) = (column("name"), column("en_name")) else { continue };
        let (mut same, mut all) = (0u32, 0u32);
        for row in rows.records() {
            let row = row.unwrap();
            let (a, b) = (&row[ar], &row[en]);
            if a.is_empty() || b.is_empty() {
                continue;
            }
            all += 1;
            let (sa, sb) = (cairn_names::skeleton(a), cairn_names::skeleton(b));
            same += u32::from(sa == sb);
        }
        let share = f64::from(same) / f64::from(all);
        println!("{}: skeleton equal for {same} of {all}: {share:.4}", file.file_name().unwrap().display());
        assert!(share >= 0.85, "{share}");
    }
}
