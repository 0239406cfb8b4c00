//! The days of all meetings, by which old ones are known.

use std::collections::BTreeMap;

use jiff::ToSpan;

use crate::facts::Facts;
use namesake_tasks::Date;
use namesake_text::text::dates;

/// How many meetings are near the newest one, itself included: a slip of one year makes no day the newest.
const NEAR: usize = 3;

/// How many meetings each day has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct MeetingDays(BTreeMap<Date, usize>);

impl MeetingDays {
    /// Counts the day of a note's facts in.
    pub fn add(&mut self, facts: &Facts) {
        if let Some(day) = day(facts) {
            *self.0.entry(day).or_default() += 1;
        }
    }

    /// Takes the day of a note's facts out of the counts.
    pub fn remove(&mut self, facts: &Facts) {
        let Some(day) = day(facts) else { return };
        let count = self.0.get(&day).copied().unwrap_or_default();
        match count > 1 {
            true => self.0.insert(day, count - 1),
            false => self.0.remove(&day),
        };
    }

    /// The newest day that others are near to, within a year.
    pub fn newest(&self) -> Option<Date> {
        let is_trusted = |newest: &Date| {
            let first = newest.saturating_sub(1.year());
            self.0.range(first..=*newest).map(|(_, count)| count).sum::<usize>() >= NEAR
        };
        self.0.keys().rev().copied().find(is_trusted)
    }
}

/// The day of the meeting that a note's facts tell of.
pub(super) fn day(facts: &Facts) -> Option<Date> {
    dates::iso_date(facts.meeting.as_ref()?.date.as_deref()?)
}
