//! The section of a person's note that says when they were met. It is called as the settings say, else as people usually
//! call it: Log, Interactions, Verlauf.

use std::borrow::Cow;

use crate::config::Settings;
use crate::note::{Note, Section, lines};
use crate::recognition::heading_roles;
use crate::vocabulary::{OwnWords, Role};
use namesake_text::text::Span;

/// The title of the section in `note`, if it has one.
pub fn log_title<'n>(note: &'n Note, settings: &Settings) -> Option<&'n str> {
    let body = note.body();
    if let Some(section) = body.section(&settings.headings.recent_context) {
        return Some(&section.title);
    }
    let own = settings.own_words();
    let of_role = |role: Role| {
        let mut named = body.sections.iter().filter(|section| is_of(section, role, &own));
        let dated = named.clone().find(|section| is_dated(note, section));
        dated.or_else(|| named.find(|section| !is_made_by_code(note, section)))
    };
    of_role(Role::Log).or_else(|| of_role(Role::Notes)).map(|section| section.title.as_str())
}

fn is_of(section: &Section, role: Role, own: &OwnWords) -> bool {
    heading_roles(&section.title, own).has(role)
}

/// The titles by which the section is found in `note`, the one that is written first. `usual` is how other notes call it.
pub fn log_titles<'s>(note: &Note, settings: &'s Settings, usual: Option<&str>) -> Cow<'s, [String]> {
    let set = settings.headings.recent_context.as_slice();
    match log_title(note, settings).or(usual) {
        Some(title) if !set.iter().any(|known| known == title) => {
            Cow::Owned(std::iter::once(title.to_owned()).chain(set.iter().cloned()).collect())
        }
        _ => Cow::Borrowed(set),
    }
}

/// Whether a list of the section begins with a day.
fn is_dated(note: &Note, section: &Section) -> bool {
    let first = note.body().items.iter().find(|item| section.content.contains(**item));
    first.is_some_and(|item| crate::days::find_day(note.slice(*item), None).is_some())
}

/// Whether the section holds code and nothing else, as a query of Dataview does: what code shows nobody writes into.
fn is_made_by_code(note: &Note, section: &Section) -> bool {
    let mut said =
        lines(&note.text, section.content).filter(|line: &Span| !note.slice(*line).trim().is_empty()).peekable();
    said.peek().is_some() && said.all(|line| note.body().is_opaque_at(line.start))
}
