//! An estimate as charts: how the lists overlap, what each model gives, the strata, the posteriors, the chains.

use cairn_chart::{
    Chain, Chart, Combination, Density, Head, Interval, List, Look, Mark, Overlap, Row, Traces, Whiskers,
    on_record,
};
use cairn_estimate::{Diagnostics, ModelRow, Note, Outcome, StratumOutcome, Table};

/// Models that one chart compares; the table beside it has as many, and the answer's JSON all.
const MOST_MODELS: usize = 60;
/// The axis of models ends at so many times the middle one's upper end.
const CAP: f64 = 4.0;

/// Every chart that an estimate gives, by the name of its file. A refused estimate has its overlap and its models too:
/// they show why.
#[must_use]
pub fn plots(table: &Table, outcome: &Outcome, lang: &str) -> Vec<(String, Chart)> {
    let look = Look::new(lang, 0).ok();
    let title = |code: &str, english: &str| {
        look.as_ref().and_then(|l| l.said(code, 0.0)).unwrap_or_else(|| english.to_owned())
    };
    let mut out =
        vec![("overlap".to_owned(), overlap(table, title("plot_overlap", "How the lists overlap")))];
    let observed = mark(outcome.observed, lang);
    if !outcome.models.is_empty() {
        let models = models(outcome, title("plot_models", "Models side by side"), observed.clone());
        out.push(("models".to_owned(), models));
    }
    if !outcome.strata.is_empty() {
        out.push((
            "strata".to_owned(),
            strata(outcome, title("plot_strata", "Estimate by stratum"), observed),
        ));
    }
    let titles = [
        title("plot_dga", "Posterior: average over decomposable graphs"),
        title("plot_lcmcr", "Posterior: latent classes"),
        title("plot_traces", "Traces of the chains"),
    ];
    sampled(&outcome.diagnostics, outcome.level, "", &titles, &mut out);
    for (i, stratum) in outcome.strata.iter().enumerate() {
        let mut own = Vec::new();
        sampled(&stratum.diagnostics, outcome.level, &named(stratum), &titles, &mut own);
        out.extend(own.into_iter().map(|(file, chart)| (format!("stratum-{}-{file}", i + 1), chart)));
    }
    out
}

fn head(title: String, subtitle: String, notes: Vec<String>) -> Head {
    Head { title, subtitle, notes }
}

fn named(stratum: &StratumOutcome) -> String {
    let said = |v: &String| if v.is_empty() { "not stated".to_owned() } else { v.clone() };
    stratum.stratum.iter().map(said).collect::<Vec<_>>().join(" / ")
}

fn mark(observed: u64, lang: &str) -> Option<Mark> {
    let value = observed as f64;
    Some(Mark { value, high: None, label: on_record(lang, value, Some(value)) })
}

fn words(notes: &[Note]) -> Vec<String> {
    notes.iter().map(|n| n.words.clone()).collect()
}

fn overlap(table: &Table, title: String) -> Chart {
    let names = table.lists();
    let lists = names.iter().map(|name| List { name: name.clone() }).collect();
    let members = |pattern: u64| (0..names.len()).filter(|i| pattern >> i & 1 == 1).collect();
    let combination =
        |(pattern, people): (u64, u64)| Combination { lists: members(pattern), people: people as f64 };
    let combinations = table.pooled().cells().filter(|(pattern, _)| *pattern != 0).map(combination).collect();
    Chart::Overlap(Overlap { head: head(title, String::new(), Vec::new()), lists, combinations })
}

fn models(outcome: &Outcome, title: String, mark: Option<Mark>) -> Chart {
    let chosen = outcome.estimate;
    let row = |m: &ModelRow| Row {
        label: m.name.clone(),
        detail: m.formula.clone(),
        low: m.lower,
        high: m.upper,
        point: m.n_hat.filter(|_| m.code == 0),
        chosen: m.code == 0 && m.n_hat.is_some() && m.n_hat == chosen,
        refused: match m.code {
            0 => None,
            1 => Some("no maximum exists".to_owned()),
            2 => Some("not identifiable".to_owned()),
            _ => Some("no maximum, not identifiable".to_owned()),
        },
        account: String::new(),
    };
    let mut rows: Vec<Row> = outcome.models.iter().map(row).collect();
    // The chosen one stands first. Of log-linear models and of pairs there may be very many: they come last, so that none
    // of another sort is cut off.
    let many = ["loglinear", "Chapman"];
    rows.sort_by_key(|r| {
        (!r.chosen, many.iter().position(|m| r.label.starts_with(m)).map_or(0, |at| at + 1))
    });
    rows.truncate(MOST_MODELS);
    let cap = cap(&rows, outcome.upper);
    let level = format!("{}%", libm::round(100.0 * outcome.level));
    let notes = if outcome.estimate.is_none() { words(&outcome.refused) } else { words(&outcome.warnings) };
    let head = head(title, format!("{} · {level}", outcome.method), notes);
    Chart::Whiskers(Whiskers { head, cap, mark, rows, ..Whiskers::default() })
}

