//! A transcript as a table: a row a turn, a column each for the time, the speaker and the words.

use super::label;
use super::speakers::is_nobody;
use super::stamp;
use super::turn::{Line, Turn};
use namesake_text::text::{Span, trimmed};

/// Which columns hold what.
#[derive(Debug, Clone, Copy)]
struct Columns {
    time: Option<usize>,
    speaker: Option<usize>,
    words: usize,
}

/// The turns of `lines`, a row each. A row without a speaker goes on with the turn before it.
pub fn read(text: &str, lines: &[Line]) -> Vec<Turn> {
    let rows: Vec<Vec<Span>> = lines.iter().filter_map(|line| cells(text, *line)).collect();
    let Some(columns) = columns(text, &rows) else { return Vec::new() };
    let mut turns: Vec<Turn> = Vec::new();
    for row in &rows {
        let cell = |at: Option<usize>| row.get(at?).copied().filter(|cell| !cell.is_empty());
        let time = cell(columns.time).and_then(|cell| Some(timed(cell.of(text))?.shifted(cell.start)));
        let speaker = cell(columns.speaker).map(|cell| shown(text, cell)).filter(|speaker| !speaker.is_empty());
        let Some(words) = cell(Some(columns.words)) else { continue };
        // The header has a word where the other rows have a time or a name that comes again.
        if (columns.time.is_some() && time.is_none() && turns.is_empty()) || is_rule(words.of(text)) {
            continue;
        }
        let is_first = turns.is_empty() && columns.time.is_none();
        if is_first && speaker.is_some_and(|speaker| !repeats(text, &rows, columns, speaker)) {
            continue;
        }
        match turns.last_mut() {
            Some(last) if speaker.is_none() && columns.speaker.is_some() => {
                last.times.extend(time);
                last.words.extend(lines_of(text, words));
            }
            _ => turns.push(Turn { speaker, times: time.into_iter().collect(), words: lines_of(text, words) }),
        }
    }
    turns
}

/// The lines of a cell, which HTML breaks.
fn lines_of(text: &str, cell: Span) -> Vec<Span> {
    let (inner, mut lines, mut start) = (cell.of(text), Vec::new(), 0);
    while let Some(open) = inner[start..].find("<br").map(|open| start + open) {
        let Some(close) = inner[open..].find('>').map(|close| open + close + 1) else { break };
        lines.push(trimmed(text, Span::new(start, open).shifted(cell.start)));
        start = close;
    }
    lines.push(trimmed(text, Span::new(start, inner.len()).shifted(cell.start)));
    lines.retain(|line| !line.is_empty());
    lines
}

/// Whether a line is a row of a table.
pub fn is_row(text: &str, line: Line) -> bool {
    line.of(text).starts_with('|')
}

fn cells(text: &str, line: Line) -> Option<Vec<Span>> {
    let inner = line.of(text).strip_prefix('|')?;
    let (mut cells, mut start, mut before) = (Vec::new(), line.start + 1, ' ');
    for (at, c) in inner.char_indices() {
        if c == '|' && before != '\\' {
            cells.push(trimmed(text, Span::new(start, line.start + 1 + at)));
            start = line.start + 2 + at;
        }
        before = c;
    }
    if start < line.end {
        cells.push(trimmed(text, Span::new(start, line.end)));
    }
    Some(cells)
}

/// The column of times is the one that holds most; of speakers the one whose labels come again; of words the longest.
fn columns(text: &str, rows: &[Vec<Span>]) -> Option<Columns> {
    let width = rows.iter().map(Vec::len).max()?;
    let count = |at: usize, is: &dyn Fn(&str) -> bool| {
        rows.iter().filter(|row| row.get(at).is_some_and(|cell| is(cell.of(text)))).count()
    };
    let least = rows.len().saturating_sub(2).max(1);
    let time = (0..width).find(|at| count(*at, &|cell| timed(cell).is_some()) >= least);
    let others = || (0..width).filter(|at| Some(*at) != time);
    let length = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.len()).sum::<usize>();
    let is_speaker = |cell: &str| {
        cell.is_empty() || (cell.contains(char::is_alphabetic) && (label::is_label(bare(cell)) || is_nobody(cell)))
    };
    let words = others().max_by_key(|at| (count(*at, &is_speaker) < least, length(*at)))?;
    let speaker = others()
        .filter(|at| *at != words)
        .find(|at| count(*at, &is_speaker) >= least && count(*at, &|cell| !cell.is_empty()) > 1);
    Some(Columns { time, speaker, words })
}

fn repeats(text: &str, rows: &[Vec<Span>], columns: Columns, speaker: Span) -> bool {
    let Some(at) = columns.speaker else { return false };
    let same =
        rows.iter().filter_map(|row| row.get(at)).filter(|cell| shown(text, **cell).of(text) == speaker.of(text));
    same.count() > 1
}

/// The time that a cell holds: one, or the first of a span.
fn timed(cell: &str) -> Option<Span> {
    stamp::leading(cell).filter(|(_, len)| *len == cell.len()).map(|(time, _)| time)
}

fn bare(cell: &str) -> &str {
    cell.trim_matches(['*', '_', '[', ']', ' '])
}

/// The name in a cell: without signs of emphasis and the brackets of a link.
fn shown(text: &str, cell: Span) -> Span {
    let words = cell.of(text);
    let inner = bare(words);
    let inner = inner.rsplit('|').next().unwrap_or(inner).trim_start_matches('\\');
    let start = words.rfind(inner).unwrap_or_default();
    Span::new(cell.start + start, cell.start + start + inner.len())
}

fn is_rule(cell: &str) -> bool {
    cell.chars().all(|c| matches!(c, '-' | ':' | ' '))
}
