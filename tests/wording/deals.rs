//! Deals that between them meet every status that the model can answer with.

use offtake::catalog::{SCENARIOS, Scenario, defaults};
use offtake::model::{
    AdoptionModel, AdoptionStatus, CommitShape, Inputs, IrrStatus, Lens, MarginStatus, Outcome, PaybackStatus,
    PriorMode, Stake, Timing, Warning, evaluate,
};

/// A deal, as the defaults with a few changes.
pub type Change = fn(&mut Inputs);

pub const BASE: Change = |_| ();
pub const A: Change = |i| *i = scenario("A");
pub const B: Change = |i| *i = scenario("B");
pub const C: Change = |i| *i = scenario("C");
pub const EVEN: Change = |i| i.commit_margin = 0.3134;
pub const NO_COMMIT: Change = |i| i.commit_total_b = 0.0;
pub const NOTHING_BACK: Change = |i| (i.commit_margin, i.adoption_model) = (0.0, AdoptionModel::None);
pub const NO_MONEY: Change = |i| (i.immediate_b, i.contingent_b) = (0.0, 0.0);
pub const COSTLY_GIFT: Change = |i| {
    NO_MONEY(i);
    (i.commit_margin, i.adoption_model) = (-0.1, AdoptionModel::None);
};
pub const NO_DEAL: Change = |i| {
    NO_MONEY(i);
    NO_COMMIT(i);
    i.adoption_model = AdoptionModel::None;
};
pub const TWO_RATES: Change = |i| {
    (i.immediate_b, i.contingent_b, i.milestone_start_year, i.milestone_count) = (5.0, 80.0, 10, 1);
    (i.commit_margin, i.tax_rate, i.adoption_model) = (1.0, 0.0, AdoptionModel::None);
};
pub const PAID_LATER: Change = |i| {
    (i.immediate_b, i.contingent_b, i.milestone_start_year, i.milestone_count) = (0.0, 20.0, 5, 1);
    (i.commit_margin, i.adoption_model) = (0.9, AdoptionModel::None);
};
pub const BACK_TWICE: Change = |i| {
    (i.immediate_b, i.contingent_b, i.milestone_start_year, i.milestone_count) = (5.0, 20.0, 4, 1);
    (i.commit_margin, i.adoption_model) = (0.45, AdoptionModel::None);
};
pub const BACK_AND_LOST: Change = |i| {
    (i.immediate_b, i.contingent_b, i.milestone_start_year, i.milestone_count) = (5.0, 40.0, 10, 1);
    i.adoption_model = AdoptionModel::None;
};
pub const CHEAP: Change = |i| {
    NO_COMMIT(i);
    (i.immediate_b, i.contingent_b) = (1.0, 0.0);
};
pub const SMALL_COMMIT: Change = |i| (i.commit_total_b, i.adoption_model) = (20.0, AdoptionModel::None);
pub const EASY: Change = |i| (i.immediate_b, i.contingent_b) = (1.0, 1.0);
pub const CAPEX: Change = |i| i.lens = Lens::Capex;
pub const CAPEX_ALONE: Change = |i| (i.lens, i.adoption_model) = (Lens::Capex, AdoptionModel::None);
pub const CAPEX_DEAR: Change = |i| (i.lens, i.price_b_per_gw_yr) = (Lens::Capex, 10.0);
pub const CAPEX_EASY: Change = |i| (i.lens, i.price_b_per_gw_yr, i.contingent_b) = (Lens::Capex, 15.0, 1.0);
pub const BACK_LOADED: Change = |i| i.commit_shape = CommitShape::BackLoaded;
pub const LONG_TERM: Change = |i| {
    (i.commit_years, i.exit_year, i.milestone_start_year, i.milestone_count) = (15, 12, 8, 5);
};
pub const HALF_USED: Change = |i| i.fulfilment = 0.5;
pub const LARGER_THAN_STATED: Change = |i| i.gw_headline = 1.0;
pub const ONE_YEAR: Change = |i| {
    (i.horizon_years, i.commit_years, i.exit_year, i.commit_total_b) = (1, 1, 1, 40.0);
    (i.immediate_b, i.contingent_b, i.adoption_model) = (10.0, 0.0, AdoptionModel::None);
};

