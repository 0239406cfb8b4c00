//! Task rows as JSON. A list of all tasks is by far the largest answer, and JavaScript reads one text several times
//! faster than it takes in objects member by member. What is absent is left out; every value is written with a comma
//! behind it.

use std::fmt::Write;

use namesake_core::tasks::StatusKind;
use namesake_core::vault::{TaskOwner, TaskRow};

/// The rows as a JSON list.
pub fn json(rows: &[TaskRow]) -> String {
    let mut out = String::from("[");
    for row in rows {
        push_row(&mut out, row);
    }
    close(&mut out, ']');
    out.pop();
    out
}

fn push_row(out: &mut String, row: &TaskRow) {
    out.push('{');
    text(out, "path", row.path.as_str());
    member(out, "line");
    number(out, row.line);
    text(out, "raw", &row.raw);
    text(out, "status", status(row.status));
    text(out, "description", &row.description);
    member(out, "owners");
    out.push('[');
    for owner in &row.owners {
        push_owner(out, owner);
    }
    close(out, ']');
    text(out, "priority", &row.priority);
    let texts = [
        ("due", &row.due),
        ("scheduled", &row.scheduled),
        ("start", &row.start),
        ("created", &row.created),
        ("done", &row.done),
        ("cancelled", &row.cancelled),
        ("recurrence", &row.recurrence),
        ("id", &row.id),
        ("block", &row.block),
    ];
    for (name, value) in texts {
        if let Some(value) = value {
            text(out, name, value);
        }
    }
    for (name, words) in [("dependsOn", &row.depends_on), ("tags", &row.tags)] {
        member(out, name);
        out.push('[');
        for word in words {
            string(out, word);
        }
        close(out, ']');
    }
    close(out, '}');
}

fn push_owner(out: &mut String, owner: &TaskOwner) {
    out.push('{');
    text(out, "written", &owner.written);
    if let Some(path) = &owner.path {
        text(out, "path", path.as_str());
    }
    member(out, "p");
    probability(out, owner.p);
    close(out, '}');
}

/// To 15 decimals, more than a likelihood is worth. Written by hand: the standard library's way weighs 10 kB.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 1, so at most ten to the 15th")]
fn probability(out: &mut String, p: f64) {
    const UNITS: u64 = 1_000_000_000_000_000;
    let units = (p.clamp(0.0, 1.0) * 1e15) as u64;
    out.push_str(if units < UNITS { "0." } else { "1." });
    let mut place = UNITS / 10;
    while place > 0 {
        out.push(char::from(b'0' + (units / place % 10) as u8));
        place /= 10;
    }
    out.push(',');
}

const fn status(kind: StatusKind) -> &'static str {
    match kind {
        StatusKind::Todo => "TODO",
        StatusKind::Done => "DONE",
        StatusKind::InProgress => "IN_PROGRESS",
        StatusKind::OnHold => "ON_HOLD",
        StatusKind::Cancelled => "CANCELLED",
        StatusKind::NonTask => "NON_TASK",
    }
}

fn text(out: &mut String, name: &str, value: &str) {
    member(out, name);
    string(out, value);
}

fn member(out: &mut String, name: &str) {
    out.push('"');
    out.push_str(name);
    out.push_str("\":");
}

fn number(out: &mut String, value: usize) {
    // Writing to a string never fails.
    let _ = write!(out, "{value},");
}

fn string(out: &mut String, value: &str) {
    out.push('"');
    let mut plain = 0;
    for (at, byte) in value.bytes().enumerate() {
        if byte >= b' ' && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.push_str(&value[plain..at]);
        let _ = write!(out, "\\u{byte:04x}");
        plain = at + 1;
    }
    out.push_str(&value[plain..]);
    out.push_str("\",");
}

/// Ends a list or an object, what is last in it without its comma.
fn close(out: &mut String, bracket: char) {
    if out.ends_with(',') {
        out.pop();
    }
    out.push(bracket);
    out.push(',');
}
