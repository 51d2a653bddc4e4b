//! From sentences to claims: everything that was found, tied to its figure, in the order of the text.

mod whom;

use std::cell::OnceCell;

use crate::Request;
use crate::agent::issue;
use crate::agent::{self, Agent};
use crate::attribute::{self, Frame, Speaker};
use crate::bind::metric::unit_words;
use crate::bind::{self, Bound};
use crate::claim::{Claim, Kind, Metric, Reason, Stance};
use crate::lexicon::languages;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::numbers::{self, Form};
use crate::place::scope::Scopes;
use crate::place::{self, Place};
use crate::presence::{self, Finding};
use crate::text::doc::{Doc, Sentence};
use crate::text::words::rejoined;
use crate::time::elapsed;
use crate::time::{self, Period};
use cairn_model::Qualifier;

/// All claims of a text.
pub(crate) fn claims(request: &Request<'_>, explain: bool) -> Vec<Claim> {
    let Some(lex) = languages::lexicon(request.lang, request.text) else { return Vec::new() };
    let doc = Doc::read(request.text, lex);
    let mut scopes = Scopes::new(&doc, request.published);
    let mut found = Vec::new();
    for index in 0..doc.sentences.len() {
        let s = doc.sentence_of(index);
        scopes.enter(s.block);
        if s.cued || s.numbered && anaphoric(&doc, s) {
            Reader::new(&doc, &scopes, index, request.published, explain).read(&mut found);
        }
    }
    finish(request.text, found)
}

/// "Of these, 96 were women": the sentence goes on with the total before it.
fn anaphoric(doc: &Doc<'_>, s: Sentence) -> bool {
    (s.first..s.last.min(s.first + 2)).any(|j| doc.has(j, Class::Including))
}

/// A claim with the byte range of its quote, before offsets are counted in scalar values.
#[derive(Clone)]
pub(crate) struct Draft {
    bytes: (usize, usize),
    /// The sentence that it stands in.
    sentence: usize,
    claim: Claim,
}

fn finish(text: &str, mut found: Vec<Draft>) -> Vec<Claim> {
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|i| (found[*i].bytes, *i));
    let mut rank = vec![0; found.len()];
    for (new, old) in order.iter().enumerate() {
        rank[*old] = new;
    }
    for d in &mut found {
        d.claim.part_of = d.claim.part_of.map(|p| rank[p]);
    }
    let mut drafts: Vec<(usize, Draft)> = rank.into_iter().zip(found).collect();
    drafts.sort_by_key(|d| d.0);
    let (mut at, mut count) = (0, 0);
    drafts
        .into_iter()
        .map(|(_, d)| {
            count += text[at..d.bytes.0].chars().count();
            at = d.bytes.0;
            let mut claim = d.claim;
            claim.start = count;
            claim.quote = text[d.bytes.0..d.bytes.1].to_owned();
            claim.end = count + claim.quote.chars().count();
            claim
        })
        .collect()
}

pub(crate) struct Reader<'a, 'b> {
    pub(crate) doc: &'a Doc<'b>,
    pub(crate) scopes: &'a Scopes<'a, 'b>,
    pub(crate) index: usize,
    pub(crate) s: Sentence,
    pub(crate) periods: Vec<Period>,
    pub(crate) frames: Vec<Frame>,
    pub(crate) places: Vec<Place>,
    pub(crate) explain: bool,
    pub(crate) above: Above,
}

/// What stands above the sentence, looked up once for all its claims.
#[derive(Default)]
pub(crate) struct Above {
    pub(crate) period: OnceCell<Option<Period>>,
    pub(crate) place: OnceCell<Option<String>>,
    pub(crate) speaker: OnceCell<Option<String>>,
    pub(crate) told: OnceCell<Option<String>>,
}

/// Longer stretches between a figure and its cue are left out of the quote, in characters.
const LONGEST_QUOTE: usize = 90;

