//! What an item of a note means: whether it is something to do at all, whether it needs an owner, and by when it is due.
//! What is offered of it is left to the rule.

use namesake_language::{Said, say};
use namesake_note::days::{DayForms, find_day, iso_day};
use namesake_note::note::{Kind, Note, bullet, is_titled};
use namesake_tasks::marks::{is_quiet, mark};
use namesake_tasks::owners::Form;
use namesake_tasks::prose::{finished, is_no_task, is_past};
use namesake_tasks::when::{Certainty, DueDate, due};
use namesake_tasks::{Date, DateKind, Options, Task};
use namesake_text::text::{Span, dates, plain};
use namesake_transcript::is_deed;

use super::addressed::{is_asked, is_called_on, is_command, may_ask, undertakes};
use super::bidden::{ARROWS, is_bidden};
use super::deed_verbs::is_infinitive_clause;
use super::item_clauses::carried_on;
use super::item_fields::{day_apart, day_field, label_order, marked, state_field};
use super::item_owners::{ItemOwner, ItemOwners};
use super::item_place::{ItemPlace, ItemSign};
use super::item_reports::{is_opinion, is_own_report, is_told};
use super::item_rows::ItemRow;
use super::item_sayings::Saying;
use super::item_sections::{is_nobody, wants_deed};
use super::other_titles::{is_next_meeting, is_other_title};
use super::recording_link::without_recording;
use super::twins::has_twin;
use crate::facts::KnownTask;
use crate::vault::Vault;

/// Of what arrows are made, as marks.
const ARROW_SIGNS: [char; 4] = ['→', '⇒', '➔', '>'];

/// No more stands between two names that are joined, in bytes: `]] and [[`.
const JOINED: usize = 9;

/// What each item of a note is read with.
pub struct ItemReading<'n> {
    /// The note.
    pub note: &'n Note,
    /// The vault that it stands in.
    pub vault: &'n Vault,
    /// How tasks are written.
    pub options: Options,
    /// Whom the names in items mean.
    pub owners: ItemOwners<'n>,
    /// The day of the meeting.
    pub said_on: Option<Date>,
}

impl<'n> ItemReading<'n> {
    /// Reads the items of `note`.
    pub fn new(note: &'n Note, vault: &'n Vault) -> Self {
        Self {
            note,
            vault,
            options: vault.config().settings.task_options(),
            owners: ItemOwners::new(note, vault),
            said_on: said_on(note, vault),
        }
    }

    /// Whether any words stand outside code and comments.
    pub fn is_readable(&self, span: Span) -> bool {
        let mut letters = self.note.slice(span).char_indices().filter(|(_, c)| c.is_alphabetic());
        letters.any(|(at, _)| !self.note.body().is_opaque_at(span.start + at))
    }

    /// Whether the words of an item are plainly nothing to do.
    pub fn is_nothing(&self, place: &ItemPlace, words: &str) -> bool {
        let words = if place.is_done { finished(words).unwrap_or(words) } else { words };
        let words = state_field(words).map_or(words, |(start, _)| &words[..start]);
        let bare = without_recording(&words[mark(words).unwrap_or_default()..]).into_owned();
        if is_asked(&bare) {
            return false;
        }
        let told = bare.split_once(": ").filter(|(name, _)| name.split(' ').count() <= 3 && !name.contains('['));
        let is_nothing = |words: &str| is_no_task(words) || is_told(words, &|name| self.owners.is_name(name));
        is_nothing(&bare)
            || told.is_some_and(|(name, told)| is_nothing(told) || is_own_report(told) && self.owners.is_name(name))
            || self.is_report(&bare)
            || self.is_title(&bare)
    }

    /// Whether the words are a heading’s, and so head what stands below them: “2. Next actions (team)”.
    fn is_title(&self, words: &str) -> bool {
        let (title, behind) = words.split_once(" (").unwrap_or((words, ""));
        if self.owners.is_name(behind.trim_end_matches([')', '.'])) {
            return false;
        }
        is_next_meeting(words)
            || is_other_title(words)
            || is_titled(title, &self.vault.config().settings.headings.action_items)
    }

