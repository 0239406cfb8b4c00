//! What a property holds: decoded values with their places.

use crate::text::Span;

/// A decoded YAML value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing, `~` or `null`, unquoted.
    Null,
    /// One scalar. Numbers, booleans and dates are texts here, spelt as in the note.
    Scalar {
        /// The text after unquoting, unescaping and line folding.
        text: String,
        /// How it is written.
        style: Style,
    },
    /// A list.
    List {
        /// Its items in order.
        items: Vec<Item>,
        /// Written `[a, b]` rather than in lines with dashes.
        flow: bool,
        /// No comment, anchor, alias or tag on it or anywhere inside.
        plain: bool,
    },
    /// A map.
    Map {
        /// Keys and values in order. A missing value is [`Value::Null`] with an empty span.
        pairs: Vec<(Item, Item)>,
        /// Written `{a: b}` rather than in lines.
        flow: bool,
        /// No comment, anchor, alias or tag on it or anywhere inside.
        plain: bool,
    },
    /// An alias (`*name`). Aliases are never followed.
    Other,
}

/// A value inside a list or a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it holds.
    pub value: Value,
    /// Where it stands: without dash, anchor, tag and comment; in bytes of the note.
    pub span: Span,
    /// No anchor, alias or tag on it, and none, nor a comment, inside.
    pub plain: bool,
}

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// `'...'`.
    Single,
    /// `"..."`.
    Double,
    /// A block scalar after `|`.
    Literal,
    /// A block scalar after `>`.
    Folded,
}

impl Value {
    /// The decoded text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The decoded texts of a list's scalars, or of a single scalar.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::List { items, .. } => items.iter().filter_map(|item| item.value.text()).collect(),
            other => other.text().into_iter().collect(),
        }
    }

    /// Whether both hold the same, wherever and however it is written.
    pub fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) | (Self::Other, Self::Other) => true,
            (Self::Scalar { text: a, .. }, Self::Scalar { text: b, .. }) => a == b,
            (Self::List { items: a, .. }, Self::List { items: b, .. }) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.value.same(&b.value))
            }
            (Self::Map { pairs: a, .. }, Self::Map { pairs: b, .. }) => {
                a.len() == b.len()
                    && a.iter().zip(b).all(|(a, b)| a.0.value.same(&b.0.value) && a.1.value.same(&b.1.value))
            }
            _ => false,
        }
    }
}

/// Where the scalar will stand; inside brackets more characters need quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On a line of its own.
    Block,
    /// In brackets.
    Flow,
}

/// The spellings of null in YAML 1.2's core schema (§10.3.2).
pub(super) fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}
