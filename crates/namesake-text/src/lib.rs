//! What a note is written in, to the byte: texts and their edits, frontmatter, links. Nothing in here knows
//! a vault, a setting or a rule.
//!
//! A crate of its own because of how it is compiled: every note goes through it, so inside Obsidian it is
//! made for speed, and everything above it, which does its work once in a while, for size.
#![forbid(unsafe_code)]

pub mod fold;
pub mod frontmatter;
pub mod links;
pub mod text;
