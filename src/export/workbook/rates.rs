//! Every rate that solves the flows: the flows by date, a scan over the whole range of rates, and its roots made exact.

use super::formats::{Kind, Look, Role};
use super::plan::{Area, Book, Content, Place, Sheet};
use super::summary::list;
use super::template::{Table, options};
use super::workings::{Figure, figure_rows};
use crate::model::MAX_YEARS;

/// Steps of the scan, from a loss of 99% a year to a hundredfold gain.
const STEPS: u32 = 920;
/// Rates that are listed; more are only counted.
const ROOTS: u16 = 6;

/// Before the shares (no ending) and with them.
const FIGURES: &[Figure] = figure_rows! {
    { "Before the shares" }
    { r_ins "Dates with money coming in" ("count", Whole) "SUMPRODUCT((r_flow>0)*1)" "" }
    { r_outs "Dates with money going out" ("count", Whole) "SUMPRODUCT((r_flow<0)*1)" "" }
    { r_roots "Rates that solve the flows" ("count", Whole) "MAX(s_count)" "Changes of sign in the scan." }
    { r_status "Status" ("code", Text) "IF(r_ins+r_outs=0,\"no_flows\",IF(r_outs=0,\"all_inflow\",IF(r_ins=0,\"all_outflow\",IF(r_roots=0,\"none\",IF(r_roots=1,\"unique\",\"multiple\")))))" "" }
    { r_words "In words" ("", Text) "IF(r_status=\"unique\",\"exactly one rate solves the flows\",IF(r_status=\"multiple\",r_roots&\" rates solve the flows: none is meaningful alone\",IF(r_status=\"none\",\"no rate solves the flows\",IF(r_status=\"all_inflow\",\"no capital at risk: money only comes in\",IF(r_status=\"all_outflow\",\"capital never comes back\",\"no money moves\")))))" "" }
    { r_inflow "Present value of all inflows" ("$B", Money) "SUMPRODUCT((r_flow>0)*r_flow*(1+discount_rate)^(-r_date))" "For the MIRR." }
    { r_outflow "Present value of all outflows" ("$B", Money) "-SUMPRODUCT((r_flow<0)*r_flow*(1+discount_rate)^(-r_date))" "For the MIRR." }
    { "With the shares at the modelled exit" }
    { r_ins_with_equity "Dates with money coming in" ("count", Whole) "SUMPRODUCT((r_flow_with_equity>0)*1)" "" }
    { r_outs_with_equity "Dates with money going out" ("count", Whole) "SUMPRODUCT((r_flow_with_equity<0)*1)" "" }
    { r_roots_with_equity "Rates that solve the flows" ("count", Whole) "MAX(s_count_with_equity)" "" }
    { r_status_with_equity "Status" ("code", Text) "IF(r_ins_with_equity+r_outs_with_equity=0,\"no_flows\",IF(r_outs_with_equity=0,\"all_inflow\",IF(r_ins_with_equity=0,\"all_outflow\",IF(r_roots_with_equity=0,\"none\",IF(r_roots_with_equity=1,\"unique\",\"multiple\")))))" "" }
    { r_words_with_equity "In words" ("", Text) "IF(r_status_with_equity=\"unique\",\"exactly one rate solves the flows\",IF(r_status_with_equity=\"multiple\",r_roots_with_equity&\" rates solve the flows: none is meaningful alone\",IF(r_status_with_equity=\"none\",\"no rate solves the flows\",IF(r_status_with_equity=\"all_inflow\",\"no capital at risk: money only comes in\",IF(r_status_with_equity=\"all_outflow\",\"capital never comes back\",\"no money moves\")))))" "" }
};

/// The rows of the exact roots: label, format and formula; `#` stands for the flows' ending, `{n}` for the row n rows above.
const EXACT: &[(&str, Kind, &str)] = &[
    ("Scan, step below", Kind::Factor, "IF({1}>r_roots#,0,INDEX(s_x,MATCH({1},s_count#,0)-1))"),
    ("Scan, step above", Kind::Factor, "IF({2}>r_roots#,0,INDEX(s_x,MATCH({2},s_count#,0)))"),
    ("Value below", Kind::Exact, "IF({3}>r_roots#,0,INDEX(s_value#,MATCH({3},s_count#,0)-1))"),
    ("Value above", Kind::Exact, "IF({4}>r_roots#,0,INDEX(s_value#,MATCH({4},s_count#,0)))"),
    ("Guess in a straight line", Kind::Factor, "IF({1}={2},0,{4}-{2}*({3}-{4})/({1}-{2}))"),
];
/// Newton's steps, inside the bracket.
const NEWTON: u32 = 6;

