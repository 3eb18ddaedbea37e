//! A state of the page as the query of an address.
//!
//! | key | value |
//! |---|---|
//! | `m`, `d` | versions of model and data: what the rest means; without them, today's |
//! | `side` | whose question is asked, if not the investor's: `lab` or `buyer` |
//! | `deal` | the deal that the inputs start from, if not that of the page: the name of a preset, or `own` |
//! | `name` | what an own deal is called |
//! | `accept` | `1`: the public completion of deals is accepted, where the articles do not tell them whole |
//! | `s` | the scenario on top of it, if not the default case |
//! | a row's `short` | an input that differs from deal and scenario: a plain decimal, or the name of an option |
//! | `ob1name` to `ob6name` | what the lab's obligations are called |
//! | `split` | the part of the new money that is paid at once, where the inputs do not show it |
//! | `stake` | what the shares count for |
//! | `seed`, `within` | of the simulation |
//! | `low.`, `high.`, `sigma.` and a row's `short` | an end of a distribution that the reader changed |
//! | `weights` | of the scenarios A, B and C, with commas |
//! | `grid` | what the grid shows: a measure and the two inputs, with commas |
//! | `theme`, `view` | light or dark; the part of the page that is shown |
//! | `embed` and others | what a frame in another page shows: [`Embed`] |
//! | `pin` | a pinned case: its name, then keys and values as above, with asterisks between |
//! | `against` | which of them the key figures are compared with, from 1 |
//!
//! Only what differs is written. A number is written with as many digits as give the same bits again. What is not
//! understood is left out, one field at a time, and told: a link never fails.

mod decode;
mod embed;
mod encode;
mod told;

pub use decode::{Decoded, decode, decode_among, merge};
pub use embed::{Accent, Card, Embed, Figure, MOST_SLIDERS};
pub use encode::encode;

use crate::analysis::field::Wanted;
use crate::analysis::setup::Setup;
use crate::catalog::{Case, Control, INPUTS, Input, SCENARIOS, Scenario, Side, find};
use crate::model::Stake;
use crate::model::burden::MOST_OBLIGATIONS;

/// The longest name of a pinned case, in characters.
pub const LONGEST_NAME: usize = 24;

/// The most pinned cases in a link.
pub const MOST_PINS: usize = 4;

const MODEL: &str = "m";
const DATA: &str = "d";
const SIDE: &str = "side";
const DEAL: &str = "deal";
const OWN_NAME: &str = "name";
const ACCEPT: &str = "accept";
const SCENARIO: &str = "s";
const SPLIT: &str = "split";
const STAKE: &str = "stake";
const SEED: &str = "seed";
const WITHIN: &str = "within";
const WEIGHTS: &str = "weights";
const THEME: &str = "theme";
const VIEW: &str = "view";
const PIN: &str = "pin";
const AGAINST: &str = "against";
const GRID: &str = "grid";

/// What the obligation at each place is called.
const NAMES: [&str; MOST_OBLIGATIONS] = ["ob1name", "ob2name", "ob3name", "ob4name", "ob5name", "ob6name"];

/// Between the parts of a pinned case.
const SEPARATOR: char = '*';

/// Everything that a link carries.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// Whose question is asked. The case holds the inputs of all sides.
    pub side: Side,
    /// The inputs, the deal and the scenario that they start from, and the version of the data that both are told in.
    pub case: Case,
    /// Whether the link has no version: it then means whatever is newest when it is opened.
    pub follows: bool,
    /// What the shares count for.
    pub stake: Stake,
    /// What is set for the questions about uncertainty.
    pub setup: Setup,
    /// What the grid shows.
    pub plane: Wanted,
    /// The theme, where the link wants one.
    pub theme: Option<Theme>,
    /// The part of the page that is shown.
    pub view: Option<String>,
    /// The cases to compare with.
    pub pins: Vec<PinnedCase>,
    /// The position of the one that the key figures are compared with.
    pub against: usize,
    /// What a frame in another page shows; nothing for the page itself.
    pub embed: Option<Embed>,
}

/// A case to compare with.
#[derive(Clone, Debug, PartialEq)]
pub struct PinnedCase {
    /// What the reader calls it.
    pub name: String,
    /// Its inputs.
    pub case: Case,
    /// What its shares count for.
    pub stake: Stake,
}

/// A theme that a link asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// A stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The query in a link: what stands between question mark and number sign, or all of it where it is no address.
#[must_use]
pub fn query_of(link: &str) -> &str {
    let link = link.trim();
    let link = link.split('#').next().unwrap_or_default();
    match link.split_once('?') {
        Some((_, query)) => query,
        None if link.contains("://") => "",
        None => link,
    }
}

impl Link {
    /// Whether a reader would call the way here from another state a step: another side, deal, scenario or version, a switch, a
    /// pin, a reset. A number that moves is none.
    #[must_use]
    pub fn is_step_from(&self, before: &Self) -> bool {
        let is_switched = |input: &Input| {
            !input.choices().is_empty()
                && input.get(self.case.inputs()).to_bits() != input.get(before.case.inputs()).to_bits()
        };
        self.side != before.side
            || self.case.version() != before.case.version()
            || self.case.start().id() != before.case.start().id()
            || self.case.has_accepted() != before.case.has_accepted()
            || scenario_of(&self.case) != scenario_of(&before.case)
            || self.stake != before.stake
            || self.pins.len() != before.pins.len()
            || (self.case.changes_of(self.side) == 0 && before.case.changes_of(self.side) > 1)
            || INPUTS.iter().any(is_switched)
    }
}

/// The key of a control in links: that of its row, or of the composite its own name.
fn short(id: &'static str) -> &'static str {
    find(id).map_or(id, |input| input.short)
}

/// The control of a key on a side, if it takes numbers.
fn numeric(side: Side, key: &str) -> Option<&'static Control> {
    side.numeric_controls().find(|control| short(control.id) == key)
}

/// The scenario that a case starts from, for a case that starts from none the default one.
pub(super) fn scenario_of(case: &Case) -> Option<&'static Scenario> {
    case.scenario().or_else(|| SCENARIOS.first())
}
