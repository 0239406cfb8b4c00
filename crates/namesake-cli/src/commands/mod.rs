//! The commands, one a file.

mod config;
mod convert_tasks;
mod fix;
mod merge;
mod normalize;
mod outcome;
mod parse_tasks;
mod resolve;
mod scan;
mod tasks;
mod undo;

use crate::args::Command;
use crate::error::Result;
use crate::output::Output;
pub use outcome::Outcome;

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
        Command::Config(args) => config::run(args, out),
        Command::Normalize(args) => normalize::run(args, std::io::stdin().lock(), out),
        Command::ParseTasks(args) => parse_tasks::run(args, std::io::stdin().lock(), out),
    }
}
