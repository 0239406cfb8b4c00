//! Owners as people write them into tasks. Purely textual: every place that could name an owner is given with its
//! span; whom it names, and whether it names anyone, is the resolver's to say.

mod behind;
mod inert;
mod names;
mod opening;
mod people;

pub use behind::Behind;
pub use names::name_ends;

use super::js::{self, Bytes};
use namesake_text::text::Span;

/// How an owner was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// `@Rob Benoit`, `@RobBenoit`.
    At,
    /// `@rob`, `@rob.benoit`, `Owner: rob`; also what may be no person at all: `@home`, `@Friday`, `Owner: tbd`.
    Handle,
    /// `[[Rob Benoit]]`, `[[Rob Benoit|Rob Banga]]`, also with `@` before it. Any link to a note is one here.
    Link,
    /// `Owner: Rob Benoit`.
    Label,
    /// `[owner:: Rob Benoit]`, with round brackets too.
    Field,
    /// `(Rob Benoit)` at the end.
    Parenthesis,
    /// `Rob: …`, `Rob & Ines to …` at the start, and names joined to one with `@`: any capitalised words.
    Words,
}

/// A name as a handle is written: its letters and digits alone.
pub fn as_handle(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// One owner as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner<'a> {
    /// How it was written.
    pub form: Form,
    /// The name as heard: of a link the text shown. Of running text the longest reading, see [`Owner::readings`].
    pub name: &'a str,
    /// The bytes of `name`.
    pub name_span: Span,
    /// The note a link leads to.
    pub note: Option<&'a str>,
    /// The bytes to replace: with `@`, brackets or label. Several owners under one label or in one bracket have only
    /// their own bytes, so that no two spans overlap; the first after a label has the label too.
    pub span: Span,
}

/// One way to read where a name ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading<'a> {
    /// The name.
    pub name: &'a str,
    /// The bytes to replace if this is the name.
    pub span: Span,
}

impl<'a> Owner<'a> {
    /// The readings, longest first. `@Rob Benoit Tuesday` may be three words, two or one; a name in brackets ends
    /// where they say.
    pub fn readings(&self) -> Vec<Reading<'a>> {
        let whole = Reading { name: self.name, span: self.span };
        let is_open = self.note.is_none() && self.span.end == self.name_span.end && self.form != Form::Parenthesis;
        if !is_open || self.form == Form::Field {
            return vec![whole];
        }
        let cuts = names::cuts(self.name).into_iter().rev().map(|cut| Reading {
            name: &self.name[..cut],
            span: Span::new(self.span.start, self.name_span.start + cut),
        });
        std::iter::once(whole).chain(cuts).collect()
    }

    pub(super) fn shifted(self, by: usize) -> Self {
        Self { name_span: self.name_span.shifted(by), span: self.span.shifted(by), ..self }
    }
}

/// Words that say an owner follows, before `:` or as the key of an inline field, in any case.
const LABELS: [&str; 10] = [
    "owner",
    "owners",
    "assignee",
    "assignees",
    "assigned",
    "assigned to",
    "responsible",
    "responsable",
    "verantwortlich",
    "zuständig",
];

/// The signs of which every written owner has one.
static SIGNS: Bytes = Bytes::only(b"@[(:");

/// Where the next of them stands.
fn next_sign(text: &str) -> Option<usize> {
    text.bytes().position(|byte| SIGNS.has(byte))
}

/// The owners written in a text, in its order, their spans in bytes of it and never overlapping. Text in code, links'
/// addresses, HTML and comments is not read.
pub fn find(text: &str) -> Vec<Owner<'_>> {
    if next_sign(text).is_none() && !opening::is_possible(text) {
        return Vec::new();
    }
    let inert = inert::ranges(text);
    let mut skip = inert.iter().copied().peekable();
    let mut owners: Vec<Owner> = Vec::new();
    let mut at = 0;
    while let Some(step) = next_sign(&text[at..]) {
        at += step;
        while skip.next_if(|range| range.end <= at).is_some() {}
        if let Some(range) = skip.peek().filter(|range| range.start <= at) {
            at = range.end;
            continue;
        }
        let found = match &text[at..=at] {
            "@" => at_name(text, at),
            ":" => label(text, at),
            _ => field(text, at).or_else(|| link(text, at)),
        };
        // `@Owner: Rob`: what has been read as a name is no label.
        let taken = owners.last().map_or(0, |owner| owner.span.end);
        let found = found.filter(|found| found.first().is_none_or(|first| first.span.start >= taken));
        at = found.as_ref().and_then(|found| found.last()).map_or(at + 1, |last| last.span.end.max(at + 1));
        owners.extend(found.into_iter().flatten());
    }
    let last = parenthesis(text, &owners, &inert).unwrap_or_default();
    let first = opening::find(text, &owners, &inert);
    owners.extend(last);
    owners.extend(first);
    owners.sort_by_key(|a| a.span);
    owners
}

