//! Every rate that solves a series of flows.
//!
//! With x = ln(1 + r), the present value is f(x) = sum F e^(-x t). On an even grid of dates it is a polynomial in
//! z = e^(-x * step), so one sign change in the flows means at most one rate (Descartes) and a bracketed solve settles it.
//! With more, g = f / sum |F| e^(-x t) is scanned over the whole range of rates; each change of sign is refined, and each
//! dip of |g| is followed to its bottom, where two close rates or a touching one may hide.

use std::sync::OnceLock;

use serde::Serialize;

use super::{IrrStatus, isolate, root};

/// The range of rates that counts: from a loss of 99% a year to a hundredfold gain.
const LOWEST_RATE: f64 = -0.99;
const HIGHEST_RATE: f64 = 100.0;
const SCAN_STEPS: usize = 4000;
/// How close to zero the bottom of a dip must come to count as a touching rate.
const TOUCH: f64 = 1e-9;
const LANES: usize = 8;

/// The rates that solve the flows, in rising order.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[must_use]
pub struct Solution {
    /// How many there are, and why there may be none.
    pub status: IrrStatus,
    /// All of them.
    pub roots: Vec<f64>,
    /// The internal rate of return: the root, if it is the only one.
    pub irr: Option<f64>,
}

/// Solves flows on an even grid of dates, `step` years apart, the first at closing.
///
/// Flows of one date must be netted. Total for finite flows.
pub fn solve(flows: &[f64], step: f64) -> Solution {
    let (status, roots) = match sign_changes(flows) {
        (0, false, false) => (IrrStatus::NoFlows, Vec::new()),
        (0, true, _) => (IrrStatus::AllInflow, Vec::new()),
        (0, false, true) => (IrrStatus::AllOutflow, Vec::new()),
        (changes, ..) => {
            let curve = Curve { flows, step };
            let xs = if changes == 1 {
                curve.only_root().into_iter().collect()
            } else if has_one_rate_at_most(flows) {
                curve.only_root().map(|root| curve.as_scanned(root)).into_iter().collect()
            } else {
                curve.scan()
            };
            let roots: Vec<f64> = xs.into_iter().map(libm::expm1).collect();
            (status_of(roots.len()), roots)
        }
    };
    let irr = if status == IrrStatus::Unique { roots.first().copied() } else { None };
    Solution { status, roots, irr }
}

/// The internal rate of return as [`solve`] finds it, to the bit, without the other rates: sooner where there are several.
#[must_use]
pub fn only(flows: &[f64], step: f64) -> Option<f64> {
    let (changes, ..) = sign_changes(flows);
    if changes <= 1 || has_one_rate_at_most(flows) {
        return solve(flows, step).irr;
    }
    let factor = |rate: f64| libm::exp(-libm::log1p(rate) * step);
    match isolate::count(flows, factor(HIGHEST_RATE), factor(LOWEST_RATE)) {
        Some(1) => {
            let curve = Curve { flows, step };
            curve.only_root().map(|root| libm::expm1(curve.as_scanned(root)))
        }
        Some(_) => None,
        None => solve(flows, step).irr,
    }
}

/// Modified IRR: inflows reinvested and outflows financed at `rate`, over `years`; as a spreadsheet's MIRR.
/// None if money only comes in or only goes out.
#[must_use]
pub fn mirr(flows: &[f64], step: f64, rate: f64, years: f64) -> Option<f64> {
    let v = libm::pow(1.0 + rate, -step);
    let (mut inflows, mut outflows, mut factor) = (0.0, 0.0, 1.0);
    for flow in flows {
        if *flow > 0.0 {
            inflows += flow * factor;
        } else {
            outflows -= flow * factor;
        }
        factor *= v;
    }
    let defined = inflows > 0.0 && outflows > 0.0 && years > 0.0;
    defined.then(|| libm::pow(inflows / outflows, 1.0 / years) * (1.0 + rate) - 1.0)
}

