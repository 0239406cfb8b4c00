//! German. Users are addressed as Obsidian's own translation does it, with “du”; names of people, notes and properties stand
//! in „…“, code in `…`, as in English.

mod core;
mod frontmatter;
mod lessons;
mod names;
mod notes;
mod patterns;
mod person;
mod tasks;
mod text;

/// All texts, in pairs of English and German.
pub fn texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    let areas = [
        core::TEXTS,
        frontmatter::TEXTS,
        lessons::TEXTS,
        names::TEXTS,
        notes::TEXTS,
        patterns::TEXTS,
        person::TEXTS,
        tasks::TEXTS,
        text::TEXTS,
    ];
    areas.into_iter().flatten().copied()
}
