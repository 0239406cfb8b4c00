//! Action items of a meeting that have no checkbox.

use crate::{Report, Rule};
use namesake_tasks::prose::{Bullet, bullet, is_heading, is_no_task, is_past};
use namesake_tasks::when::{DueDate, due};
use namesake_tasks::{Date, DateKind, Options, Task, lines};
use namesake_text::path::NotePath;
use namesake_text::text::{Edit, Span, dates, plain};
use namesake_vault::facts::KnownTask;
use namesake_vault::finding::{Draft, Fix, Tier};
use namesake_vault::mentions::question;
use namesake_vault::note::{Kind, Note};
use namesake_vault::tasks::owner_style;
use namesake_vault::tasks::owners;
use namesake_vault::tasks::twins::has_twin;
use namesake_vault::vault::{Context, Vault};

/// The rule.
pub const RULE: Rule = Rule {
    name: "action-item",
    what: "Offers to make a task of a bullet under Action items, Follow-ups or Next steps (the headings are a setting), \
           with the owner and the due date that its words name.",
    why: "A bullet without a checkbox is in nobody's list of things to do.",
    example: "`- Send the plan (Rob) by Friday` -> `- [ ] Send the plan [[Rob Benoit|Rob]] by Friday 📅 2025-11-14`",
    check,
    ..Rule::TASKS
};

/// How a list item relates to the items below it.
enum Role {
    /// The items below are details of it.
    Task,
    /// It is a heading for the items below.
    Heading(Span),
}

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if !matches!(note.kind, Kind::Meeting | Kind::Project) {
        return;
    }
    let titles = &vault.config().settings.headings.action_items;
    let mut asked = None;
    let mut reached = 0;
    for section in note.body().under(titles) {
        let first = note.body().items.partition_point(|item| item.start < section.start.max(reached));
        let inside = note.body().items[first..].iter().take_while(|item| item.start < section.end);
        reached = section.end.max(reached);
        let mut above: Vec<(usize, Role)> = Vec::new();
        let mut items = inside.map(|item| (*item, depth(note.slice(*item)))).peekable();
        while let Some((item, depth)) = items.next() {
            while above.last().is_some_and(|(other, _)| *other >= depth) {
                above.pop();
            }
            let is_detail = above.iter().any(|(_, role)| matches!(role, Role::Task));
            let has_details = items.peek().is_some_and(|(_, below)| *below > depth);
            let role = match bullet(note.slice(item)) {
                Some(bullet) if has_details && is_heading(bullet.words.of(note.slice(item))) => {
                    Role::Heading(bullet.words.shifted(item.start))
                }
                Some(bullet) if !is_detail => {
                    let asked = asked.get_or_insert_with(|| Surroundings::new(note, vault));
                    let heading = above.iter().rev().find_map(|(_, role)| match role {
                        Role::Heading(words) => Some(note.slice(*words)),
                        Role::Task => None,
                    });
                    if let Some(draft) = asked.offer(item, bullet, heading) {
                        report.add(draft);
                    }
                    Role::Task
                }
                _ => Role::Task,
            };
            above.push((depth, role));
        }
    }
}

/// The indentation of a line; a tab counts as four.
fn depth(line: &str) -> usize {
    let indent = line.chars().take_while(|c| *c == '>' || c.is_whitespace());
    indent.map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

/// The facts that each bullet of a note is judged by.
struct Surroundings<'n> {
    note: &'n Note,
    vault: &'n Vault,
    options: Options,
    context: Context,
    said_on: Option<Date>,
}

impl<'n> Surroundings<'n> {
    fn new(note: &'n Note, vault: &'n Vault) -> Self {
        Self {
            note,
            vault,
            options: vault.config().settings.task_options(),
            context: vault.context(note, None),
            said_on: vault
                .facts(&note.path)
                .and_then(|facts| dates::iso_date(facts.meeting.as_ref()?.date.as_deref()?)),
        }
    }

