//! Links to notes, `[[wikilinks]]`, `![[embeds]]` and `[Markdown](links.md)`, and Obsidian's `%% comments %%`. Which note
//! a link means is left to the vault.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::text::span::{Span, trimmed};

/// A link to a note, or an embed of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// From the first bracket (of an embed: the exclamation mark) to the last.
    pub span: Span,
    /// The note it names, trimmed, without heading or block. In a Markdown link signs are percent-encoded, see
    /// [`decoded`].
    pub target: Span,
    /// What is shown instead of the target, if the link says so.
    pub display: Option<Span>,
    /// Whether it is a Markdown link.
    pub markdown: bool,
}

impl Link {
    /// What a reader sees of it.
    pub fn shown<'t>(&self, text: &'t str) -> &'t str {
        self.display.unwrap_or(self.target).of(text)
    }
}

/// The links of `text` from byte `start` on, outside the `opaque` ranges, in order.
pub fn read(text: &str, start: usize, opaque: &[Span]) -> Vec<Link> {
    let mut links = wikilinks(text, start, opaque);
    let wiki = links.len();
    let (mut at, mut ending) = (start, start);
    while let Some(found) = text.get(at..).and_then(|rest| rest.find("](")) {
        let close = at + found;
        at = close + 2;
        // Hardly any address ends like a note, and brackets far from such an ending need no look.
        if ending < at {
            let Some(next) = text[at..].find(MARKDOWN) else { break };
            ending = at + next;
        }
        if ending - at > LONGEST {
            continue;
        }
        let Some(link) = markdown_around(text, start, close) else { continue };
        at = link.span.end;
        let next = links[..wiki].partition_point(|other| other.span.end <= link.span.start);
        let is_free = next == wiki || links[next].span.start >= link.span.end;
        if is_free && covering(opaque, link.span.start).is_none() && covering(opaque, close).is_none() {
            links.push(link);
        }
    }
    if links.len() > wiki {
        links.sort_by_key(|link| link.span.start);
    }
    links
}

/// The wikilinks of `text`, and embeds in that form.
pub fn wikilinks(text: &str, start: usize, opaque: &[Span]) -> Vec<Link> {
    let mut links = Vec::new();
    let mut at = start;
    while let Some(open) = twice(text, at, '[') {
        if let Some(block) = covering(opaque, open) {
            at = block.end;
            continue;
        }
        match link_at(text, open) {
            Some(link) => {
                at = link.span.end;
                links.push(link);
            }
            None => at = open + 1,
        }
    }
    links
}

/// More bytes than this in the words or the address of a Markdown link make it none. It keeps hostile lines linear.
const LONGEST: usize = 500;

/// The Markdown link to a note that opens at byte `open`, where `[` stands.
pub fn markdown_at(text: &str, open: usize) -> Option<Link> {
    let rest = line_from(text, open);
    let mut closes = rest.match_indices("](").map(|(at, _)| open + at).take_while(|close| close - open <= LONGEST);
    let link = closes.find_map(|close| markdown_around(text, open, close))?;
    (link.span.start == open).then_some(link)
}

/// The Markdown link to a note whose words end at byte `close`, where `](` stands. It opens at byte `start` or behind it.
/// Its address ends in `.md` and names no place outside the vault.
fn markdown_around(text: &str, start: usize, close: usize) -> Option<Link> {
    let open = opening(text, start, close)?;
    let (address, end) = address(text, close + 2)?;
    let path = address.of(text).split('#').next().unwrap_or_default();
    if path.contains(':') || path.len() <= MARKDOWN.len() || !path.ends_with(MARKDOWN) {
        return None;
    }
    let words = trimmed(text, Span::new(open + 1, close));
    let embed = usize::from(text[start..open].ends_with('!'));
    Some(Link {
        span: Span::new(open - embed, end),
        target: Span::new(address.start, address.start + path.len()),
        display: Some(words).filter(|words| !words.is_empty()),
        markdown: true,
    })
}

/// The ending of notes.
const MARKDOWN: &str = ".md";

