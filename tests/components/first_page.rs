//! What stands on the page first: figures, sliders and boxes, scenarios, charts, sources.

use super::page::{Page, focused, pretend_pixel_ratio, theme};
use wasm_bindgen_test::wasm_bindgen_test;

const MARGIN: &str = "commit_margin";

#[wasm_bindgen_test]
async fn the_default_case_reads_as_specified() {
    let page = Page::open().await;
    for (key, figure) in [
        ("npv", "($0.7B)"),
        ("irr", "8.5%"),
        ("payback", "7.9 years"),
        ("moic", "1.36x"),
        ("break-even", "31.3%"),
        ("share", "33.3%"),
    ] {
        assert_eq!(page.figure(key), figure, "{key}");
    }
    assert!(page.text("#verdict").contains("$0.7B short"), "{}", page.text("#verdict"));
    assert!(page.text("#verdict").contains("$6.4B ahead"), "{}", page.text("#verdict"));
}

#[wasm_bindgen_test]
async fn slider_and_box_stay_in_step() {
    let page = Page::open().await;
    for (input, slid, shown) in [
        (MARGIN, "0.36", "36"),
        ("commit_total_b", "85", "85"),
        ("investment", "31", "31"),
        ("adoption_ceiling", "0.1", "10"),
    ] {
        page.slide(input, slid).await;
        assert_eq!(page.shown_in_box(input), shown, "{input}");
    }
    for (input, typed, slid, shown) in [
        (MARGIN, "31,3", "0.313", "31.3"),
        (MARGIN, "12 %", "0.12", "12"),
        ("commit_total_b", "$0.15T", "150", "150"),
        ("investment", "25B", "25", "25"),
    ] {
        page.type_into(input, typed).await;
        assert_eq!(page.at_slider(input), slid, "{input}: {typed}");
        assert_eq!(page.shown_in_box(input), shown, "{input}: {typed}");
    }
}

#[wasm_bindgen_test]
async fn keys_move_the_slider_by_steps() {
    let page = Page::open().await;
    for (key, shown) in
        [("ArrowRight", "31"), ("ArrowDown", "30"), ("PageUp", "40"), ("PageDown", "30"), ("Home", "0"), ("End", "60")]
    {
        page.key(&page.slider(MARGIN), key).await;
        assert_eq!(page.shown_in_box(MARGIN), shown, "{key}");
    }
    page.type_into(MARGIN, "31.3").await;
    page.key(&page.slider(MARGIN), "ArrowLeft").await;
    assert_eq!(page.shown_in_box(MARGIN), "31", "from between two steps to the nearer one");
}

#[wasm_bindgen_test]
async fn arrows_step_in_the_box_and_escape_restores_it() {
    let page = Page::open().await;
    page.key(&page.number_box(MARGIN), "ArrowUp").await;
    assert_eq!((page.shown_in_box(MARGIN).as_str(), page.at_slider(MARGIN).as_str()), ("31", "0.31"));
    page.number_box(MARGIN).set_value("99 bottles");
    page.key(&page.number_box(MARGIN), "Escape").await;
    assert_eq!(page.shown_in_box(MARGIN), "31");
    assert_eq!(page.fault(MARGIN), None);
}

