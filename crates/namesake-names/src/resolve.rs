//! From a question to an answer: candidates by context and blocking keys, weighed, made to compete with each other and
//! with "nobody", and held below the ceilings of the principles.

use crate::Tier;
use namesake_text::path::NotePath;

use super::compare::Level;
use super::context::Context;
use super::index::{Id, NameIndex};
use super::mention::{FullName, Reading};
use super::question::{Answer, Candidate, Kind, Question};
use super::record::{Record, key};
use super::score::{Heard, Weighed, weigh};
use super::{evidence, principles, weights};

/// How many candidates an answer shows.
const SHOWN: usize = 3;

impl NameIndex {
    /// Which note a mention means.
    pub fn resolve(&self, question: &Question) -> Answer {
        match question.kind {
            Kind::Company => self.companies.resolve(question.mention, question.rejected),
            Kind::Person => self.resolve_person(question),
        }
    }

    fn resolve_person(&self, question: &Question) -> Answer {
        let heard = Heard::new(question.mention, self);
        if heard.mention.readings.is_empty() {
            return Answer::nobody();
        }
        let context = Context::of(question, self);
        let weighed = self.weighed(&heard, question, &context);
        self.answer(&heard, question, &context, &weighed)
    }

    /// Everyone who may be meant, the likeliest first; behind them, in any order, those who are never shown. Equals that
    /// are shown stand in the order of their paths, so that nothing depends on the order in which notes were read.
    pub(super) fn weighed<'a>(&'a self, heard: &'a Heard, question: &Question, context: &Context) -> Vec<Weighed<'a>> {
        let found = candidates(heard, question, context, self);
        let allowed = found.into_iter().filter(|id| !question.rejected.contains(self.path(*id)));
        let mut weighed: Vec<Weighed> = allowed.filter_map(|id| weigh(heard, id, question, context, self)).collect();
        let mut count = 0;
        for at in 0..weighed.len() {
            if is_likely(&weighed[at]) {
                weighed.swap(count, at);
                count += 1;
            }
        }
        let likely = &mut weighed[..count];
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
        weighed
    }

    /// The likeliest of those weighed, held to the principles.
    pub(super) fn answer(&self, heard: &Heard, question: &Question, context: &Context, weighed: &[Weighed]) -> Answer {
        let shares = shares(weighed).into_iter().filter(|p| *p >= weights::SHOWN);
        let mut candidates: Vec<Candidate> = weighed
            .iter()
            .zip(shares)
            .take(SHOWN)
            .map(|(one, p)| {
                let mut candidate = Candidate {
                    path: self.path(one.id).clone(),
                    p,
                    misheard: one.is_misheard() || is_anothers(one, weighed),
                    by_context: principles::is_by_context(one, heard, context, self),
                    evidence: evidence::of(one, self),
                };
                let ceilings = principles::ceilings(one, weighed, heard, question, context, self);
                principles::floor(weighed).into_iter().chain(ceilings).for_each(|bound| bound.apply(&mut candidate));
                candidate
            })
            .collect();
        best_first(&mut candidates);
        let p = candidates.first().map_or(0.0, |best| best.p);
        let tier = tier(p);
        let best = tier.and_then(|_| candidates.first()).map(|best| best.path.clone());
        Answer { tier, best, p, candidates }
    }
}

/// Whether somebody else has the very first name that was written alone, and this one is called so for short: Tommy is not
/// the Tom who is there where there is a Tommy.
fn is_anothers(one: &Weighed, weighed: &[Weighed]) -> bool {
    let is_lone = |one: &Weighed| matches!(one.reading, Reading::Lone { .. });
    let has_it = |other: &Weighed| other.id != one.id && is_lone(other) && other.first == Level::Exact;
    is_lone(one) && one.first == Level::Nickname && weighed.iter().any(has_it)
}

/// Puts a candidate that a principle holds down behind those it made room for; equals keep their order.
fn best_first(candidates: &mut [Candidate]) {
    for end in 1..candidates.len() {
        for at in (1..=end).rev() {
            if candidates[at - 1].p < candidates[at].p {
                candidates.swap(at - 1, at);
            }
        }
    }
}

/// The band a probability falls into.
pub fn tier(p: f64) -> Option<Tier> {
    if p >= weights::AUTO {
        Some(Tier::Auto)
    } else if p >= weights::REVIEW {
        Some(Tier::Review)
    } else {
        None
    }
}

/// Whether a candidate may have a share that is worth showing.
fn is_likely(one: &Weighed) -> bool {
    one.total >= weights::SHOWN.log2()
}

/// The share of each who is likely, of the odds against all others and "nobody", best first.
fn shares(weighed: &[Weighed]) -> Vec<f64> {
    let top = weighed.first().map_or(0.0, |best| best.total).max(0.0);
    let odds = |one: &Weighed| (one.total - top).exp2();
    let (likely, unlikely) = weighed.split_at(weighed.iter().take_while(|one| is_likely(one)).count());
    let likely: Vec<f64> = likely.iter().map(odds).collect();
    let all = likely.iter().sum::<f64>() + small_sum(unlikely.iter().map(odds)) + (-top).exp2();
    likely.iter().map(|odd| odd / all).collect()
}

/// The sum of numbers far below 1 that come in any order: only whole numbers have the same sum in any.
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

/// Everyone to be weighed, in any order. Whoever has exactly this name or alias keeps everybody else out (principle 1).
fn candidates(heard: &Heard, question: &Question, context: &Context, index: &NameIndex) -> Vec<Id> {
    let mut found = Vec::new();
    for reading in &heard.mention.readings {
        found.extend(exact(reading, question, index));
    }
    if found.is_empty() {
        found.extend(context.candidates());
        for (reading, first) in heard.mention.readings.iter().zip(&heard.firsts) {
            asked_keys(reading, &first.family, |key| found.extend_from_slice(index.posting(key)));
        }
    }
    // Hundreds are found by several keys. A bit for each number tells that without sorting them.
    let mut there = vec![0_u32; index.numbers() / 32 + 1];
    // Whoever has no form that holds here is left out at once, not while the others are weighed: so the processor fetches
    // many records from memory at a time.
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

/// Whoever has exactly this name or alias.
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

/// The key under which those stand who have exactly this name.
pub(super) fn whole_key(reading: &Reading) -> Option<u64> {
    reading.name().map(key::handle)
}

impl Reading {
    /// The full name written together, where it is one.
    fn name(&self) -> Option<&str> {
        match self {
            Self::Full(full) if full.whole && !full.first_is_initial && !full.last_is_initial => Some(&full.full),
            _ => None,
        }
    }

    /// Whether this is exactly the name or alias of somebody, among these participants.
    pub(super) fn is_name_of(&self, record: &Record, participants: &[NotePath]) -> bool {
        let Some(full) = self.name() else { return false };
        record.forms.iter().any(|form| form.whole && form.is(full) && form.holds(participants))
    }
}

/// The keys under which those stand who may be meant by a reading.
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
    add(key::first_and_initial(first.text(), last));
    for other in family {
        add(key::first_and_initial(other, last));
    }
    if !full.first_is_initial {
        add(key::first(first.text()));
    }
}
