//! Victims known by name or by what they are, and people without a figure as subjects of what befell them.

use crate::bind::{self, Bound};
use crate::claim::Kind;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::numbers::Form;
use crate::presence::told::{counted, several};
use crate::presence::{Cue, Finding, finding};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind as Mark;

/// First and last lexeme of a victim's words, and of the noun that says what they are.
type Victim = (usize, usize, Option<(usize, usize)>);

/// "Ana Relk was killed", "arrested the journalist Ivo Marn": victims who are named, not counted.
pub(crate) fn named(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let personal = harm.of_persons() || harm == Harm::Missing;
    if !doc.caps || !personal || bound.iter().any(|b| b.cue == Some(c) && b.metric.is_some()) {
        return;
    }
    let Some(metric) = bind::metric(harm, None) else { return };
    let victim = match role {
        Role::Part if bind::is_passive(doc, s, c) => name_before(doc, s, c),
        Role::Subject => name_before(doc, s, c),
        Role::Free => name_before(doc, s, c).or_else(|| name_behind(doc, s, c + 1)),
        Role::Part | Role::Active | Role::Noun => name_behind(doc, s, c + 1),
        _ => None,
    };
    let Some((first, last, group)) = victim else { return };
    if bound.iter().any(|b| b.metric.is_some() && (first..last).contains(&b.figure.num)) {
        return;
    }
    let mut f = finding(metric, first.min(c), last.max(c + 1), c, "named");
    f.kind = Kind::Named;
    f.group = group;
    out.push(f);
}

/// "killed the driver": one known by what they are, as the object.
pub(crate) fn object(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let personal = harm.of_persons();
    let simple = doc.caps && doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    let verb = role == Role::Active || role == Role::Part && !bind::is_passive(doc, s, c);
    let article = c + 1 < s.last && doc.has(c + 1, Class::Det) && !doc.has(c + 1, Class::This);
    if !simple || !personal || !verb || !article || c == s.first || out.iter().any(|f| f.cue == c) {
        return;
    }
    let noun = |j: &usize| doc.unit(*j) == Some(Unit::Group) && doc.cue(*j).is_none();
    let end = (c + 2..s.last.min(c + 6))
        .take_while(|j| doc.is_word(*j) && (doc.unit(*j).is_some() || doc.unknown(*j) && !doc.is_name(*j)))
        .last();
    let Some(at) = end.filter(noun) else { return };
    let word = doc.words(at, at + 1);
    let plural = ["s", "men", "ren", "eople", "staff", "family", "police"].iter().any(|e| word.ends_with(e));
    // "killed the driver’s son", "killed the driver Ivo Marn"
    let owned =
        at + 1 < s.last && (doc.is_name(at + 1) || doc.words(at + 1, at + 2).starts_with(['\'', '’']));
    if plural || owned || bound.iter().any(|b| b.cue == Some(c) && b.metric.is_some()) {
        return;
    }
    let Some(metric) = bind::metric(harm, None) else { return };
    let mut f = finding(metric, c, at + 1, c, "named.role");
    (f.kind, f.group) = (Kind::Named, Some((at, at + 1)));
    out.push(f);
}

