//! The land of the conflict: areas with invented codes, on a stretch of empty sea, and a list of their places.

use std::fmt::Write as _;

use crate::people::PLACES;
use crate::random::Random;

/// Areas in rows of three from the south-west. The first six bear the towns' names; in three nothing is recorded.
const AREAS: [(&str, &str); 9] = [
    PLACES[0],
    PLACES[3],
    PLACES[5],
    PLACES[1],
    PLACES[2],
    PLACES[4],
    ("Lumran Heights", "مرتفعات لمران"),
    ("Zarmun Valley", "وادي زرمون"),
    ("Outer Saltmarsh", "السبخة الخارجية"),
];
const SIDE: usize = 3;
/// Pieces of a border between two corners: a power of two.
const PIECES: usize = 16;

type Point = (f64, f64);

/// A corner of the grid, moved a little.
fn corner(seed: u64, column: usize, row: usize) -> Point {
    let mut random = Random::of(seed, 7, row * (SIDE + 1) + column);
    let mut off = |width: f64| (random.below(1001) as f64 / 1000.0 - 0.5) * width;
    // West of everything inhabited, in the middle of an ocean.
    (-31.2 + column as f64 * 0.36 + off(0.12), 30.4 + row as f64 * 0.27 + off(0.1))
}

/// The border between two corners: halved again and again, each middle moved to one side. Both areas that share it
/// get the same points.
fn border(seed: u64, number: usize, from: Point, to: Point) -> Vec<Point> {
    let mut random = Random::of(seed, 8, number);
    let mut line = vec![from, to];
    while line.len() <= PIECES {
        let mut finer = Vec::with_capacity(2 * line.len());
        for pair in line.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let off = (random.below(1001) as f64 / 1000.0 - 0.5) * 0.42;
            let (dx, dy) = (b.0 - a.0, b.1 - a.1);
            finer.push(a);
            finer.push(((a.0 + b.0) / 2.0 - dy * off, (a.1 + b.1) / 2.0 + dx * off));
        }
        finer.push(to);
        line = finer;
    }
    line
}

/// The ring of an area, counter-clockwise.
fn ring(seed: u64, column: usize, row: usize) -> Vec<Point> {
    let at = |c, r| corner(seed, c, r);
    let along = |c: usize, r: usize| border(seed, r * SIDE + c, at(c, r), at(c + 1, r));
    let up = |c: usize, r: usize| border(seed, 100 + r * (SIDE + 1) + c, at(c, r), at(c, r + 1));
    let back = |mut line: Vec<Point>| {
        line.reverse();
        line
    };
    let sides =
        [along(column, row), up(column + 1, row), back(along(column, row + 1)), back(up(column, row))];
    let mut ring: Vec<Point> = sides.iter().flat_map(|side| side[..side.len() - 1].iter().copied()).collect();
    ring.push(ring[0]);
    ring
}

/// The code of an area.
fn code(number: usize) -> String {
    format!("TV{:02}", number + 1)
}

/// The areas as GeoJSON. Whose boundaries they are stands in the file.
#[must_use]
pub fn boundaries(seed: u64) -> String {
    let mut out = String::from(
        "{\"type\":\"FeatureCollection\",\"name\":\"Tarvessa, areas\",\"source\":\"Survey Office of Tarvessa (fiction)\",\
         \"date\":\"2030-01\",\"licence\":\"made by cairn demo\",\"features\":[\n",
    );
    for (n, (name, native)) in AREAS.iter().enumerate() {
        let points: Vec<String> =
            ring(seed, n % SIDE, n / SIDE).iter().map(|(x, y)| format!("[{x:.4},{y:.4}]")).collect();
        let comma = if n + 1 < AREAS.len() { "," } else { "" };
        let _ = writeln!(
            out,
            "{{\"type\":\"Feature\",\"properties\":{{\"pcode\":\"{}\",\"name\":\"{name}\",\"name_ar\":\"{native}\"}},\
             \"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{}]]}}}}{comma}",
            code(n),
            points.join(",")
        );
    }
    out.push_str("]}\n");
    out
}

/// The places as a table: code, names, and a point within each area.
#[must_use]
pub fn gazetteer(seed: u64) -> String {
    let mut out = String::from("pcode,name,name_ar,admin1,latitude,longitude\n");
    for (n, (name, native)) in AREAS.iter().enumerate() {
        let ring = ring(seed, n % SIDE, n / SIDE);
        let count = (ring.len() - 1) as f64;
        let middle = ring[1..].iter().fold((0.0, 0.0), |m, p| (m.0 + p.0 / count, m.1 + p.1 / count));
        let _ = writeln!(out, "{},{name},{native},Tarvessa,{:.4},{:.4}", code(n), middle.1, middle.0);
    }
    out
}
