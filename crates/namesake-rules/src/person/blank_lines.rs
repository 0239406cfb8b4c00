//! Blank lines that are too many.

use std::collections::BTreeSet;

use crate::{Report, Rule};
use namesake_text::text::{Edit, Span};
use namesake_vault::finding::{Draft, Fix, Tier};
use namesake_vault::note::{Kind, Note, lines};
use namesake_vault::person::bullets::{Bullet, bullets};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "blank-lines",
    what: "Leaves one blank line where a person note has several, and none where they cut a list up.",
    why: "Each batch that is appended brings blank lines of its own, and a list in pieces reads like several.",
    example: "`- a fact` / (blank) / (blank) / `- another` -> `- a fact` / `- another`",
    automatic: "Always, but not in code, comments and HTML, and not at the end of the note: elsewhere Markdown shows several \
                blank lines as one.",
    worth: 1,
    check,
    ..Rule::PERSON
};

/// Blank lines that follow each other.
struct Run {
    /// From the first blank line to the line after the last.
    span: Span,
    /// The start of the second blank line; the end of `span` if there is only one.
    second: usize,
}

impl Run {
    const fn is_single(&self) -> bool {
        self.second == self.span.end
    }
}

fn check(note: &Note, _: &Vault, report: &mut Report) {
    if note.kind != Kind::Person || !may_have_run(&note.text) {
        return;
    }
    let body = Span::new(note.frontmatter.fence.body(), note.text.len());
    let runs = runs(note, body);
    if runs.iter().all(Run::is_single) {
        return;
    }
    let items = bullets(note, body);
    let section = |run: &Run| note.body().sections.partition_point(|section| section.heading.start <= run.span.start);
    // Lists that are written with blank lines throughout, by their sections.
    let loose = runs.iter().filter(|run| run.is_single() && is_between(note, &items, run)).map(section);
    let loose: BTreeSet<usize> = loose.into_iter().collect::<BTreeSet<_>>();
    let edit = |run: &Run| {
        let joins = is_between(note, &items, run) && !loose.contains(&section(run));
        Edit::delete(Span::new(if joins { run.span.start } else { run.second }, run.span.end))
    };
    let edits: Vec<Edit> = runs.iter().filter(|run| !run.is_single()).map(edit).collect();
    let message = match edits.len() {
        1 => "Several blank lines stand in one place of this note.".to_owned(),
        count => format!("Several blank lines stand in {count} places of this note."),
    };
    let place = edits[0].span;
    let fix = Fix::in_note("Take out what is too many", &note.path, edits);
    report.add(Draft::new(Tier::Auto, place, "blank lines", message).fix(fix));
}

/// A quick test that saves reading most notes: whether two line ends may follow each other with only blanks between.
fn may_have_run(text: &str) -> bool {
    let mut blank = 0;
    text.lines().any(|line| {
        blank = if line.trim().is_empty() { blank + 1 } else { 0 };
        blank > 1
    })
}

/// The runs of blank lines in `body`, in order, without the one at its end.
fn runs(note: &Note, body: Span) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut open: Option<Run> = None;
    for line in lines(&note.text, body) {
        if note.slice(line).trim().is_empty() {
            match &mut open {
                Some(run) if run.second == 0 => run.second = line.start,
                Some(_) => {}
                None => open = Some(Run { span: Span::at(line.start), second: 0 }),
            }
        } else if let Some(run) = open.take() {
            let span = Span::new(run.span.start, line.start);
            let second = if run.second == 0 { span.end } else { run.second };
            if !note.body().is_opaque(span) {
                runs.push(Run { span, second });
            }
        }
    }
    runs
}

/// Whether the run stands between two items of one list.
fn is_between(note: &Note, items: &[Bullet], run: &Run) -> bool {
    let next = items.partition_point(|item| item.line.start < run.span.end);
    let (Some(next), Some(last)) = (items.get(next), next.checked_sub(1).and_then(|last| items.get(last))) else {
        return false;
    };
    let marker = |item: &Bullet| note.text.as_bytes()[item.line.start];
    next.line.start == run.span.end
        && note.slice(Span::new(last.whole.end, run.span.start)).trim().is_empty()
        && marker(last) == marker(next)
}
