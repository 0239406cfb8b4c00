//! What reading transcripts promises about every text, as one check: a property test and a fuzz target (`crates/fuzz`) both
//! ask it.

use std::collections::BTreeSet;

use namesake_core::config::{Config, HeardTasks, Settings};
use namesake_core::heard_tasks::heard_tasks;
use namesake_core::plan::{self, PlanRequest, Query};
use namesake_core::spoken_turns::spoken_turns;
use namesake_core::vault::Vault;

const NOTE: &str = "Meetings/2025-10-30 - Kick-off.md";
const HEAD: &str =
    "---\ntype: meeting\nparticipants:\n  - \"[[Mara Voss]]\"\n  - \"[[Rob Benoit]]\"\n---\n# Kick-off\n";

/// Where the text stands that a byte stands for: in the note, under a heading of it, in a fence, or in a file beside it.
fn vault(place: u8, text: &str) -> (Vault, String) {
    let settings = Settings { heard: HeardTasks::Likely, ..Settings::default() };
    let mut vault = Vault::new(Config { settings, ..Config::default() });
    for person in ["Mara Voss", "Rob Benoit"] {
        vault.upsert(format!("People/{person}.md").as_str().into(), "---\ntype: people\n---\n".to_owned());
    }
    let note = put(&mut vault, place, text);
    (vault, note)
}

/// Has the note, or the file beside it, say `text`; returns the note.
fn put(vault: &mut Vault, place: u8, text: &str) -> String {
    let endings = ["vtt", "srt", "txt", "json"];
    let (note, file) = match place % 7 {
        0 => (format!("{HEAD}{text}"), None),
        1 => (format!("{HEAD}## Transcript\n{text}"), None),
        2 => (format!("{HEAD}```\n{text}\n```\n"), None),
        other => (HEAD.to_owned(), endings.get(usize::from(other - 3))),
    };
    vault.upsert(NOTE.into(), note.clone());
    if let Some(ending) = file {
        let path = NOTE.replace(".md", &format!(".{ending}"));
        vault.add_files([path.as_str().into()]);
        vault.put_file(path.as_str().into(), text.to_owned());
    }
    note
}

/// Whether a transcript is read in order, what is heard in it is whole, and the tasks of a note lead back and stay.
///
/// # Errors
/// The promise that is broken.
pub fn check(place: u8, text: &str) -> Result<(), String> {
    let (mut asked, note) = vault(place, text);
    let rows = spoken_turns(&mut asked, &NOTE.into());
    if rows.iter().any(|row| row.words.is_empty() || row.speaker.as_ref().is_some_and(String::is_empty)) {
        return Err(format!("a turn says nothing: {rows:?}"));
    }
    if heard_tasks(&mut asked, HeardTasks::Likely)
        .iter()
        .any(|row| row.task.is_empty() || !(0.0..=1.0).contains(&row.p))
    {
        return Err("a task without words or with a p that is none".to_owned());
    }
    let all: BTreeSet<String> = ["commitment", "action-item"].map(str::to_owned).into();
    let query = Query { rules: Some(all), paths: Some(BTreeSet::from([NOTE.into()])), ..Query::default() };
    let plan = |vault: &mut Vault| plan::plan(vault, &PlanRequest::Query { query: query.clone() }).changes;
    let mut changes = plan(&mut asked);
    if let Some(other) = changes.iter().find(|change| change.path != NOTE.into()) {
        return Err(format!("{} is changed", other.path));
    }
    let Some(change) = changes.pop() else { return Ok(()) };
    if change.entry.revert(&change.after).as_deref() != Ok(&note) {
        return Err(format!("the journal does not lead back from {:?}", change.after));
    }
    asked.upsert(NOTE.into(), change.after.clone());
    match plan(&mut asked).pop() {
        Some(again) => Err(format!("a second run changes {:?} into {:?}", change.after, again.after)),
        None => Ok(()),
    }
}

/// Whether a note that becomes one of `texts` after the other is heard as if its last text had always stood there.
///
/// # Errors
/// What is heard otherwise.
pub fn check_edited(place: u8, texts: &[String]) -> Result<(), String> {
    let Some((last, before)) = texts.split_last() else { return Ok(()) };
    let heard = |vault: &mut Vault| {
        let found = plan::findings(vault, &Query { paths: Some(BTreeSet::from([NOTE.into()])), ..Query::default() });
        (heard_tasks(vault, HeardTasks::Likely), found)
    };
    let (mut edited, _) = vault(place, "");
    for text in before {
        put(&mut edited, place, text);
        heard(&mut edited);
    }
    put(&mut edited, place, last);
    let (again, fresh) = (heard(&mut edited), heard(&mut vault(place, last).0));
    let (again, fresh) = (format!("{again:?}"), format!("{fresh:?}"));
    (again == fresh).then_some(()).ok_or(format!("edited: {again}\nfresh: {fresh}"))
}

/// The piece of a transcript that a byte stands for.
pub fn piece(byte: u8) -> &'static str {
    PIECES[usize::from(byte) % PIECES.len()]
}

/// Pieces of transcripts in all their forms, and of what surrounds them.
const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "Mara Voss: ",
    "Rob: ",
    "Speaker 2: ",
    "**Mara Voss:** ",
    "Me: ",
    "Mara Voss",
    "Rob Benoit  0:19\n",
    "[00:01:02] ",
    "(0:05) ",
    "0:05",
    "00:01.000 --> 00:02.000\n",
    "00:00:01,000 --> 00:00:02,000",
    "-->",
    "WEBVTT\n\n",
    "<v Mara Voss>",
    "<v ",
    "</v>",
    "> ",
    "> [!transcript]\n",
    "<details><summary>Transcript</summary>\n",
    "</details>",
    "## Transcript\n",
    "## Action items\n",
    "# ",
    "```\n",
    "~~~",
    "%%",
    "<!--",
    "-->\n",
    "| Time | Speaker | Text |\n|---|---|---|\n",
    "| 0:05 | Mara Voss | I'll send the draft tomorrow. |\n",
    "|",
    "- [ ] ",
    "- ",
    "1. ",
    "[[Mara Voss]]",
    "[[",
    "]]",
    "I'll send the draft to Rob by Friday. ",
    "Could you review the contract, Rob? ",
    "Sure, will do. ",
    "Rob, can you ",
    "Mara to file the report",
    "So the action item is ",
    "I can take that",
    "and then",
    "Thanks, Rob. ",
    "Ich schicke den Entwurf bis Freitag. ",
    "Kannst du ",
    "{\"segments\":[",
    "{\"start\":1,\"end\":2,\"speaker\":\"A\",\"text\":\"I'll send it\"}",
    "]}",
    ",",
    "\"",
    "\u{2028}",
    "\u{feff}",
    "é",
    "İ",
    "ß",
    "你好",
    "：",
    "ÃƒÂ¼",
    ":",
    ".",
    "?",
    "…",
];
