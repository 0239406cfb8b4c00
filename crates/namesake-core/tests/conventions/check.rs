//! Checks one case against the core: whom the meeting reaches, what is written, and what is left alone.

use std::collections::BTreeMap;

use libtest_mimic::Failed;
use namesake_core::finding::Tier;
use namesake_core::note::Kind;
use namesake_core::plan::Query;
use namesake_core::rules;
use namesake_core::vault::Vault;

use crate::case::{self, Case};
use crate::common::{plan_of, vault_of};

type Notes = BTreeMap<String, String>;

/// Checks `case`.
///
/// # Errors
/// The first thing that is not as the case says, as a sentence.
pub fn check(case: &Case) -> Result<(), String> {
    let before: Notes = case.notes.iter().cloned().collect();
    let mut vault = vault_of(case.config.clone(), &before);
    vault.settle();
    paths_are_there(case, &before)?;
    left_alone(case, &vault)?;
    if !case.expected.silent {
        reached(case, &vault)?;
    }
    let after = taught(&mut vault, &before);
    if case.expected.silent {
        if let Some((path, line)) = after.iter().find_map(|(path, text)| Some((path, new_line(text, &before[path])?))) {
            return Err(format!("“{line}” is written into {path}."));
        }
    } else {
        written(case, &before, &after)?;
    }
    untouched(case, &before, &mut vault, &after)
}

fn people(case: &Case) -> Vec<&str> {
    match case.expected.people.as_slice() {
        [] => vec![&case.notes[0].0],
        people => people.iter().map(String::as_str).collect(),
    }
}

fn meeting(case: &Case) -> &str {
    case.expected.meeting.as_deref().unwrap_or_else(|| &case.notes[case.notes.len() - 1].0)
}

fn day(case: &Case) -> &str {
    case.expected.day.as_deref().unwrap_or("2025-10-31")
}

fn paths_are_there(case: &Case, notes: &Notes) -> Result<(), String> {
    let said = &case.expected;
    let listed = [&said.not_people, &said.not_meetings, &said.not_there, &said.untouched].into_iter().flatten();
    let mut all = listed.map(String::as_str).chain(people(case)).chain([meeting(case)]);
    match all.find(|path| !notes.contains_key(*path)) {
        Some(path) => Err(format!("The case has no note {path}.")),
        None => Ok(()),
    }
}

/// What is no person, no meeting, and who was not there.
fn left_alone(case: &Case, vault: &Vault) -> Result<(), String> {
    let is = |path: &String, kind| vault.note(&path.as_str().into()).is_some_and(|note| note.kind == kind);
    let said = &case.expected;
    if let Some(path) = said.not_people.iter().find(|path| is(path, Kind::Person)) {
        return Err(format!("{path} is taken for a person."));
    }
    if let Some(path) = said.not_meetings.iter().find(|path| is(path, Kind::Meeting)) {
        return Err(format!("{path} is taken for a meeting."));
    }
    let was_there =
        |path: &&String| vault.meetings_of(&path.as_str().into()).any(|other| other == &meeting(case).into());
    match said.not_there.iter().find(was_there) {
        Some(path) => Err(format!("{path} is said to have been there.")),
        None => Ok(()),
    }
}

/// The person is one, the meeting is one, on its day, and the person took part.
fn reached(case: &Case, vault: &Vault) -> Result<(), String> {
    let path = meeting(case).into();
    let kind = vault.note(&path).map(|note| note.kind);
    for person in people(case) {
        let person = person.into();
        if !vault.is_person(&person) {
            return Err(format!("{person} is not taken for a person."));
        }
        if kind != Some(Kind::Meeting) {
            return Err(format!("{path} is not taken for a meeting."));
        }
        if !vault.meetings_of(&person).any(|other| *other == path) {
            let read: Vec<&str> = vault.attendees(&path).iter().map(|attendee| attendee.written.as_str()).collect();
            return Err(format!("{person} did not take part; those read are {read:?}."));
        }
    }
    match vault.meeting_day(&path) {
        Some(read) if read == day(case) => Ok(()),
        read => Err(format!("The day is {}, not {}.", read.unwrap_or("unknown"), day(case))),
    }
}

