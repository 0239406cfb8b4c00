//! Where templates lie: of Obsidian's own Templates, of Templater and of `QuickAdd`.

use namesake_language::{Said, say};
use serde_json::Value;

use super::file::Source;
use super::model::Adopted;

/// How deep choices of `QuickAdd` are looked through.
const DEEPEST: usize = 8;

/// Reads `templates.json`.
pub(super) fn read_core(adopted: &mut Adopted, source: &Source) {
    add_at(adopted, source, "folder");
}

/// Reads Templater's settings.
pub(super) fn read_templater(adopted: &mut Adopted, source: &Source) {
    add_at(adopted, source, "templates_folder");
    for key in ["folder_templates", "file_templates"] {
        for item in source.list(key, adopted).iter().filter_map(|item| source.item(item)) {
            add_at(adopted, &item, "template");
        }
    }
}

/// Reads `QuickAdd`'s settings.
pub(super) fn read_quickadd(adopted: &mut Adopted, source: &Source) {
    add_at(adopted, source, "templateFolderPath");
    read_choices(adopted, source, 0);
}

/// Reads the templates of choices, also of those inside others and in macros.
fn read_choices(adopted: &mut Adopted, source: &Source, depth: usize) {
    if depth > DEEPEST {
        return;
    }
    add_at(adopted, source, "templatePath");
    if let Some(new) = source.object.get("createFileIfItDoesntExist").and_then(|value| source.item(value)) {
        add_at(adopted, &new, "template");
    }
    for key in ["choices", "commands", "macros"] {
        for item in source.object.get(key).and_then(Value::as_array).into_iter().flatten() {
            if let Some(item) = source.item(item) {
                read_choices(adopted, &item, depth + 1);
            }
        }
    }
    for key in ["choice", "macro"] {
        if let Some(inner) = source.object.get(key).and_then(|value| source.item(value)) {
            read_choices(adopted, &inner, depth + 1);
        }
    }
}

/// Adds the folder or note at `key`. The whole vault is no folder of templates, and a path with a slot is none yet.
pub(super) fn add_at(adopted: &mut Adopted, source: &Source, key: &str) {
    let Some(text) = source.text(key, adopted) else { return };
    let place = text.trim_start_matches("./").trim_matches('/').trim();
    if place.is_empty() || place == "." || place.contains("{{") {
        return;
    }
    if !adopted.templates.iter().any(|known| known == place) {
        adopted.templates.push(place.to_owned());
    }
    adopted.note(say!("templates"), Said::verbatim(place), source.path);
}
