//! Action items of a meeting that have no checkbox.

use std::cell::OnceCell;

use jiff::ToSpan;

use super::item_fields::{Fields, several_named};
use crate::{Report, Rule};
use namesake_language::{Said, say};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Note};
use namesake_note::recognition::finished::is_finished;
use namesake_tasks::marks::mark;
use namesake_tasks::prose::is_no_task;
use namesake_tasks::when::due;
use namesake_tasks::{Date, DateKind, Task, lines};
use namesake_text::path::NotePath;
use namesake_text::text::{self, Edit, Span, plain};
use namesake_vault::facts::task_lines;
use namesake_vault::tasks::bidden::is_bidden;
use namesake_vault::tasks::item_details::ItemDetails;
use namesake_vault::tasks::item_names::may_close_with_names;
use namesake_vault::tasks::item_owners::{ItemOwner, OwnerNames, WrittenOwners};
use namesake_vault::tasks::item_place::{ItemPlace, ItemSign};
use namesake_vault::tasks::item_places::item_places;
use namesake_vault::tasks::item_reading::{ItemReading, day_of, said_on};
use namesake_vault::tasks::item_rows::{ItemRow, item_rows};
use namesake_vault::tasks::item_sayings::{Saying, Sayings};
use namesake_vault::tasks::list::{TaskList, addition};
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
    let asked = || asked.get_or_init(|| Offers { items: ItemReading::new(note, vault) });
    let is_name = |words: &str| asked().items.owners.is_name(words);
    let mut places = item_places(note, &vault.config().settings, vault.transcript_spans(&note.path), &is_name);
    // Most tasks say no day and close with no name, and need not be looked at.
    let said_on = said_on(note, vault);
    let is_dated =
        |place: &ItemPlace| said_on.is_some_and(|day| due(place.words.of(note.slice(place.line)), day).is_some());
    let is_owned = |place: &ItemPlace| {
        let may_close = || may_close_with_names(place.words.of(note.slice(place.line)));
        note.kind == Kind::Meeting && (place.heading.is_some() || may_close())
    };
    places.retain(|place| place.sign != ItemSign::Loose || is_dated(place) || is_owned(place));
    let mut rows = item_rows(note, &vault.config().settings, &is_name);
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
    let mut said = Sayings::default();
    for (_, task) in task_lines(note, &asked.items.options) {
        said.add(Saying::of(task.description_span.of(task.line), &asked.items.owners.of(&task, false)));
    }
    let rows: Vec<(ItemRow, Saying)> = rows.into_iter().map(|row| (row, asked.items.saying_of_row(&row))).collect();
    // What a list or a table says too is offered there.
    let (running, listed): (Vec<ItemPlace>, Vec<ItemPlace>) =
        places.into_iter().partition(|place| place.sign == ItemSign::Words);
    let mut drafts: Vec<(usize, Draft)> = Vec::new();
    let mut offer = |places: Vec<ItemPlace>, said: &mut Sayings| {
        for place in places {
            if let Some((draft, saying)) = asked.offer(&place, &rows, said) {
                said.add(saying);
                drafts.push((place.line.start, draft));
            }
        }
    };
    offer(listed, &mut said);
    let mut of_rows = Vec::new();
    for (row, saying) in &rows {
        if let Some(draft) = asked.row(row, saying, &said) {
            said.add(saying.clone());
            of_rows.push(draft);
        }
    }
    offer(running, &mut said);
    drafts.sort_by_key(|(start, _)| *start);
    drafts.into_iter().map(|(_, draft)| draft).chain(of_rows).for_each(|draft| report.add(draft));
}

/// A longer line is a paragraph, and no task as a whole, in bytes.
const PARAGRAPH: usize = 200;

/// A clause of running words as a task's text.
fn without_end(clause: &str) -> &str {
    let mut text = clause.trim_end_matches(['*', '_', ' ', '.', ',', ';', '!']);
    for (open, close) in [('(', ')'), ('[', ']')] {
        if !text.contains(open) {
            text = text.trim_end_matches([close, '.', ' ']);
        }
    }
    text
}

/// What follows the number that words begin with: `1) Mara to send it`.
fn unnumbered(words: &str) -> Option<&str> {
    let behind = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let told = behind.strip_prefix(") ").or_else(|| behind.strip_prefix(". "))?;
    (behind.len() < words.len()).then_some(told)
}

