//! The repair of a block that cannot be read, line by line. The block is cut where its properties begin, and each part
//! that cannot be read alone is repaired alone. A repair is offered only if every property then reads in the block as
//! it reads alone, so that no repair takes in a neighbour. What may be done to a line is left to `line`.

pub mod fences;
pub mod head;
mod kind;
mod line;

use std::ops::Range;

use crate::frontmatter::{Block, Entry, Frontmatter, Item, Root, Value, YamlError};
use crate::text::{Span, line_number};

pub use kind::RepairKind;

/// A block with more broken lines than this is no block of properties.
const MOST_LINES: usize = 16;
/// The most ways of repair that are offered for one block.
const MOST_WAYS: usize = 6;
/// The most bytes that are parsed in trials for one block.
const EFFORT: usize = 1 << 19;
/// A longer block (in bytes) was not written by hand and is not repaired.
const LONGEST: usize = 1 << 14;
/// The most lines that look like properties and may still belong to a value in brackets above them.
const LONGEST_FLOW: usize = 8;

/// A line that is mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// What is done to it, in order.
    pub kinds: Vec<RepairKind>,
    /// Its number in the note, from 1.
    pub line: usize,
    /// The line without its ending, in bytes of the note.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// The ways to make a block readable, the likeliest first. Each is a set of lines that are repaired together, and each
/// leads to other properties. Empty where no way is known.
pub fn repairs(text: &str, block: Block) -> Vec<Vec<Repair>> {
    if block.yaml.len() > LONGEST {
        return Vec::new();
    }
    let lines = lines(block.yaml.of(text));
    let mut search = Search { base: base(&lines), effort: EFFORT };
    let mut choices: Vec<Vec<Vec<Step>>> = Vec::new();
    for part in search.parts(&lines) {
        if search.is_whole(&lines[part.clone()]) {
            continue;
        }
        let mut ways = search.mend(&lines[part.clone()]);
        ways.iter_mut().flatten().for_each(|step| step.line += part.start);
        choices.push(ways);
        if choices.len() > MOST_LINES || choices.ends_with(&[Vec::new()]) {
            return Vec::new();
        }
    }
    if choices.is_empty() {
        return Vec::new();
    }
    let ways = one_by_one(&choices);
    let ways = ways.into_iter().filter(|way| search.holds(&applied(&lines, way)));
    ways.map(|way| told(text, block, &lines, &way)).filter(|way| (1..=MOST_LINES).contains(&way.len())).collect()
}

/// The place of the first property that cannot be read alone, and the reason. The parser often notices an error only
/// some lines below it. `None` where every property can be read.
pub fn culprit(text: &str, block: Block) -> Option<YamlError> {
    if block.yaml.len() > LONGEST {
        return None;
    }
    let lines = lines(block.yaml.of(text));
    let search = Search { base: base(&lines), effort: EFFORT };
    let part = search.parts(&lines).into_iter().find(|part| !search.is_whole(&lines[part.clone()]))?;
    let error = read(&lines[part.clone()]).error?;
    let above: usize = lines[..part.start].iter().map(|line| line.len()).sum();
    // The fence that `read` put in front is the note's own: one line, with other bytes perhaps.
    let offset = block.yaml.start + above + error.offset.saturating_sub(FENCE.len());
    Some(YamlError { line: error.line + part.start, offset: offset.min(block.yaml.end), ..error })
}

const FENCE: &str = "---\n";

/// One repair of one line. The same line may need two.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    line: usize,
    kind: RepairKind,
    text: String,
}

/// Lines as they stand, endings included.
fn lines(yaml: &str) -> Vec<&str> {
    yaml.split_inclusive('\n').collect()
}

/// The column in which the properties begin: that of the line that is indented least.
fn base(lines: &[&str]) -> usize {
    lines.iter().filter_map(|line| line::indent(line)).min().unwrap_or_default()
}

fn read(lines: &[&str]) -> Frontmatter {
    Frontmatter::read(&[FENCE, &lines.concat(), FENCE].concat())
}

/// A line and its ending.
fn ended(line: &str) -> (&str, &str) {
    let words = line.strip_suffix('\n').unwrap_or(line);
    let words = words.strip_suffix('\r').unwrap_or(words);
    line.split_at(words.len())
}

/// The lines after `steps`.
fn applied<L: AsRef<str>>(lines: &[L], steps: &[Step]) -> Vec<String> {
    let mut lines: Vec<String> = lines.iter().map(|line| line.as_ref().to_owned()).collect();
    for step in steps {
        lines[step.line] = [&step.text, ended(&lines[step.line]).1].concat();
    }
    lines
}

