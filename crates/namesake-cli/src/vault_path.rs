//! Notes and folders as people write them on the command line: with `./` before and `/` behind, with the backslashes of
//! Windows, or as the shell completes them, from the folder in which the command runs.

use std::fs;
use std::iter::successors;

use namesake_core::path::NotePath;

use crate::vault_folder::VaultFolder;

/// The paths in the vault that `written` may mean, the likeliest first. The vault itself is the empty path; an empty text,
/// such as an unset variable of a script, means nothing.
pub fn places(folder: &VaultFolder, written: &str) -> Vec<String> {
    if written.trim().is_empty() {
        return Vec::new();
    }
    let as_is = clean(written);
    let on_windows = written.contains('\\').then(|| clean(&written.replace('\\', "/"))).flatten();
    let from_here = from_here(folder, written);
    // A lone `.` is the folder where the command runs, if that is in the vault.
    let places = match as_is.as_deref() {
        Some("") => [from_here, as_is, on_windows],
        _ => [as_is, on_windows, from_here],
    };
    places.into_iter().flatten().collect()
}

/// The path in the vault of an existing file or folder, seen from where the command runs.
fn from_here(folder: &VaultFolder, written: &str) -> Option<String> {
    let place = fs::canonicalize(written).ok()?;
    let inside = place.strip_prefix(folder.root()).ok()?;
    Some(inside.iter().map(|name| name.to_string_lossy()).collect::<Vec<_>>().join("/"))
}

/// The path without `.`, `..` and needless `/`; `None` if it leads out.
pub fn clean(written: &str) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for name in written.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                names.pop()?;
            }
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}

/// Whether the note stands at this place, or in this folder or below it.
pub fn is_at(note: &NotePath, place: &str) -> bool {
    place.is_empty() || note.as_str() == place || note.is_in(place)
}

/// The path of the note, of its folder, and of those around it.
pub fn with_folders(note: &NotePath) -> impl Iterator<Item = &str> {
    successors(Some(note.as_str()), |path| path.rsplit_once('/').map(|(folder, _)| folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needless_parts_of_a_path_do_not_count() {
        for (written, path) in [
            ("./Meetings/", "Meetings"),
            ("Meetings//2025/./a.md", "Meetings/2025/a.md"),
            ("People/../Meetings", "Meetings"),
            ("/Meetings", "Meetings"),
            (".", ""),
        ] {
            assert_eq!(clean(written).as_deref(), Some(path), "{written}");
        }
        assert_eq!(clean("../Meetings"), None);
    }

    #[test]
    fn a_path_is_read_as_the_vault_writes_it_before_any_other_way() {
        let outer = tempfile::tempdir().unwrap();
        fs::create_dir_all(outer.path().join("Meetings/2025")).unwrap();
        let folder = VaultFolder::open(outer.path()).unwrap();
        let places = |written: &str| places(&folder, written);
        assert_eq!(places(".\\Meetings\\2025\\"), [".\\Meetings\\2025\\", "Meetings/2025"]);
        let whole = outer.path().join("Meetings").to_string_lossy().into_owned();
        assert_eq!(places(&whole).last().unwrap(), "Meetings");
        assert_eq!(places("../Meetings"), [""; 0]);
        assert_eq!(places(""), [""; 0], "a variable that is not set must not mean the whole vault");
    }
}
