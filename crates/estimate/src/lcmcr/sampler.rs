//! One chain of the latent-class model: Gibbs sampling with label moves.
//!
//! Model (Manrique-Vallier 2016, Biometrics 72): each person belongs to one of K classes with stick-
//! breaking weights, lists are independent within a class, and N has the prior 1/N. A plain Gibbs
//! sampler gets stuck when a small class sits on a large stick; label moves in the manner of
//! Papaspiliopoulos and Roberts (2008, Biometrika 95) let classes change places, and a move along
//! visibility lets a class be many people seldom seen instead of few often seen.

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
    /// Class weights per history, all classes of a history together.
    products: Vec<f64>,
    proposed: Vec<f64>,
    stretch: Vec<f64>,
}

/// ln(e^a + e^b).
fn log_add(a: f64, b: f64) -> f64 {
    let top = a.max(b);
    top + libm::log1p(libm::exp(a.min(b) - top))
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
            products: vec![0.0; k * problem.histories.len()],
            proposed: vec![0.0; j],
            stretch: vec![0.0; k],
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
        chain.weigh_histories();
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
            let heaviest =
                (a..k).max_by(|&x, &y| self.members[x].total_cmp(&self.members[y]).then(y.cmp(&x)));
            if let Some(b) = heaviest.filter(|&b| b != a) {
                self.swap_contents(a, b);
            }
        }
        self.reweigh();
        self.weigh_histories();
    }

    /// One full sweep.
    pub(crate) fn sweep(&mut self) {
        self.place_seen();
        self.draw_rates();
        self.draw_sticks();
        self.label_moves();
        self.weigh_histories();
        if self.problem.cap == f64::INFINITY {
            self.visibility_move();
        }
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
        for (h, history) in problem.histories.iter().enumerate() {
            self.scratch.copy_from_slice(&self.products[h * k..(h + 1) * k]);
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

    /// Each history's class weights, given the current rates and sticks.
    fn weigh_histories(&mut self) {
        let k = self.problem.classes;
        for (history, product) in self.problem.histories.iter().zip(self.products.chunks_exact_mut(k)) {
            product.copy_from_slice(&self.base);
            for &list in &history.lists {
                let odds = &self.odds[list as usize * k..(list as usize + 1) * k];
                product.iter_mut().zip(odds).for_each(|(p, o)| *p *= o);
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
        let (mut left, mut share, mut from) = (people, total, 0);
        while left > ONE_BY_ONE && from < last && share > 0.0 {
            let weight = self.scratch[from];
            let drawn = self.rng.binomial(left, (weight / share).min(1.0));
            self.drawn[from] = drawn;
            left -= drawn;
            share -= weight;
            from += 1;
        }
        if left > ONE_BY_ONE || share <= 0.0 {
            self.drawn[last] += left;
            return;
        }
        for _ in 0..left as usize {
            let mut u = self.rng.uniform() * share;
            let mut class = from;
            while class < last && u >= self.scratch[class] {
                u -= self.scratch[class];
                class += 1;
            }
            self.drawn[class] += 1.0;
        }
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
            let both = log_add(v, rest);
            self.log_v[class] = v - both;
            self.log_rest[class] = rest - both;
        }
        self.log_v[k - 1] = 0.0;
    }

    fn label_moves(&mut self) {
        let k = self.problem.classes;
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
        self.reweigh();
        self.trade_places();
    }

    /// Two classes change places and take their weights along: nothing about the data changes, so only
    /// the sticks' prior decides. This frees a heavy class from a late stick, the last one included.
    fn trade_places(&mut self) {
        let k = self.problem.classes;
        let (a, b) = (self.rng.below(k), self.rng.below(k));
        let (low, high) = (a.min(b), a.max(b));
        if low == high || self.weight[low] < 1e-250 || self.weight[high] < 1e-250 {
            return;
        }
        // The stick left at each place between them, before and after, from the later one backwards.
        let beyond: f64 = self.weight[high + 1..].iter().sum();
        let (mut old, mut new) = (beyond + self.weight[high], beyond + self.weight[low]);
        let mut product = 1.0;
        for at in (low + 1..=high).rev() {
            if at < high {
                old += self.weight[at];
                new += self.weight[at];
            }
            self.stretch[at] = new / old;
            if at < k - 1 {
                product *= self.stretch[at];
            }
        }
        let mut log = -libm::log(product);
        if high == k - 1 {
            log += (self.alpha - 1.0) * (libm::log(self.weight[low]) - libm::log(self.weight[high]));
        }
        if !self.accept(log) {
            return;
        }
        let gap = libm::log(self.weight[high]) - libm::log(self.weight[low]);
        let mut here = 0.0;
        for at in low..=high.min(k - 2) {
            let next = if at < high { libm::log(self.stretch[at + 1]) } else { 0.0 };
            let moved = if at == low {
                gap
            } else if at == high {
                -gap
            } else {
                0.0
            };
            self.log_v[at] += moved - here;
            self.log_rest[at] += next - here;
            here = next;
        }
        self.swap_contents(low, high);
        self.reweigh();
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

    /// Makes one class harder or easier to see and as much larger or smaller, so that what it shows
    /// stays the same. The number unseen moves far along this direction, and Gibbs steps hardly move
    /// along it at all. Everyone's class and the unseen are summed out, and are drawn afresh after it.
    fn visibility_move(&mut self) {
        let (k, problem) = (self.problem.classes, self.problem);
        let class = self.rng.below(k);
        let scale = [0.15, 0.5, 1.5][self.rng.below(3)];
        let step = scale * self.rng.normal();
        let factor = libm::exp(step);
        let (mut miss, mut log_jacobian) = (1.0, 0.0);
        let (a, b) = problem.listing_prior;
        for list in 0..problem.lists {
            let old = self.odds[list * k + class];
            let new = old * factor;
            miss /= 1.0 + new;
            self.proposed[list] = new;
            // λ'(1−λ')/λ(1−λ) times the ratio of Beta densities.
            log_jacobian += a * step;
        }
        if !(miss > 1e-250 && self.miss[class] > 1e-250 && self.weight[class] > 1e-250) {
            return;
        }
        log_jacobian += (a + b) * (libm::log(miss) - libm::log(self.miss[class]));
        let seen_ratio = (1.0 - self.miss[class]) / (1.0 - miss);
        if !(seen_ratio > 1e-12 && seen_ratio < 1e12) {
            return;
        }
        let norm = 1.0 + self.weight[class] * (seen_ratio - 1.0);
        let log_norm = libm::log(norm);
        let log_ratio = libm::log(seen_ratio);
        let mut log_accept = log_jacobian + log_ratio - k as f64 * log_norm;
        log_accept += self.propose_sticks(class, seen_ratio, norm, log_norm);
        if !log_accept.is_finite() {
            return;
        }
        // What is seen of the class keeps its total share, so only its pattern matters.
        let scaled = seen_ratio / norm;
        let missed: f64 = self.base.iter().sum();
        let new_base = self.weight[class] * scaled * miss;
        let new_missed = (missed - self.base[class]) / norm + new_base;
        log_accept -= problem.observed * (libm::log1p(-new_missed) - libm::log1p(-missed));
        // Most histories hold one person: their ratios are multiplied before one logarithm is taken.
        let mut ratio_of_ones = 1.0;
        for (history, product) in problem.histories.iter().zip(self.products.chunks_exact(k)) {
            let new = history.lists.iter().fold(new_base, |new, &list| new * self.proposed[list as usize]);
            let total: f64 = product.iter().sum();
            let ratio = ((total - product[class]).max(0.0) / norm + new) / total;
            if history.people == 1.0 && ratio_of_ones > 1e-200 && ratio_of_ones < 1e200 {
                ratio_of_ones *= ratio;
            } else {
                log_accept += history.people * libm::log(ratio);
            }
        }
        log_accept += libm::log(ratio_of_ones);
        if self.accept(log_accept) {
            for list in 0..problem.lists {
                self.odds[list * k + class] = self.proposed[list];
            }
            self.miss[class] = miss;
            self.take_sticks(class, log_ratio, log_norm);
            self.reweigh();
            self.weigh_histories();
        }
    }

    /// How the length of stick left before each break changes when one class's weight is multiplied by
    /// `ratio` and all are divided by `norm`; the log ratio of the sticks' prior densities over weights.
    fn propose_sticks(&mut self, class: usize, ratio: f64, norm: f64, log_norm: f64) -> f64 {
        let k = self.problem.classes;
        // Beyond the class everything only shrinks together; up to it the class's share matters.
        let beyond: f64 = self.weight[class + 1..].iter().sum();
        let mut left = beyond;
        let mut product = 1.0;
        for at in (0..=class).rev() {
            left += self.weight[at];
            self.stretch[at] = (1.0 + (ratio - 1.0) * self.weight[class] / left) / norm;
            if at > 0 && at < k - 1 {
                product *= self.stretch[at];
            }
        }
        let last = if class == k - 1 { libm::log(self.stretch[class]) } else { -log_norm };
        let shrunk = (k - 1).saturating_sub(class + 1) as f64;
        (self.alpha - 1.0) * last - libm::log(product) + shrunk * log_norm
    }

    /// Takes over the sticks proposed last.
    fn take_sticks(&mut self, class: usize, log_ratio: f64, log_norm: f64) {
        let last = self.problem.classes - 1;
        let mut here = libm::log(self.stretch[0]);
        for at in 0..=class.min(last - 1) {
            let next = if at < class { libm::log(self.stretch[at + 1]) } else { -log_norm };
            self.log_v[at] += if at == class { log_ratio } else { 0.0 } - log_norm - here;
            self.log_rest[at] += next - here;
            here = next;
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
