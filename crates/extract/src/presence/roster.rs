//! Harm without a figure in languages of free order, told of more than one noun or of a part: "Civiles y soldados murieron",
//! "Цілі родини загинули", "חלק מהנוסעים נהרגו", and of those who stand first as the object: "Людей викрадають".

use crate::bind;
use crate::claim::Metric;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::presence::bare;
use crate::presence::phrase::{self, counted, one_of};
use crate::presence::told::several;
use crate::presence::{Cue, Finding, finding};
use crate::text::doc::Doc;
use crate::text::token::Kind as Mark;

const UNSAID: Classes = Classes::of(&[Class::Not, Class::Zero, Class::Hedge, Class::Lack]);
const AUXILIARY: Classes = Classes::of(&[Class::Be, Class::Have, Class::Skip]);

/// All the rules of this module.
pub(crate) fn findings(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    if phrase::english(cue.doc) || out.iter().any(|f| f.cue == cue.at) {
        return;
    }
    let rules = [
        behind,
        subject,
        object_first,
        with_others,
        impersonal,
        evacuated,
        seized,
        fallen,
        captive,
        hurt_there,
        held,
        driven,
    ];
    let found = rules.iter().find_map(|rule| rule(cue));
    let same = |f: &Finding| out.iter().any(|o| o.metric == f.metric && o.first < f.last && f.first < o.last);
    out.extend(found.filter(|f| !same(f)));
}

/// People for what people suffer, houses for what houses do.
fn wanted(doc: &Doc<'_>, j: usize, harm: Harm) -> bool {
    let people = harm.of_persons() || matches!(harm, Harm::Displaced | Harm::Missing | Harm::Casualties);
    let plain = doc.cue(j).is_none_or(|(h, _)| h == Harm::Population)
        && !doc.any(j, Classes::of(&[Class::Num, Class::Lone]));
    plain
        && match doc.unit(j) {
            Some(Unit::Person | Unit::Group | Unit::Household) => people,
            Some(Unit::Home | Unit::Building) => matches!(harm, Harm::Damaged | Harm::Destroyed),
            _ => false,
        }
}

