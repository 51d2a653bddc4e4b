//! Grammar of languages whose verb may come first and whose adjectives follow the noun, in scripts with capitals:
//! hours in words, numbers that name a school, "three more than", who stands "among the dead".

use crate::agent::accuse;
use crate::agent::{Agent, Finder};
use crate::attribute;
use crate::bind::Bound;
use crate::claim::Metric;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::numbers::Form;
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

/// Whether the text is in such a language.
pub(crate) fn here(doc: &Doc<'_>) -> bool {
    let profile = &doc.lex.profile;
    profile.verb_first && profile.adjective_after && doc.caps
}

/// "A las ocho de la noche", "alrededor de las siete los vecinos", "la escuela secundaria 678", "el vuelo Rel 214".
pub(crate) fn names_something(doc: &Doc<'_>, s: Sentence, i: usize, last: usize, value: i64) -> bool {
    here(doc)
        && (hour(doc, s, i, last, value)
            || number_of_name(doc, s, i, last)
            || crate::grammar::dropped::ages(doc, s, i, last, value))
}

fn hour(doc: &Doc<'_>, s: Sentence, i: usize, last: usize, value: i64) -> bool {
    if value > 24_000 || i <= s.first || last >= s.last {
        return false;
    }
    let article = doc.words(i - 1, i).to_lowercase();
    let article = article.rsplit(' ').next().unwrap_or_default();
    if !(article == "las" || article == "la" && value == 1000) {
        return false;
    }
    // "de la noche", "y media"
    let part = (last..s.last.min(last + 3)).find(|j| !doc.any(*j, Classes::of(&[Class::Of, Class::Det])));
    let of_day =
        part.is_some_and(|j| j > last && doc.any(j, Classes::of(&[Class::PartOfDay, Class::DayWord])));
    let led = ["a las", "a la", "hacia las", "desde las"]
        .contains(&doc.words(i - 1, i).to_lowercase().as_str())
        || i > s.first + 1
            && doc.any(i - 2, Classes::of(&[Class::To, Class::About, Class::Since, Class::Preposition]));
    let closes = !doc.is_word(last) && doc.kind(last) != Kind::Number
        || doc.any(last, Classes::of(&[Class::Det, Class::Indef]));
    of_day || led && closes
}

/// A number in digits right behind the one thing it names.
fn number_of_name(doc: &Doc<'_>, s: Sentence, i: usize, last: usize) -> bool {
    let counted = last < s.last && doc.is_word(last) && !doc.is_name(last) && {
        let ends = Classes::of(&[
            Class::In,
            Class::Of,
            Class::And,
            Class::Relative,
            Class::That,
            Class::Be,
            Class::Have,
            Class::By,
        ]);
        !doc.any(last, ends) || doc.unit(last).is_some()
    };
    if doc.kind(i) != Kind::Number || last != i + 1 || i <= s.first + 1 || counted {
        return false;
    }
    let plain = |j: &usize| doc.is_word(*j) && doc.unknown(*j);
    let head = (s.first..i).rev().take(5).find(|j| !plain(j));
    head.is_some_and(|h| {
        let one = !doc.words(h, h + 1).ends_with('s');
        let place = matches!(doc.unit(h), Some(Unit::Building)) && one && i - h <= 2 && doc.cue(h).is_none();
        place || doc.has(h, Class::Identifier) && h + 1 < i
    })
}

