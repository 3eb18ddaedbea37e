//! The share dialog: what it offers follows what is chosen and what is asked.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

use super::page::{Page, focused};

const OPEN: &str = "#share[open]";

/// A window without room for the preview: the page in it would be this test.
fn without_preview() {
    let window = web_sys::window().unwrap();
    let plain = js_sys::Reflect::get(&window, &"matchMedia".into()).unwrap();
    let narrow =
        js_sys::Function::new_with_args("plain", "return q => plain.call(window, q.includes('768') ? 'not all' : q)");
    let narrow = narrow.call1(&JsValue::NULL, &plain).unwrap();
    js_sys::Reflect::set(&window, &"matchMedia".into(), &narrow).unwrap();
}

async fn opened() -> Page {
    opened_with("").await
}

async fn opened_with(query: &str) -> Page {
    without_preview();
    let page = Page::open_link(query).await;
    page.press("#share-open").await;
    page.next_frame().await;
    assert!(page.has(OPEN) && !page.has("iframe"));
    page
}

fn value(page: &Page, field: &str) -> String {
    page.all(field)[0].clone().unchecked_into::<HtmlTextAreaElement>().value()
}

fn code(page: &Page) -> String {
    value(page, "#share-code")
}

async fn pick(page: &Page, name: &str, at: usize) {
    page.press(&format!("[aria-label={name}] .segments button:nth-child({at})")).await;
}

async fn tick(page: &Page, slider: &str) {
    page.press(&format!("[data-slider={slider}]")).await;
}

fn box_of(page: &Page, slider: &str) -> HtmlInputElement {
    page.all(&format!("[data-slider={slider}]"))[0].clone().unchecked_into()
}

#[wasm_bindgen_test]
async fn it_is_made_when_it_opens_and_goes_when_it_closes() {
    without_preview();
    let page = Page::open().await;
    assert!(!page.has("#share textarea") && !page.has("#share canvas"));
    page.focus("#share-open");
    page.press("#share-open").await;
    page.next_frame().await;
    assert!(page.has("#share textarea") && page.has("#share canvas"));
    assert_eq!(focused(), "share-title");
    page.press(".share-close").await;
    page.next_frame().await;
    assert!(!page.has(OPEN) && !page.has("#share textarea"));
    assert_eq!(focused(), "share-open");
}

#[wasm_bindgen_test]
async fn the_code_follows_what_is_chosen() {
    let page = opened().await;
    assert!(code(&page).contains("embed=verdict-chart") && code(&page).contains("height=\"820\""), "{}", code(&page));
    assert!(code(&page).ends_with("embed.js\" async></script>"), "{}", code(&page));
    pick(&page, "Inputs", 2).await;
    pick(&page, "Theme", 3).await;
    page.choose("#share-chart", "bridge").await;
    for part in ["&amp;chart=bridge", "&amp;lock=1", "&amp;theme=dark", "m=1.0&amp;d="] {
        assert!(code(&page).contains(part), "{part} in {}", code(&page));
    }
    pick(&page, "Version", 2).await;
    assert!(!code(&page).contains("m=1.0"), "{}", code(&page));
    pick(&page, "Show", 1).await;
    assert!(code(&page).contains("embed=verdict&amp;") && page.is_disabled("#share-chart"), "{}", code(&page));
    pick(&page, "Height", 2).await;
    assert!(code(&page).ends_with("></iframe>"), "{}", code(&page));
    // What was chosen stays for the next time.
    page.press(".share-close").await;
    page.next_frame().await;
    page.press("#share-open").await;
    page.next_frame().await;
    assert!(code(&page).ends_with("></iframe>") && code(&page).contains("embed=verdict&amp;"));
    assert!(!value(&page, "#share-link").contains("embed"), "the link is that of the page");
}

#[wasm_bindgen_test]
async fn four_sliders_at_most() {
    let page = opened().await;
    tick(&page, "investment").await;
    assert!(code(&page).contains("sliders=margin,adoption,investment"), "{}", code(&page));
    page.choose("#share-more", "discount_rate").await;
    assert!(box_of(&page, "discount_rate").checked() && box_of(&page, "commit_total_b").disabled());
    assert!(page.is_disabled("#share-more"));
    tick(&page, "commit_margin").await;
    assert!(!box_of(&page, "commit_total_b").disabled() && !page.is_disabled("#share-more"));
    for slider in ["adoption_ceiling", "investment", "discount_rate"] {
        tick(&page, slider).await;
    }
    assert!(code(&page).contains("sliders=none"), "{}", code(&page));
}

#[wasm_bindgen_test]
async fn texts_follow_the_case() {
    let page = opened().await;
    let before =
        ["#share-link", "#share-code", "#share-html", "#share-post", "#share-cite"].map(|field| value(&page, field));
    page.slide("commit_margin", "0.36").await;
    let after =
        ["#share-link", "#share-code", "#share-html", "#share-post", "#share-cite"].map(|field| value(&page, field));
    for (before, after) in before.iter().zip(&after) {
        assert!(before != after, "{before} does not follow");
    }
    assert!(after[4].contains("base case with 1 input changed, "), "{}", after[4]);
}

#[wasm_bindgen_test]
async fn words_beside_the_picture_are_the_readers_and_stay_text() {
    let page = opened().await;
    page.write("#share-alt", "\"A\" <b> & [c]").await;
    let html = value(&page, "#share-html");
    assert!(html.contains("alt=\"&quot;A&quot; &lt;b&gt; &amp; [c]\""), "{html}");
    assert!(value(&page, "#share-markdown").starts_with("[![\"A\" \\<b\\> \\& \\[c\\]](offtake-card.png)]("));
    assert_eq!(page.attribute(".share-picture", "aria-label"), "\"A\" <b> & [c]");
}

#[wasm_bindgen_test]
async fn words_that_were_written_for_a_case_go_with_it() {
    let page = opened().await;
    let ours = value(&page, "#share-alt");
    page.write("#share-alt", "97 cents").await;
    page.slide("commit_margin", "0.36").await;
    assert!(!value(&page, "#share-alt").contains("97 cents"), "{}", value(&page, "#share-alt"));
    assert!(value(&page, "#share-alt").starts_with("Amazon × Anthropic, April 2026: 1 input changed. "));
    assert!(!value(&page, "#share-html").contains("97 cents"));
    page.slide("commit_margin", "0.3").await;
    assert_eq!(value(&page, "#share-alt"), "97 cents");
    page.press(".share-own-acts .link").await;
    assert_eq!(value(&page, "#share-alt"), ours);
}

#[wasm_bindgen_test]
async fn ticked_is_what_the_card_has() {
    // In this scenario the adoption counts for nothing, and another input takes its place on the card.
    let page = opened_with("s=C").await;
    let ticked = |slider: &str| box_of(&page, slider).checked();
    assert!(ticked("commit_margin") && ticked("investment") && !ticked("adoption_ceiling"));
    assert!(!code(&page).contains("sliders="), "{}", code(&page));
    tick(&page, "investment").await;
    assert!(code(&page).contains("sliders=margin"), "{}", code(&page));
}