/// The sheets of the rates and of the scan, with their names.
pub(super) fn sheets(book: &mut Book) {
    let mut sheet = Sheet::new("Rates");
    sheet.text(0, 0, "Rates of return", Look::TITLE);
    let how = "x = ln(1 + rate). The sheet Scan looks at 921 rates from −99% to +10,000% a year; what changes sign between two is made exact here.";
    sheet.text(1, 0, how, Look::SUBTITLE);
    let after = list(book, &mut sheet, FIGURES, 3);
    let note = "What the scan cannot see: two rates less than a step of x (about 1% a year) apart, and a rate at which the value touches zero without crossing it.";
    sheet.text(after, 0, note, Look::SUBTITLE);
    let after = exact(book, &mut sheet, after + 2);
    flows(book, &mut sheet, after + 1);
    book.sheets.push(sheet);
    let scan = scan(book);
    book.sheets.push(scan);
}

/// A column for each rate: from its bracket in the scan to the rate.
fn exact(book: &mut Book, sheet: &mut Sheet, top: u32) -> u32 {
    sheet.text(top, 0, "Each rate made exact", Look::BAND);
    sheet.text(top + 1, 0, "Rate number", Look::HEADING);
    for (ending, left) in [("", 1), ("_with_equity", 1 + ROOTS)] {
        let heading = if ending.is_empty() { "Before the shares" } else { "With the shares" };
        for (at, column) in (left..left + ROOTS).enumerate() {
            sheet.text(top, column, if at == 0 { heading } else { "" }, Look::BAND);
            let number = f64::from(column - left + 1);
            sheet.number(top + 1, column, number, Look::with(Kind::Whole, Role::Key));
            let rate = one_exact(sheet, ending, column, top + 1);
            book.name(format!("r_root{number}{ending}"), rate, rate);
        }
    }
    top + 1 + row_count() + 2
}

fn row_count() -> u32 {
    u32::try_from(EXACT.len()).unwrap_or_default() + 3 * NEWTON
}

fn one_exact(sheet: &mut Sheet, ending: &str, column: u16, head: u32) -> Place {
    let mut row = head;
    let mut put = |sheet: &mut Sheet, label: &str, kind: Kind, formula: &str| {
        row += 1;
        let mut text = formula.replace('#', ending);
        for above in 1..=row {
            text = text.replace(&format!("{{{above}}}"), &Place { row: row - above, column }.to_string());
        }
        sheet.text(row, 0, label, Look::TEXT);
        sheet.formula(row, column, text, Look::value(kind))
    };
    for (label, kind, formula) in EXACT {
        put(sheet, label, *kind, formula);
    }
    for step in 0..NEWTON {
        // The bracket stands above all steps: five rows of it, then three for each step.
        let (low, high) = (7 + 3 * step, 6 + 3 * step);
        put(sheet, "Value at it", Kind::Exact, "SUMPRODUCT(r_flow#*EXP(-{1}*r_date))");
        put(sheet, "Slope at it", Kind::Exact, "-SUMPRODUCT(r_flow#*r_date*EXP(-{2}*r_date))");
        let next = format!("IF({{1}}=0,{{3}},MAX({{{low}}},MIN({{{high}}},{{3}}-{{2}}/{{1}})))");
        put(sheet, "Newton’s step, inside the bracket", Kind::Factor, &next);
    }
    let number = row_count() + 1;
    let rate = format!("IF({{{number}}}>r_roots#,\"\",EXP({{1}})-1)");
    let place = put(sheet, "Rate", Kind::FinePercent, &rate);
    if let Some(cell) = sheet.cells.last_mut() {
        cell.look = Look::with(Kind::FinePercent, Role::Total);
    }
    place
}

