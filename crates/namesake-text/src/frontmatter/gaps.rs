//! The lines between the properties: which comments belong to which property.

use super::model::{Entry, Frontmatter};
use super::value::Value;
use crate::text::Span;

/// The lines between two properties, before the first or after the last one: first the comments of the property above,
/// then those of neither, last the comments of the property below. Offsets are bytes of the note.
pub(super) struct Gap {
    /// Where the comments inside the property above end: they stand deeper than its name, or are items of its list
    /// that were commented out.
    pub(super) inside: usize,
    /// Where the comments directly above the property below begin.
    pub(super) above: usize,
    /// Whether a comment stands by itself, between blank lines.
    pub(super) loose: bool,
    /// Whether anything but comments and blank lines stands there.
    pub(super) odd: bool,
}

/// The gaps of a block, one more than it has properties.
pub(super) fn gaps(text: &str, fm: &Frontmatter) -> Vec<Gap> {
    let Some(block) = fm.fence.block() else { return Vec::new() };
    let depth = fm.entries.first().map_or(0, |entry| column(entry.span.of(text)));
    let mut gaps = Vec::with_capacity(fm.entries.len() + 1);
    let mut over: Option<&Entry> = None;
    for next in fm.entries.iter().map(Some).chain([None]) {
        let start = over.map_or(block.yaml.start, |entry| entry.span.end);
        let end = next.map_or(block.yaml.end, |entry| entry.span.start);
        let mut gap = read(text, Span::new(start.min(end), end), over, depth);
        gap.odd |= start > end;
        gaps.push(gap);
        over = next;
    }
    gaps
}

fn read(text: &str, span: Span, over: Option<&Entry>, depth: usize) -> Gap {
    let mut gap = Gap { inside: span.start, above: span.start, loose: false, odd: false };
    let (mut still_inside, mut at) = (over.is_some(), span.start);
    let mut apart = over.is_some_and(|entry| entry.span.of(text).lines().next_back().is_some_and(is_blank));
    for line in span.of(text).split_inclusive('\n') {
        let end = at + line.len();
        if is_blank(line) {
            gap.loose |= apart && gap.above < at;
            (apart, gap.above) = (true, end);
        } else if !line.trim_start().starts_with('#') {
            (gap.odd, gap.above) = (true, end);
        } else if still_inside && (column(line) > depth || over.is_some_and(|over| is_item_of(line, over))) {
            (apart, gap.inside, gap.above) = (false, end, end);
        } else {
            still_inside = false;
        }
        at = end;
    }
    gap
}

/// Whether there is nothing to see in `lines`.
pub(super) fn is_blank(lines: &str) -> bool {
    lines.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))
}

fn column(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// Whether the comment `line` is an item of the list above it that was commented out (`# - item`).
fn is_item_of(line: &str, over: &Entry) -> bool {
    let words = line.trim_start().trim_start_matches('#').trim_start();
    matches!(over.value, Value::List { flow: false, .. }) && words.starts_with("- ")
}
