//! Grammar of languages whose cases tell subject from object and whose numerals carry endings: "один из рабочих",
//! "Мирослав Кнеж (14)", "сотник" within a name, lists behind a colon.

use crate::agent::{Agent, Finder};
use crate::bind::Bound;
use crate::bind::noun::Noun;
use crate::claim::Metric;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::numbers::Form;
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

/// Whether the text is in such a language.
pub(crate) fn here(doc: &Doc<'_>) -> bool {
    doc.lex.profile.head_first && doc.caps
}

/// "24.02.22": a date in digits, whatever its order.
pub(crate) fn short_date(written: &str) -> bool {
    let parts: Vec<&str> = written.split('.').collect();
    parts.len() == 3
        && parts.iter().all(|p| (1..=4).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()))
}

/// "Жертвами стали Мирослав Кнеж (14), Оливера Макс (13)": the ages of those named, not how many died in a place.
pub(crate) fn age_of_named(doc: &Doc<'_>, s: Sentence, i: usize, last: usize) -> bool {
    let bracket = |j: usize| {
        j > s.first
            && j + 1 < s.last
            && doc.kind(j) == Kind::Number
            && doc.kind(j - 1) == Kind::Open
            && doc.kind(j + 1) == Kind::Close
            && (1_000..=110_000).contains(&doc.lexemes[j].milli)
    };
    if !here(doc) || last != i + 1 || i < s.first + 3 || !bracket(i) {
        return false;
    }
    let name = |j: usize| doc.is_name(j) && doc.unknown(j) && !doc.is_acronym(j);
    let several = (s.first..s.last).filter(|j| bracket(*j)).count() >= 2;
    let placed = (s.first..i).any(|j| doc.any(j, Classes::of(&[Class::In, Class::PlaceNoun])));
    several && !placed && name(i - 2) && name(i - 3)
}

/// "Артем Сотник": a word for a person that is part of a name.
pub(crate) fn within_name(doc: &Doc<'_>, s: Sentence, u: usize) -> bool {
    here(doc)
        && u > s.first + 1
        && doc.is_name(u)
        && doc.is_name(u - 1)
        && doc.unknown(u - 1)
        && doc.is_word(u - 1)
}

/// "один из рабочих", "троє з мешканців": the phrase ends with those they are of.
pub(crate) fn one_of(doc: &Doc<'_>, s: Sentence, noun: &mut Noun, last: usize) {
    let of = here(doc) && last + 1 < s.last && doc.any(last, Classes::of(&[Class::From, Class::Of]));
    if !of || noun.unit.is_some() && noun.unit_at != Some(last - 1) || noun.cue.is_some() {
        return;
    }
    let of_them =
        doc.any(last + 1, Classes::of(&[Class::Pronoun, Class::Relative, Class::Including, Class::Num]));
    let people = matches!(doc.unit(last + 1), Some(Unit::Group | Unit::Person));
    let plain = doc.unknown(last + 1)
        && !doc.is_name(last + 1)
        && doc.words(last + 1, last + 2).ends_with(['х', 'в', 'й']);
    if doc.is_word(last + 1) && !of_them && doc.cue(last + 1).is_none() && (people || plain) {
        (noun.unit, noun.unit_at, noun.last, noun.strange) =
            (Some(Unit::Group), Some(last + 1), last + 2, false);
        noun.group = Some((last + 1, last + 2));
    }
}

/// "два подъезда девятиэтажного дома": the head is the first noun, whatever stands in its genitive.
pub(crate) fn headed(doc: &Doc<'_>, at: usize, j: usize) -> bool {
    let word = cairn_fold::fold(doc.words(at, at + 1));
    let adjective =
        ["ых", "их", "ые", "ие", "ого", "ой", "их", "ої", "і", "ыми", "ими", "ый", "ий", "ая", "а"];
    here(doc)
        && j > at
        && matches!(doc.unit(j), Some(Unit::Home | Unit::Building | Unit::Thing))
        && doc.unknown(at)
        && !doc.is_name(at)
        && !adjective.iter().any(|e| word.ends_with(e))
        || here(doc) && j > at && word.starts_with("подъезд")
}

