//! The queue over time: the findings of each note are kept until the note is looked at again, so that a changed note costs
//! a look at that note, and whoever shows the queue hears only of the questions that changed.

use std::collections::{BTreeMap, BTreeSet};

use namesake_note::finding::Finding;
use namesake_text::path::NotePath;
use namesake_vault::vault::Vault;
use serde::Serialize;

use super::question::Question;
use super::queue::queue;
use crate::plan::{self, Query};

/// What was found in each note when it was last looked at, and the questions last told of.
#[derive(Debug, Default)]
pub struct KeptFindings {
    by_note: BTreeMap<NotePath, Vec<Finding>>,
    told: Told,
}

/// The queue as it was told last.
#[derive(Debug, Default)]
struct Told {
    /// Each question by its id, with its index.
    questions: BTreeMap<String, (usize, Question)>,
    open: BTreeMap<NotePath, usize>,
}

/// The queue, of which only that is said which is new or differs from the last time.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct QueueChanges {
    /// The ids of questions that are asked no more.
    pub gone: Vec<String>,
    /// How many questions there are.
    pub count: usize,
    /// Those that are new, changed or moved, each with its index among all, in their order. The others keep theirs.
    pub questions: Vec<(usize, Question)>,
    /// How many repairs are certain, by rule.
    #[cfg_attr(feature = "ts", tsify(type = "Record<string, number>"))]
    pub safe: BTreeMap<&'static str, usize>,
    /// Findings without an answer on offer, by note, where that is not as before.
    #[cfg_attr(feature = "ts", tsify(optional, type = "Record<string, number>"))]
    pub open: Option<BTreeMap<NotePath, usize>>,
}

impl KeptFindings {
    /// Looks at these notes again. What was kept of them is replaced by what is found now.
    pub fn look(&mut self, vault: &mut Vault, paths: BTreeSet<NotePath>) -> Vec<Finding> {
        for path in &paths {
            self.by_note.remove(path);
        }
        let found = plan::findings(vault, &Query { paths: Some(paths), ..Query::default() });
        for finding in &found {
            self.by_note.entry(finding.path.clone()).or_default().push(finding.clone());
        }
        found
    }

    /// The question that would be asked about one finding alone, where somebody is asked about its place. `None` if it is
    /// gone, or nobody can be asked.
    pub fn alone(&self, vault: &Vault, path: &NotePath, id: &str) -> Option<Question> {
        let finding = self.by_note.get(path)?.iter().find(|finding| finding.id == id)?;
        queue(vault, [finding]).questions.pop()
    }

    /// The queue now. `whole` says all questions again, for somebody who knows none yet.
    pub fn changes(&mut self, vault: &Vault, whole: bool) -> QueueChanges {
        let queue = queue(vault, self.by_note.values().flatten());
        let mut told = if whole { Told::default() } else { std::mem::take(&mut self.told) };
        let mut questions = Vec::new();
        // How far the questions that stay have come in the order of before.
        let mut reached = None;
        for (index, question) in queue.questions.iter().enumerate() {
            match told.questions.remove(&question.id) {
                Some((before, same)) if same == *question && Some(before) > reached => reached = Some(before),
                _ => questions.push((index, question.clone())),
            }
        }
        let changes = QueueChanges {
            // What is left of those that were told is asked no more.
            gone: told.questions.into_keys().collect(),
            count: queue.questions.len(),
            questions,
            safe: queue.safe,
            open: (whole || queue.open != told.open).then(|| queue.open.clone()),
        };
        let indexed = queue.questions.into_iter().enumerate();
        let questions = indexed.map(|(index, question)| (question.id.clone(), (index, question))).collect();
        self.told = Told { questions, open: queue.open };
        changes
    }
}
