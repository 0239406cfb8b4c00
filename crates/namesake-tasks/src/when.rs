//! Due dates in words: “by Friday”, “bis 15. November”, “next Tuesday”, relative to the day on which they were said, in
//! plain English, German, French, Spanish, Portuguese, Italian, Dutch and Polish. A date that may mean another day, or may
//! not be due, is `Likely`; words that are not plainly a due date are none, nor are those that name a whole week or month. The fields of a task line (`📅 2025-11-15`) are left to the line
//! grammar.
//!
//! The text is cut into words, and each is looked up once in a table. A day is read from a bounded number of words
//! around its first, so that the time is linear in the text's length.

mod calendar;
mod day;
mod reader;
mod vocabulary;

use jiff::civil::Date;

use namesake_language::{Said, say};
use namesake_text::text::{Span, plain};
use reader::{BareClaim, Day, Reader};
use vocabulary::{Word, tokens};

/// A due date read from words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueDate {
    /// The day, never before the one on which the words were said.
    pub date: Date,
    /// The words it was read from (“by Friday”), in bytes of the text.
    pub span: Span,
    /// How much the words leave open.
    pub certainty: Certainty,
}

impl DueDate {
    /// A sentence for the user that says how the date was read from `text`, said on `said_on`.
    pub fn why(&self, text: &str, said_on: Date) -> Said {
        let (words, day) = (plain(self.span.of(text)), self.date);
        match self.certainty {
            Certainty::Certain => say!("“{words}”, said on {said_on}, is {day}.", words, said_on, day),
            Certainty::Likely => say!("“{words}”, said on {said_on}, is perhaps meant as {day}.", words, said_on, day),
        }
    }
}

/// How much the words of a due date leave open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// They name one day and say that something is due by it: “by Friday”, “tomorrow”, “until the end of the month”.
    Certain,
    /// They name a day without saying that anything is due (“on Monday”), or may be understood as another day (“next
    /// Friday”, said on a Wednesday).
    Likely,
}

/// The due date in `text`, said on `said_on`; of several the one that says most plainly that it is one, then the first.
/// `None` where there is none, and for days that have passed.
pub fn due(text: &str, said_on: Date) -> Option<DueDate> {
    let tokens = tokens(text);
    let read = Reader { text, tokens: &tokens, said_on };
    let mut best: Option<(Claim, DueDate)> = None;
    let mut at = 0;
    while at < tokens.len() {
        let Some(day) = read.day(at) else {
            at += 1;
            continue;
        };
        let found = read.claim(at, &day).filter(|(_, when)| when.date >= said_on);
        let found = found.filter(|(_, when)| !read.is_part_of_name(when.span));
        at = day.next;
        best = match (best, found) {
            (None, found) => found,
            (Some((claim, first)), Some((other, when))) if other == claim && when.date != first.date => {
                Some((claim, DueDate { certainty: Certainty::Likely, ..first }))
            }
            (Some(best), Some(found)) if found.0 > best.0 => Some(found),
            (best, _) => best,
        };
    }
    best.map(|(_, when)| when)
}

/// What makes a day a due date, the plainest reason last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Claim {
    /// Nothing but its place in the sentence.
    Place,
    /// “on”.
    On,
    /// The words themselves: “tomorrow”.
    Itself,
    /// “by”, “until”, “due”.
    By,
}

