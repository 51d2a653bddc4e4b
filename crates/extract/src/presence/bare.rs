//! Harm without a figure in languages whose verb may stand anywhere: "نزح سكان القرية", "разрушены дома", "otros fueron
//! heridos", "abandonaron sus casas". English has `befell`.

use crate::bind::{self, Bound};
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::presence::phrase;
use crate::presence::told::{self, counted, several};
use crate::presence::{Cue, Finding, finding};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind as Mark;

/// What makes a statement none: "no", "would", "lacks".
const UNSAID: Classes = Classes::of(&[Class::Not, Class::Zero, Class::Hedge, Class::Lack]);
const PASS: Classes = Classes::of(&[Class::Be, Class::Have, Class::Skip]);

/// All the rules of this module.
pub(crate) fn findings(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let profile = &cue.doc.lex.profile;
    if !out.iter().any(|f| f.cue == cue.at) {
        out.extend(state(cue));
    }
    let english = profile.bare_plurals && !profile.adjective_after;
    if english || out.iter().any(|f| f.cue == cue.at) {
        return;
    }
    let found = others(cue).or_else(|| homes(cue)).or_else(|| house_hit(cue)).or_else(|| captives(cue));
    let found = found.or_else(|| forced(cue)).or_else(|| people_only(cue));
    out.extend(found.or_else(|| subjected(cue)).or_else(|| participle(cue)).or_else(|| wave(cue)));
}

fn unsaid(doc: &Doc<'_>, s: Sentence, c: usize) -> bool {
    infinitive(doc, c) || (s.first..c).rev().take(3).any(|j| doc.any(j, UNSAID))
}

/// What does not go on: the end, a mark, "in", "by", "and", "when".
fn ends(doc: &Doc<'_>, s: Sentence, j: usize) -> bool {
    let link = Classes::of(&[
        Class::In,
        Class::By,
        Class::And,
        Class::When,
        Class::Cause,
        Class::During,
        Class::Skip,
        Class::On,
        Class::Since,
        Class::DayWord,
        Class::Weekday,
    ]);
    j >= s.last || !doc.is_word(j) || doc.any(j, link) || doc.unknown(j)
}

/// "وأصيب آخرون", "otros resultaron heridos", "другие ранены": whoever they are, beside their verb.
fn others(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let personal = harm.of_persons() || harm == Harm::Missing;
    let verb = matches!(role, Role::Free | Role::Part | Role::Noun);
    if !personal || !verb || unsaid(doc, s, c) {
        return None;
    }
    let plural = |j: &usize| {
        doc.has(*j, Class::Other)
            && doc.unit(*j).is_none()
            && !counted(bound, *j)
            && ["ون", "ين", "os", "as", "ие", "их", "ші", "ших", "ים", "ות"]
                .iter()
                .any(|e| cairn_fold::fold(doc.words(*j, *j + 1)).ends_with(cairn_fold::fold(e).as_str()))
    };
    let behind = (c + 1..s.last.min(c + 4)).find(|j| !doc.any(*j, PASS));
    let behind = behind.filter(plural).filter(|j| ends(doc, s, *j + 1));
    let before = || {
        let j = (s.first..c).rev().take(3).find(|j| !doc.any(*j, PASS)).filter(plural)?;
        // "5 other", "the other"
        let opens = j == s.first || !doc.is_word(j - 1) || doc.any(j - 1, Classes::of(&[Class::And]));
        // "בעוד אחרים איבדו את חייהם"
        let opens = opens
            || crate::grammar::prefixed::here(doc)
                && doc.any(j - 1, Classes::of(&[Class::Relative, Class::That]));
        (opens && role != Role::Noun).then_some(j)
    };
    let at = behind.or_else(before)?;
    // "12 killed, others": another's figure just before the verb keeps it.
    let figure = bound.iter().any(|b| b.cue == Some(c) && b.metric.is_some());
    let metric = bind::metric(harm, None).filter(|_| !figure)?;
    Some(finding(metric, c.min(at), c.max(at) + 1, c, "presence.others"))
}

