//! Paths that Obsidian is told to leave out, in Settings → Files and links → Excluded files.

use namesake_language::{Said, say};
use namesake_text::path::NotePath;
use regex::{Regex, RegexBuilder};

use crate::syntax_error;

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
    pub fn read(filter: &str) -> Result<Option<Self>, Said> {
        let filter = filter.trim();
        let pattern =
            filter.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')).filter(|inner| !inner.is_empty());
        match pattern {
            Some(pattern) => {
                let read = RegexBuilder::new(pattern).case_insensitive(true).build();
                let why = |error: regex::Error| match regex_syntax::parse(pattern) {
                    Err(wrong) => say!("error: {why}", why = syntax_error::reason(&wrong).1),
                    Ok(_) => Said::verbatim(error.to_string()),
                };
                read.map(|pattern| Some(Self::Pattern(pattern))).map_err(why)
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
