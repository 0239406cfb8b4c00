//! `Mara Voss: Great.`: a label before the words of each turn, perhaps a time.

use super::label::{Label, leading_stamp};
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
                let above = ahead.take();
                let words = Span::new(label.words, line.end);
                let words = if words.is_empty() { Vec::new() } else { vec![words] };
                turns.push(Turn {
                    speaker: Some(label.speaker),
                    times: label.time.or(above).into_iter().collect(),
                    words,
                });
            }
            (None, Some(_)) if is_title(text, line) => {}
            (None, Some(turn)) => {
                let stamped = if leads(turn) { leading_stamp(text, line) } else { None };
                turn.times.extend(ahead.take().into_iter().chain(stamped.map(|(time, _)| time)));
                turn.words.push(stamped.map_or(said(text, line), |(_, words)| Span::new(words, line.end)));
            }
            (None, None) => turns.push(Turn { words: vec![line], ..Turn::default() }),
        }
    }
    turns
}

/// Whether the time of a turn stands before its label, as further times may before its paragraphs.
fn leads(turn: &Turn) -> bool {
    matches!((turn.time(), turn.speaker), (Some(time), Some(speaker)) if time.start < speaker.start)
}
