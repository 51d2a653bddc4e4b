//! A folder of inputs with their drawings: `CHART_UPDATE=1 cargo test -p cairn-chart golden` writes them anew; look at
//! each before you commit it.

use std::fs;
use std::path::{Path, PathBuf};

use cairn_chart::{Chart, Look, Theme, draw};
use serde::Deserialize;

use crate::marks;

#[derive(Deserialize)]
struct Case {
    looks: Vec<Wanted>,
    chart: Chart,
}

#[derive(Deserialize)]
struct Wanted {
    lang: String,
    width: u32,
    #[serde(default)]
    theme: Theme,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

pub(crate) fn cases() -> Vec<(String, Chart)> {
    let mut names: Vec<PathBuf> = fs::read_dir(folder()).unwrap().map(|f| f.unwrap().path()).collect();
    names.retain(|n| n.extension().is_some_and(|e| e == "json"));
    names.sort();
    let name = |p: &PathBuf| p.file_stem().unwrap().to_string_lossy().into_owned();
    names.iter().map(|p| (name(p), case(p).chart)).collect()
}

fn case(path: &Path) -> Case {
    let text = fs::read_to_string(path).unwrap();
    let mut case: Case = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    if let Chart::Map(map) = &mut case.chart
        && let Some(file) = map.boundaries.geojson.strip_prefix('@')
    {
        map.boundaries.geojson = fs::read_to_string(folder().join(file)).unwrap();
    }
    case
}

#[test]
fn golden() {
    let update = std::env::var_os("CHART_UPDATE").is_some();
    let (mut seen, mut wrong) = (0, Vec::new());
    for (name, _) in cases() {
        let case = case(&folder().join(format!("{name}.json")));
        let mut first = true;
        for look in case.looks {
            let theme = if look.theme == Theme::Dark { "-dark" } else { "" };
            let stem = format!("{name}.{}-{}{theme}", look.lang, look.width);
            let look = Look::new(&look.lang, look.width).unwrap().themed(look.theme);
            let drawing = draw(&case.chart, &look).unwrap();
            marks::check(&stem, &drawing.svg);
            let mut outputs = vec![(format!("{stem}.svg"), drawing.svg.clone())];
            // The table of the first look: the others say the same.
            if first {
                outputs.push((format!("{name}.csv"), drawing.table.csv()));
            }
            first = false;
            for (file, text) in outputs {
                let path = folder().join(&file);
                seen += 1;
                if update {
                    fs::write(&path, &text).unwrap();
                } else if fs::read_to_string(&path).ok().as_deref() != Some(&text) {
                    wrong.push(file);
                }
            }
        }
    }
    assert!(seen > 30, "{seen}");
    assert!(wrong.is_empty(), "these drawings changed; look at them, then CHART_UPDATE=1: {wrong:?}");
}

#[test]
fn the_same_values_give_the_same_bytes() {
    for (name, chart) in cases() {
        let look = Look::new("he", 700).unwrap();
        assert_eq!(draw(&chart, &look).unwrap(), draw(&chart, &look).unwrap(), "{name}");
    }
}
