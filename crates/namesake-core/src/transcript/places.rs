//! Where in a note a transcript stands.

use crate::config::{Settings, same_word};
use crate::note::{Note, line_at, lines};
use crate::order;
use crate::text::Span;

/// The transcripts of `note`, in order and apart: what stands under a heading of that name, callouts of that name
/// (`> [!quote]- Transcript`, `> [!transcript]`), or the whole of a note whose `type` is one of these words.
pub fn places(note: &Note, settings: &Settings) -> Vec<Span> {
    let titles = &settings.headings.transcript;
    let is_meant = |word: &str| titles.iter().any(|title| same_word(title, word));
    let body = note.frontmatter.fence.body();
    if note.frontmatter.text("type").is_some_and(is_meant) {
        return vec![Span::new(body, note.text.len())];
    }
    let mut found = note.body.under(titles);
    let mut at = body;
    while let Some(open) = note.text[at..].find("> [!").map(|open| at + open) {
        let head = line_at(&note.text, open);
        at = head.end.max(open + 1);
        let words = Span::new(open + "> [!".len(), head.end).of(&note.text);
        let (kind, title) = words.split_once(']').unwrap_or_default();
        if is_meant(kind) || is_meant(title.trim_start_matches(['-', '+'])) {
            let rest = Span::new(note.text.len().min(head.end), note.text.len());
            let quoted =
                lines(&note.text, rest).skip(1).take_while(|line| note.slice(*line).trim_start().starts_with('>'));
            found.extend(quoted.last().map(|last| Span::new(head.end, last.end)));
            at = found.last().map_or(at, |place| place.end.max(at));
        }
    }
    order::sort(&mut found);
    let mut end = 0;
    found.retain(|place| {
        let is_new = place.start >= end;
        end = end.max(place.end);
        is_new
    });
    found
}
