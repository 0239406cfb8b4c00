//! `[00:00:19.20]  Mara VossGreat. Rob, can you`: nothing stands between the speaker and the words. A label ends where
//! a known name does, else where a capital letter follows a small one; of several such places the one that most turns
//! agree on.

use std::collections::BTreeMap;

use super::label;
use super::stamp;
use super::turn::{Line, Turn, joined};
use namesake_text::text::{Span, trimmed};

/// Labels that recording programs give to those they do not know.
const GENERIC: &[&str] = &["Remote", "Unknown Speaker", "Unknown", "Me", "Them"];

/// A capital letter that far behind begins no words but stands among them, in bytes.
const REACH: usize = 60;

/// The turns of `lines`. A line without a time goes on with the turn before it.
pub fn read(text: &str, lines: &[Line], known: &[&str]) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    let mut stamped: Vec<Span> = Vec::new();
    let mut belongs = None;
    for &line in lines.iter().filter(|line| !line.is_empty()) {
        if let Some((time, start)) = label::leading_stamp(text, line) {
            belongs = Some(turns.len());
            stamped.push(Span::new(start, line.end));
            turns.push(Turn { speaker: None, times: vec![time], words: vec![Span::new(start, line.end)] });
        } else if let Some(turn) = belongs.and_then(|at| turns.get_mut(at)) {
            turn.words.push(line);
        } else {
            turns.push(Turn { words: vec![line], ..Turn::default() });
        }
    }
    let labels = Labels::of(text, &stamped, known);
    for turn in turns.iter_mut().filter(|turn| !turn.times.is_empty()) {
        let Some(first) = turn.words.first_mut() else { continue };
        let len = labels.len(first.of(text));
        if len > 0 {
            turn.speaker = Some(Span::new(first.start, first.start + len));
            first.start += len;
            first.start += first.of(text).len() - first.of(text).trim_start_matches([' ', '\t', ':']).len();
        }
        turn.words.retain(|words| !words.is_empty());
    }
    let is_plain = turns.iter().all(|turn| turn.speaker.is_none() && !turn.times.is_empty());
    if is_plain { joined(text, turns) } else { turns }
}

/// The turns of `lines` that begin with a known name and no time in front: `Mara VossGreat`, `Mara Voss0:04Great`. Where
/// there are none, each line is one.
pub fn read_names(text: &str, lines: &[Line], known: &[&str]) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    for &line in lines.iter().filter(|line| !line.is_empty()) {
        let words = line.of(text);
        let names = known.iter().filter(|name| name.contains(' ') && words.starts_with(**name));
        let name = names.map(|name| name.len()).max().filter(|len| is_glued(&words[*len..]));
        match (name, turns.last_mut().filter(|turn| turn.speaker.is_some())) {
            (Some(len), _) => {
                let rest = Span::new(line.start + len, line.end);
                let stamped = stamp::glued(rest.of(text));
                let times = stamped.map(|len| Span::new(rest.start, rest.start + len)).into_iter().collect();
                let words = trimmed(text, Span::new(rest.start + stamped.unwrap_or_default(), rest.end));
                let words = if words.is_empty() { Vec::new() } else { vec![words] };
                turns.push(Turn { speaker: Some(Span::new(line.start, rest.start)), times, words });
            }
            (None, Some(turn)) => turn.words.push(line),
            (None, None) => turns.push(Turn { words: vec![line], ..Turn::default() }),
        }
    }
    turns
}

fn is_glued(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// Which labels a transcript has.
struct Labels<'t> {
    known: Vec<&'t str>,
    /// How many turns could begin with each of them.
    counts: BTreeMap<&'t str, usize>,
}

impl<'t> Labels<'t> {
    fn of(text: &'t str, stamped: &[Span], known: &[&'t str]) -> Self {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let mut with_label = 0;
        for span in stamped {
            let words = span.of(text);
            let ends = boundaries(words);
            with_label += usize::from(!ends.is_empty());
            for end in ends {
                *counts.entry(&words[..end]).or_default() += 1;
            }
        }
        // Where most turns have no such place, these are no labels but words like GitHub.
        if with_label * 2 < stamped.len() {
            counts = BTreeMap::new();
        }
        Self { known: known.iter().copied().chain(GENERIC.iter().copied()).collect(), counts }
    }

    /// How many bytes of `words` are a label.
    fn len(&self, words: &str) -> usize {
        let given = self.known.iter().filter(|name| ends_label(words, name)).map(|name| name.len()).max();
        if let Some(len) = given {
            return len;
        }
        let mut best = (0, 0);
        for end in boundaries(words) {
            let count = self.counts.get(&words[..end]).copied().unwrap_or_default();
            best = best.max((count, end));
        }
        if best.0 > 0 {
            return best.1;
        }
        // Small letters right behind the label: only one that others have shown.
        let shown = |end: &usize| {
            words.get(..*end).is_some_and(|start| self.counts.get(&start).is_some_and(|count| *count > 1))
        };
        (1..words.len().min(REACH)).rev().find(shown).unwrap_or_default()
    }
}

/// Whether `words` begin with the label `name`. Rob is none in `Robert`, but nobody writes on after a full name.
fn ends_label(words: &str, name: &str) -> bool {
    let Some(rest) = words.strip_prefix(name).filter(|_| !name.is_empty()) else { return false };
    name.contains(' ') || rest.chars().next().is_none_or(|c| !c.is_lowercase())
}

/// Where a label may end in `words`: before a capital letter or a digit that follows at once on something else.
fn boundaries(words: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut before = ' ';
    for (at, c) in words.char_indices().take_while(|(at, _)| *at <= REACH) {
        let is_end = (before.is_lowercase() && (c.is_uppercase() || c.is_ascii_digit()))
            || (before.is_ascii_digit() && c.is_uppercase())
            || (before == ')' && c.is_alphanumeric());
        if is_end && label::is_label(&words[..at]) {
            ends.push(at);
        }
        // Behind the end of a sentence stands no label.
        if matches!(c, '?' | '!' | ',' | ':') {
            break;
        }
        before = c;
    }
    ends
}
