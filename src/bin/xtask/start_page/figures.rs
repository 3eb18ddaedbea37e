//! The figures beside the assumptions: their words and room. The cash flow as a picture and a table is for those for
//! whom the calculator does not start; a page that starts does not load it.

use offtake::charts::cash_flow::CashFlow;
use offtake::charts::style::{DARK, LIGHT};
use offtake::charts::{ChartError, Palette, Style, svg};
use offtake::wording::findings;
use offtake::wording::sections::bridge;
use offtake::wording::tables::{Cell, cash_table};

use super::FirstCase;
use super::html::{each, element, text, words};

/// A picture beside the page.
pub struct Picture {
    pub name: &'static str,
    pub svg: String,
}

/// The widest window for which the small picture is meant.
const NARROW: &str = "(max-width: 767px)";
const DARKNESS: &str = "(prefers-color-scheme: dark)";

/// The cash flow in both themes, for wide and for narrow windows.
pub fn pictures(case: &FirstCase) -> Result<Vec<Picture>, ChartError> {
    let data = CashFlow::new(case.inputs(), &case.outcome);
    let picture = |name, palette: Palette, (width, height)| {
        let style = Style { palette, width, height, ratio: 1.0 };
        svg::cash_flow(&data, &style).map(|svg| Picture { name, svg })
    };
    let (wide, narrow) = ((960.0, 360.0), (358.0, 280.0));
    [
        picture("cash-light.svg", LIGHT, wide),
        picture("cash-dark.svg", DARK, wide),
        picture("cash-narrow-light.svg", LIGHT, narrow),
        picture("cash-narrow-dark.svg", DARK, narrow),
    ]
    .into_iter()
    .collect()
}

/// The words of the first figures and the room for their charts.
pub fn figures(case: &FirstCase) -> String {
    let (inputs, outcome) = (case.inputs(), &case.outcome);
    let cash = [
        head(&findings::cash_title(inputs, outcome), &findings::cash_sub()),
        element("div class=\"plot plot-cash\"", &still(&picture(&findings::cash_label(inputs, outcome)))),
        words("p class=\"figure-note\"", &findings::cash_note(inputs)),
        still(&table(case)),
    ];
    let share = [
        head(&findings::share_title(inputs, outcome), &findings::share_sub()),
        element("div class=\"plot plot-share\"", ""),
    ];
    let bridge = [head(&bridge::title(inputs, outcome), &bridge::sub()), element("div class=\"plot plot-bridge\"", "")];
    let pair = [element("div class=\"figure\"", &share.concat()), element("div class=\"figure\"", &bridge.concat())];
    let inside =
        [element("div class=\"figure\"", &cash.concat()), element("div class=\"pair start-rest\"", &pair.concat())];
    element("div class=\"figures\"", &inside.concat())
}

/// For a page whose calculator does not start. Where scripts are allowed, the loader takes it out of its cover.
fn still(html: &str) -> String {
    element("noscript class=\"start-still\"", html)
}

fn head(title: &str, sub: &str) -> String {
    words("h3 class=\"figure-title\"", title) + &words("p class=\"figure-sub\"", sub)
}

fn picture(label: &str) -> String {
    let source = |media: &str, name: &str| format!("<source media=\"{media}\" srcset=\"./{name}\">");
    let inside = [
        source(&format!("{NARROW} and {DARKNESS}"), "cash-narrow-dark.svg"),
        source(NARROW, "cash-narrow-light.svg"),
        source(DARKNESS, "cash-dark.svg"),
        format!("<img src=\"./cash-light.svg\" alt=\"{}\">", text(label)),
    ];
    element("picture", &inside.concat())
}

fn table(case: &FirstCase) -> String {
    let table = cash_table(&case.outcome);
    let heads = each(&table.columns, |column| words("th scope=\"col\"", column));
    let rows = each(&table.rows, |cells| element("tr", &each(cells.iter().enumerate(), |(at, it)| cell(at, it))));
    let inside = [words("caption", &table.caption), element("thead", &element("tr", &heads)), element("tbody", &rows)];
    let frame = element(
        "div class=\"table-frame\" tabindex=\"0\" role=\"group\" aria-label=\"Cash flow by deal year\"",
        &element("table", &inside.concat()),
    );
    element("details class=\"behind\"", &(words("summary", "Show as table") + &frame))
}

fn cell(at: usize, cell: &Cell) -> String {
    let class = if cell.is_loss() { "td class=\"loss\"" } else { "td" };
    match &cell.spoken {
        _ if at == 0 => words("th scope=\"row\"", &cell.text),
        Some(spoken) => {
            let both = [words("span aria-hidden=\"true\"", &cell.text), words("span class=\"unseen\"", spoken)];
            element(class, &both.concat())
        }
        None => words(class, &cell.text),
    }
}
