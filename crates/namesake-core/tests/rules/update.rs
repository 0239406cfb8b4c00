//! Writes into a spec what its rule finds and makes of the notes. Only blocks that are missing or wrong are written, so
//! a case that holds keeps its words. What is written has to be read: it is what the rule does, not what it should do.

use std::ops::Range;

use crate::case;
use crate::spec::{self, Case, Role};

/// The spec `text` of `rule` with the blocks that hold.
///
/// # Errors
/// What in the spec cannot be read, or which fix cannot be applied.
pub fn update(rule: &str, text: &str) -> Result<String, String> {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for case in spec::parse(text)? {
        let outcome = case::outcome(rule, &case).map_err(|error| format!("“{}”: {error}", case.title))?;
        if let Some(words) = outcome.findings {
            let block = fenced("findings", &words);
            let old = case.blocks.iter().find(|block| block.role == Role::Findings);
            edits.push(match old {
                Some(old) => (old.span.clone(), block),
                None => insertion(&case, Role::Findings, &block),
            });
        }
        for (role, known, notes) in
            [(Role::After, &case.after, &outcome.after), (Role::Accepted, &case.accepted, &outcome.accepted)]
        {
            edits.extend(note_edits(text, &case, role, known, notes));
        }
    }
    let mut text = text.to_owned();
    // Of several edits at one place the later ones are made first, so that they come to stand behind the earlier ones.
    edits.sort_by_key(|(span, _)| span.start);
    for (span, words) in edits.into_iter().rev() {
        text.replace_range(span, &words);
    }
    Ok(text)
}

type Note = (String, String);

/// The edits that make the blocks of `role` in `case` hold exactly `notes`.
fn note_edits(text: &str, case: &Case, role: Role, known: &[Note], notes: &[Note]) -> Vec<(Range<usize>, String)> {
    let mut edits = Vec::new();
    for (path, note) in notes.iter().filter(|note| !known.contains(note)) {
        let (words, attributes) = spec::written(note);
        let block = fenced(&format!("md {}=\"{path}\"{attributes}", role.word()), &words);
        edits.push(match case.blocks.iter().find(|old| old.role == role && old.path == *path) {
            Some(old) => (old.span.clone(), block),
            None => insertion(case, role, &block),
        });
    }
    let is_stale = |path: &str| notes.iter().all(|(other, _)| other != path);
    for old in case.blocks.iter().filter(|old| old.role == role && is_stale(&old.path)) {
        let blank = text[old.span.end..].len() - text[old.span.end..].trim_start_matches('\n').len();
        edits.push((old.span.start..old.span.end + blank, String::new()));
    }
    edits
}

/// `block` behind the blocks that stand before it in a spec.
fn insertion(case: &Case, role: Role, block: &str) -> (Range<usize>, String) {
    let earlier = case.blocks.iter().filter(|other| other.role <= role).map(|other| other.span.end);
    let at = earlier.max().unwrap_or(case.heading_end);
    (at..at, format!("\n\n{block}"))
}

fn fenced(info: &str, words: &str) -> String {
    let mut fence = "````".to_owned();
    while words.contains(&fence) {
        fence.push('`');
    }
    format!("{fence}{info}\n{words}{fence}")
}
