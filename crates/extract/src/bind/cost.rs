//! What it costs to bind a figure to a cue: distance, clause, marks and the cue's role.

use crate::bind::aside::{age_aside, of_age, verb_behind};
use crate::bind::bystander;
use crate::bind::captive;
use crate::bind::metric::metric;
use crate::bind::own;
use crate::bind::{Bound, follows_preposition, is_active, is_passive, placed_in};
use crate::grammar::caseless;
use crate::grammar::romance;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::numbers::Form;
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;
use crate::time::Period;

/// Dearer bindings are none.
const MAX_COST: u32 = 16;
/// No cue is farther from its figure, in lexemes.
const REACH: usize = 36;
/// What stepping over another figure costs.
const OVER_FIGURE: u32 = 7;

/// The cost of binding figure `i` to the cue at `c`; none where they cannot belong together.
pub(crate) fn cost(
    doc: &Doc<'_>,
    s: Sentence,
    bound: &[Bound],
    i: usize,
    c: usize,
    periods: &[Period],
) -> Option<u32> {
    let b = &bound[i];
    let (harm, role) = doc.cue(c)?;
    if own::other_verb(doc, s, b, c)
        || romance::acts(doc, s, b, c)
        || romance::in_that_clause(doc, s, b, c)
        || romance::of_noun(doc, s, b, c)
        || romance::beside(doc, s, bound, b, c)
        || romance::of_other_noun(doc, s, bound, b, c)
        || crate::grammar::dropped::apart(doc, s, bound, b, c)
        || bystander::acting(doc, s, b, c)
        || bystander::in_clause(doc, bound, b, c)
        || bystander::in_relative(doc, s, b, c)
        || caseless::own_verb(doc, s, b, c)
        || caseless::acts(doc, s, bound, b, c)
        || bystander::of_another_clause(doc, b, c)
        || bystander::served_head(doc, s, bound, i, c)
        || bystander::next_clause(doc, s, b, c)
        || bystander::denied(doc, s, b, c)
        || bystander::of_part(doc, s, bound, i, c)
        || bystander::contest(doc, s, c)
        || captive::place_taken(doc, b, c)
        || captive::compound(doc, c)
        || captive::sent_home(doc, b, c)
        || bystander::goods(doc, b, c)
        || bystander::adjective(doc, b, c)
    {
        return None;
    }
    // "wounds that threaten their lives"
    if role == Role::Subject && c > s.first && doc.has(c - 1, Class::Hedge) && doc.lex.profile.verb_first {
        return None;
    }
    if b.noun.cue == Some(c) || own::who_were(doc, b, c) {
        return compatible(harm, b).then_some(0);
    }
    // "the dead in the two countries": where, not whom.
    let at = b.figure.first;
    let somewhere = at > s.first + 1
        && doc.has(at - 1, Class::Det)
        && doc.has(at - 2, Class::In)
        && b.figure.last < s.last
        && doc.has(b.figure.last, Class::PlaceNoun);
    // "people in 106 blocks of 14 districts were affected"
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    let area =
        b.noun.unit == Some(Unit::Area) || (b.figure.last..b.noun.last).any(|j| doc.has(j, Class::PlaceNoun));
    let led = (s.first..at).rev().find(|j| !doc.has(*j, Class::Det));
    let led = led.is_some_and(|j| doc.any(j, Classes::of(&[Class::In, Class::Of, Class::From])));
    let somewhere = somewhere || english && area && harm == Harm::Affected && led;
    if somewhere && !matches!(harm, Harm::Population | Harm::AccessDenied) {
        return None;
    }
    let before = c < b.figure.first;
    let (from, to) = if before { (c + 1, b.figure.first) } else { (b.noun.last, c.max(b.noun.last)) };
    if to - from > REACH {
        return None;
    }
    // "طعن، وقال شهود إن رجلين …": what is told begins anew behind "said that".
    let said = |j: usize| doc.has(j, Class::Say) && (j + 1..to).any(|k| doc.has(k, Class::That));
    if before && !doc.lex.profile.capitals && role == Role::Free && (from..to).any(said) {
        return None;
    }
    // "ولم تحرز أي تقدم": none of what nobody knows is no figure; "لم يسفر الهجوم عن إصابات" is one.
    let led_to = (from..to).any(|j| doc.has(j, Class::Event));
    let nothing = b.figure.form == Form::Zero && b.noun.strange && b.noun.cue.is_none();
    if nothing && !led_to && !doc.lex.profile.capitals {
        return None;
    }
    // "confined … in four towns": where it happens is not what is denied.
    let placed = harm == Harm::AccessDenied
        && matches!(b.noun.unit, Some(Unit::Area | Unit::Building | Unit::Home))
        && follows_preposition(doc, s, b);
    // "destroyed across three districts", "stranded in one of": where, not what.
    let within = at > s.first && doc.is(at - 1, "within");
    let across = (matches!(b.noun.unit, Some(Unit::Area)) || within)
        && matches!(harm, Harm::Destroyed | Harm::Damaged | Harm::Affected);
    let one_of = b.figure.low == Some(1)
        && b.figure.last < s.last
        && (doc.has(b.figure.last, Class::Of) || doc.is(b.figure.last, "of the"))
        && (b.noun.unit.is_none() || b.noun.last == b.figure.last);
    if placed
        || (across || one_of) && before && doc.lex.profile.bare_plurals && follows_preposition(doc, s, b)
    {
        return None;
    }
    if role == Role::Presence && !crate::grammar::verbal::told_of(doc, b, c)
        || !before && c < b.noun.last
        || !compatible(harm, b)
    {
        return None;
    }
    // "killed 61 and affected 4,000": a verb of its own, though it says of no noun what befell it.
    let own = matches!(doc.cue(at.saturating_sub(1)), Some((Harm::Affected, Role::Active | Role::Part)));
    if own && before && c + 1 < at {
        return None;
    }
    // "20 men stoned those who buried a nurse who died": the clause tells of the one named last.
    if !before && of_another(doc, b, c) {
        return None;
    }
    // "aboard a bus": where they are, not what they did.
    let aboard = harm == Harm::Excluded && doc.has(c, Class::In);
    if aboard && c + 1 < s.last && doc.any(c + 1, Classes::of(&[Class::Det, Class::Indef])) {
        return None;
    }
    // "was arrested after ten soldiers broke in": the figure opens a clause of its own.
    let clause = Classes::of(&[Class::Cause, Class::When, Class::Relative]);
    let opens = |j: usize| {
        doc.any(j, clause) && !doc.any(j, Classes::of(&[Class::In, Class::During]))
            || doc.lex.profile.bare_plurals && doc.is(j, "as")
    };
    // "was hurt when eight armed men of the front (NAME) fired": it opens a clause of its own, however long.
    let opened = |j: usize| ["when", "while", "as"].iter().any(|w| doc.is(j, w));
    if before && english && at > s.first && opened(at - 1) && b.figure.form != Form::Single {
        return None;
    }
    let behind = || {
        (b.noun.last..s.last.min(b.noun.last + 8))
            .take_while(|j| doc.is_word(*j))
            .any(|j| doc.has(j, Class::Act) && !is_passive(doc, s, j))
    };
    if before && doc.caps && b.figure.first > s.first && opens(b.figure.first - 1) && behind() {
        return None;
    }
    // "heridas durante la manifestación de miles de profesores": who takes part in it is not hurt.
    let partakes = before
        && doc.lex.profile.adjective_after
        && doc.caps
        && b.figure.first > from + 2
        && doc.has(b.figure.first - 1, Class::Of)
        && doc.unknown(b.figure.first - 2)
        && (from..to).any(|j| doc.has(j, Class::During));
    if partakes {
        return None;
    }
    let people = matches!(b.noun.unit, Some(Unit::Person | Unit::Group | Unit::Body));
    // "49,000 patients have recovered": they are well again.
    let well = matches!(b.noun.unit, None | Some(Unit::Person | Unit::Group));
    if harm == Harm::Recovered && !before && well && english && !is_passive(doc, s, c) && c > b.noun.last {
        return None;
    }
    if own::apart(doc, s, b, c) {
        return None;
    }
    if doc.has(c, Class::Weak) && !people {
        return None;
    }
    // "lost their ability to work in two districts": something else was lost.
    let theirs = english && before && doc.has(c, Class::Weak) && c + 1 < at;
    if theirs
        && doc.any(c + 1, Classes::of(&[Class::Det, Class::Pronoun]))
        && !(c + 1..at).any(|j| doc.has(j, Class::And))
    {
        return None;
    }
    // "cut off from water, and the price rose to 90": what an unknown noun counts has no place among the inhabitants.
    let stock = matches!(harm, Harm::AccessDenied | Harm::Population);
    if stock && b.noun.strange && (to > from + 2 || doc.kind(b.figure.num) != Kind::Number || !before) {
        return None;
    }
    // "after two were killed, hundreds of settlers attacked": who acts is not who was harmed.
    let acts = before
        && doc.lex.profile.bare_plurals
        && b.noun.unit_at.is_some()
        && b.noun.last < s.last
        && doc.has(b.noun.last, Class::Act)
        && doc.cue(b.noun.last).is_none()
        && (from..to).any(|j| doc.kind(j) == Kind::Comma);
    if acts {
        return None;
    }
    // "a displaced persons' camp": one is not several.
    let several = b.figure.form == Form::Single
        && b.noun.unit == Some(Unit::Person)
        && b.noun.unit_at.is_some_and(|u| doc.words(u, u + 1).ends_with('s'))
        && !doc.has(b.figure.num, Class::Other)
        && doc.lex.profile.bare_plurals;
    if several {
        return None;
    }
    // "a bomber thought to have crossed": who acts is not displaced.
    let actor = b.noun.unit_at.is_some_and(|u| doc.has(u, Class::Actor));
    if harm == Harm::Displaced && b.figure.form == Form::Single && actor && doc.lex.profile.bare_plurals {
        return None;
    }
    // "4,000 troops fanned out lest the leaders escape": those under arms move, and are not displaced.
    // "on a mission to detain a suspect": what was meant to be done.
    let meant = before && c > s.first && role == Role::Active && doc.has(c - 1, Class::To);
    if meant && english && b.figure.form == Form::Single {
        return None;
    }
    let searched = harm == Harm::Missing
        && b.figure.form == Form::Single
        && b.noun.unit_at.is_some_and(|u| doc.has(u, Class::Actor))
        && before;
    if searched && doc.lex.profile.bare_plurals {
        return None;
    }
    let armed = b.noun.unit_at.is_some_and(|u| doc.has(u, Class::Actor) && doc.unit(u) == Some(Unit::Group));
    // "five gunmen fled": they got away.
    let away = ["fled", "escaped", "to flee", "have fled", "had fled"].iter().any(|w| doc.is(c, w));
    let settled = ["men", "settlers", "herders", "nomads", "individuals"];
    let armed = armed && (to > from || away) && !settled.iter().any(|w| doc.is(b.noun.last - 1, w));
    if harm == Harm::Displaced && armed && doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after {
        return None;
    }
    // "a further two storms" are no victims.
    let hazard = b.noun.unit.is_none()
        && b.figure.last < s.last
        && doc.has(b.figure.last, Class::Hazard)
        && (!b.noun.strange && doc.lex.profile.bare_plurals || doc.lex.profile.head_first);
    if hazard || crate::grammar::oblique::meant_for(doc, b, c, role) {
        return None;
    }
    // "several residents": nobody counted the inhabitants.
    if b.figure.form == Form::Many && harm == Harm::Population {
        return None;
    }
    // "without being able to": nothing is counted as none.
    // "casualties, without giving a number": not without casualties.
    // "репрессиям подверглись 3,8 миллиона, из них 786 тысяч расстреляны": said of those alone.
    if !before
        && doc.lex.profile.head_first
        && (from..to).any(|j| {
            let part = |o: &Bound| {
                let other = o.figure.num != b.figure.num && o.noun.last <= c;
                other && (o.figure.first == j + 1 || o.figure.last == j)
            };
            let closed = doc.kind(j - 1) == Kind::Comma && doc.kind(c - 1) == Kind::Comma;
            doc.has(j, Class::Including) && bound.iter().any(part) && !closed
        })
    {
        return None;
    }
    // "погибли девять, в том числе трое детей; ещё 21 доставлен": another clause's verb.
    if harm == Harm::Excluded
        && doc.lex.profile.head_first
        && (from..to).any(|j| doc.kind(j) == Kind::Semicolon)
    {
        return None;
    }
    // "загиблих немає", "пострадавших нет": right behind them it says that there are none.
    let none = doc.lex.profile.head_first
        && c + 1 == b.figure.first
        && role == Role::Head
        && b.noun.last == b.figure.last;
    if b.figure.form == Form::Zero && before && doc.has(b.figure.first, Class::Lack) && !none {
        return None;
    }
    // "No other sources tell of the injured": none of those who speak.
    let speakers = b.figure.form == Form::Zero
        && !before
        && c > b.noun.last
        && (b.figure.first..c).any(|j| doc.has(j, Class::Org) && doc.unit(j).is_none());
    if speakers && doc.has(c - 1, Class::Det) {
        return None;
    }
    // "buried six boys killed by": not under rubble.
    let laid =
        before && doc.is(c, "buried") && matches!(doc.cue(b.noun.last), Some((Harm::Killed, Role::Part)));
    if laid && b.noun.last < s.last {
        return None;
    }
    let strange = b.noun.strange && !crate::grammar::verbal::nobody(doc, s, b.figure.num);
    if b.figure.form == Form::Zero && strange && to > from {
        return None;
    }
    // "a family of three"
    if b.figure.form == Form::Single
        && b.noun.unit == Some(Unit::Household)
        && b.noun.last + 1 < s.last
        && doc.has(b.noun.last, Class::Of)
        && bound.iter().any(|o| o.figure.first == b.noun.last + 1)
    {
        return None;
    }
    // "hosted in 173 collective sites": where they are is not who they are.
    if before && b.noun.strange && placed_in(doc, s, b) {
        return None;
    }
    // "destroyed 60 militants" is said of people only right beside them.
    if harm == Harm::Destroyed && people && (to > from + 1 || b.figure.form == Form::Single) {
        return None;
    }
    // "two soldiers opened fire and killed three": who acts is not who is harmed.
    if !before
        && c > b.noun.last
        && (b.noun.unit.is_some()
            || b.noun.last == b.figure.last && doc.lex.profile.adjective_after && doc.caps)
        && doc.has(b.noun.last, Class::Act)
        && doc.cue(b.noun.last).is_none()
        // "two men riding a motorcycle were killed"
        && !(english && doc.words(b.noun.last, b.noun.last + 1).to_ascii_lowercase().ends_with("ing") && is_passive(doc, s, c))
    {
        return None;
    }
    // "four died and three are missing", "a guard died and two wounded": the verb has its figure, the next one its own.
    let served = before
        && !(b.figure.first > s.first && doc.has(b.figure.first - 1, Class::To))
        && matches!(role, Role::Free | Role::Part | Role::Subject)
        && bound.iter().any(|o| {
            o.noun.last <= c
                && o.noun.last >= s.first
                && o.figure.num < c
                && (o.figure.form != Form::Single
                    || c + 1 < s.last && doc.has(c + 1, Class::And)
                    || english && role == Role::Subject)
                && (o.noun.last..c).all(|j| doc.any(j, Classes::of(&[Class::Be, Class::Have, Class::Skip])))
        })
        && (from..to + usize::from(!doc.caps && at < b.figure.num)).any(|j| {
            let clause = Classes::of(&[Class::And, Class::Stop, Class::Relative]);
            doc.kind(j) == Kind::Comma || doc.any(j, clause)
        });
    // "seven taxis were burnt and in two …"
    if served && b.noun.last == b.figure.last && placed_in(doc, s, b) {
        return None;
    }
    let served = if served { 6 } else { 0 };
    let side = if before { left(doc, s, bound, b, c, role)? } else { right(doc, s, bound, b, c, role)? };
    let label = role == Role::Part && b.figure.first > c + 1 && doc.kind(c + 1) == Kind::Colon;
    let labelled = before && (matches!(role, Role::Noun | Role::Head) || label);
    let single = b.figure.form == Form::Single;
    if single && (harm == Harm::Excluded && to > from || !before && follows_preposition(doc, s, b)) {
        return None;
    }
    let adjacent = from == to
        || !before && (from..to).all(|j| doc.any(j, Classes::of(&[Class::Be, Class::Have, Class::Skip])));
    let strange = if b.noun.strange
        && !single
        && !adjacent
        && doc.lex.profile.capitals
        && !doc.lex.profile.adjective_after
    {
        let other = |j: usize| doc.any(j, Classes::of(&[Class::Other, Class::Det])) && english;
        let from = (b.figure.last..b.noun.last).find(|j| !other(*j)).unwrap_or(b.figure.last);
        if from + 1 < b.noun.last {
            return None;
        }
        // "the murder of a rector, five other Ostians": only people are murdered.
        let murder = english && before && role == Role::Noun && harm.of_persons();
        if murder { 0 } else { 5 }
    } else {
        0
    };
    // "rose to three: under the rubble …": what the colon opens is told of something else.
    let opened = !before && (from..to).any(|j| doc.kind(j) == Kind::Colon);
    let way = path(doc, bound, periods, from, to, labelled);
    // "The number of dead …, of which we told, rose to 12".
    let risen = labelled
        && b.figure.first > c + 2
        && doc.any(b.figure.first - 1, Classes::of(&[Class::To, Class::Until]))
        && (doc.has(b.figure.first - 2, Class::Rise) || english && bystander::changed(doc, c, b));
    // "عدد القتلى في هجوم وقع …، ارتفع إلى 5": preposition and verb are one phrase.
    let rose = labelled && doc.lex.profile.verb_first && doc.has(b.figure.first.max(1) - 1, Class::Rise);
    let way = if risen || rose { way.min(8) } else { way };
    let total = strange + served + side + way + if opened { 8 } else { 0 };
    let limit = match b.figure.form {
        Form::Plain | Form::Vague => MAX_COST,
        Form::Many | Form::Zero => 6,
        Form::Single => own::single_limit(doc, s, b, c, before)?,
    };
    (total <= limit).then_some(total)
}

