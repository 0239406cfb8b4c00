//! What the index takes in about a person note or a company note. How notes are read for it is left to the vault.

use serde::{Deserialize, Serialize};

use namesake_text::path::NotePath;

/// One person note, as far as names go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The note: the person's identity.
    pub path: NotePath,
    /// Every written name, the title first, then aliases, then "first last" where the note has those fields.
    pub names: Vec<String>,
    /// Handles with or without `@`, and the local parts of e-mail addresses.
    #[serde(default)]
    pub handles: Vec<String>,
    /// Companies the person belongs to, as written or as a tag's slug.
    #[serde(default)]
    pub companies: Vec<String>,
    /// Aliases that hold only where all of these people take part.
    #[serde(default)]
    pub scoped: Vec<(String, Vec<NotePath>)>,
}

/// One company note, as far as names go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Company {
    /// The note: the company's identity.
    pub path: NotePath,
    /// Every written name, the title first.
    pub names: Vec<String>,
}
