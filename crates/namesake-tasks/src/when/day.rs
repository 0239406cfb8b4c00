//! Days named by words relative to the day on which they were said: a day of the week, a week, an end of something, a
//! number of days from now. Dates are left to `calendar`.

use jiff::ToSpan;
use jiff::civil::Date;

use super::reader::{BareClaim, Day, Reader, is_blank, plus};
use super::vocabulary::{Unit, Word};

impl Reader<'_> {
    /// The day that starts at token `at`.
    pub fn day(&self, at: usize) -> Option<Day> {
        let next = at + 1;
        let day = match self.word(at) {
            Word::Today => self.made(self.said_on, BareClaim::Perhaps, next),
            Word::Tomorrow | Word::Morgen | Word::AfterTomorrow => self.tomorrow(at),
            Word::Gone if self.word(next) == Word::Morgen => self.made(plus(self.said_on, 2)?, BareClaim::Due, at + 2),
            Word::Weekday(weekday) => self.weekday(at, weekday, BareClaim::AtEnd),
            Word::Short(weekday) => self.weekday(at, weekday, BareClaim::Short),
            Word::Kurz(weekday) => self.weekday(at, weekday, BareClaim::Kurz),
            Word::This if self.word(next) == Word::Coming && self.follows(next) => self.day(next),
            Word::This if self.follows(next) => self.this(next),
            Word::Next | Word::Coming if self.follows(next) => self.coming(at),
            Word::Unit(Unit::Day) if self.word(next) == Word::Barred && self.word(at + 2) == Word::Tomorrow => {
                self.made(plus(self.said_on, 2)?, BareClaim::Due, at + 3)
            }
            Word::Unit(unit) if unit > Unit::Week && self.word(next) == Word::End && self.gap(next).len() == 1 => {
                self.made(self.end_of(unit, 0)?, BareClaim::Due, at + 2)
            }
            Word::EndDay => self.end_of_day(next),
            Word::EndOf(unit) => self.made(self.end_of(unit, 0)?, BareClaim::Due, next),
            Word::End => self.end(next),
            Word::Close if self.word(next) == Word::Of && self.word(at + 2) == Word::Business => {
                self.end_of_day(at + 3)
            }
            Word::In => self.after_time(next, BareClaim::Perhaps),
            Word::Within => self.after_time(next, BareClaim::Due),
            _ => self.calendar(at),
        }?;
        Some(self.with_tail(day))
    }

    /// The day with a time of day after it: “tomorrow morning”.
    fn with_tail(&self, day: Day) -> Day {
        match self.word(day.next) {
            Word::Tail | Word::EndDay | Word::Time
                if is_blank(&self.text[day.end..self.tokens[day.next].span.start]) =>
            {
                Day { end: self.tokens[day.next].span.end, next: day.next + 1, ..day }
            }
            _ => day,
        }
    }

    fn tomorrow(&self, at: usize) -> Option<Day> {
        let word = self.word(at);
        let before = at.checked_sub(1).filter(|_| self.follows(at)).map_or(Word::Other, |before| self.word(before));
        let days = match (word, before) {
            (Word::AfterTomorrow, _) => 2,
            // “am Morgen”, “esta mañana”, “heute morgen”: the morning.
            (
                Word::Morgen,
                Word::Barred
                | Word::Gone
                | Word::Filler
                | Word::On
                | Word::In
                | Word::Of
                | Word::This
                | Word::Weekday(_)
                | Word::Today,
            ) => return None,
            _ => 1,
        };
        self.made(plus(self.said_on, days)?, BareClaim::Due, at + 1)
    }

    /// A day of the week with what qualifies it: “Friday”, “Friday the 15th”, “Friday of next week”.
    fn weekday(&self, at: usize, weekday: i8, alone: BareClaim) -> Option<Day> {
        let next = at + 1;
        let mut of = next;
        while matches!(self.word(of), Word::Of | Word::Filler | Word::On) && of < next + 3 && self.follows(of) {
            of += 1;
        }
        let week = |weeks| plus(self.monday(weeks)?, i32::from(weekday));
        let unit = |at| self.word(at) == Word::Unit(Unit::Week) && self.follows(at);
        let date = if matches!(self.gap(next).trim(), "" | "," | ".") { self.calendar(of) } else { None };
        if let Some(day) = date {
            return (day.date.weekday().to_monday_zero_offset() == weekday).then_some(day);
        }
        if !self.follows(next) {
            return self.next_weekday(weekday, alone, next);
        }
        match self.word(of) {
            Word::Next if unit(of + 1) => self.made(week(1)?, BareClaim::Perhaps, of + 2),
            Word::This if unit(of + 1) => self.made(week(0)?, BareClaim::Perhaps, of + 2),
            Word::Unit(Unit::Week) if self.is_next(of + 1).is_some() => {
                self.made(week(1)?, BareClaim::Perhaps, self.is_next(of + 1)?)
            }
            Word::Unit(Unit::Week) if of == next => {
                let day = self.next_weekday(weekday, BareClaim::Perhaps, next + 1)?;
                Some(Day { date: plus(day.date, 7)?, ..day })
            }
            // “lundi dernier”.
            Word::Gone if of == next => None,
            _ => match self.is_next(next) {
                Some(next) => self.next_week_s(weekday, next),
                None => self.next_weekday(weekday, alone, next),
            },
        }
    }

    /// The token after “prochain” or “que viene”, where one of them stands at `at`.
    fn is_next(&self, at: usize) -> Option<usize> {
        match self.word(at) {
            Word::Next if self.follows(at) && !matches!(self.word(at + 1), Word::Unit(_) | Word::Weekday(_)) => {
                Some(at + 1)
            }
            Word::Que if self.follows(at) && self.word(at + 1) == Word::Viene && self.follows(at + 1) => Some(at + 2),
            _ => None,
        }
    }

    /// The first such weekday after the day on which it was said. Where that is the same weekday, it may itself be
    /// meant.
    fn next_weekday(&self, weekday: i8, alone: BareClaim, next: usize) -> Option<Day> {
        let days = i32::from((weekday - self.said_on.weekday().to_monday_zero_offset()).rem_euclid(7));
        let date = plus(self.said_on, if days == 0 { 7 } else { days })?;
        Some(Day { sure: days != 0, ..self.made(date, alone, next)? })
    }

    /// The weekday of the coming week. Where the same weekday of this week is still to come, that may be meant.
    fn next_week_s(&self, weekday: i8, next: usize) -> Option<Day> {
        let date = plus(self.monday(1)?, i32::from(weekday))?;
        let first = self.next_weekday(weekday, BareClaim::Perhaps, next)?;
        Some(Day { date, sure: date == first.date, ..first })
    }

    fn this(&self, at: usize) -> Option<Day> {
        match self.word(at) {
            Word::Weekday(weekday) | Word::Short(weekday) => {
                let date = plus(self.monday(0)?, i32::from(weekday))?;
                self.made(date, BareClaim::Perhaps, at + 1)
            }
            _ => None,
        }
    }

    fn coming(&self, at: usize) -> Option<Day> {
        let next = at + 1;
        match self.word(next) {
            Word::Weekday(weekday) | Word::Short(weekday) if self.word(at) == Word::Coming => {
                self.next_weekday(weekday, BareClaim::Perhaps, next + 1)
            }
            Word::Weekday(weekday) | Word::Short(weekday) => self.next_week_s(weekday, next + 1),
            Word::Unit(Unit::Week) => {
                let on = next + 1 + usize::from(self.word(next + 1) == Word::On);
                match self.word(on) {
                    Word::Weekday(weekday) if self.follows(on) && self.follows(next + 1) => {
                        self.made(plus(self.monday(1)?, i32::from(weekday))?, BareClaim::Perhaps, on + 1)
                    }
                    // “Next week” alone names no day.
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// “end of”: a day, a week, a month by its name or not. English “end the week” is something to do.
    fn end(&self, mut at: usize) -> Option<Day> {
        if !self.follows(at) {
            return None;
        }
        if self.word(at) == Word::Of {
            at += 1;
            while matches!(self.word(at), Word::Of | Word::Filler) && self.follows(at) {
                at += 1;
            }
        }
        let (ahead, unit) = match self.word(at) {
            Word::This => (0, at + 1),
            Word::Next | Word::Coming => (1, at + 1),
            Word::Month(month) => return self.end_of_month(month, at + 1),
            _ => (0, at),
        };
        match self.word(unit) {
            Word::Unit(Unit::Day) | Word::Business if ahead == 0 => self.end_of_day(unit + 1),
            Word::Unit(period) => {
                let (ahead, next) = self.is_next(unit + 1).map_or((ahead, unit + 1), |next| (1, next));
                let date = self.end_of(period, ahead)?;
                let day = self.made(date, BareClaim::Due, next)?;
                // A working week ends on a Friday; said on a Saturday, it is another week's.
                Some(Day { sure: date.weekday().to_monday_zero_offset() < 6 || period != Unit::Week, ..day })
            }
            _ => None,
        }
    }

    /// The end of today, or of the day that follows.
    fn end_of_day(&self, at: usize) -> Option<Day> {
        let on = at + usize::from(self.word(at) == Word::On);
        let is_day = matches!(
            self.word(on),
            Word::Weekday(_)
                | Word::Short(_)
                | Word::Tomorrow
                | Word::Morgen
                | Word::Next
                | Word::This
                | Word::Month(_)
        );
        let day = if is_day && self.follows(at) && self.follows(on) { self.day(on) } else { None };
        match day {
            Some(day) => Some(Day { alone: BareClaim::Due, ..day }),
            None => self.made(self.said_on, BareClaim::Due, at),
        }
    }

    /// “in two weeks”, “within 3 days”.
    fn after_time(&self, at: usize, alone: BareClaim) -> Option<Day> {
        let at = at + usize::from(self.word(at) == Word::Of);
        let count = match self.word(at) {
            Word::Count(count) => i32::from(count),
            Word::Number(count) if count < 100 => i32::try_from(count).ok()?,
            _ => return None,
        };
        let next = at + 1;
        if !self.follows(at) || !self.follows(next) || (self.word(next + 1) == Word::Of && self.follows(next + 1)) {
            return None;
        }
        let (Word::Unit(unit) | Word::Units(unit)) = self.word(next) else { return None };
        let date = match unit {
            Unit::Day => plus(self.said_on, count)?,
            Unit::Week => plus(self.said_on, count * 7)?,
            Unit::Month => self.said_on.checked_add(count.months()).ok()?,
            Unit::Quarter | Unit::Year => return None,
        };
        self.made(date, alone, next + 1)
    }

    /// The Monday of this week, or of one that many weeks on.
    fn monday(&self, weeks: i32) -> Option<Date> {
        plus(self.said_on, weeks * 7 - i32::from(self.said_on.weekday().to_monday_zero_offset()))
    }

    /// The last day of this week, month, quarter or year, or of the next.
    fn end_of(&self, unit: Unit, ahead: i8) -> Option<Date> {
        let day = self.said_on;
        match unit {
            Unit::Day => Some(day),
            Unit::Week => {
                let friday = plus(self.monday(i32::from(ahead))?, 4)?;
                if friday < day { plus(friday, 2) } else { Some(friday) }
            }
            Unit::Month => Some(day.first_of_month().checked_add(ahead.months()).ok()?.last_of_month()),
            Unit::Quarter => {
                let missing = 2 - (day.month() - 1) % 3 + 3 * ahead;
                Some(day.first_of_month().checked_add(missing.months()).ok()?.last_of_month())
            }
            Unit::Year => Date::new(day.year() + i16::from(ahead), 12, 31).ok(),
        }
    }
}
