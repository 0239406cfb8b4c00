//! What meetings teach the notes of their people, companies and projects, and where in those notes it stands. Which
//! finding that makes, and when it is automatic, is left to the rules.

mod closing;
pub mod contact;
pub mod encounters;
pub mod line;
pub mod naming;
mod objects;
pub mod position;
pub mod sections;
pub mod statements;
pub mod taught_section;
pub mod transcript_notes;
