//! Sentences of a script without capitals that writes its pronouns onto the verb and puts the verb first: where the name of
//! who acts ends, who goes on acting, and the little words that count nothing.

use crate::agent::{Agent, Finder};
use crate::attribute::{self, Frame, Speaker};
use crate::bind::Bound;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

/// Verbs of outcome as "لم" has them behind it: "did not lead to".
const LED: [&str; 12] =
    ["يسفر", "تسفر", "يؤد", "تؤد", "يخلف", "تخلف", "يوقع", "توقع", "يتسبب", "تتسبب", "يسبب", "تسبب"];

/// What something is said in.
const REPORTS: [&str; 8] = ["بيان", "تقرير", "منشور", "رسالة", "تصريح", "بلاغ", "خبر", "إفادة"];

/// Whether the text is in such a language.
pub(crate) fn here(doc: &Doc<'_>) -> bool {
    !doc.lex.profile.capitals && !doc.lex.profile.enclitics.is_empty()
}

/// "كمينًا", "منزلاً": the ending of an indefinite object, where it is written.
pub(crate) fn tanwin(doc: &Doc<'_>, j: usize) -> bool {
    doc.words(j, j + 1).trim_end_matches('ا').ends_with('\u{64b}')
}

fn definite(doc: &Doc<'_>, j: usize) -> bool {
    doc.words(j, j + 1).starts_with("ال") || j > 0 && doc.has(j - 1, Class::Det) && doc.lexemes[j].glued
}

/// "مسلحون": an indefinite plural, whose adjectives end as it does.
fn plural(doc: &Doc<'_>, j: usize) -> bool {
    let word = cairn_fold::fold(doc.words(j, j + 1));
    word.ends_with("ون") && !word.contains(' ') && !definite(doc, j)
}

/// "قال مسؤول لرويترز إن", "أبلغ مدير للصحفيين بأن": to whom it was said, right before what was said.
pub(crate) fn addressed(doc: &Doc<'_>, s: Sentence, j: usize) -> bool {
    let word = doc.words(j, j + 1);
    let to = doc.unknown(j) && word.starts_with('ل') && word.chars().count() > 5 && !word.starts_with("لا");
    let said = |k: usize| k < s.last && (doc.has(k, Class::That) || doc.kind(k) == Kind::Colon);
    let that = |k: usize| said(k) || k < s.last && matches!(doc.words(k, k + 1), "إن" | "أن" | "بأن");
    here(doc) && doc.is_word(j) && to && (that(j + 1) || that(j + 2))
}

/// "تنظيم": a noun that whose it is may stand behind.
pub(crate) fn construct(doc: &Doc<'_>, j: usize) -> bool {
    here(doc) && doc.has(j, Class::Actor) && !definite(doc, j) && !plural(doc, j) && !tanwin(doc, j)
}

impl Finder<'_, '_> {
    /// "اغتصب جنود من اللواء ست نساء": the preposition that says whose they are.
    pub(crate) fn whose_they_are(&self, j: usize, end: usize) -> bool {
        let next = j + 1 + usize::from(self.has(j + 1, Class::Det));
        let body = Classes::of(&[Class::Actor, Class::Org]);
        let of = here(self.doc) && j > self.s.first && self.doc.words(j, j + 1) == "من";
        of && next < end && self.doc.any(j - 1, body) && self.doc.any(next, body)
    }

