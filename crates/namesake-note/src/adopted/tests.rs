//! What is adopted from invented settings files, and what is said of files that cannot be read.

use namesake_tasks::{Format, StatusKind};
use namesake_text::frontmatter::schema::PropertyType;

use super::*;

fn adopted(files: &[(&str, &str)]) -> Adopted {
    let file =
        |(name, text): &(&str, &str)| SettingsFile { path: format!(".obsidian/{name}"), text: (*text).to_owned() };
    Adopted::read(&files.iter().map(file).collect::<Vec<_>>())
}

fn places(adopted: &Adopted) -> Vec<&str> {
    adopted.templates.iter().map(String::as_str).collect()
}

fn warned(files: &[(&str, &str)]) -> Vec<String> {
    adopted(files).warnings.into_iter().map(|warning| format!("{}: {}", warning.path, warning.reason)).collect()
}

#[test]
fn links_and_attachments_come_from_the_app() {
    let app =
        r#"{"useMarkdownLinks": true, "newLinkFormat": "relative", "attachmentFolderPath": "./files", "vimMode": 3}"#;
    let adopted = adopted(&[("app.json", app)]);
    assert_eq!((adopted.markdown_links, adopted.link_path), (Some(true), LinkPath::Relative));
    assert_eq!(adopted.attachment_folder.as_deref(), Some("./files"));
    assert_eq!(adopted.warnings, []);
    let values: Vec<_> = adopted.values.iter().map(|value| (value.setting.as_str(), value.value.as_str())).collect();
    assert_eq!(
        values,
        [("form of links", "Markdown"), ("paths in links", "relative"), ("folder of attachments", "./files")]
    );
    assert_eq!(adopted.values[0].path, ".obsidian/app.json");
}

#[test]
fn excluded_files_are_beginnings_of_paths_or_patterns() {
    let app = r#"{"userIgnoreFilters": ["Archive/", "", "  ", "/\\.clip\\./", "/^Old (log|list)/", "./Inbox/"]}"#;
    let adopted = adopted(&[("app.json", app)]);
    let is_ignored = |path: &str| adopted.is_ignored(&path.into());
    assert!(
        ["Archive/a.md", "archive/b/c.md", "x/y.clip.md", "old Log/a.md", "Inbox/a.md"]
            .map(is_ignored)
            .iter()
            .all(|is| *is)
    );
    assert!(!["Archive.md", "My Archive/a.md", "clip.md", "Very old log/a.md"].map(is_ignored).iter().any(|is| *is));
    assert_eq!(adopted.values.len(), 4);
}

#[test]
fn a_pattern_that_cannot_be_read_excludes_nothing_and_is_named() {
    let files = [("app.json", r#"{"userIgnoreFilters": ["/(?!People)/", "/(/", "Archive/"]}"#)];
    let found = warned(&files);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with(".obsidian/app.json: the excluded files “/(?!People)/” cannot be read"), "{found:?}");
    let adopted = adopted(&files);
    assert!(adopted.is_ignored(&"Archive/a.md".into()) && !adopted.is_ignored(&"Notes/a.md".into()));
}

#[test]
fn templates_lie_where_three_plugins_say() {
    let quickadd = r#"{"templateFolderPath": "Bins/", "choices": [
        {"name": "Call", "type": "Template", "templatePath": "Bins/Call.md"},
        {"name": "All", "type": "Multi", "choices": [{"type": "Template", "templatePath": "Forms/{{VALUE}}.md"},
            {"type": "Capture", "createFileIfItDoesntExist": {"enabled": true, "template": "Forms/Log.md"}}]},
        {"name": "M", "type": "Macro", "macro": {"commands": [{"type": "NestedChoice", "choice": {"templatePath": "Deep/M"}}]}}]}"#;
    let templater = r#"{"templates_folder": "/", "folder_templates": [{"folder": "People", "template": "Tpl/Person.md"}],
        "file_templates": [{"regex": ".*", "template": ""}], "startup_templates": [""]}"#;
    let adopted = adopted(&[
        ("templates.json", r#"{"folder": "Meta/Templates"}"#),
        ("plugins/templater-obsidian/data.json", templater),
        ("plugins/quickadd/data.json", quickadd),
    ]);
    assert_eq!(
        places(&adopted),
        ["Meta/Templates", "Tpl/Person.md", "Bins", "Bins/Call.md", "Forms/Log.md", "Deep/M"],
        "the whole vault is no folder of templates, and a path with a slot is none yet"
    );
    let is_template = |path: &str| adopted.is_template(&path.into());
    assert!(["meta/templates/a.md", "Tpl/person.md", "Bins/x/y.md", "Deep/M.md"].map(is_template).iter().all(|is| *is));
    assert!(!["Meta/Templates.md.md", "Tpl/Other.md", "Binsy/a.md", "a.md"].map(is_template).iter().any(|is| *is));
    assert_eq!(adopted.warnings, []);
}

