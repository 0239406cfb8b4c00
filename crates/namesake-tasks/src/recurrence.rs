//! Recurrence rules: which texts the Tasks plugin reads as a rule, and what they say. Rules are never rewritten; the
//! next date is left to `next`, the date after `until` to `until`.
//!
//! Words and grammar are those of the English parser of rrule 2.8.1 (`nlp/i18n.ts`, `nlp/parsetext.ts`), with its
//! oddities: the plugin keeps what this parser accepts, and on its next write deletes what the parser refuses.

use jiff::civil::Date;

use super::until;

/// `every day when done` in its two parts. The words must be exactly so, in any case, and not stand alone.
pub(super) fn split_when_done(text: &str) -> (&str, bool) {
    const SUFFIX: &str = " when done";
    let at = text.len().saturating_sub(SUFFIX.len());
    match text.get(at..) {
        Some(end) if at > 0 && end.eq_ignore_ascii_case(SUFFIX) => (&text[..at], true),
        _ => (text, false),
    }
}

/// Whether a text (without `when done`) is a rule.
pub fn is_rule(text: &str) -> bool {
    rule(text).is_some()
}

/// What the text of a rule (without `when done`) says; `None` where the plugin cannot read it.
pub(super) fn rule(text: &str) -> Option<Rule> {
    let mut parser = Parser::new(text.trim_matches(' '));
    parser.advance();
    parser.rule()?;
    Some(parser.said)
}

/// What is counted in steps of a rule's interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Frequency {
    #[default]
    Daily,
    Weekly,
    Monthly,
    Yearly,
    Hourly,
    Minutely,
}

/// A rule as it is written. What the rule does not name is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Rule {
    pub frequency: Frequency,
    /// Every so many days, weeks and so on.
    pub interval: u32,
    /// Days of the week from 0, Monday; each with its number in the month or year, negative from the end, 0 for every.
    pub weekdays: Vec<(i16, usize)>,
    /// Days of the month; negative ones from its end.
    pub month_days: Vec<i16>,
    /// Months from 1.
    pub months: Vec<usize>,
    /// Weeks of the year by number.
    pub weeks: Vec<u32>,
    /// Hours of the day; never 0, which the lexer does not know.
    pub hours: Vec<u32>,
    /// How often at most, the date it counts from included.
    pub count: Option<u32>,
    /// The last day.
    pub until: Option<Date>,
}

/// The part of a rule as written, `when done` aside, that the plugin reads; `None` where it reads no rule. What follows
/// it the plugin deletes on its next write.
pub fn read_part(text: &str) -> Option<&str> {
    let rule = split_when_done(text).0.trim_matches(' ');
    let mut parser = Parser::new(rule);
    parser.advance();
    parser.rule()?;
    // `for 5 times` is how the plugin itself writes it.
    while parser.accept(Token::Times) {}
    Some(rule[..rule.len() - parser.left].trim_end_matches(' '))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Number,
    Every,
    Day,
    Weekdays,
    Week,
    /// hour, minute, month, year: they take the same rest.
    Unit,
    On,
    At,
    The,
    First,
    SecondOrThird,
    /// `2nd`, with its number, capped.
    Nth(u32),
    Last,
    For,
    Until,
    Weekday,
    Month,
    Comma,
    /// `times`, which no rule needs.
    Times,
    /// A word the lexer knows and no rule uses: `two`.
    Idle,
}

/// The tokens and their words. All words of a row have one initial, so that few rows have to be searched. The longest
/// word that starts the text is taken, whatever follows it: `every dayy` is `every day`.
const WORDS: [(Token, &str); 34] = [
    (Token::Every, "every"),
    (Token::Day, "day days"),
    (Token::Weekdays, "weekday weekdays"),
    (Token::Week, "week weeks"),
    (Token::Unit, "hour hours"),
    (Token::Unit, "minute minutes month months"),
    (Token::Unit, "year years"),
    (Token::On, "on"),
    (Token::On, "in"),
    (Token::At, "at"),
    (Token::The, "the"),
    (Token::First, "first"),
    (Token::SecondOrThird, "second"),
    (Token::SecondOrThird, "third"),
    (Token::Last, "last"),
    (Token::For, "for"),
    (Token::Until, "until"),
    (Token::Until, "til"),
    (Token::Weekday, "mo mon monday"),
    (Token::Weekday, "tu tue tues tuesday th thu thur thursday"),
    (Token::Weekday, "we wed wedn wednesday"),
    (Token::Weekday, "fr fri friday"),
    (Token::Weekday, "sa sat saturday su sun sunday"),
    (Token::Month, "jan january jun june jul july"),
    (Token::Month, "feb february"),
    (Token::Month, "mar march may"),
    (Token::Month, "apr april aug august"),
    (Token::Month, "sep sept september"),
    (Token::Month, "oct october"),
    (Token::Month, "nov november"),
    (Token::Month, "dec december"),
    (Token::Idle, "one"),
    (Token::Idle, "two three"),
    (Token::Times, "time times"),
];

