//! What a plan promises whatever the rules are.

use namesake_core::config::Config;
use namesake_core::plan::{Choice, PlanRequest, Query};
use namesake_core::vault::Vault;

fn vault(notes: &[(&str, &str)]) -> Vault {
    let mut vault = Vault::new(Config::default());
    for (path, text) in notes {
        vault.upsert((*path).into(), (*text).to_owned());
    }
    vault
}

#[test]
fn the_body_may_change_where_the_properties_stay() {
    let mut vault = vault(&[("People/A.md", "---\ntype: people # kept\n---\ntext\n# A\n")]);
    let plan = vault.plan(&PlanRequest::Query { query: Query::default() });
    assert_eq!(plan.left, []);
    assert_eq!(plan.changes[0].after, "---\ntype: people # kept\n---\ntext\n\n# A\n");
}

#[test]
fn a_wording_of_ones_own_cannot_become_properties() {
    let note = "text\n# A\n";
    let mut vault = vault(&[("People/A.md", note)]);
    let finding = vault.findings(&Query::default()).remove(0);
    let text = Some("---\ntype: meeting\n---\n".to_owned());
    let choice = Choice { id: finding.id, path: finding.path, fix: 0, text };
    // Inserted before the heading it is text; only at the note's head would it be a block.
    let plan = vault.plan(&PlanRequest::Choices { choices: vec![choice] });
    assert_eq!(plan.changes[0].after, "text\n---\ntype: meeting\n---\n# A\n");
    assert_eq!(vault.text(&"People/A.md".into()), Some(note), "a plan leaves the vault as it was");
}

#[test]
fn a_fix_that_makes_a_note_too_large_is_refused() {
    let note = "---\ntype: people\n---\ntext\n# A\n";
    let mut config = Config::default();
    config.settings.max_note_bytes = note.len();
    let mut vault = Vault::new(config);
    vault.upsert("People/A.md".into(), note.to_owned());
    let plan = vault.plan(&PlanRequest::Query { query: Query::default() });
    assert_eq!(plan.changes, []);
    assert!(plan.left[0].reason.contains("larger"), "{:?}", plan.left);
    assert_eq!(vault.text(&"People/A.md".into()), Some(note));
}
