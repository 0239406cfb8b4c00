//! Everything that Namesake reads. Nothing here changes a note, and nothing here is a rule.
//!
//! Each row uses only rows above it:
//!
//! | modules | hold |
//! |---|---|
//! | `adopted`, `pattern`, `config`, `decisions`, `word_list` | what the user set, here and in other programs, and decided; lists of words |
//! | `note` | one note, read once: frontmatter, body, kind |
//! | `vocabulary`, `days` | what people call properties, folders and headings; days as they are written |
//! | `recognition` | what a note is, and who it says took part |
//! | `finding` | the shape of a finding and its fixes |
//! | `transcript` | who said what, and what was undertaken or asked for |
//! | `facts` | what one note says that other notes care about |
//! | `vault` | all notes and facts, and the answers to questions across them |
//! | `new_person` | the note that a new person would get |
//! | `pattern_hits` | what the user's own patterns find in a note |
//! | `mentions`, `properties`, `tasks` | written names, values of properties and tasks, computed over a vault |
//! | `person` | what a person note says, bullet by bullet and field by field |
//! | `teaching` | what meetings teach the notes of people, companies and projects |
#![forbid(unsafe_code)]

pub mod adopted;
pub mod common_words;
pub mod config;
pub mod days;
pub mod decisions;
pub mod facts;
pub mod finding;
mod kind;
pub mod mentions;
pub mod new_person;
pub mod note;
pub mod pattern;
pub mod pattern_hits;
pub mod person;
pub mod properties;
pub mod recognition;
pub mod tasks;
pub mod teaching;
pub mod transcript;
pub mod vault;
pub mod vocabulary;
pub mod word_list;

pub use vault::Vault;
