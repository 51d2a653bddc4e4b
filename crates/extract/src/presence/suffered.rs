//! Harm without a figure where nouns show their case: nouns of deeds behind what brought them or tells of them ("призвів до
//! численних жертв", "доказательства казней и пыток"), lists of what was destroyed, towns in ruins, abuse that the verb tells
//! by itself.

use crate::bind::{self, Bound};
use crate::claim::Metric;
use crate::grammar::oblique;
use crate::lexicon::filter::Key;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::presence::phrase::{counted as taken, one_of};
use crate::presence::told::{counted, several};
use crate::presence::{Finding, finding};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind as Mark;

const UNSAID: Classes = Classes::of(&[Class::Not, Class::Zero, Class::Hedge]);
const DEEDS: &str = "presence.deeds";

/// All the rules of this module, at one lexeme.
pub(crate) fn findings(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize, out: &mut Vec<Finding>) {
    if !oblique::here(doc) || doc.cue(c).is_none() && !doc.lex.may_tell(Key::of(doc.words(c, c + 1))) {
        return;
    }
    let told = out.iter().any(|f| (f.first..f.last).contains(&c));
    let figure = bound.iter().any(|b| b.cue == Some(c) && b.metric.is_some());
    if !told && !figure {
        let found =
            deeds(doc, s, bound, c, out).or_else(|| abused(doc, s, c)).or_else(|| of_what(doc, s, bound, c));
        let found = found
            .or_else(|| ruins(doc, s, bound, c))
            .or_else(|| one_built(doc, s, bound, c))
            .or_else(|| born(doc, s, c));
        let found = found.or_else(|| tended(doc, s, bound, c));
        out.extend(
            found.filter(|f| {
                !out.iter().any(|o| o.metric == f.metric && o.first < f.last && f.first < o.last)
            }),
        );
    }
    if !figure {
        built(doc, s, bound, c, out);
    }
    out.retain(|f| f.cue != c || !came(doc, f));
}

fn word(doc: &Doc<'_>, j: usize) -> String {
    cairn_fold::fold(doc.words(j, j + 1))
}

fn unsaid(doc: &Doc<'_>, s: Sentence, at: usize) -> bool {
    (s.first..at).rev().take(4).take_while(|j| doc.is_word(*j)).any(|j| doc.any(j, UNSAID))
}

fn plain(doc: &Doc<'_>, j: usize) -> bool {
    doc.is_word(j) && doc.unknown(j) && !doc.is_name(j)
}

fn adjective(doc: &Doc<'_>, j: usize) -> bool {
    let w = word(doc, j);
    let ends = [
        "их", "ых", "і", "ые", "ие", "ого", "его", "ої", "ой", "ими", "ыми", "им", "ым", "ну", "ву", "ку",
        "ую", "ю", "а", "е", "ии", "ыи",
    ];
    (plain(doc, j) || doc.is_demonym(j)) && ends.iter().any(|e| w.ends_with(cairn_fold::fold(e).as_str()))
}

/// Whether the lexeme begins with one of the stems of what brings harm or tells of it.
fn brings(doc: &Doc<'_>, j: usize) -> bool {
    let w = word(doc, j);
    doc.lex.profile.told.brings.iter().any(|b| match b.strip_suffix('*') {
        Some(stem) => w.starts_with(cairn_fold::fold(stem).as_str()),
        None => w.split(' ').any(|x| x == cairn_fold::fold(b)),
    })
}

