//! Lines that a meeting taught and that somebody takes out of a note by hand. Deleting a line is an edit like any other:
//! it is theirs to decide, and counts as a rejection of whatever would write the line again.

use std::collections::{BTreeMap, BTreeSet};

use namesake_note::decisions::{Decision, Verdict};
use namesake_note::finding::Finding;
use namesake_rules::ALL;
use namesake_text::path::NotePath;
use namesake_vault::vault::Vault;
use serde::Serialize;

use crate::plan::{Query, findings};

/// What somebody did to such lines of one note. A line is known by its block id, the digest of its words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct RemovedLines {
    /// The block ids of lines that went, each with the rejections that this means.
    #[cfg_attr(feature = "ts", tsify(type = "Record<string, Decision[]>"))]
    pub gone: BTreeMap<String, Vec<Decision>>,
    /// The block ids of lines that came back: what was decided when they went is void.
    pub back: Vec<String>,
}

/// What it means that the text of the note at `path` was `before` and is `after`. The vault knows it as `after`.
pub fn removed_lines(vault: &mut Vault, path: &NotePath, before: &str, after: &str) -> RemovedLines {
    let (were, are) = (line_ids(before), line_ids(after));
    let back = are.difference(&were).map(|id| (*id).to_owned()).collect();
    let ids: Vec<&str> = were.difference(&are).copied().collect();
    if ids.is_empty() {
        return RemovedLines { gone: BTreeMap::new(), back };
    }
    let found = taught(vault, path);
    let rejections = |id: &str| found.iter().filter(|finding| writes(finding, id)).map(rejection).collect::<Vec<_>>();
    let gone = ids.into_iter().map(|id| (id.to_owned(), rejections(id))).filter(|(_, decisions)| !decisions.is_empty());
    RemovedLines { gone: gone.collect(), back }
}

/// The block ids of all lines that end with one as a meeting's line does.
fn line_ids(text: &str) -> BTreeSet<&str> {
    text.lines().filter_map(line_id).collect()
}

/// The block id at the end of a line, if it is one as a meeting's line has: eight hexadecimal digits.
pub(crate) fn line_id(line: &str) -> Option<&str> {
    let (_, id) = line.rsplit_once(" ^")?;
    let is_digest = id.len() == 8 && id.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    is_digest.then_some(id)
}

/// What the rules that teach find in the note at `path`.
pub(crate) fn taught(vault: &mut Vault, path: &NotePath) -> Vec<Finding> {
    let query = Query {
        paths: Some(BTreeSet::from([path.clone()])),
        rules: Some(ALL.iter().filter(|rule| rule.teaches).map(|rule| rule.name.to_owned()).collect()),
        ..Query::default()
    };
    findings(vault, &query)
}

/// Whether a fix of the finding inserts a line of that block id.
pub(crate) fn writes(finding: &Finding, id: &str) -> bool {
    let marked = format!(" ^{id}");
    let mut edits = finding.fixes.iter().flat_map(|fix| &fix.edits);
    edits.any(|edit| edit.start == edit.end && edit.text.contains(&marked))
}

fn rejection(finding: &Finding) -> Decision {
    Decision {
        path: finding.path.clone(),
        rule: finding.rule.to_owned(),
        subject: finding.subject.clone(),
        verdict: Verdict::Rejected,
        with: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{PlanRequest, plan};

    const ROB: &str = "People/Rob Benoit.md";
    const MEETING: &str = "Meetings/2025-10-30 - Yard.md";
    const HEARD: &str =
        "**Date:** 2025-10-30\n**Participants:** Rob Benoit\n\n## Key facts\n\n- Rob Benoit runs the yard.\n";

    /// A vault in which the meeting has taught Rob's note its line, and that note's text.
    fn taught() -> (Vault, String) {
        let mut vault = Vault::default();
        vault.upsert(ROB.into(), "---\ntype: people\n---\n\n## Key Facts\n\n".to_owned());
        vault.upsert(MEETING.into(), HEARD.to_owned());
        let plan = plan(&mut vault, &PlanRequest::Taught { path: MEETING.into() });
        let text = plan.changes.iter().find(|change| change.path.as_str() == ROB).map(|change| change.after.clone());
        let text = text.unwrap_or_default();
        vault.upsert(ROB.into(), text.clone());
        (vault, text)
    }

    fn without_facts(text: &str) -> String {
        text.lines().filter(|line| !line.contains("runs the yard")).flat_map(|line| [line, "\n"]).collect()
    }

    #[test]
    fn a_line_taken_out_is_rejected_and_void_when_it_comes_back() {
        let (mut vault, before) = taught();
        assert!(before.contains("runs the yard"), "{before}");
        let after = without_facts(&before);
        vault.upsert(ROB.into(), after.clone());
        let removed = removed_lines(&mut vault, &ROB.into(), &before, &after);
        let [(id, decisions)] = removed.gone.iter().collect::<Vec<_>>()[..] else { panic!("{removed:?}") };
        assert!(matches!(decisions.as_slice(), [Decision { verdict: Verdict::Rejected, .. }]), "{decisions:?}");
        vault.upsert(ROB.into(), before.clone());
        assert_eq!(removed_lines(&mut vault, &ROB.into(), &after, &before).back, std::slice::from_ref(id));
    }

    #[test]
    fn a_line_that_was_moved_is_not_gone() {
        let (mut vault, before) = taught();
        let line = before.lines().find(|line| line.contains("runs the yard")).unwrap_or_default();
        let after = format!("{}\n## Elsewhere\n\n{line}\r\n", without_facts(&before));
        vault.upsert(ROB.into(), after.clone());
        assert_eq!(removed_lines(&mut vault, &ROB.into(), &before, &after), RemovedLines::default());
    }

    #[test]
    fn a_line_with_an_id_of_the_user_means_nothing() {
        let (mut vault, before) = taught();
        let more = format!("{before}- Mine. ^0123abcd\n- Mine too. ^mine\n");
        vault.upsert(ROB.into(), before.clone());
        assert_eq!(removed_lines(&mut vault, &ROB.into(), &more, &before), RemovedLines::default());
    }
}
