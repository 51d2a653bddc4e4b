//! Harm without a figure in Spanish, by the noun phrase: several things done to several nouns ("quemó la alcaldía y varias
//! casas"), harm by its noun ("mediante detenciones arbitrarias"), victims ("con víctimas entre los soldados"), one of many
//! ("estaba entre los asesinados").

use crate::bind::{self, Bound};
use crate::claim::Metric;
use crate::grammar::romance::here;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::presence::bare;
use crate::presence::phrase::{counted, one_of};
use crate::presence::told::several;
use crate::presence::{Cue, Finding, finding};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind as Mark;

const UNSAID: Classes = Classes::of(&[Class::Not, Class::Zero, Class::Hedge, Class::Lack]);
/// The longest list of objects that is looked through, and the longest noun phrase within it, in lexemes.
const LIST: usize = 6;
const ITEM: usize = 9;

/// A noun phrase of several, uncounted.
struct Several {
    first: usize,
    last: usize,
    head: usize,
    unit: Unit,
    definite: bool,
}

/// All the rules of this module for a word of harm.
pub(crate) fn findings(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    if !here(cue.doc) || out.iter().any(|f| f.cue == cue.at) {
        return;
    }
    let found = objects(cue).or_else(|| deeds(cue, out)).or_else(|| of_many(cue)).or_else(|| there_were(cue));
    let found = found.or_else(|| unfinished(cue)).or_else(|| everyone(cue)).or_else(|| kept(cue));
    let found = found.or_else(|| among_victims(cue)).or_else(|| razed(cue)).or_else(|| lying(cue));
    let found = found.or_else(|| how_many(cue)).or_else(|| and_others(cue));
    let same = |f: &Finding| out.iter().any(|o| o.metric == f.metric && o.first < f.last && f.first < o.last);
    out.extend(found.filter(|f| !same(f)));
}

fn unsaid(doc: &Doc<'_>, s: Sentence, at: usize, back: usize) -> bool {
    (s.first..at).rev().take(back).any(|j| doc.any(j, UNSAID))
}

fn is_any(doc: &Doc<'_>, j: usize, words: &[&str]) -> bool {
    words.iter().any(|w| doc.is(j, w))
}

/// People for what people suffer, houses for what houses do.
fn head_of(doc: &Doc<'_>, j: usize, built: bool) -> Option<Unit> {
    let plain = doc.cue(j).is_none_or(|(h, _)| h == Harm::Population) && !doc.has(j, Class::Num);
    if !plain || !several(doc, j) {
        return None;
    }
    let unit = doc.unit(j);
    if built {
        return unit
            .filter(|u| matches!(u, Unit::Home | Unit::Building))
            .or_else(|| one_of(doc, j, &doc.lex.profile.told.works).then_some(Unit::Building));
    }
    let people = unit.filter(|u| matches!(u, Unit::Person | Unit::Group | Unit::Household));
    people.or_else(|| {
        (unit.is_none() && doc.any(j, Classes::of(&[Class::Org, Class::Actor]))).then_some(Unit::Group)
    })
}

/// The phrase that begins at `at`: "varias casas", "todos los talleres", "autoridades", "a los pobladores de la sierra".
fn phrase(doc: &Doc<'_>, s: Sentence, bound: &[Bound], at: usize, built: bool) -> Option<Several> {
    let (mut definite, mut whole, mut described) = (false, false, false);
    let first = at;
    let at = at + usize::from(at < s.last && doc.any(at, Classes::of(&[Class::Onto, Class::To])));
    for j in at..s.last.min(at + 6) {
        if counted(bound, j) {
            return None;
        }
        if let Some(unit) = head_of(doc, j, built) {
            described |= j + 1 < s.last
                && (doc.has(j + 1, Class::Of)
                    || doc.is_word(j + 1) && doc.unknown(j + 1) && several(doc, j + 1));
            let definite = definite && !whole && !(built || described);
            return Some(Several { first, last: j + 1, head: j, unit, definite });
        }
        let part = Classes::of(&[Class::Many, Class::Other, Class::Whole, Class::Portion, Class::Most]);
        if doc.any(j, part)
            || one_of(doc, j, &doc.lex.profile.told.part)
            || is_any(doc, j, &["todos", "todas"])
        {
            whole = true;
        } else if doc.has(j, Class::Det) {
            definite = true;
        } else if !(doc.has(j, Class::Of) && whole || doc.has(j, Class::Skip) || adjective(doc, j)) {
            return None;
        }
    }
    None
}

