//! How cells look: number formats as the page writes them, and a few roles.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

use crate::catalog::Unit;

/// What a cell's value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Money,
    FineMoney,
    Percent,
    FinePercent,
    Ratio,
    Years,
    Whole,
    Count,
    Gigawatts,
    Factor,
    Plain,
    Exact,
}

/// What a cell is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Plain,
    /// Words in a column of numbers.
    Right,
    /// May be changed: blue on yellow.
    Input,
    /// Stands out: a result that is asked for first.
    Key,
    Total,
    Title,
    Subtitle,
    /// Heads a group of rows or columns.
    Band,
    Heading,
    /// Heads a column of numbers in a list, apart from the heading at its right.
    Above,
    /// Small and grey: units, names.
    Faint,
    /// Running text.
    Prose,
    Link,
}

/// A cell's value and role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    pub kind: Kind,
    pub role: Role,
}

const INK: u32 = 0x0016_202B;
const FAINT: u32 = 0x0062_6C77;
const BLUE: u32 = 0x0000_33CC;
const RULE: u32 = 0x00C9_CDD2;
const SOFT: u32 = 0x00EE_F1F4;
const INPUT: u32 = 0x00FF_F9E0;
/// Losses, as the page colours them.
const LOSS: u32 = 0x00AE_4A06;
/// Beyond the horizon.
const GREY: u32 = 0x00B4_BAC1;

impl Look {
    pub const TEXT: Self = Self::of(Role::Plain);
    pub const FAINT: Self = Self::of(Role::Faint);
    pub const PROSE: Self = Self::of(Role::Prose);
    pub const BAND: Self = Self::of(Role::Band);
    pub const HEADING: Self = Self::of(Role::Heading);
    pub const TITLE: Self = Self::of(Role::Title);
    pub const SUBTITLE: Self = Self::of(Role::Subtitle);
    pub const LINK: Self = Self::of(Role::Link);

    const fn of(role: Role) -> Self {
        Self { kind: Kind::Text, role }
    }

    pub const fn value(kind: Kind) -> Self {
        Self { kind, role: Role::Plain }
    }

    pub const fn with(kind: Kind, role: Role) -> Self {
        Self { kind, role }
    }

    /// The format of the file.
    pub fn format(self) -> Format {
        let base = plain().set_font_color(Color::RGB(INK)).set_align(FormatAlign::Top);
        let base = match self.kind {
            Kind::Text => base,
            _ => base.set_num_format(self.kind.code()).set_align(FormatAlign::Right),
        };
        let ruled =
            |format: Format| format.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(Color::RGB(RULE));
        match self.role {
            Role::Plain => base,
            Role::Right => base.set_align(FormatAlign::Right),
            Role::Input => base
                .set_font_color(Color::RGB(BLUE))
                .set_background_color(Color::RGB(INPUT))
                .set_border(FormatBorder::Thin)
                .set_border_color(Color::RGB(RULE))
                .set_align(FormatAlign::Right)
                .set_unlocked(),
            Role::Key => base.set_bold(),
            Role::Total => ruled(base.set_bold().set_background_color(Color::RGB(SOFT))),
            Role::Title => base.set_bold().set_font_size(16),
            Role::Subtitle => base.set_font_color(Color::RGB(FAINT)),
            Role::Band => base.set_bold().set_background_color(Color::RGB(INK)).set_font_color(Color::White),
            // Above numbers the columns are narrow.
            Role::Heading if self.kind != Kind::Text => {
                ruled(base.set_bold().set_font_size(9).set_text_wrap().set_align(FormatAlign::Bottom))
            }
            Role::Above => {
                let apart = base.set_bold().set_font_size(9).set_text_wrap();
                ruled(apart.set_align(FormatAlign::Right).set_align(FormatAlign::Bottom).set_indent(1))
            }
            Role::Heading => ruled(base.set_bold().set_text_wrap().set_align(FormatAlign::Bottom)),
            Role::Faint => base.set_font_color(Color::RGB(FAINT)).set_font_size(8),
            Role::Prose => base.set_text_wrap(),
            Role::Link => base.set_font_color(Color::RGB(BLUE)).set_underline(FormatUnderline::Single),
        }
    }
}

impl Kind {
    /// The number format: negative in brackets, as the page has it.
    const fn code(self) -> &'static str {
        match self {
            Self::Text => "General",
            Self::Money | Self::Years => "#,##0.0_);(#,##0.0)",
            Self::FineMoney | Self::Gigawatts => "#,##0.00_);(#,##0.00)",
            Self::Percent => "0.0%_);(0.0%)",
            Self::FinePercent => "0.00%_);(0.00%)",
            Self::Ratio => "#,##0.00\"x\"_);(#,##0.00\"x\")",
            Self::Whole => "0_);(0)",
            Self::Count => "#,##0_);(#,##0)",
            Self::Factor => "0.0000_);(0.0000)",
            Self::Plain => "0.00##_);(0.00##)",
            Self::Exact => "0.000E+00",
        }
    }

    /// Half the last place that is shown: values below it are shown as zero, which has no sign.
    pub const fn smallest(self) -> Option<f64> {
        match self {
            Self::Money | Self::Years => Some(0.05),
            Self::FineMoney | Self::Gigawatts | Self::Ratio => Some(0.005),
            Self::Percent => Some(0.0005),
            Self::FinePercent => Some(0.000_05),
            _ => None,
        }
    }

    /// The same for a value that is shown as zero.
    pub fn unsigned(self) -> Format {
        let code = self.code();
        Format::new()
            .set_num_format(code.split(';').next().map_or_else(String::new, |plain| format!("{plain};{plain}")))
    }

    /// Of an input.
    pub const fn of(unit: Unit, whole: bool) -> Self {
        match unit {
            Unit::BillionUsd | Unit::MillionUsd | Unit::ThousandUsd => Self::Money,
            Unit::BillionUsdPerGw | Unit::BillionUsdPerGwYear | Unit::Gigawatt => Self::FineMoney,
            Unit::Percent | Unit::PercentPerYear => Self::Percent,
            Unit::Multiple => Self::Ratio,
            Unit::Count => Self::Count,
            Unit::Years if whole => Self::Whole,
            Unit::Years | Unit::Months => Self::Years,
            Unit::Plain => Self::Plain,
            Unit::Choice => Self::Text,
        }
    }
}

/// What all cells have. Arial, or a font of the same widths, is on every system: columns and pages come out alike.
pub(super) fn plain() -> Format {
    Format::new().set_font_name("Arial").set_font_size(10)
}

/// A loss.
pub(super) fn loss() -> Format {
    Format::new().set_font_color(Color::RGB(LOSS))
}

/// Beyond the horizon.
pub(super) fn beyond() -> Format {
    Format::new().set_font_color(Color::RGB(GREY))
}
