//! Versions of the data: what a link or a file that was made years ago means.
//!
//! The rows and scenarios are the newest version. When a default, a scenario or a fact behind them changes,
//! [`DATA_VERSION`] changes, and the version before becomes a row here with what it had otherwise. `tests/links.rs` holds
//! every version to the table that was committed with it.

use super::{DATA_VERSION, Differences, SCENARIOS, Scenario, Start, apply, defaults};
use crate::model::Inputs;

/// A version of the defaults and scenarios.
#[derive(Clone, Copy, Debug)]
pub struct DataVersion {
    /// Its name: year and month.
    pub id: &'static str,
    /// Defaults that were otherwise than today's.
    defaults: Differences,
    /// Scenarios that were otherwise than today's, each with all that differed from the defaults of its time.
    scenarios: &'static [(&'static str, Differences)],
    /// Deals that were otherwise, and an empty one (`own`), each with all that differed from the defaults of its time.
    deals: &'static [(&'static str, Differences)],
}

/// Every version, the newest last.
pub static DATA_VERSIONS: &[DataVersion] = &[DataVersion::new(DATA_VERSION, &[], &[])];

impl PartialEq for DataVersion {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl DataVersion {
    /// A version with what it had otherwise than today's.
    #[must_use]
    pub const fn new(
        id: &'static str,
        defaults: Differences,
        scenarios: &'static [(&'static str, Differences)],
    ) -> Self {
        Self { id, defaults, scenarios, deals: &[] }
    }

    /// The same with deals that were otherwise than today's.
    #[must_use]
    pub const fn with_deals(self, deals: &'static [(&'static str, Differences)]) -> Self {
        Self { deals, ..self }
    }

    /// Whether it is today's.
    #[must_use]
    pub fn is_newest(&self) -> bool {
        self == Self::newest()
    }

    /// The version of a name.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        DATA_VERSIONS.iter().find(|version| version.id == id)
    }

    /// Today's.
    #[must_use]
    pub fn newest() -> &'static Self {
        static NEWEST: DataVersion = DataVersion::new(DATA_VERSION, &[], &[]);
        DATA_VERSIONS.last().unwrap_or(&NEWEST)
    }

    /// The inputs of the default case.
    #[must_use]
    pub fn defaults(&self) -> Inputs {
        let mut inputs = defaults();
        apply(self.defaults, &mut inputs);
        inputs
    }

    /// The inputs of a scenario.
    #[must_use]
    pub fn scenario(&self, scenario: &Scenario) -> Inputs {
        self.case(Start::default(), false, scenario)
    }

    /// The inputs of a scenario on top of what a case starts from; what the reader has not accepted is left empty.
    #[must_use]
    pub fn case(&self, start: Start, accepted: bool, scenario: &Scenario) -> Inputs {
        let mut inputs = self.defaults();
        let own = self.deals.iter().find(|(id, _)| *id == start.id());
        start.apply(own.map_or_else(|| start.values(), |(_, values)| values), accepted, &mut inputs);
        let own = self.scenarios.iter().find(|(id, _)| *id == scenario.id);
        apply(own.map_or(scenario.values, |(_, values)| values), &mut inputs);
        inputs
    }

    /// The scenario that is the default case.
    #[must_use]
    pub fn base() -> Option<&'static Scenario> {
        SCENARIOS.first()
    }
}
