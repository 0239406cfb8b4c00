//! Heads of turns over two lines: the name on one, the time on the next, below them what was said.

use std::collections::BTreeSet;

use super::label::{self, Label};
use super::signs;
use super::speakers::is_nobody;
use super::turn::Line;
use super::unsaid::lone_time;
use namesake_text::text::Span;

/// The heads that stand over two of `lines`, each at the line of its name; the lines of their times become empty. Captions
/// that look like names stand between times as well: so nearly each time has to have a name above it, or each one below, and
/// names have to come again.
pub fn joined(text: &str, lines: &mut [Line], known: &[&str]) -> Vec<Option<Label>> {
    let mut heads = vec![None; lines.len()];
    let times: Vec<(usize, Span)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, lone_time(text, *line)?))).collect();
    // Captions have their own way.
    if times.len() < 2 || times.iter().any(|(at, _)| label::timing(text, lines[*at]).is_some()) {
        return heads;
    }
    let bare = |line: Line| {
        let start = line.start + signs::before(line.of(text));
        Span::new(start, start + signs::trimmed_behind(&text[start..line.end]).len())
    };
    let is_name = |line: &Line| !line.is_empty() && is_name(bare(*line).of(text), known);
    let name_at = |at: Option<usize>| at.filter(|at| lines.get(*at).is_some_and(is_name));
    let above: Vec<Option<usize>> = times.iter().map(|(at, _)| name_at(at.checked_sub(1))).collect();
    let below: Vec<Option<usize>> = times.iter().map(|(at, _)| name_at(Some(at + 1))).collect();
    let Some(names) = [above, below].into_iter().find(|names| are_speakers(text, lines, names, known)) else {
        return heads;
    };
    for ((at, time), name) in times.into_iter().zip(names) {
        let Some(name) = name else { continue };
        heads[name] = Some(Label { speaker: bare(lines[name]), time: Some(time), words: lines[name].end });
        lines[at] = Span::at(lines[at].end);
    }
    heads
}

fn is_name(line: &str, known: &[&str]) -> bool {
    let is_known = || known.iter().any(|name| *name == line || name.split(' ').next() == Some(line));
    is_nobody(line) && line.chars().any(char::is_alphabetic)
        || (label::is_label(line) && (line.contains(' ') || is_known()))
}

fn are_speakers(text: &str, lines: &[Line], names: &[Option<usize>], known: &[&str]) -> bool {
    let found: Vec<&str> = names.iter().flatten().map(|at| lines[*at].of(text)).collect();
    let distinct: BTreeSet<&str> = found.iter().copied().collect();
    let are_known = || distinct.iter().all(|name| is_nobody(name) || known.contains(name));
    found.len() > 1 && 10 * found.len() >= 9 * names.len() && (2 * distinct.len() <= found.len() + 1 || are_known())
}
