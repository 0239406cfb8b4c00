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

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::grammar::{People, Utterance, UtteranceKind, UtteranceOwner, utterance_of};
use super::memory;
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

/// In which part of a long meeting something is said.
#[derive(Hash)]
struct Place {
    is_in_last_fifth: bool,
    is_in_last_twentieth: bool,
    is_in_first_fifth: bool,
}

/// The sentences of a meeting, each cut into words once.
pub struct Talk<'t> {
    said: &'t [Said<'t>],
    /// Cut when they are asked for: most sentences of an edited note are known.
    words: Vec<OnceCell<Vec<Word<'t>>>>,
    is_german: bool,
}

impl<'t> Talk<'t> {
    /// Reads the sentences of one meeting.
    pub fn new(said: &'t [Said<'t>]) -> Self {
        let is_german = german::is_german(said);
        Self { said, words: vec![OnceCell::new(); said.len()], is_german }
    }

    /// The words of the sentence at `at`.
    fn words(&self, at: usize) -> &[Word<'t>] {
        let said = &self.said[at];
        self.words[at].get_or_init(|| words(said.words, said.small))
    }

    /// Digests of all that decides what is heard in each sentence of a meeting of `people`, besides the weights: the
    /// sentence, those around it, its place in the meeting, the language and the names.
    pub fn keys(&self, people: &People) -> Vec<u128> {
        let own: Vec<u128> = self.said.iter().map(|said| memory::key(&(said.speaker, said.words))).collect();
        let all = memory::key(&(people, self.is_german));
        let near = |at: Option<usize>| at.and_then(|at| own.get(at));
        let key =
            |at: usize| memory::key(&(all, own[at], near(at.checked_sub(1)), near(Some(at + 1)), self.place_of(at)));
        (0..own.len()).map(key).collect()
    }

    /// In which part of a long meeting a sentence is said.
    fn place_of(&self, at: usize) -> Option<Place> {
        let count = self.said.len();
        (count >= 100).then_some(Place {
            is_in_last_fifth: at * 5 >= count * 4,
            is_in_last_twentieth: at * 20 >= count * 19,
            is_in_first_fifth: at * 5 < count,
        })
    }

    /// What the grammar finds in the sentence at `at`, and the places of it.
    fn anchors(&self, at: usize, people: &People) -> (Option<Utterance>, Vec<Anchor>) {
        let words = self.words(at);
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

    /// The most certain place of the sentence at `at` that makes a task, in a meeting of `people`, if it is at least
    /// `least` certain.
    pub fn heard(&self, at: usize, people: &People, weights: &Weights, least: f32) -> Option<Heard> {
        let words = self.words(at);
        let (grammar, anchors) = self.anchors(at, people);
        let around = (!anchors.is_empty()).then(|| features::Around::of(self, at, grammar, people))?;
        let certain = anchors.into_iter().map(|anchor| {
            let mut score = Score::new(weights);
            features::of(&around, words, &anchor, &mut |name| score.add(name));
            (score.sum(), anchor)
        });
        let probability = |score: f32| 1.0 / (1.0 + (-score).exp());
        let mut certain: Vec<(f32, Anchor)> = certain.filter(|(score, _)| probability(*score) >= least).collect();
        certain.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        // Few places are certain enough, so that few tasks have to be put into words.
        let mut tasks = certain.into_iter().rev();
        let (score, anchor, task) =
            tasks.find_map(|(score, anchor)| self.task_text(at, words, &anchor).map(|task| (score, anchor, task)))?;
        let begins = words[anchor.verb.unwrap_or(anchor.at)].span.start;
        Some(Heard { kind: anchor.kind, owner: anchor.owner, task, at: begins, p: probability(score) })
    }

    /// The names of the features of each place in the sentence at `at`, for those who fit the weights.
    pub fn features(&self, at: usize, people: &People) -> Vec<(Option<String>, Vec<String>)> {
        let words = self.words(at);
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
