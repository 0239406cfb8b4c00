//! Writing a batch of changes and taking one back, note by note: the journal first, then the notes, each only where
//! its text is still the one that was read.

use namesake_core::journal::{self, JournalEntry};
use namesake_core::path::NotePath;
use namesake_core::plan::NoteChange;

use crate::disk::{self, Reason};
use crate::error::{Error, Result};
use crate::interrupt;
use crate::journal::{Batch, Journal, State};
use crate::output;
use crate::temporary_folder::{TemporaryFolder, remove_if_empty};
use crate::trash;
use crate::vault_folder::VaultFolder;

const NOT_WHOLE: &str = "another note could not be written, and only all of them together make sense; run again";
const NOT_BACK: &str = "the note that went cannot come back, and what it said would stand nowhere";
const NOT_HERE_ALONE: &str = "what it took over cannot be put back into the other note, and would stand nowhere";
const NO_NOTE: &str = "the note that it would lead to could not be made; run again";
const NO_LINK: &str = "the note that leads to it could not be written; run again";
const STOPPED: &str = "you stopped before it was its turn; run again for the rest";

/// The outcome for each note.
#[derive(Default)]
pub struct Report {
    /// Notes written.
    pub written: Vec<NotePath>,
    /// Notes that stay as they are.
    pub refused: Vec<(NotePath, Refusal)>,
}

/// Why a note stays as it is.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub struct Refusal {
    /// The reason in words.
    pub reason: String,
    /// Whether its file could not be read or written, as opposed to being left alone for safety.
    pub is_failure: bool,
}

impl From<Reason> for Refusal {
    fn from(reason: Reason) -> Self {
        Self { reason: reason.to_string(), is_failure: reason.is_failure() }
    }
}

impl From<journal::Refusal> for Refusal {
    fn from(refusal: journal::Refusal) -> Self {
        Self { reason: refusal.to_string(), is_failure: false }
    }
}

impl From<&str> for Refusal {
    fn from(reason: &str) -> Self {
        Self { reason: reason.to_owned(), is_failure: false }
    }
}

/// What becomes of one note.
type Written = std::result::Result<(), Refusal>;

/// The vault with the folder for notes on their way.
struct Writer<'f> {
    folder: &'f VaultFolder,
    temporary: TemporaryFolder,
}

/// Takes away what runs left that were killed, and Namesake's hidden folders if nothing is left in them.
pub fn clean(folder: &VaultFolder) -> Result<()> {
    let own = folder.own();
    folder.temporary()?.clean().map_err(Error::at(&own))?;
    Journal::of(folder).clean()?;
    remove_if_empty(&own).map_err(Error::at(own))
}

/// The same when notes have been written, which the user has to hear of also where this fails.
fn clean_at_end(folder: &VaultFolder) {
    if let Err(error) = clean(folder) {
        output::warn(&error);
    }
}

/// Writes `changes` as one batch; returns its id if anything was written.
pub fn write(folder: &VaultFolder, title: String, changes: &[NoteChange]) -> Result<(Report, Option<String>)> {
    clean(folder)?;
    let writer = Writer { folder, temporary: folder.temporary()? };
    interrupt::catch()?;
    let journal = Journal::of(folder);
    let mut batch = journal.begin(title, changes.iter().map(|change| change.entry.clone()).collect())?;
    let mut report = Report::default();
    let bar = output::progress(changes.len(), "notes written");
    // A note is removed last, when all that it says stands elsewhere; a new one may take over what another says.
    let divides = changes.iter().any(|change| change.entry.from.is_some());
    let whole = divides || changes.iter().any(|change| change.entry.gone);
    let mut left: Vec<&NoteChange> = Vec::new();
    for change in changes {
        bar.inc(1);
        let written = match () {
            () if whole && !left.is_empty() => Err(NOT_WHOLE.into()),
            () if left.iter().any(|new| is_for(new, change)) => Err(NO_NOTE.into()),
            () => writer.write(change),
        };
        match written {
            Ok(()) => report.written.push(change.path.clone()),
            Err(reason) => {
                report.refused.push((change.path.clone(), reason));
                left.push(change);
            }
        }
    }
    let none = divides && !left.is_empty();
    for change in changes.iter().rev().filter(|change| none || left.iter().any(|other| is_for(change, other))) {
        if report.written.contains(&change.path) && writer.take_back(&change.entry).is_ok() {
            report.written.retain(|path| *path != change.path);
            report.refused.push((change.path.clone(), if none { NOT_WHOLE } else { NO_LINK }.into()));
        }
    }
    bar.finish_and_clear();
    batch.entries.retain(|entry| report.written.contains(&entry.path));
    batch.state = State::Written;
    journal.keep(&batch)?;
    clean_at_end(folder);
    let id = (!batch.entries.is_empty()).then_some(batch.id);
    Ok((report, id))
}

