//! Who took part in a meeting, as the note writes them: the items of the property, else the one line of participants.
//! Those who are said to have been absent are left out.

use std::collections::BTreeSet;

use super::labelled_lines::own_fields;
use crate::note::{Note, links};
use crate::word_list::{WordList, lower};
use namesake_text::frontmatter::{Value, placeholder};

/// Words behind the name of somebody who was not there, in lower case.
static ABSENT: WordList = WordList::new(
    "absent abs excused regrets apologies declined cancelled canceled no-show not unable missing sick ill out ooo leave \
     vacation holiday invited optional tentative maybe unconfirmed abwesend entschuldigt krank urlaub excusé excusée ausente \
     afwezig",
);

/// The participants as written, each once.
pub(super) fn participants(note: &Note) -> Vec<String> {
    let listed = match note.frontmatter.get("participants") {
        Some(entry) if placeholder(&entry.value).is_none() => match &entry.value {
            Value::List { items, .. } => items.iter().filter_map(|item| listed_name(&item.value)).collect(),
            _ => note.frontmatter.text("participants").map(split_names).unwrap_or_default(),
        },
        _ => Vec::new(),
    };
    let all = match listed.is_empty() {
        true => stated_participants(note),
        false => listed.iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect(),
    };
    let mut absent = Vec::new();
    for key in ["absent", "apologies", "regrets"] {
        absent.extend(note.frontmatter.list(key));
    }
    // In a line of names, nobody from “Apologies:” on was there.
    let there = all
        .into_iter()
        .take_while(|name| !name.split_once(':').is_some_and(|(head, _)| ABSENT.contains(&lower(head.trim()))));
    there.filter(|name| !is_absent(name) && !absent.contains(&name.as_str())).collect()
}

/// Whether a list says of somebody that they were not there: “Rob Benoit (regrets)”, “Rob Benoit - absent”.
fn is_absent(name: &str) -> bool {
    // Struck out, hidden, or doubted.
    if ["~~", "%%", "<!--", "❌", "✗", "✘", "🚫"].iter().any(|sign| name.contains(sign)) || name.ends_with('?') {
        return true;
    }
    // The path of a link says nothing about its person.
    let link = name.starts_with('[').then(|| links::markdown_at(name, 0)).flatten();
    let name = link.map_or(name, |link| &name[link.span.end..]);
    let said = name.find(['(', '-', '–', '—', ':']).map_or("", |at| &name[at..]);
    said.contains("n't")
        || said.contains("n’t")
        || said
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            .any(|word| ABSENT.contains(&lower(word.trim_matches('-'))))
}

/// A name in a list. YAML reads a link without quotes as a list in a list; it still counts as the link that it is.
fn listed_name(value: &Value) -> Option<String> {
    match value {
        Value::List { items, flow: true, .. } => match items.as_slice() {
            [inner] => {
                listed_name(&inner.value).map(|name| if name.starts_with("[[") { name } else { format!("[[{name}]]") })
            }
            _ => None,
        },
        _ => value.text().map(str::to_owned),
    }
}

/// The names on the one `**Participants:**` line of a note.
pub fn stated_participants(note: &Note) -> Vec<String> {
    match own_fields(note, &["Participants", "Attendees"])[..] {
        [field] => split_names(note.slice(field.value)),
        _ => Vec::new(),
    }
}

/// The names in a line of names, each once; links keep their brackets. What stands inside a link or round brackets
/// belongs to one name: `[[Voss, Mara]]`, `Rob Benoit (Northworks, Inc)`.
pub fn split_names(line: &str) -> Vec<String> {
    let mut pairs = vec![("[[", "]]"), ("(", ")")];
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(next) = line[at..].chars().next() {
        let rest = &line[at..];
        if let Some(sign) = [",", ";", "\n", " and ", " & "].into_iter().find(|sign| rest.starts_with(sign)) {
            parts.push(&line[start..at]);
            start = at + sign.len();
            at = start;
        } else if let Some(link) = rest.starts_with('[').then(|| links::markdown_at(rest, 0)).flatten() {
            at += link.span.end;
        } else if let Some(pair) = pairs.iter().position(|(open, _)| rest.starts_with(open)) {
            let close = pairs[pair].1;
            match rest.find(close) {
                Some(end) => at += end + close.len(),
                // Never closed: a sign like any other, and so are all of its kind after it.
                None => drop(pairs.swap_remove(pair)),
            }
        } else {
            at += next.len_utf8();
        }
    }
    parts.push(&line[start..]);
    let mut seen = BTreeSet::new();
    let names = parts.into_iter().map(str::trim).filter(|name| !name.is_empty() && seen.insert(*name));
    names.map(str::to_owned).collect()
}