/// "пострадали 37 человек: полицейский, 13 газовиков и 23 спасателя": those behind the colon are the same.
pub(crate) fn behind_colon(doc: &Doc<'_>, bound: &mut [Bound]) {
    for i in 1..bound.len() {
        let (head, tail) = bound.split_at_mut(i);
        let b = &mut tail[0];
        let open = b.metric.is_none() && !b.excluded && b.noun.cue.is_none() && b.figure.form == Form::Plain;
        let Some(p) = head.iter().rposition(|p| p.metric.is_some() && p.part_of.is_none()) else { continue };
        let parent = &head[p];
        let colon = parent.noun.last;
        let persons = matches!(parent.noun.unit, Some(Unit::Person | Unit::Group) | None)
            && matches!(
                parent.metric,
                Some(Metric::Killed | Metric::Injured | Metric::Detained | Metric::Missing)
            );
        let people = matches!(b.noun.unit, Some(Unit::Group | Unit::Person)) || b.noun.strange;
        let listed = here(doc)
            && open
            && persons
            && people
            && colon < b.figure.first
            && doc.kind(colon) == Kind::Colon;
        let plain = |j: usize| {
            doc.kind(j) == Kind::Comma
                || doc.is_word(j) && doc.cue(j).is_none()
                || doc.kind(j) == Kind::Number
        };
        let smaller = b.figure.low.zip(parent.figure.low).is_some_and(|(x, y)| x < y);
        if listed && smaller && (colon + 1..b.figure.first).all(plain) {
            (b.metric, b.cue, b.cost, b.rule) = (parent.metric, parent.cue, parent.cost + 4, "part.colon");
            b.part_of = Some(p);
        }
    }
}

/// "погибли двое, и пострадали ещё 37": the verb behind "and" has its figure behind it.
pub(crate) fn verb_of_next(doc: &Doc<'_>, bound: &[Bound], b: &Bound, c: usize) -> bool {
    let free = matches!(doc.cue(c), Some((_, Role::Free | Role::Part | Role::Subject)));
    let own = |o: &Bound| o.figure.num > c && o.figure.first <= c + 2;
    here(doc)
        && free
        && c > b.noun.last + 1
        && doc.has(c - 1, Class::And)
        && doc.kind(c - 2) == Kind::Comma
        && bound.iter().any(own)
}

/// "Обрушились два подъезда дома, погибли 40": what is no person is not counted among the dead of the next clause.
pub(crate) fn next_clause(doc: &Doc<'_>, b: &Bound, c: usize) -> bool {
    here(doc)
        && b.noun.strange
        && b.figure.last < b.noun.last
        && matches!(doc.cue(c), Some((_, Role::Free)))
        && (b.noun.last..c).any(|j| doc.kind(j) == Kind::Comma)
        && (b.noun.last..c).any(|j| matches!(doc.unit(j), Some(Unit::Home | Unit::Building)))
}

/// "в кількох громадах загинули вісім": where it was.
pub(crate) fn some_places(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    here(doc)
        && b.figure.form == Form::Many
        && (b.noun.unit == Some(Unit::Area) || b.noun.strange)
        && b.figure.first > s.first
        && doc.has(b.figure.first - 1, Class::In)
}

/// "два табори для біженців": what the camps are for.
pub(crate) fn meant_for(doc: &Doc<'_>, b: &Bound, c: usize, role: Role) -> bool {
    here(doc)
        && matches!(role, Role::Head | Role::Noun)
        && b.figure.last < c
        && (b.figure.last..c).any(|j| doc.is(j, "для"))
        || brought_in(doc, b, c)
}

/// "в больницу доставили 12 раненых": that they were brought there does not make them safe.
fn brought_in(doc: &Doc<'_>, b: &Bound, c: usize) -> bool {
    let word = doc.words(c, c + 1).to_lowercase();
    let hurt =
        b.noun.cue.is_some_and(|n| matches!(doc.cue(n), Some((Harm::Injured | Harm::Killed, Role::Head))));
    here(doc)
        && hurt
        && c < b.figure.first
        && ["достав", "привез", "поступ", "надійш", "прийня", "приня"].iter().any(|w| word.starts_with(w))
}

