//! The tasks of notes written in the other format, as a plan: nothing else changes, and the journal leads back.

mod common;

use common::vault_of;

use std::collections::BTreeSet;

use namesake_core::config::Config;
use namesake_core::path::NotePath;
use namesake_core::plan::{self, Plan};
use namesake_core::tasks::Format;
use namesake_core::vault::Vault;

const NOTE: &str = "---\r\ntitle: \"Calls\"\r\n---\r\n- [ ] Ring back 📅 2025-11-15 ⏫ ^ring\r\n> - [x] Sent ✅ 2025-11-04  \r\n\
                    - [ ] Nothing to write\r\n- A bullet 📅 2025-11-15\r\n\r\n```\r\n- [ ] Code 📅 2025-11-15\r\n```\r\n";
const WRITTEN: &str = "---\r\ntitle: \"Calls\"\r\n---\r\n- [ ] Ring back  [due:: 2025-11-15]  [priority:: high] ^ring\r\n\
                       > - [x] Sent  [completion:: 2025-11-04]  \r\n- [ ] Nothing to write\r\n- A bullet 📅 2025-11-15\r\n\r\n\
                       ```\r\n- [ ] Code 📅 2025-11-15\r\n```\r\n";

fn vault(notes: &[(&str, &str)]) -> Vault {
    vault_of(Config::default(), notes.iter().copied())
}

fn changed(plan: &Plan) -> Vec<&str> {
    plan.changes.iter().map(|change| change.path.as_str()).collect()
}

#[test]
fn fields_are_written_in_the_other_format_and_nothing_else() {
    let plan = plan::convert_tasks(&vault(&[("Calls.md", NOTE)]), Format::Dataview, None);
    assert_eq!(plan.left, []);
    assert_eq!(plan.changes[0].after, WRITTEN);
    assert_eq!(plan.changes[0].findings.len(), 2, "one for each task");
    assert_eq!(plan.changes[0].entry.revert(WRITTEN).as_deref(), Ok(NOTE));
    let back = plan::convert_tasks(&vault(&[("Calls.md", WRITTEN)]), Format::Emoji, None);
    assert_eq!(back.changes[0].after, NOTE);
}

#[test]
fn what_is_in_the_format_already_is_left_alone() {
    let plan = plan::convert_tasks(&vault(&[("Calls.md", NOTE)]), Format::Emoji, None);
    assert_eq!((plan.changes, plan.left), (vec![], vec![]));
}

#[test]
fn only_the_notes_asked_for_and_those_that_rules_look_at() {
    let task = "- [ ] a 📅 2025-11-15\n";
    let off = format!("---\nnamesake: off\n---\n{task}");
    let broken = format!("---\na: [\n---\n{task}");
    let vault =
        vault(&[("A.md", task), ("B/C.md", task), ("Off.md", &off), ("Broken.md", &broken), ("Templates/T.md", task)]);
    assert_eq!(changed(&plan::convert_tasks(&vault, Format::Dataview, None)), ["A.md", "B/C.md"]);
    let some = BTreeSet::from([NotePath::new("B/C.md")]);
    assert_eq!(changed(&plan::convert_tasks(&vault, Format::Dataview, Some(&some))), ["B/C.md"]);
}

#[test]
fn a_task_that_would_read_as_another_stays_and_is_named() {
    let text = "- [ ] a [due:: 2025-01-01] 📅 2025-01-02\n- [ ] b ⏫\n";
    let plan = plan::convert_tasks(&vault(&[("A.md", text)]), Format::Dataview, None);
    assert_eq!(plan.changes[0].after, "- [ ] a [due:: 2025-01-01] 📅 2025-01-02\n- [ ] b  [priority:: high]\n");
    assert_eq!(plan.left.len(), 1);
    assert!(
        plan.left[0].reason.contains("“- [ ] a [due:: 2025-01-01] 📅 2025-01-02” in A.md"),
        "{}",
        plan.left[0].reason
    );
}