/// "Las familias tuvieron que abandonar sus casas", "غادر السكان منازلهم": their homes, and they before them.
fn homes(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    if harm != Harm::Displaced || role != Role::Subject || unsaid(doc, s, c) {
        return None;
    }
    // "in their homes" they stayed; "to leave", "left" stand right before.
    let lead = c.checked_sub(1).filter(|j| *j >= s.first)?;
    let home = doc.any(lead, Classes::of(&[Class::In, Class::To, Class::On, Class::By]));
    if home && !doc.has(lead, Class::From) {
        return None;
    }
    let people = |j: &usize| {
        matches!(doc.unit(*j), Some(Unit::Group | Unit::Person | Unit::Household))
            || doc.has(*j, Class::Whoever)
    };
    let at = (s.first..c).rev().take(8).take_while(|j| doc.is_word(*j)).find(people)?;
    let many = several(doc, at) && !counted(bound, at) && !doc.has(at, Class::Actor);
    let metric = bind::metric(harm, None).filter(|_| many && !unsaid(doc, s, at))?;
    let mut f = finding(metric, at, c + 1, c, "presence.homes");
    f.group = (doc.unit(at) == Some(Unit::Group)).then_some((at, at + 1));
    Some(f)
}

/// "دمر القصف منازل", "أصيبت منازل بأضرار", "تدمير منازل", "разрушение домов": houses, whatever hit them.
fn house_hit(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let built = matches!(harm, Harm::Destroyed | Harm::Damaged);
    if !built || !matches!(role, Role::Free | Role::Noun | Role::Active | Role::Part) || unsaid(doc, s, c) {
        return None;
    }
    let house = |j: &usize| {
        let many = several(doc, *j) || definite_plural(doc, *j);
        matches!(doc.unit(*j), Some(Unit::Home | Unit::Building)) && many && !counted(bound, *j)
    };
    let doer = |j: usize| {
        matches!(doc.unit(j), Some(Unit::Munition | Unit::Attack))
            || doc.any(j, Classes::of(&[Class::Event, Class::Hazard, Class::Actor]))
    };
    let pass = PASS.with(Classes::of(&[
        Class::Of,
        Class::Det,
        Class::In,
        Class::Many,
        Class::Most,
        Class::Whole,
        Class::To,
    ]));
    let mut at = None;
    for j in c + 1..s.last.min(c + 6) {
        if house(&j) {
            at = Some(j);
            break;
        }
        let plain = doc.unknown(j) && doc.is_word(j) && !doc.is_name(j);
        let agent = doer(j) && role != Role::Noun;
        if !(doc.any(j, pass) || plain || agent) || doc.cue(j).is_some() {
            break;
        }
    }
    // "أصيبت منازل بأضرار": the verb of hurt, the houses, then the damage.
    let between = || {
        let link = Classes::of(&[Class::Of, Class::In, Class::Skip]);
        // "לבתים נגרם נזק"
        let noun = role == Role::Noun && !doc.caps;
        let pass = |j: usize| doc.any(j, link) || noun && j + 1 == c && doc.unknown(j) && doc.is_word(j);
        let mut j = (s.first..c).rev().take(3).find(|j| !pass(*j)).filter(house)?;
        if noun && j + 1 < c && doc.unknown(c - 1) {
            return Some(j);
        }
        while j > s.first + 1 && doc.has(j - 1, Class::And) && house(&(j - 2)) {
            j -= 2;
        }
        let before = j.checked_sub(1).filter(|k| *k >= s.first && role == Role::Noun)?;
        let verb = matches!(doc.cue(before), Some((Harm::Injured | Harm::Damaged, _)));
        (verb || doc.unknown(before) && doc.is_word(before)).then_some(j)
    };
    let at = at.or_else(between)?;
    let number = at + 1 < s.last && (doc.kind(at + 1) == Mark::Number || doc.has(at + 1, Class::Num));
    let metric = bind::metric(harm, doc.unit(at)).filter(|_| !number)?;
    let mut f = finding(metric, c.min(at), c.max(at) + 1, c, "presence.house_hit");
    f.unit = Some(at);
    Some(f)
}

/// Plural by the noun alone, behind an article written onto it.
fn definite_plural(doc: &Doc<'_>, j: usize) -> bool {
    doc.has(j, Class::Plural) && !doc.has(j, Class::Lone)
}

