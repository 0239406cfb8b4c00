//! The door of Namesake: note texts, settings and decisions go in; findings, plans, tasks and resolutions come out. Shells
//! need no other crate, since everything that they use of the others is re-exported here.
//!
//! No I/O, no clock, no randomness and no JavaScript types. Offsets are bytes throughout; the boundary crate turns
//! them into UTF-16 units. The same notes and settings always give the same answers, in the same order.
#![forbid(unsafe_code)]

pub mod about;
pub mod bases;
pub mod briefing;
pub mod complete;
pub mod example;
pub mod glossary;
pub mod heard_tasks;
pub mod journal;
pub mod merge;
pub mod overview;
pub mod pattern_trial;
pub mod people;
mod pieces;
pub mod plan;
pub mod preview;
pub mod questions;
pub mod removed_lines;
pub mod split;
pub mod spoken_turns;
pub mod whois;
pub mod written_line;

pub use namesake_names as names;
pub use namesake_note::{adopted, config, decisions, finding, note, pattern, vocabulary};
pub use namesake_rules as rules;
pub use namesake_tasks as tasks;
pub use namesake_text::{frontmatter, path, text};
pub use namesake_transcript as transcript;
pub use namesake_vault::tasks::rows as task_rows;
pub use namesake_vault::{new_person, pattern_hits, vault};
