//! The sections under the first charts: their titles, sentences, notes and labels, and the tables behind them.

use super::deals::*;
use offtake::analysis::compare::{compare, differences};
use offtake::analysis::marginals::{Overrides, around};
use offtake::analysis::monte_carlo::{Question, Run, Simulation, Spread};
use offtake::analysis::objective::Objective;
use offtake::analysis::setup::{End, Setup};
use offtake::analysis::tornado::tornado;
use offtake::analysis::weights::{Weights, weigh};
use offtake::catalog::{Case, Side, assumption_count, defaults};
use offtake::model::{Inputs, Lens, Stake};
use offtake::wording::sections::*;
use offtake::wording::sources;
use offtake::wording::tables::*;

fn simulated(change: Change) -> (Inputs, Simulation, Spread) {
    let inputs = deal(change).0;
    let mut run = Run::new(Question { draws: 1000, ..Question::about(inputs) }).unwrap();
    run.advance(1000);
    (inputs, run.summary(), run.spread(LEFT_OUT))
}

fn text(table: &Table, at: usize) -> Vec<&str> {
    table.rows[at].iter().map(|cell| cell.text.as_str()).collect()
}

#[test]
fn bridge_titles_say_what_the_commit_covers() {
    for (change, expected) in [
        (BASE, "The commit alone does not cover the investment"),
        (A, "The commit alone does not cover the investment; with enterprise revenue it is covered"),
        (EASY, "The commit alone covers the investment"),
        (|i| i.commit_margin = 0.4238, "The commit alone just about covers the investment"),
        (NO_COMMIT, "There is no commit to cover the investment"),
        (NO_MONEY, "What the NPV is made of"),
        (NO_DEAL, "What the NPV is made of"),
        (CAPEX, "The commit alone does not cover investment and machines"),
        (CAPEX_EASY, "The commit alone covers investment and machines"),
    ] as [(Change, &str); 9]
    {
        let (inputs, outcome) = deal(change);
        assert_eq!(bridge::title(&inputs, &outcome), expected);
    }
    let (inputs, outcome) = deal(BASE);
    assert_eq!(
        bridge::label(&outcome),
        "Chart of the parts of the NPV: investment minus $21.0B, commit plus $14.9B, enterprise plus $5.5B and equity \
         plus $7.0B; NPV minus $0.7B, NPV with equity plus $6.4B."
    );
    assert_eq!(
        bridge::note(&inputs, &outcome),
        format!(
            "Rounded parts may not add up. Equity: 2.6% stake at exit, 25% haircut. Operating-margin lens, 9.5% \
             discount rate, {} assumptions.",
            assumption_count()
        )
    );
    let (inputs, outcome) = deal(LONG_TERM);
    assert!(bridge::note(&inputs, &outcome).contains("The exit in year 12 is after the horizon"));
    let (_, outcome) = deal(CAPEX);
    let names: Vec<&str> = bridge::parts(&outcome).iter().map(|part| part.name).collect();
    assert_eq!(
        names,
        ["Investment", "Commit", "Enterprise", "Machines", "Resale of machines", "NPV", "Equity", "NPV with equity"]
    );
}

