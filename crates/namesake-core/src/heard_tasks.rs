//! What is heard in transcripts and not yet written as a task: the commitments and requests of all notes, with how certain
//! each is.

use namesake_note::config::HeardTasks;
use namesake_note::note::Note;
use namesake_text::path::NotePath;
use namesake_transcript::{self as transcript, UtteranceKind};
use namesake_vault::tasks::list::TaskList;
use namesake_vault::vault::{Transcript, Vault};
use serde::Serialize;

/// A task that was heard.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeardRow {
    /// The note of the meeting.
    pub path: NotePath,
    /// The note or file in which it is written down.
    pub transcript: NotePath,
    /// `promised` or `asked`.
    pub kind: &'static str,
    /// What has to be done.
    pub task: String,
    /// Who said it, as labelled.
    pub speaker: Option<String>,
    /// When, as written.
    pub time: Option<String>,
    /// The sentence.
    pub words: String,
    /// How certain it is that this is a task, from 0 to 1.
    pub p: f32,
}

/// What is heard in the transcripts of all notes, in the order of notes; in each what is most certain first.
pub fn heard_tasks(vault: &mut Vault, heard: HeardTasks) -> Vec<HeardRow> {
    vault.settle();
    let Some(least) = transcript::least_certain(heard) else { return Vec::new() };
    let vault = &*vault;
    let mut rows = Vec::new();
    for note in vault.notes() {
        if vault.is_transcript_of_another(note) {
            continue;
        }
        let list = TaskList::of(note, vault, vault.transcript_spans(&note.path));
        let mut of_note: Vec<HeardRow> = Vec::new();
        for transcript in vault.transcripts(note) {
            of_note.extend(heard_in(vault, note, &transcript, list.as_ref(), least));
        }
        of_note.sort_by(|one, other| other.p.total_cmp(&one.p));
        rows.extend(of_note);
    }
    rows
}

fn heard_in(vault: &Vault, note: &Note, transcript: &Transcript, list: Option<&TaskList>, least: f32) -> Vec<HeardRow> {
    let Transcript { text, turns, .. } = transcript;
    let all = transcript.spoken_tasks(vault, &transcript.names(vault, note), least).into_iter();
    let missing = all.filter(|spoken| list.is_none_or(|list| !list.has(&spoken.heard.task)));
    missing
        .map(|spoken| {
            let turn = &turns[spoken.turn];
            HeardRow {
                path: note.path.clone(),
                transcript: transcript.path(&note.path),
                kind: if spoken.heard.kind == UtteranceKind::Commitment { "promised" } else { "asked" },
                task: spoken.heard.task,
                speaker: turn.speaker.map(|speaker| speaker.of(text).to_owned()),
                time: turn.time_at(spoken.span.start).map(|time| time.of(text).to_owned()),
                words: spoken.said.into_owned(),
                p: spoken.heard.p,
            }
        })
        .collect()
}
