//! The newest line of a person note: the one whose own day, or whose meeting's day, is the latest.

use super::bullets::{bullet, bullets, ends_with};
use super::log_section::log_titles;
use crate::facts::{day_apart, leading_day};
use crate::vault::Vault;
use namesake_note::note::{Link, Note, Section};
use namesake_text::path::NotePath;
use namesake_text::text::Span;
use namesake_text::text::dates::is_iso;

/// A line with its day.
pub struct DatedLine<'v> {
    /// As an ISO date.
    pub day: String,
    /// The line.
    pub line: Span,
    /// Whether the line states the day itself; otherwise the day is that of its meeting.
    pub is_own: bool,
    /// The meeting that the line links, if any.
    pub meeting: Option<&'v NotePath>,
}

/// The newest line of the note. A line of Recent Context counts by the day, or else the meeting, that it begins with; a
/// line of any other list counts by the meeting that it links last, its source. Of several lines of one day the last
/// one wins. Tasks do not count, since they are about the future.
pub fn newest_line<'v>(note: &Note, vault: &'v Vault) -> Option<DatedLine<'v>> {
    let context = note.body().under(&log_titles(note, &vault.config().settings, None));
    let whole = Span::new(note.frontmatter.fence.body(), note.text.len());
    let meeting = |link: &Link| {
        let path = vault.linked(note.slice(link.target)).or_else(|| vault.cut_off(note.slice(link.target)))?;
        Some((vault.facts(path)?.meeting.as_ref()?.date.clone()?, Some(path)))
    };
    // A heading inside Recent Context may state the day of the lines below it.
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
        // There may be hundreds of lines; nearly all show at first sight that they are older.
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
    // The meeting is looked up for the winning line only.
    newest.map(|newest| DatedLine {
        meeting: newest.meeting.or_else(|| note.body().links_in(newest.line).iter().find_map(meeting)?.1),
        ..newest
    })
}

/// The day that a line of a list begins with, if it looks like an ISO date.
fn plain_day(line: &str) -> Option<&str> {
    let day = line.strip_prefix("- ")?.get(..10)?;
    // With a month above 12, day and month may be swapped.
    (is_iso(day) && &day[5..7] <= "12").then_some(day)
}
