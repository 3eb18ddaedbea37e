//! The cells of a large table, written one by one: only what differs from before is touched, mostly the text alone.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use crate::wording::tables::Cell;

/// The cells of a table with what was written into them.
#[derive(Default)]
pub struct Cells(Vec<(Element, Option<Cell>)>);

impl Cells {
    /// Forgets all cells: their table is made anew.
    pub fn forget(&mut self) {
        self.0.clear();
    }

    /// Writes cells into the elements that a selector finds in the table, in their order.
    pub fn write<'a>(&mut self, table: &Element, selector: &str, cells: impl Iterator<Item = Option<&'a Cell>>) {
        if self.0.is_empty() {
            self.0 = find(table, selector).unwrap_or_default();
        }
        for ((element, written), cell) in self.0.iter_mut().zip(cells) {
            if written.as_ref() != cell {
                // Fails only where the page is being torn down.
                let _ = put(element, written.as_ref(), cell);
                *written = cell.cloned();
            }
        }
    }
}

/// The elements, emptied.
fn find(table: &Element, selector: &str) -> Option<Vec<(Element, Option<Cell>)>> {
    let found = table.query_selector_all(selector).ok()?;
    let elements = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok());
    let emptied = elements.map(|element| {
        element.set_text_content(None);
        (element, None)
    });
    Some(emptied.collect())
}

fn put(element: &Element, before: Option<&Cell>, after: Option<&Cell>) -> Option<()> {
    let was_spoken = before.is_some_and(|cell| cell.spoken.is_some());
    match after {
        Some(Cell { text, spoken: Some(spoken) }) => {
            if !was_spoken {
                two_parts(element)?;
            }
            element.first_element_child()?.set_text_content(Some(text));
            element.last_element_child()?.set_text_content(Some(spoken));
        }
        Some(Cell { text, spoken: None }) => match element.first_child().filter(|_| !was_spoken) {
            Some(node) => node.set_node_value(Some(text)),
            None => element.set_text_content(Some(text)),
        },
        None => element.set_text_content(None),
    }
    let is_loss = after.is_some_and(Cell::is_loss);
    if is_loss != before.is_some_and(Cell::is_loss) {
        element.set_class_name(if is_loss { "loss" } else { "" });
    }
    Some(())
}

/// A part for the eye and one for the ear.
fn two_parts(element: &Element) -> Option<()> {
    let document = element.owner_document()?;
    element.set_text_content(None);
    for (name, value) in [("aria-hidden", "true"), ("class", "unseen")] {
        let part = document.create_element("span").ok()?;
        part.set_attribute(name, value).ok()?;
        element.append_child(AsRef::<Node>::as_ref(&part)).ok()?;
    }
    Some(())
}
