//! Estimating from a register: its lists, its subjects, its scopes; every run is an entry of the log.

use std::collections::{BTreeMap, BTreeSet};

use cairn_count::{Dimension, Estimated, Filter, Membership, Query, Rule};
use cairn_estimate::{Note, Outcome, Records, Watch};
use cairn_model::{BatchId, Entry, EntryId, EstimateRun, Kind, RunFigure, RunList, RunStratum};
use cairn_register::{BatchView, View};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::files::unlinkable;
use super::relays::{Firsts, Relayed};
use super::scopes::{self, DeclaredList};
use super::{EstimateOptions, Fixed, LinkedBy, LinkedRecords, ListUsed, ListsEstimate, estimate_linked};
use crate::bonds::Rulings;
use crate::figures::{Loaded, RuleName, rule_name};
use crate::linking::{self, Decisions};
use crate::{Error, Result, Session, Silent};

/// What is asked of a register.
#[derive(Debug, Clone)]
pub struct RegisterQuestion {
    /// What is counted: a code of the vocabulary `metric`.
    pub metric: String,
    /// The counting rule.
    pub rule: Rule,
    /// The register as it was.
    pub at: Option<String>,
    /// Write no entry.
    pub dry_run: bool,
}

/// An estimate from a register. Version 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RegisterEstimate {
    /// The answer.
    #[serde(flatten)]
    pub answer: ListsEstimate,
    /// What was counted.
    pub metric: String,
    /// By which rule.
    pub rule: RuleName,
    /// The position that was read, in short form.
    pub position: String,
    /// What each list is declared to cover.
    pub scopes: Vec<DeclaredList>,
    /// The run in the log; none in a dry run.
    pub run: Option<RunNumber>,
}

/// Which run a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RunNumber {
    /// Its entry.
    pub entry: EntryId,
    /// Counted from 1 among the runs of this metric, refused ones too.
    pub number: u64,
    /// How many there are.
    pub of: u64,
}

/// Runs of a metric on record, refused ones too, the oldest first.
fn runs<'v>(view: &'v View, metric: &str) -> Vec<(EntryId, &'v EstimateRun)> {
    let all = view.effective().flat_map(|b| &b.runs);
    all.filter(|(_, r)| r.metric == metric).map(|(id, r)| (*id, r)).collect()
}

impl Session {
    /// Estimates how many there are of a metric, those on no list included, from the lists of the register. Who is one
    /// person is what the judgements on record say, beside linkages drawn in their place. Each run is an entry of the log, refused ones too.
    ///
    /// # Errors
    /// When the metric, a list, a stratum or the moment is unknown, and when no list has a person of the metric.
    pub fn estimate(
        &mut self,
        question: &RegisterQuestion,
        options: &EstimateOptions,
        watch: &Watch,
    ) -> Result<RegisterEstimate> {
        let view = self.view_at(question.at.as_deref())?;
        let loaded = self.load(&view)?;
        let rulings = Rulings::of(self.store.as_ref(), &view)?;
        let gathered = self.gather(&view, &loaded, &rulings, question, options)?;
        let Gathered { mut linked, accounts, ids, left_out, relayed } = gathered;
        let declared = scopes::of_lists(&view, &ids, &linked.records.lists);
        let mut gates = scopes::gates(&declared);
        gates.extend(scopes::made_alike(&view, &declared));
        gates.extend(relayed.gates(&linked.records.lists));
        let mut notes = left_out;
        let unnamed: Vec<String> = linked
            .lists
            .iter()
            .filter(|l| l.unlinkable > 0)
            .map(|l| format!("{} ({} of {})", l.name, l.unlinkable, l.records))
            .collect();
        if !unnamed.is_empty() {
            notes.push(unlinkable(&unnamed));
        }
        if !gates.is_empty() && linked.lists.len() > 1 && nobody_joined(&linked, &accounts) {
            let words = "No judgement joins two of these records: as many people as records are counted here, though some \
                         stand on several lists. 'cairn link DIR' finds them.";
            notes.push(Note { code: "nobody_linked".to_owned(), words: words.to_owned() });
        }
        let answer = if gates.is_empty() {
            self.draw(&view, &loaded, &rulings, &accounts, &mut linked, options)?;
            estimate_linked(linked, &options.estimate, watch, notes)?
        } else {
            refused(linked, options, gates, notes)?
        };
        if answer.outcome.refused.iter().any(|r| r.code == "cancelled") {
            return Err(Error::Cancelled);
        }
        let mut out = RegisterEstimate {
            answer,
            metric: question.metric.clone(),
            rule: rule_name(&question.rule),
            position: view.position.short(),
            scopes: declared,
            run: None,
        };
        if question.dry_run {
            return Ok(out);
        }
        let entry = entry(&out, &ids, &view, options)?;
        let mut id = None;
        self.write("estimate", None, |store| {
            id = Some(store.next());
            Ok(store.append(&[Entry::Estimate(Box::new(entry))])?)
        })?;
        let now = self.store.view(None)?;
        let all = runs(&now, &question.metric);
        out.run = id.map(|entry| RunNumber {
            entry,
            number: all.iter().position(|(run, _)| *run == entry).map_or(0, |at| at as u64 + 1),
            of: all.len() as u64,
        });
        Ok(out)
    }

