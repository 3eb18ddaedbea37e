//! Numbers and outcomes as words: formats, verdict, findings. Pure, and tested natively.
//!
//! Every figure that a reader sees passes through [`numbers`], so that one value never reads two ways. Sentences are
//! conditional ("on these assumptions"), short, and say an odd result in words instead of printing a dash.
//!
//! | file | what it words |
//! |---|---|
//! | [`numbers`], `boxes`, `read` | numbers by unit; number boxes and what may be typed into them |
//! | [`separators`] | what stands between thousands and before decimals |
//! | [`verdict`], `second`, `notes` | the answer, what supports it, what must be known beside it |
//! | [`calendar`] | deal years in the calendar |
//! | [`lab`], [`buyer`], [`side`] | answer and figures of the other two sides; one voice for all of them |
//! | [`intro`] | the deal in a sentence and four figures |
//! | [`key_figures`] | the strip of six figures, with words for odd results |
//! | [`findings`] | chart titles, notes and spoken labels |
//! | [`objectives`] | what each side wants more of: names and values |
//! | [`change`] | what a change did, for those who listen |
//! | [`embed`] | the card in another page |
//! | [`deals`], [`watch`] | other deals and where their numbers come from; what to watch |
//! | [`groups`] | one line for a closed group of assumptions |
//! | [`sections`] | titles, sentences, notes and labels of the sections under the first charts |
//! | [`metrics`] | how each figure is computed, with the present numbers put in |
//! | [`readings`], [`csv`], [`actions`] | what is read at a position of a chart; its exact numbers as a file; what can be done with it |
//! | [`tracks`], [`goals`] | what stands at the track of a slider; what an input must be for a goal |
//! | [`naming`] | what the deal is called, also in the names of files |
//! | [`paper`] | the inputs and their sources as a table for paper |
//! | [`keyboard`] | what keys do |
//! | [`share`] | links, codes of frames, posts and citations, for other places |
//! | [`sources`] | where the numbers come from, and where the sources disagree |
//! | [`tables`] | the numbers behind the charts, and the table of all years |

pub mod actions;
mod boxes;
pub mod buyer;
pub mod calendar;
pub mod change;
pub mod csv;
pub mod deals;
mod decimal;
pub mod embed;
pub mod findings;
pub mod goals;
pub mod groups;
pub mod idle;
pub mod intro;
pub mod key_figures;
pub mod keyboard;
pub mod lab;
pub mod metrics;
pub mod naming;
mod notes;
pub mod numbers;
pub mod objectives;
pub mod opened;
pub mod paper;
mod read;
pub mod readings;
mod second;
pub mod sections;
pub mod separators;
pub mod share;
pub mod side;
pub mod sources;
mod span;
pub mod tables;
pub mod tracks;
pub mod verdict;
pub mod watch;

pub use calendar::Calendar;
pub use span::{Span, Tone};

use std::borrow::Cow;
use std::cell::Cell;

use span::Sentence;

use crate::catalog::{Control, Deal, Start};
use numbers::capitalised;

/// Who makes the deal. The only place that names them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parties {
    /// The deal.
    pub start: Start,
    /// Who invests and sells capacity.
    pub investor: &'static str,
    /// Who takes the money and makes the commitment.
    pub lab: &'static str,
    /// The investor's cloud.
    pub cloud: &'static str,
    /// The day of closing, in words; "closing" where no day is known.
    pub closing: &'static str,
    /// The month and year of closing; none where no day is known.
    pub calendar: Option<Calendar>,
    /// Whether the articles state the commitment; else it is empty until the reader accepts the public figure.
    pub states_commitment: bool,
}

impl Parties {
    /// Those of a deal; of a deal of the reader's own only what they are.
    #[must_use]
    pub fn of(start: Start) -> Self {
        let date = start.deal().map_or("", |deal| deal.date);
        let closing = if date.is_empty() { "closing" } else { date };
        let (investor, lab, cloud) = match start {
            Start::Deal(&Deal { investor, lab, cloud, .. }) => (investor, lab, cloud),
            Start::Own(_) => ("the investor", "the lab", "the cloud"),
        };
        let states_commitment = !start.deal().is_some_and(Deal::needs_acceptance);
        Self { start, investor, lab, cloud, closing, calendar: Calendar::read(date), states_commitment }
    }

    /// Month and year of closing; empty where no day is known.
    #[must_use]
    pub fn month(self) -> String {
        self.calendar.map_or_else(String::new, |Calendar { month, year }| format!("{month} {year}"))
    }

    /// What is said where no commitment is counted.
    #[must_use]
    pub const fn no_commitment(self) -> &'static str {
        if self.states_commitment {
            "No commitment is made."
        } else {
            "The commitment is not stated, so none is counted."
        }
    }

    /// Makes every sentence speak of these.
    pub fn choose(self) {
        CHOSEN.set(Some(self));
    }
}

thread_local! {
    /// Of whom sentences speak. Set before the words of a case are made, as the separators are.
    static CHOSEN: Cell<Option<Parties>> = const { Cell::new(None) };
}

/// Of whom sentences speak: of Amazon and Anthropic unless others were chosen.
#[must_use]
pub fn parties() -> Parties {
    CHOSEN.get().unwrap_or_else(|| Parties::of(Start::default()))
}

/// What a slider moves, in a few words that name the parties of the deal.
#[must_use]
pub fn hint(control: &Control) -> Cow<'static, str> {
    let Parties { lab, cloud, .. } = parties();
    match control.id {
        "commit_total_b" => capitalised(&format!("{lab}’s spend on {cloud}")).into(),
        "adoption_ceiling" => format!("final share of {cloud} customers").into(),
        _ => control.hint.into(),
    }
}

/// Below this many billions either way a value is "about even": it would be shown as zero.
const EVEN_B: f64 = 0.05;

/// Whether a value in $B is shown as zero.
fn is_even(billions: f64) -> bool {
    billions.abs() < EVEN_B
}