/// Present value of flows that lie `step` years apart.
#[must_use]
pub fn npv(flows: &[f64], step: f64, rate: f64) -> f64 {
    let v = libm::pow(1.0 + rate, -step);
    flows.iter().rev().fold(0.0, |sum, flow| sum * v + flow)
}

/// Whether sums tell that there cannot be two rates (Norstrom's criterion, for any rate in place of zero).
///
/// With w = z / s, roots below s are roots of p / (1 - w), whose coefficients are the running sums of F s^t: there are no
/// more of them than these change their sign. Roots above s are those of the flows in reverse.
fn has_one_rate_at_most(flows: &[f64]) -> bool {
    SPLITS.into_iter().any(|split| {
        let below = running_sum_changes(flows.iter(), split);
        let above = running_sum_changes(flows.iter().rev(), 1.0 / split);
        below.zip(above).is_some_and(|(below, above)| below + above <= 1)
    })
}

/// Where the range of discount factors is cut in two, most likely first.
const SPLITS: [f64; 8] = [1.0, 0.9, 1.1, 0.8, 1.25, 0.7, 1.5, 0.5];

/// How often the running sums of flows, weighted by powers of `factor`, change their sign; nothing where rounding could
/// decide.
fn running_sum_changes<'a>(flows: impl Iterator<Item = &'a f64>, factor: f64) -> Option<usize> {
    const ROUNDING: f64 = 1e-12;
    let (mut sum, mut size, mut weight, mut last, mut changes) = (0.0_f64, 0.0, 1.0, 0.0, 0);
    for flow in flows {
        sum += flow * weight;
        size += flow.abs() * weight;
        weight *= factor;
        if size == 0.0 {
            continue;
        }
        if sum.abs() <= ROUNDING * size {
            return None;
        }
        if last * sum.signum() < 0.0 {
            changes += 1;
        }
        last = sum.signum();
    }
    Some(changes)
}

fn status_of(roots: usize) -> IrrStatus {
    match roots {
        0 => IrrStatus::None,
        1 => IrrStatus::Unique,
        _ => IrrStatus::Multiple,
    }
}

/// Number of sign changes, whether any flow is positive, whether any is negative.
fn sign_changes(flows: &[f64]) -> (usize, bool, bool) {
    let mut last = 0.0;
    let (mut changes, mut inflow, mut outflow) = (0, false, false);
    for &flow in flows.iter().filter(|flow| **flow != 0.0) {
        inflow |= flow > 0.0;
        outflow |= flow < 0.0;
        if last * flow.signum() < 0.0 {
            changes += 1;
        }
        last = flow.signum();
    }
    (changes, inflow, outflow)
}

/// Present value over x = ln(1 + r).
#[derive(Clone, Copy)]
struct Curve<'a> {
    flows: &'a [f64],
    step: f64,
}

