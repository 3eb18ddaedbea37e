//! The answer of the default case: sentences and key figures, with the classes that the page gives them.

use offtake::wording::key_figures::{KeyFigure, key_figures};
use offtake::wording::{Span, Tone, verdict};

use super::html::{each, element, text, words};
use super::{FirstCase, unbroken};

/// In the place of the answer where the address tells another case.
const LINKED: &str = "Loading the linked case.";

/// Kicker, verdict, second sentence, notes, key figures, and a line for the state of the page.
pub fn answer(case: &FirstCase) -> String {
    let sentences = [
        element("h1 class=\"verdict\"", &sentence(&case.words(verdict::verdict))),
        element("p class=\"second\"", &sentence(&case.words(verdict::second))),
        element("ul class=\"notes\"", &each(case.words(verdict::notes), |note| words("li", &unbroken(&note)))),
    ];
    let figures =
        element("dl class=\"keys\" aria-label=\"Key figures\"", &each(case.words(key_figures), |it| figure(&it)));
    element(
        "div class=\"answer\"",
        &[
            words("p class=\"kicker\"", &verdict::kicker(case.inputs())),
            element("div class=\"words\"", &(words("p class=\"start-linked\"", LINKED) + &sentences.concat())),
            figures,
            // In the place of the button that pins: the loader says here what the reader waits for.
            element("p class=\"start-line pin\" role=\"status\"", ""),
        ]
        .concat(),
    )
}

fn sentence(spans: &[Span]) -> String {
    each(spans, |Span { text: part, tone }| match tone {
        Tone::Plain => text(&unbroken(part)),
        Tone::Input(_) => words("span class=\"asked\"", part),
        Tone::Strong => words("b", part),
        Tone::Gain => words("b class=\"gain\"", part),
        Tone::Loss => words("b class=\"loss\"", part),
    })
}

fn figure(figure: &KeyFigure) -> String {
    let tone = match figure.tone {
        Tone::Gain => " gain",
        Tone::Loss => " loss",
        _ => "",
    };
    let word = if figure.is_word { " word" } else { "" };
    let seen = format!("{} {}", text(&figure.value), words("small", figure.unit));
    let value = [element("span aria-hidden=\"true\"", &seen), words("span class=\"unseen\"", &figure.spoken)];
    let lines = [
        element("dt", &words("span class=\"how\"", figure.label)),
        element(&format!("dd class=\"key-value{tone}{word}\""), &value.concat()),
        each(&figure.context, |line| words("dd class=\"key-context\"", line)),
    ];
    element(&format!("div class=\"key\" data-key=\"{}\"", figure.id), &lines.concat())
}