fn adjective(doc: &Doc<'_>, j: usize) -> bool {
    doc.is_word(j) && doc.unknown(j) && !doc.is_name(j) && !doc.is_adverb(j) && several(doc, j)
}

/// "asesinando autoridades y pobladores", "quemó la alcaldía, el local de la empresa y varias casas", "está demoliendo
/// todos los invernaderos": the first of several objects that are many.
fn objects(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let built = matches!(harm, Harm::Damaged | Harm::Destroyed | Harm::Affected);
    let personal = harm.of_persons() || harm == Harm::Displaced;
    let whoever = c > s.first && doc.has(c - 1, Class::Whoever);
    if role != Role::Active
        || !(built || personal)
        || whoever
        || unsaid(doc, s, c, 3)
        || bare::infinitive(doc, c)
        || doc.any(c, Classes::of(&[Class::Weak, Class::Loss]))
    {
        return None;
    }
    // "La inflación afectó los comercios", "el corte afectó a hospitales": touched, and not damaged.
    let blow = Classes::of(&[Class::Event, Class::Hazard]);
    let hit = |j: usize| doc.any(j, blow) || doc.unit(j) == Some(Unit::Munition) || doc.is(j, "explosiva");
    let onto = doc.words(c, c + 1).ends_with(" a") || c + 1 < s.last && doc.is(c + 1, "a");
    let touched = harm == Harm::Affected || cairn_fold::fold(doc.words(c, c + 1)).starts_with("afect");
    if touched && (onto || !(s.first..c).any(hit)) {
        return None;
    }
    let bars = Classes::of(&[Class::Say, Class::That, Class::Relative, Class::Cause, Class::When, Class::By]);
    // "se llevaron a los jóvenes", "expulsaron a los vecinos": whoever they are.
    let taken = matches!(harm, Harm::Abducted | Harm::Displaced);
    let mut at = c + 1;
    for _ in 0..LIST {
        if let Some(p) = phrase(doc, s, bound, at, built).filter(|p| !p.definite || taken) {
            let metric = bind::metric(harm, Some(p.unit))?;
            let told = bound.iter().any(|b| b.metric == Some(metric) && b.cue == Some(c));
            let first = if at == c + 1 { c } else { p.first };
            let named = p.last < s.last && doc.is_name(p.last) && doc.unknown(p.last) && !built;
            return (!told && !named)
                .then(|| dressed(finding(metric, first, p.last, c, "presence.objects"), doc, &p));
        }
        let within = |j: &usize| {
            (doc.is_word(*j) || doc.kind(*j) == Mark::Number)
                && !doc.any(*j, bars)
                && doc.cue(*j).is_none_or(|(h, _)| h == Harm::Population)
                && !doc.has(*j, Class::Act)
        };
        let end = (at..s.last.min(at + ITEM)).find(|j| doc.has(*j, Class::And) || !within(j))?;
        let comma = doc.kind(end) == Mark::Comma;
        if !comma && !doc.has(end, Class::And) {
            return None;
        }
        at = end + 1 + usize::from(comma && end + 1 < s.last && doc.has(end + 1, Class::And));
    }
    None
}

fn dressed(mut f: Finding, doc: &Doc<'_>, p: &Several) -> Finding {
    match doc.unit(p.head) {
        Some(Unit::Home | Unit::Building) => f.unit = Some(p.head),
        Some(Unit::Person) => {}
        _ if matches!(p.unit, Unit::Group | Unit::Household) => f.group = Some((p.head, p.head + 1)),
        _ => {}
    }
    f
}

/// What befell people, by its noun: by stem, whatever its number.
const DEEDS: [&str; 31] = [
    "detencion",
    "arrest",
    "captur",
    "redad",
    "tortur",
    "malos trat",
    "maltrat",
    "violencia sexual",
    "violacion",
    "abuso",
    "agresiones sexual",
    "desaparicion",
    "asesinat",
    "homicidi",
    "ejecucion",
    "fusilamient",
    "linchamient",
    "feminicid",
    "secuestr",
    "rapto",
    "reclutamient",
    "desplazamient",
    "desaloj",
    "expulsi",
    "deportaci",
    "muertes",
    "fallecimient",
    "deces",
    "paliza",
    "golpiza",
    "matanza",
];

/// Words that state what stands behind them: "mediante torturas", "documentó secuestros", "casos de tortura".
fn states(doc: &Doc<'_>, j: usize) -> bool {
    doc.any(j, Classes::of(&[Class::Exists, Class::Leads, Class::Act, Class::Case]))
        || doc.has(j, Class::Say)
        || one_of(doc, j, &doc.lex.profile.told.brings)
}

