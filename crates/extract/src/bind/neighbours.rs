//! Figures whose neighbours change what they count, in a language of bare plurals: "a refugees' camp", "both sexes", "in one
//! incident", "a heavy toll", "a father and his son", "villages besieged by", "named the three victims".

use crate::bind::{self, Bound};
use crate::claim::Metric;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::numbers::Form;
use crate::presence::phrase::english;
use crate::presence::told;
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

fn one_of(doc: &Doc<'_>, j: usize, words: &[&str]) -> bool {
    words.iter().any(|w| doc.is(j, w))
}

/// The figure has a noun, and counts nothing by it.
pub(crate) fn counts_nothing(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    english(doc)
        && (whose(doc, s, b)
            || let_go(doc, s, b)
            || aged(doc, s, b)
            || troops(doc, s, b)
            || saved(doc, s, b)
            || has_kin(doc, s, b)
            || sorts(doc, s, b)
            || in_one(doc, s, b)
            || of_nature(doc, s, b)
            || heavy(doc, s, b)
            || hearts(doc, s, b))
}

/// "a refugees' camp", "a displaced persons' school": one of something that is theirs.
fn whose(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let mark = b.noun.last;
    b.figure.form == Form::Single
        && mark > b.figure.last
        && mark + 1 < s.last
        && (doc.kind(mark) == Kind::Possessive || doc.words(mark, mark + 1).starts_with(['\'', '’']))
        && doc.lexemes[mark].glued
        && doc.words(mark - 1, mark).to_ascii_lowercase().ends_with('s')
        && doc.is_word(mark + 1)
}

/// "18 of the prisoners of war captured at the river, which is to the north, were released": behind the aside they are free.
fn let_go(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let captive = |c: usize| matches!(doc.cue(c), Some((Harm::Abducted | Harm::Detained, Role::Head)));
    let taken = b.noun.last;
    let aside = b.noun.cue.is_some_and(captive)
        || (b.figure.last..s.last.min(b.figure.last + 4)).take_while(|j| doc.is_word(*j)).any(captive);
    let from = b.figure.last + 1;
    let participle = (from..s.last.min(taken.max(from) + 4))
        .any(|j| matches!(doc.cue(j), Some((Harm::Abducted | Harm::Detained, Role::Part))));
    let link = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let main = |j: &usize| doc.kind(*j) == Kind::Comma && *j + 1 < s.last && doc.any(*j + 1, link);
    let Some(comma) = (from..s.last.min(from + 36)).find(main).filter(|_| aside && participle) else {
        return false;
    };
    (comma + 1..s.last)
        .find(|j| !doc.any(*j, link))
        .is_some_and(|j| matches!(doc.cue(j), Some((Harm::Excluded, Role::Part | Role::Free))))
}

/// "two battalions were wiped out": bodies of soldiers, and no number of them.
fn troops(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let bodies =
        ["company", "companies", "battalion", "battalions", "platoon", "platoons", "brigade", "brigades"];
    let lost = ["annihilated", "wiped out", "destroyed", "routed", "decimated", "ambushed", "attacked"];
    // "and two others were attacked"
    let others = b.figure.last < s.last && (b.figure.first..=b.figure.last).any(|j| doc.is(j, "others"));
    let from = if others { s.first.max(b.figure.first.saturating_sub(8)) } else { b.figure.last };
    (from..s.last.min(b.figure.last + 3)).any(|j| one_of(doc, j, &bodies))
        && (b.figure.last..s.last.min(b.figure.last + 6)).any(|j| one_of(doc, j, &lost))
}

/// "She has two brothers": whom somebody has.
fn has_kin(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let kin = [
        "brothers",
        "sisters",
        "children",
        "sons",
        "daughters",
        "siblings",
        "brother",
        "sister",
        "son",
        "daughter",
    ];
    let has = b
        .figure
        .first
        .checked_sub(1)
        .filter(|j| *j >= s.first && one_of(doc, *j, &["has", "have", "had", "with"]));
    let ends = b.noun.last >= s.last || !doc.is_word(b.noun.last) || doc.has(b.noun.last, Class::And);
    has.is_some_and(|j| !doc.is(j, "with") || j == s.first)
        && ends
        && (b.figure.last..s.last.min(b.figure.last + 3)).any(|j| one_of(doc, j, &kin))
}