    /// Draws linkages in the place of the judgements, which bind only where people made them. Where no judgement joins
    /// anybody, the likeliest links stand in for the judgements too.
    fn draw(
        &self,
        view: &View,
        loaded: &Loaded,
        rulings: &Rulings,
        accounts: &[EntryId],
        linked: &mut LinkedRecords,
        options: &EstimateOptions,
    ) -> Result<()> {
        let nobody_joined = nobody_joined(linked, accounts);
        if options.draws == 0 && !nobody_joined {
            return Ok(());
        }
        let people = self.people(view, loaded, rulings, &mut Silent)?;
        if people.len() < 2 {
            return Ok(());
        }
        let decisions = Decisions::of(&people, rulings, loaded, view);
        let how = cairn_link::Options {
            roles: Some(people.roles.clone()),
            threshold: options.threshold,
            same: decisions.same.clone(),
            different: decisions.different.clone(),
            seed: options.estimate.seed,
            draws: options.draws,
            ..cairn_link::Options::default()
        };
        let (found, _) = linking::run(&people.tables, &how, &mut Silent)?;
        let place: BTreeMap<EntryId, u32> = found
            .clusters
            .iter()
            .zip(0..)
            .filter_map(|((record, _), at)| Some((people.account(*record)?, at)))
            .collect();
        // Whom the linker does not know stays who they are by judgement.
        let beyond = found.clusters.len() as u32;
        let by = |of: &dyn Fn(u32) -> u32| -> Vec<u32> {
            let label = |(account, judged): (&EntryId, &u32)| {
                place.get(account).map_or(beyond + judged, |at| of(*at))
            };
            accounts.iter().zip(&linked.fixed).map(label).collect()
        };
        let drawn = found.draws.iter().map(|draw| by(&|at| draw[at as usize])).collect();
        let first: BTreeMap<_, u32> =
            found.clusters.iter().zip(0..).map(|((record, _), at)| (*record, at)).collect();
        let likeliest = by(&|at| first.get(&found.clusters[at as usize].1).copied().unwrap_or(at));
        linked.draws = drawn;
        linked.by.missed_by_blocking = Some(found.people.missed_by_blocking);
        if nobody_joined {
            linked.fixed = likeliest;
            linked.by = LinkedBy {
                how: "linked",
                threshold: Some(found.thresholds.accept),
                precision: Some(found.thresholds.precision),
                recall: Some(found.thresholds.recall),
                missed_by_blocking: Some(found.people.missed_by_blocking),
            };
        }
        Ok(())
    }