#[test]
fn the_ladder_says_that_a_multiple_of_revenue_is_no_return() {
    for (change, title) in [
        (BASE, "From 4x to 71 cents"),
        (B, "From 6.67x to 72 cents"),
        (C, "From 10x to a loss"),
        (NOTHING_BACK, "From 4x to nothing"),
        (EASY, "From 50x to $8.26"),
        (NO_COMMIT, "What each dollar of new money brings back"),
        (NO_MONEY, "What each dollar of new money brings back"),
    ] {
        assert_eq!(ladder::title(&deal(change).1), title);
    }
    for (change, sentence) in [
        (
            BASE,
            Some(
                "4x is commit revenue for each dollar of new money, not a return: after cost, tax and time the dollar \
                 brings back 71 cents. It is 3.03x with the earlier $8B and 20.00x before any milestone.",
            ),
        ),
        (
            C,
            Some(
                "10x is commit revenue for each dollar of new money, not a return: after cost, tax and time it loses \
                 money. It is 4.00x if all of it is drawn, 3.03x with the earlier $8B and 20.00x before any milestone.",
            ),
        ),
        (NO_COMMIT, None),
        (NO_MONEY, None),
    ] {
        let (inputs, outcome) = deal(change);
        assert_eq!(ladder::sentence(&inputs, &outcome).as_deref(), sentence);
    }
    for (change, start) in [
        (BASE, "No enterprise revenue here. On the commit alone, break-even needs a margin of 42.4%. Operating"),
        (SMALL_COMMIT, "No enterprise revenue here. On the commit alone, no margin up to 100% breaks even. Operating"),
        (NO_MONEY, "No enterprise revenue here. Operating-margin lens"),
        (CAPEX, "No enterprise revenue here. Capex lens"),
    ] {
        let note = ladder::note(&deal(change).0);
        assert!(note.starts_with(start), "{note}");
    }
    let (inputs, outcome) = deal(C);
    assert_eq!(
        ladder::label(&inputs, &outcome),
        "Chart of what each dollar of new money brings back: revenue $10.00, operating profit minus $0.08, after tax \
         minus $0.06 and present value minus $0.04."
    );
}

#[test]
fn the_tornado_names_what_matters_most() {
    for (change, expected) in [
        (BASE, "How much of the $20B is drawn matters as much as the margin"),
        (A, "Cloud revenue of a new adopter matters most"),
        (B, "The margin matters most"),
        (NO_DEAL, "What each input moves"),
    ] {
        let inputs = deal(change).0;
        assert_eq!(tornado::title(&inputs, &tornado(&inputs, Objective::DEAL)), expected);
    }
    let bars = tornado(&deal(BASE).0, Objective::DEAL);
    assert_eq!(
        tornado::bar_words(Objective::DEAL, &bars.bars[0]),
        "Milestone money drawn: −$0.7B at 100%, +$11.4B at 25% (money not spent)"
    );
    assert_eq!(tornado::ends(&bars.bars[4]), ("$30k".to_owned(), "$100k".to_owned()));
    assert_eq!(bars.bars.iter().filter_map(tornado::remark).count(), 1);
    assert_eq!(
        tornado::label(&bars),
        "Chart of the NPV, minus $0.7B, when one input moves: the widest of 14 bars is share of the contingent money \
         drawn, from minus $0.7B at 100% to plus $11.4B at 25%."
    );
    let table = tornado_table(&bars);
    assert_eq!(text(&table, 0)[..3], ["Share of the contingent money drawn", "100%", "25% (money not spent)"]);
    assert_eq!(text(&table, 1)[3..], ["(8.6)", "3.3", "11.9"]);
}

#[test]
fn the_simulation_in_futures() {
    let (inputs, simulation, spread) = simulated(BASE);
    assert_eq!(histogram::title(&spread), "About four draws in ten end above zero");
    for (stake, sub) in [
        (Stake::LeftOut, "NPV before the stake, $B, 1,000 draws, seed 20260420"),
        (Stake::AtCost, "NPV with the stake at cost, $B, 1,000 draws, seed 20260420"),
        (Stake::ModelledExit, "NPV with the stake at the modelled exit, $B, 1,000 draws, seed 20260420"),
    ] {
        assert_eq!(histogram::sub(&simulation, stake), sub);
    }
    assert_eq!(
        histogram::sentence(&simulation),
        "In 38 of 100 futures Amazon ends above zero, in 74 of 100 with its stake counted; in 69 of 100 the cash is \
         back within 10 years."
    );
    let half = histogram::note(&Inputs { milestone_prob: 0.5, ..inputs }, &Overrides::default(), &spread);
    assert!(
        half.starts_with(
            "The futures draw 33.3% of the contingent money on average, your case 50%. The futures let the commit be \
             less than incremental and let the lab fail; your case does neither. "
        ),
        "{half}"
    );
    let note = histogram::note(&inputs, &Overrides::default(), &spread);
    assert!(
        note.starts_with(
            "The futures draw 75% of the contingent money on average, let the commit be less than incremental and let \
             the lab fail; your case does none of this. Mean −$1.3B, standard error $0.2B. All ranges and correlations \
             are assumptions. Operating-margin lens"
        ),
        "{note}"
    );
    assert_eq!(
        histogram::label(&simulation, &spread, deal(BASE).1.npv_b),
        "Chart of the NPV in 1,000 draws: one in ten ends below minus $8.8B, half below minus $2.3B, one in ten above \
         plus $6.8B; 38 of 100 end above zero; your case is minus $0.7B."
    );
    let harsh: Change = |i| (i.milestone_prob, i.commit_incremental, i.default_hazard) = (0.0, 0.9, 0.01);
    let (inputs, _, spread) = simulated(harsh);
    let note = histogram::note(&inputs, &Overrides::default(), &spread);
    assert!(note.starts_with("Mean "), "{note}");
}