/// The bracket that byte `close` closes, on the same line.
fn opening(text: &str, start: usize, close: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    for at in (start..close).rev().take(LONGEST) {
        let is_escaped = at > start && bytes[at - 1] == b'\\';
        match bytes[at] {
            b'\n' => return None,
            b']' if !is_escaped => depth += 1,
            b'[' if !is_escaped && depth == 0 => return Some(at),
            b'[' if !is_escaped => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The address that begins at byte `start`, behind the bracket, and the end of its link. A title may stand behind it.
fn address(text: &str, start: usize) -> Option<(Span, usize)> {
    let line = line_from(text, start);
    let blank = line.len() - line.trim_start_matches([' ', '\t']).len();
    let inner = &line[blank..];
    let (from, length, behind) = match inner.strip_prefix('<') {
        Some(angled) => {
            let length = angled.find(['>', '<'])?;
            (blank + 1, length, angled[length..].strip_prefix('>')?)
        }
        None => {
            let length = address_len(inner, LONGEST);
            (blank, length, &inner[length..])
        }
    };
    let title = behind.trim_start_matches([' ', '\t']);
    let quote = title.chars().next().filter(|c| title.len() < behind.len() && matches!(c, '"' | '\''));
    let rest = match quote {
        Some(quote) => title[1..].split_once(quote)?.1.trim_start_matches([' ', '\t']),
        None => title,
    };
    let end = start + line.len() - rest.strip_prefix(')')?.len();
    (length <= LONGEST).then(|| (Span::new(start + from, start + from + length), end))
}

/// The line from byte `start` on, or as much of it as an address with its title may take.
fn line_from(text: &str, start: usize) -> &str {
    let end = text.floor_char_boundary(text.len().min(start + 3 * LONGEST));
    text[start..end].split('\n').next().unwrap_or_default()
}

/// The bytes of an address without angle brackets, which ends at a blank, at a bracket that it did not open, or behind
/// `most` bytes.
pub fn address_len(words: &str, most: usize) -> usize {
    let mut depth = 0_usize;
    for (at, c) in words.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return at,
            ')' => depth -= 1,
            c if c.is_whitespace() || at > most => return at,
            _ => {}
        }
    }
    words.len()
}

/// A link's target as a path: what Markdown encodes is decoded, and `./` and `../` at the start are gone.
pub fn decoded(target: &str) -> Cow<'_, str> {
    let mut path = target.trim();
    while let Some(inner) = path.strip_prefix("./").or_else(|| path.strip_prefix("../")) {
        path = inner;
    }
    match path.contains('%') && path.ends_with(MARKDOWN) {
        true => percent_decode_str(path).decode_utf8().unwrap_or(Cow::Borrowed(path)),
        false => Cow::Borrowed(path),
    }
}

/// Whether a target may be a path from the folder of its own note: one with steps, or that of a Markdown link.
pub fn is_relative(target: &str) -> bool {
    target.starts_with("./") || target.starts_with("../") || target.trim_end().strip_suffix(MARKDOWN).is_some()
}

/// The link that opens at byte `open`, where `[[` stands.
pub fn link_at(text: &str, open: usize) -> Option<Link> {
    let inside = open + 2;
    // A line break or a second opening means that the first was never a link. Stopping there keeps a line of nothing
    // but openings linear.
    let stop = text.as_bytes()[inside..].windows(2).position(|pair| matches!(pair, b"]]" | b"[[" | [b'\n', _]))?;
    let close = Some(inside + stop).filter(|close| text[*close..].starts_with("]]"))?;
    let inner = Span::new(inside, close);
    let words = inner.of(text);
    if words.trim().is_empty() {
        return None;
    }
    // In a table the bar is escaped.
    let bar = words.find('|');
    let head_end = bar.map_or(words.len(), |bar| if words[..bar].ends_with('\\') { bar - 1 } else { bar });
    let name_end = words[..head_end].find(['#', '^']).unwrap_or(head_end);
    let target = trimmed(text, Span::new(inside, inside + name_end));
    // No note can be called so.
    if target.of(text).contains(['[', ']']) {
        return None;
    }
    let display = bar.map(|bar| trimmed(text, Span::new(inside + bar + 1, close)));
    let embed = usize::from(text[..open].ends_with('!'));
    let (span, display) = (Span::new(open - embed, close + 2), display.filter(|span| !span.is_empty()));
    Some(Link { span, target, display, markdown: false })
}

/// The target of a text that is a link and nothing besides: `Rob Benoit` of `[[Rob Benoit#Profile|Rob]]`.
pub fn sole_target(text: &str) -> Option<&str> {
    match text.strip_prefix("[[") {
        Some(inside) => inside.strip_suffix("]]")?.split(['|', '#']).next(),
        None => sole_markdown(text).map(|link| link.target.of(text)),
    }
}

/// The Markdown link that a text is, if it is nothing besides.
pub fn sole_markdown(text: &str) -> Option<Link> {
    let link = text.starts_with('[').then(|| markdown_at(text, 0))??;
    (link.span == Span::new(0, text.len())).then_some(link)
}

/// The ranges of `%% … %%` comments from byte `start` on. A comment that is never closed runs to the end, as it does
/// in Obsidian.
pub fn comments(text: &str, start: usize, code: &[Span]) -> Vec<Span> {
    let mut code = code.to_vec();
    code.sort();
    let mut comments = Vec::new();
    let mut at = start;
    while let Some(open) = next_mark(text, at, &code) {
        let end = next_mark(text, open + 2, &code).map_or(text.len(), |close| close + 2);
        comments.push(Span::new(open, end));
        at = end;
    }
    comments
}

