//! `cargo xtask lighthouse`: what Lighthouse says of the built page, as a visitor on a phone gets it.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::tally::{Seen, Tally};
use crate::{Fault, build, pictures, run, serve, system};

/// A category, and the least that the page has to reach.
struct Category {
    id: &'static str,
    least: u32,
}

const fn category(id: &'static str, least: u32) -> Category {
    Category { id, least }
}

const PERFORMANCE: Category = category("performance", 95);
/// What does not depend on how fast the machine is.
const STEADY: [Category; 3] = [category("accessibility", 100), category("best-practices", 100), category("seo", 100)];

/// A timing is the median of these.
const RUNS: usize = 3;
const FLAGS: &str = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-quic \
                     --disable-background-networking";
/// What of the timings is shown beside the figures.
const TIMINGS: [&str; 6] = [
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
    "speed-index",
    "total-byte-weight",
];

/// All four categories; fails where one is below what it has to reach.
pub fn command() -> Result<(), Fault> {
    if !build::dist().join("index.html").is_file() {
        build::build()?;
    }
    let site = serve::start_anywhere()?;
    let mut reports = Vec::new();
    for _ in 0..RUNS {
        reports.push(Report::of(&site.url, &ids(std::iter::once(&PERFORMANCE).chain(&STEADY)))?);
    }
    // The one with the middle performance stands for all.
    reports.sort_by_key(|report| report.score(PERFORMANCE.id));
    let report = reports.get(RUNS / 2).ok_or("no report")?;
    println!();
    for id in TIMINGS {
        println!("  {id:<28} {}", report.shown(id));
    }
    let missed = report.judge(&[PERFORMANCE]).len() + report.judge(&STEADY).len();
    if missed == 0 { Ok(()) } else { Err(format!("{missed} of Lighthouse's figures are too low")) }
}

/// The categories that are the same on every machine, as checks.
pub fn steady() -> Result<Seen, Fault> {
    let site = serve::start_anywhere()?;
    let report = Report::of(&site.url, &ids(&STEADY))?;
    let (all, broken) = (STEADY.len(), report.judge(&STEADY));
    let tally = Tally { passed: (all - broken.len()) as u64, failed: broken.len() as u64, skipped: 0 };
    Ok(Seen { tally, broken })
}

fn ids<'a>(categories: impl IntoIterator<Item = &'a Category>) -> String {
    categories.into_iter().map(|category| category.id).collect::<Vec<_>>().join(",")
}

/// What Lighthouse found.
struct Report {
    scores: BTreeMap<String, u32>,
    report: Value,
}

impl Report {
    fn of(url: &str, categories: &str) -> Result<Self, Fault> {
        let modules = system::node_modules()?;
        let file = pictures::scratch()?.join("lighthouse.json");
        let _ = fs::remove_file(&file);
        let cli = modules.with_file_name("lighthouse").join("cli").join("index.js");
        let mut command = Command::new("node");
        command.current_dir(run::root()).arg(cli).args([
            url,
            "--quiet",
            "--no-enable-error-reporting",
            "--output=json",
        ]);
        command.arg(format!("--output-path={}", file.display())).arg(format!("--only-categories={categories}"));
        command.arg(format!("--chrome-flags={FLAGS}")).env("CHROME_PATH", system::chromium()?);
        run::show(&mut command)?;
        let text = fs::read_to_string(&file).map_err(|error| format!("Lighthouse wrote no report: {error}"))?;
        Self::read(&text)
    }

    fn read(text: &str) -> Result<Self, Fault> {
        let report: Value =
            serde_json::from_str(text).map_err(|error| format!("not a report of Lighthouse: {error}"))?;
        if let Some(error) = report.pointer("/runtimeError/message").and_then(Value::as_str) {
            return Err(format!("Lighthouse could not look at the page: {error}"));
        }
        let categories = report.get("categories").and_then(Value::as_object).ok_or("the report has no categories")?;
        let score = |category: &Value| category.get("score").and_then(Value::as_f64).map(percent);
        let scores = categories.iter().filter_map(|(id, category)| Some((id.clone(), score(category)?))).collect();
        Ok(Self { scores, report })
    }

    /// A category without a score has none of what it asks for.
    fn score(&self, id: &str) -> u32 {
        self.scores.get(id).copied().unwrap_or_default()
    }

    fn shown(&self, audit: &str) -> &str {
        self.report.pointer(&format!("/audits/{audit}/displayValue")).and_then(Value::as_str).unwrap_or("-")
    }

    /// Prints the categories; gives those that are too low, each with what is wrong.
    fn judge(&self, categories: &[Category]) -> Vec<String> {
        let mut missed = Vec::new();
        for Category { id, least } in categories {
            let score = self.score(id);
            println!("  {id:<28} {score:>3} of at least {least}");
            if score < *least {
                let said = format!("{id}: {score} of at least {least}");
                let said = self.faults(id).fold(said, |said, fault| format!("{said}\n    {fault}"));
                println!("    {said}");
                missed.push(said);
            }
        }
        missed
    }

    /// What costs a category its points.
    fn faults(&self, category: &str) -> impl Iterator<Item = String> {
        let parts = self.report.pointer(&format!("/categories/{category}/auditRefs")).and_then(Value::as_array);
        parts.into_iter().flatten().filter_map(|part| {
            let id = part.get("id")?.as_str()?;
            let counts = part.get("weight")?.as_f64()? > 0.0;
            let audit = self.report.pointer(&format!("/audits/{id}"))?;
            let title = audit.get("title").and_then(Value::as_str).unwrap_or_default();
            (counts && audit.get("score")?.as_f64()? < 1.0).then(|| format!("{id}: {title}"))
        })
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
fn percent(score: f64) -> u32 {
    (score.clamp(0.0, 1.0) * 100.0).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = r#"{
        "categories": {
            "seo": {"score": 1},
            "accessibility": {"score": 0.96, "auditRefs": [{"id": "image-alt", "weight": 10}, {"id": "other", "weight": 0}]},
            "best-practices": {"score": null}
        },
        "audits": {
            "image-alt": {"score": 0, "title": "Images have names"},
            "other": {"score": 0, "title": "Something else"},
            "speed-index": {"score": 1, "displayValue": "0.9 s"}
        }
    }"#;

    #[test]
    fn a_category_that_is_too_low_or_missing_is_counted() {
        let report = Report::read(REPORT);
        assert!(report.is_ok_and(|report| {
            report.score("accessibility") == 96
                && report.shown("speed-index") == "0.9 s"
                && report.judge(&STEADY).len() == 2
                && report.judge(&[category("seo", 100)]).is_empty()
                && report.faults("accessibility").eq(["image-alt: Images have names".to_owned()])
        }));
    }

    #[test]
    fn a_page_that_was_not_seen_is_a_fault() {
        for text in ["", "{}", r#"{"runtimeError": {"message": "NO_FCP"}, "categories": {}}"#] {
            assert!(Report::read(text).is_err(), "{text}");
        }
    }
}