#[test]
fn shares_of_draws_read_as_tenths_and_as_futures() {
    let (_, simulation, spread) = simulated(BASE);
    for (share, title, futures) in [
        (0.0, "No draw ends above zero", "In none of 100"),
        (0.004, "Hardly any draw ends above zero", "In fewer than 1 of 100"),
        (0.08, "About one draw in ten ends above zero", "In 8 of 100"),
        (0.5, "About half of the draws end above zero", "In 50 of 100"),
        (0.63, "About six draws in ten end above zero", "In 63 of 100"),
        (0.996, "Nearly every draw ends above zero", "In more than 99 of 100"),
        (1.0, "Every draw ends above zero", "In all of 100"),
    ] {
        assert_eq!(histogram::title(&Spread { above_zero: share, ..spread }), title);
        let told = Simulation { prob_npv_positive: share, ..simulation.clone() };
        assert!(histogram::sentence(&told).starts_with(futures), "{}", histogram::sentence(&told));
    }
    let one = Simulation { payback_within: 1.0, ..simulation };
    assert!(histogram::sentence(&one).ends_with("within 1 year."));
}

#[test]
fn capacity_divides_by_a_ceiling_and_says_so() {
    for (change, expected) in [
        (BASE, "$100B and 5 GW do not describe the same thing"),
        (ONE_YEAR, "$40B and 5 GW fit together"),
        (NO_COMMIT, "There is no commit to buy capacity"),
        (|i| i.gw_headline = 0.0, "How much capacity the commit buys"),
    ] as [(Change, &str); 4]
    {
        let (inputs, outcome) = deal(change);
        assert_eq!(gigawatts::title(&inputs, &outcome), expected);
    }
    let (inputs, outcome) = deal(BASE);
    assert_eq!(
        gigawatts::sentences(&inputs, &outcome),
        [
            "If 5 GW ran for ten years, $100B would come to $2.0B per GW-year; that divides by a ceiling and is not a \
             market price.",
            "At $8B per GW-year $100B buys 12.5 GW-years: 1.25 GW on average, 25% of the 5 GW ceiling.",
        ]
    );
    assert_eq!(
        gigawatts::label(&outcome),
        "Chart of revenue per gigawatt-year: this deal $2.0B at its ceiling; AWS × OpenAI $6.25B, Google × Anthropic \
         $8B and Oracle × OpenAI $13.33B."
    );
    let (inputs, outcome) = deal(|i| i.gw_headline = 0.0);
    assert_eq!(gigawatts::sentences(&inputs, &outcome).len(), 1);
    assert!(gigawatts::label(&outcome).contains("this deal states no capacity"));
    assert_eq!(text(&gigawatt_table(&inputs, &outcome), 0)[3..], ["–", "–"]);
    let (inputs, outcome) = deal(NO_COMMIT);
    assert!(gigawatts::sentences(&inputs, &outcome).is_empty());
}

