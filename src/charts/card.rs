//! A case as one picture, for letters and posts: the answer, what supports it, the main chart, and on what all of it rests.

use std::borrow::Cow;

use plotters::style::RGBColor;

use super::cash_flow::{self, CashFlow};
use super::contract::{self, Contract};
use super::flow::{Flow, Type};
use super::labels::Align;
use super::obligations::{self, Obligations};
use super::plot::Rect;
use super::style::{Palette, Style};
use super::surface::{ChartError, Point, Surface};
use crate::catalog::{Case, Side};
use crate::model::{MODEL_VERSION, Outcome, Stake};
use crate::protocol::link::Accent;
use crate::wording::side::Voice;
use crate::wording::{Span, Tone, embed};

/// The usual size in pixels: what services ask for that show a link as a picture.
pub const PIXELS: (f64, f64) = (1200.0, 630.0);
/// The smallest picture that can be read, in pixels.
pub const LEAST: (f64, f64) = (600.0, 315.0);
/// The room for which type and distances are chosen, in CSS pixels: larger pictures show the same, larger.
const ROOM: (f64, f64) = (720.0, 378.0);

const MARGIN: f64 = 32.0;
const RULE: f64 = 5.0;
/// The middle of the line above the answer.
const HEAD: f64 = 27.0;
/// Where answer and chart begin.
const BODY: f64 = 46.0;
/// Between the columns, and between answer and chart where they stand one above the other.
const GAP: f64 = 28.0;
/// What the foot takes: a hairline and two lines; a caveat takes one more.
const FOOT: f64 = 54.0;
/// Wider than this many times its height, a picture has two columns.
const WIDE: f64 = 1.35;
/// The answer takes this part of the width beside the chart, or at most this part of the height above it.
const ANSWER: f64 = 0.45;
/// Sizes of the answer, the best first. The last ones are for numbers of twenty digits, which a reader can bring about.
const SIZES: [f64; 11] = [30.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 11.0, 8.0];
/// Sizes of what supports it, of the chart's title, and of the smallest print.
const SECOND: (f64, f64) = (13.5, 19.0);
const TITLE: (f64, f64) = (14.0, 19.0);
const SMALL: (f64, f64) = (11.5, 16.0);

/// What is on the card.
#[derive(Clone, Debug)]
pub struct Card {
    /// Which deal, of when, and what makes the case another one than the usual.
    pub deal: String,
    /// The answer.
    pub verdict: Vec<Span>,
    /// What supports it, sentence by sentence: as many are written as there is room for.
    pub supporting: Vec<Vec<Span>>,
    /// What the chart found.
    pub title: String,
    /// What it measures.
    pub sub: String,
    /// The chart.
    pub chart: Main,
    /// On whose word it is, where that must be said.
    pub caveat: Option<String>,
    /// On what the case rests, and what it is not.
    pub foot: [String; 2],
    /// From which versions and where; what does not fit is left out.
    pub origin: [String; 2],
    /// The colour of the rule at the top; nothing stands for ink.
    pub accent: Option<[u8; 3]>,
}

/// The main chart of a side.
#[derive(Clone, Debug)]
pub enum Main {
    /// Cash flow by year.
    Cash(CashFlow),
    /// What the lab owes by year.
    Obligations(Obligations),
    /// The buyer's contract against paying as it goes.
    Contract(Contract),
}

impl Main {
    /// That of the side that speaks.
    #[must_use]
    pub fn of(voice: &Voice<'_>) -> Self {
        match voice {
            Voice::Investor(inputs, outcome, _) => Self::Cash(CashFlow::new(inputs, outcome)),
            Voice::Lab(inputs, outcome) => Self::Obligations(Obligations::new(inputs, outcome)),
            Voice::Buyer(inputs, outcome) => Self::Contract(Contract::new(inputs, outcome)),
        }
    }

    fn draw(&self, surface: &Surface<'_>, style: &Style) -> Result<(), ChartError> {
        match self {
            Self::Cash(data) => cash_flow::draw(surface, data, style, None).map(|_| ()),
            Self::Obligations(data) => obligations::draw(surface, data, style, None).map(|_| ()),
            Self::Contract(data) => contract::draw(surface, data, style, None).map(|_| ()),
        }
    }
}

impl Card {
    /// The card of a case of the deal. `address` is where the page stands, if it stands anywhere.
    #[must_use]
    pub fn new(case: &Case, outcome: &Outcome, stake: Stake, address: Option<&str>) -> Self {
        Self::spoken(&Voice::Investor(case.inputs(), Cow::Borrowed(outcome), stake), case, address)
    }

