//! Numbers and points of incidents as coded columns: how many were harmed, and where on the map.

use cairn_fold::fold;

use crate::columns::{Columns, Role};
use crate::table::{Dictionary, Table, hash_bytes};

/// Source column and one code a distinct cell, per table; as `encode` takes them.
pub(crate) type Sourced = Vec<Option<(usize, Vec<u32>)>>;

/// Columns of counts, by header: the same header in several tables is one field.
pub(crate) fn counts(tables: &[Table], roles: &[Columns]) -> Vec<(String, Sourced)> {
    let mut out: Vec<(String, Sourced)> = Vec::new();
    for (t, (table, roles)) in tables.iter().zip(roles).enumerate() {
        for c in roles.with(Role::Count) {
            let label = fold(&table.columns[c].name).replace(['_', '-', '.'], " ");
            // Zero is a count like any other; 0 as a code is "not said".
            let codes =
                table.columns[c].values.map(|cell| read_count(cell).map_or(0, |n| n.saturating_add(1)));
            let at = out.iter().position(|o| o.0 == label).unwrap_or_else(|| {
                out.push((label, vec![None; tables.len()]));
                out.len() - 1
            });
            out[at].1[t] = Some((c, codes));
        }
    }
    out
}

/// Codes are indexes of tables of frequencies: larger counts are as good as this.
const MOST: u32 = 1_000_000;

fn read_count(cell: &str) -> Option<u32> {
    let plain = fold(cell.trim());
    let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
    let rest = plain.chars().any(|c| !c.is_ascii_digit() && !matches!(c, ',' | ' ' | '+' | '~'));
    if rest { None } else { digits.parse().ok().map(|n: u32| n.min(MOST)) }
}

/// Agreement of two coded counts that are not equal: within a tenth or one, half as many again, three times, apart.
pub(crate) fn count_level(a: u32, b: u32) -> u8 {
    let (low, high) = (f64::from(a.min(b) - 1), f64::from(a.max(b) - 1));
    match high - low {
        d if d <= (0.1 * high).max(1.0) => 2,
        _ if high <= 1.5 * low + 1.0 => 3,
        _ if high <= 3.0 * low + 2.0 => 4,
        _ => 5,
    }
}

/// Points of the map: a code a point, and a coarser code a cell of a twentieth of a degree (some five kilometres).
#[derive(Default)]
pub(crate) struct Points {
    /// Latitude and longitude in degrees, by code; code 0 is no point.
    pub at: Vec<(f32, f32)>,
    /// Per table and row: the code of the point and of its cell.
    pub rows: Vec<Option<Vec<(u32, u32)>>>,
}

/// Reads the points of tables that have both a latitude and a longitude. 0,0 is no place: it is written where a place
/// is withheld.
pub(crate) fn points(tables: &[Table], roles: &[Columns]) -> Option<Points> {
    let mut out = Points { at: vec![(0.0, 0.0)], rows: Vec::new() };
    let mut seen = Dictionary::default();
    for (table, roles) in tables.iter().zip(roles) {
        let (lat, lon) = (roles.with(Role::Latitude).next(), roles.with(Role::Longitude).next());
        let (Some(lat), Some(lon)) = (lat, lon) else {
            out.rows.push(None);
            continue;
        };
        let degrees = |c: usize, most: f32| {
            table.columns[c].values.map(|cell| cell.trim().parse::<f32>().ok().filter(|d| d.abs() <= most))
        };
        let (lats, lons) = (degrees(lat, 90.0), degrees(lon, 180.0));
        let rows = table.columns[lat].codes.iter().zip(&table.columns[lon].codes).map(|(a, b)| {
            let (Some(x), Some(y)) = (lats[*a as usize], lons[*b as usize]) else { return (0, 0) };
            if x == 0.0 && y == 0.0 {
                return (0, 0);
            }
            let code = seen.code(&format!("{x},{y}"));
            if code as usize == out.at.len() {
                out.at.push((x, y));
            }
            let cell = format!("{},{}", libm::floorf(x * 20.0), libm::floorf(y * 20.0));
            (code, (hash_bytes(cell.as_bytes()) as u32).max(1))
        });
        let rows = rows.collect();
        out.rows.push(Some(rows));
    }
    out.rows.iter().any(Option::is_some).then_some(out)
}

/// Agreement of two points that are not equal: within one, five and twenty-five kilometres, apart.
pub(crate) fn point_level((a, b): (f32, f32), (c, d): (f32, f32)) -> u8 {
    // Flat within such distances: a degree of latitude is 111.2 km.
    let across = libm::cosf((a + c) / 2.0 * std::f32::consts::PI / 180.0);
    let turned = (b - d).abs().min(360.0 - (b - d).abs());
    let (x, y) = ((a - c) * 111.2, turned * 111.2 * across);
    match libm::sqrtf(x * x + y * y) {
        km if km <= 1.0 => 2,
        km if km <= 5.0 => 3,
        km if km <= 25.0 => 4,
        _ => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_near() {
        for (a, b, level) in
            [(4, 5, 2), (100, 109, 2), (10, 14, 3), (10, 25, 4), (0, 1, 2), (0, 9, 5), (2, 40, 5)]
        {
            assert_eq!(count_level(a + 1, b + 1), level, "{a} {b}");
            assert_eq!(count_level(b + 1, a + 1), level, "{a} {b}");
        }
        assert_eq!(read_count("1,204"), Some(1204));
        assert_eq!(read_count("٤٠"), Some(40));
        assert_eq!(read_count("dozens"), None);
    }

    #[test]
    fn points_are_near() {
        assert_eq!(point_level((31.0, 34.0), (31.005, 34.0)), 2);
        assert_eq!(point_level((31.0, 34.0), (31.03, 34.0)), 3);
        assert_eq!(point_level((0.0, 179.99), (0.0, -179.99)), 3);
        assert_eq!(point_level((31.0, 34.0), (32.0, 34.0)), 5);
    }
}
