//! What a person's note says: its bullets, the fields of the contact table, whom a bullet is about, the newest line,
//! and whether the note asks for review. What follows from that is left to the rules.

pub mod bullet_words;
pub mod bullets;
pub mod contact_fields;
pub mod log_section;
pub mod newest_line;
pub mod review;
pub mod subject;
pub mod twin_sections;
pub mod two_people;
