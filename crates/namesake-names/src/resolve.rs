//! From a question to an answer: candidates by context and blocking keys, weighed, made to compete with each other and
//! with "nobody", and held below the ceilings of the principles.

use namesake_text::path::NotePath;

use super::agreement::Agreement;
use super::calibration::{Case, calibrate};
use super::compare::Level;
use super::context::Context;
use super::index::NameIndex;
use super::key;
use super::mention::{FullName, Origin, Reading};
use super::postings::Id;
use super::question::{Answer, Candidate, Question, SubjectKind};
use super::record::Record;
use super::score::{Probe, Score, weigh};
use super::{evidence, principles, weights};

/// How many candidates an answer shows.
const SHOWN: usize = 3;

impl NameIndex {
    /// Which note a mention means.
    pub fn resolve(&self, question: &Question) -> Answer {
        match question.kind {
            SubjectKind::Company => self.companies.resolve(question.mention, question.rejected),
            SubjectKind::Person => self.resolve_person(question),
        }
    }

    fn resolve_person(&self, question: &Question) -> Answer {
        let probe = Probe::new(question.mention, self);
        if probe.mention.readings.is_empty() {
            return Answer::nobody();
        }
        let context = Context::of(question, self);
        let scores = self.scores(&probe, question, &context);
        self.answer(&probe, question, &context, &scores)
    }

    /// The scores of all who may be meant, the likeliest first. Those too unlikely to be shown come last, in any order.
    /// Equals that are shown are in the order of their paths, so that nothing depends on the order in which notes were
    /// read.
    pub(super) fn scores<'a>(&'a self, probe: &'a Probe, question: &Question, context: &Context) -> Vec<Score<'a>> {
        let found = candidates(probe, question, context, self);
        let allowed = found.into_iter().filter(|id| !question.rejected.contains(self.path(*id)));
        let mut scores: Vec<Score> = allowed.filter_map(|id| weigh(probe, id, question, context, self)).collect();
        put_short_forms_behind(&mut scores);
        let mut count = 0;
        for at in 0..scores.len() {
            if is_likely(&scores[at]) {
                scores.swap(count, at);
                count += 1;
            }
        }
        let likely = &mut scores[..count];
        likely.sort_by(|a, b| b.total.total_cmp(&a.total));
        for at in 0..count.min(SHOWN) {
            let (mut next, total) = (at, likely[at].total);
            for other in at + 1..count {
                if likely[other].total < total {
                    break;
                }
                if self.path(likely[other].id) < self.path(likely[next].id) {
                    next = other;
                }
            }
            likely.swap(at, next);
        }
        scores
    }

    /// The answer from the scores, with the principles applied.
    pub(super) fn answer(&self, probe: &Probe, question: &Question, context: &Context, scores: &[Score]) -> Answer {
        let shares = shares(scores).into_iter().filter(|p| *p >= weights::SHOWN);
        let mut candidates: Vec<Candidate> = scores
            .iter()
            .zip(shares)
            .take(SHOWN)
            .map(|(one, score)| {
                let by_context = principles::is_by_context(one, probe, context, self);
                let mut candidate = Candidate {
                    path: self.path(one.id).clone(),
                    p: 0.0,
                    score,
                    misheard: one.is_misheard() || is_anothers(one, scores),
                    by_context,
                    evidence: evidence::of(one, self),
                };
                let agreement = Agreement::of(one, scores, probe, self);
                let ceilings = principles::ceilings(one, scores, &agreement, by_context, probe, question, self);
                let by_sound = principles::lone_by_sound(one, scores).or_else(|| agreement.floor());
                let floors = [principles::floor(scores), by_sound];
                floors.into_iter().flatten().chain(ceilings).for_each(|bound| bound.apply(&mut candidate));
                candidate
            })
            .collect();
        best_first(&mut candidates);
        let of_best = |one: &&Score| candidates.first().is_some_and(|best| *self.path(one.id) == best.path);
        if let Some(best) = scores.iter().find(of_best) {
            let both = best.first != Level::Absent && best.last != Level::Absent;
            calibrate(&mut candidates, Case::Person { met: !question.participants.is_empty(), both });
        }
        Answer::of(candidates)
    }
}

/// Principle 1 for a first name that stands alone: where somebody as near has exactly this name, a short form of it is
/// less likely meant. By themselves the weights of common names say the reverse.
fn put_short_forms_behind(scores: &mut [Score]) {
    let lone = |one: &Score, level| matches!(one.reading, Reading::Lone { .. }) && one.first == level;
    let exact = scores.iter().filter(|one| lone(one, Level::Exact)).map(|one| (one.class, one.total));
    let Some((class, best)) = exact.max_by(|a, b| a.1.total_cmp(&b.1)) else { return };
    for one in scores.iter_mut().filter(|one| lone(one, Level::Nickname) && one.class >= class) {
        one.total = one.total.min(best - weights::BEHIND_EXACT);
    }
}

/// Whether a first name that stands alone is exactly another candidate's, and only a short form of this one's: where
/// there is a Tommy, “Tommy” is not Tom.
fn is_anothers(one: &Score, scores: &[Score]) -> bool {
    let is_lone = |one: &Score| matches!(one.reading, Reading::Lone { .. });
    let has_it = |other: &Score| other.id != one.id && is_lone(other) && other.first == Level::Exact;
    is_lone(one) && one.first == Level::Nickname && scores.iter().any(has_it)
}

