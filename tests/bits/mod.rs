//! Fingerprints of results to the last bit, computed the same way natively and in a browser.

#![allow(clippy::unwrap_used, reason = "a test ends where its ground is missing")]

use offtake::analysis::monte_carlo::{Question, simulate};
use offtake::catalog::{self, SCENARIOS};
use offtake::model::{self, AdoptionModel, CommitShape, Inputs, Lens, Timing};

/// What each must be. A change here is a change of results: a new model version, not a touch-up.
pub const EXPECTED: [(&str, u64); 10] = [
    ("base", 4_768_893_236_688_120_127),
    ("A", 11_009_987_021_683_027_475),
    ("B", 2_465_773_911_443_611_726),
    ("C", 13_756_393_044_305_477_916),
    ("capex lens, Bass, back-loaded, mid-year", 13_223_076_947_234_609_725),
    ("several rates", 5_074_860_742_673_548_136),
    ("zero discount rate, capex lens", 15_298_551_030_521_816_022),
    ("10,000 draws", 12_453_915_265_368_830_493),
    ("the lab, public obligations", 12_055_902_995_708_535_142),
    ("the buyer, half used", 1_073_665_886_142_696_361),
];

/// The same, computed here.
pub fn found() -> Vec<(&'static str, u64)> {
    let default = catalog::defaults();
    let capex = Inputs { lens: Lens::Capex, ..default };
    let odd = Inputs {
        adoption_model: AdoptionModel::Bass,
        commit_shape: CommitShape::BackLoaded,
        timing: Timing::Mid,
        default_hazard: 0.03,
        ..capex
    };
    let rates = Inputs {
        contingent_b: 80.0,
        milestone_start_year: 10,
        milestone_count: 1,
        commit_margin: 1.0,
        tax_rate: 0.0,
        ..default
    };
    let mut all: Vec<_> = SCENARIOS.iter().map(|scenario| (scenario.id, deal(&scenario.inputs()))).collect();
    all.push(("capex lens, Bass, back-loaded, mid-year", deal(&odd)));
    all.push(("several rates", deal(&rates)));
    all.push(("zero discount rate, capex lens", deal(&Inputs { discount_rate: 0.0, ..capex })));
    all.push(("10,000 draws", simulation()));
    all.push(("the lab, public obligations", lab()));
    all.push(("the buyer, half used", buyer()));
    all
}

/// Every digit of the full outcome: the shortest text of a number stands for its bits alone.
fn deal(inputs: &Inputs) -> u64 {
    fingerprint(&serde_json::to_string(&model::evaluate(inputs)).unwrap())
}

fn lab() -> u64 {
    let mut inputs = catalog::defaults();
    catalog::LabPreset::find("public_obligations").unwrap().apply(&mut inputs);
    fingerprint(&serde_json::to_string(&(model::burden::evaluate(&inputs), model::burden::headroom(&inputs))).unwrap())
}

fn buyer() -> u64 {
    let mut inputs = catalog::defaults();
    (inputs.buyer.usage_realised, inputs.buyer.price_match, inputs.buyer.term_years) = (0.5, 0.3, 5);
    fingerprint(&serde_json::to_string(&(model::buyer::evaluate(&inputs), model::buyer::npv(&inputs))).unwrap())
}

fn simulation() -> u64 {
    fingerprint(&serde_json::to_string(&simulate(Question::about(catalog::defaults())).unwrap()).unwrap())
}

/// FNV-1a.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}
