//! Who speaks in transcripts.

use std::collections::BTreeSet;

use super::label::name_in;
use super::{Turn, is_nobody, turns};
use namesake_note::note::Note;
use namesake_note::recognition::{NameShape, name_shape};
use namesake_text::text::Span;

/// The names in the labels of these turns of `text`, each once, in the order in which they speak.
pub fn names_of<'t>(text: &'t str, turns: &[Turn]) -> Vec<&'t str> {
    let (mut seen, mut named) = (BTreeSet::new(), BTreeSet::new());
    let labels = turns.iter().filter_map(|turn| turn.speaker).map(|speaker| speaker.of(text));
    let others = labels.filter(|label| seen.insert(*label) && !is_nobody(label));
    others.map(name_in).filter(|name| named.insert(*name)).collect()
}

/// The names of the speakers, each once, if at least two are named: who is alone with a program has met nobody.
pub fn speakers_of(note: &Note, transcripts: &[Span]) -> Vec<String> {
    let turns: Vec<Turn> = transcripts.iter().flat_map(|place| turns(&note.text, *place, &[])).collect();
    let names = names_of(&note.text, &turns).into_iter();
    let names: Vec<String> = names.filter(|name| name_shape(name) > NameShape::None).map(str::to_owned).collect();
    if names.len() < 2 { Vec::new() } else { names }
}
