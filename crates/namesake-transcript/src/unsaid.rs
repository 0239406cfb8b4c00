//! Lines of a transcript that nobody says: credits of a recorder, who joined and who left.

use namesake_text::text::{Span, trimmed};

use super::signs::{self, is_invisible};
use super::stamp;
use super::turn::{Line, Turn};

/// How such lines begin, in small letters.
#[rustfmt::skip]
const STARTS: &[&str] = &[
    "transcribed by", "transcription by", "transcript by", "transcript saved", "transcription ended", "transcription saved",
    "this editable transcript", "this transcript was", "captions by", "subtitles by", "view recording", "recording started",
    "recording stopped", "meeting ended", "transkribiert von", "transkription von", "untertitel von", "untertitel der",
    "end of recording", "end of transcript", "ende der aufnahme", "fin de l'enregistrement",
    "sous-titres", "sous-titrage", "transcrit par", "transcrito por", "transcrição por", "trascrizione di", "legendas por",
];

/// How such lines end, in small letters.
const ENDS: &[&str] = &[
    "started transcription",
    "stopped transcription",
    "joined the meeting",
    "left the meeting",
    "joined the call",
    "left the call",
];

/// What such lines hold, in small letters: how a recorder marks a place, and how a chat says who came.
const INSIDE: [&str; 3] = [" - watch: http", " - watch (", " has joined #"];

/// Signs that a chat puts before what it says itself.
const SIGNS: [&str; 4] = ["-!-", "-->", "<--", "***"];

/// What a scribe writes before a line of minutes, in small letters.
const SCRIBED: [&str; 5] = ["scribe: ", "scribenick: ", "topic: ", "subtopic: ", "resolution: "];

/// Longest line of the sort, in bytes.
const LONGEST: usize = 200;

/// Whether a line is one of these.
pub fn is_unsaid(line: &str) -> bool {
    let rest = stamp::leading(line).map_or(line, |(_, len)| line[len..].trim_start());
    let speaks_itself = |rest: &str| rest.starts_with([' ', '\t']) && stamp::leading(rest.trim_start()).is_none();
    let does = rest.len() < line.len() && rest.starts_with("* ");
    if does || SIGNS.iter().any(|sign| rest.strip_prefix(sign).is_some_and(speaks_itself)) {
        return true;
    }
    let is_start = |start: &&str| line.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    if SCRIBED.iter().any(is_start) {
        return true;
    }
    let bare = line.trim_matches(|c: char| c.is_whitespace() || "*_()[]<>.📝🎙".contains(c));
    if bare.len() > LONGEST || bare.contains(": ") && !bare.contains("://") {
        return false;
    }
    let small = bare.to_lowercase();
    STARTS.iter().any(|start| small.starts_with(start))
        || ENDS.iter().any(|end| small.ends_with(end))
        || INSIDE.iter().any(|words| small.contains(words))
}

/// The time that stands alone on a line. Teams says it in words before: `0 minutes 3 seconds0:03`.
pub fn lone_time(text: &str, line: Line) -> Option<Span> {
    let spelled = stamp::counted(line.of(text)).unwrap_or_default();
    if let Some(len) = stamp::stamp(&line.of(text)[spelled..]).filter(|len| spelled > 0 && spelled + len == line.len())
    {
        return Some(Span::new(line.end - len, line.end));
    }
    let words = ["Kl. ", "kl. ", "Kl ", "kl ", "At ", "Um "].iter().find_map(|lead| line.of(text).strip_prefix(lead));
    let words = words.unwrap_or(line.of(text));
    let (time, len) = stamp::leading(words)?;
    words[len..].trim_matches(['-', ' ', '|', '*', ':']).is_empty().then(|| time.shifted(line.end - words.len()))
}

/// Whether a line is a title among the turns: all of it in bold, and no sentence.
pub fn is_title(text: &str, line: Line) -> bool {
    let inner = line.of(text).strip_prefix("**").and_then(|rest| rest.strip_suffix("**"));
    inner.is_some_and(|inner| {
        inner.len() <= 60
            && !inner.is_empty()
            && !inner.contains('*')
            && !inner.ends_with(['.', '?', '!', '…', ',', ':'])
    })
}

/// What is said in a line that goes on with a turn: a list marker is no part of it.
pub fn said(text: &str, line: Line) -> Line {
    let marker = ["- ", "* ", "+ "].iter().find_map(|marker| line.of(text).strip_prefix(marker));
    marker.map_or(line, |rest| Span::new(line.end - rest.trim_start().len(), line.end))
}

