//! What a form means by itself, what that hangs on, and whom a change of one person's names concerns: so that whoever
//! keeps answers resolves only those again that may have become others.
//!
//! An answer hangs on keys: those under which candidates are looked up, and some that stand for what else was asked of
//! the index. A change touches keys, too. Where both have none in common, the answer is still the same.

use namesake_text::path::NotePath;

use super::compare::Level;
use super::context::Context;
use super::index::{Id, NameIndex};
use super::principles;
use super::question::{Answer, Question};
use super::record::{Record, key};
use super::resolve::{asked_keys, exact, whole_key};
use super::score::{Heard, fit};

/// What became of the names of the person at one path.
#[derive(Debug, Default)]
pub struct Change {
    /// Keys the person is found by no more, and by now.
    pub(super) lost: Vec<u64>,
    pub(super) won: Vec<u64>,
    /// Keys that stand for something else than a list of people.
    pub(super) others: Vec<u64>,
    /// Keys the person was and is found by.
    pub(super) shared: Vec<u64>,
    before: Option<Record>,
    id: Id,
}

impl Change {
    /// What changes when the record of the person with the number `id` gives way to another.
    pub(super) fn between(before: Option<Record>, after: Option<&Record>, id: Id) -> Self {
        let sorted = |record: &Record| {
            let mut keys = record.keys();
            keys.sort_unstable();
            keys.dedup();
            keys
        };
        let (old, new) = match (&before, after) {
            // Most people only come, and the order of their keys does not matter.
            (None, Some(after)) => (Vec::new(), after.keys()),
            (before, after) => (before.as_ref().map_or_else(Vec::new, sorted), after.map_or_else(Vec::new, sorted)),
        };
        let without = |keys: &[u64], others: &[u64]| -> Vec<u64> {
            keys.iter().copied().filter(|key| others.binary_search(key).is_err()).collect()
        };
        let (lost, won) = (without(&old, &new), without(&new, &old));
        let shared = without(&old, &lost);
        let counted = |record: Option<&Record>| record.map_or([None; 2], Record::counts);
        let counts = counted(before.as_ref()).into_iter().zip(counted(after)).filter(|(before, after)| before != after);
        let others = counts.flat_map(|(before, after)| [before, after]).flatten().collect();
        Self { lost, won, others, shared, before, id }
    }

    /// The keys that what hangs on them may mean something else by now.
    pub fn touched(&self) -> impl Iterator<Item = u64> {
        [&self.lost, &self.won, &self.others].into_iter().flatten().copied()
    }

    /// The keys that what hangs on them means something else only where [`NameIndex::is_moved`] says so.
    pub fn shared(&self) -> impl Iterator<Item = u64> {
        self.shared.iter().copied()
    }
}

impl NameIndex {
    /// Which note a mention means without any context, `rejected` left out, and the keys that hangs on.
    pub fn resolve_alone(&self, mention: &str, rejected: &[NotePath]) -> (Answer, Vec<u64>) {
        let question = Question { rejected, ..Question::person(mention) };
        let heard = Heard::new(mention, self);
        let mut keys: Vec<u64> = heard.asked.iter().map(|firm| key::company(firm)).collect();
        keys.extend(heard.mention.readings.iter().filter_map(whole_key));
        let context = Context::of(&question, self);
        let weighed = self.weighed(&heard, &question, &context);
        let is_exact = heard.mention.readings.iter().any(|reading| exact(reading, &question, self).next().is_some());
        // Whoever alone has exactly this name is meant, however many others there are and whatever they are called.
        if !is_exact || principles::floor(&weighed).is_none() {
            keys.push(key::crowd());
            for one in &weighed {
                let by_share = |level| matches!(level, Level::Exact | Level::Known);
                keys.extend(by_share(one.first).then(|| key::first_count(one.form.first.text())));
                keys.extend(
                    one.form.last.as_ref().filter(|_| by_share(one.last)).map(|last| key::surname_count(last.text())),
                );
            }
        }
        if !is_exact {
            for (reading, first) in heard.mention.readings.iter().zip(&heard.firsts) {
                asked_keys(reading, &first.family, |key| keys.push(key));
            }
        }
        (self.answer(&heard, &question, &context, &weighed), keys)
    }

    /// Whether the person whose names changed fits a mention without context otherwise than before.
    pub fn is_moved(&self, change: &Change, mention: &str) -> bool {
        let (Some(before), Some(after)) = (&change.before, self.record(change.id)) else { return false };
        let heard = Heard::new(mention, self);
        let called = |record| heard.mention.readings.iter().any(|reading| reading.is_name_of(record, &[]));
        fit(&heard, before, &[]) != fit(&heard, after, &[]) || called(before) != called(after)
    }
}
