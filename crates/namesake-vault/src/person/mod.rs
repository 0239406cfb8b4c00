//! What a person's note says: its bullets, the fields of the person, whom a bullet is about, and how new it all is.

pub mod bullet_words;
pub mod bullets;
pub mod contact_fields;
pub mod newest_line;
pub mod review;
pub mod subject;