/// "призвів до численних жертв і руйнувань", "задокументували випадки катувань": a noun in the plural for what befell many.
fn deeds(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize, out: &[Finding]) -> Option<Finding> {
    let told = &doc.lex.profile.told;
    let whole = word(doc, c);
    // "о пытках": one phrase of the lexicon with its preposition.
    let about = ["о ", "об ", "про "].iter().find_map(|p| whole.strip_prefix(p));
    let text = about.unwrap_or(&whole).to_owned();
    let named = |w: &str| told.deeds.iter().any(|d| cairn_fold::fold(d) == w);
    // "випадки катувань": one phrase of the lexicon.
    let phrase = text.split_once(' ').filter(|(_, rest)| named(rest)).is_some() && brings(doc, c);
    if !(phrase || named(&text)) || taken(bound, c) {
        return None;
    }
    let metric = match doc.cue(c) {
        Some((Harm::Destroyed, _)) => Metric::BuildingsDestroyed,
        Some((Harm::Damaged, _)) => Metric::BuildingsDamaged,
        Some((harm, Role::Head | Role::Noun)) => bind::metric(harm, None)?,
        None if doc.has(c, Class::Victim) => Metric::Killed,
        _ => return None,
    };
    let mut first = c;
    let lead = Classes::of(&[Class::Skip, Class::Many]);
    while first > s.first
        && c - first < 4
        && (adjective(doc, first - 1) || doc.any(first - 1, lead))
        && !brings(doc, first - 1)
    {
        first -= 1;
    }
    if phrase && !unsaid(doc, s, c) {
        return Some(finding(metric, c, c + 1, c, DEEDS));
    }
    let before = first.checked_sub(1).filter(|j| *j >= s.first);
    let near = |j: usize| bound.iter().any(|b| b.metric == Some(metric) && b.figure.num.abs_diff(j) < 8);
    if near(c) {
        return None;
    }
    // "казней, пыток и грабежей"
    let joint = |j: usize| doc.has(j, Class::And) || doc.kind(j) == Mark::Comma;
    let listed = before.is_some_and(|j| {
        joint(j)
            && out.iter().any(|f| {
                f.rule == DEEDS
                    && f.last <= j
                    && j - f.last <= 6
                    && (f.last..j).all(|k| {
                        joint(k)
                            || doc.is_word(k)
                                && !doc.any(k, Classes::of(&[Class::Say, Class::Relative, Class::Be]))
                    })
            })
    });
    if listed {
        return Some(finding(metric, c, c + 1, c, DEEDS));
    }
    let small =
        |j: usize| ["до", "к", "ко", "о", "об", "про", "у", "в", "із", "из"].iter().any(|w| doc.is(j, w));
    let verb = before.map(|j| if small(j) && j > s.first { j - 1 } else { j });
    // "доказательства массовых казней", "привел, по данным властей, к жертвам"
    let verb = verb
        .filter(|j| brings(doc, *j) && !unsaid(doc, s, *j) && !crate::presence::bare::infinitive(doc, *j));
    if let Some(v) = verb {
        let from = if doc.has(v, Class::Say) { first } else { v };
        return Some(finding(metric, from, c + 1, c, DEEDS));
    }
    let behind = (c + 1..s.last.min(c + 4))
        .find(|j| !(doc.any(*j, lead) || doc.unit(*j).is_some() || doc.has(*j, Class::Be)))?;
    let opens = first == s.first || before.is_some_and(|j| !doc.is_word(j) || doc.has(j, Class::And));
    (opens && one_of(doc, behind, &told.happens)).then(|| finding(metric, c, behind + 1, c, DEEDS))
}

/// "подвергаются пыткам", "застосовували електричний струм": abuse told whole, of several, whoever they are.
fn abused(doc: &Doc<'_>, s: Sentence, c: usize) -> Option<Finding> {
    // "застосовували до них електричний струм"
    let text = word(doc, c);
    let applies = ["застосовува", "применя", "застосову"].iter().any(|w| text.starts_with(w));
    let means = [
        "струм",
        "ток",
        "тортури",
        "пытки",
        "катування",
        "насильство",
        "насилие",
        "електрошокер",
        "электрошокер",
    ];
    let by = |j: &usize| means.iter().any(|w| word(doc, *j) == cairn_fold::fold(w));
    let bars = Classes::of(&[Class::Say, Class::Relative, Class::And]);
    let at = (c + 1..s.last.min(c + 6)).take_while(|j| doc.is_word(*j) && !doc.any(*j, bars)).find(by);
    if let Some(at) = at.filter(|_| applies && !unsaid(doc, s, c)) {
        return Some(finding(Metric::TorturedOrAbused, c, at + 1, c, "presence.abused"));
    }
    if !matches!(doc.cue(c), Some((Harm::Tortured, Role::Free | Role::Active))) || unsaid(doc, s, c) {
        return None;
    }
    let text = word(doc, c);
    let verb = text.split(' ').find(|w| {
        ["ли", "лись", "лися", "ють", "уть", "ються", "ють ся", "ются", "утся", "ют"]
            .iter()
            .any(|e| w.ends_with(e))
    });
    (text.contains(' ') && verb.is_some())
        .then(|| finding(Metric::TorturedOrAbused, c, c + 1, c, "presence.abused"))
}