/// "mediante detenciones arbitrarias", "denunció la desaparición forzada de estudiantes", "hubo torturas y secuestros".
fn deeds(cue: &Cue<'_, '_>, out: &[Finding]) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let word = cairn_fold::fold(doc.words(c, c + 1));
    let noun = ["el ", "la ", "los ", "las ", "casos de ", "actos de ", "hechos de ", "denuncias de "]
        .iter()
        .find_map(|a| word.strip_prefix(a))
        .unwrap_or(&word);
    let personal = harm.of_persons() || harm == Harm::Displaced || harm == Harm::Missing;
    let deed = DEEDS.iter().any(|d| noun.starts_with(cairn_fold::fold(d).as_str()));
    if !matches!(role, Role::Head | Role::Noun) || !personal || !deed || counted(bound, c) {
        return None;
    }
    let figure = bound
        .iter()
        .any(|b| b.cue == Some(c) || b.metric.is_some() && b.figure.first > c && b.figure.first < c + 4);
    let metric = bind::metric(harm, None).filter(|_| !figure)?;
    let led = [" de", " a", " contra", " entre"].iter().any(|e| word.ends_with(e));
    // "violaciones de derechos humanos"
    if (c..s.last.min(c + 4)).any(|j| doc.any(j, Classes::of(&[Class::Legal, Class::Mutual]))) {
        return None;
    }
    let mut first = c;
    while first > s.first && c - first < 3 && adjective(doc, first - 1) {
        first -= 1;
    }
    let article = ["el ", "la ", "los ", "las "].iter().any(|a| word.starts_with(a))
        || first > s.first && doc.any(first - 1, Classes::of(&[Class::Det, Class::This]));
    let lead = first - usize::from(first > s.first && doc.has(first - 1, Class::Det));
    // "prevenir la desaparición forzada", "ley contra la tortura": spoken of, not told.
    const AVERTED: [&str; 13] = [
        "preven",
        "evit",
        "prohib",
        "combat",
        "erradic",
        "elimin",
        "reduc",
        "disminu",
        "ley",
        "convencion",
        "delito",
        "fin a",
        "riesgo",
    ];
    let averted = |j: usize| AVERTED.iter().any(|w| cairn_fold::fold(doc.words(j, j + 1)).starts_with(w));
    let against = lead > s.first + 1 && doc.is(lead - 1, "contra");
    if against || (s.first..lead).rev().take(4).any(averted) {
        return None;
    }
    if unsaid(doc, s, lead, 4)
        || lead > s.first && doc.any(lead - 1, Classes::of(&[Class::Cause, Class::Until]))
    {
        return None;
    }
    // Whom it befell: "la desaparición forzada de estudiantes", "tortura contra detenidos".
    let link = |j: usize| {
        j < s.last && (doc.any(j, Classes::of(&[Class::Of, Class::On])) || is_any(doc, j, &["a", "entre"]))
    };
    let at = if led { Some(c + 1) } else { (c + 1..s.last.min(c + 4)).find(|j| link(*j)).map(|j| j + 1) };
    let near =
        |at: usize| (c + 1..at.saturating_sub(1)).all(|j| adjective(doc, j) || doc.has(j, Class::Skip));
    let held = |j: usize| {
        matches!(
            doc.cue(j),
            Some((Harm::Detained | Harm::Abducted | Harm::Displaced, Role::Head | Role::Part))
        ) && several(doc, j)
    };
    let whom = at.filter(|at| led || near(*at)).and_then(|at| phrase(doc, s, bound, at, false));
    if let Some(p) = whom.filter(|p| !p.definite) {
        let named = p.last < s.last && doc.is_name(p.last) && doc.unknown(p.last);
        return (!named).then(|| dressed(finding(metric, c, p.last, c, "presence.deed"), doc, &p));
    }
    if let Some(j) = at.filter(|at| *at < s.last && (led || near(*at)) && held(*at)) {
        return Some(finding(metric, c, j + 1, c, "presence.deed"));
    }
    let many = several(doc, c)
        || ["tortura", "violencia sexual", "maltrato"].iter().any(|w| noun == cairn_fold::fold(w));
    // "La tortura era sistemática", "las detenciones arbitrarias son frecuentes"
    let rife = |j: &usize| one_of(doc, *j, &doc.lex.profile.told.rife);
    let after = (c + 1..s.last.min(c + 7)).take_while(|j| doc.is_word(*j));
    if let Some(j) = after.clone().find(rife).filter(|j| (c + 1..*j).any(|k| doc.has(k, Class::Be))) {
        return (!unsaid(doc, s, j, 4)).then(|| finding(metric, first, j + 1, c, "presence.deed"));
    }
    if led || article || !many {
        return None;
    }
    let last = c + 1 + usize::from(c + 1 < s.last && adjective(doc, c + 1));
    // "torturas, secuestros y asesinatos": the next of a list that is told.
    let mark = |j: usize| doc.has(j, Class::And) || doc.kind(j) == Mark::Comma;
    let joined = first > s.first
        && mark(first - 1)
        && out.iter().any(|f| {
            f.last < first && first - 1 - f.last <= 1 && ["presence.deed", "presence.told"].contains(&f.rule)
        });
    if joined {
        return Some(finding(metric, c, last, c, "presence.deed"));
    }
    let pass = |j: usize| {
        doc.any(j, Classes::of(&[Class::Be, Class::Have, Class::Skip, Class::Many, Class::Of]))
            || adjective(doc, j)
    };
    let ahead =
        (s.first..first).rev().take(4).find(|j| states(doc, *j) || !pass(*j)).filter(|j| states(doc, *j));
    if let Some(a) = ahead {
        return (!unsaid(doc, s, a, 3) && !doc.any(a, UNSAID))
            .then(|| finding(metric, a, last, c, "presence.deed"));
    }
    let aux = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let behind = (last..s.last.min(last + 4)).find(|j| !doc.any(*j, aux) || doc.has(*j, Class::Exists));
    let goes =
        behind.filter(|j| one_of(doc, *j, &doc.lex.profile.told.happens) || doc.has(*j, Class::Exists))?;
    Some(finding(metric, first, goes + 1, c, "presence.deed"))
}

