//! The parts of a note that are transcripts.

use crate::config::{Settings, same_word};
use crate::note::{Note, line_at, lines};
use namesake_text::text::Span;

/// The transcripts of `note`, in order and apart: what stands under a heading of that name, callouts of that name (`>
/// [!quote]- Transcript`, `> [!transcript]`), or the whole of a note whose `type` is one of these words. What has to be
/// done stands in none of them.
pub fn transcript_spans(note: &Note, settings: &Settings) -> Vec<Span> {
    let titles = &settings.headings.transcript;
    let is_meant = |word: &str| titles.iter().any(|title| same_word(title, word));
    let whole = Span::new(note.frontmatter.fence.body(), note.text.len());
    let mut found = match note.frontmatter.text("type").is_some_and(is_meant) {
        true => vec![whole],
        false => note.body().under(titles),
    };
    callouts(note, whole.start, is_meant, &mut found);
    found.sort();
    let tasks = note.body().under(&settings.headings.action_items);
    let mut places: Vec<Span> = Vec::new();
    let mut end = whole.start;
    for place in found {
        let mut start = place.start.max(end);
        for task in &tasks {
            if task.start >= place.end || task.end <= start {
                continue;
            }
            let heading = note.text[..task.start].trim_end();
            places.push(Span::new(start, line_at(&note.text, heading.len()).start.max(start)));
            start = task.end;
        }
        places.push(Span::new(start, place.end.max(start)));
        end = end.max(place.end);
    }
    places.retain(|place| !place.of(&note.text).trim().is_empty());
    places
}

/// Adds the callouts whose kind or title is meant: the lines below their first.
fn callouts(note: &Note, from: usize, is_meant: impl Fn(&str) -> bool, found: &mut Vec<Span>) {
    let mut at = from;
    while let Some(open) = note.text[at..].find("> [!").map(|open| at + open) {
        let head = line_at(&note.text, open);
        at = head.end.max(open + 1);
        let words = Span::new(open + "> [!".len(), head.end).of(&note.text);
        let (kind, title) = words.split_once(']').unwrap_or_default();
        if is_meant(kind) || is_meant(title.trim_start_matches(['-', '+'])) {
            let rest = Span::new(head.end, note.text.len());
            let quoted =
                lines(&note.text, rest).skip(1).take_while(|line| note.slice(*line).trim_start().starts_with('>'));
            found.extend(quoted.last().map(|last| Span::new(head.end, last.end)));
            at = found.last().map_or(at, |place| place.end.max(at));
        }
    }
}