/// What is being placed, dated and attributed: the lexemes of a figure and its cue.
#[derive(Clone, Copy)]
pub(crate) struct Anchor {
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) cue: usize,
    pub(crate) voice: usize,
}

impl<'a, 'b> Reader<'a, 'b> {
    fn new(
        doc: &'a Doc<'b>,
        scopes: &'a Scopes<'a, 'b>,
        index: usize,
        published: Option<jiff::civil::Date>,
        explain: bool,
    ) -> Self {
        let s = doc.sentence_of(index);
        let periods = time::periods(doc, s, published);
        Reader {
            doc,
            scopes,
            index,
            s,
            periods,
            frames: Vec::new(),
            places: Vec::new(),
            explain,
            above: Above::default(),
        }
    }

    fn read(mut self, out: &mut Vec<Draft>) {
        let counts =
            crate::grammar::verbal::counts(self.doc, self.s) || crate::numbers::none::here(self.doc, self.s);
        let figures = if counts { numbers::figures(self.doc, self.s, &self.periods) } else { Vec::new() };
        let mut bound = bind::bind(self.doc, self.s, &figures, &self.periods);
        let mut findings = presence::findings(self.doc, self.s, &bound);
        crate::presence::cutoff::counted(self.doc, &mut bound, &mut findings);
        let members = self.members(&bound, out);
        if findings.is_empty() && members.is_empty() && bound.iter().all(|b| b.metric.is_none()) {
            return;
        }
        self.frames = attribute::frames(self.doc, self.s, &self.periods);
        self.places = place::places(self.doc, self.s, &self.periods);
        let agents = agent::Finder { doc: self.doc, s: self.s, periods: &self.periods, bound: &bound };
        let mut index = vec![None; bound.len()];
        let mut last: Option<(usize, Agent)> = None;
        let mut done: Vec<Option<Agent>> = vec![None; bound.len()];
        for (i, b) in bound.iter().enumerate() {
            let Some(metric) = b.metric else { continue };
            let vague = b.figure.form == Form::Many; // "several fields were damaged" says too little to register.
            let hosts = metric == Metric::Displaced && b.noun.strange;
            if vague
                && (crate::presence::phrase::unspecified(self.doc, b)
                    || hosts
                    || matches!(b.noun.unit, Some(Unit::Thing | Unit::Munition)))
            {
                continue;
            }
            // "three residents said that 52 were seized": who speaks is not counted.
            if self.speaks(b) {
                continue;
            }
            let own = agents.part_by(b).is_some(); // What befell a part befell it with the whole.
            let part = b.part_of.is_some() && b.rule.starts_with("part") && !own;
            let mut agent = if part { None } else { agents.agent(b) };
            // Clashes told among the enemy's attacks are not all the enemy's.
            if agent.is_none() && (metric != Metric::Attacks || !agents.strikes_anywhere()) {
                let told = |p: usize| done.get(p).copied().flatten();
                agent = b.part_of.and_then(|p| agents.agent(&bound[p]).or_else(|| told(p)));
            }
            if agent.is_none() && agents.same_verb(i) {
                agent = last.filter(|(k, _)| *k + 1 == i).map(|(_, a)| a);
            }
            // "two died in Norland's attack, another five were hurt": one event, told on.
            if agent.is_none() && agents.tells_on(i) {
                let next = |k: usize| bound[k + 1..i].iter().all(|o| o.metric.is_none());
                agent = last.filter(|(k, _)| next(*k)).map(|(_, a)| a);
            }
            done[i] = agent.filter(|_| !self.doc.caps);
            last = agent.filter(|a| matches!(a, Agent::Words(..))).map(|a| (i, a)).or(last);
            // "Some 450 fighters took the town and killed 60": nor are those who did it to others.
            let acts = |o: &Bound| {
                let agent = || matches!(agents.agent(o), Some(Agent::Words(x, y)) if b.figure.last <= x && y <= b.noun.last);
                o.figure.num > b.figure.num
                    && o.cue == b.cue
                    && b.cue.is_some_and(|c| c >= b.noun.last)
                    && agent()
            };
            if self.doc.caps && bound.get(i + 1).is_some_and(acts) {
                continue;
            }
            agent = agents.object_first(b, agent);
            // "نفذت طائرة تابعة لسلاح الجو غارتين": the doer ends before what is counted.
            if let (Some(Agent::Words(x, y)), Some(Unit::Attack), false) = (agent, b.noun.unit, self.doc.caps)
                && x < b.figure.first
                && y > b.figure.num
            {
                agent = Some(Agent::Words(x, b.figure.first));
            }
            // "Four bombers broke in, killing six": who acts is not counted.
            if matches!(agent, Some(Agent::Words(x, y)) if (x..y).contains(&b.figure.num)) {
                continue;
            }
            let mut draft = self.counted(b, metric, agent, &bound);
            draft.claim.part_of = b.part_of.and_then(|p| index[p]);
            if let Some(total) = draft.claim.part_of.filter(|_| part && !self.dated_itself(b, &bound)) {
                let total = &out[total].claim;
                draft.claim.period.clone_from(&total.period);
                (draft.claim.resolved_from, draft.claim.resolved_to) =
                    (total.resolved_from, total.resolved_to);
            }
            index[i] = Some(out.len());
            if vague && b.cue.is_some_and(|c| crate::presence::harmed::both(self.doc, c)) {
                draft.claim.metric = Metric::Killed;
                out.push(draft.clone());
                draft.claim.metric = Metric::Injured;
                draft.bytes.1 = crate::presence::harmed::whose_end(self.doc, b).max(draft.bytes.1);
            }
            out.push(draft);
        }
        // "A doctor was among 20": the whole stands behind its part.
        for (i, b) in bound.iter().enumerate() {
            if let (Some(at), Some(p)) = (index[i], b.part_of.filter(|p| *p > i)) {
                out[at].claim.part_of = index[p];
            }
        }
        out.extend(members);
        for f in &findings {
            let agent = (f.kind != Kind::Declaration || f.rule == "declaration.declared")
                .then(|| self.finding_agent(&agents, f))
                .flatten();
            // "denied that civilians had been killed" says nothing of the kind.
            let anchor = Anchor { first: f.first, last: f.last, cue: f.cue, voice: f.first };
            let (frame, _) = self.speaker(anchor);
            let denied = f.kind == Kind::Presence && frame.is_some_and(|f| f.stance == Some(Stance::Denies));
            // "12 were hurt. The injured were taken away"
            let before = |d: &Draft| matches!(d.claim.metric, Metric::Injured | Metric::OtherCount);
            if denied || f.rule == "presence.tended" && out.iter().any(before) {
                continue;
            }
            out.push(self.present(f, agent));
        }
    }