/// "The driver was killed", "Villagers were forced to flee": one known by what they are, or people without a figure.
pub(crate) fn subject(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let personal = harm.of_persons() || matches!(harm, Harm::Missing | Harm::Displaced);
    let passive = role == Role::Part && bind::is_passive(doc, s, c);
    let simple = doc.caps && doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    // "Aid worker killed in raid": the headline leaves the article and the auxiliary out.
    let headline = role == Role::Part && !passive && !bind::is_active(doc, s, bound, c);
    if !simple || !personal || !passive && role != Role::Subject && !headline {
        return;
    }
    let Some(metric) = bind::metric(harm, None) else { return };
    let skip = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let mut first = c;
    while first > s.first && c - first < 10 {
        let j = first - 1;
        // "are reported to have died"
        let said_of =
            doc.has(j, Class::Say) && j > s.first && doc.has(j - 1, Class::Be) && doc.has(j + 1, Class::To);
        let bars =
            Classes::of(&[Class::Say, Class::That, Class::Relative, Class::Act, Class::By, Class::Case]);
        let inside = doc.is_word(j)
            && (doc.any(j, skip) || doc.unit(j).is_some() || doc.cue(j).is_none())
            && (!doc.any(j, bars) || said_of)
            || aged(doc, s, j);
        // "the cleaner of a hospital"
        let of_place = |b: &Bound| {
            b.figure.form == Form::Single
                && !matches!(b.noun.unit, Some(Unit::Person | Unit::Group | Unit::Body))
        };
        let counts = |b: &Bound| (b.figure.first..b.noun.last).contains(&j) && !of_place(b);
        if !inside || bound.iter().any(counts) {
            break;
        }
        first = j;
    }
    let marked = first > s.first
        && matches!(
            doc.kind(first - 1),
            Mark::Comma | Mark::Colon | Mark::Semicolon | Mark::Close | Mark::Dash | Mark::Quote
        );
    let ahead = first.checked_sub(1).filter(|j| *j >= s.first);
    // "forcing families to flee"
    let forced = |j: usize| harm == Harm::Displaced && doc.has(j, Class::Act) && doc.cue(j).is_none();
    let reported =
        ahead.is_some_and(|j| doc.any(j, Classes::of(&[Class::That, Class::Say, Class::Case])) || forced(j));
    let lead = if marked || reported { first } else { s.first };
    if first != lead {
        return;
    }
    // "some terrorists were detained"
    let some = |j: usize| doc.is(j, "some") && j + 1 < c && !counted(bound, j + 1);
    while first < c && (doc.any(first, Classes::of(&[Class::And, Class::Skip])) || some(first)) {
        first += 1;
    }
    let definite = doc.has(first, Class::Det);
    let from = first + usize::from(definite);
    let head = (from..c.min(from + 5))
        .take_while(|j| {
            doc.unknown(*j) || doc.unit(*j).is_some() || doc.any(*j, Classes::of(&[Class::Org, Class::Actor]))
        })
        .filter(|j| matches!(doc.unit(*j), Some(Unit::Group | Unit::Person | Unit::Household)))
        .last();
    let Some(head) = head else { return };
    let group = doc.unit(head) == Some(Unit::Group);
    let word = doc.words(head, head + 1);
    let plural =
        word.ends_with('s') || word.ends_with("men") || word.ends_with("ren") || word.ends_with("eople");
    let near = (head + 1..c).all(|j| doc.is_word(j) || aged(doc, s, j));
    // "Patients die of it": always, and nobody in particular.
    let general =
        doc.is(c, "die") && c + 1 < s.last && doc.any(c + 1, Classes::of(&[Class::Of, Class::From]));
    if general {
        return;
    }
    let names = (from..c.min(head + 2)).any(|j| doc.is_name(j) && doc.unknown(j) && j > first);
    if headline && near && !names && !plural && !definite && head + 1 == c {
        let mut f = finding(metric, first, c + 1, c, "headline");
        (f.kind, f.group) = (Kind::Count, Some((head, head + 1)));
        out.push(f);
        return;
    }
    // "The prisoners were beaten": all of them, however many.
    let all = plural && definite && harm == Harm::Tortured;
    let definite = definite && !all;
    if !near || names || plural == definite || headline || definite && !group {
        return;
    }
    // "Protesters poured into the streets": who comes to march has not fled.
    let marching = [
        "protesters",
        "demonstrators",
        "supporters",
        "activists",
        "fans",
        "tourists",
        "reporters",
        "journalists",
        "delegates",
        "voters",
    ];
    let came = ["poured", "streamed", "arrived", "camped", "moved", "crossed", "have arrived"];
    let marches = harm == Harm::Displaced
        && marching.iter().any(|w| doc.is(head, w))
        && came.iter().any(|w| doc.words(c, c + 1).to_ascii_lowercase().starts_with(w));
    if marches {
        return;
    }
    // "the suspect then fled": who runs away is not displaced.
    if definite && harm == Harm::Displaced {
        return;
    }
    let rule = if definite { "named.role" } else { "presence.subject" };
    let mut f = finding(metric, first, c + 1, c, rule);
    f.kind = if definite { Kind::Named } else { Kind::Presence };
    f.group = group.then_some((head, head + 1));
    f.unit = (doc.unit(head) == Some(Unit::Household)).then_some(head);
    out.push(f);
}

