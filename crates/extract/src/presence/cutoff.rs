//! People cut off from what they need, in a language of bare plurals: blackouts, roads cut, camps sealed, aid that does not come.

use std::sync::LazyLock;

use crate::bind::Bound;
use crate::claim::Metric;
use crate::lexicon::filter::{Filter, Key};
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::presence::harmed;
use crate::presence::phrase::{self, one_of};
use crate::presence::{Finding, finding};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

const UNSAID: Classes = Classes::of(&[Class::Not, Class::Zero]);

/// Words that open a rule here and are in no list of the language.
static OPENING: LazyLock<Filter> = LazyLock::new(|| {
    let words = [
        "unable",
        "unable to",
        "cannot",
        "could not",
        "can not",
        "not",
        "denied",
        "denying",
        "refused",
        "refusing",
        "restricted",
        "restricting",
        "limited",
        "restrict",
        "barred",
        "inaccessible",
        "stuck",
        "stranded",
        "marooned",
        "trapped",
    ];
    Filter::of(words.into_iter())
});

/// Whether the word may open a rule here.
pub(crate) fn opens(doc: &Doc<'_>, word: Key) -> bool {
    phrase::english(doc) && OPENING.may(word)
}

/// All the rules of this module, at one lexeme.
pub(crate) fn findings(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize, out: &mut Vec<Finding>) {
    let told = |first: usize, last: usize| {
        out.iter().any(|f| f.metric == Metric::AccessDenied && f.first < last + 2 && first < f.last + 2)
    };
    // "يعيش الآلاف تحت الحصار، ولا تصل إليهم الأدوية": behind a comma another thing is told.
    let apart = |a: usize, b: usize| {
        crate::grammar::verbal::here(doc)
            && (a.min(b)..a.max(b)).any(|j| doc.kind(j) == crate::text::token::Kind::Comma)
    };
    let counted = |j: usize| {
        bound.iter().any(|b| {
            let near = b.figure.num.abs_diff(j) < 10 && !apart(b.figure.num, j);
            b.metric == Some(Metric::AccessDenied) && near
        })
    };
    let found = if phrase::english(doc) {
        outage(doc, s, c)
            .or_else(|| sealed(doc, s, c))
            .or_else(|| roads(doc, s, c))
            .or_else(|| unable(doc, s, c))
            .or_else(|| refused(doc, s, c))
            .or_else(|| undelivered(doc, s, c))
            .or_else(|| reduced(doc, s, c))
            .or_else(|| stuck(doc, s, c))
    } else {
        power(doc, s, c)
            .or_else(|| absent(doc, s, c))
            .or_else(|| unreached(doc, s, c))
            .or_else(|| ways(doc, s, c))
            .or_else(|| barred(doc, s, c))
    };
    if let Some((first, last, rule)) = found.filter(|(a, b, _)| !told(*a, *b) && !counted(c)) {
        let mut f = finding(Metric::AccessDenied, first, last, c, rule);
        let good = (first..last).find(|j| doc.has(*j, Class::Essential));
        f.unit = good;
        f.goods = good.map(|g| (g, g + 1));
        out.push(f);
    }
}

