//! Dates as people write them, read into the two spellings that Obsidian documents. jiff's own parsers do not serve for
//! that: they accept neither dates that may be two nor these spellings of time and zone, and they drop what has to be
//! kept as it is written. Relative words ("tomorrow") and dates inside sentences are left to the tasks crate.

use jiff::civil::Date;
use namesake_language::{Said, say};

/// How a text reads as a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateReading {
    /// Already `2020-08-21` or `2020-08-21T10:30:00`, the two spellings Obsidian's documentation knows; a fraction or a
    /// zone after the latter is information to keep. Seconds may be missing: importers write `2020-08-21T10:30`, and
    /// nothing is gained by adding zeros.
    Iso,
    /// Another spelling of exactly one date.
    Convertible {
        /// The same date in ISO form, with time, zone and fraction as far as they are written.
        iso: String,
    },
    /// Day and month may be either way round.
    Ambiguous {
        /// A sentence that says which dates it may be.
        why: Said,
        /// The dates it may be, in ISO form with the time as far as it is written; the day before the month first.
        isos: Vec<String>,
    },
    /// Written like a date that no calendar has.
    Invalid {
        /// A sentence that says why.
        why: Said,
    },
    /// Anything else.
    NotADate,
}

/// Reads `text`, blanks around it aside, as one date or date and time.
///
/// Known: year first or day first in numbers (`2026/01/03`, `2026.1.3`, `20260103`, `13/04/2025`), names of months in
/// English (`3 January 2026`, `Jan 3rd, 2026`, `Sat, 3 Jan 2026`), a time after `T` or a blank, a zone after that.
pub fn read(text: &str) -> DateReading {
    // Nearly every date there is.
    if iso_date(text).is_some() {
        return DateReading::Iso;
    }
    let trimmed = text.trim();
    // The longest known form is `Wednesday, 30 September 2026 10:30:00.123456789 +01:00`.
    if trimmed.len() > 60 || !trimmed.is_ascii() {
        return DateReading::NotADate;
    }
    let Some((fields, rest)) = date_fields(trimmed) else { return DateReading::NotADate };
    let Some(time) = time(rest).filter(|_| !may_be_end(rest)) else { return DateReading::NotADate };
    let dates = match fields.dates() {
        Ok(dates) => dates,
        Err(why) => return DateReading::Invalid { why },
    };
    let Ok(time) = time else {
        return DateReading::Invalid { why: say!("“{written}” names a time that no day has.", written = trimmed) };
    };
    let iso = |date: Date| format!("{date}{time}");
    match dates {
        (date, None) if iso(date) == text || iso(date) == format!("{text}:00") => DateReading::Iso,
        (date, None) => DateReading::Convertible { iso: iso(date) },
        (a, Some(b)) => DateReading::Ambiguous {
            why: say!("It may be {a} or {b}; write it the one way you mean.", a, b),
            isos: vec![iso(a), iso(b)],
        },
    }
}

/// Whether `text` is written `dddd-dd-dd`, whatever the digits.
pub fn is_iso(text: &str) -> bool {
    let is_sign = |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    text.len() == 10 && text.bytes().enumerate().all(is_sign)
}

/// The day that `dddd-dd-dd` names, years 0000 to 9999; `None` where the calendar has none.
pub fn iso_date(text: &str) -> Option<Date> {
    if is_iso(text) { text.parse().ok() } else { None }
}

/// The numbers of a date as written.
enum Fields {
    Known {
        year: i16,
        month: i16,
        day: i16,
        /// The day of the week as written, from Monday on.
        weekday: Option<i8>,
    },
    /// Two small numbers before the year.
    Either { first: i16, second: i16, year: i16 },
}

