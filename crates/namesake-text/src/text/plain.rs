//! Words taken from one note to be written into another, made safe: what a transcript says can smuggle no link,
//! template, query, comment or HTML into a note.

use crate::links;

/// Signs that mean something to Obsidian or to a template plugin, each with what is written instead.
/// Order matters: longer signs first.
const SIGNS: &[(&str, &str)] = &[
    ("<%", "< %"),
    ("%%", "% %"),
    ("{{", "{ {"),
    ("[[", "[ ["),
    ("]]", "] ]"),
    ("::", ": :"),
    ("```", "'"),
    ("`", "'"),
    ("|", "/"),
    ("<", "‹"),
    (">", "›"),
    ("^", "'"),
    ("\\", "/"),
];

/// `text` as one line of plain words: links by what they show, emphasis signs gone, dangerous signs replaced.
pub fn plain(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { made_plain(text) }
}

/// The words of a heading, as a title has them: code that is nothing but words stands there without its marks. `None` where
/// code holds more than that, such as a query that Obsidian works out.
pub fn heading_words(heading: &str) -> Option<String> {
    let pieces: Vec<&str> = heading.split('`').collect();
    // A mark without a second one is an apostrophe.
    if pieces.len().is_multiple_of(2) && !heading.contains("``") {
        return Some(plain(heading));
    }
    let is_sign = |c: char| c.is_alphanumeric() || " -_./+'".contains(c);
    let are_words =
        |code: &str| code.chars().all(is_sign) && code.starts_with(|c: char| c.is_alphanumeric() || c == '-');
    pieces.iter().skip(1).step_by(2).all(|code| are_words(code)).then(|| plain(&pieces.concat()))
}

fn made_plain(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut at = 0;
    for link in links::read(text, 0, &[]) {
        // An embed of a note is no words of it, but its sign is one.
        let open = link.span.start + usize::from(link.span.of(text).starts_with('!'));
        words.push_str(&text[at..open]);
        words.push_str(link.shown(text));
        at = link.span.end;
    }
    words.push_str(&text[at..]);
    // First, as two halves of a sign may have one of these between them.
    words.retain(|c| !is_invisible(c));
    let mut words = words.replace("**", "").replace("__", "");
    // Taking a sign out can bring two halves of another together, so go round until nothing is left.
    while let Some((sign, instead)) = SIGNS.iter().find(|(sign, _)| words.contains(sign)) {
        words = words.replace(sign, instead);
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `text` is words already, as nearly all names and titles are: then nobody need look for signs one by one.
fn is_plain(text: &str) -> bool {
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || b".,'-()&/".contains(byte);
    text.as_bytes().split(|byte| *byte == b' ').all(|word| !word.is_empty() && word.iter().all(is_word))
}

/// Control characters and the signs that turn the direction of a line: they hide what a line really says.
fn is_invisible(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// The first sentence of `text`, which is taken to end at a full stop, question or exclamation mark before a blank and
/// anything but a lower-case letter, else at the end of the line. An initial or a known abbreviation ends nothing.
pub fn first_sentence(text: &str) -> &str {
    let line = text.trim().lines().next().unwrap_or_default().trim();
    let mut at = 0;
    while let Some(found) = line[at..].find(['.', '!', '?']) {
        let end = at + found + 1;
        let mut after = line[end..].chars();
        let goes_on = after.next().is_none_or(|c| !c.is_whitespace())
            || after.find(|c| !c.is_whitespace()).is_none_or(char::is_lowercase);
        let word = line[..end - 1].rsplit(char::is_whitespace).next().unwrap_or_default();
        let shortened = line[..end].ends_with('.') && is_abbreviation(word);
        if !goes_on && !shortened {
            return &line[..end];
        }
        at = end;
    }
    line
}

fn is_abbreviation(word: &str) -> bool {
    const KNOWN: &[&str] =
        &["mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "e.g", "i.e", "approx", "inc", "ltd", "co", "cf", "etc"];
    word.chars().count() == 1 || KNOWN.iter().any(|known| word.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn links_are_told_by_what_they_show() {
        assert_eq!(plain("[[Rob Benoit|Rob]] met **[[Mara Voss]]**"), "Rob met Mara Voss");
        assert_eq!(plain("[Rob](../People/Rob%20Benoit.md) met [x](https://ex.org)"), "Rob met [x](https://ex.org)");
    }

    #[test]
    fn nothing_dangerous_gets_through() {
        assert_eq!(
            plain("a]] [[b <% x %> %%c%% `d` {{e}} f|g <img>"),
            "a] ] [ [b ‹ % x %› % %c% % 'd' { {e}} f/g ‹img›"
        );
        assert_eq!(plain("[\u{202e}[a]\u{200b}] {\u{feff}{b}}"), "[ [a] ] { {b}}");
    }

    #[test]
    fn code_in_a_heading_is_its_words_or_nothing() {
        assert_eq!(heading_words("Use `foo-bar` now"), Some("Use foo-bar now".to_owned()));
        assert_eq!(heading_words("Rob`s [[yard|garden]]"), Some("Rob's garden".to_owned()));
        for heading in ["`= this.file.name`", "Of `$= 1`", "`<% tp.file.title %>` again", "``a`b``"] {
            assert_eq!(heading_words(heading), None, "{heading}");
        }
    }

    #[test]
    fn a_sentence_ends_where_a_reader_thinks() {
        assert_eq!(first_sentence("We met Dr. Voss at 9.30. Then lunch."), "We met Dr. Voss at 9.30.");
        assert_eq!(first_sentence("No stop here\nand more"), "No stop here");
        assert_eq!(first_sentence("J. Kaspar signs. Done"), "J. Kaspar signs.");
    }

    proptest! {
        #[test]
        fn no_sign_survives(text in "[\\[\\]|`<%{}a :^\\\\*_\u{202e}\u{200b}]{0,30}") {
            let plain = plain(&text);
            for (sign, _) in SIGNS {
                prop_assert!(!plain.contains(sign), "{:?} in {:?}", sign, plain);
            }
        }

        #[test]
        fn words_alone_stay_as_they_are(text in "[a-zA-Z0-9.,'()&/é *-]{0,20}") {
            prop_assert_eq!(plain(&text), made_plain(&text));
        }
    }
}
