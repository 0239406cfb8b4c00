//! The day of the last meeting with a person.

use crate::{Report, Rule};
use namesake_language::say;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Note};
use namesake_text::frontmatter::{Entry, Value, placeholder, set_scalar};
use namesake_text::path::NotePath;
use namesake_text::text::Span;
use namesake_vault::facts::iso_day;
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "last-contact",
    what: "Sets a person's `last_contact` to the day of the newest meeting they took part in. It never goes back.",
    why: "It answers “whom have I not spoken to?”, and nobody keeps it up by hand.",
    example: "A meeting of 2025-10-31 with Rob -> `last_contact: 2025-10-31` in Rob's note",
    automatic: "Where the participant is certainly this person, the note has properties, and some note has this one.",
    teaches: true,
    template: &["last_contact:"],
    check,
    ..Rule::ENRICH
};

const KEY: &str = "last_contact";

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Person || !note.frontmatter.is_valid() {
        return;
    }
    // Obsidian takes `Last_Contact` for the same property, so its spelling is kept.
    let same_name = || note.frontmatter.entries.iter().find(|entry| entry.key.eq_ignore_ascii_case(KEY));
    let entry = note.frontmatter.get(KEY).or_else(same_name);
    // The rule `duplicate-key` asks which of two properties is meant.
    if entry.is_some_and(|entry| note.frontmatter.only(&entry.key).is_none()) {
        return;
    }
    // Nobody wants a property that the vault does not keep.
    if entry.is_none() && vault.usage().of_name(KEY) == 0 {
        return;
    }
    let certain = |path: &&NotePath| vault.misheard_as(path, &note.path).is_none();
    let dated = |path| Some((vault.facts(path)?.meeting.as_ref()?.date.clone()?, path));
    let is_newer = |date: &str| entry.is_none_or(|entry| is_older(entry, date));
    if report.about().is_some_and(|about| dated(about).is_none_or(|(date, _)| !is_newer(&date))) {
        return;
    }
    let newer = vault.meetings_of(&note.path).filter_map(dated).filter(|(date, _)| is_newer(date));
    let mut newer: Vec<_> = newer.filter(|(_, path)| certain(path)).collect();
    newer.sort();
    let Some((date, meeting)) = newer.pop() else { return };
    let place = entry.map_or(Span::at(note.frontmatter.fence.body()), |entry| entry.value_span);
    let name = note.path.stem();
    let message = say!("{name} was met on {date}, later than `{key}` says.", name, date, key = KEY);
    let draft = Draft::new(Tier::Auto, place, format!("{date} {meeting}"), message)
        .because(say!("{name} takes part in “{meeting}” of {date}.", name, meeting = meeting.stem(), date))
        .taught_by(meeting.clone())
        .or_by(newer.into_iter().map(|(_, path)| path.clone()));
    let key = entry.map_or(KEY, |entry| &entry.key);
    let fix = |edits| Fix::in_note(say!("Set `{key}` to {date}", key, date), &note.path, edits).of_property(key);
    report.add(draft.offer(set_scalar(&note.text, &note.frontmatter, key, &date).map(fix)));
}

/// Whether the property is empty or holds an earlier day. A day in another spelling is first repaired by the rule
/// `date-type`; a list or a map holds more than a day and stays as it is.
fn is_older(entry: &Entry, date: &str) -> bool {
    if placeholder(&entry.value).is_some() {
        return true;
    }
    match &entry.value {
        Value::Null => true,
        Value::Scalar { text, .. } if text.trim().is_empty() => true,
        Value::Scalar { text, .. } => iso_day(text).is_some_and(|known| known.as_str() < date),
        Value::List { items, .. } => items.is_empty(),
        Value::Map { .. } | Value::Other => false,
    }
}