#[wasm_bindgen_test]
async fn bad_text_keeps_the_last_good_value_and_says_why() {
    let page = Page::open().await;
    page.slide(MARGIN, "0.36").await;
    let (verdict, npv) = (page.text("#verdict"), page.figure("npv"));
    for typed in ["3o", "", "101", "-101", "NaN", "1e9", "$5B"] {
        page.type_into(MARGIN, typed).await;
        let fault = page.fault(MARGIN).unwrap_or_else(|| panic!("{typed:?} was taken"));
        assert_eq!(fault, "! Enter a number from −100 to 100. The last valid value stays in force.", "{typed:?}");
        assert_eq!(page.shown_in_box(MARGIN), typed, "what was typed stays to be mended");
        assert_eq!(page.number_box(MARGIN).get_attribute("aria-invalid").as_deref(), Some("true"));
        assert_eq!(
            (page.text("#verdict"), page.figure("npv"), page.at_slider(MARGIN)),
            (verdict.clone(), npv.clone(), "0.36".to_owned())
        );
    }
    page.type_into(MARGIN, "36").await;
    assert_eq!(page.fault(MARGIN), None, "the value that was in force, typed again");
    page.type_into(MARGIN, "nonsense").await;
    page.slide(MARGIN, "0.40").await;
    assert_eq!(
        (page.fault(MARGIN), page.shown_in_box(MARGIN)),
        (None, "40".to_owned()),
        "the slider overrules the box"
    );
}

#[wasm_bindgen_test]
async fn whole_numbers_are_asked_for_where_they_are_needed() {
    let page = Page::open().await;
    page.press("[data-group=rates] button").await;
    page.type_into("horizon_years", "7.5").await;
    assert_eq!(
        page.fault("horizon_years").unwrap(),
        "! Enter a whole number from 1 to 50. The last valid value stays in force."
    );
    page.type_into("horizon_years", "7").await;
    assert_eq!(page.at_slider("horizon_years"), "7");
}

#[wasm_bindgen_test]
async fn the_track_opens_for_a_value_beyond_it_and_closes_again() {
    let page = Page::open().await;
    page.type_into(MARGIN, "72").await;
    assert_eq!((page.slider(MARGIN).max(), page.at_slider(MARGIN)), ("0.8".to_owned(), "0.72".to_owned()));
    page.type_into(MARGIN, "-10").await;
    assert_eq!((page.slider(MARGIN).min(), page.at_slider(MARGIN)), ("-0.2".to_owned(), "-0.1".to_owned()));
    page.type_into(MARGIN, "30").await;
    assert_eq!((page.slider(MARGIN).min(), page.slider(MARGIN).max()), ("0".to_owned(), "0.6".to_owned()));
}

#[wasm_bindgen_test]
async fn the_track_holds_still_while_the_thumb_is_held() {
    let page = Page::open().await;
    page.type_into(MARGIN, "72").await;
    page.point(&page.slider(MARGIN), "pointerdown").await;
    page.slide(MARGIN, "0.5").await;
    assert_eq!(page.slider(MARGIN).max(), "0.8");
    page.point(&page.slider(MARGIN), "pointerup").await;
    assert_eq!(page.slider(MARGIN).max(), "0.6");
}

#[wasm_bindgen_test]
async fn scenarios_select_and_are_marked() {
    let page = Page::open().await;
    for (scenario, npv, margin) in
        [("A", "$15.9B", "36"), ("B", "($2.3B)", "19"), ("C", "($9.4B)", "10"), ("base", "($0.7B)", "30")]
    {
        page.press(&format!("[data-scenario={scenario}]")).await;
        assert_eq!(page.pressed("[data-scenario]"), [scenario]);
        assert_eq!((page.figure("npv"), page.shown_in_box(MARGIN)), (npv.to_owned(), margin.to_owned()));
        assert!(!page.has("#own-case:not([hidden])"));
    }
}

#[wasm_bindgen_test]
async fn changes_are_counted_marked_and_taken_back() {
    let page = Page::open().await;
    assert_eq!(page.text("#changes"), "none changed");
    page.slide("investment", "30").await;
    assert_eq!(page.text("#changes"), "1 changed", "two tranches, one slider");
    page.slide(MARGIN, "0.4").await;
    assert_eq!(page.text("#changes"), "2 changed");
    assert_eq!(page.pressed("[data-scenario]"), [""; 0]);
    assert!(page.text("#own-case").starts_with("Your case, 2 changed"));
    assert!(page.text(&format!("#what-{MARGIN}")).contains("changed, was 30%"));

    page.press(&format!("[data-reset={MARGIN}]")).await;
    assert_eq!((page.shown_in_box(MARGIN).as_str(), page.text("#changes").as_str()), ("30", "1 changed"));
    page.press("#reset-all").await;
    assert_eq!((page.shown_in_box("investment").as_str(), page.text("#changes").as_str()), ("25", "none changed"));
    assert_eq!(page.pressed("[data-scenario]"), ["base"]);
}

