//! Dates in properties, in one of the two spellings Obsidian documents.

use crate::{Habitual, Report, Rule};
use namesake_language::{Said, say};
use namesake_note::days::DayOrder;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::Note;
use namesake_text::frontmatter::schema::PropertyType;
use namesake_text::frontmatter::{Entry, set_scalar};
use namesake_text::text::dates::{self, DateReading};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "date-type",
    what: "Writes dates in properties as Obsidian reads them: `2025-10-31` or `2025-10-31T09:30:00`.",
    why: "Any other spelling is text to Obsidian: it cannot be sorted, compared or shown as a date.",
    example: "`created: 3 January 2026` -> `created: 2026-01-03`",
    automatic: "Where the spelling has one reading. `03/04/2025` could be March or April and is asked about, first as \
                the names of the vault's notes have it; `2025-02-30` is reported. What one of the vault's own templates \
                writes is left alone, and so is a time without seconds.",
    habit: Some(Habitual::Property),
    check,
    ..Rule::FRONTMATTER
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let dated =
        |entry: &Entry| matches!(vault.property_type(&entry.key), Some(PropertyType::Date | PropertyType::Datetime));
    for entry in note.frontmatter.single() {
        // A date has a digit. Most properties have none, which saves looking up their type.
        let numbered = entry.value.text().filter(|text| text.bytes().any(|byte| byte.is_ascii_digit()));
        let Some(text) = numbered.filter(|_| dated(entry)) else { continue };
        // What a template writes is meant so.
        if vault.usage().is_of_template(&entry.key, text.trim()) {
            continue;
        }
        let (tier, why, readings) = match dates::read(text.trim()) {
            DateReading::Convertible { iso } => {
                (Tier::Auto, say!("This spelling has one reading only."), vec![(iso, None)])
            }
            DateReading::Ambiguous { mut why, isos } => {
                let orders = [DayOrder::DayFirst, DayOrder::MonthFirst].map(Some);
                let mut readings: Vec<_> = isos.into_iter().zip(orders).collect();
                match vault.day_forms().order {
                    Some(DayOrder::DayFirst) => {
                        why = say!("{why} The names of the vault's notes have the day first.", why);
                    }
                    Some(DayOrder::MonthFirst) => {
                        why = say!("{why} The names of the vault's notes have the month first.", why);
                        readings.reverse();
                    }
                    None => {}
                }
                (Tier::Review, why, readings)
            }
            DateReading::Invalid { why } => (Tier::Review, why, Vec::new()),
            DateReading::Iso | DateReading::NotADate => continue,
        };
        let message = say!("`{key}` is not a date to Obsidian: `{text}`.", key = entry.key, text = text.trim());
        let subject = format!("{}: {}", entry.key, text.trim());
        let mut draft = Draft::new(tier, entry.value_span, subject, message).because(why);
        for (iso, first) in readings {
            let edits = set_scalar(&note.text, &note.frontmatter, &entry.key, &iso);
            let fix = |edits| Fix::in_note(title(&iso, first), &note.path, edits).of_property(&entry.key);
            draft = draft.offer(edits.map(fix));
        }
        report.add(draft);
    }
}

/// What the fix is called that writes the date `iso`; `first` is what it takes the first number for, if that is a question.
fn title(iso: &str, first: Option<DayOrder>) -> Said {
    match first {
        Some(DayOrder::DayFirst) => say!("Write {iso}, the day first", iso),
        Some(DayOrder::MonthFirst) => say!("Write {iso}, the month first", iso),
        None => say!("Write {iso}", iso),
    }
}
