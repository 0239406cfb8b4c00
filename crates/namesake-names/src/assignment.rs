//! The mentions of a meeting resolved together, so that one person gets one name. A mention by itself is left to
//! `resolve`.

use super::question::Tier;
use namesake_text::path::NotePath;

use super::index::NameIndex;
use super::question::{Answer, Question, SubjectKind};
use namesake_text::fold::fold;

impl NameIndex {
    /// Which notes the mentions mean, assigned jointly among those with the same participants: a participant already
    /// named exactly is not meant by a form with another surname, and of two forms that are only alike the better
    /// keeps the person. One answer a question, in their order.
    pub fn resolve_all(&self, questions: &[Question]) -> Vec<Answer> {
        let mut answers: Vec<Answer> = questions.iter().map(|question| self.resolve(question)).collect();
        let asked = |question: &Question| question.kind == SubjectKind::Person && !question.participants.is_empty();
        let mut left: Vec<usize> = (0..questions.len()).filter(|at| asked(&questions[*at])).collect();
        while let Some(&first) = left.first() {
            let same = |at: &usize| questions[*at].participants == questions[first].participants;
            let (mut mentions, others): (Vec<usize>, Vec<usize>) = left.iter().partition(|at| same(at));
            mentions.sort_by(|a, b| answers[*b].score.total_cmp(&answers[*a].score));
            self.assign(questions, &mentions, &mut answers);
            left = others;
        }
        answers
    }

    /// Assigns each person to the surest form; a later form that differs is resolved again without that person.
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
