//! The inputs, one row each, in the order of the page.
//!
//! A new input is one `row!` in the file of its group and one field in [`Inputs`](crate::model::Inputs).

#[macro_use]
mod macros;

mod adoption;
mod burden;
mod capacity;
mod contract;
mod draw_down;
mod equity;
mod lab_growth;
mod market;
mod obligations;
mod rates;
mod switching;
mod tranches;

use super::Input;

const OF_INVESTOR: [&[Input]; 7] =
    [tranches::ROWS, draw_down::ROWS, lab_growth::ROWS, capacity::ROWS, adoption::ROWS, equity::ROWS, rates::ROWS];
const OF_BUYER: [&[Input]; 3] = [contract::ROWS, market::ROWS, switching::ROWS];
const OF_LAB_ALONE: [&[Input]; 8] = with_obligations(burden::ROWS);

const INVESTOR: usize = count(&OF_INVESTOR);
const BUYER: usize = count(&OF_BUYER);
const LAB_ALONE: usize = count(&OF_LAB_ALONE);
const LAB: usize = lab_growth::ROWS.len() + LAB_ALONE;

/// Every row once: the investor's, the buyer's, and those that only the lab has.
static TABLE: [Input; INVESTOR + BUYER + LAB_ALONE] =
    concatenated(&[&INVESTOR_TABLE, &concatenated::<BUYER>(&OF_BUYER), &concatenated::<LAB_ALONE>(&OF_LAB_ALONE)]);

const INVESTOR_TABLE: [Input; INVESTOR] = concatenated(&OF_INVESTOR);

/// The lab's own rows stand behind those of its growth, which the deal has as well.
static LAB_TABLE: [Input; LAB] = concatenated(&[lab_growth::ROWS, &concatenated::<LAB_ALONE>(&OF_LAB_ALONE)]);

/// The inputs of the investor's deal, in the order of the page.
pub static INPUTS: &[Input] = TABLE.split_at(INVESTOR).0;

/// The inputs of every side, each once.
pub static ALL_INPUTS: &[Input] = &TABLE;

/// The inputs of the buyer's commitment.
pub(super) static BUYER_INPUTS: &[Input] = TABLE.split_at(INVESTOR).1.split_at(BUYER).0;

/// The inputs of the lab's burden.
pub(super) static LAB_INPUTS: &[Input] = &LAB_TABLE;

/// The row of a key, on whatever side it stands.
#[must_use]
pub fn find(id: &str) -> Option<&'static Input> {
    ALL_INPUTS.iter().find(|input| input.id == id)
}

/// The row of a key that is known when the program is built; a mistyped key fails the build.
#[expect(clippy::indexing_slicing, clippy::panic, reason = "evaluated by the compiler only")]
pub(super) const fn known(id: &str) -> &'static Input {
    let mut at = 0;
    while at < TABLE.len() {
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

const fn with_obligations(first: &'static [Input]) -> [&'static [Input]; 8] {
    let [counted, one, two, three, four, five, six] = obligations::GROUPS;
    [first, counted, one, two, three, four, five, six]
}

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler only, and within bounds")]
const fn count(groups: &[&[Input]]) -> usize {
    let (mut total, mut group) = (0, 0);
    while group < groups.len() {
        total += groups[group].len();
        group += 1;
    }
    total
}

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler only, and within bounds")]
const fn concatenated<const N: usize>(groups: &[&[Input]]) -> [Input; N] {
    let mut table = [groups[0][0]; N];
    let (mut filled, mut group) = (0, 0);
    while group < groups.len() {
        let mut row = 0;
        while row < groups[group].len() {
            table[filled] = groups[group][row];
            filled += 1;
            row += 1;
        }
        group += 1;
    }
    table
}