/// Where the axis ends, when some interval reaches so far that the others would shrink to dots.
fn cap(rows: &[Row], upper: Option<f64>) -> Option<f64> {
    let sound = |r: &&Row| r.refused.is_none();
    let mut ends: Vec<f64> =
        rows.iter().filter(sound).filter_map(|r| r.high).filter(|x| x.is_finite()).collect();
    ends.sort_by(f64::total_cmp);
    let cap = (CAP * ends.get(ends.len() / 2)?).max(upper.unwrap_or(0.0));
    (*ends.last()? > 1.5 * cap).then_some(cap)
}

fn strata(outcome: &Outcome, title: String, mark: Option<Mark>) -> Chart {
    let row = |s: &StratumOutcome| Row {
        label: named(s),
        detail: s.method.clone(),
        low: s.lower,
        high: s.upper,
        point: s.estimate,
        refused: s.estimate.is_none().then(|| words(&s.refused).join(" ")),
        ..Row::default()
    };
    let mut rows: Vec<Row> = outcome.strata.iter().map(row).collect();
    rows.push(Row {
        label: "Σ".to_owned(),
        detail: outcome.method.clone(),
        low: outcome.lower,
        high: outcome.upper,
        point: outcome.estimate,
        chosen: true,
        refused: outcome.estimate.is_none().then(|| words(&outcome.refused).join(" ")),
        ..Row::default()
    });
    let level = format!("{}%", libm::round(100.0 * outcome.level));
    let head = head(title, level, words(&outcome.warnings));
    Chart::Whiskers(Whiskers { head, from_zero: true, mark, rows, ..Whiskers::default() })
}

/// Posteriors and chains of what was sampled.
fn sampled(facts: &Diagnostics, level: f64, of: &str, titles: &[String; 3], out: &mut Vec<(String, Chart)>) {
    let tail = 0.5 * (1.0 - level);
    if let Some(dga) = &facts.dga {
        let [title, ..] = titles;
        let head = head(title.clone(), of.to_owned(), Vec::new());
        let interval = interval(&dga.posterior, tail);
        let values = dga.posterior.clone();
        out.push((
            "posterior-dga".to_owned(),
            Chart::Density(Density { head, axis: String::new(), values, interval }),
        ));
    }
    if let Some(lcmcr) = &facts.lcmcr {
        let found = format!(
            "R-hat {:.3}, effective draws {:.0} and {:.0} in the tails",
            lcmcr.rhat, lcmcr.ess_bulk, lcmcr.ess_tail
        );
        let notes =
            if lcmcr.converged { Vec::new() } else { vec!["The chains do not agree: no figure.".to_owned()] };
        let subtitle = [of, &found].iter().filter(|w| !w.is_empty()).copied().collect::<Vec<_>>().join(" · ");
        let values: Vec<(f64, f64)> = lcmcr.draws.iter().map(|d| (*d, 1.0)).collect();
        let interval = interval(&values, tail).filter(|_| lcmcr.converged);
        let density = head(titles[1].clone(), subtitle.clone(), notes.clone());
        let density = Density { head: density, axis: String::new(), values, interval };
        out.push(("posterior-lcmcr".to_owned(), Chart::Density(density)));
        let kept = lcmcr.traces.iter().map(Vec::len).max().unwrap_or(1).max(1);
        let every = (lcmcr.sweeps as u64 * 3 / 4 / kept as u64).max(1);
        let chain =
            |(i, draws): (usize, &Vec<f64>)| Chain { name: (i + 1).to_string(), draws: draws.clone(), every };
        let chains = lcmcr.traces.iter().enumerate().map(chain).collect();
        let head = head(titles[2].clone(), subtitle, notes);
        out.push(("traces".to_owned(), Chart::Traces(Traces { head, axis: String::new(), chains })));
    }
}

