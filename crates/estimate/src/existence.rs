//! Does a log-linear model have a maximum at all, and only one?
//!
//! Fienberg and Rinaldo (2012, Annals of Statistics 40): the maximum exists exactly when the observed
//! margins lie inside the marginal cone. They test it with a linear program over all cells; here the
//! equivalent statement of Haberman is used, which needs a far smaller one: there is no maximum exactly
//! when some direction d leaves every occupied cell unchanged (x·d = 0) and moves empty cells only
//! downwards (x·d ≤ 0, not all 0). Such directions live in the null space of the occupied rows, which
//! most often is {0}.

use crate::linalg::null_space;

/// Whether the maximum exists and is unique, in the codes of Chan, Silverman and Vincent (2021).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Existence {
    /// No (extended) maximum: the fit runs off to infinity.
    pub missing: bool,
    /// More parameters than the occupied and empty cells can tell apart.
    pub unidentified: bool,
}

impl Existence {
    /// 0 sound, 1 no maximum, 2 not identifiable, 3 both.
    pub(crate) fn code(self) -> u8 {
        u8::from(self.missing) + 2 * u8::from(self.unidentified)
    }
}

/// Checks a design: `rows` of parameters' coefficients, each with whether anybody is in that cell.
pub(crate) fn check(rows: &[(Vec<f64>, bool)], columns: usize) -> Existence {
    let occupied = rows.iter().filter(|(_, full)| *full).map(|(row, _)| row.clone()).collect();
    let basis = null_space(occupied, columns);
    if basis.is_empty() {
        return Existence::default();
    }
    // The empty cells' movement along each free direction.
    let moves: Vec<Vec<f64>> = rows
        .iter()
        .filter(|(_, full)| !full)
        .map(|(row, _)| basis.iter().map(|v| v.iter().zip(row).map(|(a, b)| a * b).sum()).collect())
        .collect();
    Existence {
        missing: can_recede(&moves, basis.len()),
        unidentified: !null_space(moves, basis.len()).is_empty(),
    }
}

/// Is there c with M c ≤ 0 and M c ≠ 0? Maximises −Σ(Mc) over −1 ≤ Mc ≤ 0 by the simplex method with
/// Bland's rule; c = 0 is feasible, so no first phase is needed.
fn can_recede(moves: &[Vec<f64>], size: usize) -> bool {
    const SMALL: f64 = 1e-9;
    let (m, variables) = (2 * moves.len(), 2 * size);
    let width = variables + m + 1;
    let mut tableau = vec![vec![0.0; width]; m + 1];
    for (i, row) in moves.iter().enumerate() {
        for (k, &x) in row.iter().enumerate() {
            for (at, sign) in [(i, 1.0), (moves.len() + i, -1.0)] {
                tableau[at][k] = sign * x;
                tableau[at][size + k] = -sign * x;
            }
            tableau[m][k] += x;
            tableau[m][size + k] -= x;
        }
        tableau[moves.len() + i][width - 1] = 1.0;
    }
    for (i, row) in tableau.iter_mut().enumerate().take(m) {
        row[variables + i] = 1.0;
    }
    let mut basis: Vec<usize> = (variables..variables + m).collect();
    // The last row holds minus the gain of each variable; optimal when none is negative.
    while let Some(enter) = (0..width - 1).find(|&c| tableau[m][c] < -SMALL) {
        let ratio = |i: usize| tableau[i][width - 1] / tableau[i][enter];
        let leave = (0..m)
            .filter(|&i| tableau[i][enter] > SMALL)
            .min_by(|&a, &b| ratio(a).total_cmp(&ratio(b)).then(basis[a].cmp(&basis[b])));
        let Some(leave) = leave else {
            break;
        };
        let scale = tableau[leave][enter];
        tableau[leave].iter_mut().for_each(|x| *x /= scale);
        let lead = tableau[leave].clone();
        for (i, row) in tableau.iter_mut().enumerate() {
            let factor = row[enter];
            if i != leave && factor.abs() > 0.0 {
                row.iter_mut().zip(&lead).for_each(|(x, l)| *x -= factor * l);
            }
        }
        basis[leave] = enter;
        if tableau[m][width - 1] > 1e-6 {
            return true;
        }
    }
    tableau[m][width - 1] > 1e-6
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three lists, A and B overlap by 6, C touches nobody (Chan, Silverman and Vincent 2021, Table 2).
    fn design(terms: &[usize], occupied: &[usize], gone: &[usize]) -> Existence {
        let cells = (1..8).filter(|c| !gone.iter().any(|g| c & g == *g));
        let rows: Vec<_> = cells
            .map(|c: usize| {
                let row = terms.iter().map(|t| f64::from(u8::from(c & t == *t))).collect();
                (row, occupied.contains(&c))
            })
            .collect();
        check(&rows, terms.len())
    }

    #[test]
    fn known_codes() {
        let seen = [0b001, 0b010, 0b100, 0b011];
        assert_eq!(design(&[0, 1, 2, 4], &seen, &[]).code(), 0);
        assert_eq!(design(&[0, 1, 2, 4, 3], &seen, &[]).code(), 1, "AB alone");
        assert_eq!(design(&[0, 1, 2, 4, 3], &seen, &[5, 6]).code(), 2, "all pairs, two of them empty");
        assert_eq!(design(&[0, 1, 2, 4], &seen, &[5, 6]).code(), 0, "AC and BC empty");
    }
}
