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

/// The text up to the first line end. Looked for byte by byte: most of what is read here is not.
pub(super) fn first_line(text: &str) -> &str {
    let mut at = 0;
    while let Some(step) = text.as_bytes()[at..].iter().position(|b| matches!(b, b'\n' | b'\r' | 0xE2)) {
        at += step;
        if text[at..].starts_with(is_line_end) {
            return &text[..at];
        }
        at += 1;
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    text
}

/// The text without the bytes at its end that are `part`, which must not take the last byte of a longer character alone.
pub(super) fn head(text: &str, part: fn(u8) -> bool) -> &str {
    let bytes = text.as_bytes();
    let mut end = bytes.len();
    while end > 0 && part(bytes[end - 1]) {
        end -= 1;
    }
    &text[..end]
}

/// What may stand in a tag after its `#`. Of all white space only the plain space ends one, and nothing that takes more
/// than one byte does.
pub(super) fn is_tag_byte(b: u8) -> bool {
    !matches!(
        b,
        b' ' | b'!'
            | b'@'
            | b'#'
            | b'$'
            | b'%'
            | b'^'
            | b'&'
            | b'*'
            | b'('
            | b')'
            | b','
            | b'.'
            | b'?'
            | b'"'
            | b':'
            | b'{'
            | b'}'
            | b'|'
            | b'<'
            | b'>'
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
        let length = after.bytes().position(|b| !is_tag_byte(b)).unwrap_or(after.len());
        if !starts || length == 0 {
            return None;
        }
        read = at + 1 + length;
        Some(text[at..read].trim_matches(is_space))
    })
}
