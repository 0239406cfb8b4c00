//! Meetings are saved one by one, in any order, on any day: the notes end up the same.

use namesake_core::plan::{self, PlanRequest};
use namesake_core::vault::Vault;
use proptest::prelude::*;

use crate::notes::{Notes, applied, assert_same, assert_whole, everyday, shuffled, vault};

/// The meetings that the vault's people have not been told about yet.
fn untold(notes: &Notes) -> Vec<String> {
    let recent = |path: &&String| path.strip_prefix("Meetings/").is_some_and(|name| name >= "2025-10-24");
    notes.keys().filter(recent).cloned().collect()
}

/// Saves a note: what is certain is written and read again.
fn save(vault: &mut Vault, notes: &mut Notes, path: &str) -> usize {
    let plan = plan::plan(vault, &PlanRequest::Saved { path: path.into() });
    plan.changes.iter().for_each(assert_whole);
    *notes = applied(notes, &plan);
    for change in &plan.changes {
        vault.upsert(change.path.clone(), change.after.clone());
    }
    plan.changes.len()
}

#[test]
fn the_order_in_which_meetings_are_saved_does_not_matter() {
    let before = everyday();
    let meetings = untold(&before);
    assert_eq!(meetings.len(), 12, "as the vault's README says");
    let saved = |order: &[String]| {
        let (mut notes, mut vault) = (before.clone(), vault(&before));
        for path in order {
            save(&mut vault, &mut notes, path);
        }
        notes
    };
    let forwards = saved(&meetings);
    let backwards: Vec<String> = meetings.iter().rev().cloned().collect();
    assert_same(&saved(&backwards), &forwards, "backwards");
    for seed in 1..=4 {
        let order = shuffled(meetings.clone(), seed, Clone::clone);
        assert_same(&saved(&order), &forwards, &format!("seed {seed}"));
    }
}

#[test]
fn saving_again_changes_nothing() {
    let mut notes = everyday();
    let mut vault = vault(&notes);
    for path in untold(&notes) {
        save(&mut vault, &mut notes, &path);
        assert_eq!(save(&mut vault, &mut notes, &path), 0, "{path}");
    }
    for path in untold(&notes) {
        assert_eq!(save(&mut vault, &mut notes, &path), 0, "{path}, once all are saved");
    }
}

/// The story: Mara, Rob and Søren met on 2025-10-30, and Rob's note has the line already.
#[test]
fn a_saved_meeting_is_mended_and_its_people_are_told_once() {
    let mut notes = everyday();
    let story = "Meetings/2025-10-30 - Osterhavn, a gateway for cave five.md";
    // Only this one is new, as on the evening it was written.
    notes.retain(|path, _| {
        path.as_str() == story || path.strip_prefix("Meetings/").is_none_or(|name| name < "2025-10-30")
    });
    let mut vault = vault(&notes);
    save(&mut vault, &mut notes, story);
    let meeting = &notes[story];
    assert!(meeting.contains("\ncreated: 2025-10-30\n"), "{meeting}");
    assert!(meeting.contains("\nparticipants: [Mara Voss, Rob Benoit, Søren Bjerregaard-Holm]\n"), "{meeting}");
    assert!(
        meeting.contains("Put the gateway price on paper for the board. [[Rob Benoit]] â« 📅 2025-11-15"),
        "{meeting}"
    );
    assert!(meeting.contains("@Rob Banga"), "a misheard name is asked about: {meeting}");
    assert!(meeting.contains("[00:00:12.40]  Rob BangaI'll put"), "the transcript stays: {meeting}");
    for person in ["Mara Voss", "Rob Benoit", "Søren Bjerregaard-Holm"] {
        let note = &notes[&format!("People/{person}.md")];
        let told = note.matches("- 2025-10-30: [[2025-10-30 - Osterhavn, a gateway for cave five").count();
        assert_eq!(told, 1, "{person}: {note}");
        assert!(
            note.contains("last_contact: 2025-10-30") || note.contains("last_contact: '2025-10-30'"),
            "{person}: {note}"
        );
    }
    let own = notes["People/Mara Voss.md"].lines().find(|line| line.contains("- 2025-10-30: "));
    assert_eq!(
        own,
        Some(
            "- 2025-10-30: [[2025-10-30 - Osterhavn, a gateway for cave five|Osterhavn, a gateway for cave five]] - Søren rang \
             from the car. ^576f7295"
        )
    );
}

/// Rob was met again since, and that meeting has not been saved on this device: his note learns of it all the same.
#[test]
fn a_saved_meeting_brings_last_contact_up_even_where_a_newer_one_is_known() {
    let mut notes = everyday();
    let mut vault = vault(&notes);
    save(&mut vault, &mut notes, "Meetings/2025-10-30 - Osterhavn, a gateway for cave five.md");
    assert!(notes["People/Rob Benoit.md"].contains("last_contact: '2025-11-21'"), "the newest meeting he took part in");
}

/// Days of five meetings, the lines that Rob's note has already, and an order of saving.
fn meetings() -> impl Strategy<Value = (Vec<u8>, Vec<u8>, Vec<usize>)> {
    let days = prop::collection::vec(1u8..6, 5);
    let told = prop::collection::vec(1u8..8, 0..4);
    (days, told, Just((0..5).collect::<Vec<usize>>()).prop_shuffle())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    /// Meetings of one day, lists that run upwards, downwards or neither way, and lists of nothing.
    #[test]
    fn any_order_of_saving_gives_the_same_notes((days, told, order) in meetings()) {
        let mut notes = Notes::new();
        let lines = told.iter().map(|day| format!("- 2025-10-0{day}: by hand\n")).collect::<Vec<_>>().concat();
        let rob = format!("---\ntype: people\n---\n# Rob Benoit\n## Recent Context\n\n{lines}\n## Profile\n\n*Last updated: *\n");
        notes.insert("People/Rob Benoit.md".to_owned(), rob);
        let name = |at: usize| format!("Meetings/2025-10-0{} - {}.md", days[at], ["b", "A", "c", "D", "a e"][at]);
        for at in 0..5 {
            notes.insert(name(at), "**Participants:** Rob Benoit\n".to_owned());
        }
        let saved = |order: &[usize]| {
            let (mut notes, mut vault) = (notes.clone(), vault(&notes));
            for at in order {
                save(&mut vault, &mut notes, &name(*at));
            }
            notes
        };
        let (one, other) = (saved(&[0, 1, 2, 3, 4]), saved(&order));
        prop_assert_eq!(&one, &other);
        let rob = &one["People/Rob Benoit.md"];
        prop_assert_eq!(rob.matches("[[").count(), 5, "{}", rob);
    }
}
