//! Whether lines are a transcript where nothing says so: by their turns alone. A glossary, a schedule, a list of contacts
//! and a log have colons and times as well.

use std::collections::BTreeMap;

use super::label;
use super::speakers::is_nobody;
use super::table;
use super::turn::{Line, Turn};
use crate::vocabulary::{OwnWords, roles};
use namesake_text::text::Span;

/// Behind so many lines without a turn what follows is something else.
const GAP: usize = 12;

/// The least words that a turn has on average where nothing but a colon makes it one.
const LEAST_WORDS: usize = 4;

/// A transcript without speakers and times has more words than this.
const REMARK: usize = 15;

/// A recording begins at its beginning: the first time of lines without speakers, in minutes.
const LATEST_START: u32 = 10;

/// Whether a turn may begin on `line`.
pub fn begins_turn(text: &str, line: Line) -> bool {
    let words = line.of(text);
    let start = &words.as_bytes()[..words.len().min(120)];
    let is_possible = start.contains(&b':')
        || start.starts_with(b"<")
        || start.starts_with(b"**")
        || words.contains('：')
        || words.ends_with('s');
    is_possible
        && (label::timing(text, line).is_some()
            || label::labelled(text, line).is_some()
            || label::head(text, line).is_some()
            || label::leading_stamp(text, line).is_some())
        || table::is_row(text, line)
}

/// The stretches of `lines` in which turns begin, each from its first turn to where the words of its last one end.
pub fn stretches(text: &str, lines: &[Line]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut gap = GAP;
    for &line in lines.iter().filter(|line| !line.is_empty()) {
        let begins = begins_turn(text, line);
        gap = if begins { 0 } else { gap + 1 };
        match found.last_mut() {
            Some(last) if gap < GAP => last.end = line.end,
            _ if begins => found.push(line),
            _ => {}
        }
    }
    found
}

/// Whether people talk in `turns`. `is_certain_place` says that they stand where nothing but a transcript has labels without
/// times; elsewhere `Mara: agrees` is a line of minutes.
pub fn is_conversation(text: &str, turns: &[Turn], may_be_untimed: bool) -> bool {
    let words: usize = turns.iter().flat_map(|turn| &turn.words).map(|piece| words_in(piece.of(text))).sum();
    let said = turns.iter().filter(|turn| !turn.words.is_empty()).count();
    let has_cues = turns.iter().any(|turn| is_cue(text, turn));
    let timed = turns.iter().filter(|turn| turn.speaker.is_some() && !turn.times.is_empty()).count();
    if has_cues {
        return said > 1;
    }
    if timed > 1 && timed * 2 >= turns.len() {
        return words >= 2 * timed;
    }
    let labels = labels(text, turns);
    let labelled: usize = labels.values().sum();
    if labelled * 2 > turns.len() {
        let (generic, repeated) = (labels.keys().filter(|label| is_nobody(label)).count(), labelled - labels.len());
        let is_dialogue =
            labelled > 2 && repeated > 0 && (labels.len() > 1 || generic > 0) && 3 * repeated >= labels.len();
        let is_form = labels.keys().any(|label| !roles(label, &OwnWords::default()).is_empty());
        return may_be_untimed && is_dialogue && !is_form && words >= LEAST_WORDS * labelled;
    }
    let minutes: Vec<u32> = turns.iter().filter_map(|turn| minutes(turn.time()?.of(text))).collect();
    let rises = minutes.is_sorted() && minutes.first().is_some_and(|first| *first < LATEST_START);
    minutes.len() > 2 && rises && words > LEAST_WORDS * turns.len()
}

/// Whether `turns` only say that there is no transcript: a few words of nobody.
pub fn is_remark(text: &str, turns: &[Turn]) -> bool {
    let is_bare = turns.iter().all(|turn| turn.speaker.is_none() && turn.times.is_empty());
    is_bare && turns.iter().flat_map(|turn| &turn.words).map(|piece| words_in(piece.of(text))).sum::<usize>() <= REMARK
}

/// Words in `said`; scripts without blanks have about two letters a word.
fn words_in(said: &str) -> usize {
    let letters = said
        .chars()
        .filter(|c| matches!(*c, '\u{e00}'..='\u{eff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'));
    said.split_whitespace().count() + letters.count() / 2
}

/// How often each label begins a turn.
fn labels<'t>(text: &'t str, turns: &[Turn]) -> BTreeMap<&'t str, usize> {
    let mut labels = BTreeMap::new();
    for speaker in turns.iter().filter_map(|turn| turn.speaker) {
        *labels.entry(speaker.of(text)).or_default() += 1;
    }
    labels
}

/// Whether the time of a turn is that of a caption: `00:01.000 --> 00:04.000`.
fn is_cue(text: &str, turn: &Turn) -> bool {
    turn.time().is_some_and(|time| text[time.end..].trim_start().starts_with("-->"))
}

/// The minutes of a time within a recording.
fn minutes(time: &str) -> Option<u32> {
    let parts: Vec<u32> = time.split(['.', ',']).next()?.split(':').map_while(|part| part.parse().ok()).collect();
    match parts[..] {
        [minutes, _] => Some(minutes),
        [hours, minutes, _] => Some(60 * hours + minutes),
        _ => None,
    }
}
