//! The lines of a text, as spans.

use namesake_text::frontmatter::fence::mark;
use namesake_text::text::Span;

/// The line that byte `at` stands on, without its line ending and without a byte order mark.
pub fn line_at(text: &str, at: usize) -> Span {
    let bytes = text.as_bytes();
    let start = bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(mark(text), |newline| newline + 1);
    let end = bytes[at..].iter().position(|byte| *byte == b'\n').map_or(text.len(), |newline| at + newline).max(start);
    Span::new(start, end - usize::from(bytes[start..end].ends_with(b"\r")))
}

/// The lines of `span`, each without its line ending.
pub fn lines(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let mut at = span.start;
    std::iter::from_fn(move || {
        (at < span.end).then(|| {
            let end = text[at..span.end].find('\n').map_or(span.end, |newline| at + newline);
            let line = Span::new(at, end - usize::from(text[at..end].ends_with('\r')));
            at = end + 1;
            line
        })
    })
}
