//! Rows of the assumptions: keys, typed values, fine steps, targets, and a focus that is never lost.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use super::page::{Page, focused, focused_matches};

const MARGIN: &str = "commit_margin";

#[wasm_bindgen_test]
async fn keys_move_a_slider_by_one_ten_and_a_tenth() {
    let page = Page::open().await;
    let slider = page.slider(MARGIN);
    for (key, shown) in [
        ("ArrowRight", "31"),
        ("ArrowDown", "30"),
        ("Shift+ArrowUp", "40"),
        ("PageUp", "50"),
        ("Shift+ArrowLeft", "40"),
        ("PageDown", "30"),
        ("Alt+ArrowRight", "30.1"),
        ("Alt+ArrowUp", "30.2"),
        ("Alt+ArrowLeft", "30.1"),
        ("ArrowRight", "31"),
        ("Control+ArrowRight", "31"),
        ("End", "60"),
        ("Home", "0"),
    ] {
        page.key(&slider, key).await;
        assert_eq!(page.shown_in_box(MARGIN), shown, "{key}");
    }
    page.press("[data-group=rates] button").await;
    page.key(&page.slider("horizon_years"), "Alt+ArrowRight").await;
    assert_eq!(page.shown_in_box("horizon_years"), "11", "no tenth of a year is asked for");
}

#[wasm_bindgen_test]
async fn keys_move_a_box_likewise_and_past_the_slider() {
    let page = Page::open().await;
    let field = page.number_box(MARGIN);
    for (key, shown) in [
        ("ArrowUp", "31"),
        ("Shift+ArrowDown", "21"),
        ("PageUp", "31"),
        ("Alt+ArrowDown", "30.9"),
        ("ArrowLeft", "30.9"),
    ] {
        page.key(&field, key).await;
        assert_eq!(page.shown_in_box(MARGIN), shown, "{key}");
    }
    page.type_into(MARGIN, "80").await;
    page.key(&field, "ArrowUp").await;
    assert_eq!((page.shown_in_box(MARGIN), page.slider(MARGIN).max()), ("81".into(), "0.81".into()));
}

#[wasm_bindgen_test]
async fn with_alt_the_thumb_goes_a_tenth_as_far() {
    let page = Page::open().await;
    let slider = page.slider(MARGIN);
    page.point_with_alt(&slider, "pointerdown", true).await;
    page.slide(MARGIN, "0.3").await;
    page.slide(MARGIN, "0.34").await;
    assert_eq!((page.shown_in_box(MARGIN), page.at_slider(MARGIN)), ("30.4".into(), "0.304".into()));
    page.slide(MARGIN, "0.2").await;
    assert_eq!(page.shown_in_box(MARGIN), "29");
    page.point_with_alt(&slider, "pointermove", false).await;
    page.slide(MARGIN, "0.4").await;
    assert_eq!(page.shown_in_box(MARGIN), "40", "without Alt it follows the pointer again");
    page.point(&slider, "pointerup").await;
    page.wait(10).await;
    page.press("#undo").await;
    assert_eq!(page.shown_in_box(MARGIN), "30", "all of it is one step");
}

#[wasm_bindgen_test]
async fn a_double_press_takes_a_value_back_to_its_scenario() {
    let page = Page::open().await;
    page.press("[data-scenario=A]").await;
    for place in [format!("#name-{MARGIN}"), format!("[data-input={MARGIN}] input[type=range]")] {
        page.slide(MARGIN, "0.5").await;
        let target = page.all(&place).remove(0);
        page.point(&target, "dblclick").await;
        assert_eq!(page.shown_in_box(MARGIN), "36", "{place}");
    }
}

#[wasm_bindgen_test]
async fn values_are_taken_as_people_write_them() {
    let page = Page::open().await;
    for (input, typed, shown) in [
        ("commit_total_b", "$30bn", "30"),
        ("commit_total_b", "1.2T", "1,200"),
        ("commit_total_b", "1,2 trillion", "1,200"),
        ("commit_total_b", "250m", "0.25"),
        ("commit_total_b", "30 000", "30,000"),
        ("investment", "$25B", "25"),
        (MARGIN, "25%", "25"),
        (MARGIN, "31,3", "31.3"),
        (MARGIN, "1,5", "1.5"),
        (MARGIN, "−5", "−5"),
    ] {
        page.type_into(input, typed).await;
        assert_eq!((page.shown_in_box(input).as_str(), page.fault(input)), (shown, None), "{typed}");
    }
}

#[wasm_bindgen_test]
async fn a_value_beyond_the_slider_is_taken_shown_and_marked() {
    let page = Page::open().await;
    page.see(".primary").await;
    let row = "[data-input=commit_total_b]";
    page.type_into("commit_total_b", "1.2T").await;
    assert_eq!((page.slider("commit_total_b").max(), page.at_slider("commit_total_b")), ("1200".into(), "1200".into()));
    assert_eq!(page.text(&format!("{row} .track-high")), "1,200");
    assert!(page.has(&format!("{row}.beyond.changed")) && !page.has(&format!("{row}.faulty")));
    page.press("[data-reset=commit_total_b]").await;
    assert!(!page.has(&format!("{row}.beyond")));
    assert_eq!(page.slider("commit_total_b").max(), "200");
}