    fn offer(&self, item: Span, bullet: Bullet, heading: Option<&str>) -> Option<Draft> {
        let line = self.note.slice(item);
        let words = bullet.words.of(line);
        let span = bullet.words.shifted(item.start);
        let filter = &self.options.global_filter;
        let checkbox = if words.contains(filter) { " [ ]".to_owned() } else { format!(" [ ] {filter}") };
        let ticked = format!("{}{checkbox}{}", &line[..bullet.marker_end], &line[bullet.marker_end..]);
        let task = namesake_tasks::parse(&ticked, &self.options)?;
        let known = KnownTask::of(&task, item, self.said_on);
        if !self.is_readable(span) || is_no_task(words) || self.is_report(words) || self.is_only_owners(&task) {
            return None;
        }
        // A reference to a task, or the same said again.
        if known.is_some_and(|known| has_twin(self.vault, self.note, &known, &ticked)) {
            return None;
        }
        let said = plain(task.block_link.map_or(words, |(id, _)| words.strip_suffix(id).unwrap_or(words)));
        let message = format!("“{said}” is something to do, and has no checkbox.");
        let mut draft = Draft::new(Tier::Review, span, said, message);
        let alone = Edit::insert(bullet.marker_end, checkbox.as_str());
        let (title, mut edits) = self.fields(item, &task, checkbox.len(), heading, &mut draft);
        // The words of the task filter are no name.
        edits.retain(|edit| edit.span.start >= bullet.marker_end + checkbox.len());
        let is_alone = edits.is_empty();
        for edit in &mut edits {
            edit.span = Span::new(edit.span.start - checkbox.len(), edit.span.end - checkbox.len());
        }
        edits.insert(0, alone.clone());
        let path = &self.note.path;
        draft = draft.fix(Fix::in_line(title, path, item.start, edits));
        if !is_alone {
            draft = draft.fix(Fix::in_line("Add the checkbox only", path, item.start, vec![alone]));
        }
        Some(draft)
    }

    /// What the fix is called, and the edits that write owners and due date, in bytes of the task's line, which is longer
    /// by `added` than the item's. Why is said in the draft.
    fn fields(
        &self,
        item: Span,
        task: &Task,
        added: usize,
        heading: Option<&str>,
        draft: &mut Draft,
    ) -> (String, Vec<Edit>) {
        let mut title = "Make it a task".to_owned();
        let body = self.note.body();
        // If code or a comment continues on the next line, the words do not end here.
        if body.is_opaque_at(item.end) {
            return (title, Vec::new());
        }
        let (path, mut edits) = self.owners(task, heading, draft);
        if let Some(path) = path {
            title.push_str(" of ");
            title.push_str(path.stem());
        }
        let words = task.description_span.of(task.line);
        let said_on = self.said_on.filter(|_| task.due.is_none());
        let when = said_on.and_then(|said_on| due(words, said_on).map(|when| (when, when.why(words, said_on))));
        let place = |when: &DueDate| (item.start + task.description_span.start + when.span.start).saturating_sub(added);
        if let Some((when, why)) = when.filter(|(when, _)| !body.is_opaque_at(place(when))) {
            title = format!("{title}, due {}", when.date);
            draft.evidence.push(why);
            edits.extend(lines::set_date(task, DateKind::Due, when.date));
        }
        (title, edits)
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
        (is_past(rest) && self.is_name(name)) || (is_past(behind) && self.is_name(whole))
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
        !rest.contains(char::is_alphabetic) || (at == task.description_span.start && self.is_name(rest))
    }

    /// Whether the words are the exact name of a person.
    fn is_name(&self, words: &str) -> bool {
        let may_be = words.split(' ').count() <= 3 && words.starts_with(char::is_uppercase);
        if !may_be {
            return false;
        }
        let answer = self.vault.resolve(words, &self.context);
        answer.tier.is_some() && answer.candidates.first().is_some_and(|best| !best.misheard)
    }

    /// The first owner, and the edits that write all owners, in bytes of the task's line. If the words name none, the heading
    /// above may.
    fn owners(&self, task: &Task, heading: Option<&str>, draft: &mut Draft) -> (Option<NotePath>, Vec<Edit>) {
        let mut first = None;
        let mut edits = Vec::new();
        for found in task.owners() {
            let (reading, answer) = owners::owner(self.vault, &found, &self.context);
            let (Some(_), Some(path)) = (answer.tier, answer.best.clone()) else { continue };
            first.get_or_insert_with(|| path.clone());
            let is_link = found.note.is_some_and(|target| self.vault.linked(target).is_some());
            let place = owner_style::place(task.line, &found, &reading);
            let words =
                if is_link { None } else { owner_style::written(self.vault, &self.note.path, &path, reading.name) };
            if let Some(words) = words.filter(|words| words != place.of(task.line)) {
                edits.push(Edit::replace(place, words));
                draft.evidence.append(&mut question::evidence(&answer));
            }
        }
        if first.is_none()
            && let Some(heading) = heading
        {
            let name = heading.trim_matches(['*', '_', ':', ' ', '@', '[', ']']);
            let answer = self.vault.resolve(name, &self.context);
            let path = answer.best.clone().filter(|_| answer.tier == Some(Tier::Auto));
            if let Some((path, words)) = path.and_then(|path| {
                Some((path.clone(), owner_style::written(self.vault, &self.note.path, &path, path.stem())?))
            }) {
                edits.push(Edit::insert(task.description_span.end, format!(" {words}")));
                draft.evidence.push(format!("It stands under “{}”.", plain(name)));
                draft.evidence.append(&mut question::evidence(&answer));
                first = Some(path);
            }
        }
        edits.sort_by_key(|a| a.span);
        (first, edits)
    }
}