#[test]
fn the_lenses_and_the_circular_money() {
    let (inputs, outcome) = deal(BASE);
    assert_eq!(lenses::title(&outcome), "Capital costs $16.3B that the margin does not show");
    assert_eq!(
        lenses::sentences(&inputs, &outcome),
        [
            "At the unit margin of 32.6% the margin lens gives +$0.6B and the capex lens −$15.6B; the difference, \
             −$16.3B, is the capital charge: the time value of machines bought ahead.",
            "After a charge for capital the unit margin is 9.3%.",
            "At your margin of 30.0% the margin lens gives −$0.7B.",
        ]
    );
    let words = "For each dollar of commit Amazon puts in 25 cents of new money; 33 cents in present value, and 22 \
                 cents net of its shares. It leaves as investment and returns as commit, so it is shown and not netted.";
    assert_eq!(lenses::subsidy(&inputs, &outcome).as_deref(), Some(words));
    assert_eq!(
        lenses::years_funded(&inputs, &outcome).as_deref(),
        Some("$25B of new money is 2.5 years of the commit.")
    );
    let (inputs, outcome) = deal(NO_COMMIT);
    assert_eq!(lenses::title(&outcome), "Two lenses on the same deal");
    assert_eq!(lenses::sentences(&inputs, &outcome)[0], "At the unit margin of 32.6% both lenses give −$15.5B.");
    for change in [NO_COMMIT, NO_MONEY] {
        let (inputs, outcome) = deal(change);
        assert_eq!((lenses::subsidy(&inputs, &outcome), lenses::years_funded(&inputs, &outcome)), (None, None));
    }
    let (inputs, outcome) = deal(SMALL_COMMIT);
    assert!(lenses::subsidy(&inputs, &outcome).unwrap().contains("puts in $1.25 of new money; $1.67 in present value"));
    let (inputs, outcome) = deal(PRIOR_COUNTED);
    assert!(lenses::subsidy(&inputs, &outcome).unwrap().contains("and −2 cents net of its shares"));
    assert_eq!(lenses::RULES.len(), 5);
}

#[test]
fn weights_carry_the_labels_of_the_article() {
    let weighing = weigh(&Weights::default(), LEFT_OUT, &Case::default());
    assert_eq!(
        weights::sentence(&weighing),
        "With these weights the NPV is +$1.4B: 33% A (most likely) +$15.9B, 33% B (risk) −$2.3B and 33% C (tail risk) \
         −$9.4B."
    );
    assert_eq!(
        weights::full_draw(&weighing).as_deref(),
        Some(
            "B and C draw only part of the contingent money: at full draw −$10.3B and −$21.4B, and the weighted NPV −$5.3B."
        )
    );
    let table = weights_table(&weighing);
    assert_eq!(text(&table, 1), ["B thin margins", "risk", "33.3%", "(2.3)", "(10.3)"]);
    assert_eq!(text(&table, 3), ["Weighted", "", "100.0%", "1.4", "(5.3)"]);
}

#[test]
fn pins_say_what_differs() {
    let figures = ["npv", "irr", "payback", "moic", "break-even", "share"];
    for (pinned, present, title, expected) in [
        (
            A,
            BASE,
            "8 inputs differ from A: −$16.5B together",
            ["−16.5 vs A", "−19.1 points vs A", "+2.3 years vs A", "−1.25x vs A", "+27.4 points vs A", "as in A"],
        ),
        (A, A, "Your case is the same as A", ["as in A"; 6]),
        (
            C,
            |i| {
                C(i);
                i.commit_margin = 0.3;
            },
            "One input differs from A: +$5.2B",
            ["+5.2 vs A", "", "", "+0.82x vs A", "as in A", "as in A"],
        ),
    ] as [(Change, Change, &str, [&str; 6]); 3]
    {
        let ((from, before), (to, after)) = (deal(pinned), deal(present));
        assert_eq!(pins::title(&compare(&from, &to, Objective::DEAL), "A", Objective::DEAL), title);
        let differences = differences((&from, &before), (&to, &after), LEFT_OUT);
        let found = figures.map(|id| pins::difference(id, &differences, "A").unwrap_or_default());
        assert_eq!(found, expected.map(str::to_owned));
    }
    let comparison = compare(&deal(BASE).0, &deal(CAPEX).0, Objective::DEAL);
    let values = pins::values(&comparison.lines[0]);
    assert_eq!(values, ("In the margin".to_owned(), "As capex".to_owned()));
    let table = comparison_table(&comparison, "Base", Objective::DEAL);
    assert_eq!(text(&table, 0), ["Cost of capacity", "In the margin", "As capex", "(15.0)"]);
    assert_eq!(text(&table, 1), ["Together", "", "", "(15.0)"]);
}

