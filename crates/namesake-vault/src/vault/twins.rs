//! Tasks that say the same in several notes: a meeting's task told once more in a later one. Each task is known by its
//! words without owners, dates, fields and small words, and found again by all of them or by two, so that a note is compared with
//! the few that may say the same and never with all. What becomes of twins is left to the rules.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Facts, Vault, task_lines};
use crate::config::Settings;
use crate::finding::Tier;
use crate::note::{Kind, Note};
use namesake_names::fold;
use namesake_tasks::when::due;
use namesake_tasks::{self, Date, Options, StatusKind, Task};
use namesake_text::path::NotePath;
use namesake_text::text::{Span, dates};

/// A task that is told of once: to be done or done, and not coming back by a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownTask {
    /// Its line, in bytes of the note.
    pub line: Span,
    /// Whether it is done.
    pub is_done: bool,
    /// When it was done, if the line says so.
    pub done: Option<Date>,
    /// The words that it is known by, folded, in order, parted by blanks. `=` stands before a number and a word written
    /// large inside the sentence: without it, it is another task.
    words: String,
    /// The same without these signs, which stays the same while owners and dates are written into the line.
    pub gist: String,
    /// What it is looked up by where a word is missing.
    short: String,
}

/// A task that says the same in another note.
#[derive(Debug, Clone, Copy)]
pub struct TaskTwin<'v> {
    /// The note it stands in.
    pub note: &'v Note,
    /// The day of the meeting, as an ISO date, if the note is one's.
    pub day: Option<&'v str>,
    /// The task.
    pub task: &'v KnownTask,
    /// Whether its words are the same; otherwise one more or less.
    pub is_same: bool,
}

/// What a task says in more notes than this is a habit, and no task told twice.
const MOST: usize = 32;
/// Of fewer words than this none may be missing.
const LEAST_NEAR: usize = 4;
/// More bytes than this are no task's words but a text.
const LONGEST: usize = 1_000;

/// Folded words that a task can do without.
const SMALL: &[&str] = &[
    "a", "an", "and", "at", "by", "das", "de", "del", "dem", "den", "der", "des", "die", "du", "een", "ein", "eine",
    "einen", "el", "en", "et", "for", "het", "il", "in", "la", "las", "le", "les", "los", "of", "on", "please", "the",
    "their", "to", "un", "una", "und", "une", "van", "von", "with", "y",
];
/// Numbers in words, from one.
const NUMBERS: &[&str] =
    &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
/// Words that turn a task round.
const TURNING: &[&str] =
    &["not", "no", "dont", "without", "nicht", "kein", "keine", "ohne", "ne", "pas", "sans", "sin", "niet", "geen"];

impl KnownTask {
    /// The task on the line at `line`, said on a day. `None` where it comes back by a rule, was given up, or says too
    /// little.
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

    /// What it is looked up by.
    fn keys(&self) -> [&str; 2] {
        [&self.gist, &self.short]
    }

