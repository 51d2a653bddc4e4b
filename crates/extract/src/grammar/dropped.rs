//! What Spanish leaves out: the verb of a second clause ("y el ejército a cinco"), the subject of a verb behind "donde", the
//! noun of a figure that goes on with another's ("elevan la cifra a 684", "reconoce que fueron más de 300").

use crate::agent::{Agent, ENDS, Finder};
use crate::attribute::{self, Frame};
use crate::bind::{self, Bound};
use crate::grammar::romance::here;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::numbers::Form;
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

/// The longest name of whoever acts in a clause without its verb, in lexemes.
const NAME: usize = 8;
/// How far "donde" may stand from the subject of its sentence, in lexemes.
const REACH: usize = 40;

/// "una acción conjunta de las fuerzas", "una caravana de la muerte": one of something else, whatever stands behind "de".
pub(crate) fn of_something(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let Some(at) = b.noun.unit_at.or(b.noun.cue) else { return false };
    let last = b.figure.last;
    let of = last < at && doc.unknown(last) && (last..at).any(|j| doc.has(j, Class::Of));
    let led = b.figure.first > s.first
        && doc.any(
            b.figure.first - 1,
            Classes::of(&[Class::In, Class::During, Class::By, Class::On, Class::Cause]),
        );
    b.figure.form == Form::Single && of && (led || doc.is(at, "muerte"))
}

/// "por promover una ronda", "por negarse a pagar": why, and nobody.
pub(crate) fn to_do(doc: &Doc<'_>, a: usize) -> bool {
    if !here(doc) || a >= doc.lexemes.len() {
        return false;
    }
    let word = cairn_fold::fold(doc.words(a, a + 1));
    let stem = ["se", "lo", "la", "los", "las", "le", "les"].iter().find_map(|e| word.strip_suffix(e));
    let ends = |w: &str| ["ar", "er", "ir"].iter().any(|e| w.ends_with(e));
    doc.is_word(a)
        && !doc.is_name(a)
        && (doc.unknown(a) && ends(&word)
            || stem.is_some_and(|w| w.len() > 4 && ends(w)) && doc.unit(a).is_none())
}

/// The weak pronoun of an object at `j`, right before the verb at `v`: "los fusilaron".
pub(crate) fn clitic(doc: &Doc<'_>, j: usize, v: usize) -> bool {
    const WEAK: [&str; 8] = ["lo", "los", "las", "les", "le", "nos", "la", "se"];
    let verb = matches!(doc.cue(v), Some((_, Role::Active))) && !doc.words(v, v + 1).ends_with(" a");
    here(doc) && j + 1 == v && verb && WEAK.iter().any(|w| doc.is(j, w))
}

/// A number inside the name of those who act: "una columna de unos 80 guerrilleros".
pub(crate) fn number_within(doc: &Doc<'_>, j: usize) -> bool {
    let hedged = |j: usize| doc.any(j, Classes::of(&[Class::About, Class::AtLeast]));
    let number = |j: usize| doc.kind(j) == Kind::Number || doc.has(j, Class::Num);
    here(doc)
        && (number(j) && (hedged(j - 1) || doc.is(j - 1, "de")) || hedged(j) && doc.is(j - 1, "de"))
        && (j.saturating_sub(4)..j).any(|k| doc.has(k, Class::Actor))
}

/// "de 4, 6 y 9 años", "de 34 años, y su hijo de cuatro": how old they are.
pub(crate) fn ages(doc: &Doc<'_>, s: Sentence, i: usize, last: usize, value: i64) -> bool {
    if value > 110_000 || i <= s.first + 1 {
        return false;
    }
    let number = |j: usize| doc.kind(j) == Kind::Number || doc.has(j, Class::Num);
    let link = |j: usize| doc.kind(j) == Kind::Comma || doc.any(j, Classes::of(&[Class::And, Class::Or]));
    let mut first = i;
    while first > s.first + 2 && link(first - 1) && number(first - 2) {
        first -= 2;
    }
    let led = doc.is(first - 1, "de");
    let mut j = last;
    let mut steps = 0;
    while j + 2 < s.last && steps < 6 && link(j) && number(j + 1) {
        j += 2;
        steps += 1;
    }
    if led && steps > 0 && j < s.last && doc.has(j, Class::AgePost) {
        return true;
    }
    // "su hijo de cuatro", where another's age is told before.
    let whom = first - 1;
    let person = whom > s.first
        && (matches!(doc.unit(whom - 1), Some(Unit::Person | Unit::Group))
            && !crate::presence::told::several(doc, whom - 1)
            || doc.kind(whom - 1) == Kind::Comma && whom > s.first + 1 && doc.is_name(whom - 2));
    let ends = last >= s.last || !doc.is_word(last) || doc.any(last, Classes::of(&[Class::And, Class::Be]));
    led && person && ends && (s.first..whom).any(|j| doc.has(j, Class::AgePost))
}