    /// Whether the words report what a known person did, as “Rob sent the plan” does.
    fn is_report(&self, words: &str) -> bool {
        // `[[Mara Voss]] sent the plan`, `@mvoss sent the plan`
        if let Some((name, told)) = words.strip_prefix("[[").and_then(|rest| rest.split_once("]] ")) {
            let name = name.split('|').next().unwrap_or_default();
            return is_past(told) && !is_bidden(told) && self.owners.is_name(name);
        }
        if let Some((_, told)) = words.strip_prefix('@').and_then(|rest| rest.split_once(' ')) {
            let told = told
                .split_once(' ')
                .filter(|(last, _)| last.starts_with(char::is_uppercase))
                .map_or(told, |(_, told)| told);
            return is_past(told) && !is_bidden(told);
        }
        let Some((name, rest)) = words.split_once(' ') else { return false };
        let (last, behind) = rest.split_once(' ').unwrap_or((rest, ""));
        let whole = &words[..name.len() + 1 + last.len()];
        // “Rob tested it; will write a patch”
        if carried_on(&words[name.len()..]).is_some() {
            return false;
        }
        // “Reed” is no past of anything.
        let is_told = last.starts_with(char::is_lowercase) && is_past(rest) && self.owners.is_name(name);
        (is_told && !is_bidden(rest)) || (is_past(behind) && !is_bidden(behind) && self.owners.is_name(whole))
    }

    /// Whether all words are names.
    pub fn is_only_owners(&self, task: &Task) -> bool {
        let words = task.description_span.of(task.line);
        let start = task.description_span.start + mark(words).unwrap_or_default();
        let mut at = start;
        for owner in task.owners().iter().filter(|owner| owner.span.start >= start) {
            if task.line[at..owner.span.start].contains(char::is_alphabetic) {
                return false;
            }
            at = owner.span.end;
        }
        let rest = &task.line[at..task.description_span.end];
        !rest.contains(char::is_alphabetic) || (at == start && self.owners.is_name(rest))
    }

    /// Whether the words are struck out or called done, and nobody's: who does so has done it or let it go, and only its
    /// owner cares which.
    pub fn is_dropped(&self, place: &ItemPlace, words: &str, owners: &[ItemOwner]) -> bool {
        let is_theirs = || place.heading.is_some_and(|heading| self.owners.is_named_by(heading));
        let is_called = place.tick.of(self.note.slice(place.line)).contains(char::is_alphabetic);
        let is_dropped = is_called || words.trim_start().starts_with("~~");
        place.is_done && is_dropped && owners.is_empty() && !is_theirs()
    }

    /// Whether the line is meant as a task where no list says so: plain words need somebody who has to do them.
    pub fn is_meant(&self, place: &ItemPlace, task: &Task, owners: &[ItemOwner]) -> bool {
        let first = owners.iter().find(|owner| owner.is_known() || owner.is_torn());
        let is_headed = || {
            place.heading.is_some_and(|heading| is_nobody(self.note.slice(heading)) || self.owners.is_named_by(heading))
        };
        let is_opening = |owner: &ItemOwner| owner.is_opening() && owner.is_exact;
        match place.sign {
            ItemSign::Listed | ItemSign::Ticked | ItemSign::Loose => true,
            // An arrow alone says little.
            ItemSign::Marked => {
                let words = task.description_span.of(task.line);
                let mark = &words[..mark(words).unwrap_or_default()];
                if is_quiet(mark) {
                    // `Action item to @mvoss`
                    let begins = |owner: &ItemOwner| owner.place.start == task.description_span.start + mark.len();
                    first.is_some_and(|owner| is_opening(owner) || owner.is_exact && begins(owner))
                } else {
                    !mark.contains(ARROW_SIGNS) || first.is_some()
                }
            }
            // “Apoiar na definição das tecnologias” below a name.
            ItemSign::Mixed if first.is_none() => {
                let words = task.description_span.of(task.line);
                is_headed() && (is_command(words) || is_infinitive_clause(words))
            }
            ItemSign::Mixed => first.filter(|owner| owner.is_exact).is_some_and(|owner| {
                let words = task.description_span.of(task.line);
                if !owner.is_set_off() {
                    // `Sort the members (Mara)`
                    let is_bracketed =
                        task.line[..owner.place.start].ends_with('(') || owner.place.of(task.line).starts_with('(');
                    return is_bracketed && (begins_with_deed(words) || names_deed(words));
                }
                if place.heading.is_some_and(|heading| wants_deed(self.note.slice(heading))) {
                    return is_bidden(&task.line[owner.reading_end..])
                        || words
                            .split_once(": ")
                            .is_some_and(|(_, told)| begins_with_deed(told) || is_infinitive_clause(told));
                }
                let behind = task.line[owner.reading_end..].trim_start_matches(|c: char| !c.is_alphanumeric());
                is_asked(words)
                    || is_bidden(&task.line[owner.reading_end..])
                    || behind.is_empty()
                    || may_ask(behind) && !is_opinion(behind)
            }),
            ItemSign::Below => first.is_some() || is_headed(),
            ItemSign::Words => first.filter(|owner| owner.is_exact).is_some_and(|owner| {
                // “Mara and Rob will send it” names both in front.
                let in_front = owners.iter().fold(owner, |last, next| {
                    let is_joined = (last.reading_end..=last.reading_end + JOINED).contains(&next.place.start);
                    if is_joined { next } else { last }
                });
                let behind = &task.line[in_front.reading_end..];
                let before = task.line[..owner.place.start].trim_end_matches(['*', '_', ' ']);
                let is_sent = ARROWS.iter().any(|arrow| before.ends_with(arrow));
                let is_in_front = owner.is_opening() || owner.place.start == task.description_span.start;
                // “Mara: I will send it”
                let promise = behind.trim_start_matches([']', ')', '*', '_', ' ']).strip_prefix(':');
                let is_promise = is_in_front && promise.is_some_and(undertakes);
                // “Mara: a challenge, will write to the list”
                let is_called = || is_called_on(task.description_span.of(task.line)) || self.owners.carries_on(behind);
                owner.told().is_some() || is_in_front && (is_bidden(behind) || is_called()) || is_promise || is_sent
            }),
            ItemSign::Named => first.is_some_and(|owner| {
                let behind = task.line[owner.reading_end..].trim_start_matches([']', ')', '*', '_', ':', ' ']);
                let words = task.description_span.of(task.line);
                is_opening(owner) && (undertakes(behind) || self.is_due(task)) || owner.is_exact && is_called_on(words)
            }),
        }
    }

