//! `convert-tasks`: converts the fields of tasks to another format; shows a diff, or writes it with `--write`.

use namesake_core::plan;
use std::io::Write;

use namesake_core::path::NotePath;
use namesake_core::vault::Vault;

use super::fix;
use super::outcome::{Outcome, warn_of_broken_notes};
use crate::args::ConvertTasks;
use crate::diff;
use crate::error::Result;
use crate::output::{Output, one_line};
use crate::vault_folder;

pub fn run(args: &ConvertTasks, out: &mut Output) -> Result<Outcome> {
    let (folder, vault) = vault_folder::open(&args.folder, &[])?;
    warn_of_broken_notes(&vault);
    let paths = (!args.paths.is_empty()).then(|| notes_at(&vault, &args.paths).collect());
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

/// The notes at these paths and in these folders.
fn notes_at<'v>(vault: &'v Vault, paths: &'v [String]) -> impl Iterator<Item = NotePath> + 'v {
    let is_meant = |note: &NotePath| {
        paths.iter().map(|path| path.trim_end_matches('/')).any(|path| note.as_str() == path || note.is_in(path))
    };
    vault.notes().map(|note| &note.path).filter(move |path| is_meant(path)).cloned()
}
