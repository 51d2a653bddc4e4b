//! Harm told without a figure in any order of words: "there were casualties", "mató a civiles", "prisoners are held".

use crate::bind::{self, Bound};
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::presence::bare;
use crate::presence::{Cue, Finding, finding};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind as Mark;

/// What may stand between a verb and those it befell.
const PASS: Classes = Classes::of(&[Class::Be, Class::Have, Class::Skip, Class::During]);
/// What unsays: "no", "never", "lacks", "denied".
const UNSAID: Classes = Classes::of(&[Class::Not, Class::Zero, Class::Lack]);

pub(crate) fn counted(bound: &[Bound], j: usize) -> bool {
    bound.iter().any(|b| (b.figure.first..b.noun.last.max(b.figure.last)).contains(&j))
}

/// Several by the form of the noun, where the language shows it.
pub(crate) fn several(doc: &Doc<'_>, j: usize) -> bool {
    if doc.any(j, Classes::of(&[Class::Lone, Class::Num, Class::Other, Class::OneOf])) {
        return false;
    }
    let endings = &doc.lex.profile.plural_nouns;
    let many = |word: &str| endings.iter().any(|e| word.ends_with(e.as_str()));
    doc.has(j, Class::Plural) || cairn_fold::fold(doc.words(j, j + 1)).split(' ').any(many)
}

fn definite(doc: &Doc<'_>, s: Sentence, j: usize) -> bool {
    j > s.first && doc.has(j - 1, Class::Det)
}

/// "there were casualties", "causing deaths", "hay muertos", "Есть погибшие и раненые", "took hostages".
pub(crate) fn heads(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let hurt = matches!(harm, Harm::Killed | Harm::Injured | Harm::Casualties | Harm::Missing);
    let held = matches!(harm, Harm::Abducted | Harm::Detained);
    let noun = role == Role::Head || doc.unit(c) == Some(Unit::Body);
    let verbal = matches!(role, Role::Free | Role::Part);
    // Arabic breaks its plurals; elsewhere an ending tells them.
    let one =
        doc.has(c, Class::Lone) || !doc.lex.profile.plural_nouns.is_empty() && doc.caps && !several(doc, c);
    if !(hurt || held) || !noun && !verbal || counted(bound, c) || one {
        return;
    }
    let Some(metric) = bind::metric(harm, None) else { return };
    let article = !doc.caps && cairn_fold::fold(doc.words(c, c + 1)).starts_with("ال");
    // "suffered economic losses"
    let worth = ["economic", "financial", "material", "insured", "agricultural", "crop", "property", "heavy"];
    if doc.is(c, "losses") && (s.first..c).rev().take(2).any(|j| worth.iter().any(|w| doc.is(j, w))) {
        return;
    }
    if definite(doc, s, c) || article || out.iter().any(|f| f.cue == c) {
        return;
    }
    let next = c + 1;
    // "dead: 12", "casualties of war", "wounded soldiers"
    let figure =
        |j: usize| doc.kind(j) == Mark::Number || doc.any(j, Classes::of(&[Class::Num, Class::Tally]));
    // "put its losses at four": counted after all.
    let noun_behind = |j: usize| j < s.last && doc.is_word(j) && (doc.unknown(j) || doc.has(j, Class::Actor));
    let at_figure = next + 1 < s.last
        && doc.any(next, Classes::of(&[Class::In, Class::To]))
        && figure(next + 1)
        && (doc.kind(next + 1) == Mark::Number || !noun_behind(next + 2));
    if at_figure
        || next < s.last && (figure(next) || next + 1 < s.last && !doc.is_word(next) && figure(next + 1))
    {
        return;
    }
    let ends = next >= s.last
        || !doc.is_word(next)
        || doc.any(
            next,
            Classes::of(&[
                Class::And,
                Class::In,
                Class::On,
                Class::Among,
                Class::Say,
                Class::Be,
                Class::From,
            ]),
        );
    let joined = c > s.first
        && doc.has(c - 1, Class::And)
        && out.iter().any(|f| f.rule == "presence.told" && f.last + 1 == c);
    let lead = (!joined).then(|| asserted(doc, s, c, held)).flatten();
    let after = || {
        let be = |j: usize| j < s.last && doc.has(j, Class::Be);
        let told_of = |j: usize| doc.any(j, Classes::of(&[Class::Be, Class::Say]));
        noun && hurt
            && (be(next) && be(next + 1)
                // "casualties have been reported", "casualties from the raid had arrived"
                || next + 3 < s.last && doc.is(next, "continue") && doc.has(next + 1, Class::To) && be(next + 2)
                || next + 2 < s.last && doc.has(next, Class::Have) && be(next + 1) && told_of(next + 2))
            && (c == s.first || !doc.is_word(c - 1) || !doc.has(c - 1, Class::Of))
    };
    let headline = || {
        role == Role::Head
            && (c == s.first || joined)
            && next < s.last
            && (doc.any(next, Classes::of(&[Class::In, Class::Cause])) || doc.has(next, Class::And))
            && hurt
            && !doc.caps
    };
    let first = match lead {
        Some(first) if noun || ends => first,
        _ if joined && (noun || ends) => c,
        _ if after() || headline() => c,
        _ => return,
    };
    out.push(finding(metric, first, next, c, "presence.told"));
}

