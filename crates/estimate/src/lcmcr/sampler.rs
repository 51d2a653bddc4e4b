//! One chain of the latent-class model: Gibbs sampling with label moves.
//!
//! Model (Manrique-Vallier 2016, Biometrics 72): each person belongs to one of K classes with stick-
//! breaking weights, lists are independent within a class, and N has the prior 1/N. A plain Gibbs
//! sampler gets stuck when a small class sits on a large stick; the two label moves of Papaspiliopoulos
//! and Roberts (2008, Biometrika 95) let classes change places.

use crate::counts::Counts;
use crate::options::LcmcrOptions;
use crate::rng::Rng;

/// Histories with at most this many people are spread one by one, larger ones by binomials.
const ONE_BY_ONE: f64 = 24.0;

/// A distinct history: how many people, and on which lists.
#[derive(Debug)]
struct History {
    people: f64,
    lists: Vec<u8>,
}

/// The data and settings all chains share.
#[derive(Debug)]
pub(crate) struct Problem {
    lists: usize,
    classes: usize,
    observed: f64,
    histories: Vec<History>,
    rates: Vec<f64>,
    alpha_prior: (f64, f64),
    listing_prior: (f64, f64),
    cap: f64,
}

impl Problem {
    pub(crate) fn new(counts: &Counts, classes: usize, options: &LcmcrOptions) -> Problem {
        let observed = counts.observed() as f64;
        let history = |(cell, people): (u64, u64)| History {
            people: people as f64,
            lists: (0..counts.lists() as u8).filter(|j| cell >> j & 1 == 1).collect(),
        };
        Problem {
            lists: counts.lists(),
            classes,
            observed,
            histories: counts.cells().map(history).collect(),
            rates: (0..counts.lists()).map(|j| counts.size(j) as f64 / observed).collect(),
            alpha_prior: options.alpha_prior,
            listing_prior: options.listing_prior,
            cap: options.cap.map_or(f64::INFINITY, |cap| cap * observed),
        }
    }
}

/// Where a chain begins; chains differ so that agreement between them means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Start {
    /// All classes at the lists' own rates, few classes at first, as R's package warms up.
    Few,
    /// Random rates and even classes.
    Scattered,
}

/// A chain's state.
#[derive(Debug)]
pub(crate) struct Chain<'a> {
    problem: &'a Problem,
    rng: Rng,
    /// λ/(1−λ), list by list, all classes of a list together.
    odds: Vec<f64>,
    /// Π(1−λ) per class.
    miss: Vec<f64>,
    weight: Vec<f64>,
    log_v: Vec<f64>,
    log_rest: Vec<f64>,
    alpha: f64,
    /// People per class, seen and unseen.
    members: Vec<f64>,
    unseen_members: Vec<f64>,
    /// Listings per list and class.
    listed: Vec<f64>,
    base: Vec<f64>,
    scratch: Vec<f64>,
    drawn: Vec<f64>,
    /// The current number unseen.
    pub unseen: f64,
    fixed_alpha: bool,
}

