//! Bytes to UTF-16 units and back, in one walk over the text: JavaScript and the editor count in units.

/// Turns byte offsets (in any order, each on a character boundary) into offsets in UTF-16 units.
/// An offset past the text counts as its end; one inside a character counts as that character's start.
pub fn from_bytes(text: &str, offsets: &mut [&mut usize]) {
    offsets.sort();
    let mut walk = text.char_indices();
    let (mut byte, mut unit) = (0, 0);
    let mut current = walk.next();
    for offset in offsets {
        while let Some((at, c)) = current {
            if at + c.len_utf8() > **offset {
                break;
            }
            byte = at + c.len_utf8();
            unit += c.len_utf16();
            current = walk.next();
        }
        debug_assert!(byte <= **offset || **offset >= text.len());
        **offset = unit;
    }
}

/// How many UTF-16 units `text` has.
pub fn len(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    // A character of four bytes, which begins with a byte from 0xF0 on, has two units; every other one has one.
    text.chars().count() + text.bytes().filter(|byte| *byte >= 0xF0).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_as_many_units_as_its_characters_together() {
        for text in ["", "abc", "é—ü", "📅 ж 👷‍♀️", "\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}"]
        {
            let long = text.repeat(5);
            for (start, _) in long.char_indices() {
                assert_eq!(len(&long[start..]), long[start..].encode_utf16().count());
            }
        }
    }

    #[test]
    fn an_emoji_counts_two_units() {
        let text = "a📅b";
        let (mut end, mut emoji, mut past) = (6, 1, 99);
        from_bytes(text, &mut [&mut end, &mut emoji, &mut past]);
        assert_eq!((emoji, end, past), (1, 4, 4));
    }
}