impl Fields {
    /// The date, and the other one that it may be as well; or a sentence that says why it is none.
    fn dates(&self) -> Result<(Date, Option<Date>), Said> {
        match *self {
            Self::Known { year, month, day, weekday } => {
                let date = civil(year, month, day);
                let named = || format!("{year:04}-{month:02}-{day:02}");
                let date = date.ok_or_else(|| say!("{date} is in no calendar.", date = named()))?;
                match weekday {
                    Some(weekday) if weekday != date.weekday().to_monday_zero_offset() => Err(say!(
                        "{date} is another day of the week than the one written; one of the two is wrong.",
                        date
                    )),
                    _ => Ok((date, None)),
                }
            }
            Self::Either { first, second, year } => match (civil(year, second, first), civil(year, first, second)) {
                (Some(a), b) => Ok((a, b.filter(|b| *b != a))),
                (None, Some(date)) => Ok((date, None)),
                (None, None) => {
                    Err(say!("{first}/{second}/{year} is in no calendar, either way round.", first, second, year))
                }
            },
        }
    }
}

fn civil(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The date at the head of `text`, and what follows it.
fn date_fields(text: &str) -> Option<(Fields, &str)> {
    compact(text).or_else(|| numbers(text)).or_else(|| named(text))
}

/// `20260103`, alone or before a `T`: more digits are something else.
fn compact(text: &str) -> Option<(Fields, &str)> {
    let (digits, rest) = digits(text);
    if digits.len() != 8 || !(rest.is_empty() || rest.starts_with('T')) || !matches!(&digits[..2], "19" | "20") {
        return None;
    }
    let (year, month, day) = (number(&digits[..4])?, number(&digits[4..6])?, number(&digits[6..])?);
    // A number that is no date is just a number.
    civil(year, month, day)?;
    Some((Fields::Known { year, month, day, weekday: None }, rest))
}

/// Three numbers with the same `-`, `/` or `.` between them, the year first or last.
fn numbers(text: &str) -> Option<(Fields, &str)> {
    let (first, rest) = digits(text);
    let mark = rest.chars().next().filter(|mark| matches!(mark, '-' | '/' | '.'))?;
    let (second, rest) = digits(&rest[1..]);
    let (third, rest) = digits(rest.strip_prefix(mark)?);
    let small = |digits: &str| number(digits).filter(|_| digits.len() <= 2);
    let year = |digits: &str| number(digits).filter(|_| digits.len() == 4);
    if let Some(year) = year(first) {
        let (month, day) = (small(second)?, small(third)?);
        return Some((Fields::Known { year, month, day, weekday: None }, rest));
    }
    Some((Fields::Either { first: small(first)?, second: small(second)?, year: year(third)? }, rest))
}

/// `3 January 2026`, `January 3, 2026`, with or without the day of the week.
fn named(text: &str) -> Option<(Fields, &str)> {
    let mut words = Words(text);
    let mut word = words.next()?;
    let weekday = weekday(word);
    if weekday.is_some() {
        word = words.next()?;
    }
    let (day, month) = match month(word) {
        Some(month) => (day(words.next()?)?, month),
        None => (day(word)?, month(words.next()?)?),
    };
    let year = words.next().filter(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))?;
    Some((Fields::Known { year: number(year)?, month, day, weekday }, words.0))
}

/// Words and numbers between blanks, commas and full stops.
struct Words<'t>(&'t str);

impl<'t> Iterator for Words<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let text = self.0.trim_start_matches([' ', ',', '.', '-']);
        let end = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        self.0 = rest;
        (!word.is_empty()).then_some(word)
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

fn month(word: &str) -> Option<i16> {
    let at = MONTHS.iter().position(|name| is_name(word, name))?;
    i16::try_from(at + 1).ok()
}

fn weekday(word: &str) -> Option<i8> {
    let at = WEEKDAYS.iter().position(|name| is_name(word, name))?;
    i8::try_from(at).ok()
}

/// The whole name or its first three (September's, Tuesday's and Thursday's four or five) letters.
fn is_name(word: &str, name: &str) -> bool {
    let Some(head) = name.get(..word.len()).filter(|head| head.eq_ignore_ascii_case(word)) else { return false };
    head.len() == 3 || head == name || ["sept", "tues", "thurs"].contains(&head)
}

/// `3`, `03` or `3rd`.
fn day(word: &str) -> Option<i16> {
    let (digits, ending) = digits(word);
    let is_day = digits.len() <= 2 && matches!(ending, "" | "st" | "nd" | "rd" | "th");
    if is_day { number(digits) } else { None }
}

