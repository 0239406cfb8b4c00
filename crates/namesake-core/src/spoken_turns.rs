//! The turns of a note's transcripts as they are read, so that anybody can see why something was or was not heard.

use std::collections::BTreeMap;

use namesake_text::path::NotePath;
use namesake_text::text::LineNumbers;
use namesake_transcript::{is_nobody, name_in};
use namesake_vault::vault::Vault;
use serde::Serialize;

/// What one speaker says at a stretch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TurnRow {
    /// The note or file that it stands in.
    pub path: NotePath,
    /// The line on which its words begin, from 1. Of JSON the turn's number.
    pub line: usize,
    /// The speaker's label as written.
    pub speaker: Option<String>,
    /// The person whom the label certainly means.
    pub person: Option<NotePath>,
    /// When it begins, as written.
    pub time: Option<String>,
    /// The words, in one line.
    pub words: String,
}

/// The turns of all transcripts of the note at `path`, in order.
pub fn spoken_turns(vault: &mut Vault, path: &NotePath) -> Vec<TurnRow> {
    vault.settle();
    let Some(note) = vault.note(path) else { return Vec::new() };
    let context = vault.context(note, None);
    let person = |label: &str| {
        let answer = (!is_nobody(label)).then(|| vault.resolve(name_in(label), &context))?;
        answer.best.filter(|_| answer.tier == Some(namesake_names::Tier::Auto))
    };
    let mut people: BTreeMap<&str, Option<NotePath>> = BTreeMap::new();
    let mut rows = Vec::new();
    // Transcripts of one text stand in order, so that its line ends are counted once.
    let (mut counted, mut lines, mut at) = ("", LineNumbers::new(""), 0);
    for transcript in vault.transcripts(note) {
        let text = transcript.text;
        if !std::ptr::eq(counted, text) {
            (counted, lines, at) = (text, LineNumbers::new(text), 0);
        }
        for turn in &transcript.turns {
            at = turn.words.first().map_or(at, |words| words.start).max(at);
            let speaker = turn.speaker.map(|speaker| speaker.of(text));
            rows.push(TurnRow {
                path: transcript.path(path),
                line: lines.at(at),
                speaker: speaker.map(str::to_owned),
                person: speaker.and_then(|label| people.entry(label).or_insert_with(|| person(label)).clone()),
                time: turn.time().map(|time| time.of(text).to_owned()),
                words: turn.said(text),
            });
        }
    }
    rows
}
