//! The first byte says where a transcript stands, every other one is a piece of it.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../namesake-core/tests/oracle/talk.rs"]
mod talk;

fuzz_target!(|data: &[u8]| {
    let Some((place, bytes)) = data.split_first() else { return };
    let text: String = bytes.iter().map(|byte| talk::piece(*byte)).collect();
    if let Err(broken) = talk::check(*place, &text) {
        panic!("{broken}\n{text:?}");
    }
});
