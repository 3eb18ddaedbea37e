//! What to watch: the signals that the sources name, each with the input that it moves.

use super::{Control, Input, find};

/// A signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signal {
    /// A stable name.
    pub id: &'static str,
    /// What happens in the world, briefly.
    pub label: &'static str,
    /// What would show it, in a sentence.
    pub words: &'static str,
    /// The input that it moves.
    pub input: &'static str,
    /// Ids of facts, public points and contradictions.
    pub sources: &'static [&'static str],
}

/// The signals, in the order of the page.
pub static SIGNALS: [Signal; 5] = [
    Signal {
        id: "revenue",
        label: "Anthropic’s revenue growth",
        words: "The run-rate of the lab, quarter by quarter: faster growth makes the commitment lighter to pay and the \
                shares worth more.",
        input: "arr_g1",
        sources: &["S12", "S13", "S14", "P15"],
    },
    Signal {
        id: "silicon",
        label: "Trainium’s adoption and its saving",
        words: "Whether the lab runs on the investor’s own chips, and what they save against GPUs once they do.",
        input: "silicon_saving",
        sources: &["S34", "S35", "P4", "P7"],
    },
    Signal {
        id: "margins",
        label: "Margins on AI services",
        words: "The operating margin of AWS as AI takes a larger part of it, and what others earn on renting machines out.",
        input: "commit_margin",
        sources: &["S25", "S27", "P1", "P2", "P3", "P19"],
    },
    Signal {
        id: "rivals",
        label: "What Microsoft and Google do to adoption",
        words: "Their offers to the same enterprises, Claude among them, limit how many AWS customers take it on AWS.",
        input: "adoption_ceiling",
        sources: &["S20", "S21", "S32", "P23", "P29"],
    },
    Signal {
        id: "milestones",
        label: "Which milestones are paid",
        words: "How much of the contingent money is drawn. The milestones are not disclosed; payments show in filings.",
        input: "milestone_prob",
        sources: &["S3", "S46", "C3"],
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
}
