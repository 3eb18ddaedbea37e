//! Which charts belong to which side, in frames and in files.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that meets nothing there should stop")]

use offtake::catalog::Side;
use offtake::protocol::link::{Decoded, Embed, Figure, decode, encode, merge};

#[test]
fn every_chart_belongs_to_a_side_and_has_a_name_of_its_own() {
    for figure in Figure::ALL {
        assert!(Side::ALL.iter().any(|side| Figure::of(*side).contains(&figure)), "{figure:?}");
        assert_eq!(Figure::ALL.iter().filter(|other| other.id() == figure.id()).count(), 1, "{figure:?}");
    }
    for side in Side::ALL {
        assert_eq!(Figure::of(side).first(), Some(&Figure::main(side)));
        assert!([Figure::Tornado, Figure::Grid].iter().all(|shared| Figure::of(side).contains(shared)));
    }
    assert_eq!(Embed::default(), Embed::of(Side::Investor));
}

#[test]
fn a_frame_has_the_charts_of_its_side() {
    for (query, figure, faults) in [
        ("side=lab&embed", Figure::Obligations, 0),
        ("side=lab&embed&chart=burden", Figure::Burden, 0),
        ("side=lab&embed&chart=grid", Figure::Grid, 0),
        ("side=lab&embed&chart=cash", Figure::Obligations, 1),
        ("side=buyer&embed", Figure::Contract, 0),
        ("chart=usage&embed&side=buyer", Figure::Usage, 0),
        ("side=buyer&embed&chart=burden", Figure::Contract, 1),
        ("embed&chart=exposure", Figure::Cash, 1),
    ] {
        let Decoded { link, ignored } = decode(query);
        assert_eq!((link.embed.as_ref().unwrap().figure, ignored.len()), (figure, faults), "{query}");
        let again = decode(&encode(&link));
        assert_eq!((again.link, again.ignored.len()), (link, 0), "{query}");
    }
    let told = decode("side=buyer&embed&chart=cash").ignored;
    let told: Vec<String> = told.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["chart: cash is not one of contract, usage, exposure, tornado, grid"]);
}

#[test]
fn another_side_comes_without_the_chart_of_the_one_before() {
    let link = decode("embed&chart=ladder").link;
    let Decoded { link, ignored } = merge(&link, "side=lab");
    assert_eq!((link.embed.unwrap().figure, ignored.len()), (Figure::Obligations, 0));
}
