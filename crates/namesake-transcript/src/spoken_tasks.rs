//! All that is undertaken or asked for in one transcript: sentence by sentence, an answer counted to its request.

use std::borrow::Cow;

use super::grammar::{People, UtteranceKind, UtteranceOwner, utterance};
use super::heard::{Heard, Said, Talk, Weights};
use super::memory::{self, HeardMemory};
use super::sentences::{Sentence, sentences};
use super::turn::Turn;
use namesake_note::config::HeardTasks;
use namesake_note::word_list::{WordList, lower};
use namesake_text::text::Span;

/// A commitment or request, with its place in the transcript.
#[derive(Debug, Clone, PartialEq)]
pub struct SpokenTask<'t> {
    /// What was heard, and how certain it is.
    pub heard: Heard,
    /// Which turn it was said in.
    pub turn: usize,
    /// The sentence in the note, from its first byte to its last.
    pub span: Span,
    /// The sentence in one line.
    pub said: Cow<'t, str>,
    /// Of a request: the turn in which somebody says that they will, and their words.
    pub answer: Option<(usize, Cow<'t, str>)>,
}

/// Four of five of these that real meetings show are tasks, on sources that the weights know nothing of
/// (`tests/talk/heard`).
const SURE: f32 = 0.65;

/// Three of five of these are.
const LIKELY: f32 = 0.4;

/// How certain a task has to be by the settings.
pub fn least_certain(heard: HeardTasks) -> Option<f32> {
    match heard {
        HeardTasks::Sure => Some(SURE),
        HeardTasks::Likely => Some(LIKELY),
        HeardTasks::Off => None,
    }
}

/// The commitments and requests in `turns` that are at least `least` certain, in order, in a meeting of the people called
/// `names`. `memory` holds what was heard before in the same words, which changes nothing but the time it takes.
pub fn spoken_tasks<'t>(
    text: &'t str,
    turns: &[Turn],
    names: &[&str],
    least: f32,
    memory: &HeardMemory,
) -> Vec<SpokenTask<'t>> {
    let people = People::new(names);
    let sentences = sentences(text, turns);
    let lines: Vec<Cow<'t, str>> = sentences.iter().map(|sentence| sentence.text(text)).collect();
    let small: Vec<String> = lines.iter().map(|line| line.to_ascii_lowercase()).collect();
    let said = sentences.iter().zip(&lines).zip(&small).map(|((sentence, words), small)| {
        let speaker = turns[sentence.turn].speaker.map_or("", |speaker| speaker.of(text));
        Said { turn: sentence.turn, speaker, words, small }
    });
    let said: Vec<Said> = said.collect();
    let talk = Talk::new(&said);
    let kept = least.min(LIKELY);
    let keys = talk.keys(&people);
    let accepts = |said: &str| memory.accepting.get(memory::key(&(said, &people)), || accepts(said, &people));
    let mut found: Vec<SpokenTask> = Vec::new();
    for (at, sentence) in sentences.iter().enumerate() {
        if let Some(request) = found.last_mut().filter(|request| is_answer(request, sentence, || accepts(&lines[at]))) {
            request.answer = Some((sentence.turn, lines[at].clone()));
            continue;
        }
        let hear = || talk.heard(at, &people, Weights::own(), kept);
        let Some(heard) = memory.heard.get(memory::key(&(keys[at], kept.to_bits())), hear) else { continue };
        let said = lines[at].clone();
        found.push(SpokenTask { heard, turn: sentence.turn, span: sentence.span(), said, answer: None });
    }
    // What somebody says yes to is as good as sure.
    found.retain(|task| task.heard.p >= least || task.answer.is_some());
    found
}

/// Whether a sentence stands right after a request and only accepts it.
fn is_answer(request: &SpokenTask, sentence: &Sentence, accepts: impl FnOnce() -> bool) -> bool {
    let is_open = request.heard.kind == UtteranceKind::Request && request.answer.is_none();
    is_open && sentence.turn == request.turn + 1 && accepts()
}

/// Whether `said` undertakes what was asked for and nothing more: “Sure, I'll do that Monday”.
fn accepts(said: &str, people: &People) -> bool {
    utterance(said, people).is_some_and(|heard| {
        heard.kind == UtteranceKind::Commitment
            && heard.owner == UtteranceOwner::Speaker
            && content(heard.words(said)).len() < 2
    })
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
