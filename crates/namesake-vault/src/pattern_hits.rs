//! What the user's own patterns find in a note, and the edits that put the replacement there. Whether that may happen
//! without asking is left to the rule.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use regex::Captures;

use crate::facts::task_lines;
use namesake_note::config::Settings;
use namesake_note::note::Note;
use namesake_note::pattern::{CompiledPattern, PatternPlace};
use namesake_text::frontmatter::fence::mark;
use namesake_text::frontmatter::{Entry, SpliceError, Value, change_items, set_scalar};
use namesake_text::links;
use namesake_text::text::{Edit, Span};

/// The most bytes that one pattern writes into one note in one go. What is left is found the next time.
const MOST: usize = 1 << 20;

/// Something that a pattern finds.
#[derive(Debug, Clone)]
pub struct Hit<'p> {
    /// The pattern.
    pub pattern: &'p CompiledPattern,
    /// The part of the note.
    pub place: PatternPlace,
    /// The property in whose value it stands, if it stands in one.
    pub property: Option<String>,
    /// Where in the note, in bytes: of a property the whole value; of a file name nothing.
    pub span: Span,
    /// What stands there; of a property what was found in its value.
    pub before: String,
    /// What would stand there instead.
    pub after: String,
    /// The edits that change it. None for a file name: notes are renamed by hand.
    ///
    /// The error is why a property cannot be changed.
    pub edits: Result<Vec<Edit>, SpliceError>,
    /// Whether a link would lead elsewhere, come or go.
    pub changes_link: bool,
}

impl Hit<'_> {
    /// Whether it can be changed.
    pub fn can_change(&self) -> bool {
        self.edits.as_ref().is_ok_and(|edits| !edits.is_empty())
    }
}

/// What `patterns` find in the note, pattern by pattern. Of two that overlap the earlier pattern's counts. What would be
/// replaced by itself is not found.
pub fn hits<'p>(patterns: &[&'p CompiledPattern], note: &Note, settings: &Settings) -> Vec<Hit<'p>> {
    let text = LazyCell::new(|| covered(note));
    let start = note.frontmatter.fence.body().max(mark(&note.text));
    let mut taken = Taken::default();
    let mut found = Vec::new();
    for &pattern in patterns {
        let mut own = Vec::new();
        if pattern.looks_in(PatternPlace::FileName) {
            own.extend(in_file_name(pattern, note));
        }
        if pattern.looks_in(PatternPlace::Properties) {
            own.extend(note.frontmatter.single().filter_map(|entry| in_property(pattern, note, entry)));
        }
        // Most patterns stand in few notes, and covering the code of a note takes longer than looking for them.
        if pattern.looks_in(PatternPlace::Body) && pattern.regex().is_match(&note.text[start..]) {
            own.extend(in_text(pattern, PatternPlace::Body, note, &text, Span::new(start, note.text.len())));
        }
        if pattern.looks_in(PatternPlace::Tasks) {
            for (line, task) in task_lines(note, &settings.task_options()) {
                let words = task.body_span.shifted(line.start);
                own.extend(in_text(pattern, PatternPlace::Tasks, note, &text, words));
            }
        }
        found.extend(own.into_iter().filter(|hit| taken.take(hit.span)));
    }
    found
}

/// A note's text in which code, HTML and comments are covered, so that no pattern can begin in them.
fn covered(note: &Note) -> String {
    let mut covered = String::with_capacity(note.text.len());
    let mut at = 0;
    for span in &note.body().opaque {
        covered.push_str(&note.text[at..span.start]);
        let cover = |byte| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { '\0' };
        covered.extend(note.slice(*span).bytes().map(cover));
        at = span.end;
    }
    covered.push_str(&note.text[at..]);
    covered
}

/// The ranges that hits have taken, which do not overlap: ends by starts.
#[derive(Default)]
struct Taken(BTreeMap<usize, usize>);

impl Taken {
    /// Takes the range, if no part of it is taken. An empty one is of a file name and takes nothing.
    fn take(&mut self, span: Span) -> bool {
        if span.is_empty() {
            return true;
        }
        let before = self.0.range(..span.end).next_back();
        let is_free = before.is_none_or(|(_, end)| *end <= span.start);
        if is_free {
            self.0.insert(span.start, span.end);
        }
        is_free
    }
}

fn replacement(pattern: &CompiledPattern, found: &Captures) -> String {
    let mut after = String::new();
    found.expand(&pattern.pattern().replace, &mut after);
    after
}