    /// The agent without what is no part of its name: "مسلحون كمينا", "طائرات حربية بأربعة", "للشرطة".
    pub(crate) fn plain_name(&self, agent: Agent) -> Option<Agent> {
        let Agent::Words(mut a, mut b) = agent else { return Some(agent) };
        let doc = self.doc;
        // "אמר: \"הצבא": the mark that opens the words around it.
        while a < b && doc.kind(a) == Kind::Quote && !(a + 1..b).any(|j| doc.kind(j) == Kind::Quote) {
            a += 1;
        }
        if a >= b || !here(doc) {
            return (a < b).then_some(Agent::Words(a, b));
        }
        let lead = Classes::of(&[Class::Of, Class::Vague, Class::Mult, Class::Relative]);
        if doc.any(a, lead) && !doc.any(a, Classes::of(&[Class::Actor, Class::Org])) {
            return None;
        }
        let word = |j: usize| doc.words(j, j + 1);
        // "تمكنت القوات من قتل", "أخطرت السلطات بهدم": the verb before the subject is no part of it.
        let verb = a + 1 < b && doc.is_word(a) && doc.unknown(a) && word(a).ends_with('ت') && {
            let next = a + 1 + usize::from(doc.has(a + 1, Class::Det));
            doc.any(next, Classes::of(&[Class::Actor, Class::Org])) && !word(a).ends_with("ات")
        };
        a += usize::from(verb && definite(doc, a + 1 + usize::from(doc.has(a + 1, Class::Det))));
        let mut peers = plural(doc, a) && doc.has(a, Class::Actor);
        for j in a + 1..b {
            let object = tanwin(doc, j) && !tanwin(doc, a);
            let which = matches!(word(j), "ما" | "مما");
            let counted = doc.kind(j) == Kind::Number || doc.has(j, Class::Num) && doc.unit(j).is_none();
            // "مهاجمين اثنين": the dual, and its number again.
            let counted = counted && doc.entry(j).number != 2;
            let other = peers && doc.is_word(j) && !cairn_fold::fold(word(j)).ends_with("ون") && {
                peers = false;
                let goes_on = Classes::of(&[Class::Belonging, Class::Of, Class::From, Class::And, Class::In]);
                !doc.any(j, goes_on) && !cairn_fold::fold(word(j)).ends_with('و')
            };
            // "جماعة NAME قرية NAME", "الجيش في البلدة", "طائرة سيارتهم": what was hit, and where.
            let noun = doc.has(j, Class::PlaceNoun) && !doc.any(j, Classes::of(&[Class::Actor, Class::Org]));
            let placed = noun && !definite(doc, j) && definite(doc, j - 1) || word(j) == "في";
            // "مسلحين يرتدون زيا": what they were doing; "انتحاري نفسه": what he blew up.
            let dressed = doc.unknown(j) && word(j).starts_with('ي') && word(j).ends_with("ون");
            let self_ = matches!(word(j), "نفسه" | "نفسها" | "أنفسهم" | "أنفسهن");
            // "القوات مجزرة", "طائرات حربية سوقا شعبيا": what was done, or hit.
            let done = !definite(doc, j) && definite(doc, j - 1) && doc.unit(j) == Some(Unit::Attack);
            let end = |k: usize| {
                k < self.s.last && doc.is_word(k) && word(k).trim_end_matches('\u{64b}').ends_with('ا')
            };
            let hit = doc.lexemes[j].kind == Kind::Word
                && end(j)
                && !word(j).ends_with("يا")
                && word(j).chars().count() > 3
                && !doc.any(j, Classes::of(&[Class::Actor, Class::Org]))
                && (doc.has(j, Class::PlaceNoun) || doc.unit(j).is_some() || end(j + 1));
            // "قوة خاصة المنزل": an indefinite name, and what it broke into.
            let built =
                matches!(doc.unit(j), Some(Unit::Home | Unit::Building)) || doc.has(j, Class::PlaceNoun);
            let lead = j - usize::from(doc.has(j - 1, Class::Det) && doc.lexemes[j].glued);
            let open = lead > a && (lead > a + 1 && doc.unknown(lead - 1) || word(a).contains(' '));
            let into = built && definite(doc, j) && open && !definite(doc, lead - 1) && !definite(doc, a);
            // "القرويون المسلحين": a subject and its object; who goes on is not told.
            let object_of =
                doc.has(j, Class::Actor) && word(j).ends_with("ين") && word(lead - 1).ends_with("ون");
            if object_of {
                return None;
            }
            // "الطيران السوق": behind a name with its article another noun with one is no part of it.
            let into = into || built && definite(doc, a) && definite(doc, j) && lead > a;
            let into = into || doc.has(j, Class::When);
            let placed = placed || dressed || self_ || done || hit || into;
            let theirs = word(j).ends_with("هم") && doc.is_word(j) && !doc.has(j - 1, Class::Of);
            if object || which || counted || other || placed || theirs {
                b = if into { lead } else { j };
                break;
            }
        }
        // "قوة خاصة ال|منزل": its article goes with what was hit.
        let article = b > a + 1 && b < self.s.last && doc.has(b - 1, Class::Det) && doc.lexemes[b].glued;
        b -= usize::from(article && matches!(doc.unit(b), Some(Unit::Home | Unit::Building)));
        // "مقاتلات تابعة للتحالف": the one they belong to.
        let of = b < self.s.last && doc.has(b - 1, Class::Belonging) && doc.has(b, Class::Of);
        if of && b + 1 < self.s.last && doc.is_word(b + 1) && doc.lexemes[b + 1].glued {
            b += 2 + usize::from(doc.has(b + 1, Class::Det) && b + 2 < self.s.last);
            return Some(Agent::Words(a, b));
        }
        let tail = Classes::of(&[Class::And, Class::Of]);
        let cut = b;
        while b > a && doc.any(b - 1, tail) && !doc.any(b - 1, Classes::of(&[Class::Actor, Class::Org])) {
            b -= 1;
        }
        // "14 امرأة و": those counted before another verb are whom it befell.
        let befell = |o: &Bound| {
            let people = matches!(o.noun.unit, Some(Unit::Person | Unit::Group));
            o.metric.is_some() && people && (o.figure.last..o.noun.last).contains(&a)
        };
        let joined = cut > b && doc.has(b, Class::And) && self.bound.iter().any(befell);
        (a < b && !joined).then_some(Agent::Words(a, b))
    }

