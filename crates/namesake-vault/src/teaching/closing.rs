//! What closes a note: a line of tags, and sections that hold queries and nothing else.

use crate::person::log_section::is_base_embed;
use namesake_note::note::{Note, lines};
use namesake_text::text::Span;

/// Languages of code that shows what other notes say.
const QUERIES: [&str; 6] = ["dataview", "dataviewjs", "datacorejsx", "tasks", "query", "base"];

/// The byte before `end` at which a new section does not tear apart what closes the note. A query without a heading of its
/// own belongs to the text above it.
pub(super) fn before_closing(note: &Note, end: usize) -> usize {
    let sections = &note.body().sections;
    let all: Vec<Span> = lines(&note.text, Span::new(note.frontmatter.fence.body(), end)).collect();
    let (mut kept, mut has_query, mut below) = (end, false, "");
    for line in all.into_iter().rev() {
        let words = note.slice(line).trim();
        let heading = sections.binary_search_by_key(&line.start, |section| section.heading.start);
        match heading {
            Ok(at) if at > 0 && (has_query || is_tags(below)) => {
                kept = line.start;
                has_query = false;
            }
            Err(_) if words.is_empty() => {}
            Err(_) if is_query(note, line) => has_query = true,
            Err(_) if is_tags(words) && !has_query => kept = line.start,
            _ => break,
        }
        below = words;
    }
    kept
}

/// Whether a line holds tags and nothing else.
fn is_tags(words: &str) -> bool {
    let is_tag = |word: &str| word.strip_prefix('#').is_some_and(|tag| tag.starts_with(char::is_alphanumeric));
    !words.is_empty() && words.split_whitespace().all(is_tag)
}

/// Whether the line is part of a query or embeds a base.
fn is_query(note: &Note, line: Span) -> bool {
    let opaque = &note.body().opaque;
    let code = opaque.get(opaque.partition_point(|span| span.end <= line.start));
    let code = code.filter(|span| span.start <= line.start);
    let language = code.and_then(|code| note.slice(*code).trim_start().strip_prefix("```"));
    let language = language.and_then(|rest| rest.split_whitespace().next());
    language.is_some_and(|language| QUERIES.contains(&language)) || is_base_embed(note.slice(line))
}