    /// "The attack left 12 dead", "Asesinaron a 60": of the event or the doer of the sentence before.
    pub(crate) fn same_event(&self, anchor: Anchor) -> bool {
        let lo = anchor.first.min(anchor.cue);
        let mut opening = self.s.first..lo.min(self.s.first + 9);
        let event = opening.any(|j| {
            self.doc.has(j, Class::Event)
                && !self.doc.has(j, Class::Mutual)
                && j > self.s.first
                && self.doc.any(j - 1, Classes::of(&[Class::Det, Class::This, Class::Pronoun]))
        });
        // "Внаслідок обстрілу загинули троє", "בתקיפות נהרגו שלושה": a language without articles, or one that writes them away.
        let bare = !self.doc.lex.profile.bare_plurals
            && (self.doc.lex.profile.head_first || !self.doc.lex.profile.place_prefixes.is_empty())
            && (self.s.first + 1..lo.min(self.s.first + 4)).any(|j| {
                self.doc.has(j, Class::Event)
                    && !self.doc.any(j, Classes::of(&[Class::Mutual, Class::Hazard]))
                    && self.doc.any(j - 1, Classes::of(&[Class::Cause, Class::In, Class::During]))
            });
        let event = event || bare || issue::told_on(self.doc, self.s, lo, anchor.last.max(anchor.cue + 1));
        // "12 people died in the attack"
        let hi = anchor.last.max(anchor.cue + 1);
        let event = event
            || (hi..self.s.last.min(hi + 5)).any(|j| {
                self.doc.has(j, Class::Event)
                    && !self.doc.has(j, Class::Mutual)
                    && self.doc.any(j - 1, Classes::of(&[Class::Det, Class::This]))
                    && j > hi
                    && self.doc.has(j - 2, Class::In)
            });
        // "They killed 12"
        let they = self.doc.has(self.s.first, Class::Pronoun)
            && anchor.cue < anchor.first
            && !bind::is_passive(self.doc, self.s, anchor.cue);
        let bare = self.bare_outcome(anchor);
        let clean = (self.s.first..lo).all(|j| !self.doc.any(j, Classes::of(&[Class::Say, Class::Actor])));
        let verb = matches!(self.doc.cue(anchor.cue), Some((_, Role::Active)));
        let dropped = verb
            && self.doc.lex.profile.verb_first
            && self.doc.caps
            && anchor.cue < anchor.first
            && (self.s.first..anchor.cue).all(|j| !self.doc.is_name(j) || j == self.s.first)
            && !self.doc.has(anchor.cue.saturating_sub(1), Class::That);
        // "The attack killed 12, police said": who says so behind it leaves the deed to whom it was.
        let behind = self.doc.lex.profile.capitals
            && self.frames.iter().all(|f| f.anchor >= hi && (bare || f.source != Speaker::Previous));
        clean && (event || dropped || they || bare) && (self.frames.is_empty() || behind)
    }

