//! The sample vaults from end to end: what `fix` promises on a vault somebody lives in, and on one that means harm.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

mod common;

use std::collections::BTreeMap;

use common::{TestVault, namesake};
use serde_json::Value;

fn truth(name: &str) -> Vec<Value> {
    let path = format!("{}/../../tests/vaults/{name}.truth.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The vault that a unified diff makes of `before`, read as `patch` reads it.
fn patched(mut before: BTreeMap<String, Vec<u8>>, diff: &str) -> BTreeMap<String, Vec<u8>> {
    for of_note in diff.split("--- a/").skip(1) {
        let (name, hunks) = of_note.split_once('\n').unwrap();
        let note = before.get_mut(name.trim_end_matches('\t')).unwrap();
        *note = patched_note(str::from_utf8(note).unwrap(), hunks).into_bytes();
    }
    before
}

fn patched_note(before: &str, hunks: &str) -> String {
    let mut old = before.split_inclusive('\n').enumerate().peekable();
    let mut after = String::new();
    let mut lines = hunks.split_inclusive('\n').skip(1).peekable();
    while let Some(line) = lines.next() {
        let (sign, text) = line.split_at(1);
        let is_last = lines.next_if(|next| next.starts_with('\\')).is_some();
        let text = if is_last { text.trim_end_matches('\n') } else { text };
        match sign {
            "@" => {
                let start = text.trim_start_matches("@ -").split([',', ' ']).next().unwrap().parse::<usize>().unwrap();
                while let Some((_, kept)) = old.next_if(|(at, _)| at + 1 < start) {
                    after += kept;
                }
            }
            "+" => after += text,
            " " | "-" => {
                let (_, stood) = old.next().unwrap();
                assert_eq!(stood, text);
                if sign == " " {
                    after += text;
                }
            }
            // What comes after the last hunk of the last note.
            _ => break,
        }
    }
    after.extend(old.map(|(_, kept)| kept));
    after
}

#[test]
fn everyday_fixed_twice_changes_nothing_the_second_time_and_undo_gives_every_byte_back() {
    let vault = TestVault::sample("everyday");
    let before = vault.files();
    assert_eq!(namesake(&["fix", vault.arg()]).code, 0);
    assert_eq!(vault.files(), before, "a dry run writes nothing");

    let first = namesake(&["fix", vault.arg(), "--write"]);
    assert_eq!(first.code, 0, "{}", first.err);
    let fixed = vault.files();
    assert_ne!(fixed, before);

    let second = namesake(&["fix", vault.arg(), "--write"]);
    assert_eq!((second.code, second.out.as_str()), (0, "Nothing to change.\n"));
    assert_eq!(vault.files(), fixed);

    let undo = namesake(&["undo", vault.arg()]);
    assert_eq!(undo.code, 0, "{}", undo.out);
    assert_eq!(vault.files(), before);
    assert!(!vault.path(".namesake").exists());
}

#[test]
fn everyday_every_byte_outside_the_printed_edits_is_as_it_was() {
    let vault = TestVault::sample("everyday");
    let before = vault.files();
    let run = namesake(&["fix", vault.arg(), "--write"]);
    assert!(vault.notes() == patched(before, &run.out), "the notes are not what the diff makes of them");
}

#[test]
fn everyday_automatic_owners_and_sources_are_all_right() {
    let vault = TestVault::sample("everyday");
    let truth = truth("everyday");
    let folded = |name: &str| name.to_lowercase().replace(' ', "");
    let mut seen = 0;
    for finding in
        namesake(&["scan", vault.arg(), "--json", "--tier", "auto", "--rule", "owner", "--rule", "via"]).json()
    {
        let path = finding["path"].as_str().unwrap();
        let start = usize::try_from(finding["start"].as_u64().unwrap()).unwrap();
        let line = 1 + vault.read(path)[..start].matches('\n').count();
        let (written, person) = finding["subject"].as_str().unwrap().rsplit_once(" -> ").unwrap();
        let known = truth.iter().find(|known| {
            known["path"] == path
                && known["line"] == line
                && known["mention"].as_str().is_some_and(|mention| folded(mention) == folded(written))
        });
        let known = known.unwrap_or_else(|| panic!("{path}:{line}: nobody said who {written} is"));
        assert_eq!(known["truth"], person, "{path}:{line}: {written}");
        seen += 1;
    }
    // As many as there are in the vault that need no decision; fewer would mean that the rules have gone to sleep.
    assert!(seen > 100, "{seen}");
}

#[test]
fn everyday_teaches_people_only_of_meetings_they_took_part_in() {
    let vault = TestVault::sample("everyday");
    let truth = truth("everyday");
    let rules = ["--rule", "recent-context", "--rule", "last-contact"];
    let found = namesake(&[&["scan", vault.arg(), "--json", "--tier", "auto"], &rules[..]].concat()).json();
    assert!(!found.is_empty());
    for finding in found {
        let took_part = |known: &Value| {
            known["place"] == "participant" && known["path"] == finding["source"] && known["truth"] == finding["path"]
        };
        assert!(truth.iter().any(took_part), "{finding}");
    }
}

#[test]
fn everyday_notes_whose_properties_are_broken_are_named_and_left_alone() {
    let vault = TestVault::sample("everyday");
    let before = vault.files();
    let run = namesake(&["fix", vault.arg(), "--write"]);
    let broken: Vec<String> = truth("everyday")
        .iter()
        .filter(|known| known["kind"] == "broken-yaml")
        .map(|known| known["path"].as_str().unwrap().to_owned())
        .collect();
    assert!(!broken.is_empty());
    for path in broken {
        assert!(run.err.contains(&path), "{path} is not named");
        assert_eq!(vault.files()[&path], before[&path], "{path}");
    }
}

#[test]
fn hostile_notes_hurt_nothing() {
    let vault = TestVault::sample("hostile");
    let before = vault.files();
    let scan = namesake(&["scan", vault.arg(), "--json"]);
    assert_eq!(scan.code, 2, "some of them cannot be read");
    let run = namesake(&["fix", vault.arg(), "--write"]);
    assert_eq!(run.code, 2, "{}", run.out);
    let after = vault.notes();
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>(), "no note comes or goes");
    for known in truth("hostile").iter().filter(|known| known["expect"] == "untouched") {
        let path = known["path"].as_str().unwrap();
        assert!(before[path] == after[path], "{path} was changed");
    }
    assert_eq!(namesake(&["fix", vault.arg(), "--write"]).out, "Nothing to change.\n");
    assert_eq!(namesake(&["undo", vault.arg()]).code, 0);
    assert_eq!(vault.files(), before);
    for command in [&["tasks", vault.arg()][..], &["tasks", vault.arg(), "--json"], &["resolve", vault.arg()]] {
        assert_eq!(namesake(command).code, 2, "{command:?}");
    }
}

#[test]
fn hostile_notes_that_are_no_text_are_named_with_the_reason() {
    let vault = TestVault::sample("hostile");
    let found = namesake(&["scan", vault.arg(), "--json", "--rule", "unreadable-note"]).json();
    let message = |path: &str| {
        let of_note = found.iter().find(|finding| finding["path"] == path);
        of_note.map_or("", |finding| finding["message"].as_str().unwrap())
    };
    assert!(message("Bytes/latin1.md").contains("not UTF-8 from byte"), "{found:?}");
    assert!(message("Bytes/utf16le.md").contains("not UTF-8 from byte 0"), "{found:?}");
    assert!(message("Bytes/nul.md").contains("NUL byte"), "{found:?}");
}