/// "Reported wounded: medical staff", "الجرحى المبلغ عنهم: مرضى": who, behind a label, and not how many.
pub(crate) fn labelled(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let hurt = matches!(role, Role::Head | Role::Noun | Role::Free | Role::Part) && harm.of_persons();
    let colon = (c + 1..s.last.min(c + 5)).find(|j| !doc.is_word(*j) || doc.cue(*j).is_some());
    let Some(colon) = colon.filter(|j| hurt && doc.kind(*j) == Mark::Colon) else { return };
    let pass = PASS.with(Classes::of(&[Class::Det]));
    let at = (colon + 1..s.last.min(colon + 4)).find(|j| !doc.any(*j, pass) && !doc.unknown(*j));
    let people = |j: &usize| doc.unit(*j) == Some(Unit::Group) && doc.cue(*j).is_none();
    let several = |j: &usize| several(doc, *j) || !doc.caps && !doc.has(*j, Class::Lone);
    let free = !bound.iter().any(|b| (colon..colon + 5).contains(&b.figure.num));
    let metric = bind::metric(harm, None).filter(|_| free && !out.iter().any(|f| f.cue == c));
    if let Some((metric, at)) = metric.zip(at.filter(people).filter(several)) {
        let mut f = finding(metric, colon + 1, at + 1, c, "presence.labelled");
        f.group = Some((at, at + 1));
        out.push(f);
    }
}

/// "the injured are being treated", "the casualties were taken to hospital": there are such, since they are tended.
pub(crate) fn tended(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, at: c, harm, role, .. } = *cue;
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    let hurt = matches!(role, Role::Head | Role::Part) && matches!(harm, Harm::Injured | Harm::Casualties);
    // "the civilians injured were transferred"
    let behind = c > s.first + 1 && doc.unit(c - 1) == Some(Unit::Group) && definite(doc, s, c - 1);
    if !english || !hurt || !definite(doc, s, c) && !behind || out.iter().any(|f| f.cue == c) {
        return;
    }
    let aux = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let verb = (c + 1..s.last.min(c + 5)).find(|j| !doc.any(*j, aux));
    let verb = verb.filter(|j| *j > c + 1 || doc.words(*j, j + 1).contains("being"));
    let care =
        ["treated", "transferred", "taken", "rushed", "evacuated", "transported", "brought", "arrived"];
    let tended = |j: usize| {
        let word = doc.words(j, j + 1).to_ascii_lowercase();
        let word = word.trim_start_matches("are ").trim_start_matches("were ").trim_start_matches("being ");
        care.iter().any(|w| word.starts_with(w))
    };
    let metric = bind::metric(harm, None).filter(|_| verb.is_some_and(tended));
    if let Some((metric, verb)) = metric.zip(verb) {
        out.push(finding(metric, c - 1, verb + 1, c, "presence.tended"));
    }
}

