//! The track under a slider: where the NPV changes its sign, with everything else held.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use super::page::Page;

const MARGIN: &str = "commit_margin";

/// The page with the sliders in view: tracks that nobody sees rest.
async fn open() -> Page {
    let page = Page::open().await;
    page.see(".primary").await;
    page
}

/// What is written under a track, without the ends that gave way.
fn written(page: &Page, input: &str) -> String {
    page.text(&format!("[data-input={input}] .track-marks"))
}

fn nowhere(page: &Page, input: &str) -> String {
    page.text(&format!("[data-input={input}] .track-nowhere"))
}

fn ticks(page: &Page, input: &str) -> usize {
    page.all(&format!("[data-input={input}] .track-tick")).len()
}

/// The paths of a track: gain and loss, shape and line.
fn paths(page: &Page, input: &str) -> Vec<String> {
    let paths = page.all(&format!("[data-input={input}] .track-line path"));
    paths.iter().map(|path: &Element| path.get_attribute("d").unwrap_or_default()).collect()
}

/// How many parts of the line are above zero (gain) or below it (loss).
fn parts(page: &Page, input: &str, sign: &str) -> usize {
    let line = page.all(&format!("[data-input={input}] .{sign}-line"));
    line.iter().filter_map(|path| path.get_attribute("d")).map(|path| path.matches('Z').count()).sum()
}

fn spoken(page: &Page, input: &str) -> String {
    page.slider(input).get_attribute("aria-valuetext").unwrap()
}

#[wasm_bindgen_test]
async fn the_primary_sliders_break_even_where_the_design_shows_it() {
    let page = open().await;
    for (input, text) in [
        ("investment", "breaks even at $24.2B"),
        ("commit_total_b", "breaks even at $104.5B"),
        (MARGIN, "breaks even at 31.3%"),
        ("adoption_ceiling", "breaks even at 32.9%"),
    ] {
        assert_eq!((written(&page, input).as_str(), ticks(&page, input)), (text, 1), "{input}");
        assert!(paths(&page, input).iter().all(|path| !path.is_empty()), "{input} has two sides");
    }
}

#[wasm_bindgen_test]
async fn a_track_follows_the_other_sliders_and_not_its_own() {
    let page = open().await;
    let before = paths(&page, MARGIN);
    page.slide(MARGIN, "0.5").await;
    assert_eq!(paths(&page, MARGIN), before, "its own slider moves only the thumb");
    assert_eq!(written(&page, "commit_total_b"), "breaks even at $62.7B");
    page.slide("commit_total_b", "80").await;
    assert_ne!(paths(&page, MARGIN), before);
    assert_eq!(written(&page, MARGIN), "breaks even at 39.2%");
    page.press("#undo").await;
    page.press("#undo").await;
    assert_eq!(paths(&page, MARGIN), before);
}

#[wasm_bindgen_test]
async fn tracks_follow_the_stake() {
    let page = open().await;
    for (stake, text, words) in [
        ("at_cost", "", "positive everywhere"),
        ("modelled_exit", "breaks even at 17.2%", ""),
        ("left_out", "breaks even at 31.3%", ""),
    ] {
        page.press(&format!("[data-stake={stake}]")).await;
        assert_eq!((written(&page, MARGIN).as_str(), nowhere(&page, MARGIN).as_str()), (text, words), "{stake}");
    }
}

#[wasm_bindgen_test]
async fn no_crossing_is_said_in_words() {
    let page = open().await;
    page.type_into("commit_total_b", "10").await;
    assert_eq!((nowhere(&page, MARGIN).as_str(), ticks(&page, MARGIN)), ("negative everywhere", 0));
    assert_eq!((parts(&page, MARGIN, "gain"), parts(&page, MARGIN, "loss")), (0, 1));
    assert!(spoken(&page, MARGIN).ends_with(", negative everywhere"));
    page.type_into("investment", "0").await;
    assert_eq!(nowhere(&page, MARGIN), "positive everywhere");
    page.press("[data-group=equity] button").await;
    assert_eq!(nowhere(&page, "exit_multiple"), "does not move the NPV");
}

#[wasm_bindgen_test]
async fn several_crossings_have_several_ticks() {
    let page = open().await;
    page.press("[data-group=draw-down] button").await;
    assert_eq!(ticks(&page, "commit_years"), 2);
    assert_eq!(written(&page, "commit_years"), "above zero from 2below zero from 9");
    assert_eq!((parts(&page, "commit_years", "gain"), parts(&page, "commit_years", "loss")), (1, 2));
}

#[wasm_bindgen_test]
async fn an_input_without_effect_has_a_bare_track() {
    let page = open().await;
    page.press("[data-lens=capex]").await;
    assert!(page.has(&format!("[data-input={MARGIN}] .track.bare")));
    assert_eq!((ticks(&page, MARGIN), paths(&page, MARGIN).concat().as_str()), (0, ""));
    assert_eq!(spoken(&page, MARGIN), "30 percent");
    page.press("[data-lens=margin]").await;
    assert_eq!(ticks(&page, MARGIN), 1);
}

#[wasm_bindgen_test]
async fn the_slider_says_npv_and_break_even() {
    let page = open().await;
    assert_eq!(spoken(&page, MARGIN), "30 percent, NPV minus 0.7 billion, breaks even at 31.3 percent");
    page.slide(MARGIN, "0.5").await;
    assert!(spoken(&page, MARGIN).starts_with("50 percent, NPV 9.3 billion, "), "{}", spoken(&page, MARGIN));
}
