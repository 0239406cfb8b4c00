//! Speakers' labels, and the lines that hold them with a time.

use namesake_text::text::{Span, trimmed};

use super::speakers::is_nobody;
use super::stamp::{self, stamp};
use super::turn::Line;

/// Longest label, in bytes: two long names and a company in brackets.
const LONGEST: usize = 80;

/// Words that stand in names without a capital letter.
const PARTICLES: &[&str] = &[
    "de", "da", "del", "della", "der", "den", "di", "du", "la", "le", "van", "von", "zu", "bin", "al", "el", "y",
    "und", "and", "of", "the",
];

/// What stands between a name and what else a label says: a company, a department, pronouns.
const BEHIND: [&str; 8] = [" (", " [", " | ", " - ", " – ", " — ", " / ", " · "];

/// A line's label and time, and where its words begin.
#[derive(Debug, Clone, Copy)]
pub struct Label {
    pub speaker: Span,
    pub time: Option<Span>,
    pub words: usize,
}

/// The time at the beginning of a line, and where the rest begins.
pub fn leading_stamp(text: &str, line: Line) -> Option<(Span, usize)> {
    let words = line.of(text);
    let (time, len) = stamp::leading(words)?;
    let rest = words[len..].trim_start_matches([' ', '\t', '\u{a0}', '·', '•', '|', '–', '—', '-']);
    Some((time.shifted(line.start), line.end - rest.len()))
}

/// The time at which a cue begins: `00:01.000 --> 00:04.000`, whatever settings follow.
pub fn timing(text: &str, line: Line) -> Option<Span> {
    let (from, to) = line.of(text).split_once("-->")?;
    stamp(to.trim())
        .or_else(|| stamp(to.trim_start().split(' ').next().unwrap_or_default()))
        .and_then(|_| stamp(from.trim()).filter(|len| *len == from.trim().len()))
        .map(|len| Span::new(line.start, line.start + len))
}

/// The name in a label: `Mara Voss` of `Mara Voss (she/her) | Northmere`.
pub fn name_in(label: &str) -> &str {
    let begins = |(at, _): &(usize, &str)| BEHIND.iter().any(|sign| label[*at..].starts_with(sign));
    let end = label.match_indices(' ').find(begins).map_or(label.len(), |(at, _)| at);
    label[..end].trim()
}

/// Whether `text` may be a speaker's label: up to five words, each with a capital letter or in a script that has none, or an
/// e-mail address; behind them perhaps a company, pronouns or the like.
pub fn is_label(text: &str) -> bool {
    let name = name_in(text);
    let behind = text.trim_start()[name.len()..].trim();
    let is_closed = match behind.chars().next() {
        Some('(') => behind.ends_with(')'),
        Some('[') => behind.ends_with(']'),
        _ => behind.split_whitespace().count() <= 6 && !behind.contains(['.', '?', '!', ',', ':']),
    };
    if text.len() > LONGEST || !is_closed {
        return false;
    }
    let sides: Vec<&str> = name.split(", ").collect();
    match sides[..] {
        [name] => is_address(name) || is_name(name),
        // `Voss, Mara`
        [last, first] => [last, first].iter().all(|side| is_name(side) && side.split(' ').count() <= 3),
        _ => false,
    }
}

fn is_name(name: &str) -> bool {
    let mut words = 0;
    for word in name.split_whitespace() {
        words += 1;
        let starts = word.chars().next().is_some_and(|c| c.is_alphanumeric() && !c.is_lowercase());
        let inside = |c: char| c.is_alphanumeric() || "-_'’.&@".contains(c) || is_mark(c);
        let stops = word.ends_with('.') && word.chars().count() > 4;
        if words > 5 || stops || !(starts || PARTICLES.contains(&word)) || !word.chars().all(inside) {
            return false;
        }
    }
    words > 0 && name.chars().any(char::is_alphabetic)
}

/// Vowels and accents that are letters of their own in some scripts.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}' | '\u{e31}'..='\u{e4e}')
}

fn is_address(text: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || "._-+".contains(c));
    text.split_once('@').is_some_and(|(local, host)| plain(local) && plain(host) && host.contains('.'))
}