/// A relative clause behind a verb and a noun of its own.
fn of_another(doc: &Doc<'_>, b: &Bound, c: usize) -> bool {
    if !doc.lex.profile.bare_plurals || !doc.caps {
        return false;
    }
    let link = Classes::of(&[Class::Be, Class::Have, Class::Skip, Class::Not]);
    let from = b.noun.last;
    let Some(who) = (from..c).rev().find(|j| !doc.any(*j, link)).filter(|j| doc.has(*j, Class::Relative))
    else {
        return false;
    };
    let joined = who > from && doc.any(who - 1, Classes::of(&[Class::And, Class::Or]));
    !joined
        && who > from + 1
        && doc.unit(who - 1).is_some()
        && (from..who - 1).any(|j| {
            doc.is_past(j)
                || doc.has(j, Class::Act)
                || matches!(doc.cue(j), Some((_, Role::Active | Role::Part)))
        })
}

/// "destroyed 14 drones": weapons that did no harm.
pub(crate) fn shot_down(harm: Harm, b: &Bound) -> bool {
    harm == Harm::Destroyed && b.noun.unit == Some(Unit::Munition)
}

fn compatible(harm: Harm, b: &Bound) -> bool {
    harm == Harm::Excluded
        || shot_down(harm, b)
        || b.noun.unit == Some(Unit::Animal)
        || metric(harm, b.noun.unit).is_some()
}

