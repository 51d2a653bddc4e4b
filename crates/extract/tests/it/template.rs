//! Bulletins of a fixed form, invented, in three scripts.
#![allow(clippy::unwrap_used)]

use cairn_extract::template::{Bound, Example, Template, learn};
use cairn_extract::{Claim, Metric, Request, extract};

struct Day {
    published: &'static str,
    killed: u32,
    injured: u32,
    total: u32,
    wounded: u32,
}

const DAYS: [Day; 3] = [
    Day { published: "2031-05-05", killed: 7, injured: 23, total: 1402, wounded: 5310 },
    Day { published: "2031-05-06", killed: 12, injured: 9, total: 1414, wounded: 5319 },
    Day { published: "2031-05-08", killed: 3, injured: 41, total: 1417, wounded: 5360 },
];

fn english(d: &Day) -> String {
    format!(
        "Daily report of the Orvenna Health Office\n\nArrivals at hospitals in the past 24 hours:\n• Number of killed: \
         {}\n• Number of injured: {}\n\nSince the beginning of the fighting on 3 March 2031:\n• Cumulative number of \
         killed: {}\n• Cumulative number of injured:\n{}\n\nOrvenna Health Office\n",
        d.killed, d.injured, d.total, d.wounded
    )
}

fn arabic(d: &Day) -> String {
    format!(
        "التقرير اليومي لمكتب الصحة في أورفينا\n\nوصل إلى المستشفيات خلال الـ 24 ساعة الماضية:\n• عدد القتلى: {}\n• عدد \
         الجرحى: {}\n\nالإحصائية التراكمية منذ بداية القتال:\n• العدد التراكمي للقتلى: {}\n• العدد التراكمي للجرحى: {}\n",
        d.killed, d.injured, d.total, d.wounded
    )
}

fn ukrainian(d: &Day) -> String {
    format!(
        "Щоденне зведення управління охорони здоров'я Орвенни\n\nЗа минулу добу:\n- Загинуло осіб: {}\n- Поранено осіб: \
         {}\n\nЗагалом від початку боїв:\n- Усього загинуло: {}\n- Усього поранено: {}\n",
        d.killed, d.injured, d.total, d.wounded
    )
}

/// As a person would have accepted it: every number with its place in the text.
fn accepted(text: &str, d: &Day) -> Example {
    let numbers = [
        (d.killed, Metric::Killed, false),
        (d.injured, Metric::Injured, false),
        (d.total, Metric::Killed, true),
        (d.wounded, Metric::Injured, true),
    ];
    let published = d.published.parse().ok();
    let blank =
        extract(&Request { text: "Nine people were killed.", published, lang: Some("en") })[0].clone();
    let mut at = 0;
    let claim = |(n, metric, cumulative): (u32, Metric, bool)| {
        let byte = at + text[at..].find(&n.to_string()).unwrap();
        at = byte + 1;
        let start = text[..byte].chars().count();
        let end = start + n.to_string().len();
        let quote = n.to_string();
        let (low, high) = (Some(i64::from(n)), Some(i64::from(n)));
        let from = if cumulative { "2031-03-03" } else { "2031-05-04" };
        let from = if cumulative {
            from.parse().ok()
        } else {
            published.map(|p: jiff::civil::Date| p.yesterday().unwrap())
        };
        Claim {
            start,
            end,
            quote,
            metric,
            low,
            high,
            cumulative,
            source: Some("the health office".into()),
            unit: Some("people".into()),
            resolved_from: from,
            resolved_to: published,
            ..blank.clone()
        }
    };
    let claims = numbers.into_iter().map(claim).collect();
    Example { text: text.to_owned(), published, claims }
}

fn learned(form: fn(&Day) -> String, n: usize) -> Template {
    learn(&DAYS[..n].iter().map(|d| accepted(&form(d), d)).collect::<Vec<_>>())
}

fn seen(template: &Template, text: &str) -> Vec<(Metric, bool, i64)> {
    let applied = template.apply(text, "2031-05-20".parse().ok());
    for c in &applied.claims {
        let words: String = text.chars().skip(c.start).take(c.end - c.start).collect();
        assert_eq!(words, c.quote);
        assert!(c.quote.contains(&c.low.unwrap().to_string()), "{}", c.quote);
    }
    applied.claims.iter().map(|c| (c.metric, c.cumulative, c.low.unwrap())).collect()
}

const NEXT: Day = Day { published: "2031-05-20", killed: 8, injured: 15, total: 1425, wounded: 5375 };
const FOUND: [(Metric, bool, i64); 4] = [
    (Metric::Killed, false, 8),
    (Metric::Injured, false, 15),
    (Metric::Killed, true, 1425),
    (Metric::Injured, true, 5375),
];