/// The notes once everything was accepted that carries something from one note into another.
fn taught(vault: &mut Vault, before: &Notes) -> Notes {
    let teaching = rules::ALL.iter().filter(|rule| rule.teaches).map(|rule| rule.name.to_owned());
    let plan = plan_of(vault, Query { rules: Some(teaching.collect()), ..Query::default() });
    let mut after = before.clone();
    after.extend(plan.changes.into_iter().map(|change| (change.path.to_string(), change.after)));
    after
}

/// Each person's note has a line with the day, under its heading if the case names one, and nobody is said to have been
/// only mentioned.
fn written(case: &Case, before: &Notes, after: &Notes) -> Result<(), String> {
    for (at, person) in people(case).into_iter().enumerate() {
        let (old, text) = (&before[person], &after[person]);
        let new = || text.lines().filter(|line| !old.lines().any(|known| known == *line));
        if let Some(line) = new().find(|line| line.contains("(mentioned)")) {
            return Err(format!("{person} was there, yet “{line}” is written."));
        }
        let is_told = |line: &&str| line.contains(day(case)) && !line.starts_with("last_contact");
        let headings: Vec<&str> = new().filter(is_told).map(|line| heading_above(text, line)).collect();
        if headings.is_empty() {
            return Err(format!("No line of {} is written into {person}.", day(case)));
        }
        let under = case.expected.under.as_deref().filter(|_| at == 0);
        if under.is_some_and(|under| !headings.contains(&under)) {
            return Err(format!("The line stands under {headings:?}, not “{}”.", under.unwrap_or_default()));
        }
    }
    Ok(())
}

/// The words of the last heading above `line`.
fn heading_above<'t>(text: &'t str, line: &str) -> &'t str {
    let above = text.lines().take_while(|other| *other != line);
    above.filter(|line| line.starts_with('#')).last().unwrap_or_default().trim_start_matches('#').trim()
}

/// The first line of `text` that `old` does not have.
fn new_line<'t>(text: &'t str, old: &str) -> Option<&'t str> {
    text.lines().find(|line| !old.lines().any(|known| known == *line))
}

/// The notes that are to stay have no change, neither by what is taught nor by what is done by itself.
fn untouched(case: &Case, before: &Notes, vault: &mut Vault, after: &Notes) -> Result<(), String> {
    let automatic = plan_of(vault, Query { tier: Some(Tier::Auto), ..Query::default() });
    let is_changed = |path: &&String| {
        before[*path] != after[*path] || automatic.changes.iter().any(|change| change.path.as_str() == path.as_str())
    };
    match case.expected.untouched.iter().find(is_changed) {
        Some(path) => Err(format!("{path} is changed.")),
        None => Ok(()),
    }
}

/// The check itself: each of these says something about one vault that is not so.
pub fn wrong_cases_fail() -> Result<(), Failed> {
    let notes = "```md People/Jane Doe.md\n---\ntype: person\n---\n## Recent Context\n```\n\n\
                 ```md Meetings/2025-10-31 - Call.md\n---\ntype: meeting\nparticipants: [\"[[Jane Doe]]\"]\n---\n```\n";
    let wrong = [
        "silent",
        "day: 2025-10-30",
        "under: Log",
        "not-person: People/Jane Doe.md",
        "not-meeting: Meetings/2025-10-31 - Call.md",
        "not-there: People/Jane Doe.md",
        "untouched: People/Jane Doe.md",
        "person: Meetings/2025-10-31 - Call.md",
        "meeting: People/Jane Doe.md",
        "person: People/Nobody.md",
        "persons: People/Jane Doe.md",
    ];
    let passes = |line: &str| {
        case::read(&format!("## Case\n\n{line}\n\n{notes}")).and_then(|cases| cases.iter().try_for_each(check))
    };
    passes("Prose.")?;
    let slipped: Vec<_> = wrong.iter().filter(|line| passes(line).is_ok()).collect();
    if slipped.is_empty() { Ok(()) } else { Err(format!("passed: {slipped:?}").into()) }
}
