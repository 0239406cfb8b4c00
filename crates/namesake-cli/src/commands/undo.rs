//! `undo`: takes a batch back, note by note, and says what it left alone.

use std::io::Write;

use super::outcome::Outcome;
use crate::args::Undo;
use crate::batch;
use crate::error::Result;
use crate::journal::{Journal, State};
use crate::output::{Output, count, one_line};
use crate::vault_folder::VaultFolder;

pub fn run(args: &Undo, out: &mut Output) -> Result<Outcome> {
    let folder = VaultFolder::open(&args.vault)?;
    batch::clean(&folder)?;
    let journal = Journal::of(&folder);
    let batch = match &args.batch {
        Some(id) => Some(journal.find(id)?).filter(|batch| batch.state != State::Undone),
        None => journal.newest()?,
    };
    let Some(batch) = batch else {
        writeln!(out, "Nothing to undo.")?;
        return Ok(Outcome::Done);
    };
    let (id, title) = (one_line(&batch.id).into_owned(), one_line(&batch.title).into_owned());
    let report = batch::take_back(&folder, &journal, batch)?;
    for path in &report.written {
        writeln!(out, "undone: {}", one_line(path.as_str()))?;
    }
    for (path, refusal) in &report.refused {
        writeln!(out, "not undone: {}: {}", one_line(path.as_str()), one_line(&refusal.reason))?;
    }
    let notes = count(report.written.len(), "note", "notes");
    writeln!(out, "{notes} put back to before “{title}” (batch {id}).")?;
    if !report.refused.is_empty() {
        let kept = count(report.refused.len(), "note", "notes");
        writeln!(out, "The journal keeps {kept}; an older batch is taken back with --batch.")?;
    }
    Ok(Outcome::of_writing(&report))
}