    fn gather(
        &self,
        view: &View,
        loaded: &Loaded,
        rulings: &Rulings,
        question: &RegisterQuestion,
        options: &EstimateOptions,
    ) -> Result<Gathered> {
        let (metric, rule) = (question.metric.as_str(), &question.rule);
        let lists = scopes::lists(view);
        let mut used = scopes::wanted(&lists, &options.lists)?;
        let firsts = Firsts::of(rulings);
        let batches = loaded.batches();
        let persons = persons(loaded);
        let counts = |m: Membership| matches!(m, Membership::Inside | Membership::Overlaps);
        let found = cairn_count::behind_bound(metric, &[], rule, &batches, &loaded.bonds)?;
        if options.lists.is_empty() {
            // Tables of figures and lists of other harm are no lists of these persons.
            let people = found.iter().filter(|b| counts(b.membership) && persons.contains_key(&b.account));
            let theirs: BTreeSet<BatchId> =
                people.filter_map(|b| view.batch_of(firsts.first(b.account))).map(|b| b.id).collect();
            used.retain(|at| !lists[*at].batches.is_disjoint(&theirs));
        }
        let strata = strata(metric, &options.strata, rule, loaded)?;
        let mut all: Vec<ListUsed> = used
            .iter()
            .map(|at| ListUsed { name: lists[*at].name.clone(), records: 0, unlinkable: 0, people: 0 })
            .collect();
        let (mut records, mut person, mut accounts) = (Vec::new(), Vec::new(), Vec::new());
        let mut subjects: BTreeMap<EntryId, u32> = BTreeMap::new();
        let list_of = |id: EntryId| {
            let batch = view.batch_of(id)?.id;
            used.iter().position(|at| lists[*at].batches.contains(&batch))
        };
        let mut on_lists = Vec::new();
        let (mut elsewhere, mut others, mut seen) = (0u64, 0u64, BTreeSet::new());
        for behind in found.iter().filter(|b| counts(b.membership)) {
            if !seen.insert(behind.account) {
                continue;
            }
            let Some(named) = persons.get(&behind.account) else {
                others += 1;
                continue;
            };
            let Some(list) = list_of(firsts.first(behind.account)) else {
                elsewhere += 1;
                continue;
            };
            all[list].records += 1;
            on_lists.push((list, behind.account));
            let judged = loaded.bonds.clusters.subject.contains_key(&behind.account);
            if !named && !judged {
                all[list].unlinkable += 1;
                continue;
            }
            let next = subjects.len() as u32;
            person.push(*subjects.entry(behind.subject).or_insert(next));
            accounts.push(behind.account);
            let blank = || vec![String::new(); options.strata.len()];
            records.push((list, strata.get(&behind.account).cloned().unwrap_or_else(blank)));
        }
        if records.is_empty() {
            return Err(Error::Nothing(format!(
                "no person on these lists is said to be {metric}: import lists of persons first"
            )));
        }
        let mut left_out = Vec::new();
        let mut note = |code: &str, words: String| left_out.push(Note { code: code.to_owned(), words });
        if elsewhere > 0 {
            let words =
                format!("{elsewhere} persons on record stand on none of these lists and have no part.");
            note("on_other_lists", words);
        }
        if others > 0 {
            let words = format!(
                "{others} groups and unnamed sets of people have no part: nobody in them can be recognised on another list."
            );
            note("groups_left_out", words);
        }
        let relayed = self.relayed(&on_lists, &firsts, &list_of)?;
        let ids = used.iter().map(|at| lists[*at].id.clone()).collect();
        let names = all.iter().map(|l| l.name.clone()).collect();
        let records = Records { lists: names, strata_columns: options.strata.clone(), records };
        let by = LinkedBy { how: "judged", ..LinkedBy::default() };
        let linked = LinkedRecords { records, fixed: person, draws: Vec::new(), lists: all, by };
        Ok(Gathered { linked, accounts, ids, left_out, relayed })
    }
}

fn nobody_joined(linked: &LinkedRecords, accounts: &[EntryId]) -> bool {
    linked.fixed.iter().max().map_or(0, |most| *most as usize + 1) == accounts.len()
}

struct Gathered {
    linked: LinkedRecords,
    /// The account of each record.
    accounts: Vec<EntryId>,
    /// The lists, as scopes name them.
    ids: Vec<String>,
    left_out: Vec<Note>,
    /// What the lists relay of each other.
    relayed: Relayed,
}

/// Accounts of persons, with whether they give a name.
fn persons(loaded: &Loaded) -> BTreeMap<EntryId, bool> {
    let mut out = BTreeMap::new();
    for batch in loaded.batches() {
        let Some(kinds) = batch.harms.column("kind") else { continue };
        let named = batch.harms.column("named");
        for (row, owner) in batch.harms.owners().iter().enumerate() {
            if kinds.value(row) == Kind::Person.code() {
                let id = EntryId { seq: batch.id.seq + u64::from(*owner), ..batch.id };
                out.insert(id, named.is_some_and(|c| c.value(row) == "1"));
            }
        }
    }
    out
}

