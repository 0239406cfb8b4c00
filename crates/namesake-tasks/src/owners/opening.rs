//! Owners in plain words at the start of a task: `Mara: send …`, `Mara - send …`, `Rob & Ines to send …`. Any
//! capitalised words may stand there; whether they are people is left to the vault.

use super::owner::{Form, Owner, is_free};
use super::{names, people};
use namesake_text::text::Span;

/// Whether `text` has a word or sign that may follow such owners.
pub(super) fn is_possible(text: &str) -> bool {
    let mut threes = text.as_bytes().windows(3);
    // The longer dashes begin with these two bytes.
    text.contains(':') || threes.any(|three| matches!(three, b"to " | b" - " | b" \xE2\x80"))
}

/// The owners at the start of `text`, after tags. None where one overlaps `owners` or `markup`.
pub(super) fn find<'a>(text: &'a str, owners: &[Owner], markup: &[Span]) -> Vec<Owner<'a>> {
    // Names are looked for word by word, which most lines need not pay for.
    if !is_possible(text) {
        return Vec::new();
    }
    let people::List { owners: mut found, end } = people::list(text, start(text));
    let is_name =
        |owner: &Owner| owner.form == Form::At && owner.span == owner.name_span && names::is_name_alone(owner.name);
    let whole = Span::new(0, end);
    if !is_told_to(&text[end..]) || !found.iter().all(is_name) || !is_free(whole, owners, markup) {
        return Vec::new();
    }
    for owner in &mut found {
        owner.form = Form::Words;
    }
    found
}

/// Where the words begin, behind tags and spaces.
fn start(text: &str) -> usize {
    let mut at = 0;
    loop {
        at += text[at..].len() - text[at..].trim_start_matches(' ').len();
        if !text[at..].starts_with('#') {
            return at;
        }
        at += text[at..].find(' ').unwrap_or(text[at..].len());
    }
}

/// Whether the names are followed by what they have to do: `: send …`, ` - send …`, ` to send …`.
fn is_told_to(after: &str) -> bool {
    let signs = people::signs(after);
    let rest = &after[signs..];
    if let Some(rest) = rest.strip_prefix(['-', '–', '—']).filter(|_| after[..signs].ends_with(' ')) {
        return rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    }
    if let Some(rest) = rest.strip_prefix(':') {
        return (1..rest.len()).contains(&people::signs(rest));
    }
    rest.strip_prefix("to ").is_some_and(|rest| rest.starts_with(char::is_lowercase))
}
