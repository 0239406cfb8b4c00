//! `glossary`: the names of the vault, or of one note's people, for a recorder's own vocabulary.

use std::io::Write;

use namesake_core::glossary::{Recorder, glossary, written};

use super::named_note::named_note;
use super::outcome::{Outcome, warn_of_broken_notes};
use crate::args::{Glossary, GlossaryRecorder};
use crate::error::Result;
use crate::output::Output;
use crate::vault_folder;

pub fn run(args: &Glossary, out: &mut Output) -> Result<Outcome> {
    let (folder, mut vault) = vault_folder::open(&args.folder, &[])?;
    warn_of_broken_notes(&vault);
    let note = args.note.as_ref().map(|name| named_note(&vault, &folder, name)).transpose()?;
    let terms = glossary(&mut vault, note.as_ref());
    if args.json {
        out.json(&terms)?;
        writeln!(out)?;
    } else if !terms.is_empty() {
        writeln!(out, "{}", written(&terms, recorder(args.recorder)))?;
    }
    Ok(Outcome::of_reading(&vault))
}

const fn recorder(asked: GlossaryRecorder) -> Recorder {
    match asked {
        GlossaryRecorder::Lines => Recorder::Lines,
        GlossaryRecorder::Whisper => Recorder::Whisper,
        GlossaryRecorder::Deepgram => Recorder::Deepgram,
        GlossaryRecorder::Assemblyai => Recorder::Assemblyai,
    }
}
