//! What the reader chooses for themselves: how numbers are written, and the keyboard map.

use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, focused, focused_matches};

const MARGIN: &str = "commit_margin";
const MAP: &str = "#keyboard-help[open]";

/// Where digits stand on both sides of a mark.
fn around(text: &str, mark: char) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let is_digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let marks = (1..letters.len()).filter(|at| letters[*at] == mark && is_digit(at - 1) && is_digit(at + 1));
    marks.map(|at| letters[at.saturating_sub(30)..(at + 10).min(letters.len())].iter().collect()).collect()
}

/// All that is seen of what follows from the inputs; the sources are quoted as they are.
fn seen(page: &Page) -> String {
    let places = [".bar", ".answer", ".side", "#how-sure", "#what-must-hold", "#years"];
    let seen = |place: &str| page.all(&format!("{place} :not(.unseen):not([id^=tip])"));
    let own = |element: &web_sys::Element| {
        let nodes = element.child_nodes();
        let texts = (0..nodes.length()).filter_map(|at| nodes.get(at)).filter(|node| node.node_type() == 3);
        texts.filter_map(|node| node.text_content()).collect::<String>()
    };
    places.iter().flat_map(|place| seen(place)).map(|element| own(&element) + "\n").collect()
}

/// Chooses a manner and waits until the page has come again, part by part.
async fn choose(page: &Page, manner: &str) {
    page.choose("#number-format", manner).await;
    for _ in 0..100 {
        page.wait(20).await;
        if page.has("#years") && page.has(".dock") {
            break;
        }
    }
    page.wait(400).await;
}

#[wasm_bindgen_test]
async fn all_numbers_obey_the_reader() {
    let page = Page::open().await;
    page.open_all_groups().await;
    for (manner, npv, commit, decimal, other) in
        [("comma", "($0,7B)", "1.200", ',', None), ("space", "($0,7B)", "1\u{202f}200", ',', Some('.'))]
    {
        choose(&page, manner).await;
        assert_eq!(focused(), "number-format", "the list is made anew, the reader stays");
        assert_eq!((page.figure("npv").as_str(), page.chosen("#number-format").as_str()), (npv, manner));
        for place in ["#how-sure", "#what-must-hold", "#years", ".primary"] {
            page.see(place).await;
        }
        let words = seen(&page);
        assert!(around(&words, decimal).len() > 200, "{manner}: {}", around(&words, decimal).len());
        let points = other.map(|other| around(&words, other)).unwrap_or_default();
        assert!(points.is_empty(), "{manner}: {points:?}");
        page.type_into("commit_total_b", "1200").await;
        assert_eq!(page.shown_in_box("commit_total_b"), commit);
        page.type_into(MARGIN, "31,25").await;
        assert_eq!((page.shown_in_box(MARGIN).as_str(), page.at_slider(MARGIN).as_str()), ("31,25", "0.3125"));
        assert!(page.slider(MARGIN).get_attribute("aria-valuetext").unwrap().starts_with("31.25 percent"));
        page.press("#reset-all").await;
    }
    choose(&page, "comma").await;
    page.type_into("commit_total_b", "1.200").await;
    assert_eq!(page.at_slider("commit_total_b"), "1200", "a point stands between thousands now");
    drop(page);
    let page = Page::open().await;
    assert_eq!(page.chosen("#number-format"), "comma", "it is remembered");
    choose(&page, "point").await;
    assert_eq!(page.figure("npv"), "($0.7B)");
}

#[wasm_bindgen_test]
async fn the_keyboard_map_opens_and_gives_the_focus_back() {
    let page = Page::open().await;
    page.focus("#keyboard");
    page.press("#keyboard").await;
    assert!(page.has(MAP) && focused_matches("#keyboard-help, #keyboard-help *"));
    assert!(page.text("#keyboard-help").contains("Home, End"));
    page.press("#keyboard-help .help-close").await;
    assert!(!page.has(MAP));
    assert_eq!(focused(), "keyboard");
}

#[wasm_bindgen_test]
async fn a_question_mark_opens_the_map_but_never_out_of_a_text() {
    let page = Page::open().await;
    page.key(&page.number_box(MARGIN), "?").await;
    page.key(&page.all("#number-format").remove(0), "?").await;
    page.key(&page.slider(MARGIN), "Control+?").await;
    assert!(!page.has(MAP));
    page.key(&page.slider(MARGIN), "?").await;
    assert!(page.has(MAP));
    page.press("#keyboard-help input[type=checkbox]").await;
    page.press("#keyboard-help .help-close").await;
    page.key(&page.slider(MARGIN), "?").await;
    assert!(!page.has(MAP), "it was turned off");
    page.press("#keyboard").await;
    page.press("#keyboard-help input[type=checkbox]").await;
    page.press("#keyboard-help .help-close").await;
    page.key(&page.slider(MARGIN), "?").await;
    assert!(page.has(MAP));
    page.press("#keyboard-help .help-close").await;
}

#[wasm_bindgen_test]
async fn a_number_that_is_pointed_at_shows_all_its_digits() {
    let page = Page::open().await;
    assert!(page.attribute("[data-key=npv] [aria-hidden]", "title").starts_with("−$0.66"));
    assert!(page.attribute("[data-scenario=A] b", "title").starts_with("$15.8"));
    page.see("#years").await;
    let cell = page.all("#years .years-row td").remove(0);
    page.point(&cell, "pointerover").await;
    let (seen, exact) = (cell.text_content().unwrap(), cell.get_attribute("title").unwrap());
    assert!(seen.starts_with("(5.0)") && exact == "−5", "{seen} {exact}");
}
