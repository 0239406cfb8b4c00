//! The turns of a transcript in whatever form: counts which form its lines have and hands them to that form's reader.

use super::label::Label;
use super::turn::{Line, Turn};
use super::unsaid::{cut_emphasis, cut_times, is_unsaid, lone_time};
use super::{cues, glued, headed, label, labelled, table};
use namesake_note::note::lines;
use namesake_text::text::Span;

/// What begins a line that nobody says.
const FRAMES: [&str; 11] =
    ["```", "~~~", "[!", "- [ ]", "- [x]", "* [ ]", "<details", "</details", "<summary", "%%", "<!--"];

/// The turns in `span` of `text`. `known` are the names of those who took part: in the glued form they show where a
/// label ends. A text of no known form is one turn a line, of nobody.
pub fn turns(text: &str, span: Span, known: &[&str]) -> Vec<Turn> {
    let lines: Vec<Line> = lines(text, span).map(|line| bare(text, line)).collect();
    // Whoever reads labels does not look for them again.
    let mut labels: Vec<Option<Label>> = vec![None; lines.len()];
    let (mut cued, mut glued, mut headed, mut labelled, mut rows, mut others) = (0, 0, 0, 0, 0, 0);
    for (&line, label) in lines.iter().zip(&mut labels).filter(|(line, _)| !line.is_empty()) {
        *label = label::labelled(text, line);
        if label::timing(text, line).is_some() {
            cued += 1;
        } else if table::is_row(text, line) {
            rows += 1;
        } else if label.is_some() {
            labelled += 1;
        } else if label::head(text, line).is_some() {
            headed += 1;
        } else if label::leading_stamp(text, line).is_some() {
            glued += 1;
        } else {
            others += 1;
        }
    }
    let mut turns = match () {
        () if cued > 0 => cues::read(text, &lines, known),
        () if rows > others.max(labelled) => table::read(text, &lines),
        () if headed > 0 && headed >= labelled.max(glued) => headed::read(text, &lines),
        () if labelled > 0 && labelled >= glued => labelled::read(text, &lines, &labels),
        () if glued == 0 => glued::read_names(text, &lines, known),
        () => glued::read(text, &lines, known),
    };
    if cued == 0 {
        for turn in &mut turns {
            cut_times(text, turn);
            cut_emphasis(text, turn);
        }
        // What stands above the first of several speakers is a title.
        if turns.iter().filter(|turn| turn.speaker.is_some()).count() > 1 {
            let first = turns.iter().position(|turn| turn.speaker.is_some()).unwrap_or_default();
            turns.drain(..first);
        }
    }
    turns.retain(|turn| !turn.words.is_empty());
    turns
}

/// A line of a transcript. A heading is one only where it names a speaker.
pub fn bare(text: &str, line: Span) -> Line {
    let words = line.of(text);
    let inner = words.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
    let end = line.start + words.trim_end().len();
    let start = line.end - inner.len();
    if start > end || is_unsaid(inner) || FRAMES.iter().any(|sign| inner.starts_with(sign)) || is_rule(inner.trim_end())
    {
        return Span::at(line.end);
    }
    if !inner.starts_with('#') {
        return Span::new(start, end);
    }
    let title = Span::new(line.end - inner.trim_start_matches(['#', ' ']).len(), end);
    let is_part = |title: Span| label::head(text, title).is_some() || lone_time(text, title).is_some();
    if title.start < end && is_part(title) { title } else { Span::at(line.end) }
}

fn is_rule(line: &str) -> bool {
    line.is_empty() || line.len() > 2 && line.chars().all(|c| matches!(c, '-' | '*' | '_' | '='))
}
