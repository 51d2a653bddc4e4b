//! Random draws that are the same on every machine: xoshiro256++ (Blackman and Vigna 2021), seeded by
//! SplitMix64, and exact samplers built on it. One generator per chain or replicate, named by
//! (seed, stream), so results never depend on how many threads ran them.

use crate::special::stirling_tail;

/// Layers of the ziggurat for the normal distribution (Marsaglia and Tsang 2000).
const LAYERS: usize = 256;
const ZIGGURAT_TAIL: f64 = 3.654_152_885_361_009;
const ZIGGURAT_AREA: f64 = 0.004_928_673_233_974_655;

/// A seeded source of draws.
#[derive(Debug, Clone)]
pub(crate) struct Rng {
    state: [u64; 4],
    edge: Box<[f64; LAYERS + 1]>,
    height: Box<[f64; LAYERS + 1]>,
}

impl Rng {
    /// The generator of one stream under a seed.
    pub(crate) fn new(seed: u64, stream: u64) -> Rng {
        let mut mix = seed ^ stream.wrapping_mul(0xA076_1D64_78BD_642F).rotate_left(32);
        let mut next = || {
            mix = mix.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut z = mix;
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            z ^ (z >> 31)
        };
        let state = [next(), next(), next(), next()];
        let density = |x: f64| libm::exp(-0.5 * x * x);
        let (mut edge, mut height) = (Box::new([0.0; LAYERS + 1]), Box::new([0.0; LAYERS + 1]));
        edge[0] = ZIGGURAT_AREA / density(ZIGGURAT_TAIL);
        edge[1] = ZIGGURAT_TAIL;
        for i in 2..LAYERS {
            edge[i] = libm::sqrt(-2.0 * libm::log(ZIGGURAT_AREA / edge[i - 1] + density(edge[i - 1])));
        }
        edge[LAYERS] = 0.0;
        for i in 0..=LAYERS {
            height[i] = density(edge[i]);
        }
        Rng { state, edge, height }
    }

    #[inline]
    pub(crate) fn bits(&mut self) -> u64 {
        let s = &mut self.state;
        let result = s[0].wrapping_add(s[3]).rotate_left(23).wrapping_add(s[0]);
        let t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = s[3].rotate_left(45);
        result
    }

    /// Uniform on the open interval (0, 1).
    #[inline]
    pub(crate) fn uniform(&mut self) -> f64 {
        ((self.bits() >> 12) as f64 + 0.5) * (1.0 / 4_503_599_627_370_496.0)
    }

