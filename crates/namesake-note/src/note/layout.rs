//! How the lines of a note are laid out, where rules would lay them out otherwise.

use super::body::Section;
use super::lines::{line_at, lines};
use super::one_note::Note;
use namesake_text::text::Span;

/// What rules would change about the lines of a note. Where many notes have it, it is a habit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layout {
    /// Several blank lines in one place.
    BlankRuns,
    /// A heading right below another line.
    GluedHeadings,
}

impl Layout {
    /// Both layouts.
    pub const ALL: [Self; 2] = [Self::BlankRuns, Self::GluedHeadings];

    /// Whether `note` has it.
    pub fn is_in(self, note: &Note) -> bool {
        match self {
            Self::BlankRuns => !blank_runs(note).is_empty(),
            Self::GluedHeadings => glued_headings(note).next().is_some(),
        }
    }
}

/// Blank lines that follow each other.
pub struct BlankRun {
    /// From the first blank line to the line after the last.
    pub span: Span,
    /// The start of the second blank line; the end of `span` if there is only one.
    pub second: usize,
}

impl BlankRun {
    /// Whether it is one line.
    pub const fn is_single(&self) -> bool {
        self.second == self.span.end
    }
}

/// A quick test that saves reading most notes: whether two line ends may follow each other with only blanks between.
fn may_have_run(text: &str) -> bool {
    let mut blank = 0;
    text.lines().any(|line| {
        blank = if line.trim().is_empty() { blank + 1 } else { 0 };
        blank > 1
    })
}

/// The runs of blank lines below the properties, in order, outside code, HTML, comments and what a program writes,
/// and without the run at the note's end. None where all of them are one line long.
pub fn blank_runs(note: &Note) -> Vec<BlankRun> {
    let mut runs: Vec<BlankRun> = Vec::new();
    if !may_have_run(&note.text) {
        return runs;
    }
    let mut open: Option<BlankRun> = None;
    for line in lines(&note.text, Span::new(note.frontmatter.fence.body(), note.text.len())) {
        if note.slice(line).trim().is_empty() {
            match &mut open {
                Some(run) if run.second == 0 => run.second = line.start,
                Some(_) => {}
                None => open = Some(BlankRun { span: Span::at(line.start), second: 0 }),
            }
        } else if let Some(run) = open.take() {
            let span = Span::new(run.span.start, line.start);
            let second = if run.second == 0 { span.end } else { run.second };
            if !note.body().is_opaque(span) && !note.body().is_generated(span) {
                runs.push(BlankRun { span, second });
            }
        }
    }
    if runs.iter().all(BlankRun::is_single) { Vec::new() } else { runs }
}

/// The headings with a line right above them, each with that line. The text above a heading that is underlined with
/// `===` may be part of it, so such headings are left out.
pub fn glued_headings(note: &Note) -> impl Iterator<Item = (&Section, Span)> {
    let body = note.frontmatter.fence.body();
    let follows_a_line = move |at: usize| at > body && note.text[..at].ends_with('\n');
    note.body().sections.iter().filter(move |section| follows_a_line(section.heading.start)).filter_map(|section| {
        let above = line_at(&note.text, section.heading.start - 1);
        let is_glued = !note.slice(above).trim().is_empty() && note.slice(section.heading).starts_with('#');
        is_glued.then_some((section, above))
    })
}
