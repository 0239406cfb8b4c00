//! The rows of tables that list tasks. What is offered of them is left to the rule.

use namesake_text::text::Span;

use super::item_details::ItemDetails;
use super::item_words::ItemWord;
use namesake_note::note::Note;

/// A row of a table of tasks: its cells, in bytes of the note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemRow {
    /// What has to be done.
    pub task: Span,
    /// By whom.
    pub owner: Option<Span>,
    /// By when.
    pub due: Option<Span>,
    /// Whether its state or struck words say that it is done.
    pub is_done: bool,
    /// Whether the column of days is called so in a language that writes the day before the month.
    pub is_day_first: bool,
}

impl ItemRow {
    /// Whose it is and by when.
    pub const fn details(&self) -> ItemDetails {
        ItemDetails { owner: self.owner, due: self.due }
    }
}

/// The rows of tables whose columns say what, who and mostly by when.
pub fn item_rows(note: &Note) -> Vec<ItemRow> {
    let mut found = Vec::new();
    for rows in note.body().tables() {
        let Some((head, rows)) = rows.split_first() else { continue };
        let column = |word: ItemWord| head.iter().position(|cell| word.is(note.slice(*cell)));
        let owner = column(ItemWord::Owner);
        let both = || head.iter().position(|cell| is_action_of_owner(note.slice(*cell)));
        let action = || column(ItemWord::Action).or_else(both);
        let Some(task) = (if owner.is_some() { column(ItemWord::Task) } else { action() }) else { continue };
        let (due, state) = (column(ItemWord::Day), column(ItemWord::State));
        let is_day_first = due.is_some() && column(ItemWord::EnglishDay) != due;
        for row in rows {
            let cell = |at: Option<usize>| row.get(at?).copied().filter(|cell| !cell.is_empty());
            let Some(task) = cell(Some(task)) else { continue };
            let several = tasks_in(note, task);
            if several.len() > 1 {
                let row = |(task, is_done)| ItemRow { task, owner: None, due: None, is_done, is_day_first };
                found.extend(several.into_iter().map(row));
                continue;
            }
            let task = several.first().map_or(task, |(task, _)| *task);
            let is_struck = note.slice(task).starts_with("~~") && note.slice(task).ends_with("~~");
            let is_done = is_struck || cell(state).is_some_and(|state| ItemWord::Done.is(note.slice(state)));
            let task = if is_struck { Span::new(task.start + 2, task.end.max(task.start + 4) - 2) } else { task };
            found.push(ItemRow { task, owner: cell(owner), due: cell(due), is_done, is_day_first });
        }
    }
    found
}

/// Whether a column holds what is to be done and who has to do it: `Actions: Responsible`, `Action / Owner`.
fn is_action_of_owner(title: &str) -> bool {
    let parts = [":", "/", "&", "(", " - ", " – "].iter().find_map(|sign| title.split_once(sign));
    parts.is_some_and(|(action, owner)| ItemWord::Action.is(action) && ItemWord::Owner.is(owner.trim_end_matches(')')))
}

/// The tasks that a cell lists a line each, and which of them are ticked: `- [ ] Send it<br>- [x] Paint it`.
fn tasks_in(note: &Note, cell: Span) -> Vec<(Span, bool)> {
    let words = note.slice(cell);
    let mut found = Vec::new();
    let mut at = cell.start;
    for part in words.split("<br>").flat_map(|part| part.split("<br/>")) {
        let line = Span::new(at, at + part.len());
        at = line.end + note.text[line.end..].find('>').map_or(0, |end| end + 1);
        let bare = part.trim_start_matches(['-', '*', '•', ' ']);
        let is_done = bare.starts_with("[x]");
        let bare = ["[ ]", "[x]"].iter().find_map(|sign| bare.strip_prefix(sign)).unwrap_or(bare).trim();
        let start = line.start + part.find(bare).unwrap_or_default();
        found.extend((!bare.is_empty()).then_some((Span::new(start, start + bare.len()), is_done)));
    }
    found
}
