//! Other deals and the reader's own: taken, accepted, named, kept.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, focused};

const KEY: &str = "offtake.deals";

fn storage() -> web_sys::Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

fn forget() {
    storage().remove_item(KEY).unwrap();
}

async fn wait(page: &Page) {
    for _ in 0..3 {
        page.next_frame().await;
    }
}

/// Opens the panel of deals and presses something in it.
async fn take(page: &Page, button: &str) {
    page.press("#deal").await;
    page.next_frame().await;
    page.press(button).await;
    wait(page).await;
}

/// Names the reader's own deal and makes it.
async fn make(page: &Page, name: &str, button: &str) {
    page.press("#deal").await;
    page.next_frame().await;
    page.write("#own-name", name).await;
    page.press(button).await;
    wait(page).await;
}

#[wasm_bindgen_test]
async fn another_deal_changes_words_and_figures_and_can_be_undone() {
    let page = Page::open().await;
    let (verdict, npv) = (page.text("#verdict"), page.figure("npv"));
    let scenario = page.text("[data-scenario=base]");
    assert!(page.text("#deal").starts_with("Amazon × Anthropic"));
    assert!(!page.has("#deal-notice"));
    page.press("#deal").await;
    page.next_frame().await;
    assert!(page.shows("#panel"));
    assert_eq!(page.pressed("[data-deal]"), ["amazon_anthropic"]);
    assert!(page.text("[data-deal-card]").contains("Google × Gemini"), "{}", page.text("[data-deal-card]"));
    page.press("[data-deal=google_anthropic]").await;
    wait(&page).await;
    assert!(!page.shows("#panel"));
    assert_eq!(focused(), "deal");
    assert!(page.text("#deal").starts_with("Google × Anthropic"));
    assert!(page.text("#verdict").contains("Google"), "{}", page.text("#verdict"));
    assert_ne!(page.figure("npv"), npv);
    assert_ne!(page.text("[data-scenario=base]"), scenario, "a scenario stands on top of the deal");
    assert!(page.text("#deal-notice").starts_with("Starts from Google × Anthropic"));
    for heading in ["Stated in the articles", "Completed from public reports", "Assumed"] {
        assert!(page.text("#deal-terms").contains(heading), "{heading}");
    }
    page.press("#undo").await;
    wait(&page).await;
    assert_eq!((page.text("#verdict"), page.figure("npv")), (verdict, npv));
    assert!(page.text("#deal").starts_with("Amazon × Anthropic"));
    assert!(!page.has("#deal-notice"));
}

#[wasm_bindgen_test]
async fn what_the_articles_leave_open_counts_once_it_is_accepted() {
    let page = Page::open_link("deal=microsoft_openai").await;
    wait(&page).await;
    let before = page.figure("npv");
    assert_eq!(page.shown_in_box("commit_total_b"), "");
    assert_eq!(page.attribute("#box-commit_total_b", "placeholder"), "not stated");
    assert_eq!(page.text("[data-input=commit_total_b] .tag"), "not stated");
    assert!(page.text("#verdict").contains("cannot be told"), "{}", page.text("#verdict"));
    assert!(page.text("[data-scenario=A]").contains('–'), "{}", page.text("[data-scenario=A]"));
    assert!(page.text("[data-term=commit_total_b]").contains("not stated"));
    assert!(page.text("[data-key=share]").contains("Not stated"), "{}", page.text("[data-key=share]"));
    assert_eq!(page.text("#accept"), "Accept the public figure");
    page.press("#accept").await;
    wait(&page).await;
    assert_eq!(page.text("#accept"), "Leave it empty again");
    assert_eq!(page.shown_in_box("commit_total_b"), "250");
    assert!(page.text("[data-term=commit_total_b]").contains("$250B"));
    assert_eq!(page.text("[data-input=commit_total_b] .tag"), "public");
    assert!(page.text("#acceptance").contains("You accepted the $250B of public reports"));
    assert_ne!(page.figure("npv"), before);
    assert!(page.figure("share").ends_with('%'), "{}", page.figure("share"));
    page.press("#undo").await;
    wait(&page).await;
    assert_eq!((page.figure("npv"), page.text("#accept").as_str()), (before, "Accept the public figure"));

    page.type_into("commit_total_b", "180").await;
    wait(&page).await;
    assert!(page.text("#acceptance").contains("your own figure of $180B counts"), "{}", page.text("#acceptance"));
    page.press("[data-input=commit_total_b] .tag").await;
    page.next_frame().await;
    assert_eq!(page.text("[data-use-default=commit_total_b]"), "Accept $250B");
    page.press("[data-use-default=commit_total_b]").await;
    wait(&page).await;
    assert_eq!(page.text("#accept"), "Leave it empty again", "what the tag offers is accepted, not entered");
    assert_eq!(page.shown_in_box("commit_total_b"), "250");
}

