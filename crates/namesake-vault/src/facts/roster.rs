//! The people whom a note names in a table: an organisation chart, a list of members. Who keeps such a table needs no note of
//! each of them.

use std::collections::BTreeSet;

use namesake_note::note::Note;
use namesake_note::recognition::{NameShape, name_shape};
use namesake_text::fold::fold;

/// A shorter table says nothing about how people are kept.
const LEAST: usize = 5;

/// The folded full names in the first columns of the tables of `note` that list people.
pub(super) fn rostered(note: &Note) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for rows in note.body().tables() {
        let cells = rows
            .iter()
            .skip(1)
            .filter_map(|row| row.first())
            .map(|cell| note.slice(*cell).trim_matches(['*', '_', ' ']));
        let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        let people: BTreeSet<String> =
            cells.iter().filter(|cell| name_shape(cell) >= NameShape::Several).map(|cell| fold(cell)).collect();
        if people.len() >= LEAST && 4 * people.len() >= 3 * cells.len() {
            names.extend(people);
        }
    }
    names
}
