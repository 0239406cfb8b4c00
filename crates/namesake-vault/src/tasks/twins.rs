//! Tasks that say the same in several notes: a meeting's task that a later meeting repeats. A task is compared only
//! with the few notes that hold its words, never with all. What becomes of twins is left to the rules.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::owners;
use crate::facts::KnownTask;
use crate::vault::{TaskTies, Vault};
use namesake_names::fold;
use namesake_note::finding::Tier;
use namesake_note::note::Note;
use namesake_tasks::Options;
use namesake_text::path::NotePath;

/// A task that says the same in another note.
#[derive(Debug, Clone, Copy)]
pub struct TaskTwin<'v> {
    /// The note it stands in.
    pub note: &'v Note,
    /// The day of the meeting, as an ISO date, if the note is one's.
    pub day: Option<&'v str>,
    /// The task.
    pub task: &'v KnownTask,
    /// Whether the words are the same; if not, one word is missing on either side.
    pub is_same: bool,
}

/// The tasks of other notes that are `wanted`, say the same as `task` of `note` and belong to the same people, in the
/// order of their days, then paths and lines. Their owners are compared last, since that costs most.
pub fn twins<'v>(
    vault: &'v Vault,
    note: &Note,
    task: &KnownTask,
    wanted: &dyn Fn(&TaskTwin) -> bool,
) -> Vec<TaskTwin<'v>> {
    let mut twins = alike_but_for_ties(vault, task);
    twins.retain(|twin| twin.note.path != note.path && wanted(twin));
    if !twins.is_empty() {
        let ties = ties_of(vault, note, task);
        twins.retain(|twin| agree(vault, note, &ties, twin));
    }
    twins
}

/// Whether some note has a twin of `task`, which itself need not be in the vault.
pub fn has_twin(vault: &Vault, note: &Note, task: &KnownTask, line: &str) -> bool {
    let ties = ties(vault, note, line);
    alike_but_for_ties(vault, task).iter().any(|twin| agree(vault, note, &ties, twin))
}

/// The tasks with the same words, whoever owns them.
fn alike_but_for_ties<'v>(vault: &'v Vault, task: &KnownTask) -> Vec<TaskTwin<'v>> {
    let paths = vault.notes_with_task(task);
    let mut twins = Vec::new();
    for (note, facts) in paths.iter().filter_map(|path| Some((vault.note(path)?, vault.facts(path)?))) {
        let day = facts.meeting.as_ref().and_then(|meeting| meeting.date.as_deref());
        let same = facts.tasks.iter().filter_map(|known| Some((known, task.is_same(known)?)));
        twins.extend(same.map(|(task, is_same)| TaskTwin { note, day, task, is_same }));
    }
    twins.sort_by(|a, b| a.day.unwrap_or("~").cmp(b.day.unwrap_or("~")));
    twins
}

/// Whether both belong to the same people, or one has no owner, and both link to the same notes. Links from one twin to
/// the other do not count.
fn agree(vault: &Vault, note: &Note, ties: &TaskTies, twin: &TaskTwin) -> bool {
    let others = ties_of(vault, twin.note, twin.task);
    let owned = ties.people == others.people || ties.people.is_empty() || others.people.is_empty();
    let links = |links: &BTreeSet<String>| -> BTreeSet<String> {
        let either = [note.path.as_str(), twin.note.path.as_str()];
        links.iter().filter(|link| !either.contains(&link.as_str())).cloned().collect()
    };
    owned && links(&ties.links) == links(&others.links)
}

/// The ties of a task that stands in the note.
fn ties_of(vault: &Vault, note: &Note, task: &KnownTask) -> Arc<TaskTies> {
    vault.task_ties(note, task, || ties(vault, note, note.slice(task.line)))
}

/// The owners and links of a task line in `note`.
fn ties(vault: &Vault, note: &Note, line: &str) -> TaskTies {
    let options: Options = vault.config().settings.task_options();
    let mut ties = TaskTies::default();
    let Some(task) = namesake_tasks::parse(line, &options) else { return ties };
    let context = vault.context(note, None);
    for owner in task.owners() {
        let linked = owner.note.and_then(|target| vault.linked(target));
        let is_person = |path: &&NotePath| vault.is_person(path);
        let (reading, answer) = owners::owner(vault, &owner, &context);
        match (linked, answer.best.filter(|_| answer.tier == Some(Tier::Auto))) {
            (Some(path), _) if !is_person(&path) => ties.links.insert(path.as_str().to_owned()),
            (_, Some(person)) => ties.people.insert(person.as_str().to_owned()),
            (_, None) => ties.people.insert(fold(reading.name)),
        };
    }
    ties
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::MOST_NOTES_WITH_TASK;
    use namesake_note::config::Config;

    /// The stems of the notes that tell of the first task of the note called `stem`.
    fn twins_of(vault: &Vault, stem: &str) -> Vec<String> {
        let note = vault.note(&path(stem)).unwrap();
        let task = &vault.facts(&note.path).unwrap().tasks[0];
        twins(vault, note, task, &|_| true).iter().map(|twin| twin.note.path.stem().to_owned()).collect()
    }

    fn path(stem: &str) -> NotePath {
        NotePath::new(format!("Meetings/{stem}.md"))
    }

    fn write(vault: &mut Vault, stem: &str, line: &str) {
        vault.upsert(path(stem), line.to_owned());
        vault.settle();
    }

    #[test]
    fn twins_follow_every_change_of_a_note() {
        let mut vault = Vault::new(Config::default());
        write(&mut vault, "2025-01-02", "- [ ] Send the plan to Tervola");
        write(&mut vault, "2025-01-01", "- [ ] send a plan to Tervola.");
        write(&mut vault, "2025-01-03", "- [ ] Send the plan to Osterhavn");
        assert_eq!(twins_of(&vault, "2025-01-02"), ["2025-01-01"]);
        write(&mut vault, "2025-01-03", "- [x] Send the plan to Tervola");
        assert_eq!(twins_of(&vault, "2025-01-02"), ["2025-01-01", "2025-01-03"]);
        vault.rename(&path("2025-01-01"), path("2025-01-04"));
        vault.settle();
        assert_eq!(twins_of(&vault, "2025-01-02"), ["2025-01-03", "2025-01-04"]);
        assert_eq!(vault.related(&path("2025-01-02")).len(), 3);
        for stem in ["2025-01-02", "2025-01-03", "2025-01-04"] {
            vault.remove(&path(stem));
        }
        assert!(vault.has_no_task_words());
    }

    #[test]
    fn what_every_meeting_says_is_a_habit() {
        let mut vault = Vault::new(Config::default());
        for week in 0..MOST_NOTES_WITH_TASK {
            write(&mut vault, &format!("Weekly {week}"), "- [ ] Send the minutes");
        }
        assert_eq!(twins_of(&vault, "Weekly 0").len(), MOST_NOTES_WITH_TASK - 1);
        write(&mut vault, "Once more", "- [ ] Send the minutes");
        assert_eq!(twins_of(&vault, "Weekly 0"), [""; 0]);
    }
}
