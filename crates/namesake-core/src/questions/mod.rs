//! Questions over findings: what a person would ask once, with the places for which the same answer is right for the same
//! reason. The findings stay as they are. `group` says which belong together, `plain` how a question is put.

mod group;
mod kept;
mod plain;
mod question;
mod queue;

pub use kept::{KeptFindings, QueueChanges};
pub use question::{Confidence, Dialog, Question, QuestionKind, QuestionPlace, Queue, Quote, Topic};
pub use queue::queue;
