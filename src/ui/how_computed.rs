//! "How is this computed?": the button beside a figure that opens the explanation of a metric.

use leptos::prelude::*;

use super::State;
use super::popover::{Panel, open};
use crate::wording::metrics::Metric;

/// The button of a metric. It reads "How is this computed?" and is named after the metric as well.
#[component]
pub fn HowComputed(
    /// The id of the metric.
    metric: &'static str,
) -> impl IntoView {
    let state = State::get();
    Metric::find(metric).map(|metric| how(state, metric, "How is this computed?", metric.name()))
}

/// Buttons, each with the name of its metric on it.
pub fn named(state: State, metrics: &'static [&'static Metric]) -> AnyView {
    metrics.iter().map(|metric| how(state, metric, metric.name(), metric.name())).collect_view().into_any()
}

/// A button with other words on it, and the name of the figure that it explains.
pub fn how(state: State, metric: &'static Metric, words: &'static str, figure: &'static str) -> AnyView {
    let name = format!("{figure}: how is this computed?");
    view! {
        <button type="button" class="how" data-how=metric.id aria-haspopup="dialog" aria-label=name
            on:click=move |event| open(state, Panel::Metric(metric.id), &event)>
            {words}
        </button>
    }
    .into_any()
}
