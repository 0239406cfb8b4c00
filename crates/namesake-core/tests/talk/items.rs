//! Checks the action items of a note: owner, day and text of the tasks that stand there once everything is accepted.

use std::collections::BTreeSet;

use namesake_core::config::Config;
use namesake_core::path::NotePath;
use namesake_core::plan::Query;
use namesake_core::task_rows::{Status, TaskQuery, TaskRow, tasks};
use namesake_core::vault::Vault;

use crate::Score;
use crate::case::Case;
use crate::common::{add, people, plan_of, vault_of};

/// The rules that make tasks of what a note says.
const RULES: [&str; 2] = ["action-item", "owner"];

/// How many words a task may have besides those expected and its owner's name: `to`, `will`, the day.
const BESIDES: usize = 5;

/// What is expected of a task.
struct Item {
    is_done: bool,
    owners: BTreeSet<String>,
    due: Option<String>,
    texts: Vec<String>,
}

/// Compares the tasks of the last note with those expected.
///
/// # Errors
/// A sentence, where a line of the case cannot be read.
pub fn check(case: &Case) -> Result<Score, String> {
    let expected: Vec<Item> = case.expected.iter().map(|line| item(line)).collect::<Result<_, _>>()?;
    let mut rows = accepted(case);
    let (mut right, mut missing) = (0, Vec::new());
    for item in &expected {
        match rows.iter().position(|row| is_as(row, item)) {
            Some(at) => {
                rows.remove(at);
                right += 1;
            }
            None => missing.push(format!("{:?} {:?} {:?}", item.owners, item.due, item.texts[0])),
        }
    }
    let is_whole = missing.is_empty() && rows.is_empty();
    let wrong = (!is_whole).then(|| {
        let shown: Vec<String> =
            rows.iter().map(|row| format!("{:?} {:?} “{}”", owners(row), row.due, row.description)).collect();
        format!("not there: {}; there: {}", missing.join(", "), shown.join(", "))
    });
    Ok(Score { right, expected: expected.len(), besides: rows.len(), wrong })
}

/// The tasks of the last note after everything was accepted.
fn accepted(case: &Case) -> Vec<TaskRow> {
    let names: Vec<&str> = case.people.iter().map(String::as_str).collect();
    let mut vault: Vault = vault_of(Config::default(), people(&names));
    add(&mut vault, case.notes.iter().map(|(path, text)| (path, text)));
    vault.settle();
    for _ in 0..2 {
        let query = Query { rules: Some(RULES.map(str::to_owned).into()), ..Query::default() };
        let plan = plan_of(&mut vault, query);
        for change in &plan.changes {
            vault.upsert(change.path.clone(), change.after.clone());
        }
        vault.settle();
    }
    let path = NotePath::new(case.notes[case.notes.len() - 1].0.as_str());
    tasks(&mut vault, &TaskQuery { path: Some(path), status: Some(Status::All), ..TaskQuery::default() })
}

/// Owners by the names of their notes, else `@` and the name as written.
fn owners(row: &TaskRow) -> BTreeSet<String> {
    let name = |written: &str| format!("@{}", written.trim_matches(|c: char| "@[]()*_: ".contains(c)));
    let of = |owner: &namesake_core::task_rows::TaskOwner| match &owner.path {
        Some(path) => path.stem().to_owned(),
        None => name(&owner.written),
    };
    row.owners.iter().map(of).collect()
}

fn is_as(row: &TaskRow, item: &Item) -> bool {
    let is_open = format!("{:?}", row.status) == "Todo";
    let theirs = owners(row);
    let names: BTreeSet<String> = theirs.iter().flat_map(|name| words(name)).collect();
    is_open != item.is_done
        && theirs == item.owners
        && row.due == item.due
        && item.texts.iter().any(|text| says(&row.description, text, &names))
}

/// Whether a task's words are the expected ones, in order, with few others between.
fn says(description: &str, text: &str, names: &BTreeSet<String>) -> bool {
    let mut besides = 0;
    let mut expected = words(text).into_iter().peekable();
    for word in words(description) {
        if expected.peek() == Some(&word) {
            expected.next();
        } else if !names.contains(&word) {
            besides += 1;
        }
    }
    expected.peek().is_none() && besides <= BESIDES
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// `OWNER | DUE | TEXT || ANOTHER TEXT`, behind `x ` if it is done.
fn item(line: &str) -> Result<Item, String> {
    let (is_done, rest) = line.strip_prefix("x ").map_or((false, line), |rest| (true, rest));
    let mut parts = rest.splitn(3, " | ").map(str::trim);
    let (Some(owner), Some(due), Some(text)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(format!("an item is `OWNER | DUE | TEXT`, not `{line}`"));
    };
    let owners = owner.split(" + ").filter(|owner| *owner != "-").map(str::to_owned).collect();
    let texts = text.split(" || ").map(|text| text.trim().to_owned()).collect();
    Ok(Item { is_done, owners, due: (due != "-").then(|| due.to_owned()), texts })
}
