//! Where a note lists who came and who did not. A ticked box there is no task.

use namesake_note::note::{Note, lines};
use namesake_note::recognition::heading_roles;
use namesake_note::vocabulary::{OwnWords, Role};
use namesake_text::text::Span;

use super::item_sections::title_span;

/// The lists of `note`: below headings, and below lines such as `Attendees:`. `own` are the user's words.
pub fn attendance_lists(note: &Note, own: &OwnWords) -> Vec<Span> {
    let lists = |title: &str| {
        let roles = heading_roles(title, own);
        roles.has(Role::Participants) || roles.has(Role::Absent)
    };
    let body = note.body();
    let sections = body.sections.iter().filter(|section| lists(&section.title));
    let mut found: Vec<Span> = sections.map(|section| section.content).collect();
    let whole = Span::new(note.frontmatter.fence.body(), note.text.len());
    let mut open: Option<usize> = None;
    for line in lines(&note.text, whole).filter(|line| !note.slice(*line).trim().is_empty()) {
        let title = title_span(note, line);
        if title.is_some() || !body.is_item(line) && !note.slice(line).starts_with([' ', '\t']) {
            found.extend(open.take().map(|start| Span::new(start, line.start)));
        }
        if title.is_some_and(|title| lists(note.slice(title).trim_end_matches([':', ' ', '*', '_']))) {
            open = Some(line.end);
        }
    }
    found.extend(open.map(|start| Span::new(start, note.text.len())));
    found
}
