//! A sentence ready for the grammar, and what its patterns give back.

use super::utterance::UtteranceOwner;
use super::{clause, verbs};
use crate::sentence_words::Word;
use namesake_text::text::Span;

/// A sentence, ready to be read.
pub struct Sentence<'s> {
    pub words: &'s [Word<'s>],
    /// The names of those who are there, word by word in small letters.
    pub names: &'s [Vec<String>],
    /// Whether it is a question, not one that is only tacked on (“okay?”).
    pub asks: bool,
}

/// What a pattern finds: who has to do something, and the verb.
#[derive(Debug, Clone, Copy)]
pub struct Pattern {
    pub owner: UtteranceOwner,
    pub verb: Option<usize>,
}

impl Sentence<'_> {
    /// How many words from `at` on are the name of somebody who is there: a first name, or first name and surname.
    pub fn name(&self, at: usize) -> Option<usize> {
        let first = self.words.get(at)?.text;
        let theirs = self.names.iter().find(|name| name.first().is_some_and(|own| own == first))?;
        let more = theirs
            .iter()
            .skip(1)
            .enumerate()
            .take_while(|(nth, part)| verbs::word(self.words, at + 1 + nth) == part.as_str());
        Some(1 + more.count())
    }

    /// The bytes of `count` words from `at` on.
    pub fn span(&self, at: usize, count: usize) -> Span {
        let last = self.words[(at + count - 1).min(self.words.len() - 1)];
        // Not to the end of its span: `Carla's` is two words.
        Span::new(self.words[at].span.start, (last.span.start + last.text.len()).min(last.span.end))
    }

    /// Whom the words around `at` address: the name right before it, at the beginning of the sentence, or at its end.
    pub fn addressed(&self, at: usize) -> Option<Span> {
        let lead = (0..at).rev().find_map(|place| self.name(place).map(|count| self.span(place, count)));
        let tail = || {
            let last = (at..self.words.len())
                .rev()
                .take(3)
                .find(|place| self.words[*place].apart && self.name(*place).is_some());
            last.and_then(|place| self.name(place).map(|count| self.span(place, count)))
        };
        lead.or_else(tail).or_else(|| self.misheard(at))
    }

    /// A capital word at the beginning that nobody is called, right before what is asked: “Yurgen can you”.
    fn misheard(&self, at: usize) -> Option<Span> {
        let first = self.words.first().filter(|first| at == 1 && first.capital && verbs::may_be_name(first.text))?;
        Some(first.span).filter(|_| !clause::is_lead(first.text))
    }
}