    /// "At least 12 people were killed and 30 wounded.": nothing else is told, so it came of the sentence before.
    fn bare_outcome(&self, anchor: Anchor) -> bool {
        let doc = self.doc;
        let own = Classes::of(&[
            Class::Event,
            Class::Hazard,
            Class::By,
            Class::Cause,
            Class::Mutual,
            Class::When,
            Class::Relative,
            Class::Say,
        ]);
        let told = |j: usize| doc.any(j, own) || doc.has(j, Class::Act) && doc.cue(j).is_none();
        // Who was killed is not who killed: the verb has no subject of its own.
        let suffered = match doc.cue(anchor.cue) {
            Some((Harm::Killed | Harm::Injured | Harm::Missing, Role::Part)) => {
                bind::is_passive(doc, self.s, anchor.cue) || anchor.first < anchor.cue
            }
            // "Murieron cuatro agentes": where the verb may come first.
            Some((Harm::Killed | Harm::Injured, Role::Free)) if crate::grammar::romance::here(doc) => {
                anchor.first < anchor.cue || anchor.cue <= self.s.first + 1
            }
            Some((Harm::Killed | Harm::Injured | Harm::Missing, _)) => anchor.first < anchor.cue,
            Some((Harm::Casualties, _)) => true,
            _ => false,
        };
        // "The patrol came upon mines. A soldier was killed.", "The army killed a bomber. Many are dead."
        let before = self.index.checked_sub(1).map(|i| doc.sentences[i]);
        let other = |j: usize| {
            doc.has(j, Class::Hazard) || matches!(doc.cue(j), Some((Harm::Killed | Harm::Injured, _)))
        };
        let mined = before.is_some_and(|s| {
            (s.first..s.last).any(|j| other(j) && !crate::agent::gapped::attacked_thing(doc, s, j))
        });
        (doc.lex.profile.bare_plurals || crate::grammar::prefixed::here(doc))
            && (suffered || crate::grammar::prefixed::opens(doc, self.s, anchor.cue))
            && !mined
            && !doc.any(self.s.first, Classes::of(&[Class::In, Class::On]))
            && !(self.s.first..self.s.last).any(|j| told(j) && !self.telling(j))
    }

