//! Blank lines that are too many.

use std::collections::BTreeSet;

use crate::{Habitual, Report, Rule};
use namesake_language::say;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{BlankRun, Kind, Layout, Note, blank_runs};
use namesake_text::text::{Edit, Span};
use namesake_vault::person::bullets::{Bullet, bullets};
use namesake_vault::teaching::sections::is_of_template;
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "blank-lines",
    what: "Leaves one blank line where a person note has several, and none where they cut a list up. It looks only at notes \
           with a section of the person template, which programs append to: others are laid out as somebody wants.",
    why: "Each batch that is appended brings blank lines of its own, and a list in pieces reads like several.",
    example: "`- a fact` / (blank) / (blank) / `- another` -> `- a fact` / `- another`",
    automatic: "Always, but not in code, comments and HTML, and not at the end of the note: elsewhere Markdown shows several \
                blank lines as one.",
    worth: 1,
    habit: Some(Habitual::Layout(Layout::BlankRuns)),
    check,
    ..Rule::PERSON
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Person || !is_of_template(note, &vault.config().settings.headings) {
        return;
    }
    let runs = blank_runs(note);
    if runs.is_empty() {
        return;
    }
    let body = Span::new(note.frontmatter.fence.body(), note.text.len());
    let items = bullets(note, body);
    let section =
        |run: &BlankRun| note.body().sections.partition_point(|section| section.heading.start <= run.span.start);
    // Lists that are written with blank lines throughout, by their sections.
    let loose = runs.iter().filter(|run| run.is_single() && is_between(note, &items, run)).map(section);
    let loose: BTreeSet<usize> = loose.into_iter().collect::<BTreeSet<_>>();
    let edit = |run: &BlankRun| {
        let joins = is_between(note, &items, run) && !loose.contains(&section(run));
        Edit::delete(Span::new(if joins { run.span.start } else { run.second }, run.span.end))
    };
    let edits: Vec<Edit> = runs.iter().filter(|run| !run.is_single()).map(edit).collect();
    let message = match edits.len() {
        1 => say!("Several blank lines stand in one place of this note."),
        count => say!("Several blank lines stand in {count} places of this note.", count),
    };
    let place = edits[0].span;
    let fix = Fix::in_note(say!("Take out what is too many"), &note.path, edits);
    report.add(Draft::new(Tier::Auto, place, "blank lines", message).fix(fix));
}

/// Whether the run stands between two items of one list.
fn is_between(note: &Note, items: &[Bullet], run: &BlankRun) -> bool {
    let next = items.partition_point(|item| item.line.start < run.span.end);
    let (Some(next), Some(last)) = (items.get(next), next.checked_sub(1).and_then(|last| items.get(last))) else {
        return false;
    };
    let marker = |item: &Bullet| note.text.as_bytes()[item.line.start];
    next.line.start == run.span.end
        && note.slice(Span::new(last.whole.end, run.span.start)).trim().is_empty()
        && marker(last) == marker(next)
}
