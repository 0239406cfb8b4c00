//! What the character in a checkbox means: the rows of the Tasks plugin's status table.

use serde::{Deserialize, Serialize};

/// What a status counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum StatusKind {
    /// To be done.
    Todo,
    /// Done.
    Done,
    /// Begun.
    InProgress,
    /// Waiting.
    OnHold,
    /// Given up.
    Cancelled,
    /// A checkbox that is no task.
    NonTask,
}

impl StatusKind {
    /// Whether nothing is left to do.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Done | Self::Cancelled | Self::NonTask)
    }
}

/// A row of the table, as the Tasks plugin stores it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct StatusRow {
    /// The character in the checkbox.
    pub symbol: char,
    /// What it is called.
    pub name: String,
    /// The character that a click puts there instead.
    pub next_symbol: char,
    /// What it counts as.
    #[serde(rename = "type")]
    pub kind: StatusKind,
}

/// The table. The first row for a symbol counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Statuses(pub Vec<StatusRow>);

impl Default for Statuses {
    /// The four rows that the Tasks plugin starts with.
    fn default() -> Self {
        let row = |symbol, name: &str, next_symbol, kind| StatusRow { symbol, name: name.into(), next_symbol, kind };
        Self(vec![
            row(' ', "Todo", 'x', StatusKind::Todo),
            row('x', "Done", ' ', StatusKind::Done),
            row('/', "In Progress", 'x', StatusKind::InProgress),
            row('-', "Cancelled", ' ', StatusKind::Cancelled),
        ])
    }
}

/// The status of one task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status<'a> {
    /// The character in the checkbox.
    pub symbol: char,
    /// Its name, `Unknown` where the table has none.
    pub name: &'a str,
    /// The character that a click puts there instead.
    pub next_symbol: char,
    /// What it counts as; a symbol the table lacks is to be done, `X` too.
    pub kind: StatusKind,
}

impl Statuses {
    /// What `symbol` means.
    pub fn of(&self, symbol: char) -> Status<'_> {
        match self.0.iter().find(|row| row.symbol == symbol) {
            Some(row) => Status { symbol, name: &row.name, next_symbol: row.next_symbol, kind: row.kind },
            None => Status { symbol, name: "Unknown", next_symbol: 'x', kind: StatusKind::Todo },
        }
    }
}
