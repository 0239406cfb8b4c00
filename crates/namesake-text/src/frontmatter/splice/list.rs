//! Changes of lists item by item, so that the items that stay keep their bytes.

use std::ops::Range;

use super::parts::{SpliceError, block, checked, editable, indent, new_entry, only, place, put, written};
use crate::frontmatter::model::{Entry, Frontmatter, Root};
use crate::frontmatter::scalar;
use crate::frontmatter::value::{Item, Place, Style, Value};
use crate::text::{Edit, Span};

/// Makes `key` a list of the texts `values`, in the form the list has; a single value or none becomes a block list in
/// the note's own indentation, a missing property is added at the end. Items that stay keep their bytes. No edits
/// where the list holds just these already. A text that looks like a number or a boolean gets quotes.
///
/// # Errors
/// [`SpliceError`]; a list with comments, anchors, aliases or tags is never rewritten.
pub fn set_list(text: &str, fm: &Frontmatter, key: &str, values: &[&str]) -> Result<Vec<Edit>, SpliceError> {
    block(fm)?;
    let holds = |entry: &Entry| holds(&entry.value, values);
    let Some(entry) = only(fm, key)? else {
        let rest = block_lines(text, fm, key, values, None)?;
        return checked(text, fm, key, vec![new_entry(text, fm, key, &rest, None)?], &holds);
    };
    if holds(entry) {
        return Ok(Vec::new());
    }
    editable(text, fm, entry)?;
    let edits = match &entry.value {
        Value::List { .. } if values.is_empty() => vec![put(text, entry, "[]")?],
        Value::List { items, flow, .. } if !items.is_empty() => {
            let list = List { text, key, items, flow: *flow };
            list.change(&Plan::new(items, values))?
        }
        Value::List { .. } => vec![put(text, entry, &flow_list(key, values)?)?],
        _ if fm.root == Root::Flow => vec![put(text, entry, &flow_list(key, values)?)?],
        _ => vec![to_block_list(text, fm, entry, values)?],
    };
    checked(text, fm, key, edits, &holds)
}

/// Changes single items of the list `key`: each number (from zero, ascending) with the text that the item holds
/// afterwards, in the quotes it had where they can hold it, or with nothing for an item that goes. All other items keep
/// their bytes. A list that loses its last item becomes `[]`.
///
/// # Errors
/// [`SpliceError`], as for [`set_list`]; [`SpliceError::Missing`] where there is no such list or item.
pub fn change_items(
    text: &str,
    fm: &Frontmatter,
    key: &str,
    changes: &[(usize, Option<&str>)],
) -> Result<Vec<Edit>, SpliceError> {
    block(fm)?;
    let missing = || SpliceError::Missing(key.to_owned());
    let entry = only(fm, key)?.ok_or_else(missing)?;
    let Value::List { items, flow, .. } = &entry.value else { return Err(missing()) };
    if changes.iter().any(|(at, _)| *at >= items.len()) {
        return Err(missing());
    }
    editable(text, fm, entry)?;
    let removed = runs(changes.iter().filter(|(_, text)| text.is_none()).map(|(at, _)| *at));
    let edits = if removed.first() == Some(&(0..items.len())) {
        vec![put(text, entry, "[]")?]
    } else {
        let replace = changes.iter().filter_map(|(at, text)| Some((*at, (*text)?))).collect();
        List { text, key, items, flow: *flow }.change(&Plan { replace, remove: removed, insert: (0, &[]) })?
    };
    checked(text, fm, key, edits, &|new| is_changed(items, &new.value, changes))
}

