//! What a note is written in, to the byte: texts and their edits, frontmatter and the repair of broken blocks, links,
//! and the path by which a note is known. Nothing here knows a vault, a setting or a rule.
#![forbid(unsafe_code)]

pub mod fold;
pub mod frontmatter;
pub mod links;
pub mod path;
pub mod repair;
pub mod text;