#[test]
fn periodic_notes_go_before_daily_notes() {
    let daily = ("daily-notes.json", r#"{"folder": "/Journal/", "template": "Forms/Day"}"#);
    let only = adopted(&[daily]);
    let notes = |folder: &str, format: &str| Some(DailyNotes { folder: folder.into(), format: format.into() });
    assert_eq!(only.daily_notes, notes("Journal", "YYYY-MM-DD"));
    assert_eq!(places(&only), ["Forms/Day"]);
    let first = r#"{"daily": {"enabled": true, "folder": "Days", "format": "YYYY/MM/DD", "template": ""}, "weekly": {"template": "Forms/Week"}}"#;
    let off = r#"{"daily": {"enabled": false, "folder": "Days", "format": "DD"}}"#;
    let later = r#"{"activeCalendarSet": "b", "calendarSets": [{"id": "a", "day": {"enabled": true, "folder": "A"}},
        {"id": "b", "day": {"enabled": true, "folder": "B", "format": "DD.MM.YYYY", "templatePath": "Forms/B.md"}}]}"#;
    for (periodic, expected) in
        [(first, notes("Days", "YYYY/MM/DD")), (off, notes("Journal", "YYYY-MM-DD")), (later, notes("B", "DD.MM.YYYY"))]
    {
        let both = adopted(&[("plugins/periodic-notes/data.json", periodic), daily]);
        assert_eq!(both.daily_notes, expected);
        let swapped = adopted(&[daily, ("plugins/periodic-notes/data.json", periodic)]);
        assert_eq!(swapped.daily_notes, expected);
    }
}

const TASKS: &str = "plugins/obsidian-tasks-plugin/data.json";

#[test]
fn tasks_are_read_as_their_plugin_is_set() {
    let text = r##"{"globalFilter": "#task", "taskFormat": "dataview", "setDoneDate": false, "setCancelledDate": true,
        "setCreatedDate": true, "recurrenceOnNextLine": true, "removeScheduledDateOnRecurrence": true, "statusSettings": {
            "coreStatuses": [{"symbol": " ", "name": "Todo", "nextStatusSymbol": "x", "type": "TODO"},
                {"symbol": "x", "name": "Done", "nextStatusSymbol": " ", "type": "DONE"}],
            "customStatuses": [{"symbol": "!", "name": "Urgent", "nextStatusSymbol": "✓", "type": "IN_PROGRESS"},
                {"symbol": "✓", "name": "Checked", "nextStatusSymbol": "", "type": "DONE"},
                {"symbol": "x", "name": "Again", "nextStatusSymbol": " ", "type": "CANCELLED"},
                {"symbol": "", "name": "", "nextStatusSymbol": "", "type": "TODO"},
                {"symbol": "xy", "name": "Long", "nextStatusSymbol": " ", "type": "TODO"},
                {"symbol": "h", "name": "Waits", "nextStatusSymbol": "x", "type": "ON_HOLD"},
                {"symbol": "?", "name": "Asked", "type": "QUESTION"}]}}"##;
    let adopted = adopted(&[(TASKS, text)]);
    let statuses = adopted.tasks.statuses.clone().unwrap();
    let expected = TaskSettings {
        global_filter: Some("#task".to_owned()),
        format: Some(Format::Dataview),
        sets_done_date: Some(false),
        sets_cancelled_date: Some(true),
        sets_created_date: Some(true),
        next_is_below: Some(true),
        drops_scheduled_date: Some(true),
        statuses: Some(statuses.clone()),
    };
    assert_eq!(adopted.tasks, expected);
    let of = |symbol| (statuses.of(symbol).kind, statuses.of(symbol).next_symbol);
    assert_eq!(of('!'), (StatusKind::InProgress, '✓'));
    assert_eq!(of('✓'), (StatusKind::Done, '✓'), "without a next symbol a click changes nothing");
    assert_eq!(of('x'), (StatusKind::Done, ' '), "the first row for a symbol counts");
    assert_eq!(of('h').0, StatusKind::OnHold);
    assert_eq!(of('?'), (StatusKind::Todo, 'x'), "what a row does not say is as the plugin takes it");
    assert_eq!(adopted.warnings.len(), 1, "{:?}", adopted.warnings);
}

