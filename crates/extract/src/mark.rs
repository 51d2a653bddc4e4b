//! Claims laid back over their text, for display: stretches that may lie in several quotes at once.

use std::ops::Range;

/// A stretch of text that lies in the same quotes from end to end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where it lies, in Unicode scalar values.
    pub at: Range<usize>,
    /// Which spans cover it, by index, the longest first; empty for text that no span covers.
    pub covers: Vec<usize>,
    /// Which spans end with it, by index, ascending.
    pub ends: Vec<usize>,
}

/// Cuts `0..length` wherever one of `spans` begins or ends. Spans may overlap, nest and touch; what lies outside the
/// text is cut off, and an empty span marks nothing.
#[must_use]
pub fn stretches(length: usize, spans: &[Range<usize>]) -> Vec<Stretch> {
    let clipped: Vec<Range<usize>> = spans.iter().map(|s| s.start.min(length)..s.end.min(length)).collect();
    let mut cuts: Vec<usize> =
        clipped.iter().filter(|s| !s.is_empty()).flat_map(|s| [s.start, s.end]).collect();
    cuts.extend([0, length]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut starting: Vec<usize> = (0..clipped.len()).filter(|i| !clipped[*i].is_empty()).collect();
    starting.sort_by_key(|i| (clipped[*i].start, *i));
    let mut starting = starting.into_iter().peekable();
    let mut open: Vec<usize> = Vec::new();
    let mut out = Vec::with_capacity(cuts.len());
    for pair in cuts.windows(2) {
        let at = pair[0]..pair[1];
        while let Some(i) = starting.next_if(|i| clipped[*i].start <= at.start) {
            open.push(i);
        }
        let mut covers = open.clone();
        covers.sort_by_key(|i| (std::cmp::Reverse(clipped[*i].len()), *i));
        let mut ends: Vec<usize> = open.iter().copied().filter(|i| clipped[*i].end == at.end).collect();
        ends.sort_unstable();
        open.retain(|i| clipped[*i].end > at.end);
        out.push(Stretch { at, covers, ends });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_nested_and_touching_spans() {
        let got = stretches(10, &[2..6, 4..8, 4..6, 8..9]);
        let shown: Vec<(usize, usize, Vec<usize>, Vec<usize>)> =
            got.into_iter().map(|s| (s.at.start, s.at.end, s.covers, s.ends)).collect();
        let want = vec![
            (0, 2, vec![], vec![]),
            (2, 4, vec![0], vec![]),
            (4, 6, vec![0, 1, 2], vec![0, 2]),
            (6, 8, vec![1], vec![1]),
            (8, 9, vec![3], vec![3]),
            (9, 10, vec![], vec![]),
        ];
        assert_eq!(shown, want);
    }

    #[test]
    fn the_stretches_are_the_text_whatever_the_spans() {
        for (length, spans) in [(0, vec![0..0, 3..9]), (5, vec![0..5, 5..9, 3..3]), (3, vec![])] {
            let got = stretches(length, &spans);
            let mut at = 0;
            for s in &got {
                assert_eq!(s.at.start, at);
                at = s.at.end;
            }
            assert_eq!(at, length);
        }
    }
}