/// Median and ends of weighted values.
fn interval(values: &[(f64, f64)], tail: f64) -> Option<Interval> {
    let mut sorted = values.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let total: f64 = sorted.iter().map(|v| v.1).sum();
    let at = |share: f64| {
        let mut sum = 0.0;
        let found = sorted.iter().find(|v| {
            sum += v.1;
            sum > share * total
        });
        found.or(sorted.last()).map(|v| v.0)
    };
    Some(Interval { low: at(tail)?, point: at(0.5)?, high: at(1.0 - tail)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use cairn_estimate::{Columns, Options, estimate};

    /// Three lists of one town, and a fourth column that splits them.
    const LISTS: &str = "a,b,c,town,people\n1,0,0,x,60\n0,1,0,x,52\n0,0,1,x,41\n1,1,0,x,25\n1,0,1,x,22\n0,1,1,x,18\n\
        1,1,1,x,11\n1,0,0,y,30\n0,1,0,y,26\n0,0,1,y,22\n1,1,0,y,12\n1,0,1,y,11\n0,1,1,y,9\n1,1,1,y,6\n";

    fn run(method: &str, strata: &[&str]) -> (Table, Outcome) {
        let columns = Columns {
            lists: ["a", "b", "c"].map(str::to_owned).to_vec(),
            strata: strata.iter().map(|s| (*s).to_owned()).collect(),
            count: Some("people".to_owned()),
        };
        let table = Table::from_csv("lists.csv", LISTS.as_bytes(), &columns).unwrap();
        let options = Options { method: method.parse().unwrap(), ..Options::default() };
        let outcome = estimate(&table, &options);
        (table, outcome)
    }

    fn names(plots: &[(String, Chart)]) -> Vec<&str> {
        plots.iter().map(|p| p.0.as_str()).collect()
    }

    #[test]
    fn every_plot_has_its_values() {
        let (table, outcome) = run("dga", &[]);
        let all = plots(&table, &outcome, "en");
        assert_eq!(names(&all), ["overlap", "models", "posterior-dga"]);
        let Chart::Overlap(o) = &all[0].1 else { panic!() };
        assert_eq!((o.lists.len(), o.combinations.len()), (3, 7));
        assert!(
            (o.combinations.iter().map(|c| c.people).sum::<f64>() - outcome.observed as f64).abs() < 1e-9
        );
        let Chart::Density(d) = &all[2].1 else { panic!() };
        let interval = d.interval.unwrap();
        // The picture's interval is the figure's.
        assert_eq!(Some(interval.low), outcome.lower);
        assert_eq!((Some(interval.point), Some(interval.high)), (outcome.estimate, outcome.upper));
    }

    #[test]
    fn one_far_interval_does_not_press_the_others_together_and_titles_speak_the_language() {
        let row = |high| Row { high: Some(high), low: Some(10.0), point: Some(20.0), ..Row::default() };
        assert_eq!(cap(&[row(50.0), row(60.0), row(70.0)], Some(70.0)), None);
        assert_eq!(cap(&[row(50.0), row(60.0), row(9e6)], Some(70.0)), Some(240.0));
        assert_eq!(cap(&[row(50.0), row(60.0), row(9e6)], Some(900.0)), Some(900.0));
        let (table, outcome) = run("dga", &[]);
        for (one, other) in plots(&table, &outcome, "en").iter().zip(plots(&table, &outcome, "ar")) {
            let title = |chart: &Chart| match chart {
                Chart::Overlap(c) => c.head.title.clone(),
                Chart::Whiskers(c) => c.head.title.clone(),
                Chart::Density(c) => c.head.title.clone(),
                _ => panic!(),
            };
            assert!(title(&one.1).is_ascii() && !title(&other.1).is_ascii());
        }
    }

    #[test]
    fn strata_have_a_row_each_and_the_total() {
        let (table, outcome) = run("loglinear", &["town"]);
        let all = plots(&table, &outcome, "en");
        let Some((_, Chart::Whiskers(w))) = all.iter().find(|p| p.0 == "strata") else { panic!() };
        let labels: Vec<&str> = w.rows.iter().map(|r| r.label.as_str()).collect();
        assert_eq!(labels, ["x", "y", "Σ"]);
        assert!(w.rows.iter().all(|r| r.point.is_some() || r.refused.is_some()));
    }
}
