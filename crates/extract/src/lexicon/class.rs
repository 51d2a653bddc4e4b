//! What words can be to the rules: classes, units, cues, roles, spans of time; and their names in language files.

/// Word classes; one word may carry several.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum Class {
    Num,
    Mult,
    Vague,
    Many,
    Zero,
    Indef,
    Other,
    Fraction,
    AtLeast,
    AtMost,
    About,
    AtLeastPost,
    AtMostPost,
    Between,
    To,
    And,
    Or,
    Rate,
    RatePre,
    TimeUnit,
    Measure,
    Money,
    Percent,
    AgePre,
    AgePost,
    Identifier,
    Delta,
    Unit,
    Cue,
    Be,
    Have,
    Hedge,
    Not,
    Say,
    According,
    That,
    Pronoun,
    Relative,
    By,
    Of,
    In,
    From,
    Since,
    AsOf,
    Until,
    During,
    On,
    Month,
    Weekday,
    DayWord,
    Past,
    This,
    PartOfDay,
    Including,
    Event,
    Cause,
    Org,
    PlaceNoun,
    Det,
    Skip,
    Essential,
    Cumulative,
    Legal,
    Stop,
    Act,
    Actor,
    Rise,
    /// Verbs of a number that became smaller.
    Fall,
    Part,
    /// A reporting participle: "X denied it, saying …".
    SayOn,
    /// Before an earlier or other figure: "up from", "compared with".
    Compare,
    /// Victims of harm that is not named.
    Victim,
    /// Verbs of withholding: with an essential they deny access.
    Deny,
    /// Want: with an essential, access is lacking.
    Lack,
    /// What a power declares: a state of emergency, a curfew.
    Declared,
    /// "cases of": the event behind it is what is counted.
    Case,
    /// A cue only with people that are known to be people: "lost four men", not "lost 12 seats".
    Weak,
    /// Leads from the accused to the deed: "of", "for", "responsible for".
    Charge,
    /// "holds Y responsible for": accuses only with its `Charge`.
    Blame,
    /// Before the one blamed, behind what they are blamed for: "blamed the deaths on".
    Onto,
    /// "claimed responsibility": owns to a deed, and says nothing of its toll.
    Owned,
    /// Opens the clause of the event that did the harm: "when", "in which".
    When,
    /// "among the dead": those named next are some of them.
    Among,
    /// "that they": who reports did it themselves, in one word.
    OwnThat,
    /// Nouns that open what is reported, behind the speaker: "the arrival of".
    Fact,
    /// An office that signs what it issues: ministry, directorate, spokesman.
    Office,
    /// "the number of": what is counted stands behind it, its number perhaps before.
    Tally,
    /// A pronoun that is no subject: "this", "them".
    Object,
    /// "lost four men": their own dead.
    Loss,
    /// "quoted Y as saying": who speaks stands behind it.
    Quoting,
    /// One person by the noun alone, in languages without an article for it.
    Lone,
    /// Seized: an abduction when people are.
    Taken,
    /// What kills and is nobody: storms, floods, accidents.
    Hazard,
    /// Fighting of two sides: a war is nobody's alone.
    Mutual,
    /// "involving settlers": who took part in the incidents counted.
    Involving,
    /// Prepositions with no meaning of their own here: they end a name.
    Preposition,
    /// Verbs of relaying, and what leads to whom it is relayed from.
    Relays,
    RelayedFrom,
    /// Information, data, figures: they have no mouth of their own.
    Impersonal,
    /// "the same period": the one named before.
    SamePeriod,
    /// Lives and deaths: what a war claims.
    Deaths,
    /// Nouns of telling, whose agent speaks: "the announcement by".
    Telling,
    /// "one of the": whoever it is stands behind it.
    OneOf,
    /// "with the loss of", "con un saldo de": the outcome of what the clause tells.
    Outcome,
    /// "three days ago", "hace tres días": so long before the document's day.
    Ago,
    /// "the start of": with "since", the first day of what follows.
    Beginning,
    First,
    /// "Source" before a colon.
    SourceLabel,
    /// "the day before", "the day after" a day named earlier.
    DayBefore,
    DayAfter,
    /// "that day": the one named before.
    SameDay,
    /// "hospital", "clinic": where the wounded are brought.
    Ward,
    /// "Об этом сообщил": opens the sentence that says who said the one before.
    AboutThis,
    /// "states", "reads": verbs of reporting only before a colon or a quotation mark.
    SayQuote,
    /// "hurricane", "typhoon": what lends its kind to the name behind it.
    Storm,
    /// "a video", "a post": what carries words, and is not who says them.
    Medium,
    /// "resulting in", "led to": from the deed to what came of it.
    Leads,
    /// "belonging to": the actor goes on behind it.
    Belonging,
    /// "we killed": who says it did it.
    WeVerb,
    /// "I", "we".
    FirstPerson,
    /// "the other", "the second": one more person, whoever.
    TheOther,
    /// Heads of phrases that say no place, whatever their preposition: "in the field of", "in the leg".
    Abstract,
    /// "г.", "с.": a settlement's kind, before its stop and its name.
    Settlement,
    /// "a father of": whose children are counted, not harmed.
    Parent,
    /// "there were", "holds": what makes a bare noun of harm a statement.
    Exists,
    /// More than one by the noun alone, where its ending does not show it.
    Plural,
    /// "most", "the majority": a part nobody counted, of a whole that is.
    Most,
    /// "a reporter", "a correspondent": one whose seeing is telling.
    Press,
    /// "saw": tells only behind one of the press.
    Saw,
    /// "part of", "much of": not all of a place.
    Portion,
    /// "entire", "whole": all of a place.
    Whole,
    /// Verbs of siege, whose object is the place: "besieged", "encircled".
    Encircle,
    /// "how many", "which": opens a question, also one told of.
    Asked,
    /// "those who": nobody counted, known by what they did.
    Whoever,
    /// "all but two of the 19".
    AllBut,
    /// "his condition", with a word that says how grave it is: hurt, whatever befell him.
    Condition,
    Grave,
    /// "on suspicion of": the deed behind it is not what was done to them.
    Suspicion,
    /// Fighters outside the law: captured, they are held.
    Outlaw,
    /// Forces of a state: whom they capture is held.
    Lawful,
    /// "any", "anyone": none, behind a verb that is denied.
    Whatever,
    /// Verbs that move people from where they live: "forced 4,000 into the hills".
    Drive,
    /// "5,000 villagers remain".
    Stay,
    /// "suffered various kinds of wounds".
    Endure,
    /// "blackout", "massacre": may state harm though nothing else in the sentence does.
    Stating,
}