/// A text in which all that a pattern finds is replaced; nothing if that is the same text.
fn replaced(pattern: &CompiledPattern, text: &str) -> Option<String> {
    let mut written = 0;
    let after = pattern.regex().replace_all(text, |one: &Captures| {
        // More than may be written stays as it is.
        let after = if written > MOST { one[0].to_owned() } else { replacement(pattern, one) };
        written += after.len();
        after
    });
    (after != text).then(|| after.into_owned())
}

fn in_file_name<'p>(pattern: &'p CompiledPattern, note: &Note) -> Option<Hit<'p>> {
    let after = replaced(pattern, note.path.stem())?;
    Some(Hit {
        pattern,
        place: PatternPlace::FileName,
        property: None,
        span: Span::at(0),
        before: note.path.stem().to_owned(),
        after,
        edits: Ok(Vec::new()),
        changes_link: false,
    })
}

fn in_property<'p>(pattern: &'p CompiledPattern, note: &Note, entry: &Entry) -> Option<Hit<'p>> {
    let values = entry.value.texts();
    let new: Vec<Option<String>> = values.iter().map(|value| replaced(pattern, value)).collect();
    let (text, fm) = (&note.text, &note.frontmatter);
    let pairs = || values.iter().zip(&new).filter_map(|(old, new)| Some((*old, new.as_deref()?)));
    let (before, after) = pairs().next()?;
    let several = pairs().count() > 1;
    let edits = match &entry.value {
        Value::List { items, .. } => {
            // The texts of a list are those of its scalars, which need not be all its items.
            let scalars = items.iter().enumerate().filter(|(_, item)| item.value.text().is_some()).map(|(at, _)| at);
            let changes: Vec<(usize, Option<&str>)> =
                scalars.zip(&new).filter_map(|(at, new)| Some((at, Some(new.as_deref()?)))).collect();
            change_items(text, fm, &entry.key, &changes)
        }
        _ => set_scalar(text, fm, &entry.key, after),
    };
    let shown = |texts: Vec<&str>| texts.join(", ");
    Some(Hit {
        pattern,
        place: PatternPlace::Properties,
        property: Some(entry.key.clone()),
        span: entry.value_span,
        before: if several { shown(pairs().map(|(old, _)| old).collect()) } else { before.to_owned() },
        after: if several { shown(pairs().map(|(_, new)| new).collect()) } else { after.to_owned() },
        edits,
        changes_link: pairs().any(|(old, new)| targets(old) != targets(new)),
    })
}

fn targets(text: &str) -> Vec<&str> {
    links::read(text, 0, &[]).iter().map(|link| link.target.of(text)).collect()
}

/// What a pattern finds in `part` of a note, whose text is `covered`. What touches code is left out, and matches without a gap are one hit.
fn in_text<'p>(
    pattern: &'p CompiledPattern,
    place: PatternPlace,
    note: &Note,
    covered: &str,
    part: Span,
) -> Vec<Hit<'p>> {
    let mut found: Vec<Hit> = Vec::new();
    let mut written = 0;
    for one in pattern.regex().captures_iter(part.of(covered)) {
        let whole = Span::from(one.get_match().range()).shifted(part.start);
        let after = replacement(pattern, &one);
        if note.body().is_opaque(whole) || note.slice(whole) == after {
            continue;
        }
        written += after.len();
        match found.last_mut().filter(|last| last.span.end == whole.start) {
            Some(last) => {
                last.span.end = whole.end;
                last.before.push_str(note.slice(whole));
                last.after.push_str(&after);
            }
            None => found.push(Hit {
                pattern,
                place,
                property: None,
                span: whole,
                before: note.slice(whole).to_owned(),
                after,
                edits: Ok(Vec::new()),
                changes_link: false,
            }),
        }
        if written > MOST {
            break;
        }
    }
    for hit in &mut found {
        hit.changes_link = changes_link(note, hit);
        hit.edits = Ok(vec![Edit::replace(hit.span, hit.after.as_str())]);
    }
    found
}

/// Whether a hit touches more of a link than the words that are shown of it, or writes a link.
fn changes_link(note: &Note, hit: &Hit) -> bool {
    let body = note.body();
    let next = body.links.partition_point(|link| link.span.end <= hit.span.start);
    let touched = body.links[next..].iter().take_while(|link| link.span.start < hit.span.end);
    let mut touched = touched.filter(|link| !link.display.is_some_and(|shown| shown.contains(hit.span)));
    let behind = body.addresses.partition_point(|address| address.start < hit.span.end);
    touched.next().is_some()
        || hit.after.contains(['[', ']'])
        || body.addresses[..behind].iter().rev().take(2).any(|address| address.overlaps(hit.span))
}