#[test]
fn the_assumptions_of_the_simulation_as_tables() {
    let drawn = around(&deal(BASE).0, &Overrides::default()).unwrap();
    let table = distribution_table(&drawn);
    assert_eq!(text(&table, 0), ["Growth in year 1", "10%", "60%", "120%", "–"]);
    assert_eq!(text(&table, 2), ["Cloud revenue of a new adopter", "–", "$55k", "–", "0.5"]);
    assert_eq!(text(&correlation_table(), 5), ["Final adoption", "Cloud revenue of a new adopter", "−0.20"]);
    assert_eq!(text(&simulation_table(&simulated(BASE).1), 5), ["Above zero", "37.5%", "73.8%"]);
    let (inputs, outcome) = deal(BASE);
    assert_eq!(text(&ladder_table(&inputs, &outcome), 3), ["Present value", "at 9.5% a year", "0.71x"]);
    assert_eq!(text(&bridge_table(&outcome), 3), ["NPV", "(0.7)"]);
}

fn year_row(table: &YearTable, name: &str) -> (Vec<String>, Option<String>) {
    let row = table.groups.iter().flat_map(|group| &group.rows).find(|row| row.name == name).unwrap();
    (row.cells.iter().map(|cell| cell.text.clone()).collect(), row.total.clone().map(|cell| cell.text))
}

#[test]
fn the_year_table_has_every_row_with_totals_where_they_make_sense() {
    let (inputs, outcome) = deal(BASE);
    let table = year_table(&inputs, &outcome);
    let heads: Vec<(&str, &str)> = table.years.iter().map(|head| (&*head.deal, &*head.calendar)).collect();
    assert_eq!((heads[0], heads[10], heads.len()), (("Closing", "2026"), ("10", "2036"), 11));
    let payback: Vec<&str> = table.years.iter().filter(|head| head.is_payback).map(|head| &*head.deal).collect();
    assert_eq!(payback, ["8"]);
    assert_eq!((&*table.shaded, &*table.span), ("Year 8 is shaded: the cash is back in it.", "0–10"));
    for (name, cells, total) in [
        ("Investment", "(5.0) (5.0) (5.0) (5.0) (5.0) – – – – – –", Some("(25.0)")),
        ("Tax at 21%", "– (0.6) (0.7) (0.7) (0.8) (0.9) (0.9) (1.0) (1.1) (1.1) (1.2)", Some("(9.1)")),
        ("Net cash flow", "(5.0) (2.6) (2.4) (2.2) (2.0) 3.3 3.5 3.7 4.0 4.2 4.4", Some("9.1")),
        ("Cumulative", "(5.0) (7.6) (9.9) (12.1) (14.1) (10.8) (7.3) (3.5) 0.4 4.6 9.1", None),
        ("Net, discounted at 9.5%", "(5.0) (2.3) (2.0) (1.7) (1.4) 2.1 2.0 2.0 1.9 1.9 1.8", Some("(0.7)")),
        ("Commitment share of revenue", "– 25.6% 17.5% 13.4% 11.2% 9.8% 8.8% 8.1% 7.6% 7.2% 6.8%", None),
        ("Adoption, end of year", "10.0% 13.2% 16.5% 19.8% 22.5% 24.8% 26.4% 27.6% 28.4% 29.0% 29.3%", None),
        ("Revenue", "– 39.0 57.1 74.5 89.6 102.5 113.4 122.9 131.5 139.7 147.7", Some("1,017.8")),
    ] {
        let (found, sum) = year_row(&table, name);
        assert_eq!((found.join(" "), sum.as_deref()), (cells.to_owned(), total), "{name}");
    }
    let spoken = table.groups[0].rows[0].cells[0].spoken.as_deref();
    assert_eq!(spoken, Some("minus 5.0 billion dollars"));
    assert!(table.groups[0].rows[0].cells[0].is_loss());
    assert!(table.groups[0].rows.iter().any(|row| row.is_sum));
}

