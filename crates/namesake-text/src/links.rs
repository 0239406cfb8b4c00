//! What only Obsidian writes: `[[wikilinks]]`, `![[embeds]]` and `%% comments %%`. Which note a link means is left to
//! the vault.

use crate::text::span::{Span, trimmed};

/// A wikilink or an embed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// From the first bracket (of an embed: the exclamation mark) to the last.
    pub span: Span,
    /// The note it names, trimmed, without heading or block.
    pub target: Span,
    /// What is shown instead of the target, if the link says so.
    pub display: Option<Span>,
}

impl Link {
    /// What a reader sees of it.
    pub fn shown<'t>(&self, text: &'t str) -> &'t str {
        self.display.unwrap_or(self.target).of(text)
    }
}

/// The links of `text` from byte `start` on, outside the `opaque` ranges.
pub fn read(text: &str, start: usize, opaque: &[Span]) -> Vec<Link> {
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
    Some(Link { span: Span::new(open - embed, close + 2), target, display: display.filter(|span| !span.is_empty()) })
}

/// The target of a text that is a link and nothing besides: `Rob Benoit` of `[[Rob Benoit#Profile|Rob]]`.
pub fn sole_target(text: &str) -> Option<&str> {
    text.strip_prefix("[[")?.strip_suffix("]]")?.split(['|', '#']).next()
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
    fn an_unclosed_comment_hides_the_rest() {
        assert_eq!(comments("a %%b%% c %%d", 0, &[]), [Span::new(2, 7), Span::new(10, 13)]);
    }
}
