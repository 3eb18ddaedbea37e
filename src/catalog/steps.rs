//! How a slider moves: in steps, on a grid, between the ends of its track.

use super::{Control, Kind, Limits};

/// Values on a grid are decimals of at most this many places; what floating point adds behind them is cut off.
const PLACES: f64 = 1e6;

/// How many fine steps a step has.
pub const FINER: f64 = 10.0;

/// How far from a grid point a value still counts as being on it, in steps.
const NEAR: f64 = 1e-6;

impl Control {
    /// The nearest value that the slider can show.
    #[must_use]
    pub fn snap(&self, track: Limits, value: f64) -> f64 {
        self.grid(track, (value / self.step).round())
    }

    /// The same control with a tenth of its step, where it takes more than whole numbers.
    #[must_use]
    pub fn fine(&self) -> Self {
        let mut fine = *self;
        if fine.kind == Kind::Number {
            fine.step /= FINER;
        }
        fine
    }

    /// The value so many steps up (or down, if negative). From between two grid points the first step goes to the
    /// nearer one in that direction. Less than a step counts on the finer grid of [`Control::fine`].
    #[must_use]
    pub fn nudge(&self, track: Limits, value: f64, steps: f64) -> f64 {
        if steps.abs() < 1.0 {
            return self.fine().nudge(track, value, (steps * FINER).round());
        }
        let at = value / self.step;
        let from = if steps > 0.0 { (at + NEAR).floor() } else { (at - NEAR).ceil() };
        self.grid(track, from + steps)
    }

    /// Whether the browser's own slider, which counts its steps from the lower end, can show the value exactly.
    #[must_use]
    pub fn on_grid(&self, track: Limits, value: f64) -> bool {
        let at = (value - track.min) / self.step;
        (at - at.round()).abs() < NEAR
    }

    /// The grid point of a number of steps from zero, inside the track.
    fn grid(&self, track: Limits, steps: f64) -> f64 {
        track.clamp((steps * self.step * PLACES).round() / PLACES)
    }
}

impl Limits {
    /// Where a value lies between the ends, from 0 to 1.
    #[must_use]
    pub fn fraction(self, value: f64) -> f64 {
        let span = self.max - self.min;
        if span > 0.0 { ((value - self.min) / span).clamp(0.0, 1.0) } else { 0.0 }
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "steps land on their values exactly")]
mod tests {
    use crate::catalog::{Control, Limits};

    const MARGIN: Control = Control::PRIMARY[2];
    const COMMIT: Control = Control::PRIMARY[1];

    #[test]
    fn steps_give_the_decimals_that_people_write() {
        for (from, steps, expected) in [
            (0.29, 1.0, 0.30),
            (0.30, 1.0, 0.31),
            (0.30, -1.0, 0.29),
            (0.313, 1.0, 0.32),
            (0.313, -1.0, 0.31),
            (0.30, 10.0, 0.40),
            (0.55, 10.0, 0.60),
            (0.05, -10.0, 0.0),
        ] {
            assert_eq!(MARGIN.nudge(MARGIN.track, from, steps), expected, "{from} {steps:+}");
        }
        assert_eq!(COMMIT.nudge(COMMIT.track, 104.5, -1.0), 100.0);
        assert_eq!(COMMIT.nudge(COMMIT.track, 104.5, 1.0), 105.0);
    }

    #[test]
    fn a_fine_step_is_a_tenth_where_the_unit_allows() {
        for (from, steps, expected) in
            [(0.30, 0.1, 0.301), (0.301, 0.1, 0.302), (0.30, -0.1, 0.299), (0.3015, 0.1, 0.302)]
        {
            assert_eq!(MARGIN.nudge(MARGIN.track, from, steps), expected, "{from} {steps:+}");
        }
        assert_eq!(COMMIT.nudge(COMMIT.track, 100.0, -0.1), 99.5);
        assert_eq!(MARGIN.nudge(MARGIN.track, 0.302, 1.0), 0.31, "a whole step goes back to the grid");
        let years = Control::find("horizon_years").map(|control| control.nudge(control.track, 10.0, 0.1));
        assert_eq!(years, Some(11.0), "there is no tenth of a whole number");
        assert_eq!(MARGIN.fine().snap(MARGIN.track, 0.3136), 0.314);
    }

    #[test]
    fn snapping_keeps_to_the_grid_and_the_track() {
        for (value, expected) in [(0.304, 0.30), (0.306, 0.31), (-1.0, 0.0), (2.0, 0.6), (0.1 + 0.2, 0.3)] {
            assert_eq!(MARGIN.snap(MARGIN.track, value), expected, "{value}");
        }
    }

    #[test]
    fn a_value_between_two_steps_is_not_on_the_grid() {
        assert!(MARGIN.on_grid(MARGIN.track, 0.3));
        assert!(!MARGIN.on_grid(MARGIN.track, 0.313));
    }

    #[test]
    fn fractions_stay_between_the_ends() {
        let track = Limits { min: 0.1, max: 0.6 };
        for (value, expected) in [(0.1, 0.0), (0.6, 1.0), (0.0, 0.0), (9.0, 1.0)] {
            assert_eq!(track.fraction(value), expected, "{value}");
        }
        assert_eq!(Limits { min: 1.0, max: 1.0 }.fraction(1.0), 0.0);
    }
}
