//! The turns of a transcript in whatever form: counts which form its lines have and hands them to that form's reader.

use super::turn::{Line, Turn};
use super::{cues, glued, headed, label, labelled};
use crate::note::lines;
use namesake_text::text::Span;

/// The turns in `span` of `text`. `known` are the names of those who took part: in the glued form they show where a
/// label ends. A text of no known form is one turn a line, of nobody.
pub fn turns(text: &str, span: Span, known: &[&str]) -> Vec<Turn> {
    let lines: Vec<Line> = lines(text, span).map(|line| bare(text, line)).collect();
    let (mut cued, mut glued, mut headed, mut labelled) = (0, 0, 0, 0);
    for &line in &lines {
        cued += usize::from(label::timing(text, line).is_some());
        if label::labelled(text, line).is_some() {
            labelled += 1;
        } else if label::head(text, line).is_some() {
            headed += 1;
        } else {
            glued += usize::from(label::leading_stamp(text, line).is_some());
        }
    }
    let mut turns = match () {
        () if cued > 0 => cues::read(text, &lines, known),
        () if headed > 0 && headed >= labelled.max(glued) => headed::read(text, &lines),
        () if labelled > 0 && labelled >= glued => labelled::read(text, &lines),
        () => glued::read(text, &lines, known),
    };
    turns.retain(|turn| !turn.words.is_empty());
    turns
}

fn bare(text: &str, line: Span) -> Line {
    let words = line.of(text);
    let inner = words.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
    let bare = Span::new(line.end - inner.len(), line.start + words.trim_end().len());
    let is_frame = ["```", "~~~", "#", "---", "***", "[!", "- [", "* ["].iter().any(|sign| inner.starts_with(sign));
    if is_frame || bare.start > bare.end { Span::at(line.end) } else { bare }
}
