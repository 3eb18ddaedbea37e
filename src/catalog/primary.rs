//! The four controls that everybody sees on the page of the lab and on that of the buyer; those of the investor are
//! [`Control::PRIMARY`].

use super::{Control, Limits, rows};

/// What decides whether the lab can pay: what it earns, how fast that grows, what is left of it, and the first bill.
pub(super) const OF_LAB: [Control; 4] = [
    of("arr0_b", "Run-rate", "annualised, at closing", 5.0, 100.0),
    of("arr_g1", "Growth", "of the run-rate, in year 1", -0.2, 1.5),
    of("lab_gross_margin", "Gross margin", "left after serving customers", 0.0, 0.8),
    of("obligation_1_total_b", "Obligation", "the first one, over all of its years", 0.0, 300.0),
];

/// What decides what the commitment is worth: its size, the demand that it meets, how much of that comes, and the price.
pub(super) const OF_BUYER: [Control; 4] = [
    of("commit_m", "Commitment", "to the cloud, in the first year", 0.0, 100.0),
    of("demand_m", "Demand", "in year 1, at list price", 1.0, 120.0),
    of("usage_realised", "Usage", "share of the demand that comes true", 0.4, 1.6),
    of("discount", "Discount", "off the list price", 0.0, 0.3),
];

const fn of(id: &str, label: &'static str, hint: &'static str, min: f64, max: f64) -> Control {
    Control::of(rows::known(id)).shown_as(label, hint, Limits { min, max })
}
