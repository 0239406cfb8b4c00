//! One note, read once: its frontmatter, its body and its kind. What other notes have a say in is left to `vault`.

mod body;
mod generated;
mod layout;
mod lines;
mod nesting;
mod one_note;

pub use crate::kind::Kind;
pub use body::{Body, Field, Section, bullet, comment, is_titled};
pub use layout::{BlankRun, Layout, blank_runs, glued_headings};
pub use lines::{line_at, lines};
pub use namesake_text::links::{self, Link};
pub use one_note::Note;
