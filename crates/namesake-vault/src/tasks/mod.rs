//! Tasks as parts of notes: how an owner is written, where a note lists what has to be done, and the queries for tasks.

pub mod list;
pub mod owner_style;
pub mod query;
