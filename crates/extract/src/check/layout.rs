//! How a table of typed figures is laid out: a column a metric, or a row a figure.

use crate::check::Typed;
use crate::check::heading::{Heading, heading};

/// What each column of a table of figures is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    headings: Vec<Heading>,
    long: Option<Long>,
    date: Option<usize>,
    place: Option<usize>,
}

/// The columns of a table with a row a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Long {
    metric: usize,
    value: Option<usize>,
    low: Option<usize>,
    high: Option<usize>,
    group: Option<usize>,
    cumulative: Option<usize>,
}

/// A cell that holds a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The column of the figure, or of its lowest value.
    pub column: usize,
    /// The column of its highest value, where that stands apart.
    pub high: Option<usize>,
    /// What the figure is about; its numbers are to be read from the cells.
    pub typed: Typed,
}

impl Layout {
    /// Reads the heads of the columns.
    #[must_use]
    pub fn infer(header: &[String]) -> Self {
        let mut headings: Vec<Heading> = header.iter().map(|h| heading(h)).collect();
        let role = |role: &str| headings.iter().position(|h| h.role.as_deref() == Some(role));
        let (value, low, high) = (role("value"), role("low"), role("high"));
        let long = role("metric").filter(|_| value.or(low).or(high).is_some());
        let cumulative = headings
            .iter()
            .position(|h| h.cumulative == Some(true) && h.metric.is_none() && h.role.is_none());
        let long = long.map(|metric| Long { metric, value, low, high, group: role("group"), cumulative });
        let (date, place) = (role("date"), role("place"));
        // A word at the head of every figure ("gold.killed", "gold.injured") says nothing of any of them.
        let figures: Vec<&Heading> = headings.iter().filter(|h| h.metric.is_some()).collect();
        let everywhere: Vec<String> = match figures[..] {
            [first, _, ..] => {
                first.rest.iter().filter(|w| figures.iter().all(|h| h.rest.contains(w))).cloned().collect()
            }
            _ => Vec::new(),
        };
        headings.iter_mut().for_each(|h| h.rest.retain(|w| !everywhere.contains(w)));
        // "killed" beside "killed_cum" is the flow.
        let totals: Vec<Heading> = headings.iter().filter(|h| h.cumulative == Some(true)).cloned().collect();
        for h in &mut headings {
            let twin = |t: &Heading| t.metric == h.metric && t.unit == h.unit && t.people == h.people;
            if h.metric.is_some() && h.cumulative.is_none() && totals.iter().any(twin) {
                h.cumulative = Some(false);
            }
        }
        Self { headings, long, date, place }
    }

    /// The column that dates a row.
    #[must_use]
    pub fn date(&self) -> Option<usize> {
        self.date
    }

    /// Whether no column is one of figures.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.long.is_none() && self.headings.iter().all(|h| h.metric.is_none())
    }

    /// Columns that play no part, by number.
    #[must_use]
    pub fn ignored(&self) -> Vec<usize> {
        let used = |i: usize| match self.long {
            Some(l) => [Some(l.metric), l.value, l.low, l.high, l.group, l.cumulative].contains(&Some(i)),
            None => self.headings[i].metric.is_some(),
        };
        let all = 0..self.headings.len();
        all.filter(|i| !used(*i) && self.date != Some(*i) && self.place != Some(*i)).collect()
    }

    /// The figures of a row; of a row whose metric is not known, its cell as the error.
    ///
    /// # Errors
    /// The words that name no metric.
    pub fn slots<'c>(&self, cell: impl Fn(usize) -> &'c str) -> Result<Vec<Slot>, String> {
        let place = self.place.map(|i| cell(i).trim().to_owned()).filter(|p| !p.is_empty());
        let with_place = |typed: Typed| Typed { place: place.clone(), ..typed };
        let Some(long) = self.long else {
            let slot = |(column, h): (usize, &Heading)| {
                Some(Slot { column, high: None, typed: with_place(Typed::under(h, None, None)?) })
            };
            return Ok(self.headings.iter().enumerate().filter_map(slot).collect());
        };
        let mut h = heading(cell(long.metric));
        if let Some(group) = long.group {
            h.people = h.people.or(crate::check::heading::people(cell(group)));
        }
        if let Some(i) = long.cumulative {
            let no = ["", "0", "no", "n", "false", "-"].contains(&cell(i).trim().to_lowercase().as_str());
            h.cumulative = Some(!no);
        }
        let typed = Typed::under(&h, None, None).ok_or_else(|| cell(long.metric).to_owned())?;
        let typed = with_place(typed);
        let given = |i: &usize| !cell(*i).trim().is_empty();
        if let Some(column) = long.value.filter(given) {
            return Ok(vec![Slot { column, high: None, typed }]);
        }
        let (low, high) = (long.low.filter(given), long.high.filter(given));
        Ok(low.or(high).map(|column| Slot { column, high, typed }).into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(text: &str) -> Vec<String> {
        text.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn wide_and_long() {
        let wide = Layout::infer(&header("report_date,killed,killed_cum,injured,notes"));
        let slots = wide.slots(|_| "").unwrap_or_default();
        let seen: Vec<_> =
            slots.iter().map(|s| (s.column, s.typed.metric.code(), s.typed.cumulative)).collect();
        assert_eq!(seen, [(1, "killed", Some(false)), (2, "killed", Some(true)), (3, "injured", None)]);
        assert_eq!((wide.date(), wide.ignored()), (Some(0), vec![4]));
        let cells = ["Orvenna", "injured", "children", "12", "14"];
        let long = Layout::infer(&header("place,metric,group,low,high"));
        let slots = long.slots(|i| cells[i]).unwrap_or_default();
        assert_eq!((slots[0].column, slots[0].high), (3, Some(4)));
        assert_eq!(slots[0].typed.people.as_deref(), Some("children"));
        assert_eq!(slots[0].typed.place.as_deref(), Some("Orvenna"));
        assert_eq!(long.slots(|_| "weather"), Err("weather".to_owned()));
        assert!(Layout::infer(&header("name,age")).is_empty());
    }
}
