//! Filling the slots of a template: `{{name}}` and a few more, plain words and nothing that is run. What goes among the
//! properties is written as a value of YAML, so that no value can become another property.

use namesake_language::{Said, say};
use namesake_text::frontmatter::{Entry, Fence, Frontmatter, Root, Style, Value, change_items, set_scalar};
use namesake_text::text::{self, Edit, Span};

/// The values for the slots.
pub struct SlotValues<'v> {
    /// `{{name}}`, `{{title}}`
    pub name: &'v str,
    /// `{{handle}}`: the name's letters and digits alone.
    pub handle: &'v str,
    /// `{{date}}`: an ISO date; empty if unknown.
    pub date: &'v str,
    /// `{{source}}`: a link.
    pub source: &'v str,
    /// `{{company}}`
    pub company: Option<&'v str>,
}

/// A filled template.
pub struct FilledTemplate {
    /// The text.
    pub text: String,
    /// The slots that stay empty, each once.
    pub empty: Vec<String>,
}

/// What an unknown company is called in text, as unknown cells of a person note's table are.
const UNKNOWN: &str = "_Unknown_";

impl SlotValues<'_> {
    /// The value for `slot`, if there is such a slot; `date:YYYY-MM-DD` is the spelling of Obsidian's own templates.
    fn of(&self, slot: &str) -> Option<&str> {
        match slot {
            "name" | "title" => Some(self.name),
            "handle" => Some(self.handle),
            "date" | "date:yyyy-mm-dd" => Some(self.date),
            "source" => Some(self.source),
            "company" => Some(self.company.unwrap_or_default()),
            _ => None,
        }
    }
}

/// Whether some plugin would run something in these words.
pub fn is_live(words: &str) -> bool {
    ["<%", "{{", "`", "%%"].iter().any(|sign| words.contains(sign))
}

/// `template` with its slots filled.
///
/// # Errors
/// Why it cannot be, as a clause for the user with a full stop.
pub fn fill(template: &str, values: &SlotValues) -> Result<FilledTemplate, Said> {
    if template.contains("<%") {
        return Err(say!("it holds `<%`, a command of Templater, and Namesake runs none; give it a copy without."));
    }
    let fence = Fence::find(template);
    if matches!(fence, Fence::Unclosed { .. }) {
        return Err(say!("its properties have no closing `---`."));
    }
    let (head, body) = template.split_at(fence.body());
    let mut empty = Vec::new();
    let head = properties(head, values, &mut empty)?;
    let body = replaced(body, |_, slot| match values.of(&slot) {
        Some("") if slot == "company" => UNKNOWN.to_owned(),
        Some(value) => value.to_owned(),
        None => {
            note(&mut empty, slot);
            String::new()
        }
    });
    Ok(FilledTemplate { text: head + &body, empty })
}

fn note(empty: &mut Vec<String>, slot: String) {
    if !empty.contains(&slot) {
        empty.push(slot);
    }
}

/// `text` with every slot replaced by what `with` makes of its number and its name in lower case.
fn replaced(text: &str, mut with: impl FnMut(usize, String) -> String) -> String {
    let (mut out, mut passed, mut at, mut number) = (String::with_capacity(text.len()), 0, 0, 0);
    while let Some(open) = text[at..].find("{{") {
        let start = at + open;
        let inside = &text[start + "{{".len()..];
        let end = inside.find(['{', '}', '\n']).filter(|end| inside[*end..].starts_with("}}"));
        let Some(end) = end else {
            at = start + 1;
            continue;
        };
        out.push_str(&text[passed..start]);
        out.push_str(&with(number, inside[..end].trim().to_lowercase()));
        number += 1;
        passed = start + "{{".len() + end + "}}".len();
        at = passed;
    }
    out + &text[passed..]
}

/// The block of properties with its slots filled. Words that stand for nothing else take the slots' places, so that it
/// can be read; then each value that holds such words is written anew.
fn properties(head: &str, values: &SlotValues, empty: &mut Vec<String>) -> Result<String, Said> {
    let mut sign = "slot".to_owned();
    while head.contains(&sign) {
        sign.push('q');
    }
    let mut slots = Vec::new();
    let mut head = replaced(head, |number, slot| {
        slots.push(slot);
        format!("{sign}{number}z")
    });
    let marks: Vec<(String, Option<&str>)> =
        slots.iter().enumerate().map(|(number, slot)| (format!("{sign}{number}z"), values.of(slot))).collect();
    let keys: Vec<String> = readable(&head)?.entries.into_iter().map(|entry| entry.key).collect();
    for key in keys {
        let fm = Frontmatter::read(&head);
        let Some(entry) = fm.only(&key).filter(|entry| entry.value_span.of(&head).contains(&sign)) else { continue };
        if let Some(edits) = edits(&head, &fm, entry, &marks) {
            head = text::apply(&head, &edits).map_err(|error| Said::verbatim(error.to_string()))?;
        }
    }
    for (slot, (mark, value)) in slots.into_iter().zip(&marks) {
        if head.contains(mark) || value.is_none() {
            note(empty, slot);
            head = head.replace(mark, "");
        }
    }
    readable(&head)?;
    Ok(head)
}

fn readable(head: &str) -> Result<Frontmatter, Said> {
    let fm = Frontmatter::read(head);
    match &fm.error {
        Some(error) => Err(say!("its properties cannot be read ({error}).", error)),
        None => Ok(fm),
    }
}

/// The edits that put values in the place of the marks in a property. `None` where it is written in a way that cannot
/// be changed.
fn edits(head: &str, fm: &Frontmatter, entry: &Entry, marks: &[(String, Option<&str>)]) -> Option<Vec<Edit>> {
    let is_tags = entry.key.eq_ignore_ascii_case("tags");
    let told = |text: &str| {
        marks.iter().fold(text.to_owned(), |text, (mark, value)| {
            let value = value.unwrap_or_default();
            text.replace(mark, &if is_tags { as_tag(value) } else { value.to_owned() })
        })
    };
    match &entry.value {
        Value::Scalar { text, style } => {
            let text = told(text);
            if text.trim().is_empty() && *style == Style::Plain && fm.root == Root::Block {
                return Some(vec![emptied(head, entry)]);
            }
            set_scalar(head, fm, &entry.key, &text).ok()
        }
        Value::List { items, .. } => {
            let is_empty =
                |text: &str| marks.iter().any(|(mark, value)| text.contains(mark) && value.is_none_or(str::is_empty));
            let mut changed = Vec::new();
            for (at, item) in items.iter().enumerate() {
                match item.value.text() {
                    // `company/` alone is no tag.
                    Some(text) if is_empty(text) => changed.push((at, None)),
                    Some(text) if told(text) != text => changed.push((at, Some(told(text)))),
                    _ => {}
                }
            }
            let changed: Vec<(usize, Option<&str>)> = changed.iter().map(|(at, text)| (*at, text.as_deref())).collect();
            change_items(head, fm, &entry.key, &changed).ok()
        }
        _ => None,
    }
}

/// The edit that leaves nothing behind the property's colon.
fn emptied(head: &str, entry: &Entry) -> Edit {
    let before = &head[..entry.value_span.start];
    Edit::delete(Span::new(before.trim_end_matches(' ').len(), entry.value_span.end))
}

/// A value as a part of a tag.
fn as_tag(value: &str) -> String {
    let words = value.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}
