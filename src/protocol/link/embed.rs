//! What a frame in another page shows: the part of a link that only a frame reads.
//!
//! | key | value |
//! |---|---|
//! | `embed` | the card: `verdict`, `chart` or `verdict-chart` |
//! | `chart` | which chart of the side, if not its main one: `cash`, `obligations` or `contract` |
//! | `sliders` | up to four assumptions by their short keys, with commas, or `none`; absent: those that the card usually has |
//! | `accent` | the colour of the rule at the top, six hexadecimal digits |
//! | `lock` | `1`: the assumptions are shown and cannot be moved |

use std::fmt;

use super::super::fault::{Fault, Problem};
use super::decode::fault;
use super::{numeric, short};
use crate::catalog::Side;

/// The most assumptions that a frame shows.
pub const MOST_SLIDERS: usize = 4;

pub(super) const EMBED: &str = "embed";
pub(super) const CHART: &str = "chart";
pub(super) const SLIDERS: &str = "sliders";
pub(super) const ACCENT: &str = "accent";
pub(super) const LOCK: &str = "lock";
const NONE: &str = "none";
/// What scripts of hosts append to the address of a frame.
const OF_HOSTS: [&str; 4] = ["initialWidth", "childId", "parentTitle", "parentUrl"];

/// What a frame shows. As it is by default it is of the investor: [`Embed::of`] is that of any side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Embed {
    /// Which parts.
    pub card: Card,
    /// Which chart, on a card that has one.
    pub figure: Figure,
    /// Which assumptions, by the ids of their controls; nothing stands for those that the card usually has.
    pub sliders: Option<Vec<&'static str>>,
    /// The colour of the rule at the top; nothing stands for ink.
    pub accent: Option<Accent>,
    /// Whether the assumptions are shown without sliders.
    pub locked: bool,
}

impl Embed {
    /// What a frame of a side shows where nothing is said.
    #[must_use]
    pub fn of(side: Side) -> Self {
        Self { figure: Figure::main(side), ..Self::default() }
    }
}

/// The parts of a card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Card {
    /// The answer in two sentences.
    Verdict,
    /// A chart.
    Chart,
    /// Both.
    #[default]
    VerdictChart,
}

impl Card {
    /// Every card.
    pub const ALL: [Self; 3] = [Self::Verdict, Self::VerdictChart, Self::Chart];

    /// A stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Verdict => "verdict",
            Self::Chart => "chart",
            Self::VerdictChart => "verdict-chart",
        }
    }

    /// Whether the answer stands on it.
    #[must_use]
    pub const fn has_verdict(self) -> bool {
        matches!(self, Self::Verdict | Self::VerdictChart)
    }

    /// Whether a chart stands on it.
    #[must_use]
    pub const fn has_chart(self) -> bool {
        matches!(self, Self::Chart | Self::VerdictChart)
    }
}

/// A chart, by the name that it has on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Figure {
    /// Cash flow by year.
    #[default]
    Cash,
    /// The commitment as a share of revenue.
    Share,
    /// Where the NPV comes from.
    Bridge,
    /// What must hold, step by step.
    Ladder,
    /// NPV over two inputs.
    Grid,
    /// How far each input alone moves the NPV.
    Tornado,
    /// The spread of the NPV.
    Simulation,
    /// The commitment against the capacity that was announced.
    Gigawatts,
    /// This deal beside others.
    Deals,
    /// What the lab owes each year, against its revenue.
    Obligations,
    /// What the lab owes as a share of its revenue.
    Burden,
    /// What the buyer's contract costs against paying as it goes.
    Contract,
    /// What the buyer's commitment is worth at each usage.
    Usage,
    /// What leaving would cost the buyer, year by year.
    Exposure,
}

impl Figure {
    /// Every chart.
    pub const ALL: [Self; 14] = [
        Self::Cash,
        Self::Share,
        Self::Bridge,
        Self::Ladder,
        Self::Grid,
        Self::Tornado,
        Self::Simulation,
        Self::Gigawatts,
        Self::Deals,
        Self::Obligations,
        Self::Burden,
        Self::Contract,
        Self::Usage,
        Self::Exposure,
    ];

