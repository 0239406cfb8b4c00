//! People in a text: a link, an `@` name or a plain name, and lists of them. Where a name ends is left to `names`.

use super::names;
use super::owner::{Form, Owner};
use namesake_text::links::markdown_at;
use namesake_text::text::Span;

/// People read from a text.
pub(super) struct List<'a> {
    pub owners: Vec<Owner<'a>>,
    /// The byte after the last of them.
    pub end: usize,
}

/// `@` and a name at byte `at`. A word in small letters is a handle, and so is one that mostly is no name (`@Friday`).
pub(super) fn at(text: &str, at: usize) -> Option<Owner<'_>> {
    let start = at + text[at..].strip_prefix('@').map(|_| 1)?;
    let rest = &text[start..];
    let length = names::longest(rest).or_else(|| names::handle(rest))?;
    let name = Span::new(start, start + length);
    if is_address(&text[name.end..]) {
        return None;
    }
    let found = owner(text, name, Span::new(at, name.end), None);
    let is_handle = found.name.starts_with(char::is_lowercase) && !found.name.contains(' ');
    let form = if is_handle || names::is_mostly_nobody(found.name) { Form::Handle } else { Form::At };
    Some(Owner { form, ..found })
}

/// A word in small letters behind a label, at byte `from` after spaces, and no further word behind it.
pub(super) fn handle(text: &str, from: usize) -> Option<Owner<'_>> {
    let start = from + signs(&text[from..]);
    let name = Span::new(start, start + names::handle(&text[start..])?);
    let is_last = !text[name.end..].trim_start().starts_with(char::is_alphanumeric);
    is_last.then(|| Owner { form: Form::Handle, ..owner(text, name, name, None) })
}

/// Whether what stands right behind a name makes it part of something else: `@scope/package`, `@user@host.example`,
/// `@user:host.example`, `@Test(expected)`.
fn is_address(after: &str) -> bool {
    let mut chars = after.chars();
    match (chars.next(), chars.next()) {
        (Some('@' | '('), _) => true,
        (Some(':'), next) => next.is_some_and(char::is_alphanumeric),
        (Some('/' | '\\'), next) => next.is_some_and(|c| c.is_alphanumeric() && !c.is_uppercase()),
        _ => false,
    }
}

/// Adds the people joined to the last owner without an `@` of their own: `@Rob & Ines`, `@Rob and Mara Voss`.
pub(super) fn joined<'a>(text: &'a str, owners: &mut Vec<Owner<'a>>) {
    while let Some(last) = owners.last() {
        let after = last.span.end + spaces(&text[last.span.end..]);
        let Some(joint) = joint(&text[after..]).filter(|_| !text[after..].starts_with([',', ';'])) else { return };
        let next = after + joint;
        let Some(found) = plain(text, next + spaces(&text[next..])) else { return };
        owners.push(Owner { form: Form::Words, ..found });
    }
}

/// A link to a note at byte `at`, `@` before it allowed. Links to headings and blocks are no owners.
pub(super) fn link(text: &str, at: usize) -> Option<Owner<'_>> {
    let rest = text[at..].strip_prefix('@').unwrap_or(&text[at..]);
    if !rest.starts_with("[[") {
        return markdown_link(text, at, text.len() - rest.len());
    }
    let inner_at = text.len() - rest.strip_prefix("[[")?.len();
    let inner = &text[inner_at..];
    // A link holds no bracket, so the search ends at the first.
    let inner = &inner[..inner.find(['[', ']', '\n'])?];
    let end = inner_at + inner.len() + 2;
    let (target, shown) = inner.split_once('|').unwrap_or((inner, inner));
    // A link to a day's note names nobody.
    let is_note = target.contains(char::is_alphabetic) && !target.contains(['#', '^']);
    if text.get(end - 2..end) != Some("]]") || !is_note || shown.trim().is_empty() {
        return None;
    }
    let name = trimmed(text, Span::new(end - 2 - shown.len(), end - 2));
    Some(owner(text, name, Span::new(at, end), Some(target.trim())))
}