/// "Estudiantes y maestros fueron detenidos", "משפחות שלמות נהרגו", "Некоторые из пассажиров погибли".
fn subject(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let profile = &doc.lex.profile;
    let be = c > s.first && doc.has(c - 1, Class::Be) && profile.adjective_after && doc.caps;
    let verbal = matches!(role, Role::Free | Role::Part | Role::Subject) || role == Role::Head && be;
    let word = cairn_fold::fold(doc.words(c, c + 1));
    let verb = word.split(' ').next().unwrap_or("");
    let ends = |list: &[String]| list.iter().any(|e| verb.ends_with(e.as_str()));
    // "נמלטים": a participle is plural as its noun is.
    let now = !profile.capitals && harm == Harm::Displaced && ends(&profile.plural_nouns);
    // "siguen desaparecidos": the plural stands in the second word.
    let second = profile.adjective_after
        && doc.caps
        && word
            .split(' ')
            .skip(1)
            .any(|w| profile.plural_participles.iter().any(|e| w.ends_with(e.as_str())));
    let state = doc.words(c, c + 1).contains(' ') && (profile.head_first || second) || now;
    if !verbal
        || harm == Harm::Excluded
        || profile.plural_verbs.is_empty()
        || !(ends(&profile.plural_verbs) || state)
    {
        return None;
    }
    let passive = ends(&profile.plural_participles);
    let mut v = c;
    while v > s.first && doc.any(v - 1, AUXILIARY) {
        v -= 1;
    }
    // "אזרחים, בהם ילדים, נהרגו"
    let aside = (v > s.first + 2 && doc.kind(v - 1) == Mark::Comma).then(|| {
        let open = |k: &usize| doc.kind(*k) == Mark::Comma && doc.has(*k + 1, Class::Including);
        (s.first..v - 1).rev().take(8).find(open)
    });
    let included = aside.flatten();
    let v = included.unwrap_or(v);
    let plain = |j: usize| doc.unknown(j) && doc.is_word(j) && !doc.is_adverb(j);
    let nounish = |j: usize| {
        doc.unit(j).is_some()
            || plain(j)
            || doc.any(j, Classes::of(&[Class::Org, Class::Actor, Class::PlaceNoun]))
    };
    let pass = Classes::of(&[
        Class::Of,
        Class::Det,
        Class::Whole,
        Class::PlaceNoun,
        Class::In,
        Class::From,
        Class::Other,
        Class::Actor,
    ]);
    let part = |j: usize| {
        one_of(doc, j, &profile.told.part) || doc.any(j, Classes::of(&[Class::Portion, Class::Most]))
    };
    let mut b = v;
    let mut and = None;
    while b > s.first && v - b < 14 {
        let j = b - 1;
        let comma = doc.kind(j) == Mark::Comma && and.is_some_and(|a| a > j && a - j <= 4);
        let goes_on = |k: usize| k < v && nounish(k) || k + 1 < v && doc.has(k, Class::Det) && nounish(k + 1);
        let joint = doc.has(j, Class::And) && j > s.first && nounish(j - 1) && goes_on(j + 1);
        let inside = doc.cue(j).is_none_or(|(h, _)| h == Harm::Population)
            && doc.is_word(j)
            && (doc.unit(j).is_some() || plain(j) || doc.any(j, pass) || part(j))
            && !doc.any(j, UNSAID);
        if !(comma || joint || inside) {
            break;
        }
        if comma || joint {
            and = Some(j);
        }
        b = j;
    }
    let opening = Classes::of(&[
        Class::And,
        Class::Exists,
        Class::Relative,
        Class::When,
        Class::That,
        Class::During,
        Class::Cause,
        Class::Say,
    ]);
    let opens = b == s.first || !doc.is_word(b - 1) || doc.any(b - 1, opening);
    if !opens || b >= v || (s.first..b).rev().take(3).any(|j| doc.any(j, UNSAID)) {
        return None;
    }
    // Adjectives, a part, an article before the noun.
    let (mut whole, mut definite, mut before) = (false, false, false);
    let mut h = b;
    while h < v && h < b + 4 && !wanted(doc, h, harm) {
        whole |= part(h) || doc.has(h, Class::Whole);
        definite |= doc.has(h, Class::Det);
        before |= plain(h) && profile.head_first || doc.has(h, Class::Other);
        if !(part(h)
            || doc.any(h, Classes::of(&[Class::Whole, Class::Det, Class::Of, Class::From, Class::Other]))
            || plain(h))
        {
            return None;
        }
        h += 1;
    }
    let people = matches!(harm, Harm::Detained | Harm::Killed | Harm::Injured | Harm::Abducted);
    // "Comerciantes fueron secuestrados": only people are, whatever they are called.
    let strange = || {
        let noun = plain(b) && several(doc, b) && (!doc.is_name(b) || b == s.first) && !doc.lexemes[b].glued;
        // "פלסטינים נעצרו": a passive by its first letter.
        let nifal =
            !profile.capitals && b == s.first && doc.words(c, c + 1).starts_with('נ') && several(doc, b);
        let suffer = passive && profile.capitals || nifal;
        (people && suffer && noun && (b + 1 == v || and == Some(b + 1))).then_some(b)
    };
    let at = if h < v && wanted(doc, h, harm) { h } else { strange()? };
    whole |= at + 1 < v && doc.has(at + 1, Class::Whole);
    // "Лікарі в місті гинуть": which of them, or where.
    let whose =
        |j: usize| profile.head_first && plain(j) && !cairn_fold::fold(doc.words(j, j + 1)).ends_with('о');
    let tail =
        at + 1 < v && (whose(at + 1) || doc.any(at + 1, Classes::of(&[Class::In, Class::From, Class::Of])));
    // "מחסנים ומתחם": an unknown word keeps its "and" written onto it.
    let onto = at + 1 < v
        && !doc.lex.profile.capitals
        && plain(at + 1)
        && doc.words(at + 1, at + 2).starts_with(['ו', 'و']);
    let listed = onto || and.is_some_and(|a| a > at);
    let known =
        (b..v).any(|j| counted(bound, j)) || bound.iter().any(|x| x.cue == Some(c) && x.metric.is_some());
    let acts = !passive && harm == Harm::Displaced && (doc.has(at, Class::Actor) || doc.has(at, Class::Org));
    let name = doc.caps && at + 1 < v && doc.is_name(at + 1) && doc.unknown(at + 1);
    let told = listed
        || included.is_some()
        || whole
        || before
        || tail
        || role == Role::Head
        || doc.unit(at).is_none();
    if known || acts || name || !told || definite && !whole && !listed || !several(doc, at) && !whole {
        return None;
    }
    let metric = bind::metric(harm, doc.unit(at).or(people.then_some(Unit::Person)))?;
    let mut f = finding(metric, b, c + 1, c, "presence.roster");
    match doc.unit(at) {
        Some(Unit::Group) => f.group = Some((at, at + 1)),
        None | Some(Unit::Person) => {}
        _ => f.unit = Some(at),
    }
    Some(f)
}

