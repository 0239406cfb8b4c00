//! Properties whose names occur more than once.

use std::collections::BTreeMap;

use crate::{Report, Rule};
use namesake_language::{Said, say};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::Note;
use namesake_text::frontmatter::schema::PropertyType;
use namesake_text::frontmatter::{Entry, SpliceError, Value, keep_entry, merge_entries};
use namesake_text::text::{Edit, Span, line_number};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "duplicate-key",
    what: "Reports a property whose name stands there twice, with both values, and names that differ in case only.",
    why: "Obsidian refuses all properties of a note with such a pair; of names that differ in case it has one type for both.",
    example: "`due: 2025-01-04` and `due: 2025-01-05` -> keep the first, keep the second",
    settles_names: true,
    check,
    ..Rule::FRONTMATTER
};

/// The most values to choose from, as far as the fixes have words for them; if there are more, the finding tells only their
/// number.
const MOST: usize = 4;
/// The most characters of a value in a fix's title.
const SHOWN: usize = 60;

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let entries = &note.frontmatter.entries;
    let mut named: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        named.entry(entry.key.to_lowercase()).or_default().push(at);
    }
    let mut groups: Vec<(String, Vec<usize>)> = named.into_iter().filter(|(_, of)| of.len() > 1).collect();
    groups.sort_by(|a, b| a.1.cmp(&b.1));
    for (name, of) in groups {
        let mut draft = Draft::new(Tier::Review, place(&entries[of[1]]), name, message(note, &of));
        if of.len() > MOST {
            let why = say!("It stands there {times} times; take out all but one by hand.", times = of.len());
            report.add(draft.because(why));
            continue;
        }
        for at in &of {
            let line = line_number(&note.text, entries[*at].key_span.start);
            let property = cut(note.slice(place(&entries[*at])));
            draft = draft.because(say!("Line {line}: `{property}`.", line, property));
        }
        report.add(offered(draft, note, vault, &of));
    }
}

fn message(note: &Note, of: &[usize]) -> Said {
    let mut names: Vec<&str> = Vec::new();
    for at in of {
        let key = note.frontmatter.entries[*at].key.as_str();
        if !names.contains(&key) {
            names.push(key);
        }
    }
    let quoted = names.iter().map(|name| Said::verbatim(format!("`{name}`")));
    let listed = quoted.reduce(|first, last| say!("{first} and {last}", first, last)).unwrap_or_default();
    match names.len() {
        1 => say!("{listed} stands there more than once, so that Obsidian reads no properties.", listed),
        several if several == of.len() => {
            say!("{listed} differ in case only: one property to Obsidian, several to YAML.", listed)
        }
        _ => say!(
            "{listed} stand there {times} times, and Obsidian then reads none of the properties.",
            listed,
            times = of.len(),
        ),
    }
}

fn offered(mut draft: Draft, note: &Note, vault: &Vault, of: &[usize]) -> Draft {
    let (text, fm) = (&note.text, &note.frontmatter);
    let mut fixes: Vec<(Said, Result<Vec<Edit>, SpliceError>)> = Vec::new();
    let first = &fm.entries[of[0]];
    let are_equal = of.iter().all(|at| fm.entries[*at].key == first.key && fm.entries[*at].value.same(&first.value));
    if are_equal {
        let title = say!("Keep one ({value})", value = shown_value(note, first));
        fixes.push((title, keep_entry(text, fm, of[0], of)));
    } else if let Some(items) = items(note, vault, of) {
        let shown = cut(&items.join(", "));
        let title = match of.len() {
            2 => say!("Keep both in one list ({items})", items = shown),
            _ => say!("Keep all in one list ({items})", items = shown),
        };
        fixes.push((title, merge_entries(text, fm, of, &items)));
    }
    for (nth, at) in of.iter().enumerate().filter(|_| !are_equal) {
        let value = shown_value(note, &fm.entries[*at]);
        let title = match nth {
            0 => say!("Keep the first ({value})", value),
            1 => say!("Keep the second ({value})", value),
            2 => say!("Keep the third ({value})", value),
            _ => say!("Keep the fourth ({value})", value),
        };
        fixes.push((title, keep_entry(text, fm, *at, of)));
    }
    for (title, edits) in fixes {
        let of_all = |fix: Fix| of.iter().fold(fix, |fix, at| fix.of_property(&fm.entries[*at].key));
        draft = draft.offer(edits.map(|edits| of_all(Fix::in_note(title, &note.path, edits))));
    }
    draft
}

/// The items of all the values, each once, if they are lists or can be items of one.
fn items<'n>(note: &'n Note, vault: &Vault, of: &[usize]) -> Option<Vec<&'n str>> {
    use PropertyType::{Aliases, Multitext, Tags};
    let entries = || of.iter().map(|at| &note.frontmatter.entries[*at]);
    let is_list = |entry: &Entry| {
        matches!(entry.value, Value::List { .. })
            || matches!(vault.property_type(&entry.key), Some(Tags | Aliases | Multitext))
    };
    let mut items: Vec<&str> = Vec::new();
    for entry in entries() {
        let texts = match &entry.value {
            Value::List { items, .. } if items.iter().all(|item| item.value.text().is_some()) => entry.value.texts(),
            // A comma may separate items or belong to one.
            Value::Scalar { text, .. } if text.trim().is_empty() => Vec::new(),
            Value::Scalar { text, .. } if !text.contains(',') => vec![text.as_str()],
            Value::Null => Vec::new(),
            _ => return None,
        };
        for text in texts {
            if !items.contains(&text) {
                items.push(text);
            }
        }
    }
    entries().any(is_list).then_some(items)
}

/// The text of the property, without blank lines and comments around it.
fn place(entry: &Entry) -> Span {
    Span::new(entry.key_span.start, entry.value_span.end.max(entry.key_span.end))
}

fn shown_value(note: &Note, entry: &Entry) -> Said {
    Said::verbatim(match &entry.value {
        Value::Null => return say!("nothing"),
        Value::Scalar { text, .. } => cut(text),
        Value::List { .. } => cut(&entry.value.texts().join(", ")),
        _ => cut(note.slice(entry.value_span)),
    })
}

/// `text` on one line and not too long.
fn cut(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