/// Where the words begin that state that there are such: "there were", "causing", "led to".
pub(crate) fn asserted(doc: &Doc<'_>, s: Sentence, c: usize, held: bool) -> Option<usize> {
    let mut first = None;
    let mut ruined = false;
    for j in (s.first..c).rev().take(5) {
        if doc.any(j, UNSAID) {
            return None;
        }
        // "left dead and wounded"
        let left = j + 1 == c && doc.is(j, "left");
        let act = left || doc.has(j, Class::Act) && doc.cue(j).is_none();
        let holds =
            held && matches!(doc.cue(j), Some((Harm::Detained | Harm::Abducted, Role::Active | Role::Free)));
        // "searching for missing persons"
        if matches!(doc.cue(j), Some((Harm::Missing, Role::Noun))) {
            return Some(c);
        }
        // "said there had been": what was said is quoted.
        if first.is_some() && doc.has(j, Class::Say) {
            break;
        }
        if doc.any(j, Classes::of(&[Class::Exists, Class::Fact]))
            || doc.has(j, Class::Say) && !held
            || act
            || holds
        {
            first = Some(j);
        } else if first.is_some() {
            break;
        } else {
            let pass = PASS.with(Classes::of(&[Class::To, Class::Of, Class::Case, Class::From]));
            // "тела погибших", "تبحث عن مفقودين"
            let one = doc.has(c, Class::Lone)
                || doc.has(j, Class::Lone)
                || ["тіло", "тело", "cuerpo", "גופת"].iter().any(|w| doc.is(j, w));
            let body = j + 1 == c && doc.unit(j) == Some(Unit::Body) && !one;
            let for_them = !doc.caps && doc.has(j, Class::That) && doc.has(j, Class::RelayedFrom);
            // "caused damage and casualties"
            let ruin = |k: usize| {
                k > s.first
                    && ["damage", "destruction", "devastation", "دمار", "خراب", "أضرار"]
                        .iter()
                        .any(|w| doc.is(k, w))
            };
            if doc.has(j, Class::And) && j > s.first && ruin(j - 1) || ruin(j) && doc.has(j + 1, Class::And) {
                ruined = true;
                continue;
            }
            // "خلف الهجوم قتلى": the attack between its verb and those it left.
            let attack = !doc.caps
                && cairn_fold::fold(doc.words(j, j + 1)).starts_with("ال")
                && doc.unit(j) == Some(Unit::Attack)
                || !doc.caps
                    && doc.has(j, Class::Event)
                    && doc.lex.profile.verb_first
                    && doc.lex.profile.plural_verbs.is_empty();
            let about = doc.caps
                && doc.lex.profile.head_first
                && ["о", "об", "про"].iter().any(|w| cairn_fold::fold(doc.words(j, j + 1)) == *w);
            let plain = attack
                || about
                || doc.any(j, pass)
                || body
                || for_them
                || doc.unknown(j) && doc.is_word(j) && !doc.is_name(j);
            if !plain {
                break;
            }
        }
    }
    // "sin que se hayan registrado lesionados": the denial stands before the verb that tells.
    let pass = Classes::of(&[Class::Be, Class::Have, Class::Skip, Class::Exists]);
    let ahead = |f: usize| (s.first..f).rev().take(4).find(|j| !doc.any(*j, pass) && !doc.unknown(*j));
    let denied = first.and_then(ahead).is_some_and(|j| doc.any(j, UNSAID));
    let first = first.filter(|_| !denied);
    if ruined { first.and(Some(c)) } else { first }
}