/// "saved many lives": nobody died.
fn saved(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let lives = (b.figure.last..s.last.min(b.figure.last + 3)).any(|j| doc.is(j, "lives"));
    let verbs = [
        "saved",
        "save",
        "saving",
        "saves",
        "rebuild",
        "rebuilding",
        "risked",
        "risking",
        "changed",
        "spared",
    ];
    lives && (s.first..b.figure.first).rev().take(3).any(|j| one_of(doc, j, &verbs))
}

/// "for fear of looting", "a threat of demolition": it has not come.
pub(crate) fn dreaded(doc: &Doc<'_>, s: Sentence, first: usize) -> bool {
    let dread = ["fear", "fears", "threat", "threats", "danger", "prospect", "fearing"];
    // "Neither side reported casualties"
    let neither = (s.first..first).rev().take(6).take_while(|j| doc.is_word(*j));
    if english(doc) && neither.into_iter().any(|j| one_of(doc, j, &["neither", "none", "nor"])) {
        return true;
    }
    english(doc)
        && (s.first..first)
            .rev()
            .take(3)
            .take_while(|j| doc.is_word(*j))
            .any(|j| one_of(doc, j, &dread) || doc.words(j, j + 1).ends_with("fear of"))
}

/// "of both sexes", "on both sides": sorts of people, and no people.
fn sorts(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let next = b.figure.last;
    next < s.last
        && one_of(
            doc,
            next,
            &["sexes", "genders", "sides", "parties", "occasions", "fronts", "front", "frontlines"],
        )
}

/// "In one incident, 12 were killed": the words only open what is told of it.
fn in_one(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let skip = Classes::of(&[Class::Skip]);
    let end = (b.noun.last..s.last).find(|j| !doc.any(*j, skip));
    b.figure.first == s.first + 1
        && doc.is(s.first, "in")
        && doc.is(b.figure.num, "one")
        && b.noun.unit == Some(Unit::Attack)
        && end.is_some_and(|j| doc.kind(j) == Kind::Comma)
}

/// "Fire affected eight districts with 21 incidents": what nature does is no attack.
fn of_nature(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let incidents = b.noun.unit == Some(Unit::Attack)
        && b.noun.unit_at.is_some_and(|u| one_of(doc, u, &["incident", "incidents", "events", "cases"]));
    let nature = [
        "fire",
        "fires",
        "lightning",
        "erosion",
        "flood",
        "floods",
        "flooding",
        "tornado",
        "landslide",
        "landslides",
        "earthquake",
        "earthquakes",
        "animal",
        "animals",
        "capsize",
        "drowning",
        "avalanche",
        "storm",
        "storms",
        "thunderstorm",
        "thunderstorms",
        "rainfall",
        "drought",
    ];
    let before = s.first..b.figure.first;
    incidents
        && before.clone().any(|j| one_of(doc, j, &nature))
        && !before.clone().any(|j| doc.has(j, Class::Actor))
}

/// "exacts a high civilian toll": a toll that is heavy, not one.
fn heavy(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    b.figure.form == Form::Single
        && (b.figure.last..s.last.min(b.figure.last + 4))
            .take_while(|j| doc.is_word(*j))
            .any(|j| doc.is(j, "toll") || doc.is(j, "tolls"))
}

/// "two tortured fan clubs": said of what nobody can torture.
fn hearts(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let people = ["ers", "ors", "ees", "ans", "sts", "men", "nts", "nuns", "aides", "monks", "youths"];
    let c = b.figure.last;
    let next = c + 1;
    c + 1 < s.last
        && matches!(doc.cue(c), Some((Harm::Tortured, Role::Part)))
        && doc.is_word(next)
        && doc.unknown(next)
        && !doc.is_name(next)
        && {
            let word = doc.words(next, next + 1).to_ascii_lowercase();
            word.ends_with('s') && !people.iter().any(|e| word.ends_with(e))
        }
}

