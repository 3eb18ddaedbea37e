//! Files of a state: each is whole, says which case it belongs to, and holds the figures of the model.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that meets nothing there should stop")]

use offtake::catalog::{INPUTS, LabPreset, Side};
use offtake::export::{Around, Kind, file};
use offtake::model::{burden, buyer, evaluate};
use offtake::protocol::link::{Figure, Link, decode};

const PAGE: &str = "https://example.org/offtake/?old=1#part";

fn text(kind: Kind, link: &Link) -> String {
    let around = Around { page: PAGE, draws: 500 };
    let text = String::from_utf8(file(kind, link, &around).unwrap().bytes).unwrap();
    // Without the mark Excel takes “Örsted” for signs of another alphabet.
    let marked = text.strip_prefix('\u{FEFF}').map(str::to_owned);
    assert_eq!(marked.is_some(), !matches!(kind, Kind::Xlsx | Kind::Json), "{}", kind.id());
    marked.unwrap_or(text)
}

/// Records of comma-separated values, after RFC 4180.
fn records(text: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => field.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut field)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            other => field.push(other),
        }
    }
    records
}

#[test]
fn kinds_are_found_by_their_names() {
    for kind in Kind::all() {
        assert_eq!(Kind::find(kind.id()), Some(kind));
        assert!(kind.file().starts_with("offtake"), "{}", kind.file());
        assert!(kind.id().ends_with(kind.file().rsplit('.').next().unwrap()), "{}", kind.file());
    }
    assert_eq!(Kind::find("pdf"), None);
}

#[test]
fn inputs_come_with_unit_sources_and_link() {
    let link = decode("s=B&margin=0.36&lens=capex").link;
    let table = records(&text(Kind::Inputs, &link));
    assert_eq!(table.len(), INPUTS.len() + 1);
    let head = &table[0];
    let column = |name: &str| head.iter().position(|head| head == name).unwrap();
    let row = |key: &str| table.iter().find(|row| row[column("Key")] == key).unwrap();
    let margin = row("commit_margin");
    for (name, value) in [
        ("Value", "0.36"),
        ("Value of the scenario", "0.19"),
        ("Default", "0.3"),
        ("Unit", "decimal"),
        ("Status of the default", "assumption"),
    ] {
        assert_eq!(margin[column(name)], value, "{name}");
    }
    assert_eq!((&*row("lens")[column("Value")], &*row("lens")[column("Unit")]), ("capex", "choice"));
    for (input, row) in INPUTS.iter().zip(&table[1..]) {
        assert_eq!(row.len(), head.len(), "{}", input.id);
        assert!(
            row[column("Case")].ends_with("https://example.org/offtake/?m=1.0&d=2026-05&s=B&lens=capex&margin=0.36")
        );
        let told = &row[column("Sources")];
        assert!(input.sources.iter().all(|id| told.contains(&format!("{id}: "))), "{}: {told}", input.id);
    }
}

#[test]
fn years_hold_every_row_of_the_model() {
    let link = decode("lens=capex&horizon=12").link;
    let outcome = evaluate(link.case.inputs());
    let table = records(&text(Kind::Years, &link));
    assert_eq!(table.len(), outcome.rows.len() + 1);
    let column = |name: &str| table[0].iter().position(|head| head == name).unwrap();
    for (row, line) in outcome.rows.iter().zip(&table[1..]) {
        for (name, value) in [
            ("Deal year", f64::from(row.t)),
            ("Machines bought ($B)", row.capex),
            ("Net cash flow ($B)", row.net),
            ("Cumulative discounted ($B)", row.dcum),
        ] {
            assert!((line[column(name)].parse::<f64>().unwrap() - value).abs() < f64::EPSILON, "{name} {line:?}");
        }
    }
    assert_eq!(table[1][column("Commitment share of revenue (decimal)")], "", "there is none at closing");
}

#[test]
fn every_chart_has_its_numbers_and_the_same_file_each_time() {
    for (side, query, named) in [
        (Side::Investor, "margin=0.36&stake=modelled_exit", "commit_margin=0.36"),
        (Side::Lab, "side=lab&grossmargin=0.5", "lab_gross_margin=0.5"),
        (Side::Buyer, "side=buyer&discount=0.12", "discount=0.12"),
    ] {
        let link = decode(query).link;
        for figure in Figure::of(side) {
            let kind = Kind::Chart(*figure);
            let first = text(kind, &link);
            let table = records(&first);
            assert!(table.len() > 2 && table.iter().all(|row| row.len() == table[0].len()), "{}", kind.id());
            // Of the deals the last one is the reader's own case; each record of the others is of one case.
            let row = if *figure == Figure::Deals { table.last().unwrap() } else { &table[1] };
            assert!(row.last().unwrap().contains(named), "{}", kind.id());
            assert_eq!(first, text(kind, &link), "{}", kind.id());
        }
    }
}

#[test]
fn a_simulation_that_cannot_run_says_why() {
    let link = decode("low.margin=0.35").link;
    let fault = file(Kind::find("simulation.csv").unwrap(), &link, &Around::default()).unwrap_err();
    assert!(fault.to_string().contains("do not enclose the present value"), "{fault}");
}

/// Two of the lab's obligations, both of them known.
const OWED: &str =
    "side=lab&runrate=47&obcount=2&ob2name=Google%20Cloud&ob2total=200&ob2start=2&ob2years=5&margin=0.36";

