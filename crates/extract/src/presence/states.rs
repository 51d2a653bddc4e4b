//! Harm told by a state or a turn of words without a figure, in a language of bare plurals: "the bombs caused damage", "a
//! heavy toll on civilians", "the entire village fled", "the clinic's ward was damaged", "was forced to turn back".

use std::sync::LazyLock;

use crate::bind::{self, Bound};
use crate::claim::Metric;
use crate::lexicon::filter::{Filter, Key};
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::presence::phrase::{self, Wanted};
use crate::presence::told::several;
use crate::presence::{Finding, finding};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind as Mark;

const UNSAID: Classes = Classes::of(&[Class::Not, Class::Zero, Class::Lack]);

type Found = Option<(Metric, usize, usize, &'static str)>;

fn one_of(doc: &Doc<'_>, j: usize, words: &[&str]) -> bool {
    words.iter().any(|w| doc.is(j, w))
}

/// Words that open a rule here.
static OPENING: LazyLock<Filter> = LazyLock::new(|| {
    let words = [
        "reported damage",
        "damage",
        "destruction",
        "damage to",
        "toll",
        "collapse",
        "turn back",
        "turn",
        "cut",
        "cut off",
        "suspended",
        "severed",
        "disrupted",
        "halted",
        "interrupted",
        "evacuated",
        "treated",
        "reached",
        "transferred",
        "moved",
        "fed",
        "supplied",
        "fatal",
        "deadly",
        "lethal",
    ];
    Filter::of(words.into_iter())
});

/// Whether the word at `c` may open a rule here, where it is no word of harm.
pub(crate) fn opens(doc: &Doc<'_>, c: usize, word: Key) -> bool {
    phrase::english(doc) && (doc.has(c, Class::Victim) || OPENING.may(word))
}

/// All the rules of this module, at one lexeme.
pub(crate) fn findings(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize, out: &mut Vec<Finding>) {
    if !phrase::english(doc) || !doc.is_word(c) {
        return;
    }
    let found = damage(doc, s, bound, c)
        .or_else(|| toll(doc, s, bound, c))
        .or_else(|| moved(doc, s, bound, c))
        .or_else(|| of_owner(doc, s, bound, c))
        .or_else(|| every(doc, s, bound, c))
        .or_else(|| made_to_fall(doc, s, bound, c))
        .or_else(|| turned_back(doc, s, c))
        .or_else(|| services_cut(doc, s, c))
        .or_else(|| not_reached(doc, s, c))
        .or_else(|| deadly(doc, s, bound, c))
        .or_else(|| rife(doc, s, c))
        .or_else(|| whose_victims(doc, s, bound, c));
    let Some((metric, first, last, rule)) = found else { return };
    let built = |m: Metric| {
        matches!(
            m,
            Metric::HomesDamaged
                | Metric::HomesDestroyed
                | Metric::BuildingsDamaged
                | Metric::BuildingsDestroyed
        )
    };
    let same = |f: &Finding| f.metric == metric || built(f.metric) && built(metric);
    let near = |f: &Finding| f.first < last + 1 && first < f.last + 1;
    let counted = |b: &Bound| b.metric == Some(metric) && (first..last).contains(&b.figure.num);
    if !out.iter().any(|f| same(f) && near(f)) && !bound.iter().any(counted) {
        out.push(finding(metric, first, last, c, rule));
    }
}

/// "might", "no", "to prevent": nothing of the kind has happened.
fn unsaid(doc: &Doc<'_>, s: Sentence, c: usize, reach: usize) -> bool {
    let mut back = (s.first..c).rev().take(reach);
    back.any(|j| {
        doc.any(j, UNSAID) || phrase::modal(doc, j) || one_of(doc, j, &["little", "avoid", "prevent"])
    })
}

/// "The bombs caused damage", "material damage was reported", "reported damage to civilian infrastructure".
fn damage(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Found {
    // "reported damage" is one phrase of the lexicon.
    let whole = doc.is(c, "reported damage");
    let noun = whole || doc.is(c, "damage") || doc.is(c, "destruction") || doc.is(c, "damage to");
    if !noun || unsaid(doc, s, c, 4) {
        return None;
    }
    let metric = |unit: Unit| {
        let harm = if doc.is(c, "destruction") { Harm::Destroyed } else { Harm::Damaged };
        bind::metric(harm, Some(unit))
    };
    let to = c + 1;
    let object = || {
        let at = to + usize::from(!doc.is(c, "damage to"));
        let p = (at..s.last.min(at + 2)).find_map(|j| phrase::from(doc, s, bound, j, Wanted::Built))?;
        (!p.definite && p.unit != Unit::Area).then_some(p)
    };
    let directed = doc.is(c, "damage to") || to + 1 < s.last && (doc.has(to, Class::To) || doc.is(to, "of"));
    if whole || doc.is(c, "damage to") {
        let told = whole
            || c > s.first && one_of(doc, c - 1, &["reported", "recorded", "documented", "noted", "saw"]);
        let p = object().filter(|_| directed && told)?;
        return Some((metric(p.unit)?, c, p.last, "presence.damage_to"));
    }
    // "storm damage", "brain damage": of another kind; "crop damage" is no building's.
    let other = [
        "brain",
        "liver",
        "nerve",
        "reputational",
        "crop",
        "collateral",
        "economic",
        "environmental",
        "hearing",
    ];
    let mut first = c;
    while first > s.first && c - first < 4 {
        let j = first - 1;
        let plain = doc.unknown(j) && doc.is_word(j) && !doc.is_past(j) && (!doc.is_name(j) || j == s.first);
        if one_of(doc, j, &other) {
            return None;
        }
        if !(plain
            || doc.any(j, Classes::of(&[Class::Skip, Class::Many, Class::Most]))
            || one_of(doc, j, &["some", "a lot of"]))
        {
            break;
        }
        first = j;
    }
    let causes = [
        "caused",
        "causing",
        "inflicted",
        "inflicting",
        "wrought",
        "did",
        "doing",
        "wreaked",
        "wreaking",
        "left",
    ];
    let lead = first.checked_sub(1).filter(|j| *j >= s.first);
    let caused = lead.is_some_and(|j| one_of(doc, j, &causes) && !unsaid(doc, s, j, 3));
    // "damage to crops": only what is built.
    if directed {
        return None;
    }
    let ends = to >= s.last
        || !doc.is_word(to)
        || doc.any(to, Classes::of(&[Class::And, Class::In, Class::Stop, Class::On]))
        || doc.is(to, "but");
    if caused && ends {
        let from = lead.unwrap_or(first);
        let does = Classes::of(&[Class::Event, Class::Hazard, Class::Storm]);
        let doer = from > s.first
            && (doc.any(from - 1, does) || doc.unit(from - 1).is_some() || doc.is(from - 1, "explosions"));
        return doer
            .then_some(())
            .and_then(|()| Some((metric(Unit::Building)?, from, c + 1, "presence.damage_done")));
    }
    // "Material damage was reported"
    let opens = first == s.first
        || !doc.is_word(first - 1)
        || doc.any(first - 1, Classes::of(&[Class::And, Class::That]));
    let be = to + 1 < s.last && doc.has(to, Class::Be);
    let reported = be && one_of(doc, to + 1, &["reported", "recorded", "caused", "inflicted"]);
    (opens && reported)
        .then_some(())
        .and_then(|()| Some((metric(Unit::Building)?, first, to + 2, "presence.damage_done")))
}

/// "exacts a high civilian toll", "took a heavy toll on civilians".
fn toll(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Found {
    if !doc.is(c, "toll") || phrase::counted(bound, c) && bound.iter().any(|b| b.cue == Some(c)) {
        return None;
    }
    let article = (s.first..c).rev().take(4).find(|j| one_of(doc, *j, &["a", "its"]))?;
    let verbs = [
        "exact",
        "exacts",
        "exacted",
        "exacting",
        "take",
        "takes",
        "took",
        "taken",
        "taking",
        "inflict",
        "inflicted",
    ];
    let verb = article.checked_sub(1).filter(|j| *j >= s.first && one_of(doc, *j, &verbs))?;
    let human = |j: usize| {
        one_of(doc, j, &["civilian", "human", "deadly"])
            || matches!(doc.unit(j), Some(Unit::Person | Unit::Group)) && !doc.has(j, Class::Actor)
    };
    let on = c + 1 < s.last && doc.has(c + 1, Class::On);
    let whom = (article + 1..c).any(human)
        || on && (c + 2..s.last.min(c + 5)).take_while(|j| doc.is_word(*j)).any(human);
    let heavy = (article + 1..c).any(|j| {
        one_of(
            doc,
            j,
            &[
                "heavy",
                "high",
                "terrible",
                "devastating",
                "grim",
                "horrific",
                "deadly",
                "huge",
                "severe",
                "heavier",
            ],
        )
    });
    let said = !(s.first..verb).rev().take(3).any(|j| doc.any(j, UNSAID) || phrase::modal(doc, j));
    (whom && heavy && said).then_some((Metric::OtherCount, article, c + 1, "presence.heavy_toll"))
}

/// "The entire village fled", "several villages have been displaced", "houses were evacuated", "with families fleeing".
fn moved(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Found {
    let Some((Harm::Displaced, role)) = doc.cue(c) else { return None };
    let word = doc.words(c, c + 1).to_ascii_lowercase();
    let found = |first: usize| Some((Metric::Displaced, first, c + 1, "presence.moved"));
    if role == Role::Subject && word.ends_with("ing")
        || word.starts_with("fleeing")
        || word.starts_with("leaving")
    {
        let with = (s.first..c).rev().take(7).find(|j| doc.is(*j, "with"))?;
        let p = phrase::from(doc, s, bound, with + 1, Wanted::People)?;
        return (p.last == c && !unsaid(doc, s, with, 3)).then_some(()).and_then(|()| found(p.first));
    }
    let fled = role == Role::Subject
        && [
            "fled",
            "have fled",
            "had fled",
            "to evacuate",
            "to flee",
            "left their homes",
            "to leave their homes",
        ]
        .iter()
        .any(|w| word.starts_with(w));
    let passive = role == Role::Part
        && ["evacuated", "displaced", "emptied", "uprooted", "relocated"].iter().any(|w| word.ends_with(w));
    if !fled && !passive || unsaid(doc, s, c, 4) {
        return None;
    }
    // "decided to evacuate", "was forced to flee"
    let pass = Classes::of(&[Class::Have, Class::Be, Class::Skip, Class::To]);
    let decided = ["decided", "began", "started", "had", "forced", "chose", "managed", "rushed", "voted"];
    let mut v = c;
    while v > s.first
        && c - v < 5
        && (doc.any(v - 1, pass) || one_of(doc, v - 1, &decided) || doc.is_adverb(v - 1))
    {
        v -= 1;
    }
    let be = (v..c).any(|j| doc.has(j, Class::Be)) || word.contains("been ") || word.starts_with("were ");
    if passive && !be {
        return None;
    }
    // "the entire village", "the whole population of NAME"
    let bars = Classes::of(&[Class::Say, Class::That, Class::Relative, Class::And, Class::By, Class::Be]);
    let start = (s.first..v).rev().take(9).take_while(|j| doc.is_word(*j) && !doc.any(*j, bars)).last()?;
    let place = |j: usize| {
        doc.has(j, Class::PlaceNoun)
            || doc.unit(j) == Some(Unit::Area)
            || one_of(doc, j, &["population", "community", "neighbourhood", "neighborhood"])
    };
    let whole = (start..v).find(|j| doc.has(*j, Class::Whole)).filter(|w| {
        (w + 1..v.min(w + 3))
            .any(|j| place(j) || doc.words(j, j + 1).to_ascii_lowercase().starts_with("population"))
    });
    if let Some(w) = whole {
        let first = w - usize::from(w > s.first && doc.has(w - 1, Class::Det));
        return found(first);
    }
    if !passive {
        return None;
    }
    let p = phrase::before(doc, s, bound, v, Wanted::Built)?;
    // "several offices were evacuated for a drill": nobody lives there.
    let lived_in = matches!(p.unit, Unit::Home | Unit::Area)
        || one_of(
            doc,
            p.head,
            &["hospitals", "buildings", "blocks", "camps", "settlements", "schools", "shelters"],
        );
    (!p.definite && lived_in).then_some(()).and_then(|()| found(p.first))
}

/// "The clinic's oxygen plant was damaged": a part of what is built, by whose it is.
fn of_owner(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Found {
    let Some((harm @ (Harm::Damaged | Harm::Destroyed), Role::Part)) = doc.cue(c) else { return None };
    let (v, passive) = phrase::verb(doc, s, c)?;
    let mark = (s.first + 1..v).rev().take(5).find(|j| doc.kind(*j) == Mark::Possessive)?;
    let owner = mark - 1;
    let built =
        matches!(doc.unit(owner), Some(Unit::Building | Unit::Home)) || doc.has(owner, Class::PlaceNoun);
    let thing = (mark + 1..v).all(|j| {
        doc.is_word(j)
            && doc.cue(j).is_none()
            && !phrase::counted(bound, j)
            && !matches!(doc.unit(j), Some(Unit::Thing | Unit::Person | Unit::Group | Unit::Animal))
    });
    let first =
        owner - usize::from(owner > s.first && doc.any(owner - 1, Classes::of(&[Class::Det, Class::Indef])));
    if !passive || !built || !thing || mark + 1 >= v || phrase::counted(bound, owner) {
        return None;
    }
    Some((bind::metric(harm, Some(Unit::Building))?, first, c + 1, "presence.of_owner"))
}

/// "Every house in the village had been burned", "almost every shop was looted".
fn every(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Found {
    let Some((harm @ (Harm::Damaged | Harm::Destroyed), Role::Part)) = doc.cue(c) else { return None };
    let (v, passive) = phrase::verb(doc, s, c)?;
    let bars = Classes::of(&[Class::Say, Class::That, Class::Relative, Class::Be]);
    let mut clause = (s.first..v).rev().take(10).take_while(|j| doc.is_word(*j) && !doc.any(*j, bars));
    let at = clause.find(|j| one_of(doc, *j, &["every", "each"])).filter(|_| passive)?;
    let built = |j: &usize| matches!(doc.unit(*j), Some(Unit::Building | Unit::Home | Unit::Area));
    let noun = (at + 1..v.min(at + 4)).find(built)?;
    let unit = doc.unit(noun).filter(|_| !phrase::counted(bound, noun))?;
    Some((bind::metric(harm, Some(unit))?, at, c + 1, "presence.every"))
}

/// "causing dams to collapse"
fn made_to_fall(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Found {
    let to = c.checked_sub(1).filter(|j| *j > s.first && doc.is(c, "collapse") && doc.has(*j, Class::To))?;
    let made = ["causing", "caused", "cause", "causes", "made", "leading"];
    let verb =
        (s.first..to).rev().take(5).take_while(|j| doc.is_word(*j)).find(|j| one_of(doc, *j, &made))?;
    if unsaid(doc, s, verb, 3) || bound.iter().any(|b| (verb..to).contains(&b.figure.num)) {
        return None;
    }
    let works = ["dams", "dykes", "embankments", "bridges", "walls", "buildings", "towers", "roads", "roofs"];
    let p = phrase::from(doc, s, bound, verb + 1, Wanted::Built).filter(|p| p.last == to && !p.definite);
    let unit = p.map(|p| p.unit).or_else(|| one_of(doc, to - 1, &works).then_some(Unit::Building))?;
    Some((bind::metric(Harm::Destroyed, Some(unit))?, verb, c + 1, "presence.made_to_fall"))
}

/// "The convoy was forced to turn back", "aid trucks were turned back": help that did not come.
fn turned_back(doc: &Doc<'_>, s: Sentence, c: usize) -> Found {
    let back = doc.is(c, "turn back") || doc.is(c, "turn") && c + 1 < s.last && doc.is(c + 1, "back");
    if !back {
        return None;
    }
    let helps = |j: usize| {
        doc.has(j, Class::Essential)
            || one_of(
                doc,
                j,
                &["convoy", "convoys", "mission", "trucks", "ambulances", "ambulance", "relief", "aid"],
            )
    };
    let made = (s.first..c)
        .rev()
        .take(4)
        .find(|j| one_of(doc, *j, &["forced", "had", "made", "ordered", "obliged", "compelled"]))?;
    let close = unsaid(doc, s, made, 2);
    // Whatever helps, in the sentence: no farther than a long clause.
    let near = (s.first.max(made.saturating_sub(30))..s.last.min(c + 14)).any(helps);
    let last = c + 1 + usize::from(doc.is(c, "turn"));
    (near && !close).then_some((Metric::AccessDenied, made, last, "presence.turned_back"))
}

/// "Essential services, such as running water, have been cut": an aside between what is cut and its verb.
fn services_cut(doc: &Doc<'_>, s: Sentence, c: usize) -> Found {
    if !one_of(doc, c, &["cut", "cut off", "suspended", "severed", "disrupted", "halted", "interrupted"]) {
        return None;
    }
    let (v, passive) = phrase::verb(doc, s, c)?;
    let comma = v.checked_sub(1).filter(|j| passive && *j > s.first && doc.kind(*j) == Mark::Comma)?;
    let open = (s.first..comma).rev().take(14).find(|j| doc.kind(*j) == Mark::Comma)?;
    let aside = open + 1 < comma
        && (one_of(doc, open + 1, &["such", "including", "like", "among"])
            || doc.has(open + 1, Class::Including));
    let good =
        |j: usize| doc.has(j, Class::Essential) || one_of(doc, j, &["services", "supplies", "utilities"]);
    let head = open.checked_sub(1).filter(|j| aside && *j >= s.first && good(*j))?;
    Some((Metric::AccessDenied, head, c + 1, "presence.services_cut"))
}

/// "The wounded cannot be evacuated", "the sick could not be treated".
fn not_reached(doc: &Doc<'_>, s: Sentence, c: usize) -> Found {
    if !one_of(doc, c, &["evacuated", "treated", "reached", "transferred", "moved", "fed", "supplied"]) {
        return None;
    }
    let link = |j: usize| {
        doc.any(j, Classes::of(&[Class::Be, Class::Not, Class::Have, Class::Skip])) || phrase::modal(doc, j)
    };
    let v = (s.first..c).rev().take_while(|j| link(*j)).last()?;
    let not = (v..c).any(|j| doc.has(j, Class::Not) || one_of(doc, j, &["cannot", "could not", "can not"]));
    let can = (v..c).any(|j| {
        let word = doc.words(j, j + 1).to_ascii_lowercase();
        word.starts_with("can") || word.starts_with("could")
    });
    let whom = v.checked_sub(1).filter(|j| *j >= s.first)?;
    let in_need = [
        "wounded",
        "injured",
        "sick",
        "patients",
        "casualties",
        "ill",
        "people",
        "civilians",
        "residents",
        "families",
    ];
    let article = whom > s.first && doc.has(whom - 1, Class::Det);
    let first = whom - usize::from(article);
    (not && can && one_of(doc, whom, &in_need)).then_some((
        Metric::AccessDenied,
        first,
        c + 1,
        "presence.not_reached",
    ))
}

/// "Fatal gang violence continued", "deadly clashes broke out": people died in it.
fn deadly(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Found {
    if !one_of(doc, c, &["fatal", "deadly", "lethal"]) || unsaid(doc, s, c, 3) {
        return None;
    }
    // "a deadly attack": of one the figures tell, or another sentence.
    if c > s.first
        && doc.is_word(c - 1)
        && !doc.any(c - 1, Classes::of(&[Class::That, Class::And, Class::Say]))
    {
        return None;
    }
    let strife = |j: usize| {
        doc.has(j, Class::Mutual)
            || one_of(doc, j, &["attacks", "violence", "raids", "shootings", "strikes", "ambushes"])
    };
    let at = (c + 1..s.last.min(c + 5)).take_while(|j| doc.is_word(*j)).find(|j| strife(*j))?;
    let goes_on = [
        "continued",
        "continue",
        "persisted",
        "erupted",
        "broke",
        "resumed",
        "flared",
        "escalated",
        "occurred",
    ];
    let verb = (at + 1..s.last.min(at + 4)).find(|j| one_of(doc, *j, &goes_on))?;
    let killed = bound.iter().any(|b| b.metric == Some(Metric::Killed));
    (!killed).then_some((Metric::Killed, c, verb + 1, "presence.deadly"))
}

/// "Torture and other ill-treatment in custody remained widespread": told of where, before it is told how often.
fn rife(doc: &Doc<'_>, s: Sentence, c: usize) -> Found {
    let Some((harm, Role::Head | Role::Noun)) = doc.cue(c) else { return None };
    let word = doc.words(c, c + 1).to_ascii_lowercase();
    let deed = [
        "torture",
        "killings",
        "kidnappings",
        "abductions",
        "arrests",
        "detentions",
        "disappearances",
        "rape",
        "rapes",
        "beatings",
        "evictions",
        "executions",
        "lynchings",
        "sexual violence",
        "extrajudicial killings",
    ];
    let opens =
        c == s.first || !doc.is_word(c - 1) || doc.any(c - 1, Classes::of(&[Class::That, Class::And]));
    if !deed.iter().any(|w| word == *w) || !opens {
        return None;
    }
    let pass = Classes::of(&[
        Class::And,
        Class::Or,
        Class::Of,
        Class::In,
        Class::By,
        Class::Other,
        Class::Det,
        Class::From,
    ]);
    let aux = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let clause = |j: usize| {
        doc.is_word(j)
            && !doc.any(j, Classes::of(&[Class::Say, Class::That, Class::Relative, Class::Not, Class::Zero]))
            && (doc.any(j, pass) || doc.unknown(j) || !doc.any(j, aux))
    };
    let verb = (c + 1..s.last.min(c + 12))
        .take_while(|j| clause(*j) || doc.any(*j, aux))
        .find(|j| doc.any(*j, Classes::of(&[Class::Be])) && !doc.is(*j, "reported"))?;
    let at = (verb + 1..s.last.min(verb + 3)).find(|j| !doc.any(*j, aux) && !doc.is_adverb(*j))?;
    let often = [
        "widespread",
        "common",
        "rife",
        "systematic",
        "routine",
        "frequent",
        "rampant",
        "prevalent",
        "endemic",
        "commonplace",
    ];
    let metric = bind::metric(harm, None).filter(|_| one_of(doc, at, &often))?;
    Some((metric, c, at + 1, "presence.rife"))
}

/// "The victims, most of them summarily executed, include traders": who they were, behind what befell them.
fn whose_victims(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Found {
    let led = doc.has(c, Class::Victim) && c > s.first && doc.has(c - 1, Class::Det);
    let open = c + 1;
    if !led || open + 3 >= s.last || doc.kind(open) != Mark::Comma || phrase::counted(bound, c) {
        return None;
    }
    let close = (open + 1..s.last.min(open + 12)).find(|j| doc.kind(*j) == Mark::Comma)?;
    let told = close + 1 < s.last && doc.has(close + 1, Class::Including);
    let harm =
        (open + 1..close).find_map(|j| doc.cue(j).filter(|(h, r)| h.of_persons() && *r == Role::Part))?;
    let many = (open + 1..close)
        .any(|j| doc.any(j, Classes::of(&[Class::Most, Class::Many])) || one_of(doc, j, &["all", "some"]));
    let people = (close + 2..s.last.min(close + 5)).any(|j| doc.is_word(j) && several(doc, j));
    if !told
        || !many
        || !people
        || bound.iter().any(|b| (c..close + 4).contains(&b.figure.num) && b.metric.is_some())
    {
        return None;
    }
    Some((bind::metric(harm.0, None)?, c - 1, close + 2, "presence.whose_victims"))
}