#[wasm_bindgen_test]
async fn a_changed_case_is_counted_from_its_scenario() {
    let page = Page::open().await;
    page.press("[data-scenario=A]").await;
    page.slide(MARGIN, "0.3").await;
    assert!(page.text(&format!("#what-{MARGIN}")).contains("changed, was 36%"));
    page.press("#reset-all").await;
    assert_eq!((page.shown_in_box(MARGIN), page.pressed("[data-scenario]")), ("36".to_owned(), vec!["A".to_owned()]));
}

#[wasm_bindgen_test]
async fn the_stake_switch_changes_verdict_and_figures() {
    let page = Page::open().await;
    let before = page.text("#verdict");
    for (stake, npv) in [("at_cost", "$20.4B"), ("modelled_exit", "$6.4B"), ("left_out", "($0.7B)")] {
        page.press(&format!("[data-stake={stake}]")).await;
        assert_eq!(page.pressed("[data-stake]"), [stake]);
        assert_eq!(page.figure("npv"), npv);
        assert_eq!(page.text("#verdict") == before, stake == "left_out", "{stake}");
    }
}

#[wasm_bindgen_test]
async fn the_capex_lens_closes_the_margin_with_a_reason() {
    let page = Page::open().await;
    assert!(page.text("[data-lens=capex]").contains("(15.6)"), "the other position shows what it would give");
    page.press("[data-lens=capex]").await;
    assert_eq!(page.figure("npv"), "($15.6B)");
    assert!(page.slider(MARGIN).disabled() && page.number_box(MARGIN).disabled());
    assert!(page.text(&format!("[data-input={MARGIN}]")).contains("As capex, the margin follows"));
    page.press("[data-lens=margin]").await;
    assert!(!page.slider(MARGIN).disabled() && !page.number_box(MARGIN).disabled());
}

#[wasm_bindgen_test]
async fn groups_open_and_their_choices_move_the_answer() {
    let page = Page::open().await;
    assert!(!page.has("[data-input=commit_shape]"), "a closed group costs nothing");
    page.press("[data-group=draw-down] button").await;
    page.press("[data-input=commit_shape] [data-option=ramp]").await;
    assert_eq!(page.figure("npv"), "($2.3B)");
    assert!(page.text("[data-group=draw-down] .group-count").starts_with("1 of "));
    page.press("[data-group=draw-down] button").await;
    assert!(!page.has("[data-input=commit_shape]"));
}

#[wasm_bindgen_test]
async fn a_number_in_the_sentence_leads_to_its_box() {
    let page = Page::open().await;
    page.press("#verdict [data-asks=discount_rate]").await;
    page.next_frame().await;
    assert_eq!(focused(), "box-discount_rate");
}

#[wasm_bindgen_test]
async fn a_source_says_what_where_from_and_when() {
    let page = Page::open().await;
    page.press(&format!("[data-input={MARGIN}] .tag")).await;
    let words = page.text("#panel");
    for part in ["30%", "Unverified assumption", "2026", "P1"] {
        assert!(words.contains(part), "{part} in {words}");
    }
    page.slide(MARGIN, "0.4").await;
    page.press("#panel [data-use-default]").await;
    assert_eq!(page.shown_in_box(MARGIN), "30");
}