/// Whether `new` is made for a link in `change`: neither is written without the other.
fn is_for(new: &NoteChange, change: &NoteChange) -> bool {
    new.entry.came && new.path != change.path && change.findings.iter().any(|id| new.findings.contains(id))
}

/// Takes `batch` back. Changes that cannot be taken back stay in the journal.
pub fn take_back(folder: &VaultFolder, journal: &Journal, mut batch: Batch) -> Result<Report> {
    let writer = Writer { folder, temporary: folder.temporary()? };
    interrupt::catch()?;
    let mut report = Report::default();
    let mut kept = Vec::new();
    let mut is_missing = false;
    // The last change of a note is taken back first.
    for entry in batch.entries.drain(..).rev() {
        let is_kept = |from: &NotePath| kept.iter().any(|other: &JournalEntry| other.path == *from);
        let hindrance = match () {
            () if is_missing => Some(NOT_BACK),
            () if entry.from.as_ref().is_some_and(is_kept) => Some(NOT_HERE_ALONE),
            () => interrupt::stopped().then_some(STOPPED),
        };
        match hindrance.map_or_else(|| writer.take_back(&entry), |reason| Err(reason.into())) {
            Ok(()) => report.written.push(entry.path),
            Err(reason) => {
                is_missing |= entry.gone;
                report.refused.push((entry.path.clone(), reason));
                kept.insert(0, entry);
            }
        }
    }
    batch.entries = kept;
    journal.keep(&batch)?;
    clean_at_end(folder);
    report.written.sort();
    report.refused.sort();
    Ok(report)
}

impl Writer<'_> {
    fn write(&self, change: &NoteChange) -> Written {
        if interrupt::stopped() {
            return Err(STOPPED.into());
        }
        let Self { folder, temporary } = self;
        match () {
            () if change.entry.came => {
                folder.way(&change.path).and_then(|place| disk::create_text(temporary, &place, &change.after))
            }
            () if change.entry.gone => {
                folder.place(&change.path).and_then(|place| trash::put(&folder.trash()?, &place, &change.before))
            }
            () => folder
                .place(&change.path)
                .and_then(|place| disk::replace_text(temporary, &place, &change.before, &change.after)),
        }?;
        Ok(())
    }

    fn take_back(&self, entry: &JournalEntry) -> Written {
        let Self { folder, temporary } = self;
        let place = folder.way(&entry.path)?;
        if entry.came && !place.exists() {
            return Ok(());
        }
        if entry.gone && !place.exists() {
            let text = entry.recover()?;
            return Ok(trash::take_back(temporary, &folder.trash()?, &place, &text)?);
        }
        let current = disk::read_text(&place, usize::MAX)?;
        let before = entry.revert(&current)?;
        if entry.came {
            return Ok(trash::put(&folder.trash()?, &place, &current)?);
        }
        // An earlier run was interrupted before it changed this note, or when the note was back and its copy in the trash too.
        if before == current {
            // Where the trash is no folder of the vault, nothing was put into it.
            if entry.gone
                && let Ok(trash) = folder.trash()
            {
                trash::drop_copy(&trash, &place, &before)?;
            }
            return Ok(());
        }
        Ok(disk::replace_text(temporary, &place, &current, &before)?)
    }
}
