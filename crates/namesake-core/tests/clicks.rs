//! What a click on a task's checkbox does to its note, and to nothing else of it.

mod common;

use common::vault_of;

use namesake_core::adopted::{Adopted, SettingsFile};
use namesake_core::config::{Config, Settings};
use namesake_core::plan::{self, Plan, TaskClick};
use namesake_core::task_rows::{TaskQuery, tasks};
use namesake_core::tasks::{Format, StatusKind};
use namesake_core::vault::Vault;

fn vault(text: &str, settings: Settings) -> Vault {
    vault_of(Config { settings, ..Config::default() }, [("a.md", text)])
}

fn click(line: usize, raw: &str) -> TaskClick {
    TaskClick { path: "a.md".into(), line, raw: raw.to_owned(), today: "2025-11-04".to_owned() }
}

/// Clicks on the `nth` task that is listed.
fn clicked(vault: &mut Vault, nth: usize) -> Plan {
    let task = tasks(vault, &TaskQuery::default()).swap_remove(nth);
    plan::click(vault, &click(task.line, &task.raw))
}

/// The note after a click on its first task.
fn after(text: &str) -> String {
    let plan = clicked(&mut vault(text, Settings::default()), 0);
    assert_eq!(plan.left, []);
    plan.changes[0].after.clone()
}

fn refused(text: &str) -> String {
    let plan = clicked(&mut vault(text, Settings::default()), 0);
    assert_eq!(plan.changes, []);
    plan.left[0].reason.clone()
}

#[test]
fn the_line_alone_changes_and_the_journal_leads_back() {
    let text =
        "\u{feff}---\ncreated: 2025-01-01\r\n---\r\n# A\n- [ ] one\r\n\t- [ ] two 📅 2025-01-01 ^b \r\n- [ ] three\n";
    let mut vault = vault(text, Settings::default());
    let plan = clicked(&mut vault, 1);
    let change = &plan.changes[0];
    assert_eq!(change.before, text);
    assert_eq!(change.after, text.replace("[ ] two 📅 2025-01-01", "[x] two 📅 2025-01-01 ✅ 2025-11-04"));
    assert_eq!(change.entry.revert(&change.after).as_deref(), Ok(text));
    assert_eq!(vault.text(&"a.md".into()), Some(text), "a plan leaves the vault as it was");
}

#[test]
fn the_next_occurrence_stands_above_with_the_line_ending_of_its_place() {
    assert_eq!(
        after("x\n\n- [ ] a 🔁 every week 📅 2025-01-01\r\n  more\n"),
        "x\n\n- [ ] a 🔁 every week 📅 2025-01-08\r\n- [x] a 🔁 every week 📅 2025-01-01 ✅ 2025-11-04\r\n  more\n"
    );
    assert_eq!(
        after("> 1. [ ] a 🔁 every week 📅 2025-01-01"),
        "> 1. [ ] a 🔁 every week 📅 2025-01-08\n> 1. [x] a 🔁 every week 📅 2025-01-01 ✅ 2025-11-04"
    );
    assert_eq!(
        after("x\r\n- [ ] a 🔁 every week"),
        "x\r\n- [ ] a 🔁 every week\r\n- [x] a 🔁 every week ✅ 2025-11-04",
        "at the end of a note, as its other lines end"
    );
}

#[test]
fn the_notes_format_is_that_of_the_settings() {
    let settings = Settings { task_format: Format::Dataview, ..Settings::default() };
    let plan = clicked(&mut vault("- [ ] a [repeat:: every day] [due:: 2025-01-01]\n", settings), 0);
    assert_eq!(
        plan.changes[0].after,
        "- [ ] a [repeat:: every day] [due:: 2025-01-02]\n\
         - [x] a [repeat:: every day] [due:: 2025-01-01]  [completion:: 2025-11-04]\n"
    );
}

