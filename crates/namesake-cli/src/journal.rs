//! The record of every batch that was written, one JSON file each in the format that the plugin shares, written before
//! any note is. Going through a batch note by note is left to `batch`.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use namesake_core::journal::JournalEntry;
use serde::{Deserialize, Serialize};

use crate::disk;
use crate::error::{Error, Result};
use crate::vault_folder::VaultFolder;

const VERSION: u32 = 1;

/// How far a batch has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Its notes may or may not have been written; undoing finds out note by note.
    Writing,
    /// Its notes were written.
    Written,
    /// It was taken back. Only the plugin keeps such batches.
    Undone,
}

/// The changes that were written in one go.
#[derive(Debug, Serialize, Deserialize)]
pub struct Batch {
    version: u32,
    /// When it was made, in UTC, and a number: later batches sort after earlier ones.
    pub id: String,
    /// What was done, in a few words.
    pub title: String,
    /// How far it has come.
    pub state: State,
    /// What leads back, note by note.
    pub entries: Vec<JournalEntry>,
    /// What was decided with it: the plugin's, and kept for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    decided: Option<serde_json::Value>,
}

/// The batches of a vault.
pub struct Journal {
    /// The folders they may lie in; new ones go into the first.
    homes: Vec<PathBuf>,
}

impl Journal {
    /// The journal of a vault: with the plugin where that is installed, else in a hidden folder. Batches from before
    /// the plugin was installed are found too.
    pub fn of(folder: &VaultFolder) -> Self {
        let own = folder.root().join(".namesake/journal");
        let plugin = folder.plugin();
        let homes = if plugin.is_dir() { vec![plugin.join("journal"), own] } else { vec![own] };
        Self { homes }
    }

    /// Writes down what is about to be done. Nothing may be done where this fails.
    pub fn begin(&self, title: String, entries: Vec<JournalEntry>) -> Result<Batch> {
        let home = &self.homes[0];
        fs::create_dir_all(home).map_err(Error::at(home))?;
        let second = Timestamp::now().strftime("%Y%m%dT%H%M%SZ").to_string();
        let free = |id: &String| !home.join(format!("{id}.json")).exists();
        let ids = (1..).map(|number: u32| format!("{second}-{number:04}"));
        let id = ids.into_iter().find(free).unwrap_or(second.clone());
        let batch = Batch { version: VERSION, id, title, state: State::Writing, entries, decided: None };
        write(home, &batch)?;
        Ok(batch)
    }

    /// Keeps a batch as it is now. One without entries leaves no file, and the journal no empty folder.
    pub fn keep(&self, batch: &Batch) -> Result<()> {
        let home = self.home_of(&batch.id).unwrap_or(&self.homes[0]);
        if batch.entries.is_empty() {
            let file = file_in(home, &batch.id);
            fs::remove_file(&file).map_err(Error::at(file))?;
            return remove_empty(home);
        }
        write(home, batch)
    }

    /// The newest batch that was not taken back.
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
        let known = self.ids()?.iter().any(|known| known == id);
        let home = self.home_of(id).filter(|_| known).ok_or_else(|| Error::NoSuchBatch(id.to_owned()))?;
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

fn write(home: &Path, batch: &Batch) -> Result<()> {
    let file = file_in(home, &batch.id);
    let mut json = serde_json::to_vec_pretty(batch).map_err(|error| Error::Stream(error.into()))?;
    json.push(b'\n');
    disk::write(&file, &json).map_err(Error::at(file))
}

fn file_in(home: &Path, id: &str) -> PathBuf {
    home.join(format!("{id}.json"))
}

/// Removes the journal's folder, and `.namesake` around it, where nothing is left in them.
fn remove_empty(home: &Path) -> Result<()> {
    let around = home.parent().filter(|folder| folder.ends_with(".namesake"));
    for folder in std::iter::once(home).chain(around) {
        let is_empty = fs::read_dir(folder).map_err(Error::at(folder))?.next().is_none();
        if !is_empty {
            break;
        }
        fs::remove_dir(folder).map_err(Error::at(folder))?;
    }
    Ok(())
}
