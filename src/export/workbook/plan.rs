//! The workbook before it is a file: sheets of cells, and names for them.

use std::fmt;

use super::columns::Yearly;
use super::formats::Look;

/// A cell's place, counted from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Place {
    pub row: u32,
    pub column: u16,
}

/// A block of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub first: Place,
    pub last: Place,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    Text(String),
    Number(f64),
    /// Without its equals sign.
    Formula(String),
    Link {
        url: String,
        text: String,
    },
}

/// A cell with its look.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub place: Place,
    pub content: Content,
    pub look: Look,
}

/// A defined name.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub text: String,
    pub sheet: usize,
    pub area: Area,
}

/// A sheet's cells.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub name: &'static str,
    pub cells: Vec<Cell>,
}

/// All sheets, in the order of their tabs, and all names.
pub(super) struct Book {
    /// The table of its sheet of years.
    pub years: &'static Yearly,
    pub sheets: Vec<Sheet>,
    pub names: Vec<Name>,
}

impl Place {
    /// Reads "B$9"; none for anything that is no cell.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = text.replace('$', "");
        let digits = plain.find(|c: char| c.is_ascii_digit())?;
        let (letters, number) = plain.split_at(digits);
        let known = (1..=3).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase());
        let row: u32 = number.parse().ok()?;
        known
            .then(|| letters.bytes().fold(0, |column, byte| column * 26 + u16::from(byte - b'A') + 1))
            .map(|column| Self { row: row.saturating_sub(1), column: column - 1 })
    }

    /// With both coordinates fixed: "$B$9".
    pub fn fixed(self) -> String {
        format!("${}${}", letters(self.column), self.row + 1)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", letters(self.column), self.row + 1)
    }
}

/// A column's letters.
pub(super) fn letters(column: u16) -> String {
    let mut rest = u32::from(column) + 1;
    let mut text = String::new();
    while rest > 0 {
        rest -= 1;
        text.insert(0, char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    text
}

impl Area {
    /// Every place, row by row.
    pub fn places(self) -> impl Iterator<Item = Place> {
        let columns = self.first.column..=self.last.column;
        (self.first.row..=self.last.row).flat_map(move |row| columns.clone().map(move |column| Place { row, column }))
    }
}

impl Sheet {
    pub fn new(name: &'static str) -> Self {
        Self { name, cells: Vec::new() }
    }

    pub fn put(&mut self, row: u32, column: u16, content: Content, look: Look) -> Place {
        let place = Place { row, column };
        self.cells.push(Cell { place, content, look });
        place
    }

    pub fn text(&mut self, row: u32, column: u16, text: impl Into<String>, look: Look) -> Place {
        self.put(row, column, Content::Text(text.into()), look)
    }

    pub fn number(&mut self, row: u32, column: u16, number: f64, look: Look) -> Place {
        self.put(row, column, Content::Number(number), look)
    }

    pub fn formula(&mut self, row: u32, column: u16, formula: impl Into<String>, look: Look) -> Place {
        self.put(row, column, Content::Formula(formula.into()), look)
    }
}

impl Book {
    /// A book without sheets yet.
    pub fn new(years: &'static Yearly) -> Self {
        Self { years, sheets: Vec::new(), names: Vec::new() }
    }

    /// Names cells of the sheet that is added next.
    pub fn name(&mut self, name: impl Into<String>, first: Place, last: Place) {
        self.names.push(Name { text: name.into(), sheet: self.sheets.len(), area: Area { first, last } });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_and_written() {
        for (text, row, column) in [("A1", 0, 0), ("Z9", 8, 25), ("AA10", 9, 26), ("BZ58", 57, 77)] {
            let place = Place { row, column };
            assert_eq!((Place::parse(text), place.to_string()), (Some(place), text.to_owned()));
        }
        assert_eq!(Place::parse("$B$9"), Some(Place { row: 8, column: 1 }));
        for text in ["lens", "w_a0", "it_life", "arr_g1", "9", "B", "tax_rate"] {
            assert_eq!(Place::parse(text), None, "{text}");
        }
    }
}
