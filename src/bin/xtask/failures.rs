//! What broke, in a few lines: from what the suites printed, so that the end of a long log is enough to read.

use serde_json::Value;

use crate::run::Ran;

/// Lines for each failure, and failures for each step: what is more stands further up in the log.
const LINES: usize = 6;
const MOST: usize = 12;

/// The names of the failed tests with the first lines of their errors, or else what the compiler said first.
pub fn libtest(ran: &Ran) -> Vec<String> {
    let mut lines = ran.output.lines();
    let mut found = Vec::new();
    while let Some(line) = lines.next() {
        let Some(name) = heading(line) else { continue };
        let rest = lines.clone().take_while(|line| heading(line).is_none() && !line.starts_with("failures:"));
        found.push(under(name, rest));
    }
    if found.is_empty() { compiler(&ran.errors) } else { short(found) }
}

/// `---- name stdout ----`, as libtest and wasm-bindgen's runner head the output of a failed test.
fn heading(line: &str) -> Option<&str> {
    line.strip_prefix("---- ")?.strip_suffix(" ----")?.split(' ').next()
}

/// The first errors of cargo and the compiler, each with its place.
pub fn compiler(errors: &str) -> Vec<String> {
    let text = without_colours(errors);
    let mut lines = text.lines();
    let mut found = Vec::new();
    while let Some(line) = lines.next() {
        if line.starts_with("error") {
            let place = lines.clone().take(2).find(|line| line.trim_start().starts_with("--> "));
            found.push(under(line, place.into_iter()));
        }
    }
    short(found)
}

/// The names of the failed tests of a report of Playwright, with the first lines of their errors.
pub fn playwright(report: &str) -> Vec<String> {
    let report: Value = serde_json::from_str(report).unwrap_or_default();
    let mut found = Vec::new();
    each(&report, "errors", |error| found.push(under("the run", message(error).lines())));
    each(&report, "suites", |suite| walk(suite, "", &mut found));
    short(found)
}

fn walk(suite: &Value, path: &str, found: &mut Vec<String>) {
    let path = format!("{path}{} > ", text(suite, "title"));
    each(suite, "specs", |spec| {
        let mut errors = String::new();
        each(spec, "tests", |test| {
            if matches!(text(test, "status"), "unexpected" | "flaky") {
                each(test, "results", |result| each(result, "errors", |error| errors += &message(error)));
            }
        });
        if !errors.is_empty() || spec.get("ok").and_then(Value::as_bool) == Some(false) {
            found.push(under(&format!("{path}{}", text(spec, "title")), errors.lines()));
        }
    });
    each(suite, "suites", |inner| walk(inner, &path, found));
}

/// What is wrong, without the steps that led there.
fn message(error: &Value) -> String {
    let said = without_colours(text(error, "message"));
    said.split("Call log:").next().unwrap_or_default().to_owned() + "\n"
}

fn each<'a>(value: &'a Value, key: &str, act: impl FnMut(&'a Value)) {
    value.get(key).and_then(Value::as_array).into_iter().flatten().for_each(act);
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// A heading with the first lines that say something, indented.
fn under<'a>(heading: &str, lines: impl Iterator<Item = &'a str>) -> String {
    let said = lines.map(str::trim).filter(|line| !line.is_empty()).take(LINES);
    said.fold(heading.trim().to_owned(), |all, line| format!("{all}\n    {line}"))
}

fn short(mut found: Vec<String>) -> Vec<String> {
    let more = found.len().saturating_sub(MOST);
    found.truncate(MOST);
    if more > 0 {
        found.push(format!("and {more} more"));
    }
    found
}

/// Without what makes a terminal change its colour.
fn without_colours(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + part.split_once('m').map_or(part, |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ran(output: &str, errors: &str) -> Ran {
        Ran { success: false, output: output.to_owned(), errors: errors.to_owned() }
    }

    #[test]
    fn a_failed_test_is_named_with_its_first_lines() {
        let output = "test a ... ok\ntest b::c ... FAILED\n\nfailures:\n\n---- b::c stdout ----\n\n\
                      thread 'b::c' panicked at tests/b.rs:3:5:\nassertion failed\n\n---- d output ----\n    error: no\n\n\
                      failures:\n    b::c\n    d\n\ntest result: FAILED. 1 passed; 2 failed\n";
        let want = ["b::c\n    thread 'b::c' panicked at tests/b.rs:3:5:\n    assertion failed", "d\n    error: no"];
        assert_eq!(libtest(&ran(output, "error: test failed, to rerun pass `--lib`\n")), want);
    }

    #[test]
    fn what_does_not_compile_is_named_with_its_place() {
        let errors = "   Compiling offtake\n\u{1b}[1merror[E0425]\u{1b}[0m: cannot find `x`\n  --> src/a.rs:4:9\n   |\n\
                      warning: unused\nerror: could not compile `offtake`\n";
        let want = ["error[E0425]: cannot find `x`\n    --> src/a.rs:4:9", "error: could not compile `offtake`"];
        assert_eq!(libtest(&ran("", errors)), want);
        assert_eq!(libtest(&ran("test a ... ok\n", "")), Vec::<String>::new());
    }

    #[test]
    fn a_journey_that_failed_is_named_with_what_differs() {
        let report = r#"{"errors": [], "suites": [{"title": "views.spec.mjs", "specs": [
            {"title": "good", "ok": true, "tests": [{"status": "expected", "results": [{"errors": []}]}]},
            {"title": "the page", "ok": false, "tests": [{"status": "unexpected", "results": [{"errors": [{"message":
                "Error: \u001b[2mexpect(\u001b[22mpage).toHaveScreenshot() failed\n\n  420 pixels are different.\n\n  Snapshot: first.png\n\nCall log:\n  - steps"
            }]}]}]}],
            "suites": [{"title": "on a phone", "specs": [{"title": "late", "ok": false, "tests": []}]}]}]}"#;
        assert_eq!(
            playwright(report),
            [
                "views.spec.mjs > the page\n    Error: expect(page).toHaveScreenshot() failed\n    420 pixels are different.\n    Snapshot: first.png",
                "views.spec.mjs > on a phone > late",
            ]
        );
        assert!(playwright("").is_empty());
    }

    #[test]
    fn many_failures_are_cut() {
        let found = short((0..MOST + 3).map(|at| at.to_string()).collect());
        assert_eq!((found.len(), found.last().map(String::as_str)), (MOST + 1, Some("and 3 more")));
    }
}