/// Figures that count nobody: "17 menos que en 2019", "uno de los mayores ataques".
pub(crate) fn counts_nothing(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    if !here(doc) {
        return false;
    }
    let at = b.figure.last.max(if b.noun.strange { b.figure.last } else { b.noun.last });
    let than = |j: usize| {
        j + 1 < s.last
            && ["más", "menos"].iter().any(|w| doc.words(j, j + 1).eq_ignore_ascii_case(w))
            && doc.has(j + 1, Class::That)
            // "cinco lesionados más que fueron atropellados"
            && (j + 2 >= s.last || doc.any(j + 2, Classes::of(&[Class::In, Class::Det, Class::Ago, Class::Past])))
    };
    let word = doc.words(b.figure.num, b.figure.last).to_lowercase();
    let one_of = (word == "uno" || word == "una")
        && b.noun.unit == Some(Unit::Attack)
        && b.figure.last < s.last
        && (doc.has(b.figure.last, Class::Of)
            || doc.words(b.figure.last, b.figure.last + 1).starts_with("de l"));
    // "un barco con 188 personas a bordo": who sailed in it.
    let aboard = b.figure.first > s.first
        && doc.has(b.figure.first - 1, Class::From)
        && b.noun.last + 1 < s.last
        && doc.words(b.noun.last, b.noun.last + 2).eq_ignore_ascii_case("a bordo");
    // "la presentación de uno de los detenidos": who he is, not what befell him.
    let one_held = (word == "uno" || word == "una")
        && b.figure.first > s.first
        && doc.has(b.figure.first - 1, Class::Of)
        && b.noun.unit != Some(Unit::Attack)
        && b.figure.last < s.last
        && doc.words(b.figure.last, b.figure.last + 1).starts_with("de");
    than(b.figure.last)
        || than(at)
        || one_of
        || aboard
        || one_held
        || crate::grammar::dropped::of_something(doc, s, b)
}

