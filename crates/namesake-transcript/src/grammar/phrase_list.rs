//! Lists of phrases. A transcript asks for them at each of its words, so that they are ordered by the word they begin with.

use std::sync::OnceLock;

use super::super::sentence_words::Word;
use super::adverbs::{is_adverb, word};
use namesake_note::word_list::WordIndex;

/// Phrases of words in small letters, parted by single blanks.
pub struct PhraseList {
    phrases: &'static [&'static str],
    index: OnceLock<Index>,
}

struct Index {
    firsts: WordIndex,
    /// For each first word the phrases that begin with it, in the order of the list.
    phrases: Vec<Vec<&'static str>>,
}

impl Index {
    fn of(all: &'static [&'static str]) -> Self {
        let first = |phrase: &'static str| phrase.split(' ').next().unwrap_or_default();
        let firsts = WordIndex::of(all.iter().map(|phrase| first(phrase)));
        let mut phrases = vec![Vec::new(); firsts.count()];
        for phrase in all {
            if let Some(at) = firsts.find(first(phrase)) {
                phrases[at].push(*phrase);
            }
        }
        Self { firsts, phrases }
    }
}

impl PhraseList {
    /// A list of `phrases`.
    pub const fn new(phrases: &'static [&'static str]) -> Self {
        Self { phrases, index: OnceLock::new() }
    }

    /// Those that begin with `word`.
    pub fn begun_by(&self, word: &str) -> &[&'static str] {
        let index = self.index.get_or_init(|| Index::of(self.phrases));
        index.firsts.find(word).map_or(&[], |at| &index.phrases[at])
    }

    /// The longest that stands from `at` on, adverbs between its words aside (“am just going to”), and where it ends.
    pub fn longest(&self, words: &[Word], at: usize) -> Option<(&'static str, usize)> {
        let mut longest: Option<(&'static str, usize)> = None;
        for phrase in self.begun_by(word(words, at)) {
            let end = end(words, at, phrase);
            if let Some(end) = end.filter(|end| longest.is_none_or(|(_, before)| *end > before)) {
                longest = Some((phrase, end));
            }
        }
        longest
    }

    /// Where the longest ends, see [`Self::longest`].
    pub fn end(&self, words: &[Word], at: usize) -> Option<usize> {
        self.longest(words, at).map(|(_, end)| end)
    }
}

/// Where the words of `phrase` end, if they stand from `at` on, adverbs between them aside.
fn end(words: &[Word], at: usize, phrase: &str) -> Option<usize> {
    let mut place = at;
    for (nth, expected) in phrase.split(' ').enumerate() {
        while nth > 0 && word(words, place) != expected && is_adverb(word(words, place)) {
            place += 1;
        }
        if word(words, place) != expected {
            return None;
        }
        place += 1;
    }
    Some(place)
}