/// "разрушены мосты", "murieron civiles": several of them without a figure, by the plural of the verb beside them.
pub(crate) fn plural(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let endings = &doc.lex.profile.plural_verbs;
    // "Пленных пытали": the object first, and nobody behind.
    let object_first = harm == Harm::Tortured
        && role == Role::Active
        && doc.lex.profile.plural_nouns.len() > 2
        && (c + 1 >= s.last || !doc.is_word(c + 1) || doc.has(c + 1, Class::And));
    let verbal = object_first || matches!(role, Role::Free | Role::Part | Role::Subject);
    let word = cairn_fold::fold(doc.words(c, c + 1));
    let first_word = word.split(' ').next().unwrap_or("");
    if !verbal || harm == Harm::Excluded || !endings.iter().any(|e| first_word.ends_with(e.as_str())) {
        return;
    }
    let pass = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let passive = doc.lex.profile.plural_participles.iter().any(|e| first_word.ends_with(e.as_str()));
    let behind = (c + 1..s.last.min(c + 4)).find(|j| !doc.any(*j, pass));
    // "Familias enteras huyeron"
    let adjective =
        |j: usize| doc.lex.profile.adjective_after && doc.unknown(j) && doc.is_word(j) && !doc.is_name(j);
    // "תושבים באזור נמלטים"
    let within = |j: usize| {
        (doc.any(j, Classes::of(&[Class::In, Class::PlaceNoun]))
            || harm == Harm::Displaced && doc.any(j, Classes::of(&[Class::Of, Class::Det])))
            && matches!(doc.unit(j), None | Some(Unit::Area))
            && doc.cue(j).is_none()
    };
    let before = || (s.first..c).rev().take(5).find(|j| !doc.any(*j, pass) && !adjective(*j) && !within(*j));
    // "Los detenidos fueron torturados"
    let held = |j: usize| {
        harm == Harm::Tortured
            && matches!(doc.cue(j), Some((Harm::Detained | Harm::Abducted, Role::Head | Role::Free)))
    };
    let many = |j: &usize| {
        (matches!(
            doc.unit(*j),
            Some(Unit::Group | Unit::Person | Unit::Household | Unit::Building | Unit::Home)
        ) || held(*j))
            && !doc.any(*j, Classes::of(&[Class::Lone, Class::Num, Class::Other]))
            && (passive || !doc.has(*j, Class::Actor))
            && (passive || harm != Harm::Displaced || !doc.caps || !doc.has(*j, Class::Org))
            && (doc.cue(*j).is_none() || held(*j))
            && !counted(bound, *j)
    };
    // A subject before its verb opens its clause: "Civiles murieron".
    let lead =
        Classes::of(&[Class::And, Class::Exists, Class::Relative, Class::When, Class::That, Class::During]);
    // "The prisoners were beaten": all of them, however many.
    let start = |j: usize| {
        let fled = harm == Harm::Displaced && !doc.has(j, Class::Actor);
        let all = (harm == Harm::Tortured || fled) && j > s.first && doc.has(j - 1, Class::Det);
        j - usize::from(all)
    };
    let opens = |j: &usize| {
        let j = start(*j);
        j == s.first || !doc.is_word(j - 1) || doc.any(j - 1, lead)
    };
    // "были задержаны представители": only people are, whatever they are called.
    let unknown = |j: &usize| {
        let personal = matches!(harm, Harm::Killed | Harm::Injured | Harm::Detained | Harm::Abducted);
        let plain = doc.unit(*j).is_none() && doc.cue(*j).is_none() && !doc.lexemes[*j].glued;
        let noun = plain && doc.is_word(*j) && !doc.is_name(*j) && several(doc, *j) && !counted(bound, *j);
        let told = passive && doc.lex.profile.head_first && c > s.first && doc.has(c - 1, Class::Be);
        personal && noun && told
    };
    let strange = behind.filter(unknown);
    // "Los diputados abandonaron la sala": a room is no home.
    let left = harm == Harm::Displaced
        && ["abandonaron", "abandonan", "abandonaban", "עזבו", "עזבו את"].iter().any(|w| {
            let rest = word.strip_prefix(cairn_fold::fold(w).as_str());
            rest.is_some_and(|r| r.trim().chars().count() < 3)
        });
    if left {
        let pass = Classes::of(&[Class::Det, Class::Of, Class::Object]);
        let what = (c + 1..s.last.min(c + 4)).find(|j| !doc.any(*j, pass));
        let place = |j: usize| {
            doc.has(j, Class::PlaceNoun)
                || matches!(doc.unit(j), Some(Unit::Home | Unit::Area))
                || doc.is_name(j)
                || !doc.is_word(j)
        };
        if what.is_some_and(|j| !place(j)) {
            return;
        }
    }
    let at = behind.filter(many).or(strange).or_else(|| before().filter(many).filter(opens));
    let Some(at) = at else { return };
    let unit = doc.unit(at).unwrap_or(Unit::Person);
    let Some(metric) = bind::metric(harm, Some(unit)) else { return };
    let known = bound.iter().any(|b| b.metric.is_some() && b.cue == Some(c))
        || out.iter().any(|f| f.cue == c && f.metric == metric);
    let mut next = at + 1;
    while next < s.last && doc.is_word(next) && doc.unknown(next) && !doc.is_name(next) && next < at + 3 {
        next += 1;
    }
    // "были ранены жители: 12": the number is told after all.
    let told = next < s.last && (doc.kind(next) == Mark::Number || doc.has(next, Class::Num));
    if known || told || doc.caps && at + 1 < s.last && doc.is_name(at + 1) && doc.unknown(at + 1) {
        return;
    }
    let mut f = finding(metric, at.min(c), at.max(c) + 1, c, "presence.plural");
    match unit {
        Unit::Group => f.group = Some((at, at + 1)),
        Unit::Person => {}
        _ => f.unit = Some(at),
    }
    out.push(f);
}

