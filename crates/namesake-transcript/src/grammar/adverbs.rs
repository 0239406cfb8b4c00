//! The words of a sentence by their place, and those that may stand between an auxiliary and its verb.

use super::super::sentence_words::Word;
use namesake_note::word_list::WordList;

/// Words between an auxiliary and its verb.
static ADVERBS: WordList = WordList::new(
    "just also actually probably definitely certainly quickly really now then please kindly maybe \
    possibly perhaps first gladly happily personally both all guys simply still finally already quick either \
    hopefully obviously always even so therefore",
);

/// Whether `word` may stand between an auxiliary and its verb.
pub fn is_adverb(word: &str) -> bool {
    ADVERBS.contains(word)
}

/// The word at `at`, or nothing.
pub fn word<'s>(words: &[Word<'s>], at: usize) -> &'s str {
    words.get(at).map_or("", |word| word.text)
}

/// The first place from `at` on that is no adverb.
pub fn past_adverbs(words: &[Word], mut at: usize) -> usize {
    while ADVERBS.contains(word(words, at)) {
        at += 1;
    }
    at
}
