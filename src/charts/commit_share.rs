//! The commitment as a share of the lab's revenue: a path by year, and apart from it the share of the run-rate at closing.

use super::labels::{Align, Board, Label};
use super::plot::{Ends, PlotMap, Rect, Unit};
use super::quiet::{self, Quiet};
use super::scale::Domain;
use super::stops::Stops;
use super::style::Style;
use super::surface::{ChartError, Point, Surface};
use crate::model::{Inputs, Outcome};
use crate::wording::numbers::{MONEY, percent};
use crate::wording::readings::{self, Reading};

const RIGHT: f64 = 18.0;
const RING: f64 = 5.5;
const POINT: f64 = 2.5;
/// An empty chart still has a scale: up to a tenth.
const LEAST_TOP: f64 = 0.1;

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct CommitShare {
    headline: f64,
    path: Vec<f64>,
    per_year_b: f64,
    run_rate_b: f64,
    commits_b: Vec<f64>,
    revenues_b: Vec<f64>,
    quiet: Vec<Quiet>,
}

impl CommitShare {
    /// From an outcome.
    #[must_use]
    pub fn new(inputs: &Inputs, outcome: &Outcome) -> Self {
        let share = &outcome.commit_share;
        let revenues_b: Vec<f64> = outcome.lab.revenue.iter().copied().take(share.path.len()).collect();
        Self {
            headline: share.headline,
            commits_b: share.path.iter().zip(&revenues_b).map(|(share, revenue)| share * revenue).collect(),
            path: share.path.clone(),
            per_year_b: share.per_year_b,
            run_rate_b: inputs.arr0_b,
            revenues_b,
            quiet: Vec::new(),
        }
    }

    /// The same with the path of a pinned case as a quiet line.
    #[must_use]
    pub fn with_pin(mut self, name: &str, outcome: &Outcome) -> Self {
        let values = outcome.commit_share.path.clone();
        self.quiet.push(Quiet { name: name.to_owned(), first: 1, values });
        self
    }

    /// The range that shows everything, from zero.
    #[must_use]
    pub fn natural_domain(&self) -> Domain {
        let pinned = self.quiet.iter().flat_map(|quiet| quiet.values.iter().copied());
        Domain::around(self.path.iter().copied().chain([self.headline, LEAST_TOP]).chain(pinned))
    }

    /// Closing with the share of the run-rate, and each year with its share.
    #[must_use]
    pub fn stops(&self, map: &PlotMap) -> Stops {
        Stops::of_years(map, |t| self.share(t as usize).into_iter().collect())
    }

    /// What is read at a year.
    #[must_use]
    pub fn reading(&self, at: usize) -> Option<Reading> {
        let parts = match at.checked_sub(1) {
            None => [self.per_year_b, self.run_rate_b],
            Some(year) => [*self.commits_b.get(year)?, *self.revenues_b.get(year)?],
        };
        let t = u32::try_from(at).ok()?;
        Some(readings::share(t, self.share(at)?, parts, quiet::values(&self.quiet, t)))
    }

    fn share(&self, at: usize) -> Option<f64> {
        at.checked_sub(1).map_or(Some(self.headline), |year| self.path.get(year).copied())
    }

    #[expect(clippy::cast_possible_truncation, reason = "at most MAX_YEARS")]
    fn last_year(&self) -> u32 {
        self.path.len() as u32
    }
}

/// Draws the chart. `domain` holds the range still, for instance while a slider is dragged.
///
/// # Errors
/// When the backend cannot draw.
pub fn draw(
    surface: &Surface<'_>,
    data: &CommitShare,
    style: &Style,
    domain: Option<Domain>,
) -> Result<PlotMap, ChartError> {
    let domain = domain.unwrap_or_else(|| data.natural_domain());
    let map = PlotMap::new(style, domain, data.last_year(), Ends::Points, RIGHT, Unit::Percent);
    let palette = &style.palette;
    let path: Vec<Point> =
        data.path.iter().zip(1_u32..).map(|(share, t)| (map.x(f64::from(t)), map.y(*share))).collect();
    map.draw_axes(surface, style, Unit::Percent)?;
    quiet::draw(surface, &data.quiet, &map, palette)?;
    surface.path(&path, palette.ink, 2.25)?;
    for point in &path {
        surface.point(*point, POINT, palette.ink)?;
    }
    surface.ring((map.x(0.0), map.y(data.headline)), RING, palette.ink, palette.paper)?;
    for placed in label(data, &map, style, path).placed() {
        surface.label(placed, palette.paper)?;
    }
    Ok(map)
}

