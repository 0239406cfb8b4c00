//! A vault that was edited note by note is the vault that was read from scratch.

use namesake_core::plan::{self, PlanRequest, Query};
use namesake_core::vault::Vault;
use proptest::prelude::*;

use crate::notes::{Notes, automatic, everyday, vault};

/// What happens to a vault.
#[derive(Debug, Clone)]
enum Event {
    /// A note is written, with the text of this note.
    Write(usize, usize),
    Remove(usize),
    Rename(usize, usize),
    /// Somebody asks, which must change nothing.
    Ask(usize),
}

fn events(paths: usize, texts: usize) -> impl Strategy<Value = Vec<Event>> {
    let event = prop_oneof![
        4 => (0..paths, 0..texts).prop_map(|(path, text)| Event::Write(path, text)),
        1 => (0..paths).prop_map(Event::Remove),
        1 => (0..paths, 0..paths).prop_map(|(from, to)| Event::Rename(from, to)),
        1 => (0..paths).prop_map(Event::Ask),
    ];
    prop::collection::vec(event, 1..25)
}

fn happen(vault: &mut Vault, notes: &mut Notes, paths: &[String], texts: &[String], event: &Event) {
    match *event {
        Event::Write(path, text) => {
            notes.insert(paths[path].clone(), texts[text].clone());
            vault.upsert(paths[path].as_str().into(), texts[text].clone());
        }
        Event::Remove(path) => {
            notes.remove(&paths[path]);
            vault.remove(&paths[path].as_str().into());
        }
        Event::Rename(from, to) => {
            if let Some(text) = notes.remove(&paths[from]) {
                notes.insert(paths[to].clone(), text);
            }
            vault.rename(&paths[from].as_str().into(), paths[to].as_str().into());
        }
        Event::Ask(path) => drop(plan::plan(vault, &PlanRequest::Saved { path: paths[path].as_str().into() })),
    }
}

fn assert_as_from_scratch(mut edited: Vault, notes: &Notes) -> Result<(), TestCaseError> {
    let mut fresh = vault(notes);
    prop_assert_eq!(plan::findings(&mut edited, &Query::default()), plan::findings(&mut fresh, &Query::default()));
    prop_assert_eq!(plan::plan(&mut edited, &automatic()), plan::plan(&mut fresh, &automatic()));
    for path in notes.keys() {
        let path = path.as_str().into();
        prop_assert_eq!(edited.attendees(&path), fresh.attendees(&path));
        prop_assert_eq!(edited.related(&path), fresh.related(&path));
        prop_assert_eq!(edited.backlinks(&path), fresh.backlinks(&path));
    }
    Ok(())
}

/// Notes that bear on each other: people of one name, meetings that name them, texts that change what a note is.
fn small() -> (Vec<String>, Vec<String>) {
    let paths =
        ["People/Rob Benoit.md", "People/Rob.md", "Meetings/2025-10-30 - A.md", "Meetings/B.md", "x/A.md", "C.md"];
    let texts = [
        "",
        "---\ntype: people\n---\n## Recent Context\n",
        "---\ntype: people\ntitle: Rob Benoit\naliases: [Robbie]\n---\ntext\n## Recent Context\n\n- 2025-01-01: [[B]] (via Rob)\n\n*Last updated: *\n",
        "---\ntype: people\nlast_contact: 2025-10-29\n---\n",
        "---\ntype: company\ntitle: Benoit\n---\n",
        "---\ntype: meeting\n---\n**Date:** 2025-10-30\n**Participants:** Rob Benoit, Robbie\n\n- [ ] x @Rob\n- [ ] y @RobBenoit\n",
        "---\ntype: meeting\ndate: 2025-11-01\nparticipants: ['[[Rob]]', Rob Benoit]\n---\n## Summary\n\nThey met. And went.\n",
        "---\ncreated: { { DATE } }\nparticipants: [{ { PARTICIPANTS } }]\n---\n**Date:** 2025-10-31\n**Participants:** Rob\n",
        "---\nbroken: [\n---\n",
        "JÃ¼rgen [[Rob Benoit]] [[A]]\n",
        "[[A]] [[B]] [[x/A]] [[C]]\n",
        "[[B]] [[A]]\n",
        "[[C]] [[A]] [[C]] [[Rob]] [[B]]\n",
    ];
    (paths.map(str::to_owned).to_vec(), texts.map(str::to_owned).to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_small_vault_edited_is_the_vault_read(events in events(6, 13)) {
        let (paths, texts) = small();
        let (mut vault, mut notes) = (vault(&Notes::new()), Notes::new());
        for event in &events {
            happen(&mut vault, &mut notes, &paths, &texts, event);
        }
        assert_as_from_scratch(vault, &notes)?;
    }
}

proptest! {
    // Each case reads the whole vault twice.
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 30, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_everyday_vault_edited_is_the_vault_read(events in events(150, 150)) {
        let mut notes = everyday();
        let paths: Vec<String> = notes.keys().cloned().collect();
        let texts: Vec<String> = notes.values().cloned().collect();
        let within = |at: usize| at % paths.len();
        let mut vault = vault(&notes);
        for event in &events {
            let event = match *event {
                Event::Write(path, text) => Event::Write(within(path), within(text)),
                Event::Remove(path) => Event::Remove(within(path)),
                Event::Rename(from, to) => Event::Rename(within(from), within(to)),
                Event::Ask(path) => Event::Ask(within(path)),
            };
            happen(&mut vault, &mut notes, &paths, &texts, &event);
        }
        assert_as_from_scratch(vault, &notes)?;
    }
}
