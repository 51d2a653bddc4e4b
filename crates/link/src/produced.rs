//! Which passes produce a pair: read off its equal columns eight at a time, without asking the passes one by one.

use crate::pairs::Mask;

/// Passes as bits.
type Set = u64;
const LOT: usize = Set::BITS as usize;

/// For every lot of passes and every eight columns: by which of the eight are equal, the passes that ask for no other
/// of them.
#[derive(Default)]
pub(crate) struct Produced {
    lots: Vec<[[Set; 256]; 4]>,
}

impl Produced {
    pub fn new(masks: &[Mask]) -> Self {
        let lot = |masks: &[Mask]| {
            let mut by_eight = [[0; 256]; 4];
            for (k, by_equal) in by_eight.iter_mut().enumerate() {
                for (equal, set) in by_equal.iter_mut().enumerate() {
                    let asks_no_other = |m: &Mask| (m >> (8 * k)) & 255 & !(equal as u32) == 0;
                    *set = masks.iter().enumerate().fold(0, |s, (p, m)| s | Set::from(asks_no_other(m)) << p);
                }
            }
            by_eight
        };
        Self { lots: masks.chunks(LOT).map(lot).collect() }
    }

    /// Whether `is` says so of a pass before `pass` that produces a pair of `same` columns, of the first `W`.
    #[inline]
    pub fn any_before<const W: usize>(&self, pass: usize, same: u32, is: impl Fn(usize) -> bool) -> bool {
        for (k, by_eight) in self.lots.iter().enumerate().take(pass / LOT + 1) {
            let sets = (0..W.div_ceil(8)).map(|e| by_eight[e][(same >> (8 * e)) as usize & 255]);
            let mut set = sets.fold(Set::MAX, |all, s| all & s);
            if k == pass / LOT {
                set &= (1 << (pass % LOT)) - 1;
            }
            while set != 0 {
                if is(k * LOT + set.trailing_zeros() as usize) {
                    return true;
                }
                set &= set - 1;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_what_asking_each_finds(masks in proptest::collection::vec(0u32..1 << 20, 1..150), same in 0u32..1 << 20, at in 0usize..150) {
            let pass = at % masks.len();
            // Masks of few columns, so that some are found.
            let masks: Vec<u32> = masks.iter().map(|m| m & m >> 3 & m >> 7 & 0xF_FFFF).collect();
            let odd = |p: usize| p % 2 == 1;
            let found = Produced::new(&masks);
            for is in [&(|_: usize| true) as &dyn Fn(usize) -> bool, &odd] {
                let asked = (0..pass).any(|p| same & masks[p] == masks[p] && is(p));
                prop_assert_eq!(found.any_before::<20>(pass, same, is), asked);
            }
        }
    }
}