/// "aid for two villages besieged by rebels", "20,000 people cut off there": the participle right behind the noun is said of it.
pub(crate) fn beset(doc: &Doc<'_>, s: Sentence, b: &Bound) -> Option<usize> {
    let c = b.noun.last;
    let cut = c + 1 < s.last
        && english(doc)
        && b.figure.form != Form::Single
        && doc.caps
        && matches!(b.noun.unit, Some(Unit::Area | Unit::Person | Unit::Group | Unit::Household))
        && matches!(doc.cue(c), Some((Harm::AccessDenied, Role::Subject | Role::Part)))
        && one_of(doc, c, &["besieged", "cut off", "stranded", "marooned", "confined", "encircled"]);
    let by = || doc.any(c + 1, Classes::of(&[Class::By, Class::Since, Class::In, Class::During]));
    (cut && by()).then_some(c)
}

/// "police named the three victims", "as the last two victims": whose names are given are dead, unless another harm is told.
pub(crate) fn named_dead(doc: &Doc<'_>, s: Sentence) -> bool {
    let naming = ["named", "identified", "names", "name", "identities", "identify", "identifying", "naming"];
    let other = |h: Harm| {
        matches!(h, Harm::Tortured | Harm::Abducted | Harm::Injured | Harm::Missing | Harm::Detained)
    };
    english(doc)
        && (s.first..s.last).any(|j| one_of(doc, j, &naming))
        && !(s.first..s.last).any(|j| doc.cue(j).is_some_and(|(h, _)| other(h)))
}

/// "the deaths of a father and his son", "a man and his wife were killed": two, the second known by the first.
pub(crate) fn with_kin(doc: &Doc<'_>, s: Sentence, bound: &mut [Bound]) {
    if !english(doc) {
        return;
    }
    let kin = [
        "son",
        "daughter",
        "wife",
        "husband",
        "mother",
        "father",
        "brother",
        "sister",
        "child",
        "baby",
        "infant",
        "grandson",
        "granddaughter",
        "grandmother",
        "grandfather",
        "nephew",
        "niece",
        "cousin",
        "fiancee",
        "girlfriend",
        "boyfriend",
        "assistant",
        "adviser",
        "aide",
        "colleague",
        "cameraman",
        "friend",
        "companion",
        "translator",
        "interpreter",
        "secretary",
        "deputy",
        "uncle",
        "aunt",
        "bodyguard",
        "driver",
    ];
    for i in 0..bound.len() {
        let b = bound[i];
        let and = b.noun.last;
        let one = b.figure.form == Form::Single
            && b.metric.is_some()
            && matches!(b.noun.unit, Some(Unit::Person | Unit::Group))
            && b.noun.unit_at.is_some_and(|u| !told::several(doc, u));
        let joined =
            one && and + 2 < s.last && doc.has(and, Class::And) && one_of(doc, and + 1, &["his", "her"]);
        if !joined {
            continue;
        }
        let plain = |j: usize| {
            doc.unknown(j) && doc.is_word(j) || doc.any(j, Classes::of(&[Class::Skip, Class::AgePost]))
        };
        let role = |j: usize| {
            one_of(doc, j, &kin)
                || matches!(doc.unit(j), Some(Unit::Person | Unit::Group))
                    && !told::several(doc, j)
                    && doc.cue(j).is_none()
        };
        let whom = (and + 2..s.last.min(and + 5)).find(|j| role(*j) || !plain(*j)).filter(|j| role(*j));
        let free = |j: usize| !bound.iter().any(|o| (o.figure.first..o.noun.last).contains(&j));
        if let Some(j) = whom.filter(|j| free(*j)) {
            let b = &mut bound[i];
            (b.figure.low, b.figure.high) = (Some(2), Some(2));
            (b.figure.form, b.noun.last) = (Form::Plain, j + 1);
        }
    }
}

