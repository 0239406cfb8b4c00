//! The kinds of note. How the kind of a note is found out is in `note::kind`.

use serde::{Deserialize, Serialize};

/// The kinds of note that the rules tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Kind {
    /// About a person.
    Person,
    /// About a meeting.
    Meeting,
    /// About a company.
    Company,
    /// About a project.
    Project,
    /// Anything else: a bio, a clipped page, a daily note.
    Source,
    /// A template or a note in an excluded folder: left alone.
    Excluded,
}
