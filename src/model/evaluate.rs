//! Puts the outcome together.

use super::cash_flow::{CashFlows, Discount, PartsLedger, discounted, investment_at, walk};
use super::irr::{self, Solution};
use super::payback::Recovery;
use super::timeline::Year;
use super::{
    AwsShare, BreakEven, CommitShare, Equity, Gigawatts, Inputs, LabPath, Ladder, LensCompare, MAX_YEARS, Outcome,
    Payback, Ratios, Row, Subsidy, Timing, Value, measures, ratio,
};

/// NPV with and without the shares, and the payback. Allocates nothing and keeps no flows.
pub fn value(inputs: &Inputs) -> Value {
    let mut discount = Discount::new(inputs);
    // The empty sum of the standard library.
    let mut npv_b = -0.0;
    let (mut balance, mut invested) = (0.0, 0.0);
    let mut recovery = Recovery::default();
    walk(
        inputs,
        |_| (),
        |paid| {
            let factors = discount.next_factors();
            npv_b += discounted(paid.operating, paid.point, factors);
            invested += paid.investment * factors.1;
            balance += paid.operating + paid.point;
            recovery.add(balance);
        },
    );
    Value {
        npv_b,
        npv_with_equity_b: npv_b + Equity::at_exit(inputs).npv_b,
        npv_stake_at_cost_b: npv_b + invested,
        net_total_b: balance,
        payback: recovery.payback(),
    }
}

/// The internal rate of return before the shares, if there is exactly one: without the rest of the outcome.
#[must_use]
pub fn irr_alone(inputs: &Inputs) -> Option<f64> {
    let flows = CashFlows::collect(inputs, |_| ());
    let dates = Dates::of(inputs, &flows, 0.0);
    irr::only(dates.netted(), dates.step)
}

/// Everything that the model knows about a deal.
pub fn evaluate(inputs: &Inputs) -> Outcome {
    let mut rows = vec![closing_row(inputs)];
    let mut ledger = PartsLedger::new(inputs);
    let flows = CashFlows::collect(inputs, |year| {
        rows.push(year_row(year));
        ledger.add(inputs, year);
    });
    settle(&mut rows, inputs, &flows);

    let npv_b = flows.dated(inputs).map(|date| date.discounted()).sum::<f64>();
    let npv_parts_b = ledger.parts(inputs, &flows);
    let equity = Equity::at_exit(inputs);
    let lab = LabPath::of(inputs);
    let schedule = measures::schedule(inputs, &lab);
    let gw = Gigawatts::of(inputs, &rows);
    let invested_b = 0.0 - rows.iter().map(|row| row.invest).sum::<f64>();
    let operating: f64 = rows.iter().map(|row| row.op_cash).sum();
    let money_in = measures::money_in(&flows, invested_b);
    let (peak_exposure_b, peak_exposure_year) = measures::peak_exposure(&rows);
    let dates = Dates::of(inputs, &flows, 0.0);
    let Solution { status: irr_status, roots: irr_roots, irr } = dates.solve();
    let with_equity = Dates::of(inputs, &flows, equity.received_b()).solve();
    Outcome {
        npv_b,
        npv_parts_b,
        irr,
        irr_status,
        irr_roots,
        mirr: dates.mirr(inputs),
        moic: ratio(operating + flows.residual, money_in),
        invested_b,
        net_total_b: flows.net().sum(),
        payback: Payback::of_balance(rows.iter().map(|row| row.cum)),
        discounted_payback: Payback::of_balance(rows.iter().map(|row| row.dcum)),
        break_even: BreakEven::of(inputs, npv_b, &npv_parts_b, &ledger),
        ladder: Ladder::of(inputs, &npv_parts_b, &rows),
        ratios: Ratios::of(inputs),
        commit_share: CommitShare::of(inputs, &lab, &schedule),
        aws_share: AwsShare::of(inputs, &schedule),
        subsidy: Subsidy::of(inputs, &npv_parts_b, &ledger, &equity),
        gw,
        lens_compare: LensCompare::of(inputs),
        peak_exposure_b,
        peak_exposure_year,
        npv_with_equity_b: npv_b + equity.npv_b,
        npv_stake_at_cost_b: npv_b + present_investment(inputs),
        irr_with_equity: with_equity.irr,
        irr_with_equity_status: with_equity.status,
        moic_with_equity: ratio(operating + flows.residual + equity.received_b(), money_in),
        financing_carry_memo_b: measures::financing_carry(inputs, &rows),
        capex_total_b: 0.0 - flows.capex.iter().sum::<f64>(),
        residual_net_b: flows.residual,
        warnings: measures::warnings(inputs, &schedule, &gw, &equity),
        equity,
        lab,
        rows,
    }
}

