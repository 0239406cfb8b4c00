//! All notes together: their facts, and the answers to questions across them. Nothing here changes a note, and nothing
//! here is a rule. What one note says by itself is read by `namesake-note`, what was said in it by `namesake-transcript`.
//!
//! Each row uses only rows above it:
//!
//! | modules | hold |
//! |---|---|
//! | `facts` | what one note says that other notes care about |
//! | `vault` | all notes and facts, and the answers to questions across them |
//! | `new_person` | the note that a new person would get |
//! | `pattern_hits` | what the user's own patterns find in a note |
//! | `mentions`, `properties`, `tasks` | written names, values of properties and tasks, computed over a vault |
//! | `person` | what a person note says, bullet by bullet and field by field |
//! | `teaching` | what meetings teach the notes of people, companies and projects |
#![forbid(unsafe_code)]

pub mod facts;
pub mod mentions;
pub mod new_person;
pub mod pattern_hits;
pub mod person;
pub mod properties;
pub mod tasks;
pub mod teaching;
pub mod vault;

pub use vault::Vault;
