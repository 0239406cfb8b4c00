//! Owners of tasks, written so that queries find them.

use namesake_vault::tasks::attendance_lists::attendance_lists;
use namesake_vault::tasks::contest::Contests;
use namesake_vault::tasks::owners;
use namesake_vault::tasks::owners::is_handle;
use std::collections::BTreeMap;

use crate::{Report, Rule};
use namesake_language::{Said, say};
use namesake_names::{Answer, company_words};
use namesake_note::common_words::{CALENDAR, holds};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Note, line_at};
use namesake_tasks::Task;
use namesake_tasks::owners::{Form, Owner, Reading, TrailingOwners};
use namesake_text::path::NotePath;
use namesake_text::text::{Edit, Span, trimmed};
use namesake_vault::facts::task_lines;
use namesake_vault::mentions::question::{self, FormQuestion};
use namesake_vault::new_person::NewPerson;
use namesake_vault::tasks::{owner_style, owner_tag};
use namesake_vault::vault::{Context, Vault};

/// The rule.
pub const RULE: Rule = Rule {
    name: "owner",
    what: "Resolves the owner written in a task, writes it in the one style that is set, and puts it before the fields. \
           Several names in brackets say who takes part, and a task whose tag names an owner (`#RobBenoit`, `#owner/rob`) \
           has no other. In their own note nobody is linked.",
    why: "`@Rob Benoit` is plain text: no link, no backlink, and a query for `@RobBenoit` never finds it. Behind a date, \
          it hides that date from the Tasks plugin.",
    example: "`- [ ] Confirm the price. 📅 2025-11-15 @Rob Benoit` -> `- [ ] Confirm the price. [[Rob Benoit]] 📅 \
              2025-11-15`",
    automatic: "Where the name means exactly one person, and where moving it brings fields to light and changes none. A \
                misheard name, another note's very name, and a name that may be there for another reason (in brackets, or \
                in plain words), are asked about. So is `@Rob Benoit` in a vault that writes most people like that, \
                whatever they are named for.",
    check,
    ..Rule::TASKS
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let options = vault.config().settings.task_options();
    let mut context = None;
    let mut known = Cache::new();
    let mut attendance = None;
    for (line, task) in task_lines(note, &options) {
        let owners = task.owners();
        let behind = task.trailing_owners(&owners);
        let doubt = behind.as_ref().and_then(|behind| doubt(behind, &owners));
        let mut drafts: Vec<(&Owner, Draft)> = Vec::new();
        for owner in owners.iter().filter(|owner| !is_attendee(owner, &owners)) {
            let context = context.get_or_insert_with(|| vault.context(note, None));
            let draft = one(note, vault, (line.start, &task), owner, context, &mut known);
            drafts.extend(draft.map(|draft| (owner, draft)));
        }
        // Who has a task already that says so by a tag hands it to nobody else: “ask @Rob Benoit”.
        let mut is_tagged = |context: &Context| task.tags().any(|tag| owner_tag::names_owner(vault, tag, context));
        if !drafts.is_empty() && context.as_ref().is_some_and(&mut is_tagged) {
            drafts.clear();
        }
        // “Mara: order chairs (Tomas)” says not whose it is.
        if let Some(context) = context.as_ref().filter(|_| !drafts.is_empty())
            && let Some(contest) = Contests::new(vault, note, context).of_written(&task, &owners)
        {
            drafts.retain(|(owner, _)| !contest.concerns(owner));
            let doubted = |(owner, draft): (_, Draft)| {
                (owner, draft.doubted(say!("Somebody else is named in front, who may have it.")))
            };
            drafts = drafts.into_iter().map(doubted).collect();
        }
        // A box under “Attendees” says who came.
        let mut is_attendance = || {
            let own = || attendance_lists(note, &vault.config().settings.own_words());
            attendance.get_or_insert_with(own).iter().any(|list| list.contains(line))
        };
        if !drafts.is_empty() && is_attendance() {
            continue;
        }
        if drafts.iter().any(|(_, draft)| draft.tier == Tier::Review) {
            let is_mentioned = owners.iter().any(|owner| {
                let draft = drafts.iter().find(|(other, _)| other.span == owner.span);
                is_mention(owner.form)
                    && draft.map_or_else(|| links_person(vault, owner), |(_, draft)| draft.tier == Tier::Auto)
            });
            let is_needed = |owner: &Owner| !is_mentioned || owner.form != Form::Parenthesis;
            drafts.retain(|(owner, draft)| draft.tier == Tier::Auto || is_needed(owner));
        }
        let mut written = Vec::new();
        for (owner, draft) in drafts {
            match &behind {
                Some(behind) if doubt.is_none() && draft.tier == Tier::Auto && behind.holds(owner.span) => {
                    written.push(draft);
                }
                _ => report.add(draft),
            }
        }
        if let Some(behind) = behind {
            let draft = moved(note, line.start, &task, &behind, &written);
            report.add(match doubt {
                Some(doubt) => draft.doubted(doubt),
                None => draft,
            });
        }
    }
}

/// Whether the owner is one of several in brackets, which say who takes part.
fn is_attendee(owner: &Owner, owners: &[Owner]) -> bool {
    let is_bracketed = |owner: &&Owner| owner.form == Form::Parenthesis;
    is_bracketed(&owner) && owners.iter().filter(is_bracketed).count() > 1
}

/// Whether an owner of this form is a mention, which says that the owner is meant.
const fn is_mention(form: Form) -> bool {
    matches!(form, Form::At | Form::Link | Form::Label | Form::Field)
}

