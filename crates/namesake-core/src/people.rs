//! Everybody who has a note, with the day on which they were last met: for lists of people.

use std::cmp::Reverse;

use namesake_text::path::NotePath;
use namesake_vault::facts::iso_day;
use namesake_vault::vault::Vault;
use serde::Serialize;

/// A person, and when they were met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Contact {
    /// The person's note.
    pub path: NotePath,
    /// Its name.
    pub name: String,
    /// The person's company, as their note writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// The ISO date of the last contact: what the note says, or the newest meeting that they certainly took part in.
    #[serde(rename = "lastContact", skip_serializing_if = "Option::is_none")]
    pub last_contact: Option<String>,
}

/// Whom one met last first; those without a day last; by name where that is equal.
pub fn people(vault: &mut Vault) -> Vec<Contact> {
    vault.settle();
    let mut all: Vec<Contact> = vault.notes().filter_map(|note| contact(vault, &note.path)).collect();
    all.sort_by(|a, b| {
        let by_day = Reverse(&a.last_contact).cmp(&Reverse(&b.last_contact));
        by_day.then_with(|| a.name.cmp(&b.name)).then_with(|| a.path.cmp(&b.path))
    });
    all
}

fn contact(vault: &Vault, path: &NotePath) -> Option<Contact> {
    let person = vault.facts(path)?.person.as_ref()?;
    let said = vault.note(path)?.frontmatter.text("last_contact").and_then(iso_day);
    let is_certain = |meeting: &&NotePath| vault.misheard_as(meeting, path).is_none();
    let met = vault.meetings_of(path).filter(is_certain).filter_map(|meeting| vault.meeting_day(meeting)).max();
    Some(Contact {
        path: path.clone(),
        name: path.stem().to_owned(),
        company: person.companies.last().cloned(),
        last_contact: said.max(met.map(str::to_owned)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whom_one_met_last_comes_first_by_the_note_or_by_a_meeting() {
        let mut vault = Vault::default();
        for (path, text) in [
            ("People/Mara Voss.md", "---\ntype: people\nlast_contact: 2025-10-01\n---\n"),
            ("People/Rob Benoit.md", "---\ntype: people\nlast_contact: 2025-10-30\n---\n"),
            ("People/Una Quist.md", "---\ntype: people\n---\n"),
            ("People/Ada Linn.md", "---\ntype: people\nlast_contact: soon\n---\n"),
            ("Meetings/Yard.md", "---\ntype: meeting\ndate: 2025-11-03\nparticipants: [Mara Voss]\n---\n"),
            ("Notes/Plan.md", "Begin.\n"),
        ] {
            vault.upsert(NotePath::new(path.to_owned()), text.to_owned());
        }
        let days: Vec<_> = people(&mut vault).into_iter().map(|one| (one.name, one.last_contact)).collect();
        let met = |name: &str, day: Option<&str>| (name.to_owned(), day.map(str::to_owned));
        assert_eq!(
            days,
            [
                met("Mara Voss", Some("2025-11-03")),
                met("Rob Benoit", Some("2025-10-30")),
                met("Ada Linn", None),
                met("Una Quist", None),
            ]
        );
    }
}
