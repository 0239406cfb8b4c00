//! Who speaks in a note's transcripts.

use std::collections::BTreeSet;

use super::{Turn, is_nobody, transcript_spans, turns};
use crate::config::Settings;
use crate::note::Note;
use crate::recognition::{NameShape, name_shape};

/// The labels of these turns that name somebody, each once, in the order in which they speak.
pub fn labels_of<'n>(note: &'n Note, turns: &[Turn]) -> Vec<&'n str> {
    let mut seen = BTreeSet::new();
    let labels = turns.iter().filter_map(|turn| turn.speaker).map(|speaker| note.slice(speaker));
    labels.filter(|label| !is_nobody(label) && seen.insert(*label)).collect()
}

/// The names of the speakers, each once, if at least two are named: who is alone with a program has met nobody.
pub fn speakers_of(note: &Note, settings: &Settings) -> Vec<String> {
    let places = transcript_spans(note, settings);
    let turns: Vec<Turn> = places.iter().flat_map(|place| turns(&note.text, *place, &[])).collect();
    let labels = labels_of(note, &turns).into_iter().map(str::trim);
    let names: Vec<String> = labels.filter(|label| name_shape(label) > NameShape::None).map(str::to_owned).collect();
    if names.len() < 2 { Vec::new() } else { names }
}