fn plain_adverb(doc: &Doc<'_>, j: usize) -> bool {
    doc.unknown(j)
        && doc.is_word(j)
        && !doc.is_name(j)
        && cairn_fold::fold(doc.words(j, j + 1)).ends_with('о')
}

/// "Людей викрадають із домівок", "Жителей эвакуировали": those it befell first, in their case, and nobody behind.
fn object_first(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let ruin = matches!(harm, Harm::Damaged | Harm::Destroyed);
    let personal = harm.of_persons() || harm == Harm::Displaced || ruin;
    if !doc.lex.profile.head_first
        || role != Role::Active && role != Role::Free
        || !personal
        || bare::infinitive(doc, c)
    {
        return None;
    }
    let pass = Classes::of(&[Class::Skip, Class::FirstPerson, Class::Pronoun]);
    // "Мешканців сіл вивозять": whose they are.
    let whose = |j: usize| {
        j > s.first && doc.any(j, Classes::of(&[Class::PlaceNoun])) && doc.unit(j - 1) == Some(Unit::Group)
            || j > s.first && doc.unit(j) == Some(Unit::Area) && doc.unit(j - 1) == Some(Unit::Group)
    };
    let j = (s.first..c).rev().take(4).find(|j| {
        !doc.any(*j, pass)
            && !whose(*j)
            && !plain_adverb(doc, *j)
            && !["ми", "мы", "вони", "они", "я"].iter().any(|w| cairn_fold::fold(doc.words(*j, *j + 1)) == *w)
    })?;
    let houses = matches!(doc.unit(j), Some(Unit::Home | Unit::Building)) && several(doc, j);
    let people = (matches!(doc.unit(j), Some(Unit::Person | Unit::Group)) && !ruin || ruin && houses)
        && doc.cue(j).is_none()
        && !counted(bound, j);
    let word = cairn_fold::fold(doc.words(j, j + 1));
    let object = ["ов", "ев", "ей", "ів", "їв", "их", "жінок", "женщин"]
        .iter()
        .any(|e| word.ends_with(cairn_fold::fold(e).as_str()))
        || ruin;
    let opens = j == s.first
        || doc.has(j - 1, Class::Pronoun)
        || doc.any(j - 1, Classes::of(&[Class::Stop, Class::Skip]))
        || !doc.is_word(j - 1)
        || j == s.first + 1 && doc.unknown(s.first)
        || doc.has(j - 1, Class::And);
    let next = c + 1;
    let behind = next < s.last
        && doc.is_word(next)
        && (doc.unit(next).is_some()
            || doc.is_name(next)
            || doc.any(next, Classes::of(&[Class::Det, Class::Num])));
    let unit = doc.unit(j).filter(|_| ruin);
    let metric = bind::metric(harm, unit).filter(|_| people && object && opens && !behind)?;
    let mut f = finding(metric, j, c + 1, c, "presence.object_first");
    f.unit = unit.map(|_| j);
    f.group = (doc.unit(j) == Some(Unit::Group)).then_some((j, j + 1));
    Some(f)
}

