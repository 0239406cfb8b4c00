//! What must not hurt: broken, binary, endless and malicious notes beside honest ones.

use namesake_core::config::Config;
use namesake_core::finding::Tier;
use namesake_core::plan::{self, PlanRequest, Query};
use namesake_core::vault::Vault;

use crate::notes::{Notes, applied, assert_same, assert_whole, automatic, texts, truth, vault};

/// The vault as a shell feeds it: what is not UTF-8 is refused with a reason.
fn hostile() -> (Notes, Vault) {
    let mut notes = Notes::new();
    let mut vault = Vault::new(Config::default());
    for (path, text) in texts("hostile") {
        match text {
            Some(text) => {
                vault.upsert(path.as_str().into(), text.clone());
                notes.insert(path, text);
            }
            None => vault.reject(path.as_str().into(), "it is not UTF-8"),
        }
    }
    (notes, vault)
}

fn untouched() -> Vec<String> {
    let listed = truth("hostile");
    let listed = listed.iter().filter(|file| file["expect"] == "untouched");
    listed.filter_map(|file| file["path"].as_str().map(str::to_owned)).collect()
}

#[test]
fn what_is_to_be_left_alone_gets_nothing_automatic() {
    let (_, mut vault) = hostile();
    let untouched = untouched();
    let wrong: Vec<String> = plan::findings(&mut vault, &Query { tier: Some(Tier::Auto), ..Query::default() })
        .iter()
        .filter(|finding| untouched.contains(&finding.path.to_string()))
        .map(|finding| format!("{}: {} ({})", finding.path, finding.message, finding.rule))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(
        plan::plan(&mut vault, &automatic()).changes.iter().all(|change| !untouched.contains(&change.path.to_string()))
    );
}

#[test]
fn what_cannot_be_read_is_named_with_the_reason() {
    let (notes, mut vault) = hostile();
    let findings = plan::findings(&mut vault, &Query::default());
    for path in texts("hostile").keys().filter(|path| !notes.contains_key(*path)) {
        let own: Vec<_> = findings.iter().filter(|finding| finding.path.as_str() == path).collect();
        assert!(matches!(own.as_slice(), [one] if one.message.contains("it is not UTF-8")), "{path}: {own:?}");
    }
}

#[test]
fn honest_notes_among_broken_ones_are_mended_as_usual() {
    let (notes, mut vault) = hostile();
    let plan = plan::plan(&mut vault, &automatic());
    let after = applied(&notes, &plan);
    for path in ["Meetings/2025-01-02 - Honest.md", "People/Wenche Lauritsdatter.md"] {
        assert_ne!(after[path], notes[path], "{path}");
    }
}

#[test]
fn a_second_run_changes_nothing_and_the_journal_leads_back() {
    for request in [automatic(), PlanRequest::Query { query: Query::default() }] {
        let (notes, mut first) = hostile();
        let plan = plan::plan(&mut first, &request);
        plan.changes.iter().for_each(assert_whole);
        let after = applied(&notes, &plan);
        assert_same(&applied(&after, &plan::plan(&mut vault(&after), &request)), &after, "second run");
    }
}

/// Names and summaries that try to leave their place: after any run there is no link to a note that does not exist, and
/// no embed, template, comment, code or HTML tag that was not there before.
#[test]
fn nothing_that_a_name_says_becomes_markup() {
    let (_, mut vault) = hostile();
    let everything = PlanRequest::Query { query: Query::default() };
    for change in plan::plan(&mut vault, &everything).changes {
        for sign in ["![[", "<%", "%%", "{{", "`", "<script", "<img", "<iframe", "::"] {
            let (before, after) = (change.before.matches(sign).count(), change.after.matches(sign).count());
            assert!(after <= before, "{}: `{sign}` came in\n{}", change.path, change.after);
        }
        let targets = |text: &str| -> Vec<String> {
            let inner =
                text.split("[[").skip(1).map(|rest| rest.split(['|', '#', ']', '\n']).next().unwrap_or_default());
            inner.map(str::to_owned).collect()
        };
        let known = targets(&change.before);
        for target in targets(&change.after).iter().filter(|target| !known.contains(target)) {
            assert!(vault.linked(target).is_some(), "{}: a link to nowhere: [[{target}", change.path);
        }
    }
}
