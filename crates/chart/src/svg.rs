//! Writing SVG: logical coordinates in, mirrored for right-to-left, fixed number formatting, escaped text.
//!
//! Colours are presentation attributes, so that every reader shows them; a style element lets custom properties of the
//! page (`--chart-ink`, …) or the reader's dark mode replace them.

use std::fmt::Write as _;

use crate::text::{clean, isolate, truncate};

/// What a mark is painted with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paint {
    Ink,
    Muted,
    Rule,
    Paper,
    Accent,
    /// One of several speakers, lists or chains; always beside a marker, dash or label.
    Series(usize),
}

/// Name, light and dark. The hues differ in lightness too, so that they stay apart in grey.
const PAINTS: [(&str, &str, &str); 11] = [
    ("ink", "#23262b", "#eceae4"),
    ("muted", "#5c6169", "#a9adb4"),
    ("rule", "#d8d5cc", "#3c4046"),
    ("paper", "#fdfcf9", "#17191c"),
    ("accent", "#1f5a7a", "#82b8d6"),
    ("s0", "#1f5a7a", "#82b8d6"),
    ("s1", "#a06a12", "#e0b45e"),
    ("s2", "#3f4a2f", "#c3cfa8"),
    ("s3", "#7b5a8e", "#c3a3d4"),
    ("s4", "#4b8079", "#8fcabf"),
    ("s5", "#6b6459", "#d0c8b8"),
];

/// How many speakers look different in colour alone.
pub(crate) const HUES: usize = 6;

const DASHES: [&str; 5] = ["", "7 3", "2 3", "9 3 2 3", "14 4"];

impl Paint {
    fn row(self) -> &'static (&'static str, &'static str, &'static str) {
        &PAINTS[match self {
            Self::Ink => 0,
            Self::Muted => 1,
            Self::Rule => 2,
            Self::Paper => 3,
            Self::Accent => 4,
            Self::Series(i) => 5 + i % HUES,
        }]
    }

    fn fill(self) -> String {
        let (name, light, _) = self.row();
        format!("fill=\"{light}\" class=\"f-{name}\"")
    }

    fn stroke(self, width: f64) -> String {
        let (name, light, _) = self.row();
        format!("fill=\"none\" stroke=\"{light}\" class=\"k-{name}\" stroke-width=\"{}\"", num(width))
    }
}

/// The dash of a speaker's line; with the marker it tells speakers apart without colour.
pub(crate) fn dash(series: usize) -> &'static str {
    DASHES[series % DASHES.len()]
}

/// The style element: custom properties first, then dark mode for an image that stands alone.
fn style() -> String {
    let mut css = String::from("text{font-variant-numeric:tabular-nums}");
    for (name, light, _) in PAINTS {
        let _ = write!(css, ".f-{name}{{fill:var(--chart-{name},{light})}}");
        let _ = write!(css, ".k-{name}{{stroke:var(--chart-{name},{light})}}");
    }
    css.push_str("@media(prefers-color-scheme:dark){svg:root{");
    for (name, _, dark) in PAINTS {
        let _ = write!(css, "--chart-{name}:{dark};");
    }
    css.push_str("}}");
    css
}

/// A finished drawing in the theme asked for. Dark and light in any surrounding: the colours themselves are exchanged,
/// so that a reader without style sheets shows them too.
pub(crate) fn themed(svg: String, theme: crate::Theme) -> String {
    if theme == crate::Theme::Auto {
        return svg;
    }
    let (Some(start), Some(end)) = (svg.find("<style>"), svg.find("</style>")) else { return svg };
    let mut out = format!("{}{}", &svg[..start], &svg[end + "</style>".len()..]);
    if theme == crate::Theme::Dark {
        // Only the writer's own attributes hold quoted colours: words are escaped.
        for (_, light, dark) in PAINTS {
            out = out.replace(&format!("=\"{light}\""), &format!("=\"{dark}\""));
        }
    }
    out
}

