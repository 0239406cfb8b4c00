//! What is undertaken or asked for in a sentence of spoken English: a small grammar of subject, auxiliary and verb, and
//! of what sets such words aside (hypotheses, reports, refusals, questions about facts, manners of speaking). It would
//! rather miss a task than find one that nobody meant.

mod clause;
mod offer;
mod phrases;
mod request;
mod verbs;

use super::sentence_words::{Word, words};
use namesake_text::text::Span;

/// What was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UtteranceKind {
    /// Somebody undertakes to do something.
    Commitment,
    /// Somebody is asked to.
    Request,
}

/// Who has to do it, as far as the sentence says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UtteranceOwner {
    /// Whoever says it.
    Speaker,
    /// All of them.
    We,
    /// Whoever it is said to.
    Addressed,
    /// The one named here, in bytes of the sentence.
    Named(Span),
}

/// A commitment or request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Utterance {
    /// Which of them.
    pub kind: UtteranceKind,
    /// Whose it is.
    pub owner: UtteranceOwner,
    /// What has to be done, in bytes of the sentence: from the verb on, where that stands in its base form.
    pub task: Option<Span>,
}

/// A sentence, ready to be read.
struct Sentence<'s> {
    words: &'s [Word<'s>],
    /// The names of those who are there, word by word in small letters.
    names: &'s [Vec<String>],
    /// Whether it is a question, not one that is only tacked on (“okay?”).
    asks: bool,
}

/// What a pattern finds: the place of its subject, whose it is, and the verb.
#[derive(Debug, Clone, Copy)]
struct Pattern {
    owner: UtteranceOwner,
    verb: Option<usize>,
}

/// Those who are there, by their names.
#[derive(Debug, Clone, Default)]
pub struct People {
    /// Word by word, in small letters.
    names: Vec<Vec<String>>,
}

impl People {
    /// The people called `names`, as they are written.
    pub fn new(names: &[&str]) -> Self {
        let mut parts = Vec::new();
        for name in names {
            let words: Vec<String> = name.split_whitespace().map(str::to_ascii_lowercase).collect();
            // Of `The Chair` and `Dr. Wessel` nobody is called by the first word.
            if words.first().is_some_and(|first| !first.ends_with('.') && verbs::may_be_name(first)) {
                parts.push(words);
            }
        }
        Self { names: parts }
    }
}

impl Utterance {
    /// What has to be done, in the words of the sentence it was heard in; all of it where the verb is no base form.
    pub fn words<'s>(&self, sentence: &'s str) -> &'s str {
        self.task.map_or(sentence, |task| task.of(sentence))
    }
}

/// What `sentence` says in a meeting of `people`; of several things the first.
pub fn utterance(sentence: &str, people: &People) -> Option<Utterance> {
    let lower = sentence.to_ascii_lowercase();
    let words = words(sentence, &lower);
    if words.len() < 2 {
        return None;
    }
    let asks = sentence.trim_end().ends_with('?') && !clause::is_tagged(&words);
    let end = words.last().map_or(0, |word| word.span.end);
    let said = Sentence { words: &words, names: &people.names, asks };
    for at in 0..words.len() {
        let found = offer::at(&said, at).map(|found| (UtteranceKind::Commitment, found));
        if let Some((kind, found)) =
            found.or_else(|| request::at(&said, at).map(|found| (UtteranceKind::Request, found)))
        {
            // Looked for last, since there are many and most sentences hold nothing.
            if clause::is_hedged(&words) {
                return None;
            }
            let task = found.verb.and_then(|verb| words.get(verb)).map(|verb| Span::new(verb.span.start, end));
            return Some(Utterance { kind, owner: found.owner, task });
        }
    }
    None
}

impl Sentence<'_> {
    /// How many words from `at` on are the name of somebody who is there: a first name, or first name and surname.
    fn name(&self, at: usize) -> Option<usize> {
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
    fn span(&self, at: usize, count: usize) -> Span {
        let last = self.words[(at + count - 1).min(self.words.len() - 1)];
        // Not to the end of its span: `Carla's` is two words.
        Span::new(self.words[at].span.start, (last.span.start + last.text.len()).min(last.span.end))
    }

    /// Whom the words around `at` address: the name right before it, at the beginning of the sentence, or at its end.
    fn addressed(&self, at: usize) -> Option<Span> {
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
