//! Action items of a meeting that have no checkbox.

use std::cell::OnceCell;

use jiff::ToSpan;

use crate::{Report, Rule};
use namesake_note::days::{DayForms, DayOrder, find_day};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Note, bullet};
use namesake_note::recognition::finished::is_finished;
use namesake_tasks::owners::Form;
use namesake_tasks::prose::{finished, is_no_task, is_past, is_quiet, mark};
use namesake_tasks::when::{Certainty, DueDate, due};
use namesake_tasks::{Date, DateKind, Options, Task, lines};
use namesake_text::path::NotePath;
use namesake_text::text::{self, Edit, Span, dates, plain};
use namesake_transcript::is_deed;
use namesake_vault::facts::{KnownTask, task_lines};
use namesake_vault::tasks::bidden::{ARROWS, is_bidden};
use namesake_vault::tasks::item_details::ItemDetails;
use namesake_vault::tasks::item_owners::{ItemOwner, ItemOwners, OwnerNames, WrittenOwners};
use namesake_vault::tasks::item_places::{ItemPlace, ItemSign, item_places};
use namesake_vault::tasks::item_rows::{ItemRow, item_rows};
use namesake_vault::tasks::item_sayings::{Said, Saying};
use namesake_vault::tasks::list::TaskList;
use namesake_vault::tasks::recording_link::without_recording;
use namesake_vault::tasks::twins::has_twin;
use namesake_vault::tasks::unasked_items::UnaskedItems;
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "action-item",
    what: "Offers to make a task of what stands under Action items, Follow-ups or Next steps (the headings are a setting), is \
           marked `ACTION:` or says what somebody has to do, and of rows of tables of tasks, with the owner and the due date \
           that the words or the lines below name. A task that says only in words whose it is or by when is offered the \
           owner and the date. Not where the note's status, folder or name says that it is over \
           or an archive, nor under headings such as Long-term or Roadmap; not in meetings more than two years older than \
           the newest one, nor where the note has a task that says the same in other words.",
    why: "A bullet without a checkbox is in nobody's list of things to do.",
    example: "`- Send the plan (Rob) by Friday` -> `- [ ] Send the plan [[Rob Benoit|Rob]] by Friday 📅 2025-11-14`",
    check,
    ..Rule::TASKS
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if !matches!(note.kind, Kind::Meeting | Kind::Project) || is_finished(note) {
        return;
    }
    let asked = OnceCell::new();
    let asked = || asked.get_or_init(|| Surroundings::new(note, vault));
    let is_name = |words: &str| asked().owners.is_name(words);
    let mut places = item_places(note, &vault.config().settings, vault.transcript_spans(&note.path), &is_name);
    // Most tasks say no day, and need not be looked at.
    let said_on = said_on(note, vault);
    let is_dated =
        |place: &ItemPlace| said_on.is_some_and(|day| due(place.words.of(note.slice(place.line)), day).is_some());
    places.retain(|place| place.sign != ItemSign::Loose || is_dated(place));
    let mut rows = item_rows(note);
    if !places.is_empty() || !rows.is_empty() {
        let unasked = UnaskedItems::of(note, vault);
        places.retain(|place| {
            let words = place.words.of(note.slice(place.line));
            !if place.sign.is_task() {
                unasked.has_task(place.line, words)
            } else {
                unasked.has_item(place.line, words)
            }
        });
        rows.retain(|row| !unasked.has_row(row.task, row.owner));
    }
    if places.is_empty() && rows.is_empty() {
        return;
    }
    let asked = asked();
    let mut said = Said::default();
    for (_, task) in task_lines(note, &asked.options) {
        said.add(Saying::of(task.description_span.of(task.line), &asked.owners.of(&task, false)));
    }
    let rows: Vec<(ItemRow, Saying)> = rows.into_iter().map(|row| (row, asked.saying_of_row(&row))).collect();
    for place in places {
        if let Some((draft, saying)) = asked.offer(&place, &rows, &said) {
            said.add(saying);
            report.add(draft);
        }
    }
    for (row, saying) in rows {
        if let Some(draft) = asked.row(&row, &saying, &said) {
            said.add(saying);
            report.add(draft);
        }
    }
}