/// "El hospital recibió 35 heridos": what they are outweighs that they were taken in.
pub(crate) fn taken_in(doc: &Doc<'_>, b: &Bound, c: usize) -> Option<usize> {
    let active =
        here(doc) && matches!(doc.cue(c), Some((Harm::Excluded, Role::Active))) && c < b.figure.first;
    let word = cairn_fold::fold(doc.words(c, c + 1));
    let took = ["recib", "atend", "evacu"].iter().any(|w| word.starts_with(w));
    let hurt = |c: &usize| matches!(doc.cue(*c), Some((Harm::Injured | Harm::Killed, Role::Head)));
    b.noun.cue.filter(|n| active && took && hurt(n))
}

/// "Cuatro de los 11 fallecidos eran menores": so many of those counted, and who they were.
pub(crate) fn of_those(doc: &Doc<'_>, s: Sentence, bound: &mut [Bound]) {
    for i in 0..bound.len().saturating_sub(1) {
        let (a, n) = (bound[i], bound[i + 1]);
        let bare = a.metric.is_none()
            && !a.excluded
            && a.figure.form == Form::Plain
            && a.noun.unit.is_none()
            && a.noun.cue.is_none();
        let gap = a.figure.last..n.figure.first;
        let of = (1..=3).contains(&gap.len())
            && doc.has(gap.start, Class::Of)
            && gap.clone().all(|j| doc.any(j, Classes::of(&[Class::Of, Class::Det])));
        let smaller = a.figure.low.zip(n.figure.low).is_some_and(|(x, y)| x < y);
        let own = n.metric.is_some() && n.cue.is_some() && n.noun.cue == n.cue;
        // "Cinco de los siete secuestrados fueron hallados muertos": seven were seized, five died.
        let both = a.metric.is_some() && a.cue == n.cue && n.noun.cue.is_some() && n.noun.cue != n.cue;
        if let Some((harm, _)) =
            n.noun.cue.and_then(|c| doc.cue(c)).filter(|_| here(doc) && both && of && smaller)
        {
            let n = &mut bound[i + 1];
            (n.metric, n.cue) = (crate::bind::metric::metric(harm, None), n.noun.cue);
            continue;
        }
        if !(here(doc) && bare && of && smaller && own) {
            continue;
        }
        let be = Classes::of(&[Class::Be, Class::Have, Class::Skip, Class::Det]);
        let verb = (n.noun.last..s.last.min(n.noun.last + 6)).find(|j| !doc.any(*j, be));
        let who =
            verb.filter(|j| *j > n.noun.last && doc.unit(*j) == Some(Unit::Group) && doc.cue(*j).is_none());
        let b = &mut bound[i];
        (b.metric, b.cue, b.cost, b.rule) = (n.metric, n.cue, n.cost + 2, "part.of");
        (b.part_of, b.noun.last) = (Some(i + 1), b.figure.last);
        b.noun.group = who.map(|j| (j, j + 1)).or(n.noun.group);
    }
}

