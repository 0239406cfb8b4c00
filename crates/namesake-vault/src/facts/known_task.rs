//! A task by its words, so that the same task is recognised in another note: without owners, dates, fields and small
//! words. Whether two tasks also belong to the same people is compared in `tasks::twins`.

use namesake_names::fold;
use namesake_note::config::Settings;
use namesake_note::note::{Kind, Note};
use namesake_tasks::when::due;
use namesake_tasks::{Date, Options, StatusKind, Task};
use namesake_text::text::{Span, dates};

/// A task that is to be done once: open or done, and not recurring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownTask {
    /// Its line, in bytes of the note.
    pub line: Span,
    /// Whether it is done.
    pub is_done: bool,
    /// When it was done, if the line says so.
    pub done: Option<Date>,
    /// Its folded words in order, separated by blanks. `=` marks numbers and capitalised words inside the sentence: if
    /// one of these is missing, it is another task.
    words: String,
    /// The same without the marks. It does not change when owners and dates are written into the line.
    pub gist: String,
    /// Two of its words, by which it is found if another word is missing.
    short: String,
}

/// With fewer words than this none may be missing.
const LEAST_NEAR: usize = 4;

/// A longer description is a text and no task, in bytes.
const LONGEST: usize = 1_000;

/// Folded words that do not count.
const SMALL: &[&str] = &[
    "a", "an", "and", "at", "by", "das", "de", "del", "dem", "den", "der", "des", "die", "du", "een", "ein", "eine",
    "einen", "el", "en", "et", "for", "het", "il", "in", "la", "las", "le", "les", "los", "of", "on", "please", "the",
    "their", "to", "un", "una", "und", "une", "van", "von", "with", "y",
];

/// Numbers in words, from one.
const NUMBERS: &[&str] =
    &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Words that reverse a task.
const TURNING: &[&str] =
    &["not", "no", "dont", "without", "nicht", "kein", "keine", "ohne", "ne", "pas", "sans", "sin", "niet", "geen"];

/// The tasks of a note, each with its line.
pub fn task_lines<'n>(note: &'n Note, options: &'n Options) -> impl Iterator<Item = (Span, Task<'n>)> {
    note.body().items.iter().filter_map(|line| Some((*line, namesake_tasks::parse(note.slice(*line), options)?)))
}

/// The tasks of a meeting or project note that can have twins.
pub(super) fn known_tasks(note: &Note, settings: &Settings, said_on: Option<&str>) -> Vec<KnownTask> {
    if !matches!(note.kind, Kind::Meeting | Kind::Project) || note.body().items.is_empty() {
        return Vec::new();
    }
    let options = settings.task_options();
    let said_on = said_on.and_then(dates::iso_date);
    task_lines(note, &options).filter_map(|(line, task)| KnownTask::of(&task, line, said_on)).collect()
}

impl KnownTask {
    /// The task on the line at `line` of a note from the day `said_on`. `None` if it recurs, was cancelled, or has too
    /// few words.
    pub fn of(task: &Task, line: Span, said_on: Option<Date>) -> Option<Self> {
        let is_open = !task.status.kind.is_closed();
        let is_done = task.status.kind == StatusKind::Done;
        if task.recurrence.is_some() || !(is_open || is_done) || task.description_span.len() > LONGEST {
            return None;
        }
        let words = words(task, said_on);
        let done = task.done.as_ref().and_then(|field| field.value);
        let gist = words.replace('=', "");
        let short = short(&gist)?;
        Some(Self { line, is_done, done, words, gist, short })
    }

    /// The keys by which it is found in other notes.
    pub(crate) fn keys(&self) -> [&str; 2] {
        [&self.gist, &self.short]
    }

    /// `Some(true)` if both say the same word for word, `Some(false)` if one word is missing that is neither a name nor a number
    /// and does not reverse the meaning, `None` otherwise.
    pub(crate) fn is_same(&self, other: &Self) -> Option<bool> {
        if self.gist == other.gist {
            return Some(true);
        }
        let (one, other): (Vec<&str>, Vec<&str>) = (self.words.split(' ').collect(), other.words.split(' ').collect());
        let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
        let is_equal = |(a, b): &(&&str, &&str)| a.trim_start_matches('=') == b.trim_start_matches('=');
        let same = short.iter().zip(&long).take_while(is_equal).count();
        if short.len() == long.len() {
            return None;
        }
        let extra = long[same];
        let is_rest_same = || short[same..].iter().zip(&long[same + 1..]).all(|pair| is_equal(&pair));
        let may_miss = !extra.starts_with('=') && !TURNING.contains(&extra);
        let is_near = long.len() == short.len() + 1 && short.len() >= LEAST_NEAR && may_miss && is_rest_same();
        is_near.then_some(false)
    }
}

/// The first word, which says what to do, and the longest of the others. `None` if there is one word only.
fn short(gist: &str) -> Option<String> {
    let (first, rest) = gist.split_once(' ')?;
    let mut longest = "";
    for word in rest.split(' ') {
        if word.len() > longest.len() {
            longest = word;
        }
    }
    Some([first, "…", longest].concat())
}

/// The words of a task without owners, links, tags, due date and small words; numbers become digits.
fn words(task: &Task, said_on: Option<Date>) -> String {
    let text = task.description_span.of(task.line);
    let mut left = Vec::new();
    let mut gaps: Vec<Span> = task.owners().iter().map(|owner| owner.span).collect();
    let when = said_on.and_then(|day| due(text, day));
    gaps.extend(when.map(|when| when.span.shifted(task.description_span.start)));
    gaps.sort();
    let mut at = task.description_span.start;
    for gap in gaps.into_iter().chain([Span::at(task.description_span.end)]) {
        left.extend(Span::new(at, gap.start.max(at)).of(task.line).split_whitespace());
        at = gap.end.max(at);
    }
    let mut words = String::new();
    for part in left.into_iter().filter(|word| !word.starts_with('#')).flat_map(|word| word.split(['-', '/', '–', '—']))
    {
        let mut text = fold(part);
        if text.is_empty() || SMALL.contains(&text.as_str()) {
            continue;
        }
        if let Some(number) = NUMBERS.iter().position(|number| *number == text) {
            text = (number + 1).to_string();
        }
        if text.len() > 3 && text.ends_with('s') && !text.ends_with("ss") {
            text.pop();
        }
        let is_large = !words.is_empty() && part.contains(char::is_uppercase);
        let counts = is_large || text.contains(|c: char| c.is_ascii_digit());
        if !words.is_empty() {
            words.push(' ');
        }
        if counts {
            words.push('=');
        }
        words.push_str(&text);
    }
    words
}
