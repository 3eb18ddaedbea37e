//! The crosshair over the charts, and what can be done with them.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, focused};

const CASH: &str = "[data-figure=cash] .cross";
const SHARE: &str = "[data-figure=share] .cross";

fn spoken(page: &Page, chart: &str) -> String {
    page.attribute(&format!("[data-figure={chart}] .cross"), "aria-valuetext")
}

/// What stands in the panel beside the mark; nothing where nothing is marked.
fn read(page: &Page, chart: &str) -> Option<String> {
    let panel = format!("[data-figure={chart}] .readout");
    page.has(&panel).then(|| page.text(&panel))
}

#[wasm_bindgen_test]
async fn a_key_pressed_before_the_chart_was_drawn_is_read_once_it_is() {
    let page = Page::open().await;
    // Nobody has scrolled to it: it is not drawn yet.
    let ladder = "[data-figure=ladder] .cross";
    let [layer] = page.all(ladder).try_into().unwrap();
    assert_eq!(page.attribute(ladder, "aria-valuemax"), "0");
    page.key(&layer, "ArrowRight").await;
    assert_eq!((spoken(&page, "ladder"), read(&page, "ladder")), ("Nothing read yet".into(), None));
    page.see("[data-figure=ladder] .plot").await;
    assert_eq!(page.attribute(ladder, "aria-valuemax"), "3");
    assert!(spoken(&page, "ladder").starts_with("Revenue: For each dollar $4.00"), "{}", spoken(&page, "ladder"));
    assert!(read(&page, "ladder").unwrap().starts_with("Revenue"));
}

#[wasm_bindgen_test]
async fn keys_move_one_year_through_all_charts_over_time() {
    let page = Page::open().await;
    for chart in ["share", "cash"] {
        page.see(&format!("[data-figure={chart}]")).await;
    }
    let [cash] = page.all(CASH).try_into().unwrap();
    assert_eq!((page.attribute(CASH, "role"), page.attribute(CASH, "tabindex")), ("slider".into(), "0".into()));
    assert_eq!(spoken(&page, "cash"), "Nothing read yet");
    page.key(&cash, "ArrowRight").await;
    page.key(&cash, "ArrowRight").await;
    let first = "Year 1, to April 2027: Cash flow minus 2.6 billion dollars, Cumulative minus 7.6 billion dollars, \
                 Discounted minus 7.3 billion dollars";
    assert_eq!(spoken(&page, "cash"), first);
    assert_eq!(
        (page.attribute(CASH, "aria-valuenow"), page.attribute(CASH, "aria-valuemax")),
        ("1".into(), "10".into())
    );
    assert!(read(&page, "cash").unwrap().starts_with("Year 1, to April 2027"));
    let share =
        "Year 1, to April 2027: Share 25.6 percent, Commitment 10.0 billion dollars, Revenue 39.0 billion dollars";
    assert_eq!(spoken(&page, "share"), share);
    assert_eq!(page.all("[data-figure=cash] .cross-dot").len(), 2);
    assert_eq!(page.all("[data-figure=share] .cross-rule").len(), 1);
    // Years stand side by side: other arrows are the page's.
    page.key(&cash, "ArrowDown").await;
    assert_eq!(page.attribute(CASH, "aria-valuenow"), "1");
    page.key(&cash, "End").await;
    assert!(spoken(&page, "cash").starts_with("Year 10, to April 2036"));
    page.key(&cash, "ArrowRight").await;
    assert_eq!(page.attribute(CASH, "aria-valuenow"), "10", "the last year is the last");
    page.key(&cash, "Home").await;
    assert!(read(&page, "share").unwrap().starts_with("Closing, April 2026"));
    page.key(&cash, "Escape").await;
    assert_eq!(
        (spoken(&page, "cash"), read(&page, "cash"), read(&page, "share")),
        ("Nothing read yet".into(), None, None)
    );
}

#[wasm_bindgen_test]
async fn the_year_that_is_read_is_shaded_in_the_table() {
    let page = Page::open().await;
    page.see("#years").await;
    let shaded = || page.all("#years col").iter().position(|col| col.class_list().contains("read"));
    assert_eq!(shaded(), None);
    page.see("[data-figure=cash]").await;
    let [cash] = page.all(CASH).try_into().unwrap();
    page.key(&cash, "Home").await;
    assert_eq!(shaded(), Some(1), "the first column holds the names");
    page.key(&cash, "ArrowRight").await;
    assert_eq!(shaded(), Some(2));
    page.key(&cash, "Escape").await;
    assert_eq!(shaded(), None);
}

