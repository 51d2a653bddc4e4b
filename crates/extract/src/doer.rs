//! What an agent found by form must still pass before it is named: a wrong doer is worse than none.

use crate::agent::{Agent, Finder};
use crate::lexicon::{Class, Classes, Unit};
use crate::token::Kind;

/// What no doer's name begins with: "among the", "at the time of".
const LEADING: Classes = Classes::of(&[
    Class::In,
    Class::On,
    Class::From,
    Class::To,
    Class::During,
    Class::Cause,
    Class::Since,
    Class::Until,
    Class::Among,
    Class::When,
    Class::Including,
    Class::According,
]);

/// What no doer's name ends with: "the relatives of a".
const TRAILING: Classes = Classes::of(&[
    Class::Of,
    Class::And,
    Class::Or,
    Class::Det,
    Class::Indef,
    Class::To,
    Class::By,
    Class::When,
]);

/// Verbs of those to whom something is done.
const UNDERGOES: [&str; 6] = ["received", "suffered", "sustained", "underwent", "experienced", "endured"];

/// What is done to the dead and the hurt by others than those who harmed them.
const NEUTRAL: [&str; 34] = [
    "found",
    "discovered",
    "recovered",
    "retrieved",
    "rescued",
    "saved",
    "treated",
    "identified",
    "freed",
    "helped",
    "assisted",
    "hosted",
    "seen",
    "filmed",
    "photographed",
    "recorded",
    "documented",
    "reported",
    "confirmed",
    "escorted",
    "accompanied",
    "visited",
    "collected",
    "transported",
    "supported",
    "investigated",
    "announced",
    "condemned",
    "criticised",
    "criticized",
    "examined",
    "inspected",
    "alleged",
    "witnessed",
];

/// Verbs of accidents: what crashes attacks nobody.
const ACCIDENTS: [&str; 11] = [
    "crashed",
    "collided",
    "overturned",
    "capsized",
    "derailed",
    "sank",
    "skidded",
    "veered",
    "plunged",
    "crashes",
    "malfunctioned",
];

/// Openings of a sentence that are no name: adjectives of the attack itself.
const ADJECTIVES: [&str; 11] = ["al", "ive", "ous", "ent", "ant", "ful", "ted", "less", "ary", "able", "ing"];
const OPENINGS: [&str; 12] =
    ["air", "ground", "other", "area", "combat", "random", "more", "new", "night", "stray", "enemy", "drone"];

impl Finder<'_, '_> {
    /// English, by what only it has.
    pub(crate) fn english(&self) -> bool {
        !self.doc.lex.profile.past_endings.is_empty()
    }

    /// The agent, when it may be one: not what a preposition or a participle opens, no time, no storm.
    pub(crate) fn careful(&self, found: Agent) -> Option<Agent> {
        let Agent::Words(a, mut b) = found else { return Some(found) };
        let doc = self.doc;
        if !self.english() {
            return Some(found);
        }
        // "BY THE POLICE", but "AT THE TIME OF THE SKIRMISH"
        let opened = doc.any(a, LEADING) && doc.is_word(a) && !doc.has(a, Class::Actor);
        // "targeting the town": what was done, not who.
        let doing =
            self.progressive(a) && doc.unknown(a) && b > a + 1 && (a > self.s.first || !doc.is_name(a + 1));
        let timed = (a..b).any(|j| doc.any(j, Classes::of(&[Class::TimeUnit, Class::Month, Class::Weekday])));
        if opened || doing || timed || self.weather(a, b) {
            return None;
        }
        let cut = b;
        let idle =
            |j: usize| doc.any(j, TRAILING) || doc.is_adverb(j) || doc.has(j, Class::Skip) && !doc.is_name(j);
        while b > a && idle(b - 1) && !doc.has(b - 1, Class::Actor) {
            b -= 1;
        }
        // "the warplanes commit a": the verb before the article goes with it.
        let object = Classes::of(&[Class::Det, Class::Indef, Class::To, Class::By]);
        let verb = b < cut && b > a + 1 && doc.any(b, object) && doc.unknown(b - 1) && !doc.is_name(b - 1);
        b -= usize::from(verb);
        (a < b).then_some(Agent::Words(a, b))
    }