/// "похитили и пытали семерых": two verbs of one subject before those whom both befell.
pub(crate) fn both_verbs(doc: &Doc<'_>, s: Sentence, bound: &mut Vec<Bound>) {
    if !here(doc) {
        return;
    }
    let ending = |j: usize| {
        let word = doc.words(j, j + 1).to_lowercase();
        ["ли", "ла", "ло", "л", "в"].into_iter().find(|e| word.ends_with(e))
    };
    let mut more = Vec::new();
    for b in bound.iter().filter(|b| b.metric.is_some() && !b.excluded) {
        let Some(c) =
            b.cue.filter(|c| *c >= s.first + 2 && *c < b.figure.first && doc.has(*c - 1, Class::And))
        else {
            continue;
        };
        let verb =
            |j: usize| doc.cue(j).filter(|(h, r)| matches!(r, Role::Active | Role::Free) && h.of_persons());
        let (Some(_), Some((harm, _))) = (verb(c), verb(c - 2)) else { continue };
        let free = !bound.iter().any(|o| o.cue == Some(c - 2));
        let alike = ending(c).is_some() && ending(c) == ending(c - 2) && b.figure.first - c <= 3;
        let metric =
            crate::bind::metric::metric(harm, b.noun.unit).filter(|m| Some(*m) != b.metric && free && alike);
        if metric.is_some() {
            more.push(Bound { cue: Some(c - 2), metric, rule: "both verbs", ..*b });
        }
    }
    bound.extend(more);
}

/// "одного из нападавших убили, двое сбежали": attackers who got away are none of the harmed.
pub(crate) fn got_away(doc: &Doc<'_>, s: Sentence, bound: &mut [Bound]) {
    if !here(doc) {
        return;
    }
    let starts = |j: usize, list: &[&str]| {
        let word = doc.words(j, j + 1).to_lowercase();
        list.iter().any(|x| word.starts_with(x))
    };
    let attackers = [
        "нападник",
        "нападав",
        "злочинц",
        "преступник",
        "грабіжник",
        "грабител",
        "терорист",
        "террорист",
        "стрільц",
    ];
    for b in bound.iter_mut().filter(|b| !matches!(b.noun.unit, Some(Unit::Group | Unit::Household))) {
        let verb = b.noun.last.max(b.figure.last);
        let fled =
            verb < s.last && starts(verb, &["втек", "втік", "утек", "сбежал", "бежал", "скрыл", "зник"]);
        if fled && (s.first..b.figure.first).any(|j| starts(j, &attackers)) {
            (b.metric, b.excluded) = (None, true);
        }
    }
}

/// "9-річна дівчинка та її мати": an age or "her" within a list of those harmed.
pub(crate) fn aged_or_their(doc: &Doc<'_>, j: usize) -> bool {
    here(doc)
        && (doc.kind(j) == Kind::Number
            || doc.kind(j) == Kind::Dash && doc.lexemes[j].glued
            || doc.any(j, Classes::of(&[Class::AgePost, Class::Pronoun])))
}

/// "Мешканців сіл вивозять, хати спалили": people in the case of an object, and nobody's agent.
pub(crate) fn as_object(doc: &Doc<'_>, from: usize, to: usize) -> bool {
    let head = (from..to).find(|j| matches!(doc.unit(*j), Some(Unit::Group | Unit::Person)));
    let object = |j: usize| {
        let word = doc.words(j, j + 1).to_lowercase();
        ["ів", "їв", "ов", "ев", "ей", "ых", "их"].iter().any(|e| word.ends_with(e))
    };
    here(doc) && head.is_some_and(|j| object(j) && (from..j).all(|k| !doc.has(k, Class::Actor)))
}

