//! Cells of the contact table that say `_Unknown_`, and empty properties, where the note knows better.

use crate::{Report, Rule};
use namesake_language::say;
use namesake_names::fold;
use namesake_note::finding::{Draft, Tier};
use namesake_note::note::{Kind, Note};
use namesake_vault::person::contact_fields::{
    COMPANY, ContactField, FIELDS, FieldPlace, FieldReading, Gap, ROLE, readings,
};
use namesake_vault::teaching::contact::contact_statements;
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "unknown-cell",
    what: "Fills a cell of the contact table that is `_Unknown_` from what the note says elsewhere: a property, a labelled \
           line, the tag `company/x`, or a source note about the person; where the table has no such row, an empty property \
           of that name. What nobody knows stays as it is.",
    why: "What was learnt later stands somewhere below, and the table at the top goes on saying that nobody knows.",
    example: "`email: mara@lumen.example` and `| **Email** | _Unknown_ |` -> `| **Email** | mara@lumen.example |`",
    automatic: "From a property of the field's own name, where nothing in the note says otherwise.",
    template: &["| **Role** | _Unknown_ |"],
    check,
    ..Rule::PERSON
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Person {
        return;
    }
    for field in FIELDS {
        if let Some(gap) = Gap::of(field, note) {
            fill(note, vault, field, &gap, report);
        }
    }
}

fn fill(note: &Note, vault: &Vault, field: &ContactField, gap: &Gap, report: &mut Report) {
    let known = readings(note, vault, field);
    let Some(first) = known.first() else { return };
    // The rule `contact` asks about what meetings say, together with the bio.
    let is_elsewhere = known.iter().all(|reading| reading.place == FieldPlace::Elsewhere);
    if is_elsewhere && contact_statements(note, vault).iter().any(|said| said.of(field).is_some()) {
        return;
    }
    let mut offered: Vec<&FieldReading> = Vec::new();
    for reading in &known {
        if !offered.iter().any(|other| fold(&other.value) == fold(&reading.value)) {
            offered.push(reading);
        }
    }
    // The rule `contradiction` asks which of two roles or companies is right, and fills the cell too.
    if offered.len() > 1 && [ROLE.name(), COMPANY.name()].contains(&field.name()) {
        return;
    }
    let is_certain = offered.len() == 1
        && matches!(&first.place, FieldPlace::Property(key, _) if {
            key.eq_ignore_ascii_case(field.name()) && note.frontmatter.text(key) == Some(first.value.as_str())
        });
    let tier = if is_certain { Tier::Auto } else { Tier::Review };
    let (name, place) = (field.said(), gap.place());
    let message = match is_elsewhere {
        true => say!("{name} is unknown in {place}, and {source} knows it.", name, place, source = first.location),
        false => say!("{name} is unknown in {place}, and the note knows it.", name, place),
    };
    let values: Vec<&str> = offered.iter().map(|reading| reading.value.as_str()).collect();
    let mut draft = Draft::new(tier, gap.span, format!("{}: {}", field.name(), values.join(" / ")), message);
    for reading in &known {
        draft = draft.because(reading.sentence());
    }
    for reading in offered {
        draft = draft.offer(gap.filled(note, &reading.value));
    }
    // If the value cannot be written, as behind an anchor, there is nothing to report.
    if !draft.fixes.is_empty() {
        report.add(draft);
    }
}