#[wasm_bindgen_test]
async fn a_mouse_reads_the_nearest_year_and_draws_no_chart_again() {
    let page = Page::open().await;
    page.see("[data-figure=cash]").await;
    let drawn = page.pixels("cash");
    page.hover(CASH, Some((0.4, 0.5))).await;
    let first = read(&page, "cash").unwrap();
    assert!(first.contains("Cash flow") && first.contains('B'), "{first}");
    page.hover(CASH, Some((0.8, 0.5))).await;
    assert_ne!(read(&page, "cash").unwrap(), first);
    assert_eq!(page.pixels("cash"), drawn);
    page.hover(CASH, None).await;
    assert_eq!(read(&page, "cash"), None);
}

#[wasm_bindgen_test]
async fn what_is_read_follows_a_slider() {
    let page = Page::open().await;
    page.see("[data-figure=cash]").await;
    let [cash] = page.all(CASH).try_into().unwrap();
    page.key(&cash, "End").await;
    let before = spoken(&page, "cash");
    page.slide("commit_margin", "0.4").await;
    page.next_frame().await;
    let after = spoken(&page, "cash");
    assert!(after.starts_with("Year 10, to April 2036") && after != before, "{before} {after}");
}

#[wasm_bindgen_test]
async fn parts_bins_bars_and_deals_are_read_too() {
    let page = Page::open().await;
    for (chart, key, words) in [
        ("bridge", "Home", "Investment: Present value minus 21.0 billion dollars"),
        (
            "bridge",
            "ArrowDown",
            "Commit margin: Present value 14.9 billion dollars, Sum so far minus 6.1 billion dollars",
        ),
        ("bridge", "End", "NPV with equity: Present value 6.4 billion dollars"),
        ("simulation", "Home", "NPV "),
        ("ladder", "ArrowRight", "Revenue: For each dollar $4.00"),
        ("ladder", "ArrowDown", "Operating profit, × 30% margin: For each dollar $1.20"),
        ("gigawatts", "Home", "This deal: $2B a GW-year"),
        ("gigawatts", "End", "50 GW-years: in 5 GW for ten years"),
    ] {
        page.see(&format!("[data-figure={chart}] .plot")).await;
        let [layer] = page.all(&format!("[data-figure={chart}] .cross")).try_into().unwrap();
        page.key(&layer, key).await;
        assert!(spoken(&page, chart).starts_with(words), "{chart}: {}", spoken(&page, chart));
        assert_eq!(page.all(&format!("[data-figure={chart}] .cross-frame")).len(), 1);
    }
}

#[wasm_bindgen_test]
async fn a_row_of_the_tornado_is_read_where_its_button_has_the_focus() {
    let page = Page::open().await;
    page.see("[data-figure=tornado] .plot").await;
    assert_eq!(page.attribute("[data-figure=tornado] .cross", "role"), "");
    page.focus("[data-bar=commit_margin]");
    page.next_frame().await;
    let read = read(&page, "tornado").unwrap();
    assert!(read.starts_with("Margin on the commitNPV at 14%"), "{read}");
}

#[wasm_bindgen_test]
async fn a_chart_can_be_saved_and_gives_the_focus_back() {
    let page = Page::open().await;
    // What the loader of the built page answers with.
    let save = js_sys::Function::new_with_args(
        "tell, kind, query",
        "window.askedFor = `${kind} ${query}`; tell(`offtake-${kind}`)",
    );
    js_sys::Reflect::set(&web_sys::window().unwrap(), &"offtakeSave".into(), &save).unwrap();
    for (action, said) in [("csv", "Saved as offtake-bridge.csv"), ("svg", "Saved as offtake-bridge.svg")] {
        page.press("[data-menu=bridge]").await;
        assert!(page.shows("#panel"));
        assert_eq!(page.text("#panel-title"), page.text("#title-bridge"));
        page.press(&format!("[data-act={action}]")).await;
        assert_eq!(page.text(".chart-said"), said);
        page.press(".source-close").await;
        assert_eq!(focused(), "menu-bridge");
    }
    let asked = js_sys::Reflect::get(&web_sys::window().unwrap(), &"askedFor".into()).unwrap();
    assert_eq!(asked.as_string().as_deref(), Some("bridge.csv m=1.0&d=2026-05"));
    js_sys::Reflect::delete_property(&web_sys::window().unwrap(), &"offtakeSave".into()).unwrap();
    page.press("[data-menu=bridge]").await;
    page.press("[data-act=csv]").await;
    assert!(page.text(".chart-said").starts_with("The file could not be made."), "nobody answers");
    assert!(page.attribute(SHARE, "aria-label").contains("run-rate"));
}
