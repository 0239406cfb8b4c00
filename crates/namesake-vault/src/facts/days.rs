//! Days as notes write them, turned into ISO dates. A date with more than one reading gives none.

use namesake_text::path::NotePath;
use namesake_text::text::dates;

/// The day in `text` as an ISO date, if `text` is a date and nothing else and can be read in one way only.
pub fn iso_day(text: &str) -> Option<String> {
    let whole = match dates::read(text.trim()) {
        dates::DateReading::Iso => text.trim().to_owned(),
        dates::DateReading::Convertible { iso } => iso,
        _ => return None,
    };
    whole.get(..10).map(str::to_owned)
}

/// The day that a note's name begins with.
pub fn named_day(path: &NotePath) -> Option<String> {
    iso_day(path.stem().get(..10)?)
}

/// The day that a line of a list begins with: `2025-02-04 …`, or one as [`day_apart`] reads it.
pub fn leading_day(words: &str) -> Option<String> {
    let numbers = words.trim_start_matches(['*', '_', ' ']).get(..10).filter(|day| !day.contains(char::is_alphabetic));
    numbers.and_then(iso_day).or_else(|| day_apart(words))
}

/// The day that stands alone or before a colon or a dash: `**4 February 2025**: …`, `February 4, 2025 - …`. A day that
/// runs on into a sentence does not count, since it may be in the future: `4 July 2026 (wedding) is planned`.
pub fn day_apart(words: &str) -> Option<String> {
    let end = [":", " - ", " – ", " — "].iter().filter_map(|sign| words.find(sign)).min();
    iso_day(words[..end.unwrap_or(words.len())].trim_matches(['*', '_', ' ']))
}
