//! Keeps the message of a panic, since the trap that JavaScript sees has none.

use std::cell::RefCell;
use std::sync::Once;

use wasm_bindgen::prelude::*;

thread_local! {
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps the message of every panic from now on.
pub fn remember() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        std::panic::set_hook(Box::new(|panic| LAST.with_borrow_mut(|last| *last = Some(panic.to_string()))));
    });
}

/// The message of the last panic with its place in the source. May be called after the trap.
#[wasm_bindgen(js_name = lastPanic)]
pub fn last_panic() -> Option<String> {
    LAST.with_borrow(Clone::clone)
}
