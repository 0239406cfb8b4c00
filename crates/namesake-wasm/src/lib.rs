//! The boundary between the core and JavaScript, and nothing else: plain data across, offsets in UTF-16 units on the
//! JavaScript side, errors as `Error` with a message for the user, panics remembered for whoever reports them.

mod convert;
mod decisions;
mod panics;
mod task_table;

use namesake_core::bases;
use namesake_core::new_person::TemplateCheck;
use namesake_core::overview;
use namesake_core::task_rows;
use std::collections::BTreeSet;

use namesake_core::complete::{self, CompletionQuery};
use namesake_core::config::Config;
use namesake_core::decisions::Decision;
use namesake_core::finding::NoteEdit;
use namesake_core::frontmatter::schema::PropertyTypes;
use namesake_core::journal::JournalEntry;
use namesake_core::merge::{self, MergeRequest};
use namesake_core::note::Kind;
use namesake_core::path::NotePath;
use namesake_core::plan::{self, Choice, Plan, PlanRequest, Query, TaskClick};
use namesake_core::preview::preview;
use namesake_core::rules;
use namesake_core::task_rows::TaskQuery;
use namesake_core::tasks::Format;
use namesake_core::text;
use namesake_core::vault::Vault;
use namesake_core::whois::{self, Alias, Identification};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use convert::{from_js, into_error, to_js};
use task_table::TaskTable;

/// A fifth of the time goes into allocations, and this one is a good deal faster than the standard library's.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What is to be done. */
export type PlanRequest =
    /** Exactly these; where any was carried out, a form is made an alias as well. */
    | { kind: "choices"; choices: Choice[]; alias?: Alias }
    /** What is certain after a note was saved: in the note itself, and what it teaches other notes. */
    | { kind: "saved"; path: string }
    /** What a note teaches other notes. */
    | { kind: "taught"; path: string }
    /** Everything that is meant, the first fix of each. */
    | { kind: "query"; query: Query }
    /** What a click on a task's checkbox does: done and the next occurrence, or open again. */
    | { kind: "task"; task: TaskClick }
    /** A form in a note linked to a person, and made an alias of theirs if that is asked. */
    | { kind: "identify"; form: Identification }
    /** The tasks of the query's notes written in a format; nothing else of the query counts. */
    | { kind: "convert"; to: Format; query: Query }
    /** The report of the vault, written to the note that the settings name. */
    | { kind: "report" }
    /** A base of people, meetings and what is to be reviewed, made at a path. */
    | { kind: "base"; path: NotePath };
/** A note as it stands. */
export interface NoteText { path: string; text: string }
/** A rule as the settings list it: its name, group and documentation, and whether it is on where nobody switched it. */
export interface RuleInfo { name: string; group: string; tier: Tier; what: string; why: string; example: string; automatic: string; on: boolean }
/** A change taken back: edits, in UTF-16 units, lead from the text given to the text before the change. */
export interface Reverted { before: string; after: string; edits: NoteEditSpan[] }
/** How many notes the engine knows. */
export interface VaultStatus { notes: number; people: number; meetings: number; unreadable: number }
"#;

#[derive(Deserialize)]
struct NoteText {
    path: NotePath,
    text: String,
}

/// A [`PlanRequest`] with its kind beside its content. Read by hand: what serde generates for such an enum weighs more
/// than all rules together.
#[derive(Deserialize)]
struct Request {
    kind: RequestKind,
    #[serde(default)]
    choices: Vec<Choice>,
    alias: Option<Alias>,
    path: Option<NotePath>,
    #[serde(default)]
    query: Query,
    task: Option<TaskClick>,
    form: Option<Identification>,
    #[serde(default)]
    to: Format,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum RequestKind {
    Choices,
    Saved,
    Taught,
    Query,
    Task,
    Identify,
    Convert,
    Report,
    Base,
}

impl Request {
    fn plan(self, vault: &mut Vault) -> Result<Plan, JsValue> {
        let Self { kind, choices, alias, path, query, task, form, to } = self;
        let path = || path.ok_or_else(|| into_error("the request names no note"));
        let request = match kind {
            RequestKind::Choices => PlanRequest::Choices { choices, alias },
            RequestKind::Saved => PlanRequest::Saved { path: path()? },
            RequestKind::Taught => PlanRequest::Taught { path: path()? },
            RequestKind::Query => PlanRequest::Query { query },
            RequestKind::Task => {
                let task = task.ok_or_else(|| into_error("the request names no task"))?;
                return Ok(plan::click(vault, &task));
            }
            RequestKind::Identify => {
                let form = form.ok_or_else(|| into_error("the request names no form"))?;
                return Ok(whois::identify(vault, &form));
            }
            RequestKind::Report => return Ok(overview::plan_report(vault)),
            RequestKind::Base => return Ok(bases::plan_base(vault, path()?)),
            RequestKind::Convert => return Ok(plan::convert_tasks(vault, to, query.paths.as_ref())),
        };
        Ok(plan::plan(vault, &request))
    }
}

#[derive(Serialize)]
struct RuleInfo {
    name: &'static str,
    group: &'static str,
    tier: namesake_core::finding::Tier,
    what: &'static str,
    why: &'static str,
    example: &'static str,
    automatic: &'static str,
    on: bool,
}

#[derive(Serialize)]
struct Reverted<'t> {
    before: &'t str,
    after: String,
    edits: Vec<namesake_core::plan::NoteEditSpan>,
}

