//! All that is undertaken or asked for in one transcript: sentence by sentence, an answer counted to its request.

use std::borrow::Cow;

use super::grammar::{People, Utterance, UtteranceKind, UtteranceOwner, utterance};
use super::sentences::{Sentence, sentences};
use super::turn::Turn;
use crate::word_list::{WordList, lower};
use namesake_text::text::Span;

/// A commitment or request, with its place in the transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpokenTask<'t> {
    /// What the grammar found.
    pub heard: Utterance,
    /// Which turn it was said in.
    pub turn: usize,
    /// The sentence in the note, from its first byte to its last.
    pub span: Span,
    /// The sentence in one line; the spans of `heard` are bytes of it.
    pub said: Cow<'t, str>,
    /// Of a request: the turn in which somebody says that they will, and their words.
    pub answer: Option<(usize, Cow<'t, str>)>,
}

/// The commitments and requests in `turns`, in order, in a meeting of the people called `names`.
pub fn spoken_tasks<'t>(text: &'t str, turns: &[Turn], names: &[&str]) -> Vec<SpokenTask<'t>> {
    let people = People::new(names);
    let mut found: Vec<SpokenTask> = Vec::new();
    for sentence in sentences(text, turns) {
        let said = sentence.text(text);
        let Some(heard) = utterance(&said, &people) else { continue };
        match found.last_mut().filter(|request| is_answer(request, &sentence, &said, heard)) {
            Some(request) => request.answer = Some((sentence.turn, said)),
            None => found.push(SpokenTask { heard, turn: sentence.turn, span: sentence.span(), said, answer: None }),
        }
    }
    found
}

/// Whether a sentence right after a request only accepts it: “Sure, I'll do that Monday”.
fn is_answer(request: &SpokenTask, sentence: &Sentence, said: &str, heard: Utterance) -> bool {
    let follows =
        request.heard.kind == UtteranceKind::Request && request.answer.is_none() && sentence.turn == request.turn + 1;
    follows
        && heard.kind == UtteranceKind::Commitment
        && heard.owner == UtteranceOwner::Speaker
        && content(heard.words(said)).len() < 2
}

/// Words that say nothing about what has to be done.
static EMPTY: WordList = WordList::new(
    "the and for with that this them these those him her his its our your their you will can could would \
    should please from into onto over about just also then there here now all some any get have make take put let need \
    send done thing things one ones how what when where who why are was were been has had not but out off back sure okay \
    yes today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday morning afternoon evening next week \
    month before after until till soon later first end day",
);

/// The words of `text` that say what has to be done: in small letters, without an `s` at the end, each once.
pub fn content(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let word = lower(word);
        let is_empty = word.chars().count() < 3 || EMPTY.contains(&word);
        let stem = word.strip_suffix('s').filter(|stem| stem.len() > 2).unwrap_or(&word);
        if !is_empty && !words.iter().any(|known| known == stem) {
            words.push(stem.to_owned());
        }
    }
    words
}
