//! A `.base` file for Obsidian's Bases: people, meetings and the notes that ask to be looked at, by the folders, types and
//! tags that these notes were recognised by. Made once; from then on it is the user's.

use std::collections::BTreeSet;

use crate::plan::{NoteChange, Plan};
use namesake_note::config::Settings;
use namesake_note::note::Kind;
use namesake_note::recognition::Reason;
use namesake_text::path::NotePath;
use namesake_vault::person::review::REVIEW_TAG;
use namesake_vault::vault::Vault;

/// The plan that makes the file at `path`. The shell checks that nothing stands there, since the vault knows only notes.
pub fn plan_base(vault: &Vault, path: NotePath) -> Plan {
    let text = base(vault);
    let change = NoteChange::creation(path, text, (Vec::new(), Vec::new(), Vec::new()));
    Plan { changes: vec![change], left: Vec::new() }
}

/// The text of the file, as YAML.
pub fn base(vault: &Vault) -> String {
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
    let people = of_kind(vault, Kind::Person);
    let meetings = of_kind(vault, Kind::Meeting);
    view(
        &mut lines,
        &vault.config().settings,
        "People",
        &people,
        &["file.name", "last_contact", "tags"],
        "last_contact",
    );
    view(
        &mut lines,
        &vault.config().settings,
        "Meetings",
        &meetings,
        &["file.name", "date", "participants"],
        "file.name",
    );
    view(
        &mut lines,
        &vault.config().settings,
        "To review",
        &asks,
        &["file.name", "type", "last_contact", "reviewed"],
        "file.name",
    );
    lines.push(String::new());
    lines.join("\n")
}

/// The expressions of which each makes a note one of that kind: what the settings name and what the notes of the vault
/// were recognised by; the usual words where there are no such notes yet.
fn of_kind(vault: &Vault, kind: Kind) -> Vec<String> {
    let settings = &vault.config().settings;
    let (types, folders, usual) = match kind {
        Kind::Meeting => (&settings.meeting_types, &settings.meeting_folders, ("meeting", "Meetings")),
        _ => (&settings.person_types, &settings.people_folders, ("person", "People")),
    };
    let of_type = |name: &str| format!("note.type == {}", text(name));
    let set = types.iter().flat_map(|name| [of_type(name), has_tag(&["type/", name].concat())]);
    let mut all: BTreeSet<String> = set.chain(folders.iter().map(|folder| in_folder(folder))).collect();
    let notes = vault.notes().filter(|note| note.kind == kind);
    all.extend(notes.filter_map(|note| match vault.recognition(&note.path)?.reason.as_ref()? {
        Reason::Property(key) => {
            let said = note.frontmatter.text(key)?;
            Some(format!("note[{}] == {}", text(key), text(said.trim())))
        }
        Reason::Tag(tag) => Some(has_tag(tag)),
        Reason::Folder(folder) => Some(in_folder(folder)),
        _ => None,
    }));
    if all.is_empty() {
        all.extend([of_type(usual.0), in_folder(usual.1)]);
    }
    all.into_iter().collect()
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
    use namesake_note::config::Config;
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
    fn views(vault: &Vault) -> Vec<(String, Vec<String>, Vec<String>)> {
        let read = Frontmatter::read(&["---\n", &base(vault), "---\n"].concat());
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

    fn vault(settings: Settings, notes: &[(&str, &str)]) -> Vault {
        let mut vault = Vault::new(Config { settings, ..Config::default() });
        for (path, text) in notes {
            vault.upsert((*path).into(), (*text).to_owned());
        }
        vault.settle();
        vault
    }

    #[test]
    fn its_views_name_what_the_settings_name() {
        let settings = Settings {
            people_folders: words(&["Kontakte"]),
            person_types: words(&["kontakt"]),
            meeting_folders: words(&["Treffen/2025", "Anrufe"]),
            template_folders: words(&["Vorlagen"]),
            excluded_folders: words(&["Archiv"]),
            ..Settings::default()
        };
        let not = words(&["file.inFolder(\"Vorlagen\")", "file.inFolder(\"Archiv\")"]);
        let people = ["file.hasTag(\"type/kontakt\")", "file.inFolder(\"Kontakte\")", "note.type == \"kontakt\""];
        let meetings = ["file.inFolder(\"Anrufe\")", "file.inFolder(\"Treffen/2025\")"];
        let expected = [
            ("People".to_owned(), words(&people), not.clone()),
            ("Meetings".to_owned(), words(&meetings), not.clone()),
            ("To review".to_owned(), words(&["file.hasTag(\"needs-review\")"]), not),
        ];
        assert_eq!(views(&vault(settings, &[])), expected);
    }

    #[test]
    fn its_views_name_what_the_notes_were_recognised_by() {
        let notes = [
            ("Leute/Mara Voss.md", ""),
            ("Rob Benoit.md", "---\nkategorie: Person\n---\n"),
            ("Ana.md", "---\ntags: [contact]\n---\n"),
        ];
        let people = ["file.hasTag(\"contact\")", "file.inFolder(\"Leute\")", "note[\"kategorie\"] == \"Person\""];
        assert_eq!(views(&vault(Settings::default(), &notes))[0].1, words(&people));
    }

    #[test]
    fn no_name_of_a_folder_or_type_can_end_its_text_or_its_line() {
        let evil = "it's \"me\"\\ # x: y\n- z";
        let settings = Settings { people_folders: words(&[evil]), person_types: words(&[evil]), ..Settings::default() };
        let inside = r#""it's \"me\"\\ # x: y- z""#;
        let people = views(&vault(settings, &[])).swap_remove(0).1;
        assert!(people.contains(&format!("note.type == {inside}")), "{people:?}");
        assert!(people.contains(&format!("file.inFolder({inside})")), "{people:?}");
    }

    #[test]
    fn a_vault_without_such_notes_gets_the_usual_words() {
        let meetings = views(&vault(Settings::default(), &[])).swap_remove(1).1;
        assert_eq!(meetings, words(&["file.inFolder(\"Meetings\")", "note.type == \"meeting\""]));
    }
}
