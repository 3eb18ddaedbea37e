//! Where an input stands on the page.

use super::{Control, INPUTS, Input};

/// A part of the assumptions panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// When the new money is paid, and what was paid before.
    Tranches,
    /// How the commitment is used and paid.
    DrawDown,
    /// How the lab grows.
    LabGrowth,
    /// What it costs to serve the commitment.
    Capacity,
    /// What enterprise customers add.
    Adoption,
    /// What the shares bring.
    Equity,
    /// Discounting, tax and horizon.
    Rates,
}

impl Group {
    /// All groups, in the order of the page.
    pub const ALL: [Self; 7] =
        [Self::Tranches, Self::DrawDown, Self::LabGrowth, Self::Capacity, Self::Adoption, Self::Equity, Self::Rates];

    /// The heading.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Tranches => "Tranches",
            Self::DrawDown => "Draw-down",
            Self::LabGrowth => "Lab growth",
            Self::Capacity => "Margin or capacity",
            Self::Adoption => "Adoption",
            Self::Equity => "Equity",
            Self::Rates => "Rates and horizon",
        }
    }

    /// A stable name for anchors.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Tranches => "tranches",
            Self::DrawDown => "draw-down",
            Self::LabGrowth => "lab-growth",
            Self::Capacity => "capacity",
            Self::Adoption => "adoption",
            Self::Equity => "equity",
            Self::Rates => "rates",
        }
    }

    /// The inputs of this group, in catalogue order.
    pub fn inputs(self) -> impl Iterator<Item = &'static Input> {
        INPUTS.iter().filter(move |input| input.group == self)
    }

    /// The controls that stand in this group on the page: its inputs without those that have a place of their own above
    /// it, the primary sliders and the switch of the lens.
    pub fn controls(self) -> impl Iterator<Item = &'static Control> {
        let elsewhere =
            |input: &&Input| input.id == "lens" || Control::PRIMARY.iter().any(|primary| primary.id == input.id);
        self.inputs().filter(move |input| !elsewhere(input)).filter_map(|input| Control::find(input.id))
    }
}
