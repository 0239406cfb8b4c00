//! Rules that carry what a meeting taught to its people's notes.

pub mod contact;
pub mod gone_meeting;
pub mod key_decisions;
pub mod key_facts;
pub mod last_contact;
pub mod recent_context;
pub mod related;
pub mod topics;
pub mod unknown_participant;