/// The name in the link with which an item begins, in bytes of its line: of an item that is a link as a whole, `[**Mara:** Send
/// it](https://…)`, or of somebody who has to do what follows, `[Mara](https://…) to send it`. A link to a person has no place
/// in another one.
fn linked_name(line: &str, words: Span) -> Option<Span> {
    let inner = words.of(line).strip_prefix('[').filter(|rest| !rest.starts_with('['))?;
    let (shown, rest) = inner.split_once("](")?;
    let (_, behind) = rest.split_once(')')?;
    let name = match behind {
        "" => shown.split_once(':')?.0,
        _ if is_bidden(behind) || behind.starts_with(": ") => shown,
        _ => return None,
    };
    Some(Span::new(words.start + 1, words.start + 1 + name.len()))
}

/// What is offered of the items of a note.
struct Offers<'n> {
    items: ItemReading<'n>,
}

impl Offers<'_> {
    /// What is offered of an item, with what it says. Nothing where it was `said` already.
    fn offer(&self, place: &ItemPlace, rows: &[(ItemRow, Saying)], said: &Sayings) -> Option<(Draft, Saying)> {
        let line = self.items.note.slice(place.line);
        let words = place.words.of(line);
        let span = place.words.shifted(place.line.start);
        // A sentence of running words may be something to do where the others are nothing.
        let is_nothing = self.items.is_nothing(place, words);
        if !self.items.is_readable(span) || is_nothing && place.sign != ItemSign::Words {
            return None;
        }
        let checkbox = self.checkbox(place, words);
        let ticked = format!("{}{checkbox}{}", &line[..place.tick.start], &line[place.tick.end..]);
        let task = namesake_tasks::parse(&ticked, &self.items.options)?;
        if self.items.is_only_owners(&task) {
            return None;
        }
        let owners = self.items.owners.of(&task, matches!(place.sign, ItemSign::Words | ItemSign::Named));
        let owners = self.items.owners.below(place.heading, &task, owners);
        if !self.items.is_meant(place, &task, &owners) || self.items.is_dropped(place, words, &owners) {
            return None;
        }
        let mut saying = Saying::of(words, &owners);
        if let Some(heading) = place.heading.filter(|_| saying.owners.is_empty()) {
            saying.owners.extend(self.items.owners.named(self.items.note.slice(heading), true).people);
        }
        // A reference to a task, or the same said again.
        if !place.sign.is_task() && (said.has(&saying) || self.items.has_twin(&task, place.line)) {
            return None;
        }
        if let Some(draft) = self.several(place, &checkbox).filter(|_| !is_nothing) {
            return Some((draft, saying));
        }
        if place.sign == ItemSign::Words
            && let Some(clauses) = self.clauses(place, &task, &owners, is_nothing)
        {
            return Some((self.apart(place, &clauses, said)?, saying));
        }
        if is_nothing {
            return None;
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
        let words = place.words.of(self.items.note.slice(place.line));
        let span = place.words.shifted(place.line.start);
        let said = plain(task.block_link.map_or(words, |(id, _)| words.strip_suffix(id).unwrap_or(words)));
        let path = &self.items.note.path;
        let added = (checkbox.len(), place.tick.len());
        let fields = self.fields(place, row, task, added, owners);
        let message = match (place.sign.is_task(), fields.has_owner) {
            (true, true) => say!("“{said}” says whose it is, and the task has no owner.", said),
            (true, false) => say!("“{said}” says by when, and the task has no due date.", said),
            (false, _) if place.is_done => say!("“{said}” is done, and has no checkbox.", said),
            (false, _) => say!("“{said}” is something to do, and has no checkbox.", said),
        };
        let title = fields.title(place.sign.is_task());
        let mut draft = Draft::new(Tier::Review, span, said, message);
        let choices = match self.items.wants_owner(place, task, owners) && !fields.has_owner {
            true => self.items.owners.alternatives(owners),
            false => Vec::new(),
        };
        let alone = Edit::replace(place.tick, checkbox);
        let fix = |title: Said, edits: &[Edit]| {
            // The words of the task filter are no name.
            let edits = edits.iter().filter(|edit| edit.span.start >= place.tick.start + checkbox.len());
            let in_note = |at: usize| (at + added.1) - added.0;
            let mut edits: Vec<Edit> = edits
                .map(|edit| Edit { span: Span::new(in_note(edit.span.start), in_note(edit.span.end)), ..edit.clone() })
                .collect();
            let is_alone = edits.is_empty();
            if !place.sign.is_task() {
                edits.insert(0, alone.clone());
            }
            (Fix::in_line(title, path, place.line.start, edits), is_alone)
        };
        let (first, is_alone) = fix(title, &fields.edits);
        if !(is_alone && place.sign.is_task()) {
            draft = draft.fix(first);
        }
        for (person, edit) in &choices {
            let name = person.stem();
            let title = Fields { owner: Some(name.to_owned()), has_owner: true, due: fields.due, ..Fields::default() };
            let mut edits = fields.edits.clone();
            edits.push(edit.clone());
            edits.sort_by_key(|edit| edit.span);
            draft = draft.fix(fix(title.title(place.sign.is_task()), &edits).0);
        }
        if !is_alone && !place.sign.is_task() {
            draft = draft.fix(Fix::in_line(say!("Add the checkbox only"), path, place.line.start, vec![alone]));
        }
        draft.evidence = fields.evidence;
        draft.evidence.extend(several_named(&choices));
        (!draft.fixes.is_empty()).then_some(draft)
    }

    /// The question about a line that says what several people have to do, or one person has to do several times: a task
    /// for each.
    fn several(&self, place: &ItemPlace, checkbox: &str) -> Option<Draft> {
        let line = self.items.note.slice(place.line);
        let words = place.words.of(line);
        let parts = self.of_several(place, words).or_else(|| self.counted(place, words))?;
        let blank = if place.is_item { " " } else { "" };
        let before = format!("{}{checkbox}{blank}", &line[..place.tick.start]);
        let mut tasks = Vec::new();
        let mut draft = Draft::new(
            Tier::Review,
            place.words.shifted(place.line.start),
            plain(words),
            say!("“{words}” says what several people have to do, and has no checkbox.", words = plain(words)),
        );
        for part in &parts {
            let (task, _, mut why) = self.with_own_owners(&format!("{before}{part}"))?;
            let parsed = namesake_tasks::parse(&task, &self.items.options)?;
            let when =
                self.items.said_on.and_then(|said_on| Some(due(parsed.description_span.of(&task), said_on)?.date));
            let edits = when.map(|day| lines::set_date(&parsed, DateKind::Due, day)).unwrap_or_default();
            draft.evidence.append(&mut why);
            tasks.push(text::apply(&task, &edits).ok()?);
        }
        let whole = Span::new(0, place.words.end);
        let edit = Edit::replace(whole, tasks.join(self.items.note.line_ending()));
        Some(draft.fix(Fix::in_line(say!("Make a task for each"), &self.items.note.path, place.line.start, vec![edit])))
    }

    /// The clauses of a line that say what somebody has to do, where the line is too long for a task, is no list item, names
    /// somebody else besides or `is_nothing` as a whole.
    fn clauses<'t>(
        &self,
        place: &ItemPlace,
        task: &Task<'t>,
        owners: &[ItemOwner],
        is_nothing: bool,
    ) -> Option<Vec<&'t str>> {
        let told: Vec<Span> = owners.iter().filter_map(ItemOwner::told).collect();
        let is_part = told.len() == owners.len() && told.iter().all(|told| *told != task.description_span);
        let mut named = task.owners().into_iter().filter(|owner| !told.iter().any(|told| told.contains(owner.span)));
        let is_kept =
            is_nothing || !place.is_item || place.words.of(self.items.note.slice(place.line)).len() > PARAGRAPH;
        if told.is_empty() || !is_part || !is_kept && named.next().is_none() {
            return None;
        }
        let mut clauses: Vec<&str> = told.iter().map(|told| without_end(told.of(task.line))).collect();
        clauses.dedup();
        clauses.retain(|clause| !is_no_task(clause));
        Some(clauses)
    }

    /// The question about clauses of a line, which become tasks in the note's list.
    fn apart(&self, place: &ItemPlace, clauses: &[&str], said: &Sayings) -> Option<Draft> {
        let (note, vault) = (self.items.note, self.items.vault);
        let list = TaskList::of(note, vault, vault.transcript_spans(&note.path))?;
        let filter = &self.items.options.global_filter;
        let mut draft: Option<Draft> = None;
        let (mut lines, mut owner, mut due_on) = (Vec::new(), None, None);
        for clause in clauses {
            let blank = if filter.is_empty() { "" } else { " " };
            let rest = self.wrapped(place, clause);
            let (mut line, first, mut why) = self.with_own_owners(&format!("- [ ] {filter}{blank}{clause}{rest}"))?;
            let task = namesake_tasks::parse(&line, &self.items.options)?;
            let is_known = said.has(&Saying::of(clause, &self.items.owners.of(&task, false)));
            if is_known || self.items.has_twin(&task, place.line) || !place.is_item && list.has(clause) {
                continue;
            }
            let when = self.items.said_on.and_then(|said_on| Some(due(task.description_span.of(&line), said_on)?.date));
            if let Some(day) = when {
                line = text::apply(&line, &lines::set_date(&task, DateKind::Due, day)).unwrap_or(line);
            }
            let message = say!("“{said}” is something to do, and has no checkbox.", said = plain(clause));
            let at = place.line.start + note.slice(place.line).find(clause)?;
            let draft = draft.get_or_insert_with(|| {
                Draft::new(Tier::Review, Span::new(at, at + clause.len()), plain(clause), message)
            });
            draft.evidence.append(&mut why);
            owner = owner.or(first);
            due_on = due_on.or(when);
            lines.push(line);
        }
        let title = match lines.len() {
            0 => return None,
            1 => addition(owner.as_ref().map(NotePath::stem), due_on),
            _ => say!("Make a task for each"),
        };
        let edit = list.insertion(&lines.join(note.line_ending()));
        Some(draft?.fix(Fix::in_note(title, &note.path, vec![edit])))
    }

    /// How the last clause of a line goes on in the next one, where a paragraph is wrapped: a blank and the words.
    fn wrapped(&self, place: &ItemPlace, clause: &str) -> String {
        let words = place.words.of(self.items.note.slice(place.line));
        let next = self.items.note.text[place.line.end..].lines().nth(1).unwrap_or_default().trim();
        let is_text = next.starts_with(char::is_alphanumeric) && namesake_tasks::prose::bullet(next).is_none();
        let end = [". ", "; ", "! "].iter().filter_map(|sign| next.find(sign)).min().unwrap_or(next.len());
        match words.ends_with(clause) && is_text {
            true => format!(" {}", without_end(&next[..end])),
            false => String::new(),
        }
    }

    /// The parts of a marked line that says what several people have to do, each behind a name and a sign and parted by
    /// semicolons.
    fn of_several(&self, place: &ItemPlace, words: &str) -> Option<Vec<String>> {
        let parts = words.split("; ").flat_map(|part| part.split(" • "));
        let parts: Vec<&str> =
            parts.map(|part| unnumbered(&part[mark(part).unwrap_or_default()..]).unwrap_or(part)).collect();
        let told = |part: &&str| self.items.owners.says_who(&part[mark(part).unwrap_or_default()..]);
        let is_several = !place.sign.is_task() && parts.len() > 1 && parts.iter().all(told);
        is_several.then(|| parts.into_iter().map(str::to_owned).collect())
    }

    /// What one person has to do, counted behind their name: `Mara: (1) send it, (2) call them`. Each part gets the name.
    fn counted(&self, place: &ItemPlace, words: &str) -> Option<Vec<String>> {
        let is_listed = matches!(place.sign, ItemSign::Listed | ItemSign::Below | ItemSign::Mixed | ItemSign::Marked);
        let (name, counted) = words.split_once("(1) ").filter(|_| is_listed)?;
        if !self.items.owners.says_who(name) {
            return None;
        }
        let mut parts = Vec::new();
        let mut rest = counted;
        while let Some((part, behind)) = rest.split_once(&format!(" ({}) ", parts.len() + 2)) {
            parts.push(part);
            rest = behind;
        }
        parts.push(rest);
        let bare = |part: &str| {
            let part = [" and", " und", " et", " y", " e", " en", " i"]
                .iter()
                .find_map(|joint| part.strip_suffix(joint))
                .unwrap_or(part);
            format!("{name}{}", part.trim_end_matches([',', ';', ' ']))
        };
        (parts.len() > 1).then(|| parts.into_iter().map(bare).collect())
    }

    /// The checkbox that makes a task of an item, with the word of the task filter where the item has it not.
    fn checkbox(&self, place: &ItemPlace, words: &str) -> String {
        let filter = &self.items.options.global_filter;
        match words.contains(filter) {
            _ if place.sign.is_task() => String::new(),
            true => place.checkbox().to_owned(),
            false if place.is_item => format!("{} {filter}", place.checkbox()),
            false => format!("{}{filter} ", place.checkbox()),
        }
    }

    /// What makes a task of an item besides the checkbox. The edits are in bytes of the task's line, which has the first
    /// number of bytes of `added` where the item's has the second.
    fn fields(
        &self,
        place: &ItemPlace,
        row: Option<ItemRow>,
        task: &Task,
        added: (usize, usize),
        owners: &[ItemOwner],
    ) -> Fields {
        let mut fields = Fields::default();
        // If code or a comment continues on the next line, the words do not end here.
        if self.items.note.body().is_opaque_at(place.line.end) {
            return fields;
        }
        let details = place.details.or(row.map_or_else(ItemDetails::default, |row| row.details()));
        if self.items.wants_owner(place, task, owners) {
            let linked = || linked_name(self.items.note.slice(place.line), place.words).filter(|_| owners.is_empty());
            let apart = details.owner.or_else(|| linked().map(|span| span.shifted(place.line.start)));
            let apart = apart.map(|span| OwnerNames { span, is_certain: false });
            let names = apart.or_else(|| self.items.owners.of_heading(place.heading?, task, owners));
            let WrittenOwners { first, edits, mut evidence } = self.items.owners.written(task, names, owners);
            fields.evidence.append(&mut evidence);
            fields.owner = first.map(|path| path.stem().to_owned());
            fields.has_owner = !edits.is_empty();
            fields.edits = edits;
        }
        if let Some((date, why, taken)) = self.items.due(place, details.due, task, added) {
            fields.due = Some(date);
            fields.evidence.push(why);
            fields.edits.extend(taken.map(Edit::delete));
            fields.edits.extend(lines::set_date(task, DateKind::Due, date));
            fields.edits.sort_by_key(|edit| edit.span);
        }
        fields
    }

    /// A row of a table as a task of its own in the note's list.
    fn row(&self, row: &ItemRow, saying: &Saying, said: &Sayings) -> Option<Draft> {
        let words = self.items.note.slice(row.task);
        if is_no_task(words) || said.has(saying) || !self.items.is_readable(row.task) {
            return None;
        }
        let bare = format!("- [{}] {words}", if row.is_done { 'x' } else { ' ' });
        let (mut line, first, why) = match row.owner {
            Some(cell) => {
                let named = self.items.owners.named(self.items.note.slice(cell), false);
                ([vec![bare], named.written].concat().join(" "), named.people.into_iter().next(), named.evidence)
            }
            None => self.with_own_owners(&bare).filter(|(_, first, _)| first.is_some())?,
        };
        let mut forms = self.items.vault.day_forms();
        forms.order = forms.order.or(row.order);
        let day = row.due.map(|cell| self.items.note.slice(cell)).zip(self.items.said_on);
        // The day of a finished task has mostly passed.
        let from =
            |said_on: Date| if row.is_done { said_on.checked_sub(90.days()).unwrap_or(said_on) } else { said_on };
        let when = day.and_then(|(day, said_on)| day_of(day, from(said_on), forms));
        let when = when.or_else(|| Some(due(words, self.items.said_on?)?.date));
        if let (Some(task), Some(day)) = (namesake_tasks::parse(&line, &self.items.options), when) {
            line = text::apply(&line, &lines::set_date(&task, DateKind::Due, day)).unwrap_or(line);
        }
        let task = namesake_tasks::parse(&line, &self.items.options)?;
        if self.items.has_twin(&task, row.task) {
            return None;
        }
        let list =
            TaskList::of(self.items.note, self.items.vault, self.items.vault.transcript_spans(&self.items.note.path))?;
        let title = addition(first.as_ref().map(NotePath::stem), when);
        let message = say!("“{words}” stands in a table of things to do, and no task says so.", words = plain(words));
        let mut draft = Draft::new(Tier::Review, row.task, plain(words), message);
        draft.evidence = why;
        Some(draft.fix(Fix::in_note(title, &self.items.note.path, vec![list.insertion(&line)])))
    }

    /// The task of a row whose words say who has to do it, with the first owner, and why.
    fn with_own_owners(&self, line: &str) -> Option<(String, Option<NotePath>, Vec<Said>)> {
        let task = namesake_tasks::parse(line, &self.items.options)?;
        let WrittenOwners { first, edits, evidence } =
            self.items.owners.written(&task, None, &self.items.owners.of(&task, false));
        let written = text::apply(line, &edits).ok()?;
        Some((written, first, evidence))
    }
}