/// "قتل طفل", "ранена медсестра": one person, in languages that need no word for "a"; with an article, one known by role.
pub(crate) fn lone(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let personal = harm.of_persons() || harm == Harm::Missing;
    let Some(metric) = bind::metric(harm, None).filter(|_| personal) else { return };
    let free = |j: usize| !counted(bound, j);
    let pass = Classes::of(&[Class::Be, Class::Have, Class::Skip, Class::Det]);
    let aged = |j: usize| {
        doc.kind(j) == Mark::Number && j + 1 < s.last && doc.has(j + 1, Class::AgePost)
            || j > s.first && doc.has(j, Class::AgePost) && doc.kind(j - 1) == Mark::Number
            || j + 1 < s.last && doc.has(j, Class::AgePre) && doc.kind(j + 1) == Mark::Number
            || j > s.first && doc.kind(j) == Mark::Number && doc.has(j - 1, Class::AgePre)
            || doc.kind(j) == Mark::Dash && doc.lexemes[j].glued
            // "توفيت صباح 28 نيسان امرأة": the day stands between.
            || !doc.caps && (doc.has(j, Class::Month) || doc.has(j, Class::On) || j + 1 < s.last && doc.has(j + 1, Class::Month))
    };
    // "מחבל דקר שלושה": who acts on somebody counted.
    let acting = doc.has(c, Class::Act)
        || !doc.caps && role == Role::Free && c > s.first && doc.has(c - 1, Class::Actor);
    if acting && bound.iter().any(|b| b.figure.first == c + 1) {
        return;
    }
    // "נפצעה ביום שישי קל תיירת": the day stands between.
    let pass = if doc.caps { pass } else { pass.with(Classes::of(&[Class::Weekday, Class::DayWord])) };
    let behind =
        (c + 1..s.last.min(c + 6)).find(|j| !doc.any(*j, pass) && !aged(*j)).filter(|_| role != Role::Head);
    let before = || {
        let verbal = matches!(role, Role::Free | Role::Part | Role::Subject);
        let plain = |j: &usize| {
            doc.any(*j, pass)
                || doc.is_word(*j) && doc.unknown(*j) && !doc.is_name(*j)
                || !doc.caps && doc.has(*j, Class::Other)
                || !doc.caps && (aged(*j) || doc.has(*j, Class::Num) && doc.entry(*j).number == 1 && free(*j))
                || doc.lex.profile.head_first && doc.kind(*j) == Mark::Dash
        };
        // "a wounded boy": the adjective right behind its noun.
        let described =
            role == Role::Head && !doc.caps && doc.lex.profile.adjective_after && doc.has(c, Class::Lone);
        let reach = if described { 1 } else { 5 };
        let end = before_aside(doc, s, c);
        (s.first..end).rev().take(reach).find(|j| !plain(j)).filter(|_| verbal || described)
    };
    // A word that says itself what befell them is read for itself: "the fall of a martyr".
    let one = |j: &usize| {
        // "one man died, the other was hurt"
        let other = doc.has(*j, Class::TheOther)
            && *j + 1 < s.last
            && (*j < c || doc.cue(*j + 1).is_none() && doc.unit(*j + 1).is_none())
            && (s.first..*j)
                .any(|k| doc.any(k, Classes::of(&[Class::Num, Class::Lone])) || doc.unit(k).is_some());
        // "سقط أحد الصواريخ": one of the things is nobody.
        let of = *j + 1 + usize::from(*j + 1 < s.last && doc.has(*j + 1, Class::Det));
        let thing = doc.has(*j, Class::OneOf)
            && of < s.last
            && doc.unit(of).is_some_and(|u| !matches!(u, Unit::Person | Unit::Group));
        (other || doc.any(*j, Classes::of(&[Class::Lone, Class::OneOf])) && !thing)
            && free(*j)
            && doc.cue(*j).is_none()
            && !crate::grammar::oblique::within_name(doc, s, *j)
    };
    // "ירה למוות בשכן": whom the verb governs stands behind its preposition.
    let governed = !doc.caps && doc.has(c, Class::Act) && c + 2 < s.last && doc.has(c + 1, Class::In);
    let object = (governed && doc.lexemes[c + 2].glued).then_some(c + 2);
    let Some(at) = object
        .filter(one)
        .or(behind.filter(one))
        .or_else(|| before().filter(one))
        .or_else(|| headed(doc, s, bound, c, role))
    else {
        return;
    };
    let known = |j: usize| j > s.first && doc.has(j - 1, Class::Det) && doc.lexemes[j].glued;
    // "איבד השוטר את שיווי המשקל": he lost something.
    let loses =
        doc.has(c, Class::Loss) && at > c && at + 1 < s.last && doc.words(at + 1, at + 2).starts_with("את");
    // "арестован директор Иван Орлов": known by name.
    let named = doc.lex.profile.head_first
        && doc.caps
        && at >= c
        && (at + 1..s.last.min(at + 4)).find(|j| doc.is_name(*j)).is_some_and(|j| {
            let name = |k: usize| k < s.last && doc.is_name(k) && doc.unknown(k) && !doc.is_demonym(k);
            name(j) && name(j + 1) && (at + 1..j).all(|k| doc.is_word(k) && doc.unknown(k))
        });
    // "أحد المتظاهرين": one of those known is not known himself.
    let which = doc.has(at, Class::OneOf) && crate::grammar::verbal::here(doc);
    let of_known =
        at + 1 < s.last && doc.has(at + 1, Class::Det) && doc.is_word(at + 1) && !doc.caps && !which;
    let ruled = loses
        || out.iter().any(|f| f.cue == c && f.metric == metric)
        || c > s.first && doc.any(c - 1, Classes::of(&[Class::Not, Class::Zero]))
        || at > s.first
            && doc.any(at - 1, Classes::of(&[Class::Num, Class::Vague, Class::Many, Class::Zero]))
        || at > s.first && doc.kind(at - 1) == Mark::Number
        || at < c
            && at > s.first
            && doc.any(at - 1, Classes::of(&[Class::In, Class::By, Class::Of, Class::From]));
    if ruled {
        return;
    }
    let mut f = finding(metric, at.min(c), at.max(c) + 1, c, "lone");
    f.kind = if known(at) || of_known || named { Kind::Named } else { Kind::Count };
    // "a person" says nothing of whom.
    let whoever =
        doc.has(at, Class::TheOther) || !doc.lex.profile.capitals && doc.unit(at) == Some(Unit::Person);
    // "загинула людина"; "чоловік" is a man when nothing counts him.
    let anyone = ["людина", "людину", "особа", "особу", "человек"];
    let whoever = whoever || doc.caps && anyone.contains(&doc.words(at, at + 1));
    f.group = (!whoever).then_some((at, at + 1));
    if which && at + 1 < s.last {
        f.group = Some((at + 1, (at + 2 + usize::from(doc.has(at + 1, Class::Det))).min(s.last)));
    }
    let whom = f.kind;
    out.push(f);
    if at < c || whom != Kind::Count {
        return;
    }
    // "إصابة أم وطفلة": another one behind "and".
    let mut next = at + 1;
    while next + 1 < s.last
        && doc.has(next, Class::And)
        && !doc.lex.profile.bare_plurals
        && let who =
            next + 1 + usize::from(doc.caps && next + 2 < s.last && doc.has(next + 1, Class::Pronoun))
        && doc.has(who, Class::Lone)
        && doc.cue(who).is_none()
        && free(who)
    {
        let mut f = finding(metric, who, who + 1, c, "lone");
        f.kind = Kind::Count;
        f.group = Some((who, who + 1));
        out.push(f);
        next = who + 1;
    }
}

