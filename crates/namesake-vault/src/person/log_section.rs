//! The section of a person's note that says when they were met. It is called as the settings say, else as people usually
//! call it: Log, Interactions, Verlauf.

use std::borrow::Cow;

use namesake_note::config::Settings;
use namesake_note::days::{DayForms, find_day};
use namesake_note::note::{Note, Section, is_titled, lines};
use namesake_note::recognition::heading_roles;
use namesake_note::vocabulary::{OwnWords, Role};
use namesake_text::text::Span;

/// The section of a note that says when somebody was met.
pub struct LogSection<'n> {
    /// Its heading.
    pub section: &'n Section,
    /// How sure it is that days are written there.
    pub standing: LogStanding,
}

/// How sure it is that days are written into a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogStanding {
    /// The settings or its name say so.
    Named,
    /// It is called Notes, and its first item has a day.
    Notes,
    /// It is called Notes and holds nothing yet.
    Empty,
    /// It is called Notes and says something else.
    Doubtful,
    /// A query or an embedded base shows what is there, so nobody writes into it.
    Shown,
}

/// The section in `note`, if it has one.
pub fn log_section<'n>(note: &'n Note, settings: &Settings) -> Option<LogSection<'n>> {
    let body = note.body();
    if let Some(section) = body.section(&settings.headings.recent_context) {
        return Some(LogSection { section, standing: LogStanding::Named });
    }
    let own = settings.own_words();
    let of_role = |role: Role| {
        let mut named = body.sections.iter().filter(|section| is_of(section, role, &own)).peekable();
        let first = named.peek().copied();
        named
            .clone()
            .find(|section| is_dated(note, section))
            .or_else(|| named.find(|section| !is_shown(note, section)))
            .or(first)
    };
    if let Some(section) = of_role(Role::Log) {
        let standing = if is_shown(note, section) { LogStanding::Shown } else { LogStanding::Named };
        return Some(LogSection { section, standing });
    }
    let section = of_role(Role::Notes).filter(|section| !is_shown(note, section))?;
    let standing = match () {
        () if note.slice(section.content).trim().is_empty() => LogStanding::Empty,
        () if is_dated(note, section) => LogStanding::Notes,
        () => LogStanding::Doubtful,
    };
    Some(LogSection { section, standing })
}

fn is_of(section: &Section, role: Role, own: &OwnWords) -> bool {
    heading_roles(&section.title, own).has(role)
}

/// Whether a heading of this name says by itself that days are written below it.
pub fn is_named_log(title: &str, settings: &Settings) -> bool {
    is_titled(title, &settings.headings.recent_context) || heading_roles(title, &settings.own_words()).has(Role::Log)
}

/// The titles by which the section is found in `note`, the one that is written first. `usual` is how other notes call it.
pub fn log_titles<'s>(note: &Note, settings: &'s Settings, usual: Option<&str>) -> Cow<'s, [String]> {
    let set = settings.headings.recent_context.as_slice();
    let own = log_section(note, settings).map(|log| log.section.title.as_str());
    match own.or(usual) {
        Some(title) if !set.iter().any(|known| known == title) => {
            Cow::Owned(std::iter::once(title.to_owned()).chain(set.iter().cloned()).collect())
        }
        _ => Cow::Borrowed(set),
    }
}

/// Whether a list of the section begins with a day.
fn is_dated(note: &Note, section: &Section) -> bool {
    let first = note.body().items.iter().find(|item| section.content.contains(**item));
    first.is_some_and(|item| find_day(note.slice(*item), DayForms::default()).is_some())
}

/// Whether the section holds queries or embedded bases and nothing else.
fn is_shown(note: &Note, section: &Section) -> bool {
    let mut said =
        lines(&note.text, section.content).filter(|line: &Span| !note.slice(*line).trim().is_empty()).peekable();
    said.peek().is_some() && said.all(|line| note.body().is_opaque_at(line.start) || is_base_embed(note.slice(line)))
}

/// Whether a line embeds a base and holds nothing else.
pub fn is_base_embed(line: &str) -> bool {
    line.trim().strip_prefix("![[").and_then(|rest| rest.strip_suffix("]]")).is_some_and(|target| {
        let target = target.split(['#', '|']).next().unwrap_or_default();
        target.trim_end().rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("base"))
    })
}
