//! Where a note names people, and what may be asked about a written form.

pub mod listed;
pub mod ordinary;
pub mod places;
pub mod prose;
pub mod question;