/// "אישה ושני ילדיה נהרגו", "Учитель (34 года) и две его дочери погибли": one before those counted.
pub(crate) fn and_more(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, .. } = *cue;
    let personal =
        matches!(harm, Harm::Killed | Harm::Injured | Harm::Detained | Harm::Abducted | Harm::Missing);
    let Some(metric) = bind::metric(harm, None).filter(|_| personal) else { return };
    let verb = matches!(doc.cue(c), Some((_, Role::Free | Role::Part | Role::Subject)));
    let people = |b: &&Bound| {
        verb && b.cue == Some(c)
            && b.metric == Some(metric)
            && b.figure.first < c
            && b.figure.first > s.first + 1
    };
    let Some(b) = bound.iter().find(people).filter(|b| doc.has(b.figure.first - 1, Class::And)) else {
        return;
    };
    let end = before_aside(doc, s, b.figure.first - 1);
    let at = end - 1;
    let adjective = |j: usize| doc.lex.profile.adjective_after && doc.unknown(j) && doc.is_word(j);
    let at = if at > s.first && adjective(at) { at - 1 } else { at };
    let opens = at == s.first || !doc.is_word(at - 1) || doc.unknown(at - 1) && !doc.is_name(at - 1);
    let one = doc.has(at, Class::Lone) && doc.cue(at).is_none() && opens;
    let one = one && !crate::grammar::oblique::within_name(doc, s, at);
    if !one || counted(bound, at) {
        return;
    }
    let mut f = finding(metric, at, end, c, "lone.joined");
    (f.kind, f.group) = (Kind::Count, Some((at, at + 1)));
    out.push(f);
}