/// "unos 200 vecinos desalojaron a los inconformes": who stands before a verb with an object of its own acts.
pub(crate) fn acts(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> bool {
    let onto = Classes::of(&[Class::Onto, Class::To]);
    let lost = matches!(doc.cue(c), Some((Harm::Killed, Role::Free))) && doc.words(c, c + 1).ends_with(" a");
    if !here(doc) || c < b.noun.last || !matches!(doc.cue(c), Some((_, Role::Active))) && !lost {
        return false;
    }
    let object = doc.words(c, c + 1).ends_with(" a") || c + 1 < s.last && doc.any(c + 1, onto);
    // "A tres de ellos los mataron": the object stands first, with its own "a".
    let first = b.figure.first > s.first && doc.any(b.figure.first - 1, onto);
    object && !first
}

/// "murió al chocar contra un convoy", "detuvo a dos sujetos a quienes les hallaron 47 envoltorios": neither was harmed.
pub(crate) fn beside(doc: &Doc<'_>, s: Sentence, bound: &[Bound], b: &Bound, c: usize) -> bool {
    let verb = matches!(doc.cue(c), Some((_, Role::Free | Role::Active | Role::Part | Role::Subject)));
    if !here(doc) || !verb || c >= b.figure.first || b.figure.first <= s.first {
        return false;
    }
    let against = doc.has(b.figure.first - 1, Class::On) && !matches!(doc.cue(c), Some((Harm::Launched, _)));
    let served = |o: &&Bound| o.figure.num != b.figure.num && o.figure.first == c + 1;
    let clause = |o: &Bound| {
        (o.noun.last..b.figure.first).any(|j| doc.any(j, Classes::of(&[Class::That, Class::Relative])))
            && !doc.has(b.figure.first - 1, Class::And)
    };
    against || b.noun.strange && bound.iter().find(served).is_some_and(clause)
}

/// "en la lucha que 50 mil militares libran": the figure is the subject of a clause of its own.
pub(crate) fn in_that_clause(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> bool {
    let after = b.noun.last.max(b.figure.last);
    let before = b.figure.first.checked_sub(1).filter(|j| *j > s.first && *j > c);
    let Some(that) = before.filter(|j| here(doc) && doc.has(*j, Class::That)) else { return false };
    let noun = doc.is_word(that - 1) && !doc.has(that - 1, Class::Say) && doc.cue(that - 1).is_none();
    let verb = after < s.last && doc.is_word(after) && doc.unknown(after) && !doc.is_name(after) && {
        let word = cairn_fold::fold(doc.words(after, after + 1));
        ["an", "en", "ron", "ian", "aban"].iter().any(|e| word.ends_with(e))
    };
    noun && verb
}

/// "la evacuación de 500 personas y el corte de dos rutas": a noun of its own, joined to the noun of harm.
pub(crate) fn of_other_noun(doc: &Doc<'_>, s: Sentence, bound: &[Bound], b: &Bound, c: usize) -> bool {
    if !here(doc) || c >= b.figure.first || !matches!(doc.cue(c), Some((_, Role::Noun | Role::Active))) {
        return false;
    }
    let served = bound.iter().any(|o| o.figure.first == c + 1 && o.figure.num != b.figure.num);
    let of = b.figure.first - 1;
    if !served || of < s.first + 2 || !doc.has(of, Class::Of) {
        return false;
    }
    let head = of - 1;
    let plain =
        doc.is_word(head) && doc.cue(head).is_none() && !doc.any(head, Classes::of(&[Class::Of, Class::Num]));
    plain
        && doc.any(head - 1, Classes::of(&[Class::Det, Class::And]))
        && (c..head).any(|j| doc.has(j, Class::And))
}

/// "heridos en el choque de dos autobuses": what belongs to a noun that is no harm.
pub(crate) fn of_noun(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> bool {
    let of = b.figure.first.checked_sub(1).filter(|j| *j > s.first + 1 && *j > c + 1);
    let Some(of) = of.filter(|j| here(doc) && doc.has(*j, Class::Of)) else { return false };
    let verb = matches!(doc.cue(c), Some((_, Role::Free | Role::Part | Role::Subject | Role::Active)));
    let head = of - 1;
    let noun = doc.is_word(head)
        && doc.cue(head).is_none()
        && doc.unit(head).is_none()
        && (doc.unknown(head) && !doc.is_name(head)
            || doc.any(head, Classes::of(&[Class::Event, Class::Hazard])));
    let led = doc.any(head - 1, Classes::of(&[Class::Det]));
    verb && noun && led && b.noun.unit != Some(Unit::Body)
}

/// "Un chofer y una maestra figuraban entre los heridos": the cue that says among whom they were.
pub(crate) fn among(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> bool {
    let person = matches!(b.noun.unit, Some(Unit::Person | Unit::Group));
    let head = matches!(
        doc.cue(c),
        Some((
            Harm::Killed | Harm::Injured | Harm::Detained | Harm::Missing | Harm::Abducted,
            Role::Head | Role::Noun
        ))
    );
    if !here(doc) || !person || !head || c <= b.noun.last + 1 {
        return false;
    }
    let det = c - usize::from(doc.has(c - 1, Class::Det));
    let gap = b.noun.last..det;
    let counted = c + 1 < s.last && doc.has(c + 1, Class::Num);
    !counted
        && gap.len() <= 14
        && doc.has(det - 1, Class::Among)
        && doc.has(det.saturating_sub(2), Class::Be)
        && gap.clone().all(|j| doc.cue(j).is_none() && !doc.any(j, Classes::of(&[Class::Say, Class::Stop])))
}

/// "Las ambulancias se llevaron a cuatro": who is driven away is not abducted.
pub(crate) fn driven(doc: &Doc<'_>, c: usize) -> bool {
    let before = c.checked_sub(1);
    here(doc) && doc.has(c, Class::Taken) && before.is_some_and(|j| doc.unit(j) == Some(Unit::Thing))
}

/// "seis en Rivas y una en Pardo", "dos por robo y una por riña": one more in the same gapped clause.
pub(crate) fn one_more(doc: &Doc<'_>, s: Sentence, b: &Bound, n: &Bound) -> bool {
    let word = doc.words(b.figure.num, b.figure.last).to_lowercase();
    let (x, y) = (b.figure.last, n.figure.last);
    let led = Classes::of(&[Class::In, Class::By]);
    here(doc)
        && b.figure.form != Form::Plain
        && (word == "una" || word == "uno" || word == "un")
        && x < s.last
        && y < s.last
        && doc.any(x, led)
        && (doc.has(x, Class::In) == doc.has(y, Class::In))
        && (doc.any(y, led) || n.noun.last < s.last && doc.any(n.noun.last, led))
        && b.figure.first > s.first
        && (doc.has(b.figure.first - 1, Class::And) || doc.kind(b.figure.first - 1) == Kind::Comma)
}

/// What is done to those attacked, by its stem.
const ATTACKED: [&str; 22] = [
    "atacad",
    "agredid",
    "balead",
    "emboscad",
    "sorprendid",
    "interceptad",
    "tirotead",
    "bombardead",
    "acribillad",
    "embestid",
    "asaltad",
    "ametrallad",
    "rafaguead",
    "atrapad",
    "perseguid",
    "secuestrad",
    "levantad",
    "plagiad",
    "incendiad",
    "irrumpid",
    "hostigad",
    "alcanzad",
];

/// What an attack is to whoever is said to have done it.
const BLAMED: [&str; 10] = [
    "atribuid",
    "perpetrad",
    "cometid",
    "reivindicad",
    "ejecutad",
    "lanzad",
    "imputad",
    "efectuad",
    "realizad",
    "dirigid",
];

/// "presuntos sicarios": a word of doubt that belongs to the noun behind it.
pub(crate) fn alleged(doc: &Doc<'_>, j: usize) -> bool {
    here(doc) && doc.has(j, Class::Hedge) && doc.words(j, j + 1).to_lowercase().starts_with("presunt")
}

/// Whether the event right before the phrase that begins at `a` is its head: "Bombardeo de la aviación".
pub(crate) fn of_event(doc: &Doc<'_>, s: Sentence, a: usize, end: usize) -> bool {
    here(doc) && a > s.first && a < end && doc.has(a, Class::Of) && doc.has(a - 1, Class::Event)
}

/// "dieron aviso a la policía", "recordó a las 49 víctimas": written like a verb of reporting, and reports nothing.
pub(crate) fn says_nothing(doc: &Doc<'_>, s: Sentence, v: usize) -> bool {
    if !here(doc) {
        return false;
    }
    let word = doc.words(v, v + 1);
    let that = v + 1 < s.last && (doc.has(v + 1, Class::That) || !doc.is_word(v + 1));
    // "aviso", "cálculo": nouns, where the verb has its accent elsewhere.
    const NOUNS: [&str; 6] = ["aviso", "anuncio", "cálculo", "público", "pronóstico", "diagnóstico"];
    let noun = NOUNS.contains(&word) && !that;
    let honours = ["record", "recuerd"].iter().any(|w| word.starts_with(w))
        && v + 1 < s.last
        && doc.any(v + 1, Classes::of(&[Class::Onto, Class::To]))
        && !(v + 1..s.last.min(v + 8)).any(|j| doc.has(j, Class::That));
    noun || honours
}

/// What begins with "a la" or is an adverb alone is not the subject of a verb.
pub(crate) fn no_subject(doc: &Doc<'_>, a: usize, b: usize) -> bool {
    let led = Classes::of(&[Class::To, Class::Onto]);
    // "un tercer fallecido": the words before it are no name.
    const NTH: [&str; 8] =
        ["primer", "segundo", "segunda", "tercer", "tercera", "cuarto", "cuarta", "quinto"];
    let nth = b == a + 2
        && doc.any(a, Classes::of(&[Class::Det, Class::Indef]))
        && NTH.iter().any(|w| doc.is(a + 1, w));
    let there = ["hay", "hubo", "había", "habrá"].iter().any(|w| doc.is(a, w));
    here(doc) && (doc.any(a, led) && doc.is_word(a) || b == a + 1 && doc.is_adverb(a) || nth || there)
}

/// "bombardeó": the verb, where its noun is written alike but for the accent.
pub(crate) fn strikes(doc: &Doc<'_>, j: usize) -> bool {
    here(doc) && doc.has(j, Class::Act) && doc.words(j, j + 1).ends_with('ó')
}

/// An attack that is counted elsewhere, or the weak pronoun of an object: "ataque suicida", "nos".
pub(crate) fn event_or_object(doc: &Doc<'_>, j: usize) -> bool {
    const OBJECTS: [&str; 10] = ["me", "te", "nos", "se", "lo", "la", "los", "las", "le", "les"];
    here(doc) && (doc.unit(j) == Some(Unit::Attack) || OBJECTS.iter().any(|w| doc.is(j, w)))
}

impl Finder<'_, '_> {
    /// "atribuido", "perpetrada": what an attack is to whoever is said to have done it.
    pub(crate) fn blamed(&self, j: usize) -> bool {
        stem(self.doc, j, &BLAMED)
    }
}

fn stem(doc: &Doc<'_>, j: usize, stems: &[&str]) -> bool {
    let word = doc.words(j, j + 1).to_lowercase();
    doc.is_word(j) && stems.iter().any(|s| word.starts_with(s))
}

impl Finder<'_, '_> {
    /// "fueron sorprendidos en la brecha por un grupo armado", "en el ataque, atribuido a la banda": the last one said to
    /// have attacked between `from` and `to`.
    pub(crate) fn attacked_by(&self, from: usize, to: usize) -> Option<Agent> {
        let doc = self.doc;
        if !here(doc) {
            return None;
        }
        let by = (from + 1..to).rev().find(|j| doc.has(*j, Class::By))?;
        let near =
            || (from..by).rev().take(7).take_while(|j| doc.is_word(*j) || doc.kind(*j) == Kind::Number);
        let done = near().any(|j| stem(doc, j, &ATTACKED));
        // "atribuido a" is one phrase.
        let at = if stem(doc, by, &BLAMED) { Some(by) } else { near().find(|j| stem(doc, *j, &BLAMED)) };
        let event = at.is_some_and(|p| {
            let head = (from..p).rev().find(|j| doc.kind(*j) != Kind::Comma && !doc.is_adverb(*j));
            head.is_some_and(|h| (from..h + 1).rev().take(4).any(|j| doc.has(j, Class::Event)))
        });
        let (a, b) = self.actor(by + 1).filter(|_| done || event)?;
        let somebody = (a..b).any(|j| doc.has(j, Class::Actor) || event && doc.is_name(j));
        (somebody && b <= to).then_some(Agent::Words(a, b))
    }

    /// "En el ataque, que las autoridades atribuyen a la banda, murieron cinco": who is blamed for it.
    pub(crate) fn blamed_aside(&self, to: usize) -> Option<Agent> {
        let (doc, s) = (self.doc, self.s);
        let verb = (s.first..to).rev().find(|j| blaming_aside(doc, s, *j).is_some_and(|close| close < to))?;
        let onto = (verb + 1..verb + 3).find(|j| doc.any(*j, Classes::of(&[Class::Onto, Class::To])));
        // "atribuyen a" may be one phrase.
        let (a, b) = self.actor(onto.unwrap_or(verb) + 1)?;
        Some(Agent::Words(a, b))
    }

    /// "fueron sorprendidos por un grupo armado, lo que dejó tres muertos", "fue atacado por desconocidos; dos murieron".
    pub(crate) fn attacked_before(&self, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        let harmed = matches!(
            b.metric,
            Some(Metric::Killed | Metric::Injured | Metric::Missing | Metric::AbductedOrHostage)
        );
        let first = b.figure.first.min(b.cue.unwrap_or(b.figure.first));
        let Agent::Words(x, y) = self.attacked_by(self.s.first, first).filter(|_| harmed)? else {
            return None;
        };
        // Nothing that has a doer of its own stands between.
        let own = Classes::of(&[Class::By, Class::Say, Class::Hazard, Class::Event, Class::Actor]);
        let mark = |j: usize| doc.kind(j) == Kind::Semicolon || doc.has(j, Class::Outcome);
        let lead = y < first
            && (!doc.is_word(y)
                || doc.any(y, Classes::of(&[Class::Outcome, Class::And]))
                || (y..first).any(mark));
        (lead && first - y <= 14 && !(y..first).any(|j| doc.any(j, own))).then_some(Agent::Words(x, y))
    }
}

/// Those to whom news is told, and outlets that go by a name.
const PRESS: [&str; 7] =
    ["prensa", "medios", "periodistas", "reporteros", "corresponsales", "comunicadores", "periodista"];
const OUTLETS: [&str; 14] = [
    "agencia",
    "agencias",
    "radio",
    "cadena",
    "diario",
    "canal",
    "emisora",
    "periódico",
    "televisora",
    "televisión",
    "revista",
    "semanario",
    "portal",
    "rotativo",
];
const KINDS: [&str; 16] = [
    "local",
    "locales",
    "nacional",
    "nacionales",
    "internacional",
    "internacionales",
    "extranjera",
    "extranjeros",
    "estatal",
    "estatales",
    "pública",
    "privada",
    "oficial",
    "oficiales",
    "de comunicación",
    "de noticias",
];

/// The comma that closes "…, que las autoridades atribuyen a la banda,", whose verb of blame is at `v`, behind an attack.
pub(crate) fn blaming_aside(doc: &Doc<'_>, s: Sentence, v: usize) -> Option<usize> {
    if !here(doc) || !accuse::charges(doc, s, v) {
        return None;
    }
    let that = (s.first + 2..v).rev().take(7).find(|j| doc.has(*j, Class::That))?;
    let attack = doc.kind(that - 1) == Kind::Comma
        && (s.first..that - 1)
            .rev()
            .take(4)
            .any(|j| doc.has(j, Class::Event) || doc.unit(j) == Some(Unit::Attack));
    (v + 1..s.last.min(v + 12)).find(|j| doc.kind(*j) == Kind::Comma).filter(|_| attack)
}

impl attribute::Finder<'_, '_> {
    /// "a la prensa", "a radio NAME", "a los medios locales", "a la NAME": where the words behind it begin, which are told
    /// to it and not by it.
    pub(crate) fn told_to(&self, i: usize) -> Option<usize> {
        let doc = self.doc;
        let led = Classes::of(&[Class::To, Class::Onto]);
        if !here(doc) || i + 1 >= self.s.last || !doc.any(i, led) {
            return None;
        }
        let is = |j: usize, words: &[&str]| j < self.s.last && words.iter().any(|w| doc.is(j, w));
        let name = |j: usize| {
            j < self.s.last && doc.is_name(j) && !doc.any(j, Classes::of(&[Class::Det, Class::Indef]))
        };
        let mut j = i + 1;
        while j < self.s.last && doc.any(j, Classes::of(&[Class::Det, Class::This])) {
            j += 1;
        }
        let outlet = is(j, &OUTLETS);
        if !outlet && !is(j, &PRESS) {
            // "señaló a la AFP que"
            let end = (j..self.s.last).find(|k| !name(*k)).unwrap_or(self.s.last);
            // "dijo a Reuters NAME NAME, jefe": only the first name is the outlet's.
            let one = end == j + 1 || end < self.s.last && self.doc.kind(end) != Kind::Comma;
            let closed = end > j && (self.has(end, Class::That) || one && self.at_end(end));
            return closed.then_some(end);
        }
        j += 1;
        while is(j, &KINDS) {
            j += 1;
        }
        let end = (j..self.s.last).find(|k| !name(*k)).unwrap_or(self.s.last);
        // "a la agencia NAME", but "a la agencia NAME Marta Quesada".
        let own = match (outlet, end - j) {
            (false, _) => 0,
            (true, n) if n < 3 => n,
            (true, _) => 1,
        };
        Some(j + own)
    }
}
