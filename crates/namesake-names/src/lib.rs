//! Names: which note a written form means, with evidence.
//!
//! Goes in: the people, companies and meetings of a vault, kept up to date note by note, and questions (a written
//! form with its context). Comes out: at most three candidates with probabilities and evidence in plain words. Where
//! mentions stand in a note, and what becomes of an answer, is left to others: resolving never changes a note.
#![forbid(unsafe_code)]

mod agreement;
mod alignment;
mod assignment;
mod bearers;
mod bound;
mod calibration;
mod census;
mod change;
mod company;
mod compare;
mod complete;
mod context;
mod declension;
mod dependencies;
mod evidence;
mod index;
pub mod key;
mod likeness;
mod mention;
mod name_words;
mod nicknames;
mod notes;
mod ordinal;
mod ordinary;
mod postings;
mod principles;
mod question;
mod record;
mod resolve;
mod romanise;
mod score;
mod sound;
#[cfg(test)]
mod tests;
mod weights;

pub use census::{is_first_name, is_surname};
pub use change::Change;
pub use company::{key as company_key, words as company_words};
pub use complete::{Near, TypedWords};
pub use declension::is_declined;
pub use index::NameIndex;
pub use likeness::{Likeness, Lookalike};
pub use mention::spoken;
pub use namesake_text::fold::fold;
pub use nicknames::family as nickname_family;
pub use notes::{Company, Person};
pub use postings::Postings;
pub use question::{Answer, Candidate, Evidence, Plain, Question, SubjectKind, Tier};
