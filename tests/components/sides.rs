//! The three sides of the table: tabs, what each page asks and answers, and what a link keeps of it.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlTextAreaElement;

use super::page::{Page, focused};

/// Opens a side with its sections awake.
async fn open(side: &str) -> Page {
    let page = Page::open_link(&format!("side={side}")).await;
    page.next_frame().await;
    page
}

fn here(page: &Page) -> String {
    page.text(".tab[aria-current=page]")
}

#[wasm_bindgen_test]
async fn one_press_leads_to_your_own_commit_and_undo_leads_back() {
    let page = Page::open().await;
    assert_eq!(
        page.all(".tab").iter().map(|tab| tab.text_content().unwrap()).collect::<Vec<_>>().join(", "),
        "Investor · Amazon, Lab · Anthropic, Your own commit"
    );
    assert_eq!(here(&page), "Investor · Amazon");
    page.press("[data-side=buyer]").await;
    for _ in 0..3 {
        page.next_frame().await;
    }
    assert_eq!(here(&page), "Your own commit");
    assert!(page.text("#verdict").contains("your commitment of $45M"), "{}", page.text("#verdict"));
    for of_the_deal in ["[data-scenario]", "[data-stake]", "#years", "#how-sure", ".intro"] {
        assert!(!page.has(of_the_deal), "{of_the_deal}");
    }
    page.press("#undo").await;
    for _ in 0..3 {
        page.next_frame().await;
    }
    assert_eq!(here(&page), "Investor · Amazon");
    assert!(page.has("[data-scenario=base]"));
}

#[wasm_bindgen_test]
async fn five_figures_give_a_verdict_and_the_worth_of_a_price_match() {
    let page = open("buyer").await;
    for (input, value) in
        [("commit_m", "20"), ("demand_m", "25"), ("discount", "12"), ("term_years", "4"), ("price_drift", "10")]
    {
        if !page.has(&format!("[data-input={input}]")) {
            page.press("[data-group=market] .group-head").await;
        }
        page.type_into(input, value).await;
        assert_eq!(page.shown_in_box(input), value, "{input}");
    }
    let verdict = page.text("#verdict");
    assert!(verdict.contains("$20M") && verdict.contains("four years"), "{verdict}");
    page.see("#clauses").await;
    let clause = page.text("[data-clause=price_match]");
    assert!(clause.starts_with("Price match0%25%"), "{clause}");
    page.press("[data-clause=price_match] button").await;
    page.next_frame().await;
    assert_eq!(focused(), "box-price_match");
}

#[wasm_bindgen_test]
async fn obligations_are_added_named_faulted_and_removed() {
    let page = open("lab").await;
    assert_eq!(page.all("[data-owed-at]").len(), 1);
    page.press("#add-obligation").await;
    page.next_frame().await;
    assert_eq!((page.all("[data-owed-at]").len(), focused().as_str()), (2, "owed-2-name"));
    page.type_in("#owed-2-name", "Azure").await;
    page.type_in("#box-obligation_2_total_b", "30").await;
    assert!(page.text("[data-group=obligations] .group-summary").contains("AWS $100B, Azure $30B"));
    let headroom = page.figure("headroom");

    page.type_in("#box-obligation_2_years", "99").await;
    assert!(page.text("#why-box-obligation_2_years").contains("50"), "{}", page.text("#why-box-obligation_2_years"));
    page.type_in("#owed-2-name", "a*b").await;
    assert!(page.text("#why-owed-2-name").contains("asterisk"));
    assert_eq!(page.figure("headroom"), headroom, "what is refused changes nothing");

    page.press("[data-owed-at='1'] .owed-drop").await;
    page.next_frame().await;
    assert!(page.text("[data-group=obligations] .group-summary").starts_with("Azure $30B"));
    page.press("#undo").await;
    assert_eq!(page.all("[data-owed-at]").len(), 2);
}

