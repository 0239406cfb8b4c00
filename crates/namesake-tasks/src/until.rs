//! The dates of `until …`: the day that JavaScript's `Date.parse` reads from the text. Only the letters, digits,
//! spaces, commas and exclamation marks that a rule may hold are considered.
//!
//! The leniency is that of V8's `src/date/dateparser.cc`, which every host of the Tasks plugin runs.

use jiff::ToSpan;
use jiff::civil::Date;

/// The day that the text names, or the calendar's last for a later one. The epoch is no day here: its value is zero,
/// which rrule's parser takes for a failure. Time zones are ignored.
pub(super) fn date(text: &str) -> Option<Date> {
    let mut read = DateParts::default();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (token, after) = match first {
            '0'..='9' => rest.split_at(run(rest, |c| c.is_ascii_digit())),
            _ if first.is_ascii_alphabetic() => rest.split_at(run(rest, |c| c.is_ascii_alphabetic())),
            _ => rest.split_at(first.len_utf8()),
        };
        let is_read = match first {
            '0'..='9' => read.number(token),
            _ if first.is_ascii_alphabetic() => read.word(token, after),
            _ => true,
        };
        if !is_read {
            return None;
        }
        rest = after;
    }
    read.day()
}

fn run(text: &str, is_part: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is_part(c)).unwrap_or(text.len())
}

#[derive(Default)]
struct DateParts {
    numbers: Vec<u32>,
    month: Option<u32>,
}

/// The first three letters of the months' names; whatever follows them is ignored.
pub(super) const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Time zones, allowed after a number.
const ZONES: [&str; 12] = ["ut", "utc", "z", "gmt", "cdt", "cst", "edt", "est", "mdt", "mst", "pdt", "pst"];

/// A `Date` ends on this day (ECMA-262, 8.64e15 ms after the epoch).
const LAST_DAY: (u32, u32, u32) = (275_760, 9, 13);

impl DateParts {
    /// A fourth number is an error. Nine digits are significant.
    fn number(&mut self, digits: &str) -> bool {
        let significant = digits.trim_start_matches('0');
        let significant = &significant[..significant.len().min(9)];
        self.numbers.push(significant.parse().unwrap_or(0));
        self.numbers.len() <= 3
    }

    /// A word that means nothing is ignored before the first number, unless it touches it, and an error after it.
    fn word(&mut self, word: &str, after: &str) -> bool {
        let word = word.to_ascii_lowercase();
        if let Some(index) = MONTHS.iter().position(|month| word.starts_with(month)) {
            self.month = u32::try_from(index + 1).ok();
            return true;
        }
        if self.numbers.is_empty() {
            return !after.starts_with(|c: char| c.is_ascii_digit());
        }
        ZONES.contains(&word.as_str())
    }

    /// The day that the numbers name. The 31st of a shorter month is a day of the next month.
    fn day(&self) -> Option<Date> {
        let is_day = |n: u32| (1..=31).contains(&n);
        let (first, second, third) = match self.numbers.as_slice() {
            [] => return None,
            [only] => (*only, 1, 1),
            [first, second] => (*first, *second, 1),
            [first, second, third, ..] => (*first, *second, *third),
        };
        let (year, month, day) = match self.month {
            Some(month) if !is_day(first) => (first, month, second),
            Some(month) => (second, month, first),
            None if !is_day(first) => (first, second, third),
            None => (third, first, second),
        };
        let is_epoch = matches!((year, month, day), (70 | 1970, 1, 1));
        if !(1..=12).contains(&month) || !is_day(day) || (year, month, day) > LAST_DAY || is_epoch {
            return None;
        }
        let century = match year {
            0..=49 => 2000,
            50..=99 => 1900,
            _ => 0,
        };
        let (year, month) = (i16::try_from(year + century).unwrap_or(i16::MAX), i8::try_from(month).ok()?);
        let Ok(first) = Date::new(year, month, 1) else { return Some(Date::MAX) };
        Some(first.saturating_add(i64::from(day - 1).days()))
    }
}