fn next_mark(text: &str, mut at: usize, code: &[Span]) -> Option<usize> {
    while let Some(found) = twice(text, at, '%') {
        match covering(code, found) {
            Some(block) => at = block.end.max(found + 1),
            None => return Some(found),
        }
    }
    None
}

/// Where from byte `at` on an ASCII sign first stands twice. A search for one byte is a good deal faster than one for
/// two, and this goes over every text.
fn twice(text: &str, mut at: usize, sign: char) -> Option<usize> {
    loop {
        at += text.get(at..)?.find(sign)?;
        if text[at + 1..].starts_with(sign) {
            return Some(at);
        }
        at += 1;
    }
}

fn covering(spans: &[Span], at: usize) -> Option<Span> {
    // Spans are in order of their starts and hardly nested: the last that starts before `at` decides.
    let next = spans.partition_point(|span| span.start <= at);
    spans[..next].iter().rev().take(4).copied().find(|span| at < span.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(&str, &str)> {
        read(text, 0, &[]).iter().map(|link| (link.target.of(text), link.shown(text))).collect()
    }

    #[test]
    fn a_link_has_a_target_and_a_face() {
        assert_eq!(
            shown("[[Rob Benoit|Rob]] and ![[Plan#Costs]] and [[ A ^b1]]"),
            [("Rob Benoit", "Rob"), ("Plan", "Plan"), ("A", "A")]
        );
    }

    #[test]
    fn in_a_table_the_bar_is_escaped() {
        assert_eq!(shown(r"| [[Rob Benoit\|Rob]] |"), [("Rob Benoit", "Rob")]);
    }

    #[test]
    fn half_a_link_is_none() {
        assert_eq!(shown("[[Rob\nBenoit]] [[]] [[a [[b]]"), [("b", "b")]);
        assert_eq!(shown("[[[[]] [[a]b]]"), []);
        assert_eq!(shown("[[[a]]] [[b|[c]]]"), [("a", "a"), ("b", "[c")]);
    }

    #[test]
    fn a_markdown_link_leads_to_a_note_by_its_path() {
        assert_eq!(
            shown("[Rob](../People/Rob%20Benoit.md#Profile) and ![P](<My plan.md> \"t\") [[A]] [x [y] z](a(1).md)"),
            [("../People/Rob%20Benoit.md", "Rob"), ("My plan.md", "P"), ("A", "A"), ("a(1).md", "x [y] z")]
        );
        assert_eq!(decoded("../People/Rob%20Benoit.md"), "People/Rob Benoit.md");
        assert_eq!((decoded("100% sure"), decoded("./a%20b")), ("100% sure".into(), "a%20b".into()));
        assert_eq!(sole_target("[Rob](Rob%20Benoit.md)"), Some("Rob%20Benoit.md"));
        assert_eq!((sole_target("[Rob](Rob.md) there"), sole_target("see [Rob](Rob.md)")), (None, None));
    }

    #[test]
    fn a_line_of_nothing_but_brackets_takes_no_time() {
        let text = "[a](b".repeat(20_000) + &"](".repeat(20_000) + ".md";
        assert_eq!(read(&text, 0, &[]), []);
        let text = "[".repeat(20_000);
        assert!((0..text.len()).all(|open| markdown_at(&text, open).is_none()));
    }

    proptest::proptest! {
        #[test]
        fn links_are_read_without_harm_in_order_and_once(text in "[\\[\\]()<>\"'!#%/ \n.mdé|]{0,60}|(\\[a\\]\\(b\\.md\\)|\\[\\[c\\]\\]|!|\\[|\\]\\(| ){0,12}") {
            let links = read(&text, 0, &[]);
            for pair in links.windows(2) {
                proptest::prop_assert!(pair[0].span.end <= pair[1].span.start, "{:?}", pair);
            }
            for link in &links {
                proptest::prop_assert!(link.span.contains(link.target), "{:?}", link);
                decoded(link.target.of(&text));
                if link.markdown && !link.span.of(&text).starts_with('!') {
                    let again = markdown_at(&text, link.span.start);
                    proptest::prop_assert_eq!(again.as_ref(), Some(link));
                }
            }
            sole_target(&text);
        }
    }

    #[test]
    fn other_addresses_are_no_links_to_notes() {
        let none: [(&str, &str); 0] = [];
        assert_eq!(shown("[a](https://ex.org/x.md) [b](x.png) [c](#d) [e](.md) [f\n](g.md) h](i.md) [j](k.md"), none);
        assert_eq!(shown("[[a]](b.md) [c]( d.md )"), [("a", "a"), ("d.md", "c")]);
        assert_eq!(read("`[a](b.md)`", 0, &[Span::new(0, 11)]), []);
    }

    #[test]
    fn an_unclosed_comment_hides_the_rest() {
        assert_eq!(comments("a %%b%% c %%d", 0, &[]), [Span::new(2, 7), Span::new(10, 13)]);
    }
}
