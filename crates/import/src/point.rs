//! Coordinates as whole millionths of a degree, and what is odd about them.

use crate::mapping::Area;

/// A point on the earth, in millionths of a degree: a tenth of a metre, and the same bits everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Degrees north, in millionths.
    pub latitude: i32,
    /// Degrees east, in millionths.
    pub longitude: i32,
}

/// What is odd about a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointNote {
    /// Both are zero: often a place that is withheld, and no place of harm on land.
    Zero,
    /// Latitude and longitude are one number.
    Copied,
    /// Latitude and longitude are one number, and the point lies among the others.
    PerhapsCopied,
    /// No such degrees.
    OutsideEarth,
    /// The degrees exist only the other way round.
    Swapped,
    /// Far from nearly all points of the table: a foreign place, or an error.
    FarFromOthers,
    /// The point would lie among the others if its two numbers changed places.
    PerhapsSwapped,
    /// One of the two is missing.
    Half,
    /// Not a number of degrees.
    Unreadable,
}

impl PointNote {
    /// A stable code for flags.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Zero => "point_zero",
            Self::Copied => "point_latitude_copied",
            Self::PerhapsCopied => "point_perhaps_copied",
            Self::OutsideEarth => "point_outside_earth",
            Self::Swapped => "point_swapped",
            Self::FarFromOthers => "point_far_from_others",
            Self::PerhapsSwapped => "point_perhaps_swapped",
            Self::Half => "point_half",
            Self::Unreadable => "point_unreadable",
        }
    }

    /// The reason in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Zero => "point 0,0: the place may be withheld; not placed",
            Self::Copied => "latitude and longitude are the same number, one was probably copied; not placed",
            Self::PerhapsCopied => {
                "latitude and longitude are the same number, among the other points: copied, or true; kept"
            }
            Self::OutsideEarth => "no such degrees; not placed",
            Self::Swapped => "these degrees exist only with latitude and longitude exchanged; not placed",
            Self::FarFromOthers => {
                "far from nearly all other points of the table: a foreign place or an error; kept"
            }
            Self::PerhapsSwapped => {
                "far from the other points, and among them if latitude and longitude changed places; kept"
            }
            Self::Half => "one of latitude and longitude is missing; not placed",
            Self::Unreadable => "not degrees in decimals; not placed",
        }
    }

    /// Whether the point is still believed.
    #[must_use]
    pub const fn keeps(self) -> bool {
        matches!(self, Self::FarFromOthers | Self::PerhapsSwapped | Self::PerhapsCopied)
    }
}

const FULL: i32 = 1_000_000;

/// Reads a point from two cells and says what is odd about it; `None` and no note when both are empty.
#[must_use]
pub fn parse_point(
    latitude: &str,
    longitude: &str,
    area: Option<Area>,
) -> (Option<Point>, Option<PointNote>) {
    let (latitude, longitude) = (latitude.trim(), longitude.trim());
    let stated = |s: &str| crate::parse::missing(s).is_none();
    match (stated(latitude), stated(longitude)) {
        (false, false) => return (None, None),
        (true, true) => {}
        _ => return (None, Some(PointNote::Half)),
    }
    let (Some(lat), Some(lon)) = (microdegrees(latitude), microdegrees(longitude)) else {
        return (None, Some(PointNote::Unreadable));
    };
    let point = Point { latitude: lat, longitude: lon };
    let note = oddity(point, area);
    (Some(point).filter(|_| note.is_none_or(PointNote::keeps)), note)
}

fn oddity(point: Point, area: Option<Area>) -> Option<PointNote> {
    let Point { latitude: lat, longitude: lon } = point;
    let exists = |lat: i32, lon: i32| lat.abs() <= 90 * FULL && lon.abs() <= 180 * FULL;
    if lat == 0 && lon == 0 {
        return Some(PointNote::Zero);
    }
    if !exists(lat, lon) {
        return Some(if exists(lon, lat) { PointNote::Swapped } else { PointNote::OutsideEarth });
    }
    let inside = |area: Area, lat, lon| {
        (area.south..=area.north).contains(&lat) && (area.west..=area.east).contains(&lon)
    };
    if lat == lon {
        // Some places do lie on that diagonal: the company of other points tells.
        let among = area.is_some_and(|a| inside(a, lat, lon));
        return Some(if among { PointNote::PerhapsCopied } else { PointNote::Copied });
    }
    let area = area?;
    match (inside(area, lat, lon), inside(area, lon, lat)) {
        (true, _) => None,
        (false, true) => Some(PointNote::PerhapsSwapped),
        (false, false) => Some(PointNote::FarFromOthers),
    }
}

/// Decimal degrees to millionths, `None` when the text is no such number. Further decimals are cut off.
#[must_use]
pub fn microdegrees(text: &str) -> Option<i32> {
    let text = text.trim();
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text.strip_prefix('−').unwrap_or(text)),
    };
    let negative = negative || text.starts_with('−');
    let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    let mut micro = whole.parse::<i32>().ok()?.checked_mul(FULL)?;
    let mut unit = FULL / 10;
    for digit in fraction.bytes().take(6) {
        micro += i32::from(digit - b'0') * unit;
        unit /= 10;
    }
    Some(if negative { -micro } else { micro })
}

/// Millionths of a degree as decimal degrees.
#[must_use]
pub fn degrees(micro: i32) -> String {
    let sign = if micro < 0 { "-" } else { "" };
    let micro = micro.unsigned_abs();
    let text = format!("{sign}{}.{:06}", micro / 1_000_000, micro % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