/// Whether the owner is a link that leads to a person.
fn links_person(vault: &Vault, owner: &Owner) -> bool {
    owner.note.and_then(|target| vault.linked(target)).is_some_and(|path| vault.is_person(path))
}

/// A cache of the resolved owners of the note, by form and text, each with its place in the line: few people own most of a
/// note's tasks.
type Cache<'n> = BTreeMap<(Form, &'n str), (usize, Reading<'n>, Answer)>;

fn one<'n>(
    note: &'n Note,
    vault: &Vault,
    (line, task): (usize, &Task<'n>),
    owner: &Owner<'n>,
    context: &Context,
    known: &mut Cache<'n>,
) -> Option<Draft> {
    // A link that leads to a note is clear, whatever the style.
    if owner.note.is_some_and(|target| vault.linked(target).is_some()) {
        return None;
    }
    let resolved = || {
        let (reading, answer) = owners::owner(vault, owner, context);
        (owner.span.start, reading, answer)
    };
    let (start, reading, answer) = known.entry((owner.form, owner.span.of(task.line))).or_insert_with(resolved);
    // In their own note somebody needs no link to it.
    if answer.best.as_ref() == Some(&note.path) {
        return None;
    }
    let span = Span::new(reading.span.start - *start + owner.span.start, reading.span.end - *start + owner.span.start);
    let reading = Reading { span, ..*reading };
    let place = owner_style::place(note.slice(line_at(&note.text, line)), owner, &reading).shifted(line);
    let write = |path: &NotePath| owner_style::written(vault, &note.path, path, reading.name);
    let asked = FormQuestion { written: reading.name, places: &[place], note, context };
    let mut draft = question::finding(&asked, answer, write)?;
    // A first name alone, or words that may be no name, are not enough for a new person.
    let is_named =
        matches!(owner.form, Form::At | Form::Link | Form::Label | Form::Field) && reading.name.contains(' ');
    if draft.tier == Tier::Review && is_named {
        let edit = |new: &NewPerson| Some(vec![Edit::replace(place, owner_style::of_new(vault, &note.path, new)?)]);
        let fix = |title, new: &NewPerson| Some(Fix::in_note(title, &note.path, edit(new)?));
        draft = question::or_new(draft, note, vault, reading.name, &fix);
    }
    let is_handle = |best: &NotePath| is_handle(vault, best, reading.name);
    let best = answer.best.as_ref();
    let doubt = match owner.form {
        _ if best.is_some_and(|best| may_be_company(vault, best)) => {
            say!("It may be the name of a company, which owns no task.")
        }
        Form::Parenthesis => {
            say!("A name in brackets at the end is mostly the owner, but it can stand there for another reason.")
        }
        Form::Words => say!("The name stands in plain words, without a sign that the owner is meant."),
        Form::Handle if !best.is_some_and(is_handle) => {
            say!("A word in small letters after @ can be a place or a kind of work as well.")
        }
        Form::At if vault.usage().mentions_people() => {
            say!("Here people are mostly written like this and not linked, so it need not be the owner.")
        }
        _ if task.line[owner.span.start..].starts_with('`') => say!("It stands in code marks, and may be code."),
        _ if holds(&CALENDAR, reading.name) => say!("It is the name of a month or a day as well."),
        _ => return Some(draft),
    };
    Some(draft.doubted(doubt))
}

/// Whether the note may be about a company, though it stands among the people: its name has the legal form of one, or it is
/// where others work.
fn may_be_company(vault: &Vault, path: &NotePath) -> bool {
    let stem = path.stem();
    // A dash between two words is none.
    let count = stem.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    let has_legal_form = company_words(stem).len() < count;
    has_legal_form || vault.names().is_called_like_company(path)
}

/// Why the user has to decide whether the owners may be moved.
fn doubt(behind: &TrailingOwners, owners: &[Owner]) -> Option<Said> {
    if behind.repeats {
        Some(say!("A field that comes to light then counts instead of one that stands there again behind it."))
    } else if owners.iter().any(|owner| owner.form == Form::Parenthesis && behind.holds(owner.span)) {
        Some(say!("What stands in brackets behind a field may say something about that field."))
    } else {
        None
    }
}

/// Reports that owners hide fields, with the fix that moves the owners and writes them as the drafts in `written` do.
fn moved(note: &Note, line: usize, task: &Task, behind: &TrailingOwners, written: &[Draft]) -> Draft {
    let runs: Vec<&str> = behind.runs.iter().map(|run| run.of(task.line).trim()).collect();
    let fields: Vec<&str> = behind.fields.iter().map(|field| field.of(task.line)).collect();
    let owners = runs.join(" ");
    let mut changes = Vec::new();
    let mut evidence = vec![say!("The Tasks plugin does not see {fields}.", fields = fields.join(" "))];
    for draft in written {
        let edits = draft.fixes.iter().take(1).flat_map(|fix| &fix.edits);
        changes
            .extend(edits.map(|edit| Edit::replace(Span::new(edit.start - line, edit.end - line), edit.text.clone())));
        evidence.push(draft.message.clone());
        evidence.extend(draft.evidence.iter().cloned());
    }
    let edits = behind.edits(task.line, &changes);
    let place =
        trimmed(&note.text, Span::new(behind.runs[0].start, behind.runs[behind.runs.len() - 1].end).shifted(line));
    let message = say!("“{owners}” stands behind the task's fields and hides them; it belongs before them.", owners);
    let mut draft = Draft::new(Tier::Auto, place, format!("{owners} before the fields"), message);
    draft.evidence = evidence;
    draft.fix(Fix::in_line(say!("Move it before the fields"), &note.path, line, edits))
}
