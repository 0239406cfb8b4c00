//! Where the frontmatter block of a note lies, by its lines alone. What stands inside is left to `read`.

use crate::text::Span;

/// What stands at the head of a note. All offsets are bytes of the note's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fence {
    /// The note has no frontmatter: it does not begin with a `---` line. A TOML block (`+++`) or a bare JSON object
    /// is body text to Obsidian, and so it is here.
    #[default]
    None,
    /// A `---` line without a second one: Obsidian shows the whole note as body.
    Unclosed {
        /// The `---` line with its line ending.
        open: Span,
    },
    /// A whole block.
    Block(Block),
}

/// The parts of a frontmatter block. They follow each other without a gap; only a byte order mark may precede them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// The opening `---` line with its line ending.
    pub open: Span,
    /// What stands between the fences, last line ending included. Empty for `---` directly on `---`.
    pub yaml: Span,
    /// The closing `---` line (YAML's own `...` closes nothing in Obsidian) with its line ending, if it has one.
    pub close: Span,
}

impl Block {
    /// Where the body begins.
    pub const fn body(&self) -> usize {
        self.close.end
    }

    /// The line ending the block itself uses, seen on its opening line.
    pub fn eol<'t>(&self, text: &'t str) -> &'t str {
        let open = self.open.of(text);
        if open.ends_with("\r\n") { "\r\n" } else { &open[open.len() - 1..] }
    }
}

impl Fence {
    /// Finds the block of `text`. Blanks after the dashes, CRLF and a byte order mark are all right, blanks before
    /// the dashes are not. Costs the length of the block (of the note where it is never closed).
    pub fn find(text: &str) -> Self {
        let start = mark(text);
        let mut lines = lines(text, start);
        let Some(open) = lines.next().filter(|open| is_fence(open.of(text), "---") && open.of(text).ends_with('\n'))
        else {
            return Self::None;
        };
        let close = lines.find(|line| is_fence(line.of(text), "---"));
        close.map_or(Self::Unclosed { open }, |close| {
            Self::Block(Block { open, yaml: Span::new(open.end, close.start), close })
        })
    }

    /// The block, if there is a whole one.
    pub const fn block(&self) -> Option<Block> {
        match self {
            Self::Block(block) => Some(*block),
            Self::None | Self::Unclosed { .. } => None,
        }
    }

    /// Where the body begins: after the block, else at the note's first byte.
    pub fn body(&self) -> usize {
        self.block().map_or(0, |block| block.body())
    }
}

/// The length of the byte order mark that `text` begins with: it is no part of the first line.
pub fn mark(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// Lines with their endings, from byte `start` on. Only a line feed ends a line: U+2028, NEL and a carriage return on
/// its own, which no editor of notes has written for decades, are text.
pub fn lines(text: &str, start: usize) -> impl Iterator<Item = Span> {
    text[start..].split_inclusive('\n').scan(start, |at, line| {
        let span = Span::new(*at, *at + line.len());
        *at = span.end;
        Some(span)
    })
}

/// How a line that is no fence looks like one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// Three dashes or more, not all of them hyphens or not three: `----`, `———`. Or three hyphens beside signs that
    /// nobody sees.
    Dashes,
    /// Fewer dashes, or nothing but signs that nobody sees, such as a control character: a fence may have been lost there.
    Remnant,
}

/// More dashes than this are a line drawn across the page.
const MOST_DASHES: usize = 8;

/// How `line` looks like a fence. `None` for a fence and for everything that is none.
pub fn likeness(line: &str) -> Option<Likeness> {
    // A fence, or one behind blanks, which is another fault.
    if line.trim_matches([' ', '\t', '\r', '\n']) == "---" {
        return None;
    }
    let seen = line.trim_matches(|c: char| is_unseen(c) || c.is_whitespace());
    if seen.is_empty() {
        return line.contains(is_unseen).then_some(Likeness::Remnant);
    }
    let width: usize = seen.chars().map(dash_width).collect::<Option<Vec<usize>>>()?.into_iter().sum();
    match width {
        _ if seen.chars().count() > MOST_DASHES => None,
        3.. => Some(Likeness::Dashes),
        2 => Some(Likeness::Remnant),
        _ => None,
    }
}

/// Signs that no editor shows and no blank is: control characters, zero-width signs, and what stands for a byte that was
/// lost.
pub fn is_unseen(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\r' | '\n')
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fffd}')
}

/// For how many hyphens a dash may stand: programs that set type make one of two or three.
fn dash_width(c: char) -> Option<usize> {
    match c {
        '-' | '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' => Some(1),
        '\u{2014}' | '\u{2015}' => Some(2),
        _ => None,
    }
}

