//! The turns of a transcript in whatever form: counts which form its lines have and hands them to that form's reader.

use std::collections::BTreeSet;

use super::conversation::is_cue;
use super::label::Label;
use super::signs::is_invisible;
use super::turn::joined;
use super::turn::{Line, Turn};
use super::unsaid::{cut_emphasis, cut_last_time, cut_tags, cut_times, is_unsaid, lone_time};
use super::{cues, glued, headed, label, labelled, split_heads, table};
use namesake_note::note::lines;
use namesake_text::text::Span;

/// What begins a line that nobody says.
const FRAMES: [&str; 10] = ["```", "~~~", "- [ ]", "- [x]", "* [ ]", "<details", "</details", "<summary", "%%", "<!--"];

/// The turns in `span` of `text`. `known` are the names of those who took part: in the glued form they show where a
/// label ends. A text of no known form is one turn a line, of nobody.
pub fn turns(text: &str, span: Span, known: &[&str]) -> Vec<Turn> {
    let all: Vec<Span> = lines(text, span).collect();
    let mut lines: Vec<Line> = all.iter().map(|line| bare(text, *line)).collect();
    let mut heads = split_heads::joined(text, &mut lines, known);
    // Whoever reads labels does not look for them again.
    let mut labels: Vec<Option<Label>> = vec![None; lines.len()];
    let (mut cued, mut lone, mut glued, mut headed, mut labelled, mut rows, mut others) = (0, 0, 0, 0, 0, 0, 0);
    for (at, &line) in lines.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
        if heads[at].is_some() {
            headed += 1;
            continue;
        }
        labels[at] = label::labelled(text, line).or_else(|| label::small(text, line, known));
        if label::timing(text, line).is_some() {
            cued += 1;
        } else if table::is_row(text, line) {
            rows += 1;
        } else if labels[at].is_some() {
            labelled += 1;
        } else if let Some(head) = label::head(text, line) {
            heads[at] = Some(head);
            headed += 1;
        } else if lone_time(text, line).is_some() {
            lone += 1;
        } else if label::leading_stamp(text, line).is_some() {
            glued += 1;
        } else {
            others += 1;
        }
    }
    let is_clear = cued + rows > 0 || headed + labelled > others / 2 + glued;
    let likely = if is_clear { None } else { likely(text, &all, &mut lines, labelled + headed) };
    let mut turns = match likely {
        Some(Likely::Labels(labels)) => labelled::read(text, &lines, &labels),
        Some(Likely::Heads(heads)) => headed::read(text, &lines, &heads),
        None if cued > 0 => cues::read(text, &lines, known),
        None if rows > others.max(labelled) => table::read(text, &lines),
        None if headed > 0 && headed >= labelled.max(glued) => headed::read(text, &lines, &heads),
        None if labelled > 0 && labelled >= glued => labelled::read(text, &lines, &labels),
        None if glued + lone == 0 => glued::read_names(text, &lines, known),
        None => glued::read(text, &lines, known),
    };
    if cued == 0 && turns.iter().all(|turn| turn.speaker.is_some() && is_cue(text, turn)) {
        turns = joined(text, turns);
    }
    if cued == 0 {
        for turn in &mut turns {
            cut_tags(text, turn);
            cut_times(text, turn);
            cut_last_time(text, turn);
            cut_emphasis(text, turn);
        }
        // What stands above the first of several speakers is a title.
        if turns.iter().filter(|turn| turn.speaker.is_some()).count() > 1 {
            let first = turns.iter().position(|turn| turn.speaker.is_some()).unwrap_or_default();
            turns.drain(..first);
        }
        drop_header(text, &mut turns);
    }
    turns.retain(|turn| !turn.words.is_empty());
    turns
}

/// Takes away what a recorder says of the recording before the first turn with a time, if most have one: `Duration: 12:40`.
fn drop_header(text: &str, turns: &mut Vec<Turn>) {
    let first = turns.iter().position(|turn| !turn.times.is_empty()).unwrap_or_default();
    let (header, rest) = turns.split_at(first);
    let timed = rest.iter().filter(|turn| !turn.times.is_empty()).count();
    let speaker = |turn: &Turn| turn.speaker.map(|speaker| speaker.of(text));
    let speaks_again = |turn: &Turn| rest.iter().any(|other| speaker(other) == speaker(turn));
    if timed > 1 && 4 * timed > 3 * rest.len() && !header.iter().any(speaks_again) {
        turns.drain(..first);
    }
}

