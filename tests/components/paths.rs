//! The questions to begin with: what each sets, what stays, and what is passed on.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, focused};

const THIN: &str = "#what-if-margins-stay-thin";
const FOURFOLD: &str = "#does-the-4x-pay";
const OURS: &str = "#what-would-this-contract-mean-for-us";

fn is_shown(page: &Page, path: &str) -> bool {
    page.attribute(path, "aria-expanded") == "true"
}

#[wasm_bindgen_test]
async fn a_path_goes_with_its_step() {
    let page = Page::open().await;
    assert!(!is_shown(&page, THIN) && page.text("#path").is_empty());
    let before = page.shown_in_box("commit_margin");
    page.press(THIN).await;
    assert!(is_shown(&page, THIN) && page.text("#path").contains("Scenario B"));
    assert_ne!(page.shown_in_box("commit_margin"), before);
    page.press("#undo").await;
    assert!(!is_shown(&page, THIN) && page.text("#path").is_empty(), "its words are not true of what came back");
    assert_eq!(page.shown_in_box("commit_margin"), before);
    page.press("#redo").await;
    assert!(is_shown(&page, THIN));
    page.press("[data-side=lab]").await;
    assert!(!is_shown(&page, THIN), "another side has not asked it");
    page.press("[data-side=investor]").await;
    assert!(is_shown(&page, THIN));
}

#[wasm_bindgen_test]
async fn what_the_reader_made_of_a_path_stays_until_it_is_begun_again() {
    let page = Page::open().await;
    page.press(OURS).await;
    assert!(page.has("#path-begin[hidden]"), "nothing has moved");
    page.type_into("demand_m", "77").await;
    assert!(page.has("#path-begin:not([hidden])"));
    page.press(OURS).await;
    assert!(!is_shown(&page, OURS));
    page.press(OURS).await;
    assert_eq!((is_shown(&page, OURS), page.shown_in_box("demand_m").as_str()), (true, "77"));
    page.press("#path-begin").await;
    assert_eq!(page.shown_in_box("demand_m"), "50");
    assert!(page.has("#path-begin[hidden]"));
}

#[wasm_bindgen_test]
async fn a_link_leads_to_a_path_and_each_path_gives_its_own() {
    let page = Page::open_link("s=B&view=what-if-margins-stay-thin").await;
    page.next_frame().await;
    assert!(is_shown(&page, THIN));
    assert!(page.text("#path-link").is_empty(), "a field, not words");
    let field =
        |id: &str| page.all(id).into_iter().next().and_then(|it| js_sys::Reflect::get(&it, &"value".into()).ok());
    let value = |id: &str| field(id).and_then(|value| value.as_string()).unwrap_or_default();
    assert!(
        value("#path-link").ends_with("?m=1.0&d=2026-05&s=B&view=what-if-margins-stay-thin"),
        "{}",
        value("#path-link")
    );
    assert!(value("#path-code").contains("embed=verdict-chart") && value("#path-code").contains("s=B"));
    let other = Page::open_link("s=C&view=what-if-margins-stay-thin").await;
    assert!(!is_shown(&other, THIN), "it is not of this scenario");
}

#[wasm_bindgen_test]
async fn whoever_comes_from_another_deal_is_told_the_way_back() {
    let page = Page::open_link("deal=google_anthropic").await;
    page.press(FOURFOLD).await;
    page.wait(60).await;
    assert!(page.text(".path-left").contains("Undo leads back to Google × Anthropic"), "{}", page.text(".path-left"));
    assert_eq!(focused(), "does-the-4x-pay");
    page.press("#undo").await;
    page.wait(60).await;
    assert!(page.text("#deal").contains("Google × Anthropic"));
}
