//! The bullets of a person note: list items that say one thing each, with all lines that belong to them.

use namesake_note::note::{Link, Note, lines};
use namesake_tasks::has_checkbox;
use namesake_text::text::{Edit, Span, trimmed};

/// A list item that is not inside another one. All spans are bytes of the note.
#[derive(Debug, Clone, Copy)]
pub struct Bullet {
    /// Its line, without the line ending.
    pub line: Span,
    /// What it says on that line: without marker, trimmed.
    pub words: Span,
    /// The line with all lines below that belong to it.
    pub whole: Span,
}

impl Bullet {
    /// Whether more than its words would be lost if it goes and `kept` stays: lines below it, or a block id that others
    /// may link to. A line that was copied whole shares its id with `kept` and loses none.
    pub fn is_tied(&self, note: &Note, kept: &Self) -> bool {
        let id = |bullet: &Self| block_id(note.slice(bullet.words));
        self.whole != self.line || id(self).is_some() && id(self) != id(kept)
    }
}

/// The items in `span` at the left edge, in order. Tasks are left out, and so are items whose text continues below
/// without indentation, since nobody can tell where those end.
pub fn bullets(note: &Note, span: Span) -> Vec<Bullet> {
    let items = &note.body().items;
    let first = items.partition_point(|item| item.start < span.start);
    let inside = items[first..].iter().take_while(|item| item.end <= span.end);
    inside.filter_map(|line| bullet(note, *line, span)).collect()
}

/// The item on `line`, one of those in `span`.
pub fn bullet(note: &Note, line: Span, span: Span) -> Option<Bullet> {
    let text = note.slice(line);
    let rest = text.strip_prefix(['-', '*', '+']).filter(|rest| rest.starts_with([' ', '\t']))?;
    if has_checkbox(text) {
        return None;
    }
    let words = trimmed(&note.text, Span::new(line.end - rest.len(), line.end));
    let (whole, goes_on) = whole(note, line, span);
    (!words.is_empty() && !goes_on).then_some(Bullet { line, words, whole })
}

/// The item on `line` with all lines of `span` that belong to it, and whether its text continues there without
/// indentation.
pub fn whole(note: &Note, line: Span, span: Span) -> (Span, bool) {
    let (mut whole, mut apart, mut goes_on) = (line, false, false);
    let is_quoted = note.slice(line).starts_with('>');
    for below in lines(&note.text, Span::new(line.end, span.end)).skip(1) {
        let words = note.slice(below);
        if words.trim().is_empty() {
            apart = true;
            continue;
        }
        let is_inside = words.starts_with([' ', '\t']) || (is_quoted && words.starts_with('>'));
        let is_item = || note.body().is_item(below);
        if !is_inside && (apart || is_start(words) || is_item()) {
            break;
        }
        goes_on |= !is_inside;
        whole.end = below.end;
        apart = false;
    }
    (whole, goes_on)
}

/// Whether the line starts something new and cannot continue the item above it.
fn is_start(words: &str) -> bool {
    let marked = words.strip_prefix(['-', '*', '+']).is_some_and(|rest| rest.starts_with([' ', '\t']));
    marked || ["#", "---", "***", "```", "~~~", "|", ">", "%%"].iter().any(|sign| words.starts_with(sign))
}

/// The block id that ends `words`, with its `^`.
pub fn block_id(words: &str) -> Option<&str> {
    let at = words.rfind(" ^")? + 1;
    let id = &words[at + 1..];
    let fits = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    fits.then_some(&words[at..])
}

/// The edit that takes whole lines out, with the line ending behind them; at the end of the text with the one before.
pub fn removal(note: &Note, lines: Span) -> Edit {
    let rest = &note.text[lines.end..];
    let behind = [("\r\n", 2), ("\n", 1)].into_iter().find(|(eol, _)| rest.starts_with(eol)).map_or(0, |(_, len)| len);
    if behind > 0 {
        return Edit::delete(Span::new(lines.start, lines.end + behind));
    }
    let before = &note.text[..lines.start];
    let kept = before.strip_suffix('\n').map_or(before, |kept| kept.strip_suffix('\r').unwrap_or(kept));
    Edit::delete(Span::new(kept.len().max(note.frontmatter.fence.body()), lines.end))
}

/// Whether the link ends `words`, as a source does.
pub fn ends_with(note: &Note, words: &Span, link: &Link) -> bool {
    let rest = note.text.get(link.span.end..words.end).unwrap_or_default();
    let rest = block_id(rest).map_or(rest, |id| &rest[..rest.len() - id.len()]);
    rest.chars().all(|c| c.is_whitespace() || ").].,".contains(c))
}
