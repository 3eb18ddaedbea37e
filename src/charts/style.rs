//! Size and colours of a chart.

use plotters::style::RGBColor;

/// The colours of the page that charts use, by the names of its tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the style sheet's tokens")]
pub struct Palette {
    pub paper: RGBColor,
    pub ink: RGBColor,
    pub ink_2: RGBColor,
    pub ink_3: RGBColor,
    pub grid: RGBColor,
    pub gain: RGBColor,
    pub gain_mid: RGBColor,
    pub loss: RGBColor,
    pub loss_mid: RGBColor,
}

/// The light theme.
pub const LIGHT: Palette = Palette {
    paper: RGBColor(0xFB, 0xFA, 0xF6),
    ink: RGBColor(0x16, 0x20, 0x2B),
    ink_2: RGBColor(0x43, 0x4E, 0x5A),
    ink_3: RGBColor(0x62, 0x6C, 0x77),
    grid: RGBColor(0xEB, 0xE7, 0xDD),
    gain: RGBColor(0x15, 0x5A, 0x9C),
    gain_mid: RGBColor(0x5D, 0x95, 0xCB),
    loss: RGBColor(0xAE, 0x4A, 0x06),
    loss_mid: RGBColor(0xCE, 0x79, 0x2D),
};

/// The dark theme.
pub const DARK: Palette = Palette {
    paper: RGBColor(0x11, 0x16, 0x1C),
    ink: RGBColor(0xEF, 0xEC, 0xE5),
    ink_2: RGBColor(0xBA, 0xC1, 0xC9),
    ink_3: RGBColor(0x98, 0xA1, 0xAC),
    grid: RGBColor(0x21, 0x2A, 0x33),
    gain: RGBColor(0x7C, 0xB8, 0xF2),
    gain_mid: RGBColor(0x37, 0x6A, 0x9C),
    loss: RGBColor(0xF3, 0xA2, 0x5B),
    loss_mid: RGBColor(0x93, 0x59, 0x1F),
};

impl Palette {
    /// Reads the tokens of the page (`--ink` and so on); one that is not given stays that of the light theme.
    pub fn from_tokens(token: impl Fn(&str) -> Option<(u8, u8, u8)>) -> Self {
        let read = |name, fallback| token(name).map_or(fallback, |(red, green, blue)| RGBColor(red, green, blue));
        Self {
            paper: read("--paper", LIGHT.paper),
            ink: read("--ink", LIGHT.ink),
            ink_2: read("--ink-2", LIGHT.ink_2),
            ink_3: read("--ink-3", LIGHT.ink_3),
            grid: read("--grid", LIGHT.grid),
            gain: read("--gain", LIGHT.gain),
            gain_mid: read("--gain-mid", LIGHT.gain_mid),
            loss: read("--loss", LIGHT.loss),
            loss_mid: read("--loss-mid", LIGHT.loss_mid),
        }
    }

    /// The colour of text on a ground: ink, or paper where that is plainer. Forced colours may leave ink and bars alike.
    #[must_use]
    pub fn on(&self, ground: RGBColor) -> RGBColor {
        const ENOUGH: f64 = 3.0;
        if contrast(self.ink, ground) >= ENOUGH { self.ink } else { self.paper }
    }

    /// The colour of money by its sign, for text.
    #[must_use]
    pub fn sign(&self, value: f64) -> RGBColor {
        if value < 0.0 { self.loss } else { self.gain }
    }

    /// The colour of money by its sign, for bars.
    #[must_use]
    pub fn bar(&self, value: f64) -> RGBColor {
        if value < 0.0 { self.loss_mid } else { self.gain_mid }
    }
}

/// The contrast of two colours as WCAG counts it, from 1 to 21.
fn contrast(a: RGBColor, b: RGBColor) -> f64 {
    let linear = |byte: u8| {
        let share = f64::from(byte) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { libm::pow((share + 0.055) / 1.055, 2.4) }
    };
    let light = |colour: RGBColor| 0.2126 * linear(colour.0) + 0.7152 * linear(colour.1) + 0.0722 * linear(colour.2);
    let (a, b) = (light(a) + 0.05, light(b) + 0.05);
    a.max(b) / a.min(b)
}

/// A colour laid thinly over another, as one that covers: `share` 0 is the ground, 1 the colour itself.
#[must_use]
pub fn tint(colour: RGBColor, ground: RGBColor, share: f64) -> RGBColor {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two bytes")]
    let mix = |over: u8, under: u8| {
        (f64::from(under) + share.clamp(0.0, 1.0) * (f64::from(over) - f64::from(under))).round() as u8
    };
    RGBColor(mix(colour.0, ground.0), mix(colour.1, ground.1), mix(colour.2, ground.2))
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// Colours.
    pub palette: Palette,
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// Device pixels for each CSS pixel.
    pub ratio: f64,
}

/// Below this width a chart says less: fewer ticks, no bar values, shorter labels.
const COMPACT_WIDTH: f64 = 440.0;

impl Style {
    /// Whether there is little room.
    #[must_use]
    pub fn is_compact(&self) -> bool {
        self.width < COMPACT_WIDTH
    }
}