    /// Whether the lexeme at `j` only says whose word the sentence is: "…, police said".
    fn telling(&self, j: usize) -> bool {
        self.frames.iter().any(|f| match f.source {
            Speaker::Words(a, b) => f.to <= a && (a..b.max(f.anchor + 1)).contains(&j),
            Speaker::Previous => j == f.anchor,
        })
    }

    fn speaks(&self, b: &Bound) -> bool {
        // "Eight women told of beatings" befell those who speak.
        let people = matches!(b.noun.unit, None | Some(Unit::Person | Unit::Group))
            && b.metric != Some(Metric::TorturedOrAbused);
        let cue = b.cue.unwrap_or(b.figure.num);
        people
            && self.frames.iter().any(|f| {
                matches!(f.source, Speaker::Words(x, y) if x <= b.figure.num && b.noun.last <= y && !(x..y).contains(&cue))
                    && (!self.doc.has(f.anchor, Class::According) || b.figure.form == Form::Single)
                    // "report that five people were killed": what is told.
                    && !matches!(f.source, Speaker::Words(x, _) if x > self.s.first && self.doc.has(x - 1, Class::That))
            })
    }

    /// Parts of the last total of the sentence before: people without a cue of their own.
    fn members(&self, bound: &[Bound], out: &[Draft]) -> Vec<Draft> {
        // Asked first: few sentences go on with the one before, and a long text has many claims.
        if !anaphoric(self.doc, self.s) || bound.iter().any(|b| b.metric.is_some()) {
            return Vec::new();
        }
        let before = |d: &&Draft| d.sentence + 1 == self.index && d.claim.kind == Kind::Count;
        let people = |m: Metric| {
            matches!(
                m,
                Metric::Killed
                    | Metric::Injured
                    | Metric::Missing
                    | Metric::Detained
                    | Metric::AbductedOrHostage
                    | Metric::TorturedOrAbused
                    | Metric::Displaced
            )
        };
        let Some(total) = out.iter().rev().find(before).filter(|d| people(d.claim.metric)) else {
            return Vec::new();
        };
        let index = out.iter().rposition(|d| std::ptr::eq(d, total));
        let part = |b: &&Bound| {
            matches!(b.noun.unit, Some(Unit::Group | Unit::Person))
                && b.figure.form == Form::Plain
                && !b.excluded
                && b.noun.cue.is_none()
        };
        let make = |b: &Bound| {
            let (first, last) = (b.figure.first, b.noun.last.max(b.figure.last));
            let mut claim = total.claim.clone();
            (claim.low, claim.high, claim.qualifier) = (b.figure.low, b.figure.high, b.figure.qualifier);
            (claim.by_rule, claim.part_of) = (false, index);
            claim.group = b.noun.group.map(|(x, y)| rejoined(self.doc.words(x, y))).or(claim.group);
            claim.score = claim.score.saturating_sub(15);
            if self.explain {
                let words = self.doc.words(self.s.first, self.s.first + 1).to_owned();
                claim.reasons =
                    vec![Reason { rule: format!("part.anaphora.{}", claim.metric.code()), words }];
            }
            self.draft(claim, first, last)
        };
        bound.iter().filter(part).map(make).collect()
    }

    fn finding_agent(&self, agents: &agent::Finder<'_, '_>, f: &Finding) -> Option<Agent> {
        if presence::DOERLESS.contains(&f.rule) {
            return None;
        }
        let stand_in = f.stand_in();
        let verbal = match f.rule {
            "presence.taken" | "presence.object" | "declaration.declared" => Some(f.first),
            "presence.objects" => Some(f.cue),
            "presence.withheld" if f.first == f.cue && self.doc.has(f.cue, Class::Deny) => Some(f.cue),
            _ => None,
        };
        let subject = verbal.and_then(|v| agents.subject_of(v));
        let whom = if ["presence.plural", "presence.object_first"].contains(&f.rule) {
            Some((f.first, f.last))
        } else {
            f.group
        };
        let victim = |a: &Agent| match (a, whom) {
            (Agent::Words(from, to), Some((first, last))) if *from < last && first < *to => true,
            (Agent::Words(from, to), _) => crate::grammar::oblique::as_object(self.doc, *from, *to),
            _ => false,
        };
        (subject.or_else(|| agents.agent(&stand_in))).filter(|a| !victim(a))
    }