/// "Power was cut to 8,000 homes": the figure right behind what was withheld counts those without it, and says more
/// than the bare statement.
pub(crate) fn counted(doc: &Doc<'_>, bound: &mut [Bound], findings: &mut Vec<Finding>) {
    let link = Classes::of(&[
        Class::To,
        Class::Of,
        Class::In,
        Class::From,
        Class::Preposition,
        Class::About,
        Class::AtLeast,
        Class::Det,
        Class::PlaceNoun,
        Class::Skip,
        // "انقطعت الكهرباء عن"
        Class::That,
    ]);
    let people = [Unit::Person, Unit::Group, Unit::Household, Unit::Home, Unit::Area];
    findings.retain(|f| {
        // In a phrase of the lexicon the essential is a part of it.
        let phrase = matches!(doc.cue(f.cue), Some((Harm::AccessDenied, Role::Presence)));
        let good = phrase || (f.first..f.last).any(|j| doc.has(j, Class::Essential));
        if f.metric != Metric::AccessDenied || !good {
            return true;
        }
        let behind = |b: &&mut Bound| {
            let (from, to) = (f.last, b.figure.first);
            b.metric.is_none()
                && !b.excluded
                && b.noun.unit.is_some_and(|u| people.contains(&u))
                && from <= to
                && to - from <= 4
                && (from..to)
                    .all(|j| doc.is_word(j) && (doc.any(j, link) || doc.is(j, "off") || doc.is(j, "for")))
        };
        let Some(b) = bound.iter_mut().find(behind) else { return true };
        (b.cue, b.metric, b.rule) = (Some(f.cue), Some(Metric::AccessDenied), "cut.off_to");
        false
    });
}

