//! How deep quotes and lists may lie in each other. The Markdown parser looks at each of them on every line that goes on,
//! so that a line of a hundred thousand `>` and as many lines below it would hold the vault up for minutes.

use std::borrow::Cow;

use super::lines::lines;
use namesake_text::text::Span;

/// Marks of quotes and items at the start of one line; what goes beyond is taken as words.
const DEEPEST: usize = 100;

/// `text` with letters for the marks that lie too deep. Every byte keeps its place.
pub fn shallow(text: &str) -> Cow<'_, str> {
    let mut shallow = Cow::Borrowed(text);
    for line in lines(text, Span::new(0, text.len())).filter(|line| line.len() > DEEPEST) {
        if let Some(excess) = excess(line.of(text)) {
            let range = line.start + excess.start..line.start + excess.end;
            shallow.to_mut().replace_range(range, &"x".repeat(excess.len()));
        }
    }
    shallow
}

/// The marks of `line` that lie too deep.
fn excess(line: &str) -> Option<Span> {
    let bytes = line.as_bytes();
    let end = bytes.iter().position(|byte| !b"> \t-*+.)0123456789".contains(byte)).unwrap_or(bytes.len());
    let is_mark = |at: &usize| match bytes[*at] {
        b'>' => true,
        b'-' | b'*' | b'+' | b'.' | b')' => bytes.get(at + 1).is_some_and(|next| b" \t".contains(next)),
        _ => false,
    };
    let start = (0..end).filter(is_mark).nth(DEEPEST)?;
    Some(Span::new(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_left_as_it_is() {
        let rule = "-".repeat(300);
        for text in ["> > - [ ] 1. Deep", "", &rule, "1. one\n2. two\r\n> three"] {
            assert!(matches!(shallow(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    #[test]
    fn marks_beyond_the_hundredth_become_letters_and_nothing_moves() {
        for mark in [">", "> ", "- ", "1. "] {
            let text = format!("a\n{}é\nb", mark.repeat(150));
            let shallow = shallow(&text);
            assert_eq!(shallow.len(), text.len());
            assert!(shallow.starts_with(&format!("a\n{}", mark.repeat(99))) && shallow.ends_with("xé\nb"), "{shallow}");
        }
    }
}