#[wasm_bindgen_test]
async fn the_public_reports_are_one_press_and_say_what_they_are() {
    let page = open("lab").await;
    let preset = page.text("[data-owed=public_obligations]");
    assert!(preset.starts_with("Public reports: AWS, Google Cloud, Azure"), "{preset}");
    page.press("[data-owed=public_obligations]").await;
    assert_eq!(page.all("[data-owed-at]").len(), 3);
    assert_eq!(page.all("[data-owed-from]").len(), 3, "each says where it is from");
    assert!(!page.has("#own-case:not([hidden])"), "a set is no change of the reader's own");
    assert_eq!(page.attribute("[data-owed=public_obligations]", "aria-pressed"), "true");
    assert_eq!(page.attribute("[data-run-rate=later]", "aria-pressed"), "true");
    page.press("[data-run-rate=net]").await;
    assert_eq!(page.shown_in_box("arr0_b"), "22");
    page.press("#reset-all").await;
    assert_eq!((page.all("[data-owed-at]").len(), page.shown_in_box("arr0_b")), (1, "30".to_owned()));
}

#[wasm_bindgen_test]
async fn a_lock_in_costs_what_its_switch_says() {
    let page = Page::open_link("side=buyer&pricematch=1&contract=5").await;
    let told = page.text("[data-lock-in='3'] b");
    page.press("[data-lock-in='3']").await;
    assert_eq!(page.attribute("[data-lock-in='3']", "aria-pressed"), "true");
    assert_eq!(page.text("#own-case b"), told);
}

#[wasm_bindgen_test]
async fn a_pin_says_what_makes_the_difference_to_the_buyer() {
    let page = open("buyer").await;
    page.press("#pin").await;
    page.type_into("discount", "12").await;
    page.see("#pinned").await;
    let words = page.text("[data-figure=pinned]");
    assert!(words.contains("One input differs from case 1") && words.contains("Contribution to NPV, $M"), "{words}");
    assert!(page.text("[data-key=buyer-npv]").contains("vs case 1"));
}

#[wasm_bindgen_test]
async fn goals_are_those_of_the_side() {
    let page = open("lab").await;
    page.press("[data-input=lab_gross_margin] .goal").await;
    let panel = page.text("#panel");
    assert!(panel.contains("Headroom") && panel.contains("The smallest headroom is zero at"), "{panel}");
    assert!(!panel.contains("Payback"), "{panel}");
}

#[wasm_bindgen_test]
async fn a_link_keeps_the_side_and_its_inputs() {
    let query = "side=lab&runrate=47&obcount=2&ob2name=Azure&ob2total=30&ob2years=5";
    let page = Page::open_link(query).await;
    assert_eq!(here(&page), "Lab · Anthropic");
    assert_eq!(page.shown_in_box("arr0_b"), "47");
    page.press("#share-open").await;
    let link = page.all("#share-link")[0].clone().unchecked_into::<HtmlTextAreaElement>().value();
    let again = Page::open_link(link.split_once('?').unwrap().1).await;
    for figure in ["heaviest-share", "cover", "headroom"] {
        assert_eq!(again.figure(figure), page.figure(figure), "{figure}");
    }
    assert!(again.text("[data-group=obligations] .group-summary").contains("Azure $30B"));
}

#[wasm_bindgen_test]
async fn every_key_figure_of_a_side_says_how_it_is_computed() {
    for (query, chart) in [("lab", "burden"), ("buyer", "usage")] {
        let page = open(query).await;
        let figures = page.all("[data-key]").len();
        assert_eq!((figures, page.all("[data-key] .how").len()), (6, 6), "{query}");
        page.press("[data-key] .how").await;
        assert!(page.shows("#panel") && !page.text("#panel .worked").is_empty(), "{query}");
        assert!(!page.all("#panel [data-rests]").is_empty(), "{query}");
        page.press(".source-close").await;
        assert!(page.has(&format!("[data-figure={chart}] .how")), "{query}");
    }
}
