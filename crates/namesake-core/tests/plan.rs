//! What a plan promises whatever the rules are.

mod common;

use common::{plan_of, vault_of};

use namesake_core::config::{Config, Settings};
use namesake_core::finding::Tier;
use namesake_core::plan::{self, Choice, PlanRequest, Query};
use namesake_core::vault::Vault;

fn vault(notes: &[(&str, &str)]) -> Vault {
    vault_of(Config::default(), notes.iter().copied())
}

#[test]
fn the_body_may_change_where_the_properties_stay() {
    let mut vault = vault(&[("People/A.md", "---\ntype: people # kept\n---\ntext\n## Key Facts\n")]);
    let plan = plan::plan(&mut vault, &PlanRequest::Query { query: Query::default() });
    assert_eq!(plan.left, []);
    assert_eq!(plan.changes[0].after, "---\ntype: people # kept\n---\ntext\n\n## Key Facts\n");
}

/// Which of two is meant only a person can say, and they are asked once.
#[test]
fn a_property_that_stands_twice_is_one_finding_whatever_it_holds() {
    let mut vault = vault(&[
        ("Meetings/M.md", "**Date:** 2025-10-31\n**Participants:** Rob Benoit\n"),
        (
            "People/Rob Benoit.md",
            "---\ncreated: {{date}}\ncreated: 3 January 2026\nlast_contact:\nlast_contact: 2025-01-01\ntags: a, b\n\
             tags: c\ntag: d\nmood: JÃ¼rgen\nmood: [[x]]\ntype: person\ntype: project\ntitle: x\ntitle: y\n---\n# Rob Benoit\n",
        ),
    ]);
    let found = plan::findings(&mut vault, &Query::default());
    let of_properties = found.iter().filter(|finding| finding.rule != "recent-context");
    let told: Vec<(&str, &str)> = of_properties.map(|finding| (finding.rule, finding.subject.as_str())).collect();
    let names = ["created", "last_contact", "tags", "mood", "type", "title"];
    assert_eq!(told, names.map(|name| ("duplicate-key", name)));
}

#[test]
fn a_wording_of_ones_own_cannot_become_properties() {
    let note = "text\n## Key Facts\n";
    let mut vault = vault(&[("People/A.md", note)]);
    let finding = plan::findings(&mut vault, &Query::default()).remove(0);
    let text = Some("---\ntype: meeting\n---\n".to_owned());
    let choice = Choice { id: finding.id, path: finding.path, fix: 0, text, without: Vec::new(), seen: None };
    // Inserted before the heading it is text; only at the note's head would it be a block.
    let plan = plan::plan(&mut vault, &PlanRequest::Choices { choices: vec![choice], alias: None });
    assert_eq!(plan.changes[0].after, "text\n---\ntype: meeting\n---\n## Key Facts\n");
    assert_eq!(vault.text(&"People/A.md".into()), Some(note), "a plan leaves the vault as it was");
}

/// The comment, which looks like an item of `tag`, forbids to make one list of both until they have been put in order.
#[test]
fn what_was_refused_is_tried_again_once_the_note_has_changed() {
    let rules = [("key-order".to_owned(), true)].into_iter().collect();
    let config = Config { settings: Settings { rules, ..Settings::default() }, ..Config::default() };
    let note = "---\ntags: a, b\ntag: c\n# - item\ntype: people\n---\n";
    let plan = plan_of(&mut vault_of(config, [("A.md", note)]), Query::default());
    assert_eq!(plan.left, []);
    let after = "---\n# - item\ntype: people\ntags:\n  - a\n  - b\n  - c\n---\n";
    assert_eq!(plan.changes.iter().map(|change| change.after.as_str()).collect::<Vec<_>>(), [after]);
}

#[test]
fn a_fix_that_makes_a_note_too_large_is_refused() {
    let note = "---\ntype: people\n---\ntext\n## Key Facts\n";
    let mut config = Config::default();
    config.settings.max_note_bytes = note.len();
    let mut vault = vault_of(config, [("People/A.md", note)]);
    let plan = plan_of(&mut vault, Query::default());
    assert_eq!(plan.changes, []);
    assert!(plan.left[0].reason.contains("larger"), "{:?}", plan.left);
    assert_eq!(vault.text(&"People/A.md".into()), Some(note));
}

/// One fix that cannot be made takes no other along.
#[test]
fn what_is_refused_together_is_tried_one_by_one() {
    let mut config = Config::default();
    config.settings.rules = ["key-order", "quote-style"].map(|rule| (rule.to_owned(), true)).into();
    // Moved up, `type` would stand below the comment at the head.
    let note = "---\n# - item\ncopy: *n\ntype: \"people\"\ntags: \"a, b\"\n---\n";
    let query = Query { tier: Some(Tier::Auto), ..Query::default() };
    let plan = plan_of(&mut vault_of(config, [("People/A.md", note)]), query);
    assert!(plan.changes[0].after.contains("type: people\n"), "{}", plan.changes[0].after);
    assert!(plan.changes[0].after.contains("tags:\n  - a\n  - b\n"), "{}", plan.changes[0].after);
}

/// What moves between notes is never only taken away, whatever else cannot be made in the round.
#[test]
fn a_line_that_moves_is_made_whole_or_not_at_all() {
    let mut config = Config::default();
    config.settings.rules = [("key-order".to_owned(), true)].into();
    // Moved up, `type` would stand below the comment at the head, so that all fixes in this note are refused together.
    let refused = "---\n# - item\ncopy: *n\ntype: people\ntags: a, b\n---\n## Key Facts\n\n- Priya Raman owns the gate.\n- Climbs.\n";
    let other = "---\ntype: people\n---\n## Key Facts\n\n- Priya Raman rides to work.\n- Sings.\n";
    let vault = |config: &Config| {
        let theirs = "---\ntype: people\n---\n## Key Facts\n\n- Paints.\n";
        let notes =
            [("People/Rob Benoit.md", refused), ("People/Tomas Okafor.md", other), ("People/Priya Raman.md", theirs)];
        vault_of(config.clone(), notes)
    };
    let plan = plan_of(&mut vault(&config), Query::default());
    let said = |words: &str| plan.changes.iter().filter(|change| change.after.contains(words)).count();
    let takes = |words: &str| plan.changes.iter().filter(|change| change.before.contains(words)).count();
    for words in ["owns the gate", "rides to work"] {
        assert_eq!(said(words), takes(words), "{words}: {:#?}", plan.changes);
    }
    assert!(said("rides to work") == 1, "what can be made is made in the end: {:#?}", plan.left);
}
