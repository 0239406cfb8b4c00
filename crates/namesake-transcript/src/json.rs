//! A transcript as JSON, as Whisper, `AssemblyAI`, Deepgram, Rev, Teams and others write it. They agree on little but on
//! this: somewhere is a list of objects, each of which says what was said, and most say when and by whom.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::speakers::is_nobody;
use super::turn::{Turn, joined};
use namesake_text::text::Span;

/// Names of what was said.
#[rustfmt::skip]
const WORDS: [&str; 14] = [
    "text", "transcript", "spokenText", "sentence", "content", "body", "utterance", "words_text", "value", "caption",
    "display", "punctuated_word", "word", "utf8",
];
/// Names of who said it.
const SPEAKERS: [&str; 13] = [
    "speakerDisplayName",
    "speaker_display_name",
    "speaker",
    "speaker_name",
    "speakerName",
    "speaker_label",
    "speakerLabel",
    "speaker_id",
    "speakerId",
    "name",
    "speakerTag",
    "participant",
    "user",
];
/// Names of the channel. It counts as the speaker only if it has the name of one: `microphone`.
const CHANNELS: [&str; 2] = ["source", "channel"];
/// Names of when it was said.
const TIMES: [&str; 15] = [
    "start",
    "start_time",
    "startTime",
    "startDateTime",
    "start_timestamp",
    "begin",
    "from",
    "offset",
    "timestamp",
    "ts",
    "time",
    "startOffset",
    "start_ms",
    "tStartMs",
    "timestamps",
];
/// Names of the list of what it may have been, the likeliest first.
const GUESSES: [&str; 2] = ["alternatives", "nBest"];
/// Names of the pieces of one turn that has no words of its own.
const PIECES: [&str; 5] = ["sentences", "elements", "segments", "words", "segs"];

/// The most objects that are looked at.
const MOST: usize = 1_000_000;

/// One object that says something.
struct Part {
    speaker: Option<String>,
    time: Option<String>,
    words: String,
}

/// The turns of the transcript in `json`, with the text that they are spans of: a line for each part. `None` where it is no
/// JSON, nothing in it is said, or it has more lists and objects than [`MOST`].
pub fn read(json: &str) -> Option<(String, Vec<Turn>)> {
    let value: Value = serde_json::from_str(json).ok()?;
    let mut best: Option<Vec<Part>> = None;
    let mut left = MOST;
    let mut lists = vec![&value];
    while let Some(value) = lists.pop() {
        left = left.checked_sub(1)?;
        match value {
            Value::Array(items) => {
                let parts = parts(items);
                if parts.len() * 2 > items.len() && best.as_ref().is_none_or(|best| worth(&parts) > worth(best)) {
                    best = Some(parts);
                }
                lists.extend(items);
            }
            Value::Object(fields) => lists.extend(fields.values()),
            _ => {}
        }
    }
    let mut best = best?;
    let names = names(&value);
    for speaker in best.iter_mut().filter_map(|part| part.speaker.as_mut()) {
        if let Some(name) = names.get(speaker) {
            speaker.clone_from(name);
        }
    }
    Some(written(&best))
}

/// What the speakers are called that a list beside the talk names: `{"id": 0, "name": "Mara Voss"}`.
fn names(value: &Value) -> BTreeMap<String, String> {
    let lists = ["speakers", "participants"].iter().filter_map(|name| value.get(name)?.as_array());
    let named = |one: &Value| Some((said(one.get("id")?)?, said(one.get("name")?)?));
    lists.flatten().filter_map(named).collect()
}

/// Parts with speakers before those without, and sentences before single words.
fn worth(parts: &[Part]) -> (bool, usize) {
    let spoken = parts.iter().any(|part| part.speaker.is_some());
    let words: usize = parts.iter().map(|part| part.words.split_whitespace().count()).sum();
    (spoken, 100 * words / parts.len().max(1))
}

/// The parts that `items` are. A mark without a time ends the word before it.
fn parts(items: &[Value]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for part in items.iter().filter_map(Value::as_object).filter_map(part) {
        let is_mark = part.time.is_none() && !part.words.contains(char::is_alphanumeric) && part.words.len() < 4;
        match parts.last_mut().filter(|_| is_mark) {
            Some(last) => last.words.push_str(&part.words),
            None => parts.push(part),
        }
    }
    parts
}

fn part(fields: &Map<String, Value>) -> Option<Part> {
    let first = |names: &[&str]| names.iter().find_map(|name| fields.get(*name).and_then(said));
    let guess = || GUESSES.iter().find_map(|name| fields.get(*name)?.as_array()?.first()?.as_object());
    // A number is nobody's words: `{"name": "Revenue", "value": 3}`.
    let text = |fields: &Map<String, Value>| {
        WORDS.iter().find_map(|name| fields.get(*name).filter(|value| value.is_string()).and_then(said))
    };
    let words = text(fields)
        .or_else(|| guess().and_then(text))
        .or_else(|| PIECES.iter().find_map(|name| fields.get(*name)?.as_array().map(|list| run_together(list))))?;
    let nested = || PIECES.iter().find_map(|name| fields.get(*name)?.as_array()?.first()?.as_object());
    let when = |fields: &Map<String, Value>| TIMES.iter().find_map(|name| moment(fields.get(*name)?));
    let time = when(fields).or_else(|| nested().and_then(when));
    let channel = || CHANNELS.iter().find_map(|name| said(fields.get(*name)?)).filter(|name| is_channel(name));
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then(|| Part { speaker: first(&SPEAKERS).or_else(channel), time, words })
}

