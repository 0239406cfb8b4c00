//! A taught line: a line that a meeting wrote into another note, which has the words and then a link to the meeting
//! that shows its day. The line's block id is the digest of the words, so the note itself proves which lines nobody has
//! touched since. Only those are corrected without asking.

use std::collections::BTreeSet;

use namesake_text::fold::words;

use crate::vault::Vault;
use namesake_note::note::{Note, links};
use namesake_text::path::NotePath;
use namesake_text::text::{Span, digest, plain};

/// Bytes of the digest. So few suffice for the lines of one note, and Obsidian's own ids are shorter and so never
/// mistaken.
const BYTES: usize = 4;

/// An item of a list, divided into the parts of a taught line.
pub struct TaughtLine<'n> {
    /// The line, from its bullet on.
    pub span: Span,
    /// The plain words without bullet, tick, source and block id. A link among them counts as the words that it shows.
    pub words: String,
    /// Where the words begin.
    pub start: usize,
    /// What stands between the bullet and the words.
    pub mark: &'n str,
    /// The target of its last link, which in a taught line is the source.
    pub target: Option<&'n str>,
    /// The digest behind that link.
    pub id: Option<&'n str>,
}

impl<'n> TaughtLine<'n> {
    /// The item of `note` on the line `span`.
    pub fn read(note: &'n Note, span: Span) -> Self {
        let text = note.slice(span).trim_end();
        let bare = text.trim_start();
        let rest = bare.get(1..).unwrap_or_default().trim_start();
        let unmarked = rest.strip_prefix('✅').map_or(rest, str::trim_start);
        let offset = text.len() - unmarked.len();
        let mark = &rest[..rest.len() - unmarked.len()];
        let (said, id) = without_id(unmarked);
        let last = links::read(said, 0, &[]).into_iter().next_back();
        let mut line = Self {
            span: Span::new(span.start + (text.len() - bare.len()), span.end),
            words: String::new(),
            start: span.start + offset,
            mark,
            target: None,
            id: None,
        };
        let mut words = unmarked;
        if let Some(link) = last {
            line.target = Some(link.target.of(said));
            let (before, behind) = (&said[..link.span.start], &said[link.span.end..]);
            if behind.is_empty() {
                words = before.trim_end();
                line.id = id;
            } else if let Some(before) = before.strip_suffix('(').filter(|_| behind == ")") {
                // Lines written by hand have their source in brackets.
                words = before.trim_end();
            }
        }
        line.words = plain(words);
        line
    }

    /// Whether Namesake wrote the line and nobody has touched its words.
    pub fn is_untouched(&self) -> bool {
        self.has_id_of(&self.words)
    }

    /// Whether it was written with these words.
    pub fn has_id_of(&self, words: &str) -> bool {
        self.id.is_some_and(|id| id == line_id(words) || id == decision_id(words))
    }

    /// The meeting that it links as its source; a link whose target was cut off counts.
    pub fn source<'v>(&self, vault: &'v Vault) -> Option<&'v NotePath> {
        let target = self.target?;
        vault.linked(target).or_else(|| vault.cut_off(target))
    }
}

/// A line without the digest at its end, and the digest.
pub fn without_id(line: &str) -> (&str, Option<&str>) {
    let is_digest = |id: &str| id.len() == 2 * BYTES && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    match line.trim_end().rsplit_once(" ^") {
        Some((said, id)) if is_digest(id) => (said.trim_end(), Some(id)),
        _ => (line, None),
    }
}

/// The digests that stand at the ends of the note's lines. No line may get one of them a second time: a link to it would
/// lead to the first alone.
pub fn line_ids(note: &Note) -> BTreeSet<&str> {
    note.text.lines().filter_map(|line| without_id(line).1).collect()
}

/// Whether another note links to this block id. Rewriting the line changes its id and would break that link.
pub fn is_cited(vault: &Vault, note: &Note, id: &str) -> bool {
    let cited = format!("#^{id}");
    vault.backlinks(&note.path).iter().any(|path| vault.text(path).is_some_and(|text| text.contains(&cited)))
}

/// The block id of a line with these words.
pub fn line_id(words: &str) -> String {
    digest(&[words], BYTES)
}

/// The block id of a decision with these words. It differs from that of a fact, so that both may stand in one note.
pub fn decision_id(words: &str) -> String {
    digest(&["decision", words], BYTES)
}

/// The words with the link to their source and the line's id, as a line of the note at `from` has them behind its bullet.
/// `None` where the meeting cannot be linked.
pub fn with_source(vault: &Vault, from: &NotePath, words: &str, meeting: &NotePath, id: &str) -> Option<String> {
    let date = vault.meeting(meeting).and_then(|meeting| meeting.date.clone());
    let shown = date.unwrap_or_else(|| plain(meeting.stem()));
    let link = vault.link_showing(from, meeting, &shown)?;
    Some(format!("{words} {link} ^{id}"))
}

