//! The pure core of Namesake: note texts, settings and decisions go in; findings, tasks and resolutions come out.
//!
//! No I/O, no clock, no randomness and no JavaScript types. Offsets are bytes throughout; the boundary crate turns
//! them into UTF-16 units. The same notes and settings always give the same answers, in the same order.
#![forbid(unsafe_code)]

pub mod bases;
pub mod complete;
pub mod config;
pub mod decisions;
pub mod finding;
pub mod journal;
pub mod merge;
pub mod new_person;
pub mod note;
pub mod overview;
pub mod plan;
pub mod preview;
pub mod repair;
pub mod rules;
pub mod transcript;
pub mod vault;
pub mod whois;
mod words;

pub use namesake_names::{self as names, path};
pub use namesake_tasks as tasks;
pub use namesake_text::{frontmatter, text};
