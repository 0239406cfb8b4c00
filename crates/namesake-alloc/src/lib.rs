//! The allocator of the module, and nothing else: it is generic, so the crate that names it decides how it is compiled.

/// Smaller than the standard library's allocator and a good deal faster; a fifth of the time goes into allocations.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