/// "Жінка, 61, загинула", "معلم (34 عاما) قتل": where the words before a short aside end.
fn before_aside(doc: &Doc<'_>, s: Sentence, c: usize) -> usize {
    let close = c.checked_sub(1).filter(|j| *j > s.first + 1);
    let Some(close) = close.filter(|j| matches!(doc.kind(*j), Mark::Comma | Mark::Close)) else { return c };
    let open = (s.first..close).rev().take(4).find(|j| matches!(doc.kind(*j), Mark::Comma | Mark::Open));
    // "גבר כבן 40 (תושב הצפון) במצב קשה": brackets say who.
    let bracketed = |o: &usize| doc.kind(*o) == Mark::Open && doc.kind(close) == Mark::Close && !doc.caps;
    if let Some(open) = open.filter(bracketed) {
        return open;
    }
    let aged = |o: &usize| (*o + 1..close).any(|j| doc.kind(j) == Mark::Number);
    open.filter(aged).unwrap_or(c)
}

/// "רוכב אופנוע נפצע": a noun the lexicon does not know opens the clause of a singular verb; "הרוג בתקיפה".
fn headed(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize, role: Role) -> Option<usize> {
    let profile = &doc.lex.profile;
    if profile.capitals {
        return None;
    }
    let free = |j: usize| !counted(bound, j);
    let opens = |j: usize| {
        j == s.first || matches!(doc.kind(j - 1), Mark::Colon | Mark::Semicolon | Mark::Comma | Mark::Stop)
    };
    if matches!(role, Role::Head | Role::Noun) {
        if !doc.has(c, Class::Lone) || !free(c) {
            return None;
        }
        let link = Classes::of(&[Class::In, Class::From, Class::Cause, Class::And, Class::Skip]);
        let led = c + 1 >= s.last || doc.any(c + 1, link) || doc.unknown(c + 1) && doc.is_word(c + 1);
        // "a martyr and a wounded boy", "the fall of a wounded": joined to one, told as a fact.
        let alone = |j: usize| doc.has(j, Class::Lone) && matches!(doc.cue(j), Some((_, Role::Head)));
        let joined = c > s.first + 1 && doc.has(c - 1, Class::And) && alone(c - 2) && free(c - 2);
        let told = c > s.first && doc.has(c - 1, Class::Fact);
        // "led to one killed": behind the verb and its preposition.
        let result = c > s.first + 1
            && doc.any(c - 1, Classes::of(&[Class::To, Class::Until, Class::That]))
            && doc.has(c - 2, Class::Act)
            || c > s.first && doc.has(c - 1, Class::Act);
        return (role == Role::Head && (opens(c) || result) && led || joined || told).then_some(c);
    }
    if profile.plural_verbs.is_empty() {
        return None;
    }
    let word = cairn_fold::fold(doc.words(c, c + 1));
    let first_word = word.split(' ').next().unwrap_or("");
    let plural = profile.plural_verbs.iter().any(|e| first_word.ends_with(e.as_str()));
    let mut a = c;
    while a > s.first && c - a < 4 && doc.is_word(a - 1) && doc.unknown(a - 1) && !doc.lexemes[a].glued {
        a -= 1;
    }
    let counted = bound.iter().any(|b| (b.figure.first..=b.noun.last).contains(&a));
    let word = cairn_fold::fold(doc.words(a, a + 1));
    // "בקריית אלון נפגע מבנה": where it was.
    let placed = word.starts_with('ב') && c - a >= 2;
    let definite = word.starts_with('ה') || placed;
    (role == Role::Free && !plural && a < c && opens(a) && !counted && !definite).then_some(a)
}