/// A cue before the figure: what its role allows.
fn left(doc: &Doc<'_>, s: Sentence, bound: &[Bound], b: &Bound, c: usize, role: Role) -> Option<u32> {
    let adjacent = c + 1 == b.figure.first;
    let free = doc.lex.profile.verb_first;
    if crate::grammar::verbal::called(doc, bound, b, c) {
        return None;
    }
    match role {
        Role::Active | Role::Free => Some(0),
        Role::Noun => Some(if b.figure.form == Form::Single { 3 } else { 0 }),
        // "the wounded … in at least four stations": what an unknown noun counts is something else.
        Role::Head if b.noun.strange && !adjacent => None,
        Role::Head => Some(if labelled_path(doc, c + 1, b.figure.first) { 1 } else { 6 }),
        Role::Part if is_passive(doc, s, c) => Some(if free { 1 } else { 6 }),
        Role::Part if adjacent || is_active(doc, s, bound, c) => Some(0),
        Role::Part => Some(4),
        Role::Subject => Some(if free { 0 } else { 7 }),
        Role::Presence => None,
    }
}

/// "the dead numbered 15", "martyrs: 7": nothing but a colon, a copula or a place between label and figure.
fn labelled_path(doc: &Doc<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|j| doc.kind(j) == Kind::Colon || doc.any(j, Classes::of(&[Class::Be, Class::To])))
        || from == to
}

