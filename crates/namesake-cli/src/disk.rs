//! Files as bytes: read as a note's text or refused with a reason, and replaced whole or not at all. Which files
//! belong to a vault is left to `vault_folder`, and the folder of files on their way to `temporary_folder`.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use thiserror::Error;

use crate::temporary_folder::{Access, TemporaryFolder};

/// Why a file is not read or not replaced: a clause for the user, without a full stop.
#[derive(Debug, Error)]
pub enum Reason {
    /// Too many bytes.
    #[error(
        "it is larger than notes are read ({found} bytes of at most {most}); split it, or raise settings.maxNoteBytes"
    )]
    TooLarge {
        /// The number of bytes.
        found: u64,
        /// The limit.
        most: usize,
    },
    /// Bytes that are not UTF-8.
    #[error("it is not UTF-8 from byte {0} on; save it as UTF-8")]
    NotUtf8(usize),
    /// A NUL byte.
    #[error("it holds a NUL byte, at {0}, as no text does; see what wrote it")]
    Nul(usize),
    /// The path leads out of the vault.
    #[error("its path leads out of the vault or through a link; open that place as a vault of its own")]
    Elsewhere,
    /// The file's name.
    #[error("its name is not UTF-8; rename it")]
    NameNotUtf8,
    /// The file does not exist.
    #[error("it is no longer there; put it back if it is needed, and run again")]
    Gone,
    /// Another program has changed the file.
    #[error("it has changed in the meantime; run again to compute it anew")]
    Changed,
    /// A note already stands where a new one is to be written.
    #[error("a note of that name is there already, be it in other letters; move it away and run again")]
    Exists,
    /// The file must not be written.
    #[error("it is write-protected; allow writing and run again")]
    WriteProtected,
    /// The file lies on another file system than the vault's folder, and cannot be replaced in one step from there.
    #[error("its folder is another disk than that of the vault; open that folder as a vault of its own")]
    OtherDisk,
    /// An error of the system.
    #[error("{0}; see whether it is yours to read and write")]
    System(io::Error),
}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::Gone,
            ErrorKind::CrossesDevices => Self::OtherDisk,
            _ => Self::System(error),
        }
    }
}

impl Reason {
    /// Whether the file could not be read or written, as opposed to being left alone for safety.
    pub const fn is_failure(&self) -> bool {
        match self {
            Self::TooLarge { .. } | Self::NotUtf8(_) | Self::Nul(_) | Self::NameNotUtf8 | Self::System(_) => true,
            Self::Elsewhere | Self::Gone | Self::Changed | Self::Exists | Self::WriteProtected | Self::OtherDisk => {
                false
            }
        }
    }
}

/// The text of a file of at most `most` bytes.
pub fn read_text(path: &Path, most: usize) -> Result<String, Reason> {
    let found = fs::metadata(path)?.len();
    if usize::try_from(found).map_or(true, |found| found > most) {
        return Err(Reason::TooLarge { found, most });
    }
    text(fs::read(path)?).map_err(|(reason, _)| reason)
}

/// The bytes as a note's text, or the reason why they are none together with the bytes.
pub fn text(bytes: Vec<u8>) -> Result<String, (Reason, Vec<u8>)> {
    let nul = bytes.iter().position(|byte| *byte == 0);
    match (String::from_utf8(bytes), nul) {
        (Ok(text), None) => Ok(text),
        (Ok(text), Some(at)) => Err((Reason::Nul(at), text.into_bytes())),
        (Err(error), _) => Err((Reason::NotUtf8(error.utf8_error().valid_up_to()), error.into_bytes())),
    }
}

/// Replaces `before`, which the file must still hold byte for byte, by `after`.
pub fn replace_text(temporary: &TemporaryFolder, path: &Path, before: &str, after: &str) -> Result<(), Reason> {
    let known = fs::metadata(path)?;
    if known.permissions().readonly() {
        return Err(Reason::WriteProtected);
    }
    let file = temporary.file(after.as_bytes(), Access::Like(&known))?;
    if fs::read(path)? != before.as_bytes() {
        return Err(Reason::Changed);
    }
    file.persist(path).map_err(|error| error.error)?;
    sync_folder_of(path)?;
    Ok(())
}

