//! Where the settings come from: a file that is named, else the plugin's own, else the defaults. Never written here.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use namesake_core::config::Config;

use crate::error::{Error, Result};

/// The settings in `file`, which must be there.
pub fn named(file: &Path) -> Result<Config> {
    read(file)?.ok_or_else(|| Error::File { path: file.to_owned(), source: ErrorKind::NotFound.into() })
}

/// The settings in `file`, or the defaults where there is none.
pub fn or_default(file: &Path) -> Result<Config> {
    Ok(read(file)?.unwrap_or_default())
}

fn read(file: &Path) -> Result<Option<Config>> {
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Error::at(file)(error)),
    };
    let wrong = |reason: String| Error::Settings { file: file.to_owned(), reason };
    // Serde would take a list for an object without names.
    if !bytes.trim_ascii_start().starts_with(b"{") {
        return Err(wrong("they are a JSON object, and this is none".to_owned()));
    }
    serde_json::from_slice(&bytes).map(Some).map_err(|error| wrong(error.to_string()))
}
