//! Signs around what a line says: emphasis, tags of emphasis, list markers, marks that nobody sees.

/// Tags that set words off as asterisks do, or end a line.
#[rustfmt::skip]
const TAGS: [&str; 17] = [
    "<b>", "</b>", "<strong>", "</strong>", "<i>", "</i>", "<em>", "</em>", "<u>", "</u>", "<p>", "</p>",
    "<span>", "</span>", "<br>", "<br/>", "<br />",
];

/// Marks of direction, joiners of width zero and byte order marks.
pub const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// How many bytes at the start of `text` are signs of emphasis, tags or invisible.
pub fn before(text: &str) -> usize {
    let mut rest = text;
    loop {
        let next = rest.trim_start_matches(|c| matches!(c, '*' | '_') || is_invisible(c));
        let next = TAGS.iter().find_map(|tag| next.strip_prefix(tag)).unwrap_or(next);
        if next.len() == rest.len() {
            return text.len() - rest.len();
        }
        rest = next;
    }
}

/// `text` without signs of emphasis, tags, blanks and what is invisible at its end.
pub fn trimmed_behind(text: &str) -> &str {
    let mut rest = text;
    loop {
        let next = rest.trim_end_matches(|c: char| matches!(c, '*' | '_') || c.is_whitespace() || is_invisible(c));
        let next = TAGS.iter().find_map(|tag| next.strip_suffix(tag)).unwrap_or(next);
        if next.len() == rest.len() {
            return rest;
        }
        rest = next;
    }
}

/// The tags in `text`: where each begins and ends.
pub fn tags(text: &str) -> impl Iterator<Item = (usize, usize)> {
    text.match_indices('<').filter_map(|(at, _)| {
        let tag = TAGS.iter().find(|tag| text[at..].starts_with(**tag))?;
        Some((at, at + tag.len()))
    })
}

/// The signs of highlighting in `text`, in pairs: where each begins and ends.
pub fn highlights(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let is_paired = text.matches("==").count().is_multiple_of(2) && !text.contains(" == ");
    text.match_indices("==").filter(move |_| is_paired).map(|(at, sign)| (at, at + sign.len()))
}

/// How many bytes of `text` are a list marker, a dash or a picture before a label, and blanks.
pub fn bullet(text: &str) -> usize {
    let mark = ["- ", "* ", "+ ", "• ", "— ", "– "].iter().find(|mark| text.starts_with(**mark));
    let len = match mark {
        Some(mark) => mark.len(),
        None if text.starts_with('—') => '—'.len_utf8(),
        None => number(text).or_else(|| picture(text)).unwrap_or_default(),
    };
    if len == 0 { 0 } else { text.len() - text[len..].trim_start().len() }
}

/// `12. ` of a numbered list; `12 ` and `Q12 ` before a name in bold.
fn number(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('Q').unwrap_or(text);
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let len = text.len() - inner.len() + digits;
    let is_set = inner.len() == text.len() && text[len..].starts_with(". ");
    let end = if is_set { 2 } else { usize::from(text[len..].starts_with(" *")) };
    ((1..=3).contains(&digits) && end > 0).then_some(len + end)
}

/// `👤 `
fn picture(text: &str) -> Option<usize> {
    let is_picture =
        |c: char| matches!(c, '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{200d}' | '\u{1f000}'..='\u{1faff}');
    let rest = text.trim_start_matches(is_picture);
    (rest.len() < text.len() && rest.starts_with(' ')).then(|| text.len() - rest.len() + 1)
}
