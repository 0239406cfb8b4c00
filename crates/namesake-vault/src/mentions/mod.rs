//! Where a note names people, and what may be asked about a written form.

pub mod capital_runs;
pub mod common_words;
pub mod form_places;
pub mod listed;
pub mod question;
