//! Rules that carry what a meeting taught to its people's notes.

pub mod last_contact;
pub mod recent_context;