/// Where a text stands relative to its point, in reading direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// A coordinate: one decimal, no minus zero, nothing that is no number.
pub(crate) fn num(x: f64) -> String {
    if !x.is_finite() {
        return "0".to_owned();
    }
    let text = format!("{x:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Text for an element or attribute. Characters that XML does not allow, and those that steer direction, are left out.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// A drawing being written. Charts give logical coordinates that start where reading starts.
pub(crate) struct Svg {
    body: String,
    defs: String,
    pub(crate) width: f64,
    pub(crate) rtl: bool,
    /// Makes ids differ between drawings of one page.
    prefix: String,
}

impl Svg {
    pub(crate) fn new(width: f64, rtl: bool, seed: &str) -> Self {
        // FNV-1a of what is drawn: ids that differ between drawings and never between runs.
        let hash = seed
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
        Self { body: String::new(), defs: String::new(), width, rtl, prefix: format!("c{:08x}", hash as u32) }
    }

    fn x(&self, x: f64) -> f64 {
        if self.rtl { self.width - x } else { x }
    }

    /// The whole drawing.
    pub(crate) fn finish(self, height: f64, title: &str, desc: &str) -> String {
        let (w, h) = (num(self.width), num(height));
        let direction = if self.rtl { "rtl" } else { "ltr" };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"cairn-chart\" role=\"img\" width=\"{w}\" height=\"{h}\" \
             viewBox=\"0 0 {w} {h}\" direction=\"{direction}\" font-family=\"'Noto Sans','Noto Sans Arabic',\
             'Noto Sans Hebrew',system-ui,sans-serif\" font-size=\"12\">\n<title>{}</title>\n<desc>{}</desc>\n\
             <style>{}</style>\n<defs>{}</defs>\n<rect width=\"{w}\" height=\"{h}\" {}/>\n{}</svg>\n",
            escape(&clean(title)),
            escape(&clean(desc)),
            style(),
            self.defs,
            Paint::Paper.fill(),
            self.body,
        )
    }

    pub(crate) fn line(
        &mut self,
        (x1, y1): (f64, f64),
        (x2, y2): (f64, f64),
        paint: Paint,
        width: f64,
        dash: &str,
    ) {
        let dash = if dash.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dash}\"") };
        let _ = writeln!(
            self.body,
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" {}{dash}/>",
            num(self.x(x1)),
            num(y1),
            num(self.x(x2)),
            num(y2),
            paint.stroke(width)
        );
    }

    fn rect_at(&self, x: f64, y: f64, w: f64, h: f64) -> String {
        let x = if self.rtl { self.width - x - w } else { x };
        format!(
            "x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
            num(x),
            num(y),
            num(w.max(0.0)),
            num(h.max(0.0))
        )
    }

    pub(crate) fn rect(&mut self, (x, y): (f64, f64), (w, h): (f64, f64), paint: Paint, opacity: f64) {
        let at = self.rect_at(x, y, w, h);
        let _ = writeln!(self.body, "<rect {at} {}{}/>", paint.fill(), faint(opacity));
    }

    pub(crate) fn outline(&mut self, (x, y): (f64, f64), (w, h): (f64, f64), paint: Paint) {
        let at = self.rect_at(x, y, w, h);
        let _ = writeln!(self.body, "<rect {at} {}/>", paint.stroke(1.0));
    }

    /// A rectangle under one of the patterns.
    pub(crate) fn hatched(&mut self, (x, y): (f64, f64), (w, h): (f64, f64), pattern: Pattern, paint: Paint) {
        let id = self.pattern(pattern, paint);
        let at = self.rect_at(x, y, w, h);
        let _ = writeln!(self.body, "<rect {at} fill=\"url(#{id})\"/>");
    }

    /// A path of straight lines, each run from its first point.
    pub(crate) fn polyline(&mut self, runs: &[Vec<(f64, f64)>], paint: Paint, width: f64, dash: &str) {
        let d = self.path_data(runs, false);
        if d.is_empty() {
            return;
        }
        let dash = if dash.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dash}\"") };
        let _ =
            writeln!(self.body, "<path d=\"{d}\" {}{dash} stroke-linejoin=\"round\"/>", paint.stroke(width));
    }

    pub(crate) fn polygon(&mut self, runs: &[Vec<(f64, f64)>], paint: Paint, opacity: f64) {
        let d = self.path_data(runs, true);
        if !d.is_empty() {
            let _ = writeln!(
                self.body,
                "<path d=\"{d}\" fill-rule=\"evenodd\" {}{}/>",
                paint.fill(),
                faint(opacity)
            );
        }
    }

    pub(crate) fn hatched_polygon(&mut self, runs: &[Vec<(f64, f64)>], pattern: Pattern, paint: Paint) {
        let (id, d) = (self.pattern(pattern, paint), self.path_data(runs, true));
        if !d.is_empty() {
            let _ = writeln!(self.body, "<path d=\"{d}\" fill-rule=\"evenodd\" fill=\"url(#{id})\"/>");
        }
    }

    pub(crate) fn outline_polygon(&mut self, runs: &[Vec<(f64, f64)>], paint: Paint, width: f64) {
        let d = self.path_data(runs, true);
        if !d.is_empty() {
            let _ =
                writeln!(self.body, "<path d=\"{d}\" {} stroke-linejoin=\"round\"/>", paint.stroke(width));
        }
    }

    fn path_data(&self, runs: &[Vec<(f64, f64)>], close: bool) -> String {
        let mut d = String::new();
        for run in runs.iter().filter(|r| !r.is_empty()) {
            let mut last = None;
            for (i, (x, y)) in run.iter().enumerate() {
                let (x, y) = (num(self.x(*x)), num(*y));
                if i == 0 {
                    let _ = write!(d, "M{x} {y}");
                } else if last.as_ref() != Some(&(x.clone(), y.clone())) {
                    let _ = write!(d, "L{x} {y}");
                }
                last = Some((x, y));
            }
            if close {
                d.push('Z');
            }
        }
        d
    }

    /// The marker of a speaker: circle, square, triangle, diamond, cross, ring of a plus. A hollow one stands for a
    /// statement that a later one replaces.
    pub(crate) fn marker(
        &mut self,
        (x, y): (f64, f64),
        series: usize,
        paint: Paint,
        hollow: bool,
        words: &str,
    ) {
        let (x, r) = (self.x(x), 3.6);
        let shape = match series % 6 {
            0 => format!("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"", num(x), num(y), num(r)),
            1 => shape(&[(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]),
            2 => shape(&[(x, y - r - 1.0), (x + r + 0.8, y + r), (x - r - 0.8, y + r)]),
            3 => shape(&[(x, y - r - 1.0), (x + r + 1.0, y), (x, y + r + 1.0), (x - r - 1.0, y)]),
            4 => shape(&[(x, y + r + 1.0), (x + r + 0.8, y - r), (x - r - 0.8, y - r)]),
            _ => shape(&[
                (x - 1.3, y - r - 0.8),
                (x + 1.3, y - r - 0.8),
                (x + 1.3, y - 1.3),
                (x + r + 0.8, y - 1.3),
                (x + r + 0.8, y + 1.3),
                (x + 1.3, y + 1.3),
                (x + 1.3, y + r + 0.8),
                (x - 1.3, y + r + 0.8),
                (x - 1.3, y + 1.3),
                (x - r - 0.8, y + 1.3),
                (x - r - 0.8, y - 1.3),
                (x - 1.3, y - 1.3),
            ]),
        };
        let (name, light, _) = paint.row();
        let (_, paper, _) = Paint::Paper.row();
        let fill = if hollow {
            format!("fill=\"{paper}\" stroke=\"{light}\" class=\"f-paper k-{name}\" stroke-width=\"1.4\"")
        } else {
            format!("fill=\"{light}\" stroke=\"{paper}\" class=\"f-{name} k-paper\" stroke-width=\"0.8\"")
        };
        let _ = writeln!(
            self.body,
            "{shape} {fill}{}",
            closed(if series.is_multiple_of(6) { "circle" } else { "path" }, words)
        );
    }

    /// A flag above a mark: a finding stands behind it.
    pub(crate) fn flag(&mut self, (x, y): (f64, f64), words: &str) {
        let (x, y) = (self.x(x), y - 8.0);
        let ring = format!("<circle cx=\"{}\" cy=\"{}\" r=\"4.5\"", num(x), num(y));
        let (_, light, _) = Paint::Ink.row();
        let (_, paper, _) = Paint::Paper.row();
        let _ = writeln!(
            self.body,
            "{ring} fill=\"{paper}\" stroke=\"{light}\" class=\"f-paper k-ink\" stroke-width=\"1.1\"{}",
            closed("circle", words)
        );
        let bar = |y: f64, h: f64| {
            format!("x=\"{}\" y=\"{}\" width=\"1.2\" height=\"{}\"", num(x - 0.6), num(y), num(h))
        };
        for at in [bar(y - 2.8, 3.4), bar(y + 1.5, 1.3)] {
            let _ = writeln!(self.body, "<rect {at} {}/>", Paint::Ink.fill());
        }
    }

    /// An arrow head at an end that the source leaves open; `step` is +1 towards later or more, -1 towards less.
    pub(crate) fn arrow(&mut self, (x, y): (f64, f64), step: f64, paint: Paint) {
        let runs = vec![vec![(x - 5.0 * step, y - 4.0), (x, y), (x - 5.0 * step, y + 4.0)]];
        self.polyline(&runs, paint, 1.6, "");
    }

    pub(crate) fn arrow_up(&mut self, (x, y): (f64, f64), step: f64, paint: Paint) {
        let runs = vec![vec![(x - 4.0, y + 5.0 * step), (x, y), (x + 4.0, y + 5.0 * step)]];
        self.polyline(&runs, paint, 1.6, "");
    }

    pub(crate) fn text(&mut self, (x, y): (f64, f64), anchor: Anchor, face: Face, paint: Paint, words: &str) {
        let words = clean(words);
        self.write_text((x, y), anchor, face, paint, &words, &words);
    }

    /// A text that must not be wider than `room`: cut with an ellipsis, whole in its title.
    pub(crate) fn fitted(
        &mut self,
        (x, y): (f64, f64),
        anchor: Anchor,
        face: Face,
        paint: Paint,
        words: &str,
        room: f64,
    ) {
        let words = clean(words);
        let cut = truncate(&words, face.size(), room);
        self.write_text((x, y), anchor, face, paint, &cut, &words);
    }

    fn write_text(
        &mut self,
        (x, y): (f64, f64),
        anchor: Anchor,
        face: Face,
        paint: Paint,
        shown: &str,
        whole: &str,
    ) {
        if shown.is_empty() {
            return;
        }
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let title = if shown == whole {
            String::new()
        } else {
            format!("<title>{}</title>", escape(&isolate(whole)))
        };
        let _ = writeln!(
            self.body,
            "<text x=\"{}\" y=\"{}\"{anchor}{} {}>{title}{}</text>",
            num(self.x(x)),
            num(y),
            face.attributes(),
            paint.fill(),
            escape(&isolate(shown))
        );
    }

    /// The id of a pattern, defined on first use.
    fn pattern(&mut self, pattern: Pattern, paint: Paint) -> String {
        let (name, light, _) = paint.row();
        let id = format!("{}-{}-{name}", self.prefix, pattern.name());
        if !self.defs.contains(&format!("id=\"{id}\"")) {
            let (side, marks, turn) = pattern.marks();
            let _ = write!(
                self.defs,
                "<pattern id=\"{id}\" width=\"{side}\" height=\"{side}\" patternUnits=\"userSpaceOnUse\"{turn}>"
            );
            for (tag, shape, filled) in marks {
                let paint = if *filled {
                    format!("fill=\"{light}\" class=\"f-{name}\"")
                } else {
                    format!("fill=\"none\" stroke=\"{light}\" class=\"k-{name}\"")
                };
                let _ = write!(self.defs, "<{tag} {shape} {paint}/>");
            }
            self.defs.push_str("</pattern>");
        }
        id
    }
}

fn shape(points: &[(f64, f64)]) -> String {
    let mut d = String::new();
    for (i, (x, y)) in points.iter().enumerate() {
        let _ = write!(d, "{}{} {}", if i == 0 { 'M' } else { 'L' }, num(*x), num(*y));
    }
    format!("<path d=\"{d}Z\"")
}

/// The end of an element, with a title when there are words.
fn closed(tag: &str, words: &str) -> String {
    let words = clean(words);
    if words.is_empty() {
        return "/>".to_owned();
    }
    format!("><title>{}</title></{tag}>", escape(&words))
}

fn faint(opacity: f64) -> String {
    if opacity >= 1.0 { String::new() } else { format!(" fill-opacity=\"{opacity:.2}\"") }
}

/// Patterns beside colour, from light to dense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pattern {
    /// Wide dots.
    Dots,
    /// Wide diagonal lines.
    Wide,
    /// Dense diagonal lines.
    Dense,
    /// Diagonal lines both ways.
    Cross,
    /// Dots of the other sort: what may be, beside what is.
    Maybe,
}

