//! What each side says away from the page: on cards, in frames, posts and citations.

use super::super::numbers::{PERCENT, capitalised, years_in_words};
use super::super::sections::{contract, obligations};
use super::super::side::Voice;
use super::super::verdict::plain;
use super::super::{Parties, Span, embed, findings, lab, parties, sources};
use super::sentences::{apart, case_name, departure, fitted};
use crate::catalog::deals::Start;
use crate::catalog::{Case, Side};
use crate::model::{Inputs, MODEL_VERSION};

/// What the question of a side is about, in a few words: "Amazon × Anthropic", "Anthropic and its clouds".
#[must_use]
pub fn subject(side: Side) -> String {
    match side {
        Side::Investor => super::deal(),
        Side::Lab => format!("{} and its clouds", parties().lab_of_deal()),
        Side::Buyer => "A buyer’s own commitment to a cloud".to_owned(),
    }
}

/// What a frame of a side is called for those who cannot see it.
#[must_use]
pub fn title_of(side: Side) -> String {
    match side {
        Side::Investor => super::title(),
        Side::Lab | Side::Buyer => format!("{}: calculator", subject(side)),
    }
}

/// The title of the page, as a tab or a bookmark shows it: whose question it answers.
#[must_use]
pub fn page_title(side: Side, start: Start) -> String {
    let Parties { investor, lab, .. } = Parties::of(start);
    match (side, start) {
        (Side::Investor, Start::Deal(_)) => format!("Offtake: does the {investor} and {lab} deal pay?"),
        (Side::Investor, Start::Own(name)) if name.as_str().is_empty() => "Offtake: does this deal pay?".to_owned(),
        (Side::Investor, Start::Own(name)) => format!("Offtake: does {} pay?", name.as_str()),
        (Side::Lab, _) => format!("Offtake: can {lab} carry its commitments?"),
        (Side::Buyer, _) => "Offtake: does our own commitment to a cloud pay?".to_owned(),
    }
}

/// How a case of a side is cited. `day` is the day on which it is cited, as 2026-11-21.
#[must_use]
pub fn citation_of(side: Side, case: &Case, day: &str) -> String {
    if side == Side::Investor {
        return super::citation(case, day);
    }
    let (data, day) = (case.version().id, sources::date(day));
    let name = case_name("default case".to_owned(), case.changes_of(side));
    format!("Offtake, {}, model {MODEL_VERSION}, data {data}, {name}, {day}", subject(side))
}

impl Voice<'_> {
    /// Whose it is.
    #[must_use]
    pub const fn side(&self) -> Side {
        match self {
            Self::Investor(..) => Side::Investor,
            Self::Lab(..) => Side::Lab,
            Self::Buyer(..) => Side::Buyer,
        }
    }

    const fn inputs(&self) -> &Inputs {
        match self {
            Self::Investor(inputs, ..) | Self::Lab(inputs, _) | Self::Buyer(inputs, _) => inputs,
        }
    }

    /// The head of a card: which deal, and of when.
    #[must_use]
    pub fn head(&self) -> String {
        match self {
            Self::Investor(..) => embed::deal(),
            Self::Lab(..) => [subject(Side::Lab), parties().month()].join(", ").trim_end_matches(", ").to_owned(),
            Self::Buyer(..) => subject(Side::Buyer),
        }
    }

    /// Beside it: whose side, over which time.
    #[must_use]
    pub fn span(&self) -> String {
        match self {
            Self::Investor(inputs, ..) => embed::side(inputs),
            Self::Lab(inputs, _) => {
                format!("{}’s side, {}", capitalised(parties().lab), years_in_words(inputs.lab.years))
            }
            Self::Buyer(inputs, _) => format!("Your side, {}", years_in_words(inputs.buyer.term_years)),
        }
    }

    /// The answer on a card.
    #[must_use]
    pub fn brief(&self) -> Vec<Span> {
        match self {
            Self::Investor(inputs, outcome, stake) => embed::verdict(inputs, outcome, *stake),
            Self::Lab(..) | Self::Buyer(..) => self.verdict(),
        }
    }

    /// What supports it on a card.
    #[must_use]
    pub fn brief_second(&self) -> Vec<Span> {
        match self {
            Self::Investor(inputs, outcome, stake) => embed::second(inputs, outcome, *stake),
            Self::Lab(..) | Self::Buyer(..) => self.second(),
        }
    }

    /// The same, sentence by sentence: as many are shown as there is room for.
    #[must_use]
    pub fn supporting(&self) -> Vec<Vec<Span>> {
        apart(self.brief_second())
    }

    /// On what a card rests.
    #[must_use]
    pub fn basis(&self) -> String {
        let start = embed::rests_on(self.side(), self.inputs());
        match self {
            Self::Investor(inputs, ..) => embed::basis(inputs),
            Self::Lab(..) => format!("{start} Before tax."),
            Self::Buyer(inputs, _) => {
                format!("{start} Before tax, {}.", PERCENT.trimmed(inputs.buyer.buyer_discount_rate))
            }
        }
    }

    /// What must be said beside the figures wherever they go: on whose word they are.
    #[must_use]
    pub fn caveat(&self) -> Option<String> {
        match self {
            Self::Lab(inputs, _) => lab::caveat(inputs),
            Self::Investor(..) | Self::Buyer(..) => None,
        }
    }

    /// The finding of the side's main chart.
    #[must_use]
    pub fn chart_title(&self) -> String {
        match self {
            Self::Investor(inputs, outcome, _) => findings::cash_title(inputs, outcome),
            Self::Lab(inputs, outcome) => obligations::title(inputs, outcome),
            Self::Buyer(inputs, outcome) => contract::title(inputs, outcome),
        }
    }

    /// What that chart measures.
    #[must_use]
    pub fn chart_sub(&self) -> String {
        match self {
            Self::Investor(..) => findings::cash_sub(),
            Self::Lab(..) => obligations::sub(),
            Self::Buyer(..) => contract::sub(),
        }
    }

    /// That chart in a sentence.
    #[must_use]
    pub fn chart_label(&self) -> String {
        match self {
            Self::Investor(inputs, outcome, _) => findings::cash_label(inputs, outcome),
            Self::Lab(inputs, outcome) => obligations::label(inputs, outcome),
            Self::Buyer(inputs, outcome) => contract::label(inputs, outcome),
        }
    }

    /// The head of the card of a case, which says what makes it another one than the usual: "Amazon × Anthropic, April
    /// 2026: scenario B, 1 input changed".
    #[must_use]
    pub fn headed(&self, case: &Case) -> String {
        [self.head(), departure(self.side(), case)].join(": ").trim_end_matches(": ").to_owned()
    }

    /// The card of a case in words, for those who do not see the picture.
    #[must_use]
    pub fn alternative(&self, case: &Case) -> String {
        let caveat = self.caveat().map_or_else(String::new, |caveat| format!(" {caveat}"));
        let words = format!("{}. {}{caveat} {}", self.headed(case), plain(&self.brief()), self.chart_label());
        words.replace('\u{2060}', "").replace('\u{2212}', "minus ")
    }

    /// A post: the answer, and what supports it as far as it fits beside a link.
    #[must_use]
    pub fn post(&self) -> String {
        // A whole sentence has no room beside the answer.
        let on = if self.caveat().is_some() { ", by public reports, partly unconfirmed" } else { "" };
        let start = format!("{}{on}. {}", subject(self.side()), plain(&self.brief()));
        fitted(&start, self.supporting())
    }
}
