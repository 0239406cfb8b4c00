//! `convert-tasks`: converts the fields of tasks to another format; shows a diff, or writes it with `--write`.

use std::collections::BTreeSet;
use std::io::Write;

use namesake_core::path::NotePath;
use namesake_core::plan;
use namesake_core::vault::Vault;

use super::fix;
use super::outcome::{Outcome, warn_of_broken_notes};
use crate::args::ConvertTasks;
use crate::diff;
use crate::error::{Error, Result};
use crate::nearest::{did_you_mean, nearest};
use crate::output::{Output, one_line};
use crate::vault_folder::{self, VaultFolder};
use crate::vault_path;

pub fn run(args: &ConvertTasks, out: &mut Output) -> Result<Outcome> {
    let (folder, vault) = vault_folder::open(&args.folder, &[])?;
    warn_of_broken_notes(&vault);
    let paths = (!args.paths.is_empty()).then(|| notes_at(&vault, &folder, &args.paths)).transpose()?;
    let plan = plan::convert_tasks(&vault, args.to.into(), paths.as_ref());
    for change in &plan.changes {
        diff::unified(out, &change.path, &change.before, &change.after)?;
    }
    for left in &plan.left {
        writeln!(out, "not done: {}", one_line(&left.reason))?;
    }
    let written = match args.write {
        true => fix::write(&folder, fix::title("Convert tasks of", &plan), &plan, out)?,
        false => fix::announce(&plan, ["task", "tasks"], out)?,
    };
    Ok(written.max(Outcome::attention_if(!plan.left.is_empty())).max(Outcome::of_reading(&vault)))
}

/// The notes at these paths and in these folders. A path that leads to no note is an error, since it is mistyped.
fn notes_at(vault: &Vault, folder: &VaultFolder, paths: &[String]) -> Result<BTreeSet<NotePath>> {
    let mut found = BTreeSet::new();
    for path in paths {
        let places = vault_path::places(folder, path);
        let notes = || vault.notes().map(|note| &note.path).chain(vault.unreadable().map(|(path, _)| path));
        let place = places.iter().find(|place| notes().any(|note| vault_path::is_at(note, place)));
        let place = place.ok_or_else(|| nothing_at(path, notes()))?;
        found.extend(notes().filter(|note| vault_path::is_at(note, place)).cloned());
    }
    Ok(found)
}

/// The error for a path that leads to no note, with the note or folder that is probably meant.
fn nothing_at<'n>(path: &str, notes: impl Iterator<Item = &'n NotePath>) -> Error {
    let known: BTreeSet<&str> = notes.flat_map(vault_path::with_folders).collect();
    Error::NothingAt { path: path.to_owned(), meant: did_you_mean(nearest(path, known)) }
}
