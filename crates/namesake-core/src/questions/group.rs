//! Which findings are one question. Those for which the same answer is right for the same reason: a form that one person is
//! called by, forms that can hardly mean anybody else, tasks, a repair that says the same but for what it names. What is
//! doubtful stays with itself: a form that may be either of two people's is one question in each note.

use std::collections::BTreeSet;

use super::plain::{is_either, is_name};
use super::question::QuestionKind;
use namesake_language::Language;
use namesake_note::decisions::form_key;
use namesake_note::finding::Finding;
use namesake_text::path::NotePath;
use namesake_text::text::digest;

/// The rule whose findings are what a meeting's words promise.
const PROMISES: &str = "commitment";

/// The rule whose findings are listed as things to do.
const ITEMS: &str = "action-item";

/// Bytes of a question's id.
const ID: usize = 8;

/// What the findings of one question have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A form and its likeliest person, in whatever notes.
    Name(String),
    /// Forms that are each very likely one person's.
    Names,
    /// A form in one note that may be either of these people's: there it is the same person's, wherever it stands.
    Either(NotePath, String, BTreeSet<NotePath>),
    /// Listed things to do, in whatever notes.
    Items,
    /// What is promised in this note.
    Promises(NotePath),
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
            Self::Names => digest(&["names"], ID),
            Self::Either(path, form, people) => {
                let mut parts = vec!["either", path.as_str(), form];
                parts.extend(people.iter().map(NotePath::as_str));
                digest(&parts, ID)
            }
            Self::Items => digest(&["items"], ID),
            Self::Promises(path) => digest(&["promises", path.as_str()], ID),
            Self::Alike(rule, sentence) => digest(&["alike", rule, sentence], ID),
            Self::One(id) => id.clone(),
        }
    }

    pub fn kind(&self) -> QuestionKind {
        match self {
            Self::Name(_) => QuestionKind::Name,
            Self::Names => QuestionKind::Names,
            Self::Items | Self::Promises(_) => QuestionKind::Tasks,
            Self::Alike(..) => QuestionKind::Alike,
            Self::Either(..) | Self::One(_) => QuestionKind::One,
        }
    }
}

/// The question that `finding` belongs to.
pub fn key(finding: &Finding) -> Key {
    if is_either(finding) {
        return either(finding).unwrap_or_else(|| Key::One(finding.id.clone()));
    }
    if is_name(finding) {
        return Key::Name(finding.subject.clone());
    }
    match finding.rule {
        ITEMS => Key::Items,
        PROMISES => Key::Promises(finding.path.clone()),
        _ if picks_person(finding) => Key::One(finding.id.clone()),
        rule => Key::Alike(rule, sentence(finding)),
    }
}

/// The form and its people, where the finding says which form it is about.
fn either(finding: &Finding) -> Option<Key> {
    let mention = finding.mention.as_ref()?;
    let people = finding.fixes.iter().filter_map(|fix| fix.candidate.as_ref()).map(|candidate| candidate.path.clone());
    Some(Key::Either(finding.path.clone(), form_key(&mention.written), people.collect()))
}

/// Whether an answer is one person of several, somebody new among them.
fn picks_person(Finding { fixes, .. }: &Finding) -> bool {
    fixes.iter().any(|fix| fix.candidate.is_some() || fix.creates.is_some() && fixes.len() > 1)
}

/// What is said and answered, without what is named.
fn sentence(finding: &Finding) -> String {
    let mut sentence = unnamed(&finding.message.replace(finding.path.stem(), ""));
    let titles: Vec<String> = finding.fixes.iter().map(|fix| unnamed(&fix.title)).collect();
    // Where the answers can be told apart only by what they name, each place has to be looked at.
    let is_told_apart = titles.iter().collect::<BTreeSet<_>>().len() == titles.len();
    match is_told_apart {
        true => sentence.extend(titles),
        false => sentence.extend(finding.fixes.iter().map(|fix| fix.title.as_str())),
    }
    sentence
}

/// `sentence` without what it quotes and its numbers.
fn unnamed(sentence: &str) -> String {
    let mut rest = sentence.to_owned();
    let quotes = match Language::spoken() {
        Language::English => ('“', '”'),
        Language::German => ('„', '“'),
    };
    for (open, close) in [quotes, ('`', '`')] {
        let mut kept = String::new();
        let mut from = rest.as_str();
        while let Some((before, quoted)) = from.split_once(open) {
            kept.push_str(before);
            // A quote in a quote belongs to it.
            let end = quoted.find(close).map(|end| end + close.len_utf8());
            let Some(end) = end else {
                from = &from[before.len()..];
                break;
            };
            kept.push(open);
            from = &quoted[end..];
        }
        kept.push_str(from);
        rest = kept;
    }
    rest.retain(|c| !c.is_ascii_digit());
    rest
}