#[test]
fn inputs_of_the_other_sides_are_their_own() {
    for (query, side, rows) in [("side=buyer&pledge=20&margin=0.36", Side::Buyer, 20), (OWED, Side::Lab, 7 + 2 * 4)] {
        let table = records(&text(Kind::Inputs, &decode(query).link));
        assert_eq!(table.len(), rows + 1, "{side:?}");
        let column = |name: &str| table[0].iter().position(|head| head == name).unwrap();
        let row = |key: &str| table.iter().find(|row| row[column("Key")] == key).unwrap();
        for input in side.wire_inputs() {
            assert_eq!(row(input.id)[column("Unit")], input.unit.name(), "{}", input.id);
        }
        let told = &table[1][column("Case")];
        assert!(
            told.contains(&format!("side {}; defaults but ", side.id())) && !told.contains("commit_margin"),
            "{told}"
        );
        let (key, value) = if side == Side::Buyer { ("commit_m", "20") } else { ("obligation_2_name", "Google Cloud") };
        assert_eq!(row(key)[column("Value")], value);
        if side == Side::Lab {
            assert!(told.contains("owed to AWS, Google Cloud; "), "{told}");
            assert_eq!(row("obligation_2_name")[column("Source ids")], "P20 P29");
            assert_eq!(row("obligation_1_name")[column("Default")], "AWS");
            assert_eq!(
                (&*row("obligation_2_total_b")[column("Value")], &*row("obligation_2_total_b")[column("Default")]),
                ("200", "0")
            );
        }
    }
}

#[test]
fn years_of_the_other_sides_are_their_own() {
    let check = |query: &str, columns: &[&str], expected: Vec<Vec<f64>>| {
        let table = records(&text(Kind::Years, &decode(query).link));
        assert_eq!(table.len(), expected.len() + 1, "{query}");
        let column = |name: &str| table[0].iter().position(|head| head == name).unwrap();
        for (line, values) in table[1..].iter().zip(expected) {
            for (name, value) in columns.iter().zip(values) {
                assert!((line[column(name)].parse::<f64>().unwrap() - value).abs() < f64::EPSILON, "{name} {line:?}");
            }
        }
    };
    let buyer = buyer::evaluate(decode("side=buyer&contract=5&realised=0.6").link.case.inputs());
    let rows = buyer.rows.iter().map(|row| vec![f64::from(row.year), row.commit, row.shortfall, row.benefit]).collect();
    let columns = ["Year of the contract", "Commitment ($M)", "Shortfall paid ($M)", "Benefit of the contract ($M)"];
    check("side=buyer&contract=5&realised=0.6", &columns, rows);
    let lab = burden::evaluate(decode(OWED).link.case.inputs());
    let rows = lab.rows.iter().map(|row| vec![f64::from(row.t), row.obligations, row.revenue, row.share]).collect();
    let columns =
        ["Deal year", "All obligations ($B)", "Revenue of the lab ($B)", "Obligations as a share of revenue (decimal)"];
    check(OWED, &columns, rows);
}

#[test]
fn charts_of_every_side_name_its_objective_and_those_of_another_are_refused() {
    for (query, tornado, grid) in [
        ("side=lab", "Headroom at the worse end ($B)", "Headroom ($B)"),
        ("side=buyer", "NPV at the worse end ($M)", "NPV ($M)"),
        ("", "NPV at the worse end ($B)", "NPV ($B)"),
    ] {
        let link = decode(query).link;
        assert_eq!(records(&text(Kind::Chart(Figure::Tornado), &link))[0][5], tornado);
        let table = records(&text(Kind::Chart(Figure::Grid), &link));
        assert_eq!(table[0][2], grid);
        assert_eq!(table[1].last().unwrap().contains(&format!("side {}", link.side.id())), link.side != Side::Investor);
        for figure in
            [Figure::Cash, Figure::Share, Figure::Bridge, Figure::Ladder, Figure::Simulation, Figure::Gigawatts]
        {
            let made = file(Kind::Chart(figure), &link, &Around { page: "", draws: 200 });
            let refusal = format!("the chart {} does not belong to the side {}", figure.id(), link.side.id());
            assert_eq!(made.is_ok(), link.side == Side::Investor, "{query} {figure:?}");
            assert!(made.err().is_none_or(|error| error.to_string().contains(&refusal)), "{query} {figure:?}");
        }
    }
}

#[test]
fn the_spreadsheet_is_of_the_side_of_the_link() {
    let bytes = |query: &str| file(Kind::Xlsx, &decode(query).link, &Around::default()).unwrap().bytes;
    let (deal, lab, buyer) = (bytes(""), bytes("side=lab"), bytes("side=buyer"));
    assert!(deal != lab && lab != buyer && deal.len() > lab.len());
    assert!(buyer == bytes("side=buyer"));
}

#[test]
fn a_reported_obligation_keeps_its_sources_in_the_file() {
    let mut link = Link { side: Side::Lab, ..Link::default() };
    link.case.owe(LabPreset::find("public_obligations").unwrap());
    let table = records(&text(Kind::Inputs, &link));
    let column = |name: &str| table[0].iter().position(|head| head == name).unwrap();
    for (key, status, ids) in [
        ("obligation_1_total_b", "stated", "S9 P28 C1"),
        ("obligation_2_total_b", "public", "P20 P29"),
        ("obligation_2_start_year", "public", "P20 P29"),
        ("obligation_3_total_b", "public", "P23"),
        ("obligation_3_years", "assumption", "P23"),
    ] {
        let row = table.iter().find(|row| row[column("Key")] == key).unwrap();
        assert_eq!(
            (row[column("Status of the default")].as_str(), row[column("Source ids")].as_str()),
            (status, ids),
            "{key}"
        );
        assert!(!row[column("Why this default")].contains("A free place"), "{key}");
    }
}
