//! A turn of a transcript and a line of it: what all forms are read into and from.

use namesake_text::text::Span;

/// What one speaker says at a stretch. All spans are bytes of the text it was read from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Turn {
    /// The speaker's label.
    pub speaker: Option<Span>,
    /// When it was said, as written, without brackets: one time, or that of each caption.
    pub times: Vec<Span>,
    /// The words, in order: a piece for each line, markup left out. Never empty.
    pub words: Vec<Span>,
}

impl Turn {
    /// When it begins.
    pub fn time(&self) -> Option<Span> {
        self.times.first().copied()
    }

    /// When the words at byte `at` were said: by the last caption that begins before them.
    pub fn time_at(&self, at: usize) -> Option<Span> {
        let before = self.times.partition_point(|time| time.start <= at);
        self.times.get(before.saturating_sub(1)).copied()
    }

    /// What was said, in one line.
    pub fn said(&self, text: &str) -> String {
        in_one_line(text, &self.words)
    }
}

/// Pieces of words with a blank between two, if anything but markup parts them.
pub fn in_one_line(text: &str, pieces: &[Span]) -> String {
    let mut said = String::new();
    let mut end = None;
    for piece in pieces {
        let between = end.map_or("", |end| Span::new(end, piece.start).of(text));
        let is_apart = between.contains(char::is_whitespace) || between.contains("<br");
        if is_apart || end == Some(piece.start) {
            said.push(' ');
        }
        said.push_str(piece.of(text));
        end = Some(piece.end);
    }
    said
}

/// Turns of captions: those of one named speaker as one. What nobody is named for goes on with a sentence that has not
/// ended.
pub(super) fn joined(text: &str, parts: Vec<Turn>) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    for part in parts.into_iter().filter(|part| !part.words.is_empty()) {
        let goes_on = |last: &Turn| match (last.speaker, part.speaker) {
            (Some(before), Some(now)) => before.of(text) == now.of(text),
            (_, None) => is_open(text, last) && goes_on_with(text, last, &part),
            (None, Some(_)) => false,
        };
        match turns.last_mut().filter(|last| goes_on(last)) {
            Some(last) => {
                last.times.extend(part.times);
                last.words.extend(part.words);
            }
            None => turns.push(part),
        }
    }
    turns
}

/// Whether the last sentence of a turn has no end yet.
fn is_open(text: &str, turn: &Turn) -> bool {
    turn.words.last().is_some_and(|words| !words.of(text).ends_with(['.', '?', '!', '…', '"', '”', '。', '？', '！']))
}

/// Whether a part begins in small letters, or both are in capitals.
fn goes_on_with(text: &str, turn: &Turn, part: &Turn) -> bool {
    let is_shouted = |turn: &Turn| turn.words.iter().all(|words| !words.of(text).contains(char::is_lowercase));
    let first = part.words.first().map_or("", |words| words.of(text));
    first.starts_with(char::is_lowercase)
        || (is_shouted(turn) && is_shouted(part) && first.starts_with(char::is_uppercase))
}

/// A line of a transcript, without its line ending, the `>` of a callout and blanks at its ends; empty where it is a
/// fence, a heading or a rule.
pub(super) type Line = Span;