/// "извлечены тела пятерых", "нашли тела десятков жителей": bodies right before their number; "ещё один объявлен в розыск": what
/// is said of one in another clause.
pub(crate) fn bodies_and_predicates(doc: &Doc<'_>, s: Sentence, bound: &mut [Bound]) {
    if !here(doc) {
        return;
    }
    let word = |j: usize| doc.words(j, j + 1).to_lowercase();
    // "зруйновано 1 та пошкоджено 2 мости": each verb has its own number, the noun stands once.
    for i in 1..bound.len() {
        let (a, b) = (bound[i - 1], bound[i]);
        let verb = |j: usize| matches!(doc.cue(j), Some((Harm::Destroyed | Harm::Damaged, _)));
        let gap = a.figure.first > s.first
            && verb(a.figure.first - 1)
            && a.noun.unit.is_none()
            && a.figure.last + 2 == b.figure.first
            && doc.has(a.figure.last, Class::And)
            && verb(a.figure.last + 1);
        if let Some((harm, _)) =
            doc.cue(a.figure.first.saturating_sub(1)).filter(|_| gap && b.metric.is_some())
        {
            bound[i - 1].metric = crate::bind::metric::metric(harm, b.noun.unit);
            bound[i - 1].noun.unit = b.noun.unit;
            bound[i - 1].cue = Some(a.figure.first - 1);
        }
    }
    for b in bound.iter_mut() {
        let before = b.figure.first.checked_sub(1).filter(|j| *j >= s.first);
        // "тіла п'ятьох, рятувальники прибули": the verb of another clause.
        let beyond = |c: usize| c >= b.figure.last && (b.figure.last..c).any(|j| doc.kind(j) == Kind::Comma);
        let open = b.figure.form != Form::Zero
            && (matches!(b.metric, None | Some(Metric::OtherCount)) || b.cue.is_some_and(beyond));
        let people = matches!(b.noun.unit, None | Some(Unit::Group | Unit::Person));
        if let Some(j) = before.filter(|j| open && people && doc.unit(*j) == Some(Unit::Body)) {
            (b.metric, b.cue, b.rule, b.excluded) = (Some(Metric::Killed), Some(j), "unit.body", false);
            continue;
        }
        // "погибли не трое, а десять": the number that is denied.
        let other = |j: usize| doc.kind(j) == Kind::Comma && doc.is(j + 1, "а");
        if b.figure.form == Form::Plain
            && before.is_some_and(|j| doc.is(j, "не"))
            && (b.figure.last..s.last.min(b.figure.last + 4)).any(other)
        {
            (b.metric, b.excluded) = (None, true);
            continue;
        }
        // "Нас вывезли в лагерь, там было 200 человек": who else was there.
        let there = |j: usize| {
            doc.kind(j) == Kind::Comma
                && (doc.is(j + 1, "там") || doc.is(j + 1, "где") || doc.is(j + 1, "де"))
        };
        if b.cue.is_some_and(|c| {
            c < b.figure.first
                && (c..b.figure.first).any(there)
                && !(c + 1..b.figure.first).any(|j| doc.cue(j).is_some())
        }) {
            (b.metric, b.excluded) = (None, true);
            continue;
        }
        let next = b.figure.last;
        let apart = b
            .cue
            .is_some_and(|c| c < b.figure.first && (c..b.figure.first).any(|j| doc.kind(j) == Kind::Comma));
        let short = next < s.last
            && doc.unknown(next)
            && doc.is_word(next)
            && !doc.is_name(next)
            && ["ен", "ён", "ена", "ены", "ено", "ан", "ана", "аны", "ано"]
                .iter()
                .any(|e| word(next).ends_with(e));
        if apart && short && b.figure.high == Some(1) {
            (b.metric, b.excluded) = (None, true);
        }
    }
}

/// "11 человек, включая троих детей, погибли": where the aside ends that opens at `j`, right before the verb.
pub(crate) fn including_aside(doc: &Doc<'_>, j: usize, to: usize) -> Option<usize> {
    let opens = here(doc) && j + 3 < to && doc.kind(j) == Kind::Comma && doc.has(j + 1, Class::Including);
    let aux = Classes::of(&[Class::Be, Class::Skip]);
    let end =
        (j + 3..to).rev().find(|k| !doc.any(*k, aux)).filter(|k| opens && doc.kind(*k) == Kind::Comma)?;
    (j + 2..end).all(|k| doc.cue(k).is_none()).then_some(end)
}

/// "24.02.22": the last part of a date that the tokens leave apart.
pub(crate) fn end_of_date(doc: &Doc<'_>, i: usize) -> bool {
    let start = doc.lexemes[i].start as usize;
    let mut before = doc.text[..start].chars().rev();
    here(doc)
        && doc.kind(i) == Kind::Number
        && before.next() == Some('.')
        && before.next().is_some_and(|c| c.is_ascii_digit())
        && doc.text[..start - 1].chars().rev().skip(1).take(3).any(|c| c == '.')
}

