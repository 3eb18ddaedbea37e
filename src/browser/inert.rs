//! Putting the rest of the page to rest while a part of it lies above.

use web_sys::{Element, HtmlElement};

use super::number::decimal;

/// What speaks and what opens above the page is never put to rest.
const ABOVE: &str = "[aria-live], [popover]";

/// Takes everything but an element, and what holds it, out of reach of keys, pointers and readers; or gives it back.
pub fn all_but(element: &Element, rests: bool) {
    let mut inside = element.clone();
    while let Some(parent) = inside.parent_element() {
        let siblings = parent.children();
        for sibling in (0..siblings.length()).filter_map(|at| siblings.item(at)) {
            if !sibling.is_same_node(Some(&inside)) && !sibling.matches(ABOVE).unwrap_or(false) {
                // A boolean attribute of a fixed, valid name cannot fail.
                let _ = sibling.toggle_attribute_with_force("inert", rests);
            }
        }
        if parent.tag_name() == "BODY" {
            return;
        }
        inside = parent;
    }
}

/// Keeps an element as tall as it is, though what it holds is about to leave it.
pub fn hold_place(element: &HtmlElement) {
    let height = decimal(f64::from(element.offset_height())) + "px";
    let _ = element.style().set_property("min-height", &height);
}

/// Lets an element be as tall as what it holds.
pub fn free_place(element: &HtmlElement) {
    let _ = element.style().remove_property("min-height");
}
