//! The pieces that transcripts are made of: times, speakers' labels, and the lines that hold them.

use namesake_text::text::{Span, trimmed};

use super::speakers::is_nobody;
use super::turn::Line;

/// Longest label, in bytes: two long names and a company in brackets.
const LONGEST: usize = 80;

/// Words that stand in names without a capital letter.
const PARTICLES: &[&str] = &[
    "de", "da", "del", "della", "der", "den", "di", "du", "la", "le", "van", "von", "bin", "al", "el", "y", "und",
    "and", "of",
];

/// A line's label and time, and where its words begin.
#[derive(Debug, Clone, Copy)]
pub struct Label {
    pub speaker: Span,
    pub time: Option<Span>,
    pub words: usize,
}

/// How many bytes of `text` are a time: `0:05`, `00:01:02`, `00:00:19.20`, `0:0:2.45`, `10:01 AM`.
pub fn stamp(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let digits = |at: usize| bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut at = digits(0);
    if !(1..=2).contains(&at) {
        return None;
    }
    let mut parts = 1;
    while parts < 3 && bytes.get(at) == Some(&b':') && (1..=2).contains(&digits(at + 1)) {
        at += 1 + digits(at + 1);
        parts += 1;
    }
    if parts < 2 || bytes.get(at) == Some(&b':') {
        return None;
    }
    if matches!(bytes.get(at), Some(b'.' | b',')) && (1..=3).contains(&digits(at + 1)) {
        at += 1 + digits(at + 1);
    }
    let rest = &text[at..];
    let half = [" AM", " PM", " am", " pm"].iter().find(|half| rest.starts_with(**half));
    at += half.map_or(0, |half| half.len());
    text[at..].chars().next().is_none_or(|c| !c.is_alphanumeric()).then_some(at)
}

/// The time that `text` begins with, in brackets or not, and how many bytes that takes in all.
fn bracketed(text: &str) -> Option<(Span, usize)> {
    let open = usize::from(text.starts_with(['[', '(']));
    let len = stamp(&text[open..])?;
    let end = open + len;
    match open {
        0 => Some((Span::new(0, end), end)),
        _ => text[end..].starts_with([']', ')']).then_some((Span::new(open, end), end + 1)),
    }
}

/// The time at the beginning of a line, and where the rest begins.
pub fn leading_stamp(text: &str, line: Line) -> Option<(Span, usize)> {
    let (time, len) = bracketed(line.of(text))?;
    let rest = Span::new(line.start + len, line.end);
    Some((time.shifted(line.start), trimmed(text, rest).start))
}

/// The time at which a cue begins: `00:01.000 --> 00:04.000`, whatever settings follow.
pub fn timing(text: &str, line: Line) -> Option<Span> {
    let (from, to) = line.of(text).split_once("-->")?;
    stamp(to.trim())
        .or_else(|| stamp(to.trim_start().split(' ').next().unwrap_or_default()))
        .and_then(|_| stamp(from.trim()).filter(|len| *len == from.trim().len()))
        .map(|len| Span::new(line.start, line.start + len))
}

/// Whether `text` may be a speaker's label: up to five words, each with a capital letter or in a script that has none.
pub fn is_label(text: &str) -> bool {
    let name = text.split(['(', '[']).next().unwrap_or_default();
    let mut words = 0;
    for word in name.split_whitespace() {
        words += 1;
        let starts = word.chars().next().is_some_and(|c| c.is_alphanumeric() && !c.is_lowercase());
        let inside = |c: char| c.is_alphanumeric() || "-_'’.&@".contains(c);
        let stops = word.ends_with('.') && word.chars().count() > 4;
        if words > 5 || stops || !(starts || PARTICLES.contains(&word)) || !word.chars().all(inside) {
            return false;
        }
    }
    let ends = name.len() == text.len() || text.trim_end().ends_with([')', ']']);
    words > 0 && ends && text.len() <= LONGEST && name.chars().any(char::is_alphabetic)
}

