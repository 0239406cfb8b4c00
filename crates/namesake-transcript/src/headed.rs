//! `Mara Voss  0:19` on a line of its own, below it what she said.

use super::label;
use super::turn::{Line, Turn};
use super::unsaid::lone_time;

/// The turns of `lines`. Words above the first head are nobody's.
pub fn read(text: &str, lines: &[Line]) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    for &line in lines.iter().filter(|line| !line.is_empty()) {
        if let (Some(time), Some(turn)) = (lone_time(text, line), turns.last_mut()) {
            turn.times.push(time);
            continue;
        }
        match (label::head(text, line), turns.last_mut()) {
            (Some(head), _) => {
                let times = head.time.into_iter().collect();
                turns.push(Turn { speaker: Some(head.speaker), times, words: Vec::new() });
            }
            (None, Some(turn)) => turn.words.push(line),
            (None, None) => turns.push(Turn { words: vec![line], ..Turn::default() }),
        }
    }
    turns
}
