//! What a merge shows side by side: the properties of both notes, and what sections gain.

use serde::Serialize;

use crate::preview::PreviewLine;

/// A property of either note, with its values as they are written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct MergedProperty {
    /// Its name.
    pub key: String,
    /// The winner's value; absent if it does not have the property.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub winner: Option<String>,
    /// The loser's value; absent if it does not have the property.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loser: Option<String>,
    /// The value in the merged note; absent if the property goes into the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merged: Option<String>,
    /// Whether the values differ, so that one has to be chosen. The other goes into the body, or among the aliases if it is a
    /// name.
    pub differs: bool,
}

/// What a section of the winner gains; it may be a new section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct MergedSection {
    /// The words of its heading; empty for text outside sections, `---` for the footer.
    pub title: String,
    /// The winner's text there; absent if the section is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub winner: Option<String>,
    /// The new text: whole blocks, or of a table the rows that change. The lines have no numbers.
    pub incoming: Vec<PreviewLine>,
}
