//! The inputs, one row each, in the order of the page.
//!
//! A new input is one `row!` in the file of its group and one field in [`Inputs`](crate::model::Inputs).

#[macro_use]
mod macros;

mod adoption;
mod capacity;
mod draw_down;
mod equity;
mod lab_growth;
mod rates;
mod tranches;

use super::Input;

const GROUPS: [&[Input]; 7] =
    [tranches::ROWS, draw_down::ROWS, lab_growth::ROWS, capacity::ROWS, adoption::ROWS, equity::ROWS, rates::ROWS];

const COUNT: usize = count();

static TABLE: [Input; COUNT] = concatenated();

/// Every input, in the order of the page.
pub static INPUTS: &[Input] = &TABLE;

/// The row of a key.
#[must_use]
pub fn find(id: &str) -> Option<&'static Input> {
    INPUTS.iter().find(|input| input.id == id)
}

/// The row of a key that is known when the program is built; a mistyped key fails the build.
#[expect(clippy::indexing_slicing, clippy::panic, reason = "evaluated by the compiler only")]
pub(super) const fn known(id: &str) -> &'static Input {
    let mut at = 0;
    while at < COUNT {
        if same(TABLE[at].id, id) {
            return &TABLE[at];
        }
        at += 1;
    }
    panic!("no such input");
}

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler only, and within bounds")]
const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler only, and within bounds")]
const fn count() -> usize {
    let (mut total, mut group) = (0, 0);
    while group < GROUPS.len() {
        total += GROUPS[group].len();
        group += 1;
    }
    total
}

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler only, and within bounds")]
const fn concatenated() -> [Input; COUNT] {
    let mut table = [GROUPS[0][0]; COUNT];
    let (mut filled, mut group) = (0, 0);
    while group < GROUPS.len() {
        let mut row = 0;
        while row < GROUPS[group].len() {
            table[filled] = GROUPS[group][row];
            filled += 1;
            row += 1;
        }
        group += 1;
    }
    table
}
