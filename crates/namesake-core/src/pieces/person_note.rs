//! The notes that can be merged and split.

use namesake_note::note::{Kind, Note};
use namesake_text::path::NotePath;
use namesake_vault::vault::Vault;

/// The note at `path`, if it is about a person and can be read.
///
/// # Errors
/// Why nothing can be done with it, for the user; `done` says what would be.
pub fn person_note<'v>(vault: &'v Vault, path: &NotePath, done: &str) -> Result<&'v Note, String> {
    let note = vault.note(path).ok_or_else(|| format!("There is no note {path} that can be read."))?;
    if note.kind != Kind::Person {
        return Err(format!("{path} is no note about a person; only these are {done}."));
    }
    if let Some(error) = &note.frontmatter.error {
        return Err(format!("The properties of {path} cannot be read ({error}). Mend them first."));
    }
    match note.frontmatter.duplicate_keys().first() {
        Some(key) => Err(format!("In {path} the property “{key}” stands more than once. Keep one of them first.")),
        None => Ok(note),
    }
}
