//! The note that the command line names.

use namesake_core::path::NotePath;
use namesake_core::vault::Vault;

use crate::error::{Error, Result};
use crate::nearest::{did_you_mean, nearest};
use crate::vault_folder::VaultFolder;
use crate::vault_path;

/// The note with this path or this name.
pub fn named_note(vault: &Vault, folder: &VaultFolder, name: &str) -> Result<NotePath> {
    let mut places = vault_path::places(folder, name);
    places.retain(|place| !place.is_empty());
    let by_path = places.iter().find_map(|place| vault.note(&NotePath::new(place.as_str()))).map(|note| &note.path);
    if let Some(found) = by_path.or_else(|| places.iter().find_map(|place| vault.linked(place))) {
        return Ok(found.clone());
    }
    let is_meant =
        |path: &NotePath| places.iter().any(|place| place == path.as_str() || place == path.without_extension());
    let unreadable = vault.unreadable().find(|(path, _)| is_meant(path));
    Err(match unreadable {
        Some((path, reason)) => Error::Unreadable { path: path.clone(), reason: reason.to_owned() },
        None => {
            let known = vault.notes().flat_map(|note| [note.path.as_str(), note.path.stem()]);
            Error::NoSuchNote { name: name.to_owned(), meant: did_you_mean(nearest(name, known)) }
        }
    })
}
