//! "How is this computed?": texts in shape, and worked lines that end in the figure that is shown.

use super::deals::*;
use super::laws::{any_deal, fault};
use offtake::catalog::find;
use offtake::model::{Inputs, Lens, Outcome, Stake, evaluate};
use offtake::wording::key_figures::key_figures;
use offtake::wording::metrics::{METRICS, Metric};
use proptest::prelude::*;

#[test]
fn texts_have_their_shape() {
    for metric in METRICS {
        assert_eq!(metric.text.split("\n\n").count(), 4, "{}", metric.id);
        assert!(metric.text.starts_with("# ") && metric.text.contains("\n```text\n"), "{}", metric.id);
        for text in [metric.name(), metric.meaning(), metric.formula(), metric.remark()] {
            assert!(!text.contains(['#', '`']) || text == metric.remark(), "{text}");
            assert_eq!(fault(text), None, "{text}");
        }
        assert!(metric.meaning().ends_with('.') && metric.remark().ends_with('.'), "{}", metric.id);
        let parts: String = metric
            .remark_parts()
            .map(|(part, is_code)| if is_code { format!("`{part}`") } else { part.to_owned() })
            .collect();
        assert_eq!(parts, metric.remark());
        assert!(Metric::find(metric.id).is_some_and(|found| found.text == metric.text));
    }
    assert_eq!(METRICS.len(), 21);
    let parts: Vec<_> = Metric::find("mirr").unwrap().remark_parts().collect();
    assert_eq!(parts, [("N", true), (" is the horizon in years.", false)]);
    assert!(Metric::find("profit").is_none());
}

#[test]
fn inputs_are_inputs() {
    for metric in METRICS {
        assert!(!metric.inputs.is_empty());
        for id in metric.inputs {
            assert!(find(id).is_some(), "{}: {id}", metric.id);
        }
    }
    let ids = |metric: &str, change| -> Vec<&str> {
        Metric::find(metric).unwrap().used(&deal(change).0).iter().map(|input| input.id).collect()
    };
    assert!(ids("npv", BASE).contains(&"commit_margin") && !ids("npv", BASE).contains(&"capex_b_per_gw"));
    assert!(!ids("npv", CAPEX).contains(&"commit_margin") && ids("npv", CAPEX).contains(&"capex_b_per_gw"));
    assert!(ids("gigawatts", BASE).contains(&"price_b_per_gw_yr"));
}

#[test]
fn the_default_deal_worked() {
    for (id, lines) in [
        ("npv", &["−$21.0B investment + $14.9B commit + $5.5B enterprise = ($0.7B)"][..]),
        (
            "irr",
            &[
                "Flows from closing on, $B: −5.0, −2.6, −2.4, −2.2, −2.0, 3.3, 3.5, 3.7, 4.0, 4.2, 4.4",
                "Their present value is zero at 8.5%",
            ],
        ),
        ("mirr", &["Put in and paid back at 9.5%, a dollar is 2.34 after 10 years: 2.34^(1/10) − 1 = 8.9%"]),
        ("moic", &["$34.1B / $25.0B = 1.36x"]),
        ("payback", &["7 + $3.53B missing / $3.97B in year 8 = 7.9 years"]),
        ("discounted_payback", &["The balance is still −$0.7B at year 10: Never"]),
        ("break_even_margin", &["NPV −$0.67B; a point of margin is worth $0.50B", "30.0% + 1.3 points = 31.3%"]),
        (
            "break_even_adoption",
            &[
                "NPV without enterprise revenue −$6.1B",
                "Enterprise revenue makes up for it at a final adoption of 32.9%",
            ],
        ),
        (
            "required_uplift",
            &["$6.1B / (35% × (1 − 21%) × 6.28 years, discounted) = $3.5B a year", "2.4% of the cloud’s run-rate"],
        ),
        ("commitment_share", &["$100B / 10 years / $30B = 33.3%"]),
        (
            "ladder",
            &["$100B / $25B = 4.00x", "$30.0B / $25B = 1.20x", "1.20x × (1 − 21%) = 0.95x", "$14.9B / $21.0B = 0.71x"],
        ),
        (
            "ratios",
            &[
                "before any milestone: $100B / $5B = 20.00x",
                "with the earlier money: $100B / $33B = 3.03x",
                "as drawn: $100B / $25B = 4.00x",
                "if all is drawn: $100B / $25B = 4.00x",
            ],
        ),
        (
            "subsidy",
            &[
                "gross: $25B / $100B = 0.25",
                "in present value: $21.0B / $62.8B = 0.33",
                "net of the shares: ($21.0B − $7.0B) / $62.8B = 0.22",
            ],
        ),
        (
            "gigawatts",
            &[
                "Investment: $25B / 5 GW ceiling = $5.00B per GW",
                "Commitment: $100B / 5 GW ceiling = $20.00B per GW",
                "$100B / (5 GW ceiling × 10) = $2.00B per GW-year",
                "$100B / $8B = 12.50 GW-years at the price",
            ],
        ),
        (
            "unit_margins",
            &[
                "economic: 1 − ($0.90B running + $6.36B of machines a year) / $8.00B = 9.3%",
                "operating: 1 − ($0.90B running + $4.49B of machines a year) / $8.00B = 32.6%",
            ],
        ),
        ("capital_charge", &["−$15.6B − $0.6B = −$16.3B"]),
        (
            "peak_exposure",
            &[
                "Cumulative from closing on, $B: −5.0, −7.6, −9.9, −12.1, −14.1, −10.8, −7.3, −3.5, 0.4, 4.6, 9.1",
                "Lowest after year 4: $14.1B",
            ],
        ),
        (
            "equity",
            &["2.6% × $910.2B × (1 − 25%) = $17.4B, less tax of $0.0B = $17.4B in year 10", "Worth today $7.0B"],
        ),
        ("financing_memo", &["5% of $70.3B summed over the years = $3.5B"]),
        (
            "tornado",
            &[
                "Milestone money drawn: −$0.7B at 100%, +$11.4B at 25% (money not spent)",
                "Margin on the commit: −$8.6B at 14%, +$3.3B at 38%",
                "Incremental commit share: −$8.1B at 50%, −$0.7B at 100%",
            ],
        ),
    ] {
        let (inputs, outcome) = deal(BASE);
        assert_eq!(Metric::find(id).unwrap().worked(&inputs, &outcome, LEFT_OUT), lines, "{id}");
    }
    let (inputs, outcome) = deal(BASE);
    let simulation = Metric::find("simulation").unwrap().worked(&inputs, &outcome, LEFT_OUT);
    assert_eq!(simulation.len(), 11);
    assert_eq!(simulation[2], "Cloud revenue of a new adopter: median $55k, sigma 0.5");
    assert_eq!(simulation[4], "Operating margin on the commitment: 10% to 42%, most likely 30%");
}

