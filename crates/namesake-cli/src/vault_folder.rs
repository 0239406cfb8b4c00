//! A vault as a folder on a disk: which files are its notes, their texts, and the way from a note's path to a file.
//! What the notes mean is the core's business.

use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};
use namesake_core::config::Config;
use namesake_core::path::NotePath;
use namesake_core::transcript::may_be_transcript;
use namesake_core::vault::Vault;

use crate::args::VaultArgs;
use crate::disk::{self, Reason};
use crate::error::{Error, Result};
use crate::output::{self, count, list};
use crate::temporary_folder::TemporaryFolder;
use crate::{settings, threads};

/// What makes a folder a vault for Obsidian.
const OBSIDIAN: &str = ".obsidian";
/// Where Obsidian keeps the plugin, below the vault.
const PLUGIN: &str = ".obsidian/plugins/namesake";
/// What Namesake keeps below the vault where the plugin is not installed. Obsidian and its sync pass over hidden folders.
const OWN: &str = ".namesake";
/// Where Obsidian keeps its settings and those of its plugins, below the vault.
const SETTINGS: &str = ".obsidian";

/// A folder that exists.
pub struct VaultFolder {
    root: PathBuf,
}

/// A file that may be a note, or why something cannot be looked at.
struct Found {
    path: NotePath,
    file: std::result::Result<PathBuf, Reason>,
}

/// What the folder holds, in order.
#[derive(Default)]
struct Listing {
    notes: Vec<Found>,
    /// Files that may hold transcripts.
    transcripts: Vec<NotePath>,
    /// Symbolic links that are not followed and lead to folders or are named like notes.
    links: Vec<NotePath>,
}

/// Opens the folder and reads all its notes with the settings that apply. A rule that is `named` on the command line runs
/// even if the settings switch it off.
pub fn open(args: &VaultArgs, named: &[String]) -> Result<(VaultFolder, Vault)> {
    let folder = VaultFolder::open(&args.vault)?;
    let mut config = settings::in_force(&args.settings, Some(&folder.settings()))?;
    config.settings.rules.extend(named.iter().map(|rule| (rule.clone(), true)));
    let vault = folder.read(config);
    Ok((folder, vault))
}

impl VaultFolder {
    /// The vault at `path`.
    pub fn open(path: &Path) -> Result<Self> {
        let root = fs::canonicalize(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound => Error::NoVault(path.to_owned()),
            _ => Error::at(path)(error),
        })?;
        if !root.is_dir() {
            return Err(Error::VaultIsFile(path.to_owned()));
        }
        fs::read_dir(&root).map_err(Error::at(path))?;
        Ok(Self { root })
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where the plugin lives, if it is installed.
    pub fn plugin(&self) -> PathBuf {
        self.root.join(PLUGIN)
    }

    /// The hidden folder of Namesake itself. It may not exist.
    pub fn own(&self) -> PathBuf {
        self.root.join(OWN)
    }

    /// The folder for notes on their way. It may not exist yet.
    pub fn temporary(&self) -> Result<TemporaryFolder> {
        let folder = self.own().join("temporary");
        for part in [self.own(), folder.clone()] {
            match fs::symlink_metadata(&part) {
                Ok(found) if !found.is_dir() => return Err(Error::NoFolder(part)),
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(Error::at(part)(error)),
                _ => {}
            }
        }
        Ok(TemporaryFolder::at(folder))
    }

    /// Where the plugin keeps its settings, if it is installed.
    pub fn settings(&self) -> PathBuf {
        self.plugin().join("data.json")
    }

    /// The vault with every note read; what cannot be read is in it with the reason.
    fn read(&self, config: Config) -> Vault {
        let most = config.settings.max_note_bytes;
        let mut vault = Vault::new(config);
        vault.adopt(settings::adopted(&self.root.join(SETTINGS)));
        let Listing { notes: found, transcripts, links } = self.listing();
        warn_of_links(&links);
        self.warn_of_a_wrong_folder(&found);
        let bar = output::progress(found.len(), "notes read");
        let read = threads::map(&found, |Found { path, file }| {
            let text = file.as_ref().map_err(ToString::to_string);
            let text = text.and_then(|file| disk::read_text(file, most).map_err(|reason| reason.to_string()));
            bar.inc(1);
            text.map(|text| vault.read_ahead(path.clone(), text))
        });
        for (Found { path, .. }, read) in found.into_iter().zip(read) {
            match read {
                Ok(read) => vault.take_in(read),
                Err(reason) => vault.reject(path, reason),
            }
        }
        bar.finish_and_clear();
        vault.add_files(transcripts);
        for path in vault.wanted_files() {
            match self.inside(&path).and_then(|file| disk::read_text(&file, most)) {
                Ok(text) => vault.put_file(path, text),
                Err(reason) => output::warn(&format_args!("{path}: this transcript is not read: {reason}")),
            }
        }
        vault
    }

    /// Says where the folder is probably not the vault that is meant.
    fn warn_of_a_wrong_folder(&self, notes: &[Found]) {
        let (here, is_vault) = (self.root.display(), |folder: &Path| folder.join(OBSIDIAN).is_dir());
        if notes.is_empty() {
            output::warn(&format_args!("{here}: this folder holds no notes (files named .md)"));
        }
        let around = self.root.ancestors().skip(1).find(|around| is_vault(around));
        if let Some(vault) = around.filter(|_| !is_vault(&self.root)) {
            output::warn(&format_args!(
                "{here}: this is a folder of the vault {}; give that one, or the settings and people in it do not count",
                vault.display()
            ));
        }
    }

