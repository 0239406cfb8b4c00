//! The notes that can be merged and split.

use namesake_language::{Said, say};
use namesake_note::note::{Kind, Note};
use namesake_text::path::NotePath;
use namesake_vault::vault::Vault;

/// The note at `path`, if it is about a person and can be read.
///
/// # Errors
/// Why nothing can be done with it, for the user; `refused` says it of a note that is about nobody.
pub fn person_note<'v>(
    vault: &'v Vault,
    path: &NotePath,
    refused: impl Fn(&NotePath) -> Said,
) -> Result<&'v Note, String> {
    let note = vault.note(path).ok_or_else(|| say!("There is no note {path} that can be read.", path))?;
    if note.kind != Kind::Person {
        return Err(refused(path).into());
    }
    if let Some(error) = &note.frontmatter.error {
        return Err(say!("The properties of {path} cannot be read ({error}). Mend them first.", path, error).into());
    }
    match note.frontmatter.duplicate_keys().first() {
        Some(key) => {
            Err(say!("In {path} the property “{key}” stands more than once. Keep one of them first.", path, key).into())
        }
        None => Ok(note),
    }
}