/// "mató a civiles", "اعتقلت القوات شبانا", "Поранено дітей": people or houses as the object, without a figure.
pub(crate) fn object(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let built = matches!(harm, Harm::Damaged | Harm::Destroyed | Harm::Uninhabitable | Harm::Affected);
    let personal = harm.of_persons() || matches!(harm, Harm::Displaced | Harm::Missing);
    let verb = matches!(role, Role::Active | Role::Free);
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    if english || !verb || !(built || personal) || out.iter().any(|f| f.cue == c) {
        return;
    }
    // "quienes matan a civiles": whoever they are, nobody was.
    let whoever = c > s.first && doc.has(c - 1, Class::Whoever);
    let unsaid =
        whoever || (s.first..c).rev().take(3).any(|j| doc.any(j, UNSAID)) || bare::infinitive(doc, c);
    if unsaid || bound.iter().any(|b| b.metric.is_some() && b.cue == Some(c)) {
        return;
    }
    let people = |j: usize| matches!(doc.unit(j), Some(Unit::Person | Unit::Group | Unit::Household));
    let houses = |j: usize| matches!(doc.unit(j), Some(Unit::Home | Unit::Building));
    let mut at = None;
    for j in c + 1..s.last.min(c + 6) {
        // "القوات", "خطف مسلحون عمالا": the doer between the verb and its object.
        let other = || j + 1 < s.last && people(j + 1) && several(doc, j + 1) && doc.cue(j + 1).is_none();
        let known = definite(doc, s, j) || cairn_fold::fold(doc.words(j, j + 1)).starts_with("ال");
        let force = matches!(doc.unit(j), Some(Unit::Munition | Unit::Attack | Unit::Thing))
            || doc.any(j, Classes::of(&[Class::Hazard, Class::Event]));
        let doer = !doc.caps && (doc.has(j, Class::Actor) && (known || other()) || force && known);
        if (personal && people(j) || built && houses(j)) && !doer {
            at = (several(doc, j) && doc.cue(j).is_none_or(|(h, _)| h == Harm::Population)).then_some(j);
            break;
        }
        // "арестовала предполагаемых смутьянов": only people are, whatever they are called.
        let strange = matches!(harm, Harm::Detained | Harm::Abducted)
            && doc.caps
            && doc.lex.profile.head_first
            && doc.unknown(j)
            && doc.is_word(j)
            && !doc.is_name(j)
            && several(doc, j)
            && (j + 1 >= s.last || !doc.is_word(j + 1) || !doc.unknown(j + 1));
        if strange {
            at = Some(j);
            break;
        }
        let article = doc.has(j, Class::Det) && !doc.caps;
        // "اعتقلت القوة شبانا": an unknown doer has its article; "mató a civiles" has a word before its object.
        let plain = doc.unknown(j) && doc.is_word(j) && !doc.is_name(j) && (doc.caps || definite(doc, s, j));
        // "أصيب خلالها عناصر"
        let during = !doc.caps && ["خلالها", "خلاله", "فيها", "إثرها"].iter().any(|w| doc.is(j, w));
        let case =
            during || doc.caps && doc.lex.profile.adjective_after && j == c + 1 && doc.has(j, Class::To);
        if !(doer || article || plain || case || doc.any(j, PASS)) || doc.cue(j).is_some() {
            break;
        }
    }
    // "أشخاص تحت الأنقاض", "אנשים לכודים": right before it.
    let close = || {
        let j = c.checked_sub(1).filter(|j| *j >= s.first && !doc.caps)?;
        let opens = j == s.first
            || !doc.is_word(j - 1)
            || doc.any(j - 1, PASS.with(Classes::of(&[Class::And, Class::That])));
        // "גן ילדים ניזוק": one, by its verb.
        let (verbs, nouns) = (&doc.lex.profile.plural_verbs, &doc.lex.profile.plural_nouns);
        let word = cairn_fold::fold(doc.words(c, c + 1));
        let many = verbs.is_empty()
            || verbs.iter().chain(nouns).any(|e| word.split(' ').any(|w| w.ends_with(e.as_str())));
        (opens
            && many
            && role == Role::Free
            && (personal && people(j) || built && houses(j))
            && several(doc, j))
        .then_some(j)
    };
    let Some(at) = at.or_else(close).filter(|j| !counted(bound, *j)) else { return };
    let unit = doc.unit(at);
    let Some(metric) = bind::metric(harm, unit) else { return };
    // "Его избили охранники": the subject behind its verb; those it befell stand in another case.
    let word = doc.words(at, at + 1).to_lowercase();
    let subject = crate::grammar::oblique::here(doc)
        && role == Role::Active
        && people(at)
        && ["ы", "и", "і", "ї", "не"].iter().any(|e| word.ends_with(e));
    if subject && at > c {
        return;
    }
    let named = at + 1 < s.last && doc.is_name(at + 1) && doc.unknown(at + 1);
    let told = (c + 1..at).any(|j| doc.has(j, Class::This))
        || at + 1 < s.last && (doc.kind(at + 1) == Mark::Number || doc.has(at + 1, Class::Num));
    if named || told {
        return;
    }
    let mut f = finding(metric, c.min(at), c.max(at) + 1, c, "presence.object");
    match unit {
        None | Some(Unit::Person) => {}
        Some(Unit::Group) => f.group = Some((at, at + 1)),
        _ => f.unit = Some(at),
    }
    out.push(f);
}

/// "35 killed, women and children among them": some of those counted, without a figure of their own.
pub(crate) fn included(doc: &Doc<'_>, s: Sentence, bound: &[Bound], link: usize, out: &mut Vec<Finding>) {
    let of = bound.iter().rev().find(|b| b.figure.last <= link && !b.excluded);
    let Some(of) = of.filter(|b| link - b.figure.last < 20) else { return };
    // "most of them foreigners" is a share.
    if doc.words(link, link + 1).to_ascii_lowercase().starts_with("most of") {
        return;
    }
    let personal = matches!(
        of.cue.and_then(|c| doc.cue(c)),
        Some((
            Harm::Killed | Harm::Injured | Harm::Detained | Harm::Abducted | Harm::Missing | Harm::Displaced,
            _
        ))
    );
    let Some(metric) = of.metric.filter(|_| personal && of.figure.low != Some(0)) else { return };
    let pass = PASS.with(Classes::of(&[Class::Exists, Class::And, Class::Det]));
    let mut j = link + 1;
    let mut plain = 0;
    while j < s.last.min(link + 30) && plain < 3 {
        if doc.unit(j) == Some(Unit::Group) && several(doc, j) && !counted(bound, j) && doc.cue(j).is_none() {
            if !out.iter().any(|f| (f.first..f.last).contains(&j)) {
                let mut f = finding(metric, j, j + 1, j, "presence.included");
                f.group = Some((j, j + 1));
                out.push(f);
            }
            plain = 0;
        } else if doc.unknown(j)
            && doc.is_word(j)
            && !doc.is_name(j)
            && out.iter().any(|f| f.rule == "presence.included")
        {
            plain += 1;
        } else if !(doc.any(j, pass) || doc.kind(j) == Mark::Comma) {
            break;
        }
        j += 1;
    }
}