    fn counted(&self, b: &Bound, metric: Metric, agent: Option<Agent>, bound: &[Bound]) -> Draft {
        let cue = b.cue.unwrap_or(b.figure.num);
        // "12 deaths were verified by NAME, up from 9": the earlier figure has the later one's speaker.
        let voice = bound
            .iter()
            .find(|o| b.rule == "compared" && o.cue == b.cue && o.metric == b.metric)
            .map_or(b.figure.first, |o| o.figure.first);
        let anchor = Anchor { first: b.figure.first, last: b.noun.last.max(b.figure.last), cue, voice };
        let (first, last) = self.quote(b, bound);
        let mut claim = self.blank(metric, first, last, anchor, agent);
        claim.kind = if b.figure.form == Form::Many { Kind::Presence } else { Kind::Count };
        (claim.low, claim.high, claim.qualifier) = (b.figure.low, b.figure.high, b.figure.qualifier);
        claim.by_rule = b.figure.form == Form::Vague;
        let denied = cue > self.s.first
            && (cue.saturating_sub(2).max(self.s.first)..cue).any(|j| self.doc.has(j, Class::Not));
        claim.negated = b.figure.form == Form::Zero || denied;
        // "the spokesman denied that there were any dead": a zero, and his.
        if b.figure.form == Form::Zero
            && claim.stance == Some(Stance::Denies)
            && claim.source_candidates.len() == 1
        {
            claim.source = claim.source_candidates.pop();
            claim.hypothetical = false;
        }
        let definite = b.noun.cue == b.cue && first > self.s.first && self.doc.has(first - 1, Class::Det);
        claim.hypothetical |= !definite && self.hedged(anchor);
        claim.unit = unit_words(self.doc, b, metric);
        let group = b
            .noun
            .group
            .or_else(|| b.part_of.and_then(|p| bound[p].noun.group))
            .or_else(|| self.group_between(b))
            .or_else(|| self.described(b))
            .or_else(|| self.role(b, metric));
        claim.group = group.map(|(x, y)| rejoined(self.doc.words(x, y)));
        claim.party_affected = b.noun.party.map(|(x, y)| self.doc.words(x, y).to_owned());
        claim.score = 95u32.saturating_sub(b.cost * 3) as u8;
        if self.explain {
            let cue_words = b.cue.map_or(String::new(), |c| self.doc.words(c, c + 1).to_owned());
            claim
                .reasons
                .insert(0, Reason { rule: format!("{}.{}", b.rule, metric.code()), words: cue_words });
            let words = self.doc.words(b.figure.first, b.figure.last).to_owned();
            claim
                .reasons
                .insert(0, Reason { rule: format!("number.{:?}", b.figure.form).to_lowercase(), words });
        }
        self.draft(claim, first, last)
    }

    fn present(&self, f: &Finding, agent: Option<Agent>) -> Draft {
        let anchor = Anchor { first: f.first, last: f.last, cue: f.cue, voice: f.first };
        let mut claim = self.blank(f.metric, f.first, f.last, anchor, agent);
        claim.kind = f.kind;
        claim.hypothetical |= self.hedged(anchor);
        claim.group = f.group.map(|(x, y)| self.doc.words(x, y).to_owned());
        claim.party_affected = f.party.map(|(x, y)| self.doc.words(x, y).to_owned());
        if matches!(f.kind, Kind::Named | Kind::Count) {
            (claim.low, claim.high, claim.qualifier) = (Some(1), Some(1), Qualifier::Exact);
        }
        claim.unit = match (f.kind, f.unit) {
            (Kind::Declaration, _) => None,
            _ if f.goods.is_some() => f.goods.map(|(x, y)| self.doc.words(x, y).to_owned()),
            (_, Some(u)) => Some(self.doc.words(u, u + 1).to_owned()),
            _ => Some("people".to_owned()),
        };
        claim.score = 70;
        if self.explain {
            let words = self.doc.words(f.cue, f.cue + 1).to_owned();
            claim.reasons.insert(0, Reason { rule: format!("{}.{}", f.rule, f.metric.code()), words });
        }
        self.draft(claim, f.first, f.last)
    }

