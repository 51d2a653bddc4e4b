//! From accepted claims to slots.

use jiff::civil::Date;

use super::form::{Context, Form, common};
use super::{Bound, Example, Says, Slot, Template};
use crate::{Claim, Kind};

/// Least agreement, of a thousand, for two examples' numbers to be one slot.
const SAME: u32 = 500;

/// A slot in the making, with every way in which its days may carry over.
struct Growing {
    slot: Slot,
    from: Ends,
    to: Ends,
    /// Which examples have it.
    seen: Vec<usize>,
}

/// A day as it is, and counted from the day of its bulletin.
#[derive(Clone, Copy)]
struct Ends {
    day: Option<Date>,
    days: Option<i32>,
}

impl Ends {
    fn of(day: Option<Date>, published: Option<Date>) -> Self {
        let days = day.zip(published).and_then(|(day, published)| published.until(day).ok());
        Self { day, days: days.map(|span| span.get_days()) }
    }

    fn keep(&mut self, other: Self) {
        keep(&mut self.day, &other.day);
        keep(&mut self.days, &other.days);
    }

    /// Where all examples bear one day, both ways hold: what is near the bulletin moves with it.
    fn bound(self) -> Option<Bound> {
        match (self.day, self.days) {
            (Some(day), Some(days)) if days.abs() > 31 => Some(Bound::Day(day)),
            (_, Some(days)) => Some(Bound::Days(days)),
            (day, None) => day.map(Bound::Day),
        }
    }
}

/// Learns the form that two or more examples share. A number that stood in one of them only is no part of it.
#[must_use]
pub fn learn(examples: &[Example]) -> Template {
    let mut slots: Vec<Growing> = Vec::new();
    for (index, example) in examples.iter().enumerate() {
        let form = Form::read(&example.text);
        for claim in &example.claims {
            let Some(new) = slot(&form, claim) else { continue };
            let (from, to) = (
                Ends::of(claim.resolved_from, example.published),
                Ends::of(claim.resolved_to, example.published),
            );
            let Slot { before, after, heading, .. } = new.clone();
            let here = Context { before, after, heading };
            let may = |g: &Growing| {
                let same =
                    (g.slot.says.metric, g.slot.says.cumulative) == (new.says.metric, new.says.cumulative);
                same && !g.seen.contains(&index)
            };
            let score = |g: &Growing| here.agreement(&g.slot.before, &g.slot.after, &g.slot.heading);
            let scored = slots.iter().enumerate().filter(|(_, g)| may(g));
            let scored = scored.map(|(i, g)| (score(g), std::cmp::Reverse(i)));
            match scored.max().filter(|(score, _)| *score >= SAME) {
                Some((_, std::cmp::Reverse(i))) => {
                    let growing = &mut slots[i];
                    merge(&mut growing.slot, &new);
                    growing.from.keep(from);
                    growing.to.keep(to);
                    growing.seen.push(index);
                }
                None => slots.push(Growing { slot: new, from, to, seen: vec![index] }),
            }
        }
    }
    // One word beside the number is the least that tells it from another.
    slots.retain(|g| g.seen.len() >= 2 && !(g.slot.before.is_empty() && g.slot.after.is_empty()));
    let finish = |g: Growing| {
        let mut slot = Slot { seen: g.seen.len(), ..g.slot };
        (slot.says.from, slot.says.to) = (g.from.bound(), g.to.bound());
        slot
    };
    Template { examples: examples.len(), slots: slots.into_iter().map(finish).collect() }
}

fn slot(form: &Form, claim: &Claim) -> Option<Slot> {
    if claim.kind != Kind::Count {
        return None;
    }
    let quote = claim.start..claim.end;
    let number = form.number_in(quote.clone(), claim.low, claim.high)?;
    let Context { before, after, heading } = form.context(number);
    let c = claim.clone();
    Some(Slot {
        before,
        after,
        heading,
        seen: 1,
        says: Says {
            metric: c.metric,
            cumulative: c.cumulative,
            unit: c.unit,
            group: c.group,
            party_affected: c.party_affected,
            place: c.place,
            period: c.period,
            from: None,
            to: None,
            source: c.source,
            responsible: c.responsible,
            responsible_said_by: c.responsible_said_by,
            stance: c.stance,
        },
        extent: form.extent(number, &quote),
    })
}

/// Keeps what both have.
fn merge(slot: &mut Slot, new: &Slot) {
    slot.before = common(&slot.before, &new.before);
    slot.after = common(&slot.after, &new.after);
    slot.heading = common(&slot.heading, &new.heading);
    slot.extent = (slot.extent.0.min(new.extent.0), slot.extent.1.min(new.extent.1));
    let (a, b) = (&mut slot.says, &new.says);
    keep(&mut a.unit, &b.unit);
    keep(&mut a.group, &b.group);
    keep(&mut a.party_affected, &b.party_affected);
    keep(&mut a.place, &b.place);
    keep(&mut a.period, &b.period);
    keep(&mut a.source, &b.source);
    keep(&mut a.responsible, &b.responsible);
    keep(&mut a.responsible_said_by, &b.responsible_said_by);
    keep(&mut a.stance, &b.stance);
}

fn keep<T: PartialEq>(a: &mut Option<T>, b: &Option<T>) {
    if *a != *b {
        *a = None;
    }
}
