//! What the queue holds.

use std::collections::BTreeMap;

use namesake_text::path::NotePath;
use serde::Serialize;

/// Everything that waits for the user, as a person would go through it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Queue {
    /// How many repairs are certain, by rule; they are looked at together.
    pub safe: BTreeMap<&'static str, usize>,
    /// Groups, the largest first, then names, those with most places first, then the rest in the order of notes.
    pub questions: Vec<Question>,
    /// What can only be known: findings without an answer on offer, by note.
    pub open: BTreeMap<NotePath, usize>,
}

/// What is asked once.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Question {
    /// Sixteen hexadecimal digits that stay the same while what is asked about does.
    pub id: String,
    /// What its places share.
    pub kind: QuestionKind,
    /// The rule of its findings.
    pub rule: &'static str,
    /// What it is about.
    pub topic: Topic,
    /// The dialog that answers it, where no single repair does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dialog: Option<Dialog>,
    /// The question or statement, one sentence.
    pub ask: String,
    /// Of a name: how likely the first answer is right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// At most three reasons in plain words, the strongest first.
    pub evidence: Vec<String>,
    /// The answers on offer, the suggested one first, where they are the same for all places.
    pub answers: Vec<String>,
    /// Where it is asked, in the order of notes.
    pub places: Vec<QuestionPlace>,
}

/// What the places of a question share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum QuestionKind {
    /// A written form that may be one person's name.
    Name,
    /// Forms that are each very likely one person's. Each place has its own answer.
    Names,
    /// What is said or listed as things to do. Each place has its own answer.
    Tasks,
    /// The same repair for the same reason.
    Alike,
    /// Nothing: it is one place.
    One,
}

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Topic {
    /// Whom a name means, and which notes are one person's.
    Names,
    /// Tasks and their owners.
    Tasks,
    /// What notes say about people.
    Facts,
    /// Properties.
    Properties,
    /// Text otherwise.
    Text,
}

/// A dialog in which a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Dialog {
    /// Two notes side by side, that become one.
    Merge,
    /// The parts of a note, that becomes two.
    Split,
}

/// How likely the first answer of a question about a name is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// At least 95 %.
    VeryLikely,
    /// Less.
    Likely,
    /// The second answer is nearly as likely. Nothing is suggested, and no bulk answer takes it in.
    Either,
}

/// A place of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct QuestionPlace {
    /// The id of its finding.
    pub finding: String,
    /// The note.
    pub path: NotePath,
    /// The line, from 1.
    pub line: usize,
    /// What is found there, one sentence.
    pub message: String,
    /// The words it is about.
    pub quote: Quote,
    /// The answers on offer here, the suggested one first.
    pub answers: Vec<String>,
}

/// Words of a note, with a little of the line around them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Quote {
    /// What stands before them.
    pub before: String,
    /// The words.
    pub words: String,
    /// What stands behind them.
    pub after: String,
}
