//! The files of the vault that may hold transcripts.

use std::collections::{BTreeMap, BTreeSet};

use crate::transcript::TranscriptFile;
use namesake_text::path::NotePath;

/// Which files there are, and what was read of them.
#[derive(Debug, Default)]
pub(super) struct TranscriptFiles {
    pub known: BTreeSet<NotePath>,
    pub read: BTreeMap<NotePath, TranscriptFile>,
}
