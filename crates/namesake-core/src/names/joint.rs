//! The mentions of a meeting resolved together: one person to one name. Each mention by itself is `resolve`'s business.

use std::collections::BTreeMap;

use crate::finding::Tier;
use crate::path::NotePath;

use super::fold::fold;
use super::index::NameIndex;
use super::question::{Answer, Kind, Question};

impl NameIndex {
    /// Which notes the mentions mean, assigned jointly among those with the same participants: a participant already
    /// named exactly is not meant by a form with another surname, and of two forms that are only alike the better
    /// keeps the person. One answer a question, in their order.
    pub fn resolve_all(&self, questions: &[Question]) -> Vec<Answer> {
        let mut answers: Vec<Answer> = questions.iter().map(|question| self.resolve(question)).collect();
        let mut meetings: BTreeMap<&[NotePath], Vec<usize>> = BTreeMap::new();
        for (at, question) in questions.iter().enumerate() {
            if question.kind == Kind::Person && !question.participants.is_empty() {
                meetings.entry(question.participants).or_default().push(at);
            }
        }
        for mut mentions in meetings.into_values() {
            mentions.sort_by(|a, b| answers[*b].p.total_cmp(&answers[*a].p).then(a.cmp(b)));
            self.assign(questions, &mentions, &mut answers);
        }
        answers
    }

    /// Gives each person to the surest form first; a later form that is not the same asks again without them.
    fn assign(&self, questions: &[Question], mentions: &[usize], answers: &mut [Answer]) {
        let mut taken: BTreeMap<NotePath, String> = BTreeMap::new();
        for &at in mentions {
            let form = fold(questions[at].mention);
            let others: Vec<NotePath> =
                taken.iter().filter(|(_, by)| **by != form).map(|(path, _)| path.clone()).collect();
            if answers[at].candidates.iter().any(|candidate| others.contains(&candidate.path)) {
                let named: Vec<NotePath> = questions[at].named.iter().cloned().chain(others).collect();
                answers[at] = self.resolve(&Question { named: &named, ..questions[at] });
            }
            if let (Some(Tier::Auto), Some(best)) = (answers[at].tier, &answers[at].best) {
                taken.entry(best.clone()).or_insert(form);
            }
        }
    }
}
