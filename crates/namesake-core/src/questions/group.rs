//! Which findings are one question. Those for which the same answer is right for the same reason: a form that one person is
//! called by, a meeting's tasks, a repair that says the same but for what it names. What is doubtful stays alone.

use super::plain::{is_either, is_name};
use super::question::QuestionKind;
use namesake_note::finding::Finding;
use namesake_text::path::NotePath;
use namesake_text::text::digest;

/// Rules whose findings are a meeting's tasks.
const TASKS: [&str; 2] = ["action-item", "commitment"];

/// Bytes of a question's id.
const ID: usize = 8;

/// What the findings of one question have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A form and its likeliest person, in whatever notes.
    Name(String),
    /// The tasks of this note that a rule reads.
    Tasks(&'static str, NotePath),
    /// A rule's sentence and answers, what they name left out.
    Alike(&'static str, String),
    /// The finding of this id.
    One(String),
}

impl Key {
    /// Sixteen hexadecimal digits; of a single finding its own id.
    pub fn id(&self) -> String {
        match self {
            Self::Name(subject) => digest(&["name", subject], ID),
            Self::Tasks(rule, path) => digest(&["tasks", rule, path.as_str()], ID),
            Self::Alike(rule, sentence) => digest(&["alike", rule, sentence], ID),
            Self::One(id) => id.clone(),
        }
    }

    pub fn kind(&self) -> QuestionKind {
        match self {
            Self::Name(_) => QuestionKind::Name,
            Self::Tasks(..) => QuestionKind::Tasks,
            Self::Alike(..) => QuestionKind::Alike,
            Self::One(_) => QuestionKind::One,
        }
    }
}

/// The question that `finding` belongs to.
pub fn key(finding: &Finding) -> Key {
    if is_either(finding) {
        return Key::One(finding.id.clone());
    }
    if is_name(finding) {
        return Key::Name(finding.subject.clone());
    }
    if TASKS.contains(&finding.rule) {
        return Key::Tasks(finding.rule, finding.path.clone());
    }
    let is_person = finding.fixes.iter().any(|fix| fix.candidate.is_some() || fix.creates.is_some());
    let mut sentence = unnamed(&finding.message, finding);
    // Where the answers differ in more than what they name, each place has to be looked at.
    match finding.fixes.as_slice() {
        _ if is_person => return Key::One(finding.id.clone()),
        [only] => sentence.push_str(&unnamed(&only.title, finding)),
        several => sentence.extend(several.iter().map(|fix| fix.title.as_str())),
    }
    Key::Alike(finding.rule, sentence)
}

/// `sentence` without what it quotes, its numbers and the name of the finding's note.
fn unnamed(sentence: &str, finding: &Finding) -> String {
    let mut rest = sentence.replace(finding.path.stem(), "");
    for (open, close) in [('“', '”'), ('`', '`')] {
        let mut kept = String::new();
        let mut from = rest.as_str();
        while let Some((before, quoted)) = from.split_once(open) {
            kept.push_str(before);
            // A quote in a quote belongs to it.
            let end = quoted.find(close).map(|end| end + close.len_utf8());
            let Some(end) = end else { break };
            kept.push(open);
            from = &quoted[end..];
        }
        kept.push_str(from);
        rest = kept;
    }
    rest.retain(|c| !c.is_ascii_digit());
    rest
}
