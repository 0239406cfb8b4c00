//! The date that follows another by a recurrence rule: as rrule 2.8.1 (`iter/index.ts`, `parseoptions.ts`) computes it
//! from the day that the Tasks plugin gives it, and as the plugin's `Recurrence.nextAfter` corrects it where a month is
//! too short. `tests/wasm/recurrence.test.ts` compares with rrule itself.

use jiff::Span;
use jiff::civil::{Date, Weekday};

use super::recurrence::{Frequency, Rule};

/// What a rule says after a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NextDate {
    /// The next date.
    On(Date),
    /// The rule has ended.
    Ended,
    /// There is no such day that could be written: no day fits the rule, or the plugin's correction leads back before
    /// the date it starts from.
    Unknown,
}

/// The plugin takes as many days back as a month or year is too short by; no rule that means anything needs more.
const MOST_DAYS_BACK: usize = 31;

/// What follows `reference`, on which the rule starts.
pub(super) fn next_date(rule: &Rule, reference: Date) -> NextDate {
    if rule.hours.iter().any(|hour| *hour > 23) {
        return NextDate::Unknown;
    }
    let mut start = reference;
    for _ in 0..MOST_DAYS_BACK {
        let Some(next) = first_after(rule, start) else { break };
        if !is_too_far(rule, start, next) {
            return if next > reference { NextDate::On(next) } else { NextDate::Unknown };
        }
        let Ok(before) = start.yesterday() else { break };
        start = before;
    }
    let has_end = rule.until.is_some() || rule.count.is_some();
    if has_end && first_after(rule, reference).is_none() { NextDate::Ended } else { NextDate::Unknown }
}

/// `date`, so many days later; `None` outside the years 0 to 9999.
pub(super) fn days_later(date: Date, days: i64) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok().filter(|date| date.year() >= 0)
}

/// How many days `date` is after `other`.
pub(super) fn days_between(other: Date, date: Date) -> i64 {
    (date - other).get_days().into()
}

/// Whether rrule skipped a month or year that has no such day. Rules that name their days mean that. The plugin looks
/// for `month` and `year` in rrule's own text of the rule, which has neither where months are named one by one.
fn is_too_far(rule: &Rule, start: Date, next: Date) -> bool {
    let is_named = !rule.months.is_empty() && rule.interval == 1;
    let years = i64::from(next.year()) - i64::from(start.year());
    let months = years * 12 + i64::from(next.month()) - i64::from(start.month());
    match rule.frequency {
        Frequency::Monthly => !is_named && names_no_day(rule) && months > i64::from(rule.interval),
        Frequency::Yearly => !is_named && years > i64::from(rule.interval),
        _ => false,
    }
}

/// The first date after `start` of a rule that starts there.
fn first_after(rule: &Rule, start: Date) -> Option<Date> {
    if fits(rule, start, start) && rule.count.is_some_and(|count| i64::from(count) <= times_on_first_day(rule)) {
        return None;
    }
    let mut first = start;
    loop {
        let last = last_of_period(rule.frequency, first);
        let mut day = first;
        loop {
            if rule.until.is_some_and(|until| day > until || (day == until && !begins_at_midnight(rule, start, day))) {
                return None;
            }
            if day > start && fits(rule, start, day) {
                return Some(day);
            }
            if day >= last {
                break;
            }
            day = day.tomorrow().ok()?;
        }
        first = next_period(rule, start, first)?;
    }
}

/// How many times of the rule lie on the day it starts on, at whose beginning it starts.
fn times_on_first_day(rule: &Rule) -> i64 {
    match steps_of_a_day(rule) {
        Some(steps) => (steps - 1) / i64::from(rule.interval) + 1,
        None => i64::try_from(rule.hours.len().max(1)).unwrap_or(i64::MAX),
    }
}

/// Whether the rule's first time on `day` is the day's beginning. `until` means the beginning of its day, so that any
/// later time of that day is past it.
fn begins_at_midnight(rule: &Rule, start: Date, day: Date) -> bool {
    match steps_of_a_day(rule) {
        Some(steps) => (days_between(start, day) * steps) % i64::from(rule.interval) == 0,
        None => rule.hours.is_empty(),
    }
}