/// "Injured children were taken to": told by the adjective, where nothing else tells it.
pub(crate) fn modified(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    let lasting = matches!(harm, Harm::Injured | Harm::Abducted);
    if !english || !lasting || role != Role::Part || c + 2 >= s.last || out.iter().any(|f| f.cue == c) {
        return;
    }
    let opens = c == s.first || doc.any(c - 1, Classes::of(&[Class::That, Class::Say, Class::Quoting]));
    let people = matches!(doc.unit(c + 1), Some(Unit::Group | Unit::Person)) && several(doc, c + 1);
    let Some(metric) = bind::metric(harm, None).filter(|_| opens && people && !counted(bound, c + 1)) else {
        return;
    };
    if doc.any(c + 2, Classes::of(&[Class::Be, Class::Have])) {
        let mut f = finding(metric, c, c + 2, c, "presence.modified");
        f.group = (doc.unit(c + 1) == Some(Unit::Group)).then_some((c + 1, c + 2));
        out.push(f);
    }
}

/// "Those who refused were executed", "quienes huían fueron detenidos".
pub(crate) fn whoever(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let personal = harm.of_persons() || harm == Harm::Displaced;
    let done = matches!(role, Role::Part | Role::Free) && bind::is_passive(doc, s, c);
    if !personal || !done || out.iter().any(|f| f.cue == c) {
        return;
    }
    let Some(metric) = bind::metric(harm, None) else { return };
    let who =
        (s.first..c).rev().take(8).take_while(|j| doc.is_word(*j)).find(|j| doc.has(*j, Class::Whoever));
    // "those who were killed" are spoken of, "those who stayed were killed" is told.
    let verb = |w: usize| (w + 1..c).find(|j| doc.has(*j, Class::Be));
    let Some(w) = who.filter(|w| verb(*w).is_some_and(|b| b > w + 1)) else { return };
    let opens =
        w == s.first || !doc.is_word(w - 1) || doc.any(w - 1, Classes::of(&[Class::And, Class::That]));
    let unsaid = (w..c).any(|j| doc.any(j, UNSAID.with(Classes::of(&[Class::Hedge]))) || counted(bound, j));
    if opens && !unsaid {
        out.push(finding(metric, w, c + 1, c, "presence.whoever"));
    }
}

/// "Women were detained and expelled from their homes": the second verb of one subject.
pub(crate) fn joined(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let verb = matches!(role, Role::Part | Role::Free);
    let personal = harm.of_persons() || matches!(harm, Harm::Displaced | Harm::Missing);
    if !verb || !personal || out.iter().any(|f| f.cue == c) || bound.iter().any(|b| b.cue == Some(c)) {
        return;
    }
    let Some(metric) = bind::metric(harm, None) else { return };
    let link = (s.first..c).rev().take(3).find(|j| !doc.has(*j, Class::Skip));
    let Some(link) = link.filter(|j| doc.has(*j, Class::And)) else { return };
    let subject = ["presence.subject", "presence.plural", "presence.whoever", "presence.roster"];
    let prefixed = crate::grammar::prefixed::here(doc);
    let subject = |f: &Finding| subject.contains(&f.rule) || prefixed && f.rule == "presence.object";
    let first = out.iter().find(|f| {
        f.last == link && f.cue + 1 == link && f.kind == crate::claim::Kind::Presence && subject(f)
    });
    // "killed and wounded 12": another's victims.
    let object = c + 1 < s.last
        && (doc.any(c + 1, Classes::of(&[Class::Num, Class::Vague, Class::Many, Class::Indef, Class::Det]))
            || doc.kind(c + 1) == Mark::Number
            || doc.unit(c + 1).is_some());
    if let Some(f) = first.filter(|f| f.metric != metric && !object) {
        let group = f.group;
        let mut f = finding(metric, c, c + 1, c, "presence.joined");
        f.group = group;
        out.push(f);
    }
}