    /// A whole number below `n`, without modulo bias worth the name (n is small).
    pub(crate) fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.bits()) * n as u128) >> 64) as usize
    }

    /// Standard normal.
    #[inline]
    pub(crate) fn normal(&mut self) -> f64 {
        loop {
            let bits = self.bits();
            let layer = (bits & 0xFF) as usize;
            let u = ((bits >> 11) as f64) * (2.0 / 9_007_199_254_740_992.0) - 1.0;
            let x = u * self.edge[layer];
            if x.abs() < self.edge[layer + 1] {
                return x;
            }
            if layer == 0 {
                // The tail beyond the last edge.
                loop {
                    let a = -libm::log(self.uniform()) / ZIGGURAT_TAIL;
                    let b = -libm::log(self.uniform());
                    if 2.0 * b > a * a {
                        return if u < 0.0 { -ZIGGURAT_TAIL - a } else { ZIGGURAT_TAIL + a };
                    }
                }
            }
            let y = self.height[layer] + self.uniform() * (self.height[layer + 1] - self.height[layer]);
            if y < libm::exp(-0.5 * x * x) {
                return x;
            }
        }
    }

    /// Gamma(shape, 1) for shape ≥ 1 (Marsaglia and Tsang 2000).
    #[inline]
    pub(crate) fn gamma(&mut self, shape: f64) -> f64 {
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / libm::sqrt(9.0 * d);
        loop {
            let x = self.normal();
            let t = 1.0 + c * x;
            if t <= 0.0 {
                continue;
            }
            let v = t * t * t;
            let u = self.uniform();
            let square = x * x;
            if u < 1.0 - 0.0331 * square * square
                || libm::log(u) < 0.5 * square + d * (1.0 - v + libm::log(v))
            {
                return d * v;
            }
        }
    }

    /// ln of a Gamma(shape, 1) draw; any shape > 0, without underflow for tiny ones.
    pub(crate) fn ln_gamma_draw(&mut self, shape: f64) -> f64 {
        if shape >= 1.0 {
            libm::log(self.gamma(shape))
        } else {
            libm::log(self.gamma(shape + 1.0)) + libm::log(self.uniform()) / shape
        }
    }

    /// Poisson(mean): products of uniforms below 10, Hörmann's PTRS (1993) above; rounded normal where
    /// a float no longer resolves single counts.
    pub(crate) fn poisson(&mut self, mean: f64) -> f64 {
        if mean < 10.0 {
            let limit = libm::exp(-mean);
            let (mut k, mut product) = (0.0, self.uniform());
            while product > limit {
                k += 1.0;
                product *= self.uniform();
            }
            return k;
        }
        if mean > 1e14 {
            return (mean + libm::sqrt(mean) * self.normal()).floor();
        }
        let root = libm::sqrt(mean);
        let b = 0.931 + 2.53 * root;
        let a = -0.059 + 0.02483 * b;
        let inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
        let v_r = 0.9277 - 3.6224 / (b - 2.0);
        loop {
            let u = self.uniform() - 0.5;
            let v = self.uniform();
            let us = 0.5 - u.abs();
            let k = ((2.0 * a / us + b) * u + mean + 0.43).floor();
            if us >= 0.07 && v <= v_r {
                return k;
            }
            if k < 0.0 || (us < 0.013 && v > us) {
                continue;
            }
            let accept = k * libm::log(mean) - mean - crate::special::ln_factorial(k);
            if libm::log(v * inverse_alpha / (a / (us * us) + b)) <= accept {
                return k;
            }
        }
    }

    /// Binomial(n, p): inversion where n·min(p, 1-p) < 10, Hörmann's BTRS (1993) above.
    #[inline]
    pub(crate) fn binomial(&mut self, n: f64, p: f64) -> f64 {
        if n <= 0.0 || p <= 0.0 {
            return 0.0;
        }
        if p >= 1.0 {
            return n;
        }
        if p > 0.5 {
            return n - self.binomial_half(n, 1.0 - p);
        }
        self.binomial_half(n, p)
    }

    fn binomial_half(&mut self, n: f64, p: f64) -> f64 {
        let q = 1.0 - p;
        if n * p < 10.0 {
            let first = self.uniform();
            // (1 − p)^n ≥ 1 − n p: most draws from rare classes end here.
            if first <= 1.0 - n * p {
                return 0.0;
            }
            let odds = p / q;
            let start = libm::exp(n * libm::log1p(-p));
            let mut given = Some(first);
            'again: loop {
                let (mut term, mut u, mut k) = (start, given.take().unwrap_or_else(|| self.uniform()), 0.0);
                while u > term {
                    u -= term;
                    k += 1.0;
                    // Only rounding can lead this far out; draw again rather than invent a value.
                    if k > n || k > 200.0 {
                        continue 'again;
                    }
                    term *= odds * (n + 1.0 - k) / k;
                }
                return k;
            }
        }
        let spq = libm::sqrt(n * p * q);
        let b = 1.15 + 2.53 * spq;
        let a = -0.0873 + 0.0248 * b + 0.01 * p;
        let c = n * p + 0.5;
        let v_r = 0.92 - 4.2 / b;
        loop {
            let u = self.uniform() - 0.5;
            let v = self.uniform();
            let us = 0.5 - u.abs();
            let k = ((2.0 * a / us + b) * u + c).floor();
            if k < 0.0 || k > n {
                continue;
            }
            if us >= 0.07 && v <= v_r {
                return k;
            }
            let alpha = (2.83 + 5.1 / b) * spq;
            let mode = ((n + 1.0) * p).floor();
            let v = libm::log(v * alpha / (a / (us * us) + b));
            let upper = (mode + 0.5) * libm::log((mode + 1.0) * q / (p * (n - mode + 1.0)))
                + correction(mode)
                + correction(n - mode);
            let bound = upper
                + (n + 1.0) * libm::log((n - mode + 1.0) / (n - k + 1.0))
                + (k + 0.5) * libm::log((n - k + 1.0) * p / ((k + 1.0) * q))
                - correction(k)
                - correction(n - k);
            if v <= bound {
                return k;
            }
        }
    }
}

