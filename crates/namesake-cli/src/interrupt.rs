//! Ctrl-C while notes are being written: the note at hand is finished, the rest is left alone. Before anything is
//! written the system's own answer, the end of the process, is the right one.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::Result;

static STOPPED: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C is remembered instead of ending the process.
pub fn catch() -> Result<()> {
    ctrlc::set_handler(|| STOPPED.store(true, Ordering::SeqCst))?;
    Ok(())
}

/// Whether the user wants to stop.
pub fn stopped() -> bool {
    STOPPED.load(Ordering::SeqCst)
}
