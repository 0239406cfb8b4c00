//! `Mara Voss  0:19` on a line of its own, below it what she said.

use super::label;
use super::turn::{Line, Turn};

/// The turns of `lines`. Words above the first head are nobody's.
pub fn read(text: &str, lines: &[Line]) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    for &line in lines.iter().filter(|line| !line.is_empty()) {
        match (label::head(text, line), turns.last_mut()) {
            (Some(head), _) => turns.push(Turn { speaker: Some(head.speaker), time: head.time, words: Vec::new() }),
            (None, Some(turn)) => turn.words.push(line),
            (None, None) => turns.push(Turn { words: vec![line], ..Turn::default() }),
        }
    }
    turns
}