    /// "كما هدمت 5 منازل": a verb with its object and no subject goes on with the one who acted before it.
    pub(crate) fn goes_on_acting(&self, cue: usize, role: Role, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        let own = |c: usize| {
            matches!(
                doc.cue(c),
                Some((Harm::Destroyed | Harm::Detained | Harm::Abducted | Harm::Launched, Role::Free))
            )
        };
        // "قتلت القوات 13 وجرحت 20 آخرين": the verb is feminine, and those counted are not.
        let man = |o: &Bound| {
            let word = cairn_fold::fold(
                doc.words(o.noun.last.max(o.figure.last) - 1, o.noun.last.max(o.figure.last)),
            );
            o.figure.last <= o.noun.last
                && !word.ends_with(['ه', 'ت'])
                && ["ين", "ا"].iter().any(|e| word.ends_with(e))
        };
        let struck = |c: usize, o: &Bound| {
            let hurt = matches!(doc.cue(c), Some((Harm::Killed | Harm::Injured, Role::Free)));
            hurt && cairn_fold::fold(doc.words(c, c + 1)).ends_with('ت') && man(o)
        };
        let own = |c: usize, o: &Bound| own(c) || struck(c, o);
        let opens = cue > self.s.first
            && (doc.has(cue - 1, Class::And) || matches!(doc.words(cue - 1, cue), "كما" | "ثم"));
        if !here(doc) || role != Role::Free || !own(cue, b) || cue + 1 != b.figure.first || !opens {
            return None;
        }
        let before = self.bound.iter().rev().find(|o| o.figure.first < cue && o.metric.is_some())?;
        let verb = before.cue.filter(|v| *v < before.figure.first && own(*v, before))?;
        let feminine = |j: usize| cairn_fold::fold(doc.words(j, j + 1)).ends_with('ت');
        let bar = Classes::of(&[Class::Say, Class::Relative, Class::When]);
        let one = (before.figure.last..cue).all(|j| !doc.any(j, bar) && doc.kind(j) != Kind::Stop);
        (one && feminine(verb) == feminine(cue)).then(|| self.verb_first(verb, Role::Free, before)).flatten()
    }

    /// "خروقات القوات … وقد أدت هذه الاعتداءات إلى سقوط 11": whose attacks the sentence has told of.
    pub(crate) fn these_attacks(&self, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        if !here(doc) {
            return None;
        }
        let at = b.cue.unwrap_or(b.figure.first).min(b.figure.first);
        let this = |j: &usize| {
            let event = j + 1 + usize::from(doc.has(j + 1, Class::Det) && j + 2 < at);
            matches!(doc.words(*j, j + 1), "هذا" | "هذه" | "تلك" | "ذلك")
                && event < at
                && doc.any(event, Classes::of(&[Class::Event]))
                && j > &self.s.first
                && doc.has(j - 1, Class::Leads)
        };
        let this = (self.s.first..at).rev().take(14).find(this)?;
        (self.s.first..this)
            .rev()
            .filter(|j| doc.has(*j, Class::Event) && !doc.has(*j, Class::Mutual))
            .find_map(|e| self.owner_of(e))
            .map(|(a, b)| Agent::Words(a, b))
    }