/// A cue behind the figure.
fn right(doc: &Doc<'_>, s: Sentence, bound: &[Bound], b: &Bound, c: usize, role: Role) -> Option<u32> {
    let adjacent = c == b.noun.last;
    // "4 women, besides the wounding of 52": the noun belongs to the figure behind it.
    let next =
        (c + 1..s.last.min(c + 4)).find(|j| !doc.any(*j, Classes::of(&[Class::Of, Class::Det, Class::Skip])));
    let claimed = next.is_some_and(|n| {
        let at = bound.partition_point(|o| o.figure.first < n);
        bound.get(at).is_some_and(|o| o.figure.first == n && o.figure.form != Form::Zero)
    });
    // "the death of a mother and her two sons and the wounding of a man": so does the one behind it.
    let one = |n: usize| !doc.caps && doc.has(n, Class::Lone) && doc.cue(n).is_none();
    let joined = role == Role::Free && c > s.first && doc.has(c - 1, Class::And);
    let claimed_noun = claimed || (role == Role::Noun || joined) && next.is_some_and(one);
    if crate::grammar::oblique::some_places(doc, s, b)
        || crate::grammar::oblique::verb_of_next(doc, bound, b, c)
        || crate::grammar::oblique::next_clause(doc, b, c)
    {
        return None;
    }
    if claimed_noun && (matches!(role, Role::Noun | Role::Active) || joined && !claimed) {
        return None;
    }
    // "مسلحون اثنان قتلوا ستة": the plural verb has its object right behind it; who stands before it acts.
    let acts = claimed
        && role == Role::Free
        && !doc.caps
        && next == Some(c + 1)
        && doc.words(c, c + 1).ends_with("وا");
    if acts && doc.lex.profile.verb_first {
        return None;
    }
    let verb_first = claimed && doc.lex.profile.verb_first && !adjacent;
    // "… two journalists, and were wounded dozens": the verb opens a clause of its own.
    if verb_first && (b.noun.last..c).any(|j| doc.has(j, Class::And)) {
        return None;
    }
    let ahead = if verb_first { 5 } else { 0 };
    match role {
        Role::Part if is_active(doc, s, bound, c) => None,
        // "rose to 5, after a woman had died": another clause's verb.
        Role::Free if !doc.caps && (b.noun.last..c).any(|j| doc.has(j, Class::When)) => None,
        // "25 جنديا أسرهم": a clause about those whom the verb before tells of.
        Role::Free if crate::grammar::verbal::about_them(doc, c) => Some(ahead + 5),
        Role::Part | Role::Subject | Role::Free => Some(ahead),
        // "has a population of": its number follows.
        Role::Noun if matches!(doc.cue(c), Some((Harm::Population, _))) => None,
        Role::Noun => {
            // "two soldiers are implicated in the killing of": who stands accused is not who died.
            let accused = [
                "implicated",
                "involved",
                "suspected",
                "accused",
                "charged",
                "convicted",
                "indicted",
                "blamed",
            ];
            let stands = |j: usize| accused.iter().any(|w| doc.is(j, w));
            if doc.lex.profile.bare_plurals && (b.noun.last..c).any(stands) {
                return None;
            }
            let told = matches!(doc.cue(c), Some((Harm::Tortured, _)))
                && (b.noun.last..c).any(|j| doc.has(j, Class::Say));
            Some(if adjacent || told { 1 } else { 4 })
        }
        Role::Head => {
            let told = matches!(doc.cue(c), Some((Harm::Tortured, _)))
                && (b.noun.last..c).all(|j| {
                    doc.any(j, Classes::of(&[Class::Say, Class::Have, Class::Skip, Class::Of, Class::Det]))
                });
            // "raised to 23 the number of inmates dead"
            let tallied = (b.noun.last..c).any(|j| doc.has(j, Class::Tally));
            // "ще одна — поранена": the dash is the copula.
            let dashed = c == b.noun.last + 1 && doc.kind(b.noun.last) == Kind::Dash && !doc.lexemes[c].glued;
            // "153 children among the dead"
            let among = (b.noun.last..c).any(|j| doc.has(j, Class::Among)) && doc.lex.profile.bare_plurals;
            // "одном мужчине, пострадавшем при обстреле": a participle behind its comma.
            let apposed = doc.lex.profile.head_first
                && c == b.noun.last + 1
                && doc.kind(b.noun.last) == Kind::Comma
                && b.noun.unit_at.is_some();
            let linked = apposed
                || b.figure.form == Form::Zero && crate::grammar::verbal::nobody(doc, s, b.figure.num)
                || told
                || tallied
                || dashed
                || among
                || (b.noun.last..c).any(|j| doc.has(j, Class::Be));
            (linked || adjacent).then_some(1)
        }
        Role::Active if doc.lex.profile.verb_first => Some(4),
        // "لم ترد أنباء عن سقوط ضحايا"
        Role::Presence if crate::grammar::verbal::told_of(doc, b, c) => Some(0),
        Role::Active | Role::Presence => None,
    }
}

