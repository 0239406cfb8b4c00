//! `merge`: makes one note of two about one person; shows it as a diff, or writes it with `--write`.

use std::io::Write;

use namesake_core::merge::{self, MergeRequest, MergedProperty};
use namesake_core::plan::Plan;

use super::fix;
use super::named_note::named_note;
use super::outcome::{Outcome, warn_of_broken_notes};
use crate::args::Merge;
use crate::diff;
use crate::error::Result;
use crate::output::{Output, count, one_line, visible};
use crate::vault_folder;

pub fn run(args: &Merge, out: &mut Output) -> Result<Outcome> {
    let (folder, mut vault) = vault_folder::open(&args.folder, &[])?;
    warn_of_broken_notes(&vault);
    let note = |name: &str| named_note(&vault, &folder, name);
    let (winner, loser) = (note(&args.winner)?, note(&args.loser)?);
    let title = format!("Merge {loser} into {winner}");
    let request = MergeRequest { winner, loser, take: args.take.iter().cloned().collect() };
    let merge = merge::merge(&mut vault, &request);
    for change in &merge.plan.changes {
        diff::change(out, change)?;
    }
    for property in merge.properties.iter().filter(|property| property.differs) {
        tell(property, &request, out)?;
    }
    for left in &merge.plan.left {
        writeln!(out, "not done: {}", one_line(&left.reason))?;
    }
    let written = match args.write {
        true => fix::write(&folder, title, &merge.plan, out)?,
        false => announce(&merge.plan, &request, out)?,
    };
    Ok(written.max(Outcome::attention_if(!merge.plan.left.is_empty())).max(Outcome::of_reading(&vault)))
}

/// Says which of two values is kept, and how to keep the other.
fn tell(property: &MergedProperty, request: &MergeRequest, out: &mut Output) -> Result<()> {
    let MergedProperty { key, winner, loser, .. } = property;
    let (key, shown) =
        (one_line(key), |value: &Option<String>| visible(value.as_deref().unwrap_or_default()).replace('\n', " "));
    let (kept, other) = match request.take.contains(&property.key) {
        true => (shown(loser), shown(winner)),
        false => (shown(winner), shown(loser)),
    };
    writeln!(out, "{key}: {kept} is kept; {other} goes into the body, or among the aliases if it is a name.")?;
    if !request.take.contains(&property.key) {
        writeln!(out, "  --take {} does it the other way round.", quoted(&key))?;
    }
    Ok(())
}

/// `word` as a shell takes it for one argument.
fn quoted(word: &str) -> String {
    match word.chars().all(|c| c.is_alphanumeric() || "_-.".contains(c)) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', r"'\''")),
    }
}

fn announce(plan: &Plan, request: &MergeRequest, out: &mut Output) -> Result<Outcome> {
    let changed = count(plan.changes.len().saturating_sub(1), "note", "notes");
    let loser = one_line(request.loser.as_str());
    match plan.changes.is_empty() {
        true => writeln!(out, "Nothing to change.")?,
        false => writeln!(
            out,
            "Dry run: {changed} would change, and {loser} goes to the trash. Nothing was written; --write does it."
        )?,
    }
    Ok(Outcome::Done)
}
