//! The people of the conflict. Person `n` follows from the seed and `n` alone.

use jiff::civil::{Date, date};

use crate::names::{FLAVOURS, FullName};
use crate::random::Random;

/// The day on which the fighting begins.
pub(crate) const FIRST_DAY: Date = date(2031, 3, 3);
/// Days up to 30 April 2031.
const DAYS: usize = 59;

/// The towns: in Latin letters, and in the script of the hospital's clerks.
pub(crate) const PLACES: [(&str, &str); 6] = [
    ("Harvenna", "حرفينا"),
    ("Qasr Ulmira", "قصر أولميرا"),
    ("Ostrozirka", "أوستروزيركا"),
    ("Puerto Almenzar", "بويرتو ألمنزار"),
    ("Tel Oruvan", "تل أوروفان"),
    ("Brackensole", "براكنسول"),
];

/// One person who was killed, as it was.
pub(crate) struct Person {
    pub(crate) name: FullName,
    pub(crate) woman: bool,
    pub(crate) born: Date,
    pub(crate) died: Date,
    /// Completed years.
    pub(crate) age: usize,
    pub(crate) place: usize,
}

/// The day `n` days after `start`; `start` itself when there is no such day.
pub(crate) fn after(start: Date, days: i64) -> Date {
    start.checked_add(jiff::SignedDuration::from_hours(24 * days)).unwrap_or(start)
}

impl Person {
    pub(crate) fn new(seed: u64, number: usize) -> Self {
        let mut random = Random::of(seed, 1, number);
        let woman = random.percent(42);
        // Of a hundred names: forty-five of the first flavour, then fifteen, fifteen, fifteen and ten.
        let flavour = match random.below(100) {
            0..45 => 0,
            45..60 => 1,
            60..75 => 2,
            75..90 => 3,
            _ => 4,
        };
        let name = FullName::draw(&FLAVOURS[flavour], woman, &mut random);
        let died = after(FIRST_DAY, random.below(DAYS) as i64);
        // Two draws make the young more frequent than the old.
        let days_lived = random.below(95 * 365).min(random.below(95 * 365));
        let born = after(died, -(days_lived as i64));
        let birthday_to_come = (died.month(), died.day()) < (born.month(), born.day());
        let age = (died.year() - born.year()) as usize - usize::from(birthday_to_come);
        Self { name, woman, born, died, age, place: random.below(PLACES.len()) }
    }

    /// Completed months, for those who did not live to be one year old.
    pub(crate) fn months(&self) -> i64 {
        let months = i64::from(self.died.year() - self.born.year()) * 12 + i64::from(self.died.month())
            - i64::from(self.born.month());
        months - i64::from(self.died.day() < self.born.day())
    }
}
