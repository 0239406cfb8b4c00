//! `tasks`: the tasks of all notes, as a table or as JSON lines, in the order of notes or grouped.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use jiff::civil::Date;
use jiff::{SignedDuration, Zoned};
use namesake_core::finding::Tier;
use namesake_core::heard_tasks::heard_tasks;
use namesake_core::task_rows::{Status, TaskOwner, TaskQuery, TaskRow, tasks};
use namesake_core::vault::{Context, Vault};
use unicode_width::UnicodeWidthStr;

use super::outcome::{Outcome, warn_of_broken_notes};
use crate::args::{By, OnlyOpen, Tasks};
use crate::error::Result;
use crate::output::{self, Output, TITLE, count, one_line, visible};
use crate::vault_folder::{self, VaultFolder};
use crate::vault_path;

const HEAD: [&str; 5] = ["due", "status", "owner", "task", "where"];

/// Tasks under a title; if they are in the order of notes, there is no title.
struct Group<'r> {
    title: Option<String>,
    rows: Vec<&'r TaskRow>,
}

pub fn run(args: &Tasks, out: &mut Output) -> Result<Outcome> {
    let (folder, mut vault) = vault_folder::open(&args.folder, &[])?;
    warn_of_broken_notes(&vault);
    vault.settle();
    if args.heard {
        return heard(args, &mut vault, out);
    }
    let asked = args.owner.as_ref().or(args.waiting_on.as_ref());
    let owner = asked.map(|name| owner_called(&vault, &folder, name));
    let today = args.today.as_ref().and_then(|day| day.parse().ok()).unwrap_or_else(|| Zoned::now().date());
    let rows = tasks(&mut vault, &query(args, owner, today));
    let groups = match args.by {
        Some(by) => grouped(&rows, by, today),
        None => vec![Group { title: None, rows: rows.iter().collect() }],
    };
    if args.json {
        let mut printed = BTreeSet::new();
        for row in groups.iter().flat_map(|group| &group.rows) {
            // A task with two owners is in two groups.
            if printed.insert((&row.path, row.line)) {
                out.json_line(row)?;
            }
        }
    } else {
        print_table(&groups, out)?;
        writeln!(out, "{}", count(rows.len(), "task", "tasks"))?;
    }
    Ok(Outcome::of_reading(&vault))
}

/// What is heard in transcripts: a line each, with who said it, when and how certain it is.
fn heard(args: &Tasks, vault: &mut Vault, out: &mut Output) -> Result<Outcome> {
    let rows = heard_tasks(vault, vault.config().settings.heard);
    for row in &rows {
        if args.json {
            out.json_line(row)?;
            continue;
        }
        let said = [row.speaker.as_deref().unwrap_or("Somebody"), row.time.as_deref().unwrap_or_default()].join(" ");
        let line = format!("{:.2}  {}  {}: {}  ({})", row.p, row.path, said.trim_end(), row.task, row.words);
        writeln!(out, "{}", one_line(&visible(&line)))?;
    }
    if !args.json {
        writeln!(out, "{}", count(rows.len(), "task heard", "tasks heard"))?;
    }
    Ok(Outcome::of_reading(vault))
}

/// The owner as the vault knows them. Says whom the name is taken for where that is not certain.
fn owner_called(vault: &Vault, folder: &VaultFolder, name: &str) -> String {
    let places = vault_path::places(folder, name);
    if let Some(note) = places.into_iter().find(|place| vault.linked(place).is_some()) {
        return note;
    }
    let answer = vault.resolve(name, &Context::default());
    match &answer.best {
        Some(path) if answer.tier != Some(Tier::Auto) => {
            output::warn(&format_args!("“{name}” is taken for {path}; give the path of the note to be sure"));
        }
        None => output::warn(&format_args!(
            "nobody in the vault is certainly “{name}”: only tasks whose owner is written so are listed"
        )),
        Some(_) => {}
    }
    name.to_owned()
}

fn query(args: &Tasks, owner: Option<String>, today: Date) -> TaskQuery {
    let &OnlyOpen { open, overdue, waiting } = &args.only;
    let is_open = open || overdue || waiting || args.waiting_on.is_some();
    let status = if is_open { Some(Status::Open) } else { args.status.map(Into::into) };
    let before_today = overdue.then(|| today.to_string());
    TaskQuery { owner, status, others: waiting, due_before: args.due_before.clone().or(before_today), path: None }
}