    /// Whether the words say by when without doubt, or by when somebody has to do something: “Mara: call them today”.
    fn is_due(&self, task: &Task) -> bool {
        let words = task.description_span.of(task.line);
        let deed = words.split_once(": ").and_then(|(_, told)| told.split_whitespace().next()).unwrap_or_default();
        let when = self.said_on.and_then(|said_on| due(words, said_on));
        when.is_some_and(|when| when.certainty == Certainty::Certain || is_deed(&deed.to_lowercase()))
    }

    /// Whether a task that stands there may be given an owner: its words or what stands around it say whose it is, and the
    /// rule for owners does not ask.
    pub fn wants_owner(&self, place: &ItemPlace, task: &Task, owners: &[ItemOwner]) -> bool {
        let is_written = task.owners().iter().any(|owner| owner.note.is_some() || owner.form == Form::At);
        let first = owners.iter().find(|owner| owner.is_known());
        match place.sign {
            ItemSign::Loose if is_written || self.note.kind != Kind::Meeting => false,
            ItemSign::Loose => first.map_or(place.heading.is_some(), ItemOwner::is_closing),
            ItemSign::Ticked => !is_written && first.is_none_or(ItemOwner::is_asked_here),
            _ => true,
        }
    }

    /// The day on which a task without dates is due by its words, else by the cell or line `apart`, why, and what of its
    /// words goes.
    pub fn due(
        &self,
        place: &ItemPlace,
        apart: Option<Span>,
        task: &Task,
        added: (usize, usize),
    ) -> Option<(Date, Said, Option<Span>)> {
        let is_dated =
            [DateKind::Due, DateKind::Scheduled, DateKind::Start].iter().any(|kind| task.date(*kind).is_some());
        let said_on = self.said_on.filter(|_| !is_dated)?;
        let (start, words) = (task.description_span.start, task.description_span.of(task.line));
        let at = |when: &DueDate| (place.line.start + start + when.span.start + added.1).saturating_sub(added.0);
        // A task that stands there already needs no second date: one of that very day, one whose day stands in brackets alone.
        let is_told = |when: &DueDate| {
            let is_day = dates::iso_date(when.span.of(words)).is_some();
            let is_bracketed =
                is_day && words[..when.span.start].ends_with('(') && words[when.span.end..].starts_with(')');
            place.sign.is_task() && (when.date == said_on || is_bracketed || self.goes_on(place))
        };
        // A day alone in code marks is set off, and no code.
        let is_code = |when: &DueDate| marked(words, when.span).is_none() && self.note.body().is_opaque_at(at(when));
        if let Some(when) = due(words, said_on).filter(|when| !is_code(when) && !is_told(when)) {
            let taken = day_field(words, when.span).map(|span| span.shifted(start));
            return Some((when.date, when.why(words, said_on), taken));
        }
        if let Some((date, span, day)) = self.apart(task).filter(|(date, ..)| *date >= said_on) {
            let why = say!("“{words}” says by when.", words = plain(day.of(words)));
            return Some((date, why, Some(span.shifted(start))));
        }
        let Some(apart) = apart else {
            // “By 7 November” over a list.
            let heading = self.note.slice(place.heading?);
            let when = due(heading, said_on).filter(|when| when.certainty == Certainty::Certain)?;
            return Some((when.date, when.why(heading, said_on), None));
        };
        let cell = self.note.slice(apart);
        let mut forms = self.vault.day_forms();
        // `Échéance : 07/11/2025`
        let label = self.note.text[..apart.start].trim_end_matches(['*', '_', ' ', ':', '\u{a0}', '\u{202f}']);
        let label = label.rsplit(['\n', '*', '_', '|', ';', '·', '(', '-', '>']).next().unwrap_or_default();
        forms.order = forms.order.or_else(|| label_order(label));
        let date = day_of(cell, said_on, forms)?;
        Some((date, say!("“{words}” says by when.", words = plain(cell)), None))
    }

