//! A transcript in a file beside the notes. It is read in place and never written.

use super::conversation::is_conversation;
use super::pages::{Unprinted, without_pages};
use super::turn::Turn;
use super::{json, turns};
use namesake_text::text::Span;

/// Endings of files that may hold a transcript.
pub const ENDINGS: [&str; 4] = [".vtt", ".srt", ".txt", ".json"];

/// The turns of a file, and the text that they are spans of.
#[derive(Debug, Clone, Default)]
pub struct TranscriptFile {
    /// The file's text; of JSON its parts as lines.
    pub text: String,
    /// What was said in it; empty where the file is no transcript.
    pub turns: Vec<Turn>,
}

impl TranscriptFile {
    /// Reads the file at `path`. Captions are a transcript in any case, lines of words only where people talk in them.
    pub fn read(path: &str, text: String) -> Self {
        let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
        if ending == "json" {
            let (text, turns) = json::read(text.trim_start_matches('\u{feff}')).unwrap_or_default();
            return Self { text, turns };
        }
        if ending != "txt" {
            let text = without_entities(text);
            let turns = turns(&text, Span::new(0, text.len()), &[]);
            return Self { text, turns };
        }
        let Unprinted { text, is_hearing } = without_pages(text);
        let turns = turns(&text, Span::new(0, text.len()), &[]);
        let is_one = is_hearing || is_conversation(&text, &turns, true, &[]);
        Self { text, turns: if is_one { turns } else { Vec::new() } }
    }
}

/// Captions with the letters that their format writes as entities.
fn without_entities(text: String) -> String {
    const ENTITIES: [(&str, &str); 7] = [
        ("&nbsp;", " "),
        ("&lrm;", ""),
        ("&rlm;", ""),
        ("&#39;", "'"),
        ("&quot;", "\""),
        ("&gt;", ">"),
        // Last, so that `&amp;gt;` stays what it says.
        ("&amp;", "&"),
    ];
    if !text.contains('&') {
        return text;
    }
    ENTITIES.iter().fold(text, |text, (entity, letter)| text.replace(entity, letter))
}

/// Whether the file at `path` may hold a transcript, by its ending.
pub fn may_be_transcript(path: &str) -> bool {
    ENDINGS.iter().any(|ending| path.len() > ending.len() && path.to_lowercase().ends_with(ending))
}