fn is_channel(name: &str) -> bool {
    is_nobody(name) && name.contains(char::is_alphabetic)
}

/// A time as written, or the beginning of a span: `{"from": "00:00:02,400"}`.
fn moment(value: &Value) -> Option<String> {
    match value {
        Value::Object(fields) => ["from", "start", "relative"].iter().find_map(|name| said(fields.get(*name)?)),
        _ => said(value),
    }
}

/// A text or number as written, or what an object beside calls it: `{"name": "Mara Voss"}`.
fn said(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => {
            Some(text.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())
        }
        Value::Number(number) => Some(number.to_string()),
        Value::Object(fields) => {
            ["name", "displayName", "display_name", "label", "id"].iter().find_map(|name| said(fields.get(*name)?))
        }
        _ => None,
    }
}

/// Pieces of one turn as its words. Marks are pieces of their own at Rev, with the blanks between words.
fn run_together(pieces: &[Value]) -> String {
    let piece = |piece: &Value| WORDS.iter().find_map(|name| piece.get(*name)?.as_str().map(str::to_owned));
    let has_blanks = pieces.iter().filter_map(piece).any(|piece| piece == " ");
    pieces.iter().filter_map(piece).collect::<Vec<_>>().join(if has_blanks { "" } else { " " })
}

/// The parts as lines `time<TAB>speaker<TAB>words`, with their turns.
fn written(parts: &[Part]) -> (String, Vec<Turn>) {
    let (mut text, mut turns) = (String::new(), Vec::new());
    for part in parts {
        let mut put = |words: &str| {
            let span = Span::new(text.len(), text.len() + words.len());
            text.push_str(words);
            text.push('\t');
            span
        };
        let time = part.time.as_deref().map(&mut put);
        let speaker = part.speaker.as_deref().map(&mut put);
        let words = put(&part.words);
        text.pop();
        text.push('\n');
        turns.push(Turn { speaker, times: time.into_iter().collect(), words: vec![words] });
    }
    let turns = joined(&text, turns);
    (text, turns)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turns(json: &str) -> Vec<(String, String, String)> {
        let (text, turns) = read(json).unwrap();
        let of = |span: Option<Span>| span.map_or(String::new(), |span| span.of(&text).to_owned());
        turns.iter().map(|turn| (of(turn.time()), of(turn.speaker), turn.said(&text))).collect()
    }

    fn turn(time: &str, speaker: &str, words: &str) -> (String, String, String) {
        (time.to_owned(), speaker.to_owned(), words.to_owned())
    }

    #[test]
    fn segments_of_whisper_have_no_speaker() {
        let json = r#"{"text": "Hi. Hello all.", "segments": [
            {"id": 0, "start": 0.0, "end": 1.5, "text": " Hi.", "tokens": [1, 2]}, {"id": 1, "start": 1.5, "end": 3, "text": " Hello all."}]}"#;
        assert_eq!(turns(json), [turn("0.0", "", "Hi."), turn("1.5", "", "Hello all.")]);
    }

    #[test]
    fn utterances_come_before_single_words() {
        let json = r#"{"utterances": [
            {"speaker": "A", "start": 250, "text": "Shall we start?", "words": [{"text": "Shall", "start": 250, "speaker": "A"}]},
            {"speaker": "B", "start": 900, "text": "Yes.", "words": [{"text": "Yes.", "start": 900, "speaker": "B"}]}]}"#;
        assert_eq!(turns(json), [turn("250", "A", "Shall we start?"), turn("900", "B", "Yes.")]);
    }

    #[test]
    fn sentences_and_elements_are_words_of_one_turn() {
        let deepgram = r#"{"results": {"channels": [{"alternatives": [{"transcript": "Hi. I am here. Good.", "paragraphs": {"paragraphs": [
            {"speaker": 0, "start": 0.1, "sentences": [{"text": "Hi.", "start": 0.1}, {"text": "I am here.", "start": 1.2}]},
            {"speaker": 1, "start": 2.0, "sentences": [{"text": "Good.", "start": 2.0}]}]}}]}]}}"#;
        assert_eq!(turns(deepgram), [turn("0.1", "0", "Hi. I am here."), turn("2.0", "1", "Good.")]);
        let rev = r#"{"monologues": [{"speaker": 1, "elements": [{"type": "text", "value": "Hi", "ts": 0.5}, {"type": "punct", "value": ","},
            {"type": "punct", "value": " "}, {"type": "text", "value": "all", "ts": 0.7}]}]}"#;
        assert_eq!(turns(rev), [turn("0.5", "1", "Hi, all")]);
    }

    #[test]
    fn what_says_nothing_is_no_transcript() {
        for json in ["", "{", "[]", "{}", "7", r#"[{"id": 1}]"#, &"[".repeat(100_000)] {
            assert!(read(json).is_none_or(|(_, turns)| turns.is_empty()), "{json}");
        }
    }

    #[test]
    fn figures_are_nobodys_words() {
        assert!(read(r#"[{"name": "Revenue", "value": 3}, {"name": "Costs", "value": 2}]"#).is_none());
    }
}