/// Present value of all that is invested inside the horizon, $B, positive.
/// Summed as the NPV is, so that a deal that only invests is worth exactly nothing with its stake at cost.
fn present_investment(inputs: &Inputs) -> f64 {
    let mut discount = Discount::new(inputs);
    (0..=inputs.horizon_years).fold(0.0, |sum, t| sum + investment_at(inputs, t) * discount.next_factors().1)
}

fn closing_row(inputs: &Inputs) -> Row {
    Row { adoption: super::adoption::Adoption::new(inputs).at_closing(), arr_end: inputs.arr0_b, ..Row::default() }
}

fn year_row(year: &Year) -> Row {
    let result = &year.commitment;
    Row {
        t: year.t,
        commit: year.commit,
        usage: year.usage.expected,
        shortfall: year.usage.missing,
        shortfall_paid: result.shortfall_paid,
        stranded: result.stranded,
        commit_op: result.profit,
        new_adopters: year.new_adopters,
        ent_rev: year.enterprise_revenue,
        ent_op: year.enterprise_profit,
        gw: result.gw,
        gw_built: result.gw_built,
        dep: result.capacity.depreciation_b,
        opex: result.opex,
        adoption: year.adoption,
        arr_end: year.lab.run_rate_b,
        lab_revenue: year.lab.revenue_b,
        commit_share: Some(year.commit / year.lab.revenue_b),
        ..Row::default()
    }
}

/// Puts the cash of each date into its row, with the running balances.
fn settle(rows: &mut [Row], inputs: &Inputs, flows: &CashFlows) {
    let (mut cum, mut dcum) = (0.0, 0.0);
    for ((row, date), capex) in rows.iter_mut().zip(flows.dated(inputs)).zip(&flows.capex) {
        cum += date.net();
        dcum += date.discounted();
        row.invest = 0.0 - investment_at(inputs, row.t);
        row.capex = *capex;
        row.op_cash = date.operating;
        row.point_cash = date.point;
        row.net = date.net();
        row.disc = date.discounted();
        row.cum = cum;
        row.dcum = dcum;
    }
}

/// The flows netted per date, on an even grid: years, or half-years when operating flows arrive in mid-year.
struct Dates {
    flows: [f64; 2 * MAX_YEARS + 1],
    count: usize,
    step: f64,
    horizon: u32,
}

impl Dates {
    #[allow(clippy::indexing_slicing, reason = "dates run up to twice the horizon, which is at most MAX_YEARS")]
    fn of(inputs: &Inputs, flows: &CashFlows, equity_received_b: f64) -> Self {
        let mid = inputs.timing == Timing::Mid;
        let (per_year, ahead) = if mid { (2, 1) } else { (1, 0) };
        let horizon = flows.horizon as usize;
        let mut dates = Self {
            flows: [0.0; 2 * MAX_YEARS + 1],
            count: per_year * horizon + 1,
            step: if mid { 0.5 } else { 1.0 },
            horizon: flows.horizon,
        };
        for (t, (operating, point)) in flows.operating.iter().zip(&flows.point).enumerate().take(horizon + 1) {
            dates.flows[per_year * t] += point;
            if t > 0 {
                dates.flows[per_year * t - ahead] += operating;
            }
        }
        if equity_received_b != 0.0 {
            dates.flows[per_year * inputs.exit_year as usize] += equity_received_b;
        }
        dates
    }

    fn netted(&self) -> &[f64] {
        self.flows.get(..self.count).unwrap_or_default()
    }

    fn solve(&self) -> Solution {
        irr::solve(self.netted(), self.step)
    }

    fn mirr(&self, inputs: &Inputs) -> Option<f64> {
        irr::mirr(self.netted(), self.step, inputs.discount_rate, f64::from(self.horizon))
    }
}
