//! What holds for every note of every vault, whatever the rules find.

use std::collections::{BTreeMap, BTreeSet};

use namesake_core::frontmatter::{Declared, Entry, Frontmatter};
use namesake_core::plan::{self, Choice, PlanRequest, Query};

use crate::notes::{applied, assert_same, assert_whole, automatic, everyday, shuffled, vault, vault_of};

#[test]
fn a_second_run_changes_nothing() {
    let notes = everyday();
    let plan = plan::plan(&mut vault(&notes), &automatic());
    assert!(!plan.changes.is_empty(), "the vault is full of damage");
    assert_eq!(plan.left, [], "nothing automatic is refused");
    let after = applied(&notes, &plan);
    let mut fixed = vault(&after);
    let again = plan::plan(&mut fixed, &automatic());
    assert_same(&applied(&after, &again), &after, "second run");
}

#[test]
fn accepting_everything_comes_to_rest_too() {
    let notes = everyday();
    let everything = PlanRequest::Query { query: Query::default() };
    let plan = plan::plan(&mut vault(&notes), &everything);
    let after = applied(&notes, &plan);
    assert_same(&applied(&after, &plan::plan(&mut vault(&after), &everything)), &after, "second run");
}

#[test]
fn a_change_is_its_edits_and_can_be_taken_back() {
    for request in [automatic(), PlanRequest::Query { query: Query::default() }] {
        plan::plan(&mut vault(&everyday()), &request).changes.iter().for_each(assert_whole);
    }
}

#[test]
fn planning_leaves_the_vault_as_it_was() {
    let notes = everyday();
    let mut vault = vault(&notes);
    let before = plan::findings(&mut vault, &Query::default());
    let plan = plan::plan(&mut vault, &automatic());
    let texts = vault.notes().map(|note| (note.path.to_string(), note.text.clone())).collect();
    assert_same(&texts, &notes, "texts");
    assert_eq!(plan::findings(&mut vault, &Query::default()), before);
    assert_eq!(plan::plan(&mut vault, &automatic()), plan);
}

/// A property that no finding names keeps its bytes and its value, its comments and its place.
#[test]
fn properties_that_no_finding_names_are_kept() {
    let notes = everyday();
    let mut vault = vault(&notes);
    let mut named: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for finding in plan::findings(&mut vault, &Query::default()) {
        let properties =
            finding.fixes.iter().flat_map(|fix| fix.declared.iter()).filter_map(|declared| match declared {
                Declared::Value(key) => Some(key.clone()),
                _ => None,
            });
        named.entry(finding.path.to_string()).or_default().extend(properties);
    }
    for change in plan::plan(&mut vault, &automatic()).changes {
        let named = named.get(change.path.as_str()).cloned().unwrap_or_default();
        let kept = |text: &str| -> Vec<(Entry, String)> {
            let entries = Frontmatter::read(text).entries.into_iter().filter(|entry| !named.contains(&entry.key));
            entries.map(|entry| (entry.clone(), entry.span.of(text).to_owned())).collect()
        };
        let (before, after) = (kept(&change.before), kept(&change.after));
        let keys = |entries: &[(Entry, String)]| entries.iter().map(|(entry, _)| entry.key.clone()).collect::<Vec<_>>();
        assert_eq!(keys(&before), keys(&after), "{}", change.path);
        for ((old, source), (new, written)) in before.iter().zip(&after) {
            assert!(old.value.same(&new.value), "{}: {}", change.path, old.key);
            assert_eq!(source, written, "{}: {}", change.path, old.key);
        }
        let comments = |text: &str| -> Vec<String> {
            Frontmatter::read(text).comments.iter().map(|comment| comment.of(text).to_owned()).collect()
        };
        assert_eq!(comments(&change.before), comments(&change.after), "{}", change.path);
    }
}

/// Whatever stood between the two fences and below, a line that no edit touches is there afterwards with its own end.
#[test]
fn line_ends_and_marks_are_kept() {
    for change in plan::plan(&mut vault(&everyday()), &automatic()).changes {
        let bare = |text: &str| text.matches('\n').count() - text.matches("\r\n").count();
        if change.before.contains("\r\n") && bare(&change.before) == 0 {
            assert_eq!(bare(&change.after), 0, "{}: a line end of another kind came in", change.path);
        }
        if !change.before.contains('\r') {
            assert!(!change.after.contains('\r'), "{}", change.path);
        }
        assert_eq!(change.before.starts_with('\u{feff}'), change.after.starts_with('\u{feff}'), "{}", change.path);
        assert_eq!(change.before.ends_with('\n'), change.after.ends_with('\n'), "{}", change.path);
    }
}

#[test]
fn the_order_in_which_notes_come_in_does_not_matter() {
    let notes = everyday();
    let mut vault = vault(&notes);
    let (findings, plan) = (plan::findings(&mut vault, &Query::default()), plan::plan(&mut vault, &automatic()));
    for seed in 1..=4 {
        let order = shuffled(notes.iter().collect(), seed, |(path, _)| (*path).clone());
        let mut other = vault_of(order.into_iter());
        assert_eq!(plan::findings(&mut other, &Query::default()), findings, "seed {seed}");
        assert_eq!(plan::plan(&mut other, &automatic()), plan, "seed {seed}");
    }
}

/// Whatever is on offer can be had: accepting any one fix is not refused, changes something and settles the finding.
#[test]
fn every_fix_on_offer_can_be_accepted() {
    let notes = everyday();
    let mut vault = vault(&notes);
    let mut wrong = Vec::new();
    for finding in plan::findings(&mut vault, &Query::default()) {
        for fix in 0..finding.fixes.len() {
            let choice = Choice {
                id: finding.id.clone(),
                path: finding.path.clone(),
                fix,
                text: None,
                without: Vec::new(),
                seen: None,
            };
            let plan = plan::plan(&mut vault, &PlanRequest::Choices { choices: vec![choice], alias: None });
            plan.changes.iter().for_each(assert_whole);
            let settles = plan.changes.iter().any(|change| change.findings.contains(&finding.id));
            if !settles || !plan.left.is_empty() {
                wrong.push(format!("{}: {} ({}): {:?}", finding.path, finding.message, finding.rule, plan.left));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Ids are what decisions of a person hang on in the shells: no two findings may share one.
#[test]
fn every_finding_has_an_id_of_its_own_and_a_place_in_its_note() {
    let notes = everyday();
    let mut seen = BTreeSet::new();
    for finding in plan::findings(&mut vault(&notes), &Query::default()) {
        assert!(seen.insert(finding.id.clone()), "{} twice: {}", finding.id, finding.message);
        let note = &notes[finding.path.as_str()];
        assert!(note.get(finding.start..finding.end).is_some(), "{}: {}", finding.path, finding.message);
        for edit in finding.fixes.iter().flat_map(|fix| &fix.edits) {
            assert!(notes[edit.path.as_str()].get(edit.start..edit.end).is_some(), "{}", finding.message);
        }
    }
}
