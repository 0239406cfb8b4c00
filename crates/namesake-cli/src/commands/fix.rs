//! `fix`: shows the repairs as a diff, or writes them with `--write`.

use std::io::{self, Write};

use namesake_core::finding::Tier;
use namesake_core::plan::{self, Choice, LeftOut, Plan, PlanRequest, Query};
use namesake_core::questions::{Question, queue};
use namesake_core::vault::Vault;

use super::outcome::{Outcome, warn_of_broken_notes};
use crate::args::Fix;
use crate::batch;
use crate::diff;
use crate::error::Result;
use crate::output::{Output, count, one_line};
use crate::vault_folder::{self, VaultFolder};

pub fn run(args: &Fix, out: &mut Output) -> Result<Outcome> {
    let (folder, mut vault) = vault_folder::open(&args.folder, &args.rules)?;
    warn_of_broken_notes(&vault);
    let mut plan = plan(args, &mut vault);
    for change in &plan.changes {
        diff::change(out, change)?;
    }
    let left = std::mem::take(&mut plan.left);
    for LeftOut { id, reason } in &left {
        writeln!(out, "not done: {}: {}", one_line(id), one_line(reason))?;
    }
    let written = match args.write {
        true => write(&folder, title("Fix", &plan), &plan, out)?,
        false => announce(&plan, ["finding", "findings"], out)?,
    };
    Ok(written.max(Outcome::attention_if(!left.is_empty())).max(Outcome::of_reading(&vault)))
}

fn plan(args: &Fix, vault: &mut Vault) -> Plan {
    let some = |list: &[String]| (!list.is_empty()).then(|| list.iter().cloned().collect());
    let query = Query { rules: some(&args.rules), tier: args.tier.map(Into::into), ids: None, paths: None };
    if args.ids.is_empty() && args.questions.is_empty() {
        let tier = query.tier.or(Some(Tier::Auto));
        return plan::plan(vault, &PlanRequest::Query { query: Query { tier, ..query } });
    }
    let choice =
        |id, path| Choice { id, path, fix: usize::from(args.choice) - 1, text: None, without: Vec::new(), seen: None };
    let (ids, questions) = (args.ids.as_slice(), args.questions.as_slice());
    let only = Query { ids: some(ids).filter(|_| questions.is_empty()), ..query };
    let found = plan::findings(vault, &only);
    let asked = if questions.is_empty() { Vec::new() } else { queue(vault, &found).questions };
    let asked: Vec<Question> = asked.into_iter().filter(|question| questions.contains(&question.id)).collect();
    let mut choices: Vec<Choice> = Vec::new();
    for question in &asked {
        choices.extend(question.places.iter().map(|place| choice(place.finding.clone(), place.path.clone())));
    }
    let single = found.into_iter().filter(|finding| ids.contains(&finding.id));
    choices.extend(single.map(|finding| choice(finding.id, finding.path)));
    let gone = |id: &String, what: &str, shown: &str| LeftOut {
        id: id.clone(),
        reason: format!("there is no such {what} (any more); see what `namesake {shown}` shows"),
    };
    let is_gone = |id: &&String| !choices.iter().any(|choice| choice.id == **id);
    let is_answered = |id: &&String| !asked.iter().any(|question| question.id == **id);
    let mut unknown: Vec<LeftOut> = ids.iter().filter(is_gone).map(|id| gone(id, "finding", "scan")).collect();
    unknown.extend(questions.iter().filter(is_answered).map(|id| gone(id, "question", "scan --questions")));
    let mut plan = plan::plan(vault, &PlanRequest::Choices { choices, alias: None });
    plan.left.extend(unknown);
    plan
}

/// Says what would be written. `of` is the word for one and for several of what is counted.
pub(super) fn announce(plan: &Plan, of: [&str; 2], out: &mut Output) -> io::Result<Outcome> {
    if plan.changes.is_empty() {
        writeln!(out, "Nothing to change.")?;
        return Ok(Outcome::Done);
    }
    let changed = count(plan.changes.len(), "note", "notes");
    let settled = count(settled_count(plan), of[0], of[1]);
    writeln!(out, "Dry run: {changed} would change ({settled}). Nothing was written; --write does it.")?;
    Ok(Outcome::Done)
}

/// The title of a batch that changes so many notes.
pub(super) fn title(done: &str, plan: &Plan) -> String {
    format!("{done} {}", count(plan.changes.len(), "note", "notes"))
}

/// Writes the plan as a batch of that title.
pub(super) fn write(folder: &VaultFolder, title: String, plan: &Plan, out: &mut Output) -> Result<Outcome> {
    if plan.changes.is_empty() {
        writeln!(out, "Nothing to change.")?;
        return Ok(Outcome::Done);
    }
    // The user sees the changes before they are written, also if writing fails.
    out.flush()?;
    let (report, id) = batch::write(folder, title, &plan.changes)?;
    for (path, refusal) in &report.refused {
        writeln!(out, "not written: {}: {}", one_line(path.as_str()), one_line(&refusal.reason))?;
    }
    let written = count(report.written.len(), "note", "notes");
    match id {
        Some(id) => writeln!(out, "{written} changed. `namesake undo` takes it back (batch {id}).")?,
        None => writeln!(out, "{written} changed.")?,
    }
    Ok(Outcome::of_writing(&report))
}

fn settled_count(plan: &Plan) -> usize {
    let mut ids: Vec<&String> = plan.changes.iter().flat_map(|change| &change.findings).collect();
    ids.sort();
    ids.dedup();
    ids.len()
}
