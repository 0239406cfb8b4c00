//! Merges the properties of two notes: lists are united, properties that only the loser has are taken over as written, and
//! the loser's names become aliases. If two values differ, one is kept and the other goes into the body, so none is lost.

use namesake_language::say;
use std::collections::BTreeSet;

use super::sides::MergedProperty;
use crate::pieces::head::Head;
use namesake_note::note::{Note, line_at, lines};
use namesake_text::frontmatter::fence::mark;
use namesake_text::frontmatter::{Declared, Entry, Fence, Frontmatter, Root, Value, set_list, verify_from};
use namesake_text::text::{Edit, Span, apply};
use namesake_vault::vault::Vault;

/// The merged properties.
pub struct Merged {
    /// The text of the properties with their fences, and a byte order mark if there is one.
    pub head: String,
    /// The lines of the values that are not kept, as they are written.
    pub left_over: String,
    /// Both notes' properties side by side.
    pub rows: Vec<MergedProperty>,
}

/// Puts the other note's property, as it is written, in place of `mine` or at the end. Returns whether that is
/// possible.
fn take_over(head: &mut Head, mine: Option<&Entry>, from: &Note, theirs: &Entry) -> bool {
    let Some(block) = head.fm.fence.block() else { return false };
    let is_whole = from.frontmatter.root == Root::Block && theirs.plain && mine.is_none_or(|mine| mine.plain);
    let eol = block.eol(&head.text);
    let source = lines_of(from, theirs.span, eol);
    let place = mine.map_or(Span::at(block.yaml.end), |mine| mine.span);
    let Ok(text) = apply(&head.text, &[Edit::replace(place, source)]) else { return false };
    let keys: BTreeSet<&str> = mine.map(|mine| mine.key.as_str()).into_iter().chain([theirs.key.as_str()]).collect();
    let declared: Vec<Declared> = keys.iter().copied().map(Declared::value).collect();
    let after = verify_from(&head.text, &head.fm, &text, &declared).ok().filter(|_| is_whole);
    let Some(fm) = after.filter(|fm| fm.get(&theirs.key).is_some_and(|new| new.value.same(&theirs.value))) else {
        return false;
    };
    *head = Head { text, fm };
    true
}

/// Merges the properties of both notes. If two values differ, the loser's is kept for those in `take`.
///
/// # Errors
/// Why that is not possible.
pub fn merge(vault: &Vault, winner: &Note, loser: &Note, take: &BTreeSet<String>) -> Result<Merged, String> {
    let mut head = Head::of(head(winner)?);
    let mut left = Vec::new();
    let mut rows = rows(winner, loser);
    for theirs in &loser.frontmatter.entries {
        if is_alias_key(&theirs.key) && all_texts(&theirs.value).is_some() {
            continue;
        }
        let mine = head.fm.entries.iter().find(|mine| mine.key.eq_ignore_ascii_case(&theirs.key)).cloned();
        match &mine {
            Some(mine) if mine.value.same(&theirs.value) && theirs.plain => {}
            _ if is_empty(&theirs.value) && theirs.plain => {}
            // The loser's title becomes an alias.
            None if theirs.key == "title" && is_name(vault, loser, &theirs.value) => {}
            Some(mine) if is_list(mine, theirs) && unite(&mut head, mine, theirs) => {}
            Some(mine) if !is_empty(&mine.value) => {
                let taken = take.contains(&theirs.key);
                rows.iter_mut().filter(|row| row.key == theirs.key).for_each(|row| row.differs = true);
                let lines =
                    if taken { head.text[mine.span.range()].to_owned() } else { lines_of(loser, theirs.span, "\n") };
                if taken && !take_over(&mut head, Some(mine), loser, theirs) {
                    return Err(say!(
                        "The property “{key}” cannot be taken over as it is written; edit it by hand.",
                        key = theirs.key
                    )
                    .into());
                }
                // The title that is not kept becomes an alias.
                let (whose, value) = if taken { (winner, &mine.value) } else { (loser, &theirs.value) };
                if theirs.key != "title" || !is_name(vault, whose, value) {
                    left.push((theirs.span, lines));
                }
            }
            _ if take_over(&mut head, mine.as_ref(), loser, theirs) => {}
            _ => left.push((theirs.span, lines_of(loser, theirs.span, "\n"))),
        }
    }
    if let Some(key) = take.iter().find(|key| !rows.iter().any(|row| row.differs && row.key == **key)) {
        return Err(say!("The two notes do not differ in a property “{key}”.", key).into());
    }
    let kept = |comment: &Span| left.iter().any(|(span, _)| span.contains(*comment));
    let comments = loser.frontmatter.comments.iter().filter(|comment| !kept(comment));
    let mut left_over: String = comments.map(|comment| [loser.slice(*comment), "\n"].concat()).collect();
    left_over.extend(left.iter().map(|(_, lines)| lines.as_str()));
    name(vault, &mut head, winner, loser)?;
    for row in &mut rows {
        row.merged = value_in(&head.text, &head.fm, &row.key);
    }
    rows.retain(|row| row.winner.is_some() || row.loser.is_some() || row.merged.is_some());
    if winner.frontmatter.fence == Fence::None && head.fm.entries.is_empty() {
        head.text.truncate(mark(&winner.text));
    } else if !head.text.ends_with('\n') {
        head.text += winner.line_ending();
    }
    Ok(Merged { head: head.text, left_over: left_over.replace("\r\n", "\n"), rows })
}