/// Days of a month or year that rrule accepts in `on the 366th`.
const LARGEST_NTH: u32 = 366;

/// The first letters of the days' names, which tell them apart.
const WEEKDAYS: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];

/// The number of a weekday without one: every such day is meant.
const NONE: i16 = 0;

struct Parser<'a> {
    /// The text after the current token.
    rest: &'a str,
    /// `None` at the end, and at the first character that starts no token: the rest of the text is then ignored.
    token: Option<Token>,
    /// The text of the current token.
    word: &'a str,
    /// What was read so far.
    said: Rule,
    /// How many bytes are left from the current token on.
    left: usize,
}

impl<'a> Parser<'a> {
    fn new(rule: &'a str) -> Self {
        Self { rest: rule, token: None, word: "", said: Rule { interval: 1, ..Rule::default() }, left: 0 }
    }

    fn advance(&mut self) {
        self.rest = self.rest.trim_start_matches(' ');
        self.left = self.rest.len();
        // No two kinds of token start alike.
        let next = number(self.rest).or_else(|| word(self.rest)).or_else(|| commas(self.rest));
        let (token, length) = match next {
            Some((token, length)) => (Some(token), length),
            None => (None, self.rest.len()),
        };
        self.token = token;
        (self.word, self.rest) = self.rest.split_at(length);
    }

    fn accept(&mut self, token: Token) -> bool {
        let found = self.token == Some(token);
        if found {
            self.advance();
        }
        found
    }

    fn expect(&mut self, token: Token) -> Option<()> {
        self.accept(token).then_some(())
    }

    /// `every [n] …`; `None` is the parser's error.
    fn rule(&mut self) -> Option<()> {
        self.expect(Token::Every)?;
        if let Some(interval) = self.number() {
            self.said.interval = interval;
        }
        let subject = self.token?;
        self.said.frequency = frequency(subject, self.word);
        self.take_name();
        self.advance();
        match subject {
            Token::Day | Token::Weekdays => self.at()?,
            Token::Week => {
                self.on()?;
                self.at()?;
            }
            Token::Unit => self.on()?,
            Token::Weekday => {
                self.list_of(Token::Weekday)?;
                self.at()?;
                self.month_days()?;
            }
            Token::Month => {
                self.list_of(Token::Month)?;
                self.on()?;
            }
            _ => return None,
        }
        self.end()
    }

    /// Adds the weekday or the month that the current token names to the rule.
    fn take_name(&mut self) {
        let place = |names: &[&str]| names.iter().position(|name| starts_with(self.word, name));
        match self.token {
            Some(Token::Weekday) => self.said.weekdays.extend(place(&WEEKDAYS).map(|day| (NONE, day))),
            Some(Token::Weekdays) if self.said.weekdays.is_empty() => {
                self.said.weekdays = (0..5).map(|day| (NONE, day)).collect();
            }
            Some(Token::Month) => self.said.months.extend(place(&until::MONTHS).map(|month| month + 1)),
            _ => {}
        }
    }

    /// `, monday and tuesday`.
    fn list_of(&mut self, token: Token) -> Option<()> {
        while self.accept(Token::Comma) {
            self.take_name();
            self.expect(token)?;
        }
        Some(())
    }

    /// `on the 2nd last friday, monday, 15th`.
    fn on(&mut self) -> Option<()> {
        let on = self.accept(Token::On);
        if !self.accept(Token::The) && !on {
            return Some(());
        }
        loop {
            let nth = self.nth()?;
            if nth != NONE {
                self.on_nth(nth);
            } else if self.accept(Token::Week) {
                self.said.weeks = self.numbers()?;
            } else if matches!(self.token, Some(Token::Weekday | Token::Weekdays | Token::Month)) {
                self.take_name();
                self.advance();
            } else {
                return Some(());
            }
            if !(self.accept(Token::Comma) || self.accept(Token::The) || self.accept(Token::On)) {
                return Some(());
            }
        }
    }

