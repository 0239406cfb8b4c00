//! What a note was recognised as, and why.

use serde::{Deserialize, Serialize};

use crate::kind::Kind;

/// What says that a note is of a kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "sign", content = "words")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum Reason {
    /// The settings, or an answer of the user.
    Settings,
    /// The property of that name.
    Property(String),
    /// The tag.
    Tag(String),
    /// The folder.
    Folder(String),
    /// The file's name.
    FileName,
    /// The list of participants beside a day.
    Participants,
    /// Properties for reaching somebody.
    ContactDetails,
    /// Meetings list it among the participants.
    Listed,
    /// It is a template, by folder or name.
    Template,
    /// It is a drawing or a board.
    Canvas,
}

impl Reason {
    /// What an answer about notes with this sign is remembered by; `None` where nothing can be answered.
    pub fn key(&self) -> Option<String> {
        match self {
            Self::Folder(folder) => Some(format!("folder:{folder}")),
            Self::Tag(tag) => Some(format!("tag:{tag}")),
            Self::Listed => Some("listed".to_owned()),
            _ => None,
        }
    }
}

/// Something that notes do alike and that the user is asked about once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Convention {
    /// What it is remembered by in the settings: `folder:Contacts`, `tag:people`, `listed`.
    pub key: String,
    /// The kind that the notes seem to be of.
    pub kind: Kind,
    /// What they have in common.
    pub reason: Reason,
}

/// What a note is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognition {
    /// The kind, which is certain; [`Kind::Source`] where nothing is.
    pub kind: Kind,
    /// What says so.
    pub reason: Option<Reason>,
    /// What it may be besides; the user is asked about all such notes at once.
    pub likely: Option<Convention>,
}

impl Recognition {
    pub(super) const fn certain(kind: Kind, reason: Reason) -> Self {
        Self { kind, reason: Some(reason), likely: None }
    }

    pub(super) const fn likely(convention: Convention) -> Self {
        Self { kind: Kind::Source, reason: None, likely: Some(convention) }
    }

    pub(super) const fn nothing() -> Self {
        Self { kind: Kind::Source, reason: None, likely: None }
    }
}
