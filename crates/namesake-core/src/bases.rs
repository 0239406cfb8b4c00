//! A `.base` file for Obsidian's Bases: people, meetings and the notes that ask to be looked at, by the folders and types
//! of the settings. Made once; from then on it is the user's.

use crate::plan::{NoteChange, Plan};
use namesake_text::path::NotePath;
use namesake_vault::config::Settings;
use namesake_vault::note::Kind;
use namesake_vault::person::review::REVIEW_TAG;
use namesake_vault::vault::Vault;

/// The plan that makes the file at `path`. The shell checks that nothing stands there, since the vault knows only notes.
pub fn plan_base(vault: &Vault, path: NotePath) -> Plan {
    let text = base(&vault.config().settings);
    let change = NoteChange::creation(path, text, (Vec::new(), Vec::new(), Vec::new()));
    Plan { changes: vec![change], left: Vec::new() }
}

/// The text of the file, as YAML.
pub fn base(settings: &Settings) -> String {
    let mut lines = vec!["properties:".to_owned()];
    for (key, name) in [
        ("file.name", "Name"),
        ("note.last_contact", "Last contact"),
        ("note.reviewed", "Reviewed"),
        ("note.date", "Date"),
        ("note.participants", "Participants"),
    ] {
        lines.push(format!("  {key}:\n    displayName: {name}"));
    }
    lines.push("views:".to_owned());
    let asks = [has_tag(REVIEW_TAG)];
    let people = of_kind(settings, Kind::Person);
    let meetings = of_kind(settings, Kind::Meeting);
    view(&mut lines, settings, "People", &people, &["file.name", "last_contact", "tags"], "last_contact");
    view(&mut lines, settings, "Meetings", &meetings, &["file.name", "date", "participants"], "file.name");
    view(&mut lines, settings, "To review", &asks, &["file.name", "type", "last_contact", "reviewed"], "file.name");
    lines.push(String::new());
    lines.join("\n")
}

/// The expressions of which each makes a note one of that kind.
fn of_kind(settings: &Settings, kind: Kind) -> Vec<String> {
    let (types, folders) = match kind {
        Kind::Meeting => (&settings.meeting_types, &settings.meeting_folders),
        _ => (&settings.person_types, &settings.people_folders),
    };
    let by_type = types.iter().map(|name| format!("note.type == {}", text(name)));
    let by_tag = types.iter().map(|name| has_tag(&["type/", name].concat()));
    let by_folder = folders.iter().map(|folder| in_folder(folder));
    by_type.chain(by_tag).chain(by_folder).collect()
}

/// Adds a table of the files for which one of `any` holds, sorted by `newest` with the latest first.
fn view(lines: &mut Vec<String>, settings: &Settings, name: &str, any: &[String], columns: &[&str], newest: &str) {
    // An empty filter would take every file.
    if any.is_empty() {
        return;
    }
    lines.push(format!("  - type: table\n    name: {name}\n    filters:\n      and:\n        - or:"));
    lines.extend(any.iter().map(|filter| format!("            - {}", quoted(filter))));
    let elsewhere = settings.template_folders.iter().chain(&settings.excluded_folders);
    // A template that is a note of its own is no folder.
    let is_note = |place: &str| place.strip_suffix(".md").is_some();
    let is_new = |place: &&String| !is_note(place) && !settings.template_folders.contains(place);
    let elsewhere = elsewhere.chain(settings.adopted.templates.iter().filter(is_new));
    let elsewhere: Vec<String> =
        elsewhere.map(|folder| format!("            - {}", quoted(&in_folder(folder)))).collect();
    if !elsewhere.is_empty() {
        lines.push("        - not:".to_owned());
        lines.extend(elsewhere);
    }
    lines.push("    order:".to_owned());
    lines.extend(columns.iter().map(|column| format!("      - {column}")));
    lines.push(format!("    sort:\n      - property: {newest}\n        direction: DESC"));
}

fn in_folder(folder: &str) -> String {
    format!("file.inFolder({})", text(folder))
}

