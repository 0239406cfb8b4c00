//! How commands end, and the warnings that several of them give.

use std::process::ExitCode;

use namesake_core::rules;
use namesake_core::vault::Vault;

use crate::batch::Report;
use crate::output;

/// The outcome of a command without errors. Of several the greatest counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Everything was done.
    Done,
    /// Something was found or refused, so the user has to look.
    Attention,
    /// A file could not be read or written, so what was found may not be all, as with an error.
    Incomplete,
}

impl Outcome {
    /// `Attention` if `needed`.
    pub const fn attention_if(needed: bool) -> Self {
        if needed { Self::Attention } else { Self::Done }
    }

    /// `Incomplete` if a note of the vault could not be read.
    pub fn of_reading(vault: &Vault) -> Self {
        if vault.unreadable().next().is_some() { Self::Incomplete } else { Self::Done }
    }

    /// `Incomplete` if a file failed while notes were written, `Attention` if one was left alone for safety.
    pub fn of_writing(report: &Report) -> Self {
        match report.refused.iter().any(|(_, refusal)| refusal.is_failure) {
            true => Self::Incomplete,
            false => Self::attention_if(!report.refused.is_empty()),
        }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Done => 0,
            Outcome::Attention => 1,
            Outcome::Incomplete => 2,
        })
    }
}

/// Warns of notes that cannot be read, for commands whose output has no place for them.
pub fn warn_of_broken_notes(vault: &Vault) {
    warn_of_unreadable_notes(vault);
    let broken = vault.notes().filter_map(|note| note.frontmatter.error.as_ref().map(|error| (&note.path, error)));
    for (path, error) in broken {
        output::warn(&format_args!("{path}: its properties cannot be read and are left as they are: {error}"));
    }
}

/// Warns of notes that cannot be read at all.
pub fn warn_of_unreadable_notes(vault: &Vault) {
    for (path, reason) in vault.unreadable() {
        output::warn(&format_args!("{path}: {}", rules::unreadable(path, reason).message));
    }
}