impl Finder<'_, '_> {
    /// An agent without the adverb of time behind it, and never one in the case of an object: "Норландію атакували".
    pub(crate) fn subject_case(&self, mut a: usize, mut b: usize) -> Option<(usize, usize)> {
        if !here(self.doc) {
            return Some((a, b));
        }
        let timed = |j: usize| {
            self.periods.iter().any(|p| p.first <= j && j < p.last)
                || self.doc.any(j, Classes::of(&[Class::PartOfDay, Class::DayWord]))
                // "Ворог прицільно б'є": an adverb of manner.
                || self.doc.unknown(j)
                    && !self.doc.is_name(j)
                    && ["но", "ьно", "ко", "во"].iter().any(|e| self.doc.words(j, j + 1).ends_with(e))
        };
        while b > a + 1 && timed(b - 1) {
            b -= 1;
        }
        // "Уночі ворог атакував"
        while a + 1 < b && timed(a) {
            a += 1;
        }
        let word = cairn_fold::fold(self.doc.words(a, b));
        // "обвинил Норландию": whom the verb accuses stands in that case.
        let accused = a > self.s.first && crate::agent::accuse::charges(self.doc, self.s, a - 1);
        let object = b == a + 1
            && !accused
            && self.doc.is_name(a)
            && self.doc.unknown(a)
            && !self.doc.is_acronym(a)
            && word.chars().count() > 4
            && (word.ends_with('ю') || word.ends_with("ию"));
        // "силы ПВО сбили 40 дронов, 12 человек пострадали": who shot drones down hurt nobody.
        let downs = |j: usize| {
            let verb = self.doc.words(j, j + 1).to_lowercase();
            matches!(self.doc.cue(j), Some((Harm::Excluded, Role::Active)))
                && ["збили", "збив", "збила", "сбили", "сбил", "сбила"].contains(&verb.as_str())
        };
        let shot = b < self.s.last && downs(b);
        (!object && !shot).then_some((a, b))
    }

    /// "50 дронов, выпущенных противником", "двоих, ранивших ножом пятерых": who stands behind the one participle, or before
    /// the other.
    pub(crate) fn of_participle(&self, cue: usize) -> Option<Agent> {
        let doc = self.doc;
        if !here(doc) || cue <= self.s.first + 1 || doc.kind(cue - 1) != Kind::Comma {
            return None;
        }
        let word = cairn_fold::fold(doc.words(cue, cue + 1));
        let passive =
            matches!(doc.cue(cue), Some((Harm::Launched, _))) && word.ends_with(['х', 'е', 'і', 'й']);
        if passive && self.has(cue + 1, Class::Actor) && !self.has(cue + 1, Class::In) {
            return Some(Agent::Words(cue + 1, cue + 2));
        }
        let verb = matches!(doc.cue(cue), Some((_, Role::Active)));
        let active = verb && ["вших", "вшие", "вший", "вшего", "вшим"].iter().any(|e| word.ends_with(e));
        let who = cue - 2;
        let people = matches!(doc.unit(who), Some(Unit::Group | Unit::Person)) || doc.has(who, Class::Actor);
        let plain = doc.is_word(who) && doc.unknown(who) && !doc.is_name(who);
        (active && (people || plain)).then_some(Agent::Words(who, who + 1))
    }

    /// "Ответственность за взрыв взяла на себя группировка «Молния»": who answers for it, behind the verb.
    pub(crate) fn answers_for(&self) -> Option<Agent> {
        let doc = self.doc;
        if !here(doc) {
            return None;
        }
        let starts = |j: usize, list: &[&str]| {
            let word = doc.words(j, j + 1).to_lowercase();
            list.iter().any(|w| word.starts_with(w))
        };
        let noun = (self.s.first..self.s.last).find(|j| {
            starts(*j, &["ответственность за", "відповідальність за", "ответственность", "відповідальність"])
        })?;
        let verb = (noun + 1..self.s.last.min(noun + 24)).find(|j| {
            starts(
                *j,
                &[
                    "взял",
                    "взяв",
                    "взяло",
                    "узяв",
                    "узял",
                    "берет",
                    "берёт",
                    "бере",
                    "несет",
                    "несёт",
                    "несут",
                    "несе",
                ],
            )
        })?;
        let own = |j: usize| j < self.s.last && (doc.is(j, "на") || doc.is(j, "себя") || doc.is(j, "себе"));
        let mut a = verb + 1;
        while own(a) {
            a += 1;
        }
        let ends = |j: &usize| {
            !doc.is_word(*j) && doc.kind(*j) != Kind::Quote
                || doc.any(*j, Classes::of(&[Class::In, Class::Say, Class::Relative]))
        };
        let b = (a..self.s.last).find(ends).unwrap_or(self.s.last);
        let somebody = (a..b).any(|j| doc.any(j, Classes::of(&[Class::Actor, Class::Org])) || doc.is_name(j));
        let denied = doc.has(verb - 1, Class::Not);
        (somebody && !denied && b - a <= 10).then_some(Agent::Words(a, b))
    }

    pub(crate) fn by_case(&self, cue: usize, b: &Bound) -> Option<Agent> {
        self.we(cue).or_else(|| self.fired_together(b)).or_else(|| self.event_by())
    }

