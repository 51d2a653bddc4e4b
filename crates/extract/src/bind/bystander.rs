//! Figures that stand by the harm and are not counted: who acts, what a clause says of those already counted, the date of an
//! attack, the whole of a part. Grammar of a language of bare plurals.

use crate::bind::Bound;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::numbers::Form;
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

/// "a 2017 chemical weapons attack", "the April 4 strike": a number before one attack dates or names it.
pub(crate) fn dated(doc: &Doc<'_>, b: &Bound) -> bool {
    let several = b.figure.low.or(b.figure.high).is_some_and(|n| n > 1);
    let one = |u: usize| !doc.words(u, u + 1).to_ascii_lowercase().ends_with('s');
    doc.lex.profile.bare_plurals
        && !doc.lex.profile.adjective_after
        && b.figure.form == Form::Plain
        && several
        && b.noun.unit == Some(Unit::Attack)
        && b.noun.unit_at.is_some_and(|u| u > b.figure.num && one(u))
}

/// "Two detainees had set fire to it", "12 refugees spoke": what they were before says who acts, and counts nobody.
pub(crate) fn acting(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> bool {
    let state = matches!(doc.cue(c), Some((Harm::Detained | Harm::Abducted | Harm::Displaced, Role::Head)));
    if !state || b.noun.cue != Some(c) || !doc.lex.profile.bare_plurals || doc.lex.profile.adjective_after {
        return false;
    }
    // "A wave of arrests followed": events act on nobody.
    let event = ["tions", "ests", "ments", "pings", "vals"];
    if event.iter().any(|e| doc.words(c, c + 1).to_ascii_lowercase().ends_with(e)) {
        return false;
    }
    let aux = |j: usize| doc.any(j, Classes::of(&[Class::Have, Class::Skip])) || doc.is_adverb(j);
    let Some(verb) = (b.noun.last..s.last).find(|j| !aux(*j)) else { return false };
    let ing = matches!(doc.cue(c), Some((Harm::Detained, _)))
        && doc.unknown(verb)
        && doc.is_word(verb)
        && doc.words(verb, verb + 1).ends_with("ing");
    // "8,100 displaced households reached the south": their flight is all that is told.
    let moved = ["reached", "arrived", "crossed", "moved", "settled", "registered"];
    if moved.iter().any(|w| doc.is(verb, w)) {
        return false;
    }
    let done = doc.is_past(verb) || ing || doc.has(verb, Class::Act) || doc.has(verb, Class::Say);
    done && doc.cue(verb).is_none() && doc.unit(verb).is_none() && !doc.any(verb, Classes::of(&[Class::Be]))
}

/// "killed three militants who attacked one of its vehicles": the figure stands in a clause about those already counted.
pub(crate) fn in_clause(doc: &Doc<'_>, bound: &[Bound], b: &Bound, c: usize) -> bool {
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    if !english || c + 1 >= b.figure.first {
        return false;
    }
    let object = |o: &&Bound| {
        let beside = o.figure.first == c + 1 || o.figure.first == c + 2 && doc.has(c + 1, Class::Det);
        beside && o.noun.last < b.figure.first && o.figure.form != Form::Single
    };
    let Some(o) = bound.iter().find(object) else { return false };
    let who = o.noun.last;
    let verb = who + 1;
    doc.has(who, Class::Relative)
        && verb < b.figure.first
        && (doc.has(verb, Class::Act) || doc.is_past(verb))
        && (verb..b.figure.first).all(|j| doc.is_word(j) && !doc.has(j, Class::And))
}

/// "who was a passenger", "who is also a commander": says who somebody is, and counts nobody more.
pub(crate) fn predicate(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let at = b.figure.first;
    let be = (s.first..at).rev().find(|j| !doc.has(*j, Class::Skip));
    b.figure.form == Form::Single
        && doc.lex.profile.bare_plurals
        && be.is_some_and(|j| j > s.first && doc.has(j, Class::Be) && doc.is(j - 1, "who"))
}

fn english(doc: &Doc<'_>) -> bool {
    doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after
}

/// "beat his rival in a vote which saw 900 members": the figure stands in a clause about something else.
pub(crate) fn of_another_clause(doc: &Doc<'_>, b: &Bound, c: usize) -> bool {
    let at = b.figure.first;
    english(doc)
        && c + 2 < at
        && matches!(doc.cue(c), Some((_, Role::Active)))
        && (c + 2..at).any(|j| ["which", "whose", "where", "while", "that"].iter().any(|w| doc.is(j, w)))
}

/// "90 wounded, and 44 rebels have surrendered": the word is the first figure's noun, and the second has a verb of its own.
pub(crate) fn served_head(doc: &Doc<'_>, s: Sentence, bound: &[Bound], i: usize, c: usize) -> bool {
    let b = &bound[i];
    let head = english(doc) && c < b.figure.first && matches!(doc.cue(c), Some((_, Role::Head | Role::Part)));
    if !head || b.noun.last >= s.last {
        return false;
    }
    let anothers = b.noun.unit_at.is_some()
        && bound[..i]
            .iter()
            .any(|o| (o.noun.cue == Some(c) || o.noun.last == c) && o.figure.form != Form::Zero);
    let joined = (c + 1..b.figure.first).any(|j| doc.has(j, Class::And) || doc.kind(j) == Kind::Comma);
    // "are displaced people and the other three are from the town"
    let other = doc.has(c + 1, Class::And)
        && (c + 2..=b.figure.first)
            .all(|j| doc.any(j, Classes::of(&[Class::Det, Class::Other])) || j == b.figure.first);
    let other = other
        && matches!(doc.cue(c), Some((_, Role::Head)))
        && (b.figure.first..b.figure.num).any(|j| doc.has(j, Class::Other));
    (anothers && joined || other) && own_verb(doc, s, b)
}

/// Right behind the figure's noun stands a verb of its own.
pub(crate) fn own_verb(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let next = b.noun.last;
    next < s.last
        && (doc.any(next, Classes::of(&[Class::Have, Class::Be, Class::Act, Class::Loss]))
            || doc.is_past(next)
            || matches!(doc.cue(next), Some((_, Role::Subject))))
}

/// "lost their lives and three lost their sight": the second figure has a verb of its own.
pub(crate) fn next_clause(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> bool {
    crate::bind::neighbours::told_anew(doc, s, b, c)
        || english(doc)
            && c < b.figure.first
            && matches!(doc.cue(c), Some((_, Role::Subject)))
            && (c + 1..b.figure.first).any(|j| doc.has(j, Class::And) || doc.kind(j) == Kind::Comma)
            && own_verb(doc, s, b)
            && !doc.any(b.noun.last, Classes::of(&[Class::Be, Class::Have]))
}

/// "a long injury layoff", "a death threat": a word of harm that only modifies the next noun.
pub(crate) fn modifier(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let next = b.noun.last;
    // "missed two matches with a hamstring injury": of one who is named, and no count.
    let ailing = english(doc)
        && b.figure.form == Form::Single
        && b.noun.cue.is_some_and(|c| doc.is(c, "injury"))
        && b.figure.first > s.first
        && ["with", "of", "after", "through", "overcame", "despite", "from"]
            .iter()
            .any(|w| doc.is(b.figure.first - 1, w));
    if ailing {
        return true;
    }
    // "a large amount of arrests"
    let much = |j: usize| ["amount", "number", "lot", "wave", "series"].iter().any(|w| doc.is(j, w));
    let single = english(doc) && b.figure.form == Form::Single;
    if single && (b.figure.last..next).any(|j| much(j) && j + 1 < next && doc.has(j + 1, Class::Of)) {
        return true;
    }
    english(doc)
        && b.figure.form == Form::Single
        && next < s.last
        && b.noun.cue.is_some_and(|c| c + 1 == next && matches!(doc.cue(c), Some((_, Role::Head))))
        && doc.is_word(next)
        && doc.unknown(next)
        && !doc.is_name(next)
        && !doc.is_past(next)
        && !doc.is_adverb(next)
}

/// "two shells, one hitting a house": one of those just counted.
pub(crate) fn one_of_them(doc: &Doc<'_>, s: Sentence, bound: &[Bound], i: usize) -> bool {
    let b = &bound[i];
    let next = b.figure.last;
    let things = |o: &Bound| {
        matches!(o.noun.unit, Some(Unit::Munition | Unit::Thing | Unit::Home | Unit::Building | Unit::Attack))
    };
    english(doc)
        && i > 0
        && doc.is(b.figure.num, "one")
        && things(&bound[i - 1])
        && b.figure.first > s.first
        && doc.kind(b.figure.first - 1) == Kind::Comma
        && next < s.last
        && doc.words(next, next + 1).to_ascii_lowercase().ends_with("ing")
}

/// "killed in one": where it was, and nobody.
pub(crate) fn in_one(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let at = b.figure.first;
    english(doc)
        && at > s.first
        && doc.has(at - 1, Class::In)
        && b.noun.unit_at == Some(b.figure.num)
        && b.noun.unit == Some(Unit::Person)
        && doc.is(b.figure.num, "one")
}

/// "the affected people were taken to 950 shelters": the participle only says which people.
pub(crate) fn adjective(doc: &Doc<'_>, b: &Bound, c: usize) -> bool {
    english(doc)
        && c > 0
        && c + 2 < b.figure.first
        && matches!(doc.cue(c), Some((Harm::Affected | Harm::Damaged | Harm::Destroyed, Role::Part)))
        && doc.has(c - 1, Class::Det)
        && doc.unit(c + 1).is_some()
        && doc.any(c + 2, Classes::of(&[Class::Be, Class::Have]))
}

/// "five containers arrived in the port": what the lexicon does not know for people is not displaced.
pub(crate) fn goods(doc: &Doc<'_>, b: &Bound, c: usize) -> bool {
    let moved = matches!(doc.cue(c), Some((Harm::Displaced, Role::Subject)));
    let people = ["ers", "ors", "ees", "ans", "ians", "ists", "men", "nts"];
    let last = doc.words(b.noun.last.max(1) - 1, b.noun.last).to_ascii_lowercase();
    let next = if c > b.noun.last { doc.words(c - 1, c).to_ascii_lowercase() } else { String::new() };
    english(doc)
        && moved
        && b.noun.strange
        && c >= b.noun.last
        && !people.iter().any(|e| {
            last.ends_with(e) && !last.ends_with("ainers") || next.ends_with(e) && !next.ends_with("ainers")
        })
}

/// "Of the 40 passengers, …": the sentence opens with the whole.
pub(crate) fn opens_with_of(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    english(doc)
        && (doc.has(s.first, Class::Of) || doc.is(s.first, "of the"))
        && (s.first + 1..b.figure.first).all(|j| doc.any(j, Classes::of(&[Class::Det, Class::Skip])))
}

/// "Of the 40 passengers, 12 were killed": the whole that opens the sentence is not what befell its part.
fn whole(doc: &Doc<'_>, s: Sentence, bound: &[Bound], i: usize, c: usize) -> bool {
    let b = &bound[i];
    opens_with_of(doc, s, b)
        && b.noun.cue.is_none()
        && doc.kind(b.noun.last) == Kind::Comma
        && bound.get(i + 1).is_some_and(|o| o.figure.first == b.noun.last + 1 && o.figure.first < c)
}

/// "two officers were not arrested", "did not kill the three": nothing befell them.
pub(crate) fn denied(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> bool {
    let done = matches!(
        doc.cue(c),
        Some((
            Harm::Killed
                | Harm::Injured
                | Harm::Detained
                | Harm::Abducted
                | Harm::Tortured
                | Harm::Destroyed
                | Harm::Damaged,
            Role::Part | Role::Active | Role::Subject
        ))
    );
    let link = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let not =
        (s.first..c).rev().find(|j| !(doc.any(*j, link) || doc.is_adverb(*j)) || doc.has(*j, Class::Not));
    // "a thief was nearly lynched"
    let barely = c > s.first
        && c >= b.noun.last
        && ["nearly", "almost", "narrowly"].iter().any(|w| doc.is(c - 1, w))
        && doc.cue(c).is_some_and(|(h, _)| h.of_persons());
    if english(doc) && done && barely {
        return true;
    }
    // "up to 40 people can be evacuated": so many at a time, and none yet.
    let able = c > b.noun.last && c - b.noun.last <= 3 && (b.noun.last..c).any(|j| doc.is(j, "can"));
    if english(doc) && able && matches!(doc.cue(c), Some((_, Role::Part))) {
        return true;
    }
    // "20 demonstrators asked to leave the yard": what they asked for has not come.
    let wish = [
        "asked",
        "demanded",
        "agreed",
        "refused",
        "wanted",
        "want",
        "hoped",
        "hope",
        "planned",
        "threatened",
        "applied",
        "promised",
        "offered",
        "declined",
        "wish",
        "requested",
        "condition",
        "tried",
        "attempted",
        "trying",
    ];
    let leave = matches!(doc.cue(c), Some((Harm::Displaced, Role::Subject)))
        && doc.words(c, c + 1).to_ascii_lowercase().starts_with("to ");
    let asked =
        |j: usize| wish.iter().any(|w| doc.is(j, w)) && !(doc.has(j - 1, Class::Be) && j > b.noun.last);
    if english(doc) && leave && c > b.noun.last && c - b.noun.last < 20 && (b.noun.last..c).any(asked) {
        return true;
    }
    english(doc)
        && done
        && b.figure.form != Form::Zero
        && not
            .is_some_and(|j| doc.has(j, Class::Not) && c - j <= 3 && (j >= b.noun.last || c < b.figure.first))
        && !doc.is(c.saturating_sub(1), "only")
}

/// "60,000 remain, including 3,000 held in camps": the verb behind the part is said of the part.
pub(crate) fn of_part(doc: &Doc<'_>, s: Sentence, bound: &[Bound], i: usize, c: usize) -> bool {
    let b = &bound[i];
    if !english(doc) || c < b.noun.last || b.noun.last >= s.last {
        return false;
    }
    let verb = doc.has(b.noun.last, Class::Stay) || own_verb(doc, s, b);
    let part = |o: &Bound| {
        o.figure.first > b.noun.last
            && o.figure.first < c
            && (doc.has(o.figure.first - 1, Class::Including)
                || o.figure.last < s.last && doc.has(o.figure.last, Class::Including))
            && (o.figure.last..c).all(|j| doc.kind(j) != Kind::Comma)
    };
    let parted = || (b.noun.last..c).any(|j| doc.kind(j) == Kind::Semicolon);
    // "49,000 people have recovered, and 2,400 have died": the last verb is of the last figure.
    let aux = Classes::of(&[Class::Have, Class::Be, Class::Skip]);
    let last = |o: &Bound| {
        o.figure.first > b.noun.last
            && o.noun.last <= c
            && o.figure.form != Form::Single
            && (o.noun.last..c).all(|j| doc.any(j, aux))
            && (doc.has(o.figure.first - 1, Class::And) || doc.kind(o.figure.first - 1) == Kind::Comma)
    };
    verb && (parted() || bound.iter().any(|o| part(o) || last(o))) || whole(doc, s, bound, i, c)
}

/// "beat his rival", "beat France": a contest, when nothing in the sentence is violent.
pub(crate) fn contest(doc: &Doc<'_>, s: Sentence, c: usize) -> bool {
    // "were beaten 3-1"
    let score = c + 3 < s.last
        && doc.kind(c + 1) == Kind::Number
        && doc.kind(c + 2) == Kind::Dash
        && doc.kind(c + 3) == Kind::Number;
    let beat = ["beat", "beating", "beats"].iter().any(|w| doc.is(c, w)) || doc.is(c, "beaten") && score;
    let side = |j: usize| ["front", "party", "division"].iter().any(|w| doc.is(j, w));
    let hard = |j: usize| {
        j != c
            && !side(j)
            && (doc.any(j, Classes::of(&[Class::Actor, Class::Event, Class::Hazard]))
                || doc.cue(j).is_some_and(|(h, _)| h.of_persons())
                || ["up", "severely", "badly", "sticks", "clubs", "batons", "death", "husband"]
                    .iter()
                    .any(|w| doc.is(j, w)))
    };
    let out = doc.is(c, "eliminated") || doc.is(c, "lost") || doc.is(c, "crushed") || doc.is(c, "shot");
    let game = |j: usize| {
        [
            "round",
            "tournament",
            "cup",
            "race",
            "contest",
            "final",
            "finals",
            "quarterback",
            "touchdown",
            "wickets",
            "goals",
            "match",
        ]
        .iter()
        .any(|w| doc.is(j, w))
    };
    let played = out && (s.first..s.last).any(game);
    english(doc) && (beat || played) && !(s.first..s.last).any(hard)
}

/// "The number of displaced people fell by 3 per cent to 1.7 million": a label, and what it came to.
pub(crate) fn changed(doc: &Doc<'_>, c: usize, b: &Bound) -> bool {
    let verbs = [
        "reduced",
        "fell",
        "dropped",
        "decreased",
        "declined",
        "fallen",
        "brought",
        "bringing",
        "dropping",
        "falling",
    ];
    (c + 1..b.figure.first)
        .any(|j| doc.any(j, Classes::of(&[Class::Rise, Class::Delta])) || verbs.iter().any(|w| doc.is(j, w)))
        && (c + 1..b.figure.first).all(|j| !matches!(doc.kind(j), Kind::Stop | Kind::Semicolon | Kind::Colon))
}

/// Where a name apposed at the comma `j` ends, with what stands in brackets behind it; the next mark or word follows.
pub(crate) fn apposed_name(doc: &Doc<'_>, j: usize, to: usize) -> Option<usize> {
    let name = |k: usize| doc.is_name(k) && doc.unknown(k);
    if !english(doc) || j == 0 || doc.kind(j) != Kind::Comma {
        return None;
    }
    if !matches!(doc.unit(j - 1), Some(Unit::Group | Unit::Person)) {
        return None;
    }
    let mut end = j + 1;
    while end < to && (name(end) || doc.kind(end) == Kind::Dash && doc.lexemes[end].glued) {
        end += 1;
    }
    if end < j + 3 {
        return None;
    }
    if end < to && doc.kind(end) == Kind::Open {
        end = (end..to).find(|k| doc.kind(*k) == Kind::Close)? + 1;
    }
    (end < to && (doc.kind(end) == Kind::Comma || doc.has(end, Class::And))).then_some(end)
}

/// "confiscated 25 missiles, 915 rifles, 49 mortars", "a cache of 40 grenades": arms taken or found are not arms used.
pub(crate) fn arms_found(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    if !english(doc) {
        return false;
    }
    let any = |j: usize, words: &[&str]| words.iter().any(|w| doc.is(j, w));
    let taken = [
        "confiscated",
        "seized",
        "captured",
        "recovered",
        "discovered",
        "uncovered",
        "unearthed",
        "surrendered",
        "handed over",
        "stockpiled",
        "cache",
        "caches",
        "arsenal",
        "smuggled",
        "purchased",
        "stolen",
        "stole",
        "weapons",
        "arms",
        "ammunition",
    ];
    let small = [
        "rifles",
        "rifle",
        "carbines",
        "pistols",
        "revolvers",
        "shotguns",
        "ammunition",
        "cartridges",
        "machineguns",
        "submachineguns",
        "guns",
        "magazines",
        "bullets",
        "detonators",
        "radios",
    ];
    let from = s.first.max(b.figure.first.saturating_sub(24));
    (from..b.figure.first).any(|j| any(j, &taken))
        || (b.figure.first.saturating_sub(4).max(s.first)..b.figure.first).any(|j| doc.is(j, "found"))
        || (from..s.last.min(b.noun.last + 8)).any(|j| any(j, &small))
}

/// "650 households out of 1,100": the number of the whole.
pub(crate) fn out_of(doc: &Doc<'_>, s: Sentence, bound: &[Bound], i: usize) -> bool {
    let b = &bound[i];
    let of = b.figure.first.checked_sub(1).filter(|j| *j > s.first && doc.is(*j, "out of"));
    i > 0 && of.is_some_and(|j| bound[i - 1].noun.last == j && bound[i - 1].figure.form == Form::Plain)
}

/// "a centre that serves 35,000 people was damaged": the main verb is of the centre.
pub(crate) fn in_relative(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> bool {
    let at = b.figure.first;
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    if !english || c < b.noun.last || at < s.first + 3 || doc.cue(at - 1).is_some() {
        return false;
    }
    let verb = doc.unknown(at - 1) && doc.is_word(at - 1) && doc.words(at - 1, at).ends_with('s');
    let link = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let main = (b.noun.last..c).all(|j| doc.any(j, link)) && c > b.noun.last;
    verb && main && ["that", "which", "who"].iter().any(|w| doc.is(at - 2, w))
}

/// "two bombs set off by guerrillas", "three bombs exploded"
pub(crate) fn went_off(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let verbs = [
        "exploded",
        "detonated",
        "blew",
        "set",
        "hit",
        "struck",
        "landed",
        "fell",
        "slammed",
        "crashed",
        "impacted",
        "rained",
    ];
    // "were set off"
    let aux = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let verb = (b.noun.last..s.last).find(|j| !doc.any(*j, aux)).filter(|j| *j <= b.noun.last + 3);
    doc.lex.profile.bare_plurals
        && b.figure.form == Form::Plain
        && verb.is_some_and(|v| {
            let word = doc.words(v, v + 1).to_ascii_lowercase();
            verbs.iter().any(|w| word.starts_with(w)) || word == "went off"
        })
}