impl Class {
    pub fn parse(name: &str) -> Option<Class> {
        use Class::*;
        Some(match name {
            "other" => Other,
            "outlaw" => Outlaw,
            "lawful" => Lawful,
            "whatever" => Whatever,
            "drive" => Drive,
            "stay" => Stay,
            "endure" => Endure,
            "at_least" => AtLeast,
            "at_most" => AtMost,
            "about" => About,
            "at_least_post" => AtLeastPost,
            "at_most_post" => AtMostPost,
            "between" => Between,
            "to" => To,
            "and" => And,
            "or" => Or,
            "outcome" => Outcome,
            "ago" => Ago,
            "beginning" => Beginning,
            "first" => First,
            "source_label" => SourceLabel,
            "day_before" => DayBefore,
            "day_after" => DayAfter,
            "same_day" => SameDay,
            "ward" => Ward,
            "condition" => Condition,
            "grave" => Grave,
            "suspicion" => Suspicion,
            "rate" => Rate,
            "rate_pre" => RatePre,
            "measure" => Measure,
            "money" => Money,
            "percent" => Percent,
            "fraction" => Fraction,
            "age_pre" => AgePre,
            "age_post" => AgePost,
            "identifier" => Identifier,
            "delta" => Delta,
            "be" => Be,
            "have" => Have,
            "hedge" => Hedge,
            "not" => Not,
            "according" => According,
            "that" => That,
            "pronoun" => Pronoun,
            "relative" => Relative,
            "by" => By,
            "of" => Of,
            "in" => In,
            "from" => From,
            "since" => Since,
            "as_of" => AsOf,
            "until" => Until,
            "during" => During,
            "on" => On,
            "past" => Past,
            "this" => This,
            "part_of_day" => PartOfDay,
            "including" => Including,
            "event" => Event,
            "cause" => Cause,
            "org" => Org,
            "place_noun" => PlaceNoun,
            "det" => Det,
            "skip" => Skip,
            "essential" => Essential,
            "cumulative" => Cumulative,
            "legal" => Legal,
            "stop" => Stop,
            "act" => Act,
            "actor" => Actor,
            "rise" => Rise,
            "fall" => Fall,
            "compare" => Compare,
            "victim" => Victim,
            "deny" => Deny,
            "lack" => Lack,
            "case" => Case,
            "weak" => Weak,
            "lone" => Lone,
            "taken" => Taken,
            "hazard" => Hazard,
            "mutual" => Mutual,
            "involving" => Involving,
            "relays" => Relays,
            "relayed_from" => RelayedFrom,
            "impersonal" => Impersonal,
            "deaths" => Deaths,
            "same_period" => SamePeriod,
            "preposition" => Preposition,
            "about_this" => AboutThis,
            "say_quote" => SayQuote,
            "medium" => Medium,
            "storm" => Storm,
            "leads" => Leads,
            "belonging" => Belonging,
            "most" => Most,
            "press" => Press,
            "saw" => Saw,
            "we_verb" => WeVerb,
            "first_person" => FirstPerson,
            "the_other" => TheOther,
            "portion" => Portion,
            "whole" => Whole,
            "encircle" => Encircle,
            "asked" => Asked,
            "whoever" => Whoever,
            "all_but" => AllBut,
            "stating" => Stating,
            "parent" => Parent,
            "abstract" => Abstract,
            "settlement" => Settlement,
            "exists" => Exists,
            "plural" => Plural,
            "one_of" => OneOf,
            "telling" => Telling,
            "charge" => Charge,
            "blame" => Blame,
            "onto" => Onto,
            "owned" => Owned,
            "when" => When,
            "among" => Among,
            "object" => Object,
            "tally" => Tally,
            "office" => Office,
            "own_that" => OwnThat,
            "fact" => Fact,
            "loss" => Loss,
            "quoting" => Quoting,
            "declared" => Declared,
            "many" => Many,
            "zero" => Zero,
            "indef" => Indef,
            _ => return None,
        })
    }
}

