//! Findings, and the new texts that follow from them.

use std::collections::BTreeSet;

use namesake_core::finding::NoteEdit;
use namesake_core::journal::JournalEntry;
use namesake_core::merge::{self, MergeRequest};
use namesake_core::path::NotePath;
use namesake_core::plan::{self, Query};
use namesake_core::preview::preview;
use namesake_core::split::{self, SplitRequest};
use namesake_core::{rules, text};
use wasm_bindgen::prelude::*;

use crate::Engine;
use crate::convert::{self, from_js, into_error, to_js};
use crate::request::PlanRequest;
use crate::types::{Reverted, RuleInfo};

#[wasm_bindgen]
impl Engine {
    /// All rules.
    ///
    /// # Errors
    /// Never in practice: the list is plain data.
    #[wasm_bindgen(unchecked_return_type = "RuleInfo[]")]
    pub fn rules(&self) -> Result<JsValue, JsValue> {
        to_js(&rules::ALL.iter().map(RuleInfo::from).collect::<Vec<_>>())
    }

    /// The findings that `query` means.
    ///
    /// # Errors
    /// If `query` is none.
    #[wasm_bindgen(unchecked_return_type = "Finding[]")]
    pub fn findings(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Query")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let mut findings = plan::findings(&mut self.vault, &from_js::<Query>(query)?);
        convert::findings(&mut findings, &self.vault);
        to_js(&findings)
    }

    /// Looks at these notes for the queue: keeps their findings, and gives them.
    ///
    /// # Errors
    /// Never in practice: the findings are plain data.
    #[wasm_bindgen(unchecked_return_type = "Finding[]")]
    pub fn look(&mut self, paths: Vec<String>) -> Result<JsValue, JsValue> {
        let mut findings = self.kept.look(&mut self.vault, paths.into_iter().map(NotePath::new).collect());
        convert::findings(&mut findings, &self.vault);
        to_js(&findings)
    }

    /// The questions over all findings that are kept: their order, and those that changed since the last call, or all of them
    /// if `whole`.
    ///
    /// # Errors
    /// Never in practice: the questions are plain data.
    #[wasm_bindgen(unchecked_return_type = "QueueChanges")]
    pub fn queue(&mut self, whole: bool) -> Result<JsValue, JsValue> {
        to_js(&self.kept.changes(&self.vault, whole))
    }

    /// The question that would be asked about one kept finding of the note at `path` alone; undefined if nobody can be asked.
    ///
    /// # Errors
    /// Never in practice: the question is plain data.
    #[wasm_bindgen(js_name = questionAt, unchecked_return_type = "Question | undefined")]
    pub fn question_at(&self, path: String, id: &str) -> Result<JsValue, JsValue> {
        to_js(&self.kept.alone(&self.vault, &NotePath::new(path), id))
    }

    /// What a fix of a finding in the note at `path` would change, word by word. Empty if the finding is gone.
    ///
    /// # Errors
    /// If the fix does not fit the notes any more.
    #[wasm_bindgen(unchecked_return_type = "Preview[]")]
    pub fn preview(&mut self, path: String, id: String, fix: usize) -> Result<JsValue, JsValue> {
        let query = Query {
            paths: Some(BTreeSet::from([NotePath::new(path)])),
            ids: Some(BTreeSet::from([id])),
            ..Query::default()
        };
        let findings = plan::findings(&mut self.vault, &query);
        let Some(fix) = findings.first().and_then(|finding| finding.fixes.get(fix)) else {
            return to_js(&Vec::<()>::new());
        };
        let mut previews = Vec::new();
        for base in &fix.bases {
            let before = self.vault.text(&base.path).unwrap_or_default();
            let mut edits: Vec<_> =
                fix.edits.iter().filter(|edit| edit.path == base.path).map(NoteEdit::edit).collect();
            edits.sort();
            previews.push(preview(&base.path, before, &text::apply(before, &edits).map_err(into_error)?));
        }
        if let Some(new) = &fix.creates {
            previews.push(preview(&new.path, "", &new.text));
        }
        to_js(&previews)
    }

    /// New texts for what `request` asks, computed and checked. Nothing is written and the engine's notes stay as
    /// they are.
    ///
    /// # Errors
    /// If `request` is none.
    #[wasm_bindgen(unchecked_return_type = "Plan")]
    pub fn plan(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "PlanRequest")] request: JsValue,
    ) -> Result<JsValue, JsValue> {
        let mut plan = from_js::<PlanRequest>(request)?.plan(&mut self.vault);
        convert::plan(&mut plan);
        to_js(&plan)
    }

    /// The merge of two notes of one person: both side by side, and a plan.
    ///
    /// # Errors
    /// If `request` is none.
    #[wasm_bindgen(unchecked_return_type = "Merge")]
    pub fn merge(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "MergeRequest")] request: JsValue,
    ) -> Result<JsValue, JsValue> {
        let mut merge = merge::merge(&mut self.vault, &from_js::<MergeRequest>(request)?);
        convert::plan(&mut merge.plan);
        to_js(&merge)
    }

    /// The split of a note that holds two people: its parts with their sides, and a plan.
    ///
    /// # Errors
    /// If `request` is none.
    #[wasm_bindgen(unchecked_return_type = "Split")]
    pub fn split(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "SplitRequest")] request: JsValue,
    ) -> Result<JsValue, JsValue> {
        let mut split = split::split(&mut self.vault, &from_js::<SplitRequest>(request)?);
        convert::plan(&mut split.plan);
        to_js(&split)
    }

    /// The difference of two texts of the note at `path`, word by word.
    ///
    /// # Errors
    /// Never in practice: the lines are plain data.
    #[wasm_bindgen(unchecked_return_type = "Preview")]
    pub fn compare(&self, path: String, before: &str, after: &str) -> Result<JsValue, JsValue> {
        to_js(&preview(&NotePath::new(path), before, after))
    }

    /// Takes a change back: returns the text before it, if `current` is still the text after it. The text is empty for a note
    /// that the change made, which has to be removed. Without `current`, no note stands there.
    ///
    /// # Errors
    /// If the note was edited since, if somebody else removed it, or if the entry is damaged.
    #[wasm_bindgen(unchecked_return_type = "Reverted")]
    pub fn revert(
        &self,
        #[wasm_bindgen(unchecked_param_type = "JournalEntry")] entry: JsValue,
        current: Option<String>,
    ) -> Result<JsValue, JsValue> {
        let entry = from_js::<JournalEntry>(entry)?;
        let after = current.as_deref().map_or_else(|| entry.recover(), |current| entry.revert(current));
        let (after, current) = (after.map_err(into_error)?, current.unwrap_or_default());
        let mut edits: Vec<_> = text::changes(&current, &after).into_iter().map(Into::into).collect();
        convert::edits(&mut edits, &current);
        to_js(&Reverted { before: current, after, edits })
    }
}