/// Turns whose beginnings are known by each other alone.
enum Likely {
    /// Labels before the words.
    Labels(Vec<Option<Label>>),
    /// Labels on lines of their own.
    Heads(Vec<Option<Label>>),
}

/// The labels of lines that have none for sure, if they come again as those of people who talk do, and more often than the
/// `sure` ones. Headings and titles of callouts among `all` lines become lines where they are such labels.
fn likely(text: &str, all: &[Span], lines: &mut [Line], sure: usize) -> Option<Likely> {
    let counted = |labels: &[Option<Label>]| {
        let names: Vec<&str> = labels.iter().flatten().map(|label| label.speaker.of(text)).collect();
        let distinct: BTreeSet<&str> = names.iter().copied().collect();
        (names.len(), distinct.len())
    };
    let there = |line: &Line| (!line.is_empty()).then_some(*line);
    let labels: Vec<Option<Label>> = lines.iter().map(|line| label::likely(text, there(line)?)).collect();
    let (count, distinct) = counted(&labels);
    if count > 2 * sure && count > 1 && 2 * distinct <= count + 1 {
        return Some(Likely::Labels(labels));
    }
    let heads: Vec<Option<Label>> = all
        .iter()
        .zip(&*lines)
        .map(|(all, line)| label::alone(text, there(line).or_else(|| title(text, *all))?))
        .collect();
    let (count, distinct) = counted(&heads);
    let is_marked = |head: &Label| head.speaker.start > 0 && !text[..head.speaker.start].ends_with(['\n', ' ', '>']);
    let are_marked = heads.iter().flatten().all(is_marked);
    if sure > 0 || count < 3 || distinct == count || !are_marked && 2 * distinct > count + 1 {
        return None;
    }
    for (line, head) in lines.iter_mut().zip(&heads) {
        if let Some(head) = head.filter(|_| line.is_empty()) {
            *line = head.speaker;
        }
    }
    Some(Likely::Heads(heads))
}

/// The words of a heading or of a callout's first line.
fn title(text: &str, line: Span) -> Option<Span> {
    let words = line.of(text);
    let inner = words.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
    let title = match inner.strip_prefix("[!") {
        Some(rest) => rest.split_once(']')?.1.trim_start_matches(['-', '+', ' ']),
        None => inner.strip_prefix('#')?.trim_start_matches('#').strip_prefix(' ')?.trim_start(),
    };
    let title = Span::new(line.end - title.len(), line.start + ended(words).len().max(words.len() - title.len()));
    (!title.is_empty()).then_some(title)
}

/// A line of a transcript. A heading is one only where it names a speaker.
pub fn bare(text: &str, line: Span) -> Line {
    let words = line.of(text);
    let inner = words.trim_start_matches(|c: char| c == '>' || c.is_whitespace() || is_invisible(c));
    let end = line.start + ended(words).len();
    let start = line.end - inner.len();
    if inner.starts_with("[!") {
        return title(text, line).filter(|title| label::head(text, *title).is_some()).unwrap_or(Span::at(line.end));
    }
    if start > end || is_unsaid(inner) || FRAMES.iter().any(|sign| inner.starts_with(sign)) || is_rule(inner.trim_end())
    {
        return Span::at(line.end);
    }
    if !inner.starts_with('#') {
        return Span::new(start, end);
    }
    let title = Span::new(line.end - inner.trim_start_matches(['#', ' ']).len(), end);
    let is_part = |title: Span| label::head(text, title).is_some() || lone_time(text, title).is_some();
    if title.start < end && is_part(title) { title } else { Span::at(line.end) }
}

/// `line` without blanks, breaks and what is invisible at its end.
fn ended(line: &str) -> &str {
    let mut rest = line;
    loop {
        let next = rest.trim_end_matches(|c: char| c.is_whitespace() || c == '\\' || is_invisible(c));
        let next = ["<br>", "<br/>", "<br />"].iter().find_map(|tag| next.strip_suffix(tag)).unwrap_or(next);
        if next.len() == rest.len() {
            return rest;
        }
        rest = next;
    }
}

/// `---`, `--- Recording paused ---`
fn is_rule(line: &str) -> bool {
    let is_set = |sign: &str| line.len() > 2 * sign.len() && line.starts_with(sign) && line.ends_with(sign);
    line.is_empty()
        || is_set("---")
        || is_set("===")
        || line.len() > 2 && line.chars().all(|c| matches!(c, '-' | '*' | '_' | '='))
}
