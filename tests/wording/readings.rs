//! What is read at a position of a chart, for the eye and for the ear.

use offtake::analysis::objective::Objective;
use offtake::wording::readings;

#[test]
fn a_year_is_read_with_all_its_values_and_units() {
    let reading = readings::cash(4, [-2.03, -14.11, -12.3], [("Case A", 3.0)].into_iter());
    assert_eq!(reading.head, "Year 4, to April 2030");
    let seen: Vec<String> = reading.lines.iter().map(|line| format!("{} {}", line.name, line.value)).collect();
    assert_eq!(seen, ["Cash flow −$2.0B", "Cumulative −$14.1B", "Discounted −$12.3B", "Case A $3.0B"]);
    assert_eq!(
        reading.spoken(),
        "Year 4, to April 2030: Cash flow minus 2.0 billion dollars, Cumulative minus 14.1 billion dollars, \
         Discounted minus 12.3 billion dollars, Case A 3.0 billion dollars"
    );
    assert_eq!(readings::cash(0, [0.0; 3], [].into_iter()).head, "Closing, April 2026");
}

#[test]
fn the_share_says_what_is_divided_by_what() {
    let names = |t| {
        let reading = readings::share(t, 0.3333, [10.0, 30.0], [].into_iter());
        reading.lines.iter().map(|line| format!("{} {}", line.name, line.value)).collect::<Vec<_>>()
    };
    assert_eq!(names(0), ["Share 33.3%", "Average year $10.0B", "Run-rate $30.0B"]);
    assert_eq!(names(3), ["Share 33.3%", "Commitment $10.0B", "Revenue $30.0B"]);
}

#[test]
fn bins_say_their_ends_and_what_lies_below() {
    for (low, high, share, below, expected) in [
        (
            Some(-1.0),
            Some(0.0),
            0.063,
            0.632,
            "NPV −$1B to $0B: Draws 6.3 percent, Of all draws 630 of 10,000, Below $0B 63.2 percent",
        ),
        (Some(25.0), None, 0.01, 1.0, "NPV of $25B or more: Draws 1.0 percent, Of all draws 100 of 10,000"),
        (
            None,
            Some(-20.0),
            0.0,
            0.0,
            "NPV below −$20B: Draws 0.0 percent, Of all draws 0 of 10,000, Below −$20B 0.0 percent",
        ),
        (
            Some(0.05),
            Some(0.1),
            1.0,
            1.0,
            "NPV $0.05B to $0.1B: Draws 100.0 percent, Of all draws 10,000 of 10,000, Below $0.1B 100.0 percent",
        ),
    ] {
        assert_eq!(readings::bin(low, high, share, below, 10_000.0).spoken(), expected);
    }
}

#[test]
fn parts_steps_and_deals_are_read_as_well() {
    for (reading, expected) in [
        (
            readings::part("Enterprise margin".to_owned(), 5.5, Some(-0.67)),
            "Enterprise margin: Present value 5.5 billion dollars, Sum so far minus 0.7 billion dollars",
        ),
        (readings::part("NPV".to_owned(), -0.67, None), "NPV: Present value minus 0.7 billion dollars"),
        (readings::rung("After tax", "− 21% tax", Some(0.948)), "After tax, − 21% tax: For each dollar $0.95"),
        (readings::rung("Revenue", "", Some(-0.5)), "Revenue: For each dollar −$0.50"),
        (readings::rung("Revenue", "", None), "Revenue: For each dollar no new money"),
        (readings::price("AWS × OpenAI", 6.25, None), "AWS × OpenAI: $6.25B a GW-year"),
        (readings::gigawatt_years(12.5, "that $100B buys"), "12.5 GW-years: that $100B buys"),
        (
            readings::swing(Objective::DEAL, "Margin", [("14%", -8.6), ("38%", 3.3)], Some("a remark")),
            "Margin: NPV at 14% minus 8.6 billion dollars, NPV at 38% 3.3 billion dollars, Swing 11.9 billion dollars, a remark",
        ),
    ] {
        assert_eq!(reading.spoken(), expected);
    }
}
