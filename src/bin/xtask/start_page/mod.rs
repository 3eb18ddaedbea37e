//! The page before the calculator runs, and where it cannot: the answer of the default case, computed while the page is
//! built, with the structure and the classes of the page that takes its place.

mod answer;
mod controls;
mod figures;
mod html;

use std::fs;
use std::path::Path;

use offtake::catalog::paths::PATHS;
use offtake::catalog::{Case, DATA_VERSION, Scenario, Side};
use offtake::model::{self, Inputs, MODEL_VERSION, Outcome, Stake};
use offtake::wording::intro::{DealFigure, deal_figures, sentence};
use offtake::wording::objectives;
use offtake::wording::parties;

use crate::Fault;
use html::{each, element, words};

/// The case that a visitor sees first.
pub struct FirstCase {
    case: Case,
    outcome: Outcome,
    stake: Stake,
}

impl FirstCase {
    fn new() -> Self {
        let case = Case::default();
        Self { outcome: model::evaluate(case.inputs()), case, stake: Stake::default() }
    }

    fn inputs(&self) -> &Inputs {
        self.case.inputs()
    }

    fn words<T>(&self, words: fn(&Inputs, &Outcome, Stake) -> T) -> T {
        words(self.inputs(), &self.outcome, self.stake)
    }

    fn is(&self, scenario: &Scenario) -> bool {
        self.case.starts_from(scenario)
    }
}

/// `start-page FOLDER`: what `build` does at its end.
pub fn command(args: &[String]) -> Result<(), Fault> {
    match args {
        [folder] => put_into(Path::new(folder)),
        _ => Err("start-page takes the folder of a built page".to_owned()),
    }
}

/// Puts the start page into the built `index.html`, and its pictures beside it.
pub fn put_into(dist: &Path) -> Result<(), Fault> {
    let case = FirstCase::new();
    let index = dist.join("index.html");
    let cannot = |error: &dyn std::fmt::Display| format!("cannot write the start page: {error}");
    let built = fs::read_to_string(&index).map_err(|error| cannot(&error))?;
    fs::write(&index, with_body(&built, &body(&case))?).map_err(|error| cannot(&error))?;
    for picture in figures::pictures(&case).map_err(|error| cannot(&error))? {
        fs::write(dist.join(picture.name), picture.svg).map_err(|error| cannot(&error))?;
    }
    Ok(())
}

/// The document with another body. What trunk's page has there is only for a build without this one.
fn with_body(document: &str, body: &str) -> Result<String, Fault> {
    let place = |document: &str| {
        let (head, rest) = document.split_once("<body>")?;
        let (placeholder, tail) = rest.split_once("</body>")?;
        placeholder.contains("id=start").then(|| format!("{head}<body>{body}</body>{tail}"))
    };
    place(&document.replace("id=\"start\"", "id=start"))
        .ok_or_else(|| "the built page has no place for the start page".to_owned())
}

fn body(case: &FirstCase) -> String {
    let work = [answer::answer(case), controls::side(case), figures::figures(case)];
    let inside = [
        head(),
        paths(),
        intro(),
        element("div class=\"bar\"", &(notice() + &controls::bar(case))),
        element("main", &element("div class=\"work\"", &work.concat())),
        foot(),
    ];
    element("div class=\"page start\" id=\"start\"", &(frame() + &inside.concat()))
}

const MARK: &str = "<svg width=\"18\" height=\"18\" viewBox=\"0 0 18 18\" aria-hidden=\"true\">\
    <rect class=\"mark-down\" x=\"2\" y=\"10\" width=\"5\" height=\"7\"/>\
    <rect class=\"mark-up\" x=\"11\" y=\"1\" width=\"5\" height=\"7\"/>\
    <rect class=\"mark-line\" x=\"0\" y=\"8\" width=\"18\" height=\"2\"/></svg>";

fn head() -> String {
    let deal = format!("{} × {} ", parties().investor, parties().lab);
    let tab = |side: Side| element("li", &words("span class=\"tab\"", &objectives::tab(side)));
    let inside = [
        element("span class=\"wordmark\"", &format!("{MARK}Offtake")),
        element("span class=\"deal\"", &(html::text(&deal) + &words("small", "April 2026"))),
        element("div class=\"tabs\"", &element("ul", &Side::ALL.map(tab).concat())),
    ];
    element("header class=\"head\"", &inside.concat())
}

/// The questions to begin with, which need the calculator.
fn paths() -> String {
    let row = PATHS.iter().map(|path| words("span class=\"path\"", path.question)).collect::<String>();
    let inside = element("div class=\"path-row\"", &row) + &element("div class=\"path-words\"", "");
    element("section class=\"paths\" aria-label=\"Questions to begin with\"", &inside)
}

/// The deal in a sentence and four figures.
fn intro() -> String {
    let figure = |figure: DealFigure| {
        let value = element("dd", &words("span class=\"anchor\"", &figure.value));
        element("div", &(words("dt", &figure.what) + &value))
    };
    let inside = [
        words("p class=\"intro-words\"", &sentence()),
        element("dl class=\"intro-figures\"", &each(deal_figures(), figure)),
    ];
    element("section class=\"intro\" aria-label=\"The deal in short\"", &inside.concat())
}

/// In a frame of another page this stands alone until the calculator runs, and says why where it does not.
fn frame() -> String {
    let inside = [
        words("p role=\"status\"", "Loading the calculator."),
        words("a class=\"link\" href=\"./\" target=\"_blank\" rel=\"noopener\" hidden", "Open the full page"),
    ];
    element("div class=\"start-frame\"", &inside.concat())
}

