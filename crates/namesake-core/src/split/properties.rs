//! Divides the properties of a note: what moves goes into the new note as it is written, and everything else keeps its
//! bytes.

use super::parts::{At, Part, is_of_kind, is_tags};
use crate::pieces::head::Head;
use namesake_language::say;
use namesake_note::note::Note;
use namesake_text::frontmatter::{
    Entry, Fence, Frontmatter, SpliceError, change_items, remove_entry, set_list, set_scalar,
};
use namesake_text::text::Edit;

/// The heads of both notes: the properties with their fences.
pub struct Heads {
    /// What stays; with a byte order mark if there is one.
    pub kept: String,
    /// What moves; empty if nothing does and nothing says what kind of note it is.
    pub new: String,
}

/// Adds a property of `note` as it is written.
fn copy(head: &mut Head, note: &Note, entry: &Entry) -> Result<(), SpliceError> {
    let block = head.fm.fence.block().ok_or(SpliceError::Invalid)?;
    let mut lines = note.slice(entry.span).to_owned();
    if !lines.ends_with('\n') {
        lines += note.line_ending();
    }
    head.make(&[Edit::insert(block.yaml.end, lines)])?;
    let is_there = head.fm.get(&entry.key).is_some_and(|new| new.value.same(&entry.value));
    if is_there { Ok(()) } else { Err(SpliceError::Form(entry.key.clone())) }
}

/// Divides the properties of `note`; `name` is the new title.
///
/// # Errors
/// Why that is not possible, for the user.
pub fn divide(note: &Note, parts: &[Part], name: &str) -> Result<Heads, String> {
    let fm = &note.frontmatter;
    let Fence::Block(block) = fm.fence else {
        let kept = note.text[..crate::pieces::outline::body_start(note)].to_owned();
        return Ok(Heads { kept, new: String::new() });
    };
    let eol = block.eol(&note.text);
    let mut kept = Head::of(note.text[..block.body()].to_owned());
    let mut new = Head::of(["---", eol, "---", eol].concat());
    for entry in &fm.entries {
        let refused = |error: SpliceError| {
            say!(
                "The property “{key}” cannot be divided ({error}). Leave it where it is, or divide it by hand.",
                key = entry.key,
                error
            )
        };
        divide_entry(note, entry, parts, name, (&mut kept, &mut new)).map_err(refused)?;
    }
    let new = if new.fm.entries.is_empty() { String::new() } else { new.text };
    Ok(Heads { kept: kept.text, new })
}

fn divide_entry(
    note: &Note,
    entry: &Entry,
    parts: &[Part],
    name: &str,
    (kept, new): (&mut Head, &mut Head),
) -> Result<(), SpliceError> {
    let key = entry.key.as_str();
    if key.eq_ignore_ascii_case("type") {
        return copy(new, note, entry);
    }
    if key.eq_ignore_ascii_case("title") {
        return new.make(&set_scalar(&new.text, &new.fm, key, name)?);
    }
    let is_it = |at: &At| matches!(at, At::Property(of) if of == key);
    if parts.iter().any(|part| part.moves() && is_it(&part.at)) {
        kept.make(&remove_entry(&kept.text, &kept.fm, key)?)?;
        return copy(new, note, entry);
    }
    let number = |part: &Part| match &part.at {
        At::Item(of, at) if of == key && part.moves() => Some(*at),
        _ => None,
    };
    let moved: Vec<usize> = parts.iter().filter_map(number).collect();
    let texts = entry.value.texts();
    if !moved.is_empty() && moved.len() == texts.len() {
        kept.make(&remove_entry(&kept.text, &kept.fm, key)?)?;
        return copy(new, note, entry);
    }
    if !moved.is_empty() {
        let gone: Vec<(usize, Option<&str>)> = moved.iter().map(|at| (*at, None)).collect();
        kept.make(&change_items(&kept.text, &kept.fm, key, &gone)?)?;
    }
    let is_shared = |at: usize, text: &str| is_tags(key) && is_of_kind(text) && !moved.contains(&at);
    let items = texts.iter().enumerate().filter(|(at, text)| moved.contains(at) || is_shared(*at, text));
    let items: Vec<&str> = items.map(|(_, text)| *text).collect();
    match items.is_empty() {
        true => Ok(()),
        false => new.make(&set_list(&new.text, &new.fm, key, &items)?),
    }
}

/// `text` with the property that makes it a person's note.
///
/// # Errors
/// Why that cannot be written, for the user.
pub fn of_a_person(text: String) -> Result<String, String> {
    let eol = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let block = Frontmatter::read(&text).fence.block().is_some();
    let mut head = Head::of(if block { text } else { ["---", eol, "---", eol, &text].concat() });
    let edits = set_scalar(&head.text, &head.fm, "type", "people").and_then(|edits| head.make(&edits));
    edits.map_err(|error| say!("The new note cannot be made a person's note: {error}.", error))?;
    Ok(head.text)
}