    /// Whether both say the same, word for word; `None` where they do not. A single word may be missing if it is
    /// neither a name nor a number nor turns the meaning round.
    fn is_same(&self, other: &Self) -> Option<bool> {
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

/// The first word, which says what to do, and the longest of the others. `None` where there are none.
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

/// The words a task is known by: no owners, links and tags, no due date, no small words; numbers in digits.
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

/// The tasks that a note is known for.
pub(super) fn known(note: &Note, settings: &Settings, said_on: Option<&str>) -> Vec<KnownTask> {
    if !matches!(note.kind, Kind::Meeting | Kind::Project) || note.body().items.is_empty() {
        return Vec::new();
    }
    let options = settings.task_options();
    let said_on = said_on.and_then(dates::iso_date);
    task_lines(note, &options).filter_map(|(line, task)| KnownTask::of(&task, line, said_on)).collect()
}

/// Whose a task is and what it links to, as it can be compared.
#[derive(Debug, Default, PartialEq)]
struct Ties {
    people: BTreeSet<String>,
    links: BTreeSet<String>,
}

/// The ties of a note's tasks that were found out since the vault last changed: each is compared with all its twins.
#[derive(Default)]
pub(super) struct KnownTies(Mutex<TiesOfNote>);

#[derive(Default)]
struct TiesOfNote {
    /// The number of changes when they were found out.
    changes: u64,
    /// By the first byte of a task's line.
    ties: Vec<(usize, Arc<Ties>)>,
}

impl KnownTies {
    fn get(&self, changes: u64, task: &KnownTask, find: impl Fn() -> Ties) -> Arc<Ties> {
        // Nothing in here can be left half done.
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_theirs = |(start, _): &&(usize, Arc<Ties>)| *start == task.line.start;
        let told = known();
        if let Some((_, ties)) = told.ties.iter().find(is_theirs).filter(|_| told.changes == changes) {
            debug_assert_eq!(**ties, find(), "the vault has changed without saying so");
            return Arc::clone(ties);
        }
        drop(told);
        let ties = Arc::new(find());
        let mut told = known();
        if told.changes != changes {
            *told = TiesOfNote { changes, ties: Vec::new() };
        }
        told.ties.push((task.line.start, Arc::clone(&ties)));
        ties
    }
}

impl Vault {
    /// The tasks of other notes that are `wanted`, say the same as `task` in `note` and belong to nobody else, by their
    /// days, then in the order of paths and lines. To whom they belong is asked last, since it costs most.
    pub fn twins(&self, note: &Note, task: &KnownTask, wanted: &dyn Fn(&TaskTwin) -> bool) -> Vec<TaskTwin<'_>> {
        let mut twins = self.alike_but_for_ties(task);
        twins.retain(|twin| twin.note.path != note.path && wanted(twin));
        if !twins.is_empty() {
            let ties = self.ties_of(note, task);
            twins.retain(|twin| self.agree(note, &ties, twin));
        }
        twins
    }

    /// Whether the words of `task`, which need not be in the vault, stand somewhere as a task.
    pub fn is_known(&self, note: &Note, task: &KnownTask, line: &str) -> bool {
        let ties = self.ties(note, line);
        self.alike_but_for_ties(task).iter().any(|twin| self.agree(note, &ties, twin))
    }

    fn alike_but_for_ties(&self, task: &KnownTask) -> Vec<TaskTwin<'_>> {
        let paths = self.telling_of(task);
        let mut twins = Vec::new();
        for (note, facts) in paths.iter().filter_map(|path| Some((self.note(path)?, self.facts(path)?))) {
            let day = facts.meeting.as_ref().and_then(|meeting| meeting.date.as_deref());
            let same = facts.tasks.iter().filter_map(|known| Some((known, task.is_same(known)?)));
            twins.extend(same.map(|(task, is_same)| TaskTwin { note, day, task, is_same }));
        }
        twins.sort_by(|a, b| a.day.unwrap_or("~").cmp(b.day.unwrap_or("~")));
        twins
    }

    /// Whether both belong to the same people, or one to nobody, and both link to the same notes. Links that lead from
    /// one twin to the other do not count.
    fn agree(&self, note: &Note, ties: &Ties, twin: &TaskTwin) -> bool {
        let others = self.ties_of(twin.note, twin.task);
        let owned = ties.people == others.people || ties.people.is_empty() || others.people.is_empty();
        let links = |links: &BTreeSet<String>| -> BTreeSet<String> {
            let either = [note.path.as_str(), twin.note.path.as_str()];
            links.iter().filter(|link| !either.contains(&link.as_str())).cloned().collect()
        };
        owned && links(&ties.links) == links(&others.links)
    }

    /// The ties of a task that stands in the note.
    fn ties_of(&self, note: &Note, task: &KnownTask) -> Arc<Ties> {
        let find = || self.ties(note, note.slice(task.line));
        match self.notes.get(&note.path) {
            Some(entry) if std::ptr::eq(&raw const entry.note, note) => entry.ties.get(self.changes, task, find),
            _ => Arc::new(find()),
        }
    }

