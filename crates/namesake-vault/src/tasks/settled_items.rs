//! What a note has settled already: its tasks, open and ticked, what it has struck out or called done, and tables whose rows
//! a list of tasks repeats. An item that says the same in other words needs no task.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::task_lines;
use namesake_note::note::{Note, bullet, lines};
use namesake_note::word_list::{WordList, lower};
use namesake_tasks::{Options, has_checkbox};
use namesake_text::fold::fold;
use namesake_text::text::Span;

/// What a note has settled.
pub struct SettledItems {
    tasks: Vec<TaskWords>,
    /// The numbers of the tasks that hold a word.
    by_word: BTreeMap<String, Vec<usize>>,
    /// What is struck out or called done, and on which line.
    done: Vec<(Span, Vec<String>)>,
    /// Tables that a list of tasks follows.
    tables: Vec<Span>,
}

/// The words of a task.
struct TaskWords {
    words: Vec<String>,
    /// Numbers and words with capital letters inside the sentence. With others it is another task.
    names: Vec<String>,
    /// All words of the line, tags and owners included.
    all: Vec<String>,
}

impl TaskWords {
    fn of(text: &str, line: &str) -> Self {
        let told = said(text);
        let counts = |word: &&str| word.contains(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let names = told.split_whitespace().skip(1).filter(counts).flat_map(words_of).collect();
        Self { words: words_of(&told), names, all: words_of(line) }
    }

    /// Whether both say the same: one says all that the other does, or nearly all words are the same and all names; of one
    /// `owner` the first words or most are enough.
    fn is_same(&self, item: &Self, owner: Option<&str>) -> bool {
        let (few, many) = if self.words.len() < item.words.len() { (self, item) } else { (item, self) };
        let shared = few.words.iter().filter(|word| many.words.contains(word)).count();
        let is_begun = few.words.first() == many.words.first();
        let is_contained = shared == few.words.len() && (shared > 2 || shared > 1 && is_begun);
        let is_near = is_begun && self.names == item.names && shared > 2 && 4 * shared >= 3 * many.words.len();
        let heads = |words: &Self| words.words.iter().take(HEAD).cloned().collect::<Vec<_>>();
        let is_headed = few.words.len() > HEAD && heads(self) == heads(item);
        let is_mostly = shared > 2 && 3 * shared >= 2 * few.words.len();
        let is_theirs = || owner.map(words_of).is_some_and(|owner| !owner.is_empty() && is_within(&owner, &self.all));
        is_contained || is_near || (is_headed || is_mostly) && is_theirs()
    }
}

/// A word of more tasks of a note finds none of them.
const FREQUENT: usize = 60;
/// More words are a text, of which the beginning is looked at.
const MOST_WORDS: usize = 60;
/// So many lines of a note may say what is done.
const MOST_DONE: usize = 300;
/// How many words at the beginning say what is done to what.
const HEAD: usize = 2;

fn is_within(few: &[String], many: &[String]) -> bool {
    few.iter().all(|word| many.contains(word))
}

impl SettledItems {
    /// What `note` has settled.
    pub fn of(note: &Note, options: &Options) -> Self {
        let tasks: Vec<(Span, TaskWords)> = task_lines(note, options)
            .map(|(span, task)| (span, TaskWords::of(task.description_span.of(task.line), task.line)))
            .collect();
        let tables = repeated_tables(note, &tasks);
        let tasks: Vec<TaskWords> = tasks.into_iter().map(|(_, words)| words).collect();
        let mut by_word: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, task) in tasks.iter().enumerate() {
            for word in &task.words {
                by_word.entry(word.clone()).or_default().push(at);
            }
        }
        Self { tasks, by_word, done: done(note), tables }
    }

    /// Whether `words`, for `owner` if somebody else than the words says whose it is, are settled elsewhere than at `place`.
    pub fn has(&self, place: Span, words: &str, owner: Option<&str>) -> bool {
        let item = TaskWords::of(words, words);
        let is_about = |(line, done): &(Span, Vec<String>)| {
            !line.overlaps(place)
                && done.len() > 1
                && is_within(done, &item.words)
                && 2 * done.len() >= item.words.len()
        };
        // What many tasks say tells none of them.
        let telling = item.words.iter().filter_map(|word| self.by_word.get(word)).filter(|all| all.len() <= FREQUENT);
        let near: BTreeSet<usize> = telling.flatten().copied().collect();
        near.into_iter().any(|at| self.tasks[at].is_same(&item, owner)) || self.done.iter().any(is_about)
    }

    /// Whether the cell at `span` stands in a table that a list of tasks repeats.
    pub fn has_table_of(&self, span: Span) -> bool {
        self.tables.iter().any(|table| table.contains(span))
    }
}

/// The words of `text` that say what is to be done: without tags, mentions, brackets, and the shown form of links alone.
fn said(text: &str) -> String {
    let mut told = String::with_capacity(text.len());
    let (mut depth, mut before) = (0_usize, ' ');
    let mut is_tag = false;
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '#' | '@' if !before.is_alphanumeric() => is_tag = true,
            c if c.is_whitespace() => {
                is_tag = false;
                told.push(' ');
            }
            c if depth == 0 && !is_tag => told.push(c),
            _ => {}
        }
        before = c;
    }
    told
}

/// Words that say little.
static SMALL: WordList = WordList::new(
    "the and for with from into our your their that this der die das den dem des und mit für von zum zur ein eine les des une du \
     pour avec los las del una para con por uno het een van voor met och för att w na do z i в на с по для и к от из у не",
);

