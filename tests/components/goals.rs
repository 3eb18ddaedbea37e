//! Goal seek: the button at an input, the goal, the answer, and taking it over.

use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, focused};

const MARGIN: &str = "commit_margin";
const ANSWER: &str = "#panel .goal-answer [role=status]";

async fn open(page: &Page, input: &str) {
    page.press(&format!("[data-input={input}] .goal")).await;
    page.next_frame().await;
}

async fn aim(page: &Page, name: &str) {
    let buttons = page.all("#panel .goal-aims button");
    let at = buttons.iter().position(|button| button.text_content().as_deref() == Some(name)).unwrap();
    page.press(&format!("#panel .goal-aims button:nth-child({})", at + 1)).await;
}

fn buttons(page: &Page) -> Vec<String> {
    page.all("#panel .goal-use").iter().filter_map(|button| button.text_content()).collect()
}

#[wasm_bindgen_test]
async fn the_margin_for_an_even_npv_is_found_applied_and_undone() {
    let page = Page::open().await;
    open(&page, MARGIN).await;
    assert_eq!(focused(), "panel");
    assert_eq!(page.text(ANSWER), "The NPV is zero at 31.3%.");
    page.press("#panel .goal-use").await;
    assert_eq!((page.figure("npv"), page.shown_in_box(MARGIN)), ("$0.0B".to_owned(), "31.3435".to_owned()));
    assert!(page.text("#verdict").contains("about even"), "{}", page.text("#verdict"));
    assert_eq!(page.text(&format!("[data-input={MARGIN}] .track-marks")), "breaks even at 31.3%");
    page.press("#undo").await;
    assert_eq!(page.shown_in_box(MARGIN), "30");
}

#[wasm_bindgen_test]
async fn every_goal_has_its_boxes_and_its_answer() {
    let page = Page::open().await;
    open(&page, MARGIN).await;
    for (name, at, typed, answer, use_) in [
        ("IRR", 1, "15", "The IRR is 15% at 38.6%.", &["Use 38.6%"][..]),
        ("Payback", 2, "7", "The cash is back within 7 years at 36.4% or more.", &["Use 36.4%"]),
        ("NPV", 0, "500", "At no value from −20% to 80% is the NPV $500B.", &[]),
        (
            "Share",
            3,
            "20%",
            "At every value from −20% to 80% the commitment is at most 20% of Anthropic’s revenue in deal year 5.",
            &[],
        ),
    ] {
        aim(&page, name).await;
        page.write(&format!("#goal-{at}"), typed).await;
        assert_eq!(
            (page.text(ANSWER).as_str(), buttons(&page).iter().map(String::as_str).collect::<Vec<_>>()),
            (answer, use_.to_vec())
        );
    }
}

#[wasm_bindgen_test]
async fn the_goal_stays_from_input_to_input() {
    let page = Page::open().await;
    open(&page, MARGIN).await;
    page.write("#goal-0", "5").await;
    assert_eq!(page.text(ANSWER), "The NPV is $5B at 41.4%.");
    open(&page, "investment").await;
    assert!(page.text("#panel-title").starts_with("Investment"));
    assert_eq!(page.text(ANSWER), "The NPV is $5B at $18.3B.");
}

#[wasm_bindgen_test]
async fn bad_text_says_what_is_allowed_and_answers_nothing() {
    let page = Page::open().await;
    open(&page, MARGIN).await;
    page.write("#goal-0", "lots").await;
    assert_eq!(page.text("#goal-why-0"), "! Enter a number from −1,000 to 1,000.");
    assert_eq!((page.text(ANSWER).as_str(), buttons(&page).len()), ("", 0));
    page.write("#goal-0", "0").await;
    assert_eq!((page.text("#goal-why-0").as_str(), buttons(&page).len()), ("", 1));
}

#[wasm_bindgen_test]
async fn several_answers_have_a_button_each_and_the_stake_counts() {
    let page = Page::open().await;
    page.press("[data-group=tranches] button").await;
    page.press("[data-group=adoption] button").await;
    page.type_into("milestone_prob", "95").await;
    open(&page, "adopters0").await;
    assert_eq!(page.text(ANSWER), "The NPV is zero at 31,813 and at 108,215.");
    assert_eq!(buttons(&page), ["Use 31,813", "Use 108,215"]);
    page.press("#panel .goal-values button:nth-child(2)").await;
    assert_eq!(page.shown_in_box("adopters0"), "108,215");
    open(&page, MARGIN).await;
    page.press("[data-stake=modelled_exit]").await;
    assert!(page.text("#panel").contains("counts the equity stake at its modelled exit"));
    assert_ne!(page.text(ANSWER), "The NPV is zero at 30.0%.");
}

#[wasm_bindgen_test]
async fn a_closed_input_is_not_sought_and_a_source_leads_to_the_goal() {
    let page = Page::open().await;
    page.press(&format!("[data-input={MARGIN}] .tag")).await;
    page.next_frame().await;
    page.press("#panel .source-acts button:last-child").await;
    page.next_frame().await;
    assert_eq!(page.text(ANSWER), "The NPV is zero at 31.3%.");
    page.press("[data-lens=capex]").await;
    assert!(page.is_disabled(&format!("[data-input={MARGIN}] .goal")));
    assert!(page.text(ANSWER).contains("As capex, the margin follows"));
}