#[wasm_bindgen_test]
async fn a_change_is_summed_up_once_things_are_quiet() {
    let page = Page::open().await;
    page.slide(MARGIN, "0.4").await;
    assert_eq!(page.text("#announcer"), "", "not while the slider moves");
    page.wait(500).await;
    assert_eq!(page.text("#announcer"), "Margin 40 percent. NPV 4.3 billion dollars, now above zero.");
    page.slide(MARGIN, "0.2").await;
    page.wait(600).await;
    assert!(page.text("#announcer").starts_with("Margin 40"), "at most once a second");
    page.wait(600).await;
    assert_eq!(page.text("#announcer"), "Margin 20 percent. NPV minus 5.6 billion dollars, now below zero.");
    page.slide(MARGIN, "0.5").await;
    page.slide(MARGIN, "0.2").await;
    page.wait(1200).await;
    assert!(page.text("#announcer").starts_with("Margin 20"), "what led back is not mentioned");
}

#[wasm_bindgen_test]
async fn the_theme_goes_round() {
    let page = Page::open().await;
    let before = theme();
    for _ in 0..3 {
        page.press("#theme").await;
    }
    assert_eq!(theme(), before);
    let mut seen = Vec::new();
    for _ in 0..3 {
        page.press("#theme").await;
        seen.push(theme());
    }
    seen.sort();
    assert_eq!(seen, [None, Some("dark".to_owned()), Some("light".to_owned())]);
}

#[wasm_bindgen_test]
async fn a_scenario_and_a_reset_show_the_value_in_force_in_every_box() {
    let page = Page::open().await;
    page.type_into("investment", "a lot").await;
    assert!(page.fault("investment").is_some());
    page.press("[data-scenario=A]").await;
    assert_eq!((page.shown_in_box("investment"), page.fault("investment")), ("25".to_owned(), None));
    page.slide("commit_total_b", "120").await;
    page.type_into(MARGIN, "lots").await;
    page.press("#reset-all").await;
    assert_eq!((page.shown_in_box(MARGIN), page.fault(MARGIN)), ("36".to_owned(), None));
}

#[wasm_bindgen_test]
async fn charts_have_pixels_and_follow_the_pixel_ratio() {
    let page = Page::open().await;
    for figure in ["cash", "share"] {
        page.see(&format!("[data-figure={figure}]")).await;
        assert!(page.inked_pixels(figure) > 500, "{figure} is drawn");
    }
    for ratio in [2.0, 1.5, 1.0] {
        pretend_pixel_ratio(ratio);
        page.resize(700.0 + ratio).await;
        for figure in ["cash", "share"] {
            page.see(&format!("[data-figure={figure}]")).await;
            let (css, backing) = page.canvas_sizes(figure);
            assert_eq!(backing, ((css.0 * ratio).round(), (css.1 * ratio).round()), "{figure} at {ratio}");
            assert!(page.inked_pixels(figure) > 500, "{figure} is drawn at {ratio}");
        }
    }
}

#[wasm_bindgen_test]
async fn charts_change_with_the_case_and_say_so() {
    let page = Page::open().await;
    page.see("[data-figure=cash]").await;
    let before = (page.pixels("cash"), page.text("[data-figure=cash] .figure-title"), page.label("cash"));
    page.slide(MARGIN, "0.55").await;
    page.next_frame().await;
    assert_ne!(page.pixels("cash"), before.0);
    assert_ne!(page.text("[data-figure=cash] .figure-title"), before.1);
    assert_ne!(page.label("cash"), before.2);
}

#[wasm_bindgen_test]
async fn every_input_can_be_pushed_to_its_ends() {
    let page = Page::open().await;
    page.open_all_groups().await;
    for input in page.all("input[type=range]") {
        for end in ["Home", "End"] {
            page.key(&input, end).await;
            let words = page.text("main");
            assert!(
                !words.contains("NaN")
                    && !words.split("inf").skip(1).any(|rest| !rest.starts_with(char::is_alphabetic)),
                "{:?} {end}: {words}",
                input.get_attribute("aria-labelledby")
            );
        }
        page.press_if_enabled("#reset-all").await;
    }
}