/// Sorts by the scores, which principles may have lowered; equals keep their order.
fn best_first(candidates: &mut [Candidate]) {
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score));
}

/// Whether a candidate's share may be large enough to be shown.
fn is_likely(one: &Score) -> bool {
    one.total >= weights::SHOWN.log2()
}

/// The probability of each likely candidate, by its odds against all others and "nobody", best first.
fn shares(scores: &[Score]) -> Vec<f64> {
    let top = scores.first().map_or(0.0, |best| best.total).max(0.0);
    let odds = |one: &Score| (one.total - top).exp2();
    let (likely, unlikely) = scores.split_at(scores.iter().take_while(|one| is_likely(one)).count());
    let likely: Vec<f64> = likely.iter().map(odds).collect();
    let all = likely.iter().sum::<f64>() + small_sum(unlikely.iter().map(odds)) + (-top).exp2();
    likely.iter().map(|odd| odd / all).collect()
}

/// The sum of numbers far below 1 in any order. It is made with whole numbers, whose sum does not depend on the order.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "small numbers above 0 as parts of 1"
)]
fn small_sum(numbers: impl Iterator<Item = f64>) -> f64 {
    const PARTS: f64 = (1_u64 << 60) as f64;
    numbers.fold(0_u64, |sum, number| sum.saturating_add((number * PARTS) as u64)) as f64 / PARTS
}

/// All candidates, in any order. Where people have exactly this name or alias, nobody else is a candidate (principle
/// 1).
fn candidates(probe: &Probe, question: &Question, context: &Context, index: &NameIndex) -> Vec<Id> {
    let mut found = Vec::new();
    for reading in &probe.mention.readings {
        found.extend(exact(reading, question, index));
    }
    if found.is_empty() {
        found.extend(context.candidates());
        for (reading, first) in probe.mention.readings.iter().zip(&probe.firsts) {
            asked_keys(reading, &first.family, |key| found.extend_from_slice(index.posting(key)));
        }
    }
    // Hundreds of people are found by several keys. A bit for each number removes repeats without sorting.
    let mut there = vec![0_u32; index.numbers() / 32 + 1];
    // People without a form that holds here are left out in this loop, not while weighing: in a short loop the
    // processor fetches many records from memory at a time.
    let holds =
        |id| index.record(id).is_some_and(|record| record.forms.iter().any(|form| form.holds(question.participants)));
    found.retain(|id| {
        let (bits, bit) = (&mut there[*id as usize / 32], 1 << (id % 32));
        let is_new = *bits & bit == 0;
        *bits |= bit;
        is_new && holds(*id)
    });
    found
}

/// The people who have exactly this name or alias.
pub(super) fn exact<'a>(
    reading: &'a Reading,
    question: &'a Question,
    index: &'a NameIndex,
) -> impl Iterator<Item = Id> {
    let posting = whole_key(reading).map_or(&[][..], |key| index.whole_posting(key));
    posting.iter().copied().filter(move |id| {
        let named = index.record(*id).is_some_and(|record| reading.is_name_of(record, question.participants));
        named && !question.rejected.contains(index.path(*id))
    })
}

/// The key that leads to the people of exactly this name.
pub(super) fn whole_key(reading: &Reading) -> Option<u64> {
    reading.name().map(key::handle)
}

impl Reading {
    /// The full name written together, where it is one.
    fn name(&self) -> Option<&str> {
        match self {
            Self::Full(full)
                if full.whole && full.origin != Origin::Turned && !full.first_is_initial && !full.last_is_initial =>
            {
                Some(&full.full)
            }
            _ => None,
        }
    }

    /// Whether this is exactly the name or alias of somebody, among these participants.
    pub(super) fn is_name_of(&self, record: &Record, participants: &[NotePath]) -> bool {
        let Some(full) = self.name() else { return false };
        record.forms.iter().any(|form| form.whole && form.is(full) && form.holds(participants))
    }
}

/// Gives `add` the keys that lead to the people whom a reading may mean.
pub(super) fn asked_keys(reading: &Reading, family: &[&str], mut add: impl FnMut(u64)) {
    match reading {
        Reading::Full(full) => full_name_keys(full, family, add),
        Reading::Lone { word, .. } => {
            add(key::first(word.text()));
            add(key::surname(word.text()));
        }
        Reading::Handle(handle) => add(key::handle(handle.text())),
        Reading::Initials { .. } => {}
    }
}

fn full_name_keys(full: &FullName, family: &[&str], mut add: impl FnMut(u64)) {
    let FullName { first, last, .. } = full;
    add(key::surname(last.text()));
    add(key::surname_sound(last));
    add(key::first_sound(first, last));
    add(key::first_bones(first, last));
    add(key::surname_bones(first, last));
    add(key::skeleton(first, last));
    add(key::short_form_and_initial(first.text(), last));
    for other in family {
        add(key::short_form_and_initial(other, last));
    }
    if !full.first_is_initial {
        add(key::first(first.text()));
    }
}
