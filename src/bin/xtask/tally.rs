//! Counting: what each suite printed, as numbers passed and failed.

use serde_json::Value;

use crate::failures;
use crate::run::Ran;

/// Checks and tests that passed, failed, and could not be run here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl Tally {
    pub const PASSED: Self = Self { passed: 1, failed: 0, skipped: 0 };
    pub const FAILED: Self = Self { passed: 0, failed: 1, skipped: 0 };
    pub const SKIPPED: Self = Self { passed: 0, failed: 0, skipped: 1 };

    pub fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }

    /// A suite passes only if it ran at least one test, no test failed and its runner ended well. Whatever else went
    /// wrong (it did not compile, it crashed, it ran nothing) counts as one failure.
    pub fn of_suite(counted: Self, success: bool) -> Self {
        let ran_well = success && counted.passed > 0;
        if counted.failed == 0 && !ran_well { counted.plus(Self::FAILED) } else { counted }
    }

    /// How it ended, in a word.
    pub fn word(self) -> &'static str {
        match self {
            Self { failed: 1.., .. } => "FAILED",
            Self { passed: 0, skipped: 1.., .. } => "skipped",
            _ => "ok",
        }
    }

    /// The line that a program can read.
    pub fn closing_line(self) -> String {
        let skipped = if self.skipped > 0 { format!(", {} skipped", self.skipped) } else { String::new() };
        format!("{} passed, {} failed{skipped}", self.passed, self.failed)
    }
}

/// What a step came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    pub tally: Tally,
    /// What broke, each in a few lines; of a skipped step, the reason.
    pub broken: Vec<String>,
}

impl Seen {
    /// A check that holds.
    pub const PASSED: Self = Self { tally: Tally::PASSED, broken: Vec::new() };

    /// Both of two checks.
    pub fn plus(mut self, other: Self) -> Self {
        self.broken.extend(other.broken);
        Self { tally: self.tally.plus(other.tally), ..self }
    }

    /// A step for which this machine lacks something that cannot be had here.
    pub fn skipped(reason: &str) -> Self {
        Self { tally: Tally::SKIPPED, broken: vec![reason.to_owned()] }
    }

    /// A step that could not be gone through.
    pub fn fault(fault: &str) -> Self {
        Self { tally: Tally::FAILED, broken: vec![fault.to_owned()] }
    }
}

/// Adds up the `test result:` lines of libtest, which wasm-bindgen's runner prints alike.
pub fn libtest(ran: &Ran) -> Seen {
    let counted = ran.output.lines().filter_map(result_line).fold(Tally::default(), Tally::plus);
    Seen { tally: Tally::of_suite(counted, ran.success), broken: failures::libtest(ran) }
}

/// Reads the closing lines of Node's test runner.
pub fn node(ran: &Ran) -> Seen {
    let count = |word: &str| {
        let line = ran.output.lines().find_map(|line| line.trim_start_matches(['#', 'ℹ', ' ']).strip_prefix(word));
        line.and_then(|number| number.trim().parse().ok()).unwrap_or(0)
    };
    let counted = Tally { passed: count("pass "), failed: count("fail "), skipped: 0 };
    let broken = ran.output.lines().filter(|line| line.trim_start().starts_with("not ok")).map(str::to_owned).collect();
    Seen { tally: Tally::of_suite(counted, ran.success), broken }
}

/// Reads Playwright's JSON report. A flaky test failed at least once.
pub fn playwright(report: &str, success: bool) -> Seen {
    let read: Value = serde_json::from_str(report).unwrap_or_default();
    let count = |key: &str| read.pointer(&format!("/stats/{key}")).and_then(Value::as_u64).unwrap_or(0);
    let counted = Tally { passed: count("expected"), failed: count("unexpected") + count("flaky"), skipped: 0 };
    Seen { tally: Tally::of_suite(counted, success), broken: failures::playwright(report) }
}

fn result_line(line: &str) -> Option<Tally> {
    let (_, counts) = line.split_once("test result: ")?;
    let before = |word: &str| counts.split(word).next()?.split(|c: char| !c.is_ascii_digit()).rfind(|s| !s.is_empty());
    Some(Tally { passed: before(" passed")?.parse().ok()?, failed: before(" failed")?.parse().ok()?, skipped: 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ran(output: &str, success: bool) -> Ran {
        Ran { success, output: output.to_owned(), errors: String::new() }
    }

    const fn tally(passed: u64, failed: u64) -> Tally {
        Tally { passed, failed, skipped: 0 }
    }

    #[test]
    fn libtest_results_are_added_up() {
        let good = "running 2 tests\ntest a ... ok\n\ntest result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 \
                    filtered out; finished in 0.31s\n\ntest result: ok. 30 passed; 0 failed; 0 ignored\n";
        let bad = "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured\n";
        let empty = "test result: ok. 0 passed; 0 failed; 0 ignored\n";
        for (output, success, want) in [
            (good, true, tally(42, 0)),
            (bad, false, tally(3, 2)),
            (empty, true, tally(0, 1)),
            ("", true, tally(0, 1)),
            ("error: could not compile\n", false, tally(0, 1)),
            (good, false, tally(42, 1)),
        ] {
            assert_eq!(libtest(&ran(output, success)).tally, want, "{output:?} {success}");
        }
    }

    #[test]
    fn the_closing_lines_of_node_are_read() {
        let tap = "ok 1 - a\nnot ok 2 - b\n# tests 2\n# pass 1\n# fail 1\n";
        assert_eq!(node(&ran(tap, false)), Seen { tally: tally(1, 1), broken: vec!["not ok 2 - b".to_owned()] });
        assert_eq!(node(&ran("# pass 3\n# fail 0\n", true)).tally, tally(3, 0));
        assert_eq!(node(&ran("# pass 3\n# fail 0\n", false)).tally, tally(3, 1));
        assert_eq!(node(&ran("", true)).tally, tally(0, 1));
    }

    #[test]
    fn a_line_of_other_words_counts_nothing() {
        for line in ["12 passed; 0 failed", "test result: ok.", "test result: passed failed", ""] {
            assert_eq!(result_line(line), None, "{line:?}");
        }
    }

    #[test]
    fn playwright_reports_are_read() {
        let report = r#"{"stats": {"expected": 4, "unexpected": 1, "flaky": 1, "skipped": 2}}"#;
        assert_eq!(playwright(report, false).tally, tally(4, 2));
        assert_eq!(playwright(r#"{"stats": {"expected": 4, "unexpected": 0}}"#, true).tally, tally(4, 0));
        assert_eq!(playwright(r#"{"stats": {"expected": 0}}"#, true).tally, tally(0, 1), "no journey at all");
        assert_eq!(playwright("", false).tally, tally(0, 1), "no report");
    }

    #[test]
    fn the_closing_line_is_plain() {
        assert_eq!(tally(42, 0).plus(tally(1, 3)).closing_line(), "43 passed, 3 failed");
        assert_eq!(tally(42, 0).plus(Tally::SKIPPED).closing_line(), "42 passed, 0 failed, 1 skipped");
    }
}