    /// The charts of a side, its main one first. Tornado and grid belong to every side.
    #[must_use]
    pub const fn of(side: Side) -> &'static [Self] {
        match side {
            Side::Investor => &[
                Self::Cash,
                Self::Share,
                Self::Bridge,
                Self::Ladder,
                Self::Grid,
                Self::Tornado,
                Self::Simulation,
                Self::Gigawatts,
                Self::Deals,
            ],
            Side::Lab => &[Self::Obligations, Self::Burden, Self::Tornado, Self::Grid],
            Side::Buyer => &[Self::Contract, Self::Usage, Self::Exposure, Self::Tornado, Self::Grid],
        }
    }

    /// The chart that a card of a side has where none is named.
    #[must_use]
    pub const fn main(side: Side) -> Self {
        match side {
            Side::Investor => Self::Cash,
            Side::Lab => Self::Obligations,
            Side::Buyer => Self::Contract,
        }
    }

    /// A stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Cash => "cash",
            Self::Share => "share",
            Self::Bridge => "bridge",
            Self::Ladder => "ladder",
            Self::Grid => "grid",
            Self::Tornado => "tornado",
            Self::Simulation => "simulation",
            Self::Gigawatts => "gigawatts",
            Self::Deals => "deals",
            Self::Obligations => "obligations",
            Self::Burden => "burden",
            Self::Contract => "contract",
            Self::Usage => "usage",
            Self::Exposure => "exposure",
        }
    }
}

/// A colour, as red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent(pub [u8; 3]);

impl Accent {
    /// Reads six hexadecimal digits, with or without a number sign.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        let is_colour = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok().filter(|_| is_colour)?.to_be_bytes();
        Some(Self([red, green, blue]))
    }
}

impl fmt::Display for Accent {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Self([red, green, blue]) = self;
        write!(f, "{red:02x}{green:02x}{blue:02x}")
    }
}

/// Keys and values of a frame on a side.
pub(super) fn encode(embed: &Embed, side: Side) -> Vec<(&'static str, String)> {
    let Embed { card, figure, sliders, accent, locked } = embed;
    let mut pairs = vec![(EMBED, card.id().to_owned())];
    if *figure != Figure::main(side) {
        pairs.push((CHART, figure.id().to_owned()));
    }
    if let Some(chosen) = sliders {
        let keys: Vec<_> = chosen.iter().map(|id| short(id)).collect();
        pairs.push((SLIDERS, if keys.is_empty() { NONE.to_owned() } else { keys.join(",") }));
    }
    if let Some(accent) = accent {
        pairs.push((ACCENT, accent.to_string()));
    }
    if *locked {
        pairs.push((LOCK, "1".to_owned()));
    }
    pairs
}

/// Takes a pair that only a frame reads; nothing for one that is none. Without `embed` among the pairs there is no frame,
/// and these say nothing.
pub(super) fn take(embed: &mut Embed, side: Side, key: &str, value: &str) -> Option<Result<(), Fault>> {
    let one_of = |names: &[&'static str]| fault(key, value, Problem::NotAName(names.to_vec()));
    Some(match key {
        // A frame that asks for no card in particular.
        EMBED if value.is_empty() || value == "1" => Ok(()),
        EMBED => put(&mut embed.card, Card::ALL.into_iter().find(|card| card.id() == value))
            .ok_or_else(|| one_of(&Card::ALL.map(Card::id))),
        CHART => put(&mut embed.figure, Figure::of(side).iter().copied().find(|figure| figure.id() == value))
            .ok_or_else(|| one_of(&Figure::of(side).iter().map(|figure| figure.id()).collect::<Vec<_>>())),
        SLIDERS => {
            let (chosen, wrong) = sliders(side, value);
            // With none that is known the card has those that it usually has.
            embed.sliders = Some(chosen).filter(|chosen| wrong.is_none() || !chosen.is_empty());
            wrong.map_or(Ok(()), Err)
        }
        ACCENT => match Accent::read(value) {
            Some(accent) => {
                embed.accent = Some(accent);
                Ok(())
            }
            None => Err(fault(key, value, Problem::NotAColour)),
        },
        LOCK => put(&mut embed.locked, ["0", "1"].iter().position(|one| *one == value).map(|at| at == 1))
            .ok_or_else(|| one_of(&["0", "1"])),
        _ if OF_HOSTS.contains(&key) => Ok(()),
        _ => return None,
    })
}

fn put<T>(place: &mut T, value: Option<T>) -> Option<()> {
    *place = value?;
    Some(())
}

/// Those that a slider can move, each once; and the first that is none of them, or that has no room.
fn sliders(side: Side, text: &str) -> (Vec<&'static str>, Option<Fault>) {
    let (mut chosen, mut wrong) = (Vec::new(), None);
    for key in text.split(',').filter(|_| text != NONE) {
        match numeric(side, key) {
            Some(control) if chosen.contains(&control.id) => {}
            Some(control) if chosen.len() < MOST_SLIDERS => chosen.push(control.id),
            Some(_) => wrong = wrong.or_else(|| Some(fault(SLIDERS, key, Problem::TooMany(MOST_SLIDERS)))),
            None => wrong = wrong.or_else(|| Some(fault(SLIDERS, key, Problem::UnknownKey(None)))),
        }
    }
    (chosen, wrong)
}
