//! The queue over time: the findings of each note are kept until the note is looked at again, so that a changed note costs
//! a look at that note, and whoever shows the queue hears only of the questions that changed.

use std::collections::{BTreeMap, BTreeSet};

use namesake_note::finding::Finding;
use namesake_text::path::NotePath;
use namesake_vault::vault::Vault;
use serde::Serialize;

use super::question::Question;
use super::queue;
use crate::plan::{self, Query};

/// What was found in each note when it was last looked at, and the questions last told of.
#[derive(Debug, Default)]
pub struct KeptFindings {
    by_note: BTreeMap<NotePath, Vec<Finding>>,
    told: BTreeMap<String, Question>,
}

/// The queue, of which only those questions are whole that are new or differ from the last time.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct QueueChanges {
    /// The ids of all questions in their order.
    pub order: Vec<String>,
    /// Those that are new or changed.
    pub questions: Vec<Question>,
    /// How many repairs are certain, by rule.
    #[cfg_attr(feature = "ts", tsify(type = "Record<string, number>"))]
    pub safe: BTreeMap<&'static str, usize>,
    /// Findings without an answer on offer, by note.
    #[cfg_attr(feature = "ts", tsify(type = "Record<string, number>"))]
    pub open: BTreeMap<NotePath, usize>,
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

    /// The queue now. `whole` says all questions again, for somebody who knows none yet.
    pub fn changes(&mut self, vault: &Vault, whole: bool) -> QueueChanges {
        let queue = queue(vault, self.by_note.values().flatten());
        let order: Vec<String> = queue.questions.iter().map(|question| question.id.clone()).collect();
        let mut told = if whole { BTreeMap::new() } else { std::mem::take(&mut self.told) };
        let is_news = |question: &&Question| told.remove(&question.id).as_ref() != Some(*question);
        let questions = queue.questions.iter().filter(is_news).cloned().collect();
        self.told = queue.questions.into_iter().map(|question| (question.id.clone(), question)).collect();
        QueueChanges { order, questions, safe: queue.safe, open: queue.open }
    }
}
