//! The sentences of a transcript. What a machine writes down may have no full stop for minutes, and captions cut a
//! sentence where the line was full.

use std::borrow::Cow;

use super::turn::{Turn, in_one_line};
use namesake_text::text::{Span, trimmed};

/// The least length of a thought in a run of words without a full stop, in words.
const THOUGHT: usize = 7;

/// Where any run of words is taken apart, in words.
const LONGEST: usize = 60;

/// Words that begin another thought, if one of `SUBJECTS` follows.
const JOINTS: &[&str] =
    &["and", "so", "but", "then", "okay", "ok", "yeah", "yes", "alright", "right", "sure", "well", "anyway", "also"];

/// What a new thought may begin with.
const SUBJECTS: &[&str] = &[
    "i", "i'll", "i'm", "i'd", "i've", "we", "we'll", "we're", "we've", "let", "let's", "can", "could", "would",
    "please", "you", "the", "that", "that's", "then", "so", "he", "she", "they", "it", "it's", "i’ll", "i’m", "we’ll",
    "we’re", "let’s", "it’s", "that’s",
];

/// Words with a full stop that ends nothing.
const SHORT: &[&str] =
    &["mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "e.g", "i.e", "approx", "inc", "ltd", "co", "jr", "sr"];

/// A sentence, with the turn it begins in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Which turn.
    pub turn: usize,
    /// Its pieces, in order; more than one where it goes on in another line or caption.
    pub pieces: Vec<Span>,
}

impl Sentence {
    /// From its first byte to its last; lines of times may lie between.
    pub fn span(&self) -> Span {
        let ends = self.pieces.first().zip(self.pieces.last());
        ends.map_or(Span::default(), |(first, last)| Span::new(first.start, last.end))
    }

    /// What was said, in one line.
    pub fn text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.pieces.as_slice() {
            [only] => Cow::Borrowed(only.of(text)),
            pieces => Cow::Owned(in_one_line(text, pieces)),
        }
    }
}

/// The sentences of `turns`. One that a speaker has not ended goes on in their next turn, if that begins small.
pub fn sentences(text: &str, turns: &[Turn]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut open: Option<Sentence> = None;
    for (at, turn) in turns.iter().enumerate() {
        let goes_on = |before: &Sentence| {
            let last = &turns[before.turn];
            let speaker = |turn: &Turn| turn.speaker.map(|span| span.of(text));
            let starts = turn.words.first().and_then(|words| words.of(text).chars().next());
            !last.times.is_empty() && speaker(last) == speaker(turn) && starts.is_some_and(char::is_lowercase)
        };
        if let Some(ended) = open.take_if(|before| !goes_on(before)) {
            part(text, ended, &mut sentences);
        }
        for &words in &turn.words {
            let mut start = words.start;
            for end in ends(words.of(text)) {
                let piece = Span::new(start, words.start + end);
                start = piece.end;
                let mut whole = open.take().unwrap_or(Sentence { turn: at, pieces: Vec::new() });
                whole.pieces.push(trimmed(text, piece));
                part(text, whole, &mut sentences);
            }
            let rest = trimmed(text, Span::new(start, words.end));
            if !rest.is_empty() {
                open.get_or_insert(Sentence { turn: at, pieces: Vec::new() }).pieces.push(rest);
            }
        }
    }
    if let Some(last) = open {
        part(text, last, &mut sentences);
    }
    sentences
}

/// The bytes behind each end of a sentence in `line`.
fn ends(line: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut word = 0;
    let mut signs = line.char_indices().peekable();
    while let Some((at, c)) = signs.next() {
        if c.is_whitespace() {
            word = at + c.len_utf8();
        }
        if !matches!(c, '.' | '?' | '!' | '…' | '。' | '？' | '！') {
            continue;
        }
        let next = signs.peek().map(|next| next.1);
        let is_full =
            matches!(c, '。' | '？' | '！') || next.is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '”' | ')'));
        let before = &line[word..at];
        let is_short = c == '.' && (SHORT.iter().any(|short| before.eq_ignore_ascii_case(short)) || is_initial(before));
        let trails_off = c == '.' && before.ends_with('.') && behind_is_small(&line[at + 1..]);
        if is_full && !is_short && !trails_off {
            ends.push(at + c.len_utf8());
        }
    }
    ends
}

/// `J.` but not the end of `it was I.`
fn is_initial(word: &str) -> bool {
    word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase() && c != 'I')
}

fn behind_is_small(rest: &str) -> bool {
    rest.trim_start().starts_with(char::is_lowercase)
}

/// Adds a sentence, in parts where nobody could read it in one.
fn part(text: &str, sentence: Sentence, sentences: &mut Vec<Sentence>) {
    let turn = sentence.turn;
    let mut open: Vec<Span> = Vec::new();
    let mut count = 0;
    let is_ended = sentence.pieces.last().is_some_and(|last| last.of(text).ends_with(['.', '?', '!', '…']));
    let thought = if is_ended { LONGEST } else { THOUGHT };
    // A word and what ends it have at least two bytes: most sentences are too short to be parted.
    if sentence.pieces.iter().map(|piece| piece.len() + 1).sum::<usize>() <= 2 * thought {
        sentences.push(sentence);
        return;
    }
    for piece in sentence.pieces {
        let mut start = piece.start;
        let mut words = spans(text, piece).into_iter().peekable();
        while let Some(word) = words.next() {
            let next = words.peek().map_or("", |next| next.of(text));
            if (count >= thought && is(JOINTS, word.of(text)) && is(SUBJECTS, next)) || count >= LONGEST {
                open.extend(Some(trimmed(text, Span::new(start, word.start))).filter(|piece| !piece.is_empty()));
                if !open.is_empty() {
                    sentences.push(Sentence { turn, pieces: std::mem::take(&mut open) });
                }
                start = word.start;
                count = 0;
            }
            count += 1;
        }
        open.push(Span::new(start, piece.end));
    }
    if !open.is_empty() {
        sentences.push(Sentence { turn, pieces: open });
    }
}

fn is(list: &[&str], word: &str) -> bool {
    let word = word.trim_end_matches(',');
    list.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// The words of `piece`.
fn spans(text: &str, piece: Span) -> Vec<Span> {
    let inner = piece.of(text);
    let place =
        |word: &str| Span::new(0, word.len()).shifted(piece.start + word.as_ptr() as usize - inner.as_ptr() as usize);
    inner.split_whitespace().map(place).collect()
}
