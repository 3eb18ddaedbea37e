//! The five questions of the sources as guided paths: where each starts, what is said about it, what can be moved.

use super::{Side, find};

/// A guided path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Path {
    /// A stable name: it is part of links, and never changes.
    pub id: &'static str,
    /// The question.
    pub question: &'static str,
    /// What the reader should know before moving anything. It names no computed number: those stand in the answer.
    pub paragraph: &'static str,
    /// Whose question it is.
    pub side: Side,
    /// Where it starts: keys and values of a link beside the side.
    state: &'static str,
    /// The two or three controls that matter.
    pub controls: &'static [&'static str],
    /// The chart to look at, by its name in links.
    pub figure: &'static str,
}

/// The paths, in the order of the page.
pub static PATHS: [Path; 5] = [
    Path {
        id: "does-the-4x-pay",
        question: "Does the 4x pay?",
        paragraph: "The headline is a multiple of revenue: the commitment over the new money. It is not a return. Serving \
                    the commitment takes most of it, tax takes a part of the rest, and it comes in over many years while \
                    the money goes out early. On the default assumptions the commitment alone brings back less than each \
                    dollar put in; revenue from new enterprise customers closes most of the gap, though not all of it. \
                    Move the margin and the final adoption: either one alone can turn the answer within its slider.",
        side: Side::Investor,
        state: "",
        controls: &["commit_margin", "adoption_ceiling"],
        figure: "ladder",
    },
    Path {
        id: "what-if-margins-stay-thin",
        question: "What if margins stay thin?",
        paragraph: "Scenario B keeps the deal alive and its margin thin: capacity is let at little above its cost, \
                    adoption adds less, and half of the contingent money is never drawn. Without interest the cash would \
                    be back late in the contract; with interest the deal would not earn its cost of capital. Drawing all \
                    of the money makes it worse: within the horizon the cash then does not come back at all. The margin \
                    decides most of it: with that of the default case, and all else as it is here, the deal would pay.",
        side: Side::Investor,
        state: "s=B",
        controls: &["commit_margin", "milestone_prob", "adoption_ceiling"],
        figure: "cash",
    },
    Path {
        id: "what-if-claude-does-not-differentiate",
        question: "What if Claude does not differentiate?",
        paragraph: "In scenario C one model is as good as the next. Growth stops, most of the commitment is never used, \
                    little of the shortfall is collected, and no new enterprise comes to AWS for the sake of Claude. The \
                    money does not come back, not even with the shares counted at their modelled exit. Only a part of \
                    the contingent money is drawn, which limits the loss: with all of it paid, more would be lost. More \
                    use alone does not turn the answer. Collecting far more of the shortfall would, if a lab that no \
                    longer grows could pay it.",
        side: Side::Investor,
        state: "s=C",
        controls: &["fulfilment", "take_or_pay", "milestone_prob"],
        figure: "bridge",
    },
    Path {
        id: "how-heavy-if-growth-slows",
        question: "How heavy is the commitment if growth slows?",
        paragraph: "The commitment is the same amount every year; the revenue behind it is not. While the lab grows as \
                    in the default case, the part of its revenue that goes to this one cloud falls quickly. Here growth \
                    is slow from the first year: the part still falls every year, but in the last one it is more than \
                    twice what it would be otherwise. Without any growth it would stay where it began. Other clouds are \
                    owed as well: the obligations from public reports add them up. Move the growth and the run-rate.",
        side: Side::Lab,
        state: "growth=0.1",
        controls: &["arr_g1", "arr_g_lt", "arr0_b"],
        figure: "burden",
    },
    Path {
        id: "what-would-this-contract-mean-for-us",
        question: "What would this contract mean for us?",
        paragraph: "A buyer’s commitment is the same bargain on a smaller scale: a discount on what is used, against a \
                    bill for what is not. On the numbers here the discount is worth having while nearly all of the \
                    expected demand comes true; well below that, the shortfall takes back more than the discount gave. \
                    Put in your own demand, the yearly commitment and the discount on offer. Then look at what leaving \
                    would cost, and at the price match: if prices fall fast, a discount without one may be no gain.",
        side: Side::Buyer,
        state: "grid=npv,realised,discount",
        controls: &["usage_realised", "commit_m", "discount"],
        figure: "grid",
    },
];

impl Path {
    /// The path of a stable name.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        PATHS.iter().find(|path| path.id == id)
    }

    /// The query of its link: the state that it starts from, with the path itself as the part of the page to go to.
    #[must_use]
    pub fn query(&self) -> String {
        joined([self.start(), format!("view={}", self.id)])
    }

    /// The query of its card for other pages: answer, chart and the sliders that matter.
    #[must_use]
    pub fn embed(&self) -> String {
        let keys: Vec<&str> = self.controls.iter().map(|id| find(id).map_or(*id, |input| input.short)).collect();
        let card = format!("embed=verdict-chart&chart={}&sliders={}", self.figure, keys.join(","));
        joined([card, self.start()])
    }

    fn start(&self) -> String {
        let side = if self.side == Side::default() { String::new() } else { format!("side={}", self.side.id()) };
        joined([side, self.state.to_owned()])
    }
}

fn joined(parts: [String; 2]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("&")
}
