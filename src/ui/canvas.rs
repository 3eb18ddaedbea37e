//! A canvas that redraws itself: when its data, its size, the theme or the screen change.

use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlCanvasElement;

use super::State;
use crate::browser::canvas::Extent;
use crate::browser::frame::Frame;
use crate::browser::media::{MediaWatch, RatioWatch};
use crate::browser::resize::ResizeWatch;

/// A drawing that has its data and waits for the frame.
pub type Drawing = Box<dyn FnOnce(&HtmlCanvasElement, Extent)>;

/// A chart's canvas.
#[component]
pub fn ChartCanvas(
    /// Reads what is to be drawn, and so says when to draw again.
    prepare: Box<dyn Fn() -> Drawing>,
    /// The chart in one sentence with its numbers.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let theme = State::get().theme;
    let canvas = NodeRef::<html::Canvas>::new();
    let extent = RwSignal::new(Extent::default());
    let dark = RwSignal::new(());
    watch(canvas, extent, dark);
    let frame = Frame::default();
    let next = StoredValue::new_local(None::<Drawing>);
    Effect::new(move |_| {
        theme.track();
        dark.track();
        let extent = extent.get();
        next.set_value(Some(prepare()));
        let Some(canvas) = canvas.get() else { return };
        // Several changes in one frame are drawn once, with the last data.
        frame.request(move || {
            if let Some(drawing) = next.try_update_value(Option::take).flatten() {
                drawing(&canvas, extent);
            }
        });
    });
    view! { <canvas node_ref=canvas role="img" aria-label=label></canvas> }
}

/// Keeps the extent up to date, and says when the system goes dark or light.
fn watch(canvas: NodeRef<html::Canvas>, extent: RwSignal<Extent>, dark: RwSignal<()>) {
    let scheme = MediaWatch::dark(move || dark.set(()));
    let ratio = RatioWatch::new(move || extent.update(|extent| *extent = extent.again()));
    let watches = StoredValue::new_local((scheme, ratio, None));
    Effect::new(move |_| {
        let Some(canvas) = canvas.get() else { return };
        let size = ResizeWatch::new(&canvas, move |width, height| extent.set(Extent::of(width, height)));
        watches.update_value(|watches| watches.2 = size);
    });
}