/// The columns of the exact rates, with the ending of their flows: from the rate's number down.
pub(super) fn unused(sheet: &Sheet) -> [(Area, &'static str); 2] {
    let head = sheet.cells.iter().find(|cell| cell.content == Content::Text("Rate number".to_owned()));
    let top = head.map_or(0, |cell| cell.place.row);
    let block = |left| Area {
        first: Place { row: top, column: left },
        last: Place { row: top + row_count() + 1, column: left + ROOTS - 1 },
    };
    [(block(1), ""), (block(1 + ROOTS), "_with_equity")]
}

/// The flows by half-year: point flows at whole years, operating flows there or half a year earlier.
fn flows(book: &mut Book, sheet: &mut Sheet, top: u32) {
    let rows = 2 * u32::try_from(MAX_YEARS).unwrap_or_default();
    let columns: [(&str, &str, &str, Kind, &str, &str); 4] = [
        ("half", "Half-year", "", Kind::Whole, "0", "[half-1]+1"),
        ("date", "Date, years", "r_date", Kind::Years, "[half]/2", "[half]/2"),
        (
            "flow",
            "Flow before the shares, $B",
            "r_flow",
            Kind::Money,
            "",
            "IF(MOD([half],2)=0,INDEX(y_point_cash,[half]/2+1)+IF(@timing.end,INDEX(y_op_cash,[half]/2+1),0),\
             IF(@timing.mid,INDEX(y_op_cash,([half]+1)/2+1),0))",
        ),
        (
            "flow_with",
            "Flow with the shares, $B",
            "r_flow_with_equity",
            Kind::Money,
            "",
            "[flow]+IF(MOD([half],2)=0,INDEX(y_exit_cash,[half]/2+1),0)",
        ),
    ];
    sheet.text(top, 0, "Flows netted by date", Look::BAND);
    (1..4).for_each(|column| {
        sheet.text(top, column, "", Look::BAND);
    });
    fill(book, sheet, top + 1, rows, &columns);
}

fn scan(book: &mut Book) -> Sheet {
    let mut sheet = Sheet::new("Scan");
    sheet.text(0, 0, "Scan of all rates", Look::TITLE);
    let how = "The present value of the flows at each rate, as a part of the present value of their sizes; rates that solve it lie where it changes its sign. Only the beginning is printed.";
    sheet.text(1, 0, how, Look::SUBTITLE);
    let value = |ending: &str| {
        format!(
            "IF(r_ins{ending}+r_outs{ending}=0,0,SUMPRODUCT(r_flow{ending}*EXP(-[x]*r_date))/SUMPRODUCT(ABS(r_flow{ending})*EXP(-[x]*r_date)))"
        )
    };
    let (before, with) = (value(""), value("_with_equity"));
    let x = format!("LN(0.01)+[step]*(LN(101)-LN(0.01))/{STEPS}");
    let columns: [(&str, &str, &str, Kind, &str, &str); 7] = [
        ("step", "Step", "", Kind::Whole, "0", "[step-1]+1"),
        ("x", "x", "s_x", Kind::Factor, "", &x),
        ("rate", "Rate", "", Kind::FinePercent, "", "EXP([x])-1"),
        ("value", "Value before the shares", "s_value", Kind::Factor, "", &before),
        ("count", "Changes of sign", "s_count", Kind::Whole, "0", "[count-1]+IF(([value]>=0)<>([value-1]>=0),1,0)"),
        ("value_with", "Value with the shares", "s_value_with_equity", Kind::Factor, "", &with),
        (
            "count_with",
            "Changes of sign",
            "s_count_with_equity",
            Kind::Whole,
            "0",
            "[count_with-1]+IF(([value_with]>=0)<>([value_with-1]>=0),1,0)",
        ),
    ];
    fill(book, &mut sheet, 3, STEPS, &columns);
    sheet
}

/// A table of columns, each (key, heading, name, kind, first formula, formula), with `rows` rows below its first.
pub(super) fn fill(
    book: &mut Book,
    sheet: &mut Sheet,
    head: u32,
    rows: u32,
    columns: &[(&str, &str, &str, Kind, &str, &str)],
) {
    let keys: Vec<&str> = columns.iter().map(|column| column.0).collect();
    let table = Table { keys: &keys, left: 0, top: head + 1 };
    for ((_, heading, name, kind, first, formula), column) in columns.iter().zip(0..) {
        sheet.text(head, column, *heading, Look::with(*kind, Role::Heading));
        for row in head + 1..=head + 1 + rows {
            let text = if row == head + 1 && !first.is_empty() { first } else { formula };
            let content = Content::Formula(table.filled(&options(text), row));
            sheet.put(row, column, content, Look::value(*kind));
        }
        if !name.is_empty() {
            let place = |row| Place { row, column };
            book.name(*name, place(head + 1), place(head + 1 + rows));
        }
    }
}
