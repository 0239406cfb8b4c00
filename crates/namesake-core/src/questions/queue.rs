//! Makes the queue of what was found: which findings are one question, and in which order they are asked.

use std::collections::{BTreeMap, BTreeSet};

use namesake_note::finding::{Finding, Tier};
use namesake_text::text::line_number;
use namesake_vault::vault::Vault;

use super::group::{Key, key};
use super::plain;
use super::question::{Question, QuestionKind, QuestionPlace, Queue};

/// The queue of `findings`, which are in the order of notes.
pub fn queue<'f>(vault: &Vault, findings: impl IntoIterator<Item = &'f Finding>) -> Queue {
    let mut queue = Queue { safe: BTreeMap::new(), questions: Vec::new(), open: BTreeMap::new() };
    let mut groups: BTreeMap<Key, Vec<&Finding>> = BTreeMap::new();
    let mut order: Vec<Key> = Vec::new();
    for finding in findings {
        match finding.tier {
            Tier::Auto => *queue.safe.entry(finding.rule).or_default() += 1,
            Tier::Review if finding.fixes.is_empty() && plain::dialog(finding).is_none() => {
                *queue.open.entry(finding.path.clone()).or_default() += 1;
            }
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
    join_very_likely(&mut groups, &mut order);
    queue.questions = order.iter().map(|key| question(vault, key, &groups[key])).collect();
    queue.questions.sort_by_key(rank);
    queue
}

/// Very likely names are asked about together, but a form that is doubtful anywhere is not among them.
fn join_very_likely(groups: &mut BTreeMap<Key, Vec<&Finding>>, order: &mut Vec<Key>) {
    let is_joined = |key: &Key| matches!(key, Key::Name(_)) && groups[key].iter().all(|one| plain::is_very_likely(one));
    let joined: BTreeSet<Key> = order.iter().filter(|key| is_joined(key)).cloned().collect();
    if joined.len() < 2 {
        return;
    }
    let mut names: Vec<&Finding> = joined.iter().flat_map(|key| groups.remove(key).unwrap_or_default()).collect();
    names.sort_by(|one, other| (&one.path, one.start).cmp(&(&other.path, other.start)));
    groups.insert(Key::Names, names);
    order.retain(|key| !joined.contains(key));
    order.push(Key::Names);
}

/// Groups by size, then names by size, then the rest as it comes.
fn rank(question: &Question) -> (u8, std::cmp::Reverse<usize>) {
    let count = question.places.len();
    match question.kind {
        QuestionKind::Alike | QuestionKind::Names | QuestionKind::Tasks if count > 1 => (0, std::cmp::Reverse(count)),
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
        topic: plain::topic(lead),
        dialog: plain::dialog(lead),
        ask: plain::ask(key.kind(), lead, findings),
        confidence: plain::confidence(lead),
        evidence: match key {
            Key::Names => vec![plain::nobody_else()],
            _ => plain::evidence(lead, findings),
        },
        answers: if is_shared { places[0].answers.clone() } else { Vec::new() },
        places,
    }
}

fn place(vault: &Vault, finding: &Finding) -> QuestionPlace {
    QuestionPlace {
        finding: finding.id.clone(),
        path: finding.path.clone(),
        line: vault.text(&finding.path).map_or(1, |text| line_number(text, finding.start.min(text.len()))),
        message: finding.message.clone(),
        quote: plain::quote(vault.text(&finding.path).unwrap_or_default(), finding.span()),
        answers: finding.fixes.iter().map(plain::answer).collect(),
    }
}
