use super::*;

const DRAWS: usize = 4000;

/// Draws from a table of evidence; every record is on the list given.
fn drawn(lists: &[u16], bits: &[(u32, u32, f32)], decided: &Decided, repeat: f32) -> Vec<Vec<u32>> {
    let table: BTreeMap<(u32, u32), f32> = bits.iter().map(|(a, b, w)| ((*a, *b), *w)).collect();
    let mut edges: Vec<Edge> = bits
        .iter()
        .map(|(a, b, w)| {
            let cost = if lists[*a as usize] == lists[*b as usize] { repeat } else { 0.0 };
            Edge { left: *a, right: *b, bits: *w + cost }
        })
        .filter(|e| e.bits >= -6.0)
        .collect();
    crate::cluster::sort(&mut edges);
    let of: Vec<u32> = (0..lists.len() as u32).collect();
    let evidence = |a: u32, b: u32| table.get(&(a, b)).copied().unwrap_or(-24.0);
    let pool = Pool { lists, edges: &edges, decided, of: &of, unfound: 0.0, evidence: &evidence, repeat };
    draw(&pool, DRAWS, 7)
}

fn share(drawn: &[Vec<u32>], yes: impl Fn(&[u32]) -> bool) -> f64 {
    drawn.iter().filter(|p| yes(p)).count() as f64 / drawn.len() as f64
}

fn near(got: f64, want: f64) {
    let slack = 4.0 * sqrt(want * (1.0 - want) / DRAWS as f64) + 1e-9;
    assert!((got - want).abs() <= slack, "{got} of the draws, {want} expected");
}

#[test]
fn a_pair_alone_is_joined_with_its_probability() {
    for bits in [-4.0f32, -1.0, 0.0, 1.5, 5.0] {
        let found = drawn(&[0, 1], &[(0, 1, bits)], &Decided::default(), -6.0);
        near(share(&found, |p| p[0] == p[1]), crate::score::probability(bits));
    }
    // Of one list: its own evidence holds what a repeat costs.
    let found = drawn(&[3, 3], &[(0, 1, 7.0)], &Decided::default(), -6.0);
    near(share(&found, |p| p[0] == p[1]), 2.0 / 3.0);
}

#[test]
fn certain_links_and_judgements_always_bind() {
    let found = drawn(&[0, 1], &[(0, 1, 40.0)], &Decided::default(), -6.0);
    near(share(&found, |p| p[0] == p[1]), 1.0);
    let same = Decided { same: vec![(0, 1)], ..Decided::default() };
    assert!((share(&drawn(&[0, 1], &[], &same, -6.0), |p| p[0] == p[1]) - 1.0).abs() < 1e-12);
    let mut apart = Decided::default();
    apart.different.insert((0, 1));
    assert!(share(&drawn(&[0, 1], &[(0, 1, 40.0)], &apart, -6.0), |p| p[0] == p[1]) < 1e-12);
    // Through a third as well.
    let bits = [(0, 1, 40.0), (0, 2, 6.0), (1, 2, 6.0)];
    assert!(share(&drawn(&[0, 1, 2], &bits, &apart, -6.0), |p| p[0] == p[1]) < 1e-12);
}

#[test]
fn rivals_of_one_list_exclude_each_other() {
    // Record 0 is as likely 1 as 2; both at once would be a repeat on their list.
    let bits = [(0, 1, 0.0), (0, 2, 0.0), (1, 2, -24.0)];
    let found = drawn(&[0, 1, 1], &bits, &Decided::default(), -10.0);
    near(share(&found, |p| p[0] == p[1] && p[0] != p[2]), 1.0 / 3.0);
    near(share(&found, |p| p[0] == p[2] && p[0] != p[1]), 1.0 / 3.0);
    assert!(share(&found, |p| p[0] == p[1] && p[0] == p[2]) < 0.001);
}

#[test]
fn the_chain_draws_what_all_partitions_weigh() {
    // Six records, all in doubt: few enough for both.
    let mut bits = Vec::new();
    for a in 0..6u32 {
        for b in a + 1..6 {
            bits.push((a, b, [2.0, -1.0, 0.5, -2.0, 1.0][((a * 7 + b * 3) % 5) as usize]));
        }
    }
    let lists = [0, 1, 2, 0, 1, 2];
    let edges: Vec<Edge> = bits.iter().map(|(l, r, w)| Edge { left: *l, right: *r, bits: *w }).collect();
    let table: BTreeMap<(u32, u32), f32> = bits.iter().map(|(a, b, w)| ((*a, *b), *w)).collect();
    let evidence = |a: u32, b: u32| table[&(a, b)];
    let decided = Decided::default();
    let of: Vec<u32> = (0..6).collect();
    let pool = Pool {
        lists: &lists,
        edges: &edges,
        decided: &decided,
        of: &of,
        unfound: 0.0,
        evidence: &evidence,
        repeat: -3.0,
    };
    let pairs: Vec<(u32, u32)> = edges.iter().map(|e| (e.left, e.right)).collect();
    let part = Part::new(&pool, &[0, 1, 2, 3, 4, 5], &of, &pairs);
    let exact = part.over_all(20_000, &mut Dice::new(1, 1));
    let chain = part.chain(20_000, &mut Dice::new(2, 2));
    let joined = |draws: &[Vec<(u32, u32)>], a: u32, b: u32| {
        let of = |d: &Vec<(u32, u32)>, r: u32| d.iter().find(|x| x.0 == r).map(|x| x.1);
        draws.iter().filter(|d| of(d, a) == of(d, b)).count() as f64 / draws.len() as f64
    };
    for (a, b, _) in &bits {
        let (x, y) = (joined(&exact, *a, *b), joined(&chain, *a, *b));
        assert!((x - y).abs() < 0.02, "{a} and {b}: {x} over all partitions, {y} by the chain");
    }
}

#[test]
fn what_no_pass_found_is_made_up_for() {
    let lists: Vec<u16> = (0..400).map(|i| (i % 2) as u16).collect();
    let of: Vec<u32> = (0..400).map(|i| if i < 200 { i / 2 * 2 } else { i }).collect();
    let edges: Vec<Edge> = (0..100).map(|i| Edge { left: 2 * i, right: 2 * i + 1, bits: 40.0 }).collect();
    let decided = Decided::default();
    let evidence = |a: u32, b: u32| if a + 1 == b { 40.0 } else { -20.0 };
    let pool = Pool {
        lists: &lists,
        edges: &edges,
        decided: &decided,
        of: &of,
        unfound: 12.0,
        evidence: &evidence,
        repeat: -6.0,
    };
    let drawn = draw(&pool, 2000, 3);
    let people = |p: &Vec<u32>| p.iter().enumerate().filter(|(i, c)| *i as u32 == **c).count() as f64;
    let mean = drawn.iter().map(people).sum::<f64>() / 2000.0;
    assert!((mean - 288.0).abs() < 0.7, "{mean} people, 300 less 12 expected");
    for p in &drawn {
        // Never two records of one list.
        assert!(p.iter().enumerate().all(|(i, c)| i as u32 == *c || lists[i] != lists[*c as usize]));
    }
}
