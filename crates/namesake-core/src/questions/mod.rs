//! Questions over findings: what a person would ask once, with the places for which the same answer is right for the same
//! reason. The findings stay as they are. `group` says which belong together, `plain` how a question is put.

mod group;
mod plain;

use std::collections::BTreeMap;

use group::{Key, key};
use namesake_text::path::NotePath;
use namesake_vault::finding::{Finding, Tier};
use namesake_vault::vault::Vault;
use serde::Serialize;

/// Everything that waits for the user, as a person would go through it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Queue {
    /// How many repairs are certain, by rule; they are looked at together.
    pub safe: BTreeMap<&'static str, usize>,
    /// Groups, the largest first, then names, those with most places first, then the rest in the order of notes.
    pub questions: Vec<Question>,
    /// What can only be known: findings without an answer on offer, by note.
    pub open: BTreeMap<NotePath, usize>,
}

/// What is asked once.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Question {
    /// Sixteen hexadecimal digits that stay the same while what is asked about does.
    pub id: String,
    /// What its places share.
    pub kind: QuestionKind,
    /// The rule of its findings.
    pub rule: &'static str,
    /// The question or statement, one sentence.
    pub ask: String,
    /// Of a name: how likely the first answer is right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// At most three reasons in plain words, the strongest first.
    pub evidence: Vec<String>,
    /// The answers on offer, the suggested one first, where they are the same for all places.
    pub answers: Vec<String>,
    /// Where it is asked, in the order of notes.
    pub places: Vec<QuestionPlace>,
}

/// What the places of a question share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum QuestionKind {
    /// A written form that may be one person's name.
    Name,
    /// One meeting whose words make tasks.
    Tasks,
    /// The same repair for the same reason.
    Alike,
    /// Nothing: it is one place.
    One,
}

/// How likely the first answer of a question about a name is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// At least 95 %.
    VeryLikely,
    /// Less.
    Likely,
    /// The second answer is nearly as likely. Nothing is suggested, and no bulk answer takes it in.
    Either,
}

/// A place of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuestionPlace {
    /// The id of its finding.
    pub finding: String,
    /// The note.
    pub path: NotePath,
    /// The line, from 1.
    pub line: usize,
    /// What is found there, one sentence.
    pub message: String,
    /// The first reason for it, which mostly holds the words it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// The answers on offer here, the suggested one first.
    pub answers: Vec<String>,
}

/// The queue of `findings`, which are in the order of notes.
pub fn queue(vault: &Vault, findings: &[Finding]) -> Queue {
    let mut queue = Queue { safe: BTreeMap::new(), questions: Vec::new(), open: BTreeMap::new() };
    let mut groups: BTreeMap<Key, Vec<&Finding>> = BTreeMap::new();
    let mut order: Vec<Key> = Vec::new();
    for finding in findings {
        match finding.tier {
            Tier::Auto => *queue.safe.entry(finding.rule).or_default() += 1,
            Tier::Review if finding.fixes.is_empty() => *queue.open.entry(finding.path.clone()).or_default() += 1,
            Tier::Review => {
                let key = key(finding);
                let group = groups.entry(key.clone()).or_default();
                if group.is_empty() {
                    order.push(key);
                }
                group.push(finding);
            }
        }
    }
    queue.questions = order.iter().map(|key| question(vault, key, &groups[key])).collect();
    queue.questions.sort_by_key(rank);
    queue
}

/// Groups by size, then names by size, then the rest as it comes.
fn rank(question: &Question) -> (u8, std::cmp::Reverse<usize>) {
    let count = question.places.len();
    match question.kind {
        QuestionKind::Alike | QuestionKind::Tasks if count > 1 => (0, std::cmp::Reverse(count)),
        QuestionKind::Name => (1, std::cmp::Reverse(count)),
        _ => (2, std::cmp::Reverse(0)),
    }
}

fn question(vault: &Vault, key: &Key, findings: &[&Finding]) -> Question {
    let places: Vec<QuestionPlace> = findings.iter().map(|finding| place(vault, finding)).collect();
    let lead = plain::lead(findings);
    let is_shared = places.iter().all(|place| place.answers == places[0].answers);
    Question {
        id: key.id(),
        kind: key.kind(),
        rule: lead.rule,
        ask: plain::ask(key.kind(), lead, findings),
        confidence: plain::confidence(lead),
        evidence: plain::evidence(lead),
        answers: if is_shared { places[0].answers.clone() } else { Vec::new() },
        places,
    }
}

fn place(vault: &Vault, finding: &Finding) -> QuestionPlace {
    let before = vault.text(&finding.path).and_then(|text| text.get(..finding.start)).unwrap_or_default();
    QuestionPlace {
        finding: finding.id.clone(),
        path: finding.path.clone(),
        line: 1 + before.matches('\n').count(),
        message: finding.message.clone(),
        because: finding.evidence.iter().find_map(|reason| plain::unweighed(reason)).map(str::to_owned),
        answers: finding.fixes.iter().map(plain::answer).collect(),
    }
}
