//! Where an input stands on the page.

use super::{ALL_INPUTS, Control, Input, Side};

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
    /// The terms of the buyer's contract.
    Contract,
    /// The buyer's company, its demand, and the prices around it.
    Market,
    /// What the buyer saves by moving in, and what moving out would cost.
    Switching,
    /// What the lab earns and was given.
    Burden,
    /// What the lab owes its clouds.
    Obligations,
}

impl Group {
    /// The groups of all sides, in the order of the catalogue; those of one are [`Side::groups`].
    pub const ALL: [Self; 12] = [
        Self::Tranches,
        Self::DrawDown,
        Self::LabGrowth,
        Self::Capacity,
        Self::Adoption,
        Self::Equity,
        Self::Rates,
        Self::Contract,
        Self::Market,
        Self::Switching,
        Self::Burden,
        Self::Obligations,
    ];

    /// The sides on whose page it stands.
    pub fn sides(self) -> impl Iterator<Item = Side> {
        Side::ALL.into_iter().filter(move |side| side.groups().contains(&self))
    }

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
            Self::Contract => "Contract",
            Self::Market => "Company and market",
            Self::Switching => "Saving and switching",
            Self::Burden => "Margin and funding",
            Self::Obligations => "Obligations",
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
            Self::Contract => "contract",
            Self::Market => "market",
            Self::Switching => "switching",
            Self::Burden => "burden",
            Self::Obligations => "obligations",
        }
    }

    /// The inputs of this group, in catalogue order.
    pub fn inputs(self) -> impl Iterator<Item = &'static Input> {
        ALL_INPUTS.iter().filter(move |input| input.group == self)
    }

    /// The controls that stand in this group on the investor's page.
    pub fn controls(self) -> impl Iterator<Item = &'static Control> {
        self.controls_on(Side::Investor)
    }

    /// The controls that stand in this group on the page of a side: its inputs without those that have a place of their
    /// own above it, the primary sliders and the switch of the lens.
    pub fn controls_on(self, side: Side) -> impl Iterator<Item = &'static Control> {
        let elsewhere =
            move |input: &&Input| input.id == "lens" || side.primary().iter().any(|primary| primary.id == input.id);
        self.inputs().filter(move |input| !elsewhere(input)).filter_map(move |input| side.any_control(input.id))
    }
}