/// "as old as 71"
fn aged(doc: &Doc<'_>, s: Sentence, j: usize) -> bool {
    j > s.first && doc.kind(j) == Mark::Number && doc.has(j - 1, Class::AgePre)
}

/// The words of a personal name may be these: capitalised and known for nothing else.
fn name_word(doc: &Doc<'_>, j: usize) -> bool {
    doc.is_name(j) && doc.unknown(j) && !doc.is_demonym(j)
}

/// A run of at least two name words that ends before the verb at `c`; ages and appositions may stand between.
fn name_before(doc: &Doc<'_>, s: Sentence, c: usize) -> Option<Victim> {
    let skip = Classes::of(&[Class::Be, Class::Have, Class::Skip, Class::Hedge]);
    let mut end = c;
    while end > s.first && doc.any(end - 1, skip) && !doc.is_name(end - 1) {
        end -= 1;
    }
    // "Ana Relk, 34, was"
    if end > s.first + 3 && doc.kind(end - 1) == Mark::Comma {
        let open = (s.first..end - 1).rev().take(6).find(|j| doc.kind(*j) == Mark::Comma)?;
        end = open;
    }
    let mut first = end;
    while first > s.first && name_word(doc, first - 1) {
        first -= 1;
    }
    let group = first.checked_sub(1).filter(|g| *g >= s.first && doc.unit(*g) == Some(Unit::Group));
    let clause = first == s.first
        || group.is_some()
        || matches!(doc.kind(first - 1), Mark::Comma | Mark::Quote)
        || doc.any(first - 1, Classes::of(&[Class::And, Class::That, Class::Relative]));
    (end - first >= 2 && clause).then(|| (group.unwrap_or(first), end, group.map(|g| (g, g + 1))))
}

/// A run of at least two name words behind a verb, with what they are before it.
fn name_behind(doc: &Doc<'_>, s: Sentence, from: usize) -> Option<Victim> {
    let mut j = from;
    let mut group = None;
    while j < s.last && j < from + 4 && !name_word(doc, j) {
        let modifier = doc.has(j, Class::Det)
            || doc.is_demonym(j)
            || doc.unknown(j) && doc.is_word(j) && !doc.is_name(j);
        if doc.unit(j) == Some(Unit::Group) {
            group = Some((j, j + 1));
        } else if !modifier {
            return None;
        }
        j += 1;
    }
    let mut end = j;
    while end < s.last && name_word(doc, end) {
        end += 1;
    }
    // "captured Ruda fighters": a name before those of whom it is said.
    let whose = end < s.last
        && doc.lex.profile.bare_plurals
        && !doc.is_name(end)
        && doc.is_word(end)
        && (matches!(doc.unit(end), Some(Unit::Group | Unit::Person)) || doc.has(end, Class::Actor))
        && doc.cue(end).is_none();
    let person = end >= s.last
        || !doc.any(end, Classes::of(&[Class::PlaceNoun, Class::Org, Class::Actor, Class::Event]))
            && doc.unit(end).is_none()
        || !doc.is_name(end);
    let run = end - j >= 2 || group.is_some() && end > j;
    // "beat Ana Relk's list": what is hers, not she.
    let owner = end < s.last && doc.kind(end) == Mark::Possessive;
    (run && person && !whose && !owner).then_some((j, end, group))
}
