//! Checks the turns of a note's transcripts: time, speaker, words.

use namesake_core::config::Config;
use namesake_core::path::NotePath;
use namesake_core::vault::Vault;

use crate::Score;
use crate::case::Case;
use crate::common::{add, people, vault_of};

/// Compares the turns of the last note with those expected.
///
/// # Errors
/// A sentence, where a line of the case cannot be read.
pub fn check(case: &Case) -> Result<Score, String> {
    let expected: Vec<[String; 3]> = case.expected.iter().map(|line| fields(line)).collect::<Result<_, _>>()?;
    let found = turns(case);
    let right = expected.iter().filter(|turn| found.contains(turn)).count();
    let missing = expected.iter().find(|turn| !found.contains(turn));
    let besides = found.iter().find(|turn| !expected.contains(turn));
    let wrong = match (missing, besides) {
        (None, None) if found.len() == expected.len() => None,
        (None, None) => Some(format!("{} turns instead of {}", found.len(), expected.len())),
        (missing, besides) => Some(format!("not found: {missing:?}, found: {besides:?}")),
    };
    let count = found.iter().filter(|turn| !expected.contains(turn)).count();
    Ok(Score { right, expected: expected.len(), besides: count, wrong })
}

fn turns(case: &Case) -> Vec<[String; 3]> {
    let names: Vec<&str> = case.people.iter().map(String::as_str).collect();
    let mut vault: Vault = vault_of(Config::default(), people(&names));
    add(&mut vault, case.notes.iter().map(|(path, text)| (path, text)));
    vault.add_files(case.files.iter().map(|(path, _)| NotePath::new(path.as_str())));
    for path in vault.wanted_files() {
        let text = case.files.iter().find(|(other, _)| *other == path.as_str()).map(|(_, text)| text.clone());
        vault.put_file(path, text.unwrap_or_default());
    }
    vault.settle();
    let path = NotePath::new(case.notes[case.notes.len() - 1].0.as_str());
    let Some(note) = vault.note(&path) else { return Vec::new() };
    let mut found = Vec::new();
    for transcript in vault.transcripts(note) {
        for turn in &transcript.turns {
            let of = |span: Option<namesake_core::text::Span>| span.map_or("-", |span| span.of(transcript.text));
            let words = turn.said(transcript.text);
            found.push([of(turn.time()).to_owned(), plain(of(turn.speaker)), plain(&words)]);
        }
    }
    found
}

/// Words as they should read: single blanks, wrong decodings mended.
fn plain(words: &str) -> String {
    let mended = namesake_core::text::mojibake::decode(words).unwrap_or_else(|| words.to_owned());
    mended.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fields(line: &str) -> Result<[String; 3], String> {
    let mut parts = line.splitn(3, " | ").map(|part| part.trim().replace("\\|", "|"));
    match (parts.next(), parts.next(), parts.next()) {
        (Some(time), Some(speaker), Some(words)) => Ok([time, speaker, words]),
        _ => Err(format!("a turn is `TIME | SPEAKER | WORDS`, not `{line}`")),
    }
}
