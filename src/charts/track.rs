//! The track under a slider: where the NPV is above and below zero along its range, and what is written at it.
//!
//! The drawing is a few SVG paths in a fixed box that the page stretches to the width of the slider. Gain and loss differ
//! in thickness and in the side of the line on which their shape lies, not only in colour.

use super::labels::text_width;
use crate::analysis::track::Track;
use crate::catalog::{Kind, Limits};
use crate::wording::tracks::Crossing;

/// The box of the drawing: ten thousand units across, tenths of a pixel downwards.
pub const VIEW_BOX: &str = "0 0 10000 440";

const WIDTH: f64 = 10_000.0;
const MIDDLE: f64 = 220.0;
/// The shape's greatest height, above or below the line.
const TALLEST: f64 = 200.0;
/// The NPV that is drawn with that height: the same on every track, so that slopes compare. More is cut off.
const CLIP_B: f64 = 18.0;
/// Half the thickness of the line.
const HALF_GAIN: f64 = 30.0;
const HALF_LOSS: f64 = 15.0;

/// The paths of a track.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// The NPV above zero, over the line.
    pub gain_shape: String,
    /// The NPV below zero, under the line.
    pub loss_shape: String,
    /// The parts of the line where the NPV is at or above zero.
    pub gain_line: String,
    /// The parts of the line where it is below.
    pub loss_line: String,
}

/// Where the ticks stand, from 0 to 1. A whole number turns half-way between the last value of one sign and the first of
/// the other: the thumb on either value is then plainly on its side.
#[must_use]
pub fn ticks(track: &Track, range: Limits, kind: Kind) -> Vec<f64> {
    let back = if kind == Kind::Whole { 0.5 } else { 0.0 };
    track.crossings.iter().map(|crossing| range.fraction(crossing - back)).collect()
}

impl Drawing {
    /// Draws a track over its range.
    #[must_use]
    pub fn new(track: &Track, range: Limits, kind: Kind) -> Self {
        let curve = if kind == Kind::Whole { steps(track, range) } else { line(track, range) };
        let starts_at_gain = track.points.first().is_none_or(|point| point.1 >= 0.0);
        let mut drawing = Self { gain_shape: shape(&curve, 1.0), loss_shape: shape(&curve, -1.0), ..Self::default() };
        if track.points.is_empty() {
            return drawing;
        }
        let mut left = 0.0;
        let mut gain = starts_at_gain;
        for right in ticks(track, range, kind).into_iter().chain([1.0]) {
            let (path, half) =
                if gain { (&mut drawing.gain_line, HALF_GAIN) } else { (&mut drawing.loss_line, HALF_LOSS) };
            bar(path, left, right, half);
            (left, gain) = (right, !gain);
        }
        drawing
    }
}

/// The NPV from point to point, and zero where it crosses.
fn line(track: &Track, range: Limits) -> Vec<(f64, f64)> {
    let mut crossings = track.crossings.iter().copied().peekable();
    let mut curve = Vec::with_capacity(track.points.len() + track.crossings.len());
    for (value, npv) in &track.points {
        while let Some(crossing) = crossings.next_if(|crossing| crossing < value) {
            curve.push((range.fraction(crossing), 0.0));
        }
        curve.push((range.fraction(*value), *npv));
    }
    curve
}

/// The NPV of each whole number, as far as half-way to the next.
fn steps(track: &Track, range: Limits) -> Vec<(f64, f64)> {
    let ends = |(value, npv): &(f64, f64)| [-0.5, 0.5].map(|half| (range.fraction(value + half), *npv));
    track.points.iter().flat_map(ends).collect()
}

/// The area between the line and the curve, on one side. Points on the line itself add nothing and are left out.
fn shape(curve: &[(f64, f64)], side: f64) -> String {
    let height = |npv: f64| (npv * side).clamp(0.0, CLIP_B) / CLIP_B * TALLEST;
    let mut path = String::new();
    let at = |index: Option<usize>| index.and_then(|index| curve.get(index)).map_or(0.0, |point| height(point.1));
    let mut last = 0.0;
    for (index, (x, npv)) in curve.iter().enumerate() {
        let here = height(*npv);
        if here > 0.0 || at(index.checked_sub(1)) > 0.0 || at(Some(index + 1)) > 0.0 {
            if path.is_empty() {
                step(&mut path, 'M', *x, MIDDLE);
            }
            step(&mut path, 'L', *x, MIDDLE - side * here);
            last = *x;
        }
    }
    if !path.is_empty() {
        step(&mut path, 'L', last, MIDDLE);
        path.push('Z');
    }
    path
}

/// A part of the line.
fn bar(path: &mut String, left: f64, right: f64, half: f64) {
    if right > left {
        step(path, 'M', left, MIDDLE - half);
        step(path, 'L', right, MIDDLE - half);
        step(path, 'L', right, MIDDLE + half);
        step(path, 'L', left, MIDDLE + half);
        path.push('Z');
    }
}

