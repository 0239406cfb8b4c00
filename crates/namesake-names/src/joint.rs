//! The mentions of a meeting resolved together: one person to one name. Each mention by itself is `resolve`'s business.

use crate::Tier;
use namesake_text::path::NotePath;

use super::index::NameIndex;
use super::question::{Answer, Kind, Question};
use namesake_text::fold::fold;

impl NameIndex {
    /// Which notes the mentions mean, assigned jointly among those with the same participants: a participant already
    /// named exactly is not meant by a form with another surname, and of two forms that are only alike the better
    /// keeps the person. One answer a question, in their order.
    pub fn resolve_all(&self, questions: &[Question]) -> Vec<Answer> {
        let mut answers: Vec<Answer> = questions.iter().map(|question| self.resolve(question)).collect();
        let asked = |question: &Question| question.kind == Kind::Person && !question.participants.is_empty();
        let mut left: Vec<usize> = (0..questions.len()).filter(|at| asked(&questions[*at])).collect();
        while let Some(&first) = left.first() {
            let same = |at: &usize| questions[*at].participants == questions[first].participants;
            let (mut mentions, others): (Vec<usize>, Vec<usize>) = left.iter().partition(|at| same(at));
            mentions.sort_by(|a, b| answers[*b].p.total_cmp(&answers[*a].p));
            self.assign(questions, &mentions, &mut answers);
            left = others;
        }
        answers
    }

    /// Gives each person to the surest form first; a later form that is not the same asks again without them.
    fn assign(&self, questions: &[Question], mentions: &[usize], answers: &mut [Answer]) {
        let mut taken: Vec<(NotePath, String)> = Vec::new();
        for &at in mentions {
            let form = fold(questions[at].mention);
            let others: Vec<NotePath> =
                taken.iter().filter(|(_, by)| *by != form).map(|(path, _)| path.clone()).collect();
            if answers[at].candidates.iter().any(|candidate| others.contains(&candidate.path)) {
                let named: Vec<NotePath> = questions[at].named.iter().cloned().chain(others).collect();
                answers[at] = self.resolve(&Question { named: &named, ..questions[at] });
            }
            if let (Some(Tier::Auto), Some(best)) = (answers[at].tier, &answers[at].best)
                && taken.iter().all(|(path, _)| path != best)
            {
                taken.push((best.clone(), form));
            }
        }
    }
}
