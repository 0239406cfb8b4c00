//! `Mara Voss: Great.`: a label before the words of each turn, perhaps a time.

use super::label::Label;
use super::turn::{Line, Turn};
use super::unsaid::{is_title, lone_time, said};
use namesake_text::text::Span;

/// The turns of `lines`, which have these `labels`. A line without a label goes on with the turn before it.
pub fn read(text: &str, lines: &[Line], labels: &[Option<Label>]) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    let mut ahead = None;
    for (&line, label) in lines.iter().zip(labels).filter(|(line, _)| !line.is_empty()) {
        if let Some(time) = lone_time(text, line) {
            ahead = Some(time);
            continue;
        }
        match (label, turns.last_mut()) {
            (Some(label), _) => {
                let words = Span::new(label.words, line.end);
                let words = if words.is_empty() { Vec::new() } else { vec![words] };
                turns.push(Turn {
                    speaker: Some(label.speaker),
                    times: label.time.or(ahead.take()).into_iter().collect(),
                    words,
                });
            }
            (None, Some(_)) if is_title(text, line) => {}
            (None, Some(turn)) => turn.words.push(said(text, line)),
            (None, None) => turns.push(Turn { words: vec![line], ..Turn::default() }),
        }
    }
    turns
}
