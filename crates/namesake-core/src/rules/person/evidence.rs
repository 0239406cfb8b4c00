//! The newest day that something in a person note is of. No rule itself.

use super::bullets::bullet;
use crate::note::{Link, Note};
use crate::path::NotePath;
use crate::text::Span;
use crate::text::dates::is_iso;
use crate::vault::{Vault, iso_day};

/// A line that says of which day it is.
pub struct Dated<'v> {
    /// As an ISO date.
    pub day: String,
    /// The line.
    pub line: Span,
    /// The meeting that it tells of, if it links one.
    pub meeting: Option<&'v NotePath>,
}

/// The newest line: of Recent Context by the day it begins with, of the other lists by the meeting that it names last, as
/// its source. Of several lines of one day the last counts. Tasks tell of what is to come, and so do not count.
pub fn newest<'v>(note: &Note, vault: &'v Vault) -> Option<Dated<'v>> {
    let context = note.body().under(&vault.config().settings.headings.recent_context);
    let of_context = |line: &&Span| context.iter().any(|span| span.contains(**line));
    // There may be hundreds of lines, and nearly always one of the newest day is all that counts.
    let latest = note.body().items.iter().filter(of_context).filter_map(|line| plain_day(note.slice(*line))).max();
    let latest = latest.unwrap_or_default();
    let found = newest_from(latest, note, vault, &context).filter(|newest| newest.day.as_str() >= latest);
    found.or_else(|| newest_from("", note, vault, &context))
}

/// The day that a line of a list begins with, where it is an ISO date by its looks.
fn plain_day(line: &str) -> Option<&str> {
    let day = line.strip_prefix("- ")?.get(..10)?;
    // What has more months may be a day written the other way round.
    (is_iso(day) && &day[5..7] <= "12").then_some(day)
}

/// The newest line, those of Recent Context that are plainly of a day before `from` left out.
fn newest_from<'v>(from: &str, note: &Note, vault: &'v Vault, context: &[Span]) -> Option<Dated<'v>> {
    let mut newest: Option<(Dated, bool)> = None;
    let meeting = |link: &Link| {
        let path = vault.linked(note.slice(link.target)).or_else(|| vault.cut_off(note.slice(link.target)))?;
        Some((path, vault.facts(path)?.meeting.as_ref()?))
    };
    let whole = Span::new(note.frontmatter.fence.body(), note.text.len());
    for line in &note.body().items {
        let is_newest = |day: &String| newest.as_ref().is_none_or(|(newest, _)| newest.day <= *day);
        let in_context = context.iter().any(|span| span.contains(*line));
        if in_context && plain_day(note.slice(*line)).is_some_and(|day| day < from) {
            continue;
        }
        let Some(bullet) = bullet(note, *line, whole) else { continue };
        let dated = match in_context {
            true => note.slice(bullet.words).get(..10).and_then(iso_day).filter(is_newest).map(|day| (day, None)),
            false => {
                let source = note.body().links_in(bullet.line).last();
                let source = source.filter(|link| ends_with(note, &bullet.words, link)).and_then(meeting);
                source.and_then(|(path, meeting)| Some((meeting.date.clone().filter(is_newest)?, Some(path))))
            }
        };
        if let Some((day, meeting)) = dated {
            newest = Some((Dated { day, line: bullet.line, meeting }, in_context));
        }
    }
    // Of which meeting a line of Recent Context is, is asked of one alone: there may be hundreds.
    newest.map(|(newest, in_context)| match in_context {
        true => Dated {
            meeting: note.body().links_in(newest.line).iter().find_map(meeting).map(|(path, _)| path),
            ..newest
        },
        false => newest,
    })
}

/// Whether a machine made the note, as it says itself.
pub fn is_made_by_machine(note: &Note) -> bool {
    note.frontmatter.text("auto_created").is_some_and(|made| made.trim().eq_ignore_ascii_case("true"))
}

/// Whether the link is the last thing that `words` say, as a source is.
pub fn ends_with(note: &Note, words: &Span, link: &Link) -> bool {
    let rest = note.text.get(link.span.end..words.end).unwrap_or_default();
    let rest = super::bullets::block_id(rest).map_or(rest, |id| &rest[..rest.len() - id.len()]);
    rest.chars().all(|c| c.is_whitespace() || ").].,".contains(c))
}
