//! The meeting that shows best what Namesake does: the newest one that has something to tell its people's notes.

use std::cmp::Reverse;

use namesake_note::note::Kind;
use namesake_text::path::NotePath;
use namesake_vault::vault::Vault;

use crate::plan::{PlanRequest, plan};

/// So many meetings are tried, the newest first.
const TRIED: usize = 20;

/// The newest meeting with a participant who has a note, and with something to write there.
pub fn example(vault: &mut Vault) -> Option<NotePath> {
    vault.settle();
    let meetings = vault.notes().filter(|note| note.kind == Kind::Meeting).map(|note| &note.path);
    let known = meetings.filter(|path| vault.attendees(path).iter().any(|attendee| attendee.person.is_some()));
    let day = |path: &NotePath| vault.facts(path).and_then(|facts| facts.meeting.as_ref()?.date.clone());
    let mut dated: Vec<(String, NotePath)> = known.filter_map(|path| Some((day(path)?, path.clone()))).collect();
    dated.sort_by_key(|dated| Reverse(dated.clone()));
    let mut newest = dated.into_iter().take(TRIED).map(|(_, path)| path);
    newest.find(|path| !plan(vault, &PlanRequest::Taught { path: path.clone() }).changes.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use namesake_note::config::Config;

    #[test]
    fn the_newest_meeting_that_teaches_something_is_the_example() {
        let mut vault = Vault::new(Config::default());
        let meeting =
            |who: &str| format!("---\ntype: meeting\nattendees: [\"[[{who}]]\"]\n---\n## Summary\nIt rained.\n");
        for (path, text) in [
            ("People/Mara Voss.md", "---\ntype: person\nlast_contact:\n---\n## Recent Context\n".to_owned()),
            ("Meetings/2025-10-30 Weekly.md", meeting("Mara Voss")),
            ("Meetings/2025-10-31 Weekly.md", meeting("Mara Voss")),
            ("Meetings/2025-11-01 Weekly.md", meeting("Nobody Known")),
        ] {
            vault.upsert(path.into(), text);
        }
        assert_eq!(example(&mut vault), Some("Meetings/2025-10-31 Weekly.md".into()));
    }

    #[test]
    fn without_a_meeting_there_is_none() {
        assert_eq!(example(&mut Vault::new(Config::default())), None);
    }
}