/// A set of word classes.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Classes([u64; 3]);

impl Classes {
    pub const fn of(list: &[Class]) -> Classes {
        let mut bits = [0; 3];
        let mut i = 0;
        while i < list.len() {
            bits[list[i] as usize >> 6] |= 1 << (list[i] as u8 & 63);
            i += 1;
        }
        Classes(bits)
    }
    pub const fn has(self, class: Class) -> bool {
        self.0[class as usize >> 6] >> (class as u8 & 63) & 1 == 1
    }
    pub const fn any(self, other: Classes) -> bool {
        let ([a, b, c], [x, y, z]) = (self.0, other.0);
        a & x | b & y | c & z != 0
    }
    pub const fn with(self, other: Classes) -> Classes {
        let ([a, b, c], [x, y, z]) = (self.0, other.0);
        Classes([a | x, b | y, c | z])
    }
    pub fn add(&mut self, class: Class) {
        self.0[class as usize >> 6] |= 1 << (class as u8 & 63);
    }
}

/// What a counted noun is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Unit {
    /// people, persons: says nothing about whom.
    Person,
    /// children, soldiers, nurses: says whom.
    Group,
    Household,
    Home,
    Building,
    Attack,
    Munition,
    Mass,
    /// A dead person, unless something else is said of it.
    Body,
    Animal,
    Area,
    /// Vehicles, trees, plots: counted, but with no metric of their own.
    Thing,
}