/// What still stands where the calculator does not start. The loader says in its first line why.
const STANDS: &str = "These are the figures of the default case, computed when this page was built; only changing them needs the calculator.";
/// The same where the address tells another case, or could.
const STANDS_FOR_ANOTHER: &str =
    "The figures below are those of the default case and not those of the link, which needs the calculator.";
const ANOTHER_NEEDS: &str = "A link to another case needs the calculator, too.";
const NO_SCRIPT: &str = "Offtake computes in your browser and needs JavaScript and WebAssembly.";

fn notice() -> String {
    let again = "<a class=\"link\" href=\"\">Load the page again</a>";
    let said = |why: &str, stands: &str| format!("{} {stands} {again}", words("b", why));
    let unscripted = said(NO_SCRIPT, &html::text(&format!("{STANDS} {ANOTHER_NEEDS}")));
    // The loader leaves the one that is so.
    let stands =
        words("span class=\"start-stands\"", STANDS) + &words("span class=\"start-stands-linked\"", STANDS_FOR_ANOTHER);
    element("noscript", &element("p class=\"start-said\"", &unscripted))
        + &element("p class=\"start-said\" role=\"alert\" hidden", &said("", &stands))
}

fn foot() -> String {
    let version = format!("Offtake {}, model {MODEL_VERSION}, data {DATA_VERSION}", env!("CARGO_PKG_VERSION"));
    let lines = [words("span", &version), words("span", "Not investment advice. Deal terms are partly undisclosed.")];
    element("footer class=\"foot\"", &element("div class=\"foot-line\"", &lines.concat()))
}

/// Keeps a minus with its amount, as the page does.
fn unbroken(text: &str) -> String {
    text.replace("−$", "−\u{2060}$")
}

#[cfg(test)]
mod tests {
    use offtake::wording::key_figures::key_figures;
    use offtake::wording::verdict;

    use super::*;

    /// What a reader sees of a piece of HTML.
    fn seen(html: &str) -> String {
        let parts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
        let entities =
            [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")];
        entities.iter().fold(parts.collect(), |text: String, (from, to)| text.replace(from, to))
    }

    /// The text of the first element with a class, which holds no other element of its name.
    fn text_of(html: &str, name: &str, class: &str) -> String {
        let opening = format!("<{name} class=\"{class}\"");
        let (_, rest) = html.split_once(&opening).unwrap_or_default();
        let inside =
            rest.split_once('>').and_then(|(_, rest)| rest.split_once(&format!("</{name}>"))).unwrap_or_default().0;
        seen(inside)
    }

    #[test]
    fn it_says_what_the_page_says_of_the_default_case() {
        let (case, html) = (FirstCase::new(), body(&FirstCase::new()));
        let plain = |spans: Vec<_>| unbroken(&verdict::plain(&spans));
        assert_eq!(text_of(&html, "h1", "verdict"), plain(case.words(verdict::verdict)));
        assert_eq!(text_of(&html, "p", "second"), plain(case.words(verdict::second)));
        assert_eq!(text_of(&html, "p", "kicker"), verdict::kicker(case.inputs()));
        assert_eq!(text_of(&html, "ul", "notes"), unbroken(&case.words(verdict::notes).concat()));
        let figures = case.words(key_figures);
        assert_eq!(figures.len(), 6);
        for figure in figures {
            let (_, place) = html.split_once(&format!("data-key=\"{}\"", figure.id)).unwrap_or_default();
            let words = seen(place.split_once("</div>").unwrap_or_default().0);
            let value = format!("{} {}{}", figure.value, figure.unit, figure.spoken);
            assert_eq!(
                words,
                format!("\">{}{value}{}", figure.label, figure.context.concat()).trim_start_matches("\">")
            );
        }
    }

    #[test]
    fn it_has_one_heading_no_repeated_id_and_no_number_that_is_none() {
        let html = body(&FirstCase::new());
        assert_eq!(html.matches("<h1").count(), 1);
        let ids: Vec<&str> = html.match_indices(" id=\"").map(|(at, _)| html.get(at..).unwrap_or_default()).collect();
        assert!(matches!(ids.as_slice(), [id] if id.starts_with(" id=\"start\"")), "{ids:?}");
        for wrong in ["NaN", "infinity", "undefined", " style=", "<script"] {
            assert!(!html.contains(wrong), "{wrong}");
        }
    }

    #[test]
    fn its_pictures_are_whole_and_follow_the_theme() {
        let pictures = figures::pictures(&FirstCase::new()).unwrap_or_default();
        assert_eq!(pictures.len(), 4);
        for picture in &pictures {
            assert!(picture.svg.trim_end().ends_with("</svg>"), "{}", picture.name);
            assert!(body(&FirstCase::new()).contains(picture.name), "{} is shown", picture.name);
        }
        let names: Vec<&str> = pictures.iter().filter(|it| it.svg.contains("#11161C")).map(|it| it.name).collect();
        assert_eq!(names, ["cash-dark.svg", "cash-narrow-dark.svg"]);
    }

    #[test]
    fn it_takes_the_place_of_the_placeholder_and_of_nothing_else() {
        let built = "<!doctype html><head></head><body><p id=start role=status>Loading.</p><noscript>No.</noscript></body></html>";
        assert_eq!(with_body(built, "<main>"), Ok("<!doctype html><head></head><body><main></body></html>".to_owned()));
        for wrong in ["", "<body></body>", "<body><p id=\"other\"></p></body>", "<body><p id=start>"] {
            assert!(with_body(wrong, "").is_err(), "{wrong}");
        }
    }
}
