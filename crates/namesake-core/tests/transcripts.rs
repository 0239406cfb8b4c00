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
}
