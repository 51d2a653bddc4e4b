//! In which order a table writes its dates.

use super::Profiler;
use super::heading::Heading;
use crate::mapping::Column;
use crate::parse::Order;
use cairn_model::{Param, Remark};
use std::collections::BTreeMap;

/// How many dates can only be read one way.
#[derive(Debug, Clone, Copy, Default)]
struct Votes {
    dmy: u32,
    mdy: u32,
    ymd: u32,
    either: u32,
}

impl Votes {
    fn of(counts: &BTreeMap<String, u32>) -> Self {
        let mut votes = Self::default();
        for (value, n) in counts {
            votes.count(value, *n);
        }
        votes
    }

    fn count(&mut self, value: &str, n: u32) {
        let date = value.split([' ', 'T']).next().unwrap_or(value);
        let mut groups = date.split(['/', '-', '.']);
        let (Some(a), Some(b), Some(c), None) = (groups.next(), groups.next(), groups.next(), groups.next())
        else {
            return;
        };
        let number = |g: &str| g.parse::<u32>().ok().filter(|_| g.len() <= 4);
        let (Some(first), Some(second), Some(_)) = (number(a), number(b), number(c)) else { return };
        match (a.len(), first, second) {
            (4, _, _) => self.ymd += n,
            (_, 13..=31, 1..=12) => self.dmy += n,
            (_, 1..=12, 13..=31) => self.mdy += n,
            (_, x, y) if x == y => {}
            _ => self.either += n,
        }
    }

    /// The order, and what to say where it is doubtful; `None` where no date has an order.
    fn decide(self, column: &str, remarks: &mut Vec<Remark>) -> Option<Order> {
        let Self { dmy, mdy, ymd, either } = self;
        if dmy + mdy + ymd + either == 0 {
            return None;
        }
        if dmy > 0 && mdy > 0 {
            let words = format!(
                "{column:?}: {dmy} dates can only be day first and {mdy} only month first; those that contradict the \
                 order are flagged"
            );
            let [dmy, mdy] = [dmy, mdy].map(|n| Param::from(i64::from(n)));
            let params = [("column", column.into()), ("day_first", dmy), ("month_first", mdy)];
            remarks.push(Remark::new("date_orders_mixed", params, words));
        }
        Some(if dmy > mdy.saturating_mul(4) {
            Order::Dmy
        } else if mdy > dmy.saturating_mul(4) {
            Order::Mdy
        } else {
            if ymd > 0 && either == 0 { Order::Ymd } else { Order::Any }
        })
    }
}

impl Profiler {
    /// The order of the table; columns that differ from it say so themselves.
    pub(super) fn orders(&self, columns: &mut [Column], remarks: &mut Vec<Remark>) -> Order {
        let mut found = Vec::new();
        for column in columns.iter().filter(|c| c.role.is_date()) {
            let votes = Votes::of(&self.counts[column.index]);
            if let Some(order) = votes.decide(&column.header, remarks) {
                found.push((column.index, order, votes.either));
            }
        }
        let told = found.iter().map(|(_, o, _)| *o).find(|o| matches!(o, Order::Dmy | Order::Mdy));
        let doubtful: u32 = found.iter().filter(|(_, o, _)| *o == Order::Any).map(|(_, _, n)| n).sum();
        if doubtful == 0 {
            let common = told.or_else(|| found.first().map(|(_, o, _)| *o)).unwrap_or_default();
            for (index, order, _) in found {
                columns[index].date_order = (order != common && order != Order::Ymd).then_some(order);
            }
            return common;
        }
        let (order, code, why) = match (told, self.order_of_language()) {
            (Some(order), _) => {
                (order, "date_order_by_column", "as in another column of the table".to_owned())
            }
            (None, Some((language, order))) => (
                order,
                "date_order_by_language",
                format!("as the language of the header, {language}, has it"),
            ),
            (None, None) => (Order::Any, "date_order_unknown", String::new()),
        };
        let count = ("count", Param::from(i64::from(doubtful)));
        remarks.push(if order == Order::Any {
            let words = format!(
                "{doubtful} dates could be day or month first and nothing tells which: they are read as the span of \
                 both until you write date_order"
            );
            Remark::new("date_order_unknown", [count], words)
        } else {
            let words =
                format!("{doubtful} dates could be day or month first: read as {}, {why}", order.code());
            Remark::new(code, [count, ("order", order.code().into())], words)
        });
        order
    }

    /// The language of most words of the header, where it has one order of dates.
    fn order_of_language(&self) -> Option<(&'static str, Order)> {
        let mut words: BTreeMap<&'static str, (u32, Order)> = BTreeMap::new();
        for header in &self.header {
            for (code, order) in Heading::read(header).languages() {
                words.entry(code).or_insert((0, *order)).0 += 1;
            }
        }
        let most = words.values().map(|(n, _)| *n).max()?;
        let mut best = words.into_iter().filter(|(_, (n, _))| *n == most);
        // Two languages that share all words of the header do not tell.
        let (code, (_, order)) = best.next()?;
        (best.next().is_none() && order != Order::Any).then_some((code, order))
    }
}
