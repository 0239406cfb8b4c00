//! Why a line stands in a note, if a meeting wrote it: the rule, its reasons and the meeting. Nothing is kept for that: the
//! line is taken out, and the rules say whether they would write it again.

use namesake_note::finding::Finding;
use namesake_text::path::NotePath;
use namesake_vault::vault::Vault;

use crate::removed_lines::{line_id, taught, writes};

/// What would be found in the note at `path` if `line`, from 1, were not there: its source is the meeting that wrote the
/// line. `None` if no meeting says it: it is somebody's own, or its meeting is gone or says something else by now. The
/// vault is afterwards as it was before.
pub fn written_line(vault: &mut Vault, path: &NotePath, line: usize) -> Option<Finding> {
    let text = vault.text(path)?.to_owned();
    let written = text.split_inclusive('\n').nth(line.checked_sub(1)?)?;
    let id = line_id(written.trim_end())?;
    let lines = text.split_inclusive('\n').enumerate();
    let without: String = lines.filter(|(at, _)| at + 1 != line).map(|(_, other)| other).collect();
    vault.upsert(path.clone(), without);
    let found = taught(vault, path).into_iter().find(|finding| writes(finding, id));
    vault.upsert(path.clone(), text);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{PlanRequest, plan};

    const ROB: &str = "People/Rob Benoit.md";
    const MEETING: &str = "Meetings/2025-10-30 - Yard.md";

    /// A vault in which the meeting has taught Rob's note its lines, and the number of the one that has these words.
    fn taught_line(words: &str, edit: impl Fn(String) -> String) -> (Vault, usize) {
        let mut vault = Vault::default();
        let heard = "**Date:** 2025-10-30\n**Participants:** Rob Benoit\n\n## Summary\nThe yard.\n\n## Key facts\n\n- Rob Benoit runs the yard.\n";
        vault.upsert(
            ROB.into(),
            "---\ntype: people\n---\n\n## Key Facts\n\n- Mine. ^0123abcd\n\n## Recent Context\n\n".to_owned(),
        );
        vault.upsert(MEETING.into(), heard.to_owned());
        let plan = plan(&mut vault, &PlanRequest::Taught { path: MEETING.into() });
        let text = plan.changes.iter().find(|change| change.path.as_str() == ROB).map(|change| change.after.clone());
        let text = edit(text.unwrap_or_default());
        let line = text.lines().position(|line| line.contains(words)).map_or(0, |at| at + 1);
        vault.upsert(ROB.into(), text);
        (vault, line)
    }

    #[test]
    fn a_taught_line_names_rule_and_meeting() {
        for (words, rule) in [("runs the yard", "key-facts"), ("Yard|Yard]]", "recent-context")] {
            let (mut vault, line) = taught_line(words, |text| text);
            let before = vault.text(&ROB.into()).map(str::to_owned);
            let why = written_line(&mut vault, &ROB.into(), line).map(|why| (why.rule, why.source));
            assert_eq!(why, Some((rule, Some(MEETING.into()))), "{words}: {before:?}");
            assert_eq!(vault.text(&ROB.into()).map(str::to_owned), before);
        }
    }

    #[test]
    fn it_does_so_after_the_note_was_edited_elsewhere_and_in_the_line_itself() {
        let (mut vault, line) = taught_line("runs the old yard", |text| {
            text.replace("runs the yard", "runs the old yard").replace("---\n\n", "---\nMine.\r\n\n")
        });
        let why = written_line(&mut vault, &ROB.into(), line);
        assert_eq!(why.map(|why| why.rule), Some("key-facts"));
    }

    #[test]
    fn what_the_user_wrote_has_no_reason() {
        let (mut vault, line) = taught_line("Mine.", |text| text);
        assert_eq!(written_line(&mut vault, &ROB.into(), line), None, "an id of the user's");
        for line in [0, 1, 999] {
            assert_eq!(written_line(&mut vault, &ROB.into(), line), None, "{line}");
        }
    }

    #[test]
    fn nor_has_a_line_whose_meeting_is_gone() {
        let (mut vault, line) = taught_line("runs the yard", |text| text);
        vault.remove(&MEETING.into());
        assert_eq!(written_line(&mut vault, &ROB.into(), line), None);
    }
}
