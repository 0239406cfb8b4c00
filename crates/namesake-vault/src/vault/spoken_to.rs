//! Who may be spoken to by a word of a transcript: if it stands where somebody is addressed, those who speak right before and
//! after.

use super::context::Context;
use super::store::Vault;
use namesake_note::note::Note;
use namesake_text::path::NotePath;
use namesake_text::text::Span;
use namesake_transcript::{Turn, is_address};

impl Vault {
    /// Whom `written` may address in a line of the transcript of `note`; nobody where the line is no part of one, or where
    /// nobody is spoken to. The one who answers comes first.
    pub fn spoken_to(&self, note: &Note, written: &str, line: &str, context: &Context) -> Vec<NotePath> {
        for transcript in self.transcripts(note) {
            let (text, turns) = (transcript.text, transcript.turns.as_slice());
            let is_here = |piece: &&Span| line.contains(piece.of(text)) && piece.of(text).contains(written);
            let Some(at) = turns.iter().position(|turn| turn.words.iter().any(|piece| is_here(&piece))) else {
                continue;
            };
            if !addresses(&turns[at].said(text), written) {
                return Vec::new();
            }
            let label = |turn: &Turn| turn.speaker.map(|speaker| speaker.of(text));
            let own = label(&turns[at]);
            let after = turns[at + 1..].iter().map(label).find(|other| *other != own);
            let before = turns[..at].iter().rev().map(label).find(|other| *other != own);
            let labels = [after, before].into_iter().flatten().flatten();
            return labels.filter_map(|speaker| self.resolve(speaker, context).best).collect();
        }
        Vec::new()
    }
}

/// Whether `written` addresses somebody, at any of its places.
fn addresses(said: &str, written: &str) -> bool {
    said.match_indices(written).any(|(start, _)| is_address(said, Span::new(start, start + written.len())))
}