/// "اعتقل رفقة آخرين", "fue detenido junto con otros": those beside the one who is named.
fn with_others(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let personal = matches!(harm, Harm::Killed | Harm::Injured | Harm::Detained | Harm::Abducted);
    if !personal || !matches!(role, Role::Free | Role::Part | Role::Active) {
        return None;
    }
    let with = |j: usize| one_of(doc, j, &doc.lex.profile.told.with);
    let at = (c + 1..s.last.min(c + 9)).take_while(|j| doc.is_word(*j)).find(|j| with(*j))?;
    let de = at + 1 + usize::from(at + 1 < s.last && doc.any(at + 1, Classes::of(&[Class::From, Class::Of])));
    let many = |j: usize| {
        let word = cairn_fold::fold(doc.words(j, j + 1));
        doc.has(j, Class::Other)
            && ["ون", "ين", "os", "as", "ими", "ים"]
                .iter()
                .any(|e| word.ends_with(cairn_fold::fold(e).as_str()))
    };
    let other = (de < s.last && many(de) && !counted(bound, de)).then_some(de)?;
    let ends = other + 1 >= s.last
        || !(doc.unit(other + 1).is_some()
            || doc.has(other + 1, Class::Num)
            || doc.kind(other + 1) == Mark::Number);
    let metric = bind::metric(harm, None).filter(|_| ends)?;
    Some(finding(metric, c, other + 1, c, "presence.with_others"))
}

/// "ולקחו את התלמידים כבני ערובה": taken as hostages.
fn captive(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let word = doc.words(c, c + 1);
    let as_such =
        harm == Harm::Abducted && matches!(role, Role::Free) && word.starts_with('כ') && word.contains(' ');
    let people = |j: &usize| matches!(doc.unit(*j), Some(Unit::Person | Unit::Group)) && !counted(bound, *j);
    let j = (s.first..c)
        .rev()
        .take(9)
        .take_while(|j| doc.is_word(*j))
        .filter(people)
        .last()
        .filter(|_| as_such)?;
    let unsaid = (s.first..j).rev().take(4).any(|k| doc.any(k, UNSAID));
    (!unsaid).then(|| finding(Metric::AbductedOrHostage, j, c + 1, c, "presence.captive"))
}

/// "hay niños heridos", "були поранені діти": there are such.
fn hurt_there(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let hurt = matches!(harm, Harm::Killed | Harm::Injured | Harm::Missing | Harm::Detained);
    if !hurt
        || !matches!(role, Role::Free | Role::Part | Role::Head)
        || c < s.first + 2
        || !doc.lex.profile.adjective_after
    {
        return None;
    }
    let people = matches!(doc.unit(c - 1), Some(Unit::Person | Unit::Group))
        && several(doc, c - 1)
        && !counted(bound, c - 1);
    let there = doc.has(c - 2, Class::Exists) && !(s.first..c - 2).rev().take(2).any(|j| doc.any(j, UNSAID));
    let metric = bind::metric(harm, None).filter(|_| people && there)?;
    let mut f = finding(metric, c - 2, c + 1, c, "presence.hurt_there");
    f.group = (doc.unit(c - 1) == Some(Unit::Group)).then_some((c - 1, c));
    Some(f)
}

/// "החטופים מוחזקים במנהרות", "los rehenes permanecen retenidos": captives, and that they are kept.
fn held(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    if harm != Harm::Detained || !matches!(role, Role::Free | Role::Subject | Role::Part) {
        return None;
    }
    let j = (s.first..c).rev().take(3).find(|j| !doc.any(*j, AUXILIARY))?;
    let hostages = matches!(doc.cue(j), Some((Harm::Abducted, Role::Head)))
        && !doc.has(j, Class::Lone)
        && !counted(bound, j);
    let unsaid = (s.first..j).rev().take(3).any(|k| doc.any(k, UNSAID));
    (hostages && !unsaid).then(|| finding(Metric::AbductedOrHostage, j, c + 1, c, "presence.held"))
}

