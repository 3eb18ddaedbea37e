//! Undo and redo, by buttons and by keys.

use wasm_bindgen_test::wasm_bindgen_test;

use super::page::Page;

const MARGIN: &str = "commit_margin";

#[wasm_bindgen_test]
async fn every_change_can_be_undone_and_redone() {
    let page = Page::open().await;
    assert!(page.is_disabled("#undo") && page.is_disabled("#redo"));
    page.slide(MARGIN, "0.4").await;
    page.type_into("commit_total_b", "80").await;
    page.press("[data-stake=at_cost]").await;
    page.press("[data-scenario=B]").await;
    assert_eq!(page.pressed("[data-stake]"), ["at_cost"]);
    for _ in 0..4 {
        page.press("#undo").await;
    }
    assert_eq!(page.figure("npv"), "($0.7B)");
    assert!(page.is_disabled("#undo"));
    assert_eq!(page.pressed("[data-stake]"), ["left_out"]);
    page.press("#redo").await;
    page.press("#redo").await;
    assert_eq!((page.shown_in_box(MARGIN), page.shown_in_box("commit_total_b")), ("40".into(), "80".into()));
}

#[wasm_bindgen_test]
async fn a_drag_is_one_step() {
    let page = Page::open().await;
    let slider = page.slider(MARGIN);
    page.point(&slider, "pointerdown").await;
    for value in ["0.31", "0.35", "0.4"] {
        page.slide(MARGIN, value).await;
    }
    page.point(&slider, "pointerup").await;
    page.press("#undo").await;
    assert_eq!(page.shown_in_box(MARGIN), "30");
    assert!(page.is_disabled("#undo"));
}

#[wasm_bindgen_test]
async fn a_key_kept_down_is_one_step_and_each_press_another() {
    let page = Page::open().await;
    let slider = page.slider(MARGIN);
    for _ in 0..5 {
        page.key(&slider, "ArrowRight").await;
    }
    page.point(&slider, "keyup").await;
    page.key(&slider, "ArrowRight").await;
    page.point(&slider, "keyup").await;
    assert_eq!(page.shown_in_box(MARGIN), "36");
    page.press("#undo").await;
    assert_eq!(page.shown_in_box(MARGIN), "35");
    page.press("#undo").await;
    assert_eq!(page.shown_in_box(MARGIN), "30");
    assert!(page.is_disabled("#undo"));
}
