//! Cells of the contact table that say `_Unknown_`, where the note knows better.

use super::readings::{COMPANY, FIELDS, Field, Place, ROLE, Reading, is_unknown, readings};
use crate::finding::{Draft, Fix, Tier};
use crate::names::fold;
use crate::note::{Kind, Note};
use crate::rules::enrich::said::said;
use crate::rules::{Report, Rule};
use crate::text::{Edit, Span};
use crate::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "unknown-cell",
    group: "person",
    what: "Fills a cell of the contact table that is `_Unknown_` from what the note says elsewhere: a property, a labelled \
           line, the tag `company/x`, or a source note about the person. A cell of which nothing is \
           known stays as it is.",
    why: "What was learnt later stands somewhere below, and the table at the top goes on saying that nobody knows.",
    example: "`email: mara@lumen.example` and `| **Email** | _Unknown_ |` -> `| **Email** | mara@lumen.example |`",
    automatic: "From a property of the field's own name, where nothing in the note says otherwise.",
    on: true,
    check,
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Person || note.body().rows.is_empty() {
        return;
    }
    for field in FIELDS {
        let cells = field.cells(note);
        // Two rows of one label are a table of something else.
        let [cell] = cells.as_slice() else { continue };
        if is_unknown(note.slice(*cell)) && !note.body().is_opaque_at(cell.start) {
            fill(note, vault, field, *cell, report);
        }
    }
}

fn fill(note: &Note, vault: &Vault, field: &Field, cell: Span, report: &mut Report) {
    let known = readings(note, vault, field);
    let Some(first) = known.first() else { return };
    // What meetings say besides a bio is asked about with it.
    let is_elsewhere = known.iter().all(|reading| reading.place == Place::Elsewhere);
    if is_elsewhere && said(note, vault).iter().any(|said| said.of(field).is_some()) {
        return;
    }
    let mut offered: Vec<&Reading> = Vec::new();
    for reading in &known {
        if !offered.iter().any(|other| fold(&other.value) == fold(&reading.value)) {
            offered.push(reading);
        }
    }
    // Which of two roles or companies it is is asked elsewhere, cell and all.
    if offered.len() > 1 && [ROLE.name(), COMPANY.name()].contains(&field.name()) {
        return;
    }
    let is_certain = offered.len() == 1
        && matches!(&first.place, Place::Property(key, _) if {
            key.eq_ignore_ascii_case(field.name()) && note.frontmatter.text(key) == Some(first.value.as_str())
        });
    let tier = if is_certain { Tier::Auto } else { Tier::Review };
    let who = if is_elsewhere { first.told_in.as_str() } else { "the note" };
    let message = format!("{} is unknown in the contact table, and {who} knows it.", field.name());
    let values: Vec<&str> = offered.iter().map(|reading| reading.value.as_str()).collect();
    let mut draft = Draft::new(tier, cell, format!("{}: {}", field.name(), values.join(" / ")), message);
    for reading in &known {
        draft = draft.because(reading.sentence());
    }
    for reading in offered {
        let edit = in_cell(note, cell, &reading.value);
        draft = draft.fix(Fix::in_note(format!("Write “{}”", reading.value), &note.path, vec![edit]));
    }
    report.add(draft);
}

/// The edit that writes `words` into a cell, which may hold nothing at all.
pub fn in_cell(note: &Note, cell: Span, words: &str) -> Edit {
    if !cell.is_empty() {
        return Edit::replace(cell, words);
    }
    let before = if note.text[..cell.start].ends_with(' ') { "" } else { " " };
    let behind = if note.text[cell.end..].starts_with(' ') { "" } else { " " };
    Edit::insert(cell.start, [before, words, behind].concat())
}
