//! Days named by their date: `2025-11-15`, `15.11.`, `15 Nov`, `November 15th, 2025`, `the fifteenth`.

use jiff::civil::Date;

use super::reader::{BareClaim, Day, Reader, plus};
use super::vocabulary::Word;

/// A date without a year means the next such day. Where that is more than this many days away, the last such day is
/// rather meant, which has passed.
const FURTHEST: i32 = 270;

/// Words before a day in languages that have the day before the month.
const FOREIGN: [&str; 19] = [
    "do",
    "bis",
    "spätestens",
    "am",
    "avant",
    "pour",
    "jusqu'au",
    "antes",
    "hasta",
    "para",
    "até",
    "dia",
    "entro",
    "prima",
    "tot",
    "voor",
    "vóór",
    "uiterlijk",
    "przed",
];

impl Reader<'_> {
    /// The date that starts at token `at`.
    pub fn calendar(&self, at: usize) -> Option<Day> {
        match self.word(at) {
            Word::Number(_) => self.numbers(at).or_else(|| self.day_and_month(at)),
            Word::Ordinal(_) => self.day_and_month(at).or_else(|| self.day_of_month(at)),
            Word::Month(month) => self.month_and_day(at, month),
            _ => None,
        }
    }

    fn number(&self, at: usize, digits: usize) -> Option<i16> {
        match self.word(at) {
            Word::Number(number) if self.tokens[at].span.len() <= digits => i16::try_from(number).ok(),
            _ => None,
        }
    }

    /// `2025-11-15`, `15.11.`, `15.11.25`, `11/15/2025`. What may be two dates is none.
    fn numbers(&self, at: usize) -> Option<Day> {
        let mark = Some(self.gap(at + 1)).filter(|mark| matches!(*mark, "-" | "." | "/"))?;
        // A part of something longer: `1.2.3.4`, `10/3/4`.
        let has_third = self.gap(at + 2) == mark && at + 2 < self.tokens.len();
        let last = at + 1 + usize::from(has_third);
        let goes_on = last + 1 < self.tokens.len() && matches!(self.gap(last + 1), "-" | "." | "/");
        if goes_on || matches!(self.gap(at), "-" | "." | "/") || self.text[..self.tokens[at].span.start].ends_with('#')
        {
            return None;
        }
        if has_third && self.tokens[at].span.len() == 4 {
            let date = date(self.number(at, 4)?, self.number(at + 1, 2)?, self.number(at + 2, 2)?)?;
            return self.made(date, BareClaim::SetOff, at + 3);
        }
        let (first, second) = (self.number(at, 2)?, self.number(at + 1, 2)?);
        let year = if has_third { Some(self.year(at + 2)?) } else { None };
        match mark {
            "/" => {
                let orders = [(second, first), (first, second)];
                // Only English may have the month first.
                let orders = if self.is_foreign(at) { &orders[..1] } else { &orders };
                // Nothing is due before it is said.
                let is_ahead = |day: &Date| *day >= self.said_on;
                let mut days = orders.iter().filter_map(|(m, d)| self.dated(year, *m, *d)).filter(is_ahead);
                let one = days.next()?;
                days.all(|other| other == one).then(|| self.made(one, BareClaim::SetOff, last + 1))?
            }
            "." => {
                let day = self.made(self.dated(year, second, first)?, BareClaim::SetOff, last + 1)?;
                let is_dotted = self.text[day.end..].starts_with('.');
                // “(do 7.11)”
                let is_closed = has_third || is_dotted || self.text[day.end..].starts_with(')') && self.is_foreign(at);
                // `3.5.` may as well be the number of a version at the end of a sentence.
                let sure = has_third || first > 12 || self.tokens[at + 1].span.len() == 2;
                is_closed.then(|| Day { end: day.end + usize::from(!has_third && is_dotted), sure, ..day })
            }
            _ => None,
        }
    }

    /// Whether a word of another language than English introduces the day at token `at`: “até 12/11”.
    fn is_foreign(&self, at: usize) -> bool {
        (at.saturating_sub(3)..at)
            .rev()
            .take_while(|before| self.follows(before + 1))
            .any(|before| FOREIGN.contains(&self.tokens[before].span.of(self.text).to_lowercase().as_str()))
    }

    /// `15 Nov`, `15. November 2025`, `15th of November`.
    fn day_and_month(&self, at: usize) -> Option<Day> {
        let number = self.day_number(at)?;
        let of = at + 1 + usize::from(self.word(at + 1) == Word::Of);
        let Word::Month(month) = self.word(of) else { return None };
        let is_near = |at| self.follows(at) || matches!(self.gap(at), "-" | "." | ". ");
        if !is_near(at + 1) || !is_near(of) {
            return None;
        }
        self.with_year(of + 1, month, number)
    }

    /// `Nov 15`, `November 15th, 2025`.
    fn month_and_day(&self, at: usize, month: i8) -> Option<Day> {
        let is_near = self.follows(at + 1) || matches!(self.gap(at + 1), "-" | ". ");
        let number = self.day_number(at + 1).filter(|_| is_near)?;
        // `May 3-5` is a time, `Nov 15:00` none.
        let after = &self.text[self.tokens[at + 1].span.end..];
        if after.starts_with(['-', '–', ':', '%']) {
            return None;
        }
        self.with_year(at + 2, month, number)
    }

    fn day_number(&self, at: usize) -> Option<i16> {
        match self.word(at) {
            Word::Ordinal(day) => Some(day.into()),
            _ => self.number(at, 2),
        }
    }

    /// The day, with the year that stands at token `at` or the next such day.
    fn with_year(&self, at: usize, month: i8, day: i16) -> Option<Day> {
        let of = at + usize::from(self.word(at) == Word::Of && self.follows(at));
        let is_near = self.follows(of) || matches!(self.gap(of), ", " | "-" | ".");
        match self.year(of).filter(|_| is_near && self.tokens[of].span.len() == 4) {
            // With a year it is a day and no more than that: “Send it Nov 5, 2025”.
            Some(year) => self.made(self.dated(Some(year), month.into(), day)?, BareClaim::AtEnd, of + 1),
            None => self.made(self.dated(None, month.into(), day)?, BareClaim::SetOff, at),
        }
    }

    /// `2025`, or `25` behind a day and a month.
    fn year(&self, at: usize) -> Option<i16> {
        match (self.number(at, 4)?, self.tokens[at].span.len()) {
            (year @ 1900..2200, 4) => Some(year),
            (year, 2) => Some(2000 + year),
            _ => None,
        }
    }

    fn dated(&self, year: Option<i16>, month: i16, day: i16) -> Option<Date> {
        if year.is_some() {
            return date(year?, month, day);
        }
        let this = self.said_on.year();
        let next =
            [this, this + 1].into_iter().filter_map(|year| date(year, month, day)).find(|d| *d >= self.said_on)?;
        (next <= plus(self.said_on, FURTHEST)?).then_some(next)
    }

    /// `the fifteenth`: of this month, or of the next once it has come. Before another word it counts something.
    fn day_of_month(&self, at: usize) -> Option<Day> {
        let Word::Ordinal(day) = self.word(at) else { return None };
        let next = at + 1;
        let ends = next == self.tokens.len() || !self.follows(next) || self.word(next) == Word::Stop;
        if !ends || self.gap(next).starts_with('-') {
            return None;
        }
        let today = self.said_on;
        let here = date(today.year(), today.month().into(), day.into());
        let found = here.filter(|here| *here > today).or_else(|| {
            let first = today.last_of_month().tomorrow().ok()?;
            date(first.year(), first.month().into(), day.into())
        });
        Some(Day { sure: here != Some(today), ..self.made(found?, BareClaim::Never, next)? })
    }

    /// The last day of the named month, of this year or the next.
    pub fn end_of_month(&self, month: i8, next: usize) -> Option<Day> {
        let year = self.year(next).filter(|_| self.follows(next) && self.tokens[next].span.len() == 4);
        let this = self.said_on.year();
        let last = |year| Date::new(year, month, 1).ok().map(Date::last_of_month);
        let date = match year {
            Some(year) => last(year)?,
            None => [this, this + 1].into_iter().filter_map(last).find(|date| *date >= self.said_on)?,
        };
        let is_near = year.is_some() || date <= plus(self.said_on, FURTHEST)?;
        is_near.then(|| self.made(date, BareClaim::Due, next + usize::from(year.is_some())))?
    }
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
