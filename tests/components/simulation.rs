//! How sure is this: drawn futures, what the reader sets for them, and the weights of the scenarios.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use super::page::{Page, focused};

const FIGURE: &str = "[data-figure=simulation]";

/// A page whose simulation is in view and at rest.
async fn open() -> Page {
    let page = Page::open().await;
    page.see(FIGURE).await;
    rested(&page, "10,000 draws").await;
    page
}

/// Waits until the figure names so many draws and a run is no longer mentioned.
async fn rested(page: &Page, draws: &str) {
    for _ in 0..200 {
        let sub = sub(page);
        if sub.contains(draws) && !sub.contains("recomputing") {
            return;
        }
        page.wait(25).await;
    }
    panic!("no {draws} in {:?}", sub(page));
}

fn sub(page: &Page) -> String {
    page.text(&format!("{FIGURE} .figure-sub"))
}

/// Opens what stands behind a button, if it is not open.
async fn open_details(page: &Page, details: &str) {
    if !page.has(&format!("{details}[open]")) {
        page.press(&format!("{details} > summary")).await;
        page.next_frame().await;
    }
}

/// What stands in a box.
fn value(page: &Page, id: &str) -> String {
    page.all(&format!("#{id}"))[0].clone().unchecked_into::<HtmlInputElement>().value()
}

/// The line of the table behind the chart that begins with a name.
async fn line(page: &Page, name: &str) -> String {
    open_details(page, &format!("{FIGURE} details")).await;
    let lines = page.all(&format!("{FIGURE} tbody tr"));
    let text = |row: &web_sys::Element| row.text_content().unwrap_or_default();
    lines.iter().map(text).find(|text| text.starts_with(name)).unwrap_or_else(|| panic!("no {name}"))
}

#[wasm_bindgen_test]
async fn ten_thousand_futures_at_rest() {
    let page = open().await;
    assert_eq!(sub(&page), "NPV before the stake, $B, 10,000 draws, seed 20260420");
    assert_eq!(
        page.text("#futures"),
        "In 37 of 100 futures Amazon ends above zero, in 74 of 100 with its stake counted; in 69 of 100 the cash is \
         back within 10 years."
    );
    assert_eq!(line(&page, "Above zero").await, "Above zero36.8%73.9%");
    assert!(page.text(&format!("{FIGURE} .figure-note")).starts_with("The futures draw 75% of the contingent money"));
    assert!(page.label("simulation").contains("37 of 100 end above zero"), "{}", page.label("simulation"));
    assert!(page.inked_pixels("simulation") > 5000);
}

#[wasm_bindgen_test]
async fn the_figure_follows_the_equity_switch_without_drawing_again() {
    let page = open().await;
    page.press("[data-stake=modelled_exit]").await;
    assert_eq!(sub(&page), "NPV with the stake at the modelled exit, $B, 10,000 draws, seed 20260420");
    assert_eq!(page.text(&format!("{FIGURE} .figure-title")), "About seven draws in ten end above zero");
    assert!(page.label("simulation").contains("74 of 100 end above zero"), "{}", page.label("simulation"));
    page.press("[data-stake=at_cost]").await;
    assert!(sub(&page).starts_with("NPV with the stake at cost"));
}

#[wasm_bindgen_test]
async fn another_seed_is_another_sample_and_the_first_one_comes_back() {
    let page = open().await;
    let first = line(&page, "Mean").await;
    page.press("#next-seed").await;
    rested(&page, "seed 20260421").await;
    assert_ne!(line(&page, "Mean").await, first);
    page.type_in("#seed", "20260420").await;
    rested(&page, "seed 20260420").await;
    assert_eq!(line(&page, "Mean").await, first);
    for typed in ["1.5e3", "-1", "", "9007199254740993", "chance"] {
        page.type_in("#seed", typed).await;
        assert!(page.text("#why-seed").starts_with("! Enter a whole number from 0 to"), "{typed}");
    }
    assert!(sub(&page).ends_with("seed 20260420"));
}

#[wasm_bindgen_test]
async fn the_years_to_be_paid_back_in_can_be_set() {
    let page = open().await;
    page.type_in("#payback-within", "7").await;
    rested(&page, "10,000 draws").await;
    page.wait(200).await;
    assert!(page.text("#futures").ends_with("the cash is back within 7 years."), "{}", page.text("#futures"));
    page.type_in("#payback-within", "soon").await;
    assert!(page.text("#why-payback-within").starts_with("! Enter a number from 0 to 50."));
}

#[wasm_bindgen_test]
async fn while_a_slider_is_dragged_fewer_futures_are_drawn_at_once() {
    let page = open().await;
    let slider = page.slider("commit_margin");
    page.point(&slider, "pointerdown").await;
    page.slide("commit_margin", "0.4").await;
    assert_eq!(sub(&page), "NPV before the stake, $B, 1,000 draws, seed 20260420");
    let dragged = page.text("#futures");
    page.point(&slider, "pointerup").await;
    rested(&page, "10,000 draws").await;
    assert_ne!(page.text("#futures"), "");
    assert!(dragged.starts_with("In ") && !dragged.starts_with("In 37 of 100"), "{dragged}");
}

