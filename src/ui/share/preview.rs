//! The frame as another page would show it.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::html;
use leptos::prelude::*;

use super::Share;
use crate::browser::framed;
use crate::browser::media::MediaWatch;
use crate::browser::resize::ResizeWatch;
use crate::wording::share as words;

/// Narrower windows have no room for it.
const ROOM: &str = "(min-width: 768px)";
/// The program starts anew for every change of the frame: once for several in a row. In milliseconds.
const REST: u32 = 250;

/// What watches, as long as the preview is there.
struct Watches(#[expect(dead_code, reason = "ends when it is dropped")] (Option<EventListener>, Option<ResizeWatch>));

/// The preview, where there is room for one.
pub fn preview(share: Share) -> Option<AnyView> {
    if !MediaWatch::matches(ROOM) {
        return None;
    }
    let (frame, place) = (NodeRef::<html::Iframe>::new(), NodeRef::<html::Div>::new());
    // The height that the frame says it needs, and the width of the place.
    let size = RwSignal::new((0.0, 0.0));
    let waiting = StoredValue::new_local(None::<Timeout>);
    let watches = StoredValue::new_local(None::<Watches>);
    Effect::new(move |_| {
        if let (Some(frame), Some(place)) = (frame.get(), place.get()) {
            let heights = framed::heights(&frame, move |height| size.update(|size| size.0 = height));
            let widths = ResizeWatch::new(&place, move |width, _| size.update(|size| size.1 = width));
            watches.set_value(Some(Watches((heights, widths))));
        }
    });
    // Out of the graph: into the frame.
    Effect::new(move |shown: Option<String>| {
        let address = share.framed();
        let next = address.clone();
        if let (Some(_), Some(frame)) = (shown.filter(|shown| *shown != address), frame.get_untracked()) {
            waiting.set_value(Some(Timeout::new(REST, move || framed::show(&frame, &next))));
        }
        address
    });
    on_cleanup(move || {
        waiting.set_value(None);
        watches.set_value(None);
    });
    let width = move || f64::from(share.form.with(|form| form.width));
    let scale = move || Some(size.get().1).filter(|room| *room > 0.0).map_or(1.0, |room| (room / width()).min(1.0));
    let height = move || {
        let told = size.get().0;
        if told > 0.0 { told } else { f64::from(share.form.with(|form| words::height(&form.embed, form.width))) }
    };
    let first = untrack(|| share.framed());
    let view = view! {
        <aside class="share-preview" aria-label="Preview">
            <p class="share-name">{move || words::preview(width(), scale())}</p>
            <div class="share-place" node_ref=place style:height=move || words::pixels(height() * scale())>
                <iframe class="share-frame" src=first title="Preview of the frame" node_ref=frame style:width=move || words::pixels(width())
                    style:height=move || words::pixels(height()) style:transform=move || words::times(scale())></iframe>
            </div>
        </aside>
    };
    Some(view.into_any())
}
