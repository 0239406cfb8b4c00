//! A question to the resolver and its answer. How one comes from the other is left to `resolve`.

use serde::{Deserialize, Serialize};

use namesake_text::path::NotePath;

use super::weights;

/// How sure a finding or an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum Tier {
    /// Provably right: may be applied on save.
    Auto,
    /// A person decides.
    Review,
}

impl Tier {
    /// The tier of an answer with this score; `None` where it is too low to be shown.
    pub(super) fn of(score: f64) -> Option<Self> {
        if score >= weights::AUTO {
            Some(Self::Auto)
        } else if score >= weights::REVIEW {
            Some(Self::Review)
        } else {
            None
        }
    }
}

/// What a mention may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SubjectKind {
    /// A person note.
    Person,
    /// A company note.
    Company,
}

/// A written form with the context it stands in. Start from [`Question::person`] or [`Question::company`].
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The form as written.
    pub mention: &'a str,
    /// What is asked for.
    pub kind: SubjectKind,
    /// Participants of the meeting the mention stands in or refers to.
    pub participants: &'a [NotePath],
    /// People linked from the same note.
    pub neighbours: &'a [NotePath],
    /// The company the note is about, as written.
    pub company: Option<&'a str>,
    /// People whom the user has said this form does not mean.
    pub rejected: &'a [NotePath],
    /// Participants already named exactly, elsewhere in the same meeting: a form with another surname means someone
    /// else. [`NameIndex::resolve_all`](super::NameIndex::resolve_all) finds these by itself.
    pub named: &'a [NotePath],
    /// Those who speak right before or after, if the mention stands where somebody is spoken to: “thanks, Rob”.
    pub called: &'a [NotePath],
    /// The most that "first name right, surname lost" may become: review, until the user's own record has earned
    /// automation for the vault.
    pub lost_surname: Tier,
}

impl<'a> Question<'a> {
    /// Asks which person `mention` means, without any context.
    pub fn person(mention: &'a str) -> Self {
        Self {
            mention,
            kind: SubjectKind::Person,
            participants: &[],
            neighbours: &[],
            company: None,
            rejected: &[],
            named: &[],
            called: &[],
            lost_surname: Tier::Review,
        }
    }

    /// Asks which company `mention` means.
    pub fn company(mention: &'a str) -> Self {
        Self { kind: SubjectKind::Company, ..Self::person(mention) }
    }
}

/// One reason for or against a candidate.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Evidence {
    /// A plain sentence fragment in the user's language.
    pub what: String,
    /// Its weight in bits (log2 odds against "nobody in this vault"), rounded to hundredths.
    pub bits: f64,
    /// How a question says the same, where not as it is.
    #[serde(skip)]
    pub plain: Option<Plain>,
}

/// How a question says a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plain {
    /// Not at all: the two names, one beside the other, show it to any reader.
    Seen,
    /// In the fewest everyday words: a kept text, which is still to be said.
    Words(&'static str),
}

/// A note the mention may mean.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Candidate {
    /// The note.
    pub path: NotePath,
    /// The probability, between 0 and 1, that the mention means this note, as it is told to the user.
    pub p: f64,
    /// What the clues and the principles give, between 0 and 1: it decides what is done by itself, what is asked about, and
    /// who stands first.
    #[serde(skip)]
    pub score: f64,
    /// Whether a part of the name is only similar to what was written. However likely the candidate is, a person
    /// decides before anything is written.
    #[serde(skip)]
    pub misheard: bool,
    /// Whether only a first name and taking part speak for it (principle 5).
    #[serde(rename = "byContext", default, skip_serializing_if = "is_false")]
    pub by_context: bool,
    /// What speaks for and against it, in the order it was weighed.
    pub evidence: Vec<Evidence>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}

/// What a mention means, as far as the vault can tell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// How sure the answer is; `None` below review, when nothing is to be shown.
    pub tier: Option<Tier>,
    /// The best candidate, where there is a tier.
    pub best: Option<NotePath>,
    /// The probability of the best candidate.
    pub p: f64,
    /// The score of the best candidate, with the principles applied.
    pub score: f64,
    /// At most three candidates, best first.
    pub candidates: Vec<Candidate>,
}

impl Answer {
    /// The answer that these candidates give, the best standing first.
    pub(super) fn of(candidates: Vec<Candidate>) -> Self {
        let (p, score) = candidates.first().map_or((0.0, 0.0), |best| (best.p, best.score));
        let tier = Tier::of(score);
        let best = tier.and_then(|_| candidates.first()).map(|best| best.path.clone());
        Self { tier, best, p, score, candidates }
    }

    /// The answer that nothing in the vault fits.
    pub fn nobody() -> Self {
        Self { tier: None, best: None, p: 0.0, score: 0.0, candidates: Vec::new() }
    }
}
