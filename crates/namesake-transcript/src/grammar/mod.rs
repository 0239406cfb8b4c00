//! What is undertaken or asked for in a sentence of spoken English: a small grammar of subject, auxiliary and verb, and
//! of what sets such words aside (hypotheses, reports, refusals, questions about facts, manners of speaking). It would
//! rather miss a task than find one that nobody meant.

mod adverbs;
pub(super) mod clause;
mod offer;
mod people;
pub(super) mod phrase_list;
mod phrases;
mod request;
mod sentence;
mod utterance;
pub(super) mod verbs;

use super::sentence_words::{Word, words};
use namesake_text::text::Span;
pub use people::People;
use sentence::Sentence;
pub use utterance::{Utterance, UtteranceKind, UtteranceOwner};

/// What `sentence` says in a meeting of `people`; of several things the first.
pub fn utterance(sentence: &str, people: &People) -> Option<Utterance> {
    utterance_of(&words(sentence, &sentence.to_ascii_lowercase()), sentence, people)
}

/// The same of a sentence that is cut into `words`.
pub(super) fn utterance_of(words: &[Word], sentence: &str, people: &People) -> Option<Utterance> {
    if words.len() < 2 {
        return None;
    }
    let asks = sentence.trim_end().ends_with('?') && !clause::is_tagged(words);
    let end = words.last().map_or(0, |word| word.span.end);
    let said = Sentence { words, names: &people.names, asks };
    for at in 0..words.len() {
        let found = offer::at(&said, at).map(|found| (UtteranceKind::Commitment, found));
        if let Some((kind, found)) =
            found.or_else(|| request::at(&said, at).map(|found| (UtteranceKind::Request, found)))
        {
            // Looked for last, since there are many and most sentences hold nothing.
            if clause::is_hedged(words) {
                return None;
            }
            let task = found.verb.and_then(|verb| words.get(verb)).map(|verb| Span::new(verb.span.start, end));
            return Some(Utterance { kind, owner: found.owner, task });
        }
    }
    None
}