#[test]
fn the_year_table_follows_the_deal() {
    let names = |change| -> Vec<String> {
        let (inputs, outcome) = deal(change);
        let table = year_table(&inputs, &outcome);
        table.groups.into_iter().flat_map(|group| group.rows).map(|row| row.name).collect()
    };
    let has = |change, name: &str| names(change).iter().any(|found| found == name);
    for (name, base, capex, half_used) in [
        ("Shortfall collected", false, false, true),
        ("Stranded capacity", false, false, true),
        ("Machines bought", false, true, false),
        ("Machines resold, after tax", false, true, false),
        ("Depreciation, added back", false, true, false),
        ("Capacity built for", false, true, false),
        ("Running cost", false, true, false),
        ("Usage that never comes", true, true, true),
    ] {
        assert_eq!((has(BASE, name), has(CAPEX, name), has(HALF_USED, name)), (base, capex, half_used), "{name}");
    }
    for (change, words) in [
        (C, "No year is shaded: the cash is not back by year 10."),
        (PAID_LATER, "No year is shaded: the cash balance never falls below zero."),
    ] {
        let (inputs, outcome) = deal(change);
        let table = year_table(&inputs, &outcome);
        assert_eq!(table.shaded, words);
        assert!(table.years.iter().all(|year| !year.is_payback));
    }
    let (inputs, outcome) = deal(CAPEX);
    let table = year_table(&inputs, &outcome);
    assert_eq!(year_row(&table, "Capacity in use").0[1], "1.25");
    assert_eq!(year_row(&table, "Net cash flow").1.as_deref(), Some("9.3"));
}

/// The frame of the table stays while its numbers change, and every number has its place in it.
#[test]
fn the_year_table_is_a_frame_and_numbers() {
    let of = |change| {
        let (inputs, outcome) = deal(change);
        year_table(&inputs, &outcome)
    };
    let base = of(BASE);
    let rows: usize = base.groups.iter().map(|group| group.rows.len()).sum();
    assert_eq!(base.cells().count(), rows * 12);
    assert_eq!(base.cells().nth(11).flatten().map(|cell| &*cell.text), Some("(25.0)"));
    let cumulative = base.groups[0].rows.iter().position(|row| row.name == "Cumulative").unwrap();
    assert_eq!(base.cells().nth(cumulative * 12 + 11), Some(None), "no sum");
    assert_eq!(base.heads().cells().flatten().count(), 0);
    let moved = of(|inputs| inputs.commit_margin = 0.31);
    assert!(moved != base && moved.heads() == base.heads());
    assert!(of(CAPEX).heads() != base.heads());
    assert!(!base.is_wide && !of(C).is_wide && !of(CAPEX).is_wide, "the usual numbers fit");
    assert!(!of(|inputs| inputs.arr0_b = 150.0).is_wide, "a sum of 5,089.1 as well");
    assert!(of(|inputs| (inputs.arr0_b, inputs.arr_g1) = (150.0, 2.0)).is_wide, "1,000.0 in one year does not");
}

/// The rows above the net cash flow add up to it in every deal, through both lenses.
#[test]
fn the_cash_rows_are_complete() {
    for change in CASES {
        for lens in [Lens::Margin, Lens::Capex] {
            let mut inputs = deal(change).0;
            inputs.lens = lens;
            let outcome = offtake::model::evaluate(&inputs);
            let table = year_table(&inputs, &outcome);
            let [parts @ .., _, _, _] = table.groups[0].rows.as_slice() else { panic!() };
            let (net, parts) = parts.split_last().unwrap();
            assert!(net.is_sum, "{}", net.name);
            for at in 0..outcome.rows.len() {
                let number = |text: &str| -> f64 {
                    let plain: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
                    let size = plain.parse().unwrap_or(0.0);
                    if text.starts_with('(') { -size } else { size }
                };
                let sum: f64 = parts.iter().map(|row| number(&row.cells[at].text)).sum();
                assert!((sum - number(&net.cells[at].text)).abs() < 0.05 * 10.0, "{sum} {}", net.cells[at].text);
            }
        }
    }
}

