//! All decomposable graphs on a few lists, with their cliques and separators.

/// A decomposable graph; sets of lists as bit sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Graph {
    cliques: [u8; MOST_LISTS],
    separators: [u8; MOST_LISTS],
    clique_count: u8,
    separator_count: u8,
}

/// On eight lists there are 2^28 graphs to test.
pub(crate) const MOST_LISTS: usize = 7;

impl Graph {
    pub(crate) fn cliques(&self) -> &[u8] {
        &self.cliques[..self.clique_count as usize]
    }

    /// The separators that are not empty.
    pub(crate) fn separators(&self) -> &[u8] {
        &self.separators[..self.separator_count as usize]
    }

    /// Whether all lists are tied to each other: the model that fits anything and tells nothing.
    pub(crate) fn complete(&self) -> bool {
        self.clique_count == 1
    }

    /// Cliques such as `123|134`.
    pub(crate) fn name(&self, lists: usize) -> String {
        let clique =
            |c: &u8| (0..lists).filter(|j| c >> j & 1 == 1).map(|j| (j + 1).to_string()).collect::<String>();
        let mut names: Vec<String> = self.cliques().iter().map(clique).collect();
        names.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
        names.join("|")
    }
}

/// Every decomposable graph on `lists` lists: 2, 8, 61, 822, 18 154, 617 675 for 2 to 7.
pub(crate) fn decomposable(lists: usize) -> Vec<Graph> {
    let pairs: Vec<(usize, usize)> = (0..lists).flat_map(|a| (a + 1..lists).map(move |b| (a, b))).collect();
    let mut graphs = Vec::new();
    for edges in 0_u32..1 << pairs.len() {
        let mut neighbours = [0_u8; MOST_LISTS];
        for (i, &(a, b)) in pairs.iter().enumerate() {
            if edges >> i & 1 == 1 {
                neighbours[a] |= 1 << b;
                neighbours[b] |= 1 << a;
            }
        }
        if let Some(graph) = eliminate(&neighbours, lists) {
            graphs.push(graph);
        }
    }
    graphs
}

/// Removes simplicial vertices until none is left; a graph that gets stuck is not decomposable.
fn eliminate(neighbours: &[u8; MOST_LISTS], lists: usize) -> Option<Graph> {
    let mut left: u8 = ((1_u16 << lists) - 1) as u8;
    let mut cliques = [0_u8; MOST_LISTS];
    let mut count = 0;
    while left != 0 {
        let simplicial = (0..lists).find(|&v| {
            left >> v & 1 == 1 && {
                let around = neighbours[v] & left;
                (0..lists).filter(|u| around >> u & 1 == 1).all(|u| around & !(neighbours[u] | 1 << u) == 0)
            }
        })?;
        let clique = neighbours[simplicial] & left | 1 << simplicial;
        left &= !(1 << simplicial);
        if !cliques[..count].iter().any(|c| c & clique == clique) {
            cliques[count] = clique;
            count += 1;
        }
    }
    Some(separate(cliques, count))
}

/// Separators: the overlaps along a maximum-weight spanning tree of the cliques (Prim).
fn separate(cliques: [u8; MOST_LISTS], count: usize) -> Graph {
    let mut graph =
        Graph { cliques, separators: [0; MOST_LISTS], clique_count: count as u8, separator_count: 0 };
    let mut joined = 1_u8;
    for _ in 1..count {
        let mut best = (0, 0, 0_u8);
        for to in (0..count).filter(|to| joined >> to & 1 == 0) {
            for from in (0..count).filter(|from| joined >> from & 1 == 1) {
                let overlap = cliques[to] & cliques[from];
                if best.1 == 0 || overlap.count_ones() > best.2.count_ones() {
                    best = (to, 1, overlap);
                }
            }
        }
        joined |= 1 << best.0;
        if best.2 != 0 {
            graph.separators[graph.separator_count as usize] = best.2;
            graph.separator_count += 1;
        }
    }
    graph
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_match_the_literature() {
        for (lists, count) in [(2, 2), (3, 8), (4, 61), (5, 822), (6, 18154)] {
            assert_eq!(decomposable(lists).len(), count, "{lists} lists");
        }
    }

    #[test]
    fn cliques_and_separators_cover_each_list_once() {
        for graph in decomposable(5) {
            for j in 0..5 {
                let with = |sets: &[u8]| sets.iter().filter(|s| *s >> j & 1 == 1).count();
                assert_eq!(with(graph.cliques()), with(graph.separators()) + 1, "{}", graph.name(5));
            }
        }
    }
}