    /// The card of a case as a side sees it.
    #[must_use]
    pub fn of(side: Side, case: &Case, stake: Stake, address: Option<&str>) -> Self {
        Self::spoken(&Voice::new(side, case.inputs(), stake), case, address)
    }

    fn spoken(voice: &Voice<'_>, case: &Case, address: Option<&str>) -> Self {
        let place = address.map_or("", |address| address.split_once("://").map_or(address, |(_, place)| place));
        Self {
            deal: voice.headed(case),
            verdict: voice.brief(),
            supporting: voice.supporting(),
            title: voice.chart_title(),
            sub: voice.chart_sub(),
            chart: Main::of(voice),
            caveat: voice.caveat(),
            foot: [voice.basis(), embed::ADVICE.to_owned()],
            origin: [
                format!("Model {MODEL_VERSION}, data {}", case.version().id),
                place.trim_end_matches('/').to_owned(),
            ],
            accent: None,
        }
    }

    /// What the foot takes.
    fn foot(&self) -> f64 {
        FOOT + if self.caveat.is_some() { SMALL.1 } else { 0.0 }
    }

    /// The same with a colour for the rule at the top.
    #[must_use]
    pub fn with_accent(self, accent: Option<Accent>) -> Self {
        Self { accent: accent.map(|Accent(colour)| colour), ..self }
    }
}

/// The style in which the card fills a picture of so many pixels; smaller than [`LEAST`] is taken for that.
#[must_use]
pub fn style(palette: Palette, (across, down): (f64, f64)) -> Style {
    let (across, down) = (across.max(LEAST.0), down.max(LEAST.1));
    let ratio = (across / ROOM.0).min(down / ROOM.1);
    Style { palette, width: across / ratio, height: down / ratio, ratio }
}

/// Draws the card.
///
/// # Errors
/// When the backend cannot draw.
pub fn draw(surface: &Surface<'_>, card: &Card, style: &Style) -> Result<(), ChartError> {
    let Style { palette, width, height, .. } = *style;
    surface.bar(Rect { left: 0.0, top: 0.0, right: width, bottom: height }, palette.paper)?;
    let rule = card.accent.map_or(palette.ink, |[red, green, blue]| RGBColor(red, green, blue));
    surface.bar(Rect { left: 0.0, top: 0.0, right: width, bottom: RULE }, rule)?;
    surface.set(&card.deal, (MARGIN, HEAD), Align::Left, palette.ink_3, SECOND.0, false)?;
    wordmark(surface, (width - MARGIN, HEAD), &palette)?;
    foot(surface, card, style)?;
    let body = Rect { left: MARGIN, top: BODY, right: width - MARGIN, bottom: height - card.foot() };
    let (answer, chart) = if width > WIDE * height {
        let left = body.left + ANSWER * (body.right - body.left - GAP);
        answer_in(surface, card, Rect { right: left, ..body }, &palette)?;
        (body.top, Rect { left: left + GAP, ..body })
    } else {
        let most = Rect { bottom: body.top + ANSWER * (body.bottom - body.top), ..body };
        let end = answer_in(surface, card, most, &palette)?;
        (end, Rect { top: end + GAP / 2.0, ..body })
    };
    debug_assert!(answer < chart.bottom, "the answer leaves room for the chart");
    chart_in(surface, card, chart, style)
}

/// The answer is not set smaller than this to make room for more than one sentence.
const ENOUGH: f64 = 20.0;

/// The distance of lines of the answer.
fn leading(size: f64) -> f64 {
    const LEAST: f64 = 11.0;
    (size * 1.28).round().max(LEAST)
}

/// A bar below a line and one above it, and the name, ending at a point.
fn wordmark(surface: &Surface<'_>, (right, y): Point, palette: &Palette) -> Result<(), ChartError> {
    const NAME: &str = "Offtake";
    const SIZE: f64 = 16.0;
    const MARK: f64 = 15.0;
    let serif = surface.serif();
    let left = right - serif.width_of(NAME, SIZE, true) - 6.0 - MARK;
    let part = |x: f64, top: f64, width: f64, height: f64, colour| {
        let unit = MARK / 18.0;
        let (x, top) = (left + x * unit, y - MARK / 2.0 + top * unit);
        surface.bar(Rect { left: x, top, right: x + width * unit, bottom: top + height * unit }, colour)
    };
    part(2.0, 10.0, 5.0, 7.0, palette.loss)?;
    part(11.0, 1.0, 5.0, 7.0, palette.gain)?;
    part(0.0, 8.0, 18.0, 2.0, palette.ink)?;
    serif.set(NAME, (left + MARK + 6.0, y), Align::Left, palette.ink, SIZE, true)
}