/// The ascending numbers as runs without a gap.
fn runs(numbers: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in numbers {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Whether `new` is a list of the old items but for the changes.
fn is_changed(old: &[Item], new: &Value, changes: &[(usize, Option<&str>)]) -> bool {
    let Value::List { items: new, .. } = new else { return false };
    let (mut new, mut changes) = (new.iter(), changes.iter().peekable());
    let kept = old.iter().enumerate().all(|(at, item)| match changes.next_if(|(changed, _)| *changed == at) {
        Some((_, None)) => true,
        Some((_, text)) => new.next().is_some_and(|new| new.value.text() == *text),
        None => new.next().is_some_and(|new| new.value.same(&item.value)),
    });
    kept && new.next().is_none() && changes.next().is_none()
}

fn holds(value: &Value, values: &[&str]) -> bool {
    matches!(value, Value::List { items, .. }
        if items.len() == values.len() && items.iter().zip(values).all(|(item, value)| item.value.text() == Some(value)))
}

/// How the old items become the new ones.
struct Plan<'v> {
    /// Old item by new text.
    replace: Vec<(usize, &'v str)>,
    /// Runs of old items that go. Not all of them.
    remove: Vec<Range<usize>>,
    /// New texts that come before the old item of that number. Empty where `remove` is not.
    insert: (usize, &'v [&'v str]),
}

impl<'v> Plan<'v> {
    /// Given that both share their first and last few.
    fn new(items: &[Item], values: &'v [&'v str]) -> Self {
        let same = |(item, value): &(&Item, &&str)| item.value.text() == Some(value);
        let head = items.iter().zip(values).take_while(same).count();
        let tail = items[head..].iter().rev().zip(values[head..].iter().rev()).take_while(same).count();
        let (old, new) = (head..items.len() - tail, &values[head..values.len() - tail]);
        let pairs = old.len().min(new.len());
        let replace = old.clone().zip(new.iter().copied()).filter(|(at, value)| items[*at].value.text() != Some(value));
        Self {
            replace: replace.collect(),
            remove: runs(old.start + pairs..old.end),
            insert: (old.start + pairs, &new[pairs..]),
        }
    }
}

/// A list with at least one item, not decorated.
struct List<'t> {
    text: &'t str,
    key: &'t str,
    items: &'t [Item],
    flow: bool,
}

impl List<'_> {
    fn change(&self, plan: &Plan) -> Result<Vec<Edit>, SpliceError> {
        let mut edits = Vec::new();
        for (at, value) in &plan.replace {
            let item = &self.items[*at];
            if item.span.is_empty() || item.span.of(self.text).ends_with('\n') {
                return Err(self.form());
            }
            edits.push(Edit::replace(item.span, self.source(value, style_of(item))?));
        }
        for run in &plan.remove {
            edits.push(Edit::delete(self.extent(run)?));
        }
        let (at, values) = plan.insert;
        if !values.is_empty() {
            edits.push(if self.flow { self.insert_flow(at, values)? } else { self.insert_lines(at, values)? });
        }
        edits.sort();
        Ok(edits)
    }

    /// The bytes of a run of items with what joins them to the rest. There is a rest.
    fn extent(&self, run: &Range<usize>) -> Result<Span, SpliceError> {
        let last = run.end - 1;
        if !self.flow {
            let start = self.line(run.start)?.start;
            let end = if run.end < self.items.len() { self.line(run.end)?.start } else { self.line_end(last) };
            return Ok(Span::new(start, end));
        }
        if run.end < self.items.len() {
            return Ok(Span::new(self.items[run.start].span.start, self.items[run.end].span.start));
        }
        let before = run.start.checked_sub(1).ok_or_else(|| self.form())?;
        Ok(Span::new(self.items[before].span.end, self.items[last].span.end))
    }

    fn insert_flow(&self, at: usize, values: &[&str]) -> Result<Edit, SpliceError> {
        let between = match self.items {
            [first, second, ..] => Span::new(first.span.end, second.span.start).of(self.text),
            _ => ", ",
        };
        let style = style_of(&self.items[at.saturating_sub(1)]);
        let sources: Vec<String> = values.iter().map(|value| self.source(value, style)).collect::<Result<_, _>>()?;
        let joined = sources.join(between);
        Ok(match at.checked_sub(1) {
            Some(before) => Edit::insert(self.items[before].span.end, format!("{between}{joined}")),
            None => Edit::insert(self.items[0].span.start, format!("{joined}{between}")),
        })
    }

    fn insert_lines(&self, at: usize, values: &[&str]) -> Result<Edit, SpliceError> {
        let model = at.saturating_sub(1);
        let (head, style) = (self.line(model)?.of(self.text), style_of(&self.items[model]));
        let head = if head.ends_with('-') { format!("{head} ") } else { head.to_owned() };
        let place = if at == 0 { self.line(0)?.start } else { self.line_end(model) };
        let eol = if self.text[..self.line_end(model)].ends_with("\r\n") { "\r\n" } else { "\n" };
        let mut lines = String::new();
        for value in values {
            lines.extend([&head, &self.source(value, style)?, eol]);
        }
        Ok(Edit::insert(place, lines))
    }

    /// From the start of an item's line to the item: indentation and dash.
    fn line(&self, at: usize) -> Result<Span, SpliceError> {
        let item = self.items[at].span.start;
        let start = self.text[..item].rfind('\n').map_or(0, |line| line + 1);
        let head = Span::new(start, item);
        if head.of(self.text).trim() == "-" { Ok(head) } else { Err(self.form()) }
    }

    /// After the line ending of an item's last line.
    fn line_end(&self, at: usize) -> usize {
        let end = self.items[at].span.end;
        let inside = end.saturating_sub(usize::from(self.items[at].span.of(self.text).ends_with('\n')));
        self.text[inside..].find('\n').map_or(self.text.len(), |line| inside + line + 1)
    }

    fn source(&self, value: &str, style: Style) -> Result<String, SpliceError> {
        let place = if self.flow { Place::Flow } else { Place::Block };
        written(self.key, scalar::write_text(value, style, place))
    }

    fn form(&self) -> SpliceError {
        SpliceError::Form(self.key.to_owned())
    }
}