#[test]
fn a_task_that_is_to_be_deleted_goes_with_its_line_ending() {
    assert_eq!(after("- [ ] a 🏁 delete\r\n- b\n"), "- b\n");
    assert_eq!(after("- b\n- [ ] a 🏁 delete"), "- b\n");
    assert_eq!(
        after("- [ ] a 🏁 delete 🔁 every day 📅 2025-01-01\n\t- b\n"),
        "- [ ] a 🏁 delete 🔁 every day 📅 2025-01-02\n\t- b\n"
    );
    assert!(refused("- [ ] a 🏁 delete\n\t- b\n").contains("indented below it"));
}

#[test]
fn what_would_be_lost_is_refused_in_words() {
    assert_eq!(
        refused("- [ ] a 🔁 every blue moon\n"),
        "The task cannot be completed: “every blue moon” is no rule that the Tasks plugin can read; write it like “every \
         week” or “every month on the 1st”."
    );
}

#[test]
fn a_task_that_moved_is_found_again_and_one_that_changed_is_not() {
    let moved = vault("new\n- [ ] a\n- [ ] b\n- [ ] b\n", Settings::default());
    assert_eq!(
        plan::click(&moved, &click(1, "- [ ] a")).changes[0].after,
        "new\n- [x] a ✅ 2025-11-04\n- [ ] b\n- [ ] b\n"
    );
    assert_eq!(
        plan::click(&moved, &click(4, "- [ ] b")).changes[0].after,
        "new\n- [ ] a\n- [ ] b\n- [x] b ✅ 2025-11-04\n"
    );
    for (line, raw) in [(2, "- [ ] b"), (2, "- [ ] a "), (1, "new"), (9, "")] {
        assert_eq!(
            plan::click(&moved, &click(line, raw)).left[0].reason,
            "The task is no longer there. Look again.",
            "{line} {raw}"
        );
    }
}

#[test]
fn a_note_is_not_made_too_large() {
    let text = "- [ ] a\n";
    let settings = Settings { max_note_bytes: text.len(), ..Settings::default() };
    assert!(plan::click(&vault(text, settings), &click(1, "- [ ] a")).left[0].reason.contains("larger"));
}

/// Settings that adopt this of the Tasks plugin.
fn adopting(text: &str) -> Settings {
    let path = ".obsidian/plugins/obsidian-tasks-plugin/data.json".to_owned();
    Settings { adopted: Adopted::read(&[SettingsFile { path, text: text.to_owned() }]), ..Settings::default() }
}

#[test]
fn the_next_occurrence_stands_below_where_the_tasks_plugin_puts_it_there() {
    let settings = adopting(r#"{"recurrenceOnNextLine": true, "setDoneDate": true}"#);
    for (text, expected) in [
        (
            "- [ ] a 🔁 every week 📅 2025-01-01\r\n  more\n",
            "- [x] a 🔁 every week 📅 2025-01-01 ✅ 2025-11-04\r\n- [ ] a 🔁 every week 📅 2025-01-08\r\n  more\n",
        ),
        (
            "- [ ] a 🔁 every week 📅 2025-01-01",
            "- [x] a 🔁 every week 📅 2025-01-01 ✅ 2025-11-04\n- [ ] a 🔁 every week 📅 2025-01-08",
        ),
        (
            "- [ ] a 🔁 every week 📅 2025-01-01 ^b\n- [ ] b\n",
            "- [x] a 🔁 every week 📅 2025-01-01 ✅ 2025-11-04 ^b\n- [ ] a 🔁 every week 📅 2025-01-08\n- [ ] b\n",
        ),
    ] {
        let plan = clicked(&mut vault(text, settings.clone()), 0);
        assert_eq!(plan.left, []);
        let change = &plan.changes[0];
        assert_eq!(change.after, expected);
        assert_eq!(change.entry.revert(&change.after).as_deref(), Ok(text));
    }
}

#[test]
fn tasks_are_read_as_the_tasks_plugin_is_set() {
    let settings = adopting(
        r##"{"globalFilter": "#task", "taskFormat": "dataview", "setDoneDate": false, "statusSettings": {
            "coreStatuses": [{"symbol": " ", "name": "Todo", "nextStatusSymbol": "✓", "type": "TODO"}],
            "customStatuses": [{"symbol": "✓", "name": "Checked", "nextStatusSymbol": " ", "type": "DONE"}]}}"##,
    );
    let text = "- [ ] Buy milk\n- [✓] #task Old\n- [ ] #task Call [due:: 2025-01-01]\n";
    let mut vault = vault(text, settings);
    let rows = tasks(&mut vault, &TaskQuery::default());
    let kinds: Vec<_> = rows.iter().map(|row| (row.raw.as_str(), row.status)).collect();
    let old = ("- [✓] #task Old", StatusKind::Done);
    assert_eq!(kinds, [old, ("- [ ] #task Call [due:: 2025-01-01]", StatusKind::Todo)]);
    let plan = clicked(&mut vault, 1);
    assert_eq!(plan.changes[0].after, text.replace("[ ] #task Call", "[✓] #task Call"));
}

