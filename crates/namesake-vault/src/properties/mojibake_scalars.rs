//! Wrongly decoded text in a property. It is found in the values that YAML reads and repaired in the bytes of the note,
//! and only if both agree.

use namesake_note::note::Note;
use namesake_text::frontmatter::{Entry, Frontmatter, Item, Root, Value};
use namesake_text::text::mojibake::{self, Repair, Sureness};
use namesake_text::text::{Edit, Span, apply};

/// The names in a property: its own and those inside maps, each with its place.
pub fn names(entry: &Entry) -> Vec<(Span, &str)> {
    let mut names = vec![(entry.key_span, entry.key.as_str())];
    walk(&entry.value, entry.value_span, &mut |role, span, text| {
        if role == Role::Name {
            names.push((span, text));
        }
    });
    names
}

/// Damaged words of a property.
pub struct Damage {
    /// What is left of them.
    pub left: String,
    /// What they were; none where they are damaged as they are written and not as YAML reads them.
    pub mended: Option<String>,
}

/// The damaged words of the property, in order.
pub fn damage(note: &Note, entry: &Entry) -> Vec<Damage> {
    let mut damage = Vec::new();
    walk(&entry.value, entry.value_span, &mut |role, span, text| {
        let found = if role == Role::Value { mojibake::repairs(text) } else { Vec::new() };
        let read = |repair: &Repair| repair.span.of(text).to_owned();
        damage.extend(found.iter().map(|repair| Damage { left: read(repair), mended: Some(repair.text.clone()) }));
        if found.is_empty() && role == Role::Value {
            let found = mojibake::repairs(note.slice(span));
            let left = |repair: &Repair| note.slice(repair.span.shifted(span.start)).to_owned();
            damage.extend(found.iter().map(|repair| Damage { left: left(repair), mended: None }));
        }
    });
    damage
}

/// The repairs of a property's value, in bytes of the note. `None` if they would not turn every scalar into its decoded
/// text.
pub fn repairs(note: &Note, entry: &Entry) -> Option<Vec<Repair>> {
    let (mut found, mut wanted, mut same) = (Vec::new(), Vec::new(), true);
    walk(&entry.value, entry.value_span, &mut |role, span, text| {
        let held = if role == Role::Value { mojibake::repairs(text) } else { Vec::new() };
        let written = if role == Role::Value { mojibake::repairs(note.slice(span)) } else { Vec::new() };
        let alike = |(a, b): (&Repair, &Repair)| {
            a.sure == b.sure && a.text == b.text && a.span.of(text) == b.span.of(note.slice(span))
        };
        same &= held.len() == written.len() && held.iter().zip(&written).all(alike);
        wanted.push(apply(text, &edits(&held, 0)).unwrap_or_default());
        found.extend(written.into_iter().map(|repair| Repair { span: repair.span.shifted(span.start), ..repair }));
    });
    (same && reads(note, entry, &edits(&found, entry.span.start), &wanted)).then_some(found)
}

fn edits(repairs: &[Repair], before: usize) -> Vec<Edit> {
    let told = repairs.iter().filter(|repair| repair.sure != Sureness::Lost);
    let edit = |repair: &Repair| {
        Edit::replace(Span::new(repair.span.start - before, repair.span.end - before), repair.text.clone())
    };
    told.map(edit).collect()
}

/// Whether the property, edited and read by itself, holds the texts `wanted`.
fn reads(note: &Note, entry: &Entry, edits: &[Edit], wanted: &[String]) -> bool {
    let Ok(edited) = apply(note.slice(entry.span), edits) else { return false };
    let block = match note.frontmatter.root {
        Root::Flow => format!("---\n{{{edited}}}\n---\n"),
        Root::Block | Root::Empty => format!("---\n{edited}\n---\n"),
    };
    let read = Frontmatter::read(&block);
    let [now] = read.entries.as_slice() else { return false };
    let mut held = Vec::new();
    walk(&now.value, now.value_span, &mut |_, _, text| held.push(text.to_owned()));
    now.key == entry.key && held == wanted
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Name,
    Value,
}

/// Every scalar of `value`, in order.
fn walk<'v>(value: &'v Value, span: Span, visit: &mut dyn FnMut(Role, Span, &'v str)) {
    match value {
        Value::Scalar { text, .. } => visit(Role::Value, span, text),
        Value::List { items, .. } => items.iter().for_each(|item| walk(&item.value, item.span, visit)),
        Value::Map { pairs, .. } => {
            for (Item { value: name, span, .. }, item) in pairs {
                walk(name, *span, &mut |_, span, text| visit(Role::Name, span, text));
                walk(&item.value, item.span, visit);
            }
        }
        Value::Null | Value::Other => {}
    }
}