    /// The day that the words of a task have as a field of its own, or before its first owner, with what of them goes and the
    /// words that say it.
    fn apart(&self, task: &Task) -> Option<(Date, Span, Span)> {
        let (start, words) = (task.description_span.start, task.description_span.of(task.line));
        // `07 Nov 2025 @Mara Send it`
        let behind = task.owners().first().map_or("", |owner| &task.line[start..owner.span.start.max(start)]);
        let ahead = behind.trim_end_matches(['*', '_', '@', '[', ':', ',', '-', ' ']);
        if let Some(date) = iso_day(ahead).and_then(|iso| dates::iso_date(&iso)) {
            return Some((
                date,
                Span::new(0, behind.trim_end_matches(['*', '_', '@', '[']).len()),
                Span::new(0, ahead.len()),
            ));
        }
        let (day, field, order) = day_apart(words)?;
        let mut forms = self.vault.day_forms();
        forms.order = forms.order.or(order);
        let cell = day.of(words);
        let found = find_day(cell, forms).and_then(|found| found.iso);
        let date = dates::iso_date(cell).or_else(|| dates::iso_date(&found?))?;
        Some((date, field, day))
    }

    /// Whether the sentence of a task goes on in the next line.
    fn goes_on(&self, place: &ItemPlace) -> bool {
        let next = self.note.text[place.line.end..].split('\n').nth(1).unwrap_or_default();
        let is_detail = place.details.owner.is_some() || place.details.due.is_some();
        let is_words = next.starts_with([' ', '\t']) && next.trim_start().starts_with(|c: char| !"-*+>|".contains(c));
        is_words && bullet(next.trim_start()).is_none() && !is_detail
    }

    /// Whether a task of some note says the same.
    pub fn has_twin(&self, task: &Task, place: Span) -> bool {
        let known = KnownTask::of(task, place, self.said_on);
        known.is_some_and(|known| has_twin(self.vault, self.note, &known, task.line))
    }

    /// What a row of a table says.
    pub fn saying_of_row(&self, row: &ItemRow) -> Saying {
        let words = self.note.slice(row.task);
        let line = format!("- [ ] {words}");
        let task = namesake_tasks::parse(&line, &self.options);
        let owners = task.map(|task| self.owners.of(&task, false)).unwrap_or_default();
        let mut saying = Saying::of(words, &owners);
        let cell = row.owner.map(|cell| self.owners.named(self.note.slice(cell), false));
        saying.owners.extend(cell.into_iter().flat_map(|named| named.people));
        saying
    }
}

/// Whether words begin with what somebody can do, “send”, or have “follow up” anywhere.
fn begins_with_deed(words: &str) -> bool {
    let words = words.trim_start_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    let first = words.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    is_deed(first) || ["follow up", "follow-up", "followup"].iter().any(|up| words.contains(up))
}

/// Whether words before a bracket say what to do in another language than English: “Halle anfragen (Mara)”.
fn names_deed(words: &str) -> bool {
    words.rsplit_once(" (").is_some_and(|(told, _)| is_infinitive_clause(told))
}

/// The day of the meeting that `note` is about.
pub fn said_on(note: &Note, vault: &Vault) -> Option<Date> {
    dates::iso_date(vault.facts(&note.path)?.meeting.as_ref()?.date.as_deref()?)
}

/// The day that a cell names, said on `said_on`.
pub fn day_of(cell: &str, said_on: Date, forms: DayForms) -> Option<Date> {
    let found = find_day(cell, forms).and_then(|found| found.iso);
    let iso = dates::iso_date(cell.trim()).or_else(|| dates::iso_date(&found?));
    iso.or_else(|| due(&format!("by {cell}"), said_on).map(|when| when.date))
        .or_else(|| due(cell, said_on).map(|when| when.date))
}
