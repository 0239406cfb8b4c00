//! Every byte but the first is a piece of a note.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../namesake-core/tests/oracle/mod.rs"]
mod oracle;
#[path = "../namesake-core/tests/oracle/pieces.rs"]
mod pieces;

fuzz_target!(|data: &[u8]| {
    let Some((path, bytes)) = data.split_first() else { return };
    let text: String = bytes.iter().map(|byte| pieces::piece(*byte)).collect();
    if let Err(broken) = oracle::check(oracle::path(*path), &text) {
        panic!("{broken}\n{text:?}");
    }
});
