//! Sequences that lost a byte, guessed from the text around them. Windows-1252 has no character for the bytes 81, 8D,
//! 8F, 90 and 9D, and many programs drop them; others turn a non-breaking space (A0) into a blank. Such a repair is
//! never certain.

use namesake_language::translatable;

use super::cell::{Cell, Repair, Sureness, continuation};
use crate::text::span::Span;

/// A line as the exact repairs leave it.
pub(super) struct Line<'c> {
    pub cells: &'c [Cell],
    /// Exact repairs are made in it.
    pub damaged: bool,
    /// It is a list item with a checkbox.
    pub task: bool,
}

/// How many cells are damaged, and the character that they were; `None` where that is unknown.
type Guess = (usize, Option<(char, &'static str)>);

/// Emoji of the Tasks plugin that contain a byte Windows-1252 lacks: what is left of them, and what that was.
const LOST: [(char, char, &str); 5] = [
    ('«', '⏫', translatable!("byte 8F is lost; it is taken for ⏫, the Tasks plugin's mark of high priority")),
    ('¬', '⏬', translatable!("byte 8F is lost; it is taken for ⏬, the Tasks plugin's mark of lowest priority")),
    ('³', '⏳', translatable!("byte 8F is lost; it is taken for ⏳, the Tasks plugin's mark of a scheduled date")),
    ('Œ', '❌', translatable!("byte 9D is lost; it is taken for ❌, the Tasks plugin's mark of a cancelled task")),
    ('\u{ad}', '⭐', translatable!("byte 90 is lost; it is taken for ⭐")),
];

/// The signs that begin a field of the Tasks plugin.
const TASK_SIGNS: &str = "🔺⏫🔼🔽⏬🛫➕⏳⌛📅📆🗓✅❌🔁🏁🆔⛔";

impl Line<'_> {
    pub fn repairs(&self) -> Vec<Repair> {
        let mut repairs = Vec::new();
        let (mut at, mut quoting) = (0, false);
        while at < self.cells.len() {
            quoting = match self.cells[at].c {
                '“' => true,
                '”' => false,
                _ => quoting,
            };
            let Some((len, guess)) = self.guess(at, quoting) else {
                at += 1;
                continue;
            };
            let span = Span::new(self.cells[at].span.start, self.cells[at + len - 1].span.end);
            let (text, sure) = guess.map_or((String::new(), Sureness::Lost), |(c, assumed)| {
                quoting &= c != '”';
                (c.to_string(), Sureness::Lossy { assumed })
            });
            repairs.push(Repair { span, text, sure });
            at += len;
        }
        repairs
    }

    /// An untouched character.
    fn left(&self, at: usize) -> Option<char> {
        self.cells.get(at).filter(|cell| !cell.is_decoded()).map(|cell| cell.c)
    }

    /// Any character, as it reads once the exact repairs are made.
    fn read(&self, at: Option<usize>) -> Option<char> {
        self.cells.get(at?).map(|cell| cell.c)
    }

    fn guess(&self, at: usize, quoting: bool) -> Option<Guess> {
        match (self.left(at)?, self.left(at + 1)) {
            ('â', Some('€')) => Some((2, Some(self.punctuation(at, quoting)?))),
            ('â', Some(second)) => Some((2, Some(self.emoji(at, second)?))),
            ('ï', Some('¸')) => Some((2, Some(self.emoji_style(at)?))),
            // The first two bytes of nearly all emoji: four fit what is left, as 📍 and 📝 do `ðŸ“`.
            ('ð', Some('Ÿ')) => {
                let more = (2..4).take_while(|by| self.left(at + by).and_then(continuation).is_some()).count();
                Some((2 + more, None))
            }
            ('Ã', next) => self.blank(at, next),
            _ => None,
        }
    }

    /// An emoji of the Tasks plugin: before a blank or the line's end, and before a date, in a line with other damage,
    /// or in a task at its end or before another field. The last holds also once the other damage is mended.
    fn emoji(&self, at: usize, second: char) -> Option<(char, &'static str)> {
        let (_, emoji, assumed) = LOST.iter().find(|(left, ..)| *left == second)?;
        let rest = &self.cells[at + 2..];
        let blanks = rest.iter().take_while(|cell| matches!(cell.c, ' ' | '\t' | '\r')).count();
        let next = &rest[blanks..];
        let stands_alone = blanks > 0 || next.is_empty();
        let before_field = next.first().is_none_or(|cell| TASK_SIGNS.contains(cell.c));
        let in_place = self.damaged || is_date(next) || (self.task && before_field);
        (stands_alone && in_place).then_some((*emoji, *assumed))
    }

    /// `â€`: between two emoji, or behind a quotation that is still open.
    fn punctuation(&self, at: usize, quoting: bool) -> Option<(char, &'static str)> {
        let (before, after) = (self.read(at.checked_sub(1)), self.read(Some(at + 2)));
        if before.is_some_and(is_emoji) && after.is_some_and(is_emoji) {
            return Some((
                '\u{200d}',
                translatable!("byte 8D is lost; between two emoji it is taken for the joiner that makes them one"),
            ));
        }
        let closes = quoting && before.is_some_and(|c| !c.is_whitespace() && c != '“');
        let is_whole = after.and_then(continuation).is_some();
        (closes && !is_whole)
            .then_some(('”', translatable!("byte 9D is lost; behind an opening “ it is taken for the closing ”")))
    }

    /// `ï¸`, of which only the sign that asks for a coloured emoji stands behind another sign.
    fn emoji_style(&self, at: usize) -> Option<(char, &'static str)> {
        let styled = self.read(at.checked_sub(1)).is_some_and(|c| is_emoji(c) || matches!(c, '\u{2190}'..='\u{2bff}'));
        let is_whole = self.read(Some(at + 2)).and_then(continuation).is_some();
        let assumed = translatable!("byte 8F is lost; behind a sign it is taken for the one that shows it as an emoji");
        (styled && !is_whole).then_some(('\u{fe0f}', assumed))
    }

    /// `Ã` before a blank was à where no letter Ã can be meant: behind a small letter, or alone beside other damage. The
    /// blank is the rest of it where none belongs there.
    fn blank(&self, at: usize, next: Option<char>) -> Option<Guess> {
        let before = self.read(at.checked_sub(1));
        let begins = before.is_none_or(|c| !c.is_alphanumeric());
        let in_place = before.is_some_and(char::is_lowercase) || (self.damaged && begins);
        let blank = next.is_none_or(|c| matches!(c, ' ' | '\r'));
        let after = self.read(Some(at + 2));
        let is_rest = next == Some(' ') && after.is_none_or(|c| matches!(c, ' ' | '\r' | ',' | '.' | ';' | ':' | ')'));
        let assumed = translatable!("byte A0 was turned into a blank or lost; Ã is taken for à");
        (in_place && blank).then_some((1 + usize::from(is_rest), Some(('à', assumed))))
    }
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{fe0f}')
}

fn is_date(cells: &[Cell]) -> bool {
    cells.len() >= 10
        && cells.iter().zip("0000-00-00".chars()).all(|(cell, form)| match form {
            '0' => cell.c.is_ascii_digit(),
            mark => cell.c == mark,
        })
}

/// A list item with a checkbox, in a quotation or not.
pub(super) fn is_task(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t', '>']);
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let marked =
        if number.len() < line.len() { number.strip_prefix(['.', ')']) } else { line.strip_prefix(['-', '*', '+']) };
    let mut rest = marked.map(|rest| rest.trim_start_matches([' ', '\t']).chars()).into_iter().flatten();
    rest.next() == Some('[') && rest.next().is_some() && rest.next() == Some(']')
}
