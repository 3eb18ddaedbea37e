//! How each figure is computed, the table of all years, and the sources.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, focused};

const MARGIN: &str = "commit_margin";

/// Takes the anchor of a pressed link out of the address: the next page would go there.
fn forget_the_anchor() {
    let window = web_sys::window().unwrap();
    let location = js_sys::Reflect::get(&window, &"location".into()).unwrap();
    js_sys::Reflect::set(&location, &"hash".into(), &"".into()).unwrap();
}

fn how(key: &str) -> String {
    format!("[data-key={key}] .how")
}

#[wasm_bindgen_test]
async fn each_key_figure_explains_itself_with_the_present_number() {
    let page = Page::open().await;
    for (key, name, worked) in [
        ("npv", "Net present value (NPV)", "−$21.0B investment + $14.9B commit + $5.5B enterprise = ($0.7B)"),
        ("irr", "Internal rate of return (IRR)", "Their present value is zero at 8.5%"),
        ("payback", "Payback", "7 + $3.53B missing / $3.97B in year 8 = 7.9 years"),
        ("moic", "Multiple on invested capital (MOIC)", "$34.1B / $25.0B = 1.36x"),
        ("break-even", "Break-even margin", "30.0% + 1.3 points = 31.3%"),
        ("share", "Commitment share", "$100B / 10 years / $30B = 33.3%"),
    ] {
        page.press(&how(key)).await;
        assert_eq!(page.text("#panel-title"), name);
        let words = page.text("#panel .worked");
        assert!(words.contains(worked), "{key}: {words}");
        assert!(words.ends_with(&page.figure(key)), "{key}: the last number is the one that the page shows: {words}");
        assert!(page.has("#panel .formula") && page.has("#panel .rests li"), "{key}");
    }
    page.press("[data-lens=capex]").await;
    page.press(&how("break-even")).await;
    assert_eq!(page.text("#panel-title"), "Break-even adoption");
}

#[wasm_bindgen_test]
async fn the_panel_follows_the_inputs_while_it_is_open() {
    let page = Page::open().await;
    page.press(&how("npv")).await;
    page.slide(MARGIN, "0.4").await;
    assert!(page.shows("#panel"), "a press on a slider does not close it");
    let words = page.text("#panel .worked");
    assert!(words.ends_with(&page.figure("npv")) && page.figure("npv") != "($0.7B)", "{words}");
    assert!(page.text("#panel [data-rests=commit_margin]").contains("40%"));
    page.press("[data-lens=capex]").await;
    assert!(page.shows("#panel") && page.text("#panel .worked").contains("= ($"), "{}", page.text("#panel .worked"));
    assert!(!page.has("#panel [data-rests=commit_margin]"), "the margin does not count in the capex lens");
    page.press("#verdict").await;
    assert!(!page.shows("#panel"), "a press elsewhere does");
    page.next_frame().await;
    assert!(!page.has("#panel .worked"), "what is not seen costs nothing");
}

#[wasm_bindgen_test]
async fn escape_gives_the_focus_back() {
    let page = Page::open().await;
    page.focus(&how("irr"));
    page.press(&how("irr")).await;
    page.next_frame().await;
    assert_eq!(focused(), "panel");
    page.key(&page.all("#panel")[0], "Escape").await;
    assert!(!page.shows("#panel"));
    assert!(page.has(&format!("{}:focus", how("irr"))));

    page.press(&how("irr")).await;
    page.next_frame().await;
    page.focus("#box-commit_margin");
    page.key(&page.number_box(MARGIN), "Escape").await;
    assert!(!page.shows("#panel"));
    assert_eq!(focused(), "box-commit_margin", "but not from a reader who went on to a box");
}

#[wasm_bindgen_test]
async fn an_input_of_the_panel_leads_to_itself() {
    let page = Page::open().await;
    page.press(&how("npv")).await;
    page.press("#panel [data-goes-to=discount_rate]").await;
    page.next_frame().await;
    assert!(!page.shows("#panel"));
    assert_eq!(focused(), "box-discount_rate");
    page.press(&how("break-even")).await;
    page.press("#panel .cites a[href='#P19']").await;
    assert!(!page.shows("#panel") && page.has("#P19"));
    forget_the_anchor();
    page.press(&how("npv")).await;
    page.press("#panel [data-goes-to=timing]").await;
    page.next_frame().await;
    assert!(page.has("[data-input=timing] [aria-pressed=true]:focus"), "a choice: the option that is chosen");
}

