//! What a person's note says: its bullets, the fields of the person, whom a bullet is about, and how new it all is.

pub mod bullets;
pub mod comparison;
pub mod evidence;
pub mod readings;
pub mod review;
pub mod subject;