fn step(path: &mut String, letter: char, x: f64, y: f64) {
    path.push(letter);
    path.push_str(&units(x * WIDTH).to_string());
    path.push(' ');
    path.push_str(&units(y).to_string());
}

/// Whole units: a tenth of a pixel is fine enough, and whole numbers are quick to write.
#[expect(clippy::cast_possible_truncation, reason = "inside the box")]
fn units(value: f64) -> i32 {
    libm::round(value) as i32
}

/// The size of what is written under a track.
const SIZE: f64 = 12.0;
/// From a tick to its label.
const GAP: f64 = 6.0;
/// Kept free between two texts, or a text and a tick; widths are estimated on the generous side and leave a little more.
const FREE: f64 = 2.0;
/// The ends of the track are written from the outer edge of the thumb, which passes the line by half its width.
const BEYOND: f64 = 9.0;
/// Beyond this part of the track a label stands to the left of its tick.
const TURN: f64 = 0.65;

/// A label at its tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Whether it stands to the left of the tick.
    pub left: bool,
    /// Whether the words stand before the value.
    pub words: bool,
}

/// What is written under a track.
#[derive(Clone, Debug, PartialEq)]
pub struct Writing {
    /// Each tick and the place of its label; none where there is no room beside the others.
    pub ticks: Vec<(f64, Option<Place>)>,
    /// Whether there is room for the lower and for the upper end.
    pub ends: [bool; 2],
}

/// Finds a place for every label of a track that is `width` pixels wide. Values come first, then the words before
/// them; an end of the track gives way to both.
#[must_use]
pub fn place(ticks: &[f64], crossings: &[Crossing], ends: [&str; 2], width: f64) -> Writing {
    let labels = ticks.iter().zip(crossings).map(|(tick, crossing)| Label { tick: tick * width, crossing, put: None });
    let mut board = Board { width, labels: labels.collect() };
    for at in 0..board.labels.len() {
        board.put(at, false);
    }
    // The same words once: at the first label that has room for them.
    let mut said = "";
    for (at, crossing) in crossings.iter().enumerate() {
        if crossing.words != said && board.put(at, true) {
            said = crossing.words;
        }
    }
    let [low, high] = ends.map(|text| text_width(text, SIZE, false));
    let rooms = [Room(-BEYOND, low - BEYOND), Room(width + BEYOND - high, width + BEYOND)];
    let ends = rooms.map(|room| board.is_free(room, None));
    let places = board.labels.iter().map(|label| label.put.map(|(place, _)| place));
    Writing { ticks: ticks.iter().copied().zip(places).collect(), ends }
}

/// From left to right, in pixels from the left end of the line.
#[derive(Clone, Copy, Debug)]
struct Room(f64, f64);

struct Label<'a> {
    tick: f64,
    crossing: &'a Crossing,
    put: Option<(Place, Room)>,
}

/// What is taken under a track.
struct Board<'a> {
    width: f64,
    labels: Vec<Label<'a>>,
}

impl Room {
    fn is_clear_of(self, other: Self) -> bool {
        self.0 >= other.1 + FREE || other.0 >= self.1 + FREE
    }
}

impl Label<'_> {
    fn room(&self, place: Place) -> Room {
        let Crossing { words, value } = self.crossing;
        let before = if place.words { text_width(words, SIZE, false) + text_width(" ", SIZE, false) } else { 0.0 };
        let wide = before + text_width(value, SIZE, true);
        if place.left {
            Room(self.tick - GAP - wide, self.tick - GAP)
        } else {
            Room(self.tick + GAP, self.tick + GAP + wide)
        }
    }
}

