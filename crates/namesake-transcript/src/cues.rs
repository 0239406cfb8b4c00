//! Captions: a line `00:01.000 --> 00:04.000` and below it what is shown then. `WebVTT` names the speaker in
//! `<v Mara Voss>`, Zoom and SRT before a colon, older documents of Teams on a line of its own.

use std::collections::BTreeSet;

use super::label;
use super::turn::{Line, Turn, joined};
use namesake_text::text::{Span, trimmed};

/// A time and the lines that belong to it.
struct Cue {
    time: Span,
    /// The name in the line above: `2 "Mara Voss" (3120446720)`.
    named: Option<Span>,
    lines: Vec<Line>,
}

/// The turns of `lines`: what one speaker says over several cues is one.
pub fn read(text: &str, lines: &[Line], known: &[&str]) -> Vec<Turn> {
    joined(text, parts(text, lines, known))
}

/// What each speaker says in each cue.
fn parts(text: &str, lines: &[Line], known: &[&str]) -> Vec<Turn> {
    let cues = cues(text, lines);
    let heads = heads(text, &cues, known);
    let mut turns = Vec::new();
    for cue in &cues {
        let mut turn = Turn { times: vec![cue.time], speaker: cue.named, ..Turn::default() };
        for (nth, &line) in cue.lines.iter().enumerate() {
            let line = undashed(text, line, cue.lines.len());
            let is_first = nth == 0;
            let line = untagged(text, line);
            let head = bracketed(text, line).or_else(|| (is_first && heads.contains(line.of(text))).then_some(line));
            let head = head.filter(|_| cue.lines.len() > nth + 1);
            let label = if head.is_none() { label::labelled(text, line) } else { None };
            // A second speaker in one cue has a label as the first has.
            let label = label.filter(|_| is_first || turn.speaker.is_some());
            if let Some(speaker) = head.or(label.map(|label| label.speaker)) {
                if !turn.words.is_empty() {
                    turns.push(std::mem::replace(&mut turn, Turn { times: vec![cue.time], ..Turn::default() }));
                }
                turn.speaker = Some(speaker);
            }
            if head.is_some() {
                continue;
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
    let mut above = None;
    for &line in lines {
        match label::timing(text, line) {
            Some(time) => {
                // No blank line between: the number or name of this cue was taken for words of the last.
                if let Some(last) = cues.last_mut().filter(|_| open) {
                    last.lines.pop_if(|line| is_id(line.of(text)) || quoted(text, *line).is_some());
                }
                let named = above.and_then(|line| quoted(text, line));
                cues.push(Cue { time, named, lines: Vec::new() });
                open = true;
            }
            None if line.is_empty() => open = false,
            None => {
                if let Some(cue) = cues.last_mut().filter(|_| open) {
                    cue.lines.push(line);
                }
            }
        }
        above = Some(line);
    }
    cues
}

/// The name in a cue's line of number and name.
fn quoted(text: &str, line: Line) -> Option<Span> {
    let words = line.of(text);
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let open = digits + words[digits..].strip_prefix(" \"").map(|_| 2)?;
    let close = open + words[open..].find('"')?;
    (digits > 0 && label::is_label(&words[open..close])).then(|| Span::new(open, close).shifted(line.start))
}

/// The name in a line `(Mara Voss)`.
fn bracketed(text: &str, line: Line) -> Option<Span> {
    let name = line.of(text).strip_prefix('(')?.strip_suffix(')')?;
    (label::is_label(name) && name.contains(' ')).then(|| Span::new(line.start + 1, line.end - 1))
}

/// A line without the dash that parts two speakers in one cue.
fn undashed(text: &str, line: Line, lines: usize) -> Line {
    let rest = line.of(text).strip_prefix(['-', '–']).filter(|_| lines > 1);
    rest.map_or(line, |rest| trimmed(text, Span::new(line.end - rest.len(), line.end)))
}

/// A line without the tags of fonts and places at its start: `<font color="#ffff00">`, `{\an8}`, `<i>`.
fn untagged(text: &str, line: Line) -> Line {
    let mut rest = line.of(text);
    loop {
        let close = match rest.as_bytes() {
            [b'{', b'\\', ..] => rest.find('}'),
            [b'<', b'f' | b'i' | b'b' | b'u', ..] => rest.find('>'),
            _ => None,
        };
        let Some(close) = close else { return Span::new(line.end - rest.len(), line.end) };
        rest = &rest[close + 1..];
    }
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
                turns.push(std::mem::replace(turn, Turn { times: turn.times.clone(), ..Turn::default() }));
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
