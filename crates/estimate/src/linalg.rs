//! The little linear algebra needed: Cholesky with aliased columns dropped, and null spaces.

/// A symmetric positive semi-definite matrix factored as L Lᵀ, columns that add nothing left out.
#[derive(Debug, Default)]
pub(crate) struct Cholesky {
    size: usize,
    lower: Vec<f64>,
    /// Whether column k carries information beyond the columns before it.
    pub kept: Vec<bool>,
}

impl Cholesky {
    /// Factors the lower triangle of `a` (row-major, `size` × `size`), reusing memory.
    pub(crate) fn factor(&mut self, a: &[f64], size: usize) {
        self.size = size;
        self.lower.clear();
        self.lower.extend_from_slice(&a[..size * size]);
        self.kept.clear();
        self.kept.resize(size, true);
        for k in 0..size {
            let (above, from_k) = self.lower.split_at_mut(k * size);
            let row_k = &mut from_k[..size];
            for j in 0..k {
                let row_j = &above[j * size..j * size + j + 1];
                let dot: f64 = row_j[..j].iter().zip(&row_k[..j]).map(|(a, b)| a * b).sum();
                row_k[j] = if self.kept[j] { (row_k[j] - dot) / row_j[j] } else { 0.0 };
            }
            let pivot = row_k[k] - row_k[..k].iter().map(|x| x * x).sum::<f64>();
            self.kept[k] = pivot > row_k[k].abs() * 1e-11 && pivot > 0.0;
            row_k[k] = if self.kept[k] { libm::sqrt(pivot) } else { 1.0 };
        }
    }

    /// Solves A x = b in place; aliased entries become 0.
    pub(crate) fn solve(&self, b: &mut [f64]) {
        self.forward(b);
        let n = self.size;
        for k in (0..n).rev() {
            let below: f64 = (k + 1..n).map(|i| self.lower[i * n + k] * b[i]).sum();
            b[k] = if self.kept[k] { (b[k] - below) / self.lower[k * n + k] } else { 0.0 };
        }
    }

    fn forward(&self, b: &mut [f64]) {
        let n = self.size;
        for k in 0..n {
            let row = &self.lower[k * n..k * n + k + 1];
            let dot: f64 = row[..k].iter().zip(b.iter()).map(|(a, b)| a * b).sum();
            b[k] = if self.kept[k] { (b[k] - dot) / row[k] } else { 0.0 };
        }
    }

    /// g′ A⁻¹ g.
    pub(crate) fn quadratic(&self, g: &[f64]) -> f64 {
        let mut half = g.to_vec();
        self.forward(&mut half);
        half.iter().map(|x| x * x).sum()
    }

    /// How many columns carry information.
    pub(crate) fn rank(&self) -> usize {
        self.kept.iter().filter(|&&k| k).count()
    }
}

/// A basis of {x : M x = 0}, by Gauss–Jordan elimination with partial pivoting. `rows` are M's rows.
pub(crate) fn null_space(mut rows: Vec<Vec<f64>>, columns: usize) -> Vec<Vec<f64>> {
    let mut pivots: Vec<Option<usize>> = vec![None; columns];
    let mut rank = 0;
    for (column, pivot) in pivots.iter_mut().enumerate() {
        let best =
            (rank..rows.len()).max_by(|&a, &b| rows[a][column].abs().total_cmp(&rows[b][column].abs()));
        let Some(best) = best.filter(|&b| rows[b][column].abs() > 1e-9) else {
            continue;
        };
        rows.swap(rank, best);
        let scale = rows[rank][column];
        rows[rank].iter_mut().for_each(|x| *x /= scale);
        let lead = rows[rank].clone();
        for (i, row) in rows.iter_mut().enumerate() {
            let factor = row[column];
            if i != rank && factor != 0.0 {
                row.iter_mut().zip(&lead).for_each(|(x, l)| *x -= factor * l);
            }
        }
        *pivot = Some(rank);
        rank += 1;
        if rank == rows.len() {
            break;
        }
    }
    let free = (0..columns).filter(|&c| pivots[c].is_none());
    free.map(|f| {
        (0..columns)
            .map(|c| match pivots[c] {
                Some(row) => -rows[row][f],
                None => f64::from(u8::from(c == f)),
            })
            .collect()
    })
    .collect()
}