/// The cell in which each account certainly lies; who lies in none for certain is in none.
fn strata(
    metric: &str,
    names: &[String],
    rule: &Rule,
    loaded: &Loaded,
) -> Result<BTreeMap<EntryId, Vec<String>>> {
    let mut out = BTreeMap::new();
    if names.is_empty() {
        return Ok(out);
    }
    let query = Query::from_names(metric, names)?;
    let figures = cairn_count::count_bound(&query, rule, &loaded.batches(), &loaded.bonds)?;
    let cells: BTreeSet<Vec<Option<String>>> = figures
        .iter()
        .map(|f| query.by.iter().map(|d: &Dimension| f.by.get(d.name()).cloned().flatten()).collect())
        .collect();
    for cell in cells {
        let filters: Vec<Filter> = query.by.iter().copied().zip(cell.iter().cloned()).collect();
        let behind = cairn_count::behind_bound(metric, &filters, rule, &loaded.batches(), &loaded.bonds)?;
        let values: Vec<String> = cell.into_iter().map(Option::unwrap_or_default).collect();
        for b in behind.iter().filter(|b| b.membership == Membership::Inside) {
            out.insert(b.account, values.clone());
        }
    }
    Ok(out)
}

/// An answer without a figure, with the overlaps for whoever wants to look.
fn refused(
    linked: LinkedRecords,
    options: &EstimateOptions,
    gates: Vec<Note>,
    notes: Vec<Note>,
) -> Result<ListsEstimate> {
    let LinkedRecords { records, fixed, mut lists, by, .. } = linked;
    let table = records.table(&fixed).map_err(|e| Error::Nothing(e.to_string()))?;
    let pooled = table.pooled();
    lists.iter_mut().enumerate().for_each(|(i, list)| list.people = pooled.size(i));
    let mut outcome = cairn_estimate::refuse(&table, &options.estimate, gates);
    outcome.warnings.extend(notes);
    let fixed = Fixed { observed: outcome.observed, estimate: None, lower: None, upper: None };
    Ok(ListsEstimate { outcome, lists, linkage: by, fixed, drawn: Vec::new(), table })
}

/// The run as the log keeps it.
fn entry(
    answer: &RegisterEstimate,
    ids: &[String],
    view: &View,
    options: &EstimateOptions,
) -> Result<EstimateRun> {
    let o: &Outcome = &answer.answer.outcome;
    let text = serde_json::to_string(answer).map_err(|e| Error::Nothing(e.to_string()))?;
    let digest: [u8; 32] = Sha256::digest(text).into();
    let how = &options.estimate;
    let mut said: BTreeMap<String, String> = BTreeMap::new();
    let mut say = |name: &str, value: String| drop(said.insert(name.to_owned(), value));
    say("seed", how.seed.to_string());
    say("level", how.level.to_string());
    say("chains", how.chains.to_string());
    say("iterations", how.iterations.to_string());
    say("draws", options.draws.to_string());
    say("linkage", answer.answer.linkage.how.to_owned());
    let codes = |notes: &[Note]| {
        let codes: BTreeSet<String> = notes.iter().map(|n| n.code.clone()).collect();
        codes.into_iter().collect::<Vec<_>>()
    };
    let refused = codes(&o.refused);
    let figure = figure(o.estimate, o.lower, o.upper).filter(|_| refused.is_empty());
    let strata = o.strata.iter().map(|s| RunStratum {
        figure: figure_of_stratum(s),
        observed: s.observed,
        refused: codes(&s.refused),
        values: s.stratum.clone(),
    });
    let lists = answer.answer.lists.iter().zip(ids).map(|(l, id)| RunList {
        list: id.clone(),
        name: l.name.clone(),
        records: l.records,
        unlinkable: l.unlinkable,
    });
    Ok(EstimateRun {
        refused: if figure.is_none() && refused.is_empty() {
            vec!["no_estimate".to_owned()]
        } else {
            refused
        },
        figure,
        lists: lists.collect(),
        method: how.method.name().to_owned(),
        metric: answer.metric.clone(),
        model: o.method.clone(),
        observed: o.observed,
        options: said,
        position: view.position.to_string(),
        result: digest.iter().map(|b| format!("{b:02x}")).collect(),
        rule: format!("{} {}", answer.rule.name, answer.rule.version),
        strata: strata.collect(),
        strata_by: options.strata.clone(),
    })
}