#[test]
fn what_is_adopted_of_tasks_is_said_in_words() {
    let text = r#"{"setDoneDate": true, "setCreatedDate": false, "removeScheduledDateOnRecurrence": true,
        "statusSettings": {"coreStatuses": [{"symbol": " ", "name": "Todo", "nextStatusSymbol": "/", "type": "TODO"}]}}"#;
    let adopted = adopted(&[(TASKS, text)]);
    let values: Vec<_> = adopted.values.iter().map(|value| (value.setting.as_str(), value.value.as_str())).collect();
    assert_eq!(
        values,
        [
            ("day on tasks that are done", "yes"),
            ("day on the next occurrence of a task", "no"),
            ("next occurrence without the scheduled date", "yes"),
            ("statuses of tasks", "[ ] Todo, leads to [/]"),
        ]
    );
}

#[test]
fn a_plugin_that_is_switched_off_has_no_say() {
    let tasks = (TASKS, r##"{"globalFilter": "#task"}"##);
    let with = |list: &str| adopted(&[tasks, ("community-plugins.json", list)]).tasks.global_filter;
    assert_eq!(with(r#"["dataview"]"#), None);
    assert_eq!(with(r#"["dataview", "obsidian-tasks-plugin"]"#).as_deref(), Some("#task"));
    assert_eq!(with("{}").as_deref(), Some("#task"), "a list that cannot be read switches nothing off");
    assert_eq!(adopted(&[tasks]).tasks.global_filter.as_deref(), Some("#task"));
}

#[test]
fn types_and_the_format_of_dates_are_adopted() {
    let adopted = adopted(&[
        ("types.json", "\u{FEFF}{\"types\": {\"Created\": \"date\", \"mood\": \"of next year\"}}"),
        ("plugins/dataview/data.json", r#"{"defaultDateFormat": "dd.MM.yyyy"}"#),
    ]);
    let kind = |key: &str| adopted.property_types.get(key).copied();
    assert_eq!((kind("created"), kind("mood")), (Some(PropertyType::Date), Some(PropertyType::Unknown)));
    assert_eq!(adopted.date_format.as_deref(), Some("dd.MM.yyyy"));
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    assert_eq!(warned(&[("types.json", "[]")]), [".obsidian/types.json: a JSON object is needed, and this is none"]);
    assert!(warned(&[("app.json", "{\"useMarkdownLinks\": ")])[0].contains("it is no JSON"));
    assert_eq!(
        warned(&[("app.json", r#"{"useMarkdownLinks": "yes", "newLinkFormat": "best", "userIgnoreFilters": {}}"#)]),
        [
            ".obsidian/app.json: “useMarkdownLinks” is not true or false",
            ".obsidian/app.json: “newLinkFormat” is “best”, which is no known form of paths",
            ".obsidian/app.json: “userIgnoreFilters” is not a list",
        ]
    );
    assert_eq!(warned(&[("app.json", r#"{"userIgnoreFilters": null, "attachmentFolderPath": ""}"#)]), [] as [&str; 0]);
    assert_eq!(warned(&[("hotkeys.json", "broken"), ("plugins/other/data.json", "[")]), [] as [&str; 0]);
}

#[test]
fn the_configuration_folder_may_have_another_name() {
    let file = SettingsFile { path: ".config/templates.json".into(), text: r#"{"folder": "T"}"#.into() };
    let adopted = Adopted::read(&[file]);
    assert_eq!((places(&adopted), adopted.values[0].path.as_str()), (vec!["T"], ".config/templates.json"));
}