/// "ella estaba entre los masacrados": one of those harmed, whoever she is.
fn of_many(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let personal = harm.of_persons() || harm == Harm::Missing;
    let among = c >= s.first + 3 && doc.has(c - 1, Class::Det) && doc.has(c - 2, Class::Among);
    if !personal || !among || !matches!(role, Role::Head | Role::Part) || !several(doc, c) {
        return None;
    }
    const STOOD: [&str; 12] = [
        "estaba",
        "está",
        "estaban",
        "están",
        "figura",
        "figuran",
        "figuraba",
        "figuraban",
        "se encuentra",
        "se encontraba",
        "se encontraban",
        "se encuentran",
    ];
    let verb = (s.first..c - 2).rev().take(2).find(|j| is_any(doc, *j, &STOOD))?;
    let figure = bound
        .iter()
        .any(|b| b.metric.is_some() && (b.cue == Some(c) || b.figure.first > c && b.figure.first < c + 6));
    let metric = bind::metric(harm, None).filter(|_| !figure && !unsaid(doc, s, verb, 3))?;
    Some(finding(metric, verb, c + 1, c, "presence.of_many"))
}

/// "había muertos y heridos": a plural noun behind the verb of being, whose participles have no plural.
fn there_were(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let hurt =
        matches!(harm, Harm::Killed | Harm::Injured | Harm::Casualties | Harm::Missing | Harm::Detained);
    let noun = hurt && role == Role::Head && several(doc, c) && !counted(bound, c);
    let verb = c
        .checked_sub(1)
        .filter(|j| noun && *j >= s.first && is_any(doc, *j, &["había", "habrá", "ha habido"]))?;
    let metric = bind::metric(harm, None).filter(|_| !unsaid(doc, s, verb, 2))?;
    Some(finding(metric, verb, c + 1, c, "presence.there_were"))
}

/// "un número de viviendas destruidas aún por determinar": some, and nobody knows how many.
fn unfinished(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    if !matches!(role, Role::Part | Role::Head) || c < s.first + 1 {
        return None;
    }
    let unit = doc.unit(c - 1).filter(|_| several(doc, c - 1));
    let metric = bind::metric(harm, unit).filter(|_| !counted(bound, c))?;
    let number = (s.first..c).rev().take(5).find(|j| {
        let words = cairn_fold::fold(doc.words(*j, *j + 1));
        words.split(' ').any(|w| ["numero", "cifra", "cantidad"].contains(&w))
    })?;
    let open = (c + 1..s.last.min(c + 6)).take_while(|j| doc.is_word(*j)).find(|j| {
        is_any(
            doc,
            *j,
            &["determinar", "precisar", "establecer", "confirmar", "cuantificar", "indeterminado"],
        ) || one_of(doc, *j, &doc.lex.profile.told.unknown)
    })?;
    Some(finding(metric, number, open + 1, c, "presence.unfinished"))
}