/// "سقوط قتلى وجرحى من الطرفين": a noun that says so, and nobody counted.
fn fallen(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let word = doc.words(c, c + 1);
    let fell =
        harm == Harm::Casualties && role == Role::Noun && ["سقوط", "وقوع"].iter().any(|w| word.contains(w));
    let counts = bound.iter().any(|b| b.cue == Some(c) || b.figure.first > c && b.figure.first < c + 3);
    let unsaid = (s.first..c).rev().take(4).any(|j| doc.any(j, UNSAID));
    (fell && !counts && !unsaid).then(|| finding(Metric::OtherCount, c, c + 1, c, "presence.fallen"))
}

/// "Fueron detenidos dirigentes opositores": whom nobody needs to know, since only people are arrested; "Постраждали школи".
fn behind(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let next = c + 1;
    let built = |j: usize| {
        matches!(doc.unit(j), Some(Unit::Home | Unit::Building)) && several(doc, j) && !counted(bound, j)
    };
    let unsaid = (s.first..c).rev().take(3).any(|j| doc.any(j, UNSAID));
    if next >= s.last || unsaid {
        return None;
    }
    if harm == Harm::Injured && role == Role::Free && doc.lex.profile.head_first {
        let pass = |j: usize| doc.unknown(j) && doc.is_word(j);
        let j = (next..s.last.min(next + 3)).find(|j| built(*j) || !pass(*j)).filter(|j| built(*j))?;
        let mut f = finding(bind::metric(Harm::Damaged, doc.unit(j))?, c, j + 1, c, "presence.behind");
        f.unit = Some(j);
        return Some(f);
    }
    // "בתים נפגעו": houses are not hurt.
    if harm == Harm::Injured && role == Role::Free && c > s.first && built(c - 1) {
        let mut first = c - 1;
        while first > s.first + 1 && doc.has(first - 1, Class::And) && built(first - 2) {
            first -= 2;
        }
        let opens = first == s.first
            || !doc.is_word(first - 1)
            || doc.any(first - 1, Classes::of(&[Class::And, Class::That]));
        if opens {
            let mut f =
                finding(bind::metric(Harm::Damaged, doc.unit(c - 1))?, first, next, c, "presence.behind");
            f.unit = Some(c - 1);
            return Some(f);
        }
    }
    let personal = matches!(harm, Harm::Killed | Harm::Injured | Harm::Detained | Harm::Abducted);
    let be = c > s.first && doc.has(c - 1, Class::Be) && doc.lex.profile.adjective_after && doc.caps;
    let word = cairn_fold::fold(doc.words(c, next));
    let plural =
        word.split(' ').any(|w| doc.lex.profile.plural_participles.iter().any(|e| w.ends_with(e.as_str())));
    let people = matches!(doc.unit(next), Some(Unit::Group | Unit::Person))
        || doc.unknown(next) && doc.is_word(next) && !doc.is_name(next) && !doc.is_adverb(next);
    let noun = people && several(doc, next) && !counted(bound, next) && doc.cue(next).is_none();
    let figure = bound.iter().any(|b| b.cue == Some(c) && b.metric.is_some());
    let opens = be && (c < s.first + 2 || !doc.is_word(c - 2) || !several(doc, c - 2));
    let metric = bind::metric(harm, None).filter(|_| personal && plural && noun && opens && !figure)?;
    let mut f = finding(metric, c - 1, next + 1, c, "presence.behind");
    f.group = Some((next, next + 1));
    Some(f)
}

/// "Село спалили, будинки знищено": the object before a participle that has no subject.
fn impersonal(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let word = cairn_fold::fold(doc.words(c, c + 1));
    let done = doc.lex.profile.head_first
        && matches!(role, Role::Free | Role::Part)
        && ["но", "то"].iter().any(|e| word.ends_with(e));
    let j = (s.first..c).rev().take(3).find(|j| !doc.any(*j, AUXILIARY)).filter(|_| done)?;
    let noun = wanted(doc, j, harm) && several(doc, j) && !counted(bound, j);
    let mut first = j;
    while first > s.first
        && j - first < 2
        && doc.is_word(first - 1)
        && doc.unknown(first - 1)
        && !doc.is_name(first - 1)
    {
        first -= 1;
    }
    let opens = first == s.first || !doc.is_word(first - 1) || doc.has(first - 1, Class::And);
    let figure = bound.iter().any(|b| b.cue == Some(c) && b.metric.is_some());
    let metric = bind::metric(harm, doc.unit(j)).filter(|_| noun && opens && !figure)?;
    let mut f = finding(metric, first, c + 1, c, "presence.impersonal");
    match doc.unit(j) {
        Some(Unit::Group) => f.group = Some((j, j + 1)),
        Some(Unit::Home | Unit::Building) => f.unit = Some(j),
        _ => {}
    }
    Some(f)
}

