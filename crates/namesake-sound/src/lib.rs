//! One part of a name, a first name or a surname: how it sounds, and how well it agrees with another one, as one of a few
//! levels. Whose name it is, and what a level is worth, is left to others.
//!
//! A crate of its own because of how it is compiled: each mention is compared with hundreds of people, so inside Obsidian
//! these few functions are code made for speed alone.
#![forbid(unsafe_code)]

mod level;
mod part;

pub use level::{Level, alike_at_most, first_name_level, level};
pub use part::{Letters, Part, Sounded, is_vowel};