    /// "انسحب المسلحون بعدما قتلوا 40 شخصا": the verb says "they", and its clause hangs on one whose subject is many.
    pub(crate) fn they(&self, cue: usize, role: Role, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        let verb = here(doc)
            && matches!(role, Role::Free | Role::Active)
            && (doc.words(cue, cue + 1).ends_with("وا")
                || doc.words(cue, cue + 1).starts_with('ي') && doc.words(cue, cue + 1).ends_with("ون"))
            && cue < b.figure.first
            && b.figure.first <= cue + 2;
        let bar = Classes::of(&[Class::Say, Class::That, Class::Relative]);
        let stop = |j: &usize| {
            matches!(doc.kind(*j), Kind::Stop | Kind::Semicolon | Kind::Colon | Kind::Quote)
                || doc.any(*j, bar) && !doc.has(*j, Class::When)
        };
        let led = Classes::of(&[
            Class::In,
            Class::By,
            Class::Of,
            Class::On,
            Class::From,
            Class::Onto,
            Class::To,
            Class::Preposition,
            Class::Not,
            Class::Between,
        ]);
        let many = |j: usize| {
            let word = cairn_fold::fold(doc.words(j, j + 1));
            doc.has(j, Class::Actor) && doc.has(j, Class::Plural)
                || doc.has(j, Class::Actor) && ["ون", "ين"].iter().any(|e| word.ends_with(e))
                || doc.has(j, Class::Actor)
                    && ["افراد", "عناصر", "جنود", "رجال"].iter().any(|w| word.starts_with(w))
        };
        let head = (self.s.first..cue).rev().take(18).take_while(|j| !stop(j)).find(|j| many(*j));
        let head = head.filter(|_| verb)?;
        let article = head > self.s.first && doc.has(head - 1, Class::Det);
        let before = (head - usize::from(article)).checked_sub(1).filter(|j| *j >= self.s.first);
        let counted =
            self.bound.iter().any(|o| (o.figure.first..o.noun.last.max(o.figure.last)).contains(&head));
        let led = before.is_some_and(|j| doc.any(j, led) || doc.cue(j).is_some());
        (!led && !counted).then(|| Agent::Words(head, self.name_end(head)))
    }

    /// "خلف القصف الذي نفذته القوات على الحي قتيلين": whose attack the verb that opens the sentence tells of.
    pub(crate) fn opening_attack(&self, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        let lead = self.s.first + usize::from(doc.has(self.s.first, Class::And));
        if !here(doc) || lead + 2 >= b.figure.first || !doc.has(lead, Class::Leads) {
            return None;
        }
        let event = lead + 1 + usize::from(doc.has(lead + 1, Class::Det));
        let ok = doc.has(event, Class::Event) && !doc.has(event, Class::Mutual);
        let other = (event..b.figure.first).any(|j| doc.has(j, Class::Say) || doc.kind(j) == Kind::Semicolon);
        let whose = |(a, z): &(usize, usize)| *z <= b.figure.first && a >= &event;
        self.owner_of(event).filter(|r| ok && !other && whose(r)).map(|(a, b)| Agent::Words(a, b))
    }

    /// "تبنت NAME الهجوم": who owns to it stands between the verb and the deed.
    pub(crate) fn owns_behind(&self, verb: usize) -> Option<Agent> {
        let doc = self.doc;
        let end = (verb + 2..self.s.last.min(verb + 9)).find(|j| doc.has(*j, Class::Event))?;
        let end = end - usize::from(doc.has(end - 1, Class::Det));
        let bar = Classes::of(&[Class::That, Class::Not, Class::Zero, Class::Relative, Class::Of]);
        let named = (verb + 1..end).all(|j| doc.is_word(j) && !doc.any(j, bar) && doc.cue(j).is_none());
        (here(doc) && end > verb + 1 && named).then_some(Agent::Words(verb + 1, end))
    }

    /// "احتجز المتمردون 8 رهائن", "أسر الفصيل لجنديين": whose act it is, where the noun or the preposition is between.
    pub(crate) fn holder(&self, cue: usize, role: Role, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        if doc.lex.profile.capitals {
            return None;
        }
        let from = self.s.first.max(b.figure.first.saturating_sub(5));
        let holds = |v: &usize| {
            matches!(doc.cue(*v), Some((Harm::Detained | Harm::Abducted, Role::Free | Role::Active)))
                && *v < b.figure.first
        };
        if role == Role::Head && cue >= b.figure.last {
            let verb = (from..b.figure.first).rev().find(holds)?;
            let before = || self.ahead(verb).map(|(a, b)| Agent::Words(a, b));
            // "السلطات تحتجز 500 معتقل"
            let first = if here(doc) { self.verb_first(verb, Role::Free, b) } else { None };
            return first.or_else(before);
        }
        if !here(doc) {
            return None;
        }
        let of = b.figure.first.checked_sub(1).filter(|j| *j > cue + 1)?;
        let known = Classes::of(&[Class::Actor, Class::Org, Class::Det, Class::Abstract]);
        let named = |j: usize| doc.is_word(j) && (doc.unknown(j) || doc.any(j, known));
        let deed = matches!(role, Role::Noun | Role::Free) && doc.words(of, of + 1) == "ل";
        (deed && of - cue <= 5 && (cue + 1..of).all(named)).then_some(Agent::Words(cue + 1, of))
    }
}

