//! Owners in plain words at the start of a task: `Mara: send …`, `Mara - send …`, `Rob & Ines to send …`. Any
//! capitalised words may stand there; whether they are people is left to the vault.

use super::owner::{Form, Owner, is_free};
use super::{names, people};
use crate::marks::is_request;
use crate::prose::handed_over;
use namesake_text::text::Span;

/// Whether `text` has a word or sign that may follow such owners.
pub(super) fn is_possible(text: &str) -> bool {
    let mut threes = text.as_bytes().windows(3);
    // The longer dashes and the arrows begin with these two bytes.
    let is_sign = |three: &[u8]| {
        matches!(
            three,
            b"to " | b" - " | b"ll " | b"ld " | b"st " | b"se " | b"ou " | b" ->" | b" =>" | b" | " | b"\\] "
        ) || three.starts_with(b" \xE2")
    };
    // A request stands behind a comma: “Mara, puedes enviar la lista”.
    text.contains([':', ']', ',']) || threes.any(is_sign)
}

/// The owners at the start of `text`, after tags. None where one overlaps `owners` or `markup`.
pub(super) fn find<'a>(text: &'a str, owners: &[Owner], markup: &[Span]) -> Vec<Owner<'a>> {
    // Names are looked for word by word, which most lines need not pay for.
    if !is_possible(text) {
        return Vec::new();
    }
    let start = start(text);
    let (open, close) = brackets(&text[start..]);
    let people::List { owners: mut found, end } = people::list(text, start + open.len());
    let Some(mut end) = text[end..].strip_prefix(close).map(|rest| text.len() - rest.len()) else { return Vec::new() };
    // `[Mara] and [Rob] to send …`
    while let Some((rest, joint)) = joined(&text[end..]).filter(|_| !close.is_empty()) {
        let at = text.len() - rest[joint..].trim_start_matches(' ').len();
        if !text[at..].starts_with(open) {
            break;
        }
        let more = people::list(text, at + open.len());
        let Some(behind) = text[more.end..].strip_prefix(close) else { break };
        found.extend(more.owners);
        end = text.len() - behind.len();
    }
    let is_set_off =
        !close.is_empty() && text[end..].trim_start_matches(['*', '_', ' ', ':']).starts_with(char::is_alphabetic);
    let is_name =
        |owner: &Owner| owner.form == Form::At && owner.span == owner.name_span && names::is_name_alone(owner.name);
    let whole = Span::new(start, end);
    if !(is_set_off || is_told_to(&text[end..])) || !found.iter().all(is_name) || !is_free(whole, owners, markup) {
        return Vec::new();
    }
    for owner in &mut found {
        owner.form = Form::Words;
    }
    found
}

/// What follows the blanks, and how long the word is that joins another name to the one before.
fn joined(after: &str) -> Option<(&str, usize)> {
    let rest = after.trim_start_matches(' ');
    Some((rest, people::joint(rest)?))
}

/// The brackets around names that stand in brackets: `[Mara Voss] Send …`, `(Mara): send …`.
fn brackets(text: &str) -> (&'static str, &'static str) {
    match text {
        _ if text.starts_with("\\[") => ("\\[", "\\]"),
        _ if text.starts_with('(') => ("(", ")"),
        _ if text.starts_with('[') && !text.starts_with("[[") && !text.contains("](") => ("[", "]"),
        _ => ("", ""),
    }
}

/// Where the words begin, behind tags, spaces, a mark (`ACTION:`) and the sign of struck words.
fn start(text: &str) -> usize {
    let mut at = crate::marks::mark(text).unwrap_or_default();
    // `🔴 Mara: send`
    at += text[at..].len() - text[at..].trim_start_matches(is_picture).len();
    let sign = text[at..].strip_prefix("~~").map_or(0, |_| "~~".len());
    at += handed_over(&text[at..]).unwrap_or(sign);
    at += text[at..].strip_prefix("~~").map_or(0, |_| "~~".len());
    // `[00:40:12](https://…) Mara to ask`
    at += text[at..]
        .strip_prefix('[')
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        .map_or(0, |_| text[at..].find(") ").filter(|_| text[at..].contains("](")).map_or(0, |close| close + 2));
    at += priority_ahead(&text[at..]);
    at += bracket_ahead(&text[at..]);
    at += day_ahead(&text[at..]);
    // `For Mara: send …`
    at += text[at..].strip_prefix("For ").filter(|rest| rest.contains(':')).map_or(0, |_| "For ".len());
    loop {
        at += text[at..].len() - text[at..].trim_start_matches(' ').len();
        if !text[at..].starts_with('#') {
            return at;
        }
        at += text[at..].find(' ').unwrap_or(text[at..].len());
    }
}

