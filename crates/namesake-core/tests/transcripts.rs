//! Transcripts that nobody would write: they are read in order, and what becomes of them leads back.

#[path = "oracle/talk.rs"]
mod talk;

use proptest::prelude::*;

proptest! {
    #[test]
    fn a_transcript_in_any_place_keeps_the_promises(
        place in any::<u8>(),
        text in prop_oneof![
            4 => prop::collection::vec(any::<u8>(), 0..40)
                .prop_map(|bytes| bytes.into_iter().map(talk::piece).collect::<String>()),
            1 => any::<String>(),
        ],
    ) {
        if let Err(broken) = talk::check(place, &text) {
            return Err(TestCaseError::fail(broken));
        }
    }

    #[test]
    fn an_edited_transcript_is_heard_as_a_new_one(
        place in any::<u8>(),
        pieces in prop::collection::vec(any::<u8>(), 1..40),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..5),
    ) {
        let mut pieces = pieces;
        let said = |pieces: &[u8]| pieces.iter().copied().map(talk::piece).collect::<String>();
        let mut texts = vec![said(&pieces)];
        for (at, piece) in edits {
            let at = at.index(pieces.len());
            pieces[at] = piece;
            texts.push(said(&pieces));
        }
        if let Err(broken) = talk::check_edited(place, &texts) {
            return Err(TestCaseError::fail(broken));
        }
    }
}
