//! Numbers that look random and follow from a seed alone (SplitMix64).

pub(crate) struct Random(u64);

impl Random {
    /// The stream that belongs to one thing: the same seed, purpose and number give the same stream.
    pub(crate) fn of(seed: u64, purpose: u64, number: usize) -> Self {
        let mut it = Self(seed ^ purpose.wrapping_mul(0xA076_1D64_78BD_642F));
        let mixed = it.next() ^ (number as u64).wrapping_mul(0xE703_7ED1_A0B4_28DB);
        Self(mixed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ z >> 31
    }

    /// A number below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.next() >> 11) as usize % n.max(1)
    }

    /// True in `n` of a hundred.
    pub(crate) fn percent(&mut self, n: usize) -> bool {
        self.below(100) < n
    }

    pub(crate) fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}
