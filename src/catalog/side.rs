//! The three sides of the table: who asks, and which inputs are theirs.

use std::sync::LazyLock;

use super::{Control, Group, Input, Kind, primary, rows};
use crate::model::Inputs;

/// Whose question is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Side {
    /// What the deal is worth to the investor.
    #[default]
    Investor,
    /// What the lab owes its clouds, against what it earns.
    Lab,
    /// What a buyer's own commitment to a cloud is worth.
    Buyer,
}

/// Total, first year and years of the lab's obligation at a place, from 0.
#[must_use]
pub fn place(at: usize) -> Option<&'static [Input; 3]> {
    let first = rows::LAB_INPUTS.iter().position(|input| input.group == Group::Obligations)?;
    // How many there are stands before the places.
    let (places, _) = rows::LAB_INPUTS.get(first + 1..)?.as_chunks();
    places.get(at)
}

impl Side {
    /// All sides, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Investor, Self::Lab, Self::Buyer];

    /// A stable name: in links, and in requests.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Investor => "investor",
            Self::Lab => "lab",
            Self::Buyer => "buyer",
        }
    }

    /// The side of a stable name.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.id() == id)
    }

    /// For people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Investor => "Investor",
            Self::Lab => "Lab",
            Self::Buyer => "Buyer",
        }
    }

    /// Its inputs, in the order of the page. The lab shares those of its growth with the investor.
    #[must_use]
    pub fn inputs(self) -> &'static [Input] {
        match self {
            Self::Investor => rows::INPUTS,
            Self::Lab => rows::LAB_INPUTS,
            Self::Buyer => rows::BUYER_INPUTS,
        }
    }

    /// Those of its inputs that are keys of requests; the obligations stand there as a list.
    pub fn wire_inputs(self) -> impl Iterator<Item = &'static Input> {
        self.inputs().iter().filter(|input| input.group != Group::Obligations)
    }

    /// Its input of a key.
    #[must_use]
    pub fn input(self, id: &str) -> Option<&'static Input> {
        self.inputs().iter().find(|input| input.id == id)
    }

    /// Its input of a key of requests.
    #[must_use]
    pub fn wire_input(self, id: &str) -> Option<&'static Input> {
        self.wire_inputs().find(|input| input.id == id)
    }

    /// Its groups, in the order of the page.
    #[must_use]
    pub const fn groups(self) -> &'static [Group] {
        match self {
            Self::Investor => &[
                Group::Tranches,
                Group::DrawDown,
                Group::LabGrowth,
                Group::Capacity,
                Group::Adoption,
                Group::Equity,
                Group::Rates,
            ],
            Self::Lab => &[Group::LabGrowth, Group::Burden, Group::Obligations],
            Self::Buyer => &[Group::Contract, Group::Market, Group::Switching],
        }
    }

    /// The four sliders that everybody sees on its page.
    #[must_use]
    pub const fn primary(self) -> &'static [Control; 4] {
        match self {
            Self::Investor => &Control::PRIMARY,
            Self::Lab => &primary::OF_LAB,
            Self::Buyer => &primary::OF_BUYER,
        }
    }

    /// Its controls: the primary sliders first, then one for each input that is not among them.
    #[must_use]
    pub fn controls(self) -> &'static [Control] {
        static OF_LAB: LazyLock<Vec<Control>> = LazyLock::new(|| Control::all_of(Side::Lab));
        static OF_BUYER: LazyLock<Vec<Control>> = LazyLock::new(|| Control::all_of(Side::Buyer));
        match self {
            Self::Investor => Control::all(),
            Self::Lab => &OF_LAB,
            Self::Buyer => &OF_BUYER,
        }
    }

    /// Its control of an id.
    #[must_use]
    pub fn control(self, id: &str) -> Option<&'static Control> {
        self.controls().iter().find(|control| control.id == id)
    }

    /// Its control of an id or, where it has none, that of another side.
    #[must_use]
    pub fn any_control(self, id: &str) -> Option<&'static Control> {
        self.control(id).or_else(|| Control::find(id))
    }

    /// Its controls that take numbers.
    pub fn numeric_controls(self) -> impl Iterator<Item = &'static Control> {
        self.controls().iter().filter(|control| !matches!(control.kind, Kind::Choice(_)))
    }

    /// Its inputs that differ between two states.
    pub fn changed<'a>(self, inputs: &'a Inputs, reference: &'a Inputs) -> impl Iterator<Item = &'static Input> + 'a {
        self.inputs().iter().filter(move |input| input.differs(inputs, reference))
    }

    /// Puts what `from` holds for this side into `inputs`; what the other sides alone have stays.
    pub fn copy(self, inputs: &mut Inputs, from: &Inputs) {
        for input in self.inputs() {
            input.copy(inputs, from);
        }
        if self == Self::Lab {
            inputs.lab = from.lab;
        }
    }
}
