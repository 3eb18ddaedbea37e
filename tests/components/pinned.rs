//! Pinned cases: what the key figures, the charts and the list say of them.

use wasm_bindgen_test::wasm_bindgen_test;

use super::page::Page;

const MARGIN: &str = "commit_margin";

async fn with_scenario_a_pinned() -> Page {
    let page = Page::open().await;
    page.press("[data-scenario=A]").await;
    page.press("#pin").await;
    page.press("[data-scenario=base]").await;
    page
}

#[wasm_bindgen_test]
async fn key_figures_say_what_differs_from_the_pinned_case() {
    let page = with_scenario_a_pinned().await;
    for (key, difference) in [
        ("npv", "−16.5 vs A"),
        ("irr", "−19.1 points vs A"),
        ("payback", "+2.3 years vs A"),
        ("moic", "−1.25x vs A"),
        ("break-even", "+27.4 points vs A"),
        ("share", "as in A"),
    ] {
        assert_eq!(page.text(&format!("[data-key={key}] .key-difference")), difference, "{key}");
    }
    page.slide(MARGIN, "0.36").await;
    assert_ne!(page.text("[data-key=npv] .key-difference"), "−16.5 vs A");
}

#[wasm_bindgen_test]
async fn the_table_lists_what_differs_and_sums_to_the_difference() {
    let page = with_scenario_a_pinned().await;
    page.see("#pinned").await;
    assert!(page.text("#pinned .figure-title").contains("differ from A: −$16.5B together"));
    let rows = page.all("#pinned tbody tr").len();
    assert!(rows > 5, "{rows} lines");
    assert!(page.text("#pinned tbody tr:last-child").starts_with("Together"));
    assert!(page.text("#pinned tbody tr:last-child").contains("(16.5)"));
    page.press("[data-scenario=A]").await;
    assert!(page.text("#pinned .figure-title").contains("the same as A"));
}

#[wasm_bindgen_test]
async fn a_pinned_case_is_drawn_behind_the_present_one() {
    let page = Page::open().await;
    page.see("[data-figure=cash]").await;
    let before = page.pixels("cash");
    page.press("#pin").await;
    page.press("[data-scenario=C]").await;
    page.next_frame().await;
    page.press("[data-scenario=base]").await;
    page.next_frame().await;
    let same = page.pixels("cash");
    page.press("[data-scenario=C]").await;
    page.press("#pin").await;
    page.press("[data-scenario=base]").await;
    page.next_frame().await;
    assert!(page.pixels("cash") != before && page.pixels("cash") != same);
}

#[wasm_bindgen_test]
async fn four_cases_can_be_pinned_renamed_revisited_and_dropped() {
    let page = Page::open().await;
    for margin in ["0.3", "0.31", "0.32", "0.33"] {
        page.slide(MARGIN, margin).await;
        page.press("#pin").await;
    }
    page.slide(MARGIN, "0.5").await;
    assert!(page.is_disabled("#pin"));
    assert_eq!(page.text("#pin"), "Four are pinned");
    page.type_in("[data-pin=\"0\"] input", "  before the meeting ").await;
    page.type_in("[data-pin=\"1\"] input", "   ").await;
    page.press("[data-pin=\"0\"] [aria-pressed]").await;
    assert!(page.text("[data-key=npv] .key-difference").ends_with("vs before the meeting"));
    page.press("[data-pin=\"0\"] button:nth-of-type(2)").await;
    assert_eq!(page.shown_in_box(MARGIN), "30");
    page.press("#undo").await;
    assert_eq!(page.shown_in_box(MARGIN), "50");
    for left in (0..4).rev() {
        page.press("[data-pin=\"0\"] button:last-of-type").await;
        assert_eq!(page.all("[data-pin]").len(), left);
    }
    assert!(!page.has("#pinned") && !page.has(".key-difference"));
}