#[wasm_bindgen_test]
async fn values_at_the_ends_of_the_model_break_nothing() {
    let page = Page::open().await;
    page.open_all_groups().await;
    for (input, typed) in [
        ("investment", "100,000"),
        ("commit_total_b", "100,000"),
        (MARGIN, "-100"),
        ("discount_rate", "100"),
        ("horizon_years", "50"),
        ("aws_customers", "1bn"),
        ("arr0_b", "100T"),
    ] {
        page.type_into(input, typed).await;
        assert_eq!(page.fault(input), None, "{input}");
        page.next_frame().await;
        let words = page.text("main");
        assert!(!words.contains("NaN") && !words.contains("−inf") && !words.contains("$inf"), "{input}: {words}");
    }
}

#[wasm_bindgen_test]
async fn a_reset_drops_what_was_refused_even_where_nothing_was_changed() {
    let page = Page::open().await;
    page.type_into(MARGIN, "abc").await;
    page.press("#reset-all").await;
    assert_eq!((page.shown_in_box(MARGIN), page.fault(MARGIN)), ("30".into(), None));
    page.see("#how-sure").await;
    page.type_in("#weight-B", "abc").await;
    assert!(page.text("#why-weight-B").starts_with("! Enter"));
    page.press("#equal-weights").await;
    assert_eq!(page.text("#why-weight-B"), "");
}

#[wasm_bindgen_test]
async fn a_finger_finds_its_targets_and_the_page_still_scrolls() {
    let page = Page::open().await;
    page.see("#how-sure").await;
    for slider in page.all("input[type=range]") {
        let style = web_sys::window().unwrap().get_computed_style(&slider).unwrap().unwrap();
        assert_eq!(style.get_property_value("touch-action").unwrap(), "pan-y", "{:?}", slider.outer_html());
    }
    let track = page.slider(MARGIN).get_bounding_client_rect();
    assert!(track.height() >= 44.0, "{}", track.height());
}

#[wasm_bindgen_test]
async fn buttons_with_nothing_left_to_do_keep_the_focus() {
    let page = Page::open().await;
    page.slide(MARGIN, "0.4").await;
    for (button, times) in [("#undo", 2), ("#redo", 2), ("#reset-all", 2), ("#pin", 2)] {
        page.focus(button);
        for _ in 0..times {
            page.press(button).await;
        }
        assert!(page.is_disabled(button), "{button} has nothing left to do");
        assert_eq!(focused(), button.trim_start_matches('#'));
    }
}

#[wasm_bindgen_test]
async fn what_disappears_hands_the_focus_to_its_neighbour() {
    let page = Page::open().await;
    page.slide(MARGIN, "0.4").await;
    let back = format!("[data-reset={MARGIN}]");
    page.focus(&back);
    page.press(&back).await;
    assert!(focused_matches(&format!("[data-input={MARGIN}] input[type=range]")));

    page.press("#pin").await;
    page.slide(MARGIN, "0.4").await;
    page.press("#pin").await;
    page.focus("[data-pin='0'] .unpin");
    page.press("[data-pin='0'] .unpin").await;
    assert!(focused_matches("[data-pin='0'] .unpin"), "the next pin");
    page.press("[data-pin='0'] .unpin").await;
    page.next_frame().await;
    assert_eq!(focused(), "pin", "the last one leads to where another is made");
}

#[wasm_bindgen_test]
async fn a_panel_takes_the_focus_and_gives_it_back() {
    let page = Page::open().await;
    let tag = format!("[data-input={MARGIN}] .tag");
    page.focus(&tag);
    page.press(&tag).await;
    assert_eq!(focused(), "panel");
    page.slide(MARGIN, "0.4").await;
    page.focus("#panel [data-use-default]");
    page.press("#panel [data-use-default]").await;
    page.next_frame().await;
    assert!(focused_matches("#panel *"), "its button is gone, the panel is not: {}", focused());
    page.press("#panel .source-close").await;
    assert!(focused_matches(&tag));
}

#[wasm_bindgen_test]
async fn whatever_disappears_under_the_focus_leaves_it_nearby() {
    let page = Page::open().await;
    // Something of the page that nobody foresaw.
    let home: HtmlElement = page.all(".side-head").remove(0).unchecked_into();
    let button = home.owner_document().unwrap().create_element("button").unwrap();
    home.append_child(&button).unwrap();
    let button: HtmlElement = button.unchecked_into();
    button.focus().unwrap();
    page.key(&button, "x").await;
    button.remove();
    page.next_frame().await;
    page.next_frame().await;
    assert!(focused_matches(".side-head *"), "{}", focused());
}
