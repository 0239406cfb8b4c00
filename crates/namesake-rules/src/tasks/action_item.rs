//! Action items of a meeting that have no checkbox.

use std::collections::BTreeSet;

use crate::{Report, Rule};
use namesake_tasks::prose::{is_no_task, is_past, mark};
use namesake_tasks::when::{DueDate, due};
use namesake_tasks::{Date, DateKind, Options, Task, lines};
use namesake_text::path::NotePath;
use namesake_text::text::{self, Edit, Span, dates, plain};
use namesake_vault::days::{DayForms, DayOrder, find_day};
use namesake_vault::facts::{KnownTask, task_lines};
use namesake_vault::finding::{Draft, Fix, Tier};
use namesake_vault::mentions::question;
use namesake_vault::note::{Kind, Note};
use namesake_vault::recognition::finished::{is_finished, is_later, is_plan};
use namesake_vault::tasks::bidden::{ARROWS, is_bidden};
use namesake_vault::tasks::item_owners::{ItemOwner, ItemOwners, WrittenOwners, unknown};
use namesake_vault::tasks::item_places::{ItemPlace, ItemRow, ItemSign, item_places, item_rows};
use namesake_vault::tasks::list::TaskList;
use namesake_vault::tasks::owner_style;
use namesake_vault::tasks::twins::has_twin;
use namesake_vault::transcript::content;
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "action-item",
    what: "Offers to make a task of what stands under Action items, Follow-ups or Next steps (the headings are a setting), is \
           marked `ACTION:` or says what somebody has to do, and of rows of tables of tasks, with the owner and the due date \
           that the words name. Not where the note's status or folder says that it is over, \
           nor under headings such as Long-term or Roadmap.",
    why: "A bullet without a checkbox is in nobody's list of things to do.",
    example: "`- Send the plan (Rob) by Friday` -> `- [ ] Send the plan [[Rob Benoit|Rob]] by Friday 📅 2025-11-14`",
    check,
    ..Rule::TASKS
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if !matches!(note.kind, Kind::Meeting | Kind::Project) || is_finished(note) {
        return;
    }
    let places = item_places(note, &vault.config().settings, vault.transcript_spans(&note.path));
    let rows = item_rows(note);
    if places.is_empty() && rows.is_empty() {
        return;
    }
    let asked = Surroundings::new(note, vault);
    let mut said = Said::default();
    for (_, task) in task_lines(note, &asked.options) {
        said.add(task.description_span.of(task.line));
    }
    for place in places {
        let words = place.words.of(note.slice(place.line));
        let is_new = place.sign != ItemSign::Ticked;
        if is_new && (said.has(words) || is_put_off(note, place.line)) {
            continue;
        }
        if let Some(draft) = asked.offer(&place) {
            if is_new {
                said.add(words);
            }
            report.add(draft);
        }
    }
    for row in rows {
        if let Some(draft) = asked.row(&row, &mut said) {
            report.add(draft);
        }
    }
}

/// Whether a heading above the line says that what stands there is for later, or only planned.
fn is_put_off(note: &Note, line: Span) -> bool {
    let sections = &note.body().sections;
    let above = sections.partition_point(|section| section.heading.start < line.start);
    let mut level = u8::MAX;
    sections[..above].iter().rev().any(|section| {
        let is_above = section.level < level;
        level = level.min(section.level);
        is_above && (is_later(&section.title) || is_plan(&section.title))
    })
}

/// The tasks of a note that were offered. A summary and a list say the same twice.
#[derive(Default)]
struct Said(BTreeSet<Vec<String>>);

impl Said {
    fn has(&self, words: &str) -> bool {
        keys(words).iter().any(|key| self.0.contains(key))
    }

    fn add(&mut self, words: &str) {
        self.0.extend(keys(words));
    }
}

/// The words that say what is to be done, in order; of five and more also without each of them, since one may differ.
fn keys(words: &str) -> Vec<Vec<String>> {
    let mut all = content(words);
    all.sort();
    if !(2..=MOST_KEYS).contains(&all.len()) {
        return Vec::new();
    }
    let without = |at: usize| [&all[..at], &all[at + 1..]].concat();
    let near: Vec<Vec<String>> = if all.len() > 4 { (0..all.len()).map(without).collect() } else { Vec::new() };
    near.into_iter().chain([all.clone()]).collect()
}

