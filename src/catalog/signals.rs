//! What to watch: the signals that the sources name, each with the input that it moves.
//!
//! Their words are templates: `{lab}`, `{cloud}`, `{investor}` and `{rivals}` stand for those of the present deal.

use super::{Control, Input, Start, find};
use crate::model::{AdoptionModel, Inputs};

/// A signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signal {
    /// A stable name.
    pub id: &'static str,
    /// What happens in the world, briefly: the first that holds for the deal.
    pub labels: &'static [(About, &'static str)],
    /// What would show it, in a sentence: the first that holds for the deal.
    pub words: &'static [(About, &'static str)],
    /// The input that it moves.
    pub input: &'static str,
    /// What a deal must have for the signal to say anything about it.
    pub needs: Needs,
    /// Ids of facts, public points and contradictions, each with the deals that it is about.
    pub sources: &'static [(About, &'static str)],
}

/// Of which deals something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// All, also the reader's own.
    All,
    /// Those of an investor.
    Investor(&'static str),
    /// Those of a lab.
    Lab(&'static str),
    /// One, by its wire name.
    Deal(&'static str),
}

/// What a deal must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// Money that is paid on conditions.
    ContingentMoney,
    /// Customers who take it up.
    Adoption,
}

impl About {
    /// Whether it holds of a deal.
    #[must_use]
    pub fn holds(self, start: Start) -> bool {
        let is = |holds: &dyn Fn(&super::Deal) -> bool| start.deal().is_some_and(holds);
        match self {
            Self::All => true,
            Self::Investor(investor) => is(&|deal| deal.investor == investor),
            Self::Lab(lab) => is(&|deal| deal.lab == lab),
            Self::Deal(id) => start.id() == id,
        }
    }
}

impl Needs {
    /// Whether inputs have it.
    #[must_use]
    pub fn are_met(self, inputs: &Inputs) -> bool {
        match self {
            Self::Nothing => true,
            Self::ContingentMoney => inputs.contingent_b > 0.0,
            Self::Adoption => inputs.adoption_model != AdoptionModel::None,
        }
    }
}

const ALL: About = About::All;
const AMAZON: About = About::Investor("Amazon");
const ANTHROPIC: About = About::Lab("Anthropic");
const OPENAI: About = About::Lab("OpenAI");
const THIS: About = About::Deal("amazon_anthropic");
const AMAZON_OPENAI: About = About::Deal("amazon_openai");
const GOOGLE_ANTHROPIC: About = About::Deal("google_anthropic");

/// The signals, in the order of the page.
pub static SIGNALS: [Signal; 5] = [
    Signal {
        id: "revenue",
        labels: &[(ALL, "{lab}’s revenue growth")],
        words: &[(
            ALL,
            "The run-rate of the lab, quarter by quarter: faster growth makes the commitment lighter to pay and the \
             shares worth more.",
        )],
        input: "arr_g1",
        needs: Needs::Nothing,
        sources: &[(ANTHROPIC, "S12"), (ANTHROPIC, "S13"), (ANTHROPIC, "S14"), (ANTHROPIC, "P15"), (OPENAI, "P21")],
    },
    Signal {
        id: "silicon",
        labels: &[(AMAZON, "Trainium’s adoption and its saving"), (ALL, "{investor}’s own chips and their saving")],
        words: &[(
            ALL,
            "Whether the lab runs on the investor’s own chips, and what they save against GPUs once they do.",
        )],
        input: "silicon_saving",
        needs: Needs::Nothing,
        sources: &[(AMAZON, "S34"), (AMAZON, "S35"), (ALL, "P4"), (AMAZON, "P7")],
    },
    Signal {
        id: "margins",
        labels: &[(ALL, "Margins on AI services")],
        words: &[(
            ALL,
            "The operating margin of {cloud} as AI takes a larger part of it, and what others earn on renting machines \
             out.",
        )],
        input: "commit_margin",
        needs: Needs::Nothing,
        sources: &[(THIS, "S25"), (THIS, "S27"), (AMAZON, "P1"), (AMAZON, "P2"), (AMAZON, "P3"), (ALL, "P19")],
    },
    Signal {
        id: "rivals",
        labels: &[(ALL, "What {rivals} do to adoption")],
        words: &[
            (
                ANTHROPIC,
                "Their offers to the same enterprises, Claude among them, limit how many {cloud} customers take it on \
                 {cloud}.",
            ),
            (
                ALL,
                "Their offers to the same enterprises limit how many customers of {cloud} take models of {lab} there.",
            ),
        ],
        input: "adoption_ceiling",
        needs: Needs::Adoption,
        sources: &[
            (THIS, "S20"),
            (AMAZON, "S21"),
            (ALL, "S32"),
            (ANTHROPIC, "P23"),
            (ANTHROPIC, "P29"),
            (OPENAI, "P22"),
        ],
    },
    Signal {
        id: "milestones",
        labels: &[(ALL, "Which milestones are paid")],
        words: &[(
            ALL,
            "How much of the contingent money is drawn. The milestones are not disclosed; payments show in filings.",
        )],
        input: "milestone_prob",
        needs: Needs::ContingentMoney,
        sources: &[
            (THIS, "S3"),
            (THIS, "S46"),
            (THIS, "C3"),
            (AMAZON_OPENAI, "S30"),
            (AMAZON_OPENAI, "P21"),
            (GOOGLE_ANTHROPIC, "P29"),
        ],
    },
];

impl Signal {
    /// The input that it moves.
    #[must_use]
    pub fn input(&self) -> Option<&'static Input> {
        find(self.input)
    }

    /// The control of that input.
    #[must_use]
    pub fn control(&self) -> Option<&'static Control> {
        Control::find(self.input)
    }

    /// Whether it says anything about a deal: it has what the signal needs, as it stands or as the reader changed it.
    #[must_use]
    pub fn applies(&self, start: Start, inputs: &Inputs) -> bool {
        self.needs.are_met(inputs) || self.needs.are_met(&start.inputs(true))
    }

    /// The ids of what is known about a deal.
    #[must_use]
    pub fn sources_of(&self, start: Start) -> Vec<&'static str> {
        self.sources.iter().filter(|(about, _)| about.holds(start)).map(|(_, id)| *id).collect()
    }
}
