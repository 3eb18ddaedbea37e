//! What is laid over a chart at the position that is read: its mark, and a panel with the values.
//!
//! The chart itself is not drawn again. The elements are few and made anew at each step; they are hidden from screen
//! readers, which hear the position from the element that has the focus.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::number::decimal;
use crate::charts::plot::Rect;
use crate::charts::stops::Mark;
use crate::wording::readings::Reading;

/// Empties the layer.
pub fn clear(layer: &HtmlElement) {
    if layer.has_child_nodes() {
        layer.set_text_content(None);
    }
}

/// Marks a position and writes what is read there.
pub fn show(layer: &HtmlElement, mark: &Mark, reading: &Reading) {
    // Fails only where the page is being torn down.
    let _ = build(layer, mark, reading);
}

fn build(layer: &HtmlElement, mark: &Mark, reading: &Reading) -> Option<()> {
    clear(layer);
    if let Some(rule) = mark.rule {
        put(&add(layer, "i", "cross-rule", "")?, rule)?;
    }
    if let Some(frame) = mark.frame {
        put(&add(layer, "i", "cross-frame", "")?, frame)?;
    }
    for (x, y) in &mark.dots {
        move_to(&add(layer, "i", "cross-dot", "")?, (*x, *y))?;
    }
    let panel = add(layer, "div", "readout", "")?;
    add(&panel, "b", "readout-head", &reading.head)?;
    for line in &reading.lines {
        if line.name.is_empty() {
            add(&panel, "span", "readout-words", &line.value)?;
        } else {
            add(&panel, "span", "readout-name", &line.name)?;
            add(&panel, "b", "readout-value", &line.value)?;
        }
    }
    let size = |element: &HtmlElement| (f64::from(element.offset_width()), f64::from(element.offset_height()));
    move_to(&panel, mark.beside(size(&panel), size(layer)))
}

fn add(parent: &HtmlElement, tag: &str, class: &str, text: &str) -> Option<HtmlElement> {
    let element: HtmlElement = parent.owner_document()?.create_element(tag).ok()?.dyn_into().ok()?;
    element.set_class_name(class);
    element.set_text_content(Some(text));
    parent.append_child(&element).ok()?;
    Some(element)
}

fn move_to(element: &HtmlElement, (left, top): (f64, f64)) -> Option<()> {
    let set = |name: &str, value: f64| element.style().set_property(name, &(decimal(value) + "px")).ok();
    set("left", left)?;
    set("top", top)
}

fn put(element: &HtmlElement, rect: Rect) -> Option<()> {
    move_to(element, (rect.left, rect.top))?;
    let set = |name: &str, value: f64| element.style().set_property(name, &(decimal(value) + "px")).ok();
    set("width", rect.right - rect.left)?;
    set("height", rect.bottom - rect.top)
}

/// Where something in the window lies over an element.
#[must_use]
pub fn over(element: &Element, (x, y): (f64, f64)) -> (f64, f64) {
    let room = element.get_bounding_client_rect();
    (x - room.left(), y - room.top())
}

/// The middle of an element in the window.
#[must_use]
pub fn middle(element: &Element) -> (f64, f64) {
    let room = element.get_bounding_client_rect();
    (room.left() + room.width() / 2.0, room.top() + room.height() / 2.0)
}

/// Marks one of several elements that a selector finds with a class, and no other.
pub fn mark_one(root: &Element, selector: &str, class: &str, marked: Option<usize>) {
    let Ok(found) = root.query_selector_all(selector) else { return };
    for at in 0..found.length() {
        if let Some(element) = found.get(at).and_then(|node| node.dyn_into::<Element>().ok()) {
            let is_marked = marked.is_some_and(|marked| u32::try_from(marked) == Ok(at));
            // A class of a fixed, valid name.
            let _ = element.class_list().toggle_with_force(class, is_marked);
        }
    }
}
