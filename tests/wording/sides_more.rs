//! Charts, registers, labels and popovers of the lab and the buyer, case by case.

use offtake::analysis::objective::Objective;
use offtake::catalog::uncertainty::swings;
use offtake::catalog::{Side, defaults};
use offtake::model::{Inputs, Stake};
use offtake::wording::metrics::Metric;
use offtake::wording::{side, sources};

use super::sides::{lab_with, public};

#[test]
fn charts_of_every_side_are_explained_by_its_own_figures() {
    for (side, grid, tornado) in [
        (Side::Investor, "npv", "tornado"),
        (Side::Lab, "lab_headroom", "lab_tornado"),
        (Side::Buyer, "buyer_npv", "buyer_tornado"),
    ] {
        let objective = Objective::of(side, Stake::LeftOut);
        assert_eq!((Metric::of_objective(objective).id, Metric::of_swings(side).id), (grid, tornado));
        if side != Side::Investor {
            let bars: Vec<&str> = swings(side).iter().map(|swing| swing.id).collect();
            assert_eq!(Metric::of_swings(side).inputs, bars, "{side:?}");
        }
    }
}

#[test]
fn registers_count_the_inputs_of_the_side_that_asks() {
    for (side, inputs, counts, has) in [
        (Side::Lab, defaults(), "Of 11 inputs 3 are assumptions, 7 are stated", "arr_g1"),
        (Side::Lab, lab_with(|inputs| inputs.lab.obligation_count = 2), "Of 14 inputs 6 are", "obligation_2_total_b"),
        (Side::Lab, public(), "Of 17 inputs 5 are assumptions, 7 are stated", "obligation_3_years"),
        (Side::Buyer, defaults(), "Of 20 inputs 14 are assumptions, 3 are stated", "commit_m"),
    ] {
        let said = sources::input_counts(side, &inputs);
        assert!(said.starts_with(counts), "{said}");
        let (register, count) = (sources::assumed(side, &inputs), side::assumptions(side, &inputs));
        assert_eq!(register.entries.len(), count);
        assert_eq!(register.name, format!("Assumptions of this model, {count}"));
        assert!(side::basis(side, &inputs).contains(&format!("{count} assumptions")), "{}", side::basis(side, &inputs));
        let ids: Vec<&str> = register.entries.iter().map(|entry| entry.id).collect();
        assert!(ids.contains(&has) && !ids.contains(&"commit_margin"), "{ids:?}");
    }
}

#[test]
fn a_reported_obligation_is_no_assumption_of_the_reader() {
    use offtake::catalog::{Status, reported};
    let of = |id: &str, inputs: &Inputs| reported(id, inputs).map(|basis| (basis.status, basis.sources));
    let (google, azure) = (&["P20", "P29"][..], &["P23"][..]);
    for (id, expected) in [
        ("obligation_1_total_b", None),
        ("obligation_2_total_b", Some((Status::Public, google))),
        ("obligation_2_years", Some((Status::Public, google))),
        ("obligation_3_total_b", Some((Status::Public, azure))),
        ("obligation_3_years", Some((Status::Assumption, azure))),
        ("obligation_4_total_b", None),
        ("obligation_count", None),
        ("arr0_b", None),
    ] {
        assert_eq!(of(id, &public()), expected, "{id}");
    }
    let mut other = public();
    other.lab.obligations[1].total_b = 210.0;
    assert_eq!(of("obligation_2_years", &other), None, "a changed one is the reader's own");
    other.lab.obligations.swap(0, 1);
    assert_eq!(of("obligation_2_total_b", &other), Some((Status::Stated, &["S9", "P28"][..])), "known in any place");
    other.lab.obligation_count = 1;
    assert_eq!(of("obligation_2_total_b", &other), None, "and only while it counts");
    let years = sources::assumed(Side::Lab, &public()).entries.into_iter().find(|one| one.id == "obligation_3_years");
    assert_eq!(
        years.unwrap().parts[1..],
        ["5 years", "30 is public; that it begins at once and runs for five years is an assumption.", "May 2026"]
    );
}