/// What a cue says happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Harm {
    Killed,
    Injured,
    Casualties,
    Missing,
    Detained,
    Abducted,
    Tortured,
    Displaced,
    Destroyed,
    Damaged,
    Uninhabitable,
    Attacked,
    Launched,
    Population,
    AccessDenied,
    Recovered,
    /// Affected in a way that is not said.
    Affected,
    /// Counted, but not harm: rescued, present, seized, delivered.
    Excluded,
}

impl Harm {
    /// What only persons suffer, one by one.
    pub fn of_persons(self) -> bool {
        matches!(self, Self::Killed | Self::Injured | Self::Detained | Self::Abducted | Self::Tortured)
    }
}

/// Where the victims of a cue stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Role {
    /// Transitive verb: the victim follows, the agent precedes ("killing").
    Active,
    /// Participle: passive after an auxiliary or a noun, active before an object ("killed").
    Part,
    /// Intransitive: the victim is the subject ("died").
    Subject,
    /// Event noun: the victim follows ("the death of"), or the figure does ("death toll: 7").
    Noun,
    /// Noun or adjective of the victims themselves ("the dead", "martyrs").
    Head,
    /// Figures stand on either side (verbs of languages with free order).
    Free,
    /// A statement of harm that needs no figure ("cutting access to").
    Presence,
}

/// Spans of time that words name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Span {
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Other,
}

pub(crate) fn parse_unit(name: &str) -> Option<Unit> {
    Some(match name {
        "person" => Unit::Person,
        "group" => Unit::Group,
        "household" => Unit::Household,
        "home" => Unit::Home,
        "building" => Unit::Building,
        "attack" => Unit::Attack,
        "munition" => Unit::Munition,
        "mass" => Unit::Mass,
        "body" => Unit::Body,
        "animal" => Unit::Animal,
        "area" => Unit::Area,
        "thing" => Unit::Thing,
        _ => return None,
    })
}

pub(crate) fn parse_harm(name: &str) -> Option<Harm> {
    Some(match name {
        "killed" => Harm::Killed,
        "injured" => Harm::Injured,
        "casualties" => Harm::Casualties,
        "missing" => Harm::Missing,
        "detained" => Harm::Detained,
        "abducted" => Harm::Abducted,
        "tortured" => Harm::Tortured,
        "displaced" => Harm::Displaced,
        "destroyed" => Harm::Destroyed,
        "damaged" => Harm::Damaged,
        "uninhabitable" => Harm::Uninhabitable,
        "attacked" => Harm::Attacked,
        "launched" => Harm::Launched,
        "population" => Harm::Population,
        "access_denied" => Harm::AccessDenied,
        "recovered" => Harm::Recovered,
        "affected" => Harm::Affected,
        "excluded" => Harm::Excluded,
        _ => return None,
    })
}

pub(crate) fn parse_role(name: &str) -> Option<Role> {
    Some(match name {
        "active" => Role::Active,
        "part" => Role::Part,
        "subject" => Role::Subject,
        "noun" => Role::Noun,
        "head" => Role::Head,
        "free" => Role::Free,
        "presence" => Role::Presence,
        _ => return None,
    })
}

pub(crate) fn parse_span(name: &str) -> Option<Span> {
    Some(match name {
        "hour" => Span::Hour,
        "day" => Span::Day,
        "week" => Span::Week,
        "month" => Span::Month,
        "quarter" => Span::Quarter,
        "year" => Span::Year,
        "other" => Span::Other,
        _ => return None,
    })
}
