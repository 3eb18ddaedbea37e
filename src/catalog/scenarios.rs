//! Scenarios and the parameters of other deals: lists of what differs from the defaults.

use super::{defaults, find, row::option};
use crate::model::{AdoptionModel, Inputs};

/// What differs from the defaults: keys and values; for a choice, the position of the option.
pub type Differences = &'static [(&'static str, f64)];

/// A named state of the assumptions for the same deal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scenario {
    /// The wire name.
    pub id: &'static str,
    /// What stands on its chip.
    pub chip: &'static str,
    /// How likely the article that proposed it calls it; empty for the base case.
    pub label: &'static str,
    /// One sentence.
    pub meaning: &'static str,
    /// What differs from the defaults.
    pub values: Differences,
}

/// The parameters of a deal, for comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Preset {
    /// The wire name.
    pub id: &'static str,
    /// For people.
    pub name: &'static str,
    /// One sentence: where the numbers come from.
    pub note: &'static str,
    /// What differs from the defaults.
    pub values: Differences,
}

impl Scenario {
    /// Puts the differences into `inputs`; all other values stay.
    pub fn apply(&self, inputs: &mut Inputs) {
        apply(self.values, inputs);
    }

    /// The defaults with the differences.
    #[must_use]
    pub fn inputs(&self) -> Inputs {
        let mut inputs = defaults();
        self.apply(&mut inputs);
        inputs
    }

    /// The scenario of a wire name.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        SCENARIOS.iter().find(|scenario| scenario.id == id)
    }
}

impl Preset {
    /// Puts the differences into `inputs`; all other values stay.
    pub fn apply(&self, inputs: &mut Inputs) {
        apply(self.values, inputs);
    }

    /// The defaults with the differences.
    #[must_use]
    pub fn inputs(&self) -> Inputs {
        let mut inputs = defaults();
        self.apply(&mut inputs);
        inputs
    }

    /// The preset of a wire name.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        PRESETS.iter().find(|preset| preset.id == id)
    }
}

pub(super) fn apply(values: Differences, inputs: &mut Inputs) {
    for &(key, value) in values {
        let fault = find(key).map(|input| input.set(inputs, value));
        debug_assert_eq!(fault, Some(Ok(())), "{key}");
    }
}

pub(super) const NO_GROWTH: f64 = option(AdoptionModel::None.position());

/// The scenarios of the page, in its order.
pub static SCENARIOS: &[Scenario] = &[
    Scenario {
        id: "base",
        chip: "Base",
        label: "",
        meaning: "The default assumptions: what the articles state, completed from public reports and guesses.",
        values: &[],
    },
    Scenario {
        id: "A",
        chip: "A margins hold",
        label: "most likely",
        meaning: "Margins stay high, enterprises adopt, and the margin exceeds the subsidy.",
        values: &[
            ("commit_margin", 0.36),
            ("adoption_ceiling", 0.45),
            ("adoption_speed", 0.55),
            ("incr_share", 0.5),
            ("rpa_growth", 0.15),
            ("ent_margin", 0.42),
            ("arr_g1", 0.8),
            ("exit_multiple", 8.0),
        ],
    },
    Scenario {
        id: "B",
        chip: "B thin margins",
        label: "risk",
        meaning: "Margins are thin and adoption adds little beyond the subsidy; half of the contingent money is drawn.",
        values: &[
            ("commit_margin", 0.19),
            ("milestone_prob", 0.5),
            ("adoption_ceiling", 0.2),
            ("adoption_speed", 0.35),
            ("incr_share", 0.3),
            ("rpa_growth", 0.08),
            ("ent_margin", 0.25),
            ("arr_g1", 0.4),
            ("exit_multiple", 3.0),
        ],
    },
    Scenario {
        id: "C",
        chip: "C failed bet",
        label: "tail risk",
        meaning: "The lab does not stand out, most of the commitment is never used, and the capital is sunk; \
                  a quarter of the contingent money is drawn.",
        values: &[
            ("commit_margin", 0.1),
            ("milestone_prob", 0.25),
            ("fulfilment", 0.4),
            ("take_or_pay", 0.1),
            ("stranded_share", 0.2),
            ("adoption_model", NO_GROWTH),
            ("adoption_ceiling", 0.1),
            ("arr_g1", 0.0),
            ("arr_g_lt", 0.0),
            ("exit_multiple", 1.5),
            ("equity_haircut", 0.5),
        ],
    },
];

/// Deals whose parameters are known well enough to be computed.
pub static PRESETS: &[Preset] = &[
    Preset {
        id: "amazon_anthropic",
        name: "Amazon × Anthropic",
        note: "The deal of April 2026: the defaults.",
        values: &[],
    },
    Preset {
        id: "amazon_openai",
        name: "Amazon × OpenAI",
        note: "50 and 100 from the articles; split, term, capacity and valuation from public reports; growth and exit as in the default deal.",
        values: &[
            ("prior_invest_b", 0.0),
            ("immediate_b", 15.0),
            ("contingent_b", 35.0),
            ("commit_total_b", 100.0),
            ("commit_years", 8.0),
            ("horizon_years", 8.0),
            ("exit_year", 8.0),
            ("arr0_b", 25.0),
            ("gw_headline", 2.0),
            ("entry_valuation_b", 840.0),
            ("prior_stake", 0.0),
            ("adoption_model", NO_GROWTH),
        ],
    },
    Preset {
        id: "microsoft_openai",
        name: "Microsoft × OpenAI",
        note: "13 from the articles; commitment and value from public reports; a term of ten years is assumed. The stake was bought years earlier, so the deal does not compare.",
        values: &[
            ("prior_invest_b", 0.0),
            ("immediate_b", 13.0),
            ("contingent_b", 0.0),
            ("commit_total_b", 250.0),
            ("commit_years", 10.0),
            ("gw_headline", 0.0),
            ("arr0_b", 20.0),
            ("entry_valuation_b", 500.0),
            ("aws_rev0_b", 120.0),
            ("prior_stake", 0.0),
            ("adoption_model", NO_GROWTH),
        ],
    },
    Preset {
        id: "google_anthropic",
        name: "Google × Anthropic",
        note: "Press reports only, confirmed by neither side; the start of the spending is moved from 2027 to year 1.",
        values: &[
            ("prior_invest_b", 3.0),
            ("immediate_b", 10.0),
            ("contingent_b", 30.0),
            ("commit_total_b", 200.0),
            ("commit_years", 5.0),
            ("horizon_years", 5.0),
            ("exit_year", 5.0),
            ("milestone_count", 4.0),
            ("entry_valuation_b", 350.0),
            ("aws_rev0_b", 70.0),
            ("prior_stake", 0.14),
            ("adoption_model", NO_GROWTH),
        ],
    },
    Preset {
        id: "microsoft_anthropic",
        name: "Microsoft × Anthropic",
        note: "Up to 5 invested and 30 of cloud spending from public reports; a term of five years is assumed.",
        values: &[
            ("prior_invest_b", 0.0),
            ("immediate_b", 5.0),
            ("contingent_b", 0.0),
            ("commit_total_b", 30.0),
            ("commit_years", 5.0),
            ("horizon_years", 5.0),
            ("exit_year", 5.0),
            ("gw_headline", 1.0),
            ("entry_valuation_b", 350.0),
            ("aws_rev0_b", 120.0),
            ("prior_stake", 0.0),
            ("adoption_model", NO_GROWTH),
        ],
    },
];
