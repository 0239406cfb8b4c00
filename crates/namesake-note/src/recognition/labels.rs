//! The labels in a note's body that the vocabulary knows: `**Attendees:** …`, `- Date: …`, `attendees:: …`, `[type:: person]`,
//! `<summary>Attendees</summary>`.

use super::listed_names::each_name;
use super::name_shape::{NameShape, name_shape};
use crate::note::{Note, bullet, line_at, lines};
use crate::vocabulary::{OwnWords, Role, Roles, roles};
use namesake_text::text::{Span, trimmed};

/// A label with what stands behind it on its line.
#[derive(Debug, Clone, Copy)]
pub struct Label {
    /// What the label stands for.
    pub roles: Roles,
    /// The words of the label.
    pub words: Span,
    /// What stands behind it, trimmed; empty where a list below the line is meant.
    pub value: Span,
    /// The line.
    pub line: Span,
    /// Whether it is a field of Dataview: `type:: person`.
    pub is_field: bool,
}

/// Labels are looked for among the first bytes of a line: longer ones are sentences.
const LONGEST: usize = 60;
/// What ends a label; the second is what Chinese and Japanese keyboards write.
const COLONS: [char; 2] = [':', '：'];
/// What stands behind a label instead of a colon, where names follow.
const DASHES: [&str; 3] = [" – ", " — ", " - "];
/// What may stand around a label.
const MARKUP: [char; 3] = ['*', '_', ' '];

/// The labels of `note`, in order.
pub fn labels(note: &Note, own: &OwnWords) -> Vec<Label> {
    let body = Span::new(note.frontmatter.fence.body(), note.text.len());
    let shown = lines(&note.text, body).filter(|line| !line.is_empty());
    let (mut labels, mut meeting) = (Vec::new(), None::<Span>);
    for line in shown {
        let words = bare(note, line);
        let text = note.slice(words);
        let is_next =
            |above: &Span| note.slice(line).starts_with('>') && note.slice(Span::new(above.end, line.start)).len() < 3;
        meeting = meeting.filter(is_next).map(|_| line);
        let from = labels.len();
        if text.starts_with("[!") {
            meeting = meeting.or_else(|| is_about_meeting(text, own).then_some(line));
            labels.extend(callout(note, line, words, own));
        } else if text.starts_with(['[', '(']) && text.contains("::") {
            labels.extend(inline_fields(note, line, own));
        } else if let Some(label) = label_of(note, line, words, own) {
            labels.push(label);
        } else if text.contains("::") {
            labels.extend(inline_fields(note, line, own));
        }
        if meeting.is_some() {
            labels[from..].iter_mut().for_each(takes_part);
        }
    }
    labels.retain(|label| !note.body().is_opaque_at(label.line.start));
    labels.extend(summaries(note, body, own));
    labels.extend(cells(note, own));
    labels
}

/// The summaries of folded parts, which are HTML while what is folded below is Markdown: `<summary>Attendees</summary>`.
fn summaries(note: &Note, body: Span, own: &OwnWords) -> Vec<Label> {
    let (text, mut found) = (note.slice(body), Vec::new());
    for (at, mark) in text.match_indices("<summary>") {
        let is_folded =
            text[..at].trim_end().ends_with("<details>") || text[..at].trim_end().ends_with("<details open>");
        let start = body.start + at + mark.len();
        let Some(end) = note.text[start..].find("</summary>").filter(|_| is_folded) else { continue };
        let words = trimmed(&note.text, Span::new(start, start + end));
        let line = line_at(&note.text, start);
        let roles = known(note.slice(words).trim_end_matches(COLONS), own);
        let value = Span::at(line.end);
        found.extend(roles.map(|roles| Label { roles, words, value, line, is_field: false }));
    }
    found
}

/// The title of a callout, or its type where the title says nothing: `> [!attendees]-`, `> [!info] Attendees`.
fn callout(note: &Note, line: Span, words: Span, own: &OwnWords) -> Option<Label> {
    let (kind, title) = note.slice(words).strip_prefix("[!")?.split_once(']')?;
    let title = title.trim_start_matches(['-', '+']).trim();
    let roles = known(title.trim_end_matches(COLONS), own).or_else(|| known(kind, own))?;
    Some(Label { roles, words, value: Span::at(words.end), line, is_field: false })
}

/// Whether a callout says by its title that it is about a meeting: `> [!info] Meeting details`.
fn is_about_meeting(text: &str, own: &OwnWords) -> bool {
    let title = text.split_once(']').map_or("", |(_, title)| title);
    let mut words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.clone().count() <= MOST_TITLE_WORDS
        && words.any(|word| roles(word, own).has(Role::Meeting) && !word.ends_with('s'))
}

/// Longer titles are about something else.
const MOST_TITLE_WORDS: usize = 3;

/// Beside a meeting, “Who” means those who took part and nothing else.
const fn takes_part(label: &mut Label) {
    if label.roles.has(Role::Companions) {
        label.roles = label.roles.with(Role::Participants);
    }
}

/// The rows of tables that say something of the note: `| Attendees | [[Jane Doe]] |`.
fn cells(note: &Note, own: &OwnWords) -> impl Iterator<Item = Label> {
    note.body().rows.iter().filter_map(|row| {
        let [head, value] = row[..] else { return None };
        let roles = known(note.slice(head).trim_matches(MARKUP).trim_end_matches(COLONS).trim_matches(MARKUP), own)?;
        (!value.is_empty()).then_some(Label {
            roles,
            words: head,
            value,
            line: Span::new(head.start, value.end),
            is_field: false,
        })
    })
}

