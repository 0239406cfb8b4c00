//! Dates in properties, in one of the two spellings Obsidian documents.

use crate::{Habitual, Report, Rule};
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
                (Tier::Auto, "This spelling has one reading only.".to_owned(), vec![(iso, None)])
            }
            DateReading::Ambiguous { mut why, isos } => {
                let mut readings: Vec<_> = isos.into_iter().zip([Some("day"), Some("month")]).collect();
                if let Some(order) = vault.day_forms().order {
                    let is_month_first = order == DayOrder::MonthFirst;
                    let first = if is_month_first { "month" } else { "day" };
                    why = format!("{why} The names of the vault's notes have the {first} first.");
                    if is_month_first {
                        readings.reverse();
                    }
                }
                (Tier::Review, why, readings)
            }
            DateReading::Invalid { why } => (Tier::Review, why, Vec::new()),
            DateReading::Iso | DateReading::NotADate => continue,
        };
        let message = format!("`{}` is not a date to Obsidian: `{}`.", entry.key, text.trim());
        let subject = format!("{}: {}", entry.key, text.trim());
        let mut draft = Draft::new(tier, entry.value_span, subject, message).because(why);
        for (iso, first) in readings {
            let edits = set_scalar(&note.text, &note.frontmatter, &entry.key, &iso);
            let title = match first {
                Some(first) => format!("Write {iso}, the {first} first"),
                None => format!("Write {iso}"),
            };
            let fix = |edits| Fix::in_note(title, &note.path, edits).of_property(&entry.key);
            draft = draft.offer(edits.map(fix));
        }
        report.add(draft);
    }
}
