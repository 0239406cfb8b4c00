//! Reading the JSON files that say what the user set, with the place of what is wrong in them.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use namesake_core::adopted::{Adopted, FILES, SettingsFile};
use namesake_core::config::Config;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::schema::schema;
use super::unknown::{self, Unknown};
use crate::error::{Error, Result};
use crate::nearest::nearest;
use crate::output;

/// What a settings file holds.
pub struct Found {
    /// The settings.
    pub config: Config,
    /// The keys that are not known, in the order of the file.
    pub unknown: Vec<Unknown>,
}

/// The settings in `file`; `None` where there is no such file.
pub fn settings(file: &Path) -> Result<Option<Found>> {
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Error::at(file)(error)),
    };
    let read = || {
        let mut value = object(&bytes)?;
        let unknown = unknown::take_out(&mut value, &schema())?;
        Ok(Found { config: read_value(value)?, unknown })
    };
    read().map(Some).map_err(|reason| Error::Settings { file: file.to_owned(), reason })
}

/// What Obsidian and its plugins are set to, by their files in the `folder` of Obsidian's settings. One that cannot be read
/// gives a warning only, since notes can be repaired without it.
pub fn adopted(folder: &Path) -> Adopted {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let warn = |file: &str, reason: &str| {
        output::warn(&format_args!("{file}: {reason}; this is not adopted"));
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

/// The JSON object in a file. Serde alone would also accept a list in place of an object.
fn object(bytes: &[u8]) -> std::result::Result<Value, String> {
    // Some Windows editors begin every file so.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if !bytes.trim_ascii_start().starts_with(b"{") {
        return Err("a JSON object is needed, and this is none".to_owned());
    }
    serde_json::from_slice(bytes).map_err(|error| error.to_string())
}

fn read_value<T: DeserializeOwned>(value: Value) -> std::result::Result<T, String> {
    serde_path_to_error::deserialize(value)
        .map_err(|error| format!("{}: {}", error.path(), in_json_words(&error.inner().to_string())))
}

/// An error of serde in the words of JSON: without the names of Rust, and with the value that was probably meant.
fn in_json_words(error: &str) -> String {
    if error.starts_with("unknown variant") {
        let words: Vec<&str> = error.split('`').skip(1).step_by(2).collect();
        if let Some((word, known)) = words.split_first() {
            let meant = nearest(word, known.iter().copied());
            let meant = meant.map_or_else(
                || format!("known here: {}", known.join(", ")),
                |meant| format!("did you mean “{meant}”?"),
            );
            return format!("unknown value “{word}”; {meant}");
        }
    }
    let words = [
        ("type: sequence", "type: a list"),
        ("type: map", "type: an object"),
        ("expected a sequence", "expected a list"),
        ("expected a map", "expected an object"),
        ("expected usize", "expected a whole number"),
        ("expected u32", "expected a whole number"),
    ];
    words.iter().fold(error.to_owned(), |error, (rust, json)| error.replace(rust, json))
}