fn is_fence(line: &str, mark: &str) -> bool {
    line.strip_prefix(mark).is_some_and(|rest| rest.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parts(text: &str) -> Option<(&str, &str, &str, &str)> {
        let block = Fence::find(text).block()?;
        Some((block.open.of(text), block.yaml.of(text), block.close.of(text), &text[block.body()..]))
    }

    #[test]
    fn a_block_lies_between_two_lines_of_dashes() {
        assert_eq!(parts("---\na: 1\n---\nbody\n"), Some(("---\n", "a: 1\n", "---\n", "body\n")));
        assert_eq!(parts("---\n---"), Some(("---\n", "", "---", "")));
    }

    #[test]
    fn windows_line_endings_a_byte_order_mark_and_trailing_blanks_do_not_hide_it() {
        assert_eq!(
            parts("\u{feff}--- \t\r\na: 1\r\n---  \r\nbody"),
            Some(("--- \t\r\n", "a: 1\r\n", "---  \r\n", "body"))
        );
    }

    #[test]
    fn a_line_separator_inside_a_value_ends_no_line() {
        assert_eq!(parts("---\na: x\u{2028}---\n---\n").map(|parts| parts.1), Some("a: x\u{2028}---\n"));
    }

    #[test]
    fn rules_in_the_body_are_no_fences() {
        assert_eq!(parts("---\na: 1\n---\nx\n\n---\ny\n").map(|parts| parts.3), Some("x\n\n---\ny\n"));
        assert_eq!(Fence::find("\n---\na: 1\n---\n"), Fence::None);
        assert_eq!(Fence::find(" ---\na: 1\n---\n"), Fence::None);
        assert_eq!(Fence::find("----\na: 1\n----\n"), Fence::None);
        assert_eq!(Fence::find("---"), Fence::None);
    }

    #[test]
    fn yaml_s_own_end_mark_closes_nothing() {
        assert!(matches!(Fence::find("---\na: 1\n...\nbody\n"), Fence::Unclosed { .. }));
        assert_eq!(parts("---\na: 1\n...\nb: 2\n---\nbody").map(|parts| parts.3), Some("body"));
    }

    #[test]
    fn an_unanswered_fence_is_told_apart_from_none() {
        assert_eq!(Fence::find("---\na: 1\n"), Fence::Unclosed { open: Span::new(0, 4) });
        assert_eq!(Fence::find("---\na: 1\n ---\n").body(), 0);
    }

    #[test]
    fn only_a_line_feed_ends_a_line() {
        assert_eq!(Fence::find("---\ra: 1\r---\rbody"), Fence::None);
        assert_eq!(Fence::find("---\u{85}a: 1\u{85}---\u{85}"), Fence::None);
        assert_eq!(Fence::find("---\u{2028}a: 1\n---\n"), Fence::None);
        assert_eq!(parts("---\na: 1\r---\rb\n---\n").map(|parts| parts.1), Some("a: 1\r---\rb\n"));
        assert_eq!(parts("---\na: \u{85}\n---\n").map(|parts| parts.1), Some("a: \u{85}\n"));
    }

    #[test]
    fn each_fence_may_have_its_own_line_ending_and_the_opening_one_names_the_block_s() {
        let text = "---\r\na: 1\n---\nbody";
        assert_eq!(parts(text), Some(("---\r\n", "a: 1\n", "---\n", "body")));
        assert_eq!(Fence::find(text).block().map(|block| block.eol(text)), Some("\r\n"));
    }

    #[test]
    fn only_blanks_and_tabs_may_follow_the_dashes() {
        for line in ["--- yaml", "---#", "---\u{a0}", "---\u{200b}", "--", "----", "- --", "\u{2014}-"] {
            assert_eq!(Fence::find(&format!("{line}\na: 1\n---\n")), Fence::None, "{line:?}");
            let unclosed = Fence::find(&format!("---\na: 1\n{line}\n"));
            assert!(matches!(unclosed, Fence::Unclosed { .. }), "{line:?}");
        }
    }

    #[test]
    fn one_byte_order_mark_is_none_of_the_text_and_a_second_one_is() {
        assert_eq!(Fence::find("\u{feff}"), Fence::None);
        assert_eq!(Fence::find("\u{feff}\u{feff}---\na: 1\n---\n"), Fence::None);
        assert_eq!(Fence::find("---\n\u{feff}---\n"), Fence::Unclosed { open: Span::new(0, 4) });
    }

    #[test]
    fn toml_and_bare_json_are_body_but_json_between_fences_is_a_block() {
        assert_eq!(Fence::find("+++\na = 1\n+++\n"), Fence::None);
        assert_eq!(Fence::find("{\"a\": 1}\n---\n"), Fence::None);
        assert_eq!(parts("---\n{\"a\": 1}\n---\n").map(|parts| parts.1), Some("{\"a\": 1}\n"));
    }

    #[test]
    fn what_looks_like_a_fence_is_told_from_what_is_one() {
        for line in
            ["----", "———", "—-", "–––", "---\u{200b}", "\u{1}---", "---\u{a0}\n", "\u{feff}---\r\n", "-\u{2010}-"]
        {
            assert_eq!(likeness(line), Some(Likeness::Dashes), "{line:?}");
        }
        for line in ["--", "—", "\u{14}", "\u{fffd}\u{fffd}\u{fffd}\n", "\u{200b} "] {
            assert_eq!(likeness(line), Some(Likeness::Remnant), "{line:?}");
        }
        for line in ["---", "--- \t\r\n", " ---", "", " \n", "-", "–", "- - -", "--- a", "***", "----------", "_\u{14}"]
        {
            assert_eq!(likeness(line), None, "{line:?}");
        }
    }

    proptest! {
        #[test]
        fn the_parts_of_any_text_join_up(text in "\u{feff}?(---|\\.\\.\\.|[ a:\\-]|\r?\n|ü){0,30}") {
            if let Some(block) = Fence::find(&text).block() {
                prop_assert_eq!(block.open.end, block.yaml.start);
                prop_assert_eq!(block.yaml.end, block.close.start);
                prop_assert!(["\n", "\r\n"].contains(&block.eol(&text)));
                prop_assert!(text.is_char_boundary(block.body()));
            }
        }
    }
}
