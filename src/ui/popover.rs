//! The panel that opens above the page, at the button that asked for it: once for everything that it can show.

use gloo::events::EventListener;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};

use super::{State, chart_actions, deal_picker, goal_seek, metric_popover, source_popover};
use crate::browser::focus;
use crate::browser::popover::{self, Closing};
use crate::catalog::Control;
use crate::wording::goals::Form;
use crate::wording::metrics::Metric;

/// The element.
const PANEL: &str = "panel";

/// What the panel can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// Where the default of an input comes from, by the id of its control.
    Source(&'static str),
    /// How a figure is computed, by the id of its metric.
    Metric(&'static str),
    /// What an input must be for a goal, by the id of its control.
    Goal(&'static str),
    /// What can be done with a chart, by its id.
    Chart(&'static str),
    /// The deals that the page can be about.
    Deals,
}

impl Panel {
    /// What shows present numbers stays while the inputs move.
    fn closing(self) -> Closing {
        match self {
            Self::Source(_) | Self::Chart(_) | Self::Deals => Closing::Outside,
            Self::Metric(_) | Self::Goal(_) => Closing::KeepBesideInputs,
        }
    }
}

/// Opens the panel at the button that was pressed.
pub fn open(state: State, panel: Panel, event: &MouseEvent) {
    state.look.update(|look| look.panel = Some(panel));
    let anchor = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    if let (Some(anchor), Some(element)) = (anchor, element()) {
        popover::show(&element, &anchor, panel.closing());
        // After the words are in the panel: its height decides where it fits.
        request_animation_frame(move || popover::place(&element, &anchor));
    }
}

/// Closes the panel.
pub fn close() {
    if let Some(panel) = element() {
        popover::hide(&panel);
    }
}

fn element() -> Option<HtmlElement> {
    document().get_element_by_id(PANEL)?.dyn_into().ok()
}

/// The panel.
#[component]
pub fn Popover() -> impl IntoView {
    let state = State::get();
    // Made anew when another thing is shown, not whenever something else is looked at.
    let shown = Memo::new(move |_| state.look.with(|look| look.panel));
    let goal = RwSignal::new(Form::default());
    let words = move || match shown.get()? {
        Panel::Source(id) => Control::find(id).map(|control| source_popover::words(state, control)),
        Panel::Metric(id) => Metric::find(id).map(|metric| metric_popover::words(state, metric)),
        Panel::Chart(id) => chart_actions::words(state, id),
        Panel::Deals => Some(deal_picker::words(state)),
        Panel::Goal(id) => Control::find(id).map(|control| goal_seek::words(state, goal, control)),
    };
    let panel = NodeRef::<html::Div>::new();
    let closers = StoredValue::new_local(None::<[EventListener; 2]>);
    let keeper = StoredValue::new_local(focus::keep());
    on_cleanup(move || keeper.set_value(None));
    Effect::new(move |_| {
        if let Some(panel) = panel.get() {
            closers.set_value(popover::watch(&panel));
        }
    });
    // What is not seen is not kept: its numbers would follow every change.
    let turned = move |_| {
        if panel.get_untracked().is_some_and(|panel| !popover::is_open(&panel)) {
            state.look.update(|look| look.panel = None);
        }
    };
    view! {
        <div class="source" id=PANEL popover="auto" role="dialog" aria-labelledby="panel-title" tabindex="-1"
            node_ref=panel on:toggle=turned>
            {move || words()}
            <button type="button" class="source-close" aria-label="Close" on:click=move |_| close()>"×"</button>
        </div>
    }
}