/// The tasks by owner or due date; within a group by due date, then as their notes come.
fn grouped(rows: &[TaskRow], by: By, today: Date) -> Vec<Group<'_>> {
    let mut groups: BTreeMap<(usize, String), Vec<&TaskRow>> = BTreeMap::new();
    for row in rows {
        let keys = match by {
            By::Owner => owner_keys(row),
            By::Due => BTreeSet::from([due_key(row, today)]),
        };
        for key in keys {
            groups.entry(key).or_default().push(row);
        }
    }
    let mut titled = Vec::new();
    for ((_, title), mut rows) in groups {
        rows.sort_by_key(|row| (row.due.is_none(), row.due.clone()));
        titled.push(Group { title: Some(title), rows });
    }
    titled
}

/// The place in the order of groups and the title, for every owner.
fn owner_keys(row: &TaskRow) -> BTreeSet<(usize, String)> {
    let owners: BTreeSet<_> = row.owners.iter().map(|found| (0, owner(found).to_owned())).collect();
    if owners.is_empty() { BTreeSet::from([(1, "Nobody".to_owned())]) } else { owners }
}

fn due_key(row: &TaskRow, today: Date) -> (usize, String) {
    const TITLES: [&str; 7] = ["Overdue", "Today", "Next 7 days", "Later", "No due date", "No such day", "Done"];
    let due: Option<Date> = row.due.as_ref().and_then(|due| due.parse().ok());
    let week = today.saturating_add(SignedDuration::from_hours(7 * 24));
    let place = match due {
        _ if row.status.is_closed() => 6,
        Some(due) if due < today => 0,
        Some(due) if due == today => 1,
        Some(due) if due <= week => 2,
        Some(_) => 3,
        None if row.due.is_none() => 4,
        None => 5,
    };
    (place, TITLES[place].to_owned())
}

fn print_table(groups: &[Group], out: &mut Output) -> io::Result<()> {
    let lines: Vec<Vec<[String; 5]>> =
        groups.iter().map(|group| group.rows.iter().map(|row| cells(row)).collect()).collect();
    let width = |column: usize| {
        let cells = lines.iter().flatten().map(|cells| cells[column].width());
        cells.chain([HEAD[column].width()]).max().unwrap_or_default()
    };
    let widths: [usize; 5] = std::array::from_fn(width);
    if lines.iter().any(|lines| !lines.is_empty()) {
        let head = out.styled(TITLE, aligned(&HEAD.map(str::to_owned), &widths));
        writeln!(out, "{head}")?;
    }
    for (group, lines) in groups.iter().zip(&lines) {
        if let Some(title) = &group.title {
            let title = out.styled(TITLE, format_args!("{} ({})", one_line(title), lines.len()));
            writeln!(out, "\n{title}")?;
        }
        for cells in lines {
            writeln!(out, "{}", aligned(cells, &widths))?;
        }
    }
    Ok(())
}

fn cells(row: &TaskRow) -> [String; 5] {
    let owners: Vec<&str> = row.owners.iter().map(owner).collect();
    let status = format!("{:?}", row.status).to_lowercase();
    let cells = [
        row.due.clone().unwrap_or_default(),
        status,
        owners.join(", "),
        row.description.clone(),
        one_line(&format!("{}:{}", row.path, row.line)).into_owned(),
    ];
    cells.map(|cell| visible(&cell).replace(['\n', '\t'], " "))
}

/// The person meant, or the name as written if nobody is certain.
fn owner(owner: &TaskOwner) -> &str {
    owner.path.as_ref().map_or(&owner.written, |path| path.stem())
}

/// Cells aligned by terminal columns; the last one has no fixed width.
fn aligned(cells: &[String; 5], widths: &[usize; 5]) -> String {
    let mut line = String::new();
    for (cell, width) in cells.iter().zip(widths) {
        line += cell;
        line.extend(std::iter::repeat_n(' ', width - cell.width() + 2));
    }
    line.trim_end().to_owned()
}