/// How many hours or minutes a day has, where the rule counts those.
fn steps_of_a_day(rule: &Rule) -> Option<i64> {
    match rule.frequency {
        Frequency::Hourly => Some(24),
        Frequency::Minutely => Some(24 * 60),
        _ => None,
    }
}

fn last_of_period(frequency: Frequency, first: Date) -> Date {
    match frequency {
        Frequency::Weekly => days_later(first, 6 - week_place(first)).unwrap_or(Date::MAX),
        Frequency::Monthly => first.last_of_month(),
        Frequency::Yearly => first.last_of_year(),
        Frequency::Daily | Frequency::Hourly | Frequency::Minutely => first,
    }
}

/// The first day of the period that the interval leads to; weeks start on Monday. Hours and minutes lead to the next day
/// on which there is one of theirs.
fn next_period(rule: &Rule, start: Date, first: Date) -> Option<Date> {
    let interval = i64::from(rule.interval);
    match rule.frequency {
        Frequency::Daily | Frequency::Hourly | Frequency::Minutely => {
            let steps = steps_of_a_day(rule).unwrap_or(1);
            let tomorrow = (days_between(start, first) + 1) * steps;
            // The first multiple of the interval from tomorrow's beginning on.
            days_later(start, (tomorrow + interval - 1) / interval * interval / steps)
        }
        Frequency::Weekly => days_later(first, interval * 7 - week_place(first)),
        Frequency::Monthly => first.first_of_month().checked_add(Span::new().try_months(interval).ok()?).ok(),
        Frequency::Yearly => first.first_of_year().checked_add(Span::new().try_years(interval).ok()?).ok(),
    }
}

/// Whether the rule, started on `start`, takes `day`. What it does not say is as on `start`.
fn fits(rule: &Rule, start: Date, day: Date) -> bool {
    let is_bare = names_no_day(rule) && rule.weeks.is_empty();
    let has_month = match rule.months.as_slice() {
        [] => !(is_bare && rule.frequency == Frequency::Yearly) || day.month() == start.month(),
        months => months.contains(&month(day)),
    };
    let has_day = match rule.frequency {
        Frequency::Monthly | Frequency::Yearly if is_bare => day.day() == start.day(),
        Frequency::Weekly if is_bare => day.weekday() == start.weekday(),
        _ => rule.month_days.is_empty() || rule.month_days.iter().any(|&nth| is_nth_day(nth, day)),
    };
    has_month && has_day && fits_weekdays(rule, day) && fits_weeks(rule, day)
}

/// Weeks are those of ISO 8601, but for one slip of rrule: it takes the year's own length for that of the year before, so
/// that the first days of a common year that begins on a Saturday count as week 53 where they are of week 52. A weekly
/// rule comes to those days from the year before, and reads them right.
fn fits_weeks(rule: &Rule, day: Date) -> bool {
    let is_slip = rule.frequency != Frequency::Weekly
        && day.day_of_year() <= 2
        && !day.in_leap_year()
        && day.first_of_year().weekday() == Weekday::Saturday;
    let week = if is_slip { 53 } else { day.iso_week_date().week().unsigned_abs() };
    rule.weeks.is_empty() || rule.weeks.contains(&week.into())
}

/// Whether no weekday and no day of the month is named. If no week is either, the date the rule starts on says which.
fn names_no_day(rule: &Rule) -> bool {
    rule.month_days.is_empty() && rule.weekdays.is_empty()
}

/// As for rrule, a day has to fit the weekdays without a number and those with one. In weekly rules numbers mean
/// nothing.
fn fits_weekdays(rule: &Rule, day: Date) -> bool {
    let counts = matches!(rule.frequency, Frequency::Monthly | Frequency::Yearly);
    let (mut plain, mut numbered) = ((false, false), (false, false));
    for &(nth, weekday) in &rule.weekdays {
        let is_day = weekday == weekday_place(day);
        let (said, met) = if counts && nth != 0 { &mut numbered } else { &mut plain };
        *said = true;
        *met |= is_day && (!counts || nth == 0 || is_nth_weekday(rule, nth, day));
    }
    [plain, numbered].iter().all(|(said, met)| !said || *met)
}

fn is_nth_day(nth: i16, day: Date) -> bool {
    let from_end = i16::from(day.day()) - i16::from(day.days_in_month()) - 1;
    nth == i16::from(day.day()) || nth == from_end
}