pub const FREE_GIFT: Change = |i| {
    NO_MONEY(i);
    (i.commit_margin, i.adoption_model) = (0.0001, AdoptionModel::None);
};
pub const AT_EIGHT: Change = |i| i.discount_rate = 0.08;
pub const NO_RATE: Change = |i| i.discount_rate = 0.0;
pub const MID_YEAR: Change = |i| i.timing = Timing::Mid;
pub const JUST_LARGER: Change = |i| i.gw_headline = 1.245;
pub const UNUSED_UNPAID: Change = |i| (i.fulfilment, i.take_or_pay) = (0.5, 0.0);
pub const PRIOR_COUNTED: Change = |i| i.prior_mode = PriorMode::AtCost;

pub const CASES: [Change; 28] = [
    BASE,
    A,
    B,
    C,
    EVEN,
    NO_COMMIT,
    NOTHING_BACK,
    NO_MONEY,
    COSTLY_GIFT,
    FREE_GIFT,
    NO_DEAL,
    TWO_RATES,
    PAID_LATER,
    BACK_TWICE,
    BACK_AND_LOST,
    CHEAP,
    SMALL_COMMIT,
    EASY,
    CAPEX,
    CAPEX_ALONE,
    CAPEX_DEAR,
    CAPEX_EASY,
    BACK_LOADED,
    LONG_TERM,
    HALF_USED,
    LARGER_THAN_STATED,
    ONE_YEAR,
    PRIOR_COUNTED,
];

fn scenario(id: &str) -> Inputs {
    SCENARIOS.iter().find(|scenario| scenario.id == id).map_or_else(defaults, Scenario::inputs)
}

pub fn deal(change: Change) -> (Inputs, Outcome) {
    let mut inputs = defaults();
    change(&mut inputs);
    let outcome = evaluate(&inputs);
    (inputs, outcome)
}

pub const LEFT_OUT: Stake = Stake::LeftOut;
pub const AT_COST: Stake = Stake::AtCost;
pub const AT_EXIT: Stake = Stake::ModelledExit;

/// Each status that the model can answer with occurs.
#[test]
fn the_cases_cover_every_status() {
    let outcomes: Vec<Outcome> = CASES.iter().map(|change| deal(*change).1).collect();
    let has = |test: &dyn Fn(&Outcome) -> bool| outcomes.iter().any(test);
    for status in [
        IrrStatus::Unique,
        IrrStatus::Multiple,
        IrrStatus::None,
        IrrStatus::AllInflow,
        IrrStatus::AllOutflow,
        IrrStatus::NoFlows,
    ] {
        assert!(has(&|outcome| outcome.irr_status == status), "{status:?}");
    }
    for status in [PaybackStatus::Immediate, PaybackStatus::PaidBack, PaybackStatus::Never] {
        assert!(has(&|outcome| outcome.payback.status == status), "{status:?}");
    }
    for status in
        [MarginStatus::Ok, MarginStatus::AlreadyPositiveAtZero, MarginStatus::Impossible, MarginStatus::NotApplicable]
    {
        assert!(has(&|outcome| outcome.break_even.commit_margin_status == status), "{status:?}");
    }
    for status in [
        AdoptionStatus::Ok,
        AdoptionStatus::AlreadyPositive,
        AdoptionStatus::Unreachable,
        AdoptionStatus::NotApplicable,
    ] {
        assert!(has(&|outcome| outcome.break_even.adoption_status == status), "{status:?}");
    }
    for warning in [
        Warning::CommitOutsideHorizon,
        Warning::TrancheOutsideHorizon,
        Warning::PeakGwAboveHeadline,
        Warning::EquityExitOutsideHorizon,
    ] {
        assert!(has(&|outcome| outcome.warnings.contains(&warning)), "{warning:?}");
    }
}