#[test]
fn odd_results_are_words_with_a_reason() {
    for (change, id, last) in [
        (TWO_RATES, "irr", "−4.1% and 199.9% both solve it; MIRR 15.9%: Two rates"),
        (C, "irr", "Capital never comes back: None"),
        (C, "payback", "The balance is still −$10.6B at year 10: Never"),
        (PAID_LATER, "payback", "The balance never falls below zero: At once"),
        (NO_MONEY, "moic", "No money is put in: Not defined"),
        (NO_DEAL, "npv", "No money moves: $0.0B"),
        (NO_MONEY, "mirr", "Nothing is put in, or nothing comes back: Not defined"),
        (EASY, "break_even_margin", "30.0% − 37.4 points = (7.4%): None needed"),
        (CAPEX, "break_even_margin", "In the capex lens the margin follows from price and cost: Not used"),
        (NO_COMMIT, "break_even_margin", "No commit usage to earn it on: Not used"),
        (CAPEX, "break_even_adoption", "Even adoption by every customer is not enough: Out of reach"),
        (EASY, "required_uplift", "Nothing is missing without enterprise revenue: $0.0B a year"),
        (NO_COMMIT, "commitment_share", "No commitment is made: None"),
        (NO_COMMIT, "subsidy", "No commitment is made: Not defined"),
        (NO_MONEY, "ladder", "No new money is put in: Not defined"),
        (LONG_TERM, "equity", "After the horizon, so it counts for $0.0B"),
        (NO_MONEY, "peak_exposure", "Never below zero: $0.0B"),
        (NO_MONEY, "subsidy", "gross: $0B / $100B = 0.00"),
    ] {
        let (inputs, outcome) = deal(change);
        let lines = Metric::find(id).unwrap().worked(&inputs, &outcome, LEFT_OUT);
        assert_eq!(lines.last().map(String::as_str), Some(last), "{id}");
    }
    let (inputs, outcome) = deal(BASE);
    let npv = |stake| Metric::find("npv").unwrap().worked(&inputs, &outcome, stake);
    assert_eq!(npv(AT_EXIT), ["−$21.0B investment + $14.9B commit + $5.5B enterprise + $7.0B stake = $6.4B"]);
    assert_eq!(npv(AT_COST), ["−$21.0B investment + $14.9B commit + $5.5B enterprise + $21.0B stake = $20.4B"]);
}

/// The last line of a metric ends in what its key figure shows.
fn ends_in_the_figure(inputs: &Inputs, outcome: &Outcome, stake: Stake) -> Result<(), String> {
    for figure in key_figures(inputs, outcome, stake) {
        let Some(metric) = Metric::of_figure(figure.id, inputs.lens) else {
            return Err(format!("no metric behind {}", figure.id));
        };
        let shown = format!("{} {}", figure.value, figure.unit);
        let lines = metric.worked(inputs, outcome, stake);
        if !lines.last().is_some_and(|line| line.ends_with(shown.trim_end())) {
            return Err(format!("{} shows {shown}, worked as {lines:?}", figure.id));
        }
    }
    Ok(())
}

#[test]
fn worked_lines_end_in_the_figures_of_every_case() {
    for change in CASES {
        for lens in [Lens::Margin, Lens::Capex] {
            let inputs = Inputs { lens, ..deal(change).0 };
            let outcome = evaluate(&inputs);
            for stake in Stake::ALL {
                assert_eq!(ends_in_the_figure(&inputs, &outcome, stake), Ok(()));
            }
        }
    }
}

fn faultless(inputs: &Inputs) -> Result<(), String> {
    let outcome = evaluate(inputs);
    for stake in Stake::ALL {
        ends_in_the_figure(inputs, &outcome, stake)?;
        for metric in METRICS {
            let lines = metric.worked(inputs, &outcome, stake);
            let found = lines.iter().find_map(|line| Some(format!("{}: {line}: {}", metric.id, fault(line)?)));
            if lines.is_empty() || found.is_some() {
                return Err(found.unwrap_or_else(|| format!("{} has no line", metric.id)));
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn worked_lines_hold_on_the_sliders(inputs in any_deal(|input| input.slider)) {
        prop_assert_eq!(faultless(&inputs), Ok(()));
    }

    #[test]
    fn worked_lines_hold_wherever_the_model_does(inputs in any_deal(|input| input.model)) {
        prop_assert_eq!(faultless(&inputs), Ok(()));
    }
}
