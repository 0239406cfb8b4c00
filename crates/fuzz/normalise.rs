//! Any bytes as a note: the first says where it lies, the rest is its text.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../namesake-core/tests/oracle/mod.rs"]
mod oracle;

fuzz_target!(|data: &[u8]| {
    let Some((path, text)) = data.split_first() else { return };
    if let Err(broken) = oracle::check(oracle::path(*path), &String::from_utf8_lossy(text)) {
        panic!("{broken}");
    }
});