/// A line such as `Mara Voss: Great`, `[0:19] **Mara Voss:** Great`, `- Mara Voss (0:19): Great`, `[Mara Voss] Great`,
/// `0:19 <Mara> Great`.
pub fn labelled(text: &str, line: Line) -> Option<Label> {
    let words = line.of(text);
    let mut at = bullet(words);
    let mut time = None;
    if let Some((span, len)) = stamp::leading(&words[at..]) {
        time = Some(span.shifted(line.start + at));
        at += len;
        at += words[at..].len() - words[at..].trim_start_matches([' ', '\t', '-', '–', '—', '|', '·', ':', ',']).len();
    }
    at += marks(&words[at..]);
    let rest = &words[at..];
    if let Some(label) = bracketed(text, line, at, time) {
        return Some(label);
    }
    if let Some(label) = sentenced(text, line, at, time) {
        return Some(label);
    }
    // A time in the label has colons too: the one that counts has a blank or a mark behind it.
    let ends = |(at, c): &(usize, char)| match c {
        ':' => rest[at + 1..].chars().next().is_none_or(|c| c.is_whitespace() || matches!(c, '*' | '_')),
        '：' => true,
        _ => false,
    };
    let (colon, sign) = rest.char_indices().take_while(|(at, _)| *at < LONGEST).find(ends)?;
    let mut label = Span::new(at, at + rest[..colon].trim_end_matches(['*', '_', ' ', '\u{a0}', '\u{202f}']).len());
    let stamped = trailing_stamp(label.of(words));
    if let Some((name, span)) = stamped {
        time = Some(span.shifted(line.start + at));
        label.end = at + words[at..at + name].trim_end_matches(['*', '_', ' ', '|', ',', '-', '–']).len();
    }
    let after = at + colon + sign.len_utf8();
    let mut start = after + marks(&words[after..]);
    // `Mara Voss: [0:19] Great`
    if let Some((span, len)) = time.is_none().then(|| stamp::leading(words[start..].trim_start())).flatten() {
        let blank = words[start..].len() - words[start..].trim_start().len();
        let is_set_off = words[start + blank..].starts_with(['[', '(', '*']);
        if is_set_off {
            time = Some(span.shifted(line.start + start + blank));
            start += blank + len;
        }
    }
    let behind = Span::new(line.start + start, line.end);
    let speaker = chatting(text, shown(text, trimmed(text, label.shifted(line.start))));
    let name = speaker.of(text);
    // What has its time behind it may be in small letters: `rob (0:19):`.
    let is_small = |name: &str| is_nobody(name) || (stamped.is_some() && !name.contains(' '));
    let is_speaker = is_label(name) || (name.starts_with(char::is_alphabetic) && is_small(name));
    is_speaker.then(|| Label { speaker, time, words: trimmed(text, behind).start })
}

/// `**Mme Odile Carsac.** Merci`: a label in bold that a full stop ends, from byte `at` of the line on, as minutes of
/// parliaments have it.
fn sentenced(text: &str, line: Line, at: usize, time: Option<Span>) -> Option<Label> {
    let words = line.of(text);
    if !words[..at].ends_with("**") {
        return None;
    }
    let end = at + words[at..].find("**")?;
    let name = words[at..end].strip_suffix('.')?;
    let behind = trimmed(text, Span::new(line.start + end + 2, line.end));
    let is_name = name.starts_with(char::is_uppercase) && name.split_whitespace().count() <= 7 && name.len() <= LONGEST;
    let speaker = Span::new(line.start + at, line.start + at + name.len());
    (is_name && !behind.is_empty() && !name.contains(['?', '!', ':'])).then_some(Label {
        speaker,
        time,
        words: behind.start,
    })
}