impl<'a> Chain<'a> {
    pub(crate) fn new(problem: &'a Problem, start: Start, seed: u64, stream: u64) -> Chain<'a> {
        let (k, j) = (problem.classes, problem.lists);
        let mut chain = Chain {
            problem,
            rng: Rng::new(seed, 0x1C3C_0000 + stream),
            odds: vec![0.0; k * j],
            miss: vec![0.0; k],
            weight: vec![0.0; k],
            log_v: vec![0.0; k],
            log_rest: vec![0.0; k],
            alpha: if start == Start::Few { 0.3 / k as f64 } else { 1.0 },
            members: vec![0.0; k],
            unseen_members: vec![0.0; k],
            listed: vec![0.0; k * j],
            base: vec![0.0; k],
            scratch: vec![0.0; k],
            drawn: vec![0.0; k],
            unseen: 0.0,
            fixed_alpha: start == Start::Few,
        };
        for list in 0..j {
            for class in 0..k {
                let rate = match start {
                    Start::Few => problem.rates[list].clamp(1e-6, 1.0 - 1e-6),
                    Start::Scattered => chain.rng.uniform(),
                };
                chain.odds[list * k + class] = rate / (1.0 - rate);
            }
        }
        for class in 0..k {
            chain.miss[class] = (0..j).map(|list| 1.0 / (1.0 + chain.odds[list * k + class])).product();
            let share: f64 = 1.0 / (k - class) as f64;
            chain.log_v[class] = libm::log(share);
            chain.log_rest[class] = if class + 1 == k { f64::NEG_INFINITY } else { libm::log1p(-share) };
        }
        chain.reweigh();
        chain
    }

    /// Ends the warm-up at a fixed α and, as the package does, sorts classes by weight.
    pub(crate) fn release(&mut self) {
        if !self.fixed_alpha {
            return;
        }
        self.fixed_alpha = false;
        let k = self.problem.classes;
        for a in 0..k {
            let heaviest = (a..k).max_by(|&x, &y| self.members[x].total_cmp(&self.members[y]).then(y.cmp(&x)));
            if let Some(b) = heaviest.filter(|&b| b != a) {
                self.swap_contents(a, b);
            }
        }
    }

    /// One full sweep.
    pub(crate) fn sweep(&mut self) {
        self.place_seen();
        self.draw_rates();
        self.draw_sticks();
        self.label_moves();
        self.reweigh();
        self.draw_unseen();
        if !self.fixed_alpha {
            self.draw_alpha();
        }
    }

    /// Classes that hold anybody.
    pub(crate) fn occupied(&self) -> usize {
        self.members.iter().filter(|&&m| m > 0.0).count()
    }

    /// Class weights from the sticks.
    fn reweigh(&mut self) {
        let mut rest = 0.0;
        for class in 0..self.problem.classes {
            self.weight[class] = libm::exp(rest + self.log_v[class]);
            rest += self.log_rest[class];
            self.base[class] = self.weight[class] * self.miss[class];
        }
    }

    /// Step 1: everyone seen gets a class, given weights and rates.
    fn place_seen(&mut self) {
        let k = self.problem.classes;
        self.members.copy_from_slice(&self.unseen_members);
        self.listed.fill(0.0);
        let problem = self.problem;
        for history in &problem.histories {
            self.scratch.copy_from_slice(&self.base);
            for &list in &history.lists {
                let odds = &self.odds[list as usize * k..(list as usize + 1) * k];
                self.scratch.iter_mut().zip(odds).for_each(|(p, o)| *p *= o);
            }
            let mut total: f64 = self.scratch.iter().sum();
            if !(total > 1e-280 && total < f64::INFINITY) {
                total = self.rescale(history);
            }
            self.spread(history.people, total);
            for (member, drawn) in self.members.iter_mut().zip(&self.drawn) {
                *member += drawn;
            }
            for &list in &history.lists {
                let listed = &mut self.listed[list as usize * k..(list as usize + 1) * k];
                listed.iter_mut().zip(&self.drawn).for_each(|(l, d)| *l += d);
            }
        }
    }

    /// The same class weights through logarithms, for products that left a float's range.
    fn rescale(&mut self, history: &History) -> f64 {
        let k = self.problem.classes;
        let mut best = f64::NEG_INFINITY;
        for class in 0..k {
            let mut log = libm::log(self.weight[class].max(1e-300));
            for list in 0..self.problem.lists {
                log -= libm::log1p(self.odds[list * k + class]);
            }
            for &list in &history.lists {
                log += libm::log(self.odds[list as usize * k + class]);
            }
            self.scratch[class] = log;
            best = best.max(log);
        }
        self.scratch.iter_mut().for_each(|s| *s = libm::exp(*s - best));
        self.scratch.iter().sum()
    }

    /// A multinomial draw of `people` over classes with weights in `scratch` into `drawn`.
    fn spread(&mut self, people: f64, total: f64) {
        self.drawn.fill(0.0);
        let last = self.problem.classes - 1;
        if people <= ONE_BY_ONE {
            for _ in 0..people as usize {
                let mut u = self.rng.uniform() * total;
                let mut class = 0;
                while class < last && u >= self.scratch[class] {
                    u -= self.scratch[class];
                    class += 1;
                }
                self.drawn[class] += 1.0;
            }
            return;
        }
        let (mut left, mut share) = (people, total);
        for class in 0..last {
            let weight = self.scratch[class];
            let drawn = self.rng.binomial(left, (weight / share).min(1.0));
            self.drawn[class] = drawn;
            left -= drawn;
            share -= weight;
            if left <= 0.0 {
                return;
            }
            if share <= 0.0 {
                break;
            }
        }
        self.drawn[last] += left;
    }

    /// Step 2: each class's chance of being on each list.
    fn draw_rates(&mut self) {
        let k = self.problem.classes;
        let (a, b) = self.problem.listing_prior;
        let flat = a == 1.0 && b == 1.0;
        self.miss.fill(1.0);
        for list in 0..self.problem.lists {
            for class in 0..k {
                let at = list * k + class;
                let members = self.members[class];
                let odds = if members == 0.0 && flat {
                    let u = self.rng.uniform();
                    u / (1.0 - u)
                } else {
                    let on = self.beta_part(a + self.listed[at]);
                    let off = self.beta_part(b + members - self.listed[at]);
                    on / off
                };
                self.odds[at] = odds;
                self.miss[class] /= 1.0 + odds;
            }
        }
    }

    fn beta_part(&mut self, shape: f64) -> f64 {
        if shape >= 1.0 {
            self.rng.gamma(shape)
        } else {
            libm::exp(self.rng.ln_gamma_draw(shape)).max(1e-290)
        }
    }

    /// Step 3: the sticks. ln V and ln(1 − V) are kept as drawn: 1 − V can be 1e−30.
    fn draw_sticks(&mut self) {
        let k = self.problem.classes;
        let mut beyond: f64 = self.members.iter().sum();
        for class in 0..k - 1 {
            beyond -= self.members[class];
            let v = self.rng.ln_gamma_draw(1.0 + self.members[class]);
            let rest = self.rng.ln_gamma_draw(self.alpha + beyond.max(0.0));
            let top = v.max(rest);
            let both = top + libm::log1p(libm::exp(v.min(rest) - top));
            self.log_v[class] = v - both;
            self.log_rest[class] = rest - both;
        }
        self.log_v[k - 1] = 0.0;
    }

    fn label_moves(&mut self) {
        let k = self.problem.classes;
        if k < 2 {
            return;
        }
        // Any two classes change sticks.
        let (a, b) = (self.rng.below(k), self.rng.below(k));
        if a != b {
            let (low, high) = (a.min(b), a.max(b));
            // ln ν_low − ln ν_high.
            let mut gap = self.log_v[low] - self.log_v[high];
            gap -= self.log_rest[low..high].iter().sum::<f64>();
            if self.accept(gap * (self.members[high] - self.members[low])) {
                self.swap_contents(a, b);
            }
        }
        // Two neighbours change places with their sticks.
        if k > 2 {
            let j = self.rng.below(k - 2);
            let log = self.log_rest[j + 1] * self.members[j] - self.log_rest[j] * self.members[j + 1];
            if self.accept(log) {
                self.swap_contents(j, j + 1);
                self.log_v.swap(j, j + 1);
                self.log_rest.swap(j, j + 1);
            }
        }
    }

    fn accept(&mut self, log: f64) -> bool {
        log >= 0.0 || libm::log(self.rng.uniform()) < log
    }

    fn swap_contents(&mut self, a: usize, b: usize) {
        let k = self.problem.classes;
        self.members.swap(a, b);
        self.unseen_members.swap(a, b);
        self.miss.swap(a, b);
        for list in 0..self.problem.lists {
            self.odds.swap(list * k + a, list * k + b);
        }
    }

    /// Steps 4 and 5: how many were never seen, and their classes.
    fn draw_unseen(&mut self) {
        let missed: f64 = self.base.iter().sum();
        let missed = missed.clamp(1e-300, 1.0 - 1e-12);
        loop {
            let rate = self.rng.gamma(self.problem.observed) * missed / (1.0 - missed);
            let unseen = self.rng.poisson(rate);
            if unseen <= self.problem.cap {
                self.unseen = unseen;
                break;
            }
        }
        self.scratch.copy_from_slice(&self.base);
        self.spread(self.unseen, self.base.iter().sum());
        self.unseen_members.copy_from_slice(&self.drawn);
    }

    /// Step 6: the stick-breaking weight.
    fn draw_alpha(&mut self) {
        let k = self.problem.classes;
        let (shape, rate) = self.problem.alpha_prior;
        let log_last: f64 = self.log_rest[..k - 1].iter().sum();
        self.alpha = self.rng.gamma(shape + k as f64 - 1.0) / (rate - log_last);
        self.alpha = self.alpha.max(1e-12);
    }
}