/// Stirling's remainder of ln k!, written in k + 1.
fn correction(k: f64) -> f64 {
    let x = k + 1.0;
    if x >= 10.0 {
        return stirling_tail(x);
    }
    crate::special::ln_gamma(x) - ((x - 0.5) * libm::log(x) - x + 0.918_938_533_204_672_8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moments(mut draw: impl FnMut() -> f64) -> (f64, f64) {
        let n = 200_000;
        let (mut sum, mut square) = (0.0, 0.0);
        for _ in 0..n {
            let x = draw();
            sum += x;
            square += x * x;
        }
        let mean = sum / f64::from(n);
        (mean, square / f64::from(n) - mean * mean)
    }

    fn close(got: (f64, f64), mean: f64, variance: f64) {
        let error = 5.0 * libm::sqrt(variance / 200_000.0);
        assert!((got.0 - mean).abs() < error, "mean {} not {mean}", got.0);
        assert!((got.1 / variance - 1.0).abs() < 0.05, "variance {} not {variance}", got.1);
    }

    #[test]
    fn moments_match() {
        let mut rng = Rng::new(7, 1);
        close(moments(|| rng.normal()), 0.0, 1.0);
        for shape in [1.0, 2.5, 400.0] {
            close(moments(|| rng.gamma(shape)), shape, shape);
        }
        for mean in [0.3, 8.0, 11.0, 900.0] {
            close(moments(|| rng.poisson(mean)), mean, mean);
        }
        for (n, p) in [(5.0, 0.3), (1000.0, 0.004), (40.0, 0.5), (400.0, 0.9), (1e6, 0.2), (25.0, 0.45)] {
            close(moments(|| rng.binomial(n, p)), n * p, n * p * (1.0 - p));
        }
        let exact = libm::tgamma(1.3);
        let mean = moments(|| libm::exp(rng.ln_gamma_draw(0.3))).0;
        assert!((mean - 0.3).abs() < 0.01 && exact > 0.0);
    }

    /// The binomial sampler's rejection branch against exact probabilities.
    #[test]
    fn binomial_frequencies() {
        let mut rng = Rng::new(3, 0);
        let (n, p, draws) = (60.0, 0.35, 400_000);
        let mut seen = [0.0; 61];
        for _ in 0..draws {
            seen[rng.binomial(n, p) as usize] += 1.0;
        }
        let (mut chi, mut cells) = (0.0, 0.0);
        for (k, &count) in seen.iter().enumerate() {
            let k = k as f64;
            let ln = crate::special::ln_factorial(n)
                - crate::special::ln_factorial(k)
                - crate::special::ln_factorial(n - k)
                + k * libm::log(p)
                + (n - k) * libm::log(1.0 - p);
            let expected = libm::exp(ln) * f64::from(draws);
            if expected > 20.0 {
                chi += (count - expected) * (count - expected) / expected;
                cells += 1.0;
            }
        }
        assert!(chi < cells + 5.0 * libm::sqrt(2.0 * cells), "chi square {chi} on {cells} cells");
    }
}