fn borrowed(lines: &[String]) -> Vec<&str> {
    lines.iter().map(String::as_str).collect()
}

/// The ways of the whole block: the first way of every part, then each other way of one part with the first ways of the
/// other parts.
fn one_by_one(choices: &[Vec<Vec<Step>>]) -> Vec<Vec<Step>> {
    let with = |part: usize, way: usize| -> Vec<Step> {
        let chosen = |(index, ways): (usize, &Vec<Vec<Step>>)| ways[if index == part { way } else { 0 }].clone();
        choices.iter().enumerate().flat_map(chosen).collect()
    };
    let mut ways = vec![with(0, 0)];
    for (part, other) in choices.iter().enumerate() {
        ways.extend((1..other.len()).map(|way| with(part, way)));
    }
    ways.truncate(MOST_WAYS);
    ways
}

/// The steps as repairs of the note's lines.
fn told(text: &str, block: Block, lines: &[&str], steps: &[Step]) -> Vec<Repair> {
    let first = line_number(text, block.yaml.start);
    let mut repairs: Vec<Repair> = Vec::new();
    for step in steps {
        let line = first + step.line;
        if let Some(known) = repairs.iter_mut().find(|repair| repair.line == line) {
            known.kinds.push(step.kind);
            known.text.clone_from(&step.text);
            continue;
        }
        let start = block.yaml.start + lines[..step.line].iter().map(|line| line.len()).sum::<usize>();
        let span = Span::new(start, start + ended(lines[step.line]).0.len());
        repairs.push(Repair { kinds: vec![step.kind], line, span, text: step.text.clone() });
    }
    repairs.sort_by_key(|a| a.line);
    repairs
}

struct Search {
    base: usize,
    effort: usize,
}

impl Search {
    /// The lines of each property, comments and blank lines below it included; what stands above the first one goes
    /// with it if it is nothing but those.
    fn parts(&self, lines: &[&str]) -> Vec<Range<usize>> {
        let is_start = |at: &usize| line::name(ended(lines[*at]).0).is_some_and(|(indent, _)| indent == self.base);
        let mut starts: Vec<usize> = (0..lines.len()).filter(is_start).collect();
        let head = starts.first().copied().unwrap_or(lines.len());
        if lines[..head].iter().any(|line| line::indent(line).is_some()) {
            starts.insert(0, 0);
        } else if let Some(first) = starts.first_mut() {
            *first = 0;
        }
        let end = |at: usize| starts.get(at).copied().unwrap_or(lines.len());
        let mut parts = Vec::new();
        let mut at = 0;
        while at < starts.len() {
            let first = starts[at];
            // A value in brackets goes on in the first column too.
            let opens = lines[first..end(at + 1)].iter().any(|line| line.contains(['[', '{']));
            let last = if opens { (at + 1).min(starts.len()) + LONGEST_FLOW } else { at + 1 };
            let closes = (at + 1..=last.min(starts.len())).find(|to| self.is_whole(&lines[first..end(*to)]));
            at = closes.unwrap_or(at + 1);
            parts.push(first..end(at));
        }
        parts
    }

    /// Whether the lines are one property and nothing else.
    fn is_whole(&self, lines: &[&str]) -> bool {
        self.property(lines).is_some()
    }

    /// The one property that the lines are.
    fn property(&self, lines: &[&str]) -> Option<Entry> {
        let fm = read(lines);
        let [entry] = fm.entries.as_slice() else { return None };
        let indent = entry.key_span.start - entry.span.start;
        (fm.root == Root::Block && indent == self.base).then(|| entry.clone())
    }

    /// The properties, if each part reads on its own.
    fn properties(&self, lines: &[&str]) -> Option<Vec<Entry>> {
        self.parts(lines).into_iter().map(|part| self.property(&lines[part])).collect()
    }

    /// Whether the lines can be read, and every property reads among the others as it reads alone.
    fn holds<L: AsRef<str>>(&self, lines: &[L]) -> bool {
        let lines: Vec<&str> = lines.iter().map(AsRef::as_ref).collect();
        let whole = read(&lines);
        let same = |alone: Vec<Entry>| same(&alone, &whole.entries);
        whole.error.is_none() && self.properties(&lines).is_some_and(same)
    }

    /// The ways to mend one part, the likeliest first.
    fn mend(&mut self, lines: &[&str]) -> Vec<Vec<Step>> {
        let mut found = Vec::new();
        let start: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        self.step(&start, &mut Vec::new(), &mut found);
        let mut meanings: Vec<Vec<Entry>> = Vec::new();
        found.retain(|steps| {
            let mended = applied(lines, steps);
            let entries = read(&borrowed(&mended)).entries;
            let known = meanings.iter().any(|other| same(other, &entries));
            let needed = steps.iter().all(|step| {
                let fewer: Vec<Step> = steps.iter().filter(|other| other.line != step.line).cloned().collect();
                !self.holds(&applied(lines, &fewer))
            });
            let keep = !known && needed && is_even(lines, steps) && stays_in_line(&mended, &entries, steps);
            if keep {
                meanings.push(entries);
            }
            keep
        });
        found
    }

