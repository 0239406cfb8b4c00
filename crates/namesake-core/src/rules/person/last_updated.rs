//! The footer that says how fresh a person note is.

use crate::finding::{Draft, Fix, Tier};
use crate::note::{Kind, Note, lines, links};
use crate::rules::{Report, Rule};
use crate::text::{Edit, Span};
use crate::vault::{Vault, iso_day};

/// The rule.
pub const RULE: Rule = Rule {
    name: "last-updated",
    group: "person",
    what: "Fills the footer `*Last updated: *` with the newest day in the note's Recent Context.",
    why: "An empty footer says nothing; one from the clock says when a machine ran, not how old the knowledge is.",
    example: "`*Last updated: *` -> `*Last updated: 2025-10-31*`",
    automatic: "Where the footer is empty or holds an older date. Any other words in it are left alone.",
    on: true,
    check,
};

const LABEL: &str = "*Last updated:";

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let section = note.body().section(&vault.config().settings.headings.recent_context);
    let (Kind::Person, Some(section)) = (note.kind, section) else { return };
    let date = |line: &Span| note.slice(*line).strip_prefix("- ").and_then(|rest| iso_day(rest.get(..10)?));
    let told = lines(&note.text, section.content).filter(|line| !note.body().is_opaque_at(line.start));
    let newest = told.filter_map(|line| Some((date(&line)?, line))).max_by(|a, b| a.0.cmp(&b.0));
    let Some((newest, line)) = newest else { return };
    let Some(value) = footer(note) else { return };
    let written = note.slice(value).trim();
    if !written.is_empty() && iso_day(written).is_none_or(|known| known >= newest) {
        return;
    }
    let message = format!("The newest entry of this note is of {newest}, and its footer does not say so.");
    let fix = Fix::in_note(format!("Write {newest}"), &note.path, vec![Edit::replace(value, format!(" {newest}"))]);
    let mut draft = Draft::new(Tier::Auto, value, &newest, message)
        .because(format!("The newest line under “{}” is of {newest}.", section.title))
        .fix(fix);
    let first = links::read(note.slice(line), 0, &[]).into_iter().next();
    if let Some(meeting) = first.and_then(|link| vault.linked(link.target.of(note.slice(line)))) {
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
