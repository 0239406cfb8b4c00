//! What the engine takes in, settings, texts of notes and decisions, and what it knows about notes.

use namesake_core::adopted::{Adopted, SettingsFile};
use namesake_core::config::Config;
use namesake_core::decisions::Decision;
use namesake_core::new_person::TemplateCheck;
use namesake_core::note::Kind;
use namesake_core::path::NotePath;
use wasm_bindgen::prelude::*;

use crate::Engine;
use crate::convert::{self, from_js, time, to_js};
use crate::types::{AdoptedSettings, NoteText, VaultStatus};

#[wasm_bindgen]
impl Engine {
    /// Takes the content of `data.json` (null: defaults) and returns it with all defaults filled in.
    ///
    /// # Errors
    /// If its shape is wrong, with the place.
    #[wasm_bindgen(unchecked_return_type = "Config")]
    pub fn configure(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "unknown")] config: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let config =
            if config.is_null() || config.is_undefined() { Config::default() } else { convert::config(config)? };
        self.vault.configure(config);
        to_js(self.vault.config())
    }

    /// Takes the texts of the settings files of Obsidian and of other plugins, all that are there, in place of those given
    /// before. Returns what is adopted from them.
    ///
    /// # Errors
    /// If `files` is not a list of paths and texts.
    #[wasm_bindgen(unchecked_return_type = "AdoptedSettings")]
    pub fn adopt(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "SettingsFile[]")] files: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.vault.adopt(Adopted::read(&from_js::<Vec<SettingsFile>>(files)?));
        to_js(&AdoptedSettings::of(&self.vault))
    }

    /// Takes in the texts of notes, new or changed.
    ///
    /// # Errors
    /// If `notes` is not a list of paths and texts.
    pub fn upsert(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "NoteText[]")] notes: JsValue,
    ) -> Result<(), JsValue> {
        for NoteText { path, text } in from_js::<Vec<NoteText>>(notes)? {
            self.vault.upsert(path, text);
        }
        Ok(())
    }

    /// Says that a note cannot be read and why.
    pub fn reject(&mut self, path: String, reason: String) {
        self.vault.reject(NotePath::new(path), reason);
    }

    /// Forgets a note.
    pub fn remove(&mut self, path: String) {
        self.vault.remove(&NotePath::new(path));
    }

    /// Says that these files besides notes are there, new or changed: those that may hold transcripts.
    #[wasm_bindgen(js_name = addFiles)]
    pub fn add_files(&mut self, paths: Vec<String>) {
        self.vault.add_files(paths.into_iter().map(NotePath::new));
    }

    /// The files that are some note's transcript and whose text is not known yet, to be given with `putFile`.
    #[wasm_bindgen(js_name = wantedFiles)]
    pub fn wanted_files(&self) -> Vec<String> {
        self.vault.wanted_files().iter().map(ToString::to_string).collect()
    }

    /// Takes in the text of a file, which is never written; returns the notes whose transcript it is.
    #[wasm_bindgen(js_name = putFile)]
    pub fn put_file(&mut self, path: String, text: String) -> Vec<String> {
        let path = NotePath::new(path);
        self.vault.put_file(path.clone(), text);
        self.vault.notes_of_file(&path).iter().map(ToString::to_string).collect()
    }

    /// Forgets a file; returns the notes whose transcript it was.
    #[wasm_bindgen(js_name = removeFile)]
    pub fn remove_file(&mut self, path: String) -> Vec<String> {
        let path = NotePath::new(path);
        let notes = self.vault.notes_of_file(&path);
        self.vault.remove_file(&path);
        notes.iter().map(ToString::to_string).collect()
    }

    /// Moves a note and the decisions about it; returns the config to save.
    ///
    /// # Errors
    /// Never in practice: the config is plain data.
    #[wasm_bindgen(unchecked_return_type = "Config")]
    pub fn rename(&mut self, from: String, to: String) -> Result<JsValue, JsValue> {
        self.vault.rename(&NotePath::new(from), NotePath::new(to));
        to_js(self.vault.config())
    }

    /// Moves the decisions about a merged note to the note that stays; returns the config to save. `at` says when, in
    /// milliseconds since 1970, here as in all that is decided.
    ///
    /// # Errors
    /// Never in practice: the config is plain data.
    #[wasm_bindgen(unchecked_return_type = "Config")]
    pub fn merged(&mut self, loser: String, winner: String, at: f64) -> Result<JsValue, JsValue> {
        self.vault.merged(&NotePath::new(loser), &NotePath::new(winner), time(at));
        to_js(self.vault.config())
    }

    /// Remembers a decision; returns the config to save.
    ///
    /// # Errors
    /// If `decision` is none.
    #[wasm_bindgen(unchecked_return_type = "Config")]
    pub fn decide(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Decision")] decision: JsValue,
        at: f64,
    ) -> Result<JsValue, JsValue> {
        self.vault.decide(from_js::<Decision>(decision)?, time(at));
        to_js(self.vault.config())
    }

    /// Forgets a decision; returns the config to save.
    ///
    /// # Errors
    /// If `decision` is none.
    #[wasm_bindgen(unchecked_return_type = "Config")]
    pub fn forget(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Decision")] decision: JsValue,
        at: f64,
    ) -> Result<JsValue, JsValue> {
        self.vault.forget(&from_js::<Decision>(decision)?, time(at));
        to_js(self.vault.config())
    }

    /// The paths of all notes, unreadable ones included.
    pub fn paths(&self) -> Vec<String> {
        let unreadable = self.vault.unreadable().map(|(path, _)| path);
        self.vault.notes().map(|note| &note.path).chain(unreadable).map(ToString::to_string).collect()
    }

    /// Why no rule looks at the note at `path`, as the rest of a sentence for the user; undefined if rules do.
    pub fn ignored(&self, path: String) -> Option<String> {
        let path = NotePath::new(path);
        match self.vault.note(&path) {
            Some(note) => note.ignored().map(String::from),
            None => self.vault.unreadable().find(|(other, _)| **other == path).map(|(_, reason)| reason.to_owned()),
        }
    }

    /// The notes whose findings may change when the one at `path` does, itself first.
    pub fn related(&mut self, path: String) -> Vec<String> {
        self.vault.related(&NotePath::new(path)).iter().map(ToString::to_string).collect()
    }

    /// The notes in which a form may stand.
    pub fn mentioning(&self, written: &str) -> Vec<String> {
        self.vault.mentioning(written).iter().map(ToString::to_string).collect()
    }

    /// Whether the note at `path` is about a person.
    #[wasm_bindgen(js_name = isPerson)]
    pub fn is_person(&self, path: String) -> bool {
        self.vault.note(&NotePath::new(path)).is_some_and(|note| note.kind == Kind::Person)
    }

    /// How many notes the engine knows.
    ///
    /// # Errors
    /// Never in practice: it is four numbers.
    #[wasm_bindgen(unchecked_return_type = "VaultStatus")]
    pub fn status(&self) -> Result<JsValue, JsValue> {
        let facts = || self.vault.notes().filter_map(|note| self.vault.facts(&note.path));
        to_js(&VaultStatus {
            notes: self.vault.notes().count(),
            people: facts().filter(|facts| facts.person.is_some()).count(),
            meetings: facts().filter(|facts| facts.meeting.is_some()).count(),
            unreadable: self.vault.unreadable().count(),
        })
    }

    /// The problems of the note at `path` as a template for people.
    ///
    /// # Errors
    /// Never in practice: it is plain data.
    #[wasm_bindgen(js_name = checkTemplate, unchecked_return_type = "TemplateCheck")]
    pub fn check_template(&self, path: &str) -> Result<JsValue, JsValue> {
        to_js(&TemplateCheck::of(&self.vault, path))
    }
}
