//! The newest day that something in a person note is of. No rule itself.

use super::bullets::{bullet, bullets};
use crate::facts::{day_apart, leading_day};
use crate::note::{Link, Note, Section};
use crate::vault::Vault;
use namesake_text::path::NotePath;
use namesake_text::text::Span;
use namesake_text::text::dates::is_iso;

/// A line that says of which day it is.
pub struct DatedLine<'v> {
    /// As an ISO date.
    pub day: String,
    /// The line.
    pub line: Span,
    /// Whether it says so itself; else its meeting does.
    pub is_own: bool,
    /// The meeting that it tells of, if it links one.
    pub meeting: Option<&'v NotePath>,
}

/// The newest line: of Recent Context by the day or else the meeting that it begins with, of the other lists by the meeting
/// that it names last, as its source. Of several lines of one day the last counts. Tasks tell of what is to come, and so
/// do not count.
pub fn newest_line<'v>(note: &Note, vault: &'v Vault) -> Option<DatedLine<'v>> {
    let context = note.body().under(&vault.config().settings.headings.recent_context);
    let whole = Span::new(note.frontmatter.fence.body(), note.text.len());
    let meeting = |link: &Link| {
        let path = vault.linked(note.slice(link.target)).or_else(|| vault.cut_off(note.slice(link.target)))?;
        Some((vault.facts(path)?.meeting.as_ref()?.date.clone()?, Some(path)))
    };
    // A heading inside says the day of the lines below it.
    let inside =
        note.body().sections.iter().filter(|section| context.iter().any(|span| span.contains(section.heading)));
    let day_of = |section: &Section| {
        let day = day_apart(&section.title).filter(|_| !bullets(note, section.content).is_empty())?;
        Some(DatedLine { day, line: section.heading, is_own: true, meeting: None })
    };
    let mut newest: Option<DatedLine> = inside.filter_map(day_of).max_by(|a, b| a.day.cmp(&b.day));
    for line in &note.body().items {
        let known = newest.as_ref().map_or("", |newest| newest.day.as_str());
        let in_context = context.iter().any(|span| span.contains(*line));
        // There may be hundreds of lines, and nearly all of them are older by their looks.
        if in_context && plain_day(note.slice(*line)).is_some_and(|day| day < known) {
            continue;
        }
        let Some(bullet) = bullet(note, *line, whole) else { continue };
        let links = note.body().links_in(bullet.line);
        let dated = match in_context {
            true => {
                let day = leading_day(note.slice(bullet.words)).map(|day| (day, None));
                day.or_else(|| links.first().filter(|link| link.span.start == bullet.words.start).and_then(meeting))
            }
            false => links.last().filter(|link| ends_with(note, &bullet.words, link)).and_then(meeting),
        };
        if let Some((day, meeting)) = dated.filter(|(day, _)| day.as_str() >= known) {
            newest = Some(DatedLine { day, line: bullet.line, is_own: meeting.is_none(), meeting });
        }
    }
    // Of which meeting a line of Recent Context is, is asked of one alone.
    newest.map(|newest| DatedLine {
        meeting: newest.meeting.or_else(|| note.body().links_in(newest.line).iter().find_map(meeting)?.1),
        ..newest
    })
}

/// The day that a line of a list begins with, where it is an ISO date by its looks.
fn plain_day(line: &str) -> Option<&str> {
    let day = line.strip_prefix("- ")?.get(..10)?;
    // What has more months may be a day written the other way round.
    (is_iso(day) && &day[5..7] <= "12").then_some(day)
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
