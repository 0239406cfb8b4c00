//! The parts of a line that are not prose: code spans, comments, HTML, links' addresses, bare addresses.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::vec::IntoIter;

use super::names;
use crate::js::Bytes;
use namesake_text::links::markdown_at;
use namesake_text::text::Span;

/// What such a part begins with, or ends a link's text.
static SIGNS: Bytes = Bytes::only(b"`<%[]h");

/// The ranges of the text that hold no prose, in order, not overlapping. Linear but for a factor log n.
pub(super) fn ranges(text: &str) -> Vec<Span> {
    let mut code: Option<Peekable<IntoIter<Span>>> = None; // Read where the first backtick stands.
    let mut closers = Closers::default();
    let mut ranges = Vec::new();
    let mut bracket = None;
    let mut at = 0;
    while let Some(step) = text.as_bytes()[at..].iter().position(|byte| SIGNS.has(*byte)) {
        at += step;
        let rest = &text[at..];
        let found = match &rest[..1] {
            "`" => {
                let code = code.get_or_insert_with(|| code_spans(text).into_iter().peekable());
                while code.next_if(|span| span.start < at).is_some() {}
                code.next_if(|span| span.start == at).filter(|span| !is_mention(text, *span))
            }
            "<" => closers.comment(text, at).or_else(|| html(text, at)),
            "%" => closers.hidden(text, at),
            "h" => address(text, at),
            "[" => {
                bracket = Some(at);
                None
            }
            _ => bracket.take().and_then(|open| closers.link(text, open, at)),
        };
        at = found.map_or(at + 1, |span| span.end);
        if let Some(span) = found {
            while ranges.pop_if(|last: &mut Span| last.start >= span.start).is_some() {}
            ranges.push(span);
            bracket = None;
        }
    }
    ranges
}

/// Code spans: a run of backticks up to the next run of the same length.
fn code_spans(text: &str) -> Vec<Span> {
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(step) = text[at..].find('`') {
        let start = at + step;
        at = start + (text.len() - start - text[start..].trim_start_matches('`').len());
        runs.push(Span::new(start, at));
    }
    let mut next_alike = vec![None; runs.len()];
    let mut seen = BTreeMap::new();
    for (index, run) in runs.iter().enumerate().rev() {
        next_alike[index] = seen.insert(run.len(), index);
    }
    let mut spans = Vec::new();
    let mut index = 0;
    while index < runs.len() {
        match next_alike[index] {
            Some(close) => {
                spans.push(Span::new(runs[index].start, runs[close].end));
                index = close + 1;
            }
            None => index += 1,
        }
    }
    spans
}

/// Whether a code span is a mention of several words and nothing else, in front or at the end, as recorders set one off:
/// `@Mara Voss`. One word may be an annotation of a program.
fn is_mention(text: &str, code: Span) -> bool {
    let name = code.of(text).trim_matches('`').strip_prefix('@');
    let is_name = name.is_some_and(|name| name.contains(' ') && names::longest(name) == Some(name.len()));
    let is_first = || !text[..code.start].contains(char::is_alphanumeric);
    // What stands in code marks behind it may be the day.
    let mut behind = text[code.end..].split('`').step_by(2);
    is_name && (is_first() || !behind.any(|words| words.contains(char::is_alphanumeric)))
}

/// Searches for closing marks, each given up for good once it has found nothing.
#[derive(Default)]
struct Closers {
    no_comment_end: bool,
    no_hidden_end: bool,
    no_link_end: bool,
}

impl Closers {
    /// `<!-- … -->`.
    fn comment(&mut self, text: &str, at: usize) -> Option<Span> {
        enclosed(text, at, "<!--", "-->", &mut self.no_comment_end)
    }

    /// `%% … %%`.
    fn hidden(&mut self, text: &str, at: usize) -> Option<Span> {
        enclosed(text, at, "%%", "%%", &mut self.no_hidden_end)
    }

    /// `[text](address)` that leads to no note, whose `]` stands at byte `at`.
    fn link(&mut self, text: &str, open: usize, at: usize) -> Option<Span> {
        let end = enclosed(text, at, "](", ")", &mut self.no_link_end)?.end;
        // A link to a note may be an owner.
        markdown_at(text, open).is_none().then(|| Span::new(open, end))
    }
}

fn enclosed(text: &str, at: usize, open: &str, close: &str, given_up: &mut bool) -> Option<Span> {
    let inner = text[at..].strip_prefix(open)?;
    if *given_up {
        return None;
    }
    let end = inner.find(close);
    *given_up = end.is_none();
    end.map(|end| Span::new(at, at + open.len() + end + close.len()))
}

/// `<b>`, `</b>`, `<https://ex.org>`: no line of prose has `<` right before a letter and then `>`.
fn html(text: &str, at: usize) -> Option<Span> {
    let inner = text[at + 1..].trim_start_matches('/');
    let is_tag = inner.starts_with(|c: char| c.is_ascii_alphabetic());
    let end = text[at + 1..].find(['<', '>'])? + at + 1;
    (is_tag && text[end..].starts_with('>')).then_some(Span::new(at, end + 1))
}

/// `https://…` up to the next white space.
fn address(text: &str, at: usize) -> Option<Span> {
    let rest = &text[at..];
    if !rest.starts_with("http://") && !rest.starts_with("https://") {
        return None;
    }
    Some(Span::new(at, at + rest.find(|c: char| c.is_whitespace() || c == '>' || c == ')').unwrap_or(rest.len())))
}