#[test]
fn sources_are_counted_and_listed() {
    assert_eq!(
        sources::summary(),
        "Seven articles and releases, 30 public reports, 20 questions on which they disagree; these matter most."
    );
    let counts = sources::input_counts(Side::Investor, &defaults());
    assert!(counts.starts_with(&format!("Of 60 inputs {} are assumptions, ", assumption_count())), "{counts}");
    let registers = [
        (sources::contradictions(), 6),
        (sources::more_contradictions(), 14),
        (sources::articles(), 7),
        (sources::stated(), 46),
        (sources::public(), 30),
        (sources::assumed(Side::Investor, &defaults()), assumption_count()),
    ];
    let mut anchors = Vec::new();
    for (register, entries) in registers {
        assert_eq!(register.entries.len(), entries, "{}", register.name);
        anchors.push(register.id);
        for entry in register.entries {
            anchors.push(entry.id);
            assert_eq!(entry.parts.len(), register.parts.len(), "{}", entry.id);
            for part in &entry.parts {
                // A hyphen in a date or an address is no minus.
                let fault = super::laws::fault(part).filter(|fault| fault != "hyphen for minus");
                assert_eq!(fault, None, "{}: {part}", entry.id);
            }
        }
    }
    for id in (1..=20)
        .map(|n| format!("C{n}"))
        .chain((1..=46).map(|n| format!("S{n}")))
        .chain((1..=30).map(|n| format!("P{n}")))
    {
        assert!(anchors.contains(&&*id), "{id} has no place");
    }
    let all = anchors.len();
    anchors.sort_unstable();
    anchors.dedup();
    assert_eq!(anchors.len(), all, "each anchor is one place");
}

#[test]
fn dates_are_for_people() {
    for (given, shown) in [
        ("2026-04-20", "20 April 2026"),
        ("2026-04", "April 2026"),
        ("before 2026-04", "before April 2026"),
        ("2024", "2024"),
        ("late 2025", "late 2025"),
        ("2023, 2024", "2023, 2024"),
        ("2026-13", "2026-13"),
        ("2026-00", "2026-00"),
        ("2026-04-xx", "2026-04-xx"),
    ] {
        assert_eq!(sources::date(given), shown);
    }
}

#[test]
fn an_assumption_has_its_default_and_its_reason() {
    let assumed = sources::assumed(Side::Investor, &defaults());
    let of = |id: &str| assumed.entries.iter().find(|entry| entry.id == id).unwrap().parts.join(" | ");
    assert!(of("commit_margin").starts_with("Operating margin on the commitment | 30% | "), "{}", of("commit_margin"));
    assert!(of("adoption_model").contains(" | S-curve | "), "{}", of("adoption_model"));
    assert_eq!(sources::more_contradictions().entries[4].parts[2], "3.3 times.");
}

#[test]
fn ranges_say_what_may_stand_in_them() {
    let margin = offtake::catalog::find("commit_margin").unwrap();
    let mut setup = Setup::default();
    assert_eq!(ranges::summary(&setup), "Ranges and correlations");
    assert!(setup.put(4, End::Low, 0.25, &deal(BASE).0));
    assert_eq!(ranges::summary(&setup), "Ranges and correlations, 1 range changed");
    assert_eq!(ranges::name(margin, End::High), "Operating margin on the commitment, high end");
    assert_eq!(ranges::enclose(margin, End::Low, 0.3), " The ends enclose the present 30%.");
    let thin: Change = |inputs| inputs.commit_margin = 0.2;
    let fault = setup.drawn(4, &deal(thin).0).unwrap().unwrap_err();
    assert_eq!(ranges::passed(&fault), "The low end, 25%, lies above the present 20%.");
    assert_eq!(
        ranges::stale(&fault),
        "Not drawn again for operating margin on the commitment: the low end, 25%, lies above the present 20%. The \
         chart shows the last result."
    );
    for (typed, seed) in [("7", Some(7)), (" 20 260 420 ", Some(20_260_420)), ("1,000", Some(1000)), ("0", Some(0))] {
        assert_eq!(ranges::read_seed(typed).ok(), seed, "{typed}");
    }
    for typed in ["", "-1", "1e3", "3.5", "3,5", "1,00", "seven", "9007199254740993", "99999999999999999999999"] {
        assert!(ranges::read_seed(typed).unwrap_err().starts_with("Enter a whole number from 0 to"), "{typed}");
    }
    assert_eq!(ranges::took(100_000, 123.4), "100,000 draws in 0.12 s");
    assert_eq!(ranges::took(100_000, 0.0), "100,000 draws in 0.01 s");
}
