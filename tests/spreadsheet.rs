//! Has LibreOffice recompute the spreadsheet, and compares what it finds with the model.
//!
//! Two files for each state: the workbook as it is exported, and a copy in which input cells were changed and nothing
//! else, so that all results stored in it are those of another state: it agrees with the model only if they were
//! recomputed. `OFFTAKE_SOFFICE` names the program; without it the tests are counted as ignored. `cargo xtask test` finds
//! or installs it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    dead_code,
    reason = "a test says what it expects"
)]

#[cfg(not(target_arch = "wasm32"))]
#[path = "spreadsheet/book.rs"]
mod book;
#[cfg(not(target_arch = "wasm32"))]
#[path = "spreadsheet/expected.rs"]
mod expected;
#[cfg(not(target_arch = "wasm32"))]
#[path = "spreadsheet/office.rs"]
mod office;
#[cfg(not(target_arch = "wasm32"))]
#[path = "spreadsheet/sides.rs"]
mod sides;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    recomputed::main()
}

#[cfg(not(target_arch = "wasm32"))]
mod recomputed {
    use std::fs;
    use std::path::Path;
    use std::process::ExitCode;

    use offtake::catalog::Side;
    use offtake::export::workbook;
    use offtake::model::{Inputs, Stake};
    use serde_json::{Value, json};

    use super::book::Book;
    use super::{expected, office, sides};