/// `[Mara Voss] Great` and `<mara> Great`, from byte `at` of the line on.
fn bracketed(text: &str, line: Line, at: usize, time: Option<Span>) -> Option<Label> {
    let rest = &line.of(text)[at..];
    let close = match rest.as_bytes().first()? {
        b'[' if !rest.starts_with("[[") => ']',
        b'<' => '>',
        _ => return None,
    };
    let end = rest.find(close)?;
    let inside = &rest[1..end];
    // `[0:19 Mara Voss] Great`
    let stamped = stamp::leading(inside).filter(|(_, len)| *len < inside.len());
    let blank = stamped.map_or(0, |(_, len)| {
        len + inside[len..].len() - inside[len..].trim_start_matches([' ', '-', '–', '|', ',']).len()
    });
    let (name, behind) = (&inside[blank..], &rest[end + 1..]);
    let is_speaker = is_label(name)
        || (!name.is_empty() && is_nobody(name))
        || (close == '>' && time.is_some() && !name.contains(' '));
    if !is_speaker || behind.starts_with('(') || behind.trim().is_empty() || behind.trim_start().starts_with('[') {
        return None;
    }
    let start = line.start + at;
    let words = Span::new(start + end + 1, line.end);
    let words = Span::new(
        words.start + words.of(text).len() - words.of(text).trim_start_matches([':', '*', '_']).len(),
        line.end,
    );
    // `[Mara Voss] 10:01:02` is a line of its own.
    let rest = trimmed(text, words);
    let is_head = stamp(rest.of(text)).is_some_and(|len| len == rest.len());
    let time = time.or(stamped.map(|(time, _)| time.shifted(start + 1)));
    (!is_head).then(|| Label { speaker: Span::new(start + 1 + blank, start + end), time, words: rest.start })
}

/// Who writes in a chat: `Mara Voss` of `From Mara Voss to Everyone`.
fn chatting(text: &str, label: Span) -> Span {
    let words = label.of(text);
    let start = words.strip_prefix("From ").map_or(0, |rest| words.len() - rest.trim_start().len());
    let rest = &words[start..];
    let end = [" to ", " To "].iter().find_map(|sign| rest.find(sign)).map_or(words.len(), |end| start + end);
    if start > 0 || ["Everyone", "everyone"].iter().any(|all| words.ends_with(all)) {
        trimmed(text, Span::new(start, end).shifted(label.start))
    } else {
        label
    }
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
    let (name, time) = match stamp::leading(words) {
        Some((time, len)) => (Span::new(len, words.len()), time),
        None => {
            let (name, time) = trailing_stamp(words)?;
            (Span::new(0, name), time)
        }
    };
    let inner = name.of(words).trim_matches(|c: char| c.is_whitespace() || "*_`[]|-–—:·,".contains(c));
    let start = name.start + name.of(words).find(inner)?;
    let speaker = shown(text, Span::new(start, start + inner.len()).shifted(line.start));
    // `Then 10:30` is a sentence; a name alone on its line has two words, or is set off from its time.
    let around = name.of(words);
    let is_apart = around.trim_end_matches(' ').ends_with([']', '*', '\t', '|', ',', '·', '-', '–', '—'])
        || around.ends_with("  ")
        || words[name.end..].starts_with(['(', '[']);
    let is_set = inner.contains(' ')
        || is_apart
        || around.starts_with(" - ")
        || is_nobody(inner)
        || is_address(inner)
        || inner.starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase());
    let is_named = !inner.is_empty() && (is_label(inner) || is_nobody(inner));
    (is_set && is_named).then(|| Label { speaker, time: Some(time.shifted(line.start)), words: line.end })
}

/// Where the name ends and which bytes are the time in `Mara Voss  (0:19)`, `Mara Voss 0:19 - 0:25`.
fn trailing_stamp(text: &str) -> Option<(usize, Span)> {
    // A time has no blank in front of a digit but in `10:01 AM` and between both ends of a range.
    let starts = text.char_indices().filter(|(at, c)| {
        c.is_ascii_digit() && text[..*at].chars().next_back().is_some_and(|before| " \t([*|`\u{a0}".contains(before))
    });
    for (start, _) in starts {
        let open = text[..start].ends_with(['(', '[']);
        let from = if open { start - 1 } else { start };
        let Some((time, len)) = stamp::leading(&text[from..]) else { continue };
        if text[from + len..].chars().all(|c| "*_` \t)]".contains(c)) {
            let name = text[..from].trim_end_matches(['(', '[', '`']);
            return Some((name.len(), time.shifted(from)));
        }
    }
    None
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