    fn draft(&self, claim: Claim, first: usize, last: usize) -> Draft {
        let bytes = (self.doc.lexemes[first].start as usize, self.doc.lexemes[last - 1].end as usize);
        Draft { bytes, sentence: self.index, claim }
    }

    /// Who, where and when for something said at `anchor`.
    fn blank(
        &self,
        metric: Metric,
        first: usize,
        last: usize,
        anchor: Anchor,
        agent: Option<Agent>,
    ) -> Claim {
        let (frame, candidates) = self.speaker(anchor);
        // Who denies a figure does not give it: "X denied that 12 were killed" is nobody's twelve.
        let denied = frame.filter(|f| f.stance == Some(Stance::Denies));
        let (frame, candidates) = match denied.and_then(|f| self.source_words(f)) {
            Some(denier) => (None, vec![denier]),
            None => (frame, candidates),
        };
        let source = match denied {
            Some(_) => None,
            None if frame.is_none() && candidates.is_empty() => self
                .scopes
                .quoted_speaker(anchor.voice)
                .or_else(|| self.scopes.label_above(self.index))
                .or_else(|| self.scopes.we_of(self.index))
                .or_else(|| self.scopes.titled_statement(self.s))
                .or_else(|| self.scopes.issuer(self.s))
                .or_else(|| self.above.told.get_or_init(|| self.scopes.told_behind(self.index)).clone()),
            None => frame.and_then(|f| self.source_words(f)).or_else(|| self.scopes.issuer(self.s)),
        };
        let responsible = match agent {
            Some(Agent::Words(x, y)) => Some(self.actor_words(x, y)),
            Some(Agent::Speaker) => self.own_deed_speaker(anchor),
            None => self.doer_beside(anchor, metric),
        };
        let period = self.period(anchor).or_else(|| self.carried(anchor)).or_else(|| {
            let goes_on = self.periods.is_empty() && self.same_event(anchor);
            goes_on.then(|| self.scopes.period_before(self.index)).flatten()
        });
        let period = period.or_else(|| self.scopes.entry_date(self.index));
        let days = period.map_or((None, None), |p| (p.from, p.to));
        // "during the same period": the one named above.
        let same = days == (None, None) && period.is_some_and(|p| self.doc.has(p.first, Class::SamePeriod));
        let days = match same.then(|| self.scopes.same_period(self.index)).flatten() {
            Some((from, to)) => (Some(from), Some(to)),
            None => days,
        };
        // "the following day": counted from the day that the sentences before have named.
        let days = match period.and_then(|p| elapsed::step(self.doc, &p)).filter(|_| days == (None, None)) {
            Some(step) => self.scopes.day_before(self.index, step),
            None => days,
        };
        let place = self.place(anchor, frame);
        let stance = self.stance(frame, source.as_deref(), responsible.as_deref());
        let cumulative = period.is_some_and(|p| p.since)
            || (first..last).any(|j| self.doc.has(j, Class::Cumulative))
            || self.doc.has(anchor.cue, Class::Cumulative);
        let speaker = denied.and_then(|f| self.source_words(f)).or_else(|| source.clone());
        // Who did it stands in the sentence before, which is not this speaker's word.
        let borrowed = agent.is_none() && frame.is_some();
        let stance = stance.filter(|_| !borrowed);
        let said_by = speaker.filter(|_| responsible.is_some() && !borrowed);
        let mut reasons = Vec::new();
        if self.explain {
            let mut add =
                |rule: &str, words: &str| reasons.push(Reason { rule: rule.into(), words: words.into() });
            if let Some(f) = frame {
                add("source.frame", self.doc.words(f.anchor, f.anchor + 1));
            } else if source.is_some() {
                add("source.issuer", source.as_deref().unwrap_or(""));
            } else if !candidates.is_empty() {
                add("source.ambiguous", &candidates.join(" | "));
            }
            if let Some(r) = &responsible {
                add("responsible", r);
            }
        }
        Claim {
            kind: Kind::Count,
            quote: String::new(),
            start: 0,
            end: 0,
            metric,
            low: None,
            high: None,
            unit: None,
            qualifier: Qualifier::Vague,
            by_rule: false,
            cumulative,
            group: None,
            party_affected: None,
            place,
            period: period.map(|p| self.scopes.period_words(&p)),
            resolved_from: days.0,
            resolved_to: days.1,
            source,
            source_candidates: candidates,
            responsible,
            responsible_said_by: said_by,
            stance: denied.map_or(stance, |_| Some(Stance::Denies)),
            negated: false,
            hypothetical: denied.is_some(),
            part_of: None,
            score: 0,
            reasons,
        }
    }

