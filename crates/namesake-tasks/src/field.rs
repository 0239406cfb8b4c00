//! The fields of a task: the order in which one pass over the end of a line tries them, the values that they take, and
//! what these mean. Symbols and keys are left to `emoji` and `dataview`.

use namesake_text::text::Span;
use namesake_text::text::dates::is_iso;
use serde::{Deserialize, Serialize};

use super::js::Bytes;

/// How fields are written. One setting for a whole vault; the other format's fields are then plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Format {
    /// `📅 2025-11-15`.
    #[default]
    Emoji,
    /// `[due:: 2025-11-15]`.
    Dataview,
}

/// A field of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field<'a, T> {
    /// The value as written.
    pub text: &'a str,
    /// The bytes of `text`.
    pub span: Span,
    /// The bytes of the whole field: symbol or brackets included.
    pub whole: Span,
    /// What it means.
    pub value: T,
}

/// The six dates of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateKind {
    /// `✅`, `completion`.
    Done,
    /// `❌`, `cancelled`.
    Cancelled,
    /// `📅`, `due`.
    Due,
    /// `⏳`, `scheduled`.
    Scheduled,
    /// `🛫`, `start`.
    Start,
    /// `➕`, `created`.
    Created,
}

impl DateKind {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Done, Self::Cancelled, Self::Due, Self::Scheduled, Self::Start, Self::Created];
}

/// How much a task matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// `⏬`.
    Lowest,
    /// `🔽`.
    Low,
    /// `🔼`.
    Medium,
    /// `⏫`.
    High,
    /// `🔺`.
    Highest,
}

impl Priority {
    /// From its symbol or its Dataview word.
    pub(super) fn read(text: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, symbol, word)| *symbol == text || *word == text).map(|(priority, ..)| *priority)
    }

    /// Its symbol, or its Dataview word.
    pub(super) fn written(self, format: Format) -> &'static str {
        let (_, symbol, word) = Self::ALL[self as usize];
        match format {
            Format::Emoji => symbol,
            Format::Dataview => word,
        }
    }

    const ALL: [(Self, &'static str, &'static str); 5] = [
        (Self::Lowest, "⏬", "lowest"),
        (Self::Low, "🔽", "low"),
        (Self::Medium, "🔼", "medium"),
        (Self::High, "⏫", "high"),
        (Self::Highest, "🔺", "highest"),
    ];
}

/// What the Tasks plugin does with a recurring task's line once it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnCompletion {
    /// Deletes it.
    Delete,
    /// Keeps it.
    Keep,
}

impl OnCompletion {
    pub(super) fn read(text: &str) -> Option<Self> {
        if text.eq_ignore_ascii_case("delete") {
            Some(Self::Delete)
        } else if text.eq_ignore_ascii_case("keep") {
            Some(Self::Keep)
        } else {
            None
        }
    }
}

/// The kinds of field, in the order in which one pass tries them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum FieldKind {
    Priority,
    Date(DateKind),
    Recurrence,
    OnCompletion,
    Tag,
    Id,
    DependsOn,
}

impl FieldKind {
    /// Whether `value`, with the spaces that stand around it, is one for this field.
    pub fn accepts(self, value: &str) -> bool {
        let word = value.trim_matches(' ');
        match self {
            Self::Priority => Priority::read(word).is_some(),
            Self::Date(_) => is_iso(word),
            // Spaces alone are a value too: they read as no rule.
            Self::Recurrence => {
                !value.is_empty() && value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b',' | b' ' | b'!'))
            }
            Self::OnCompletion => !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphabetic()),
            Self::Tag => false,
            Self::Id => is_id(word),
            Self::DependsOn => ids(word).all(is_id),
        }
    }
}

/// The bytes of which values consist, with the spaces and commas in and around them.
pub(super) static VALUE: Bytes = Bytes::words_and(b" ,!-_");

/// The ids of a list, separated by commas.
pub(super) fn ids(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(|id| id.trim_matches(' '))
}

fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// A field found at the end of a text, in bytes of that text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub slot: FieldKind,
    pub value: Span,
    pub whole: Span,
}

impl Piece {
    pub fn shifted(&self, by: usize) -> Self {
        Self { slot: self.slot, value: self.value.shifted(by), whole: self.whole.shifted(by) }
    }

    pub fn field<'a, T>(&self, text: &'a str, value: T) -> Field<'a, T> {
        Field { text, span: self.value, whole: self.whole, value }
    }
}

/// The bytes of `value` without the spaces around it, `value` starting at byte `at`.
pub(super) fn without_spaces(value: &str, at: usize) -> Span {
    let start = value.len() - value.trim_start_matches(' ').len();
    Span::new(start, start + value[start..].trim_end_matches(' ').len()).shifted(at)
}
