//! Where two texts differ: by lines, or by words. Edits are made of it in `edit`, previews by the shells.

use std::collections::HashMap;

use similar::DiffOp;
use similar::algorithms::{Capture, myers};

use super::span::Span;

/// A stretch of two texts: bytes of the old one and the bytes of the new one that stand in their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Bytes of the old text.
    pub old: Span,
    /// Bytes of the new text.
    pub new: Span,
    /// Whether both are the same.
    pub same: bool,
}

/// The two texts as lines that are the same and runs of lines that are not, in order and without a gap.
pub fn lines(old: &str, new: &str) -> Vec<Stretch> {
    stretches(&cut(old, line_end), &cut(new, line_end))
}

/// The two texts as words that are the same and runs of words that are not, in order and without a gap.
pub fn words(old: &str, new: &str) -> Vec<Stretch> {
    stretches(&cut(old, word_end), &cut(new, word_end))
}

/// Numbers the tokens and compares the numbers: each token's text is looked at once only.
fn stretches(old: &[&str], new: &[&str]) -> Vec<Stretch> {
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let old_numbers = numbered(old, &mut numbers);
    let new_numbers = numbered(new, &mut numbers);
    if missing(&old_numbers, &new_numbers, numbers.len()) + missing(&new_numbers, &old_numbers, numbers.len())
        > MOST_MISSING
    {
        return place_by_place(old, new);
    }
    let mut capture = Capture::new();
    let Ok(()) = myers::diff(&mut capture, &old_numbers, 0..old.len(), &new_numbers, 0..new.len());
    let (mut old, mut new) = (Walk::new(old), Walk::new(new));
    let mut stretches: Vec<Stretch> = Vec::new();
    for op in capture.into_ops() {
        let (_, old_range, new_range) = op.as_tag_tuple();
        let same = matches!(op, DiffOp::Equal { .. });
        let (old, new) = (old.take(old_range.len()), new.take(new_range.len()));
        match stretches.last_mut() {
            Some(last) if last.same == same => (last.old.end, last.new.end) = (old.end, new.end),
            _ => stretches.push(Stretch { old, new, same }),
        }
    }
    stretches
}

fn numbered<'t>(tokens: &[&'t str], numbers: &mut HashMap<&'t str, usize>) -> Vec<usize> {
    let number = |token: &&'t str| {
        let next = numbers.len();
        *numbers.entry(token).or_insert(next)
    };
    tokens.iter().map(number).collect()
}

/// The time to find the least difference grows with its square. Where more tokens than this are on one side alone, two
/// texts are compared place by place.
const MOST_MISSING: usize = 4_000;

/// How many of `some` are not among `others`; both are numbers below `bound`.
fn missing(some: &[usize], others: &[usize], bound: usize) -> usize {
    let mut is_there = vec![false; bound];
    for number in others {
        is_there[*number] = true;
    }
    some.iter().filter(|number| !is_there[**number]).count()
}

/// Each token beside the one at its place; where one text has more, what is alike at both ends and the rest as a whole.
fn place_by_place(old: &[&str], new: &[&str]) -> Vec<Stretch> {
    let (mut old_walk, mut new_walk) = (Walk::new(old), Walk::new(new));
    let mut take = |old, new, same| Stretch { old: old_walk.take(old), new: new_walk.take(new), same };
    if old.len() == new.len() {
        return old.iter().zip(new).map(|(old, new)| take(1, 1, old == new)).collect();
    }
    let head = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let ends = old[head..].iter().rev().zip(new[head..].iter().rev());
    let tail = ends.take_while(|(old, new)| old == new).count();
    let same = take(head, head, true);
    let rest = take(old.len() - head - tail, new.len() - head - tail, false);
    vec![same, rest, take(tail, tail, true)]
}

/// Walks over the tokens of a text, adding up bytes.
struct Walk<'t> {
    tokens: std::slice::Iter<'t, &'t str>,
    at: usize,
}

impl<'t> Walk<'t> {
    fn new(tokens: &'t [&'t str]) -> Self {
        Self { tokens: tokens.iter(), at: 0 }
    }

    fn take(&mut self, count: usize) -> Span {
        let start = self.at;
        self.at += self.tokens.by_ref().take(count).map(|token| token.len()).sum::<usize>();
        Span::new(start, self.at)
    }
}

/// `text` in pieces; `end` tells how many bytes the first piece of a text has.
fn cut(mut text: &str, end: fn(&str) -> usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    while !text.is_empty() {
        let (piece, rest) = text.split_at(end(text));
        pieces.push(piece);
        text = rest;
    }
    pieces
}

fn line_end(text: &str) -> usize {
    text.find('\n').map_or(text.len(), |newline| newline + 1)
}

/// A run of letters and digits, a run of blanks, or one sign.
fn word_end(text: &str) -> usize {
    let is_word = |c: char| c.is_alphanumeric();
    let is_blank = |c: char| c == ' ' || c == '\t';
    let run = |inside: fn(char) -> bool| text.find(|c| !inside(c)).unwrap_or(text.len());
    match text.chars().next() {
        Some(c) if is_word(c) => run(is_word),
        Some(c) if is_blank(c) => run(is_blank),
        first => first.map_or(0, char::len_utf8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_stay_are_told_from_words_that_come() {
        let (old, new) = ("two three", "two four three");
        let shown: Vec<_> = words(old, new).iter().map(|s| (s.same, s.old.of(old), s.new.of(new))).collect();
        assert_eq!(shown, [(true, "two ", "two "), (false, "", "four "), (true, "three", "three")]);
    }

    #[test]
    fn texts_that_differ_in_most_lines_are_compared_line_by_line() {
        let text = |ending: &str| (0..5_000).map(|n| format!("line {n}{ending}\n")).collect::<Vec<_>>().concat();
        let (old, new) = (text(""), text(" too"));
        let stretches = lines(&old, &new);
        assert_eq!(stretches.len(), 5_000);
        assert_eq!((stretches[7].old.of(&old), stretches[7].new.of(&new)), ("line 7\n", "line 7 too\n"));
        let longer = format!("same\n{new}end\n");
        let shown: Vec<bool> =
            lines(&format!("same\n{old}x\nend\n"), &longer).iter().map(|stretch| stretch.same).collect();
        assert_eq!(shown, [true, false, true]);
    }

    #[test]
    fn a_line_is_compared_with_its_ending() {
        assert_eq!(lines("a\r\n", "a\n").iter().filter(|stretch| stretch.same).count(), 0);
    }
}