/// The quotes a neighbour of `item` should have.
fn style_of(item: &Item) -> Style {
    match item.value {
        Value::Scalar { style: style @ (Style::Single | Style::Double), .. } => style,
        _ => Style::Plain,
    }
}

fn flow_list(key: &str, values: &[&str]) -> Result<String, SpliceError> {
    let write = |value: &&str| written(key, scalar::write_text(value, Style::Double, Place::Flow));
    let sources: Vec<String> = values.iter().map(write).collect::<Result<_, _>>()?;
    Ok(format!("[{}]", sources.join(", ")))
}

/// In the place of a single value or none: a block list. A comment on the line stays on it.
fn to_block_list(text: &str, fm: &Frontmatter, entry: &Entry, values: &[&str]) -> Result<Edit, SpliceError> {
    let lines = block_lines(text, fm, &entry.key, values, Some(entry))?;
    if values.is_empty() {
        return put(text, entry, lines.trim_start());
    }
    if entry.value_span.is_empty() {
        let line = Span::new(entry.value_span.start, entry.span.end).of(text).trim_end_matches(['\r', '\n']);
        let comment = if line.trim_matches([' ', '\t']).is_empty() { 0 } else { line.len() };
        return Ok(Edit::replace(Span::new(comment, line.len()).shifted(entry.value_span.start), lines));
    }
    let edit = put(text, entry, "")?;
    let gap = Span::new(entry.key_span.end, entry.value_span.start).of(text);
    let colon = gap.find(':').ok_or_else(|| SpliceError::Form(entry.key.clone()))?;
    Ok(Edit::replace(Span::new(entry.key_span.end + colon + 1, edit.span.end), lines))
}

/// What follows the colon of a new block list: each item on a line of its own, without the last line ending.
/// A text that `old` holds keeps its source.
fn block_lines(
    text: &str,
    fm: &Frontmatter,
    key: &str,
    values: &[&str],
    old: Option<&Entry>,
) -> Result<String, SpliceError> {
    if values.is_empty() {
        return Ok(" []".to_owned());
    }
    let eol = block(fm)?.eol(text);
    let head = list_indent(text, fm);
    let mut lines = String::new();
    for value in values {
        let source = match old.and_then(|entry| kept_source(text, entry, value)) {
            Some(source) => source.to_owned(),
            None => written(key, scalar::write_text(value, Style::Plain, place(fm)))?,
        };
        lines.extend([eol, &head, "- ", &source]);
    }
    Ok(lines)
}

/// The source of a value that is to become an item, where it is one line and a text.
fn kept_source<'t>(text: &'t str, entry: &Entry, value: &str) -> Option<&'t str> {
    let Value::Scalar { text: old, style } = &entry.value else { return None };
    let source = entry.value_span.of(text);
    (old == value && (*style != Style::Plain || !scalar::is_typed(old)) && !source.contains('\n')).then_some(source)
}

/// What stands before the dashes of the note's first block list; two blanks, as Obsidian writes, where it has none.
fn list_indent(text: &str, fm: &Frontmatter) -> String {
    let lists = fm.entries.iter().filter(|entry| matches!(entry.value, Value::List { flow: false, .. }));
    let heads = lists.map(|entry| {
        let start = text[..entry.value_span.start].rfind('\n').map_or(0, |line| line + 1);
        Span::new(start, entry.value_span.start).of(text)
    });
    let mut blank = heads.filter(|head| head.bytes().all(|byte| byte == b' '));
    blank.next().map_or_else(|| format!("{}  ", indent(text, fm)), str::to_owned)
}