    /// Every file that Obsidian lists as a note. Hidden files and folders are left out; files that git ignores are not. Links
    /// are not followed, because they lead out of the vault.
    fn listing(&self) -> Listing {
        let mut walk = WalkBuilder::new(&self.root);
        walk.standard_filters(false).hidden(true).follow_links(false).sort_by_file_name(Ord::cmp);
        let mut listing = Listing::default();
        for entry in walk.build() {
            match entry {
                Ok(entry) if is_link(&entry) => listing.links.push(self.named(entry.into_path()).path),
                Ok(entry) if is_note(&entry) => listing.notes.push(self.named(entry.into_path())),
                Ok(entry) if is_transcript(&entry) => listing.transcripts.push(self.named(entry.into_path()).path),
                Ok(_) => {}
                Err(error) => listing.notes.push(self.hidden_by(error)),
            }
        }
        listing
    }

    /// The file or folder that cannot be looked at.
    fn hidden_by(&self, error: ignore::Error) -> Found {
        let path = place_of(&error).map_or_else(|| self.root.clone(), Path::to_path_buf);
        let reason = error.into_io_error().unwrap_or_else(|| std::io::Error::other("it cannot be looked at"));
        Found { file: Err(reason.into()), ..self.named(path) }
    }

    /// The note's path inside the vault, `/` between its folders.
    fn named(&self, file: PathBuf) -> Found {
        let inside = file.strip_prefix(&self.root).unwrap_or(&file);
        let names: Vec<_> = inside.iter().map(|name| name.to_string_lossy()).collect();
        let path = NotePath::new(names.join("/"));
        let file = if inside.to_str().is_some() { Ok(file) } else { Err(Reason::NameNotUtf8) };
        Found { path, file }
    }

    /// The file of an existing note.
    pub fn place(&self, path: &NotePath) -> std::result::Result<PathBuf, Reason> {
        let place = self.way(path)?;
        fs::symlink_metadata(&place)?;
        Ok(place)
    }

    /// The folder that Obsidian moves removed notes to. It may not exist yet.
    pub fn trash(&self) -> std::result::Result<PathBuf, Reason> {
        let trash = self.root.join(".trash");
        match fs::symlink_metadata(&trash) {
            Ok(found) if !found.is_dir() => Err(Reason::Elsewhere),
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
            _ => Ok(trash),
        }
    }

    /// The file of a note, existing or not. Paths come from the journal, which anybody can edit, so they are checked.
    pub fn way(&self, path: &NotePath) -> std::result::Result<PathBuf, Reason> {
        if !has_note_name(Path::new(path.as_str())) {
            return Err(Reason::Elsewhere);
        }
        self.inside(path)
    }

    /// A place below the folder that no link leads out of.
    fn inside(&self, path: &NotePath) -> std::result::Result<PathBuf, Reason> {
        let inside = Path::new(path.as_str());
        let plain =
            |part: Component| matches!(part, Component::Normal(name) if !name.to_string_lossy().starts_with('.'));
        if !inside.components().all(plain) {
            return Err(Reason::Elsewhere);
        }
        let mut place = self.root.clone();
        for part in inside.components() {
            place.push(part);
            match fs::symlink_metadata(&place) {
                Ok(found) if found.is_symlink() => return Err(Reason::Elsewhere),
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
                _ => {}
            }
        }
        Ok(place)
    }
}

fn is_note(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_file()) && has_note_name(entry.path())
}

fn is_transcript(entry: &DirEntry) -> bool {
    let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
    is_file && entry.file_name().to_str().is_some_and(may_be_transcript)
}

/// Whether it is a symbolic link that somebody may take for a note or a folder of notes.
fn is_link(entry: &DirEntry) -> bool {
    entry.path_is_symlink() && (has_note_name(entry.path()) || entry.path().is_dir())
}

fn has_note_name(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "md")
}

fn warn_of_links(links: &[NotePath]) {
    if !links.is_empty() {
        let (number, names) = (count(links.len(), "symbolic link", "symbolic links"), list(links.len(), links, ", "));
        output::warn(&format_args!(
            "{number} not followed: {names}; what they lead to can be opened as a vault of its own"
        ));
    }
}

fn place_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place_of(err),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_out_of_the_vault_leads_nowhere() {
        let outer = tempfile::tempdir().unwrap();
        fs::create_dir(outer.path().join("vault")).unwrap();
        fs::write(outer.path().join("secret.md"), "x").unwrap();
        fs::write(outer.path().join("vault/note.md"), "x").unwrap();
        let folder = VaultFolder::open(&outer.path().join("vault")).unwrap();
        let absolute = outer.path().join("secret.md").to_string_lossy().into_owned();
        for path in ["../secret.md", "a/../../secret.md", ".obsidian/x.md", "note.txt", "", absolute.as_str()] {
            assert!(folder.place(&NotePath::new(path)).is_err(), "{path}");
        }
        assert!(folder.place(&"note.md".into()).is_ok());
    }
}
