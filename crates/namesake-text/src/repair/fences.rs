//! Fences that have become something else: `----`, `———`, a control character in their place or a sign beside them that
//! nobody sees. Strict, as all that takes a head for properties: see `head`.

use super::head::is_meant;
use super::line;
use crate::frontmatter::fence::{Likeness, is_unseen, likeness, lines, mark};
use crate::frontmatter::{Fence, Frontmatter};
use crate::text::{Edit, Span, apply};

/// A larger block (in lines) was not written by hand.
const MOST_LINES: usize = 200;

/// A block whose fences are to be mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OddFences {
    /// Each odd fence without its line ending.
    pub spans: Vec<Span>,
    /// The numbers of their lines, from 1.
    pub lines: Vec<usize>,
    /// Whether the first fence is right, or of dashes that no line across a page has, and the other one is of dashes, or,
    /// where the first is right, nothing seen is left of it.
    pub is_plain: bool,
    /// The names of the properties that stand between them.
    pub names: Vec<String>,
}

impl OddFences {
    /// The edits that mend them.
    pub fn edits(&self) -> Vec<Edit> {
        self.spans.iter().map(|span| Edit::replace(*span, "---")).collect()
    }
}

/// The odd fences at the head of `text`, if what stands between them is a block of properties and is none to Obsidian.
pub fn odd_fences(text: &str) -> Option<OddFences> {
    let mut all = lines(text, mark(text)).take(MOST_LINES).enumerate();
    let (_, open) = all.next()?;
    let opens = likeness(open.of(text));
    if opens.is_none() && matches!(Fence::find(text), Fence::None) {
        return None;
    }
    let mut odd: Vec<(usize, Span, Likeness)> = opens.map(|opens| (0, open, opens)).into_iter().collect();
    let mut is_first = true;
    for (at, span) in all {
        let words = span.of(text).trim_end();
        if let Some(closes) = likeness(span.of(text)) {
            odd.push((at, span, closes));
            return mended(text, &odd);
        }
        if words == "---" {
            return if odd.is_empty() { None } else { mended(text, &odd) };
        }
        let is_name = line::name(words).is_some_and(|(indent, _)| indent == 0);
        let fits = is_name || words.is_empty() || words.starts_with('#') || line::belongs_above(words);
        if !fits || is_first && !is_name {
            return None;
        }
        is_first = false;
    }
    None
}

fn is_hidden(c: char) -> bool {
    is_unseen(c) || c.is_whitespace()
}

/// The fences, if mending them makes a block of what stands between them.
fn mended(text: &str, odd: &[(usize, Span, Likeness)]) -> Option<OddFences> {
    let bare = |span: &Span| Span::new(span.start, span.start + span.of(text).trim_end_matches(['\r', '\n']).len());
    let (first, last) = (odd.first()?, odd.last()?);
    let is_bare = |span: &Span| !span.of(text).contains(is_unseen);
    // A sign at the head of the note that nobody sees may be part of something else, such as a second byte order mark, and
    // four hyphens are a line across the page.
    let is_rule = |span: &Span| span.of(text).trim().bytes().all(|byte| byte == b'-');
    let opens = first.0 > 0 || first.2 == Likeness::Dashes && is_bare(&first.1) && !is_rule(&first.1);
    let closes =
        last.2 == Likeness::Dashes || last.0 > 0 && first.0 > 0 && last.1.of(text).trim_matches(is_hidden).is_empty();
    let mut fences = OddFences {
        spans: odd.iter().map(|(_, span, _)| bare(span)).collect(),
        lines: odd.iter().map(|(at, ..)| at + 1).collect(),
        is_plain: opens && (last.0 == 0 || closes),
        names: Vec::new(),
    };
    let after = apply(text, &fences.edits()).ok().filter(|after| is_meant(after))?;
    let entries = Frontmatter::read(&after).entries;
    // Between two lines of dashes one remark may stand: `status: done`.
    if entries.is_empty() || first.0 == 0 && entries.len() < 2 {
        return None;
    }
    fences.names = entries.into_iter().map(|entry| entry.key).collect();
    Some(fences)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(text: &str) -> Option<String> {
        odd_fences(text).map(|fences| apply(text, &fences.edits()).unwrap())
    }

    #[test]
    fn each_fence_becomes_three_hyphens_and_the_rest_stays() {
        let right = "---\ntitle: A\ntags: [b]\n---\nText\n";
        for (open, close) in
            [("----", "----"), ("———", "———"), ("---", "\u{14}"), ("---", "—-"), ("---\u{200b}", "---")]
        {
            let text = format!("{open}\ntitle: A\ntags: [b]\n{close}\nText\n");
            assert_eq!(mended(&text).as_deref(), Some(right), "{text:?}");
        }
        assert_eq!(
            mended("\u{feff}–––\r\ntitle: A\r\n\r\ntags: b\r\n---\r\n\r\n---\r\n").as_deref(),
            Some("\u{feff}---\r\ntitle: A\r\n\r\ntags: b\r\n---\r\n\r\n---\r\n")
        );
    }

    #[test]
    fn only_dashes_and_a_lost_closing_fence_are_plain() {
        let is_plain =
            |open: &str, close: &str| odd_fences(&format!("{open}\ntitle: A\ntags: b\n{close}\n")).unwrap().is_plain;
        assert!(is_plain("———", "----") && is_plain("---", "\u{14}") && is_plain("---", "———"));
        assert!(!is_plain("----", "----"), "lines across a page look so");
        assert!(
            !is_plain("—", "---")
                && !is_plain("---", "--")
                && !is_plain("\u{14}", "---")
                && !is_plain("----", "\u{14}")
        );
    }

    #[test]
    fn lines_across_a_text_are_no_fences() {
        for text in [
            "---\ntitle: A\n---\n\n----\n",
            "----\nWe met. It was: good.\n----\n",
            "----\nAnna: Hello!\nBen: Hello.\n----\n",
            "----\nstatus: done\n----\n",
            "----\n\ntitle: A\ntags: b\n----\n",
            "----\ntitle: A\ntags: b\n",
            "---\ntitle: A\nand more of it\n----\n",
            "title: A\n----\n",
            "",
        ] {
            assert_eq!(odd_fences(text), None, "{text:?}");
        }
    }
}