/// "أعدم المسلحون أسرى", "احتجز المسلحون رهائن", "держат заложников": those who were held already, as the object.
fn captives(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let verb = matches!(role, Role::Free | Role::Active | Role::Part);
    let deed =
        matches!(harm, Harm::Killed | Harm::Injured | Harm::Tortured | Harm::Detained | Harm::Abducted);
    if !verb || !deed || unsaid(doc, s, c) || bound.iter().any(|b| b.cue == Some(c) && b.metric.is_some()) {
        return None;
    }
    let held = |j: &usize| {
        matches!(doc.cue(*j), Some((Harm::Detained | Harm::Abducted, Role::Head)))
            && several(doc, *j)
            && !counted(bound, *j)
    };
    let doer = |j: usize| doc.any(j, PASS) || doc.has(j, Class::Actor);
    let mut at = None;
    for j in c + 1..s.last.min(c + 4) {
        if held(&j) {
            at = Some(j);
            break;
        }
        if !doer(j) {
            break;
        }
    }
    let at = at?;
    let hostages = matches!(doc.cue(at), Some((Harm::Abducted, _))) && harm == Harm::Detained;
    let metric = bind::metric(if hostages { Harm::Abducted } else { harm }, None)?;
    Some(finding(metric, c, at + 1, c, "presence.captives"))
}

/// "تعرض موقوفون للضرب", "пленных подвергали пыткам": the torture, and those who suffered it beside its verb.
fn subjected(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    if harm != Harm::Tortured || !matches!(role, Role::Noun | Role::Free) || unsaid(doc, s, c) {
        return None;
    }
    let people = |j: &usize| {
        let held = matches!(doc.cue(*j), Some((Harm::Detained | Harm::Abducted, Role::Head | Role::Free)));
        let whom = matches!(doc.unit(*j), Some(Unit::Group | Unit::Person)) && doc.cue(*j).is_none();
        (held || whom) && several(doc, *j) && !counted(bound, *j) && !doc.has(*j, Class::Actor)
    };
    let pass = PASS.with(Classes::of(&[Class::Of, Class::Det, Class::To, Class::In]));
    let at = (s.first..c).rev().take(4).find(|j| people(j) || !doc.any(*j, pass) && !doc.unknown(*j))?;
    // A verb that is no part of the lexicon stands between or before: "were subjected to".
    let verb = |j: usize| j >= s.first && doc.unknown(j) && doc.is_word(j) && !doc.is_name(j);
    let told = (at + 1..c).any(verb) || at > s.first && verb(at - 1);
    let metric = bind::metric(harm, None).filter(|_| people(&at) && told)?;
    Some(finding(metric, at, c + 1, c, "presence.subjected"))
}

/// "Були затримані активісти", "Убиті мирні жителі": a participle that is also a noun, before those it is said of.
fn participle(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let heads = doc.lex.profile.plural_participles.iter();
    let word = cairn_fold::fold(doc.words(c, c + 1));
    let form = doc.lex.profile.head_first && heads.into_iter().any(|e| word.ends_with(e.as_str()));
    if role != Role::Head || !form || !harm.of_persons() || unsaid(doc, s, c) {
        return None;
    }
    let told = c == s.first || doc.has(c - 1, Class::Be) || !doc.is_word(c - 1);
    let people = |j: &usize| {
        matches!(doc.unit(*j), Some(Unit::Group | Unit::Person)) && several(doc, *j) && !counted(bound, *j)
    };
    let at = (c + 1 < s.last).then_some(c + 1).filter(people).filter(|_| told)?;
    let next = at + 1;
    // "Затримані активісти вийшли": another verb tells another thing.
    let closed = next >= s.last
        || !doc.is_word(next)
        || doc.any(next, Classes::of(&[Class::In, Class::And, Class::Cause]));
    let was = c > s.first && doc.has(c - 1, Class::Be);
    let metric = bind::metric(harm, None).filter(|_| closed || was)?;
    let mut f = finding(metric, c, at + 1, c, "presence.participle");
    f.group = (doc.unit(at) == Some(Unit::Group)).then_some((at, at + 1));
    Some(f)
}