#[test]
fn two_examples_fill_in_the_next_in_each_language() {
    for form in [english, arabic, ukrainian] {
        for n in [2, 3] {
            let template = learned(form, n);
            assert_eq!((template.slots.len(), template.examples), (4, n), "{template:#?}");
            assert_eq!(seen(&template, &form(&NEXT)), FOUND, "{template:#?}");
        }
    }
}

#[test]
fn what_was_the_same_carries_over_and_days_move_with_the_bulletin() {
    let template = learned(english, 3);
    let applied = template.apply(&english(&NEXT), "2031-05-20".parse().ok());
    let days = |c: &Claim| (c.resolved_from.unwrap().to_string(), c.resolved_to.unwrap().to_string());
    assert_eq!(days(&applied.claims[0]), ("2031-05-19".into(), "2031-05-20".into()));
    assert_eq!(days(&applied.claims[2]), ("2031-03-03".into(), "2031-05-20".into()));
    assert_eq!(applied.claims[0].source.as_deref(), Some("the health office"));
    assert_eq!(template.slots[2].says.from, Some(Bound::Day("2031-03-03".parse().unwrap())));
    assert!(applied.claims.iter().all(|c| c.reasons[0].rule == "template.slot" && c.score >= 72));
    // What a person mended in one example is not taken for the rule.
    let mut examples: Vec<Example> = DAYS.iter().map(|d| accepted(&english(d), d)).collect();
    examples[1].claims[0].source = Some("somebody else".into());
    let applied = learn(&examples).apply(&english(&NEXT), None);
    assert_eq!((applied.claims[0].source.as_deref(), applied.claims[0].resolved_to), (None, None));
}

#[test]
fn a_missing_line_is_said_to_be_missing_and_nothing_is_invented() {
    for (form, line) in [(english as fn(&Day) -> String, "Number of injured: 15"), (arabic, "عدد الجرحى: 15")]
    {
        let text = form(&NEXT).replace(&format!("• {line}\n"), "");
        let template = learned(form, 3);
        assert_eq!(seen(&template, &text), [FOUND[0], FOUND[2], FOUND[3]]);
        let applied = template.apply(&text, None);
        assert_eq!((applied.missing.len() + applied.changed.len(), applied.form_changed), (1, false));
    }
}

#[test]
fn lines_in_another_order_keep_their_meaning() {
    for form in [english, arabic, ukrainian] {
        let text = form(&NEXT);
        let mut blocks: Vec<Vec<&str>> = text.split("\n\n").map(|b| b.lines().collect()).collect();
        let (first, second) = if form(&NEXT).contains("injured:\n") { (1, 1) } else { (1, 2) };
        // Within a block the numbers change places below their heading.
        for block in &mut blocks[first..=second] {
            block[1..].reverse();
        }
        blocks.swap(1, 2);
        let text = blocks.iter().map(|b| b.join("\n")).collect::<Vec<_>>().join("\n\n");
        let mut got = seen(&learned(form, 3), &text);
        got.sort_by_key(|(m, c, _)| (*c, *m));
        assert_eq!(got, FOUND, "{text}");
    }
}

#[test]
fn another_form_is_noticed() {
    let other = "Orvenna Health Office\n\nA hard day again. Our colleagues received many patients, 15 of whom were hurt, and 8 \
                 bodies. The total stands at 1425.\n";
    let template = learned(english, 3);
    let applied = template.apply(other, None);
    assert!(applied.claims.is_empty() && applied.form_changed, "{applied:#?}");
    assert_eq!(applied.missing.len() + applied.changed.len(), 4);
    // A line in other words is shown, not filled in.
    let text = english(&NEXT).replace("Number of injured:", "Injured persons newly admitted:");
    let applied = template.apply(&text, None);
    assert_eq!(applied.claims.len(), 3);
}

#[test]
fn one_example_is_no_form_and_any_text_is_read() {
    assert_eq!(learn(&[accepted(&english(&NEXT), &NEXT)]).slots.len(), 0);
    assert!(learn(&[]).slots.is_empty());
    let template = learned(arabic, 3);
    for text in ["", "\n", "١٢٣", "12:\n12:\n12", "عدد القتلى: ", "\u{202E}عدد القتلى: ٨\u{202C}"]
    {
        let _ = template.apply(text, None);
    }
    let got = template.apply(&arabic(&NEXT).replace(": 8", ": ٨"), None);
    assert_eq!(got.claims[0].low, Some(8));
}