/// "trapped under the rubble" are missing, "trapped in the town by the siege" are cut off; none where nothing tells.
pub(crate) fn trapped(doc: &Doc<'_>, s: Sentence, c: usize) -> Option<Metric> {
    let words = doc.words(c, c + 1).to_ascii_lowercase();
    if !english(doc) || !words.contains("trapped") {
        return None;
    }
    let buried = [
        "rubble",
        "debris",
        "collapsed",
        "collapse",
        "wreckage",
        "mine",
        "mineshaft",
        "shaft",
        "wreck",
        "ruins",
        "lift",
        "tunnel",
        "landslide",
        "mudslide",
        "avalanche",
        "quake",
        "earthquake",
        "underground",
        "hull",
        "burning",
    ];
    let near = || s.first.max(c.saturating_sub(20))..s.last.min(c + 20);
    if words.contains("rubble")
        || near().any(|j| one_of(doc, j, &buried) || doc.words(j, j + 1).ends_with(" rubble"))
    {
        return Some(Metric::Missing);
    }
    let war = ["between", "there", "conflict", "fighting", "clashes", "frontline", "frontlines", "crossfire"];
    let place =
        |j: usize| doc.has(j, Class::PlaceNoun) && doc.any(j - 1, Classes::of(&[Class::In, Class::Det]));
    let cut = doc.tells_of_siege()
        || near().any(|j| one_of(doc, j, &war) || doc.any(j, Classes::of(&[Class::Mutual, Class::Encircle])))
        || (c + 1..s.last.min(c + 5)).any(place);
    cut.then_some(Metric::AccessDenied)
}

pub(crate) fn of_people(h: Harm) -> bool {
    h.of_persons() || matches!(h, Harm::Displaced | Harm::Missing)
}

/// "Several thousand civilians, mostly women and children from the town, as well as guests, fled": the verb stands behind asides.
pub(crate) fn across_aside(doc: &Doc<'_>, s: Sentence, b: &Bound) -> Option<usize> {
    let people = matches!(b.noun.unit, Some(Unit::Person | Unit::Group | Unit::Household));
    let open = b.noun.last;
    let opens = b.figure.first == s.first
        || matches!(doc.kind(b.figure.first - 1), Kind::Comma | Kind::Quote | Kind::Colon | Kind::Dash)
        || doc.any(b.figure.first - 1, Classes::of(&[Class::That, Class::Say]));
    if !english(doc) || !people || !opens || open + 2 >= s.last || doc.kind(open) != Kind::Comma {
        return None;
    }
    let leads = [
        "mostly",
        "mainly",
        "many",
        "most",
        "some",
        "largely",
        "predominantly",
        "all",
        "both",
        "almost",
        "chiefly",
    ];
    if !one_of(doc, open + 1, &leads) && !doc.any(open + 1, Classes::of(&[Class::Including, Class::Most])) {
        return None;
    }
    let aux = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    // The last comma whose next words are the verb of harm.
    (open + 2..s.last.min(open + 44)).filter(|j| doc.kind(*j) == Kind::Comma).find_map(|comma| {
        let at = (comma + 1..s.last).find(|j| !doc.any(*j, aux) && !doc.is_adverb(*j))?;
        let done = match doc.cue(at)? {
            (h, Role::Subject) => of_people(h),
            (h, Role::Part) => of_people(h) && (comma + 1..at).any(|j| doc.any(j, aux)),
            _ => false,
        };
        let ing =
            doc.words(at, at + 1).to_ascii_lowercase().split(' ').next().is_some_and(|w| w.ends_with("ing"));
        (done && !ing).then_some(at)
    })
}

/// "based on clinic reporting", "(33 men, 28 women) in reporting": a noun, and nobody who says anything.
pub(crate) fn reporting_noun(doc: &Doc<'_>, s: Sentence, v: usize) -> bool {
    let led = v.checked_sub(1).filter(|j| *j >= s.first);
    english(doc)
        && doc.is(v, "reporting")
        && led.is_some_and(|j| {
            let before =
                Classes::of(&[Class::Of, Class::On, Class::From, Class::In, Class::Preposition, Class::Det]);
            doc.kind(j) == Kind::Close
                || doc.any(j, before)
                || doc.is_word(j)
                    && !doc.is_name(j)
                    && (doc.lexemes[j].glued || doc.unit(j) == Some(Unit::Building))
        })
}

