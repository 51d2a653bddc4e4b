//! Reads a drawing back: well formed, and every mark inside the frame.

/// The attributes of each element, in order: (name, attributes).
fn elements(svg: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut out = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        let end = rest[start..].find('>').map(|e| start + e).expect("a tag ends");
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "elements nest");
            continue;
        }
        let (tag, closed) = tag.strip_suffix('/').map_or((tag, false), |t| (t, true));
        let name = tag.split_whitespace().next().unwrap().to_owned();
        let mut attributes = Vec::new();
        let mut words = tag[name.len()..].trim();
        while !words.is_empty() {
            let (key, after) = words.split_once("=\"").expect("attributes are quoted");
            let (value, after) = after.split_once('"').expect("attributes end");
            assert!(!attributes.iter().any(|(k, _)| k == key.trim()), "{key} stands twice in <{tag}>");
            attributes.push((key.trim().to_owned(), value.to_owned()));
            words = after.trim_start();
        }
        if !closed {
            open.push(name.clone());
        }
        out.push((name, attributes));
    }
    assert!(open.is_empty(), "{open:?} stay open");
    out
}

pub(crate) fn check(name: &str, svg: &str) {
    let pattern = |svg: &str| svg.find("<defs>").zip(svg.find("</defs>"));
    let (from, to) = pattern(svg).expect("a drawing has definitions");
    elements(svg);
    for word in ["NaN", "inf", "-0 "] {
        let marks = &svg[to..];
        assert!(!marks.contains(&format!("=\"{word}")), "{name} holds {word}");
    }
    let drawn = format!("{}{}", &svg[..from], &svg[to + "</defs>".len()..]);
    let all = elements(&drawn);
    let number = |text: &str| text.parse::<f64>().unwrap_or_else(|_| panic!("{name}: '{text}' is no number"));
    let of = |attributes: &[(String, String)], key: &str| {
        attributes.iter().find(|(k, _)| k == key).map(|(_, v)| number(v))
    };
    let (width, height) = (of(&all[0].1, "width").unwrap(), of(&all[0].1, "height").unwrap());
    let inside = |what: &str, x: f64, y: f64| {
        let fits = (-0.6..=width + 0.6).contains(&x) && (-0.6..=height + 0.6).contains(&y);
        assert!(fits, "{name}: {what} at {x},{y} leaves {width}x{height}");
    };
    assert!(all.iter().any(|(n, _)| n == "title") && all.iter().any(|(n, _)| n == "desc"));
    for (tag, a) in &all[1..] {
        match tag.as_str() {
            "rect" => {
                let (x, y) = (of(a, "x").unwrap_or(0.0), of(a, "y").unwrap_or(0.0));
                inside(tag, x, y);
                inside(tag, x + of(a, "width").unwrap(), y + of(a, "height").unwrap());
            }
            "circle" => inside(tag, of(a, "cx").unwrap(), of(a, "cy").unwrap()),
            "text" => inside(tag, of(a, "x").unwrap(), of(a, "y").unwrap()),
            "line" => {
                inside(tag, of(a, "x1").unwrap(), of(a, "y1").unwrap());
                inside(tag, of(a, "x2").unwrap(), of(a, "y2").unwrap());
            }
            "path" => {
                let d = &a.iter().find(|(k, _)| k == "d").unwrap().1;
                for point in d.split(['M', 'L', 'Z']).filter(|p| !p.is_empty()) {
                    let (x, y) = point.split_once(' ').unwrap();
                    inside("path", number(x), number(y));
                }
            }
            _ => {}
        }
    }
}