    /// "ми знищили 138 окупантів": who says "we" did it.
    fn we(&self, cue: usize) -> Option<Agent> {
        let before = cue.checked_sub(1).filter(|j| *j >= self.s.first)?;
        let active = matches!(self.doc.cue(cue), Some((_, Role::Active | Role::Free)));
        let we = ["ми", "мы"].contains(&cairn_fold::fold(self.doc.words(before, cue)).as_str());
        (here(self.doc) && active && we).then_some(Agent::Words(before, cue))
    }

    /// "майже 1200 дронів, понад 1360 бомб та 50 ракет застосувала Суррія": one verb for all that was fired.
    fn fired_together(&self, b: &Bound) -> Option<Agent> {
        let fired = |o: &Bound| o.metric == Some(Metric::MunitionsCount);
        if !here(self.doc) || !fired(b) {
            return None;
        }
        let i = self.bound.iter().position(|o| o.figure.num == b.figure.num)?;
        let clean = |from: usize, to: usize| {
            from <= to
                && (from..to).all(|j| {
                    self.doc.kind(j) == Kind::Comma
                        || self.doc.is_word(j)
                            && self.doc.cue(j).is_none()
                            && !self.doc.any(j, Classes::of(&[Class::Say, Class::Relative]))
                })
        };
        let next = self.bound.get(i + 1).filter(|o| fired(o) && clean(b.noun.last, o.figure.first))?;
        self.agent(next)
    }

    /// "бомбардування міста військами": whose shelling it was, by the case alone.
    fn event_by(&self) -> Option<Agent> {
        let doc = self.doc;
        let event = (self.s.first..self.s.last).find(|j| here(doc) && doc.has(*j, Class::Event))?;
        let at = (event + 1..self.s.last.min(event + 6))
            .take_while(|j| doc.is_word(*j) && doc.cue(*j).is_none())
            .find(|j| self.in_agent_case(*j) && doc.has(*j, Class::Actor))?;
        let governed = doc.any(
            at - 1,
            Classes::of(&[Class::From, Class::In, Class::Of, Class::To, Class::Between, Class::And]),
        );
        let end = (at + 1..self.s.last.min(at + 4))
            .find(|j| !doc.is_name(*j) && !doc.is_acronym(*j))
            .unwrap_or(at + 1);
        (!governed).then_some(Agent::Words(at, end))
    }
}

/// "Ответственность за взрыв взяла на себя группировка NAME": who took it on stands last.
pub(crate) fn taken_on(doc: &Doc<'_>, s: Sentence) -> Option<(usize, usize)> {
    if !here(doc) {
        return None;
    }
    let blames = |j: usize| {
        let words = cairn_fold::fold(doc.words(j, j + 1));
        ["ответственност", "відповідальн"].iter().any(|w| words.starts_with(w))
    };
    let blame = (s.first..s.last).find(|j| blames(*j))?;
    let own =
        (blame + 1..s.last).find(|j| ["себя", "себе"].iter().any(|w| doc.words(*j, j + 1).ends_with(w)))?;
    let nobody = (blame..own).any(|j| doc.any(j, Classes::of(&[Class::Not, Class::Zero])));
    let ends = |j: usize| {
        matches!(doc.kind(j), Kind::Comma | Kind::Stop | Kind::Semicolon | Kind::Colon | Kind::Dash)
            || doc.any(j, Classes::of(&[Class::Say, Class::Relative, Class::That, Class::According]))
    };
    let end = (own + 1..s.last).find(|j| ends(*j)).unwrap_or(s.last);
    let none = own + 1 >= end || doc.any(own + 1, Classes::of(&[Class::Not, Class::Zero, Class::Pronoun]));
    (!nobody && !none && end - own <= 9).then_some((own + 1, end))
}

/// "Врачи спасли 60 жизней": lives are lost only where something took them ("унес 60 жизней").
pub(crate) fn lives_kept(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let word = |j: usize| cairn_fold::fold(doc.words(j, j + 1));
    let lives =
        here(doc) && b.noun.unit_at.is_some_and(|u| ["жизн", "житт"].iter().any(|w| word(u).starts_with(w)));
    let takes = ["унес", "унос", "отня", "забра", "забир", "стоил", "віднял", "відібра", "кошту"];
    let taken = |j: usize| takes.iter().any(|t| word(j).starts_with(t));
    lives && !(s.first.max(b.figure.first.saturating_sub(4))..b.figure.first).any(taken)
}
