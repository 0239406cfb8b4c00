//! The first byte names a door, every other one is a piece of what comes through it.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../namesake-core/tests/oracle/doors.rs"]
mod doors;
#[path = "../namesake-core/tests/oracle/pieces.rs"]
mod pieces;

fuzz_target!(|data: &[u8]| {
    if let Err(broken) = doors::check(data) {
        panic!("{broken}");
    }
});