/// Takes tags and what is invisible out of the words of `turn`.
pub fn cut_tags(text: &str, turn: &mut Turn) {
    if !turn.words.iter().any(|piece| piece.of(text).contains(|c| matches!(c, '<' | '=') || is_invisible(c))) {
        return;
    }
    let mut words = Vec::new();
    for piece in &turn.words {
        let (inner, mut start) = (piece.of(text), 0);
        let hidden = inner.char_indices().filter(|(_, c)| is_invisible(*c)).map(|(at, c)| (at, at + c.len_utf8()));
        let mut cuts: Vec<(usize, usize)> = signs::tags(inner).chain(hidden).chain(signs::highlights(inner)).collect();
        cuts.sort_unstable();
        for (from, to) in cuts {
            words.push(Span::new(start, from).shifted(piece.start));
            start = to;
        }
        words.push(Span::new(start, inner.len()).shifted(piece.start));
    }
    turn.words = words.into_iter().map(|piece| trimmed(text, piece)).filter(|piece| !piece.is_empty()).collect();
}

/// Takes the signs of emphasis out of the words of `turn`.
pub fn cut_emphasis(text: &str, turn: &mut Turn) {
    let count = |piece: &Span| piece.of(text).matches('*').count();
    if !turn.words.iter().any(|piece| count(piece) > 0 && count(piece) % 2 == 0) {
        return;
    }
    let mut words = Vec::new();
    for piece in std::mem::take(&mut turn.words) {
        let mut start = piece.start;
        let is_paired = count(&piece) % 2 == 0 && !piece.of(text).contains(" * ");
        for (at, _) in piece.of(text).match_indices('*').filter(|_| is_paired) {
            words.push(Span::new(start, piece.start + at));
            start = piece.start + at + 1;
        }
        words.push(Span::new(start, piece.end));
    }
    turn.words = words.into_iter().map(|piece| trimmed(text, piece)).filter(|piece| !piece.is_empty()).collect();
}

/// Takes the time off the end of the words of `turn` where it is set off by other signs than brackets: `00:05` in code or in
/// italics. It is the turn's where it has no other.
pub fn cut_last_time(text: &str, turn: &mut Turn) {
    const SIGNS: [char; 3] = ['`', '*', '_'];
    let Some(last) = turn.words.last_mut().filter(|_| turn.times.is_empty()) else { return };
    let words = last.of(text);
    let inner = words.trim_end_matches(SIGNS);
    let open = if inner.len() < words.len() { inner.rfind(SIGNS) } else { None };
    let Some(start) = open.map(|open| open + 1) else { return };
    if stamp::stamp(&inner[start..]) == Some(inner.len() - start) {
        turn.times.push(Span::new(start, inner.len()).shifted(last.start));
        let rest = words[..start].trim_end_matches(|c: char| SIGNS.contains(&c) || " —–-|".contains(c));
        last.end = last.start + rest.len();
    }
}

/// Takes the times out of the words of `turn`: `[00:05:00]` anywhere, and one in round brackets at the end, which is the
/// turn's where it has no other.
pub fn cut_times(text: &str, turn: &mut Turn) {
    if !turn.words.iter().any(|piece| piece.of(text).contains(['[', '(', '#'])) {
        return;
    }
    let mut words = Vec::new();
    let last = turn.words.len() - 1;
    for (nth, piece) in turn.words.iter().enumerate() {
        let inner = piece.of(text);
        let (mut start, mut from) = (0, 0);
        while let Some(open) = inner[from..].find(['[', '(', '#']).map(|open| from + open) {
            from = open + 1;
            let Some((time, len)) = stamp::leading(&inner[open..]) else { continue };
            let is_end = nth == last && inner[open + len..].trim().is_empty() && turn.times.is_empty();
            let is_number = !time.of(&inner[open..]).contains(|c: char| !c.is_ascii_digit() && c != '.');
            if is_number || inner.as_bytes()[open] == b'(' && !is_end {
                continue;
            }
            words.push(Span::new(start, open).shifted(piece.start));
            turn.times.push(time.shifted(piece.start + open));
            start = open + len;
            from = start;
        }
        words.push(Span::new(start, inner.len()).shifted(piece.start));
    }
    turn.words = words.into_iter().map(|piece| trimmed(text, piece)).filter(|piece| !piece.is_empty()).collect();
}