/// "حركة نزوح كبيرة", "موجة نزوح": a movement of people, told as such.
fn wave(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let word = cairn_fold::fold(doc.words(c, c + 1));
    let many =
        ["موج", "حرك", "волн", "хвил"].map(cairn_fold::fold).iter().any(|w| word.starts_with(w.as_str()))
            && word.contains(' ');
    // "نزوح جماعي", "desplazamiento masivo"
    let wide = ["جماعي", "واسع", "كبير", "masivo", "masivos"];
    let wide = c + 1 < s.last && wide.iter().any(|w| doc.is(c + 1, w));
    let noun = harm == Harm::Displaced && role == Role::Noun && (many || wide);
    let figure = bound.iter().any(|b| b.cue == Some(c) || b.figure.first > c && b.figure.first < c + 5);
    let metric = bind::metric(harm, None).filter(|_| noun && !figure && !unsaid(doc, s, c))?;
    Some(finding(metric, c, c + 1, c, "presence.wave"))
}

/// "угрожали убить заложников", "planea matar a civiles": a deed that is spoken of.
pub(crate) fn infinitive(doc: &Doc<'_>, c: usize) -> bool {
    // "acusó al gobierno de asesinar a civiles": told as done.
    let of = c > 0 && doc.has(c - 1, Class::Of) && doc.lex.profile.adjective_after;
    let accused =
        |j: usize| ["acus", "culp"].iter().any(|w| cairn_fold::fold(doc.words(j, j + 1)).starts_with(w));
    if of && (c.saturating_sub(12)..c).any(accused) {
        return false;
    }
    let word = cairn_fold::fold(doc.words(c, c + 1));
    let first = word.split(' ').next().unwrap_or("");
    doc.lex.profile.infinitives.iter().any(|e| first.ends_with(e.as_str()))
}

/// "obligaron a las familias a huir", "вынудили жителей бежать": who was made to.
fn forced(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, .. } = *cue;
    if harm != Harm::Displaced || !infinitive(doc, c) {
        return None;
    }
    let people = |j: &usize| matches!(doc.unit(*j), Some(Unit::Group | Unit::Person | Unit::Household));
    let pass = Classes::of(&[Class::To, Class::Det, Class::Skip, Class::Onto]);
    let at = (s.first..c).rev().take(4).find(|j| people(j) || !doc.any(*j, pass)).filter(people)?;
    let many = several(doc, at) && !counted(bound, at);
    let verb = (s.first..at).rev().take(3).find(|j| !doc.any(*j, pass))?;
    let made = doc.has(verb, Class::Act) && !(s.first..verb).rev().take(2).any(|j| doc.any(j, UNSAID));
    let metric = bind::metric(harm, None).filter(|_| many && made)?;
    let mut f = finding(metric, verb, c + 1, c, "presence.forced");
    f.group = (doc.unit(at) == Some(Unit::Group)).then_some((at, at + 1));
    Some(f)
}

/// "задержали местных предпринимателей", "arrestaron a opositores": whom nobody needs to know to read it, since only
/// people are arrested, by the case or the preposition of persons.
fn people_only(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let profile = &doc.lex.profile;
    let personal =
        matches!(harm, Harm::Detained | Harm::Abducted | Harm::Tortured | Harm::Injured | Harm::Killed);
    if !personal
        || !matches!(role, Role::Active)
        || !doc.caps
        || doc.any(c, Classes::of(&[Class::Weak, Class::Loss]))
        || unsaid(doc, s, c)
    {
        return None;
    }
    let plain = |j: &usize| doc.is_word(*j) && doc.unknown(*j) && !doc.is_name(*j) && !counted(bound, *j);
    let from = if profile.head_first {
        c + 1
    } else {
        let a = (c + 1 < s.last && doc.is(c + 1, "a")).then_some(c + 2)?;
        a + usize::from(a < s.last && doc.has(a, Class::Det))
    };
    let last = (from..s.last.min(from + 3)).take_while(plain).last()?;
    let head = if profile.head_first { last } else { from };
    let genitive = ["ов", "ев", "ей", "ів", "їв", "их", "ых"].map(cairn_fold::fold);
    let word = cairn_fold::fold(doc.words(head, head + 1));
    let form = if profile.head_first {
        genitive.iter().any(|e| word.ends_with(e.as_str()))
    } else {
        several(doc, head)
    };
    let name = head + 1 < s.last && doc.is_name(head + 1);
    let metric = bind::metric(harm, None).filter(|_| form && !name && word.chars().count() > 4)?;
    let figure = bound.iter().any(|b| b.cue == Some(c) && b.metric.is_some());
    let mut f = finding(metric, c, last + 1, c, "presence.people_only");
    f.group = Some((from, last + 1));
    (!figure).then_some(f)
}

