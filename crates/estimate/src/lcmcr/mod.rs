//! Latent classes (Manrique-Vallier 2016): parallel chains from different starts that stop when they
//! agree, and a refusal when they do not.

mod convergence;
mod sampler;

use std::sync::Mutex;

use crate::counts::Counts;
use crate::options::Options;
use crate::parallel::{self, Watch};
use crate::special::quantile_type7;
pub(crate) use convergence::Convergence;
use sampler::{Chain, Problem, Start};

/// Sweeps at the fixed small α that R's package also starts with.
const WARM_UP: usize = 500;
/// Draws kept per chain; when more come, every second one is dropped.
const KEPT: usize = 8192;
/// No verdict before this many sweeps per chain.
const FIRST_LOOK: usize = 40_000;

/// What the chains said.
#[derive(Debug)]
pub(crate) struct Sampled {
    /// Totals per chain after burn-in.
    pub chains: Vec<Vec<f64>>,
    pub convergence: Convergence,
    /// Sweeps each chain took.
    pub sweeps: usize,
    /// Sweeps between kept draws.
    pub thinning: usize,
    pub classes: usize,
    /// Mean number of classes that hold anybody, and the share of draws in which all do.
    pub occupied: f64,
    pub full: f64,
    /// Share of draws with more than 20 unseen for each seen person, which R's package cuts off.
    pub beyond_cap: f64,
    /// Whether R-hat and effective sample sizes are good enough for a figure.
    pub converged: bool,
}

impl Sampled {
    /// All draws, ascending.
    pub(crate) fn pooled(&self) -> Vec<f64> {
        let mut all = self.chains.concat();
        all.sort_by(f64::total_cmp);
        all
    }

    /// Median of each chain.
    pub(crate) fn medians(&self) -> Vec<f64> {
        self.chains.iter().map(|c| median(c)).collect()
    }
}

fn median(draws: &[f64]) -> f64 {
    let mut sorted = draws.to_vec();
    sorted.sort_by(f64::total_cmp);
    quantile_type7(&sorted, 0.5)
}

/// A chain with the draws it has kept so far.
struct Runner<'a> {
    chain: Chain<'a>,
    sweeps: usize,
    every: usize,
    draws: Vec<f64>,
    occupied: Vec<u8>,
}

impl Runner<'_> {
    fn run(&mut self, sweeps: usize, watch: &Watch) {
        for i in 0..sweeps {
            if i % 1024 == 0 && watch.cancelled() {
                return;
            }
            self.chain.sweep();
            self.sweeps += 1;
            if self.sweeps.is_multiple_of(self.every) {
                self.draws.push(self.chain.unseen);
                self.occupied.push(self.chain.occupied() as u8);
                if self.draws.len() == KEPT {
                    thin(&mut self.draws);
                    thin(&mut self.occupied);
                    self.every *= 2;
                }
            }
        }
    }
}

/// Keeps every second entry, so that the draws that stay are those of a coarser thinning.
fn thin<T: Copy>(draws: &mut Vec<T>) {
    let kept: Vec<T> = draws.iter().skip(1).step_by(2).copied().collect();
    *draws = kept;
}

/// Classes used when none are asked for.
pub(crate) fn default_classes(lists: usize) -> usize {
    if lists < 10 { 10 } else { 15 }
}

/// Samples until the chains agree or the sweeps run out. None when the caller gave up.
pub(crate) fn sample(counts: &Counts, options: &Options, watch: &Watch) -> Option<Sampled> {
    let settings = &options.lcmcr;
    let classes = settings.classes.unwrap_or_else(|| default_classes(counts.lists())).clamp(2, 200);
    let problem = Problem::new(counts, classes, settings);
    let count = options.chains.max(2);
    let runners: Vec<Mutex<Runner>> = (0..count)
        .map(|c| {
            let start = if c % 2 == 0 { Start::Few } else { Start::Scattered };
            let chain = Chain::new(&problem, start, options.seed, c as u64);
            Mutex::new(Runner { chain, sweeps: 0, every: 1, draws: Vec::new(), occupied: Vec::new() })
        })
        .collect();
    let most = options.iterations.max(1000);
    let silent = Watch { progress: None, cancel: watch.cancel };
    let mut done = 0;
    let mut next = FIRST_LOOK.min(most);
    loop {
        parallel::map(count, options.threads, &silent, "chains", |c| {
            let mut runner = runners[c].lock().unwrap_or_else(|poisoned| poisoned.into_inner());
            if done == 0 {
                (0..WARM_UP).for_each(|_| runner.chain.sweep());
                runner.chain.release();
            }
            runner.run(next - done, watch);
        });
        if watch.cancelled() {
            return None;
        }
        done = next;
        watch.report("latent classes", done as f64 / most as f64);
        let found = collect(&runners, counts.observed() as f64, classes, done);
        let reached = |ess: f64| {
            found.convergence.rhat <= settings.most_rhat
                && found.convergence.bulk >= ess
                && found.convergence.tail >= ess
        };
        if done >= most || reached(settings.target_ess) {
            let converged = reached(settings.least_ess);
            return Some(Sampled { converged, ..found });
        }
        next = (done + done / 2).min(most);
    }
}

/// Draws after a burn-in of a quarter, and the chains' verdict on themselves.
fn collect(runners: &[Mutex<Runner>], observed: f64, classes: usize, sweeps: usize) -> Sampled {
    let mut chains = Vec::new();
    let (mut occupied, mut full, mut beyond, mut total) = (0.0, 0.0, 0.0, 0.0);
    let mut thinning = 1;
    for runner in runners {
        let runner = runner.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let from = runner.draws.len() / 4;
        thinning = runner.every;
        chains.push(runner.draws[from..].iter().map(|u| observed + u).collect::<Vec<f64>>());
        for (unseen, &k) in runner.draws[from..].iter().zip(&runner.occupied[from..]) {
            occupied += f64::from(k);
            full += f64::from(u8::from(usize::from(k) == classes));
            beyond += f64::from(u8::from(*unseen > 20.0 * observed));
            total += 1.0;
        }
    }
    let convergence = convergence::judge(&chains);
    Sampled {
        convergence,
        chains,
        sweeps,
        thinning,
        classes,
        occupied: occupied / total,
        full: full / total,
        beyond_cap: beyond / total,
        converged: false,
    }
}

/// Bare sweeps of one chain, for timing beside R; the last number unseen.
pub fn sweeps_for_bench(counts: &Counts, classes: usize, sweeps: usize, seed: u64) -> f64 {
    let problem = Problem::new(counts, classes, &Options::default().lcmcr);
    let mut chain = Chain::new(&problem, Start::Few, seed, 0);
    (0..WARM_UP).for_each(|_| chain.sweep());
    chain.release();
    (0..sweeps).for_each(|_| chain.sweep());
    chain.unseen
}