/// All labels, most important first.
fn label(data: &CommitShare, map: &PlotMap, style: &Style, path: Vec<Point>) -> Board {
    let mut board = Board::new(map.room_for_labels(style));
    let first = path.first().copied();
    let last = path.last().copied();
    let ring = (map.x(0.0), map.y(data.headline));
    board.take(Rect { left: ring.0 - 7.0, right: ring.0 + 7.0, top: ring.1 - 7.0, bottom: ring.1 + 7.0 });
    board.avoid(path);
    quiet::avoid(&mut board, &data.quiet, map);
    board.place(headline_label(data, ring, style));
    if let (Some(last), Some(share)) = (last, data.path.last()) {
        board.place(end_label(*share, last, style, data.path.len() > 1));
    }
    if let (Some(first), Some(share)) = (first, data.path.first()) {
        board.place(first_label(*share, first, style));
    }
    quiet::name(&mut board, &data.quiet, map, &style.palette);
    note(data, map, style).map(|note| board.place(note));
    board
}

fn headline_label(data: &CommitShare, (x, y): Point, style: &Style) -> Label {
    let palette = &style.palette;
    let headline = format!("{} of run-rate", percent(data.headline));
    let parts = format!("{} / {}, on one day", MONEY.trimmed(data.per_year_b), MONEY.trimmed(data.run_rate_b));
    let label = Label::new([(headline, palette.ink, true), (parts, palette.ink_2, false)]);
    [-6.0, 2.0, -24.0, 16.0, -36.0].into_iter().fold(label, |label, down| label.or_at(x + 12.0, y + down, Align::Left))
}

/// The first year's share, right of its point or, where the path ends early, left of it.
fn first_label(share: f64, (x, y): Point, style: &Style) -> Label {
    let label = Label::new([(format!("{} of revenue, year 1", percent(share)), style.palette.ink, true)]);
    [-2.0, -14.0, 16.0, -28.0, 30.0, -44.0, 44.0]
        .into_iter()
        .fold(label, |label, down| label.or_at(x + 10.0, y + down, Align::Left).or_at(x - 10.0, y + down, Align::Right))
}

/// The last year's share. A single year is labelled as the first.
fn end_label(share: f64, (x, y): Point, style: &Style, several: bool) -> Label {
    let label = Label::new([(percent(share), style.palette.ink, true)]);
    if !several {
        return label;
    }
    let x = x + 4.0;
    [-13.0, 14.0, -26.0].into_iter().fold(label, |label, down| label.or_at(x, y + down, Align::Right))
}

/// What the path divides by what, where both say something.
fn note(data: &CommitShare, map: &PlotMap, style: &Style) -> Option<Label> {
    let ends = |values: &[f64]| Some((shown(*values.first()?), shown(*values.last()?)));
    let (commit, revenue) = (ends(&data.commits_b)?, ends(&data.revenues_b)?);
    let spend = if commit.0 == commit.1 {
        format!("{} a year, on revenue that", commit.0)
    } else {
        format!("{}, later {}, on revenue that", commit.0, commit.1)
    };
    let grows = data.revenues_b.last() >= data.revenues_b.first();
    let revenue_words = format!("{} from {} to {}", if grows { "grows" } else { "falls" }, revenue.0, revenue.1);
    let label =
        Label::new([(spend, style.palette.ink_3, false), (revenue_words, style.palette.ink_3, false)]).off_lines();
    let (middle, height) = (f64::midpoint(map.area.left, map.area.right), map.area.bottom - map.area.top);
    let places = [0.55, 0.4, 0.25, 0.75, 0.1].into_iter();
    (data.headline > 0.0 && revenue.0 != revenue.1).then(|| {
        places.fold(label, |label, share| label.or_at(middle - 20.0, map.area.top + share * height, Align::Left))
    })
}

/// Whole billions, but the decimal of small ones.
fn shown(billions: f64) -> String {
    const SMALL: f64 = 20.0;
    MONEY.trimmed(if billions < SMALL { billions } else { billions.round() })
}
