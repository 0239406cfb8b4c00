//! The trash of a vault, which Obsidian uses too: removed notes lie there under their own names until somebody empties it.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::disk::{Reason, create_text, sync_folder_of};
use crate::temporary_folder::TemporaryFolder;

/// Moves the file of a note, in which `before` must still stand byte for byte, into the trash.
pub fn put(trash: &Path, place: &Path, before: &str) -> Result<(), Reason> {
    if fs::metadata(place)?.permissions().readonly() {
        return Err(Reason::WriteProtected);
    }
    if fs::read(place)? != before.as_bytes() {
        return Err(Reason::Changed);
    }
    match fs::create_dir(trash) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error.into()),
        _ => {}
    }
    let free = names(trash, place).find(|name| fs::symlink_metadata(name).is_err());
    fs::rename(place, free.ok_or(Reason::Elsewhere)?)?;
    sync_folder_of(place)?;
    Ok(sync_folder_of(&trash.join("file"))?)
}

/// Writes a removed note again and deletes its copy in the trash, if there is one. Nothing may stand at `place`.
pub fn take_back(temporary: &TemporaryFolder, trash: &Path, place: &Path, text: &str) -> Result<(), Reason> {
    create_text(temporary, place, text)?;
    drop_copy(trash, place, text)
}

/// Deletes the copy in the trash of a note that is back at `place` with this `text`, as the last step of its return. A run
/// that was killed before it has left the copy behind.
pub fn drop_copy(trash: &Path, place: &Path, text: &str) -> Result<(), Reason> {
    let mut copies = names(trash, place).take_while(|name| name.is_file());
    let Some(copy) = copies.find(|name| fs::read(name).is_ok_and(|bytes| bytes == text.as_bytes())) else {
        return Ok(());
    };
    fs::set_permissions(place, fs::metadata(&copy)?.permissions())?;
    fs::remove_file(copy)?;
    let is_empty = fs::read_dir(trash)?.next().is_none();
    if is_empty {
        fs::remove_dir(trash)?;
    }
    Ok(())
}

/// The names that Obsidian gives a file in the trash: `Rob.md`, `Rob 2.md`.
fn names<'p>(trash: &'p Path, place: &'p Path) -> impl Iterator<Item = PathBuf> + 'p {
    let stem = place.file_stem().unwrap_or_default().to_string_lossy();
    (1_usize..).map(move |number| match number {
        1 => trash.join(place.file_name().unwrap_or_default()),
        number => trash.join(format!("{stem} {number}.md")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn temporary(vault: &tempfile::TempDir) -> TemporaryFolder {
        TemporaryFolder::at(vault.path().join(".namesake/temporary"))
    }

    #[test]
    fn notes_of_one_name_lie_beside_each_other() {
        let folder = tempfile::tempdir().unwrap();
        let (trash, note) = (folder.path().join(".trash"), folder.path().join("Rob.md"));
        for text in ["one", "two"] {
            fs::write(&note, text).unwrap();
            put(&trash, &note, text).unwrap();
        }
        assert_eq!(fs::read_to_string(trash.join("Rob.md")).unwrap(), "one");
        assert_eq!(fs::read_to_string(trash.join("Rob 2.md")).unwrap(), "two");
        take_back(&temporary(&folder), &trash, &note, "two").unwrap();
        assert_eq!(fs::read_to_string(&note).unwrap(), "two");
        assert_eq!(fs::read_dir(&trash).unwrap().count(), 1, "the other one stays");
    }

    #[test]
    fn a_note_that_changed_in_the_meantime_does_not_go() {
        let folder = tempfile::tempdir().unwrap();
        let (trash, note) = (folder.path().join(".trash"), folder.path().join("Rob.md"));
        fs::write(&note, "edited elsewhere").unwrap();
        assert!(matches!(put(&trash, &note, "before"), Err(Reason::Changed)));
        assert!(note.exists() && !trash.exists());
    }

    #[test]
    fn what_was_interrupted_before_the_copy_went_is_finished() {
        let folder = tempfile::tempdir().unwrap();
        let (trash, note) = (folder.path().join(".trash"), folder.path().join("Rob.md"));
        fs::write(&note, "text").unwrap();
        put(&trash, &note, "text").unwrap();
        create_text(&temporary(&folder), &note, "text").unwrap();
        drop_copy(&trash, &note, "text").unwrap();
        assert_eq!(fs::read_to_string(&note).unwrap(), "text");
        assert!(!trash.exists());
    }

    #[test]
    fn a_note_comes_back_also_where_the_trash_was_emptied() {
        let folder = tempfile::tempdir().unwrap();
        let (trash, note) = (folder.path().join(".trash"), folder.path().join("People/Rob.md"));
        take_back(&temporary(&folder), &trash, &note, "text").unwrap();
        assert_eq!(fs::read_to_string(&note).unwrap(), "text");
        assert!(
            take_back(&temporary(&folder), &trash, &note, "text").is_err(),
            "what stands there is not written over"
        );
    }
}
