//! Everything that is read: one note (`note`), what all notes say of people, meetings and tasks (`vault`), transcripts,
//! the user's settings and decisions, and the readings that several rules share. A finding's shape stands here too,
//! since a reading can say what is wrong in it. Nothing here changes a note.
#![forbid(unsafe_code)]

pub mod config;
pub mod decisions;
pub mod facts;
pub mod finding;
mod kind;
pub mod mentions;
pub mod new_person;
pub mod note;
pub mod person;
pub mod properties;
pub mod tasks;
pub mod teaching;
pub mod transcript;
pub mod vault;
pub mod word_list;