/// "Opposition leaders remain in prison", "Журналисты остаются под стражей": a state, and those who are in it.
fn state(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let held = matches!(harm, Harm::Detained | Harm::Abducted | Harm::Missing);
    let phrase = doc.words(c, c + 1).contains(' ');
    if !held || !phrase || !matches!(role, Role::Free | Role::Subject) {
        return None;
    }
    let people = |j: &usize| matches!(doc.unit(*j), Some(Unit::Group | Unit::Person));
    let back = (s.first..c).rev().take(7).take_while(|j| doc.is_word(*j));
    let bars = UNSAID.with(Classes::of(&[
        Class::Relative,
        Class::Say,
        Class::And,
        Class::Act,
        Class::From,
        Class::By,
    ]));
    let at = back.take_while(|j| !doc.any(*j, bars)).find(people)?;
    let many = several(doc, at) && !counted(bound, at) && doc.cue(at).is_none();
    let lead = Classes::of(&[Class::And, Class::That, Class::Det, Class::Be, Class::Have, Class::When]);
    let mut first = at;
    while first > s.first && first + 3 > at && doc.is_word(first - 1) && doc.unknown(first - 1) {
        first -= 1;
    }
    let opens = first == s.first || !doc.is_word(first - 1) || doc.any(first - 1, lead);
    // A verb of staying stands between, or before where verbs open.
    let word = cairn_fold::fold(doc.words(c, c + 1));
    let first_word = word.split(' ').next().unwrap_or("");
    let first_word = first_word.strip_suffix("ся").unwrap_or(first_word);
    let stays = (at + 1..c).any(|j| doc.any(j, Classes::of(&[Class::Be, Class::Have])) || doc.unknown(j))
        || doc.lex.profile.plural_verbs.iter().any(|e| first_word.ends_with(e.as_str()));
    let verb = stays || doc.lex.profile.verb_first && first > s.first && doc.has(first - 1, Class::Be);
    let metric = bind::metric(harm, None).filter(|_| many && opens && verb)?;
    let mut f = finding(metric, first, c + 1, c, "presence.state");
    f.group = (doc.unit(at) == Some(Unit::Group)).then_some((first, at + 1));
    Some(f)
}

/// "Bodies were found in a ditch", "Encontraron cuerpos en el río": the dead, without a word of dying.
pub(crate) fn bodies(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize, out: &mut Vec<Finding>) {
    let known =
        c > s.first && doc.any(c - 1, Classes::of(&[Class::Det, Class::Pronoun, Class::Not, Class::Zero]));
    let own = c > s.first && ["their", "sus", "his", "its", "whose"].iter().any(|w| doc.is(c - 1, w));
    if !several(doc, c) || counted(bound, c) || known || own {
        return;
    }
    // "bodies of the three": counted behind.
    if bound.iter().any(|b| b.metric.is_some() && b.figure.first > c && b.figure.first < c + 6) {
        return;
    }
    let found = [
        "found",
        "recovered",
        "discovered",
        "pulled",
        "lay",
        "lying",
        "retrieved",
        "unearthed",
        "exhumed",
        "seen",
    ];
    let list = &doc.lex.profile.told.found;
    let verb = |j: &usize| found.iter().any(|w| doc.is(*j, w)) || phrase::one_of(doc, *j, list);
    let behind = (c + 1..s.last.min(c + 5)).take_while(|j| doc.is_word(*j)).find(verb);
    let ahead = told::asserted(doc, s, c, true);
    let (first, last) = match (behind, ahead) {
        (Some(j), _) => (c, j + 1),
        (_, Some(first)) => (first, c + 1),
        _ => return,
    };
    if let Some(metric) = bind::metric(Harm::Killed, None) {
        out.push(finding(metric, first, last, c, "presence.bodies"));
    }
}