/// Whether `day` is the nth of its weekday: in its month, or in its year where a yearly rule names no months.
fn is_nth_weekday(rule: &Rule, nth: i16, day: Date) -> bool {
    let in_year = rule.frequency == Frequency::Yearly && rule.months.is_empty();
    let (place, length) = match in_year {
        true => (day.day_of_year(), day.days_in_year()),
        false => (i16::from(day.day()), i16::from(day.days_in_month())),
    };
    nth == (place - 1) / 7 + 1 || nth == -((length - place) / 7 + 1)
}

fn month(day: Date) -> usize {
    usize::from(day.month().unsigned_abs())
}

/// From 0, Monday.
fn weekday_place(day: Date) -> usize {
    usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())
}

fn week_place(day: Date) -> i64 {
    i64::from(day.weekday().to_monday_zero_offset())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_date() -> impl Strategy<Value = Date> {
        (0..=9999_i16, 1..=12_i8, 1..=31_i8)
            .prop_filter_map("a day", |(year, month, day)| Date::new(year, month, day).ok())
    }

    proptest! {
        #[test]
        fn days_are_counted_as_a_calendar_does(from in any_date(), to in any_date()) {
            let days = days_between(from, to);
            prop_assert_eq!(to.duration_since(from).as_hours() / 24, days);
            prop_assert_eq!(days_later(from, days), Some(to));
        }
    }

    /// Each of these rules shows one part of the grammar; `tests/wasm/recurrence.test.ts` has rrule confirm many more.
    #[test]
    fn rules_lead_to_the_date_they_name() {
        for (text, from, to) in [
            ("every day", "2024-02-28", "2024-02-29"),
            ("every 2 weeks on tue, thu", "2025-11-06", "2025-11-18"),
            ("every weekday", "2025-11-07", "2025-11-10"),
            ("every monday and friday", "2025-11-03", "2025-11-07"),
            ("every friday on the 13th", "2025-11-04", "2026-02-13"),
            ("every month", "2025-01-31", "2025-02-28"),
            ("every month on the 31st", "2025-01-31", "2025-03-31"),
            ("every month on the 15th, last", "2025-11-15", "2025-11-30"),
            ("every 2 months on the 2nd last friday", "2025-11-04", "2025-11-21"),
            ("every year", "2024-02-29", "2025-02-28"),
            ("every april and december on the 1st and 24th", "2025-11-04", "2025-12-01"),
            ("every day at 9, 17 for 3 times", "2025-11-04", "2025-11-05"),
            ("every 3 hours", "2025-11-04", "2025-11-05"),
            ("every 30 hours", "2025-11-04", "2025-11-05"),
            ("every 48 hours", "2025-11-04", "2025-11-06"),
            ("every 90 minutes", "2025-12-31", "2026-01-01"),
            ("every 2 hours on monday", "2025-11-04", "2025-11-10"),
            ("every 36 hours on wednesday", "2025-11-04", "2025-11-05"),
            ("every 3 hours for 9 times", "2025-11-04", "2025-11-05"),
            ("every 3 hours until 5 November 2025", "2025-11-04", "2025-11-05"),
            ("every year on week 12", "2025-11-04", "2026-03-16"),
            ("every year on week 12, 40", "2026-03-22", "2026-09-28"),
            ("every year on week 1", "2024-12-29", "2024-12-30"),
            ("every january on week 2", "2025-11-04", "2026-01-05"),
            ("every week on week 12", "2025-11-04", "2026-03-16"),
        ] {
            let rule = super::super::recurrence::rule(text).unwrap();
            assert_eq!(next_date(&rule, from.parse().unwrap()), NextDate::On(to.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn rules_of_hours_end_at_their_last_day_and_after_so_many_times() {
        for text in
            ["every 3 hours for 8 times", "every 5 hours until 5 November 2025", "every hour until 4 November 2025"]
        {
            let rule = super::super::recurrence::rule(text).unwrap();
            assert_eq!(next_date(&rule, Date::constant(2025, 11, 4)), NextDate::Ended, "{text}");
        }
    }

    #[test]
    fn the_calendar_ends() {
        assert_eq!(days_later(Date::MAX, 1), None);
        assert_eq!(days_later(Date::constant(0, 1, 1), -1), None);
        assert_eq!(days_later(Date::MAX, i64::from(u32::MAX) * 7), None);
    }
}
