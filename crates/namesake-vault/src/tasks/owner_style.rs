//! How an owner is written into a task, in the style that the settings name.

use crate::new_person::NewPerson;
use crate::vault::Vault;
use namesake_note::config::OwnerStyle;
use namesake_tasks::owners::{Form, Owner, Reading, as_handle};
use namesake_text::links;
use namesake_text::path::NotePath;
use namesake_text::text::{Span, plain, trimmed};

/// The person at `path` as an owner in the note at `from`, in the style of the settings. A link shows the form that was
/// written. `None` if the note cannot be linked.
pub fn written(vault: &Vault, from: &NotePath, path: &NotePath, heard: &str) -> Option<String> {
    let name = path.stem();
    match vault.config().settings.owner_style {
        OwnerStyle::Link => {
            let spaced = heard.to_lowercase() == name.to_lowercase().replace(' ', "");
            let shown = if spaced || heard.eq_ignore_ascii_case(name) { name } else { heard };
            vault.links_heard(from, path, shown).map(|links| links.in_text)
        }
        OwnerStyle::Handle => Some(format!("@{}", as_handle(name))),
        OwnerStyle::Mention => Some(format!("@{}", plain(name))),
    }
}

/// A new person, whose note does not exist yet, in the style of the settings.
pub fn of_new(vault: &Vault, from: &NotePath, new: &NewPerson) -> Option<String> {
    match vault.config().settings.owner_style {
        OwnerStyle::Link => Some(new.links(vault, from).in_text),
        OwnerStyle::Handle | OwnerStyle::Mention => written(vault, from, &new.note.path, ""),
    }
}

/// The bytes to replace, of the line. A label or a field's key is kept: it says that this is the owner. A link behind
/// it goes with its brackets and its address.
pub fn place(line: &str, owner: &Owner, reading: &Reading) -> Span {
    let name = owner.name_span;
    let place = match owner.form {
        Form::Label | Form::Field if owner.note.is_some() => {
            let links = links::read(line, 0, &[]);
            links.iter().find(|link| link.span.contains(name)).map_or(name, |link| link.span)
        }
        Form::Label | Form::Field => Span::new(name.start, name.start + reading.name.len()),
        Form::At | Form::Handle | Form::Link | Form::Parenthesis | Form::Words => reading.span,
    };
    trimmed(line, place)
}