    /// Feared, expected, possible: a hedge close before the figure or its cue.
    fn hedged(&self, anchor: Anchor) -> bool {
        let lo = anchor.first.min(anchor.cue);
        let hi = anchor.last.max(anchor.cue + 1);
        let from = (self.s.first..lo)
            .rev()
            .take(5)
            .take_while(|j| {
                !matches!(
                    self.doc.kind(*j),
                    crate::text::token::Kind::Comma | crate::text::token::Kind::Semicolon
                )
            })
            .last()
            .unwrap_or(lo);
        // "the Disaster Risk Authority" fears nothing.
        let named = |j: usize| j > self.s.first && self.doc.is_name(j) && self.doc.is_name(j - 1);
        // "murieron 12 presuntos sicarios": what they are is in doubt, not that they died.
        let doubted = |j: usize| crate::grammar::romance::alleged(self.doc, j);
        let feared = |j: usize| self.doc.has(j, Class::Hedge) && !doubted(j);
        (from..hi).any(|j| feared(j) && !named(j) && !crate::presence::joined::mother(self.doc, j))
    }

    /// The shortest stretch that holds the figure and its head or cue.
    fn quote(&self, b: &Bound, bound: &[Bound]) -> (usize, usize) {
        let (first, last) = (b.figure.first, b.noun.last.max(b.figure.last));
        let Some(cue) = b.cue else { return (first, last) };
        // "12 were injured, four critically": the adverb is all that is said of the four.
        let adverb = b.noun.last == b.figure.last
            && last < self.s.last
            && self.doc.has(last, Class::Skip)
            && self.doc.words(last, last + 1).ends_with("ly");
        let ends = last + 1 >= self.s.last || !self.doc.is_word(last + 1);
        if adverb && ends && cue < first && self.doc.lex.profile.bare_plurals {
            return (first, last + 1);
        }
        let (lo, hi) = (first.min(cue), last.max(cue + 1));
        let crossed = bound.iter().any(|o| {
            let f = &o.figure;
            f.num != b.figure.num && f.form != Form::Single && (lo..hi).contains(&f.num)
        });
        let shared = b.rule.starts_with("part") || matches!(b.rule, "coordinated" | "compared");
        let beside = cue + 1 >= first && cue <= last;
        // "of the dead, five were in the town": the label stands apart.
        let label = matches!(self.doc.cue(cue), Some((_, Role::Head))) && cue < first;
        let apart = (lo..hi).any(|j| {
            self.doc.kind(j) == crate::text::token::Kind::Semicolon
                || (label || cue < first && (b.noun.unit_at.is_some() || b.noun.strange))
                    && self.doc.kind(j) == crate::text::token::Kind::Comma
        });
        // A long way to the word of harm makes a bad quote: the figure and its noun say what was counted.
        let far = || self.doc.words(lo, hi).chars().count() > LONGEST_QUOTE;
        if crossed || apart || shared && !beside || hi - lo > 14 || far() { (first, last) } else { (lo, hi) }
    }
}