#[test]
fn a_task_begins_where_the_table_says_so_and_ends_where_it_leads_on() {
    let settings = adopting(
        r#"{"statusSettings": {
            "coreStatuses": [{"symbol": " ", "name": "Todo", "nextStatusSymbol": "/", "type": "TODO"},
                {"symbol": "x", "name": "Done", "nextStatusSymbol": " ", "type": "DONE"}],
            "customStatuses": [{"symbol": "/", "name": "In Progress", "nextStatusSymbol": "x", "type": "IN_PROGRESS"},
                {"symbol": "-", "name": "Cancelled", "nextStatusSymbol": "-", "type": "CANCELLED"}]}}"#,
    );
    let after = |text: &str| {
        let plan = clicked(&mut vault(text, settings.clone()), 0);
        assert_eq!(plan.left, []);
        plan.changes.into_iter().next().map(|change| change.after)
    };
    let begun = "- [/] a 🔁 every 3 hours 📅 2025-11-03\n";
    assert_eq!(after("- [ ] a 🔁 every 3 hours 📅 2025-11-03\n").as_deref(), Some(begun));
    assert_eq!(
        after(begun).as_deref(),
        Some("- [ ] a 🔁 every 3 hours 📅 2025-11-04\n- [x] a 🔁 every 3 hours 📅 2025-11-03 ✅ 2025-11-04\n")
    );
    assert_eq!(after("- [-] a ❌ 2025-11-01\n"), None, "it leads to itself");
}

#[test]
fn the_dates_of_the_next_occurrence_are_as_the_tasks_plugin_is_set() {
    let settings =
        adopting(r#"{"setCreatedDate": true, "setDoneDate": false, "removeScheduledDateOnRecurrence": true}"#);
    let text = "- [ ] a 🔁 every week ➕ 2025-10-01 ⏳ 2025-11-01 📅 2025-11-03\n";
    let plan = clicked(&mut vault(text, settings), 0);
    assert_eq!(
        plan.changes[0].after,
        "- [ ] a 🔁 every week ➕ 2025-11-04 📅 2025-11-10\n\
         - [x] a 🔁 every week ➕ 2025-10-01 ⏳ 2025-11-01 📅 2025-11-03\n"
    );
}

#[test]
fn what_is_set_here_goes_before_what_the_tasks_plugin_says() {
    let adopted = adopting(r##"{"globalFilter": "#task", "taskFormat": "emoji", "setDoneDate": true}"##);
    let settings = Settings { global_filter: "#do".to_owned(), task_format: Format::Dataview, ..adopted };
    let plan = clicked(&mut vault("- [ ] #task a\n- [ ] #do b\n", settings), 0);
    assert_eq!(plan.changes[0].after, "- [ ] #task a\n- [x] #do b  [completion:: 2025-11-04]\n");
}