/// The answer, as large as it fits above what supports it, and as much of that as fits. Says where it ends.
fn answer_in(surface: &Surface<'_>, card: &Card, room: Rect, palette: &Palette) -> Result<f64, ChartError> {
    let (across, down) = (room.right - room.left, room.bottom - room.top);
    let serif = surface.serif();
    let room_for = |count: usize| {
        let words = joined(card.supporting.get(..count).unwrap_or(&card.supporting));
        Flow::new(surface, &words, SECOND.0, across).lines() * SECOND.1 + 8.0
    };
    let (one, all) = (room_for(1), room_for(card.supporting.len()));
    let set = |size: f64| (size, Flow::new(&serif, &card.verdict, size, across));
    let fits = |(size, flow): &(f64, Flow)| {
        let least = if *size >= ENOUGH { all } else { one };
        flow.width() <= across && flow.lines() * leading(*size) + least <= down
    };
    let last = SIZES.last().copied().unwrap_or(SECOND.0);
    let (size, flow) = SIZES.into_iter().map(set).find(fits).unwrap_or_else(|| set(last));
    let kind = Type { size, line: leading(size), colour: palette.ink };
    let y = flow.write(&serif, (room.left, room.top), kind, palette)? + 8.0;
    let second = Type { size: SECOND.0, line: SECOND.1, colour: palette.ink_2 };
    let mut said = Flow::default();
    for count in 1..=card.supporting.len() {
        let words = joined(card.supporting.get(..count).unwrap_or_default());
        let more = Flow::new(surface, &words, SECOND.0, across);
        if more.width() > across || y + more.lines() * SECOND.1 > room.bottom {
            break;
        }
        said = more;
    }
    said.write(surface, (room.left, y), second, palette)
}

/// Sentences with spaces between.
fn joined(sentences: &[Vec<Span>]) -> Vec<Span> {
    let space = || std::iter::once(Span { text: " ".to_owned(), tone: Tone::Plain });
    sentences.iter().flat_map(|sentence| sentence.iter().cloned().chain(space())).collect()
}

fn chart_in(surface: &Surface<'_>, card: &Card, room: Rect, style: &Style) -> Result<(), ChartError> {
    let palette = &style.palette;
    let across = room.right - room.left;
    let words = |text: &str, tone| [Span { text: text.to_owned(), tone }];
    let title = Flow::new(surface, &words(&card.title, Tone::Strong), TITLE.0, across);
    let kind = Type { size: TITLE.0, line: TITLE.1, colour: palette.ink };
    let y = title.write(surface, (room.left, room.top + 3.0), kind, palette)?;
    let sub = Flow::new(surface, &words(&card.sub, Tone::Plain), SMALL.0, across);
    let kind = Type { size: SMALL.0, line: SMALL.1, colour: palette.ink_3 };
    let y = sub.write(surface, (room.left, y), kind, palette)? + 6.0;
    let inner = Style { width: across, height: room.bottom - y, ..*style };
    card.chart.draw(&surface.moved((room.left, y)), &inner)
}

/// On whose word it is, where that must be said; then two lines: on what it rests and what it is not at the left, versions
/// and address at the right.
fn foot(surface: &Surface<'_>, card: &Card, style: &Style) -> Result<(), ChartError> {
    let Style { palette, width, height, .. } = *style;
    let (left, right) = (MARGIN, width - MARGIN);
    let hair = height - card.foot() + 8.0;
    surface.line((left, hair), (right, hair), palette.grid, 1.0)?;
    let mut y = hair + 6.0 + SMALL.1 / 2.0;
    if let Some(caveat) = &card.caveat {
        surface.text(caveat, (left, y), Align::Left, palette.ink_2, SMALL.0, false)?;
        y += SMALL.1;
    }
    for (words, origin) in card.foot.iter().zip(&card.origin) {
        surface.set(words, (left, y), Align::Left, palette.ink_3, SMALL.0, false)?;
        let end = left + surface.width_of(words, SMALL.0, false) + GAP / 2.0;
        if end + surface.width_of(origin, SMALL.0, false) <= right && !origin.is_empty() {
            surface.set(origin, (right, y), Align::Right, palette.ink_3, SMALL.0, false)?;
        }
        y += SMALL.1;
    }
    Ok(())
}
