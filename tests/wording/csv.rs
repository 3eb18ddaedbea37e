//! Files of exact numbers: RFC 4180, units in the headings, the case in every record.

use offtake::analysis;
use offtake::analysis::field::{Axes, Field, Measure};
use offtake::analysis::objective::Objective;
use offtake::catalog::{self, Proportion, Side};
use offtake::model::{self, Inputs, Lens, Stake};
use offtake::wording::csv::{self, Csv};

/// Fields of all records, read as the standard says.
fn records(file: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = file.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => field.extend(signs.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut field)),
            '\r' if !quoted && signs.next_if_eq(&'\n').is_some() => {
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            sign => field.push(sign),
        }
    }
    assert!(field.is_empty() && record.is_empty() && !quoted, "the last record is not ended");
    records
}

fn files(inputs: &Inputs) -> Vec<(&'static str, Csv)> {
    let outcome = model::evaluate(inputs);
    let field = Field::around((inputs, Proportion::default()), Measure::Payback, Axes::default(), 4);
    vec![
        ("cash", csv::cash(&outcome)),
        ("share", csv::share(inputs, &outcome)),
        ("bridge", csv::bridge(&outcome)),
        ("tornado", csv::tornado(&analysis::tornado::tornado(inputs, Objective::DEAL))),
        ("ladder", csv::ladder(inputs, &outcome)),
        ("gigawatts", csv::gigawatts(inputs, &outcome)),
        ("grid", csv::grid(&field)),
    ]
}

#[test]
fn every_record_of_every_file_has_the_same_fields() {
    let base = catalog::defaults();
    for inputs in [base, Inputs { lens: Lens::Capex, immediate_b: 0.0, contingent_b: 0.0, gw_headline: 0.0, ..base }] {
        for (name, csv) in files(&inputs) {
            let records = records(&csv.write(&csv::case(Side::Investor, &inputs, Stake::LeftOut)));
            let count = csv.columns.len() + 1;
            assert!(records.iter().all(|record| record.len() == count), "{name}: {records:?}");
            assert_eq!(records.len(), csv.rows.len() + 1, "{name}");
            assert!(records.iter().skip(1).all(|record| record[count - 1].starts_with("Offtake model ")), "{name}");
        }
    }
}

#[test]
fn numbers_have_all_their_digits() {
    let inputs = catalog::defaults();
    let outcome = model::evaluate(&inputs);
    let records = records(&csv::cash(&outcome).write(""));
    let last = records.last().unwrap();
    let [.., cumulative, _, discounted, _] = last.as_slice() else { panic!("{last:?}") };
    assert_eq!(cumulative.parse::<f64>().unwrap().to_bits(), outcome.net_total_b.to_bits());
    assert!((discounted.parse::<f64>().unwrap() - outcome.npv_b).abs() < 1e-12);
    assert_eq!(records[0][7], "Net cash flow discounted ($B)");
    let parts = self::records(&csv::bridge(&outcome).write(""));
    let npv = parts.iter().find(|record| record[0] == "NPV").unwrap();
    assert_eq!((npv[1].as_str(), npv[2].parse::<f64>().unwrap().to_bits()), ("sum", outcome.npv_b.to_bits()));
    let field = Field::around((&inputs, Proportion::default()), Measure::Payback, Axes::default(), 4);
    let grid = self::records(&csv::grid(&field).write(""));
    assert!(grid.iter().any(|record| record[2].is_empty()), "a payback that never comes is an empty field");
    assert_eq!(grid[0][2], "Payback (years)");
}

#[test]
fn the_case_names_versions_what_is_changed_and_the_stake() {
    let base = catalog::defaults();
    assert!(
        csv::case(Side::Investor, &base, Stake::LeftOut).ends_with("; all inputs at their defaults; stake left out")
    );
    let changed = Inputs { commit_margin: 0.35, lens: Lens::Capex, ..base };
    let case = csv::case(Side::Investor, &changed, Stake::ModelledExit);
    assert!(case.contains("defaults but ") && case.contains("commit_margin=0.35"), "{case}");
    assert!(case.contains("lens=capex") && case.ends_with("stake at the modelled exit"), "{case}");
}

#[test]
fn the_case_of_another_side_names_it_and_what_differs_for_it() {
    let mut inputs = Inputs { commit_margin: 0.35, arr0_b: 47.0, ..catalog::defaults() };
    inputs.buyer.usage_realised = 0.6;
    inputs.lab.obligations[1].total_b = 20.0;
    let case = |side| csv::case(side, &inputs, Stake::AtCost);
    assert!(case(Side::Buyer).ends_with("; side buyer; defaults but usage_realised=0.6"), "{}", case(Side::Buyer));
    assert!(case(Side::Lab).ends_with("; side lab; defaults but arr0_b=47; owed to AWS"), "{}", case(Side::Lab));
    assert!(case(Side::Investor).ends_with("commit_margin=0.35; stake at cost"), "{}", case(Side::Investor));
    inputs.lab.obligation_count = 2;
    let counted = csv::case(Side::Lab, &inputs, Stake::LeftOut);
    assert!(counted.contains("obligation_2_total_b=20"), "{counted}");
}

#[test]
fn what_parts_fields_is_quoted() {
    let csv = Csv { columns: vec!["a, b".into(), "plain".into()], rows: vec![] };
    assert_eq!(csv.write("x"), "\"a, b\",plain,Case\r\n");
    let csv = Csv {
        columns: vec!["n".into(), "t".into()],
        rows: vec![vec![csv::Value::Number(Some(-0.0)), csv::Value::Text("say \"no\"".into())]],
    };
    assert_eq!(csv.write("line\nbreak"), "n,t,Case\r\n0,\"say \"\"no\"\"\",\"line\nbreak\"\r\n");
}

/// A name from a link that somebody else made must not run where the file is opened.
#[test]
fn words_that_a_spreadsheet_would_compute_are_marked_and_numbers_are_not() {
    let name = "=cmd|' /C calc'!A0";
    let mut inputs = catalog::defaults();
    inputs.lab.obligations[0].name = model::Name::new(name).unwrap();
    let outcome = model::burden::evaluate(&inputs);
    let file = csv::obligations(&inputs, &outcome).write(&csv::case(Side::Lab, &inputs, Stake::LeftOut));
    assert_eq!(records(&file)[0][2], format!("'{name} ($B)"));

    for sign in ["=", "+", "-", "@", "\t", "\r", "\u{ff1d}"] {
        let words = format!("{sign}1+1");
        let csv = Csv {
            columns: vec![words.clone().into()],
            rows: vec![vec![csv::Value::Text(words.clone().into())], vec![csv::Value::Number(Some(-1.5))]],
        };
        let records = records(&csv.write(&words));
        let marked = format!("'{words}");
        assert_eq!(records[0][0], marked);
        assert_eq!(records[1], [marked.clone(), marked.clone()]);
        assert_eq!(records[2], ["-1.5".to_owned(), marked]);
    }

    for (name, csv) in files(&catalog::defaults()) {
        let words = csv.rows.iter().flatten().filter_map(|value| match value {
            csv::Value::Text(words) => Some(words.clone()),
            csv::Value::Number(_) => None,
        });
        let ours: Vec<String> = words.chain(csv.columns).map(String::from).collect();
        assert!(ours.iter().all(|words| !words.starts_with(['=', '+', '-', '@'])), "{name}: our own words stay");
    }
}
