//! What the shell needs to know of decisions: how they change, how those of two devices meet, and which
//! of them a removed line means.

use namesake_core::config::Config;
use namesake_core::decisions::{DecisionChanges, Decisions};
use namesake_core::path::NotePath;
use namesake_core::removed_lines::removed_lines;
use wasm_bindgen::prelude::*;

use crate::Engine;
use crate::convert::{self, from_js, time, to_js};
use crate::types::Joined;

#[wasm_bindgen]
impl Engine {
    /// The decisions that came and went between two lists of them.
    ///
    /// # Errors
    /// Where one of them is no list of decisions.
    #[wasm_bindgen(js_name = decisionChanges, unchecked_return_type = "DecisionChanges")]
    pub fn decision_changes(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Decision[]")] before: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Decision[]")] after: JsValue,
    ) -> Result<JsValue, JsValue> {
        to_js(&DecisionChanges::between(&from_js::<Decisions>(before)?, &from_js::<Decisions>(after)?))
    }

    /// Takes decisions back, as an undone batch had made and lost them; gives the config to be saved. What was decided
    /// since stays.
    ///
    /// # Errors
    /// Where `changes` are none.
    #[wasm_bindgen(js_name = takeBack, unchecked_return_type = "Config")]
    pub fn take_back(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "DecisionChanges")] changes: JsValue,
        at: f64,
    ) -> Result<JsValue, JsValue> {
        let mut config = self.vault.config().clone();
        config.decisions.take_back(&from_js::<DecisionChanges>(changes)?, time(at));
        self.vault.configure(config);
        to_js(self.vault.config())
    }

    /// What two devices know together: the later settings, those of `theirs` where nobody can say which are later, and
    /// the last word of each decision. The engine keeps its own until it is configured with it.
    ///
    /// # Errors
    /// Where the shape of either is wrong, with the place.
    #[wasm_bindgen(unchecked_return_type = "Joined")]
    pub fn joined(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Config")] mine: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "unknown")] theirs: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (mine, theirs): (Config, Config) = (convert::config(mine)?, convert::config(theirs)?);
        let config = theirs.clone().joined(mine);
        to_js(&Joined { lacking: config != theirs, config })
    }

    /// Compares the text of the note at `path` before and after a change by hand: which lines of meetings were taken out, and
    /// which came back. The engine knows the note as `after`.
    ///
    /// # Errors
    /// Never in practice: it is plain data.
    #[wasm_bindgen(js_name = removedLines, unchecked_return_type = "RemovedLines")]
    pub fn removed_lines(&mut self, path: String, before: &str, after: &str) -> Result<JsValue, JsValue> {
        to_js(&removed_lines(&mut self.vault, &NotePath::new(path), before, after))
    }
}