type Found = Option<(usize, usize, &'static str)>;

/// "might cause", "no", "to prevent": nothing of the kind has happened.
fn unsaid(doc: &Doc<'_>, s: Sentence, c: usize, reach: usize) -> bool {
    (s.first..c).rev().take(reach).any(|j| doc.any(j, UNSAID) || phrase::modal(doc, j))
}

/// "caused power outages", "A blackout was reported".
fn outage(doc: &Doc<'_>, s: Sentence, c: usize) -> Found {
    let told = &doc.lex.profile.told;
    if !one_of(doc, c, &told.outage) || unsaid(doc, s, c, 4) {
        return None;
    }
    // "power cuts": a cut is one of power only when it says so.
    let bare = doc.is(c, "blackout") || doc.is(c, "blackouts");
    let power = c > s.first
        && (doc.has(c - 1, Class::Essential) || doc.words(c - 1, c).to_ascii_lowercase().ends_with("power"));
    if !bare && !power {
        return None;
    }
    let mut first = c - usize::from(!bare);
    let plain = |j: usize| {
        doc.unknown(j) && doc.is_word(j) && !doc.is_past(j)
            || doc.any(j, Classes::of(&[Class::Skip, Class::Many]))
    };
    while first > s.first && c - first < 4 && plain(first - 1) {
        first -= 1;
    }
    let known = first > s.first && doc.any(first - 1, Classes::of(&[Class::Det, Class::This]));
    let during = first > s.first
        && doc.any(first - 1, Classes::of(&[Class::During, Class::Of, Class::Cause, Class::From]));
    // "power outages affected the storage of milk": another thing is told of them.
    let verb = Classes::of(&[Class::Act, Class::Leads, Class::Exists, Class::Have, Class::Say, Class::And]);
    let brought = first > s.first
        && (doc.any(first - 1, verb) || one_of(doc, first - 1, &told.brings) || doc.is(first - 1, "a"));
    let next = c + 1;
    let goes = next >= s.last
        || !doc.is_word(next)
        || doc.any(next, Classes::of(&[Class::In, Class::Be, Class::Have, Class::And]))
        || one_of(doc, next, &told.happens)
        || doc.is(next, "hit")
        || doc.is(next, "for");
    (!known && !during && (goes || brought && !doc.has(first - 1, Class::And))).then_some((
        first,
        c + 1,
        "presence.outage",
    ))
}

fn settlement(doc: &Doc<'_>, j: usize) -> bool {
    one_of(doc, j, &doc.lex.profile.told.settlement)
}

/// "The camp was sealed off by troops", "have sealed the camp".
fn sealed(doc: &Doc<'_>, s: Sentence, c: usize) -> Found {
    let verb = doc.has(c, Class::Encircle) || one_of(doc, c, &doc.lex.profile.told.sealed);
    if !verb || unsaid(doc, s, c, 4) {
        return None;
    }
    let (v, passive) = phrase::verb(doc, s, c)?;
    if passive {
        let clause = (s.first..v).rev().take(8).take_while(|j| {
            doc.is_word(*j)
                && !doc
                    .any(*j, Classes::of(&[Class::Say, Class::That, Class::Relative, Class::And, Class::By]))
        });
        let place = clause.last().and_then(|from| (from..v).find(|j| settlement(doc, *j)))?;
        // "a town was surrounded by hills": not by those who may.
        let by = c + 1 >= s.last
            || !doc.has(c + 1, Class::By)
            || (c + 2..s.last.min(c + 7))
                .any(|j| doc.any(j, Classes::of(&[Class::Actor, Class::Org])) || doc.is_name(j));
        return by.then_some((place, c + 1, "presence.sealed"));
    }
    // "in the besieged enclave": an adjective.
    if !harmed::acts(doc, s, c, Role::Part) {
        return None;
    }
    let place = (c + 1..s.last.min(c + 5)).take_while(|j| doc.is_word(*j)).find(|j| settlement(doc, *j))?;
    let direct = (c + 1..place).all(|j| {
        doc.unknown(j) || doc.any(j, Classes::of(&[Class::Det, Class::Skip, Class::Whole, Class::Many]))
    });
    direct.then_some((c, place + 1, "presence.sealed"))
}

/// "Roads to the village are cut", "the crossing has been closed since May".
fn roads(doc: &Doc<'_>, s: Sentence, c: usize) -> Found {
    let told = &doc.lex.profile.told;
    if !one_of(doc, c, &told.shut) || unsaid(doc, s, c, 4) {
        return None;
    }
    let (v, passive) = phrase::verb(doc, s, c)?;
    let bars = Classes::of(&[Class::Say, Class::That, Class::Relative, Class::Be, Class::Have]);
    // "phone services", not "train services"
    let wire = |j: usize| {
        let kinds = [
            "phone",
            "telephone",
            "mobile",
            "communication",
            "communications",
            "internet",
            "power",
            "electricity",
            "water",
        ];
        let service = ["service", "services", "network", "networks", "lines"].iter().any(|w| doc.is(j, w));
        !service || j > s.first && kinds.iter().any(|w| doc.is(j - 1, w))
    };
    let way = |j: usize| one_of(doc, j, &told.way) && wire(j);
    if !passive {
        return None;
    }
    let clause = (s.first..v).rev().take(9).take_while(|j| doc.is_word(*j) && !doc.any(*j, bars));
    let at = clause.last().and_then(|from| (from..v).find(|j| way(*j)))?;
    // "was closed for repairs", not "for two days"
    let time =
        Classes::of(&[Class::Num, Class::Indef, Class::Det, Class::TimeUnit, Class::Many, Class::Past]);
    let why = c + 2 < s.last && doc.is(c + 1, "for") && doc.kind(c + 2) != Kind::Number;
    if why && (doc.is(c, "closed") || doc.is(c, "shut")) {
        let day = (c + 2..s.last.min(c + 6)).any(|j| doc.has(j, Class::TimeUnit));
        if !doc.any(c + 2, time) || !day {
            return None;
        }
    }
    (at..v).all(|j| doc.cue(j).is_none()).then_some((at, c + 1, "presence.roads"))
}

/// "have been unable to deliver aid", "ambulances could not reach the wounded".
fn unable(doc: &Doc<'_>, s: Sentence, c: usize) -> Found {
    let word = doc.words(c, c + 1).to_ascii_lowercase();
    let told = &doc.lex.profile.told;
    // One phrase of the lexicon, or the words one by one.
    let whole = ["unable to", "cannot", "could not", "can not"].iter().any(|w| word.starts_with(w));
    let apart = whole && (word == "unable to" || word == "cannot" || word == "could not")
        || doc.is(c, "unable") && c + 1 < s.last && doc.is(c + 1, "to")
        || doc.is(c, "not")
            && c > s.first
            && (doc.is(c - 1, "could") || doc.is(c - 1, "can") || doc.is(c - 1, "able"));
    let from =
        c + 1 + usize::from(doc.is(c, "unable") || doc.is(c, "not") && c > s.first && doc.is(c - 1, "able"));
    let serves = |j: usize| j < s.last && one_of(doc, j, &told.serves);
    let verb = if apart {
        (from..s.last.min(from + 2)).find(|j| serves(*j))?
    } else if whole {
        c
    } else {
        return None;
    };
    if phrase::modal(doc, c.saturating_sub(1)) && !apart {
        return None;
    }
    let need = |j: usize| {
        doc.has(j, Class::Essential)
            || settlement(doc, j)
            || matches!(doc.unit(j), Some(Unit::Person | Unit::Group | Unit::Household | Unit::Area))
            || ["services", "treatment", "care"].iter().any(|w| doc.is(j, w))
            || doc.is(j, "wounded")
            || doc.is(j, "injured")
    };
    let bars = Classes::of(&[Class::Say, Class::That, Class::Relative, Class::And, Class::Be]);
    let at = (verb + 1..s.last.min(verb + 7))
        .take_while(|j| doc.is_word(*j) && !doc.any(*j, bars))
        .find(|j| need(*j))?;
    Some((c, at + 1, "presence.unable"))
}

/// "denied freedom of movement", "refused aid workers entry to the camp".
fn refused(doc: &Doc<'_>, s: Sentence, c: usize) -> Found {
    const DENY: [&str; 9] = [
        "denied",
        "denying",
        "refused",
        "refusing",
        "restricted",
        "restricting",
        "limited",
        "restrict",
        "barred",
    ];
    let word = doc.words(c, c + 1);
    let first = word.split(' ').next().unwrap_or_default();
    let deny = DENY.iter().any(|w| first.eq_ignore_ascii_case(w));
    // "were turned back at the gate", "were denied access to the camp"
    let part = matches!(doc.cue(c), Some((Harm::AccessDenied, Role::Part | Role::Subject)));
    let whole = part
        && ["denied", "turned back", "refused", "barred", "turned away"]
            .iter()
            .any(|w| word.to_ascii_lowercase().contains(w));
    if whole && !unsaid(doc, s, c, 3) {
        let passive = phrase::verb(doc, s, c).is_some_and(|(_, passive)| passive);
        return passive.then_some((c, c + 1, "presence.refused"));
    }
    if !deny || unsaid(doc, s, c, 3) {
        return None;
    }
    let entry = |j: usize| one_of(doc, j, &doc.lex.profile.told.entry);
    let bars = Classes::of(&[Class::Say, Class::That, Class::Relative, Class::Be]);
    let at =
        (c + 1..s.last.min(c + 8)).take_while(|j| doc.is_word(*j) && !doc.any(*j, bars)).find(|j| entry(*j));
    // "denied the entry was late": what is denied is said, not kept from them.
    let whom = |j: usize| {
        doc.unit(j).is_some()
            || doc.any(
                j,
                Classes::of(&[
                    Class::Essential,
                    Class::Org,
                    Class::Actor,
                    Class::Det,
                    Class::Of,
                    Class::Skip,
                ]),
            )
            || doc.unknown(j)
    };
    let at = at.filter(|at| (c + 1..*at).all(whom))?;
    Some((c, at + 1, "presence.refused"))
}

/// "there has not been any provision of aid", "no deliveries of food": nothing has come.
fn undelivered(doc: &Doc<'_>, s: Sentence, c: usize) -> Found {
    if !one_of(doc, c, &doc.lex.profile.told.delivery) {
        return None;
    }
    let not = (s.first..c).rev().take(5).take_while(|j| doc.is_word(*j)).find(|j| doc.any(*j, UNSAID))?;
    let link = Classes::of(&[Class::Of, Class::Det, Class::Skip, Class::And, Class::Or]);
    let good = (c + 1..s.last.min(c + 5))
        .find(|j| !doc.any(*j, link) && !doc.unknown(*j))
        .filter(|j| doc.has(*j, Class::Essential));
    let ahead = c > s.first && doc.has(c - 1, Class::Essential);
    let last = good.map(|g| g + 1).or(ahead.then_some(c + 1))?;
    Some((not, last, "presence.undelivered"))
}

/// "a reduction in humanitarian access", "limited access to services".
fn reduced(doc: &Doc<'_>, s: Sentence, c: usize) -> Found {
    let less = one_of(doc, c, &doc.lex.profile.told.less);
    if !less || unsaid(doc, s, c, 3) {
        return None;
    }
    let link = Classes::of(&[Class::In, Class::Of, Class::Det, Class::Skip, Class::To, Class::On]);
    let pass = |j: usize| doc.any(j, link) || doc.is(j, "humanitarian") || doc.is(j, "aid");
    let at = (c + 1..s.last.min(c + 5)).find(|j| {
        doc.is(*j, "access") || doc.is(*j, "humanitarian access") || doc.is(*j, "movement") || !pass(*j)
    })?;
    let access = doc.is(at, "access") || doc.is(at, "humanitarian access") || doc.is(at, "movement");
    access.then_some((c, at + 1, "presence.reduced"))
}

/// "stuck in remote areas without shelter, food or power", "made the district inaccessible".
fn stuck(doc: &Doc<'_>, s: Sentence, c: usize) -> Found {
    if doc.is(c, "inaccessible") {
        let made = (s.first..c).rev().take(5).take_while(|j| doc.is_word(*j));
        let made = made
            .into_iter()
            .find(|j| ["made", "making", "rendered", "left", "rendering"].iter().any(|w| doc.is(*j, w)))?;
        return Some((made, c + 1, "presence.stuck"));
    }
    if !["stuck", "stranded", "marooned", "trapped"].iter().any(|w| doc.is(c, w)) || unsaid(doc, s, c, 4) {
        return None;
    }
    let bars = Classes::of(&[Class::Say, Class::That, Class::Relative, Class::And]);
    let ahead = (c + 1..s.last.min(c + 9)).take_while(|j| doc.is_word(*j) && !doc.any(*j, bars));
    let without =
        ahead.into_iter().find(|j| doc.words(*j, *j + 1).to_ascii_lowercase().starts_with("without"))?;
    let mut last = without + 1;
    while last < s.last
        && (doc.any(last, Classes::of(&[Class::Essential, Class::Or, Class::And]))
            || !doc.is_word(last) && last + 1 < s.last && doc.has(last + 1, Class::Essential))
    {
        last += 1;
    }
    Some((c, last, "presence.stuck"))
}

/// "provocó un apagón", "Є перебої з електропостачанням", "הפסקות חשמל": in a language of free order.
fn power(doc: &Doc<'_>, s: Sentence, c: usize) -> Found {
    let told = &doc.lex.profile.told;
    // "because of a power cut": what came of it is told.
    let aside = Classes::of(&[Class::Det, Class::Cause, Class::Of, Class::During]);
    if unsaid(doc, s, c, 3) || c > s.first && doc.any(c - 1, aside) {
        return None;
    }
    if one_of(doc, c, &told.blackout) {
        return Some((c, c + 1, "presence.outage"));
    }
    if !one_of(doc, c, &told.outage) {
        return None;
    }
    let link = Classes::of(&[Class::Of, Class::From, Class::In, Class::Det, Class::Skip]);
    let good = (c + 1..s.last.min(c + 5))
        .take_while(|j| *j == c + 1 || doc.any(*j - 1, link) || doc.unknown(*j - 1))
        .find(|j| doc.has(*j, Class::Essential))?;
    Some((c, good + 1, "presence.outage"))
}

/// "La ayuda no llega", "لم تصل المساعدات", "Допомогу не пропускають": what is needed does not come.
fn absent(doc: &Doc<'_>, s: Sentence, c: usize) -> Found {
    if !one_of(doc, c, &doc.lex.profile.told.arrives) {
        return None;
    }
    let not = (s.first..c).rev().take(3).find(|j| doc.any(*j, UNSAID))?;
    let good = |j: &usize| doc.has(*j, Class::Essential);
    let ahead = (s.first..not).rev().take(4).take_while(|j| doc.is_word(*j)).find(good);
    let behind = (c + 1..s.last.min(c + 4)).take_while(|j| doc.is_word(*j)).find(good);
    let first = ahead.unwrap_or(not);
    let last = behind.map_or(c + 1, |g| g + 1);
    (ahead.is_some() || behind.is_some()).then_some((first, last, "presence.absent"))
}

/// "no lograron llegar a los heridos", "не можуть виїхати", "تعذر وصول سيارات الإسعاف".
fn unreached(doc: &Doc<'_>, s: Sentence, c: usize) -> Found {
    let told = &doc.lex.profile.told;
    if !one_of(doc, c, &told.serves) {
        return None;
    }
    let back = (s.first..c).rev().take(4).take_while(|j| doc.is_word(*j));
    let able = back.into_iter().find(|j| one_of(doc, *j, &told.able))?;
    // "تعذر" says by itself that it could not be.
    let hard = one_of(doc, able, &told.unable);
    let not = (s.first..able).rev().take(2).find(|j| doc.has(*j, Class::Not)).or(hard.then_some(able))?;
    let need = |j: &usize| {
        doc.has(*j, Class::Essential)
            || doc.has(*j, Class::PlaceNoun)
            || matches!(doc.unit(*j), Some(Unit::Person | Unit::Group | Unit::Household))
            || matches!(doc.cue(*j), Some((Harm::Injured, Role::Head)))
            || doc.is_name(*j) && doc.unknown(*j)
    };
    let at = (c + 1..s.last.min(c + 6)).take_while(|j| doc.is_word(*j)).find(need)?;
    Some((not, at + 1, "presence.unreached"))
}

/// "las carreteras están cortadas", "أغلقت القوات الطرق المؤدية إلى القرية".
fn ways(doc: &Doc<'_>, s: Sentence, c: usize) -> Found {
    let told = &doc.lex.profile.told;
    if !one_of(doc, c, &told.shut) || unsaid(doc, s, c, 3) {
        return None;
    }
    let way = |j: &usize| one_of(doc, *j, &told.way);
    let pass = Classes::of(&[Class::Be, Class::Have, Class::Skip, Class::Det, Class::Actor, Class::Org]);
    let behind = (c + 1..s.last.min(c + 4)).take_while(|j| *j == c + 1 || doc.any(*j - 1, pass)).find(way);
    let ahead = (s.first..c)
        .rev()
        .take(4)
        .take_while(|j| *j + 1 == c || doc.any(*j + 1, pass) || doc.unknown(*j + 1))
        .find(way);
    let (first, last) = match (behind, ahead) {
        (Some(w), _) => (c, w + 1),
        (_, Some(w)) => (w, c + 1),
        _ => return None,
    };
    Some((first, last, "presence.roads"))
}

/// "Nos niegan el acceso al pueblo", "impiden el paso de vehículos".
fn barred(doc: &Doc<'_>, s: Sentence, c: usize) -> Found {
    let told = &doc.lex.profile.told;
    if !one_of(doc, c, &told.entry) {
        return None;
    }
    let pass = Classes::of(&[Class::Det, Class::Skip, Class::Of, Class::To]);
    let verb =
        (s.first..c).rev().take(3).find(|j| !doc.any(*j, pass)).filter(|j| doc.has(*j, Class::Deny))?;
    // "negó la entrada": what is denied is said, not kept from them.
    let to = c + 1 < s.last && doc.any(c + 1, Classes::of(&[Class::To, Class::In, Class::Of, Class::Onto]));
    (to && !unsaid(doc, s, verb, 2)).then_some((verb, c + 1, "presence.refused"))
}
