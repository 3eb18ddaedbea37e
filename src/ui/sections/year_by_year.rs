//! All rows of all years.

use leptos::ev::PointerEvent;
use leptos::html;
use leptos::prelude::*;

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::answer::Answer;
use super::how_computed::named;
use super::{Section, State};
use crate::browser::cells::Cells;
use crate::browser::crosshair;
use crate::browser::frame::Frame;
use crate::wording::metrics::{DISCOUNTED_PAYBACK, FINANCING_MEMO, MIRR, Metric, PAYBACK, PEAK_EXPOSURE};
use crate::wording::sections::folded;
use crate::wording::tables::{Cell, RowGroup, YearHead, YearRow, YearTable, year_table};

/// The section.
#[component]
pub fn YearByYear() -> impl IntoView {
    view! {
        <Section id="years" heading="Year by year" lead="Every flow behind the figures above, before the stake."
            finding=|answer: &Answer| folded::years(answer.inputs(), answer.outcome())>
            <Years />
            <p class="hows">"How is this computed? " {named(State::get(), &EXPLAINED)}</p>
        </Section>
    }
}

/// What is read off these rows and stands nowhere else.
static EXPLAINED: [&Metric; 5] = [&PAYBACK, &DISCOUNTED_PAYBACK, &PEAK_EXPOSURE, &MIRR, &FINANCING_MEMO];

/// Where the numbers stand; the frame around them is made with the table, the numbers are written into it.
const NUMBERS: &str = ".years-row td";

/// What is written into the table, and when next.
#[derive(Default)]
struct Sheet {
    cells: Cells,
    frame: Frame,
}

/// The table. Three hundred numbers follow each change: they are compared and written one by one,
/// because making their elements anew costs four times as much.
#[component]
fn Years() -> impl IntoView {
    let state = State::get();
    let table = Memo::new(move |_| state.read(|answer| year_table(answer.inputs(), answer.outcome())));
    let heads = Memo::new(move |_| table.with(YearTable::heads));
    let element = NodeRef::<html::Table>::new();
    let sheet = StoredValue::new_local(Sheet::default());
    let write = move || {
        if let Some(element) = element.get_untracked() {
            let write =
                |table: &YearTable| sheet.update_value(|sheet| sheet.cells.write(&element, NUMBERS, table.cells()));
            table.with_untracked(write);
        }
    };
    Effect::new(move |_| {
        table.track();
        element.track();
        write();
    });
    let made = move || {
        sheet.update_value(|sheet| sheet.cells.forget());
        // The frame that is made here stands in the page only after this.
        sheet.with_value(|sheet| sheet.frame.request(write));
        heads.with(head_and_rows)
    };
    // The year that is read in the charts over time is shaded here as well; the first column holds the names.
    Effect::new(move |_| {
        let read = state.year.get().map(|year| year + 1);
        heads.track();
        if let Some(element) = element.get() {
            crosshair::mark_one(&element, "col", "read", read);
            crosshair::mark_one(&element, "thead th", "read", read);
        }
    });
    let explain = move |event: PointerEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        sheet.with_value(|sheet| {
            if let Some(at) = target.and_then(|target| sheet.cells.position(&target)) {
                let exact = table.with_untracked(|table| table.cells().nth(at).flatten().and_then(Cell::exact));
                sheet.cells.tell(at, &exact.unwrap_or_default());
            }
        });
    };
    let caption = move || heads.with(|heads| heads.caption.clone());
    view! {
        <div class="years-box" class:wide=move || heads.with(|heads| heads.is_wide) class:long=move || heads.with(|heads| heads.years.len() > LONG)>
            <p class="figure-note years-note">
                <span>{move || heads.with(|heads| heads.shaded.clone())}</span>
                <span class="years-hint">"Scroll the table sideways for later years."</span>
            </p>
            <div class="table-frame years" tabindex="0" role="group" aria-label=move || caption()>
                <table node_ref=element on:pointerover=explain><caption class="unseen">{move || caption()}</caption>{made}</table>
            </div>
        </div>
    }
}

/// More columns than this do not fit beside the assumptions.
const LONG: usize = 13;

fn head_and_rows(table: &YearTable) -> AnyView {
    let columns = table.years.iter().map(|year| view! { <col class=shade(year) /> }.into_any()).collect_view();
    let years = table.years.iter().map(head).collect_view();
    let groups = table.groups.iter().map(|rows| group(rows, table.years.len())).collect_view();
    view! {
        <colgroup><col class="years-name" />{columns}<col class="years-total" /></colgroup>
        <thead>
            <tr>
                <th scope="col">"$B, deal year " <small>{table.months.clone()}</small></th>
                {years}
                <th scope="col">"Total " <small>{table.span.clone()}</small></th>
            </tr>
        </thead>
        {groups}
    }
    .into_any()
}

/// The class of a column: marked where the cash is back.
fn shade(year: &YearHead) -> &'static str {
    if year.is_payback { "back" } else { "" }
}

fn head(year: &YearHead) -> AnyView {
    let YearHead { deal, calendar, .. } = year.clone();
    view! { <th scope="col" class=shade(year)>{deal} " " <small>{calendar}</small></th> }.into_any()
}

fn group(group: &RowGroup, years: usize) -> AnyView {
    let rows = group.rows.iter().map(|line| row(line, years)).collect_view();
    view! {
        <tbody>
            <tr class="years-group"><th scope="rowgroup">{group.name.clone()} " " <small>{group.unit}</small></th>{empty(years)}</tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn row(row: &YearRow, years: usize) -> AnyView {
    let unit = row.unit.map(|unit| view! { <small>{unit}</small> }.into_any());
    let class = if row.is_sum { "years-row sum" } else { "years-row" };
    view! { <tr class=class><th scope="row">{row.name.clone()} " " {unit}</th>{empty(years)}</tr> }.into_any()
}

/// A cell for each year and one for the sum.
fn empty(years: usize) -> AnyView {
    (0..=years).map(|_| view! { <td></td> }.into_any()).collect_view().into_any()
}