/// Whether two wordings are the same but for case, accents and punctuation.
pub fn is_same_wording(a: &str, b: &str) -> bool {
    words(a).eq(words(b)) && signs(a) == signs(b)
}

/// The same for all wordings that [`is_same_wording`] holds equal.
pub fn wording_key(text: &str) -> String {
    let mut compared = signs(text);
    for word in words(text) {
        compared.push(' ');
        compared.push_str(&word);
    }
    compared
}

/// The signs that carry meaning: `$`, `%`, `<`, emoji, a minus before a digit.
fn signs(text: &str) -> String {
    let mut signs = String::new();
    for (at, c) in text.char_indices() {
        let says = match c {
            '-' => {
                let is_number = text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
                is_number && !text[..at].ends_with(char::is_alphanumeric)
            }
            _ if c.is_ascii() => "$%+<>=#&~".contains(c),
            _ => !c.is_alphanumeric() && !c.is_whitespace() && !"“”‘’‚„«»‹›–—…·•".contains(c),
        };
        if says {
            signs.push(c);
        }
    }
    signs
}

/// Whether two wordings share half of their words. Those of `names` do not count, since every line about a person may
/// have them.
pub fn is_close_wording(a: &str, b: &str, names: &BTreeSet<String>) -> bool {
    let said = |text: &str| {
        let words = crate::facts::tokens(text).into_iter().map(|word| word.folded);
        words.filter(|word| !names.contains(word)).collect::<BTreeSet<_>>()
    };
    let (a, b) = (said(a), said(b));
    let shared = a.iter().filter(|word| b.contains(*word)).count();
    4 * shared >= a.len() + b.len() && shared > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use namesake_note::config::Settings;

    fn read(text: &str, check: impl Fn(&TaughtLine)) {
        let note = Note::read("People/a.md".into(), text.to_owned(), &Settings::default());
        check(&TaughtLine::read(&note, Span::new(0, text.len())));
    }

    #[test]
    fn a_line_is_taken_apart_into_words_and_source() {
        let id = line_id("Rob signs.");
        read(&format!("- ✅ Rob signs. [[2025-10-31 - Call|2025-10-31]] ^{id}"), |line| {
            assert_eq!((line.mark, line.words.as_str(), line.target), ("✅ ", "Rob signs.", Some("2025-10-31 - Call")));
            assert!(line.is_untouched());
        });
        read(&format!("- [[Rob Benoit|Rob]] signs. [[Call|2025-10-31]] ^{id}"), |line| {
            assert!(line.is_untouched(), "a link that shows the same words changes none");
        });
        read(&format!("* Rob signs all. [[Call|2025-10-31]] ^{id}  "), |line| {
            assert_eq!((line.words.as_str(), line.id), ("Rob signs all.", Some(id.as_str())));
            assert!(!line.is_untouched(), "somebody has edited it");
        });
        read("- Rob signs. ([[Call]])", |line| {
            assert_eq!((line.words.as_str(), line.target, line.id), ("Rob signs.", Some("Call"), None));
        });
        read("- By hand, see [[Call]].", |line| {
            assert_eq!((line.words.as_str(), line.target, line.id), ("By hand, see Call.", Some("Call"), None));
        });
        read("- Rob signs. [[Call]] ^37066d", |line| assert_eq!(line.id, None, "an id of Obsidian's"));
        read("- [[Call]]", |line| assert_eq!((line.words.as_str(), line.target, line.id), ("", Some("Call"), None)));
        read("-", |line| assert_eq!((line.words.as_str(), line.target), ("", None)));
    }

    #[test]
    fn other_words_for_one_thing_are_close() {
        let names = BTreeSet::from(["rob".to_owned(), "benoit".to_owned()]);
        let (two, three) =
            ("Rob Benoit can stage two gateways within a week.", "Rob can stage three gateways within a week.");
        assert!(is_close_wording(two, three, &names));
        assert!(!is_close_wording(two, "Rob Benoit signs the final acceptance.", &names));
        assert!(!is_close_wording("Rob Benoit", "Rob Benoit", &names), "nothing is said");
        assert!(is_same_wording("Rob, signs!", "rob signs"));
        assert!(is_same_wording("A well-known “name” – 2025-10-31", "a well-known name; 2025-10-31"));
        for (one, other) in [("$500", "€500"), ("5 %", "-5 %"), (">5", "<5"), ("C", "C++"), ("Rob 👍", "Rob 👎")]
        {
            assert!(!is_same_wording(one, other) && wording_key(one) != wording_key(other), "{one} / {other}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_line_is_read_without_harm(text in "[-*] ?(✅ )?[a-z \\[\\]#^|é]{0,30}") {
            read(&text, |line| {
                assert!(line.start <= line.span.end && text.is_char_boundary(line.start));
                assert!(line.id.is_none() || line.target.is_some());
            });
        }
    }
}