    /// A worked case, and what is changed in the copy.
    type State = (&'static str, fn() -> Value);

    /// Both lenses, every shape, path, mode and timing, and every status of the rates; horizons shorter and longer than the
    /// term.
    const STATES: &[State] = &[
        ("default", || json!({ "commit_margin": 0.36 })),
        ("scenario_A", || json!({ "commit_margin": 0.05, "lens": "capex" })),
        ("scenario_B", || json!({ "adoption_model": "bass", "horizon_years": 20 })),
        ("scenario_C", || json!({ "commit_margin": 0.7, "adoption_model": "logistic", "adoption_ceiling": 0.4 })),
        ("capex_lens_trainium", || json!({ "lens": "margin" })),
        ("capex_lens_gpu", || json!({ "price_b_per_gw_yr": 13.5, "it_life": 3 })),
        ("capex_lens_all_levers", || json!({ "default_hazard": 0.0, "commit_shape": "ramp", "horizon_years": 17 })),
        ("capex_lens_back_loaded", || json!({ "timing": "mid", "residual_pct": 1.0 })),
        ("capex_lens_half_used_six_years", || json!({ "lens": "margin", "take_or_pay": 0.9 })),
        ("ramp_mid_year", || json!({ "commit_shape": "back_loaded", "timing": "end" })),
        ("growth_linked_bass", || json!({ "bass_p": 0.0, "discount_rate": 0.05 })),
        ("linear_adoption_long_horizon", || json!({ "linear_years": 4, "commit_margin": 0.2 })),
        ("every_input_odd", || json!({ "lens": "margin", "commit_margin": 0.4 })),
        ("every_input_odd_margin_lens", || json!({ "lens": "capex", "exit_year": 3 })),
        ("multiple_irr", || json!({ "contingent_b": 20.0 })),
        ("no_irr_all_outflow", || json!({ "commit_margin": 0.35 })),
        ("no_irr_all_inflow", || json!({ "immediate_b": 1.0 })),
        ("immediate_payback", || json!({ "immediate_b": 30.0 })),
        ("one_year", || json!({ "commit_total_b": 30.0, "afford_cap": 0.9 })),
        ("zero_discount_rate", || json!({ "discount_rate": 0.12 })),
        ("prior_included_equity_entry_priced", || json!({ "prior_mode": "sunk", "tranche_pricing": "market" })),
        ("contract_longer_than_horizon", || json!({ "horizon_years": 16 })),
        ("ceiling_below_today", || json!({ "adoption_ceiling": 0.5, "adoption_model": "linear" })),
        ("lab_cannot_afford", || json!({ "arr0_b": 45.0, "commit_shape": "growth_linked" })),
        ("extreme_high", || json!({ "commit_years": 1, "horizon_years": 50 })),
        ("zero_commit", || json!({ "commit_total_b": 250.0, "milestone_prob": 0.3 })),
    ];

    /// Of the buyer and of the lab: terms inside and beyond the switch, with and without a break-even, one obligation and
    /// several.
    const OF_SIDES: &[State] = &[
        ("buyer_default", || json!({ "usage_realised": 0.8, "term_years": 5 })),
        ("buyer_over_commit", || json!({ "commit_m": 20.0, "price_drift": 0.1 })),
        ("buyer_locked_in_after_year_3", || json!({ "lock_in_after_year": 1, "discount": 0.2 })),
        ("buyer_every_input_odd", || json!({ "term_years": 1, "switch_year": 1, "shortfall_rate": 0.0 })),
        ("buyer_switches_after_the_term", || json!({ "term_years": 30, "price_match": 0.5, "demand_growth": -0.1 })),
        ("lab_aws_only", || json!({ "obligation_1_total_b": 0.0, "years": 50 })),
        (
            "lab_public_obligations",
            || json!({ "obligation_count": 4, "obligation_4_total_b": 35.0, "obligation_4_start_year": 3, "years": 6 }),
        ),
    ];

    struct File {
        name: String,
        side: Side,
        inputs: Inputs,
        bytes: Vec<u8>,
    }

    pub fn main() -> ExitCode {
        let files = 2 * (STATES.len() + OF_SIDES.len());
        println!("running {files} tests");
        let Some(program) = std::env::var_os("OFFTAKE_SOFFICE").filter(|program| !program.is_empty()) else {
            println!("not run: OFFTAKE_SOFFICE does not name LibreOffice's program (soffice)");
            println!("test result: ok. 0 passed; 0 failed; {files} ignored; 0 measured; 0 filtered out");
            return ExitCode::SUCCESS;
        };
        let deals = STATES.iter().map(|state| (state, (Side::Investor, expected::worked(state.0))));
        let others = OF_SIDES.iter().map(|state| (state, sides::worked(state.0)));
        let files: Vec<File> = deals.chain(others).flat_map(|(state, given)| files_of(state, given)).collect();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("spreadsheet");
        let recomputed =
            office::recompute(Path::new(&program), &folder, files.iter().map(|file| (&file.name, &file.bytes)));
        let faults: Vec<(String, Vec<String>)> =
            files.iter().map(|file| (file.name.clone(), faults(file, recomputed.as_deref()))).collect();
        tell(&faults)
    }

    /// The workbook of a state, and the copy with changed cells.
    fn files_of((name, changes): &State, (side, inputs): (Side, Inputs)) -> [File; 2] {
        let bytes = workbook(side, &expected::case(&inputs), Stake::LeftOut, "https://example.org/").unwrap();
        let changes = changes();
        let (mut other, mut cells) = (inputs, Vec::new());
        for (key, value) in changes.as_object().unwrap() {
            expected::set(&mut other, key, value);
            cells.push((key.as_str(), expected::cell(&other, key)));
        }
        let copy = Book::open(&bytes).with(&cells);
        // What is stored in the copy is wrong: only recomputing can put it right.
        assert!(!differences(side, &copy, &other).is_empty(), "{name}: the change changes nothing");
        [
            File { name: (*name).to_owned(), side, inputs, bytes },
            File { name: format!("{name}_changed"), side, inputs: other, bytes: copy },
        ]
    }

    fn faults(file: &File, recomputed: Result<&Path, &String>) -> Vec<String> {
        let folder = match recomputed {
            Ok(folder) => folder,
            Err(fault) => return vec![fault.clone()],
        };
        let path = folder.join(format!("{}.xlsx", file.name));
        let Ok(bytes) = fs::read(&path) else { return vec![format!("LibreOffice wrote no {}", path.display())] };
        differences(file.side, &bytes, &file.inputs)
    }

    /// Where a file does not show what the model answers.
    fn differences(side: Side, bytes: &[u8], inputs: &Inputs) -> Vec<String> {
        let book = Book::open(bytes);
        match side {
            Side::Investor => expected::differences(&book, inputs),
            Side::Lab | Side::Buyer => sides::differences(side, &book, inputs),
        }
    }

    /// As libtest prints it, so that the same reader counts it.
    fn tell(results: &[(String, Vec<String>)]) -> ExitCode {
        for (name, faults) in results {
            println!("test {name} ... {}", if faults.is_empty() { "ok" } else { "FAILED" });
        }
        let broken: Vec<_> = results.iter().filter(|(_, faults)| !faults.is_empty()).collect();
        if !broken.is_empty() {
            println!("\nfailures:\n");
            for (name, faults) in &broken {
                println!(
                    "---- {name} stdout ----\n{}\n",
                    faults.iter().take(12).cloned().collect::<Vec<_>>().join("\n")
                );
            }
        }
        let (word, failed) = (if broken.is_empty() { "ok" } else { "FAILED" }, broken.len());
        let passed = results.len() - failed;
        println!("\ntest result: {word}. {passed} passed; {failed} failed; 0 ignored; 0 measured; 0 filtered out");
        if broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
