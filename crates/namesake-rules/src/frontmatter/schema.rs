//! Properties against the schema of the note's kind and against their types.

use crate::{Report, Rule};
use namesake_language::{Said, say};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::Note;
use namesake_text::frontmatter::fit::{Fit, fit};
use namesake_text::frontmatter::schema::{PropertyType, Schema, usual_type};
use namesake_text::frontmatter::{Entry, SpliceError, Value, insert_ordered, placeholder, set_scalar, set_typed};
use namesake_text::text::mojibake::repairs;
use namesake_text::text::{Edit, Span};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "schema",
    what: "Compares properties with what the settings ask of the note's kind (required, allowed, allowed values) and with \
           their types in the settings and in Obsidian.",
    why: "A person without a company and a `rating` that is a word are missing from the tables made of them.",
    example: "`done: yes`, a checkbox -> `done: true`",
    check,
    ..Rule::FRONTMATTER
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let schema = vault.config().settings.schemas.get(&note.kind);
    if let Some(schema) = schema {
        for key in &schema.required {
            required(note, vault, report, schema, key);
        }
    }
    for entry in note.frontmatter.single().filter(|entry| !is_for_others(entry)) {
        if let Some(schema) = schema {
            allowed(report, schema, entry);
            values(note, vault, report, schema, entry);
        }
        kind(note, vault, report, entry);
    }
}

/// Whether another rule handles the value: a template value, or text that was decoded wrongly.
fn is_for_others(entry: &Entry) -> bool {
    placeholder(&entry.value).is_some() || entry.value.texts().iter().any(|text| !repairs(text).is_empty())
}

fn is(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

/// Reports a required property that is missing or empty. The rule `title` handles titles, because it knows what to write.
fn required(note: &Note, vault: &Vault, report: &mut Report, schema: &Schema, key: &str) {
    let mut named = note.frontmatter.entries.iter().filter(|entry| is(&entry.key, key)).peekable();
    if is(key, "title") || note.frontmatter.error.is_some() {
        return;
    }
    let Some(first) = named.peek() else {
        let place = Span::at(note.frontmatter.fence.body());
        let draft = Draft::new(Tier::Review, place, format!("missing: {key}"), say!("The note has no `{key}`.", key))
            .because(say!("The settings require it of notes of this kind."));
        let only = schema.values.iter().find(|(name, values)| is(name, key) && values.len() == 1);
        let value = only.map_or("", |(_, values)| &values[0]);
        let title = match value.is_empty() {
            true => say!("Add `{key}`, empty", key),
            false => say!("Add `{key}: {value}`", key, value),
        };
        let order = &vault.config().settings.key_order;
        let edits = insert_ordered(&note.text, &note.frontmatter, key, value, order);
        return report.add(offered(draft, note, key, title, edits));
    };
    let place = first.value_span;
    if named.all(|entry| is_empty(&entry.value)) {
        let message = say!("`{key}` holds nothing.", key);
        let draft = Draft::new(Tier::Review, place, format!("missing: {key}"), message);
        report.add(draft.because(say!("The settings require a value of notes of this kind.")));
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Scalar { text, .. } => text.trim().is_empty(),
        Value::List { items, .. } => items.iter().all(|item| is_empty(&item.value)),
        Value::Map { pairs, .. } => pairs.is_empty(),
        Value::Other => false,
    }
}

/// Reports a property that the schema does not allow. It allows every property that it mentions, and the one that asks
/// Namesake to leave the note alone.
fn allowed(report: &mut Report, schema: &Schema, entry: &Entry) {
    let mut named = schema.allowed.iter().chain(&schema.required).chain(schema.values.keys());
    if schema.allowed.is_empty() || is(&entry.key, "namesake") || named.any(|key| is(key, &entry.key)) {
        return;
    }
    let message = say!("`{key}` is no property of notes of this kind.", key = entry.key);
    let draft = Draft::new(Tier::Review, entry.key_span, format!("not allowed: {}", entry.key), message);
    report.add(draft.because(say!("The settings list the properties that notes of this kind may have.")));
}

/// Reports a value that the schema does not list.
fn values(note: &Note, vault: &Vault, report: &mut Report, schema: &Schema, entry: &Entry) {
    let Some((_, known)) = schema.values.iter().find(|(name, _)| is(name, &entry.key)) else { return };
    let is_known = |text: &str| text.trim().is_empty() || known.iter().any(|value| value.trim() == text.trim());
    // The rule `type-value` replaces synonyms.
    let is_synonym = |text: &str| entry.key == "type" && vault.config().settings.written_type(text).is_some();
    for text in entry.value.texts().into_iter().filter(|text| !is_known(text) && !is_synonym(text)) {
        let shown = text.trim();
        let message = say!("`{value}` is none of the values that `{key}` can have.", value = shown, key = entry.key);
        let mut draft = Draft::new(Tier::Review, entry.value_span, format!("{}: {shown}", entry.key), message)
            .because(say!("The settings know `{values}`.", values = known.join("`, `")));
        let meant = known.iter().find(|value| is(value.trim(), shown));
        if let (Value::Scalar { .. }, Some(meant)) = (&entry.value, meant) {
            let edits = set_scalar(&note.text, &note.frontmatter, &entry.key, meant);
            draft = offered(draft, note, &entry.key, say!("Write `{value}`", value = meant), edits);
        }
        report.add(draft);
    }
}

/// Reports a value that is not of the property's type. Only types from the settings or from Obsidian count: a property with
/// the name of a date may hold words.
fn kind(note: &Note, vault: &Vault, report: &mut Report, entry: &Entry) {
    let own = || usual_type(&entry.key.to_lowercase()).filter(|kind| *kind != PropertyType::Date);
    let Some(kind) = vault.stated_type(&entry.key).or_else(own) else { return };
    let literal = match fit(&entry.value, kind) {
        // A YAML tag such as `!!str` states the type of the value.
        Fit::Fits => return,
        _ if !entry.plain && entry.value.text().is_some() => return,
        Fit::Misfit(meant) => meant.map(str::to_owned),
        Fit::Quoted => entry.value.text().map(|text| text.trim().to_owned()),
    };
    let key = &entry.key;
    let message = match kind {
        PropertyType::Number => say!("`{key}` is a number to Obsidian, and this is none.", key),
        PropertyType::Checkbox => say!("`{key}` is a checkbox, `true` or `false` to Obsidian, and this is none.", key),
        PropertyType::Date => say!("`{key}` is a date to Obsidian, and this is none.", key),
        PropertyType::Datetime => say!("`{key}` is a date with a time to Obsidian, and this is none.", key),
        PropertyType::Text => say!("`{key}` is one text to Obsidian, and this is none.", key),
        _ => say!("`{key}` is a list of texts to Obsidian, and this is none.", key),
    };
    let shown = note.slice(entry.value_span).trim();
    let mut draft = Draft::new(Tier::Review, entry.value_span, format!("{key}: {shown}"), message);
    if let Some(literal) = literal {
        let edits = set_typed(&note.text, &note.frontmatter, key, &literal);
        draft = offered(draft, note, key, say!("Write `{value}`", value = literal), edits);
    }
    report.add(draft);
}

fn offered(draft: Draft, note: &Note, key: &str, title: Said, edits: Result<Vec<Edit>, SpliceError>) -> Draft {
    draft.offer(edits.map(|edits| Fix::in_note(title, &note.path, edits).of_property(key)))
}