/// A picture or coloured sign in front.
fn is_picture(c: char) -> bool {
    c == ' ' || matches!(c, '\u{fe0f}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f300}'..='\u{1faff}')
}

/// How urgent it is, in brackets in front: `[High] `, `(P1) `.
fn priority_ahead(text: &str) -> usize {
    const PRIORITIES: [&str; 13] =
        ["high", "medium", "med", "low", "urgent", "critical", "p0", "p1", "p2", "p3", "hoch", "mittel", "niedrig"];
    let inner = text.strip_prefix(['[', '(']).and_then(|rest| rest.split_once([']', ')']));
    let said = inner.filter(|(word, behind)| {
        behind.starts_with(' ') && PRIORITIES.iter().any(|known| word.eq_ignore_ascii_case(known))
    });
    said.map_or(0, |(_, behind)| text.len() - behind.len() + 1)
}

/// A day or a number in brackets in front: `[Nov 5] `, `(12) `.
fn bracket_ahead(text: &str) -> usize {
    let bracket = text.strip_prefix(['[', '(']).and_then(|rest| rest.split_once(['[', ']', ')']));
    let is_counted = |inner: &str| inner.len() <= 24 && inner.contains(|c: char| c.is_ascii_digit());
    let found = bracket.filter(|(inner, behind)| is_counted(inner) && behind.starts_with(' '));
    found.map_or(0, |(_, behind)| text.len() - behind.len() + 1)
}

/// Words about the day in front, with the sign behind them: `By Thursday: `, `12 Nov - `.
fn day_ahead(text: &str) -> usize {
    const STARTS: [&str; 9] = ["By ", "Before ", "Until ", "Bis ", "Avant ", "Antes ", "Entro ", "Voor ", "Do "];
    let is_day = STARTS.iter().any(|start| text.starts_with(start)) || text.starts_with(|c: char| c.is_ascii_digit());
    let sign = [": ", " - ", " – ", " — "].iter().filter_map(|sign| Some(text.find(sign)? + sign.len())).min();
    sign.filter(|end| is_day && *end <= 28).unwrap_or_default()
}

/// Whether the names are followed by what they have to do: `: send …`, ` - send …`, ` to send …`.
fn is_told_to(after: &str) -> bool {
    let after = behind_role(after);
    let signs = people::signs(after);
    let rest = &after[signs..];
    if let Some(rest) = rest.strip_prefix(['-', '–', '—']).filter(|_| after[..signs].ends_with(' ')) {
        return rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    }
    // “Mara, could you send it?”
    if rest.strip_prefix(',').is_some_and(|rest| rest.starts_with(' ') && is_request(rest)) {
        return true;
    }
    if let Some(rest) = rest.strip_prefix(':') {
        return (1..rest.len()).contains(&people::signs(rest));
    }
    if let Some(rest) = ["→ ", "-> ", "=> ", "| "].iter().find_map(|arrow| rest.strip_prefix(arrow)) {
        return rest.starts_with(char::is_alphabetic);
    }
    let told = BIDDEN.iter().find_map(|word| rest.strip_prefix(word)?.strip_prefix(' '));
    // “Deck to be revised by Mara” is Mara's.
    let is_done_by = |rest: &str| rest.starts_with("be ") && rest.contains(" by ");
    told.is_some_and(|rest| rest.starts_with(char::is_lowercase) && !is_done_by(rest))
}

/// What says that somebody has to do what follows.
const BIDDEN: [&str; 16] = [
    "to",
    "will",
    "should",
    "must",
    "shall",
    "needs to",
    "need to",
    "has to",
    "have to",
    "is going to",
    "are going to",
    "is to",
    "agreed to",
    "volunteered to",
    "offered to",
    "promised to",
];

/// What stands behind the role or company of somebody: `: pay` of ` (Treasurer): pay`.
fn behind_role(after: &str) -> &str {
    let inner = after.trim_start_matches(['*', '_']).strip_prefix(" (");
    let behind = inner.and_then(|inner| Some(&inner[inner.find(')').filter(|end| *end <= 40)? + 1..]));
    behind.filter(|behind| behind.trim_start_matches(['*', '_']).starts_with([':', ' '])).unwrap_or(after)
}
