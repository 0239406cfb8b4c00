//! What the grammar finds in a sentence: a commitment or a request, and whose it is.

use namesake_text::text::Span;

/// The two kinds of utterance that make a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UtteranceKind {
    /// Somebody undertakes to do something.
    Commitment,
    /// Somebody is asked to.
    Request,
}

/// Who has to do it, as far as the sentence shows.
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
    /// Which of the two kinds.
    pub kind: UtteranceKind,
    /// Who has to do it.
    pub owner: UtteranceOwner,
    /// What has to be done, in bytes of the sentence: from the verb on, where that stands in its base form.
    pub task: Option<Span>,
}

impl Utterance {
    /// What has to be done, in the words of the sentence it was heard in; all of it where the verb is no base form.
    pub fn words<'s>(&self, sentence: &'s str) -> &'s str {
        self.task.map_or(sentence, |task| task.of(sentence))
    }
}
