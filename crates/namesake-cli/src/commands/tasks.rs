//! `tasks`: the tasks of all notes, as a table or as JSON lines.

use std::io::{self, Write};

use namesake_core::vault::{TaskOwner, TaskQuery, TaskRow};
use unicode_width::UnicodeWidthStr;

use super::{Outcome, warn_of_broken_notes};
use crate::args::Tasks;
use crate::error::Result;
use crate::output::{Output, TITLE, count, visible};
use crate::vault_folder;

const HEAD: [&str; 5] = ["due", "status", "owner", "task", "where"];

pub fn run(args: &Tasks, out: &mut Output) -> Result<Outcome> {
    let (_, mut vault) = vault_folder::open(&args.folder, &[])?;
    warn_of_broken_notes(&vault);
    let rows = vault.tasks(&TaskQuery {
        owner: args.owner.clone(),
        status: Some(args.status.into()),
        due_before: args.due_before.clone(),
        path: None,
    });
    if args.json {
        for row in &rows {
            out.json_line(row)?;
        }
    } else {
        print_table(&rows, out)?;
    }
    Ok(Outcome::Done)
}

fn print_table(rows: &[TaskRow], out: &mut Output) -> io::Result<()> {
    let lines: Vec<[String; 5]> = rows.iter().map(cells).collect();
    let width = |column: usize| {
        let cells = lines.iter().map(|cells| cells[column].width());
        cells.chain([HEAD[column].width()]).max().unwrap_or_default()
    };
    let widths: [usize; 5] = std::array::from_fn(width);
    if !lines.is_empty() {
        let head = out.styled(TITLE, aligned(&HEAD.map(str::to_owned), &widths));
        writeln!(out, "{head}")?;
    }
    for cells in &lines {
        writeln!(out, "{}", aligned(cells, &widths))?;
    }
    writeln!(out, "{}", count(rows.len(), "task", "tasks"))
}

fn cells(row: &TaskRow) -> [String; 5] {
    let owners: Vec<&str> = row.owners.iter().map(owner).collect();
    let status = format!("{:?}", row.status).to_lowercase();
    let cells = [
        row.due.clone().unwrap_or_default(),
        status,
        owners.join(", "),
        row.description.clone(),
        format!("{}:{}", row.path, row.line),
    ];
    cells.map(|cell| visible(&cell).replace(['\n', '\t'], " "))
}

/// The person meant, or the name as written where nobody certain is.
fn owner(owner: &TaskOwner) -> &str {
    owner.path.as_ref().map_or(&owner.written, |path| path.stem())
}

/// Cells under one another, counted in columns of a terminal; the last one runs on.
fn aligned(cells: &[String; 5], widths: &[usize; 5]) -> String {
    let mut line = String::new();
    for (cell, width) in cells.iter().zip(widths) {
        line += cell;
        line.extend(std::iter::repeat_n(' ', width - cell.width() + 2));
    }
    line.trim_end().to_owned()
}
