//! How lists overlap: a column per combination of lists, its members dotted below, how many people above (UpSet).

use serde::Deserialize;

use crate::frame::{Head, PAD, Plot, axis_up, foot, head, label_width};
use crate::look::fill;
use crate::scale::{Scale, round_up};
use crate::svg::{Anchor, Face, Paint, Svg};
use crate::table::{Cell, Table};
use crate::text::measure;
use crate::{Drawing, Look};

/// Overlapping lists.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overlap {
    /// The words around it.
    pub head: Head,
    /// The lists, from the top.
    pub lists: Vec<List>,
    /// How many people stand on exactly these lists.
    pub combinations: Vec<Combination>,
}

/// One list.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// What it is called.
    pub name: String,
}

/// People on exactly these lists.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Combination {
    /// Numbers of the lists, from 0.
    pub lists: Vec<usize>,
    /// How many people.
    pub people: f64,
}

pub(crate) fn draw(chart: &Overlap, look: &Look) -> Drawing {
    let mut svg = Svg::new(look.px(), look.rtl, &chart.head.title);
    let words = &look.words;
    let y = head(&mut svg, &chart.head);
    let table = table(chart, look);
    let count = |c: &Combination| if c.people.is_finite() { c.people.max(0.0) } else { 0.0 };
    let mut all: Vec<&Combination> = chart.combinations.iter().filter(|c| count(c) > 0.0).collect();
    all.sort_by(|a, b| count(b).total_cmp(&count(a)).then_with(|| a.lists.cmp(&b.lists)));
    if all.is_empty() || chart.lists.is_empty() {
        svg.text((PAD, y + 14.0), Anchor::Start, Face::Label, Paint::Muted, &words.nothing);
        let height = foot(&mut svg, &chart.head.notes, y + 20.0);
        return Drawing { svg: svg.finish(height, &chart.head.title, &words.nothing), table };
    }
    let size = |list: usize| all.iter().filter(|c| c.lists.contains(&list)).map(|c| count(c)).sum::<f64>();
    let name = |i: usize| chart.lists.get(i).map_or("", |l| l.name.as_str());
    let names = chart.lists.iter().map(|l| measure(&l.name, Face::Label.size())).fold(0.0, f64::max);
    let numbers = (0..chart.lists.len())
        .map(|i| measure(&look.number(size(i), 0), Face::Value.size()))
        .fold(0.0, f64::max);
    let top_value = round_up(count(all[0]), 4);
    let mut plot = Plot { left: PAD, right: svg.width - PAD, top: y + 20.0, bottom: y + 20.0 + 180.0 };
    let up = Scale::new((0.0, top_value), (plot.bottom, plot.top));
    let names = names.min(svg.width * 0.34);
    plot.left = PAD + (names + numbers + 22.0).max(label_width(&up, 4, look));
    let most = libm::floor((plot.right - plot.left) / 24.0).max(1.0) as usize;
    let shown = &all[..all.len().min(most)];
    let step = ((plot.right - plot.left) / shown.len() as f64).min(56.0);
    plot.right = plot.left + step * shown.len() as f64;
    axis_up(&mut svg, plot, &up, 4, look);
    svg.fitted(
        (PAD, y + 10.0),
        Anchor::Start,
        Face::Small,
        Paint::Muted,
        &words.people,
        svg.width - 2.0 * PAD,
    );
    let line = 26.0;
    let dots = plot.bottom + 18.0;
    for i in 0..chart.lists.len() {
        let at = dots + line * i as f64;
        if i % 2 == 0 {
            svg.rect((PAD, at), (plot.right - PAD, line), Paint::Rule, 0.35);
        }
        svg.fitted((PAD + 4.0, at + 17.0), Anchor::Start, Face::Label, Paint::Ink, name(i), names + 4.0);
        let number = (plot.left - 8.0, at + 17.0);
        svg.text(number, Anchor::End, Face::Value, Paint::Ink, &look.number(size(i), 0));
    }
    let bar = (step * 0.62).min(26.0);
    for (n, combination) in shown.iter().enumerate() {
        let x = plot.left + step * (n as f64 + 0.5);
        let (from, to) = (up.at(0.0), up.at(count(combination)));
        // On exactly one list: the lists' own; on several: what they share.
        let paint = if combination.lists.len() > 1 { Paint::Accent } else { Paint::Muted };
        svg.rect((x - bar / 2.0, to), (bar, from - to), paint, 1.0);
        let value = look.number(count(combination), 0);
        if measure(&value, Face::Small.size()) <= step + 2.0 {
            svg.text((x, to - 4.0), Anchor::Middle, Face::Small, Paint::Ink, &value);
        }
        let member = |i: &usize| combination.lists.contains(i);
        let rows: Vec<usize> = (0..chart.lists.len()).filter(member).collect();
        let middle = |i: usize| dots + line * i as f64 + line / 2.0;
        if let (Some(first), Some(last)) = (rows.first(), rows.last()) {
            svg.line((x, middle(*first)), (x, middle(*last)), paint, 2.0, "");
        }
        for i in 0..chart.lists.len() {
            if member(&i) {
                let members: Vec<&str> = rows.iter().map(|r| name(*r)).collect();
                svg.marker((x, middle(i)), 0, paint, false, &format!("{}: {value}", members.join(" + ")));
            } else {
                svg.rect((x - 1.2, middle(i) - 1.2), (2.4, 2.4), Paint::Muted, 0.6);
            }
        }
    }
    let mut notes = chart.head.notes.clone();
    if all.len() > shown.len() {
        notes.insert(0, fill(&words.more, &[("n", &look.number((all.len() - shown.len()) as f64, 0))]));
    }
    let height = foot(&mut svg, &notes, dots + line * chart.lists.len() as f64 + 6.0);
    let desc: Vec<String> = all
        .iter()
        .take(20)
        .map(|c| {
            let members: Vec<String> = c.lists.iter().map(|i| crate::text::isolate(name(*i))).collect();
            format!("{}: {}.", members.join(" + "), look.number(count(c), 0))
        })
        .collect();
    Drawing { svg: svg.finish(height, &chart.head.title, &desc.join(" ")), table }
}

fn table(chart: &Overlap, look: &Look) -> Table {
    let mut header: Vec<&str> = chart.lists.iter().map(|l| l.name.as_str()).collect();
    header.push(&look.words.people);
    let mut table = Table::new(&header);
    for c in &chart.combinations {
        let mut row: Vec<Cell> = (0..chart.lists.len())
            .map(|i| Cell::Number(if c.lists.contains(&i) { 1.0 } else { 0.0 }))
            .collect();
        row.push(Cell::from(Some(c.people)));
        table.rows.push(row);
    }
    table
}
