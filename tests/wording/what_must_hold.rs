//! What has to be true: the words of the grid and of both lenses.

use super::deals::*;
use offtake::analysis::field::{Axes, Field, Measure};
use offtake::catalog::{Control, Proportion};
use offtake::wording::sections::*;
use offtake::wording::tables::*;

fn margin_by_adoption(change: Change, measure: Measure) -> Field {
    let axes = Axes::default();
    let (x, y) = ((axes.x(), vec![0.1, 0.3, 0.5]), (axes.y(), vec![0.1, 0.3, 0.6]));
    Field::over((&deal(change).0, Proportion::default()), measure, x, y)
}

fn text(table: &Table, at: usize) -> Vec<&str> {
    table.rows[at].iter().map(|cell| cell.text.as_str()).collect()
}

#[test]
fn the_grid_says_which_input_reaches_its_level() {
    for (measure, change, expected) in [
        (Measure::NPV, BASE, "Two ways to reach zero: margin or adoption"),
        (Measure::NPV, EASY, "At or above zero for every margin and adoption shown"),
        (Measure::NPV, NO_COMMIT, "Below zero for every margin and adoption shown"),
        (Measure::NPV, CAPEX_DEAR, "Only adoption reaches zero in this range"),
        (Measure::NPV, |i| i.ent_margin = 0.0, "Only margin reaches zero in this range"),
        (Measure::Payback, BASE, "Two ways to payback by year 10: margin or adoption"),
        (Measure::Payback, EASY, "Payback by year 10 at every margin and adoption shown"),
        (Measure::Payback, NO_COMMIT, "No payback by year 10 at any margin and adoption shown"),
        (Measure::Irr, BASE, "Two ways to an IRR of 9.5%: margin or adoption"),
        (Measure::Irr, |i| i.discount_rate = 0.0, "Two ways to an IRR of 0%: margin or adoption"),
        (Measure::Irr, NO_MONEY, "IRR by margin and adoption"),
    ] as [(Measure, Change, &str); 11]
    {
        let field = margin_by_adoption(change, measure);
        assert_eq!(grid::title(&field, &deal(change).0), expected);
    }
    let (inputs, _) = deal(BASE);
    for (measure, label, sub, here, cell) in [
        (
            Measure::NPV,
            "Chart of the NPV over margin and adoption: from minus $16.1B to plus $15.3B; your case, 30% and 30%, is \
             minus $0.7B.",
            "NPV before the stake, $B: adoption (upwards) by margin (across)",
            "Your case: margin 30%, adoption 30%: NPV −$0.7B",
            "Margin 10%, adoption 60%: NPV −$4.6B",
        ),
        (
            Measure::Payback,
            "Chart of the payback over margin and adoption: from 5.2 years to 9.1 years; your case, 30% and 30%, is \
             7.9 years.",
            "Years until the money is back, before the stake: adoption (upwards) by margin (across)",
            "Your case: margin 30%, adoption 30%: payback 7.9 years",
            "Margin 10%, adoption 60%: payback 9.1 years",
        ),
        (
            Measure::Irr,
            "Chart of the IRR over margin and adoption: from −23.6% to 30.2%; your case, 30% and 30%, is 8.5%.",
            "IRR before the stake, %: adoption (upwards) by margin (across)",
            "Your case: margin 30%, adoption 30%: IRR 8.5%",
            "Margin 10%, adoption 60%: IRR 3.9%",
        ),
    ] {
        let field = margin_by_adoption(BASE, measure);
        assert_eq!(grid::label(&field, &inputs, measure.at(&inputs).value), label);
        assert_eq!(grid::caption(&field), sub);
        assert_eq!(grid::present(&field, &inputs, measure.at(&inputs).value), here);
        assert_eq!(grid::cell(&field, (0, 2)).unwrap(), cell);
        assert_eq!(grid::cell(&field, (0, 3)), None);
    }
    let field = margin_by_adoption(BASE, Measure::NPV);
    assert_eq!(grid::sub(Measure::Irr), "IRR before the stake, %");
    let (horizon, rate) = (Control::find("horizon_years").unwrap(), Control::find("discount_rate").unwrap());
    let years =
        Field::over((&inputs, Proportion::default()), Measure::Payback, (rate, vec![0.1]), (horizon, vec![12.0]));
    assert_eq!(grid::cell(&years, (0, 0)).unwrap(), "Discount rate 10%, horizon 12 years: payback 7.9 years");
    assert_eq!(
        grid::keys(&field),
        "NPV over margin and adoption. Arrow keys move between cells, Enter sets both inputs"
    );
    let table = grid_table(&field);
    assert_eq!(text(&table, 0), ["60%", "(4.6)", "5.3", "15.3"]);
    assert_eq!(text(&table, 2), ["10%", "(16.1)", "(6.1)", "3.8"]);
    let table = grid_table(&margin_by_adoption(BASE, Measure::Payback));
    assert_eq!(text(&table, 2)[..2], ["10%", "never"]);
}

#[test]
fn a_fine_grid_has_a_table_that_can_be_read() {
    let inputs = deal(BASE).0;
    let field = Field::around((&inputs, Proportion::default()), Measure::Irr, Axes::default(), 1);
    let table = grid_table(&field);
    assert_eq!((table.columns.len(), table.rows.len()), (12, 11));
    assert_eq!((table.columns[1].as_str(), table.columns[11].as_str()), ("0%", "60%"));
    assert_eq!((text(&table, 0)[0], text(&table, 10)[0]), ("60%", "10%"));
}

#[test]
fn the_lenses_stand_side_by_side() {
    let (inputs, outcome) = deal(BASE);
    let table = lens_table(&inputs, &outcome);
    assert_eq!(table.columns, ["Lens", "In the margin", "As capex"]);
    assert_eq!(text(&table, 1), ["At your margin of 30%", "(0.7)", "–"]);
    assert_eq!(text(&table, 2), ["At the unit margin of 32.6%", "0.6", "(15.6)"]);
    assert_eq!(text(&table, 3), ["Capital charge, the difference", "–", "(16.3)"]);
    let [operating, economic] = lenses::margins(&outcome);
    assert_eq!((operating.1.as_str(), economic.1.as_str()), ("32.6%", "9.3%"));
    let (capex, same) = deal(CAPEX);
    assert_eq!(text(&lens_table(&capex, &same), 1)[1], "(0.7)", "the margin lens, whichever is chosen");
}

#[test]
fn the_circular_money_is_said_once() {
    for (change, title, start) in [
        (
            BASE,
            "25 cents of each dollar of commit come from Amazon itself",
            "$25B of new money is 2.5 years of the commit. For each dollar of commit Amazon puts in 25 cents of new \
             money; 33 cents in present value, and 22 cents net of its shares.",
        ),
        (NO_MONEY, "The circular part of the money", "No new money is paid"),
        (NO_COMMIT, "The circular part of the money", "No new money is paid, or there is no commit"),
    ] as [(Change, &str, &str); 3]
    {
        let (inputs, outcome) = deal(change);
        assert_eq!(lenses::circular_title(&inputs, &outcome), title);
        assert!(lenses::circular(&inputs, &outcome).starts_with(start), "{}", lenses::circular(&inputs, &outcome));
    }
}
