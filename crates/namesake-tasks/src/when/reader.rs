//! A text that is read for due dates, cut into words, and a day read from some of them. Which words make a day is left
//! to `day` and `calendar`.

use jiff::ToSpan;
use jiff::civil::Date;
use namesake_text::text::Span;

use super::vocabulary::{Token, Word};

/// A day that words name, whatever introduces it.
pub(super) struct Day {
    pub date: Date,
    /// Whether the words can mean no other day.
    pub sure: bool,
    /// What the day claims where no word introduces it.
    pub alone: BareClaim,
    /// The index of the token after it.
    pub next: usize,
    /// The byte after it.
    pub end: usize,
}

/// What a day claims where no word introduces it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BareClaim {
    /// A due date: “tomorrow”.
    Due,
    /// Perhaps one: “next Tuesday”.
    Perhaps,
    /// Perhaps one where the sentence ends: “send the plan Friday”.
    AtEnd,
    /// Perhaps one between signs: “(15 Nov)”.
    SetOff,
    /// None: “the 15th”.
    Never,
    /// None, “on” or not: “Sun”, which is a name as well.
    Short,
    /// None, except after a German word: “Di”, which is a name as well.
    Kurz,
}

/// One text that is read.
pub(super) struct Reader<'t> {
    pub text: &'t str,
    pub tokens: &'t [Token],
    pub said_on: Date,
}

impl Reader<'_> {
    pub fn word(&self, at: usize) -> Word {
        self.tokens.get(at).map_or(Word::Other, |token| token.word)
    }

    /// The text between the token and the one before it.
    pub fn gap(&self, at: usize) -> &str {
        let start = at.checked_sub(1).and_then(|before| self.tokens.get(before)).map_or(0, |token| token.span.end);
        let end = self.tokens.get(at).map_or(self.text.len(), |token| token.span.start);
        Span::new(start, end).of(self.text)
    }

    /// Whether only blanks stand between the token and the one before it.
    pub fn follows(&self, at: usize) -> bool {
        at < self.tokens.len() && is_blank(self.gap(at))
    }

    /// The day that the words up to token `next` name, with no other day possible.
    pub fn made(&self, date: Date, alone: BareClaim, next: usize) -> Option<Day> {
        let end = self.tokens.get(next.checked_sub(1)?)?.span.end;
        Some(Day { date, sure: true, alone, next, end })
    }
}

/// `days` later.
pub(super) fn plus(date: Date, days: i32) -> Option<Date> {
    date.checked_add(days.days()).ok()
}

pub(super) fn is_blank(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}'))
}
