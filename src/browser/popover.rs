//! A panel above the page, placed under the button that opens it.

use web_sys::{Element, HtmlElement};

use super::number::decimal;

const MARGIN: f64 = 8.0;

/// Shows a `popover` element under `anchor`, inside the window, and moves the focus into it.
pub fn show(panel: &HtmlElement, anchor: &Element) {
    // An old browser without popovers: the panel then stands open at the end of the page.
    let _ = panel.show_popover();
    place(panel, anchor);
    let _ = panel.focus();
}

/// Hides it; the browser gives the focus back to where it came from.
pub fn hide(panel: &HtmlElement) {
    let _ = panel.hide_popover();
}

fn place(panel: &HtmlElement, anchor: &Element) -> Option<()> {
    let window = web_sys::window()?;
    let page = window.document()?.document_element()?;
    let (at, own) = (anchor.get_bounding_client_rect(), panel.get_bounding_client_rect());
    let (width, height) = (f64::from(page.client_width()), f64::from(page.client_height()));
    let left = at.left().min(width - own.width() - MARGIN).max(MARGIN);
    let below = at.bottom() + MARGIN;
    let above = at.top() - MARGIN - own.height();
    let top = if below + own.height() > height && above > 0.0 { above } else { below };
    let style = panel.style();
    // Positions in the page, not in the window: the panel scrolls with its button.
    style.set_property("left", &(decimal(left + window.scroll_x().ok()?) + "px")).ok()?;
    style.set_property("top", &(decimal(top + window.scroll_y().ok()?) + "px")).ok()
}
