//! Answers for somebody who reads or types: tasks, completions, people.

use namesake_core::complete::{self, CompletionQuery};
use namesake_core::path::NotePath;
use namesake_core::task_rows::{self, TaskQuery};
use namesake_core::whois;
use wasm_bindgen::prelude::*;

use crate::Engine;
use crate::convert::{from_js, to_js};
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

    /// At most three people whom the form `written`, in this line of the note at `path`, may mean.
    ///
    /// # Errors
    /// Never in practice: the candidates are plain data.
    #[wasm_bindgen(unchecked_return_type = "Candidate[]")]
    pub fn whois(&mut self, path: String, written: &str, line: &str) -> Result<JsValue, JsValue> {
        to_js(&whois::whois(&mut self.vault, &NotePath::new(path), written, line))
    }
}
