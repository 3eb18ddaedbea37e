//! The table of inputs on paper.

use offtake::catalog::{Case, Control, Side};
use offtake::wording::paper::{inputs, sources};

#[test]
fn every_control_stands_on_paper_once_with_its_sources() {
    let groups = inputs(Side::Investor, &Case::default());
    let labels: Vec<_> = groups.iter().flat_map(|group| &group.rows).map(|row| row.label).collect();
    assert_eq!(labels.len(), Control::all().len());
    for control in Control::all() {
        assert_eq!(labels.iter().filter(|label| **label == control.label).count(), 1, "{}", control.label);
    }
    let row = |label: &str| groups.iter().flat_map(|group| &group.rows).find(|row| row.label == label).unwrap();
    assert_eq!((row("Investment").value.as_str(), row("Investment").source.as_str()), ("$25B", "stated S4 S2 S3 C2"));
    assert!(row("Margin").source.starts_with("assumed"), "{:?}", row("Margin"));
    assert!(groups.iter().flat_map(|group| &group.rows).all(|row| row.was.is_none()));
}

#[test]
fn a_changed_input_says_what_it_was() {
    let mut case = Case::default();
    let margin = Control::find("commit_margin").unwrap();
    case.set(margin, 0.36).unwrap();
    let groups = inputs(Side::Investor, &case);
    let rows: Vec<_> = groups.iter().flat_map(|group| &group.rows).filter(|row| row.was.is_some()).collect();
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].value.as_str(), rows[0].was.as_deref()), ("36%", Some("30%")));
}

#[test]
fn every_id_behind_an_input_is_explained_on_paper() {
    let told = sources().join(" ");
    let ids = Control::all().iter().flat_map(|control| control.sources).filter(|id| !id.starts_with('C'));
    for id in ids {
        assert!(told.contains(&format!("{id}:")) || told.contains(&format!("{id} ")), "{id}");
    }
}
