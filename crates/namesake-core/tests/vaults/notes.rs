//! Vaults as the tests want them: read from disk, put in another order, with a plan applied.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use namesake_core::config::Config;
use namesake_core::finding::Tier;
use namesake_core::plan::{NoteChange, Plan, PlanRequest, Query};
use namesake_core::text::{self, Edit, Span, TextHash};
use namesake_core::vault::Vault;

use crate::common;

/// Each note's path with its text.
pub type Notes = BTreeMap<String, String>;

/// The sample vault that somebody has lived in.
pub fn everyday() -> Notes {
    read("everyday")
}

/// The notes of a sample vault in which all are UTF-8.
pub fn read(vault: &str) -> Notes {
    texts(vault).into_iter().map(|(path, text)| (path, text.expect("a note in UTF-8"))).collect()
}

/// The notes of a sample vault; `None` for one that is not UTF-8. Hidden files are the shells' to leave out.
pub fn texts(vault: &str) -> BTreeMap<String, Option<String>> {
    let root = folder().join(vault);
    let mut texts = BTreeMap::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
            if path.is_dir() && !hidden {
                folders.push(path);
            } else if !hidden && path.extension().is_some_and(|end| end == "md") {
                let inside = path.strip_prefix(&root).expect("below the vault");
                let name = inside.to_str().expect("a name in UTF-8").replace('\\', "/");
                texts.insert(name, String::from_utf8(fs::read(&path).expect("a file")).ok());
            }
        }
    }
    texts
}

/// What stands in `<vault>.truth.json`.
pub fn truth(vault: &str) -> Vec<serde_json::Value> {
    let path = folder().join(format!("{vault}.truth.json"));
    serde_json::from_str(&fs::read_to_string(path).expect("the truth")).expect("a list")
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vaults")
}

/// A vault of these notes.
pub fn vault(notes: &Notes) -> Vault {
    vault_of(notes.iter())
}

/// A vault of these notes, taken in in this order.
pub fn vault_of<'a>(notes: impl Iterator<Item = (&'a String, &'a String)>) -> Vault {
    common::vault_of(Config::default(), notes)
}

/// `items` in an order that hangs on `seed` alone.
pub fn shuffled<T>(mut items: Vec<T>, seed: u32, name: impl Fn(&T) -> String) -> Vec<T> {
    items.sort_by_cached_key(|item| TextHash::of(&format!("{seed} {}", name(item))));
    items
}

/// Everything that is automatic.
pub fn automatic() -> PlanRequest {
    PlanRequest::Query { query: Query { tier: Some(Tier::Auto), ..Query::default() } }
}

/// The notes with `plan` carried out.
pub fn applied(notes: &Notes, plan: &Plan) -> Notes {
    let mut after = notes.clone();
    for change in &plan.changes {
        let known = notes.get(change.path.as_str()).map_or("", String::as_str);
        assert_eq!(change.before, known, "{}: computed against another text", change.path);
        after.insert(change.path.to_string(), change.after.clone());
    }
    after
}

/// A change must be exactly its edits, in order, and the journal must lead back to the first byte.
pub fn assert_whole(change: &NoteChange) {
    let edits: Vec<Edit> =
        change.edits.iter().map(|edit| Edit::replace(Span::new(edit.start, edit.end), edit.text.clone())).collect();
    assert_eq!(text::apply(&change.before, &edits).as_ref(), Ok(&change.after), "{}", change.path);
    assert_eq!(change.entry.revert(&change.after).as_ref(), Ok(&change.before), "{}", change.path);
}

/// Compares note by note, so that a failure names the note.
pub fn assert_same(got: &Notes, want: &Notes, what: &str) {
    for (path, text) in want {
        assert_eq!(got.get(path), Some(text), "{what}: {path}");
    }
    assert_eq!(got.len(), want.len(), "{what}: notes came or went");
}
