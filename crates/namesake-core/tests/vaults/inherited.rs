//! Notes as they come from elsewhere, `tests/vaults/inherited`, with every suggestion accepted: `inherited.after`, and
//! `docs/before-and-after.md`, which shows both. `UPDATE_DOCS=1` writes them anew, to be read word by word.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use namesake_core::finding::Tier;
use namesake_core::plan::{self, Choice, PlanRequest, Query};
use namesake_core::text::TextHash;
use namesake_core::vault::Vault;

use crate::notes::{Notes, applied, assert_same, assert_whole, read, vault};

/// More than there are suggestions: what goes on longer goes round in a circle.
const MOST: usize = 200;

/// What the docs show: the note, what it is, and what to look at.
const SHOWN: [(&str, &str, &str); 5] = [
    (
        "People/Rob Benoit.md",
        "A person",
        "The footer, `last_contact` and the headings glued to the text above them are put right by themselves, the fact told \
         twice is told once, and what the meeting below says about Rob is there with its source. Role and company, of which \
         table, tag, profile and a bio in the vault said three things, were asked about. Two facts still are: nobody can \
         prove that they are about Rob, so they stay where they are, and so does the tag `needs-review`. The name that was \
         heard stays visible in the link to the person who is meant.",
    ),
    (
        "Meetings/2025-10-31 - Weekly catch-up.md",
        "A meeting",
        "Placeholders are filled from the lines below them, signs are decoded, owners lead to their notes. “Rob Banga”, the \
         arrow ⏫, of which a byte was lost, and the follow-up without a checkbox were asked about. Jürgen Kaspar had no \
         note; he was given one, and what the meeting says about him stands in it. The transcript stays as it was recorded.",
    ),
    (
        "People/Mara Voss.md",
        "Who keeps the vault",
        "She took part, so the meeting is told in her note too; what it says about others is not. There was no section for it, \
         which is why this was asked about. Of two days that 03/01/2026 can be, the first was chosen.",
    ),
    (
        "People/Jürgen Kaspar.md",
        "Somebody new",
        "The note that was made, with what the meeting says about him. The prompts that nobody has answered were taken out and \
         the tag `needs-review` was dropped, as was on offer once nothing else was open; what is not known stays `_Unknown_`.",
    ),
    (
        "Projects/Telemetry Pilot.md",
        "A project",
        "A link without quotes is a list in a list to YAML, and the tags were one text.",
    ),
];

fn inherited() -> Notes {
    read("inherited")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn page(after: &Notes) -> String {
    let mut page = "# Before and after\n\nMade from [`tests/vaults/inherited`](../tests/vaults/inherited), notes as machines \
                    leave them, by accepting the first suggestion of every finding until nothing is left \
                    ([the result](../tests/vaults/inherited.after)); do not edit. In whatever order they are accepted, the \
                    notes end the same.\n"
        .to_owned();
    let before = inherited();
    let changed: BTreeSet<&str> =
        after.iter().filter(|(path, text)| before.get(*path) != Some(*text)).map(|(path, _)| path.as_str()).collect();
    assert_eq!(changed, SHOWN.map(|(path, ..)| path).into(), "every note that changes is shown");
    for (path, title, words) in SHOWN {
        let old = match before.get(path) {
            Some(old) => format!("Before, `{path}`:\n\n````md\n{old}````\n\nAfter:"),
            None => format!("`{path}`:"),
        };
        let shown = format!("\n## {title}\n\n{words}\n\n{old}\n\n````md\n{}````\n", after[path]);
        page.push_str(&shown);
    }
    page
}

/// Carries a plan out; whether anything changed.
fn done(vault: &mut Vault, notes: &mut Notes, request: &PlanRequest) -> bool {
    let plan = plan::plan(vault, request);
    plan.changes.iter().for_each(assert_whole);
    *notes = applied(notes, &plan);
    for change in &plan.changes {
        vault.upsert(change.path.clone(), change.after.clone());
    }
    !plan.changes.is_empty()
}

/// The notes after all that `namesake fix` would do, tier by tier, until nothing is left.
fn fixed(first: Tier, second: Tier) -> Notes {
    let mut notes = inherited();
    let mut vault = vault(&notes);
    let all = |tier| PlanRequest::Query { query: Query { tier: Some(tier), ..Query::default() } };
    for _ in 0..MOST {
        let changed = done(&mut vault, &mut notes, &all(first));
        if !done(&mut vault, &mut notes, &all(second)) && !changed {
            return notes;
        }
    }
    panic!("the suggestions never come to an end");
}

/// The notes once somebody has accepted one suggestion after the other, in an order that hangs on `seed`.
fn accepted(seed: u32) -> Notes {
    let mut notes = inherited();
    let mut vault = vault(&notes);
    for _ in 0..MOST {
        let mut open = plan::findings(&mut vault, &Query::default());
        open.retain(|finding| !finding.fixes.is_empty());
        open.sort_by_cached_key(|finding| TextHash::of(&format!("{seed} {}", finding.id)));
        let Some(next) = open.into_iter().next() else { return notes };
        let told = format!("{} in {}", next.message, next.path);
        let choice = Choice { id: next.id, path: next.path, fix: 0, text: None, without: Vec::new(), seen: None };
        let choices = PlanRequest::Choices { choices: vec![choice], alias: None };
        assert!(done(&mut vault, &mut notes, &choices), "accepted, and nothing happened: {told}");
    }
    panic!("the suggestions never come to an end");
}

#[test]
fn every_suggestion_accepted_gives_the_notes_that_the_docs_show() {
    let after = fixed(Tier::Auto, Tier::Review);
    let (page, file) = (page(&after), root().join("docs/before-and-after.md"));
    if env::var_os("UPDATE_DOCS").is_some() {
        for (path, text) in &after {
            let note = root().join("tests/vaults/inherited.after").join(path);
            fs::create_dir_all(note.parent().expect("a folder")).expect("inherited.after/");
            fs::write(&note, text).expect("a note");
        }
        fs::write(&file, &page).expect("docs/before-and-after.md");
    }
    assert_same(&after, &read("inherited.after"), "read what changed, then write it anew with UPDATE_DOCS=1");
    // Git may have checked it out with other line ends.
    assert_eq!(
        fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n"),
        page,
        "UPDATE_DOCS=1 writes it anew"
    );
}

#[test]
fn the_order_in_which_suggestions_are_accepted_does_not_matter() {
    let after = read("inherited.after");
    assert_same(&fixed(Tier::Review, Tier::Auto), &after, "what needs a decision first");
    for seed in 1..=4 {
        assert_same(&accepted(seed), &after, &format!("seed {seed}"));
    }
}