/// What says more is a text and no task.
const MOST_KEYS: usize = 40;

/// The facts that each bullet of a note is judged by.
struct Surroundings<'n> {
    note: &'n Note,
    vault: &'n Vault,
    options: Options,
    owners: ItemOwners<'n>,
    said_on: Option<Date>,
}

impl<'n> Surroundings<'n> {
    fn new(note: &'n Note, vault: &'n Vault) -> Self {
        Self {
            note,
            vault,
            options: vault.config().settings.task_options(),
            owners: ItemOwners::new(note, vault),
            said_on: vault
                .facts(&note.path)
                .and_then(|facts| dates::iso_date(facts.meeting.as_ref()?.date.as_deref()?)),
        }
    }

    fn offer(&self, place: &ItemPlace) -> Option<Draft> {
        let line = self.note.slice(place.line);
        let words = place.words.of(line);
        let marked = mark(words).unwrap_or_default();
        let span = place.words.shifted(place.line.start);
        let filter = &self.options.global_filter;
        let checkbox = match words.contains(filter) {
            _ if place.sign == ItemSign::Ticked => String::new(),
            true => place.checkbox().to_owned(),
            false if place.is_item => format!("{} {filter}", place.checkbox()),
            false => format!("{}{filter} ", place.checkbox()),
        };
        let ticked = format!("{}{checkbox}{}", &line[..place.tick.start], &line[place.tick.end..]);
        let task = namesake_tasks::parse(&ticked, &self.options)?;
        let bare = &words[marked..];
        let told = bare.split_once(": ").filter(|(name, _)| name.split(' ').count() <= 3 && !name.contains('['));
        let told = told.map_or(bare, |(_, told)| told);
        if !self.is_readable(span)
            || is_no_task(bare)
            || is_no_task(told)
            || self.is_report(bare)
            || self.is_only_owners(&task)
        {
            return None;
        }
        let owners = self.owners.of(&task, place.sign == ItemSign::Words);
        if !self.is_meant(place, &task, &owners) {
            return None;
        }
        // A reference to a task, or the same said again.
        let is_new = place.sign != ItemSign::Ticked;
        if is_new && self.has_twin(&task, place.line) {
            return None;
        }
        let said = plain(task.block_link.map_or(words, |(id, _)| words.strip_suffix(id).unwrap_or(words)));
        let message = match place.sign {
            ItemSign::Ticked => format!("“{said}” says whose it is, and the task has no owner."),
            _ => format!("“{said}” is something to do, and has no checkbox."),
        };
        let mut draft = Draft::new(Tier::Review, span, said, message);
        let alone = Edit::replace(place.tick, checkbox.as_str());
        let added = checkbox.len() - place.tick.len();
        let (title, mut edits) = self.fields(place, &task, added, &owners, &mut draft);
        // The words of the task filter are no name.
        edits.retain(|edit| edit.span.start >= place.tick.start + checkbox.len());
        let is_alone = edits.is_empty();
        for edit in &mut edits {
            edit.span = Span::new(edit.span.start - added, edit.span.end - added);
        }
        if place.sign == ItemSign::Ticked {
            return (!is_alone).then(|| draft.fix(Fix::in_line(title, &self.note.path, place.line.start, edits)));
        }
        edits.insert(0, alone.clone());
        let path = &self.note.path;
        draft = draft.fix(Fix::in_line(title, path, place.line.start, edits));
        if !is_alone {
            draft = draft.fix(Fix::in_line("Add the checkbox only", path, place.line.start, vec![alone]));
        }
        Some(draft)
    }