/// "Була проведена евакуація": that people were moved, told by the noun and its verb.
fn evacuated(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    if harm != Harm::Displaced || role != Role::Noun || bound.iter().any(|b| b.cue == Some(c)) {
        return None;
    }
    let verb = |j: usize| one_of(doc, j, &doc.lex.profile.told.happens);
    let ahead = c.checked_sub(1).filter(|j| *j >= s.first && verb(*j));
    let last = (c + 1 < s.last && verb(c + 1)).then_some(c + 2);
    let first = ahead.unwrap_or(c);
    let unsaid = (s.first..first).rev().take(3).any(|j| doc.any(j, UNSAID));
    let metric = bind::metric(harm, None).filter(|_| (ahead.is_some() || last.is_some()) && !unsaid)?;
    Some(finding(metric, first, last.unwrap_or(c + 1), c, "presence.evacuated"))
}

/// "القبض على متورطين": only people are arrested, in a script without capitals.
fn seized(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    // "צה"ל עצר מבוקשים": behind a verb that has its doer before it.
    let verb =
        role == Role::Active && c > s.first && doc.is_word(c - 1) && !doc.lex.profile.plural_verbs.is_empty();
    if harm != Harm::Detained
        || doc.lex.profile.capitals
        || !(verb || matches!(role, Role::Noun | Role::Free))
    {
        return None;
    }
    let on = c + 1 < s.last && doc.any(c + 1, Classes::of(&[Class::On, Class::Of]));
    let j = c + 1 + usize::from(on);
    let noun = j < s.last && doc.unknown(j) && doc.is_word(j) && several(doc, j) && !counted(bound, j);
    let word = |j: usize| cairn_fold::fold(doc.words(j, j + 1));
    let people = noun
        && ["ين", "ون", "ים"].iter().any(|e| word(j).ends_with(cairn_fold::fold(e).as_str()))
        && !word(j).starts_with("ال");
    let unsaid = (s.first..c).rev().take(3).any(|k| doc.any(k, UNSAID));
    let figure = bound.iter().any(|b| b.cue == Some(c) && b.metric.is_some());
    let metric = bind::metric(harm, None).filter(|_| people && !unsaid && !figure)?;
    Some(finding(metric, c, j + 1, c, "presence.seized"))
}

/// "أجبر القصف السكان على النزوح", "اضطرت عائلات إلى النزوح": who was made to leave.
fn driven(cue: &Cue<'_, '_>) -> Option<Finding> {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let list = &doc.lex.profile.told.drives;
    if harm != Harm::Displaced || role != Role::Noun || list.is_empty() {
        return None;
    }
    let back = (s.first..c).rev().take(6).take_while(|j| doc.is_word(*j));
    let people = |j: usize| {
        matches!(doc.unit(j), Some(Unit::Group | Unit::Person | Unit::Household)) && !counted(bound, j)
    };
    let j = back.clone().find(|j| people(*j) && !doc.has(*j, Class::Lone))?;
    let verb = back.into_iter().find(|k| *k < j && one_of(doc, *k, list))?;
    let unsaid = (s.first..verb).rev().take(3).any(|k| doc.any(k, UNSAID));
    let figure = bound.iter().any(|b| b.cue == Some(c));
    let metric = bind::metric(harm, None).filter(|_| !unsaid && !figure)?;
    let mut f = finding(metric, verb, c + 1, c, "presence.driven");
    f.group = (doc.unit(j) == Some(Unit::Group)).then_some((j, j + 1));
    Some(f)
}