/// The winner's properties with their fences; an empty block if it has none.
fn head(winner: &Note) -> Result<String, String> {
    match winner.frontmatter.fence {
        Fence::Block(block) => Ok(winner.text[..block.body()].to_owned()),
        Fence::Unclosed { .. } => {
            Err(say!("The properties of {note} are never closed. Close them first.", note = winner.path).into())
        }
        Fence::None => {
            let eol = winner.line_ending();
            Ok([&winner.text[..mark(&winner.text)], "---", eol, "---", eol].concat())
        }
    }
}

/// The lines of a property, each with the line ending `eol`.
fn lines_of(note: &Note, span: Span, eol: &str) -> String {
    let text = note.slice(span).replace("\r\n", "\n");
    text.trim_end_matches('\n').replace('\n', eol) + eol
}

/// Whether two names mean one property. Aliases have two names.
fn is_same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other) || is_alias_key(one) && is_alias_key(other)
}

/// The properties of both notes with both values, and a row for the aliases that the winner may gain.
fn rows(winner: &Note, loser: &Note) -> Vec<MergedProperty> {
    let mut rows: Vec<MergedProperty> = Vec::new();
    let entries = loser.frontmatter.entries.iter().chain(&winner.frontmatter.entries);
    for key in entries.map(|entry| entry.key.as_str()).chain(["aliases"]) {
        if rows.iter().all(|row| !is_same(&row.key, key)) {
            let says = |note: &Note| value_in(&note.text, &note.frontmatter, key);
            rows.push(MergedProperty {
                key: key.to_owned(),
                winner: says(winner),
                loser: says(loser),
                ..MergedProperty::default()
            });
        }
    }
    rows
}

/// The value of `key` as it is written; lines below the first are moved left together.
fn value_in(text: &str, fm: &Frontmatter, key: &str) -> Option<String> {
    let span = fm.entries.iter().find(|entry| is_same(&entry.key, key))?.value_span;
    let column = span.start - line_at(text, span.start).start;
    let below = || lines(text, span).skip(1).map(|line| line.of(text).trim_end());
    let blank = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let moved = below().filter(|line| !line.is_empty()).map(blank).fold(column, usize::min);
    let first = lines(text, span).next().map_or("", |line| line.of(text).trim_end());
    let all: Vec<&str> =
        std::iter::once(first).chain(below().map(|line| line.get(moved..).unwrap_or_default())).collect();
    Some(all.join("\n").trim_end().to_owned())
}

fn is_alias_key(key: &str) -> bool {
    key == "aliases" || key == "alias"
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Scalar { text, .. } => text.trim().is_empty(),
        Value::List { items, .. } => items.is_empty(),
        Value::Map { pairs, .. } => pairs.is_empty(),
        Value::Other => false,
    }
}