/// "La población tuvo que huir", "la gente huía": all who live there.
fn everyone(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    if harm != Harm::Displaced || role != Role::Free || unsaid(doc, s, c, 3) {
        return None;
    }
    let pass = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let at = (s.first..c).rev().take(3).find(|j| !doc.any(*j, pass) && !adjective(doc, *j))?;
    let all =
        is_any(doc, at, &["población", "gente", "comunidad", "vecindario", "población civil", "poblado"]);
    let opens = at > s.first
        && doc.any(at - 1, Classes::of(&[Class::Det, Class::Whole, Class::Most, Class::Portion]));
    let metric = bind::metric(harm, None).filter(|_| all && opens && !counted(bound, at))?;
    Some(finding(metric, at - 1, c + 1, c, "presence.everyone"))
}

/// "Los secuestrados siguen en poder del grupo", "los rehenes continúan cautivos".
fn kept(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    if !matches!(harm, Harm::Abducted | Harm::Detained) || !matches!(role, Role::Free | Role::Part) {
        return None;
    }
    let pass = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let at =
        (s.first..c).rev().take(4).find(|j| !(doc.any(*j, pass) || doc.unknown(*j) && doc.is_word(*j)))?;
    let held = matches!(doc.cue(at), Some((Harm::Abducted, Role::Head | Role::Part)))
        && several(doc, at)
        && !counted(bound, at)
        && at > s.first
        && doc.has(at - 1, Class::Det)
        && (at + 1 < c || doc.words(c, c + 1).contains(' '));
    let metric = bind::metric(Harm::Abducted, None).filter(|_| held && !unsaid(doc, s, c, 4))?;
    Some(finding(metric, at, c + 1, c, "presence.kept"))
}

/// "Entre las víctimas había mujeres y niños".
fn among_victims(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, .. } = *cue;
    if !cairn_fold::fold(doc.words(c, c + 1)).starts_with("entre las victimas") {
        return None;
    }
    const ARE: [&str; 12] = [
        "había",
        "hay",
        "habría",
        "figuran",
        "figuraban",
        "se encuentran",
        "se encontraban",
        "están",
        "estaban",
        "se cuentan",
        "hubo",
        "aparecen",
    ];
    let pass =
        |j: &usize| doc.any(*j, Classes::of(&[Class::Skip, Class::Be, Class::Have])) || adjective(doc, *j);
    let verb = (c + 1..s.last.min(c + 5))
        .take_while(|j| is_any(doc, *j, &ARE) || pass(j))
        .find(|j| is_any(doc, *j, &ARE))?;
    let p = phrase(doc, s, bound, verb + 1, false)?;
    let metric = bind::metric(harm, None).filter(|_| !unsaid(doc, s, verb, 2))?;
    Some(dressed(finding(metric, c, p.last, c, "presence.among_victims"), doc, &p))
}

/// "El pueblo fue arrasado", "la aldea quedó reducida a cenizas": a settlement, not one house of it.
fn razed(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    const PLACES: [&str; 11] = [
        "pueblo",
        "aldea",
        "aldeas",
        "pueblos",
        "barrio",
        "barrios",
        "ciudad",
        "caserío",
        "localidad",
        "caseríos",
        "vecindario",
    ];
    let ruined = harm == Harm::Destroyed && matches!(role, Role::Part | Role::Free);
    let word = cairn_fold::fold(doc.words(c, c + 1));
    let whole =
        ["arras", "en ruinas", "reducid", "devast", "borrad", "ceniza"].iter().any(|w| word.contains(w));
    let pass = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let verb =
        (s.first..c).rev().find(|j| !doc.any(*j, pass) && !doc.is_adverb(*j)).filter(|_| ruined && whole)?;
    let free = role == Role::Free || (verb + 1..c).any(|j| doc.has(j, Class::Be));
    let noun = |j: &usize| {
        doc.is_word(*j) && (doc.is_name(*j) || doc.has(*j, Class::Of) || is_any(doc, *j, &PLACES))
    };
    let at = (s.first..=verb).rev().take(4).take_while(noun).find(|j| is_any(doc, *j, &PLACES))?;
    let known = bound.iter().any(|b| b.cue == Some(c) && b.metric.is_some()) || counted(bound, at);
    let det = at > s.first && doc.any(at - 1, Classes::of(&[Class::Det, Class::Whole]));
    let metric =
        bind::metric(harm, Some(Unit::Area)).filter(|_| free && det && !known && !unsaid(doc, s, c, 4))?;
    Some(finding(metric, at, c + 1, c, "presence.razed"))
}