impl Reader<'_> {
    /// What the day that starts at token `at` claims to be, by the words before it.
    fn claim(&self, at: usize, day: &Day) -> Option<(Claim, DueDate)> {
        let (introducer, first) = self.introducer(at);
        let is_one_of_two = self.word(day.next) == Word::Or && self.day(day.next + 1).is_some();
        let sure = day.sure && !is_one_of_two;
        let (claim, certainty) = match introducer {
            Word::Barred => return None,
            Word::By | Word::Bis => (Claim::By, if sure { Certainty::Certain } else { Certainty::Likely }),
            Word::Until | Word::Before if self.word(first.wrapping_sub(1)) == Word::Not => return None,
            Word::Until | Word::Before => (Claim::By, Certainty::Likely),
            Word::On if self.is_of_event(first) => return None,
            Word::On if day.alone != BareClaim::Short => (Claim::On, Certainty::Likely),
            _ => match day.alone {
                BareClaim::Due if sure => (Claim::Itself, Certainty::Certain),
                BareClaim::Due | BareClaim::Perhaps => (Claim::Itself, Certainty::Likely),
                BareClaim::AtEnd if self.ends_clause(day.end) => (Claim::Place, Certainty::Likely),
                BareClaim::SetOff if self.ends_clause(day.end) && self.is_set_off(at) => {
                    (Claim::Place, Certainty::Likely)
                }
                _ => return None,
            },
        };
        if day.alone == BareClaim::Kurz && introducer != Word::Bis {
            return None;
        }
        let start = self.tokens[first].span.start;
        Some((claim, DueDate { date: day.date, span: Span::new(start, day.end), certainty }))
    }

    /// The word that says what the day at token `at` is to the sentence, and where it stands. `Other` at `at` itself
    /// where there is none.
    fn introducer(&self, at: usize) -> (Word, usize) {
        // “by the latest at noon on the”: nothing longer introduces a day.
        for before in (at.saturating_sub(6)..at).rev() {
            if !self
                .gap(before + 1)
                .chars()
                .all(|c| c.is_whitespace() || matches!(c, ':' | '[' | ']' | '(' | '*' | '_'))
            {
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
                Word::Kurz(_) if self.is_polish_by(before) => return (Word::By, before),
                word @ (Word::By | Word::Bis | Word::Until | Word::Before | Word::On | Word::Barred) => {
                    return (word, before);
                }
                _ => break,
            }
        }
        (Word::Other, at)
    }

    /// Whether the day that token `on` introduces is that of an event which something is for: “for the party on”.
    fn is_of_event(&self, on: usize) -> bool {
        // Two to four words name the event.
        (on.saturating_sub(5)..on).rev().take_while(|at| self.follows(at + 1)).any(|at| {
            let word = self.tokens[at].span.of(self.text).to_lowercase();
            at + 2 < on && ["for", "für", "pour", "para", "per", "voor", "dla"].contains(&word.as_str())
        })
    }

    /// Whether token `at` is the Polish “do”, before a day in the case that it asks for. It is no Thursday, and not the
    /// Portuguese “do 14 de novembro”.
    fn is_polish_by(&self, at: usize) -> bool {
        let text = |at: usize| self.tokens.get(at).map_or("", |token| token.span.of(self.text));
        let is_other = self.word(at + 2) == Word::Of || text(at + 1).ends_with(['o', 'a']);
        text(at) == "do" && self.follows(at + 1) && !is_other
    }

    /// Whether the sentence, or a part of it, ends at byte `end`.
    fn ends_clause(&self, end: usize) -> bool {
        let after = &self.text[end..];
        let rest = after.trim_start();
        let is_sign = rest.starts_with(['.', ',', ';', ':', ')', ']', '!', '–', '—', '|', '/', '*', '_', '`']);
        rest.is_empty() || is_sign || after.starts_with(" - ")
    }

    /// Whether a day is part of an address or of a name that signs hold together: `https://…/05-may`, `mvoss-05-may`.
    fn is_part_of_name(&self, day: Span) -> bool {
        let start = self.text[..day.start].rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let end = self.text[day.end..].find(char::is_whitespace).map_or(self.text.len(), |at| day.end + at);
        let word = &self.text[start..end];
        let holds = |c: char| matches!(c, '-' | '_');
        let is_held = |before: &str| before.strip_suffix(holds).is_some_and(|name| name.ends_with(char::is_alphabetic));
        let is_joined = day.of(self.text).contains(holds);
        let is_address = word.contains("://") || word.contains("www.");
        is_address || is_joined && is_held(&self.text[start..day.start])
    }

    /// Whether a sign parts the token from the words before it.
    fn is_set_off(&self, at: usize) -> bool {
        let before = self.text[..self.tokens[at].span.start].trim_end();
        before.is_empty() || before.ends_with(['(', '[', ',', ':', '-', '–', '—', '|', '/', '*', '_', '`'])
    }
}

#[cfg(test)]
mod tests;