/// A Markdown link to a note at byte `open`, an `@` at byte `at` before it.
fn markdown_link(text: &str, at: usize, open: usize) -> Option<Owner<'_>> {
    let link = text[open..].starts_with('[').then(|| markdown_at(text, open))??;
    let is_note = !link.span.of(text).contains("md#") && !text[..open].ends_with('!');
    let name = link.display.filter(|_| is_note)?;
    Some(owner(text, name, Span::new(at, link.span.end), Some(link.target.of(text))))
}

fn owner<'a>(text: &'a str, name: Span, span: Span, note: Option<&'a str>) -> Owner<'a> {
    let form = if note.is_some() { Form::Link } else { Form::At };
    Owner { form, name: name.of(text), name_span: name, note, span }
}

fn plain(text: &str, at: usize) -> Option<Owner<'_>> {
    let name = Span::new(at, at + names::longest(&text[at..])?);
    Some(owner(text, name, name, None))
}

/// The people that stand at byte `from`, after spaces, joined by `,`, `;`, `&`, `/`, `+` or `and`. Each may be bold or
/// slanted.
pub(super) fn list(text: &str, from: usize) -> List<'_> {
    let mut owners: Vec<Owner> = Vec::new();
    let mut end = from;
    let mut next = from + signs(&text[from..]);
    while let Some(owner) = link(text, next).or_else(|| at(text, next)).or_else(|| plain(text, next)) {
        end = owner.span.end;
        owners.push(owner);
        let after = end + signs(&text[end..]);
        let Some(joint) = joint(&text[after..]) else { break };
        next = after + joint + signs(&text[after + joint..]);
    }
    List { owners, end }
}

/// Words that join two names.
const JOINTS: [&str; 10] = ["and ", "und ", "et ", "y ", "e ", "ed ", "en ", "i ", "oraz ", "och "];

pub(super) fn joint(text: &str) -> Option<usize> {
    if text.starts_with([',', ';', '&', '/', '+']) {
        return Some(1);
    }
    JOINTS.iter().find(|word| text.starts_with(**word)).map(|word| word.len() - 1)
}

fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

/// The length of the spaces and signs of emphasis that start the text.
pub(super) fn signs(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '*', '_']).len()
}

/// More bytes than this in a field name nobody.
const LONGEST_VALUE: usize = 400;

/// The length of a field's value up to its closing bracket, links in it skipped. A value holds no further `::`.
pub(super) fn value_len(value: &str, close: char) -> Option<usize> {
    let mut at = 0;
    loop {
        at += value[at..].find([close, ':', '['])?;
        let rest = &value[at..];
        if rest.starts_with(close) {
            return Some(at).filter(|length| *length <= LONGEST_VALUE);
        }
        if rest.starts_with("::") {
            return None;
        }
        at = link(value, at).map_or(at + 1, |link| link.span.end);
    }
}

/// The people of a field's value. The field says what they are, so any words are a name here.
pub(super) fn split(text: &str, value: Span) -> Vec<Owner<'_>> {
    let mut owners = Vec::new();
    let mut at = value.start;
    while at < value.end {
        let rest = &text[at..value.end];
        if let Some(link) = link(text, at + spaces(rest)) {
            at = link.span.end;
            owners.push(link);
            continue;
        }
        let separators = [",", ";", "&", " and "];
        let next = separators.iter().filter_map(|mark| Some((rest.find(mark)?, mark.len()))).min();
        let (length, separator) = next.unwrap_or((rest.len(), 0));
        let whole = trimmed(text, Span::new(at, at + length));
        let sign = usize::from(whole.of(text).starts_with('@'));
        let name = Span::new(whole.start + sign, whole.end);
        let words = name.of(text);
        if words.contains(char::is_alphabetic) && !words.contains(['[', ']']) {
            owners.push(owner(text, name, whole, None));
        }
        at += length + separator;
    }
    owners
}

fn trimmed(text: &str, span: Span) -> Span {
    let inner = span.of(text);
    let start = span.start + (inner.len() - inner.trim_start().len());
    Span::new(start, start + inner.trim().len())
}
