//! The sections under the first charts: what they say, and what a press on them does.

use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, focused};

const MARGIN: &str = "commit_margin";
const ADOPTION: &str = "adoption_ceiling";
const CELLS: &str = "#grid-cells";

/// Opens the page with its sections awake: they rest while they are not seen.
async fn open() -> Page {
    let page = Page::open().await;
    page.see("#what-must-hold").await;
    page
}

#[wasm_bindgen_test]
async fn the_ladder_says_that_revenue_is_not_return() {
    let page = open().await;
    assert_eq!(page.text("#title-ladder"), "From 4x to 71 cents");
    let words = page.text("[data-figure=ladder] .figure-words");
    assert!(words.starts_with("4x is commit revenue for each dollar of new money, not a return"), "{words}");
    assert!(page.label("ladder").contains("revenue"), "{}", page.label("ladder"));
    page.see("[data-figure=ladder]").await;
    assert!(page.inked_pixels("ladder") > 1000);
    page.slide(MARGIN, "0.4").await;
    assert_eq!(page.text("#title-ladder"), "From 4x to 94 cents");
}

#[wasm_bindgen_test]
async fn the_commitment_is_priced_beside_other_deals() {
    let page = open().await;
    assert_eq!(page.text("#title-gigawatts"), "$100B and 5 GW do not describe the same thing");
    let words = page.text("[data-figure=gigawatts] .figure-words");
    assert!(words.contains("$2.0B per GW-year") && words.contains("buys 12.5 GW-years"), "{words}");
    page.see("[data-figure=gigawatts]").await;
    assert!(page.inked_pixels("gigawatts") > 1000);
    page.press("[data-figure=gigawatts] summary").await;
    let table = page.text("[data-figure=gigawatts] table");
    for deal in ["AWS × OpenAI", "Google × Anthropic", "Oracle × OpenAI"] {
        assert!(table.contains(deal) && page.label("gigawatts").contains(deal), "{deal}: {table}");
    }
}

#[wasm_bindgen_test]
async fn the_lenses_the_circular_money_and_the_rules() {
    let page = open().await;
    assert_eq!(page.text("#title-lenses"), "Capital costs $16.3B that the margin does not show");
    let lenses = page.text("[data-figure=lenses]");
    for words in ["(0.7)", "(15.6)", "(16.3)", "32.6%", "9.3%", "the time value of machines bought ahead"] {
        assert!(lenses.contains(words), "{words} is missing in {lenses}");
    }
    let circular = page.text("[data-figure=circular]");
    assert!(circular.contains("25 cents") && circular.contains("2.5 years of the commit"), "{circular}");
    assert_eq!(page.all("[data-figure=rules] li").len(), 5);
}

#[wasm_bindgen_test]
async fn a_press_on_a_tornado_bar_opens_its_input() {
    let page = open().await;
    assert_eq!(page.all("[data-bar]").len(), 14);
    let name = page.attribute("[data-bar=milestone_prob]", "aria-label");
    assert_eq!(name, "Milestone money drawn: −$0.7B at 100%, +$11.4B at 25% (money not spent)");
    // One in a closed group, one that everybody sees.
    assert!(!page.has("[data-input=overlap]"));
    page.press("[data-bar=overlap]").await;
    page.next_frame().await;
    assert_eq!(focused(), "box-overlap");
    page.press(&format!("[data-bar={MARGIN}]")).await;
    page.next_frame().await;
    assert_eq!(focused(), format!("box-{MARGIN}"));
}

/// The cell that is read, without what keeps a minus with its amount.
fn read(page: &Page) -> String {
    page.text(".cells-read").replace('\u{2060}', "")
}

/// The bars by their rows.
fn rows(page: &Page) -> Vec<String> {
    page.all("[data-bar]").iter().filter_map(|bar| bar.get_attribute("data-bar")).collect()
}

#[wasm_bindgen_test]
async fn rows_keep_their_places_while_a_slider_is_dragged() {
    let page = open().await;
    let before = rows(&page);
    let slider = page.slider(ADOPTION);
    page.point(&slider, "pointerdown").await;
    page.slide(ADOPTION, "0.6").await;
    page.next_frame().await;
    assert_eq!(rows(&page), before);
    page.point(&slider, "pointerup").await;
    page.next_frame().await;
    assert_ne!(rows(&page), before);
}

#[wasm_bindgen_test]
async fn a_press_on_a_cell_sets_both_inputs_as_one_step() {
    let page = open().await;
    assert_eq!(page.text("#title-grid"), "Two ways to reach zero: margin or adoption");
    assert_eq!(read(&page), "Your case: margin 30%, adoption 30%: NPV −$0.7B");
    page.press_at(CELLS, 0.75, 0.25).await;
    let set = (page.shown_in_box(MARGIN), page.shown_in_box(ADOPTION));
    assert!(set.0 != "30" && set.1 != "30", "{set:?}");
    assert!(read(&page).starts_with(&format!("Margin {}%, adoption {}%: NPV $", set.0, set.1)));
    page.press("#undo").await;
    assert_eq!((page.shown_in_box(MARGIN), page.shown_in_box(ADOPTION)), ("30".into(), "30".into()));
    assert!(page.is_disabled("#undo"));
}

#[wasm_bindgen_test]
async fn keys_walk_over_the_cells() {
    let page = open().await;
    let [cells] = page.all(CELLS).try_into().unwrap();
    let spoken = || page.text("[data-figure=grid] [role=status]");
    assert_eq!(spoken(), "");
    page.key(&cells, "ArrowRight").await;
    assert_eq!(spoken(), "Margin 30%, adoption 30%: NPV −$0.7B", "the first key shows where the case stands");
    page.key(&cells, "ArrowRight").await;
    page.key(&cells, "ArrowUp").await;
    assert_eq!(spoken(), "Margin 31%, adoption 31%: NPV $0.1B");
    page.key(&cells, "Enter").await;
    assert_eq!((page.shown_in_box(MARGIN), page.shown_in_box(ADOPTION)), ("31".into(), "31".into()));
    page.key(&cells, "Escape").await;
    assert_eq!((spoken(), read(&page)), (String::new(), "Your case: margin 31%, adoption 31%: NPV $0.1B".into()));
}

#[wasm_bindgen_test]
async fn the_grid_measures_what_is_asked_over_any_two_inputs() {
    let page = open().await;
    let npv = page.pixels("grid");
    page.press("[data-measure=Payback]").await;
    page.next_frame().await;
    assert_eq!(page.text("#title-grid"), "Two ways to payback by year 10: margin or adoption");
    assert_eq!(read(&page), "Your case: margin 30%, adoption 30%: payback 7.9 years");
    let payback = page.pixels("grid");
    page.press("[data-measure=IRR]").await;
    page.next_frame().await;
    assert_eq!(page.text("#title-grid"), "Two ways to an IRR of 9.5%: margin or adoption");
    assert!(npv != payback && payback != page.pixels("grid"));
    assert_eq!(page.pressed("[data-measure]"), ["IRR"]);

    page.choose("#grid-x", "discount_rate").await;
    assert_eq!(read(&page), "Your case: discount rate 9.5%, adoption 30%: IRR 8.5%");
    // What the other axis holds changes places.
    page.choose("#grid-x", ADOPTION).await;
    assert_eq!((page.chosen("#grid-x"), page.chosen("#grid-y")), (ADOPTION.into(), "discount_rate".into()));
    page.press("[data-figure=grid] summary").await;
    assert!(page.all("[data-figure=grid] tbody tr").len() <= 11);
}
