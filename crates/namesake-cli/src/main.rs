//! The `namesake` command: reads folders of notes, prints answers and writes changes. The core decides what is found and
//! how a note is repaired.

mod args;
mod batch;
mod commands;
mod diff;
mod disk;
mod error;
mod interrupt;
mod journal;
mod nearest;
mod output;
mod settings;
mod temporary_folder;
mod threads;
mod trash;
mod vault_folder;
mod vault_path;

use std::process::ExitCode;

use args::Args;
use commands::Outcome;
use mimalloc::MiMalloc;
use output::Output;

/// With the system's allocator a scan spends a sixth of its time on allocations.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let args = Args::of_process();
    let mut out = Output::standard();
    let outcome = commands::run(&args.command, &mut out).and_then(|outcome| {
        out.finish()?;
        Ok(outcome)
    });
    match outcome {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            output::warn(&error);
            Outcome::Incomplete.into()
        }
    }
}
