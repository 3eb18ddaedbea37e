//! The shares bought, at the modelled exit.

use super::cash_flow::{Tranches, prior_at_cost};
use super::lab::LabGrowth;
use super::{Equity, Inputs, PriorMode, TranchePricing, positive, power};

impl Equity {
    /// Every tranche buys shares at the valuation of its day (or of the first tranche); later rounds dilute them; at the
    /// exit they are sold at the modelled valuation less a haircut, and gains are taxed. Losses bring no relief.
    pub(super) fn at_exit(inputs: &Inputs) -> Self {
        let holding = Holding::until_exit(inputs);
        let proceeds_gross_b = holding.stake * holding.valuation_b * (1.0 - inputs.equity_haircut);
        let tax_b = inputs.tax_rate * positive(proceeds_gross_b - holding.cost_b);
        let proceeds_net_b = proceeds_gross_b - tax_b;
        let inside_horizon = inputs.exit_year <= inputs.horizon_years;
        let v = 1.0 / (1.0 + inputs.discount_rate);
        Self {
            exit_year: inputs.exit_year,
            exit_valuation_b: holding.valuation_b,
            stake_at_exit: holding.stake,
            cost_b: holding.cost_b,
            proceeds_gross_b,
            tax_b,
            proceeds_net_b,
            inside_horizon,
            npv_b: if inside_horizon { power(v, inputs.exit_year) * proceeds_net_b } else { 0.0 },
        }
    }

    /// What is received inside the horizon, $B.
    pub(super) fn received_b(&self) -> f64 {
        if self.inside_horizon { self.proceeds_net_b } else { 0.0 }
    }
}

struct Holding {
    stake: f64,
    cost_b: f64,
    valuation_b: f64,
}

impl Holding {
    fn until_exit(inputs: &Inputs) -> Self {
        let entry_b = inputs.entry_valuation_b;
        let entry_multiple = entry_b / inputs.arr0_b;
        let drift = (inputs.exit_multiple - entry_multiple) / f64::from(inputs.exit_year);
        let kept = 1.0 - inputs.dilution;
        let prior_stake = match inputs.prior_mode {
            PriorMode::Sunk => 0.0,
            PriorMode::AtCost => inputs.prior_stake,
        };
        let tranches = Tranches::new(inputs);
        let mut lab = LabGrowth::new(inputs);
        let mut holding = Self {
            stake: inputs.immediate_b / entry_b + prior_stake,
            cost_b: inputs.immediate_b + prior_at_cost(inputs),
            valuation_b: entry_b,
        };
        for t in 1..=inputs.exit_year {
            // At the exit the multiple is the input itself, not the end of a sum.
            let multiple =
                if t == inputs.exit_year { inputs.exit_multiple } else { entry_multiple + drift * f64::from(t) };
            holding.valuation_b = multiple * lab.next_year().run_rate_b;
            holding.stake *= kept;
            let paid_b = tranches.milestone_at(t);
            if paid_b > 0.0 {
                holding.buy(paid_b, inputs.tranche_pricing, entry_b);
            }
        }
        holding
    }

    fn buy(&mut self, paid_b: f64, pricing: TranchePricing, entry_b: f64) {
        let price_b = match pricing {
            TranchePricing::Market => self.valuation_b,
            TranchePricing::Entry => entry_b,
        };
        self.cost_b += paid_b;
        // A worthless company sells no shares at a price.
        if price_b > 0.0 {
            self.stake += paid_b / price_b;
        }
    }
}
