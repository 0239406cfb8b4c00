//! Reads the settings, from a named file, else from the plugin's, else the defaults, and the property types that Obsidian
//! keeps. Nothing here writes them.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use namesake_core::config::Config;
use namesake_core::frontmatter::schema::{PropertyTypes, TypesFile};
use namesake_core::pattern;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};
use crate::output;

/// The settings in `file`, which must be there and hold no pattern that cannot be used.
pub fn named(file: &Path) -> Result<Config> {
    let config =
        read(file)?.ok_or_else(|| Error::File { path: file.to_owned(), source: ErrorKind::NotFound.into() })?;
    match pattern::first_wrong(&config.settings.patterns) {
        Some(reason) => Err(Error::Pattern { file: file.to_owned(), reason }),
        None => Ok(config),
    }
}

/// The settings in `file`, or the defaults where there is none. A pattern that cannot be used gives a warning only: the
/// plugin goes on without it as well.
pub fn or_default(file: &Path) -> Result<Config> {
    let config = read(file)?.unwrap_or_default();
    if let Some(reason) = pattern::first_wrong(&config.settings.patterns) {
        output::warn(&format_args!("{}: {reason}; the others are looked for", file.display()));
    }
    Ok(config)
}

/// The property types in `file`, Obsidian's `types.json`. A file that cannot be read gives a warning only, since notes can be
/// repaired without it.
pub fn property_types(file: &Path) -> PropertyTypes {
    let read = match fs::read(file) {
        Ok(bytes) => object::<TypesFile>(&bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(TypesFile::default()),
        Err(error) => Err(error.to_string()),
    };
    match read {
        Ok(found) => found.types,
        Err(reason) => {
            let file = file.display();
            output::warn(&format_args!(
                "{file}: the types of properties cannot be read ({reason}); the usual ones hold"
            ));
            PropertyTypes::new()
        }
    }
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
