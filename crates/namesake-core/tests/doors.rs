//! Bytes at every door that nobody would send: what is read keeps the promises.

#[path = "oracle/doors.rs"]
mod doors;
#[path = "oracle/pieces.rs"]
mod pieces;

use proptest::prelude::*;

proptest! {
    #[test]
    fn every_door_keeps_its_promises(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        if let Err(broken) = doors::check(&bytes) {
            return Err(TestCaseError::fail(broken));
        }
    }
}
