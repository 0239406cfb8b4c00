//! Due dates in words: “by Friday”, “bis 15. November”, “next week”, relative to the day on which they were said.
//! English, German, French, Spanish and Dutch in their plain forms. What is not plainly a due date is none; what may be
//! one, or may be another day, is `Likely`. The fields of a task line (`📅 2025-11-15`) are left to the line grammar.
//!
//! The text is cut into words, each looked up once in a table; a day begins at one word and is read from a bounded
//! number of words around it, so that the time grows with the text and no faster.

mod calendar;
mod day;
mod words;

use jiff::civil::Date;

use day::{Alone, Day};
use namesake_text::text::{Span, plain};
use words::{Token, Word, tokens};

/// A due date read from words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The day, never before the one on which the words were said.
    pub date: Date,
    /// The words it was read from (“by Friday”), in bytes of the text.
    pub span: Span,
    /// How much the words leave open.
    pub certainty: Certainty,
}

impl When {
    /// How it was read from `text`, said on `said_on`: a sentence for the user.
    pub fn why(&self, text: &str, said_on: Date) -> String {
        let words = plain(self.span.of(text));
        match self.certainty {
            Certainty::Certain => format!("“{words}”, said on {said_on}, is {}.", self.date),
            Certainty::Likely => format!("“{words}”, said on {said_on}, is perhaps meant as {}.", self.date),
        }
    }
}

/// How much the words of a due date leave open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// They name one day and say that something is due by it: “by Friday”, “tomorrow”, “until the end of the month”.
    Certain,
    /// They name a longer time (its last day is taken, of a week the Friday), or a day without saying that anything is
    /// due (“on Monday”), or may be understood as another day (“next Friday”, said on a Wednesday).
    Likely,
}

/// The due date in `text`, said on `said_on`; of several the one that says most plainly that it is one, then the first.
/// `None` where there is none, and for days that have passed.
pub fn due(text: &str, said_on: Date) -> Option<When> {
    let tokens = tokens(text);
    let read = Reader { text, tokens: &tokens, said_on };
    let mut best: Option<(Claim, When)> = None;
    let mut at = 0;
    while at < tokens.len() {
        let Some(day) = read.day(at) else {
            at += 1;
            continue;
        };
        let found = read.claim(at, &day).filter(|(_, when)| when.date >= said_on);
        at = day.next;
        best = match (best, found) {
            (None, found) => found,
            (Some((claim, first)), Some((other, when))) if other == claim && when.date != first.date => {
                Some((claim, When { certainty: Certainty::Likely, ..first }))
            }
            (Some(best), Some(found)) if found.0 > best.0 => Some(found),
            (best, _) => best,
        };
    }
    best.map(|(_, when)| when)
}

/// What says that a day is a due date, the plainest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Claim {
    /// Nothing but its place in the sentence.
    Place,
    /// “on”.
    On,
    /// The words themselves: “next week”.
    Itself,
    /// “by”, “until”, “due”.
    By,
}

/// One text while it is read.
struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token],
    said_on: Date,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> Word {
        self.tokens.get(at).map_or(Word::Other, |token| token.word)
    }

    /// What stands between the token and the one before.
    fn gap(&self, at: usize) -> &str {
        let start = at.checked_sub(1).and_then(|before| self.tokens.get(before)).map_or(0, |token| token.span.end);
        let end = self.tokens.get(at).map_or(self.text.len(), |token| token.span.start);
        Span::new(start, end).of(self.text)
    }

    /// Whether nothing but blanks stands before the token.
    fn follows(&self, at: usize) -> bool {
        at < self.tokens.len() && is_blank(self.gap(at))
    }

    /// What the day that starts at token `at` claims to be, by the words before it.
    fn claim(&self, at: usize, day: &Day) -> Option<(Claim, When)> {
        let (introducer, first) = self.introducer(at);
        let is_one_of_two = self.word(day.next) == Word::Or && self.day(day.next + 1).is_some();
        let sure = day.sure && !is_one_of_two;
        let (claim, certainty) = match introducer {
            Word::Barred => return None,
            Word::By | Word::Bis => (Claim::By, if sure { Certainty::Certain } else { Certainty::Likely }),
            Word::Until | Word::Before if self.word(first.wrapping_sub(1)) == Word::Not => return None,
            Word::Until | Word::Before => (Claim::By, Certainty::Likely),
            Word::On if day.alone != Alone::Short => (Claim::On, Certainty::Likely),
            _ => match day.alone {
                Alone::Due if sure => (Claim::Itself, Certainty::Certain),
                Alone::Due | Alone::Perhaps => (Claim::Itself, Certainty::Likely),
                Alone::AtEnd if self.ends_clause(day.end) => (Claim::Place, Certainty::Likely),
                Alone::SetOff if self.ends_clause(day.end) && self.is_set_off(at) => (Claim::Place, Certainty::Likely),
                _ => return None,
            },
        };
        if day.alone == Alone::Kurz && introducer != Word::Bis {
            return None;
        }
        let start = self.tokens[first].span.start;
        Some((claim, When { date: day.date, span: Span::new(start, day.end), certainty }))
    }

    /// The word that says what the day at token `at` is to the sentence, and where it stands. `Other` at `at` itself
    /// where there is none.
    fn introducer(&self, at: usize) -> (Word, usize) {
        // “by the latest at noon on the”: nothing longer introduces a day.
        for before in (at.saturating_sub(6)..at).rev() {
            if !self.gap(before + 1).chars().all(|c| c.is_whitespace() || matches!(c, ':' | '[' | '(' | '*' | '_')) {
                break;
            }
            match self.word(before) {
                Word::Filler | Word::Time | Word::EndDay => {}
                // “antes del viernes”; “the minutes of Friday”.
                Word::Of if self.word(before.wrapping_sub(1)) == Word::Before => {}
                Word::Of | Word::Gone => return (Word::Barred, before),
                // “by 5 pm on Friday”.
                Word::On if self.word(before.wrapping_sub(1)) == Word::Time => {}
                Word::In => return (Word::On, before),
                word @ (Word::By | Word::Bis | Word::Until | Word::Before | Word::On | Word::Barred) => {
                    return (word, before);
                }
                _ => break,
            }
        }
        (Word::Other, at)
    }

    /// Whether the sentence, or a part of it, ends at byte `end`.
    fn ends_clause(&self, end: usize) -> bool {
        let rest = self.text[end..].trim_start();
        rest.is_empty() || rest.starts_with(['.', ',', ';', ':', ')', ']', '!', '–', '—', '|', '*', '_'])
    }

    /// Whether a sign parts the token from the words before it.
    fn is_set_off(&self, at: usize) -> bool {
        let before = self.text[..self.tokens[at].span.start].trim_end();
        before.is_empty() || before.ends_with(['(', '[', ',', ':', '-', '–', '—', '|', '*', '_'])
    }
}

fn is_blank(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}'))
}

#[cfg(test)]
mod tests;
