//! All notes with their facts, kept up to date note by note, and the answers to questions across notes: what a name
//! means, where a link leads, who took part in what. What only computes over these answers lives in modules of its own
//! (`tasks`, `teaching`, `new_person`, ...). Nothing here changes a note.

mod attendance;
mod attendee;
mod bios;
mod context;
mod decisions;
mod full_names;
mod habits;
mod keeper;
mod kinds;
mod known_names;
mod link_text;
mod links;
mod long_past;
mod meeting_days;
mod names;
mod note_index;
mod note_set;
mod participant_forms;
mod passages;
mod read_note;
mod related;
mod spoken_to;
mod store;
mod task_notes;
mod task_ties;
mod transcript_files;
mod transcripts;
mod usage;

pub use attendee::Attendee;
pub use context::Context;
pub use habits::{Habit, ValueForm, Written};
pub use keeper::says_me;
pub use known_names::KnownNames;
pub use link_text::{link_stem, stated_targets};
pub use read_note::ReadNote;
pub use store::Vault;
pub use task_notes::MOST_NOTES_WITH_TASK;
pub(crate) use task_ties::TaskTies;
pub use transcripts::{Transcript, TranscriptPlace};
pub use usage::{Usage, is_habit};