impl attribute::Finder<'_, '_> {
    /// "جاء في بيان لوزارة NAME أن": whose report it is, or the report itself.
    pub(crate) fn came_in(&self, i: usize) -> Option<Frame> {
        let doc = self.doc;
        let came = matches!(doc.words(i, i + 1), "جاء في" | "جاءت في" | "ورد في" | "وردت في");
        if !here(doc) || !came || i + 2 >= self.s.last || doc.has(i + 1, Class::Pronoun) {
            return None;
        }
        let noun = i + 1 + usize::from(doc.has(i + 1, Class::Det));
        let named = cairn_fold::fold(doc.words(noun, (noun + 1).min(self.s.last)));
        let told = REPORTS.iter().any(|r| named.contains(cairn_fold::fold(r).as_str()));
        let opens = |j: &usize| doc.has(*j, Class::That) || matches!(doc.kind(*j), Kind::Colon | Kind::Quote);
        let end = (noun + 1..self.s.last.min(noun + 14)).find(opens).filter(|_| told)?;
        let body = Classes::of(&[Class::Org, Class::Actor]);
        let a = (noun + 1..end).find(|j| doc.any(*j, body)).unwrap_or(i + 1);
        let b = self.name_at(a).map_or(noun + 1, |(_, b)| b.min(end));
        let source = Speaker::Words(a, b);
        Some(Frame { source, from: end, to: self.s.last, anchor: i, stance: None, own_deed: false })
    }
}

/// "في ثلاث قرى": where it was, and no count of what was hit.
pub(crate) fn where_it_was(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let at = b.figure.first;
    here(doc) && b.noun.unit == Some(Unit::Area) && at > s.first && doc.words(at - 1, at) == "في"
}

/// "أفرجت السلطات عن 30 معتقلا": those set free, with the subject between the verb and its preposition.
pub(crate) fn set_free(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let at = b.figure.first;
    // "أطلقت الجماعة سراح 12": the rest of the phrase.
    if here(doc) && at > s.first + 1 && matches!(doc.words(at - 1, at), "سراح" | "سبيل") {
        return true;
    }
    if !here(doc) || at < s.first + 2 || doc.words(at - 1, at) != "عن" {
        return false;
    }
    let freed = ["أفرج", "أفرجت", "أفرجوا", "يفرج", "تفرج"];
    (s.first..at - 1)
        .rev()
        .take(6)
        .take_while(|j| doc.is_word(*j))
        .any(|j| freed.iter().any(|w| doc.is(j, w)))
}

/// "قضت المحكمة بإعدام 9 أشخاص": a sentence that has been passed, and nobody has died of it.
pub(crate) fn sentenced(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let at = b.figure.first;
    let death =
        |j: &usize| doc.words(*j, j + 1).contains("إعدام") && *j > s.first && doc.words(j - 1, *j) == "ب";
    let c = if here(doc) { (s.first..at).rev().take(2).find(death) } else { None };
    let passed = ["قضى", "قضت", "حكم", "حكمت", "أصدر", "أصدرت", "يقضي", "تقضي", "طالب", "طالبت"];
    c.is_some_and(|c| (s.first..c).rev().take(7).any(|j| passed.contains(&doc.words(j, j + 1))))
}

/// "شيع المئات جثامين 4 أطفال": a vague number with its article counts no noun without one.
pub(crate) fn mourners(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let at = b.figure.num;
    let known = doc.words(at, at + 1).starts_with("ال") || at > s.first && doc.has(at - 1, Class::Det);
    here(doc)
        && b.figure.form != crate::numbers::Form::Plain
        && known
        && b.noun.unit == Some(Unit::Body)
        && b.noun.unit_at == Some(b.figure.last)
}

/// "التظاهر", "العودة": a verb's letters behind an article are a noun, and say nothing of what is counted before them.
pub(crate) fn article_noun(doc: &Doc<'_>, c: usize) -> bool {
    here(doc)
        && c > 0
        && doc.has(c - 1, Class::Det)
        && doc.lexemes[c].glued
        && matches!(doc.cue(c), Some((Harm::Excluded, Role::Free)))
}