    /// Whether the line is meant as a task where no list says so: plain words need somebody who has to do them.
    fn is_meant(&self, place: &ItemPlace, task: &Task, owners: &[ItemOwner]) -> bool {
        let first = owners.iter().find(|owner| owner.is_known());
        let is_headed = || place.heading.is_some_and(|heading| self.owners.named_by(heading).is_some());
        match place.sign {
            ItemSign::Listed => true,
            // An arrow alone says little.
            ItemSign::Marked => {
                let words = task.description_span.of(task.line);
                !words.starts_with(['→', '⇒', '➔', '=', '-']) || first.is_some()
            }
            ItemSign::Below => first.is_some() || is_headed(),
            ItemSign::Ticked => {
                let is_written = task.owners().iter().any(|owner| owner.note.is_some());
                !is_written && (first.is_some_and(|owner| owner.is_leading) || first.is_none() && is_headed())
            }
            ItemSign::Words => first.filter(|owner| owner.is_exact()).is_some_and(|owner| {
                let behind = &task.line[owners.last().unwrap_or(owner).reading_end..];
                let before = task.line[..owner.place.start].trim_end();
                let is_sent = ARROWS.iter().any(|arrow| before.ends_with(arrow));
                owner.is_opening && is_bidden(behind) || is_sent
            }),
        }
    }

    /// What the fix is called, and the edits that write owners and due date, in bytes of the task's line, which is longer
    /// by `added` than the item's. Why is said in the draft.
    fn fields(
        &self,
        place: &ItemPlace,
        task: &Task,
        added: usize,
        owners: &[ItemOwner],
        draft: &mut Draft,
    ) -> (String, Vec<Edit>) {
        let mut title = "Make it a task".to_owned();
        let body = self.note.body();
        // If code or a comment continues on the next line, the words do not end here.
        if body.is_opaque_at(place.line.end) {
            return (title, Vec::new());
        }
        let WrittenOwners { first, mut edits, mut evidence } = self.owners.written(task, place.heading, owners);
        draft.evidence.append(&mut evidence);
        if let Some(path) = first {
            title.push_str(" of ");
            title.push_str(path.stem());
        }
        let words = task.description_span.of(task.line);
        let said_on = self.said_on.filter(|_| task.due.is_none());
        let when = said_on.and_then(|said_on| due(words, said_on).map(|when| (when, when.why(words, said_on))));
        let at =
            |when: &DueDate| (place.line.start + task.description_span.start + when.span.start).saturating_sub(added);
        if let Some((when, why)) = when.filter(|(when, _)| !body.is_opaque_at(at(when))) {
            title = format!("{title}, due {}", when.date);
            draft.evidence.push(why);
            edits.extend(lines::set_date(task, DateKind::Due, when.date));
        }
        (title, edits)
    }

    /// A row of a table as a task of its own in the note's list.
    fn row(&self, row: &ItemRow, said: &mut Said) -> Option<Draft> {
        let words = self.note.slice(row.task);
        let is_done = row.status.is_some_and(|status| is_past(self.note.slice(status)));
        if is_done || is_no_task(words) || said.has(words) || !self.is_readable(row.task) {
            return None;
        }
        let (mut line, first, why) = match row.owner {
            Some(cell) => self.with_owners(words, self.note.slice(cell)),
            None if self.owners.says_who(words) => self.with_own_owners(words)?,
            None => return None,
        };
        let day = row.due.map(|cell| self.note.slice(cell)).zip(self.said_on);
        let mut forms = self.vault.day_forms();
        if row.is_day_first {
            forms.order = forms.order.or(Some(DayOrder::DayFirst));
        }
        let when = day.and_then(|(day, said_on)| day_of(day, said_on, forms));
        if let (Some(task), Some(day)) = (namesake_tasks::parse(&line, &self.options), when) {
            line = text::apply(&line, &lines::set_date(&task, DateKind::Due, day)).unwrap_or(line);
        }
        let task = namesake_tasks::parse(&line, &self.options)?;
        if self.has_twin(&task, row.task) {
            return None;
        }
        let list = TaskList::of(self.note, self.vault, self.vault.transcript_spans(&self.note.path))?;
        let mut title =
            first.map_or_else(|| "Add the task".to_owned(), |path| format!("Add the task of {}", path.stem()));
        if let Some(day) = when {
            title = format!("{title}, due {day}");
        }
        let message = format!("“{}” stands in a table of things to do, and no task says so.", plain(words));
        let mut draft = Draft::new(Tier::Review, row.task, plain(words), message);
        draft.evidence = why;
        said.add(words);
        Some(draft.fix(Fix::in_note(title, &self.note.path, vec![list.insertion(&line)])))
    }

