//! Answers for somebody who reads or types: tasks, completions, people.

use namesake_core::about;
use namesake_core::briefing;
use namesake_core::complete::{self, CompletionQuery};
use namesake_core::example;
use namesake_core::glossary::{self, Recorder};
use namesake_core::path::NotePath;
use namesake_core::pattern::{Pattern, PatternPart};
use namesake_core::pattern_trial::pattern_trial;
use namesake_core::people;
use namesake_core::task_rows::{self, TaskQuery};
use namesake_core::text::utf16;
use namesake_core::whois;
use namesake_core::written_line;
use wasm_bindgen::prelude::*;

use crate::Engine;
use crate::convert::{self, from_js, to_js};
use crate::task_table::TaskTable;

#[wasm_bindgen]
impl Engine {
    /// The tasks that `query` means.
    ///
    /// # Errors
    /// If `query` is none.
    #[wasm_bindgen(unchecked_return_type = "TaskTable")]
    pub fn tasks(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "TaskQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let mut table = TaskTable::default();
        task_rows::each_task(&mut self.vault, &from_js::<TaskQuery>(query)?, |found| table.push(found));
        table.into_js()
    }

    /// The completions for the typed words, the likeliest first.
    ///
    /// # Errors
    /// If `query` is none.
    #[wasm_bindgen(unchecked_return_type = "Completion[]")]
    pub fn complete(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "CompletionQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        to_js(&complete::complete(&mut self.vault, &from_js::<CompletionQuery>(query)?))
    }

    /// Everybody who has a note, whom one met last first.
    ///
    /// # Errors
    /// Never in practice: the answer is plain data.
    #[wasm_bindgen(unchecked_return_type = "Contact[]")]
    pub fn people(&mut self) -> Result<JsValue, JsValue> {
        to_js(&people::people(&mut self.vault))
    }

    /// At most three people whom the form `written`, in this line of the note at `path`, may mean.
    ///
    /// # Errors
    /// Never in practice: the candidates are plain data.
    #[wasm_bindgen(unchecked_return_type = "Candidate[]")]
    pub fn whois(&mut self, path: String, written: &str, line: &str) -> Result<JsValue, JsValue> {
        to_js(&whois::whois(&mut self.vault, &NotePath::new(path), written, line))
    }

    /// What to know of the person of the note at `path` before a meeting on the day `today`, an ISO date; undefined if it is
    /// nobody's.
    ///
    /// # Errors
    /// Never in practice: the answer is plain data.
    #[wasm_bindgen(unchecked_return_type = "Briefing | undefined")]
    pub fn briefing(&mut self, path: String, today: &str) -> Result<JsValue, JsValue> {
        to_js(&briefing::briefing(&mut self.vault, &NotePath::new(path), today))
    }

    /// What would be found in the note at `path` if `line`, from 1, were not there, with the meeting that wrote it as its source;
    /// undefined if none did.
    ///
    /// # Errors
    /// Never in practice: the finding is plain data.
    #[wasm_bindgen(js_name = writtenLine, unchecked_return_type = "Finding | undefined")]
    pub fn written_line(&mut self, path: String, line: usize) -> Result<JsValue, JsValue> {
        let mut found: Vec<_> =
            written_line::written_line(&mut self.vault, &NotePath::new(path), line).into_iter().collect();
        convert::findings(&mut found, &self.vault);
        to_js(&found.pop())
    }

    /// What the vault is recognised as, and what only seems so.
    ///
    /// # Errors
    /// Never in practice: the answer is plain data.
    #[wasm_bindgen(unchecked_return_type = "About")]
    pub fn about(&mut self) -> Result<JsValue, JsValue> {
        to_js(&about::about(&mut self.vault))
    }

    /// The newest meeting that has something to write to its people's notes.
    pub fn example(&mut self) -> Option<String> {
        example::example(&mut self.vault).map(|path| path.to_string())
    }

    /// The names of the vault's people and companies, or of those of the note at `path`, one a line: for a recorder's
    /// own vocabulary.
    pub fn glossary(&mut self, path: Option<String>) -> String {
        let path = path.map(NotePath::new);
        glossary::written(&glossary::glossary(&mut self.vault, path.as_ref()), Recorder::Lines)
    }

    /// What `pattern` would find in the note at `path`, or where it is wrong. Without a note only the pattern is checked.
    ///
    /// # Errors
    /// If `pattern` is none.
    #[wasm_bindgen(js_name = tryPattern, unchecked_return_type = "PatternTrial")]
    pub fn try_pattern(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Pattern")] pattern: JsValue,
        path: Option<String>,
    ) -> Result<JsValue, JsValue> {
        self.vault.settle();
        let pattern = from_js::<Pattern>(pattern)?;
        let path = path.map(NotePath::new);
        let mut trial = pattern_trial(&self.vault, &pattern, path.as_ref());
        if let Some(error) = &mut trial.error {
            let text = match error.part {
                PatternPart::Find => pattern.find.as_str(),
                PatternPart::Replace => &pattern.replace,
                PatternPart::Where => "",
            };
            utf16::from_bytes(text, &mut [&mut error.start]);
        }
        let places = trial.excerpts.iter_mut().flat_map(|excerpt| [&mut excerpt.start, &mut excerpt.end]);
        let text = path.and_then(|path| self.vault.text(&path)).unwrap_or_default();
        utf16::from_bytes(text, &mut places.collect::<Vec<_>>());
        to_js(&trial)
    }
}