    /// Tries the repairs of the line that the error is in, then of those above it, then of the one below; goes on
    /// where the error is gone or further down.
    fn step(&mut self, lines: &[String], done: &mut Vec<Step>, found: &mut Vec<Vec<Step>>) {
        let Err(place) = self.state(lines) else {
            found.push(done.clone());
            return;
        };
        let error = place.0.min(lines.len().saturating_sub(1));
        for at in (0..=error).rev().chain([error + 1]).filter(|at| *at < lines.len()) {
            for (kind, text) in line::candidates(ended(&lines[at]).0, &self.columns(&lines[..at])) {
                let cost: usize = lines.iter().map(String::len).sum();
                if done.len() >= MOST_LINES || found.len() >= MOST_WAYS || self.effort < cost {
                    return;
                }
                self.effort -= cost;
                let step = Step { line: at, kind, text };
                let next = applied(lines, std::slice::from_ref(&step));
                if self.state(&next).err().is_none_or(|next| next > place) {
                    done.push(step);
                    self.step(&next, done, found);
                    done.pop();
                }
            }
        }
    }

    /// Where the first error is: line and column, both from 0.
    fn state(&self, lines: &[String]) -> Result<(), (usize, usize)> {
        match read(&borrowed(lines)).error {
            Some(error) => Err((error.line.saturating_sub(2), error.column)),
            None if self.holds(lines) => Ok(()),
            None => Err((0, 0)),
        }
    }

    /// The columns in which lines above begin, the nearest first, and that of the properties.
    fn columns(&self, above: &[String]) -> Vec<usize> {
        let mut columns = Vec::new();
        for column in above.iter().rev().filter_map(|line| line::indent(line)).chain([self.base]) {
            if !columns.contains(&column) {
                columns.push(column);
            }
        }
        columns
    }
}

fn same(a: &[Entry], b: &[Entry]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.key == b.key && a.value.same(&b.value))
}

/// Whether lines that were indented with the same tabs are indented alike afterwards.
fn is_even(lines: &[&str], steps: &[Step]) -> bool {
    let widths: Vec<(&str, usize)> = steps
        .iter()
        .map(|step| (tabs(lines[step.line]), step.line))
        .filter(|(tabs, _)| !tabs.is_empty())
        .filter_map(|(tabs, at)| Some((tabs, steps.iter().rfind(|step| step.line == at)?)))
        .map(|(tabs, last)| (tabs, last.text.len() - last.text.trim_start_matches(' ').len()))
        .collect();
    widths.iter().all(|(tabs, width)| widths.iter().all(|(others, other)| tabs != others || width == other))
}

/// What stands before the words of a line, if there is a tab in it.
fn tabs(line: &str) -> &str {
    let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
    if indent.contains('\t') { indent } else { "" }
}

/// Whether every value on a mended line begins and ends there, so that it takes in nothing of its neighbours. Text over
/// several lines, and no names or items, that was indented with tabs may run on.
fn stays_in_line(lines: &[String], entries: &[Entry], steps: &[Step]) -> bool {
    let mut leaves = Vec::new();
    for entry in entries {
        leaves.push(entry.key_span);
        add_leaves(&entry.value, entry.value_span, &mut leaves);
    }
    let text = [FENCE, &lines.concat()].concat();
    steps.iter().all(|step| {
        let start = FENCE.len() + lines[..step.line].iter().map(String::len).sum::<usize>();
        let line = Span::new(start, start + lines[step.line].len());
        let is_text = line::is_text(&step.text);
        let may_run_on =
            |leaf: &Span| step.kind == RepairKind::Tabs && (is_text || leaf.of(&text).starts_with(['|', '>']));
        leaves.iter().all(|leaf| !leaf.overlaps(line) || line.contains(*leaf) || may_run_on(leaf))
    })
}

fn add_leaves(value: &Value, span: Span, leaves: &mut Vec<Span>) {
    let mut add = |item: &Item| add_leaves(&item.value, item.span, leaves);
    match value {
        Value::List { items, flow: false, .. } => items.iter().for_each(add),
        Value::Map { pairs, flow: false, .. } => pairs.iter().for_each(|(key, value)| {
            add(key);
            add(value);
        }),
        _ => leaves.push(span),
    }
}

#[cfg(test)]
mod tests;
