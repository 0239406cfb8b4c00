//! The footer that says how fresh a person note is.

use crate::{Report, Rule};
use namesake_language::say;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Note, lines};
use namesake_text::text::{Edit, Span};
use namesake_vault::facts::iso_day;
use namesake_vault::person::newest_line::newest_line;
use namesake_vault::teaching::taught_section::newest_repetition;
use namesake_vault::teaching::taught_section::{DECISIONS, FACTS};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "last-updated",
    what: "Fills the footer `*Last updated: *` with the newest day that something in the note is of: a line of Recent \
           Context that begins with a day or with a link to its meeting, a day that heads lines there, or a fact with its \
           meeting behind it. Tasks do not count.",
    why: "An empty footer says nothing; one from the clock says when a machine ran, not how old the knowledge is.",
    example: "`*Last updated: *` -> `*Last updated: 2025-10-31*`",
    automatic: "Where the footer is empty or holds an older date. Any other words in it are left alone.",
    worth: 1,
    teaches: true,
    template: &["*Last updated: *"],
    check,
    ..Rule::PERSON
};

const LABEL: &str = "*Last updated:";

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Person {
        return;
    }
    let Some(value) = footer(note) else { return };
    let written = note.slice(value).trim();
    let known = iso_day(written).unwrap_or_default();
    if known.is_empty() && !written.is_empty() {
        return;
    }
    let Some(newest) = newest_line(note, vault) else { return };
    let again = newest_repetition(&[FACTS, DECISIONS], note, vault, report.about(), newest.day.as_str().max(&known));
    let day = again.map_or(newest.day.as_str(), |(day, _)| day);
    if known.as_str() >= day {
        return;
    }
    let message = say!("The newest entry of this note is of {day}, and its footer does not say so.", day);
    let fix = Fix::in_note(say!("Write {day}", day), &note.path, vec![Edit::replace(value, format!(" {day}"))]);
    let section = note.body().sections.iter().rev().find(|section| section.content.contains(newest.line));
    let title = section.map(|section| &section.title);
    let is_told = newest.meeting.filter(|_| !newest.is_own);
    let mut draft = Draft::new(Tier::Auto, value, day, message)
        .because(match (again.map(|(_, meeting)| meeting), is_told, title) {
            (Some(meeting), ..) => {
                say!("“{meeting}” says again what a line of this note says.", meeting = meeting.stem())
            }
            (None, Some(meeting), Some(title)) => {
                say!("A line under “{title}” comes from “{meeting}” of {day}.", title, meeting = meeting.stem(), day)
            }
            (None, Some(meeting), None) => {
                say!("A line in this note comes from “{meeting}” of {day}.", meeting = meeting.stem(), day)
            }
            (None, None, Some(title)) => say!("The newest line under “{title}” is of {day}.", title, day),
            (None, None, None) => say!("The newest line in this note is of {day}.", day),
        })
        .fix(fix);
    if let Some(meeting) = again.map(|(_, meeting)| meeting).or(newest.meeting) {
        draft = draft.taught_by(meeting.clone());
    }
    report.add(draft);
}

/// What stands between the label and the closing asterisk of the last footer line.
fn footer(note: &Note) -> Option<Span> {
    let body = Span::new(note.frontmatter.fence.body(), note.text.len());
    let fits = |line: Span| {
        let words = note.slice(line).trim_end();
        let inner = words.strip_prefix(LABEL)?.strip_suffix('*')?;
        let start = line.start + LABEL.len();
        (!note.body().is_opaque_at(line.start)).then(|| Span::new(start, start + inner.len()))
    };
    lines(&note.text, body).filter_map(fits).last()
}
