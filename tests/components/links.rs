//! The page in the state that a link tells, and what it says about the link.

use offtake::catalog::DataVersion;
use offtake::protocol::link::decode_among;
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, theme};

const MARGIN: &str = "commit_margin";

#[wasm_bindgen_test]
async fn a_link_tells_all_that_the_reader_can_set() {
    let page = Page::open_link(
        "m=1.0&d=2026-05&s=B&margin=0.36&stake=at_cost&grid=irr,commit,rate&theme=dark&pin=Base&pin=thin*margin*0.1&against=2",
    )
    .await;
    assert_eq!(page.shown_in_box(MARGIN), "36");
    assert_eq!(page.pressed("[data-stake]"), ["at_cost"]);
    assert_eq!(page.text("#changes"), "1 changed");
    assert_eq!(theme().as_deref(), Some("dark"));
    assert!(!page.has(".link-notice") && page.is_disabled("#undo"));
    page.see("#what-must-hold").await;
    assert_eq!((page.chosen("#grid-x"), page.chosen("#grid-y")), ("commit_total_b".into(), "discount_rate".into()));
    assert_eq!(page.pressed("[data-measure]"), ["IRR"]);
    page.see("#pinned").await;
    assert_eq!(page.all("[data-pin]").len(), 2);
    assert!(page.text("#pinned .figure-title").contains("differ from thin"), "{}", page.text("#pinned .figure-title"));
}

#[wasm_bindgen_test]
async fn what_is_left_out_is_listed_once_and_changes_nothing_else() {
    let page = Page::open_link("margin=lots&adoption=0.5&colour=red").await;
    let said = page.text("#left-out");
    assert!(said.contains("Margin: “lots” is not a number from -1 to 1") && said.contains("“colour”"), "{said}");
    assert_eq!((page.shown_in_box(MARGIN), page.shown_in_box("adoption_ceiling")), ("30".into(), "50".into()));
    page.press("#left-out button").await;
    assert!(!page.has("#left-out"));
    assert_eq!(page.shown_in_box("adoption_ceiling"), "50");
}

/// As if the margin had once been thought lower, and in scenario A lower still.
static ONCE: [DataVersion; 2] = [
    DataVersion::new("2025-01", &[("commit_margin", 0.25)], &[("A", &[("commit_margin", 0.2)])]),
    DataVersion::new("2026-05", &[], &[]),
];

#[wasm_bindgen_test]
async fn a_link_of_another_time_shows_the_figures_of_that_time_until_the_reader_wants_todays() {
    let page = Page::open_as(decode_among("m=1.0&d=2025-01&tax=0.3", &ONCE)).await;
    assert_eq!(page.shown_in_box(MARGIN), "25");
    assert!(page.text("#made-with").contains("model 1.0, data 2025-01"), "{}", page.text("#made-with"));
    let was = page.figure("npv");
    page.press("[data-scenario=A]").await;
    assert_eq!(page.shown_in_box(MARGIN), "20", "a scenario is the one of that time");
    page.press("#undo").await;
    page.press("#made-with button").await;
    assert!(!page.has("#made-with"));
    assert_eq!(page.shown_in_box(MARGIN), "30");
    assert_eq!(page.text("#changes"), "1 changed", "what the link told stays");
    assert_ne!(page.figure("npv"), was);
    page.press("#undo").await;
    assert_eq!((page.shown_in_box(MARGIN), page.figure("npv")), ("25".into(), was));
    assert!(page.has("#made-with"));
}
