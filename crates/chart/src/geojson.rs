//! Areas from GeoJSON (RFC 7946): polygons and multipolygons of a feature collection.

use serde_json::Value;

/// Points that all areas may have together.
const MOST_POINTS: usize = 400_000;

/// Why a text holds no areas.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GeoError {
    /// No JSON.
    #[error("the boundaries are no JSON: {0}")]
    Json(String),
    /// Not a collection of features.
    #[error("the boundaries are no GeoJSON FeatureCollection")]
    Shape,
    /// A feature that cannot be drawn.
    #[error("feature {0} of the boundaries {1}")]
    Feature(usize, &'static str),
    /// Too fine to draw.
    #[error("the boundaries have more than {MOST_POINTS} points: simplify them for drawing")]
    Points,
}

/// A ring of longitude and latitude.
pub type Ring = Vec<(f64, f64)>;

/// One area: its code, its name, its rings (outer ones and holes).
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// The p-code or other key that figures name.
    pub code: String,
    /// As the boundaries' author names it.
    pub name: String,
    /// Every text among its properties: names in other languages and spellings.
    pub names: Vec<String>,
    /// Rings; even-odd filling makes holes of inner ones.
    pub rings: Vec<Ring>,
}

/// Reads the areas of a feature collection; `code` and `name` are the properties that hold them. In a collection that
/// has neither, areas are called by their number.
///
/// # Errors
/// When the text is no feature collection of polygons, or a coordinate is none.
pub fn areas(text: &str, code: &str, name: &str) -> Result<Vec<Area>, GeoError> {
    let value: Value = serde_json::from_str(text).map_err(|e| GeoError::Json(e.to_string()))?;
    let features = value.get("features").and_then(Value::as_array).ok_or(GeoError::Shape)?;
    let mut out = Vec::new();
    let mut points = 0;
    for (i, feature) in features.iter().enumerate() {
        let number = i + 1;
        let property = |key: &str| match feature.get("properties").and_then(|p| p.get(key)) {
            Some(Value::String(text)) => Some(text.clone()),
            Some(Value::Number(n)) => Some(n.to_string()),
            _ => None,
        };
        let texts = feature.get("properties").and_then(Value::as_object).into_iter().flatten();
        let names = texts.filter_map(|(_, value)| Some(value.as_str()?.to_owned())).collect();
        let geometry = feature.get("geometry").filter(|g| !g.is_null());
        let Some(geometry) = geometry else { return Err(GeoError::Feature(number, "has no geometry")) };
        let coordinates = geometry.get("coordinates").and_then(Value::as_array);
        let coordinates = coordinates.ok_or(GeoError::Feature(number, "has no coordinates"))?;
        let polygons: Vec<&Value> = match geometry.get("type").and_then(Value::as_str) {
            Some("Polygon") => coordinates.iter().collect(),
            Some("MultiPolygon") => coordinates.iter().filter_map(Value::as_array).flatten().collect(),
            _ => return Err(GeoError::Feature(number, "is neither Polygon nor MultiPolygon")),
        };
        let mut rings = Vec::new();
        for ring in polygons {
            let ring = read_ring(ring).ok_or(GeoError::Feature(number, "has a coordinate that is none"))?;
            points += ring.len();
            if ring.len() >= 3 {
                rings.push(ring);
            }
        }
        if points > MOST_POINTS {
            return Err(GeoError::Points);
        }
        let code = property(code).unwrap_or_else(|| number.to_string());
        out.push(Area { name: property(name).unwrap_or_else(|| code.clone()), code, names, rings });
    }
    Ok(out)
}

fn read_ring(ring: &Value) -> Option<Ring> {
    let point = |p: &Value| {
        let (x, y) = (p.get(0)?.as_f64()?, p.get(1)?.as_f64()?);
        ((-180.0..=180.0).contains(&x) && (-90.0..=90.0).contains(&y)).then_some((x, y))
    };
    ring.as_array()?.iter().map(point).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polygons_are_read_and_slips_named() {
        let text = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"pcode":"T1","name":"A"},
            "geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}}]}"#;
        let found = areas(text, "pcode", "name").unwrap();
        assert_eq!((found.len(), found[0].code.as_str(), found[0].rings[0].len()), (1, "T1", 4));
        assert_eq!(areas(text, "x", "y").unwrap()[0].code, "1");
        assert_eq!(areas("{}", "a", "b"), Err(GeoError::Shape));
        let bad = text.replace("[1,1]", "[1,91]");
        assert!(areas(&bad, "a", "b").unwrap_err().to_string().contains("feature 1"));
        assert!(matches!(areas("[", "a", "b"), Err(GeoError::Json(_))));
    }
}
