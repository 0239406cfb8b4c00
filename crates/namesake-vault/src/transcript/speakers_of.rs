//! Who speaks in a note's transcripts.

use std::collections::BTreeSet;

use super::{is_nobody, transcript_spans, turns};
use crate::config::Settings;
use crate::note::Note;
use crate::recognition::{NameShape, name_shape};

/// The names of the speakers, each once, if at least two are named: who is alone with a program has met nobody.
pub fn speakers_of(note: &Note, settings: &Settings) -> Vec<String> {
    let (mut names, mut seen) = (Vec::new(), BTreeSet::new());
    for place in transcript_spans(note, settings) {
        for speaker in turns(&note.text, place, &[]).iter().filter_map(|turn| turn.speaker) {
            let label = note.slice(speaker).trim();
            let is_name = !is_nobody(label) && name_shape(label) > NameShape::None;
            if is_name && seen.insert(label) {
                names.push(label.to_owned());
            }
        }
    }
    if names.len() < 2 { Vec::new() } else { names }
}
