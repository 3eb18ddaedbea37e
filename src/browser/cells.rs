//! The cells of a large table, written one by one: only what differs from before is touched, mostly the text alone.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use crate::wording::tables::Cell;

/// The cells of a table with what was written into them.
#[derive(Default)]
pub struct Cells(Vec<Place>);

/// One cell.
struct Place {
    element: Element,
    /// The texts for the eye and, where it differs, for the ear.
    texts: [Option<Node>; 2],
    written: Option<Cell>,
}

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
        for (place, cell) in self.0.iter_mut().zip(cells) {
            if place.written.as_ref() != cell {
                // Fails only where the page is being torn down.
                let _ = place.write(cell);
            }
        }
    }
}

impl Cells {
    /// The place of the cell in which an element stands.
    #[must_use]
    pub fn position(&self, element: &Element) -> Option<usize> {
        let cell = element.closest("td").ok().flatten()?;
        self.0.iter().position(|place| place.element == cell)
    }

    /// Tells the reader more about the cell at a position once they point at it.
    pub fn tell(&self, at: usize, words: &str) {
        if let Some(place) = self.0.get(at) {
            let _ = place.element.set_attribute("title", words);
        }
    }
}

/// The elements, emptied.
fn find(table: &Element, selector: &str) -> Option<Vec<Place>> {
    let found = table.query_selector_all(selector).ok()?;
    let elements = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok());
    let place = |element: Element| {
        element.set_text_content(None);
        Place { element, texts: [None, None], written: None }
    };
    Some(elements.map(place).collect())
}

impl Place {
    fn write(&mut self, cell: Option<&Cell>) -> Option<()> {
        let before = self.written.take();
        self.written = cell.cloned();
        let parts = |cell: Option<&Cell>| cell.map(|cell| cell.spoken.is_some());
        if parts(before.as_ref()) != parts(cell) {
            self.texts = texts(&self.element, cell)?;
        } else if let (Some(cell), [seen, heard]) = (cell, &self.texts) {
            // Numbers differ in digits that are not shown, too.
            if before.as_ref().map(|before| &before.text) == Some(&cell.text) {
                return Some(());
            }
            seen.as_ref()?.set_node_value(Some(&cell.text));
            if let (Some(heard), Some(spoken)) = (heard, &cell.spoken) {
                heard.set_node_value(Some(spoken));
            }
        }
        let is_loss = |cell: Option<&Cell>| cell.is_some_and(Cell::is_loss);
        if is_loss(before.as_ref()) != is_loss(cell) {
            self.element.set_class_name(if is_loss(cell) { "loss" } else { "" });
        }
        Some(())
    }
}

/// Makes the texts of a cell: one, or one for the eye and one for the ear.
fn texts(element: &Element, cell: Option<&Cell>) -> Option<[Option<Node>; 2]> {
    element.set_text_content(cell.filter(|cell| cell.spoken.is_none()).map(|cell| cell.text.as_str()));
    let Some(Cell { text, spoken: Some(spoken), .. }) = cell else { return Some([element.first_child(), None]) };
    let document = element.owner_document()?;
    let part = |name: &str, value: &str, text: &str| {
        let part = document.create_element("span").ok()?;
        part.set_attribute(name, value).ok()?;
        part.set_text_content(Some(text));
        element.append_child(&part).ok()?;
        part.first_child()
    };
    Some([part("aria-hidden", "true", text), part("class", "unseen", spoken)])
}