fn figure_of_stratum(s: &cairn_estimate::StratumOutcome) -> Option<RunFigure> {
    figure(s.estimate, s.lower, s.upper)
}

/// In whole people: the ends outward.
fn figure(estimate: Option<f64>, lower: Option<f64>, upper: Option<f64>) -> Option<RunFigure> {
    let sound = |x: &f64| x.is_finite() && (0.0..9e15).contains(x);
    let (estimate, lower, upper) = (estimate.filter(sound)?, lower.filter(sound)?, upper.filter(sound)?);
    let estimate = estimate.round() as u64;
    Some(RunFigure {
        estimate,
        high: (libm::ceil(upper) as u64).max(estimate),
        low: (libm::floor(lower) as u64).min(estimate),
    })
}

/// What stands in `estimated` of a count: the last run of this metric under this rule, if nothing that bears on it has
/// been added or undone since it was made.
fn last_fitting<'v>(
    session: &Session,
    view: &'v View,
    metric: &str,
    rule: &RuleName,
) -> Result<Option<(&'v EstimateRun, RunNumber)>> {
    let all = runs(view, metric);
    let name = format!("{} {}", rule.name, rule.version);
    let last = all.iter().enumerate().rev().find(|(_, (_, r))| r.rule == name);
    let Some((at, (entry, run))) = last else { return Ok(None) };
    let Ok(position) = run.position.parse() else { return Ok(None) };
    let then = session.store.view(Some(&position))?;
    let (before, now) = (batches(&then), batches(view));
    for (id, batch) in before.iter().chain(&now) {
        if before.contains_key(id) != now.contains_key(id) && bears(session, batch)? {
            return Ok(None);
        }
    }
    let number = RunNumber { entry: *entry, number: at as u64 + 1, of: all.len() as u64 };
    Ok(Some((run, number)))
}

/// Puts the last estimate that fits beside the figures: the total beside the whole, strata beside the same cells.
pub(crate) fn beside(
    session: &Session,
    view: &View,
    rule: &RuleName,
    query: &Query,
    figures: &mut [cairn_count::Figure],
) -> Result<()> {
    let Some((run, number)) = last_fitting(session, view, &query.metric, rule)? else { return Ok(()) };
    let shown = |figure: Option<RunFigure>, refused: &[String]| Estimated {
        estimate: figure.map(|f| f.estimate),
        low: figure.map(|f| f.low),
        high: figure.map(|f| f.high),
        model: run.model.clone(),
        refused: refused.to_vec(),
        run: number.entry,
        number: number.number,
        of: number.of,
    };
    let by: Vec<&str> = query.by.iter().map(|d| d.name()).collect();
    let split: Vec<&str> = run.strata_by.iter().map(String::as_str).collect();
    for figure in figures.iter_mut().filter(|f| f.scope.is_none() && f.component.is_none()) {
        if by.is_empty() {
            figure.estimated = Some(shown(run.figure, &run.refused));
        } else if by == split {
            let cell: Vec<String> =
                by.iter().map(|d| figure.by.get(d).cloned().flatten().unwrap_or_default()).collect();
            let stratum = run.strata.iter().find(|s| s.values == cell);
            figure.estimated = stratum.map(|s| shown(s.figure, &s.refused));
        }
    }
    Ok(())
}

/// The batches that count.
fn batches(view: &View) -> BTreeMap<BatchId, &BatchView> {
    view.effective().map(|b| (b.id, b)).collect()
}

/// Whether a batch can change an estimate: it judges, declares a scope, or says something of a person. A table of figures
/// or an article with numbers cannot.
fn bears(session: &Session, batch: &BatchView) -> Result<bool> {
    if batch.marks > 0 || !batch.scopes.is_empty() {
        return Ok(true);
    }
    if batch.accounts == 0 {
        return Ok(false);
    }
    let (harms, _) = session.store.columns(batch.id)?;
    let kind = harms.column("kind");
    Ok(kind.is_some_and(|kind| (0..kind.codes.len()).any(|row| kind.value(row) == Kind::Person.code())))
}