/// "لم يسفر الهجوم عن وقوع إصابات", "لم يقتل أحد": none, told by the verb or by "anyone" behind it.
pub(crate) fn nobody(doc: &Doc<'_>, s: Sentence, i: usize) -> bool {
    if !here(doc) || i + 2 >= s.last || !matches!(doc.words(i, i + 1), "لم" | "لن") {
        return false;
    }
    let verb = i + 1;
    let anyone = |j: usize| doc.words(j, j + 1).trim_start_matches("أي ") == "أحد";
    let alone = |j: usize| j + 1 >= s.last || !definite(doc, j + 1) && !doc.has(j + 1, Class::Det);
    if doc.cue(verb).is_some() {
        return (verb + 1..s.last.min(verb + 3)).any(|j| anyone(j) && alone(j));
    }
    let word = cairn_fold::fold(doc.words(verb, verb + 1));
    let led = LED.iter().any(|w| cairn_fold::fold(w) == word);
    let harm = |j: usize| {
        doc.cue(j).is_some_and(|(h, r)| {
            (h.of_persons() || h == Harm::Casualties) && matches!(r, Role::Head | Role::Presence)
        })
    };
    led && (verb + 1..s.last.min(verb + 7)).take_while(|j| doc.is_word(*j)).any(harm)
}

/// Whether a sentence counts anything: by a number, or nobody by its verb.
pub(crate) fn counts(doc: &Doc<'_>, s: Sentence) -> bool {
    s.numbered || here(doc) && (s.first..s.last).any(|j| nobody(doc, s, j))
}

/// "4 من مرافقيه": a dual behind a figure and its "of" is whom it counts.
pub(crate) fn of_both(doc: &Doc<'_>, s: Sentence, i: usize) -> bool {
    here(doc)
        && i > s.first + 1
        && doc.has(i - 1, Class::Of)
        && (doc.kind(i - 2) == Kind::Number || doc.has(i - 2, Class::Num))
        && doc.entry(i).number == 2
        && doc.unit(i).is_some()
}

/// "39 رهينة و29 مسلحا": what those before it are called is no cue for the next figure.
pub(crate) fn called(doc: &Doc<'_>, bound: &[Bound], b: &Bound, c: usize) -> bool {
    let state = matches!(
        doc.cue(c),
        Some((Harm::Abducted | Harm::Detained | Harm::Displaced | Harm::Missing, Role::Head))
    );
    let theirs = |o: &Bound| o.noun.cue == Some(c) && o.figure.last <= c && o.figure.num != b.figure.num;
    here(doc) && state && c < b.figure.first && bound.iter().any(theirs)
}

/// "سقط المئات بين قتيل وجريح", "احتجز 8 كرهائن": what stands right behind the figure's noun says more than the verb.
pub(crate) fn says_more(doc: &Doc<'_>, s: Sentence, b: &Bound, cue: usize) -> Option<usize> {
    if !here(doc) {
        return None;
    }
    let both = |c: &usize| matches!(doc.cue(*c), Some((Harm::Casualties, Role::Head)));
    let c = b.noun.cue.filter(both).unwrap_or(b.noun.last.max(b.figure.last));
    let (harm, role) = (c < s.last).then(|| doc.cue(c))??;
    let before = doc.cue(cue).filter(|_| cue < b.figure.first).map(|(h, _)| h)?;
    let both = harm == Harm::Casualties && role == Role::Head && before == Harm::Killed;
    let hostage = harm == Harm::Abducted && before == Harm::Detained && !doc.has(c, Class::And);
    // "بالإفراج عن 14 صحفيا تحتجزهم السلطات": they are held still.
    let holds = before == Harm::Excluded
        && matches!(harm, Harm::Detained | Harm::Abducted)
        && role == Role::Free
        && about_them(doc, c)
        && doc.words(c, c + 1).starts_with(['ت', 'ي']);
    (both || hostage || holds).then_some(c)
}

/// "يعيش 30 ألف شخص تحت الحصار", "لم ترد أنباء عن سقوط ضحايا": a word that tells of harm by itself, said of a figure.
pub(crate) fn told_of(doc: &Doc<'_>, b: &Bound, c: usize) -> bool {
    let none = b.figure.form == crate::numbers::Form::Zero;
    let under = c == b.noun.last + 1 && doc.words(c - 1, c) == "تحت";
    here(doc) && (none || under)
}

