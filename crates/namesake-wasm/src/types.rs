//! Plain data that crosses the boundary and that the core has no types for.

use namesake_core::adopted::{AdoptedValue, AdoptionWarning};
use namesake_core::config::Config;
use namesake_core::finding::Tier;
use namesake_core::path::NotePath;
use namesake_core::plan::NoteEditSpan;
use namesake_core::rules::Rule;
use namesake_core::tasks::Format;
use namesake_core::vault::Vault;
use namesake_language::translated;
use serde::{Deserialize, Serialize};
use tsify::Tsify;

/// A note as it stands.
#[derive(Deserialize, Tsify)]
pub struct NoteText {
    #[tsify(type = "string")]
    pub path: NotePath,
    pub text: String,
}

/// A rule as the settings list it: its name, group and documentation, and whether it is on where nobody switched it.
#[derive(Serialize, Tsify)]
pub struct RuleInfo {
    name: &'static str,
    group: &'static str,
    tier: Tier,
    what: String,
    why: String,
    example: String,
    automatic: String,
    on: bool,
}

impl From<&Rule> for RuleInfo {
    fn from(rule: &Rule) -> Self {
        let Rule { name, group, on, .. } = *rule;
        let [what, why, example, automatic] =
            [rule.what, rule.why, rule.example, rule.automatic].map(|text| translated(text).into());
        Self { name, group: group.name(), tier: rule.tier(), what, why, example, automatic, on }
    }
}

/// A change taken back: edits, in UTF-16 units, lead from the text given to the text before the change.
#[derive(Serialize, Tsify)]
pub struct Reverted {
    pub before: String,
    pub after: String,
    pub edits: Vec<NoteEditSpan>,
}

/// What was adopted from Obsidian's and other plugins' settings, and what of it the editor needs.
#[derive(Serialize, Tsify)]
pub struct AdoptedSettings {
    pub values: Vec<AdoptedValue>,
    pub warnings: Vec<AdoptionWarning>,
    /// The format of tasks that was adopted.
    #[serde(rename = "taskFormat", skip_serializing_if = "Option::is_none")]
    pub task_format: Option<Format>,
    /// The global filter of tasks that was adopted.
    #[serde(rename = "globalFilter", skip_serializing_if = "Option::is_none")]
    pub global_filter: Option<String>,
}

impl AdoptedSettings {
    /// Those of `vault`.
    pub fn of(vault: &Vault) -> Self {
        let (settings, adopted) = (&vault.config().settings, vault.adopted());
        Self {
            values: settings.adopted_values().cloned().collect(),
            warnings: adopted.warnings.clone(),
            task_format: adopted.tasks.format,
            global_filter: adopted.tasks.global_filter.clone(),
        }
    }
}

/// How many notes the engine knows.
#[derive(Serialize, Tsify)]
pub struct VaultStatus {
    pub notes: usize,
    pub people: usize,
    pub meetings: usize,
    pub unreadable: usize,
}

/// What two devices know together.
#[derive(Serialize, Tsify)]
pub struct Joined {
    /// The config that both devices should have.
    pub config: Config,
    /// Whether the other device lacks some of it, so that it has to be saved.
    pub lacking: bool,
}
