//! Task lines: the grammar of the Tasks plugin in its emoji and Dataview forms, read with a span for every field, so
//! that one field can be written without touching another byte. Which lines of a note are list items, and whom an
//! owner's name means, is left to others.
//!
//! The grammar is that of obsidian-tasks 8.3.0, scanned by hand: linear in the line's length where the plugin's own
//! expressions are quadratic (Dataview brackets) or exponential (`⛔ a , a , a .`).
//!
//! A vault has tens of thousands of these lines, so reading them has to be fast.
#![forbid(unsafe_code)]

mod answer;
mod click;
mod convert;
mod dataview;
mod emoji;
mod field;
mod hidden_fields;
mod js;
mod line;
pub mod lines;
pub mod marks;
mod next;
pub mod owners;
mod parse;
pub mod prose;
mod recurrence;
mod status;
mod tail;
mod task;
mod until;
pub mod when;

pub use answer::{Answer, TaskAnswer, answer, priority_name};
pub use click::{ClickError, ClickOutcome, click};
pub use convert::{FormatConflict, convert};
pub use emoji::begins_field;
pub use field::{DateKind, Field, Format, OnCompletion, Priority};
pub use hidden_fields::{HiddenFields, hidden_fields};
pub use jiff::civil::Date;
pub use parse::{has_checkbox, parse, parse_if};
pub use recurrence::{is_rule, read_part};
pub use status::{Status, StatusKind, StatusRow, Statuses};
pub use task::{DateField, Options, Task};

#[cfg(test)]
mod tests;