/// What `digits` say; `None` for none of them, and for more than any part of a date has.
fn number(digits: &str) -> Option<i16> {
    digits.parse().ok()
}

fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

/// The time after a date, as `THH:MM:SS`, fraction and zone, or as an empty text where none is written. `None` for what
/// is no time, an error for a time that no day has.
fn time(rest: &str) -> Option<Result<String, ()>> {
    if rest.is_empty() {
        return Some(Ok(String::new()));
    }
    let rest = rest.strip_prefix('T').or_else(|| rest.strip_prefix(", ")).or_else(|| rest.strip_prefix(' '))?;
    let (hour, rest) = digits(rest.trim_start());
    let (minute, rest) = digits(rest.strip_prefix(':')?);
    let (second, rest) = rest.strip_prefix(':').map_or(("00", rest), digits);
    let (fraction, rest) = rest.strip_prefix('.').map_or(("", rest), digits);
    if !(1..=2).contains(&hour.len())
        || minute.len() != 2
        || second.len() != 2
        || (fraction.is_empty() && rest.starts_with('.'))
    {
        return None;
    }
    let (hour, zone) = half_day(number(hour)?, rest)?;
    let zone = zone_of(zone.trim_start())?;
    if hour > 23 || number(minute)? > 59 || number(second)? > 59 {
        return Some(Err(()));
    }
    let point = if fraction.is_empty() { "" } else { "." };
    Some(Ok(format!("T{hour:02}:{minute}:{second}{point}{fraction}{zone}")))
}

/// Whether what reads as a zone may be the end of a time, as in ` 09:00-10:30`. After a `T` or behind seconds it is not.
fn may_be_end(rest: &str) -> bool {
    let (start, end) = rest.split_once('-').unwrap_or_default();
    !start.starts_with('T') && start.matches(':').count() == 1 && end.contains(':')
}

/// The hour of 24 where `am` or `pm` follows, and what comes after that.
fn half_day(hour: i16, rest: &str) -> Option<(i16, &str)> {
    let trimmed = rest.trim_start();
    let Some((half, after)) = trimmed.split_at_checked(2) else { return Some((hour, rest)) };
    let noon = match half.to_ascii_lowercase().as_str() {
        "am" => 0,
        "pm" => 12,
        _ => return Some((hour, rest)),
    };
    (1..=12).contains(&hour).then_some((hour % 12 + noon, after))
}

