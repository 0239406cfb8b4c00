//! The Tasks plugin's settings, as far as they say how a line is read and what a click on it does.

use namesake_language::{Said, say, translated};
use namesake_tasks::{Format, StatusKind, StatusRow, Statuses};

use super::file::Source;
use super::model::{Adopted, TASK_FILTER, TASK_FORMAT};

/// Reads the settings of the Tasks plugin.
pub(super) fn read(adopted: &mut Adopted, source: &Source) {
    if let Some(filter) = source.text("globalFilter", adopted) {
        adopted.tasks.global_filter = Some(filter.to_owned());
        adopted.note(translated(TASK_FILTER), Said::verbatim(filter), source.path);
    }
    if let Some(word) = source.text("taskFormat", adopted) {
        match format(word) {
            Some(format) => {
                adopted.tasks.format = Some(format);
                adopted.note(translated(TASK_FORMAT), Said::verbatim(word), source.path);
            }
            None => adopted.warn(source.path, say!("“taskFormat” is “{word}”, which Namesake does not read", word)),
        }
    }
    adopted.tasks.sets_done_date = switch(adopted, source, "setDoneDate", || say!("day on tasks that are done"));
    adopted.tasks.sets_cancelled_date =
        switch(adopted, source, "setCancelledDate", || say!("day on tasks that are given up"));
    adopted.tasks.sets_created_date =
        switch(adopted, source, "setCreatedDate", || say!("day on the next occurrence of a task"));
    adopted.tasks.next_is_below = switch(adopted, source, "recurrenceOnNextLine", || say!("next occurrence below"));
    adopted.tasks.drops_scheduled_date = switch(adopted, source, "removeScheduledDateOnRecurrence", || {
        say!("next occurrence without the scheduled date")
    });
    adopted.tasks.statuses = statuses(adopted, source);
    if let Some(statuses) = &adopted.tasks.statuses {
        let said = |StatusRow { symbol, name, next_symbol, .. }: &StatusRow| {
            String::from(say!("[{symbol}] {name}, leads to [{next}]", symbol, name, next = next_symbol))
        };
        let rows: Vec<String> = statuses.0.iter().map(said).collect();
        adopted.note(say!("statuses of tasks"), Said::verbatim(rows.join("; ")), source.path);
    }
}

fn format(word: &str) -> Option<Format> {
    match word {
        "tasksPluginEmoji" => Some(Format::Emoji),
        "dataview" => Some(Format::Dataview),
        _ => None,
    }
}

fn switch(adopted: &mut Adopted, source: &Source, key: &str, setting: fn() -> Said) -> Option<bool> {
    let is_on = source.flag(key, adopted)?;
    adopted.note(setting(), if is_on { say!("yes") } else { say!("no") }, source.path);
    Some(is_on)
}

/// The rows of the table: the plugin's own, then the user's. The first row for a symbol counts, as in the plugin.
fn statuses(adopted: &mut Adopted, source: &Source) -> Option<Statuses> {
    let table = source.inner("statusSettings", adopted)?;
    let mut rows: Vec<StatusRow> = Vec::new();
    for key in ["coreStatuses", "customStatuses"] {
        for item in table.list(key, adopted).iter().filter_map(|item| table.item(item)) {
            match row(&item) {
                Some(row) if rows.iter().all(|known| known.symbol != row.symbol) => rows.push(row),
                Some(_) => {}
                // An unfinished row has no symbol yet; the plugin passes it over as well.
                None if item.object.get("symbol").and_then(|symbol| symbol.as_str()) == Some("") => {}
                None => adopted.warn(source.path, say!("a status in “{key}” cannot be read", key)),
            }
        }
    }
    (!rows.is_empty()).then_some(Statuses(rows))
}

/// One row. `None` if its symbol is no single character. A type that is not known counts as to be done, and a row that
/// does not say where it leads leads to done, as in the plugin.
fn row(source: &Source) -> Option<StatusRow> {
    let text = |key: &str| source.object.get(key)?.as_str();
    let only = |key: &str| {
        let mut signs = text(key)?.chars();
        signs.next().filter(|_| signs.next().is_none())
    };
    let symbol = only("symbol")?;
    let kind = match text("type").unwrap_or_default() {
        "DONE" => StatusKind::Done,
        "IN_PROGRESS" => StatusKind::InProgress,
        "ON_HOLD" => StatusKind::OnHold,
        "CANCELLED" => StatusKind::Cancelled,
        "NON_TASK" => StatusKind::NonTask,
        _ => StatusKind::Todo,
    };
    let name = text("name").unwrap_or_default().to_owned();
    let next_symbol = match text("nextStatusSymbol") {
        None => 'x',
        // A checkbox of no character or several would be no task any more, so that a click changes nothing.
        Some(_) => only("nextStatusSymbol").unwrap_or(symbol),
    };
    Some(StatusRow { symbol, name, next_symbol, kind })
}
