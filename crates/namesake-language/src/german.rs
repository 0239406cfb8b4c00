//! German. Users are addressed as Obsidian's own translation does it, with “du”; names of people, notes and properties stand
//! in „…“, code in `…`, as in English.

mod core;
mod frontmatter;
mod names;
mod person;
mod tasks;

/// All texts, in pairs of English and German.
pub fn texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    [core::TEXTS, frontmatter::TEXTS, names::TEXTS, person::TEXTS, tasks::TEXTS].into_iter().flatten().copied()
}
