//! An estimate in words and tables.

use cairn_estimate::{Combined, ModelRow, Note, Outcome, StratumOutcome};
use cairn_work::{ListsEstimate, RegisterEstimate, ReplicatesEstimate};

use crate::text::{entry, indented, number, table};

/// Shown to whole people; JSON keeps every digit.
pub fn whole(x: Option<f64>) -> String {
    x.filter(|x| x.is_finite() && x.abs() < 1e15).map_or_else(|| "–".to_owned(), |x| number(x.round() as i64))
}

/// The figure, or why there is none, with everything beside it.
pub fn outcome(o: &Outcome) -> String {
    let mut out = headline(o, &number(o.observed as i64));
    o.refused.iter().for_each(|n| out.push_str(&indented(&format!("[{}] {}", n.code, n.words), 2)));
    out.push_str(&rest(o));
    out
}

fn headline(o: &Outcome, on_record: &str) -> String {
    match o.estimate {
        Some(_) => format!(
            "{on_record} on record, {} {} in all ({} to {}, {}% interval, {})\n",
            if lower_bound(o) { "at least about" } else { "about" },
            whole(o.estimate),
            whole(o.lower),
            whole(o.upper),
            (100.0 * o.level).round(),
            o.method
        ),
        None => format!("{on_record} on record. No estimate is defensible:\n"),
    }
}

/// Where people differ in their chance of being recorded, no method bounds their number from above.
fn lower_bound(o: &Outcome) -> bool {
    o.diagnostics.unequal_chances
        || o.strata.iter().any(|s| s.estimate.is_some() && s.diagnostics.unequal_chances)
}

/// What stands below the figure.
fn rest(o: &Outcome) -> String {
    let mut out = String::new();
    for words in &o.diagnostics.choice {
        out.push_str(&indented(words, 0));
    }
    if !o.strata.is_empty() {
        let row = |s: &StratumOutcome| {
            let codes: Vec<&str> = s.refused.iter().map(|r| r.code.as_str()).collect();
            vec![
                stratum(s),
                number(s.observed as i64),
                whole(s.estimate),
                whole(s.lower),
                whole(s.upper),
                codes.join(" "),
            ]
        };
        let rows: Vec<Vec<String>> = o.strata.iter().map(row).collect();
        out.push_str(&format!(
            "\n{}",
            table(&["stratum", "on record", "in all", "lower", "upper", ""], &rows, &[1, 2, 3, 4])
        ));
    }
    if !o.models.is_empty() {
        // Pairs of lists are many and bear least on the figure: they come last.
        let (pairs, rest): (Vec<&ModelRow>, Vec<&ModelRow>) =
            o.models.iter().partition(|m| m.name.starts_with("Chapman"));
        let shown: Vec<ModelRow> = rest.into_iter().chain(pairs).take(20).cloned().collect();
        out.push_str(&format!("\n{}", models(&shown)));
        if o.models.len() > shown.len() {
            out.push_str(&format!("and {} more: --format json has them all\n", o.models.len() - shown.len()));
        }
    }
    if !o.warnings.is_empty() {
        out.push('\n');
    }
    o.warnings.iter().for_each(|n| out.push_str(&indented(&format!("[{}] {}", n.code, n.words), 0)));
    out.push_str(&of_strata(o));
    out
}

fn stratum(s: &StratumOutcome) -> String {
    let shown = |v: &String| if v.is_empty() { "not stated".to_owned() } else { v.clone() };
    s.stratum.iter().map(shown).collect::<Vec<_>>().join(" / ")
}

/// What was said of strata: each kind once, in the words of the first stratum, with the names of the others.
fn of_strata(o: &Outcome) -> String {
    let mut said: Vec<(&Note, Vec<String>)> = Vec::new();
    for part in &o.strata {
        let name = stratum(part);
        for note in part.refused.iter().chain(&part.warnings) {
            if o.warnings.iter().any(|w| w.code == note.code) {
                continue;
            }
            match said.iter_mut().find(|(known, _)| known.code == note.code) {
                Some((_, names)) if names.last() != Some(&name) => names.push(name.clone()),
                Some(_) => {}
                None => said.push((note, vec![name.clone()])),
            }
        }
    }
    let line = |(note, names): &(&Note, Vec<String>)| {
        let also = match &names[1..] {
            [] => String::new(),
            others => format!(" Also in {}.", others.join(", ")),
        };
        indented(&format!("[{}] {}: {}{also}", note.code, names[0], note.words), 0)
    };
    said.iter().map(line).collect()
}

