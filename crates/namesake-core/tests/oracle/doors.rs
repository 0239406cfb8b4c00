//! What every other door for bytes promises, as one check: whole vaults, names, clicks on tasks, settings, decisions and
//! the journal. A property test and a fuzz target (`crates/fuzz`) both ask it.

use std::collections::BTreeSet;
use std::mem::discriminant;

use namesake_core::adopted::{Adopted, FILES, SettingsFile};
use namesake_core::bases;
use namesake_core::complete::{CompletionQuery, complete};
use namesake_core::config::{Config, Settings};
use namesake_core::decisions::Decisions;
use namesake_core::finding::{Finding, Tier};
use namesake_core::frontmatter::Frontmatter;
use namesake_core::glossary::glossary;
use namesake_core::journal::JournalEntry;
use namesake_core::overview;
use namesake_core::plan::{self, NoteChange, PlanRequest, Query, TaskClick};
use namesake_core::questions;
use namesake_core::task_rows::{TaskQuery, tasks};
use namesake_core::vault::Vault;
use namesake_core::whois::whois;
use serde_json::{Value, json};

use crate::pieces::piece;

const MEETING: &str = "Meetings/2025-10-30 - Kick-off.md";
const PATHS: [&str; 4] = ["People/Rob Benoit.md", MEETING, "Companies/Zoë.md", "Notes/Loose.md"];

/// Whether the door that the first byte names keeps its promises for the bytes after it.
///
/// # Errors
/// The promise that is broken.
pub fn check(bytes: &[u8]) -> Result<(), String> {
    let Some((door, bytes)) = bytes.split_first() else { return Ok(()) };
    match door % 6 {
        0 => whole_vault(Config::default(), &notes(bytes)),
        1 => name(bytes),
        2 => clicks(&text(bytes)),
        3 => settings(bytes),
        4 => decisions(bytes),
        _ => journal(bytes),
    }
}

/// Pieces of notes: of properties for the lower half of the bytes, of what stands below them for the upper.
fn text(bytes: &[u8]) -> String {
    let of = |byte: u8| if byte < 128 { piece(byte) } else { BODY[usize::from(byte - 128) % BODY.len()] };
    bytes.iter().map(|byte| of(*byte)).collect()
}

/// What stands in the body of notes about people and meetings.
const BODY: &[&str] = &[
    "\n",
    "## Action items\n\n",
    "## Summary\n\n",
    "## Recent Context\n\n",
    "## Key Facts\n\n",
    "## Transcript\n\n",
    "# Rob Benoit\n",
    "- [ ] call [[Rob Benoit]] 📅 2025-11-01\n",
    "- [ ] sweep 🔁 every week 📅 2025-11-01 ^b\n",
    "  - [/] Mara Voss: send the list [due:: 2025-11-02]\n",
    "- [x] done ✅ 2025-10-01\n",
    "- @Rob Banga sends the list by Friday\n",
    "- **Mara** → paint the gate\n",
    "| Owner | Task |\n|---|---|\n| Jurgen | Oil the hinge |\n",
    "- Rob Banga has a boat (via [[2025-10-30 - Kick-off]])\n",
    "- Mara Voss likes sailing (via Mara Voss)\n",
    "- 2025-10-30: [[2025-10-30 - Kick-off]] - Talked about the gate (via Rob Benoit)\n",
    "Mara Voss: I will send the list tomorrow.\n",
    "Rob met Jürgen Vel and Zoë.\n",
    "Caf\u{c3}\u{a9} at JÃ¼rgen's.\n",
    "{{title}} [Name] TBD\n",
    "[[Rob Benoit|Rob]] [[Nobody]] [[]] [[a|b|c]]",
    "```\n",
    "%%",
    "<!-- ",
    " -->",
    "$$\n",
    "> [!note] ",
    "> ",
    "\t",
    "\r\n",
    "Rob Banga",
    "Mara",
    "Dr. Jürgen Vel",
    "Benoit, Rob",
    "\u{202e}",
    "\u{200d}👨\u{200d}👩",
    "é\u{301}",
    "王伟",
    "*Last updated: 2024-01-01*\n",
];

/// Notes at the places of a vault, of about the same length; the first byte of each says how it begins.
fn notes(bytes: &[u8]) -> Vec<String> {
    let length = bytes.len().div_ceil(PATHS.len()).max(1);
    let note = |bytes: &[u8]| HEADS[usize::from(bytes[0]) % HEADS.len()].to_owned() + &text(&bytes[1..]);
    bytes.chunks(length).map(note).collect()
}

const HEADS: [&str; 4] = [
    "---\ntype: people\nlast_contact: 2024-01-01\n---\n\n",
    "---\ntype: meeting\ndate: 2025-10-30\nparticipants: [\"[[Mara Voss]]\", Rob Banga, \"[[Rob Benoit]]\"]\n---\n\n",
    "# Kick-off\n\n",
    "---\n",
];