/// The day of the meeting.
fn said_on(note: &Note, vault: &Vault) -> Option<Date> {
    dates::iso_date(vault.facts(&note.path)?.meeting.as_ref()?.date.as_deref()?)
}

/// What is written into a task of an item, and why.
#[derive(Default)]
struct Fields {
    title: String,
    has_owner: bool,
    edits: Vec<Edit>,
    evidence: Vec<String>,
}

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
            said_on: said_on(note, vault),
        }
    }

    /// What is offered of an item, with what it says. Nothing where it was `said` already.
    fn offer(&self, place: &ItemPlace, rows: &[(ItemRow, Saying)], said: &Said) -> Option<(Draft, Saying)> {
        let line = self.note.slice(place.line);
        let words = place.words.of(line);
        let span = place.words.shifted(place.line.start);
        if !self.is_readable(span) || self.is_nothing(place, words) {
            return None;
        }
        let checkbox = self.checkbox(place, words);
        let ticked = format!("{}{checkbox}{}", &line[..place.tick.start], &line[place.tick.end..]);
        let task = namesake_tasks::parse(&ticked, &self.options)?;
        if self.is_only_owners(&task) {
            return None;
        }
        let owners = self.owners.of(&task, matches!(place.sign, ItemSign::Words | ItemSign::Named));
        if !self.is_meant(place, &task, &owners) || self.is_dropped(place, words, &owners) {
            return None;
        }
        let mut saying = Saying::of(words, &owners);
        if let Some(heading) = place.heading.filter(|_| saying.owners.is_empty()) {
            saying.owners.extend(self.owners.named(self.note.slice(heading), true).people);
        }
        // A reference to a task, or the same said again.
        if !place.sign.is_task() && (said.has(&saying) || self.has_twin(&task, place.line)) {
            return None;
        }
        if let Some(draft) = self.several(place, &checkbox) {
            return Some((draft, saying));
        }
        let row = rows.iter().find(|(_, other)| other.is_same(&saying)).map(|(row, _)| *row);
        let draft = self.draft(place, row, &task, &checkbox, &owners)?;
        Some((draft, saying))
    }

    /// The question about an item, which is `task` with its `checkbox`. A `row` of a table may say the same and more.
    fn draft(
        &self,
        place: &ItemPlace,
        row: Option<ItemRow>,
        task: &Task,
        checkbox: &str,
        owners: &[ItemOwner],
    ) -> Option<Draft> {
        let words = place.words.of(self.note.slice(place.line));
        let span = place.words.shifted(place.line.start);
        let said = plain(task.block_link.map_or(words, |(id, _)| words.strip_suffix(id).unwrap_or(words)));
        let path = &self.note.path;
        let added = checkbox.len() - place.tick.len();
        let fields = self.fields(place, row, task, added, owners);
        let message = match (place.sign.is_task(), fields.has_owner) {
            (true, true) => format!("“{said}” says whose it is, and the task has no owner."),
            (true, false) => format!("“{said}” says by when, and the task has no due date."),
            (false, _) if place.is_done => format!("“{said}” is done, and has no checkbox."),
            (false, _) => format!("“{said}” is something to do, and has no checkbox."),
        };
        let mut draft = Draft::new(Tier::Review, span, said, message);
        draft.evidence = fields.evidence;
        let mut edits = fields.edits;
        // The words of the task filter are no name.
        edits.retain(|edit| edit.span.start >= place.tick.start + checkbox.len());
        let is_alone = edits.is_empty();
        for edit in &mut edits {
            edit.span = Span::new(edit.span.start - added, edit.span.end - added);
        }
        if place.sign.is_task() {
            return (!is_alone).then(|| draft.fix(Fix::in_line(fields.title, path, place.line.start, edits)));
        }
        let alone = Edit::replace(place.tick, checkbox);
        edits.insert(0, alone.clone());
        draft = draft.fix(Fix::in_line(fields.title, path, place.line.start, edits));
        if !is_alone {
            draft = draft.fix(Fix::in_line("Add the checkbox only", path, place.line.start, vec![alone]));
        }
        Some(draft)
    }

    /// The question about a marked line that says what several people have to do, each behind a name and a sign, in parts that
    /// semicolons divide: a task for each.
    fn several(&self, place: &ItemPlace, checkbox: &str) -> Option<Draft> {
        let line = self.note.slice(place.line);
        let words = place.words.of(line);
        let parts: Vec<&str> = words.split("; ").collect();
        let told = |part: &&str| self.owners.says_who(&part[mark(part).unwrap_or_default()..]);
        if place.sign != ItemSign::Marked || parts.len() < 2 || !parts.iter().all(told) {
            return None;
        }
        let blank = if place.is_item { " " } else { "" };
        let before = format!("{}{checkbox}{blank}", &line[..place.tick.start]);
        let mut tasks = Vec::new();
        let mut draft = Draft::new(
            Tier::Review,
            place.words.shifted(place.line.start),
            plain(words),
            format!("“{}” says what several people have to do, and has no checkbox.", plain(words)),
        );
        for part in parts {
            let (task, _, mut why) = self.with_own_owners(&format!("{before}{part}"))?;
            let parsed = namesake_tasks::parse(&task, &self.options)?;
            let when = self.said_on.and_then(|said_on| Some(due(parsed.description_span.of(&task), said_on)?.date));
            let edits = when.map(|day| lines::set_date(&parsed, DateKind::Due, day)).unwrap_or_default();
            draft.evidence.append(&mut why);
            tasks.push(text::apply(&task, &edits).ok()?);
        }
        let whole = Span::new(0, place.words.end);
        let edit = Edit::replace(whole, tasks.join(self.note.line_ending()));
        Some(draft.fix(Fix::in_line("Make a task for each", &self.note.path, place.line.start, vec![edit])))
    }

    /// The checkbox that makes a task of an item, with the word of the task filter where the item has it not.
    fn checkbox(&self, place: &ItemPlace, words: &str) -> String {
        let filter = &self.options.global_filter;
        match words.contains(filter) {
            _ if place.sign.is_task() => String::new(),
            true => place.checkbox().to_owned(),
            false if place.is_item => format!("{} {filter}", place.checkbox()),
            false => format!("{}{filter} ", place.checkbox()),
        }
    }

    /// Whether the words of an item are plainly nothing to do.
    fn is_nothing(&self, place: &ItemPlace, words: &str) -> bool {
        let words = if place.is_done { finished(words).unwrap_or(words) } else { words };
        let bare = without_recording(&words[mark(words).unwrap_or_default()..]).into_owned();
        let told = bare.split_once(": ").filter(|(name, _)| name.split(' ').count() <= 3 && !name.contains('['));
        is_no_task(&bare) || told.is_some_and(|(_, told)| is_no_task(told)) || self.is_report(&bare)
    }

    /// Whether the words are struck out and nobody's: who strikes an item out has done it or let it go, and only its owner
    /// cares which.
    fn is_dropped(&self, place: &ItemPlace, words: &str, owners: &[ItemOwner]) -> bool {
        let is_theirs = || place.heading.is_some_and(|heading| self.owners.is_named_by(heading));
        place.is_done && words.trim_start().starts_with("~~") && owners.is_empty() && !is_theirs()
    }

    /// Whether the line is meant as a task where no list says so: plain words need somebody who has to do them.
    fn is_meant(&self, place: &ItemPlace, task: &Task, owners: &[ItemOwner]) -> bool {
        let first = owners.iter().find(|owner| owner.is_known());
        let is_headed = || place.heading.is_some_and(|heading| self.owners.is_named_by(heading));
        let is_opening = |owner: &ItemOwner| owner.is_opening() && owner.is_exact;
        match place.sign {
            ItemSign::Listed | ItemSign::Ticked | ItemSign::Loose => true,
            // An arrow alone says little.
            ItemSign::Marked => {
                let words = task.description_span.of(task.line);
                let mark = &words[..mark(words).unwrap_or_default()];
                if is_quiet(mark) {
                    first.is_some_and(is_opening)
                } else {
                    !mark.contains(ARROW_SIGNS) || first.is_some()
                }
            }
            ItemSign::Below => first.is_some() || is_headed(),
            ItemSign::Words => first.filter(|owner| owner.is_exact).is_some_and(|owner| {
                let behind = &task.line[owners.last().unwrap_or(owner).reading_end..];
                let before = task.line[..owner.place.start].trim_end();
                let is_sent = ARROWS.iter().any(|arrow| before.ends_with(arrow));
                owner.is_opening() && is_bidden(behind) || is_sent
            }),
            ItemSign::Named => first.is_some_and(is_opening) && self.is_due(task),
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
    fn wants_owner(place: &ItemPlace, task: &Task, owners: &[ItemOwner]) -> bool {
        let is_written = task.owners().iter().any(|owner| owner.note.is_some() || owner.form == Form::At);
        let first = owners.iter().find(|owner| owner.is_known());
        match place.sign {
            ItemSign::Loose => false,
            ItemSign::Ticked => !is_written && first.is_none_or(ItemOwner::is_leading),
            _ => true,
        }
    }

    /// What makes a task of an item besides the checkbox. The edits are in bytes of the task's line, which is longer by
    /// `added` than the item's.
    fn fields(
        &self,
        place: &ItemPlace,
        row: Option<ItemRow>,
        task: &Task,
        added: usize,
        owners: &[ItemOwner],
    ) -> Fields {
        let title = if place.sign.is_task() { "Write its owner" } else { "Make it a task" };
        let mut fields = Fields { title: title.to_owned(), ..Fields::default() };
        // If code or a comment continues on the next line, the words do not end here.
        if self.note.body().is_opaque_at(place.line.end) {
            return fields;
        }
        let details = place.details.or(row.map_or_else(ItemDetails::default, |row| row.details()));
        if Self::wants_owner(place, task, owners) {
            let apart = details.owner.map(|span| OwnerNames { span, is_certain: false });
            let names = apart.or(place.heading.map(|span| OwnerNames { span, is_certain: true }));
            let WrittenOwners { first, edits, mut evidence } = self.owners.written(task, names, owners);
            fields.evidence.append(&mut evidence);
            fields.title = match (&first, place.sign.is_task()) {
                (Some(path), false) => format!("{} of {}", fields.title, path.stem()),
                (Some(path), true) => format!("Write {} as its owner", path.stem()),
                (None, _) => fields.title,
            };
            fields.has_owner = !edits.is_empty();
            fields.edits = edits;
        }
        if let Some((date, why, taken)) = self.due(place, details.due, task, added) {
            fields.title = match place.sign.is_task() {
                true if !fields.has_owner => format!("Write that it is due {date}"),
                _ => format!("{}, due {date}", fields.title),
            };
            fields.evidence.push(why);
            fields.edits.extend(taken.map(Edit::delete));
            fields.edits.extend(lines::set_date(task, DateKind::Due, date));
            fields.edits.sort_by_key(|edit| edit.span);
        }
        fields
    }

    /// Whether the sentence of a task goes on in the next line.
    fn goes_on(&self, place: &ItemPlace) -> bool {
        let next = self.note.text[place.line.end..].split('\n').nth(1).unwrap_or_default();
        let is_detail = place.details.owner.is_some() || place.details.due.is_some();
        let is_words = next.starts_with([' ', '\t']) && next.trim_start().starts_with(|c: char| !"-*+>|".contains(c));
        is_words && bullet(next.trim_start()).is_none() && !is_detail
    }

    /// The day on which a task without dates is due by its words, else by the cell or line `apart`, why, and what of its
    /// words goes.
    fn due(
        &self,
        place: &ItemPlace,
        apart: Option<Span>,
        task: &Task,
        added: usize,
    ) -> Option<(Date, String, Option<Span>)> {
        let is_dated =
            [DateKind::Due, DateKind::Scheduled, DateKind::Start].iter().any(|kind| task.date(*kind).is_some());
        let said_on = self.said_on.filter(|_| !is_dated)?;
        let (start, words) = (task.description_span.start, task.description_span.of(task.line));
        let at = |when: &DueDate| (place.line.start + start + when.span.start).saturating_sub(added);
        // A task that stands there already needs no second date: one of that very day, one whose day stands in brackets alone.
        let is_told = |when: &DueDate| {
            let is_day = dates::iso_date(when.span.of(words)).is_some();
            let is_bracketed =
                is_day && words[..when.span.start].ends_with('(') && words[when.span.end..].starts_with(')');
            place.sign.is_task() && (when.date == said_on || is_bracketed || self.goes_on(place))
        };
        let is_code = |when: &DueDate| self.note.body().is_opaque_at(at(when));
        if let Some(when) = due(words, said_on).filter(|when| !is_code(when) && !is_told(when)) {
            // `[due] 2025-11-12` is a field, and is written as one.
            let is_field = words[..when.span.start].ends_with('[') && when.span.of(words).contains("] ");
            let taken = is_field.then(|| Span::new(when.span.start - 1, when.span.end).shifted(start));
            return Some((when.date, when.why(words, said_on), taken));
        }
        let cell = self.note.slice(apart?);
        let date = day_of(cell, said_on, self.vault.day_forms())?;
        Some((date, format!("“{}” says by when.", plain(cell)), None))
    }

    /// What a row of a table says.
    fn saying_of_row(&self, row: &ItemRow) -> Saying {
        let words = self.note.slice(row.task);
        let line = format!("- [ ] {words}");
        let task = namesake_tasks::parse(&line, &self.options);
        let owners = task.map(|task| self.owners.of(&task, false)).unwrap_or_default();
        let mut saying = Saying::of(words, &owners);
        let cell = row.owner.map(|cell| self.owners.named(self.note.slice(cell), false));
        saying.owners.extend(cell.into_iter().flat_map(|named| named.people));
        saying
    }

    /// A row of a table as a task of its own in the note's list.
    fn row(&self, row: &ItemRow, saying: &Saying, said: &Said) -> Option<Draft> {
        let words = self.note.slice(row.task);
        if is_no_task(words) || said.has(saying) || !self.is_readable(row.task) {
            return None;
        }
        let bare = format!("- [{}] {words}", if row.is_done { 'x' } else { ' ' });
        let (mut line, first, why) = match row.owner {
            Some(cell) => {
                let named = self.owners.named(self.note.slice(cell), false);
                ([vec![bare], named.written].concat().join(" "), named.people.into_iter().next(), named.evidence)
            }
            None if self.owners.says_who(words) => self.with_own_owners(&bare)?,
            None => return None,
        };
        let mut forms = self.vault.day_forms();
        if row.is_day_first {
            forms.order = forms.order.or(Some(DayOrder::DayFirst));
        }
        let day = row.due.map(|cell| self.note.slice(cell)).zip(self.said_on);
        // The day of a finished task has mostly passed.
        let from =
            |said_on: Date| if row.is_done { said_on.checked_sub(90.days()).unwrap_or(said_on) } else { said_on };
        let when = day.and_then(|(day, said_on)| day_of(day, from(said_on), forms));
        let when = when.or_else(|| Some(due(words, self.said_on?)?.date));
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
        Some(draft.fix(Fix::in_note(title, &self.note.path, vec![list.insertion(&line)])))
    }

    /// The task of a row whose words say who has to do it, with the first owner, and why.
    fn with_own_owners(&self, line: &str) -> Option<(String, Option<NotePath>, Vec<String>)> {
        let task = namesake_tasks::parse(line, &self.options)?;
        let WrittenOwners { first, edits, evidence } = self.owners.written(&task, None, &self.owners.of(&task, false));
        let written = text::apply(line, &edits).ok()?;
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

/// Of what arrows are made, as marks.
const ARROW_SIGNS: [char; 4] = ['→', '⇒', '➔', '>'];

/// The day that a cell names, said on `said_on`.
fn day_of(cell: &str, said_on: Date, forms: DayForms) -> Option<Date> {
    let found = find_day(cell, forms).and_then(|found| found.iso);
    let iso = dates::iso_date(cell.trim()).or_else(|| dates::iso_date(&found?));
    iso.or_else(|| due(&format!("by {cell}"), said_on).map(|when| when.date))
        .or_else(|| due(cell, said_on).map(|when| when.date))
}