/// `@` and name words, or a link; not in the middle of a word, an address or a path.
fn at_name(text: &str, at: usize) -> Option<Vec<Owner<'_>>> {
    // `_@Rob_` is slanted, `a_@b` is one word.
    let before = text[..at].trim_end_matches('_').chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || "@/\\.+-=&%#".contains(c)) {
        return None;
    }
    let first = people::at(text, at).or_else(|| people::link(text, at))?;
    let mut owners = vec![first];
    people::joined(text, &mut owners);
    Some(owners)
}

fn link(text: &str, at: usize) -> Option<Vec<Owner<'_>>> {
    let is_embed = text[..at].ends_with('!');
    if is_embed { None } else { people::link(text, at).map(|owner| vec![owner]) }
}

/// `Owner: Rob Benoit, @Mara and [[Jürgen Kaspar]]`, the label bold or not; the colon stands at byte `at`.
fn label(text: &str, at: usize) -> Option<Vec<Owner<'_>>> {
    let before = text[..at].trim_end_matches(['*', '_']);
    let start = LABELS.iter().find_map(|label| {
        let start = before.len().checked_sub(label.len())?;
        let is_label = before.get(start..)?.eq_ignore_ascii_case(label);
        let is_word = text[..start].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        (is_label && is_word).then_some(start)
    })?;
    let mut owners = people::list(text, at + 1).owners;
    let Some(first) = owners.first_mut() else { return people::handle(text, at + 1).map(|owner| vec![owner]) };
    first.span.start = start;
    for owner in &mut owners {
        owner.form = Form::Label;
    }
    Some(owners)
}

/// `[owner:: Rob Benoit]`; the bracket stands at byte `at`.
fn field(text: &str, at: usize) -> Option<Vec<Owner<'_>>> {
    let close = if text[at..].starts_with('[') { ']' } else { ')' };
    let inner = &text[at + 1..];
    let key = &inner[..inner.find(|c: char| c != ' ' && !c.is_ascii_alphabetic())?];
    if !inner[key.len()..].starts_with("::") || !LABELS.iter().any(|label| key.trim().eq_ignore_ascii_case(label)) {
        return None;
    }
    let start = at + 1 + key.len() + 2;
    let value = &text[start..start + people::value_len(&text[start..], close)?];
    let mut owners = people::split(text, Span::new(start, start + value.len()));
    if let [only] = owners.as_mut_slice() {
        only.span = Span::new(at, start + value.len() + 1);
    }
    for owner in &mut owners {
        owner.form = Form::Field;
    }
    Some(owners)
}

/// `(Rob Benoit)` or `(Mara, Rob)` at the end. After it may stand tags, other owners, dates and what is left of
/// emoji, but no word.
fn parenthesis<'a>(text: &'a str, owners: &[Owner], inert: &[Span]) -> Option<Vec<Owner<'a>>> {
    let open = text.rfind('(')?;
    let end = open + text[open..].find(')')? + 1;
    let whole = Span::new(open, end);
    let starts = text[..open].trim_end_matches(['*', '_']).chars().next_back().is_none_or(js::is_space);
    if !starts || !is_free(whole, owners, inert) || !is_wordless(text, end, owners) {
        return None;
    }
    let people::List { mut owners, end: read } = people::list(text, open + 1);
    let is_filled = text.get(read..end - 1).is_some_and(|left| people::signs(left) == left.len());
    if !is_filled || owners.iter().any(|owner| !names::is_name_alone(owner.name)) {
        return None;
    }
    if let [only] = owners.as_mut_slice() {
        let is_bare =
            text[open + 1..only.span.start].trim().is_empty() && text[only.span.end..end - 1].trim().is_empty();
        only.span = if is_bare { whole } else { only.span };
    }
    for owner in &mut owners {
        owner.form = Form::Parenthesis;
    }
    Some(owners)
}

/// Whether `span` touches neither an owner that was read already nor anything that is no prose.
fn is_free(span: Span, owners: &[Owner], inert: &[Span]) -> bool {
    !owners.iter().map(|owner| &owner.span).chain(inert).any(|taken| taken.overlaps(span))
}

/// Whether no two ASCII letters stand together after byte `from`, tags and owners aside.
fn is_wordless(text: &str, from: usize, owners: &[Owner]) -> bool {
    let mut at = from;
    let mut pieces = Vec::new();
    for owner in owners.iter().filter(|owner| owner.span.start >= from) {
        pieces.push(&text[at..owner.span.start]);
        at = owner.span.end;
    }
    pieces.push(&text[at..]);
    let words = pieces.iter().flat_map(|piece| piece.split_whitespace()).filter(|word| !word.starts_with('#'));
    !words.flat_map(|word| word.as_bytes().windows(2)).any(|pair| pair.iter().all(u8::is_ascii_alphabetic))
}

#[cfg(test)]
mod tests;