type Mark = (&'static str, &'static str, bool);

impl Pattern {
    fn name(self) -> &'static str {
        match self {
            Self::Dots => "dots",
            Self::Wide => "wide",
            Self::Dense => "dense",
            Self::Cross => "cross",
            Self::Maybe => "maybe",
        }
    }

    /// Side of the tile, its marks, its turn.
    fn marks(self) -> (&'static str, &'static [Mark], &'static str) {
        let turned = " patternTransform=\"rotate(45)\"";
        match self {
            Self::Dots => ("9", &[("circle", "cx=\"2\" cy=\"2\" r=\"0.9\"", true)], turned),
            Self::Wide => ("9", &[("path", "d=\"M0 0V9\" stroke-width=\"1.6\"", false)], turned),
            Self::Dense => ("5", &[("path", "d=\"M0 0V5\" stroke-width=\"2\"", false)], turned),
            Self::Cross => ("6", &[("path", "d=\"M0 0V6M0 0H6\" stroke-width=\"1.6\"", false)], turned),
            Self::Maybe => ("6", &[("path", "d=\"M0 0V6\" stroke-width=\"1.4\"", false)], turned),
        }
    }
}

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Face {
    Title,
    Label,
    Small,
    /// Small and strong, for numbers beside marks.
    Value,
}

impl Face {
    pub(crate) fn size(self) -> f64 {
        match self {
            Self::Title => 15.0,
            Self::Label => 12.5,
            Self::Small | Self::Value => 11.5,
        }
    }

    fn attributes(self) -> String {
        let weight = match self {
            Self::Title | Self::Value => " font-weight=\"600\"",
            _ => "",
        };
        format!(" font-size=\"{}\"{weight}", num(self.size()))
    }
}