    /// The task of a row with the owners that its cell names, the first of them, and why.
    fn with_owners(&self, words: &str, cell: &str) -> (String, Option<NotePath>, Vec<String>) {
        let (mut line, mut first, mut why) = (format!("- [ ] {words}"), None, Vec::new());
        for name in names_in(cell) {
            let answer = self.owners.resolve(name);
            let Some(path) = answer.best.clone().filter(|best| answer.tier.is_some() && self.vault.is_person(best))
            else {
                if let Some(written) = unknown(name) {
                    line = format!("{line} {written}");
                }
                continue;
            };
            if let Some(written) = owner_style::written(self.vault, &self.note.path, &path, name) {
                line = format!("{line} {written}");
                why.append(&mut question::evidence(&answer));
                first.get_or_insert(path);
            }
        }
        (line, first, why)
    }

    /// The task of a row whose words say who has to do it, with the first owner, and why.
    fn with_own_owners(&self, words: &str) -> Option<(String, Option<NotePath>, Vec<String>)> {
        let line = format!("- [ ] {words}");
        let task = namesake_tasks::parse(&line, &self.options)?;
        let WrittenOwners { first, edits, evidence } = self.owners.written(&task, None, &self.owners.of(&task, false));
        let written = text::apply(&line, &edits).ok()?;
        Some((written, first, evidence))
    }

    /// Whether a task of some note says the same.
    fn has_twin(&self, task: &Task, place: Span) -> bool {
        let known = KnownTask::of(task, place, self.said_on);
        known.is_some_and(|known| has_twin(self.vault, self.note, &known, task.line))
    }

    /// Whether any words stand outside code and comments.
    fn is_readable(&self, span: Span) -> bool {
        let mut letters = self.note.slice(span).char_indices().filter(|(_, c)| c.is_alphabetic());
        letters.any(|(at, _)| !self.note.body().is_opaque_at(span.start + at))
    }

    /// Whether the words report what a known person did, as “Rob sent the plan” does.
    fn is_report(&self, words: &str) -> bool {
        let Some((name, rest)) = words.split_once(' ') else { return false };
        let (last, behind) = rest.split_once(' ').unwrap_or((rest, ""));
        let whole = &words[..name.len() + 1 + last.len()];
        // “Reed” is no past of anything.
        let is_told = last.starts_with(char::is_lowercase) && is_past(rest) && self.owners.is_name(name);
        (is_told && !is_bidden(rest)) || (is_past(behind) && !is_bidden(behind) && self.owners.is_name(whole))
    }

    /// Whether all words are names.
    fn is_only_owners(&self, task: &Task) -> bool {
        let mut at = task.description_span.start;
        for owner in task.owners() {
            if task.line[at..owner.span.start].contains(char::is_alphabetic) {
                return false;
            }
            at = owner.span.end;
        }
        let rest = &task.line[at..task.description_span.end];
        !rest.contains(char::is_alphabetic) || (at == task.description_span.start && self.owners.is_name(rest))
    }
}

/// The names in a cell: parted by commas, signs and “and”.
fn names_in(cell: &str) -> impl Iterator<Item = &str> {
    let parts =
        cell.split([',', ';', '/', '&', '+']).flat_map(|part| part.split(" and ")).flat_map(|part| part.split("<br>"));
    parts.map(|name| name.trim_matches(|c: char| " *_@[]".contains(c))).filter(|name| !name.is_empty())
}

/// The day that a cell names, said on `said_on`.
fn day_of(cell: &str, said_on: Date, forms: DayForms) -> Option<Date> {
    let found = find_day(cell, forms).and_then(|found| found.iso);
    let iso = dates::iso_date(cell.trim()).or_else(|| dates::iso_date(&found?));
    iso.or_else(|| due(&format!("by {cell}"), said_on).map(|when| when.date))
        .or_else(|| due(cell, said_on).map(|when| when.date))
}