/// A line such as `Mara Voss: Great`, `[0:19] **Mara Voss:** Great`, `- Mara Voss (0:19): Great`.
pub fn labelled(text: &str, line: Line) -> Option<Label> {
    let words = line.of(text);
    let mut at = bullet(words);
    let mut time = None;
    if let Some((span, len)) = bracketed(&words[at..]) {
        time = Some(span.shifted(line.start + at));
        at += len;
        at += words[at..].len() - words[at..].trim_start_matches([' ', '\t', '-', '–', '|']).len();
    }
    at += marks(&words[at..]);
    let rest = &words[at..];
    // A time in the label has colons too: the one that counts has a blank or a mark behind it.
    let ends = |colon: usize| rest[colon + 1..].chars().next().is_none_or(|c| c.is_whitespace() || c == '*');
    let colon = rest.bytes().take(LONGEST).enumerate().find(|(at, byte)| *byte == b':' && ends(*at))?.0;
    let mut label = Span::new(at, at + rest[..colon].trim_end_matches(['*', '_', ' ']).len());
    let stamped = trailing_stamp(label.of(words));
    if let Some((name, span)) = stamped {
        time = Some(span.shifted(line.start + at));
        label.end = at + words[at..at + name].trim_end_matches(['*', '_', ' ', '|']).len();
    }
    let after = at + colon + 1;
    let start = after + marks(&words[after..]);
    let behind = Span::new(line.start + start, line.end);
    let speaker = shown(text, trimmed(text, label.shifted(line.start)));
    let name = speaker.of(text);
    // What has its time behind it may be in small letters: `rob (0:19):`.
    let is_small = |name: &str| is_nobody(name) || (stamped.is_some() && !name.contains(' '));
    let is_speaker = is_label(name) || (name.starts_with(char::is_alphabetic) && is_small(name));
    is_speaker.then(|| Label { speaker, time, words: trimmed(text, behind).start })
}

/// What a link shows: `Rob` of `[[Rob Benoit|Rob]]`.
fn shown(text: &str, label: Span) -> Span {
    let link = label.of(text).strip_prefix("[[").and_then(|link| link.strip_suffix("]]"));
    let name = link.and_then(|link| link.rsplit(['|', '/']).next());
    name.map_or(label, |name| Span::new(label.end - 2 - name.len(), label.end - 2))
}

/// A line such as `Mara Voss  0:19`, `**Mara Voss** 0:19`, `[Mara Voss] 10:01:02`, `00:01:02 Mara Voss`, with the words
/// below it.
pub fn head(text: &str, line: Line) -> Option<Label> {
    let words = line.of(text);
    if words.len() > 2 * LONGEST {
        return None;
    }
    let (name, time) = match bracketed(words) {
        Some((time, len)) => (Span::new(len, words.len()), time),
        None => {
            let (name, time) = trailing_stamp(words)?;
            (Span::new(0, name), time)
        }
    };
    let inner = name.of(words).trim_matches(|c: char| c.is_whitespace() || "*_[]|-–:".contains(c));
    let start = name.start + name.of(words).find(inner)?;
    let speaker = Span::new(start, start + inner.len()).shifted(line.start);
    // `Then 10:30` is a sentence; a name alone on its line has two words, or is set off from its time.
    let around = name.of(words);
    let is_apart = around.trim_end_matches(' ').ends_with([']', '*', '\t', '|']) || around.ends_with("  ");
    let is_set = inner.contains(' ') || is_apart || around.starts_with(" - ") || is_nobody(inner);
    (is_set && is_label(inner)).then(|| Label { speaker, time: Some(time.shifted(line.start)), words: line.end })
}

/// Where the name ends and which bytes are the time in `Mara Voss  (0:19)`.
fn trailing_stamp(text: &str) -> Option<(usize, Span)> {
    let kept = text.trim_end_matches(['*', '_', ' ', '\t']);
    let inner = kept.trim_end_matches([')', ']']);
    let lower = inner.strip_suffix("AM").or_else(|| inner.strip_suffix("PM"));
    let clock = lower.map_or(inner, str::trim_end);
    let start = clock
        .rfind(|c: char| !c.is_ascii_digit() && !":.,".contains(c))
        .map(|at| at + clock[at..].chars().next().map_or(1, char::len_utf8))?;
    let len = stamp(&inner[start..]).filter(|len| start + len == inner.len())?;
    let name = text[..start].trim_end_matches(['(', '[']);
    // `Voss0:19` is neither.
    let apart = name.len() < start || name.ends_with([' ', '\t', '*', '|', '\u{a0}']);
    apart.then_some((name.len(), Span::new(start, start + len)))
}

/// How many bytes of `text` are a list marker and blanks.
fn bullet(text: &str) -> usize {
    ["- ", "* ", "+ "]
        .iter()
        .find(|bullet| text.starts_with(**bullet))
        .map_or(0, |_| text.len() - text[2..].trim_start().len())
}

/// How many bytes of `text` are signs of emphasis.
fn marks(text: &str) -> usize {
    text.len() - text.trim_start_matches(['*', '_']).len()
}