fn vault(config: Config, notes: &[String]) -> Vault {
    let mut vault = Vault::new(config);
    for person in ["Mara Voss", "Rob Benoit", "Jürgen Vel"] {
        vault.upsert(format!("People/{person}.md").as_str().into(), "---\ntype: people\n---\n".to_owned());
    }
    for (path, text) in PATHS.iter().zip(notes) {
        vault.upsert((*path).into(), text.clone());
    }
    vault
}

/// Whether everything that is certain leads back, and leaves nothing certain to do; the views of the vault can be made, and
/// its file for Bases can be read.
fn whole_vault(config: Config, notes: &[String]) -> Result<(), String> {
    let mut vault = vault(config, notes);
    let findings = plan::findings(&mut vault, &Query::default());
    questions::queue(&vault, &findings);
    overview::report(&mut vault);
    glossary(&mut vault, None);
    let base = bases::base(&vault);
    if let Some(error) = Frontmatter::read(&["---\n", &base, "---\n"].concat()).error {
        return Err(format!("the file for Bases cannot be read: {error:?} in {base:?}"));
    }
    let is_inside = |finding: &Finding| {
        let text = vault.text(&finding.path).unwrap_or_default();
        text.get(finding.start..finding.end).is_some()
    };
    if let Some(lost) = findings.iter().find(|finding| !is_inside(finding)) {
        return Err(format!("a finding is about no place of its note: {lost:?}"));
    }
    let certain = Query { tier: Some(Tier::Auto), ..Query::default() };
    let changes = plan::plan(&mut vault, &PlanRequest::Query { query: certain.clone() }).changes;
    for change in &changes {
        leads_back(change)?;
        match change.entry.gone {
            true => vault.remove(&change.path),
            false => vault.upsert(change.path.clone(), change.after.clone()),
        }
    }
    match plan::plan(&mut vault, &PlanRequest::Query { query: certain }).changes.pop() {
        Some(again) => {
            Err(format!("a second run changes {:?} into {:?}: {:?}", again.before, again.after, again.rules))
        }
        None => Ok(()),
    }
}

fn leads_back(change: &NoteChange) -> Result<(), String> {
    let back = if change.entry.gone { change.entry.recover() } else { change.entry.revert(&change.after) };
    match back.as_deref() == Ok(&change.before) {
        true => Ok(()),
        false => Err(format!("the journal does not lead back from {:?}: {back:?}", change.after)),
    }
}

/// Whether whom a name may mean is told surely, in order, and each once.
fn name(bytes: &[u8]) -> Result<(), String> {
    let (written, line) = bytes.split_at(bytes.len() / 2);
    let (written, line) = (text(written), text(line));
    let people: Vec<String> = bytes.chunks(3).map(text).collect();
    let mut vault = vault(Config::default(), &[]);
    for (at, person) in people.iter().enumerate() {
        vault.upsert(
            format!("People/{at}.md").as_str().into(),
            format!("---\ntype: people\naliases:\n- {person}\n---\n"),
        );
    }
    let candidates = whois(&mut vault, &MEETING.into(), &written, &line);
    let notes: BTreeSet<_> = candidates.iter().map(|candidate| &candidate.path).collect();
    if notes.len() < candidates.len() || candidates.iter().any(|candidate| !(0.0..=1.0).contains(&candidate.p)) {
        return Err(format!("{written:?} means one note twice, or with a p that is none: {candidates:?}"));
    }
    let query = CompletionQuery {
        typed: written,
        path: MEETING.into(),
        owner: false,
        property: bytes.len().is_multiple_of(2),
        companies: true,
        newcomers: true,
        limit: 5,
    };
    let offered = complete(&mut vault, &query);
    if offered.len() > query.limit || offered.iter().any(|one| one.written.contains('\n')) {
        return Err(format!("what is offered is too much, or breaks the line: {offered:?}"));
    }
    Ok(())
}

/// Whether a click on each task of a note leads back and leaves the lines around it as they are.
fn clicks(text: &str) -> Result<(), String> {
    let mut vault = vault(Config::default(), &[String::new(), text.to_owned()]);
    for task in tasks(&mut vault, &TaskQuery::default()) {
        let click = TaskClick {
            path: task.path.clone(),
            line: task.line,
            raw: task.raw.clone(),
            today: "2025-11-04".to_owned(),
        };
        let Some(change) = plan::click(&vault, &click).changes.pop() else { continue };
        leads_back(&change)?;
        let around =
            |text: &str, from: usize| text.split_inclusive('\n').skip(from).map(str::to_owned).collect::<Vec<_>>();
        let head = |text: &str| text.split_inclusive('\n').take(task.line - 1).map(str::to_owned).collect::<Vec<_>>();
        let (before, after) = (around(&change.before, task.line), around(&change.after, task.line));
        if head(&change.before) != head(&change.after) || !after.ends_with(&before) && !before.ends_with(&after) {
            return Err(format!("a click on {:?} changes another line: {:?}", task.raw, change.after));
        }
    }
    Ok(())
}

