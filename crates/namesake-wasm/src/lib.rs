//! The boundary between the core and JavaScript, and nothing else: plain data across, offsets in UTF-16 units on the
//! JavaScript side, errors as `Error` with a message for the user, panics remembered for whoever reports them.
//!
//! The engine's calls stand in three files: `notes` for what goes in, `plans` for findings and new texts, `questions` for
//! what is looked up while somebody types or reads. `types` and `request` hold the data that the core has no types for.

mod convert;
mod decisions;
mod notes;
mod panics;
mod plans;
mod questions;
mod request;
mod task_table;
mod types;

use namesake_core::questions::KeptFindings;
use namesake_core::vault::Vault;
use namesake_language::Language;
use wasm_bindgen::prelude::*;

/// A fifth of the time goes into allocations, and this one is a good deal faster than the standard library's.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// One vault's engine. Kept for as long as the plugin runs; a panic leaves it unusable, and a new one has to be made.
#[wasm_bindgen]
#[derive(Default)]
pub struct Engine {
    vault: Vault,
    kept: KeptFindings,
}

#[wasm_bindgen]
impl Engine {
    /// An engine that knows no note, with default settings. It speaks the language of a code such as `de`; English where
    /// nobody has translated for it.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen gives an optional text away")]
    pub fn new(language: Option<String>) -> Self {
        panics::remember();
        language.as_deref().map_or(Language::English, Language::of_code).speak();
        Self::default()
    }

    /// Panics, so that a test can see what becomes of it.
    #[cfg(feature = "panic-test")]
    #[allow(clippy::panic, reason = "this is what the test build is for")]
    pub fn panic(&self) {
        panic!("a deliberate panic");
    }
}