/// `Z` or an offset, with its colon.
fn zone_of(zone: &str) -> Option<String> {
    match zone {
        "" => return Some(String::new()),
        "Z" | "z" | "UTC" => return Some("Z".to_owned()),
        _ => {}
    }
    let offset = zone.strip_prefix(['+', '-'])?;
    let (hours, minutes) = match offset.len() {
        2 => (offset, "00"),
        4 => offset.split_at_checked(2)?,
        5 => offset.split_once(':')?,
        _ => return None,
    };
    let in_range = |digits: &str, upto| digits.len() == 2 && number(digits).is_some_and(|number| number < upto);
    // No place is further ahead than 14 hours, and `14:00-15:30` is no offset.
    (in_range(hours, 15) && in_range(minutes, 60)).then(|| format!("{}{hours}:{minutes}", &zone[..1]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn iso(text: &str) -> String {
        match read(text) {
            DateReading::Convertible { iso } => iso,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn obsidian_s_two_spellings_are_left_alone() {
        for text in
            ["2020-08-21", "2020-08-21T10:30:00", "2024-02-29", "2026-01-03T09:30:15.25-05:30", "2026-01-03T09:30:15Z"]
        {
            assert_eq!(read(text), DateReading::Iso);
        }
    }

    #[test]
    fn one_date_in_another_spelling_is_converted() {
        for text in [
            "2026/01/03",
            "2026.01.03",
            "20260103",
            "2026-1-3",
            "3 January 2026",
            "03 Jan 2026",
            "Jan 3, 2026",
            "January 3rd, 2026",
            "Sat, 3 Jan 2026",
            "saturday 3 january 2026",
            "3. January 2026",
            "3-Jan-2026",
            " 2026-01-03 ",
        ] {
            assert_eq!(iso(text), "2026-01-03", "{text}");
        }
        assert_eq!(iso("13/04/2025"), "2025-04-13");
        assert_eq!(iso("04/13/2025"), "2025-04-13");
        assert_eq!(iso("05.05.2025"), "2025-05-05");
    }

    #[test]
    fn time_fraction_and_zone_are_kept() {
        assert_eq!(iso("2026-01-03 09:30"), "2026-01-03T09:30:00");
        assert_eq!(iso("2026-01-03T9:30"), "2026-01-03T09:30:00");
        assert_eq!(iso("2026/01/03 09:30:15.250+0200"), "2026-01-03T09:30:15.250+02:00");
        assert_eq!(iso("3 January 2026, 4:05 pm"), "2026-01-03T16:05:00");
        assert_eq!(iso("2026-01-03 12:00 AM"), "2026-01-03T00:00:00");
        assert_eq!(iso("2026-01-03 09:30 UTC"), "2026-01-03T09:30:00Z");
        assert_eq!(iso("20260103T09:30"), "2026-01-03T09:30:00");
    }

    #[test]
    fn day_and_month_are_never_guessed() {
        let why = Said::verbatim("It may be 2025-04-03 or 2025-03-04; write it the one way you mean.");
        let isos = |time: &str| vec![format!("2025-04-03{time}"), format!("2025-03-04{time}")];
        assert_eq!(read("03/04/2025"), DateReading::Ambiguous { why: why.clone(), isos: isos("") });
        assert_eq!(read("3.4.2025 10:00 +0100"), DateReading::Ambiguous { why, isos: isos("T10:00:00+01:00") });
    }

    #[test]
    fn what_no_calendar_has_is_told() {
        assert_eq!(read("2025-02-30"), DateReading::Invalid { why: Said::verbatim("2025-02-30 is in no calendar.") });
        for text in
            ["2025-13-01", "31/02/2025", "30 February 2025", "2025-00-10", "2025-01-03T25:00", "2025-01-03 10:61"]
        {
            assert!(matches!(read(text), DateReading::Invalid { .. }), "{text}");
        }
    }

    #[test]
    fn a_day_of_the_week_that_the_date_does_not_fall_on_is_told() {
        assert!(matches!(read("Mon, 3 Jan 2026"), DateReading::Invalid { .. }));
        assert_eq!(iso("Thurs 31 December 2026"), "2026-12-31");
    }

    #[test]
    fn anything_else_is_no_date() {
        for text in [
            "",
            "tomorrow",
            "2025",
            "2025-01",
            "01/03/26",
            "12345678",
            "20261399",
            "202601031200",
            "1.2.3",
            "2026-01/03",
            "v2026.01.03",
            "2026-01-03x",
            "2026-01-03 at noon",
            "May",
            "3 Foo 2026",
            "2026-01-03 - 2026-01-05",
            "{{date}}",
            "२०२६-०१-०३",
            "10:30",
            "2026-01-03T",
            "2026-01-03 13:00 pm",
            "2026-W01-3",
            "2026-01-03 09:00-10:30",
            "2026-01-03 09:00-05:00",
            "3 January 2026, 9:00 am -10:00",
            "2026-01-03T14:00-15:30",
        ] {
            assert_eq!(read(text), DateReading::NotADate, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_asked(text in prop_oneof![any::<String>(), "[0-9TZ:/. +\\-apmJan]{0,24}"]) {
            read(&text);
        }

        #[test]
        fn what_was_converted_needs_no_further_conversion(
            year in 1000..3000_u16, month in 1..=12_u8, day in 1..=31_u8,
            form in prop::sample::select(vec!["y/m/d", "y.m.d", "y-m-d", "d/m/y"]),
            time in prop::sample::select(vec!["", " 9:05", "T10:00:00.5", " 10:00 +0100"]),
        ) {
            let mut text = form.replace('y', &year.to_string()).replace('m', &month.to_string()).replace('d', &day.to_string());
            text.push_str(time);
            if let DateReading::Convertible { iso } = read(&text) {
                prop_assert_eq!(&iso[..10], format!("{year:04}-{month:02}-{day:02}"));
                prop_assert_eq!(read(&iso), DateReading::Iso);
            }
        }
    }
}
