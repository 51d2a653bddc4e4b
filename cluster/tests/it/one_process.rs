use std::sync::Mutex;
use std::sync::atomic::AtomicBool;

use cairn_cluster::{Engine, Job, address};
use cairn_link::{Options, Step};

use crate::common::table;
use crate::lists::{locally, quiet, rows};

fn job(dir: &tempfile::TempDir, tile: usize) -> Job {
    Job {
        engine: Engine::Here,
        work: address(dir.path().to_str().unwrap()).unwrap(),
        partitions: 5,
        tile,
        attempts: 1,
    }
}

#[test]
fn datafusion_finds_what_the_local_run_finds() {
    let tables = [table(&rows())];
    let loose = Options {
        // Two passes with large blocks, and groups that are too large for both.
        passes: Some(vec![vec!["family name".to_owned()], vec!["place".to_owned()]]),
        ..Options::default()
    };
    for options in [Options::default(), loose, Options { across_only: true, ..Options::default() }] {
        let here = locally(&tables, &options);
        assert!(here.pairs.len() > 5000, "{}", here.pairs.len());
        for tile in [64, 1_000_000] {
            let dir = tempfile::tempdir().unwrap();
            let tiles = Mutex::new(0);
            let progress = |s: Step| {
                if s.name == "tiles of large blocks" {
                    *tiles.lock().unwrap() = s.total;
                }
            };
            let there =
                cairn_cluster::link(&tables, &options, &job(&dir, tile), &progress, &AtomicBool::new(false))
                    .unwrap();
            assert_eq!(here, there);
            assert_eq!(*tiles.lock().unwrap() > 0, tile == 64);
            let left = std::fs::read_dir(dir.path()).unwrap().count();
            assert_eq!(left, 0, "names stay behind");
        }
    }
}

#[test]
fn a_short_list_is_compared_whole() {
    let tables = [table(&rows()[..200])];
    let options = Options { all_pairs: true, ..Options::default() };
    let here = locally(&tables, &options);
    assert_eq!(here.diagnostics.pairs, 200 * 199 / 2);
    let dir = tempfile::tempdir().unwrap();
    let there =
        cairn_cluster::link(&tables, &options, &job(&dir, 64), &quiet, &AtomicBool::new(false)).unwrap();
    assert_eq!(here, there);
}

#[test]
fn a_work_place_that_is_not_there_is_named() {
    let tables = [table(&rows()[..200])];
    let dir = tempfile::tempdir().unwrap();
    let mut job = job(&dir, 64);
    job.work = address("nowhere://x/y").unwrap();
    let options = Options::default();
    let wrong = cairn_cluster::link(&tables, &options, &job, &quiet, &AtomicBool::new(false)).unwrap_err();
    assert!(wrong.to_string().contains("nowhere"), "{wrong}");
}

#[test]
fn lists_may_be_parquet() {
    use datafusion::arrow::array::{ArrayRef, RecordBatch, StringArray, UInt32Array};
    use datafusion::parquet::arrow::ArrowWriter;
    use std::sync::Arc;

    let dir = tempfile::tempdir().unwrap();
    let list = dir.path().join("list");
    std::fs::create_dir(&list).unwrap();
    for (n, names) in [["Sami Toli", "Rana Kedu"], ["Mira Toli", ""]].into_iter().enumerate() {
        let names: ArrayRef = Arc::new(StringArray::from_iter(names.map(|n| (!n.is_empty()).then_some(n))));
        let ages: ArrayRef = Arc::new(UInt32Array::from(vec![30 + n as u32, 40]));
        let batch = RecordBatch::try_from_iter_with_nullable([("name", names, true), ("age", ages, false)]);
        let batch = batch.unwrap();
        let file = std::fs::File::create(list.join(format!("{n}.parquet"))).unwrap();
        let mut writer = ArrowWriter::try_new(file, batch.schema(), None).unwrap();
        writer.write(&batch).unwrap();
        writer.close().unwrap();
    }
    let read = cairn_cluster::tables(&[list.to_str().unwrap().to_owned()]).unwrap();
    assert_eq!(read[0].rows(), 4);
    let cells: Vec<&str> = (0..4).flat_map(|r| [read[0].cell(0, r), read[0].cell(1, r)]).collect();
    assert_eq!(cells, ["Sami Toli", "30", "Rana Kedu", "40", "Mira Toli", "31", "", "40"]);
    let one = list.join("1.parquet").to_str().unwrap().to_owned();
    assert_eq!(cairn_cluster::tables(&[one]).unwrap()[0].rows(), 2);
}