/// "прибыли медики", "приїхали рятувальники": who came to help has fled nothing.
fn came(doc: &Doc<'_>, f: &Finding) -> bool {
    let cue = word(doc, f.cue);
    let arrives = ["прибу", "прибы", "приїха", "приеха", "выеха", "виїха"]
        .iter()
        .any(|w| cue.starts_with(cairn_fold::fold(w).as_str()));
    let homeless = [
        "біжен",
        "бежен",
        "пересел",
        "мешкан",
        "жител",
        "діт",
        "дет",
        "жін",
        "женщ",
        "родин",
        "сім",
        "сем",
        "люд",
        "евакуй",
        "эваку",
        "цивіл",
        "граждан",
        "мирн",
    ];
    let who = f.group.map(|(a, b)| cairn_fold::fold(doc.words(a, b)));
    oblique::here(doc)
        && f.metric == Metric::Displaced
        && arrives
        && who.is_some_and(|w| !homeless.iter().any(|h| w.contains(cairn_fold::fold(h).as_str())))
}

/// "сталося пошкодження дахів житлових будівель", "виселення народу": the noun of a deed, and what or whom in the genitive.
fn of_what(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Option<Finding> {
    let (harm, role) = doc.cue(c)?;
    if role != Role::Noun || unsaid(doc, s, c) {
        return None;
    }
    let told = &doc.lex.profile.told;
    let ruin = matches!(harm, Harm::Damaged | Harm::Destroyed);
    let personal = harm.of_persons() || harm == Harm::Displaced;
    let pass = |j: usize| {
        adjective(doc, j)
            || doc.has(j, Class::And)
            || one_of(doc, j, &told.fixture)
            || doc.has(j, Class::Whole)
    };
    let at = (c + 1..s.last.min(c + 6))
        .find(|j| doc.unit(*j).is_some() || one_of(doc, *j, &told.collective) || !pass(*j))?;
    if counted(bound, at) {
        return None;
    }
    let house = matches!(doc.unit(at), Some(Unit::Home | Unit::Building)) && several(doc, at);
    let people = one_of(doc, at, &told.collective);
    if !(ruin && house || personal && people) {
        return None;
    }
    // A purpose or a fear is no deed: "для виселення", "загроза знищення".
    let mut first = c;
    while first > s.first && c - first < 3 && adjective(doc, first - 1) {
        first -= 1;
    }
    let before = first.checked_sub(1).filter(|j| *j >= s.first);
    let stated = match before {
        None => true,
        Some(j) => {
            !doc.is_word(j)
                || brings(doc, j)
                || one_of(doc, j, &told.happens)
                || doc.any(j, Classes::of(&[Class::Cause, Class::And, Class::Exists, Class::During]))
        }
    };
    let metric = bind::metric(harm, doc.unit(at)).filter(|_| stated)?;
    let mut f = finding(metric, c, at + 1, c, "presence.of_what");
    f.unit = house.then_some(at);
    Some(f)
}

/// "Місто майже повністю зруйноване", "деревня стерта с лица земли": a place in ruins.
fn ruins(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Option<Finding> {
    if !matches!(doc.cue(c), Some((Harm::Destroyed, Role::Free | Role::Part))) {
        return None;
    }
    let pass = |j: usize| {
        doc.any(j, Classes::of(&[Class::Be, Class::Skip, Class::About, Class::Whole]))
            || plain(doc, j) && word(doc, j).ends_with(['о', 'и'])
            || doc.is_name(j) && doc.unknown(j)
    };
    let place = |j: usize| {
        doc.has(j, Class::PlaceNoun) && doc.is_word(j) && doc.unit(j).is_none_or(|u| u == Unit::Area)
    };
    let at = (s.first..c).rev().take(7).find(|j| place(*j) || !pass(*j)).filter(|j| place(*j))?;
    let town = [
        "міст",
        "сел",
        "селищ",
        "город",
        "дерев",
        "посел",
        "квартал",
        "район",
        "містечк",
        "хутір",
        "хутор",
        "станиц",
    ];
    let settled = town.iter().any(|t| word(doc, at).starts_with(t));
    let case = word(doc, at);
    // "в городе разрушены дома": where it was.
    let governed = at > s.first
        && doc.any(at - 1, Classes::of(&[Class::In, Class::From, Class::To, Class::Of, Class::On]));
    let oblique = ["і", "е", "у", "ом", "ах"].iter().any(|e| case.ends_with(e)) && !case.ends_with("ье");
    let own = (c + 1..s.last.min(c + 4)).any(|j| matches!(doc.unit(j), Some(Unit::Home | Unit::Building)));
    (settled && !governed && !oblique && !own && !counted(bound, at) && !unsaid(doc, s, at))
        .then(|| finding(Metric::BuildingsDestroyed, at, c + 1, c, "presence.ruins"))
}

/// "Чоловік 1971 р. н. загинув": one person, the year of birth before the verb.
fn born(doc: &Doc<'_>, s: Sentence, c: usize) -> Option<Finding> {
    let (harm, role) = doc.cue(c)?;
    let metric = bind::metric(harm, None).filter(|_| role == Role::Free && harm.of_persons())?;
    let mut year = false;
    let aside = |j: usize| {
        let w = word(doc, j);
        doc.kind(j) == Mark::Stop
            || doc.kind(j) == Mark::Comma
            || [
                "р",
                "н",
                "г",
                "року",
                "года",
                "народження",
                "рождения",
                "р н",
                "г р",
                "року народження",
                "года рождения",
            ]
            .iter()
            .any(|x| w.trim_end_matches('.') == cairn_fold::fold(x))
            || doc.any(j, Classes::of(&[Class::Be, Class::Skip]))
    };
    let mut j = c;
    while j > s.first && c - j < 9 {
        let number =
            doc.kind(j - 1) == Mark::Number && (1_900_000..2_030_000).contains(&doc.lexemes[j - 1].milli);
        if !(number || aside(j - 1)) {
            break;
        }
        year |= number;
        j -= 1;
    }
    let at = j.checked_sub(1).filter(|k| year && *k >= s.first)?;
    let w = word(doc, at);
    let one = [
        "потерпіла",
        "потерпілий",
        "постраждалий",
        "постраждала",
        "пострадавший",
        "пострадавшая",
        "потерпевший",
        "потерпевшая",
    ];
    let lone = doc.has(at, Class::Lone);
    if !(lone || one.iter().any(|x| w == cairn_fold::fold(x))) || unsaid(doc, s, at) {
        return None;
    }
    let mut f = finding(metric, at, c + 1, c, "lone.born");
    (f.kind, f.group) = (crate::claim::Kind::Count, lone.then_some((at, at + 1)));
    Some(f)
}

/// "двое убиты, дом разрушен": one house or school, before its participle.
fn one_built(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Option<Finding> {
    let (harm, role) = doc.cue(c)?;
    let text = word(doc, c);
    let participle = text.split(' ').any(|w| {
        [
            "ен",
            "ена",
            "ено",
            "ан",
            "ана",
            "ано",
            "ены",
            "аны",
            "ені",
            "ані",
            "ений",
            "ований",
            "аний",
            "итий",
            "ита",
            "ито",
        ]
        .iter()
        .any(|e| w.ends_with(e))
    });
    if !matches!(harm, Harm::Damaged | Harm::Destroyed)
        || !matches!(role, Role::Free | Role::Part)
        || !participle
    {
        return None;
    }
    let pass = |j: usize| {
        doc.any(j, Classes::of(&[Class::Be, Class::Skip])) || plain(doc, j) && word(doc, j).ends_with('о')
    };
    let at = (s.first..c).rev().take(4).find(|j| !pass(*j))?;
    if !matches!(doc.unit(at), Some(Unit::Home | Unit::Building)) || counted(bound, at) {
        return None;
    }
    let mut first = at;
    while first > s.first && at - first < 3 && adjective(doc, first - 1) {
        first -= 1;
    }
    let leads =
        Classes::of(&[Class::And, Class::Stop, Class::Skip, Class::That, Class::When, Class::Pronoun]);
    // "Унаслідок удару будинок зруйнований": why stands before it.
    let why = doc.has(s.first, Class::Cause) && first - s.first <= 5;
    let opens = first == s.first || !doc.is_word(first - 1) || doc.any(first - 1, leads) || why;
    let metric = bind::metric(harm, doc.unit(at)).filter(|_| opens && !unsaid(doc, s, at))?;
    let mut f = finding(metric, first, c + 1, c, "presence.one_built");
    f.unit = Some(at);
    Some(f)
}

/// "Раненых доставили в госпиталь", "пораненим надають допомогу": there are such, since they are tended.
fn tended(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Option<Finding> {
    if !matches!(doc.cue(c), Some((Harm::Injured, Role::Head | Role::Free)))
        || counted(bound, c)
        || unsaid(doc, s, c)
    {
        return None;
    }
    let text = word(doc, c);
    let several = [
        "раненых",
        "раненым",
        "ранеными",
        "пострадавших",
        "пострадавшим",
        "травмированных",
        "поранених",
        "пораненим",
        "постраждалих",
        "постраждалим",
        "травмованих",
        "травмованим",
        "пораненими",
    ];
    let opens = c == s.first
        || !doc.is_word(c - 1)
        || doc.any(c - 1, Classes::of(&[Class::And, Class::Skip, Class::Whole, Class::Det, Class::That]))
        || adjective(doc, c - 1);
    let care = [
        "достав",
        "эвакуир",
        "госпитализ",
        "вывез",
        "оперир",
        "лечат",
        "перевез",
        "направ",
        "отправ",
        "оказ",
        "евакую",
        "госпіталіз",
        "вивез",
        "опер",
        "лікують",
        "надає",
        "надаю",
        "надано",
        "перевез",
        "транспорт",
    ];
    let verb = (c + 1..s.last.min(c + 5))
        .take_while(|j| doc.is_word(*j))
        .find(|j| care.iter().any(|w| word(doc, *j).starts_with(cairn_fold::fold(w).as_str())))?;
    let near = bound.iter().any(|b| b.metric == Some(Metric::Injured) && b.figure.num.abs_diff(c) < 12);
    (several.iter().any(|w| text == cairn_fold::fold(w)) && opens && !near)
        .then(|| finding(Metric::Injured, c, verb + 1, c, "presence.tended"))
}

/// "зруйновано школу, лікарню та житлові будинки": what stands behind the verb, houses and other buildings apart.
fn built(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize, out: &mut Vec<Finding>) {
    let Some((harm, role)) = doc.cue(c) else { return };
    if !matches!(harm, Harm::Damaged | Harm::Destroyed)
        || !matches!(role, Role::Free | Role::Active | Role::Part)
        || unsaid(doc, s, c)
        || crate::presence::bare::infinitive(doc, c)
    {
        return;
    }
    let joint = |j: usize| doc.kind(j) == Mark::Comma || doc.has(j, Class::And);
    let pass = |j: usize| {
        joint(j)
            || adjective(doc, j)
            || doc.any(j, Classes::of(&[Class::Skip, Class::Be, Class::Many, Class::Whole, Class::Other]))
            || doc.is_name(j) && doc.unknown(j)
            || doc.kind(j) == Mark::Quote
    };
    let (mut j, mut item, mut open) = (c + 1, c, true);
    while j < s.last && j < c + 24 {
        let number = doc.kind(j) == Mark::Number || doc.has(j, Class::Num);
        if counted(bound, j) || number || doc.cue(j).is_some() {
            return;
        }
        let unit = doc.unit(j).filter(|u| matches!(u, Unit::Home | Unit::Building));
        match unit {
            // "школу села": only the first noun of an item.
            Some(u) if open => {
                open = false;
                let metric = bind::metric(harm, Some(u));
                let same =
                    |f: &Finding| Some(f.metric) == metric && (f.cue == c || f.first <= j && j < f.last);
                if let Some(metric) = metric.filter(|_| !out.iter().any(same)) {
                    let mut f = finding(metric, item, j + 1, c, "presence.built");
                    f.unit = Some(j);
                    out.push(f);
                }
            }
            Some(_) => {}
            None if joint(j) => {
                open = true;
                item = j + 1;
            }
            None if pass(j) => {}
            // "лікарню міста, школу": a noun in the genitive behind the first.
            None if !open && doc.is_word(j) && (plain(doc, j) || doc.has(j, Class::PlaceNoun)) => {}
            None if open && plain(doc, j) => open = false,
            None => return,
        }
        j += 1;
    }
}