    fn ties(&self, note: &Note, line: &str) -> Ties {
        let options: Options = self.config().settings.task_options();
        let mut ties = Ties::default();
        let Some(task) = namesake_tasks::parse(line, &options) else { return ties };
        let context = self.context(note, None);
        for owner in task.owners() {
            let linked = owner.note.and_then(|target| self.linked(target));
            let is_person = |path: &&NotePath| self.facts(path).is_some_and(|facts| facts.person.is_some());
            let (reading, answer) = self.owner(&owner, &context);
            match (linked, answer.best.filter(|_| answer.tier == Some(Tier::Auto))) {
                (Some(path), _) if !is_person(&path) => ties.links.insert(path.as_str().to_owned()),
                (_, Some(person)) => ties.people.insert(person.as_str().to_owned()),
                (_, None) => ties.people.insert(fold(reading.name)),
            };
        }
        ties
    }

    /// The notes that tell of the task, or of one with a word more or less. None where that is a habit.
    fn telling_of(&self, task: &KnownTask) -> BTreeSet<NotePath> {
        let mut notes = BTreeSet::new();
        for key in task.keys() {
            match self.twins.get(key) {
                Some(paths) if paths.len() <= MOST => notes.extend(paths.iter().cloned()),
                Some(_) => break,
                None => {}
            }
        }
        notes
    }

    /// The notes that tell of tasks of the note at `path` as well, or may do.
    pub(super) fn telling_the_same(&self, path: &NotePath) -> BTreeSet<NotePath> {
        let mut notes = BTreeSet::new();
        for task in self.facts(path).map(|facts| facts.tasks.as_slice()).unwrap_or_default() {
            notes.extend(self.telling_of(task));
        }
        notes
    }

    /// Takes a note's tasks in.
    pub(super) fn learn_tasks(&mut self, path: &NotePath, facts: &Facts) {
        for task in &facts.tasks {
            for key in task.keys() {
                self.twins.entry(key.to_owned()).or_default().insert(path.clone());
            }
        }
    }

    /// Forgets them.
    pub(super) fn forget_tasks(&mut self, path: &NotePath) {
        let Some(entry) = self.notes.get(path) else { return };
        for key in entry.facts(&self.config).tasks.iter().flat_map(KnownTask::keys) {
            super::take_out(&mut self.twins, key, path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    /// The stems of the notes that tell of the first task of the note called `stem`.
    fn told(vault: &Vault, stem: &str) -> Vec<String> {
        let note = vault.note(&path(stem)).unwrap();
        let task = &vault.facts(&note.path).unwrap().tasks[0];
        vault.twins(note, task, &|_| true).iter().map(|twin| twin.note.path.stem().to_owned()).collect()
    }

    fn path(stem: &str) -> NotePath {
        NotePath::new(format!("Meetings/{stem}.md"))
    }

    fn write(vault: &mut Vault, stem: &str, line: &str) {
        vault.upsert(path(stem), line.to_owned());
        vault.settle();
    }

    #[test]
    fn twins_follow_every_change_of_a_note() {
        let mut vault = Vault::new(Config::default());
        write(&mut vault, "2025-01-02", "- [ ] Send the plan to Tervola");
        write(&mut vault, "2025-01-01", "- [ ] send a plan to Tervola.");
        write(&mut vault, "2025-01-03", "- [ ] Send the plan to Osterhavn");
        assert_eq!(told(&vault, "2025-01-02"), ["2025-01-01"]);
        write(&mut vault, "2025-01-03", "- [x] Send the plan to Tervola");
        assert_eq!(told(&vault, "2025-01-02"), ["2025-01-01", "2025-01-03"]);
        vault.rename(&path("2025-01-01"), path("2025-01-04"));
        vault.settle();
        assert_eq!(told(&vault, "2025-01-02"), ["2025-01-03", "2025-01-04"]);
        assert_eq!(vault.related(&path("2025-01-02")).len(), 3);
        for stem in ["2025-01-02", "2025-01-03", "2025-01-04"] {
            vault.remove(&path(stem));
        }
        assert!(vault.twins.is_empty());
    }

    #[test]
    fn what_every_meeting_says_is_a_habit() {
        let mut vault = Vault::new(Config::default());
        for week in 0..MOST {
            write(&mut vault, &format!("Weekly {week}"), "- [ ] Send the minutes");
        }
        assert_eq!(told(&vault, "Weekly 0").len(), MOST - 1);
        write(&mut vault, "Once more", "- [ ] Send the minutes");
        assert_eq!(told(&vault, "Weekly 0"), [""; 0]);
    }
}