/// "22 police posts were attacked", "six villages were raided": so many attacks at least.
pub(crate) fn attacked(doc: &Doc<'_>, s: Sentence, b: &mut Bound) {
    let posts = [
        "facilities",
        "posts",
        "stations",
        "installations",
        "convoys",
        "positions",
        "checkpoints",
        "outposts",
    ];
    let place = matches!(b.noun.unit, Some(Unit::Building | Unit::Area)) && b.noun.unit_at.is_some()
        || (b.figure.last..s.last.min(b.figure.last + 3)).any(|j| one_of(doc, j, &posts));
    let free = b.metric.is_none() && !b.excluded && matches!(b.figure.form, Form::Plain | Form::Vague);
    if !english(doc) || !place || !free || bind::follows_preposition(doc, s, b) {
        return;
    }
    let aux = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let noun = |j: usize| one_of(doc, j, &posts);
    let verb = (b.noun.last..s.last).find(|j| !doc.any(*j, aux) && !doc.is_adverb(*j) && !noun(*j));
    let deeds = ["attacked", "raided", "stormed", "ambushed"];
    let verb = verb.filter(|v| one_of(doc, *v, &deeds) && (b.noun.last..*v).any(|j| doc.has(j, Class::Be)));
    if let Some(v) = verb {
        (b.metric, b.cue, b.cost, b.rule) = (Some(Metric::Attacks), Some(v), 5, "unit.attacked");
    }
}

/// "a landslide buried eleven houses": destroyed; "she buried four children": dead.
pub(crate) fn buried(doc: &Doc<'_>, s: Sentence, b: &mut Bound) {
    let words = ["buried", "engulfed", "swallowed", "entombed"];
    let before = (s.first..b.figure.first).rev().take(2).find(|j| !doc.has(*j, Class::Skip));
    let active = before.filter(|j| one_of(doc, *j, &words) && !bind::is_passive(doc, s, *j));
    let aux = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let verb = (b.noun.last..s.last.min(b.noun.last + 5)).find(|j| !doc.any(*j, aux) && !doc.is_adverb(*j));
    let passive = verb.filter(|j| one_of(doc, *j, &words) && bind::is_passive(doc, s, *j));
    if !english(doc) || b.excluded || b.figure.form == Form::Zero {
        return;
    }
    let built = matches!(b.noun.unit, Some(Unit::Home | Unit::Building));
    if let Some(c) = active.or(passive).filter(|_| built && b.metric.is_none()) {
        (b.metric, b.cue, b.cost, b.rule) =
            (bind::metric(Harm::Destroyed, b.noun.unit), Some(c), 4, "unit.buried");
    }
    // Who buries people is a person, or an earth that slid.
    let people = matches!(b.noun.unit, Some(Unit::Person | Unit::Group)) && b.metric == Some(Metric::Missing);
    let mourner = |j: usize| {
        one_of(doc, j, &["he", "she", "we", "they", "i", "families", "villagers", "residents", "relatives"])
    };
    if let Some(c) = active.filter(|c| people && b.cue == Some(*c) && *c > s.first && mourner(*c - 1)) {
        (b.metric, b.cue) = (Some(Metric::Killed), Some(c));
    }
}

