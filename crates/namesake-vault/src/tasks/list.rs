//! The list of tasks in a note: which tasks stand there, and where a new one goes.

use super::list_title::list_title;
use crate::vault::Vault;
use jiff::civil::Date;
use namesake_language::{Said, say};
use namesake_note::note::{Note, Section, line_at, lines};
use namesake_text::text::{Edit, Span};
use namesake_transcript::content;

/// The share of a task's words that an item must have to count as the same, as a fraction.
const SAME: (usize, usize) = (3, 5);
/// The share if the item lacks the task's first word, which mostly says what is to be done.
const SAME_BUT_DEED: (usize, usize) = (2, 3);

/// The list of tasks of a note.
pub struct TaskList {
    /// The meaningful words of the note's list items, outside transcripts.
    items: Vec<Vec<String>>,
    at: usize,
    before: String,
    after: String,
}

impl TaskList {
    /// The list of `note`, whose `transcripts` stand in order. `None` where code or a comment would swallow it.
    pub fn of(note: &Note, vault: &Vault, transcripts: &[Span]) -> Option<Self> {
        let spoken = |span: &Span| transcripts.iter().any(|place| place.contains(*span));
        let outside: Vec<Span> = note.body().items.iter().filter(|item| !spoken(item)).copied().collect();
        let items = outside.iter().map(|item| content(note.slice(*item))).collect();
        let titles = &vault.config().settings.headings.action_items;
        let section = note.body().section(titles).filter(|section| !spoken(&section.content));
        let eol = note.line_ending();
        let (at, before, after) = match section {
            Some(section) => {
                let (at, before) = inside(note, section, &outside);
                (at, before, String::new())
            }
            None => {
                let title = list_title(note, titles);
                let at = transcripts.first().map_or(note.text.len(), |first| above(note, first.start));
                let gap = if at == note.frontmatter.fence.body() || note.text[..at].ends_with(&[eol, eol].concat()) {
                    ""
                } else {
                    eol
                };
                (at, format!("{gap}## {title}{eol}{eol}"), [eol, eol].concat())
            }
        };
        // Right before code nothing is swallowed.
        let is_within = note.body().opaque.iter().any(|span| span.start < at && at < span.end);
        (!is_within || at == note.text.len()).then_some(Self { items, at, before, after })
    }

    /// Whether an item says the same as `words`, or `words` say nothing, so that nothing needs to be added.
    pub fn has(&self, words: &str) -> bool {
        let theirs = content(words);
        let is_same = |item: &Vec<String>| {
            let shared = theirs.iter().filter(|word| item.contains(word)).count();
            // “Count the valves for the cave” is not “Order hinges for the cave”: where they begin otherwise, more must
            // agree.
            let share = if theirs.first().is_some_and(|first| item.contains(first)) { SAME } else { SAME_BUT_DEED };
            shared * share.1 >= theirs.len() * share.0
        };
        theirs.is_empty() || self.items.iter().any(is_same)
    }

    /// Where a new task goes.
    pub const fn place(&self) -> Span {
        Span::at(self.at)
    }

    /// The edit that adds `line`, under a heading of its own if there is none.
    pub fn insertion(&self, line: &str) -> Edit {
        Edit::insert(self.at, [self.before.as_str(), line, self.after.as_str()].concat())
    }
}

/// What a fix does that adds a task of `owner`, due on that day.
pub fn addition(owner: Option<&str>, due: Option<Date>) -> Said {
    match (owner, due) {
        (None, None) => say!("Add the task"),
        (Some(name), None) => say!("Add the task of {name}", name),
        (None, Some(day)) => say!("Add the task, due {day}", day),
        (Some(name), Some(day)) => say!("Add the task of {name}, due {day}", name, day),
    }
}

/// The place behind the last item of the section and its lines, or under the heading, and the text to put before a line
/// there.
fn inside(note: &Note, section: &Section, items: &[Span]) -> (usize, String) {
    let eol = note.line_ending();
    let own = items.iter().rev().find(|item| section.content.contains(**item));
    let Some(last) = own.filter(|item| !note.slice(**item).trim_start().starts_with('>')) else {
        return (section.heading.end, [eol, eol].concat());
    };
    let below = Span::new(last.end, section.content.end);
    let belongs = lines(&note.text, below).skip(1).take_while(|line| note.slice(*line).starts_with([' ', '\t']));
    (belongs.last().map_or(last.end, |line| line.end), eol.to_owned())
}

/// Where a section goes that stands above what begins at byte `place`: before its heading or callout, and before a rule
/// that parts it from the rest.
fn above(note: &Note, place: usize) -> usize {
    let body = note.body();
    let heading = body.sections.iter().find(|section| section.content.start == place);
    // The words of a fence begin within it.
    let fence = body.opaque.iter().find(|span| span.start <= place && place < span.end);
    let place = fence.map_or(place, |fence| fence.start);
    let first = heading.map_or(place, |section| section.heading.start);
    let start = line_at(&note.text, first).start.max(note.frontmatter.fence.body());
    let kept = note.text[..start].trim_end();
    match kept.strip_suffix("---").or_else(|| kept.strip_suffix("***")) {
        // A line of its own, with a blank one above: else it makes a heading of what stands there.
        Some(rest) if rest.ends_with("\n\n") || rest.ends_with("\n\r\n") => {
            rest.len().max(note.frontmatter.fence.body())
        }
        _ => start,
    }
}