impl Curve<'_> {
    /// g(x): the present value over the present value of all amounts, in [-1, 1].
    fn at(&self, x: f64) -> f64 {
        let z = libm::exp(-x * self.step);
        let (f, size) =
            self.flows.iter().rev().fold((0.0, 0.0), |(f, size), flow| (f * z + flow, size * z + flow.abs()));
        f / size
    }

    fn between(&self, low: f64, high: f64) -> Option<f64> {
        root::between(low, high, |x| self.at(x))
    }

    fn only_root(&self) -> Option<f64> {
        self.between(libm::log1p(LOWEST_RATE), libm::log1p(HIGHEST_RATE))
    }

    /// A root as the scan finds it, to the bit: between two neighbouring points of its grid.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a position on the grid")]
    fn as_scanned(&self, root: f64) -> f64 {
        let grid = Grid::get();
        let near = ((root - grid.low) / grid.step_width()) as usize;
        let cells = [near, near.saturating_sub(1), near + 1].into_iter().filter(|cell| *cell < SCAN_STEPS);
        let mut found = cells.filter_map(|cell| self.between(grid.x(cell), grid.x(cell + 1)));
        found.next().unwrap_or(root)
    }

    /// All roots in the range, rising.
    fn scan(&self) -> Vec<f64> {
        let grid = Grid::get();
        let values = self.on_grid(grid);
        let mut roots = Vec::new();
        for (i, window) in values.windows(3).enumerate() {
            let &[before, here, after] = window else { continue };
            let (low, middle, high) = (grid.x(i), grid.x(i + 1), grid.x(i + 2));
            if i == 0 && before == 0.0 {
                roots.push(low);
            }
            if i == 0 && before * here < 0.0 {
                roots.extend(self.between(low, middle));
            }
            if here == 0.0 {
                roots.push(middle);
            }
            if here * after < 0.0 {
                roots.extend(self.between(middle, high));
            }
            let dips = here.abs() < before.abs() && here.abs() <= after.abs();
            if dips && before * here > 0.0 && here * after > 0.0 {
                self.follow_dip(low, high, &mut roots);
            }
        }
        if values.last() == Some(&0.0) {
            roots.push(grid.x(SCAN_STEPS));
        }
        // A dip's second root may lie beyond the first point of the next window.
        roots.sort_unstable_by(f64::total_cmp);
        roots
    }

    /// g at every grid point, several points at a time.
    fn on_grid(&self, grid: &Grid) -> Vec<f64> {
        let root_step = self.step < 1.0;
        let mut values = Vec::with_capacity(SCAN_STEPS + LANES);
        for block in grid.z.chunks_exact(LANES) {
            let mut z = [0.0; LANES];
            for (z, tabulated) in z.iter_mut().zip(block) {
                *z = if root_step { libm::sqrt(*tabulated) } else { *tabulated };
            }
            let (mut f, mut size) = ([0.0; LANES], [0.0; LANES]);
            for flow in self.flows.iter().rev() {
                for ((f, size), z) in f.iter_mut().zip(&mut size).zip(&z) {
                    *f = *f * z + flow;
                    *size = *size * z + flow.abs();
                }
            }
            values.extend(f.iter().zip(&size).map(|(f, size)| f / size));
        }
        values.truncate(SCAN_STEPS + 1);
        values
    }

    /// Golden-section search for the bottom of |g|; where it passes zero there are two roots, where it touches one.
    fn follow_dip(&self, low: f64, high: f64, roots: &mut Vec<f64>) {
        let sign = self.at(low).signum();
        let depth = |x: f64| sign * self.at(x);
        let (bottom, depth_there) = golden_section(low, high, depth);
        if depth_there < 0.0 {
            roots.extend(self.between(low, bottom));
            roots.extend(self.between(bottom, high));
        } else if depth_there < TOUCH {
            roots.push(bottom);
        }
    }
}

/// The smallest value of a function with one valley, and where it is; stops early below zero.
fn golden_section(mut low: f64, mut high: f64, f: impl Fn(f64) -> f64) -> (f64, f64) {
    const GOLDEN: f64 = 0.618_033_988_749_894_9;
    const STEPS: usize = 80;
    let (mut a, mut b) = (high - GOLDEN * (high - low), low + GOLDEN * (high - low));
    let (mut fa, mut fb) = (f(a), f(b));
    for _ in 0..STEPS {
        if fa < 0.0 || fb < 0.0 {
            break;
        }
        if fa < fb {
            (high, b, fb) = (b, a, fa);
            a = high - GOLDEN * (high - low);
            fa = f(a);
        } else {
            (low, a, fa) = (a, b, fb);
            b = low + GOLDEN * (high - low);
            fb = f(b);
        }
    }
    if fa < fb { (a, fa) } else { (b, fb) }
}

/// The points of the scan: even steps of x, with z = e^(-x) tabulated once.
struct Grid {
    low: f64,
    width: f64,
    z: Vec<f64>,
}

