//! How commands end, and the warnings that several of them give.

use namesake_core::rules;
use namesake_core::vault::Vault;

use crate::output;

/// The outcome of a command without errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Everything was done.
    Done,
    /// Something was found or refused, so the user has to look.
    Attention,
}

impl Outcome {
    /// `Attention` if `needed`.
    pub const fn attention_if(needed: bool) -> Self {
        if needed { Self::Attention } else { Self::Done }
    }
}

/// Warns of notes that cannot be read, for commands whose output has no place for them.
pub fn warn_of_broken_notes(vault: &Vault) {
    for (path, reason) in vault.unreadable() {
        output::warn(&format_args!("{path}: {}", rules::unreadable(path, reason).message));
    }
    let broken = vault.notes().filter_map(|note| note.frontmatter.error.as_ref().map(|error| (&note.path, error)));
    for (path, error) in broken {
        output::warn(&format_args!("{path}: its properties cannot be read and are left as they are: {error}"));
    }
}