#[wasm_bindgen_test]
async fn scenarios_leave_the_terms_of_an_own_deal() {
    let page = Page::open_link("deal=own&name=Acme&now=10&commit=60&term=6").await;
    wait(&page).await;
    for id in ["B", "C", "base"] {
        let chip = page.text(&format!("[data-scenario={id}] b"));
        assert_ne!(chip, "0.0", "{id}");
        page.press(&format!("[data-scenario={id}]")).await;
        wait(&page).await;
        assert_eq!(page.shown_in_box("commit_total_b"), "60", "{id}");
        assert_eq!(page.pressed("[data-scenario]"), [id]);
    }
}

#[wasm_bindgen_test]
async fn the_labs_bar_offers_what_is_known_of_this_lab() {
    let page = Page::open_link("side=lab&deal=amazon_openai").await;
    wait(&page).await;
    assert_eq!(page.all("[data-owed]").len(), 1);
    assert!(!page.has("[data-run-rate]"));
    assert_eq!(page.attribute("[data-owed=this_deal]", "aria-pressed"), "true");
    assert!(page.text("#verdict").contains("OpenAI would owe its clouds $12.5B"), "{}", page.text("#verdict"));
}

#[wasm_bindgen_test]
async fn an_own_deal_is_named_kept_opened_and_removed() {
    forget();
    let page = Page::open().await;
    for name in ["", "   ", "a*b", "twenty-five characters!!!"] {
        make(&page, name, "#own-empty").await;
        assert!(page.text("#why-own-name").contains("1 to 24 characters"), "{name:?}");
        assert!(page.text("#deal").starts_with("Amazon × Anthropic"), "what is refused changes nothing");
        page.press(".source-close").await;
    }
    page.type_into("commit_total_b", "80").await;
    make(&page, "Ours", "#own-present").await;
    assert!(page.text("#deal").starts_with("Ours"));
    assert!(page.text("#deal-notice").contains("a deal of your own, Ours"));
    assert_eq!(page.shown_in_box("commit_total_b"), "80");
    let npv = page.figure("npv");

    take(&page, "#own-keep").await;
    assert_eq!(page.text("#own-keep"), "Kept in this browser");
    assert_eq!(page.all("[data-kept]").len(), 1);
    page.press(".source-close").await;
    make(&page, "Empty", "#own-empty").await;
    assert_eq!(page.shown_in_box("commit_total_b"), "0");
    make(&page, "Blank", "#own-rename").await;
    assert!(page.text("#deal").starts_with("Blank"));

    take(&page, "[data-kept=Ours] .deal-choice").await;
    assert!(page.text("#deal").starts_with("Ours"));
    assert_eq!((page.shown_in_box("commit_total_b").as_str(), page.figure("npv")), ("80", npv));
    page.press("#undo").await;
    wait(&page).await;
    assert!(page.text("#deal").starts_with("Blank"), "opening is one step");

    take(&page, "[data-kept=Ours] .link").await;
    assert!(!page.has("[data-kept]"));
    assert_eq!(focused(), "own-name");
    forget();
}

