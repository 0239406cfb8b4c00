//! Rules that carry what a meeting taught to its people's notes.

pub mod contact;
pub mod gone_meeting;
mod heard;
pub mod key_decisions;
pub mod key_facts;
pub mod last_contact;
mod line;
mod named;
mod position;
pub mod recent_context;
pub mod related;
pub mod said;
pub mod sections;
mod taught;
pub mod told;
pub mod topics;
pub mod unknown_participant;
