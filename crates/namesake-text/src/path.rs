//! The path of a note inside its vault: the note's identity. Turning it into a place on a disk is left to the shells.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A note's path as Obsidian writes it: relative to the vault, `/` between folders, with the `.md` ending.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NotePath(Arc<str>);

impl NotePath {
    /// Takes the path as it stands.
    pub fn new(path: impl Into<Arc<str>>) -> Self {
        Self(path.into())
    }

    /// The whole path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file's name without folder and `.md`: what a wikilink to it says.
    pub fn stem(&self) -> &str {
        let name = self.0.rsplit('/').next().unwrap_or_default();
        name.strip_suffix(".md").unwrap_or(name)
    }

    /// The path without `.md`, as a wikilink with folders says it.
    pub fn without_extension(&self) -> &str {
        self.0.strip_suffix(".md").unwrap_or(&self.0)
    }

    /// The folder it lies in, without a closing `/`; empty at the top.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Whether both paths may mean one file: some file systems do not tell `A` from `a`.
    pub fn is_as(&self, other: &Self) -> bool {
        self.0.to_lowercase() == other.0.to_lowercase()
    }

    /// Whether the note lies in `folder` (a vault path without a closing `/`) or below it.
    pub fn is_in(&self, folder: &str) -> bool {
        let folder = folder.trim_matches('/');
        self.0.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    }
}

impl fmt::Display for NotePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for NotePath {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for NotePath {
    fn from(path: &str) -> Self {
        Self::new(path)
    }
}