/// "Cadáveres yacían en las calles": the dead, and where they lay.
fn lying(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let bodies = harm == Harm::Killed && role == Role::Head && is_any(doc, c, &["cadáveres", "cuerpos"]);
    let opens = c == s.first
        || !doc.is_word(c - 1)
        || doc.any(c - 1, Classes::of(&[Class::And, Class::That, Class::Many]));
    let found = (c + 1..s.last.min(c + 4)).find(|j| one_of(doc, *j, &doc.lex.profile.told.found));
    let verb = found.filter(|_| bodies && opens && !counted(bound, c))?;
    Some(finding(Metric::Killed, c, verb + 1, c, "presence.lying"))
}

/// "Se ignora cuántas personas murieron": some did.
fn how_many(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let verb = matches!(role, Role::Free | Role::Part)
        && (harm.of_persons() || matches!(harm, Harm::Missing | Harm::Displaced));
    let asked = (s.first..c).rev().take(6).find(|j| doc.has(*j, Class::Asked)).filter(|_| verb)?;
    let told = &doc.lex.profile.told;
    let open = (s.first..asked)
        .rev()
        .take(4)
        .find(|j| one_of(doc, *j, &told.unknown) || one_of(doc, *j, &told.known) && unsaid(doc, s, *j, 3))?;
    let figure = bound.iter().any(|b| b.metric.is_some() && (open..c + 4).contains(&b.figure.num));
    let metric = bind::metric(harm, None).filter(|_| !figure)?;
    Some(finding(metric, open, c + 1, c, "presence.how_many"))
}

/// "Sus dos hermanos y otros familiares fueron asesinados": those beside the ones who are counted.
fn and_others(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    if !matches!(role, Role::Free | Role::Part) || !(harm.of_persons() || harm == Harm::Missing) {
        return None;
    }
    let b = bound.iter().rev().find(|b| b.cue == Some(c) && b.metric.is_some())?;
    let and = b.noun.last.max(b.figure.last);
    let joined = and + 1 < s.last
        && doc.has(and, Class::And)
        && doc.any(and + 1, Classes::of(&[Class::Other, Class::Many]));
    let p = phrase(doc, s, &[], and + 1, false).filter(|p| joined && p.last <= c)?;
    let number = (and + 1..p.last).any(|j| doc.has(j, Class::Num) || doc.kind(j) == Mark::Number);
    let metric = b.metric.filter(|_| !number)?;
    Some(dressed(finding(metric, p.first, p.last, c, "presence.and_others"), doc, &p))
}

/// "con víctimas entre los soldados", "causaron numerosas víctimas": victims, told of and not counted.
pub(crate) fn victims(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize, out: &mut Vec<Finding>) {
    let told = out.iter().any(|f| (f.first..f.last).contains(&c));
    if !here(doc) || told || counted(bound, c) || !several(doc, c) {
        return;
    }
    let pass = |j: usize| {
        doc.any(j, Classes::of(&[Class::Many, Class::Be, Class::Have, Class::Skip]))
            || doc.has(j, Class::Hedge) && doc.words(j, j + 1).starts_with("posibles")
            || adjective(doc, j)
    };
    let lead = (s.first..c).rev().take(4).find(|j| !pass(*j));
    let states = |j: &usize| {
        doc.any(*j, Classes::of(&[Class::Exists, Class::Leads, Class::Act, Class::Outcome]))
            || doc.is(*j, "con")
                && *j > s.first
                && (doc.any(*j - 1, Classes::of(&[Class::Event, Class::Mutual, Class::Hazard]))
                    || doc.unit(*j - 1) == Some(Unit::Attack))
    };
    let Some(lead) = lead.filter(states) else { return };
    let next = c + 1;
    let whose = next < s.last
        && (doc.has(next, Class::Of) || doc.kind(next) == Mark::Colon || doc.kind(next) == Mark::Number);
    if whose || doc.any(lead, UNSAID) || unsaid(doc, s, lead, 2) {
        return;
    }
    if let Some(metric) = bind::metric(Harm::Casualties, None) {
        out.push(finding(metric, lead, next, c, "presence.victims"));
    }
}