/// "17 barrios, un número de viviendas destruidas": a participle belongs to the noun right before it.
fn of_own_noun(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> bool {
    let after = b.noun.last.max(b.figure.last);
    let part = matches!(doc.cue(c), Some((Harm::Damaged | Harm::Destroyed | Harm::Affected, Role::Part)));
    // "12 hogares destruidos", but no households are damaged elsewhere.
    let built = matches!(doc.cue(c), Some((Harm::Damaged | Harm::Destroyed, _)));
    if built && b.noun.unit == Some(Unit::Household) && !here(doc) {
        return true;
    }
    // "el confinamiento de 1.300 indígenas en tres comunidades": where.
    let first = b.figure.first;
    let placed = first > s.first
        && doc.has(first - 1, Class::In)
        && b.noun.unit_at.is_some_and(|u| {
            doc.unit(u) == Some(Unit::Area) || doc.has(u, Class::PlaceNoun) || doc.is(u, "comunidades")
        });
    if here(doc)
        && placed
        && c < first
        && matches!(doc.cue(c), Some((Harm::AccessDenied | Harm::Affected, _)))
    {
        return true;
    }
    if !here(doc) || !part || c < after + 2 || c < s.first + 2 {
        return false;
    }
    let noun = c - 1;
    let things = matches!(doc.unit(noun), Some(Unit::Home | Unit::Building | Unit::Area | Unit::Thing));
    let joined = doc.any(noun - 1, Classes::of(&[Class::And, Class::Or]));
    things && !joined && (after..noun).any(|j| doc.kind(j) == Kind::Comma)
}

/// Whether the figure has a noun or a verb of its own, and the cue at `c` is another's.
pub(crate) fn apart(doc: &Doc<'_>, s: Sentence, bound: &[Bound], b: &Bound, c: usize) -> bool {
    of_own_noun(doc, s, b, c)
        || here(doc)
            && (own_predicate(doc, s, bound, b, c)
                || c < b.figure.first && own_object(doc, s, b).is_some_and(|v| c < v))
}

/// The ending of a participle or of a finite verb that nobody listed.
fn verb_like(doc: &Doc<'_>, j: usize) -> bool {
    let word = cairn_fold::fold(doc.words(j, j + 1));
    const ENDS: [&str; 10] = ["ado", "ido", "ados", "adas", "idos", "idas", "aron", "ieron", "ando", "iendo"];
    let past = ENDS.iter().any(|e| word.ends_with(e)) || doc.words(j, j + 1).ends_with('ó');
    doc.is_word(j) && doc.unknown(j) && !doc.is_name(j) && word.len() > 5 && past
}

/// "212 presos fueron trasladados y 14 murieron": what befell the next befell them no more.
pub(crate) fn own_predicate(doc: &Doc<'_>, s: Sentence, bound: &[Bound], b: &Bound, c: usize) -> bool {
    let from = b.noun.last.max(b.figure.last);
    let aux = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let Some(v) = (from..s.last.min(from + 4)).find(|j| !doc.any(*j, aux)).filter(|v| c > v + 1) else {
        return false;
    };
    let word = cairn_fold::fold(doc.words(v, v + 1));
    let past = word.ends_with("ron") || v > from && doc.has(v - 1, Class::Be);
    let next = bound.iter().find(|o| o.figure.first > v).filter(|o| o.figure.first < c);
    let joined =
        |o: &Bound| doc.has(o.figure.first - 1, Class::And) || doc.kind(o.figure.first - 1) == Kind::Comma;
    past && b.noun.unit_at.is_some() && verb_like(doc, v) && next.is_some_and(joined)
}

/// "ha matado a 230 y contagiado a más de 10.000": the verb right before the figure and its "a".
pub(crate) fn own_object(doc: &Doc<'_>, s: Sentence, b: &Bound) -> Option<usize> {
    let onto = b.figure.first.checked_sub(1).filter(|j| here(doc) && *j > s.first + 1 && doc.is(*j, "a"))?;
    verb_like(doc, onto - 1).then_some(onto - 1)
}

/// "secuestraron a siete y las mataron": a second deed, to those the weak pronoun stands for.
pub(crate) fn object_again(doc: &Doc<'_>, s: Sentence, cues: &[usize], bound: &mut Vec<Bound>) {
    if !here(doc) {
        return;
    }
    let mut more = Vec::new();
    for c in cues.iter().copied().filter(|c| *c > s.first + 2) {
        let told = doc.cue(c).filter(|(h, r)| h.of_persons() && *r == Role::Active);
        let many = ["los", "las", "les"].iter().any(|w| doc.is(c - 1, w));
        let joined = doc.has(c - 2, Class::And) || doc.kind(c - 2) == Kind::Comma;
        let Some((harm, _)) = told.filter(|_| many && joined) else { continue };
        let object = bound.iter().any(|o| o.cue == Some(c) || o.figure.first == c + 1)
            || c + 1 < s.last && doc.any(c + 1, Classes::of(&[Class::Onto, Class::To]));
        let before = bound.iter().rev().find(|o| o.figure.last < c && o.metric.is_some());
        let people = |o: &&Bound| {
            matches!(o.noun.unit, None | Some(Unit::Person | Unit::Group))
                && o.cue.and_then(|k| doc.cue(k)).is_some_and(|(h, _)| h.of_persons())
                && o.figure.low.or(o.figure.high).is_some_and(|n| n > 1)
        };
        let metric = crate::bind::metric::metric(harm, None);
        if let (Some(o), Some(metric), false) = (before.filter(people), metric, object)
            && o.metric != Some(metric)
        {
            more.push(Bound { cue: Some(c), metric: Some(metric), rule: "second predicate", ..*o });
        }
    }
    bound.extend(more);
}

/// "dos mujeres embarazadas y un lesionado": the word of harm is the noun of the second alone.
pub(crate) fn noun_of_next(doc: &Doc<'_>, b: &Bound, n: &Bound) -> bool {
    here(doc)
        && n.noun.cue.is_some()
        && n.noun.cue == n.cue
        && n.noun.unit.is_none()
        && n.figure.first > b.figure.first
        && n.noun.last == n.noun.cue.map_or(0, |c| c + 1)
        && b.noun.unit_at.is_some()
        && b.noun.last > b.figure.last
        && !doc.has(n.figure.num, Class::Other)
        && (b.noun.last..n.figure.first).all(|j| !doc.has(j, Class::Other))
}

/// "dos periodistas y varios niños": some more, right behind those counted.
pub(crate) fn some_more(doc: &Doc<'_>, b: &Bound, gap: &std::ops::Range<usize>) -> bool {
    here(doc)
        && b.figure.form == Form::Many
        && matches!(b.noun.unit, Some(Unit::Person | Unit::Group))
        && gap.len() == 1
        && doc.has(gap.start, Class::And)
        && gap.end == b.figure.first
}

/// "elevan la cifra a 684", "reconoce que fueron “más de 300”": a bare figure goes on with the one counted before it.
pub(crate) fn goes_on(doc: &Doc<'_>, s: Sentence, bound: &mut [Bound]) {
    if !here(doc) {
        return;
    }
    for i in 1..bound.len() {
        let b = bound[i];
        let bare = b.metric.is_none()
            && !b.excluded
            && matches!(b.figure.form, Form::Plain | Form::Vague)
            && b.noun.unit.is_none()
            && b.noun.cue.is_none()
            && !b.noun.strange;
        let ends = b.figure.last >= s.last
            || !doc.is_word(b.figure.last)
            || doc.any(b.figure.last, Classes::of(&[Class::And, Class::During, Class::Since, Class::In]))
            || doc.any(b.figure.last, Classes::of(&[Class::Relative, Class::According, Class::That]));
        if !bare || !ends || !(total(doc, s, &b) || were(doc, s, &b)) {
            continue;
        }
        let before = bound[..i].iter().rev().find(|o| o.metric.is_some());
        let Some(n) = before.filter(|o| o.cue.and_then(|c| doc.cue(c)).is_some_and(|(h, _)| h.of_persons()))
        else {
            continue;
        };
        let (metric, cue, cost, group) = (n.metric, n.cue, n.cost + 4, n.noun.group);
        let b = &mut bound[i];
        (b.metric, b.cue, b.cost, b.rule, b.noun.group) = (metric, cue, cost, "goes_on", group);
    }
}

/// "la cifra a 684", "el balance en 12", "el número de víctimas a 30": the total, and what it is said to be.
fn total(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let link = b.figure.first.checked_sub(1).filter(|j| *j > s.first + 1);
    let led = |j: usize| doc.any(j, Classes::of(&[Class::To, Class::In, Class::Onto]));
    let Some(link) = link.filter(|j| led(*j)) else { return false };
    const TOTALS: [&str; 8] =
        ["cifra", "balance", "saldo", "número", "total", "recuento", "conteo", "estimación"];
    let back = (s.first..link).rev().take(4).take_while(|j| doc.is_word(*j));
    back.into_iter().any(|j| TOTALS.iter().any(|w| doc.is(j, w)))
}

/// "reconoce que fueron", "aseguran que son".
fn were(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let mut j = b.figure.first;
    while j > s.first && (doc.kind(j - 1) == Kind::Quote || doc.any(j - 1, crate::numbers::QUALIFIERS)) {
        j -= 1;
    }
    const WERE: [&str; 6] = ["fueron", "eran", "son", "serían", "han sido", "suman"];
    j > s.first + 2
        && WERE.iter().any(|w| doc.is(j - 1, w))
        && doc.has(j - 2, Class::That)
        && doc.has(j - 3, Class::Say)
}

/// "mató a otro norlandés", "hiriendo a un reportero y a un camarógrafo": whom a verb with its "a" befell is a person.
pub(crate) fn personal(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> Option<u32> {
    let harmed = matches!(
        doc.cue(c),
        Some((Harm::Killed | Harm::Injured | Harm::Detained | Harm::Abducted | Harm::Tortured, Role::Active))
    );
    let first = b.figure.first;
    if !here(doc) || !harmed || c >= first || first <= s.first || bind::is_passive(doc, s, c) {
        return None;
    }
    let someone = b.noun.strange || b.noun.party.is_some() || doc.has(b.figure.num, Class::Other);
    let own =
        doc.words(c, c + 1).ends_with(" a") && c + 1 == first || c + 2 == first && doc.is(first - 1, "a");
    if own {
        return someone.then_some(8);
    }
    let joined = doc.is(first - 1, "a") && first > c + 3 && doc.has(first - 2, Class::And);
    (joined && someone && first - c < 12).then_some(15)
}

/// Infinitives of telling, by their stem and ending: "al informar de", "tras confirmar".
const TELLING: [&str; 16] = [
    "informar",
    "anunciar",
    "confirmar",
    "revelar",
    "reconocer",
    "admitir",
    "denunciar",
    "reportar",
    "señalar",
    "indicar",
    "precisar",
    "cifrar",
    "detallar",
    "asegurar",
    "afirmar",
    "declarar",
];

impl attribute::Finder<'_, '_> {
    /// "El presidente amplió el balance al informar de 25 heridos": the subject of the sentence tells.
    pub(crate) fn on_telling(&self, i: usize) -> Option<Frame> {
        let doc = self.doc;
        let led = i > self.s.first && ["al", "tras", "para", "después de"].iter().any(|w| doc.is(i - 1, w));
        if !here(doc) || !led || !TELLING.iter().any(|w| doc.is(i, w)) {
            return None;
        }
        let verb = |j: &usize| {
            let word = doc.words(*j, *j + 1);
            let ends = ["ó", "aron", "ieron", "aba", "aban", "ía", "ían"].iter().any(|e| word.ends_with(e));
            doc.is_word(*j)
                && !doc.is_name(*j)
                && (ends && doc.unit(*j).is_none()
                    || doc.any(*j, Classes::of(&[Class::Be, Class::Have, Class::Say, Class::Act])))
        };
        let v = (self.s.first + 1..i - 1).find(verb)?;
        let (source, _) = self.name_before(v).filter(|(_, a)| self.subject_first(v, *a))?;
        Some(Frame { source, from: i + 1, to: self.s.last, anchor: i, stance: None, own_deed: false })
    }

    /// "Hubo disturbios y el alcalde confirmó 12 heridos": a second clause, with the one who speaks at `a`.
    pub(crate) fn second_clause(&self, a: usize) -> bool {
        let doc = self.doc;
        let and = a > self.s.first + 1 && doc.has(a - 1, Class::And);
        let office = and && a + 1 < self.s.last && doc.has(a, Class::Det) && doc.has(a + 1, Class::Org);
        let verb = |j: usize| {
            let past = ["ó", "aron", "ieron"].iter().any(|e| doc.words(j, j + 1).ends_with(e));
            doc.is_word(j)
                && (doc.any(j, Classes::of(&[Class::Be, Class::Exists, Class::Act]))
                    || matches!(doc.cue(j), Some((_, Role::Active | Role::Free)))
                    || past && doc.unknown(j) && !doc.is_name(j))
        };
        here(doc) && and && office && (self.s.first..a - 1).any(verb)
    }
}

impl Finder<'_, '_> {
    /// "La guerrilla mató a 12 y el ejército a cinco": the second clause has its own subject, and no verb.
    pub(crate) fn unspoken_verb(&self, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        let cue = b.cue.filter(|c| here(doc) && *c < b.figure.first)?;
        let active = matches!(doc.cue(cue), Some((_, Role::Active)));
        let onto = b.figure.first.checked_sub(1).filter(|j| active && doc.is(*j, "a") && *j > cue + 2)?;
        let end = onto - usize::from(doc.kind(onto - 1) == Kind::Comma);
        let bar = ENDS.with(Classes::of(&[Class::To, Class::By, Class::Onto, Class::Num]));
        let inside = |j: &usize| {
            doc.is_word(*j) && !doc.any(*j, bar) && !doc.has(*j, Class::And) && doc.cue(*j).is_none()
        };
        let a = (cue + 1..end).rev().take(NAME).take_while(inside).last()?;
        let opens = doc.has(a - 1, Class::And)
            || doc.kind(a - 1) == Kind::Semicolon
            || a > self.s.first + 1 && doc.has(a - 1, Class::That) && doc.is(a - 2, "mientras");
        let named = doc.any(a, Classes::of(&[Class::Det, Class::Indef, Class::Actor])) || doc.is_name(a);
        let counted = self.bound.iter().any(|o| (a..end).contains(&o.figure.num));
        (opens && named && !counted && (a..end).any(|j| self.actor_like(j))).then_some(Agent::Words(a, end))
    }

    /// "Los milicianos ingresaron al pueblo y convocaron a los vecinos a la plaza, donde asesinaron a seis", "El Frente atacó
    /// el puesto, donde murieron dos": who opens the sentence and acts in it.
    pub(crate) fn where_acts(&self, cue: usize, role: Role, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        if !here(doc) || cue >= b.figure.first || !matches!(role, Role::Active | Role::Free) {
            return None;
        }
        let clitic = usize::from(cue > self.s.first && doc.is(cue - 1, "se"));
        let at = (self.s.first..cue - clitic).rev().find(|j| {
            !doc.any(*j, Classes::of(&[Class::Skip, Class::Have]))
                && !self.periods.iter().any(|p| (p.first..p.last).contains(j))
        })?;
        let place = doc.is(at, "donde") || doc.is(at, "cual") && at > self.s.first && doc.is(at - 1, "la");
        if !place || cue - at > 6 || at - self.s.first > REACH + 20 {
            return None;
        }
        self.opens_acting(at, role == Role::Free)
    }

    /// Who opens the sentence and does what its first verb tells, before `end`; `strikes` asks for a verb of attack.
    pub(crate) fn opens_acting(&self, end: usize, strikes: bool) -> Option<Agent> {
        let doc = self.doc;
        let mut a = self.lead(self.s.first, end)?;
        // "Cinco días después, el Frente atacó"
        let timed = |from: usize, to: usize| (from..to).any(|j| doc.has(j, Class::TimeUnit));
        let comma = (a..end.min(a + 7)).find(|j| doc.kind(*j) == Kind::Comma);
        a = comma.filter(|c| timed(a, *c)).map_or(a, |c| c + 1);
        let verb = (a + 1..end.min(a + 14)).find(|j| self.does(*j) || self.acting_verb(*j))?;
        let v = verb - usize::from(doc.is(verb - 1, "se"));
        let stop = Classes::of(&[
            Class::In,
            Class::Relative,
            Class::That,
            Class::Say,
            Class::Be,
            Class::Have,
            Class::By,
        ]);
        let b = (a..v).find(|j| !doc.is_word(*j) || doc.any(*j, stop)).unwrap_or(v);
        let head = a + usize::from(doc.any(a, Classes::of(&[Class::Det, Class::Indef])));
        let acts = |j: usize| doc.has(j, Class::Actor) || doc.is_demonym(j);
        // "El Frente Sable", "Los ronderos de NAME": a name, or whoever they are.
        let plural = !strikes && doc.unknown(head) && head > a && crate::presence::told::several(doc, head);
        let named = (head..b).any(acts) || plural || doc.is_name(head) && head > a && !doc.is_placed(a, b);
        let thing = (a..b).any(|j| doc.any(j, Classes::of(&[Class::Event, Class::Hazard, Class::Pronoun])));
        let counted = self.bound.iter().any(|o| o.metric.is_some() && (a..b).contains(&o.figure.num));
        let attack = |j: usize| {
            doc.has(j, Class::Act) && !doc.has(j, Class::Event) && !bind::is_passive(doc, self.s, j)
        };
        let passive = bind::is_passive(doc, self.s, verb);
        let ok = named && !thing && !counted && !passive && b > a && (!strikes || (verb..end).any(attack));
        ok.then_some(Agent::Words(a, b))
    }

    /// "El ataque fue obra del Frente", "La acción fue reivindicada por la Liga", "El Frente se atribuyó el ataque": who is
    /// said in a sentence about the event of the one before to have done it.
    pub(crate) fn owned_event(&self) -> Option<Agent> {
        let (doc, s) = (self.doc, self.s);
        let known = |j: usize| doc.any(j, Classes::of(&[Class::Det, Class::This]));
        const DEEDS: [&str; 9] = [
            "hecho",
            "hechos",
            "acción",
            "crimen",
            "crímenes",
            "autoría",
            "agresión",
            "atentado",
            "responsabilidad",
        ];
        let event = |j: usize| {
            j > s.first
                && known(j - 1)
                && (doc.has(j, Class::Event) && !doc.has(j, Class::Mutual)
                    || doc.unit(j) == Some(Unit::Attack)
                    || DEEDS.iter().any(|w| doc.is(j, w)))
        };
        let at = (s.first + 1..s.last.min(s.first + 20)).find(|j| event(*j))?;
        let unsaid = Classes::of(&[Class::Not, Class::Zero, Class::Hedge]);
        if !here(doc)
            || self.bound.iter().any(|b| b.metric.is_some())
            || (s.first..s.last).any(|j| doc.any(j, unsaid))
        {
            return None;
        }
        if at <= s.first + 2 {
            let by = (at + 1..s.last.min(at + 9))
                .take_while(|j| doc.is_word(*j))
                .find(|j| doc.has(*j, Class::By))?;
            let was = (at + 1..by).any(|j| doc.has(j, Class::Be));
            let done = doc.words(by, by + 1).contains(' ') || (at + 1..by).any(|j| self.blamed(j));
            return (was && done).then(|| self.actor(by + 1)).flatten().map(|(a, b)| Agent::Words(a, b));
        }
        self.owning()
    }

    /// "cuando entraron los soldados a la aldea": the verb, and who acts behind it.
    pub(crate) fn came(&self) -> Option<Agent> {
        let (doc, s) = (self.doc, self.s);
        let verb = (s.first..s.last).find(|j| {
            let word = doc.words(*j, *j + 1);
            let plural = word.ends_with("aron") || word.ends_with("ieron");
            let opens = *j == s.first
                || !doc.is_word(j - 1)
                || doc.any(j - 1, Classes::of(&[Class::When, Class::Relative, Class::And, Class::That]));
            plural
                && opens
                && doc.cue(*j).is_none()
                && !doc.any(*j, Classes::of(&[Class::Say, Class::Be, Class::Have]))
        })?;
        let a = verb + 1;
        let b = (a + 1..s.last.min(a + NAME)).find(|j| {
            !doc.is_word(*j)
                || doc.any(
                    *j,
                    Classes::of(&[
                        Class::To,
                        Class::In,
                        Class::Onto,
                        Class::And,
                        Class::From,
                        Class::That,
                        Class::On,
                    ]),
                )
        })?;
        let led = doc.any(a, Classes::of(&[Class::Det, Class::Indef]));
        let acts = (a..b).any(|j| doc.has(j, Class::Actor)) && !(a..b).any(|j| doc.cue(j).is_some());
        (here(doc) && led && acts).then_some(Agent::Words(a, b))
    }

    /// "los sicarios, que iban en dos motos, dispararon": the end of the subject, where `j` is the comma that closes an aside.
    pub(crate) fn before_aside(&self, j: usize) -> usize {
        let doc = self.doc;
        if !here(doc) || doc.kind(j) != Kind::Comma {
            return j;
        }
        let open = (self.s.first + 1..j).rev().take(18).find(|k| doc.kind(*k) == Kind::Comma);
        open.filter(|k| doc.any(k + 1, Classes::of(&[Class::That, Class::Relative]))).map_or(j, |k| k - 1)
    }

    /// Who finds the dead did not kill them, nor did who searches for the missing take them.
    pub(crate) fn found_only(&self, cue: usize, harm: Harm) -> bool {
        let sought = harm == Harm::Missing && self.doc.words(cue, cue + 1).contains("busca");
        here(self.doc) && (harm == Harm::Recovered || sought)
    }

    fn acting_verb(&self, j: usize) -> bool {
        let doc = self.doc;
        let act = doc.has(j, Class::Act) && !doc.any(j, Classes::of(&[Class::Event, Class::Actor]));
        act && doc.unit(j).is_none() || matches!(doc.cue(j), Some((_, Role::Active)))
    }
}