/// Whether settings that can be read, of ours and of others, leave the promises of a vault as they are.
fn settings(bytes: &[u8]) -> Result<(), String> {
    let (changes, rest) = bytes.split_at(bytes.len().min(EXCHANGES));
    let files = FILES.iter().zip(rest.chunks(4)).map(|(name, bytes)| SettingsFile {
        path: format!(".obsidian/{name}"),
        text: if bytes[0] % 2 == 0 { value(bytes[0]).to_string() } else { text(bytes) },
    });
    let adopted = Adopted::read(&files.collect::<Vec<_>>());
    let document = exchanged(json!(Settings::default()), changes);
    let Ok(settings) = serde_json::from_value::<Settings>(document) else { return Ok(()) };
    let config = Config { settings: Settings { adopted, ..settings }, ..Config::default() };
    whole_vault(config, &notes(rest))
}

/// Whether decisions of two devices are the same joined in either order, and leave the promises of a vault as they are.
fn decisions(bytes: &[u8]) -> Result<(), String> {
    let one = json!([
        { "path": MEETING, "rule": "mention", "subject": "Rob Banga", "verdict": "rejected", "at": 3 },
        { "path": MEETING, "rule": "mention", "subject": "rob", "verdict": "accepted" },
    ]);
    let (ours, rest) = bytes.split_at(bytes.len().min(EXCHANGES));
    let (theirs, rest) = rest.split_at(rest.len().min(EXCHANGES));
    let read = |bytes: &[u8]| serde_json::from_value::<Decisions>(exchanged(one.clone(), bytes));
    let (Ok(ours), Ok(theirs)) = (read(ours), read(theirs)) else { return Ok(()) };
    let joined = ours.clone().joined(theirs.clone());
    if joined != theirs.joined(ours) {
        return Err(format!("the order matters in which devices are joined: {joined:?}"));
    }
    let again = serde_json::from_value(json!(joined.clone())).map_err(|error| error.to_string())?;
    if joined != again {
        return Err(format!("what is stored is read otherwise: {again:?}"));
    }
    whole_vault(Config { decisions: joined, ..Config::default() }, &notes(rest))
}

/// Whether an entry of the journal that can be read leads back to the text it is of, or refuses.
fn journal(bytes: &[u8]) -> Result<(), String> {
    let (changes, rest) = bytes.split_at(bytes.len().min(EXCHANGES));
    let current = text(rest);
    let made = JournalEntry::creation(MEETING.into(), &current);
    let removed = JournalEntry::removal(MEETING.into(), &current);
    for entry in [made, removed] {
        let mut document = json!(entry);
        document["undo"] = json!([{ "start": 0, "end": 1, "text": "x" }]);
        let Ok(entry) = serde_json::from_value::<JournalEntry>(exchanged(document, changes)) else { continue };
        let base = json!(entry)["base"].clone();
        for back in [entry.revert(&current), entry.recover()] {
            let Ok(back) = back else { continue };
            if !entry.came
                && json!(JournalEntry::removal(MEETING.into(), &back))["base"] != base
                && entry.mark.is_empty()
            {
                return Err(format!("the journal leads back to {back:?}, which is not the text before"));
            }
        }
    }
    Ok(())
}

/// Bytes that change a document: more would rarely leave one that can be read.
const EXCHANGES: usize = 4;

/// The document with values exchanged: of each two bytes the first says where, the second what stands there instead.
fn exchanged(mut document: Value, changes: &[u8]) -> Value {
    for change in changes.chunks_exact(2) {
        let places = places(&document);
        let at = &places[usize::from(change[0]) % places.len()];
        if let Some(place) = document.pointer_mut(at) {
            let is_alike = |value: &Value| discriminant(value) == discriminant(place);
            let alike: Vec<Value> = (0..VALUES).map(value).filter(is_alike).collect();
            // Mostly of the same kind, since most documents of other kinds are refused.
            *place = match alike.is_empty() || change[1] >= 224 {
                true => value(change[1]),
                false => alike[usize::from(change[1]) % alike.len()].clone(),
            };
        }
    }
    document
}

/// Where each value of a document stands, as JSON pointers; its own is the first.
fn places(document: &Value) -> Vec<String> {
    let below: Vec<(String, &Value)> = match document {
        Value::Object(fields) => {
            fields.iter().map(|(key, value)| (key.replace('~', "~0").replace('/', "~1"), value)).collect()
        }
        Value::Array(all) => all.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    let mut all = vec![String::new()];
    for (key, value) in below {
        all.extend(places(value).into_iter().map(|rest| format!("/{key}{rest}")));
    }
    all
}

const VALUES: u8 = 16;

/// A value of JSON that a byte stands for.
fn value(byte: u8) -> Value {
    match byte % VALUES {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(false),
        3 => json!(0),
        4 => json!(-1),
        5 => json!(1e308),
        6 => json!(""),
        7 => json!([]),
        8 => json!({}),
        9 => json!(["People", "", "../..", "/", "Meetings/"]),
        10 => json!({ "status": "list", "": "", "date": "date" }),
        11 => json!("(a*)*["),
        12 => json!([{ "find": "(Rob|\\w+)", "replace": "$1$1", "name": "", "enabled": true, "automatic": true }]),
        13 => json!({ "mention": true, "participants": ["Mara Voss", ""] }),
        14 => json!("Voss, Mara"),
        _ => json!(piece(byte)),
    }
}
