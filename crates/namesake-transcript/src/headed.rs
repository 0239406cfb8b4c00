//! `Mara Voss  0:19` on a line of its own, below it what she said.

use super::label::Label;
use super::turn::{Line, Turn};
use super::unsaid::{is_title, lone_time, said};

/// The turns of `lines`, some of which are these `heads`. Words above the first head are nobody's.
pub fn read(text: &str, lines: &[Line], heads: &[Option<Label>]) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    for (&line, head) in lines.iter().zip(heads).filter(|(line, _)| !line.is_empty()) {
        if let (Some(time), Some(turn)) = (lone_time(text, line), turns.last_mut()) {
            turn.times.push(time);
            continue;
        }
        match (head, turns.last_mut()) {
            // Teams says a head again, in words.
            (Some(head), Some(turn)) if turn.words.is_empty() && is_same(text, turn, head) => {
                turn.times.extend(head.time);
            }
            (Some(head), _) => {
                let times = head.time.into_iter().collect();
                turns.push(Turn { speaker: Some(head.speaker), times, words: Vec::new() });
            }
            (None, Some(_)) if is_title(text, line) => {}
            (None, Some(turn)) => turn.words.push(said(text, line)),
            (None, None) => turns.push(Turn { words: vec![line], ..Turn::default() }),
        }
    }
    turns
}

fn is_same(text: &str, turn: &Turn, head: &Label) -> bool {
    turn.speaker.is_some_and(|speaker| speaker.of(text) == head.speaker.of(text))
}
