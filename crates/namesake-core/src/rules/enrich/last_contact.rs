//! When a person was last met.

use crate::finding::{Draft, Fix, Tier};
use crate::frontmatter::{placeholder, set_scalar};
use crate::note::{Kind, Note};
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
    let dated = |path| Some((vault.facts(path)?.meeting.as_ref()?.date.clone()?, path));
    let Some((date, meeting)) = vault.meetings_of(&note.path).filter_map(dated).max() else { return };
    let entry = note.frontmatter.get(KEY);
    if let Some(entry) = entry {
        let unfilled =
            entry.value.text().is_none_or(|text| text.trim().is_empty()) || placeholder(&entry.value).is_some();
        // A spelling that is no date yet is the date rule's to mend first.
        let known = entry.value.text().and_then(iso_day);
        if !unfilled && known.is_none_or(|known| known >= date) {
            return;
        }
    }
    let place = entry.map_or(Span::at(note.frontmatter.fence.body()), |entry| entry.value_span);
    let message = format!("{} was met on {date}, later than `{KEY}` says.", note.path.stem());
    let draft = Draft::new(Tier::Auto, place, format!("{date} {meeting}"), message)
        .because(format!("{} takes part in “{}” of {date}.", note.path.stem(), meeting.stem()))
        .taught_by(meeting.clone());
    match set_scalar(&note.text, &note.frontmatter, KEY, &date) {
        Ok(edits) => {
            let fix = Fix::in_note(format!("Set `{KEY}` to {date}"), &note.path, edits).of_property(KEY);
            report.add(draft.fix(fix));
        }
        Err(error) => report.add(Draft { tier: Tier::Review, ..draft.because(error.to_string()) }),
    }
}
