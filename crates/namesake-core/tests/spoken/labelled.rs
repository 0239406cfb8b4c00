//! The labelled sentences of `tests/corpora/spoken` in the repository, and what the grammar makes of them.

use std::fs;
use std::path::Path;

use namesake_core::transcript::{People, Utterance, UtteranceKind, UtteranceOwner, utterance};
use serde::Deserialize;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Half {
    Dev,
    Test,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Label {
    Commitment,
    Request,
    None,
}

/// A line of `sentences.jsonl`.
#[derive(Debug, Clone, Deserialize)]
pub struct Sentence {
    pub half: Half,
    pub listeners: Vec<String>,
    pub text: String,
    pub label: Label,
    pub owner: Option<String>,
}

/// All of them.
pub fn labelled() -> Vec<Sentence> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpora/spoken/sentences.jsonl");
    let text = fs::read_to_string(path).expect("the labelled sentences");
    text.lines().map(|line| serde_json::from_str(line).expect("a labelled sentence")).collect()
}

impl Sentence {
    fn heard(&self) -> Option<Utterance> {
        utterance(&self.text, &People::new(&self.listeners.iter().map(String::as_str).collect::<Vec<_>>()))
    }

    /// Whether the one found is the one labelled; a first name is enough.
    fn is_owner(&self, owner: UtteranceOwner) -> bool {
        let written = self.owner.as_deref().unwrap_or_default();
        match owner {
            UtteranceOwner::Speaker => written == "speaker",
            UtteranceOwner::We => written == "we" || written == "you",
            UtteranceOwner::Addressed => written == "you",
            UtteranceOwner::Named(span) => {
                let said = span.of(&self.text).to_lowercase();
                written.to_lowercase().split(' ').next() == said.split(' ').next()
            }
        }
    }

    /// What is wrong about what was found.
    #[allow(dead_code, reason = "for those who work on the grammar")]
    pub fn wrong(&self) -> Option<&'static str> {
        match (self.label, self.heard()) {
            (Label::None, Some(_)) => Some("found  "),
            (Label::Commitment | Label::Request, None) => Some("missed "),
            (Label::None, None) => None,
            (label, Some(heard)) if (label == Label::Commitment) != (heard.kind == UtteranceKind::Commitment) => {
                Some("kind   ")
            }
            (_, Some(heard)) => (!self.is_owner(heard.owner)).then_some("owner  "),
        }
    }
}

/// How often it was right.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tally {
    pub sentences: usize,
    /// How many are commitments or requests.
    pub tasks: usize,
    found: usize,
    right: usize,
    kind: usize,
    owner: usize,
}

impl Tally {
    pub fn of<'s>(sentences: impl Iterator<Item = &'s Sentence>) -> Self {
        let mut tally = Self::default();
        for sentence in sentences {
            let is_task = sentence.label != Label::None;
            tally.sentences += 1;
            tally.tasks += usize::from(is_task);
            let Some(heard) = sentence.heard() else { continue };
            tally.found += 1;
            tally.right += usize::from(is_task);
            let kind = if heard.kind == UtteranceKind::Commitment { Label::Commitment } else { Label::Request };
            tally.kind += usize::from(is_task && kind == sentence.label);
            tally.owner += usize::from(is_task && sentence.is_owner(heard.owner));
        }
        tally
    }

    /// The share of what was found that is one.
    pub fn precision(self) -> f64 {
        share(self.right, self.found)
    }

    /// The share of those there are that was found.
    pub fn recall(self) -> f64 {
        share(self.right, self.tasks)
    }

    /// The share of those found rightly that are of the kind labelled.
    pub fn kind_right(self) -> f64 {
        share(self.kind, self.right)
    }

    /// The share of those found rightly whose owner is the one labelled.
    pub fn owner_right(self) -> f64 {
        share(self.owner, self.right)
    }
}

#[allow(clippy::cast_precision_loss, reason = "hundreds of sentences")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