/// A line a model; where what they assume does not fit beside the numbers, it stands below them.
fn models(models: &[ModelRow]) -> String {
    let row = |m: &ModelRow| {
        let code = if m.code == 0 { String::new() } else { format!("code {}", m.code) };
        vec![m.name.clone(), m.formula.clone(), whole(m.n_hat), whole(m.lower), whole(m.upper), code]
    };
    let mut rows: Vec<Vec<String>> = models.iter().map(row).collect();
    let beside = table(&["model", "assumes", "in all", "lower", "upper", ""], &rows, &[2, 3, 4]);
    if beside.lines().count() == rows.len() + 2 {
        return beside;
    }
    let assumes: Vec<String> = rows.iter_mut().map(|row| row.remove(1)).collect();
    let numbers = table(&["model", "in all", "lower", "upper", ""], &rows, &[1, 2, 3]);
    if numbers.lines().count() != rows.len() + 2 {
        return beside;
    }
    let mut out = String::new();
    for (at, line) in numbers.lines().enumerate() {
        out.push_str(&format!("{line}\n"));
        if let Some(words) = at.checked_sub(2).map(|row| &assumes[row]).filter(|w| !w.is_empty()) {
            out.push_str(&indented(words, 2));
        }
    }
    out
}

/// Several tables together.
pub fn replicates(r: &ReplicatesEstimate) -> String {
    let mut out = headline(&r.outcome, &number(r.outcome.observed as i64));
    r.outcome.refused.iter().for_each(|n| out.push_str(&indented(&format!("[{}] {}", n.code, n.words), 2)));
    if let Some(total) = r.combined.first() {
        out.push_str(&share(total, "replicates", "the filled-in fields"));
    }
    out.push_str("Models and reasons below are those of the first replicate.\n");
    out.push_str(&rest(&r.outcome));
    out
}

/// Linked lists: with the linkage as it stands, and over drawn ones.
pub fn lists(l: &ListsEstimate) -> String {
    // A figure over drawn linkages stands beside how many those have on record.
    let on_record = match l.drawn.first() {
        Some(total) if l.outcome.estimate.is_some() => range(total.observed),
        _ => number(l.outcome.observed as i64),
    };
    let mut out = headline(&l.outcome, &on_record);
    l.outcome.refused.iter().for_each(|n| out.push_str(&indented(&format!("[{}] {}", n.code, n.words), 2)));
    let interval = |e: Option<f64>, lower, upper| match e {
        Some(_) => format!("{} ({} to {})", whole(e), whole(lower), whole(upper)),
        None => "no estimate".to_owned(),
    };
    let fixed = &l.fixed;
    let how = if l.linkage.how == "judged" { "the judgements on record" } else { "the likeliest links" };
    out.push_str(&entry(
        "fixed",
        &format!(
            "{} with {how}, {} people on record",
            interval(fixed.estimate, fixed.lower, fixed.upper),
            number(fixed.observed as i64)
        ),
        8,
    ));
    if let Some(total) = l.drawn.first() {
        out.push_str(&entry(
            "drawn",
            &format!(
                "{} over {} linkages, {} people on record",
                interval(total.estimate, total.lower, total.upper),
                total.parts,
                range(total.observed)
            ),
            8,
        ));
        out.push_str(&share(total, "linkages", "not knowing who is the same person"));
    }
    let rows: Vec<Vec<String>> = l
        .lists
        .iter()
        .map(|x| {
            let counts = [x.records, x.unlinkable, x.people].map(|n| number(n as i64));
            [vec![x.name.clone()], counts.to_vec()].concat()
        })
        .collect();
    out.push_str(&format!("\n{}", table(&["list", "records", "left out", "people"], &rows, &[1, 2, 3])));
    if !l.drawn.is_empty() {
        out.push_str(&format!("Models and reasons below are those of {how}.\n"));
    }
    out.push_str(&rest(&l.outcome));
    out
}

fn range([low, high]: [u64; 2]) -> String {
    let [low, high] = [low, high].map(|n| number(n as i64));
    if low == high { low } else { format!("{low} to {high}") }
}

/// From a register: which run it is, by which rule, at which position.
pub fn register(r: &RegisterEstimate) -> String {
    let run = r.run.map_or_else(
        || "a dry run: nothing was written".to_owned(),
        |n| format!("run {} of {} of {}, {}", n.number, n.of, r.metric, n.entry),
    );
    let head = format!(
        "{}, by rule {} {}, at position {} · {run}\n\n",
        r.metric, r.rule.name, r.rule.version, r.position
    );
    format!("{head}{}", lists(&r.answer))
}

fn share(total: &Combined, what: &str, of: &str) -> String {
    total.variance.as_ref().map_or_else(String::new, |v| {
        let words = format!(
            "{:.0}% of the doubt (variance of the logarithm of the unseen) comes from {of}; {} of {} {what} carry an \
             estimate.",
            100.0 * v.share_between,
            total.answered,
            total.parts
        );
        indented(&words, 0)
    })
}
