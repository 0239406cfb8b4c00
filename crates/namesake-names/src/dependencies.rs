//! What a form means without any context, the keys on which that answer depends, and whether a change concerns it: so
//! that whoever keeps answers resolves only those again that may be others now.
//!
//! An answer depends on the keys under which candidates are looked up, and on some that stand for what else was asked of
//! the index. Where an answer and a change have no key in common, the answer is still the same.

use namesake_text::path::NotePath;

use super::change::Change;
use super::compare::Level;
use super::context::Context;
use super::index::NameIndex;
use super::question::{Answer, Question};
use super::resolve::{asked_keys, exact, whole_key};
use super::score::{Probe, fit, turned_key};
use super::{key, principles};

impl NameIndex {
    /// Which note other than `rejected` a mention means without any context, and the keys on which the answer depends.
    pub fn resolve_alone(&self, mention: &str, rejected: &[NotePath]) -> (Answer, Vec<u64>) {
        let question = Question { rejected, ..Question::person(mention) };
        let probe = Probe::new(mention, self);
        let mut keys: Vec<u64> = probe.asked.iter().map(|firm| key::company(firm)).collect();
        keys.extend(probe.mention.readings.iter().filter_map(whole_key));
        keys.extend(turned_key(&probe.mention));
        keys.push(key::handle(&probe.folded));
        let context = Context::of(&question, self);
        let scores = self.scores(&probe, &question, &context);
        let is_exact = probe.mention.readings.iter().any(|reading| exact(reading, &question, self).next().is_some());
        // The only person of exactly this name is meant, whatever the others are called: the answer depends on no
        // counts.
        if !is_exact || principles::floor(&scores).is_none() {
            keys.push(key::crowd());
            for one in &scores {
                let by_share = |level| matches!(level, Level::Exact | Level::Known);
                keys.extend(by_share(one.first).then(|| key::first_count(one.form.first.text())));
                keys.extend(
                    one.form.last.as_ref().filter(|_| by_share(one.last)).map(|last| key::surname_count(last.text())),
                );
            }
        }
        if !is_exact {
            for (reading, first) in probe.mention.readings.iter().zip(&probe.firsts) {
                asked_keys(reading, &first.family, |key| keys.push(key));
            }
        }
        (self.answer(&probe, &question, &context, &scores), keys)
    }

    /// Whether the person whose names changed now fits a mention without context in another way than before.
    pub fn is_moved(&self, change: &Change, mention: &str) -> bool {
        let (Some(before), Some(after)) = (&change.before, self.record(change.id)) else { return false };
        let probe = Probe::new(mention, self);
        let called = |record| probe.mention.readings.iter().any(|reading| reading.is_name_of(record, &[]));
        let fits = |record| fit(&probe, record, &[]);
        fits(before) != fits(after) || called(before) != called(after) || before.words != after.words
    }
}
