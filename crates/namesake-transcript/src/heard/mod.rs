//! How certain it is that a sentence makes a task: after the meeting somebody has something to do, and a careful
//! minute-taker would write it down. A logistic regression over what stands in the sentence and around it; its weights
//! are data (`data/heard.tsv`), made from labelled sentences of real talk by `tests/talk/heard/fit.py`. The grammar says
//! where a promise or a request may stand, the weights say whether it is one.

mod anchors;
mod features;
mod german;
mod task_text;
mod weights;
mod word_classes;

use std::collections::BTreeSet;

use super::grammar::{People, Utterance, UtteranceKind, UtteranceOwner, utterance_of};
use super::sentence_words::{Word, words};
use anchors::Anchor;
use weights::Score;
pub use weights::Weights;
pub use word_classes::is_deed;

/// A sentence of a meeting, as the finder reads it.
#[derive(Debug, Clone, Copy)]
pub struct Said<'t> {
    /// Which turn it stands in.
    pub turn: usize,
    /// Who says it, as labelled; empty if nobody knows.
    pub speaker: &'t str,
    /// The words, in one line.
    pub words: &'t str,
    /// The words in small ASCII letters.
    pub small: &'t str,
}

/// A place where something may be undertaken or asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    /// Whether it is promised or asked for.
    pub kind: UtteranceKind,
    /// Who has to do it.
    pub owner: UtteranceOwner,
    /// What has to be done: one clause, its verb first.
    pub task: String,
    /// Where that begins, in bytes of the sentence.
    pub at: usize,
    /// How certain it is, from 0 to 1.
    pub p: f32,
}

/// The sentences of a meeting, each cut into words once.
pub struct Talk<'t> {
    said: &'t [Said<'t>],
    words: Vec<Vec<Word<'t>>>,
    is_german: bool,
}

impl<'t> Talk<'t> {
    /// Reads the sentences of one meeting.
    pub fn new(said: &'t [Said<'t>]) -> Self {
        let is_german = german::is_german(said);
        let words = said.iter().map(|said| words(said.words, said.small)).collect();
        Self { said, words, is_german }
    }

    /// What the grammar finds in the sentence at `at`, and the places of it.
    fn anchors(&self, at: usize, people: &People) -> (Option<Utterance>, Vec<Anchor>) {
        let words = &self.words[at];
        if words.len() < 2 || !self.is_german && !anchors::may_hold_one(words) {
            return (None, Vec::new());
        }
        if self.is_german {
            return (None, german::anchors(words));
        }
        let grammar = utterance_of(words, self.said[at].words, people);
        (grammar, anchors::anchors(words, grammar, people))
    }

    fn task_text(&self, at: usize, words: &[Word], anchor: &Anchor) -> Option<String> {
        let before = &words[anchor.at.saturating_sub(3)..anchor.at];
        let is_unsure =
            before.iter().any(|word| matches!(word.text, "maybe" | "perhaps" | "if" | "when" | "vielleicht"));
        if is_unsure && anchor.frame != "ask" {
            return None;
        }
        let said = self.said[at].words;
        if self.is_german {
            return german::task_text(words, said, anchor);
        }
        task_text::task_text(&said[words.get(anchor.verb?)?.span.start..])
    }

    /// The most certain place of the sentence at `at`, in a meeting of `people`.
    pub fn heard(&self, at: usize, people: &People, weights: &Weights) -> Option<Heard> {
        let words = &self.words[at];
        let (grammar, anchors) = self.anchors(at, people);
        let around = (!anchors.is_empty()).then(|| features::Around::of(self, at, grammar, people))?;
        let scored = anchors.into_iter().filter_map(|anchor| {
            let task = self.task_text(at, words, &anchor)?;
            let mut score = Score::new(weights);
            features::of(&around, words, &anchor, &mut |name| score.add(name));
            Some((score.sum(), anchor, task))
        });
        let (score, anchor, task) = scored.max_by(|(one, ..), (other, ..)| one.total_cmp(other))?;
        let begins = words[anchor.verb.unwrap_or(anchor.at)].span.start;
        Some(Heard { kind: anchor.kind, owner: anchor.owner, task, at: begins, p: 1.0 / (1.0 + (-score).exp()) })
    }

    /// The names of the features of each place in the sentence at `at`, for those who fit the weights.
    pub fn features(&self, at: usize, people: &People) -> Vec<(Option<String>, Vec<String>)> {
        let words = &self.words[at];
        let (grammar, anchors) = self.anchors(at, people);
        if anchors.is_empty() {
            return Vec::new();
        }
        let around = features::Around::of(self, at, grammar, people);
        let all = anchors.iter().map(|anchor| {
            let mut names = BTreeSet::new();
            features::of(&around, words, anchor, &mut |name| {
                names.insert(name.to_owned());
            });
            (self.task_text(at, words, anchor), names.into_iter().collect())
        });
        all.collect()
    }
}