/// What lies between cue and figure.
fn path(doc: &Doc<'_>, bound: &[Bound], periods: &[Period], from: usize, to: usize, labelled: bool) -> u32 {
    let mut cost = 0;
    let mut j = from;
    while j < to && cost <= MAX_COST {
        // "A clerk, carrying his pay to the bank, was killed": what stands between the commas is passed over.
        // "A clerk, 34, and his daughter", "un maestro, de 34 años, y su hija": an age is passed over.
        if let Some(end) =
            age_aside(doc, j, to).or_else(|| crate::grammar::oblique::including_aside(doc, j, to))
        {
            cost += 1;
            j = end + 1;
            continue;
        }
        // "un hombre de aproximadamente 45 años"
        if let Some(end) = of_age(doc, j, to) {
            cost += 1;
            j = end;
            continue;
        }
        // "a woman, Ana Relk (also Ana Dorn), and her four sons": a name behind whom it names.
        if let Some(end) = bystander::apposed_name(doc, j, to) {
            cost += 2;
            j = end;
            continue;
        }
        let attached = |k: usize| {
            doc.is_word(k)
                && doc.cue(k).is_none()
                && !doc
                    .any(k, Classes::of(&[Class::Be, Class::Have, Class::Say, Class::And, Class::Relative]))
        };
        let behind = j == from || doc.lex.profile.bare_plurals && (from..j).all(attached);
        if behind
            && (doc.kind(j) == Kind::Comma || doc.kind(j) == Kind::Dash && doc.lex.profile.bare_plurals)
            && let Some(end) = verb_behind(doc, j, to)
        {
            cost += 3;
            j = end + 1;
            continue;
        }
        let here = bound.partition_point(|b| b.figure.first < j);
        if let Some(b) = bound.get(here).filter(|b| b.figure.first == j && b.figure.last <= to) {
            // "eight workers from one agency and two hospitals, were": whence they are is passed over.
            let whence = doc.lex.profile.bare_plurals
                && !doc.lex.profile.adjective_after
                && (from..j).rev().take_while(|k| doc.is_word(*k)).any(|k| doc.has(k, Class::From));
            // "people in 106 blocks of 14 districts were": nor where.
            let whence = whence
                || doc.lex.profile.bare_plurals
                    && !doc.lex.profile.adjective_after
                    && j > from
                    && doc.any(j - 1, Classes::of(&[Class::In, Class::Of]))
                    && (b.noun.unit == Some(Unit::Area)
                        || b.figure.last < to && doc.has(b.figure.last, Class::PlaceNoun));
            cost += if whence || b.figure.form == Form::Single { 1 } else { OVER_FIGURE };
            j = b.figure.last;
            continue;
        }
        if let Some(p) = periods.iter().find(|p| p.first == j && p.last <= to) {
            cost += 1;
            j = p.last;
            continue;
        }
        cost += match doc.kind(j) {
            Kind::Word => word_cost(doc, j),
            Kind::Colon if labelled => 0,
            Kind::Comma | Kind::Plus => 3,
            Kind::Open if (j + 1..to).any(|k| doc.kind(k) == Kind::Close) => {
                j = (j + 1..to).find(|k| doc.kind(*k) == Kind::Close).unwrap_or(j);
                1
            }
            Kind::Dash | Kind::Open | Kind::Close => 2,
            Kind::Colon | Kind::Semicolon | Kind::Stop => 4,
            _ => 0,
        };
        j += 1;
    }
    cost
}

fn word_cost(doc: &Doc<'_>, j: usize) -> u32 {
    if doc.any(
        j,
        Classes::of(&[Class::Be, Class::Have, Class::Skip, Class::Det, Class::Of, Class::Not, Class::Case]),
    ) {
        0
    } else if let Some((_, role)) = doc.cue(j) {
        match role {
            Role::Head | Role::Noun => 2,
            // "aboard a bus"
            _ if doc.has(j, Class::In) => 1,
            _ => 4,
        }
    } else if doc.any(j, Classes::of(&[Class::Say, Class::Stop])) {
        5
    } else if doc.any(j, Classes::of(&[Class::Relative, Class::That, Class::Including])) {
        3
    } else if doc.any(j, Classes::of(&[Class::And, Class::Or])) {
        2
    } else {
        1
    }
}