fn has_tag(tag: &str) -> String {
    format!("file.hasTag({})", text(tag))
}

/// `words` as a string in an expression.
fn text(words: &str) -> String {
    let mut out = String::from('"');
    for c in words.chars().filter(|c| !c.is_control()) {
        if matches!(c, '"' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
    out
}

/// An expression as a scalar of YAML.
fn quoted(expression: &str) -> String {
    format!("'{}'", expression.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use namesake_text::frontmatter::{Frontmatter, Value};

    fn words(list: &[&str]) -> Vec<String> {
        list.iter().map(|&word| word.to_owned()).collect()
    }

    /// The property `key` of a map.
    fn of<'v>(value: &'v Value, key: &str) -> &'v Value {
        let Value::Map { pairs, .. } = value else { panic!("no map around {key}") };
        &pairs.iter().find(|(name, _)| name.value.text() == Some(key)).unwrap_or_else(|| panic!("no {key}")).1.value
    }

    fn items(value: &Value) -> Vec<&Value> {
        let Value::List { items, .. } = value else { panic!("no list") };
        items.iter().map(|item| &item.value).collect()
    }

    /// The views of the file: names, what makes a note one of theirs, what does not.
    fn views(settings: &Settings) -> Vec<(String, Vec<String>, Vec<String>)> {
        let read = Frontmatter::read(&["---\n", &base(settings), "---\n"].concat());
        assert_eq!(read.error, None);
        let texts = |value: &Value| value.texts().iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
        let view = |view: &Value| {
            let all = items(of(of(view, "filters"), "and"));
            let name = of(view, "name").text().unwrap().to_owned();
            assert_eq!(of(view, "type").text(), Some("table"));
            (name, texts(of(all[0], "or")), all.get(1).map(|not| texts(of(not, "not"))).unwrap_or_default())
        };
        items(&read.get("views").unwrap().value).into_iter().map(view).collect()
    }

    #[test]
    fn its_views_name_the_folders_and_types_of_the_settings() {
        let settings = Settings {
            people_folders: words(&["Kontakte"]),
            person_types: words(&["kontakt"]),
            meeting_folders: words(&["Treffen/2025", "Anrufe"]),
            meeting_types: Vec::new(),
            template_folders: words(&["Vorlagen"]),
            excluded_folders: words(&["Archiv"]),
            ..Settings::default()
        };
        let not = words(&["file.inFolder(\"Vorlagen\")", "file.inFolder(\"Archiv\")"]);
        let people = ["note.type == \"kontakt\"", "file.hasTag(\"type/kontakt\")", "file.inFolder(\"Kontakte\")"];
        let meetings = ["file.inFolder(\"Treffen/2025\")", "file.inFolder(\"Anrufe\")"];
        let expected = [
            ("People".to_owned(), words(&people), not.clone()),
            ("Meetings".to_owned(), words(&meetings), not.clone()),
            ("To review".to_owned(), words(&["file.hasTag(\"needs-review\")"]), not),
        ];
        assert_eq!(views(&settings), expected);
    }

    #[test]
    fn no_name_of_a_folder_or_type_can_end_its_text_or_its_line() {
        let evil = "it's \"me\"\\ # x: y\n- z";
        let settings = Settings { people_folders: words(&[evil]), person_types: words(&[evil]), ..Settings::default() };
        let inside = r#""it's \"me\"\\ # x: y- z""#;
        let people = views(&settings).swap_remove(0).1;
        assert_eq!(people[0], format!("note.type == {inside}"));
        assert_eq!(people[2], format!("file.inFolder({inside})"));
    }

    #[test]
    fn a_kind_without_folders_and_types_has_no_view() {
        let settings = Settings { meeting_folders: Vec::new(), meeting_types: Vec::new(), ..Settings::default() };
        let names: Vec<String> = views(&settings).into_iter().map(|(name, ..)| name).collect();
        assert_eq!(names, ["People", "To review"]);
    }
}
