//! What an agent found by form must still pass before it is named: a wrong doer is worse than none.

use crate::agent::{Agent, Finder};
use crate::bind::{self, Bound};
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::text::token::Kind;

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
const NEUTRAL: [&str; 46] = [
    "taken away",
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
    "intervention",
    "complaint",
    "request",
    "visit",
    "decision",
    "inspection",
    "mediation",
    "investigation",
    "negotiations",
    "announcement",
    "appeal",
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
const OPENINGS: [&str; 13] = [
    "air", "hand", "ground", "other", "area", "combat", "random", "more", "new", "night", "stray", "enemy",
    "drone",
];

/// What is attacked, before the attack.
const TARGETS: [&str; 14] = [
    "office",
    "offices",
    "compound",
    "premises",
    "headquarters",
    "convoy",
    "embassy",
    "consulate",
    "barracks",
    "bus",
    "hotel",
    "restaurant",
    "mosque",
    "church",
];

/// Verbs that bring a charge.
const CHARGES: [&str; 9] =
    ["charged", "convicted", "indicted", "sentenced", "suspect", "suspects", "guilty", "tried", "arraigned"];

/// Deeds that a thing goes on with: it is set, and then it kills.
const PLANTED: [&str; 8] =
    ["placed", "planted", "detonated", "set off", "threw", "hurled", "exploded", "launched"];

/// Deeds with a weapon.
const ARMED: [&str; 11] = [
    "opened fire",
    "opened fire on",
    "fired",
    "threw",
    "hurled",
    "stabbed",
    "shot",
    "attacked",
    "lobbed",
    "rammed",
    "drove",
];

impl Finder<'_, '_> {
    /// English, by what only it has.
    pub(crate) fn english(&self) -> bool {
        !self.doc.lex.profile.past_endings.is_empty()
    }

    /// The agent, when it may be one: not what a preposition or a participle opens, no time, no storm.
    pub(crate) fn careful(&self, found: Agent) -> Option<Agent> {
        let Agent::Words(mut a, mut b) = found else { return Some(found) };
        let doc = self.doc;
        if !self.english() {
            // "Del total de personas": what a preposition opens.
            // "סמוך לחצות הסתערו מורדים": when, and not who.
            let hour =
                doc.has(b - 1, Class::PartOfDay) && !(a..b).any(|j| self.acts(j) || doc.has(j, Class::Org));
            let opened = hour || doc.lex.profile.capitals && doc.has(a, Class::Of);
            // "نفذ انتحاري الهجوم": the deed behind the doer is its object.
            let mut end = b;
            if !doc.lex.profile.capitals && b > a + 1 && doc.has(b - 1, Class::Event) {
                end = b - 1 - usize::from(b > a + 2 && doc.has(b - 2, Class::Det));
            }
            let of_event = end < b && !doc.has(end, Class::Det) && !doc.words(end, end + 1).starts_with("ال");
            let end = if of_event { b } else { end };
            return (!opened).then_some(Agent::Words(a, end));
        }
        // "BY THE POLICE", but "AT THE TIME OF THE SKIRMISH"
        let opened = doc.any(a, LEADING) && doc.is_word(a) && !doc.has(a, Class::Actor);
        // "targeting the town": what was done, not who.
        let doing =
            self.progressive(a) && doc.unknown(a) && b > a + 1 && (a > self.s.first || !doc.is_name(a + 1));
        // "Doolow town": a place.
        let place = doc.has(b - 1, Class::PlaceNoun)
            && !doc.is_name(b - 1)
            && !(a..b).any(|j| self.acts(j) || doc.has(j, Class::Org))
            && !(a..b).any(|j| doc.any(j, Classes::of(&[Class::Of, Class::In, Class::From])));
        // "a hospital received", "women affiliated": a verb, or what stands with "to".
        if b > a + 1 && doc.is_past(b - 1) && !doc.is_name(b - 1) {
            let link = Classes::of(&[Class::To, Class::By, Class::Preposition, Class::In, Class::From]);
            let described = b < self.s.last && (doc.any(b, link) || doc.is(b, "with"));
            // Where all is in capitals the word is the verb: "THE BRIGADE WALKED INTO".
            if !described || !doc.caps {
                return None;
            }
            b -= 1;
        }
        let timed = place
            || (a..b).any(|j| doc.any(j, Classes::of(&[Class::TimeUnit, Class::Month, Class::Weekday])));
        if opened || doing || timed || self.weather(a, b) {
            return None;
        }
        // "Vell Hub: heavy rains …": the label of a line.
        let label = a == self.s.first && b < self.s.last && doc.kind(b) == Kind::Colon;
        if self.only_gear(a, b) || label {
            return None;
        }
        a += usize::from(
            a + 1 < b && ["how", "saw", "watched", "witnessed", "seen"].iter().any(|w| doc.is(a, w)),
        );
        b = self.before_verb(a, b);
        a = self.behind_place(self.days_later(a, b).unwrap_or(a), b);
        let cut = b;
        let idle =
            |j: usize| doc.any(j, TRAILING) || doc.is_adverb(j) || doc.has(j, Class::Skip) && !doc.is_name(j);
        // "a leader of the Sable Front who killed": with the one who is its leader.
        if (doc.has(a, Class::Of) || doc.is(a, "of the"))
            && let Some((x, _)) = self.subject_phrase(a)
        {
            a = x;
        }
        while b > a && idle(b - 1) && !doc.has(b - 1, Class::Actor) {
            b -= 1;
        }
        // "the warplanes commit a": the verb before the article goes with it.
        let object = Classes::of(&[Class::Det, Class::Indef, Class::To, Class::By]);
        let verb = b < cut && b > a + 1 && doc.any(b, object) && doc.unknown(b - 1) && !doc.is_name(b - 1);
        b -= usize::from(verb);
        // "a 34-year-old man"
        if a > self.s.first && doc.has(a, Class::AgePost) && doc.kind(a - 1) == Kind::Number {
            a -= 1;
            a -= usize::from(a > self.s.first && doc.has(a - 1, Class::Indef));
        }
        (a < b).then_some(Agent::Words(a, b))
    }

    /// "four officers were arrested after NAME was tortured by police": who was held was not held by those of the other verb.
    pub(crate) fn of_a_later_clause(&self, cue: usize, found: Agent) -> bool {
        let Agent::Words(a, _) = found else { return false };
        let held = matches!(self.doc.cue(cue), Some((crate::lexicon::Harm::Detained, _)));
        held && self.english()
            && (cue + 1..a).any(|j| {
                self.doc.any(j, Classes::of(&[Class::Cause, Class::When])) && self.doc.is(j, "after")
            })
            && (cue + 1..a).any(|j| self.doc.has(j, Class::Be))
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
        let excluded = [
            "hired",
            "employed",
            "donated",
            "provided",
            "managed",
            "operated",
            "owned",
            "funded",
            "organised",
            "organized",
            "used",
            "frequented",
            "inhabited",
            "patronised",
            "patronized",
            "guarded",
            "protected",
            "crowded",
            "controlled",
            "occupied",
        ]
        .iter()
        .any(|s| doc.is(w, s));
        let describes = doc.is_word(w) && (doc.is_past(w) || self.short(w) || excluded);
        if !self.english() || !describes || (doc.cue(w).is_some() || doc.has(w, Class::Act)) && !excluded {
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
        // "A MARKET USED BY SAILORS": where no capitals tell, the nouns that are known.
        let noun = by > self.s.first + 1
            && (self.doc.has(by - 2, Class::PlaceNoun) || self.doc.unit(by - 2) == Some(Unit::Building));
        (self.doc.caps || noun) && by > from && !own && !self.inflicts(by) || self.unharming(by)
    }

    /// "found by", "treated by": the verb before "by" harms nobody.
    pub(crate) fn unharming(&self, by: usize) -> bool {
        // "arrested and taken away by": by whoever arrested them.
        // "13 men were taken away by soldiers", but "the wounded were taken away by their friends".
        let hurt = (self.s.first..by - 1).rev().take(5).any(|j| {
            matches!(self.doc.cue(j), Some((Harm::Killed | Harm::Injured | Harm::Casualties, _)))
                || self.doc.unit(j) == Some(Unit::Body)
        });
        let joined = self.doc.is(by - 1, "taken away")
            && (self.has(by.saturating_sub(2), Class::And)
                || self.has(by.saturating_sub(2), Class::Be) && !hurt);
        NEUTRAL.iter().any(|n| self.doc.is(by - 1, n)) && !joined
            || self.names_them(by)
            || crate::attribute::outlet::issued(self.doc, self.s, by).is_some()
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
            TARGETS.iter().any(|w| doc.is(j, w))
                || doc.unit(j) == Some(Unit::Building)
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

    /// "by tribesmen who killed seven": whoever stands behind "by" did something.
    pub(crate) fn named_by(&self, a: usize) -> bool {
        let doc = self.doc;
        let mut by = a;
        while by > self.s.first && (doc.has(by - 1, Class::Hedge) || doc.is_adverb(by - 1)) {
            by -= 1;
        }
        self.english() && by > self.s.first && doc.has(by - 1, Class::By) && self.inflicts(by - 1)
    }

    /// "when a man opened fire", "when a guard threw a grenade": one person and a deed with a weapon.
    pub(crate) fn armed(&self, a: usize, b: usize, act: usize) -> bool {
        let doc = self.doc;
        let person = |j: usize| doc.unit(j) == Some(Unit::Person) || self.acts(j);
        self.english()
            && doc.has(a, Class::Indef)
            && (a + 1..b).all(|j| doc.is_word(j))
            && (a + 1..b).any(person)
            && !(a..b).any(|j| doc.any(j, Classes::of(&[Class::Hazard, Class::Event, Class::PlaceNoun])))
            && ARMED.iter().any(|w| doc.is(act, w))
    }

    /// "charged a man with killing four", "a colonel convicted of the murder of two": who is charged with the deed at `v`.
    pub(crate) fn on_charge(&self, v: usize) -> Option<Agent> {
        let doc = self.doc;
        if !self.english() {
            return None;
        }
        let lead = Classes::of(&[Class::Det, Class::Skip, Class::Indef]);
        let mut link = v.checked_sub(1)?;
        while link > self.s.first && doc.any(link, lead) {
            link -= 1;
        }
        let guilty = doc.is(link, "guilty of");
        let linked = guilty || ["with", "of", "for"].iter().any(|w| doc.is(link, w));
        let plain = |j: &usize| {
            (doc.is_word(*j) || doc.kind(*j) == Kind::Number)
                && !doc.any(*j, Classes::of(&[Class::That, Class::Relative, Class::Say]))
        };
        let charge = (self.s.first + 1..link + usize::from(guilty))
            .rev()
            .take(10)
            .take_while(plain)
            .find(|j| linked && CHARGES.iter().any(|w| doc.is(*j, w)) || guilty && *j == link)?;
        let found = guilty || doc.is(charge, "guilty");
        let verb = match found {
            true => (self.s.first..charge)
                .rev()
                .take(8)
                .find(|j| doc.is(*j, "found") || doc.has(*j, Class::Be))?,
            false => charge,
        };
        // "charged a man with": whom, right behind the verb.
        let from = if found { verb } else { charge } + 1;
        let object = from..if found { charge } else { link };
        let whom = object.clone().any(|j| doc.is_name(j) || doc.any(j, lead) || self.acts(j));
        if whom && !object.is_empty() {
            let bar = Classes::of(&[Class::To, Class::In, Class::On, Class::By]);
            let end = object.clone().find(|j| doc.any(*j, bar)).unwrap_or(object.end);
            let someone = (from..end).any(|j| doc.is_name(j) || self.acts(j) || doc.unknown(j));
            return someone.then_some(Agent::Words(from, end));
        }
        let mut end = verb;
        let pass = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
        while end > self.s.first && doc.any(end - 1, pass) {
            end -= 1;
        }
        self.subject_phrase(end).map(|(a, b)| Agent::Words(a, b))
    }

    /// "stopped the men from raping": who was kept from it.
    pub(crate) fn kept_from(&self, v: usize) -> Option<Agent> {
        let doc = self.doc;
        let from = v.checked_sub(1).filter(|f| *f > self.s.first + 1 && doc.has(*f, Class::From))?;
        if !self.english() || !self.progressive(v) {
            return None;
        }
        let verb = Classes::of(&[Class::Act, Class::Deny, Class::To, Class::Be, Class::Have, Class::Say]);
        let part =
            |j: &usize| doc.is_word(*j) && !doc.is_past(*j) && !doc.any(*j, verb) && doc.cue(*j).is_none();
        let a = (self.s.first..from).rev().take(7).take_while(part).last()?;
        let lead = Classes::of(&[Class::Det, Class::Indef]);
        let a = (a..from).find(|j| doc.any(*j, lead)).unwrap_or(a);
        (a..from).any(|j| self.acts(j)).then_some(Agent::Words(a, from))
    }

    /// Whether the phrase that begins at `a` hangs on a preposition.
    pub(crate) fn after_preposition(&self, a: usize) -> bool {
        let prepositions = Classes::of(&[Class::In, Class::On, Class::From, Class::To, Class::Of, Class::By]);
        let opening = self.doc.lex.profile.head_first;
        // "una barca con 45 migrantes": what is counted between the preposition and its noun.
        let number = |j: usize| {
            self.doc.kind(j) == Kind::Number || self.doc.any(j, Classes::of(&[Class::Num, Class::About]))
        };
        let mut a = a;
        let bare = !self.doc.any(a, Classes::of(&[Class::Det, Class::Indef])) && !self.doc.is_name(a);
        while bare && crate::grammar::romance::here(self.doc) && a > self.s.first + 1 && number(a - 1) {
            a -= 1;
        }
        a > self.s.first && self.doc.any(a - 1, prepositions) && (opening || a - 1 > self.s.first)
    }

    /// "the strike that hit Eastvale killed nine": the "that" of the clause whose object begins at `a`.
    pub(crate) fn object_within(&self, a: usize) -> Option<usize> {
        let doc = self.doc;
        let verb = a.checked_sub(1).filter(|v| self.english() && *v > self.s.first + 1)?;
        let acts = doc.has(verb, Class::Act)
            || doc.is_past(verb)
            || matches!(doc.cue(verb), Some((_, Role::Active | Role::Part)));
        let which = (self.s.first + 1..verb)
            .rev()
            .take(3)
            .find(|j| doc.has(*j, Class::Relative) || doc.is(*j, "that") && !doc.has(*j - 1, Class::Say))?;
        let idle = |j: usize| doc.any(j, Classes::of(&[Class::Have, Class::Skip])) || doc.is_adverb(j);
        let who = doc.is(which, "who") || doc.is(which, "which") || doc.is(which, "that");
        (acts && who && (which + 1..verb).all(idle)).then_some(which)
    }

    /// Who or whose attack the clause that opens at `which` tells of.
    pub(crate) fn relative_head(&self, which: usize) -> Option<Agent> {
        let doc = self.doc;
        let end = which - usize::from(doc.kind(which - 1) == Kind::Comma);
        let (a, b) = self.subject_phrase(end)?;
        match (a..b).find(|j| doc.has(*j, Class::Event)) {
            Some(event) => self.owner_of(event).map(|(a, b)| Agent::Words(a, b)),
            None => (a..b).any(|j| self.acts(j)).then_some(Agent::Words(a, b)),
        }
    }

    /// "The Front killed nine in revenge for the murder of its leader by police": a verb with its object has its own
    /// subject, whatever "by" follows.
    pub(crate) fn own_subject(&self, cue: usize, role: Role, b: &Bound) -> Option<Agent> {
        let active = self.english()
            && cue < b.figure.first
            && matches!(role, Role::Part | Role::Active)
            && bind::is_active(self.doc, self.s, self.bound, cue);
        let Agent::Words(x, y) = active.then(|| self.active(cue, role, b)).flatten()? else { return None };
        let event = (x..y).any(|j| self.doc.any(j, Classes::of(&[Class::Event, Class::Hazard])));
        let counted = self.bound.iter().any(|o| o.metric.is_some() && (x..y).contains(&o.figure.num));
        ((x..y).any(|j| self.acts(j)) && !event && !counted && y <= cue).then_some(Agent::Words(x, y))
    }

    /// "the attack that", "a bomb attack in Oldbridge that": the event that the clause behind `before` tells of.
    pub(crate) fn event_at(&self, before: usize) -> Option<usize> {
        let doc = self.doc;
        if doc.has(before, Class::Event) {
            return Some(before);
        }
        let mut j = before;
        while j > self.s.first && before - j < 5 && doc.is_name(j) {
            j -= 1;
        }
        let placed = self.english() && j < before && doc.any(j, Classes::of(&[Class::In, Class::On]));
        (placed && j > self.s.first && doc.has(j - 1, Class::Event)).then(|| j - 1)
    }

    /// "un artefacto explosivo a la comisaría": a thing; "… засуджували або": no name ends in "or".
    pub(crate) fn thing_or_torso(&self, agent: &Agent) -> bool {
        let Agent::Words(a, b) = *agent else { return false };
        let doc = self.doc;
        let lead = Classes::of(&[Class::Det, Class::Indef, Class::Vague, Class::Many, Class::Num]);
        let head = (a..b).find(|j| !doc.any(*j, lead)).unwrap_or(a);
        let device = crate::grammar::romance::here(doc)
            && (doc.unit(head) == Some(Unit::Munition)
                || ["artefacto", "artefactos", "granada", "explosivo", "bomba", "coche"]
                    .iter()
                    .any(|w| doc.is(head, w)));
        let torso = doc.lex.profile.head_first && doc.any(b - 1, Classes::of(&[Class::Or, Class::And]));
        device && !(head..b).any(|j| doc.is_demonym(j)) || torso
    }

    /// "gunmen placed a device at the office, which left seven dead": who acts in the clause before the comma.
    pub(crate) fn left_by(&self, which: usize) -> Option<Agent> {
        let doc = self.doc;
        let deed = self.english()
            && doc.is(which, "which")
            && doc.kind(which - 1) == Kind::Comma
            && (self.s.first..which).any(|j| PLANTED.iter().any(|w| doc.is(j, w)));
        deed.then(|| self.clause_subject(which)).flatten()
    }

    /// The "by" of the clause from `from` to the participle at `v` when what it tells was suffered, not done: "a convoy
    /// attacked by rebels, leaving two dead", "aid workers tasked with relief were targeted by jets, killing 12".
    pub(crate) fn suffered(&self, from: usize, v: usize) -> Option<usize> {
        let doc = self.doc;
        if !self.english() || !self.progressive(v) || !doc.caps {
            return None;
        }
        let deed = |j: usize| doc.has(j, Class::Act) || matches!(doc.cue(j), Some((_, Role::Part)));
        let by = (from + 1..v).rev().find(|j| doc.has(*j, Class::By))?;
        let acts = (by + 1..v).any(|j| deed(j) && !self.progressive(j) && doc.unit(j).is_none());
        let head = (from..by - 1).any(|j| doc.is_word(j));
        let comma = (from..by).rev().take(3).any(|j| doc.kind(j) == Kind::Comma);
        (deed(by - 1) && !self.progressive(by - 1) && !acts && head && !comma && self.inflicts(by))
            .then_some(by)
    }

    /// "the Council for the Defence of the Coast": "for" inside a name.
    pub(crate) fn for_the(&self, a: usize, b: usize) -> Option<usize> {
        let doc = self.doc;
        let next = b + 1 + usize::from(self.has(b + 1, Class::Det));
        let inside = self.english()
            && b > a
            && doc.is(b, "for")
            && doc.is_name(b - 1)
            && next < self.s.last
            && doc.is_name(next)
            && !self.periods.iter().any(|p| p.first <= next && next < p.last);
        inside.then_some(next)
    }

    pub(crate) fn has(&self, i: usize, class: Class) -> bool {
        i < self.s.last && self.doc.has(i, class)
    }
}