/// The folded words of `text`, each once: those that say something, numbers included.
fn words_of(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let is_small = word.chars().count() < 3 && !word.contains(|c: char| c.is_ascii_digit());
        if is_small || SMALL.contains(&lower(word)) {
            continue;
        }
        let mut word = fold(word);
        if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") {
            word.pop();
        }
        if !words.contains(&word) {
            words.push(word);
        }
        if words.len() == MOST_WORDS {
            break;
        }
    }
    words
}

/// What a line says in capital letters behind what is over.
#[rustfmt::skip]
const DONE: &[&str] = &[
    "DONE", "RESOLVED", "FIXED", "CLOSED", "SOLVED", "ERLEDIGT", "GELÖST", "BEHOBEN", "FAIT", "RÉSOLU", "CORRIGÉ", "HECHO",
    "RESUELTO", "RESUELTA", "CERRADO", "ARREGLADO", "SOLUCIONADO", "FEITO", "RESOLVIDO", "CORRIGIDO", "FATTO", "RISOLTO", "OPGELOST", "GEDAAN", "KLAAR",
    "ZROBIONE", "ROZWIĄZANE", "KLART", "LÖST", "ГОТОВО", "СДЕЛАНО", "РЕШЕНО", "ИСПРАВЛЕНО",
];

/// The words of what the note has struck out, and of what it calls done behind a colon or a dash.
fn done(note: &Note) -> Vec<(Span, Vec<String>)> {
    let whole = Span::new(note.frontmatter.fence.body(), note.text.len());
    let lines = lines(&note.text, whole).filter(|line| !has_checkbox(note.slice(*line).trim_start()));
    let subject = |line: &str| {
        if let Some((_, struck)) = line.split_once("~~") {
            return struck.split_once("~~").map(|(struck, _)| words_of(&said(struck)));
        }
        let said_so = DONE.iter().filter_map(|word| line.find(word)).min()?;
        let start = bullet(line.trim_start()).map_or(0, |at| line.len() - line.trim_start().len() + at).min(said_so);
        let (before, behind) = (&line[start..said_so], &line[said_so..]);
        let is_word = !behind.chars().find(|c| !c.is_uppercase()).is_some_and(char::is_alphanumeric);
        let is_set_off = before.trim_end_matches(['*', '_', '✅', ' ']).ends_with([':', '-', '–', '—', '→']);
        (is_word && is_set_off).then(|| words_of(&self::said(before)))
    };
    lines.filter_map(|line| Some((line, subject(note.slice(line))?))).take(MOST_DONE).collect()
}

/// So many words a task may have besides those of its row: its owner's name.
const OWNER: usize = 3;

/// The tables that a list of tasks of about the same length follows under the same heading, mostly in other words. Tasks
/// in the very words of rows were made of them, and say nothing about the other rows.
fn repeated_tables(note: &Note, tasks: &[(Span, TaskWords)]) -> Vec<Span> {
    let body = note.body();
    let is_repeated = |rows: &[Vec<Span>], table: Span| {
        let above = body.sections.iter().rfind(|section| section.heading.start <= table.start);
        // Headings between the table and the list part the tasks, as “from the last meeting” does.
        let end = above.map_or(note.text.len(), |section| {
            let level = if section.level > 2 { section.level - 1 } else { section.level };
            let mut next = body.sections.iter().filter(|next| next.heading.start > table.end && next.level <= level);
            next.next().map_or(note.text.len(), |next| next.heading.start)
        });
        let is_below = |(place, _): &&(Span, TaskWords)| place.start >= table.end && place.start < end;
        let below: Vec<&TaskWords> = tasks.iter().filter(is_below).map(|(_, words)| words).collect();
        let count = rows.len().saturating_sub(1);
        if count < 2 || 5 * below.len() < 3 * count {
            return false;
        }
        let cells: Vec<Vec<String>> = rows.iter().flatten().map(|cell| words_of(&said(note.slice(*cell)))).collect();
        let is_of_row = |task: &&&TaskWords| {
            let said_by = |cell: &Vec<String>| cell.len() > 1 && is_within(cell, &task.words);
            cells.iter().any(|cell| said_by(cell) && task.words.len() <= cell.len() + OWNER)
        };
        2 * below.iter().filter(is_of_row).count() < below.len()
    };
    let tables = body.tables().filter_map(|rows| {
        let (first, last) = (rows.iter().flatten().next()?, rows.iter().flatten().next_back()?);
        let table = Span::new(first.start, last.end);
        is_repeated(rows, table).then_some(table)
    });
    tables.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_same(task: &str, item: &str) -> bool {
        TaskWords::of(task, task).is_same(&TaskWords::of(item, item), None)
    }

    #[test]
    fn the_same_in_other_words_is_the_same() {
        for (task, item) in [
            ("#caves #Voss_Mara Set a meeting for Wednesday", "Set a meeting for Wednesday (Mara + the dairy)"),
            ("Ask for the state of the doors", "Ask for the state of the doors when they are back"),
            ("Schedule first weekly meeting", "Schedule recurring weekly meeting"),
            ("Проверить двери", "Проверить двери в шестой пещере"),
        ] {
            assert!(is_same(task, item), "{item}");
        }
        for (task, item) in [
            ("Order the doors", "Paint the doors"),
            ("Call Rob about the doors", "Call Mara about the doors"),
            ("Test the vat of cave 5 today", "Test the vat of cave 6 today"),
            ("", "Order the doors"),
        ] {
            assert!(!is_same(task, item), "{item}");
        }
    }
}