/// Writes a new note and its folder. No note may have a name that differs only in case, because on other systems the two
/// would be one file.
pub fn create_text(temporary: &TemporaryFolder, path: &Path, text: &str) -> Result<(), Reason> {
    let lower = |name: &OsStr| name.to_string_lossy().to_lowercase();
    if let (Some(folder), Some(name)) = (path.parent(), path.file_name()) {
        fs::create_dir_all(folder)?;
        for entry in fs::read_dir(folder)? {
            if lower(&entry?.file_name()) == lower(name) {
                return Err(Reason::Exists);
            }
        }
    }
    let file = temporary.file(text.as_bytes(), Access::Usual)?;
    match file.persist_noclobber(path) {
        Ok(_) => {}
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => return Err(Reason::Exists),
        // Some file systems cannot move a file without replacing another.
        Err(_) => create_in_place(path, text)?,
    }
    Ok(sync_folder_of(path)?)
}

fn create_in_place(path: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Syncs the folder, since a rename is safe on the disk only then.
pub fn sync_folder_of(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The folder for files on their way in the vault of a test.
    fn temporary(vault: &tempfile::TempDir) -> TemporaryFolder {
        TemporaryFolder::at(vault.path().join(".namesake/temporary"))
    }

    #[test]
    fn a_note_that_changed_in_the_meantime_is_not_written() {
        let folder = tempfile::tempdir().unwrap();
        let note = folder.path().join("a.md");
        fs::write(&note, "edited elsewhere").unwrap();
        assert!(matches!(replace_text(&temporary(&folder), &note, "before", "after"), Err(Reason::Changed)));
        assert_eq!(fs::read_to_string(&note).unwrap(), "edited elsewhere");
        let left = fs::read_dir(folder.path().join(".namesake/temporary")).unwrap().count();
        assert_eq!(left, 0, "no temporary file may stay behind");
    }

    #[test]
    fn a_note_that_vanished_is_not_made_again() {
        let folder = tempfile::tempdir().unwrap();
        let note = folder.path().join("a.md");
        assert!(matches!(replace_text(&temporary(&folder), &note, "before", "after"), Err(Reason::Gone)));
        assert!(!note.exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_replaced_note_keeps_its_permissions_and_a_protected_one_its_text() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let note = folder.path().join("a.md");
        fs::write(&note, "before").unwrap();
        fs::set_permissions(&note, fs::Permissions::from_mode(0o640)).unwrap();
        replace_text(&temporary(&folder), &note, "before", "after").unwrap();
        assert_eq!(fs::metadata(&note).unwrap().permissions().mode() & 0o777, 0o640);
        fs::set_permissions(&note, fs::Permissions::from_mode(0o440)).unwrap();
        assert!(matches!(replace_text(&temporary(&folder), &note, "after", "before"), Err(Reason::WriteProtected)));
        assert_eq!(fs::read_to_string(&note).unwrap(), "after");
    }

    #[test]
    fn a_note_never_comes_over_another_one() {
        let folder = tempfile::tempdir().unwrap();
        let note = folder.path().join("New people/Rob Banga.md");
        create_text(&temporary(&folder), &note, "text").unwrap();
        for other in ["Rob Banga.md", "rob banga.md"] {
            assert!(
                matches!(create_text(&temporary(&folder), &note.with_file_name(other), "other"), Err(Reason::Exists)),
                "{other}"
            );
        }
        assert_eq!(fs::read_to_string(&note).unwrap(), "text");
        assert_eq!(fs::read_dir(note.parent().unwrap()).unwrap().count(), 1);
    }

    #[test]
    fn text_is_refused_with_the_place_and_given_back() {
        let (reason, bytes) = text(b"ab\xff".to_vec()).unwrap_err();
        assert!(matches!(reason, Reason::NotUtf8(2)));
        assert_eq!(bytes, b"ab\xff");
        assert!(matches!(text(b"a\0b".to_vec()), Err((Reason::Nul(1), _))));
    }
}