#[wasm_bindgen_test]
async fn ends_can_be_changed_and_taken_back() {
    let page = open().await;
    let first = line(&page, "P10").await;
    open_details(&page, "#ranges").await;
    assert_eq!(value(&page, "low-commit_margin"), "10");
    page.type_in("#low-commit_margin", "25 %").await;
    page.wait(200).await;
    rested(&page, "10,000 draws").await;
    assert_ne!(line(&page, "P10").await, first);
    assert_eq!(page.text("#ranges summary"), "Ranges and correlations, 1 range changed");
    page.type_in("#sigma-exit_multiple", "0").await;
    assert_eq!(page.text("#ranges summary"), "Ranges and correlations, 2 ranges changed");
    page.press("[data-range=exit_multiple] .link").await;
    page.press("#reset-ranges").await;
    page.see(FIGURE).await;
    page.wait(200).await;
    rested(&page, "10,000 draws").await;
    assert_eq!((line(&page, "P10").await, value(&page, "low-commit_margin")), (first, "10".to_owned()));
}

#[wasm_bindgen_test]
async fn an_end_that_does_not_enclose_the_present_value_is_refused() {
    let page = open().await;
    open_details(&page, "#ranges").await;
    let before = (page.text("#futures"), page.text("#ranges summary"));
    for (typed, why) in [("31", "Enter a number from −20 to 30."), ("much", "Enter a number from −20 to 30.")] {
        page.type_in("#low-commit_margin", typed).await;
        let fault = page.text("#why-low-commit_margin");
        assert!(fault.starts_with(&format!("! {why} The ends enclose the present 30%.")), "{fault}");
        assert_eq!(value(&page, "low-commit_margin"), typed, "what was typed stays to be mended");
    }
    assert_eq!((page.text("#futures"), page.text("#ranges summary")), before);
}

#[wasm_bindgen_test]
async fn an_end_that_the_slider_passes_keeps_the_last_result_and_says_so() {
    let page = open().await;
    open_details(&page, "#ranges").await;
    page.type_in("#low-commit_margin", "25").await;
    page.wait(200).await;
    rested(&page, "10,000 draws").await;
    let kept = page.text("#futures");
    page.slide("commit_margin", "0.2").await;
    page.wait(100).await;
    let why = page.text("#why-simulation");
    assert!(why.contains("the low end, 25%, lies above the present 20%"), "{why}");
    assert!(page.text("#why-range-commit_margin").contains("lies above the present 20%"));
    assert_eq!(page.text("#futures"), kept);
    page.press("[data-range=commit_margin] .link").await;
    assert_eq!(focused(), "range-commit_margin", "the link is gone, its row is not");
    page.see(FIGURE).await;
    page.wait(200).await;
    rested(&page, "10,000 draws").await;
    assert_eq!(page.text("#why-simulation"), "");
    assert_ne!(page.text("#futures"), kept);
}

#[wasm_bindgen_test]
async fn many_draws_on_request_and_called_off() {
    let page = open().await;
    let few = line(&page, "P50").await;
    page.press("#many-draws").await;
    page.wait(0).await;
    page.press("#many-draws").await;
    page.wait(400).await;
    assert!(sub(&page).contains("10,000 draws"), "called off: {}", sub(&page));
    assert_eq!(line(&page, "P50").await, few);
    page.press("#many-draws").await;
    rested(&page, "100,000 draws").await;
    assert!(page.text("#took").starts_with("100,000 draws in "), "{}", page.text("#took"));
    assert_eq!(page.text("#many-draws"), "Back to 10,000");
    page.press("#many-draws").await;
    rested(&page, " 10,000 draws").await;
    assert_eq!(line(&page, "P50").await, few);
}

#[wasm_bindgen_test]
async fn a_newer_question_calls_the_older_run_off() {
    let page = open().await;
    page.press("#many-draws").await;
    page.slide("commit_margin", "0.6").await;
    rested(&page, " 10,000 draws").await;
    page.wait(600).await;
    assert!(sub(&page).contains(" 10,000 draws"), "the older run does not come back: {}", sub(&page));
    let futures = page.text("#futures");
    page.slide("commit_margin", "0.3").await;
    page.press("#reset-all").await;
    page.slide("commit_margin", "0.6").await;
    page.wait(300).await;
    rested(&page, " 10,000 draws").await;
    assert_eq!(page.text("#futures"), futures, "the same question, the same answer");
}

#[wasm_bindgen_test]
async fn weights_sum_to_a_hundred_and_weigh() {
    let page = open().await;
    assert!(page.text("#weighted").starts_with("With these weights the NPV is +$1.4B"), "{}", page.text("#weighted"));
    page.type_in("#weight-A", "50").await;
    let shown = ["A", "B", "C"].map(|id| value(&page, &format!("weight-{id}")));
    assert_eq!(shown, ["50.0", "25.0", "25.0"]);
    // 0.5 x 15.88 - 0.25 x 2.31 - 0.25 x 9.40
    assert!(page.text("[data-figure=weights] .sum").contains("5.0"), "{}", page.text("[data-figure=weights] .sum"));
    page.type_in("#weight-B", "101").await;
    assert!(page.text("#why-weight-B").starts_with("! Enter a number from 0 to 100."));
    assert_eq!(value(&page, "weight-C"), "25.0");
    page.press("[data-stake=modelled_exit]").await;
    assert!(page.text("[data-figure=weights] .figure-sub").contains("with the stake at the modelled exit"));
    page.press("#equal-weights").await;
    assert_eq!(value(&page, "weight-A"), "33.3");
}