/// "19 חוטפים חטפו": those who take are not those taken.
pub(crate) fn captors(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let c = b.figure.last;
    !doc.lex.profile.capitals
        && !here(doc)
        && c < s.last
        && matches!(doc.cue(c), Some((Harm::Abducted, Role::Active)))
}

/// "למעלה ממיליון", "יותר ממאה": the hedge whose last letter is written onto the number.
pub(crate) fn more_than(doc: &Doc<'_>, j: usize) -> bool {
    !doc.lex.profile.capitals
        && j > 0
        && doc.words(j, j + 1) == "מ"
        && doc.lexemes[j + 1].glued
        && matches!(doc.words(j - 1, j), "למעלה" | "יותר")
}

/// Numbers that count nothing where no pronoun is written onto the verb: "בשנים קודמות", "אחד הנתונים", "קילומטר אחד",
/// "בני 19-5".
pub(crate) fn no_figure(doc: &Doc<'_>, s: Sentence, i: usize, last: usize) -> bool {
    if doc.lex.profile.capitals || here(doc) || i <= s.first {
        return false;
    }
    if crate::grammar::prefixed::no_figure(doc, s, i, last) {
        return true;
    }
    let years = doc.words(i, i + 1) == "שנים" && doc.words(i - 1, i) == "ב" && doc.lexemes[i].glued;
    let one = doc.entry(i).number == 1 && doc.kind(i) != Kind::Number;
    let of = last + 1 < s.last
        && doc.has(last, Class::Det)
        && doc.lexemes[last + 1].glued
        && doc.unit(last + 1).is_none()
        && doc.cue(last + 1).is_none();
    let measured = doc.has(i - 1, Class::Measure);
    let number = |j: usize| doc.kind(j) == Kind::Number;
    let aged = i >= s.first + 3
        && doc.kind(i - 1) == Kind::Dash
        && number(i)
        && number(i - 2)
        && doc.lexemes[i - 2].milli > doc.lexemes[i].milli
        && (doc.has(i - 3, Class::AgePre) || doc.words(i - 3, i - 2) == "בני");
    years || one && (of || measured) || aged
}

/// "…، وكانت الجماعة قد أعلنت …، بحسب NAME": where the last clause of a long sentence opens, with what came before it.
pub(crate) fn had_done(doc: &Doc<'_>, s: Sentence, i: usize) -> Option<usize> {
    let was = |j: usize| matches!(doc.words(j, j + 1), "كان" | "كانت" | "كانوا");
    let had = |j: usize| (j + 2..i.min(j + 14)).any(|k| doc.words(k, k + 1) == "قد");
    let opens = |j: &usize| doc.has(*j, Class::And) && doc.lexemes[*j + 1].glued && was(*j + 1);
    (s.first + 4..i.saturating_sub(3)).rev().find(|j| opens(j) && had(*j)).filter(|_| here(doc))
}

/// "حسب إحصائية نشرها NAME", "وفق تقرير أعدته NAME": where the name of who published what is cited begins.
pub(crate) fn published_by(doc: &Doc<'_>, s: Sentence, at: usize) -> Option<usize> {
    const VERBS: [&str; 17] = [
        "نشر",
        "أعد",
        "أصدر",
        "أورد",
        "جمع",
        "وفر",
        "قدم",
        "أعلن",
        "وثق",
        "رصد",
        "أذاع",
        "بث",
        "ذكر",
        "أحصت",
        "أحصا",
        "تداول",
        "تناقل",
    ];
    let verb = |j: &usize| {
        let word = doc.words(*j, j + 1);
        let base = word.strip_suffix("ها").or_else(|| word.strip_suffix('ه'));
        base.is_some_and(|b| {
            let b = b.strip_suffix('ت').or_else(|| b.strip_suffix('و')).unwrap_or(b);
            VERBS.contains(&b)
        })
    };
    let noun = at + usize::from(at < s.last && doc.has(at, Class::Det));
    // "بحسب تقرير نشرته": the preposition has the noun in it.
    let whole = at < s.last && at > s.first && doc.words(at - 1, at).contains(' ') && verb(&at);
    let end = if whole { at } else { (noun + 1..s.last.min(noun + 3)).find(verb)? };
    (here(doc) && noun < s.last && doc.is_word(noun) && end + 1 < s.last && doc.is_word(end + 1))
        .then_some(end + 1)
}

