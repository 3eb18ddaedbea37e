//! What it costs to build and run the capacity behind the commitment.
#![allow(clippy::indexing_slicing, reason = "years run from 1 to the horizon, which is at most MAX_YEARS")]

use super::{Inputs, MAX_YEARS, positive};

/// Machines of one kind with one life. What is needed and no longer alive is bought, one year ahead.
#[derive(Clone, Copy, Debug)]
struct Pool {
    unit_cost_b: f64,
    life: u32,
    /// Gigawatts that go into use in year `t`.
    bought: [f64; MAX_YEARS + 1],
}

/// What the capacity of one year takes, $B.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CapacityYear {
    /// Paid at the start of the year.
    pub capex_b: f64,
    /// Straight-line depreciation of the year.
    pub depreciation_b: f64,
}

/// Servers and the facility around them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fleet {
    pools: [Pool; 2],
}

impl Pool {
    fn add_year(&mut self, t: usize, needed_gw: f64) -> CapacityYear {
        let first = t.saturating_sub(self.life as usize - 1).max(1);
        let alive: f64 = self.bought[first..t].iter().sum();
        let addition = positive(needed_gw - alive);
        self.bought[t] = addition;
        CapacityYear {
            capex_b: addition * self.unit_cost_b,
            depreciation_b: (alive + addition) * self.unit_cost_b / f64::from(self.life),
        }
    }

    /// What stands in the books at the end of year `t`, $B.
    fn book_value_b(&self, t: u32) -> f64 {
        let oldest = (t + 1).saturating_sub(self.life).max(1);
        (oldest..=t)
            .map(|year| {
                let years_left = self.life - (t + 1 - year).min(self.life);
                self.bought[year as usize] * self.unit_cost_b * f64::from(years_left) / f64::from(self.life)
            })
            .sum()
    }
}

impl Fleet {
    pub fn new(inputs: &Inputs) -> Self {
        let net = net_capex_b_per_gw(inputs);
        let pool = |share, life| Pool { unit_cost_b: net * share, life, bought: [0.0; MAX_YEARS + 1] };
        Self { pools: [pool(inputs.it_share, inputs.it_life), pool(1.0 - inputs.it_share, inputs.fac_life)] }
    }

    /// Provides `needed_gw` in year `t`; call once a year, in order.
    pub fn add_year(&mut self, t: u32, needed_gw: f64) -> CapacityYear {
        self.pools.iter_mut().map(|pool| pool.add_year(t as usize, needed_gw)).fold(
            CapacityYear::default(),
            |sum, part| CapacityYear {
                capex_b: sum.capex_b + part.capex_b,
                depreciation_b: sum.depreciation_b + part.depreciation_b,
            },
        )
    }

    /// Book value at the end of year `t`, $B.
    pub fn book_value_b(&self, t: u32) -> f64 {
        self.pools.iter().map(|pool| pool.book_value_b(t)).sum()
    }
}

/// Capital expenditure for each gigawatt after the saving of the cloud's own chips, $B.
pub(super) fn net_capex_b_per_gw(inputs: &Inputs) -> f64 {
    inputs.capex_b_per_gw * (1.0 - inputs.silicon_saving)
}

/// Operating profit over revenue of capacity in full use: the capex lens's own margin, after straight-line depreciation.
pub(super) fn unit_operating_margin(inputs: &Inputs) -> f64 {
    unit_margin(inputs, |life| 1.0 / f64::from(life))
}

/// The same after a charge for the capital tied up: every unit repays its cost as an annuity at the discount rate.
pub(super) fn unit_economic_margin(inputs: &Inputs) -> f64 {
    unit_margin(inputs, |life| capital_recovery_factor(inputs.discount_rate, life))
}

fn unit_margin(inputs: &Inputs, yearly_share: impl Fn(u32) -> f64) -> f64 {
    let servers = inputs.it_share * yearly_share(inputs.it_life);
    let facility = (1.0 - inputs.it_share) * yearly_share(inputs.fac_life);
    1.0 - (inputs.opex_b_per_gw_yr + net_capex_b_per_gw(inputs) * (servers + facility)) / inputs.price_b_per_gw_yr
}

/// The level yearly payment that repays one dollar over `life` years at `rate`: r / (1 - (1+r)^-L), and 1/L at r = 0.
fn capital_recovery_factor(rate: f64, life: u32) -> f64 {
    // Below this the two agree to the last digit, and the quotient would lose its own.
    const NEGLIGIBLE: f64 = 1e-12;
    if rate < NEGLIGIBLE {
        return 1.0 / f64::from(life);
    }
    rate / -libm::expm1(-f64::from(life) * libm::log1p(rate))
}

#[cfg(test)]
mod tests {
    use super::capital_recovery_factor;
    use crate::model::power;

    #[test]
    fn the_annuity_repays_the_loan() {
        for (rate, life) in [(0.0, 5), (1e-13, 5), (1e-6, 14), (0.095, 14), (0.25, 1), (1.0, 50)] {
            let payment = capital_recovery_factor(rate, life);
            let paid: f64 = (1..=life).map(|t| payment / power(1.0 + rate, t)).sum();
            assert!((paid - 1.0).abs() < 1e-11, "rate {rate}, life {life}: {paid}");
        }
    }
}
