//! The commands, one a file.

mod about;
mod config;
mod convert_tasks;
mod fix;
mod glossary;
mod merge;
mod named_note;
mod normalize;
mod outcome;
mod parse_tasks;
mod questions;
mod resolve;
mod scan;
mod split;
mod tasks;
mod turns;
mod undo;

use std::io::{IsTerminal, StdinLock, stdin};

use crate::args::Command;
use crate::error::Result;
use crate::output::{self, Output};
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
        Command::Split(args) => split::run(args, out),
        Command::Resolve(args) => resolve::run(args, standard_input(), out),
        Command::About(args) => about::run(args, out),
        Command::Glossary(args) => glossary::run(args, out),
        Command::Turns(args) => turns::run(args, out),
        Command::Config(args) => config::run(args, out),
        Command::Normalize(args) => normalize::run(args, standard_input(), out),
        Command::ParseTasks(args) => parse_tasks::run(args, standard_input(), out),
    }
}

/// What somebody types or another program pipes in. A command that waits for somebody to type says so.
fn standard_input() -> StdinLock<'static> {
    if stdin().is_terminal() {
        output::warn(&"this reads standard input: type, and end with Ctrl-D (Ctrl-Z on Windows), or use a pipe");
    }
    stdin().lock()
}
