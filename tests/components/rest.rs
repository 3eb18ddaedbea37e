//! What nobody sees rests, and is up to date when it comes into view or goes onto paper.

use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, announce};

const MARGIN: &str = "commit_margin";
const BRIDGE: &str = "[data-figure=bridge]";

#[wasm_bindgen_test]
async fn a_chart_out_of_sight_is_drawn_when_it_comes_into_view() {
    let page = Page::open().await;
    page.see("#sources").await;
    let before = page.pixels("bridge");
    page.slide(MARGIN, "0.5").await;
    page.next_frame().await;
    assert!(page.pixels("bridge") == before, "drawn although nobody sees it");
    page.see(BRIDGE).await;
    assert!(page.pixels("bridge") != before, "not drawn although it is seen");
}

#[wasm_bindgen_test]
async fn paper_shows_the_present_case_everywhere() {
    let page = Page::open().await;
    page.see("#sources").await;
    page.slide(MARGIN, "0.5").await;
    let (chart, title) = (page.pixels("bridge"), page.text("#title-ladder"));
    announce("beforeprint").await;
    assert!(page.pixels("bridge") != chart, "the chart is of an earlier case");
    assert_eq!(title, "From 4x to 71 cents");
    assert_eq!(page.text("#title-ladder"), "From 4x to $1.18");
    announce("afterprint").await;
}
