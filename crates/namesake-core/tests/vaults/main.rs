//! The promises of the core, held against whole vaults: `tests/vaults/everyday` and `hostile` of the repository, and
//! small ones made up by proptest.

#[path = "../common/mod.rs"]
mod common;
mod enriching;
mod hostile;
mod incremental;
mod inherited;
mod linking;
mod markdown;
mod mentions;
mod notes;
mod promises;
mod questions;
mod saving;
mod truth;
mod written;
