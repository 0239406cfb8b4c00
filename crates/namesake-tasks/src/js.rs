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

/// A set of bytes as a table, since it is asked for each byte of each task.
pub(super) struct Bytes([bool; 256]);

impl Bytes {
    /// ASCII letters, digits and `signs`.
    pub const fn words_and(signs: &[u8]) -> Self {
        let mut set = [false; 256];
        let mut byte = 0_u8;
        while byte < 128 {
            set[byte as usize] = byte.is_ascii_alphanumeric();
            byte += 1;
        }
        Self(marked(set, signs, true))
    }

    /// `signs` alone.
    pub const fn only(signs: &[u8]) -> Self {
        Self(marked([false; 256], signs, true))
    }

    /// All but `signs`.
    pub const fn all_but(signs: &[u8]) -> Self {
        Self(marked([true; 256], signs, false))
    }

    pub const fn has(&self, byte: u8) -> bool {
        self.0[byte as usize]
    }
}

const fn marked(mut set: [bool; 256], signs: &[u8], value: bool) -> [bool; 256] {
    let mut at = 0;
    while at < signs.len() {
        set[signs[at] as usize] = value;
        at += 1;
    }
    set
}

/// What may stand in a tag after its `#`. Of all white space only the plain space ends one, and nothing that takes more
/// than one byte does.
static TAG: Bytes = Bytes::all_but(b" !@#$%^&*(),.?\":{}|<>");

/// The text without the bytes of `set` at its end, which must not take the last byte of a longer character alone.
pub(super) fn head<'t>(text: &'t str, set: &Bytes) -> &'t str {
    let end = text.bytes().rposition(|byte| !set.has(byte)).map_or(0, |last| last + 1);
    &text[..end]
}

/// The text without the signs of a tag at its end.
pub(super) fn before_tag(text: &str) -> &str {
    head(text, &TAG)
}

/// The tags of a text, with `#`: a `#` at the start or after white space, and at least one character of a tag.
pub(super) fn tags(text: &str) -> impl Iterator<Item = &str> {
    let mut read = 0;
    text.match_indices('#').filter_map(move |(at, _)| {
        let before = text[..at].chars().next_back();
        // White space that the tag before has swallowed (`#a<tab>#b`) no longer starts the next.
        let starts = before.is_none_or(|c| is_space(c) && at - c.len_utf8() >= read);
        let after = &text[at + 1..];
        let length = after.bytes().position(|byte| !TAG.has(byte)).unwrap_or(after.len());
        if !starts || length == 0 {
            return None;
        }
        read = at + 1 + length;
        Some(text[at..read].trim_matches(is_space))
    })
}
