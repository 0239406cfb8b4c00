//! Reads the settings, from a named file, else from the plugin's, else the defaults, and those of Obsidian and its plugins
//! that are adopted. Nothing here writes them.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use namesake_core::adopted::{Adopted, FILES, SettingsFile};
use namesake_core::config::Config;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};
use crate::output;

/// The settings in `file`, which must be there.
pub fn named(file: &Path) -> Result<Config> {
    read(file)?.ok_or_else(|| Error::File { path: file.to_owned(), source: ErrorKind::NotFound.into() })
}

/// The settings in `file`, or the defaults where there is none.
pub fn or_default(file: &Path) -> Result<Config> {
    Ok(read(file)?.unwrap_or_default())
}

/// What Obsidian and its plugins are set to, by their files in the `folder` of Obsidian's settings. One that cannot be read
/// gives a warning only, since notes can be repaired without it.
pub fn adopted(folder: &Path) -> Adopted {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let warn = |file: &str, reason: &str| {
        output::warn(&format_args!("{file}: {reason}; nothing is adopted from it"));
    };
    let mut files = Vec::new();
    for file in FILES {
        let path = format!("{name}/{file}");
        match fs::read_to_string(folder.join(file)) {
            Ok(text) => files.push(SettingsFile { path, text }),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => warn(&path, &error.to_string()),
        }
    }
    let adopted = Adopted::read(&files);
    adopted.warnings.iter().for_each(|warning| warn(&warning.path, &warning.reason));
    adopted
}

fn read(file: &Path) -> Result<Option<Config>> {
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Error::at(file)(error)),
    };
    object(&bytes).map(Some).map_err(|reason| Error::Settings { file: file.to_owned(), reason })
}

/// Reads a JSON object. Serde alone would also accept a list in place of an object.
fn object<T: DeserializeOwned>(bytes: &[u8]) -> std::result::Result<T, String> {
    if !bytes.trim_ascii_start().starts_with(b"{") {
        return Err("a JSON object is needed, and this is none".to_owned());
    }
    serde_json::from_slice(bytes).map_err(|error| error.to_string())
}
