//! The commands, one a file.

mod convert_tasks;
mod fix;
mod merge;
mod normalize;
mod parse_tasks;
mod resolve;
mod scan;
mod tasks;
mod undo;

use namesake_core::rules;
use namesake_core::vault::Vault;

use crate::args::Command;
use crate::error::Result;
use crate::output::{self, Output};

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

/// Carries out a command.
pub fn run(command: &Command, out: &mut Output) -> Result<Outcome> {
    match command {
        Command::Scan(args) => scan::run(args, out),
        Command::Fix(args) => fix::run(args, out),
        Command::Undo(args) => undo::run(args, out),
        Command::Tasks(args) => tasks::run(args, out),
        Command::ConvertTasks(args) => convert_tasks::run(args, out),
        Command::Merge(args) => merge::run(args, out),
        Command::Resolve(args) => resolve::run(args, std::io::stdin().lock(), out),
        Command::Normalize(args) => normalize::run(args, std::io::stdin().lock(), out),
        Command::ParseTasks(args) => parse_tasks::run(args, std::io::stdin().lock(), out),
    }
}

/// Warns of notes that cannot be read, for commands whose output has no place for them.
fn warn_of_broken_notes(vault: &Vault) {
    for (path, reason) in vault.unreadable() {
        output::warn(&format_args!("{path}: {}", rules::unreadable(path, reason).message));
    }
    let broken = vault.notes().filter_map(|note| note.frontmatter.error.as_ref().map(|error| (&note.path, error)));
    for (path, error) in broken {
        output::warn(&format_args!("{path}: its properties cannot be read and are left as they are: {error}"));
    }
}
