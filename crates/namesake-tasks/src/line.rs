//! The outer parts of a task line: indentation, list marker, checkbox, body, block link, hard break.

use super::js;
use namesake_text::text::Span;

/// The parts of a line, in bytes of it.
pub(super) struct Parts {
    pub indentation: Span,
    pub marker: Span,
    /// After the checkbox, up to the first line end, without white space around it and without the block link.
    pub body: Span,
    pub block_link: Option<Span>,
    /// Empty where the line ends in fewer than two spaces.
    pub hard_break: Span,
}

/// A line up to its checkbox.
pub(super) struct Checkbox {
    indent: usize,
    marker: usize,
    pub status: Span,
    pub status_char: char,
}

/// What a line begins with; `None` where it is no list item with a checkbox.
pub(super) fn checkbox(line: &str) -> Option<Checkbox> {
    let indent = line.len() - line.trim_start_matches(|c| c == '>' || js::is_space(c)).len();
    let marker = indent + marker_len(&line[indent..])?;
    let bracket = marker + (line.len() - marker - line[marker..].trim_start_matches(' ').len());
    let status_char = line[bracket..].strip_prefix('[')?.chars().next().filter(|c| !js::is_line_end(*c))?;
    let status = Span::new(bracket + 1, bracket + 1 + status_char.len_utf8());
    let is_checkbox = line[status.end..].starts_with(']') && bracket > marker;
    is_checkbox.then_some(Checkbox { indent, marker, status, status_char })
}

/// Splits a line; `None` where it is no list item with a checkbox.
pub(super) fn split(line: &str) -> Option<Parts> {
    checkbox(line).map(|checkbox| split_behind(line, &checkbox))
}

/// Splits a line that begins with `checkbox`.
pub(super) fn split_behind(line: &str, checkbox: &Checkbox) -> Parts {
    let &Checkbox { indent, marker, status, .. } = checkbox;
    let text = js::first_line(&line[status.end + 1..]);
    let whole = trimmed(text).shifted(status.end + 1);
    let (body, block_link) = match block_link_at(whole.of(line)) {
        Some(at) => {
            let body = trimmed(&whole.of(line)[..at]).shifted(whole.start);
            (body, Some(Span::new(whole.start + at, whole.end)))
        }
        None => (whole, None),
    };
    Parts {
        indentation: Span::new(0, indent),
        marker: Span::new(indent, marker),
        body,
        block_link,
        hard_break: hard_break(line),
    }
}

/// The length of `-`, `*`, `+`, `12.` or `12)` at the start.
pub(super) fn marker_len(text: &str) -> Option<usize> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let ends = if digits == 0 { ['-', '*', '+'].as_slice() } else { &['.', ')'] };
    text[digits..].starts_with(ends).then_some(digits + 1)
}

/// Where ` ^id` starts at the end of a text.
pub(super) fn block_link_at(text: &str) -> Option<usize> {
    let head = text.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '-');
    let at = head.strip_suffix(" ^")?.len();
    (head.len() < text.len()).then_some(at)
}

/// Without white space around it; of nothing but white space the start, so that what is written there leaves the end.
fn trimmed(text: &str) -> Span {
    if text.chars().all(js::is_space) {
        return Span::at(0);
    }
    let start = text.len() - text.trim_start_matches(js::is_space).len();
    Span::new(start, start + text[start..].trim_end_matches(js::is_space).len())
}

fn hard_break(line: &str) -> Span {
    let start = line.trim_end_matches(' ').len();
    if line.len() - start >= 2 { Span::new(start, line.len()) } else { Span::at(line.len()) }
}
