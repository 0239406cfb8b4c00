//! Daily notes: of Obsidian itself and of Periodic Notes.

use namesake_language::{Said, translatable, translated};
use serde_json::Value;

use super::file::Source;
use super::model::{Adopted, DailyNotes};
use super::templates;
use crate::days::DayForms;

/// What daily notes are called among the adopted values.
const DAILY: &str = translatable!("daily notes");
/// The name of a daily note where nobody has set another.
const USUAL: &str = "YYYY-MM-DD";

/// Reads `daily-notes.json`. Periodic Notes goes before it.
pub(super) fn read_core(adopted: &mut Adopted, source: &Source) {
    match adopted.daily_notes {
        Some(_) => templates::add_at(adopted, source, "template"),
        None => read(adopted, source, "template"),
    }
}

/// Reads the settings of Periodic Notes: those of its first version, or the active set of its later ones.
pub(super) fn read_periodic(adopted: &mut Adopted, source: &Source) {
    for name in ["weekly", "monthly", "quarterly", "yearly"] {
        if let Some(period) = source.inner(name, adopted) {
            templates::add_at(adopted, &period, "template");
        }
    }
    if let Some(daily) = source.inner("daily", adopted) {
        read_if_on(adopted, &daily, "template");
    }
    let active = source.object.get("activeCalendarSet").and_then(Value::as_str);
    let sets: Vec<Source> = source.list("calendarSets", adopted).iter().filter_map(|set| source.item(set)).collect();
    let is_active = |set: &&Source| active.is_some() && set.object.get("id").and_then(Value::as_str) == active;
    if let Some(day) = sets.iter().find(is_active).or(sets.first()).and_then(|set| set.inner("day", adopted)) {
        read_if_on(adopted, &day, "templatePath");
    }
}

fn read_if_on(adopted: &mut Adopted, source: &Source, template: &str) {
    if source.flag("enabled", adopted) != Some(false) {
        read(adopted, source, template);
    }
}

fn read(adopted: &mut Adopted, source: &Source, template: &str) {
    templates::add_at(adopted, source, template);
    let folder = source.text("folder", adopted).map_or("", |folder| folder.trim_matches('/')).to_owned();
    let format = source.text("format", adopted).unwrap_or(USUAL).to_owned();
    let shown = if folder.is_empty() { format.clone() } else { format!("{folder}/{format}") };
    let setting = translated(DAILY);
    adopted.values.retain(|value| value.setting != *setting);
    adopted.note(setting, Said::verbatim(shown), source.path);
    adopted.days = DayForms::of_format(&format);
    adopted.daily_notes = Some(DailyNotes { folder, format });
}