#[wasm_bindgen_test]
async fn twelve_are_kept_and_no_more() {
    let deals: Vec<String> =
        (1..=12).map(|n| format!(r#"{{"name":"Deal {n}","query":"deal=own&name=Deal {n}"}}"#)).collect();
    let text = format!(r#"{{"version":1,"deals":[{}]}}"#, deals.join(","));
    storage().set_item(KEY, &text).unwrap();
    let page = Page::open_link("deal=own&name=Ours").await;
    take(&page, "#own-keep").await;
    assert_eq!(page.text("#own-keep"), "12 are kept: remove one first");
    assert_eq!(page.all("[data-kept]").len(), 12);
    page.press("[data-kept='Deal 3'] .link").await;
    page.press("#own-keep").await;
    assert_eq!(page.all("[data-kept]").len(), 12);
    assert!(page.has("[data-kept=Ours]") && !page.has("[data-kept='Deal 3']"));
    forget();
}

#[wasm_bindgen_test]
async fn what_another_tab_keeps_stays() {
    forget();
    let page = Page::open_link("deal=own&name=Ours").await;
    page.press("#deal").await;
    page.next_frame().await;
    storage().set_item(KEY, r#"{"version":1,"deals":[{"name":"Theirs","query":"deal=own&name=Theirs"}]}"#).unwrap();
    page.press("#own-keep").await;
    assert_eq!(page.all("[data-kept]").len(), 2);
    assert!(page.has("[data-kept=Ours]") && page.has("[data-kept=Theirs]"));
    let theirs = storage().get_item(KEY).unwrap().unwrap().replace("Theirs", "Third");
    storage().set_item(KEY, &theirs).unwrap();
    page.press("[data-kept=Ours] .link").await;
    assert_eq!(page.all("[data-kept]").len(), 1);
    assert!(page.has("[data-kept=Third]"));
    forget();
}

#[wasm_bindgen_test]
async fn deals_of_another_version_are_not_written_over() {
    let newer = r#"{"version":2,"deals":[{"name":"Theirs","state":{}}]}"#;
    storage().set_item(KEY, newer).unwrap();
    let page = Page::open_link("deal=own&name=Ours").await;
    take(&page, "#own-keep").await;
    assert!(page.is_disabled("#own-keep"));
    assert_eq!(page.text("#own-keep"), "Not kept: another version keeps its deals here");
    assert!(page.text("#kept-blocked").starts_with("Another version of this page keeps its deals in this browser"));
    assert!(!page.has("[data-kept]"));
    assert_eq!(storage().get_item(KEY).unwrap().as_deref(), Some(newer));
    page.press(".source-close").await;
    forget();

    // The other version comes while the panel is open.
    storage().set_item(KEY, r#"{"version":1,"deals":[{"name":"Old","query":"deal=own"}]}"#).unwrap();
    page.press("#deal").await;
    page.next_frame().await;
    assert!(page.has("[data-kept=Old]"));
    storage().set_item(KEY, newer).unwrap();
    page.press("#own-keep").await;
    assert!(!page.has("[data-kept]") && page.has("#kept-blocked"));
    assert_eq!(storage().get_item(KEY).unwrap().as_deref(), Some(newer));
    forget();
}

#[wasm_bindgen_test]
async fn where_storage_is_blocked_a_sentence_says_so_and_the_deal_works() {
    let window: Object = web_sys::window().unwrap().into();
    let name = JsValue::from("localStorage");
    let before: Object = Object::get_own_property_descriptor(&window, &name).into();
    let blocked = Object::new();
    Reflect::set(&blocked, &"configurable".into(), &JsValue::TRUE).unwrap();
    Reflect::set(&blocked, &"get".into(), &Function::new_no_args("throw new Error('denied')")).unwrap();
    Object::define_property(&window, &name, &blocked);

    let page = Page::open().await;
    make(&page, "Ours", "#own-present").await;
    assert!(page.text("#deal").starts_with("Ours"));
    page.press("#deal").await;
    page.next_frame().await;
    assert!(page.text("#kept-blocked").contains("A link or a file keeps your deal"));
    assert!(page.is_disabled("#own-keep"));
    page.press("#own-keep").await;
    assert!(!page.has("[data-kept]"));
    Object::define_property(&window, &name, &before);
}