/// Signs before a name or a label that say yes; some have a mark behind them that asks for colour.
const TICKS: [char; 6] = ['✅', '☑', '✔', '✓', '\u{fe0f}', ' '];

/// The line's words without the signs of quotes, and without bullet and checkbox.
pub(super) fn bare(note: &Note, line: Span) -> Span {
    let text = note.slice(line);
    let unquoted = text.trim_start_matches(['>', ' ', '\t']);
    let item = &unquoted[bullet(unquoted).unwrap_or_default()..];
    let unchecked = ["[ ] ", "[x] ", "[X] "].iter().find_map(|mark| item.strip_prefix(mark)).unwrap_or(item);
    let words = unchecked.trim_start_matches(TICKS);
    trimmed(&note.text, Span::new(line.end - words.len(), line.end))
}

/// The label at the head of a line. A line that is a bold label and nothing else needs no colon.
fn label_of(note: &Note, line: Span, words: Span, own: &OwnWords) -> Option<Label> {
    let text = note.slice(words);
    let head = &text[..text.char_indices().map(|(at, _)| at).find(|at| *at >= LONGEST).unwrap_or(text.len())];
    let bold = || text.strip_prefix("**").and_then(|rest| rest.strip_suffix("**")).filter(|rest| !rest.contains('*'));
    if head.starts_with('#') {
        return None;
    }
    let end = match before_addresses(text).or_else(|| head.find(COLONS)).or_else(|| before_names(text, own)) {
        Some(end) => end,
        None if bold().is_some() || heads_list(note, line, text, own) => {
            Some(text.len()).filter(|end| *end <= LONGEST)?
        }
        None => return None,
    };
    let label = trimmed(&note.text, Span::new(words.start, words.start + end));
    let name = note.slice(label).trim_matches(MARKUP).trim_start_matches(|c: char| !c.is_alphanumeric());
    let name = name.split_once(" (").map_or(name, |(name, _)| name);
    let roles = known(name, own)?;
    let is_field = text[end..].starts_with("::");
    let behind = text[end..].trim_start_matches(COLONS).trim_start_matches(MARKUP);
    let behind = DASHES.iter().find_map(|dash| behind.strip_prefix(dash.trim_start())).unwrap_or(behind);
    let value = trimmed(&note.text, Span::new(words.end - behind.len(), words.end));
    Some(Label { roles, words: label, value, line, is_field })
}

/// Where the one word ends behind which there are links to addresses and nothing else: `Invited [Jane](mailto:…)`.
fn before_addresses(text: &str) -> Option<usize> {
    let (word, rest) = text.split_once(' ')?;
    (rest.starts_with('[') && rest.contains("](") && rest.ends_with(')')).then_some(word.len())
}

/// Where the label ends behind which there are a dash and names and nothing else: `Present – Jane Doe, Rob Benoit`.
fn before_names(text: &str, own: &OwnWords) -> Option<usize> {
    let (at, dash) = DASHES.iter().filter_map(|dash| Some((text.find(dash)?, dash))).min()?;
    let said = known(text[..at].trim_matches(MARKUP), own)?;
    let names = &text[at + dash.len()..];
    let parts = each_name(names);
    let are_names = parts.iter().all(|name| name_shape(name.of(names)) >= NameShape::Several);
    let is_list = said.has(Role::Participants) || said.has(Role::Absent);
    (is_list && are_names && !parts.is_empty()).then_some(at)
}

/// Whether a line of one label alone stands right above a list: `Guests` above `- [[Jane Doe]]`.
fn heads_list(note: &Note, line: Span, text: &str, own: &OwnWords) -> bool {
    let lists = |said: Roles| said.has(Role::Participants) || said.has(Role::Companions) || said.has(Role::Absent);
    let is_alone = || note.slice(line).trim() == text && text.starts_with(char::is_uppercase);
    let rest = &note.text[line.end..];
    let next = rest.strip_prefix('\r').unwrap_or(rest).strip_prefix('\n').unwrap_or_default();
    bullet(next).is_some() && is_alone() && known(text, own).is_some_and(lists)
}

/// What a label says. Labels are no sentences: one with a sentence's signs is none.
fn known(name: &str, own: &OwnWords) -> Option<Roles> {
    let is_word = !name.is_empty() && !name.contains(['[', ']', '|', '#', '`', '<', '?']);
    let roles = if is_word { roles(name, own) } else { Roles::default() };
    (!roles.is_empty()).then_some(roles)
}

/// Dataview's fields inside a line: `[type:: person]`, `(attendees:: [[Jane Doe]])`.
fn inline_fields(note: &Note, line: Span, own: &OwnWords) -> Vec<Label> {
    let text = note.slice(line);
    let mut fields = Vec::new();
    for (at, _) in text.match_indices("::") {
        let Some(open) = text[..at].rfind(['[', '(']) else { continue };
        let Some(roles) = known(text[open + 1..at].trim(), own) else { continue };
        let close = if text[open..].starts_with('[') { ']' } else { ')' };
        let Some(end) = closing(&text[at + 2..], close) else { continue };
        let words = trimmed(&note.text, Span::new(line.start + open + 1, line.start + at));
        let value = trimmed(&note.text, Span::new(line.start + at + 2, line.start + at + 2 + end));
        fields.push(Label { roles, words, value, line, is_field: true });
    }
    fields
}

/// Where the bracket closes that was open before `text`.
fn closing(text: &str, close: char) -> Option<usize> {
    let open = if close == ']' { '[' } else { '(' };
    let mut depth = 0_usize;
    for (at, sign) in text.char_indices() {
        match sign {
            _ if sign == open => depth += 1,
            _ if sign == close && depth == 0 => return Some(at),
            _ if sign == close => depth -= 1,
            _ => {}
        }
    }
    None
}