/// "had been held for a year and that six had tried to flee": a figure behind a second "that" has a verb of its own.
pub(crate) fn told_anew(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> bool {
    let that = b.figure.first.checked_sub(1).filter(|j| *j > s.first + 1 && *j > c);
    let own = || {
        let next = b.noun.last.max(b.figure.last);
        next < s.last
            && (doc.any(next, Classes::of(&[Class::Be, Class::Have, Class::Act])) || doc.is_past(next))
    };
    // "detained 17 and fined 40 others", not "arrested and questioned 40 people"
    let apart = |j: usize| doc.is_past(j) && doc.has(j - 1, Class::And) && j > c + 2;
    let anew = |j: usize| doc.has(j, Class::That) && doc.has(j - 1, Class::And) && own() || apart(j);
    english(doc) && that.is_some_and(anew)
}

/// "killing its crew of four", "a family of five was wiped out": people, by the word for them all.
pub(crate) fn of_group(doc: &Doc<'_>, s: Sentence, b: &mut Bound) {
    let all = ["family", "crew", "household", "group", "families"];
    let of = b.figure.first.checked_sub(2).filter(|j| *j >= s.first && doc.has(*j + 1, Class::Of));
    let bare =
        b.noun.unit.is_none() && !b.noun.strange && b.noun.cue.is_none() && b.noun.last == b.figure.last;
    if english(doc) && bare && b.figure.form == Form::Plain && of.is_some_and(|j| one_of(doc, j, &all)) {
        b.noun.unit = Some(Unit::Group);
    }
}

/// "She lost her husband and two sons", "lost three brothers": kin that are lost are dead.
pub(crate) fn kin_lost(doc: &Doc<'_>, s: Sentence, b: &mut Bound) {
    let kin = [
        "sons",
        "daughters",
        "children",
        "brothers",
        "sisters",
        "relatives",
        "cousins",
        "siblings",
        "grandchildren",
        "nephews",
        "nieces",
        "uncles",
        "aunts",
        "kids",
        "son",
        "daughter",
        "brother",
        "sister",
        "child",
    ];
    let free = b.metric.is_none() && !b.excluded && matches!(b.figure.form, Form::Plain | Form::Vague);
    let named = (b.figure.last..s.last.min(b.figure.last + 3))
        .take_while(|j| doc.is_word(*j))
        .any(|j| one_of(doc, j, &kin));
    if !english(doc) || !free || !named {
        return;
    }
    let pass = |j: usize| {
        doc.kind(j) == Kind::Comma
            || doc.any(j, Classes::of(&[Class::And, Class::Det, Class::Pronoun, Class::Skip]))
            || doc.unit(j) == Some(Unit::Group)
            || doc.unknown(j) && doc.is_word(j) && !doc.is_past(j)
    };
    let back = (s.first..b.figure.first).rev().take(7);
    let lost = ["lost", "losing", "buried", "mourned"];
    let verb = back.take_while(|j| pass(*j) || one_of(doc, *j, &lost)).find(|j| one_of(doc, *j, &lost));
    // "lost contact with two sons", "lost his job and two sons moved away"
    let beside = |v: usize| {
        (v + 1..s.last.min(v + 4)).find(|j| !doc.any(*j, Classes::of(&[Class::Det, Class::Pronoun])))
    };
    let whom = |v: usize| {
        beside(v).is_some_and(|j| {
            (b.figure.first..=b.figure.num).contains(&j)
                || matches!(doc.unit(j), Some(Unit::Group | Unit::Person))
        })
    };
    if let Some(v) = verb.filter(|v| whom(*v)) {
        (b.metric, b.cue, b.cost, b.rule) = (Some(Metric::Killed), Some(v), 5, "unit.kin");
    }
}

/// "my cousin, who was 17, was shot", "he was 12 when he was held": an age.
pub(crate) fn aged(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let at = b.figure.first;
    if at < s.first + 2 || b.figure.form != Form::Plain || b.figure.low.is_none_or(|n| n > 110) {
        return false;
    }
    let only = |j: usize| one_of(doc, j, &["only", "just", "then", "still", "aged"]);
    let be = (s.first..at).rev().find(|j| !only(*j));
    let who = be.filter(|j| *j > s.first && one_of(doc, *j, &["was", "is"])).map(|j| j - 1);
    let next = b.noun.last.max(b.figure.last);
    let ends = next >= s.last
        || matches!(doc.kind(next), Kind::Comma | Kind::Stop | Kind::Close)
        || one_of(doc, next, &["when", "at", "and", "then", "years"]);
    b.noun.unit.is_none() && ends && who.is_some_and(|j| one_of(doc, j, &["who", "he", "she", "i"]))
}
