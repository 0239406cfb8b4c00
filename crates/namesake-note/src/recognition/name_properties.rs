//! The names in the properties that list people.

use super::headings::heading_roles;
use super::listed_name::{ListedAt, ListedName};
use super::listed_names::{each_name, is_absent, linked_names, property_name};
use crate::note::Note;
use crate::vocabulary::{OwnWords, Role, Roles, key};
use namesake_text::frontmatter::{Entry, Item, Value, placeholder};

/// Properties of those who were asked to come, folded.
const INVITED: [&str; 3] = ["invited", "invitee", "invitees"];

/// The properties of `note` with what their names stand for: whoever asks about several roles reads them once.
pub(super) fn properties_with_roles<'n>(note: &'n Note, own: &OwnWords) -> Vec<(&'n Entry, Roles)> {
    note.frontmatter.entries.iter().map(|entry| (entry, heading_roles(&entry.key, own))).collect()
}

/// The names in those of `properties` that list people as `role`.
pub(super) fn names_in_properties(properties: &[(&Entry, Roles)], role: Role) -> Vec<ListedName> {
    let meant = properties.iter().filter(|(_, roles)| roles.has(role)).map(|(entry, _)| *entry);
    let filled = meant.filter(|entry| placeholder(&entry.value).is_none());
    let is_asked = |entry: &&Entry| INVITED.contains(&key(&entry.key).as_str());
    // Where it is said who came, those who were only invited are not there.
    let says_who_came = filled.clone().any(|entry| !is_asked(&entry));
    let there = filled.filter(|entry| !(says_who_came && is_asked(entry)));
    let names = there.flat_map(|entry| match &entry.value {
        Value::List { items, .. } => {
            let items = items.iter().enumerate();
            items.filter_map(|(at, item)| listed_item(&entry.key, at, item)).collect::<Vec<_>>()
        }
        value => {
            let text = value.text().unwrap_or_default();
            let linked = linked_names(text);
            let names = if linked.is_empty() { each_name(text) } else { linked };
            let name = |written: &str| ListedName {
                written: property_name(written).to_owned(),
                span: entry.value_span,
                place: ListedAt::Text,
            };
            names.iter().map(|span| name(span.of(text))).collect()
        }
    });
    names.collect()
}

fn listed_item(key: &str, at: usize, item: &Item) -> Option<ListedName> {
    let written = name_of(&item.value)?;
    // What says that somebody was absent stays beside the name.
    let written = if is_absent(&written) { written.trim() } else { property_name(written.trim()) }.to_owned();
    let place = ListedAt::Item { key: key.to_owned(), at };
    (!written.is_empty()).then_some(ListedName { written, span: item.span, place })
}

/// A name in a list. YAML reads a link without quotes as a list in a list; it still counts as the link that it is.
/// Calendars write people as maps.
fn name_of(value: &Value) -> Option<String> {
    match value {
        Value::List { items, flow: true, .. } => match items.as_slice() {
            [inner] => {
                name_of(&inner.value).map(|name| if name.starts_with("[[") { name } else { format!("[[{name}]]") })
            }
            _ => None,
        },
        Value::Map { pairs, .. } => {
            let text = |key: &str| {
                let is_key = |name: &Item| name.value.text().is_some_and(|name| name.eq_ignore_ascii_case(key));
                pairs.iter().find(|(name, _)| is_key(name)).and_then(|(_, value)| value.value.text())
            };
            let name = ["name", "displayName", "title", "email"].iter().find_map(|key| text(key))?;
            let answer = text("responseStatus").or_else(|| text("status"));
            Some(answer.map_or_else(|| name.to_owned(), |answer| format!("{name} ({answer})")))
        }
        _ => value.text().map(str::to_owned),
    }
}
