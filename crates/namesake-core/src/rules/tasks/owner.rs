//! Who has to do a task, written so that queries find it.

use crate::config::OwnerStyle;
use crate::finding::Tier;
use crate::note::{Note, line_at, trimmed};
use crate::path::NotePath;
use crate::rules::{Report, Rule, mention};
use crate::tasks;
use crate::tasks::owners::{Form, Owner, Reading};
use crate::text::Span;
use crate::vault::{Context, Vault};

/// The rule.
pub const RULE: Rule = Rule {
    name: "owner",
    group: "tasks",
    what: "Resolves the owner written in a task and writes it in the one style that is set.",
    why: "`@Rob Benoit` is plain text: no link, no backlink, and a query for `@RobBenoit` never finds it.",
    example: "`- [ ] Confirm the price. @Rob Benoit` -> `- [ ] Confirm the price. [[Rob Benoit]]`",
    automatic: "Where the name means exactly one person. A misheard name, and a name in brackets that may be there for \
                another reason, are asked about.",
    on: true,
    check,
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let options = vault.config().settings.task_options();
    let mut context = None;
    for &item in &note.body.items {
        let Some(task) = tasks::parse(note.slice(item), &options) else { continue };
        for owner in task.owners() {
            let context = context.get_or_insert_with(|| vault.context(note, None));
            one(note, vault, report, item.start, &owner, context);
        }
    }
}

fn one(note: &Note, vault: &Vault, report: &mut Report, line: usize, owner: &Owner, context: &Context) {
    // A link that leads somewhere says what it means, whatever the style.
    if owner.note.is_some_and(|target| vault.linked(target).is_some()) {
        return;
    }
    let (reading, answer) = vault.owner(owner, context);
    let place = place(note.slice(line_at(&note.text, line)), owner, &reading).shifted(line);
    let style = vault.config().settings.owner_style;
    let write = |path: &NotePath| written(vault, style, path, reading.name);
    if let Some(mut draft) = mention::finding(note, place, reading.name, &answer, write) {
        if owner.form == Form::Parenthesis && draft.tier == Tier::Auto {
            draft.tier = Tier::Review;
            draft = draft.because(
                "A name in brackets at the end is mostly the owner, but it can stand there for another reason.",
            );
        }
        report.add(draft);
    }
}

/// The bytes to replace, of the line. A label or a field's key is kept: it says that this is the owner. A link behind it
/// goes with its brackets.
pub(super) fn place(line: &str, owner: &Owner, reading: &Reading) -> Span {
    let name = owner.name_span;
    let place = match owner.form {
        Form::Label | Form::Field if owner.note.is_some() => {
            let open = line[..name.start].rfind("[[").unwrap_or(name.start);
            Span::new(open, line[name.end..].find("]]").map_or(name.end, |close| name.end + close + 2))
        }
        Form::Label | Form::Field => Span::new(name.start, name.start + reading.name.len()),
        Form::At | Form::Link | Form::Parenthesis => reading.span,
    };
    trimmed(line, place)
}

/// The owner in the style that is set. A link keeps the form that was heard.
pub(super) fn written(vault: &Vault, style: OwnerStyle, path: &NotePath, heard: &str) -> Option<String> {
    let name = path.stem();
    match style {
        OwnerStyle::Link => {
            let spaced = heard.to_lowercase() == name.to_lowercase().replace(' ', "");
            let shown = if spaced || heard.eq_ignore_ascii_case(name) { name } else { heard };
            vault.link(path, shown)
        }
        OwnerStyle::Handle => Some(format!("@{}", name.chars().filter(|c| c.is_alphanumeric()).collect::<String>())),
        OwnerStyle::Mention => Some(format!("@{}", crate::text::plain(name))),
    }
}
