//! When a person was last met.

use crate::finding::{Draft, Fix, Tier};
use crate::frontmatter::{Entry, Value, placeholder, set_scalar};
use crate::note::{Kind, Note};
use crate::order;
use crate::rules::{Report, Rule};
use crate::text::Span;
use crate::vault::{Vault, iso_day};

/// The rule.
pub const RULE: Rule = Rule {
    name: "last-contact",
    group: "enrich",
    what: "Sets a person's `last_contact` to the day of the newest meeting they took part in. It never goes back.",
    why: "It answers “whom have I not spoken to?”, and nobody keeps it up by hand.",
    example: "A meeting of 2025-10-31 with Rob -> `last_contact: 2025-10-31` in Rob's note",
    automatic: "Where the participant is certainly this person and the note has properties.",
    check,
};

const KEY: &str = "last_contact";

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Person || !note.frontmatter.is_valid() {
        return;
    }
    let entry = note.frontmatter.get(KEY);
    let Some(known) = known(entry) else { return };
    let dated = |path| Some((vault.facts(path)?.meeting.as_ref()?.date.clone()?, path));
    let mut newer: Vec<_> = vault.meetings_of(&note.path).filter_map(dated).filter(|(date, _)| *date > known).collect();
    order::sort(&mut newer);
    let Some((date, meeting)) = newer.pop() else { return };
    let place = entry.map_or(Span::at(note.frontmatter.fence.body()), |entry| entry.value_span);
    let message = format!("{} was met on {date}, later than `{KEY}` says.", note.path.stem());
    let draft = Draft::new(Tier::Auto, place, format!("{date} {meeting}"), message)
        .because(format!("{} takes part in “{}” of {date}.", note.path.stem(), meeting.stem()))
        .taught_by(meeting.clone())
        .or_by(newer.into_iter().map(|(_, path)| path.clone()));
    match set_scalar(&note.text, &note.frontmatter, KEY, &date) {
        Ok(edits) => {
            let fix = Fix::in_note(format!("Set `{KEY}` to {date}"), &note.path, edits).of_property(KEY);
            report.add(draft.fix(fix));
        }
        Err(error) => report.add(Draft { tier: Tier::Review, ..draft.because(error.to_string()) }),
    }
}

/// The day that the property names, as an ISO date; empty, and so before any day, where nothing was filled in. `None`
/// for what is no date: another spelling is the date rule's to mend first, a list is nobody's to overwrite.
fn known(entry: Option<&Entry>) -> Option<String> {
    let Some(entry) = entry else { return Some(String::new()) };
    match &entry.value {
        Value::Null => Some(String::new()),
        value if placeholder(value).is_some() => Some(String::new()),
        value => value
            .text()
            .map(str::trim)
            .and_then(|text| if text.is_empty() { Some(String::new()) } else { iso_day(text) }),
    }
}