    /// `2nd friday`, `15th`.
    fn on_nth(&mut self, nth: i16) {
        if self.token == Some(Token::Weekday) {
            self.take_name();
            if let Some((number, _)) = self.said.weekdays.last_mut() {
                *number = nth;
            }
            self.advance();
        } else {
            self.said.month_days.push(nth);
            self.accept(Token::Day);
        }
    }

    /// `at 9, 17`.
    fn at(&mut self) -> Option<()> {
        while self.accept(Token::At) {
            self.said.hours = self.numbers()?;
        }
        Some(())
    }

    /// `9`.
    fn number(&mut self) -> Option<u32> {
        let word = self.word;
        // A number that does not fit is larger than any that means something.
        self.accept(Token::Number).then(|| word.parse().unwrap_or(u32::MAX))
    }

    /// `9, 17`.
    fn numbers(&mut self) -> Option<Vec<u32>> {
        let mut numbers = vec![self.number()?];
        while self.accept(Token::Comma) {
            numbers.push(self.number()?);
        }
        Some(numbers)
    }

    /// `on the 1st` after weekdays. The parser skips whatever follows an ordinal here: `1st, 15th` loses its comma.
    fn month_days(&mut self) -> Option<()> {
        self.accept(Token::On);
        self.accept(Token::The);
        let mut nth = self.nth()?;
        if nth == NONE {
            return Some(());
        }
        while nth != NONE {
            self.said.month_days.push(nth);
            self.advance();
            if !self.accept(Token::Comma) {
                return Some(());
            }
            nth = self.nth()?;
        }
        None
    }

    /// The number of an ordinal, negative from the end, or [`NONE`] where none is there; `None` where it is too large.
    fn nth(&mut self) -> Option<i16> {
        let number = match self.token {
            Some(Token::Last) => -1,
            Some(Token::First) => 1,
            Some(Token::SecondOrThird) if starts_with(self.word, "s") => 2,
            Some(Token::SecondOrThird) => 3,
            Some(Token::Nth(n)) if n <= LARGEST_NTH => i16::try_from(n).ok()?,
            Some(Token::Nth(_)) => return None,
            _ => return Some(NONE),
        };
        let may_be_last = !matches!(self.token, Some(Token::Last | Token::First));
        self.advance();
        let is_last = may_be_last && self.accept(Token::Last);
        Some(if is_last { -number } else { number })
    }

    /// `until 1 May 2026`, `for 5 times`. What follows is ignored.
    fn end(&mut self) -> Option<()> {
        if self.token == Some(Token::Until) {
            self.left = 0;
            self.said.until = Some(until::date(self.rest)?);
        } else if self.accept(Token::For) {
            self.said.count = Some(self.number()?);
        }
        Some(())
    }
}

/// What a rule about `subject` counts.
fn frequency(subject: Token, word: &str) -> Frequency {
    match subject {
        Token::Day => Frequency::Daily,
        Token::Month => Frequency::Yearly,
        Token::Unit if starts_with(word, "month") => Frequency::Monthly,
        Token::Unit if starts_with(word, "year") => Frequency::Yearly,
        Token::Unit if starts_with(word, "hour") => Frequency::Hourly,
        Token::Unit => Frequency::Minutely,
        _ => Frequency::Weekly,
    }
}

/// `12`, or `12th`.
fn number(text: &str) -> Option<(Token, usize)> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits == 0 || text.starts_with('0') {
        return None;
    }
    let is_nth = ["th", "nd", "rd", "st"].iter().any(|end| starts_with(&text[digits..], end));
    if is_nth {
        // More digits than a u32 holds are too large for any ordinal.
        return Some((Token::Nth(text[..digits].parse().unwrap_or(u32::MAX)), digits + 2));
    }
    Some((Token::Number, digits))
}

fn word(text: &str) -> Option<(Token, usize)> {
    let initial = text.as_bytes().first()?.to_ascii_lowercase();
    let mut longest = None;
    for (token, words) in WORDS.iter().filter(|(_, words)| words.as_bytes()[0] == initial) {
        for word in words.split(' ').filter(|word| starts_with(text, word)) {
            if longest.is_none_or(|(_, length)| length < word.len()) {
                longest = Some((*token, word.len()));
            }
        }
    }
    longest
}

/// A run of `,`, `and`, `or`, with spaces after each.
fn commas(text: &str) -> Option<(Token, usize)> {
    let mut rest = text;
    while let Some(word) = [",", "and", "or"].iter().find(|word| starts_with(rest, word)) {
        rest = rest[word.len()..].trim_start_matches(' ');
    }
    (rest.len() < text.len()).then_some((Token::Comma, text.len() - rest.len()))
}

fn starts_with(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}