impl Board<'_> {
    /// Puts a label on the better side of its tick, else on the other; leaves it as it is if neither has room.
    fn put(&mut self, at: usize, words: bool) -> bool {
        let Some(label) = self.labels.get(at) else { return false };
        let better = label.tick > TURN * self.width;
        let places = [better, !better].map(|left| Place { left, words });
        let free = places
            .into_iter()
            .map(|place| (place, label.room(place)))
            .find(|(_, room)| room.0 >= -BEYOND && room.1 <= self.width + BEYOND && self.is_free(*room, Some(at)));
        if let (Some(label), Some(_)) = (self.labels.get_mut(at), free) {
            label.put = free;
        }
        free.is_some()
    }

    /// Whether no tick and no label but its own stands in a room.
    fn is_free(&self, room: Room, own: Option<usize>) -> bool {
        let others = self.labels.iter().enumerate().filter(|(at, _)| Some(*at) != own);
        others.map(|(_, label)| label).all(|label| {
            room.is_clear_of(Room(label.tick, label.tick)) && label.put.is_none_or(|(_, taken)| room.is_clear_of(taken))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TENTH: Limits = Limits { min: 0.0, max: 10.0 };

    fn track(points: &[(f64, f64)], crossings: &[f64]) -> Track {
        Track { points: points.to_vec(), crossings: crossings.to_vec() }
    }

    fn crossing(value: &str) -> Crossing {
        Crossing { words: "breaks even at", value: value.to_owned() }
    }

    #[test]
    fn the_line_is_thick_above_zero_and_thin_below() {
        let drawing = Drawing::new(&track(&[(0.0, -9.0), (10.0, 9.0)], &[5.0]), TENTH, Kind::Number);
        assert_eq!(drawing.loss_line, "M0 205L5000 205L5000 235L0 235Z");
        assert_eq!(drawing.gain_line, "M5000 190L10000 190L10000 250L5000 250Z");
        assert_eq!(drawing.loss_shape, "M0 220L0 320L5000 220L5000 220Z");
        assert_eq!(drawing.gain_shape, "M5000 220L5000 220L10000 120L10000 220Z");
    }

    #[test]
    fn the_shape_is_cut_off_at_the_common_scale() {
        let [at, beyond] =
            [18.0, 1e9].map(|npv| Drawing::new(&track(&[(0.0, npv), (10.0, npv)], &[]), TENTH, Kind::Number));
        assert_eq!(at, beyond);
        assert_eq!(at.gain_shape, "M0 220L0 20L10000 20L10000 220Z");
        assert_eq!((at.loss_shape.as_str(), at.loss_line.as_str()), ("", ""));
    }

    #[test]
    fn several_crossings_split_the_line_several_times() {
        let drawing = Drawing::new(&track(&[(0.0, 1.0), (5.0, -1.0), (10.0, 1.0)], &[2.5, 7.5]), TENTH, Kind::Number);
        assert_eq!(drawing.gain_line.matches('Z').count(), 2);
        assert_eq!(drawing.loss_line, "M2500 205L7500 205L7500 235L2500 235Z");
    }

    #[test]
    fn whole_numbers_are_steps_that_turn_half_way() {
        let years = Limits { min: 1.0, max: 3.0 };
        let track = track(&[(1.0, -18.0), (2.0, -18.0), (3.0, 18.0)], &[3.0]);
        assert_eq!(ticks(&track, years, Kind::Whole), [0.75]);
        let drawing = Drawing::new(&track, years, Kind::Whole);
        assert_eq!(drawing.gain_shape, "M7500 220L7500 220L7500 20L10000 20L10000 220Z");
        assert_eq!(drawing.gain_line, "M7500 190L10000 190L10000 250L7500 250Z");
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(Drawing::new(&Track::default(), TENTH, Kind::Number), Drawing::default());
    }

    #[test]
    fn a_label_stands_right_of_its_tick_and_turns_near_the_end() {
        for (tick, left) in [(0.0, false), (0.5, false), (0.6, false), (0.66, true), (1.0, true)] {
            let writing = place(&[tick], &[crossing("31.3%")], ["0", "60%"], 334.0);
            assert_eq!(writing.ticks, [(tick, Some(Place { left, words: true }))], "{tick}");
        }
    }

    #[test]
    fn an_end_gives_way_to_the_label() {
        for (tick, ends) in [(0.0, [false, true]), (0.5, [true, true]), (0.57, [true, false]), (1.0, [true, false])] {
            assert_eq!(place(&[tick], &[crossing("$104.5B")], ["0", "200"], 334.0).ends, ends, "{tick}");
        }
        assert_eq!(place(&[], &[], ["0", "200"], 334.0).ends, [true, true]);
        // The default case at the width of the widest page, as it was designed.
        assert_eq!(place(&[0.5224], &[crossing("$104.5B")], ["0", "200"], 329.0).ends, [true, true]);
    }

    #[test]
    fn labels_of_several_ticks_never_collide() {
        let crossings = [crossing("3.1%"), crossing("31.3%"), crossing("48.0%")];
        for width in [240.0, 270.0, 334.0, 700.0] {
            for (a, b, c) in [(0.1, 0.5, 0.9), (0.1, 0.12, 0.14), (0.4, 0.45, 0.6), (0.0, 0.5, 1.0), (0.9, 0.95, 1.0)] {
                let marks = [a, b, c];
                let writing = place(&marks, &crossings, ["0", "60%"], width);
                let rooms: Vec<Room> = (writing.ticks.iter().zip(&crossings))
                    .filter_map(|((tick, put), crossing)| {
                        put.map(|place| Label { tick: tick * width, crossing, put: None }.room(place))
                    })
                    .collect();
                assert!(!rooms.is_empty(), "{marks:?} at {width}");
                for (at, room) in rooms.iter().enumerate() {
                    assert!(room.0 >= -BEYOND && room.1 <= width + BEYOND, "{marks:?} at {width}");
                    assert!(rooms.iter().skip(at + 1).all(|other| room.is_clear_of(*other)), "{marks:?} at {width}");
                }
                assert!(writing.ticks.iter().filter_map(|tick| tick.1).filter(|place| place.words).count() <= 1);
            }
        }
    }
}
