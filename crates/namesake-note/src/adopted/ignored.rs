//! Paths that Obsidian is told to leave out, in Settings → Files and links → Excluded files.

use namesake_text::path::NotePath;
use regex::{Regex, RegexBuilder};

/// Which paths one entry means.
#[derive(Debug, Clone)]
pub(super) enum IgnoredPath {
    /// `Archive/`: all that begin so, in any case.
    Beginning(String),
    /// `/\.clip\./`: all in which the pattern is found, in any case.
    Pattern(Regex),
}

impl PartialEq for IgnoredPath {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Beginning(one), Self::Beginning(other)) => one == other,
            (Self::Pattern(one), Self::Pattern(other)) => one.as_str() == other.as_str(),
            _ => false,
        }
    }
}

impl IgnoredPath {
    /// Reads an entry; `None` if it is empty.
    ///
    /// # Errors
    /// Why the pattern cannot be read. JavaScript knows patterns that take too long, and these are no patterns here.
    pub fn read(filter: &str) -> Result<Option<Self>, String> {
        let filter = filter.trim();
        let pattern =
            filter.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')).filter(|inner| !inner.is_empty());
        match pattern {
            Some(pattern) => {
                let read = RegexBuilder::new(pattern).case_insensitive(true).build();
                let last = |error: regex::Error| error.to_string().lines().last().unwrap_or_default().to_owned();
                read.map(|pattern| Some(Self::Pattern(pattern))).map_err(last)
            }
            None => {
                let start = filter.trim_start_matches("./").trim_start_matches('/').to_lowercase();
                Ok(Some(start).filter(|start| !start.is_empty()).map(Self::Beginning))
            }
        }
    }

    /// Whether it means the note.
    pub fn holds(&self, path: &NotePath) -> bool {
        match self {
            Self::Beginning(start) => path.as_str().to_lowercase().starts_with(start.as_str()),
            Self::Pattern(pattern) => pattern.is_match(path.as_str()),
        }
    }
}