impl Grid {
    fn get() -> &'static Self {
        static GRID: OnceLock<Grid> = OnceLock::new();
        GRID.get_or_init(|| {
            let (low, high) = (libm::log1p(LOWEST_RATE), libm::log1p(HIGHEST_RATE));
            let mut grid = Self { low, width: high - low, z: Vec::new() };
            let points = (SCAN_STEPS + 1).next_multiple_of(LANES);
            grid.z = (0..points).map(|i| libm::exp(-grid.x(i))).collect();
            grid
        })
    }

    #[allow(clippy::cast_precision_loss, reason = "a few thousand points")]
    fn step_width(&self) -> f64 {
        self.width / SCAN_STEPS as f64
    }

    #[allow(clippy::cast_precision_loss, reason = "a few thousand points")]
    fn x(&self, i: usize) -> f64 {
        self.low + self.width * i as f64 / SCAN_STEPS as f64
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Curve, IrrStatus, has_one_rate_at_most, only, solve};

    #[test]
    fn finds_every_rate() {
        for (flows, status, rates) in [
            (&[0.0, 0.0][..], IrrStatus::NoFlows, &[][..]),
            (&[0.0, 1.0], IrrStatus::AllInflow, &[]),
            (&[-1.0, 0.0, -2.0], IrrStatus::AllOutflow, &[]),
            (&[-100.0, 110.0], IrrStatus::Unique, &[0.1]),
            (&[-100.0, 0.0, 121.0], IrrStatus::Unique, &[0.1]),
            (&[-1.0, 1000.0], IrrStatus::None, &[]),
            (&[-100.0, 230.0, -132.0], IrrStatus::Multiple, &[0.1, 0.2]),
            (&[-100.0, 230.0, -140.0], IrrStatus::None, &[]),
            (&[-1000.0, 3600.0, -4310.0, 1716.0], IrrStatus::Multiple, &[0.1, 0.2, 0.3]),
        ] {
            let solution = solve(flows, 1.0);
            assert_eq!(solution.status, status, "{flows:?}");
            assert_eq!(solution.roots.len(), rates.len(), "{flows:?}: {:?}", solution.roots);
            for (root, rate) in solution.roots.iter().zip(rates) {
                assert!((root - rate).abs() < 1e-9, "{flows:?}: {root} for {rate}");
            }
        }
    }

    #[test]
    fn two_rates_closer_than_the_scan_are_both_found() {
        let (first, second) = (0.1, 0.1001);
        let flows = [-1.0, (1.0 + first) + (1.0 + second), -(1.0 + first) * (1.0 + second)];
        let solution = solve(&flows, 1.0);
        assert_eq!(solution.roots.len(), 2, "{:?}", solution.roots);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn where_sums_show_one_rate_the_scan_finds_no_more(
            flows in prop::collection::vec(prop_oneof![3 => -50.0..50.0, 1 => Just(0.0)], 2..24)
        ) {
            let curve = Curve { flows: &flows, step: 1.0 };
            if has_one_rate_at_most(&flows) {
                // To the bit: the shortcut saves time and changes nothing.
                let found = curve.only_root().map(|root| curve.as_scanned(root));
                prop_assert_eq!(curve.scan(), found.into_iter().collect::<Vec<_>>());
            }
            for step in [1.0, 0.5] {
                prop_assert_eq!(only(&flows, step), solve(&flows, step).irr);
            }
        }
    }

    #[test]
    fn sums_settle_flows_that_change_their_sign_often() {
        let machines = [-10.0, -3.0, 4.0, 4.0, 4.0, -2.0, 4.0, 4.0, -1.0, 5.0];
        assert!(has_one_rate_at_most(&machines));
        assert_eq!(solve(&machines, 1.0).status, IrrStatus::Unique);
        assert!(!has_one_rate_at_most(&[-100.0, 230.0, -132.0]));
    }

    #[test]
    fn half_years_are_another_grid() {
        let solution = solve(&[-100.0, 50.0, 0.0, 70.0], 0.5);
        let rate = solution.irr.unwrap_or(f64::NAN);
        let value = -100.0 + 50.0 * libm::pow(1.0 + rate, -0.5) + 70.0 * libm::pow(1.0 + rate, -1.5);
        assert!(value.abs() < 1e-10, "{value}");
    }
}
