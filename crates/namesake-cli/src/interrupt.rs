//! Ctrl-C while notes are written: the current note is finished and the others stay as they are. Before writing begins,
//! Ctrl-C ends the process as usual.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::Result;

static STOPPED: AtomicBool = AtomicBool::new(false);

/// Makes Ctrl-C set a flag from now on instead of ending the process.
pub fn catch() -> Result<()> {
    ctrlc::set_handler(|| STOPPED.store(true, Ordering::SeqCst))?;
    Ok(())
}

/// Whether the user wants to stop.
pub fn stopped() -> bool {
    STOPPED.load(Ordering::SeqCst)
}