#[wasm_bindgen_test]
async fn every_metric_can_be_reached() {
    let page = Page::open().await;
    let buttons = page.all("#sources .method [data-how]");
    assert_eq!(buttons.len(), 21);
    for button in buttons {
        let id = button.get_attribute("data-how").unwrap();
        page.press(&format!("#sources [data-how={id}]")).await;
        assert_eq!(page.text("#panel-title"), button.text_content().unwrap());
        assert!(!page.text("#panel .worked").is_empty(), "{id}");
    }
}

/// The texts of a row of the year table, closing first, the sum last.
fn year_row(page: &Page, name: &str) -> Vec<String> {
    let rows = page.all("#years .years-row");
    let row = rows.iter().find(|row| {
        let head = row.query_selector("th").unwrap().unwrap().text_content().unwrap_or_default();
        head.trim() == name
    });
    let cells = row.unwrap_or_else(|| panic!("no {name}")).query_selector_all("td").unwrap();
    let text = |cell: web_sys::Element| match cell.query_selector("[aria-hidden]").unwrap() {
        Some(seen) => seen.text_content(),
        None => cell.text_content(),
    };
    (0..cells.length()).map(|at| text(cells.get(at).unwrap().unchecked_into()).unwrap_or_default()).collect()
}

#[wasm_bindgen_test]
async fn the_years_have_their_sums_and_the_payback_is_shaded() {
    let page = Page::open().await;
    page.see("#years").await;
    for (name, first, last, sum) in [
        ("Investment", "(5.0)", "–", "(25.0)"),
        ("Net cash flow", "(5.0)", "4.4", "9.1"),
        ("Cumulative", "(5.0)", "9.1", ""),
        ("Net, discounted at 9.5%", "(5.0)", "1.8", "(0.7)"),
        ("Revenue", "–", "147.7", "1,017.8"),
    ] {
        let cells = year_row(&page, name);
        assert_eq!((cells.len(), &*cells[0], &*cells[10], &*cells[11]), (12, first, last, sum), "{name}: {cells:?}");
    }
    assert_eq!(page.text("#years thead .back"), "8 2034");
    assert_eq!(page.text("#years .years-row td .unseen"), "minus 5.0 billion dollars");

    page.press("[data-scenario=C]").await;
    page.next_frame().await;
    let cells = year_row(&page, "Net cash flow");
    assert_eq!(cells[11], "(10.6)", "{cells:?}");
    assert!(!page.has("#years .back"), "the cash never comes back");
    assert!(page.text("#years").contains("No year is shaded: the cash is not back by year 10."));

    page.press("[data-lens=capex]").await;
    page.next_frame().await;
    assert_eq!(year_row(&page, "Machines bought").len(), 12, "rows of the other lens");
    page.press("[data-lens=margin]").await;
    page.press("[data-scenario=base]").await;
    page.open_all_groups().await;
    page.type_into("horizon_years", "3").await;
    page.next_frame().await;
    let cells = year_row(&page, "Investment");
    assert_eq!(cells, ["(5.0)", "(5.0)", "(5.0)", "(5.0)", "(20.0)"], "as many columns as years");
}

#[wasm_bindgen_test]
async fn only_what_changed_is_written_into_the_years() {
    let page = Page::open().await;
    page.see("#years").await;
    let before = page.all("#years td");
    page.slide(MARGIN, "0.31").await;
    page.next_frame().await;
    let after = page.all("#years td");
    assert!(before.len() > 200 && before == after, "the cells are the same elements");
    assert_eq!(year_row(&page, "Commit: operating profit")[1], "3.1");
}

#[wasm_bindgen_test]
async fn every_fact_has_a_place_that_links_lead_to() {
    let page = Page::open().await;
    for (letter, count) in [("C", 20), ("S", 46), ("P", 30)] {
        for number in 1..=count {
            assert_eq!(page.all(&format!("#sources [id={letter}{number}]")).len(), 1, "{letter}{number}");
        }
    }
    assert_eq!(page.all("#sources .register-contradictions li").len(), 6, "the six that matter most stand open");
    assert!(!page.has("#more-contradictions[open]"));
    page.press("[data-input=adoption_ceiling] .tag").await;
    page.press("#panel a[href='#S22']").await;
    assert!(page.has("#stated[open] #S22"), "the list unfolds for the link");
    for (link, shown) in
        [("#assumed", "#assumed[open]"), ("#contradictions", "#contradictions"), ("#method", "#method")]
    {
        page.press(&format!(".foot a[href='{link}']")).await;
        assert!(page.has(shown), "{link}");
    }
    forget_the_anchor();
}
