//! Notes of a calendar's events, by the times at which something began and ended.

use crate::days::{DayForms, find_day};
use crate::note::Note;
use crate::vocabulary::key;

/// Properties that hold when an event begins, and when it ends, folded.
const STARTS: [&str; 6] = ["start", "start time", "starttime", "start date", "begin", "dtstart"];
const ENDS: [&str; 5] = ["end", "end time", "endtime", "end date", "dtend"];

/// Whether the properties of a note give the times of one day at which something began and ended.
pub(super) fn is_event(note: &Note) -> bool {
    let timed = |keys: &[&str]| {
        let mut named = note.frontmatter.entries.iter().filter(|entry| keys.contains(&key(&entry.key).as_str()));
        let text = named.find_map(|entry| entry.value.text().filter(|text| has_time(text)))?;
        find_day(text, DayForms::default())?.iso
    };
    timed(&STARTS).is_some_and(|day| timed(&ENDS) == Some(day))
}

/// Whether there is a time: `10:00`.
fn has_time(text: &str) -> bool {
    let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    text.match_indices(':').any(|(at, _)| at > 0 && is_digit(at - 1) && is_digit(at + 1) && is_digit(at + 2))
}
