//! The slider itself: the browser's own range input on a drawn track.

use gloo::timers::callback::Timeout;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::column::Column;
use super::keys::steps;
use super::row::{Row, Shown};
use super::track_line::{Line, line};
use crate::browser::number::decimal;
use crate::browser::visible::VisibleWatch;
use crate::catalog::{Control, FINER};
use crate::charts::track::{Drawing, VIEW_BOX};
use crate::wording::numbers::spoken_input;
use crate::wording::tracks::value_text;

/// A slider on the track of what the side that asks wants.
#[component]
pub fn Track(
    /// The row it stands in.
    row: Row,
) -> impl IntoView {
    let control = row.control;
    let range = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(range) = range.get() {
            row.read(|shown| show(&range, control, shown));
        }
    });
    let near = RwSignal::new(false);
    let area = watched(near);
    let line = line(row, near);
    let column = Column::get();
    let drag = Drag(StoredValue::new(Fine::default()));
    let pressed_at = StoredValue::new(0.0);
    let was = |shown: &Shown| decimal(shown.track.fraction(shown.was) * 100.0) + "%";
    view! {
        <div class="row-range" node_ref=area>
            <div class="track" class:bare=move || line.with(|line| line.spoken.is_empty())>
                <div class="track-line">
                    <svg viewBox=VIEW_BOX preserveAspectRatio="none" aria-hidden="true">
                        {PARTS.map(|(class, part)| path(line, class, part)).collect_view()}
                    </svg>
                    <i class="track-was" hidden=move || row.read(|shown| !shown.changed)
                        style:left=move || row.read(|shown| was(shown))></i>
                </div>
                <div class="track-words" aria-hidden="true">
                    {move || line.with(|line| line.writing(control, column.width()))}
                </div>
                <input
                    type="range"
                    node_ref=range
                    aria-labelledby=format!("name-{}", control.id)
                    aria-valuetext=move || spoken(row, near, line)
                    disabled=move || row.read(Shown::is_off)
                    on:input:target=move |event| slide(row, drag, &event.target())
                    on:keydown=move |event| key(row, &event)
                    on:pointerdown=move |event| {
                        pressed_at.set_value(row.now().value);
                        drag.follow(&event);
                        row.hold(true);
                    }
                    on:pointermove=move |event| drag.follow(&event)
                    on:pointerup=move |_| release(row)
                    // The browser takes the finger for a scroll: what its first touch has moved goes back.
                    on:pointercancel=move |_| {
                        row.set(pressed_at.get_value());
                        release(row);
                    }
                    on:lostpointercapture=move |_| release(row)
                    on:keyup=move |_| row.hold(false)
                    on:blur=move |_| row.hold(false)
                    on:dblclick=move |_| row.reset()
                />
            </div>
        </div>
    }
}

/// Takes one path out of a drawing.
type Part = fn(&Drawing) -> &String;

/// The parts of the drawing, from back to front, and their classes.
const PARTS: [(&str, Part); 4] = [
    ("gain-shape", |drawing| &drawing.gain_shape),
    ("loss-shape", |drawing| &drawing.loss_shape),
    ("gain-line", |drawing| &drawing.gain_line),
    ("loss-line", |drawing| &drawing.loss_line),
];

fn path(line: Memo<Line>, class: &'static str, part: Part) -> AnyView {
    view! { <path class=class d=move || line.with(|line| part(&line.drawing).clone()) /> }.into_any()
}

/// Tells `near` whether the element that takes the reference is near what the reader sees.
fn watched(near: RwSignal<bool>) -> NodeRef<html::Div> {
    let area = NodeRef::<html::Div>::new();
    let watch = StoredValue::new_local(None::<VisibleWatch>);
    Effect::new(move |_| {
        let Some(area) = area.get() else { return };
        let made = VisibleWatch::new(&area, move |is_near| near.set(is_near));
        // A browser that cannot say what is seen: then everything is.
        if made.is_none() {
            near.set(true);
        }
        watch.set_value(made);
    });
    area
}

/// Value, objective and break-even. Only the value where nobody looks: the focus brings the row into view first.
fn spoken(row: Row, near: RwSignal<bool>, line: Memo<Line>) -> String {
    let value = row.read(|shown| shown.value);
    line.with(|line| {
        if line.spoken.is_empty() || !near.get() {
            return spoken_input(row.control.unit, value);
        }
        let (objective, reached) = row.state.read(|answer| (answer.objective(), answer.value()));
        value_text(objective, row.control, value, reached, &line.spoken)
    })
}

/// Puts the value on the browser's slider.
fn show(range: &HtmlInputElement, control: &Control, shown: &Shown) {
    let Shown { value, track, .. } = *shown;
    // The ends before the value: the browser keeps a value between the ends that it knows.
    range.set_min(&decimal(track.min));
    range.set_max(&decimal(track.max));
    range.set_step(&if control.on_grid(track, value) { decimal(control.step) } else { "any".to_owned() });
    range.set_value(&decimal(value));
}

/// Lets go after the event, so that a last value that is told with it still belongs to the drag.
fn release(row: Row) {
    Timeout::new(0, move || row.hold(false)).forget();
}

fn slide(row: Row, drag: Drag, range: &HtmlInputElement) {
    let raw = range.value_as_number();
    if raw.is_finite() {
        row.set(drag.value(row, raw));
        // The thumb stands at the value, also where the value stays and only the pointer moved.
        show(range, row.control, &row.now());
    }
}

/// A drag with Alt held: the thumb then goes a tenth as far as the pointer.
#[derive(Clone, Copy, Default)]
struct Fine {
    is_on: bool,
    /// Where pointer and thumb stood when it began.
    from: Option<(f64, f64)>,
}

#[derive(Clone, Copy)]
struct Drag(StoredValue<Fine>);

impl Drag {
    fn follow(self, event: &PointerEvent) {
        let is_on = event.alt_key() && event.buttons() != 0;
        self.0.update_value(|fine| *fine = Fine { is_on, from: fine.from.filter(|_| is_on) });
    }

    /// The value for a place of the pointer.
    fn value(self, row: Row, raw: f64) -> f64 {
        let Shown { value, track, .. } = row.now();
        let Fine { is_on, from } = self.0.get_value();
        if !is_on {
            return row.control.snap(track, raw);
        }
        let from = from.unwrap_or((raw, value));
        self.0.set_value(Fine { is_on, from: Some(from) });
        row.control.fine().snap(track, from.1 + (raw - from.0) / FINER)
    }
}

fn key(row: Row, event: &KeyboardEvent) {
    let Shown { value, track, .. } = row.now();
    let is_bare = !(event.ctrl_key() || event.alt_key() || event.meta_key());
    let new = match (event.key().as_str(), steps(event)) {
        (_, Some(steps)) => row.control.nudge(track, value, steps),
        ("Home", _) if is_bare => track.min,
        ("End", _) if is_bare => track.max,
        _ => return,
    };
    event.prevent_default();
    // A key that is kept down is a drag: one step to undo.
    row.hold(true);
    row.set(new);
}
