//! The record of every batch that was written, one JSON file each in the format that the plugin shares, written before
//! any note is. Going through a batch note by note is left to `batch`.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use namesake_core::journal::JournalEntry;
use serde::{Deserialize, Serialize};

use crate::disk::sync_folder_of;
use crate::error::{Error, Result};
use crate::output::list;
use crate::temporary_folder::{Access, TemporaryFolder};
use crate::vault_folder::VaultFolder;

const VERSION: u32 = 1;

/// The state of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It is being written. After a crash some notes are written and some are not; undo finds out.
    Writing,
    /// Its notes were written.
    Written,
    /// It is taken back. Only the plugin keeps such batches.
    Undone,
}

/// The changes that were written in one go.
#[derive(Debug, Serialize, Deserialize)]
pub struct Batch {
    version: u32,
    /// The time in UTC and a number, so that later batches sort after earlier ones.
    pub id: String,
    /// What the batch does, in a few words.
    pub title: String,
    /// Its state.
    pub state: State,
    /// What takes it back, note by note.
    pub entries: Vec<JournalEntry>,
    /// Decisions that belong to it. Only the plugin uses them; they are kept as they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    decided: Option<serde_json::Value>,
    /// Up to which move of notes its paths are. Only the plugin follows moves; it is kept as it is.
    #[serde(default, rename = "movedAt", skip_serializing_if = "Option::is_none")]
    moved_at: Option<serde_json::Value>,
}

/// The batches of a vault.
pub struct Journal {
    /// The folders that may hold batches. New batches go into the first.
    homes: Vec<PathBuf>,
}

impl Journal {
    /// The journal of a vault: in the plugin's folder if the plugin is installed, else in a hidden folder. Both are searched,
    /// since there may be batches from before the plugin was installed.
    pub fn of(folder: &VaultFolder) -> Self {
        let own = folder.own().join("journal");
        let plugin = folder.plugin();
        let homes = if plugin.is_dir() { vec![plugin.join("journal"), own] } else { vec![own] };
        Self { homes }
    }

    /// Writes a batch before it is carried out. If this fails, the batch must not be carried out.
    pub fn begin(&self, title: String, entries: Vec<JournalEntry>) -> Result<Batch> {
        let home = &self.homes[0];
        fs::create_dir_all(home).map_err(Error::at(home))?;
        let second = Timestamp::now().strftime("%Y%m%dT%H%M%SZ").to_string();
        let free = |id: &String| !home.join(format!("{id}.json")).exists();
        let ids = (1..).map(|number: u32| format!("{second}-{number:04}"));
        let id = ids.into_iter().find(free).unwrap_or(second.clone());
        let batch =
            Batch { version: VERSION, id, title, state: State::Writing, entries, decided: None, moved_at: None };
        write(home, &batch)?;
        Ok(batch)
    }

    /// Takes away what runs left that were killed while they wrote to the journal, and its folders if no batch is left.
    pub fn clean(&self) -> Result<()> {
        self.homes.iter().try_for_each(|home| TemporaryFolder::at(home).clean().map_err(Error::at(home)))
    }

    /// Saves the batch, or deletes its file if it has no entries left.
    pub fn keep(&self, batch: &Batch) -> Result<()> {
        let home = self.home_of(&batch.id).unwrap_or(&self.homes[0]);
        if batch.entries.is_empty() {
            let file = file_in(home, &batch.id);
            return fs::remove_file(&file).map_err(Error::at(file));
        }
        write(home, batch)
    }

    /// The newest batch that is not taken back.
    pub fn newest(&self) -> Result<Option<Batch>> {
        for id in self.ids()?.iter().rev() {
            let batch = self.find(id)?;
            if batch.state != State::Undone {
                return Ok(Some(batch));
            }
        }
        Ok(None)
    }

    /// The batch of that id.
    pub fn find(&self, id: &str) -> Result<Batch> {
        let known = self.ids()?;
        let home = self.home_of(id).filter(|_| known.iter().any(|known| known == id));
        let home = home.ok_or_else(|| no_such_batch(id, &known))?;
        let file = file_in(home, id);
        let bytes = fs::read(&file).map_err(Error::at(&file))?;
        let damaged = |reason: String| Error::Batch { file: file.clone(), reason };
        let batch: Batch = serde_json::from_slice(&bytes).map_err(|error| damaged(error.to_string()))?;
        if batch.version != VERSION {
            return Err(damaged(format!("version {} is not known here", batch.version)));
        }
        if batch.id != id {
            return Err(damaged("it names another batch".to_owned()));
        }
        Ok(batch)
    }

    fn home_of(&self, id: &str) -> Option<&PathBuf> {
        self.homes.iter().find(|home| file_in(home, id).is_file())
    }

    /// The ids of all batches, oldest first.
    fn ids(&self) -> Result<Vec<String>> {
        let mut ids = Vec::new();
        for home in &self.homes {
            let files = match fs::read_dir(home) {
                Ok(files) => files,
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                Err(error) => return Err(Error::at(home)(error)),
            };
            for file in files {
                let name = file.map_err(Error::at(home))?.file_name();
                ids.extend(name.to_str().and_then(|name| name.strip_suffix(".json")).map(str::to_owned));
            }
        }
        ids.retain(|id| !id.starts_with('.'));
        ids.sort();
        Ok(ids)
    }
}

fn no_such_batch(id: &str, known: &[String]) -> Error {
    let known = match known.len() {
        0 => "no batch at all".to_owned(),
        total => format!("no such batch but {}", list(total, known.iter().rev(), ", ")),
    };
    Error::NoSuchBatch { id: id.to_owned(), known }
}

fn write(home: &Path, batch: &Batch) -> Result<()> {
    let file = file_in(home, &batch.id);
    let mut json = serde_json::to_vec_pretty(batch).map_err(|error| Error::Stream(error.into()))?;
    json.push(b'\n');
    // Its own folder, because the plugin's may be a link to another disk.
    let place = TemporaryFolder::at(home).file(&json, Access::Owner);
    let moved = place.and_then(|written| Ok(written.persist(&file)?));
    moved.and_then(|_| sync_folder_of(&file)).map_err(Error::at(file))
}

fn file_in(home: &Path, id: &str) -> PathBuf {
    home.join(format!("{id}.json"))
}
