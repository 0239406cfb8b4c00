//! A hidden folder for files on their way: each is written here as a whole and then moved to its place, so that a run that
//! is killed leaves half a file nowhere else. The next run takes away what such a run left. Where the files go is left to
//! `disk` and `journal`.

use std::ffi::OsStr;
use std::fs::{self, File, Metadata, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// How the names of the files begin. Files of other names are somebody else's.
const PREFIX: &str = ".namesake-";

/// How often a file is made anew where another run, which is cleaning, takes it or its folder away at that moment.
const ATTEMPTS: usize = 16;

/// Who may read a file.
#[derive(Clone, Copy)]
pub enum Access<'m> {
    /// Its owner alone.
    Owner,
    /// Whoever may read what this user makes.
    Usual,
    /// Whoever may read the file that it replaces.
    Like(&'m Metadata),
}

/// A folder for files on their way. It is there only while one of them is.
pub struct TemporaryFolder(PathBuf);

impl TemporaryFolder {
    /// The folder at `path`. It must lie on the same file system as the places of its files, because a file is replaced in
    /// one step only there.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// A complete file, which is deleted unless it is moved to its place. While it is open it is locked, which tells other
    /// runs that it is not abandoned.
    pub fn file(&self, bytes: &[u8], access: Access) -> io::Result<NamedTempFile> {
        for _ in 0..ATTEMPTS {
            if let Some(mut file) = self.locked_file(access)? {
                file.write_all(bytes)?;
                if let Access::Like(other) = access {
                    file.as_file().set_permissions(other.permissions())?;
                }
                file.as_file().sync_all()?;
                return Ok(file);
            }
        }
        Err(ErrorKind::ResourceBusy.into())
    }

    /// An empty file; `None` where another run took it for an abandoned one before it was locked.
    fn locked_file(&self, access: Access) -> io::Result<Option<NamedTempFile>> {
        let made = fs::create_dir_all(&self.0).and_then(|()| builder(access).tempfile_in(&self.0));
        let file = match made {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            made => made?,
        };
        // Where files cannot be locked, no run can lock this one to take it away either.
        let is_taken = matches!(file.as_file().try_lock(), Err(TryLockError::WouldBlock));
        Ok(Some(file).filter(|file| !is_taken && file.path().exists()))
    }

    /// Deletes what runs left that have ended, and the folder if nothing else is in it.
    pub fn clean(&self) -> io::Result<()> {
        let entries = match fs::read_dir(&self.0) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
            if is_own(&entry.file_name()) && entry.file_type()?.is_file() {
                remove_if_abandoned(&entry.path());
            }
        }
        remove_if_empty(&self.0)
    }
}

fn builder(access: Access) -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX);
    #[cfg(unix)]
    if let Access::Usual = access {
        use std::os::unix::fs::PermissionsExt;
        // The system takes away what the user's mask forbids.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}

fn is_own(name: &OsStr) -> bool {
    name.to_str().is_some_and(|name| name.starts_with(PREFIX))
}

/// Deletes a file that no run holds. One that cannot be opened or deleted waits for the next run.
fn remove_if_abandoned(path: &Path) {
    let Ok(file) = File::options().read(true).write(true).open(path) else { return };
    if file.try_lock().is_ok() {
        let _ = fs::remove_file(path);
    }
}

/// Removes a folder if nothing is in it. Another run may have removed it or put something into it by now.
pub fn remove_if_empty(folder: &Path) -> io::Result<()> {
    match fs::remove_dir(folder) {
        Err(error) if matches!(error.kind(), ErrorKind::DirectoryNotEmpty | ErrorKind::NotFound) => Ok(()),
        removed => removed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_ended_run_left_goes_and_the_file_of_a_running_one_stays() {
        let outer = tempfile::tempdir().unwrap();
        let (mine, other) = (TemporaryFolder::at(outer.path().join("t")), TemporaryFolder::at(outer.path().join("t")));
        let running = mine.file(b"on its way", Access::Owner).unwrap();
        let left = outer.path().join("t/.namesake-killed");
        fs::write(&left, "half a no").unwrap();
        other.clean().unwrap();
        assert!(!left.exists());
        let place = outer.path().join("note.md");
        running.persist(&place).unwrap();
        assert_eq!(fs::read_to_string(place).unwrap(), "on its way");
        other.clean().unwrap();
        assert!(!outer.path().join("t").exists(), "an empty folder is litter too");
        other.clean().unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn what_is_not_its_own_stays() {
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("t");
        fs::create_dir_all(folder.join(".namesake-folder")).unwrap();
        fs::write(folder.join("mine.txt"), "mine").unwrap();
        fs::write(outer.path().join("outside.md"), "mine").unwrap();
        std::os::unix::fs::symlink(outer.path().join("outside.md"), folder.join(".namesake-link")).unwrap();
        TemporaryFolder::at(&folder).clean().unwrap();
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 3);
        assert_eq!(fs::read_to_string(outer.path().join("outside.md")).unwrap(), "mine");
    }

    #[test]
    fn a_file_that_is_not_moved_goes_by_itself() {
        let outer = tempfile::tempdir().unwrap();
        drop(TemporaryFolder::at(outer.path()).file(b"text", Access::Usual).unwrap());
        assert_eq!(fs::read_dir(outer.path()).unwrap().count(), 0);
    }
}
