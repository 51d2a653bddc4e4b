//! Scales: values and days to pixels, and where their ticks stand.

use jiff::civil::Date;

use crate::Look;

/// A linear scale.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

impl Scale {
    /// From the extent of the data to pixels; an extent without width gets one.
    pub(crate) fn new((low, high): (f64, f64), (from, to): (f64, f64)) -> Self {
        let (low, high) =
            if low.is_finite() && high.is_finite() && low <= high { (low, high) } else { (0.0, 1.0) };
        // Numbers so large that one more makes no difference still get a width.
        let pad = libm::fmax(1.0, libm::fabs(high) * 1e-6);
        let high = if high - low > pad * 1e-9 { high } else { low + pad };
        Self { low, high, from, to }
    }

    /// Pixels, kept within the frame.
    pub(crate) fn at(&self, value: f64) -> f64 {
        if !value.is_finite() {
            return if value > 0.0 { self.to } else { self.from };
        }
        // Halves first: the difference of two huge numbers may not be a number.
        let share = (value / 2.0 - self.low / 2.0) / (self.high / 2.0 - self.low / 2.0);
        self.from + share.clamp(0.0, 1.0) * (self.to - self.from)
    }

    /// Round values between the ends, at most about `most`, and their decimals.
    pub(crate) fn ticks(&self, most: usize) -> (Vec<f64>, usize) {
        let step = step((self.high / 2.0 - self.low / 2.0) * 2.0, most);
        if !step.is_finite() || step <= 0.0 {
            return (Vec::new(), 0);
        }
        let first = libm::ceil(self.low / step - 1e-9);
        let decimals = (-libm::floor(libm::log10(step) + 1e-9)).clamp(0.0, 8.0) as usize;
        let ticks = (0..=most * 3)
            .map(|i| (first + i as f64) * step)
            .take_while(|t| *t <= self.high + step * 1e-9)
            .filter(|t| *t >= self.low - step * 1e-9)
            .collect();
        (ticks, decimals)
    }
}

/// 1, 2 or 5 times a power of ten.
pub(crate) fn step(span: f64, most: usize) -> f64 {
    let rough = span / (most.max(1) as f64);
    let power = libm::pow(10.0, libm::floor(libm::log10(rough)));
    let unit = rough / power;
    let unit = if unit <= 1.0 {
        1.0
    } else if unit <= 2.0 {
        2.0
    } else if unit <= 5.0 {
        5.0
    } else {
        10.0
    };
    unit * power
}

/// The next round number above: the end of an axis of counts.
pub(crate) fn round_up(value: f64, most: usize) -> f64 {
    if !value.is_finite() || value <= 0.0 {
        return 1.0;
    }
    let step = step(value, most);
    let up = libm::ceil(value / step - 1e-9) * step;
    if up.is_finite() { up } else { value }
}

/// Days since 1970-01-01.
pub(crate) fn day_number(date: Date) -> f64 {
    f64::from((date - Date::constant(1970, 1, 1)).get_days())
}

/// A day and how it is written on the axis.
pub(crate) struct DayTick {
    pub(crate) date: Date,
    pub(crate) words: String,
    /// The year below it, where it changes.
    pub(crate) year: Option<String>,
}

/// Days of the axis: days, weeks, months or years, at most about `most`.
pub(crate) fn day_ticks(from: Date, to: Date, most: usize, look: &Look) -> Vec<DayTick> {
    let span = day_number(to) - day_number(from);
    let most = most.max(2) as f64;
    let mut ticks = Vec::new();
    let mut push = |date: Date, words: String, last: &mut Option<i16>, yearly: bool| {
        let year = (!yearly && *last != Some(date.year())).then(|| look.year(date));
        *last = Some(date.year());
        ticks.push(DayTick { date, words, year });
    };
    let mut last = None;
    if span / 28.0 <= most {
        let every = [1, 2, 7, 14, 28].into_iter().find(|n| span / f64::from(*n) <= most).unwrap_or(28);
        let mut date = Some(from);
        while let Some(d) = date.filter(|d| *d <= to) {
            push(d, look.day(d), &mut last, false);
            date = d.checked_add(jiff::Span::new().days(every)).ok();
        }
        return ticks;
    }
    let months = span / 30.44;
    let every: i32 = [1, 2, 3, 6].into_iter().find(|n| months / f64::from(*n) <= most).unwrap_or_else(|| {
        let years = months / 12.0;
        [1, 2, 5, 10, 20, 50, 100, 1000].into_iter().find(|n| years / f64::from(*n) <= most).unwrap_or(5000)
            * 12
    });
    let first = i32::from(from.year()) * 12 + i32::from(from.month()) - 1;
    let mut month = first.div_euclid(every) * every;
    loop {
        let (year, m) = (month.div_euclid(12), month.rem_euclid(12) + 1);
        month += every;
        let date = i16::try_from(year).ok().and_then(|y| Date::new(y, m as i8, 1).ok());
        match date {
            Some(d) if d > to => break,
            Some(d) if d >= from => {
                let yearly = every >= 12;
                push(d, if yearly { look.year(d) } else { look.month_only(d) }, &mut last, yearly);
            }
            Some(_) => {}
            None if year > 9999 => break,
            None => {}
        }
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn ticks_are_round_and_within() {
        let (ticks, decimals) = Scale::new((0.0, 730.0), (0.0, 100.0)).ticks(5);
        assert_eq!((ticks, decimals), (vec![0.0, 200.0, 400.0, 600.0], 0));
        let (ticks, decimals) = Scale::new((0.1, 0.32), (0.0, 100.0)).ticks(5);
        assert_eq!((ticks.len(), decimals), (5, 2));
        assert!(Scale::new((f64::NAN, 1.0), (0.0, 1.0)).at(f64::INFINITY).is_finite());
        assert!((round_up(730.0, 5) - 800.0).abs() < 1e-9);
    }

    #[test]
    fn days_then_months_then_years() {
        let look = Look::new("en", 1040).unwrap();
        let words = |a, b| day_ticks(a, b, 8, &look).into_iter().map(|t| t.words).collect::<Vec<_>>();
        assert_eq!(words(date(2031, 3, 3), date(2031, 3, 7)).len(), 5);
        assert_eq!(words(date(2031, 3, 3), date(2031, 4, 30)).len(), 5);
        assert!(words(date(2031, 3, 3), date(2032, 4, 30))[0].contains("May"));
        assert_eq!(words(date(1990, 3, 3), date(2032, 4, 30))[0], "2000");
        assert!(day_ticks(date(-9999, 1, 1), date(9999, 12, 31), 8, &look).len() < 20);
    }
}
