//! The files of the vault that may hold transcripts.

use std::collections::{BTreeMap, BTreeSet};

use namesake_text::path::NotePath;
use namesake_transcript::TranscriptFile;

/// Which files there are, and what was read of them.
#[derive(Debug, Default)]
pub(super) struct TranscriptFiles {
    pub known: BTreeSet<NotePath>,
    pub read: BTreeMap<NotePath, TranscriptFile>,
}