/// The texts of a list or of a single value; `None` if it holds anything else.
fn all_texts(value: &Value) -> Option<Vec<&str>> {
    match value {
        Value::Null => Some(Vec::new()),
        Value::Scalar { text, .. } => Some(vec![text]),
        Value::List { items, .. } => items.iter().map(|item| item.value.text()).collect(),
        Value::Map { .. } | Value::Other => None,
    }
}

/// Whether both are texts and one of them a list, so that they can be one list.
fn is_list(mine: &Entry, theirs: &Entry) -> bool {
    let is_list = |value: &Value| matches!(value, Value::List { .. });
    (is_list(&mine.value) || is_list(&theirs.value))
        && mine.plain
        && theirs.plain
        && all_texts(&mine.value).is_some()
        && all_texts(&theirs.value).is_some()
}

/// Appends the loser's new items to the winner's list. Returns whether that is possible.
fn unite(head: &mut Head, mine: &Entry, theirs: &Entry) -> bool {
    let (mut all, new) = (all_texts(&mine.value).unwrap_or_default(), all_texts(&theirs.value).unwrap_or_default());
    let bare = |item: &str| item.trim().trim_start_matches('#').to_lowercase();
    let is_tags = mine.key.eq_ignore_ascii_case("tags");
    let same = |a: &str, b: &str| if is_tags { bare(a) == bare(b) } else { a == b };
    for item in new {
        if !all.iter().any(|known| same(known, item)) {
            all.push(item);
        }
    }
    set_list(&head.text, &head.fm, &mine.key, &all).is_ok_and(|edits| head.make(&edits).is_ok())
}

/// Whether `value` is one of the names of the note's person.
fn is_name(vault: &Vault, note: &Note, value: &Value) -> bool {
    value.text().is_some_and(|title| vault.is_called(&note.path, title.trim()))
}

/// Adds the names of both notes to the winner's aliases.
fn name(vault: &Vault, head: &mut Head, winner: &Note, loser: &Note) -> Result<(), String> {
    let names = |note: &Note| -> Vec<String> {
        let person = vault.facts(&note.path).and_then(|facts| facts.person.as_ref());
        let fm = &note.frontmatter;
        let aliases =
            ["aliases", "alias"].into_iter().flat_map(|key| fm.list(key)).map(|alias| alias.trim().to_owned());
        person.map(|person| person.names.clone()).unwrap_or_default().into_iter().chain(aliases).collect()
    };
    let key = if head.fm.get("aliases").is_none() && head.fm.get("alias").is_some() { "alias" } else { "aliases" };
    let title = head.fm.text("title").unwrap_or_default();
    let listed = ["aliases", "alias"].into_iter().flat_map(|key| head.fm.list(key));
    let mut known: Vec<String> = listed.chain([winner.path.stem(), title]).map(str::to_owned).collect();
    let current = head.fm.get(key).map(|entry| all_texts(&entry.value));
    let Some(current) = current.unwrap_or_else(|| Some(Vec::new())) else {
        return Err(say!(
            "The property “{key}” of {note} holds more than names; edit it by hand.",
            key,
            note = winner.path
        )
        .into());
    };
    let mut all: Vec<String> =
        current.into_iter().filter(|alias| !alias.trim().is_empty()).map(str::to_owned).collect();
    // The winner's title, if the loser's replaces it.
    let old_title = names(winner).into_iter().filter(|name| winner.frontmatter.text("title") == Some(name));
    for name in old_title.chain(names(loser)) {
        if !name.is_empty() && !known.contains(&name) {
            known.push(name.clone());
            all.push(name);
        }
    }
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    if all.is_empty() {
        return Ok(());
    }
    let edits = set_list(&head.text, &head.fm, key, &all);
    let edits = edits
        .map_err(|error| say!("The other's names cannot be added to {note}: {error}.", note = winner.path, error))?;
    head.make(&edits).map_err(|error| error.to_string())
}
