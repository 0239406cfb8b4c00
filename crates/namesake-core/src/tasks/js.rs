//! Character classes as JavaScript's expressions have them, where Rust's differ: white space, line ends, tags.

/// The white space of JavaScript's `\s` and `trim()`. Rust's has U+0085 in addition and lacks U+FEFF.
pub(super) fn is_space(c: char) -> bool {
    match c {
        '\u{0085}' => false,
        '\u{FEFF}' => true,
        _ => c.is_whitespace(),
    }
}

/// What JavaScript's `.` does not match.
pub(super) fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// What may stand in a tag after its `#`. Of all white space only the plain space ends one.
pub(super) fn is_tag_char(c: char) -> bool {
    !matches!(
        c,
        ' ' | '!'
            | '@'
            | '#'
            | '$'
            | '%'
            | '^'
            | '&'
            | '*'
            | '('
            | ')'
            | ','
            | '.'
            | '?'
            | '"'
            | ':'
            | '{'
            | '}'
            | '|'
            | '<'
            | '>'
    )
}

/// The tags of a text, with `#`: a `#` at the start or after white space, and at least one character of a tag.
pub(super) fn tags(text: &str) -> impl Iterator<Item = &str> {
    let mut read = 0;
    text.match_indices('#').filter_map(move |(at, _)| {
        let before = text[..at].chars().next_back();
        // White space that the tag before has swallowed (`#a<tab>#b`) no longer starts the next.
        let starts = before.is_none_or(|c| is_space(c) && at - c.len_utf8() >= read);
        let after = &text[at + 1..];
        let length = after.find(|c| !is_tag_char(c)).unwrap_or(after.len());
        if !starts || length == 0 {
            return None;
        }
        read = at + 1 + length;
        Some(text[at..read].trim_matches(is_space))
    })
}
