//! How lines of an outline are numbered and how deep they stand.

/// How many bytes of `words` are the number of a paragraph and the blank behind it.
pub(super) fn outline_number(words: &str) -> usize {
    let number = words.split(' ').next().unwrap_or_default();
    let mut parts = number.trim_end_matches('.').split('.');
    let is_number = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_outline = number.contains('.') && number.len() < words.len() && parts.all(is_number);
    if is_outline { number.len() + 1 } else { 0 }
}

/// The indentation of a line; a tab counts as four.
pub(super) fn depth(line: &str) -> usize {
    let indent = line.chars().take_while(|c| *c == '>' || c.is_whitespace());
    indent.map(|c| if c == '\t' { 4 } else { 1 }).sum()
}
