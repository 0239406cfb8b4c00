//! Where names stand in a task and what their places say of whose it is.

use namesake_tasks::Task;
use namesake_tasks::marks::mark;
use namesake_tasks::owners::{Form, Owner};
use namesake_text::text::Span;

use super::super::bidden::ARROWS;
use super::super::item_names::{SET_OFF, is_joint};

/// How many of the names at these places stand in front of a task, joined to each other.
pub fn in_front(task: &Task, places: impl Iterator<Item = Span>) -> usize {
    let words = task.description_span.of(task.line);
    let mut end = task.description_span.start + mark(words).unwrap_or_default();
    let mut count = 0;
    for place in places {
        let Some(between) = task.line.get(end..place.start) else { break };
        let is_tag = |word: &str| word.starts_with('#') || !word.contains(char::is_alphanumeric);
        let between = between.trim_matches(AROUND);
        let is_beside = if count == 0 { between.split(' ').all(is_tag) } else { is_joint(between) };
        if !is_beside {
            break;
        }
        (end, count) = (place.end, count + 1);
    }
    count
}

/// What may stand around a name.
const AROUND: [char; 7] = ['*', '_', '[', ']', '(', ')', ' '];

/// What a task says behind the names in front of it.
pub(super) struct Part<'t> {
    pub(super) words: &'t str,
    /// Where it begins, in bytes of the task's line.
    pub(super) start: usize,
    /// Whether a sign or a bracket sets it off from the names.
    pub(super) is_set_off: bool,
}

impl<'t> Part<'t> {
    pub(super) fn behind(task: &Task<'t>, end: usize) -> Self {
        let behind = &task.line[end..task.description_span.end.max(end)];
        let bare = behind.trim_start_matches(['*', '_', ']', ')', '`']);
        let is_bracketed = behind[..behind.len() - bare.len()].contains([']', ')']);
        let bare = behind_role(bare);
        let mut signs = SET_OFF.iter().chain(&[" | ", " -> ", " → "]);
        let told = signs.find_map(|sign| bare.strip_prefix(sign));
        let words = told.unwrap_or(bare).trim_start_matches(['*', '_', ' ']);
        let start = end + behind.len() - words.len();
        Self { words, start, is_set_off: is_bracketed || told.is_some() }
    }
}

/// What stands behind somebody's role, where a colon follows: `: pay` of ` (Treasurer): pay`.
fn behind_role(words: &str) -> &str {
    let role = words.strip_prefix(" (").and_then(|inner| inner.split_once(')'));
    let behind = role.map(|(_, behind)| behind.trim_start_matches(['*', '_']));
    behind.filter(|behind| behind.starts_with(':')).unwrap_or(words)
}

/// How much the place of a name says of whose the task is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Charge {
    /// Nothing: whoever is only mentioned.
    Nothing,
    /// A bracket or a dash sets it off.
    Named,
    /// A label, an arrow or words say so.
    Told,
}

/// What the places of these names say. A name that is joined to another says the same.
pub(super) fn charges(task: &Task, names: &[Owner]) -> Vec<Charge> {
    let mut charges: Vec<Charge> = Vec::new();
    let mut end = task.line.len();
    for name in names {
        let between = task.line.get(end..name.span.start).map(|between| between.trim_matches(AROUND));
        let joined = charges.last().copied().filter(|_| between.is_some_and(is_joint));
        charges.push(joined.unwrap_or_else(|| charge(task, name)));
        end = name.span.end;
    }
    charges
}

fn charge(task: &Task, name: &Owner) -> Charge {
    let is_plain = matches!(name.form, Form::Words | Form::Parenthesis);
    let start = if is_plain { name.name_span.start } else { name.span.start };
    let before = task.line[..start].trim_end_matches(['*', '_', ' ']);
    let is_charged =
        matches!(name.form, Form::Label | Form::Field) || ARROWS.iter().any(|arrow| before.ends_with(arrow));
    match before.chars().next_back() {
        _ if is_charged => Charge::Told,
        Some('(' | '[' | '-' | '–' | '—' | '/') => Charge::Named,
        _ if is_plain => Charge::Told,
        _ => Charge::Nothing,
    }
}
