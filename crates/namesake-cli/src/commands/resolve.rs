//! `resolve`: whom written names mean. Each line of input is a question in JSON, each line of output its answer.

use std::io::{self, BufRead};

use namesake_core::finding::Tier;
use namesake_core::names::{Answer, Candidate, Question, SubjectKind};
use namesake_core::path::NotePath;
use namesake_core::text::Span;
use namesake_core::transcript::is_address;
use namesake_core::vault::{Context, Vault};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::outcome::{Outcome, warn_of_broken_notes};
use crate::args::Resolve;
use crate::error::Result;
use crate::output::Output;
use crate::vault_folder;

/// A question. Its date is accepted but not used: anybody in the vault may be meant at any time.
#[derive(Deserialize)]
#[serde(expecting = "a JSON object with “mention”")]
struct Asked {
    mention: String,
    kind: Option<SubjectKind>,
    note: Option<NotePath>,
    participants: Option<Vec<NotePath>>,
    neighbours: Option<Vec<NotePath>>,
    company: Option<String>,
    said: Option<SaidAsked>,
}

/// The words of a transcript that the form stands in.
#[derive(Deserialize)]
struct SaidAsked {
    /// What the speaker says.
    turn: String,
    /// Where the form begins in it, in bytes.
    at: usize,
    /// Those who speak right after and before.
    speakers: Vec<NotePath>,
}

#[derive(Serialize)]
struct Reply<'a> {
    id: &'a Value,
    tier: &'static str,
    best: Option<&'a NotePath>,
    p: f64,
    score: f64,
    candidates: &'a [Candidate],
}

#[derive(Serialize)]
struct Failed<'a> {
    id: &'a Value,
    error: String,
}

pub fn run(args: &Resolve, questions: impl BufRead, out: &mut Output) -> Result<Outcome> {
    let (_, mut vault) = vault_folder::open(&args.folder, &[])?;
    warn_of_broken_notes(&vault);
    vault.settle();
    let mut failed = false;
    for line in questions.split(b'\n') {
        let line = line?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        failed |= answer(&line, &vault, out)?;
        if !out.is_open() {
            break;
        }
    }
    Ok(Outcome::attention_if(failed).max(Outcome::of_reading(&vault)))
}

/// Answers one line; returns whether the line is no question.
fn answer(line: &[u8], vault: &Vault, out: &mut Output) -> io::Result<bool> {
    let asked: serde_json::Result<Value> = serde_json::from_slice(line);
    let id = asked.as_ref().ok().and_then(|asked| asked.get("id")).cloned().unwrap_or_default();
    let asked = asked.and_then(serde_json::from_value::<Asked>);
    match &asked {
        Ok(asked) => out.json_line(&reply(&id, &resolved(asked, vault)))?,
        Err(error) => out.json_line(&Failed {
            id: &id,
            error: format!("this is no question: {error}; `namesake resolve --help` shows one"),
        })?,
    }
    Ok(asked.is_err())
}

fn resolved(asked: &Asked, vault: &Vault) -> Answer {
    let context = context(asked, vault);
    let called = called(asked);
    let question = match asked.kind.unwrap_or(SubjectKind::Person) {
        SubjectKind::Person => Question { called, ..context.question(&asked.mention) },
        SubjectKind::Company => Question { kind: SubjectKind::Company, ..context.question(&asked.mention) },
    };
    vault.ask(&question, context.note.as_ref())
}

/// Who may be spoken to by the form.
fn called(asked: &Asked) -> &[NotePath] {
    let is_address = |said: &&SaidAsked| is_address(&said.turn, Span::new(said.at, said.at + asked.mention.len()));
    asked.said.as_ref().filter(is_address).map_or(&[], |said| &said.speakers)
}

/// The context of the question; what it lacks is taken from the note.
fn context(asked: &Asked, vault: &Vault) -> Context {
    let note = asked.note.as_ref().and_then(|path| vault.note(path));
    let own = note.map(|note| vault.context(note, None)).unwrap_or_default();
    Context {
        participants: asked.participants.clone().unwrap_or(own.participants),
        neighbours: asked.neighbours.clone().unwrap_or(own.neighbours),
        company: asked.company.clone().or(own.company),
        note: asked.note.clone(),
    }
}

fn reply<'a>(id: &'a Value, answer: &'a Answer) -> Reply<'a> {
    let tier = match answer.tier {
        Some(Tier::Auto) => "auto",
        Some(Tier::Review) => "review",
        None => "none",
    };
    Reply { id, tier, best: answer.best.as_ref(), p: answer.p, score: answer.score, candidates: &answer.candidates }
}
