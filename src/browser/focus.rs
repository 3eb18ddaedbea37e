//! Moving the reader to a place in the page.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::render::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Focuses the first element that one of the selectors finds, asked in their order, and selects its text if it is a
/// field.
pub fn focus_first(selectors: &[String]) {
    let find = |selector: &String| document()?.query_selector(selector).ok()?;
    if let Some(element) = selectors.iter().find_map(find) {
        focus(&element);
    }
}

/// Hides a list that was opened above the page.
pub fn hide_popover(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id)?.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        // Fails where it is not open, or where the browser knows no popovers.
        let _ = element.hide_popover();
    }
}

/// Moves the reader to a part of the page, also to one that cannot take the focus by itself.
pub fn go_to_part(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        if !element.has_attribute("tabindex") {
            // An attribute of a fixed, valid name cannot fail.
            let _ = element.set_attribute("tabindex", "-1");
        }
        focus(&element);
        element.scroll_into_view();
    }
}

/// Scrolls an element to the upper edge of the window if the reader has not come as far yet.
pub fn keep_in_view(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.filter(|element| element.get_bounding_client_rect().top() > 0.0) {
        element.scroll_into_view();
    }
}

/// What unfolds a section of the page that is folded.
const FOLDED: &str = ".folds[data-folded] .section-turn";

/// Unfolds what an element of the page is folded into.
pub fn unfold(id: &str) {
    let mut element = document().and_then(|document| document.get_element_by_id(id));
    let section = element.as_ref().and_then(|element| element.closest(".folds[data-folded]").ok()?);
    if let Some(turn) = section.and_then(|section| section.query_selector(FOLDED).ok()?) {
        turn.dyn_ref::<HtmlElement>().into_iter().for_each(HtmlElement::click);
    }
    while let Some(folded) = element.and_then(|element| element.closest("details").ok()?) {
        let _ = folded.set_attribute("open", "");
        element = folded.parent_element();
    }
}

/// Moves the reader to what the address names, if it names something that was not there when the page was loaded.
pub fn follow_anchor() {
    let named = |document: Document| {
        let address = document.url().ok()?;
        let (_, id) = address.split_once('#')?;
        document.get_element_by_id(id)
    };
    let Some(element) = document().and_then(named) else { return };
    unfold(&element.id());
    element.scroll_into_view();
    focus(&element);
}

/// Presses the button that a selector finds.
pub fn press(selector: &str) {
    let button = document().and_then(|document| document.query_selector(selector).ok()?);
    if let Some(button) = button.as_ref().and_then(|button| button.dyn_ref::<HtmlElement>()) {
        button.click();
    }
}

/// Focuses an element, and selects its text if it is a field.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Fails only where the element cannot take focus: then the reader stays where they are.
        let _ = element.focus();
    }
    if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
        field.select();
    }
}

/// What takes the focus without opening a keyboard on the screen.
const QUIET: &str = "button, a[href], summary, input[type=range], select, [tabindex]";

/// Sees to it that nobody is left at the top of the page when a key or a press makes what has the focus disappear: the
/// focus then goes to the nearest thing that is left. Listens until dropped.
#[must_use]
pub fn keep() -> Option<[EventListener; 2]> {
    let document = document()?;
    let before_all_others = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    let on = |name: &'static str| EventListener::new_with_options(&document, name, before_all_others, |_| look_after());
    Some([on("click"), on("keydown")])
}

/// Looks at what has the focus, and again after all that follows: a browser takes the focus away when it paints.
fn look_after() {
    let Some(active) = active().filter(|active| active.tag_name() != "BODY") else { return };
    let places: Vec<Element> = std::iter::successors(Some(active), |element| element.parent_element()).collect();
    after_frame(|| after_frame(move || bring_back(&places)));
}

fn after_frame(then: impl FnOnce() + 'static) {
    std::mem::forget(request_animation_frame(|_| then()));
}

fn bring_back(places: &[Element]) {
    let Some((lost, around)) = places.split_first() else { return };
    let is_lost = active().is_none_or(|active| active.tag_name() == "BODY");
    // What is still there has lost the focus because the reader pressed an empty place.
    if !is_lost || (is_there(lost) && !lost.matches(":disabled").unwrap_or_default()) {
        return;
    }
    let _ = around.iter().filter(|place| is_there(place)).any(|place| {
        let found = place.query_selector_all(QUIET).ok();
        let nodes = found.into_iter().flat_map(|found| (0..found.length()).filter_map(move |at| found.get(at)));
        nodes.filter_map(|node| node.dyn_into::<Element>().ok()).any(|element| takes_focus(&element))
    });
}

/// Whether it can be seen.
fn is_there(element: &Element) -> bool {
    let hidden = element.closest(".gone").ok().flatten();
    element.is_connected() && hidden.is_none() && element.get_bounding_client_rect().width() > 0.0
}

fn takes_focus(element: &Element) -> bool {
    focus(element);
    active().as_ref() == Some(element)
}

fn active() -> Option<Element> {
    document()?.active_element()
}
