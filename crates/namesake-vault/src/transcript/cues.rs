//! Captions: a line `00:01.000 --> 00:04.000` and below it what is shown then. `WebVTT` names the speaker in
//! `<v Mara Voss>`, Zoom and SRT before a colon, older documents of Teams on a line of its own.

use std::collections::BTreeSet;

use super::label;
use super::turn::{Line, Turn};
use namesake_text::text::{Span, trimmed};

/// A time and the lines that belong to it.
struct Cue {
    time: Span,
    lines: Vec<Line>,
}

/// The turns of `lines`, at least one for each cue with words in it.
pub fn read(text: &str, lines: &[Line], known: &[&str]) -> Vec<Turn> {
    let cues = cues(text, lines);
    let heads = heads(text, &cues, known);
    let mut turns = Vec::new();
    for cue in &cues {
        let mut turn = Turn { time: Some(cue.time), ..Turn::default() };
        for (nth, &line) in cue.lines.iter().enumerate() {
            let first = nth == 0;
            if first && cue.lines.len() > 1 && heads.contains(line.of(text)) {
                turn.speaker = Some(line);
                continue;
            }
            let label = if first { label::labelled(text, line) } else { None };
            if let Some(label) = label {
                turn.speaker = Some(label.speaker);
            }
            let words = Span::new(label.map_or(line.start, |label| label.words), line.end);
            voices(text, words, &mut turn, &mut turns);
        }
        turns.push(turn);
    }
    turns
}

fn cues(text: &str, lines: &[Line]) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    let mut open = false;
    for &line in lines {
        if let Some(time) = label::timing(text, line) {
            // No blank line between: the number or name of this cue was taken for words of the last.
            if let Some(last) = cues.last_mut().filter(|_| open) {
                last.lines.pop_if(|line| is_id(line.of(text)));
            }
            cues.push(Cue { time, lines: Vec::new() });
            open = true;
        } else if line.is_empty() {
            open = false;
        } else if let Some(cue) = cues.last_mut().filter(|_| open) {
            cue.lines.push(line);
        }
    }
    cues
}

/// Whether a line is a cue's number or `0b1c…/12-0`.
fn is_id(line: &str) -> bool {
    line.bytes().any(|byte| byte.is_ascii_digit())
        && !line.contains(' ')
        && line.bytes().all(|byte| byte.is_ascii_hexdigit() || b"-/".contains(&byte))
}

/// The first lines of cues that are speakers' names: of people who took part, or found above several cues.
fn heads<'t>(text: &'t str, cues: &[Cue], known: &[&str]) -> BTreeSet<&'t str> {
    let (mut once, mut heads) = (BTreeSet::new(), BTreeSet::new());
    for cue in cues.iter().filter(|cue| cue.lines.len() > 1) {
        let line = cue.lines[0].of(text);
        if label::is_label(line) && (known.contains(&line) || !once.insert(line)) {
            heads.insert(line);
        }
    }
    heads
}

/// Adds `words` to `turn` without their tags. Each `<v Name>` begins another turn.
fn voices(text: &str, words: Span, turn: &mut Turn, turns: &mut Vec<Turn>) {
    let inner = words.of(text);
    let mut at = 0;
    while let Some((open, close)) = tag(inner, at) {
        add(text, Span::new(at, open).shifted(words.start), turn);
        if let Some(name) = voice(&inner[open + 1..close]) {
            if !turn.words.is_empty() {
                turns.push(std::mem::replace(turn, Turn { time: turn.time, ..Turn::default() }));
            }
            let name = Span::new(close - name.len(), close).shifted(words.start);
            turn.speaker = Some(trimmed(text, name));
        }
        at = close + 1;
    }
    add(text, Span::new(at, inner.len()).shifted(words.start), turn);
}

fn add(text: &str, piece: Span, turn: &mut Turn) {
    let piece = trimmed(text, piece);
    if !piece.is_empty() {
        turn.words.push(piece);
    }
}

/// The next tag of `text` from byte `from` on: where its brackets stand. A lone `<` is a word.
fn tag(text: &str, mut from: usize) -> Option<(usize, usize)> {
    loop {
        let open = from + text[from..].find('<')?;
        if text[open + 1..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/') {
            return Some((open, open + text[open..].find('>')?));
        }
        from = open + 1;
    }
}

/// The name in `v Mara Voss` or `v.loud Mara Voss`, blanks around it included.
fn voice(tag: &str) -> Option<&str> {
    let rest = tag.strip_prefix('v')?;
    let name = &rest[rest.find(' ')?..];
    ((rest.starts_with(['.', ' '])) && !name.trim().is_empty()).then_some(name)
}