#[derive(Serialize)]
struct VaultStatus {
    notes: usize,
    people: usize,
    meetings: usize,
    unreadable: usize,
}

/// One vault's engine. Kept for as long as the plugin runs; a panic leaves it unusable, and a new one has to be made.
#[wasm_bindgen]
#[derive(Default)]
pub struct Engine {
    vault: Vault,
}

#[wasm_bindgen]
impl Engine {
    /// An engine that knows no note, with default settings.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        panics::remember();
        Self::default()
    }

    /// Takes the content of `data.json` (null: defaults) and gives it back with every default filled in.
    ///
    /// # Errors
    /// Where its shape is wrong, with the place.
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

    /// Takes the content of `.obsidian/types.json`: what Obsidian has been told that properties hold.
    ///
    /// # Errors
    /// Where its shape is wrong; the types known until then stay.
    #[wasm_bindgen(js_name = propertyTypes)]
    pub fn property_types(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "unknown")] types: &JsValue,
    ) -> Result<(), JsValue> {
        self.vault.set_property_types(from_js::<PropertyTypes>(convert::field(types, "types")?)?);
        Ok(())
    }

    /// Takes in the texts of notes, new or changed.
    ///
    /// # Errors
    /// Where `notes` is not a list of paths and texts.
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

    /// Moves a note and the decisions about it; gives the config to be saved.
    ///
    /// # Errors
    /// Never in practice: the config is plain data.
    #[wasm_bindgen(unchecked_return_type = "Config")]
    pub fn rename(&mut self, from: String, to: String) -> Result<JsValue, JsValue> {
        self.vault.rename(&NotePath::new(from), NotePath::new(to));
        to_js(self.vault.config())
    }

    /// Has what was decided about a note that was merged into another be about that one; gives the config to be saved.
    ///
    /// # Errors
    /// Never in practice: the config is plain data.
    #[wasm_bindgen(unchecked_return_type = "Config")]
    pub fn merged(&mut self, loser: String, winner: String) -> Result<JsValue, JsValue> {
        self.vault.merged(&NotePath::new(loser), &NotePath::new(winner));
        to_js(self.vault.config())
    }

    /// Remembers a decision; gives the config to be saved.
    ///
    /// # Errors
    /// Where `decision` is none.
    #[wasm_bindgen(unchecked_return_type = "Config")]
    pub fn decide(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Decision")] decision: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.vault.decide(from_js::<Decision>(decision)?);
        to_js(self.vault.config())
    }

    /// Forgets a decision; gives the config to be saved.
    ///
    /// # Errors
    /// Where `decision` is none.
    #[wasm_bindgen(unchecked_return_type = "Config")]
    pub fn forget(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Decision")] decision: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.vault.forget(&from_js::<Decision>(decision)?);
        to_js(self.vault.config())
    }

    /// The paths of all notes, unreadable ones included.
    pub fn paths(&self) -> Vec<String> {
        let unreadable = self.vault.unreadable().map(|(path, _)| path);
        self.vault.notes().map(|note| &note.path).chain(unreadable).map(ToString::to_string).collect()
    }

    /// Why no rule looks at the note at `path`, as the rest of a sentence for the user; undefined where they do.
    pub fn ignored(&self, path: String) -> Option<String> {
        let path = NotePath::new(path);
        let reason = match self.vault.note(&path) {
            Some(note) => note.ignored(),
            None => self.vault.unreadable().find(|(other, _)| **other == path).map(|(_, reason)| reason),
        };
        reason.map(str::to_owned)
    }

    /// The notes whose findings may change when the one at `path` does, itself first.
    pub fn related(&mut self, path: String) -> Vec<String> {
        self.vault.related(&NotePath::new(path)).iter().map(ToString::to_string).collect()
    }

    /// The notes in which a form may stand.
    pub fn mentioning(&self, written: &str) -> Vec<String> {
        self.vault.mentioning(written).iter().map(ToString::to_string).collect()
    }

    /// The findings that `query` means.
    ///
    /// # Errors
    /// Where `query` is none.
    #[wasm_bindgen(unchecked_return_type = "Finding[]")]
    pub fn findings(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Query")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let mut findings = plan::findings(&mut self.vault, &from_js::<Query>(query)?);
        convert::findings(&mut findings, &self.vault);
        to_js(&findings)
    }

    /// New texts for what `request` asks, computed and checked. Nothing is written and the engine's notes stay as
    /// they are.
    ///
    /// # Errors
    /// Where `request` is none.
    #[wasm_bindgen(unchecked_return_type = "Plan")]
    pub fn plan(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "PlanRequest")] request: JsValue,
    ) -> Result<JsValue, JsValue> {
        let mut plan = from_js::<Request>(request)?.plan(&mut self.vault)?;
        convert::plan(&mut plan);
        to_js(&plan)
    }

    /// What a fix of a finding in the note at `path` would change, word by word. Empty where the finding is gone.
    ///
    /// # Errors
    /// Where the fix does not fit the notes any more.
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

    /// What is to be said of the note at `path` as a template for people.
    ///
    /// # Errors
    /// Never in practice: it is plain data.
    #[wasm_bindgen(js_name = checkTemplate, unchecked_return_type = "TemplateCheck")]
    pub fn check_template(&self, path: &str) -> Result<JsValue, JsValue> {
        to_js(&TemplateCheck::of(&self.vault, path))
    }

    /// In what two texts of the note at `path` differ, word by word.
    ///
    /// # Errors
    /// Never in practice: the lines are plain data.
    #[wasm_bindgen(unchecked_return_type = "Preview")]
    pub fn compare(&self, path: String, before: &str, after: &str) -> Result<JsValue, JsValue> {
        to_js(&preview(&NotePath::new(path), before, after))
    }

    /// Takes a change back: the text before it, if `current` is still the text after it; none for a note that the change
    /// made, which has to go. No `current`: no note stands there.
    ///
    /// # Errors
    /// Where the note has changed since or somebody else took it away, or the entry is damaged.
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
        to_js(&Reverted { before: &current, after, edits })
    }

    /// The tasks that `query` means.
    ///
    /// # Errors
    /// Where `query` is none.
    #[wasm_bindgen(unchecked_return_type = "TaskTable")]
    pub fn tasks(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "TaskQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let mut table = TaskTable::default();
        task_rows::each_task(&mut self.vault, &from_js::<TaskQuery>(query)?, |found| table.push(found));
        table.into_js()
    }

    /// Whom and what the words typed may mean, the likeliest first.
    ///
    /// # Errors
    /// Where `query` is none.
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

    /// Whether the note at `path` is about a person.
    #[wasm_bindgen(js_name = isPerson)]
    pub fn is_person(&self, path: String) -> bool {
        self.vault.note(&NotePath::new(path)).is_some_and(|note| note.kind == Kind::Person)
    }

    /// What two notes of one person come to when they are made one: side by side, and as a plan.
    ///
    /// # Errors
    /// Where `request` is none.
    #[wasm_bindgen(unchecked_return_type = "Merge")]
    pub fn merge(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "MergeRequest")] request: JsValue,
    ) -> Result<JsValue, JsValue> {
        let mut merge = merge::merge(&mut self.vault, &from_js::<MergeRequest>(request)?);
        convert::plan(&mut merge.plan);
        to_js(&merge)
    }

    /// All rules.
    ///
    /// # Errors
    /// Never in practice: the list is plain data.
    #[wasm_bindgen(unchecked_return_type = "RuleInfo[]")]
    pub fn rules(&self) -> Result<JsValue, JsValue> {
        let info = |rule: &rules::Rule| RuleInfo {
            name: rule.name,
            group: rule.group.name(),
            tier: rule.tier(),
            what: rule.what,
            why: rule.why,
            example: rule.example,
            automatic: rule.automatic,
            on: rule.on,
        };
        to_js(&rules::ALL.iter().map(info).collect::<Vec<_>>())
    }

    /// How much the engine knows.
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

    /// Panics, so that a test can see what becomes of it.
    #[cfg(feature = "panic-test")]
    #[allow(clippy::panic, reason = "this is what the test build is for")]
    pub fn panic(&self) {
        panic!("a deliberate panic");
    }
}
