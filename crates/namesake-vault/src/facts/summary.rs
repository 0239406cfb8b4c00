//! The first sentence of a meeting's summary.

use namesake_note::config::Settings;
use namesake_note::note::{Note, bullet, comment, lines};
use namesake_tasks::has_checkbox;
use namesake_text::text::{Span, first_sentence, plain};

/// Lines of so many bytes or more are taken to be wrapped, so the sentence continues on the next line.
const WRAPPED: usize = 60;

/// The first sentence of the summary, in plain words.
pub(super) fn summary(note: &Note, settings: &Settings) -> Option<String> {
    let section = note.body().section(&settings.headings.summary)?;
    // Hidden text, tables and titles of callouts are no summary.
    let says = |line: &Span| {
        let words = note.slice(*line).trim_start_matches(['>', ' ']);
        words.contains(char::is_alphanumeric)
            && !words.starts_with(['|', '#'])
            && !["[!", "![["].iter().any(|sign| words.starts_with(sign))
            && !is_unfilled(words)
            && !has_checkbox(words)
            && !note.body().is_opaque_at(line.start)
    };
    let mut all = lines(&note.text, section.content).skip_while(|line| !says(line));
    let bare = |line: Span| note.slice(line).trim_start_matches(['>', ' ', '\t']).trim_end();
    let mut last = bare(all.next()?);
    let mut words = last[bullet(last).unwrap_or_default()..].to_owned();
    for line in all.take_while(|line| says(line) && bullet(bare(*line)).is_none()) {
        let next = bare(line);
        let is_wrapped = last.len() >= WRAPPED || next.starts_with(char::is_lowercase);
        if !is_wrapped || last.ends_with(['.', '!', '?', ':']) {
            break;
        }
        words.push(' ');
        words.push_str(next);
        last = next;
    }
    let sentence = plain(first_sentence(&uncommented(&words)));
    (!sentence.is_empty()).then_some(sentence)
}

/// Whether a line is an unfilled part of a template: a placeholder, a question in italics, “TBD”.
fn is_unfilled(line: &str) -> bool {
    let words = line.trim();
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric());
    ["{{", "{ {", "<%"].iter().any(|sign| words.starts_with(sign))
        || words.starts_with('_') && words.ends_with("?_")
        || ["TBD", "TODO", "TBC", "to be filled in", "to be added"].iter().any(|known| bare.eq_ignore_ascii_case(known))
}

/// A line without its comments; a comment that is never closed hides the rest of the line.
fn uncommented(line: &str) -> String {
    let (mut shown, mut rest) = (String::new(), line);
    while let Some((before, behind)) = comment(rest) {
        shown.push_str(before);
        rest = behind.unwrap_or_default();
    }
    shown + rest
}