/// "وفي تصريح صحفي، أكد NAME", "وخلال مؤتمر، قالت NAME": the verb opens its clause, and what stands before its comma only
/// says when or where.
pub(crate) fn adjunct_before(doc: &Doc<'_>, s: Sentence, v: usize) -> bool {
    if !here(doc) || v < s.first + 3 || doc.kind(v - 1) != Kind::Comma {
        return false;
    }
    let from = (s.first..v - 1).rev().find(|j| !doc.is_word(*j)).map_or(s.first, |j| j + 1);
    let open = from + usize::from(doc.has(from, Class::And));
    let lead = Classes::of(&[
        Class::In,
        Class::During,
        Class::Cause,
        Class::On,
        Class::Of,
        Class::Skip,
        Class::Preposition,
        Class::Since,
    ]);
    from == s.first && open < v - 1 && doc.any(open, lead)
}

/// "أصيب 30، ومات خمسة منهم": the part has a verb of its own, right before it.
pub(crate) fn own_part(doc: &Doc<'_>, b: &Bound, parent: &Bound) -> bool {
    let verb = |c: &usize| {
        *c >= parent.figure.last
            && *c < b.figure.first
            && b.figure.first - c <= 2
            && matches!(doc.cue(*c), Some((_, Role::Free)))
    };
    here(doc) && b.metric.is_some() && b.metric != parent.metric && b.cue.as_ref().is_some_and(verb)
}

/// "فريق التوثيق", "مركز رصد": what an office is for is a part of its name.
pub(crate) fn part_of_name(doc: &Doc<'_>, j: usize) -> bool {
    let before = j - 1 - usize::from(j > 1 && doc.has(j - 1, Class::Det) && doc.lexemes[j].glued);
    here(doc) && doc.has(before, Class::Org)
}

/// "نفذه", "زرعتها": a verb with what was done written onto it.
pub(crate) fn carries(doc: &Doc<'_>, j: usize) -> bool {
    let word = doc.words(j, j + 1);
    !word.contains(' ') && ["ه", "ها", "هما"].iter().any(|e| word.ends_with(e))
}

/// "تجاوز عدد القتلى منذ المساء 300", "تخطت الحصيلة 40": the verb that goes past a figure, with its subject between.
pub(crate) fn went_past(doc: &Doc<'_>, s: Sentence, i: usize) -> bool {
    const PAST: [&str; 9] = ["تجاوز", "تجاوزت", "تخطى", "تخطت", "فاق", "فاقت", "يتجاوز", "تتجاوز", "تعدى"];
    if !here(doc) {
        return false;
    }
    let plain = |j: &usize| {
        doc.is_word(*j) && !doc.any(*j, Classes::of(&[Class::Say, Class::That, Class::Num, Class::Relative]))
    };
    let verb = (s.first..i).rev().take(14).take_while(plain).find(|j| PAST.contains(&doc.words(*j, *j + 1)));
    let tally = |j: usize| {
        let word = doc.words(j, j + 1);
        ["عدد", "حصيلة", "مجموع", "إجمالي", "الحصيلة", "العدد"].iter().any(|w| word.starts_with(w))
    };
    verb.is_some_and(|v| v + 2 < i && tally(v + 1 + usize::from(doc.has(v + 1, Class::Det))))
}

/// "خمسة إعدامات أسبوعيا": how often, behind a noun that tells of harm itself.
pub(crate) fn per_time(doc: &Doc<'_>, s: Sentence, last: usize) -> bool {
    here(doc) && last + 1 < s.last && doc.is_word(last) && doc.has(last + 1, Class::Rate)
}

/// "أسرهم": a verb that carries its object.
pub(crate) fn about_them(doc: &Doc<'_>, c: usize) -> bool {
    here(doc)
        && ["هم", "هن"].iter().any(|e| doc.words(c, c + 1).ends_with(e))
        && !doc.words(c, c + 1).contains(' ')
}

/// "أصدرت الشبكة تقريرا وثقت فيه": the name between the verb of issuing and what was issued.
pub(crate) fn issuer(doc: &Doc<'_>, a: usize, b: usize) -> (usize, usize) {
    const ISSUED: [&str; 8] = ["أصدر", "أصدرت", "نشر", "نشرت", "أعد", "أعدت", "وزع", "وزعت"];
    if !here(doc) || b < a + 3 || !ISSUED.contains(&doc.words(a, a + 1)) {
        return (a, b);
    }
    let what = |j: &usize| {
        let word = doc.words(*j, j + 1).trim_end_matches('\u{64b}');
        ["تقريرا", "بيانا", "إحصائية", "حصيلة", "وثيقة", "دراسة"].contains(&word)
    };
    (a + 1, (a + 2..b).find(what).unwrap_or(b))
}