    /// "Orla destroyed 250 houses": one bare name, where the text tells of a storm.
    fn weather(&self, a: usize, b: usize) -> bool {
        let doc = self.doc;
        doc.caps
            && b == a + 1
            && doc.is_name(a)
            && doc.unknown(a)
            && !doc.is_demonym(a)
            && !doc.is_acronym(a)
            && doc.tells_of_storm()
    }

    /// Whether "by" at `by` belongs to a deed: not "a clinic run by", "trucks hired by", but "a bomb planted by".
    pub(crate) fn inflicts(&self, by: usize) -> bool {
        let doc = self.doc;
        let mut w = by - 1;
        while w > self.s.first && doc.is_adverb(w) {
            w -= 1;
        }
        let excluded = ["hired", "employed", "donated", "provided"].iter().any(|s| doc.is(w, s));
        let describes = doc.is_word(w) && (doc.is_past(w) || self.short(w) || excluded);
        if !self.english() || !describes || doc.cue(w).is_some() && !excluded || doc.has(w, Class::Act) {
            return true;
        }
        // "was run by": the predicate itself, which the sentence tells of.
        let weapon =
            |j: usize| doc.has(j, Class::Event) || matches!(doc.unit(j), Some(Unit::Munition | Unit::Attack));
        w > self.s.first && weapon(w - 1)
    }

    /// "at a clinic run by NAME": whose it is did not do it.
    pub(crate) fn of_another(&self, by: usize, from: usize, joined: bool) -> bool {
        let own = joined || by > from + 1 && self.doc.has(by - 2, Class::Be);
        self.doc.caps && by > from && !own && !self.inflicts(by) || self.unharming(by)
    }

    /// "found by", "treated by": the verb before "by" harms nobody.
    pub(crate) fn unharming(&self, by: usize) -> bool {
        NEUTRAL.iter().any(|n| self.doc.is(by - 1, n))
    }

    /// "received", "came under attack", "was struck": what the subject of the verb underwent.
    pub(crate) fn undergoes(&self, v: usize) -> bool {
        let doc = self.doc;
        self.english()
            && (UNDERGOES.iter().any(|w| doc.is(v, w))
                || (doc.is(v, "came") || doc.is(v, "come") || doc.is(v, "comes"))
                    && v + 1 < self.s.last
                    && doc.is(v + 1, "under"))
    }

    /// "when the aircraft crashed"
    pub(crate) fn accident(&self, v: usize) -> bool {
        self.english() && ACCIDENTS.iter().any(|w| self.doc.is(v, w))
    }

    /// "the Brookvale Hotel bombing", "the charity's office attack": a building before the attack is what was attacked.
    pub(crate) fn target(&self, from: usize, event: usize) -> bool {
        let doc = self.doc;
        let built = |j: usize| {
            doc.unit(j) == Some(Unit::Building)
                || doc.has(j, Class::PlaceNoun) && !doc.any(j, Classes::of(&[Class::Actor]))
        };
        self.english()
            && event > from
            && built(event - 1)
            && !doc.is(event - 1, "border")
            && !(from..event).any(|j| doc.kind(j) == Kind::Possessive || doc.is_demonym(j))
    }

    /// "Aerial bombardment", "Other mortars": the capital is that of the sentence, and the word says of what kind.
    pub(crate) fn opening_adjective(&self, j: usize) -> bool {
        let doc = self.doc;
        if !self.english() || j != self.s.first || !doc.is_name(j) || doc.is_demonym(j) {
            return false;
        }
        // "International Coalition strikes": part of a name.
        if self.actor_like(j + 1) && !doc.has(j + 1, Class::Event) {
            return false;
        }
        let word = cairn_fold::fold(doc.words(j, j + 1));
        OPENINGS.iter().any(|o| word == *o)
            || doc.unknown(j) && word.len() > 5 && ADJECTIVES.iter().any(|e| word.ends_with(e))
    }

    /// "shelled a clinic injuring five": the noun before the participle is the object of the verb before it.
    pub(crate) fn is_object(&self, a: usize, v: usize) -> bool {
        let doc = self.doc;
        self.english()
            && self.progressive(v)
            && a > self.s.first
            && doc.any(a, Classes::of(&[Class::Det, Class::Indef]))
            && (doc.has(a - 1, Class::Act) || doc.cue(a - 1).is_some() || doc.is_past(a - 1))
    }
}
