//! `split`: makes two notes of one that holds two people; lists its parts with their sides and shows a diff, or writes
//! it with `--write`.

use std::collections::BTreeSet;
use std::io::Write;

use namesake_core::split::{self, Split, SplitPart, SplitRequest, SplitSide};

use super::fix;
use super::named_note::named_note;
use super::outcome::{Outcome, warn_of_broken_notes};
use crate::args::Split as Args;
use crate::diff;
use crate::error::Result;
use crate::output::{Output, count, one_line, visible};
use crate::vault_folder;

pub fn run(args: &Args, out: &mut Output) -> Result<Outcome> {
    let (folder, mut vault) = vault_folder::open(&args.folder, &[])?;
    warn_of_broken_notes(&vault);
    let note = named_note(&vault, &folder, &args.note)?;
    let mut request = SplitRequest { note, name: args.name.clone(), moved: None };
    let mut split = split::split(&mut vault, &request);
    if !args.moved.is_empty() || !args.kept.is_empty() {
        request.moved = Some(chosen(args, &split.parts));
        split = split::split(&mut vault, &request);
    }
    let outcome = Outcome::attention_if(!split.plan.left.is_empty()).max(Outcome::of_reading(&vault));
    if args.json {
        out.json_line(&split)?;
        return Ok(outcome);
    }
    list(&split, out)?;
    let title = format!("Split {}", request.note);
    let written = match args.write {
        true => fix::write(&folder, title, &split.plan, out)?,
        false => announce(&split, out)?,
    };
    Ok(written.max(outcome))
}

/// The numbers of the parts that move: those proposed and those of `--move`, without those of `--keep`.
fn chosen(args: &Args, parts: &[SplitPart]) -> BTreeSet<usize> {
    let proposed = parts.iter().filter(|part| part.proposed == SplitSide::Moves).map(|part| part.number);
    let all = proposed.chain(args.moved.iter().copied());
    all.filter(|number| !args.kept.contains(number)).collect()
}

/// Prints the signs, the parts with their numbers, and the diff.
fn list(split: &Split, out: &mut Output) -> Result<()> {
    for sign in &split.signs {
        writeln!(out, "{}", one_line(sign))?;
    }
    for side in [SplitSide::Stays, SplitSide::Moves] {
        let parts: Vec<&SplitPart> = split.parts.iter().filter(|part| part.side == side).collect();
        match side {
            _ if parts.is_empty() => continue,
            SplitSide::Stays => writeln!(out, "Stays:")?,
            SplitSide::Moves => writeln!(out, "Moves to {}:", one_line(&split.name))?,
        }
        for SplitPart { number, place, text, reason, .. } in parts {
            let text = visible(text).replace('\n', " ");
            let place = if place.is_empty() { String::new() } else { format!("{}: ", one_line(place)) };
            writeln!(out, "  {number}. {place}{text} ({})", one_line(reason))?;
        }
    }
    for change in &split.plan.changes {
        diff::change(out, change)?;
    }
    for left in &split.plan.left {
        writeln!(out, "not done: {}", one_line(&left.reason))?;
    }
    Ok(())
}

fn announce(split: &Split, out: &mut Output) -> Result<Outcome> {
    match (&split.path, split.plan.changes.len()) {
        (Some(path), notes @ 1..) => writeln!(
            out,
            "Dry run: {} would be made, and {} would change. Nothing was written; --write does it.",
            one_line(path.as_str()),
            count(notes - 1, "note", "notes")
        )?,
        _ => writeln!(out, "Nothing to change.")?,
    }
    Ok(Outcome::Done)
}
