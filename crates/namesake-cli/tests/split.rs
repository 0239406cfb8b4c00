//! `split`: shown first with its parts, written only when asked and only as a whole, and taken back to the last byte.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

mod common;

use std::collections::BTreeMap;

use common::{TestVault, namesake};

const NOTE: (&str, &str) = (
    "People/Rob Benoit.md",
    "---\ntype: people\nemail: [rob.benoit@lumen.example, rob.banga@wickmoor.example]\n---\n# Rob Benoit\n\n## Key Facts\n\n\
     - Likes tea.\n- Rob Banga runs the depot. (via [[2025-10-30 - Depot]])\n",
);
const DEPOT: (&str, &str) = (
    "Meetings/2025-10-30 - Depot.md",
    "---\ntype: meeting\nparticipants: ['[[Rob Benoit]]']\n---\r\nWith [[Rob Benoit]].\r\n",
);
const NEW: &str = "People/Rob Banga.md";

/// All notes but those in the trash, where undo puts the new one.
fn notes(vault: &TestVault) -> BTreeMap<String, Vec<u8>> {
    vault.notes().into_iter().filter(|(path, _)| !path.starts_with(".trash/")).collect()
}

fn split(vault: &TestVault, args: &[&str]) -> common::Run {
    namesake(&[&["split", vault.arg(), "Rob Benoit"], args].concat())
}

#[test]
fn the_finding_leads_to_the_command() {
    let vault = TestVault::of(&[NOTE, DEPOT]);
    let run = namesake(&["scan", vault.arg(), "--rule", "two-people"]);
    assert!(
        run.out.contains("may hold a second person: Rob Banga") && run.out.contains("`namesake split`"),
        "{}",
        run.out
    );
}

#[test]
fn a_dry_run_shows_all_of_it_and_writes_nothing() {
    let vault = TestVault::of(&[NOTE, DEPOT]);
    let before = vault.files();
    for args in [[].as_slice(), &["--dry-run"]] {
        let run = split(&vault, args);
        assert_eq!(run.code, 0, "{}", run.err);
        for part in [
            "A line is about Rob Banga",
            "Stays:\n  1. email: rob.benoit@lumen.example (Its address is made of this person's name.)",
            "Moves to Rob Banga:\n  2. email: rob.banga@wickmoor.example",
            "  4. Key Facts: - Rob Banga runs the depot.",
            "+++ b/People/Rob Banga.md",
            "+With [[Rob Banga]].",
            "Dry run: People/Rob Banga.md would be made, and 2 notes would change.",
        ] {
            assert!(run.out.contains(part), "{part}\n{}", run.out);
        }
        assert_eq!(vault.files(), before);
    }
}

#[test]
fn what_is_written_can_be_taken_back() {
    let vault = TestVault::of(&[NOTE, DEPOT]);
    let before = vault.files();
    let run = split(&vault, &["--write"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert_eq!(
        vault.read(NEW),
        "---\ntype: people\nemail:\n  - rob.banga@wickmoor.example\n---\n# Rob Banga\n\n## Key Facts\n\n\
         - Rob Banga runs the depot. (via [[2025-10-30 - Depot]])\n"
    );
    assert_eq!(vault.read(DEPOT.0), DEPOT.1.replace("Rob Benoit", "Rob Banga"));
    assert_eq!(namesake(&["undo", vault.arg()]).code, 0);
    assert_eq!(notes(&vault), before);
}

#[test]
fn name_and_parts_can_be_chosen() {
    let vault = TestVault::of(&[NOTE, DEPOT]);
    let run = split(&vault, &["--name", "Rob Hall", "--move", "3", "--keep", "2", "--keep", "4", "--write"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert_eq!(
        vault.read("People/Rob Hall.md"),
        "---\ntype: people\n---\n# Rob Hall\n\n## Key Facts\n\n- Likes tea.\n"
    );
    let run = split(&vault, &["--name", "Rob Hall", "--move", "1"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("not done: A note called “Rob Hall” is there already."), "{}", run.out);
}

#[test]
fn json_holds_the_parts_and_the_plan() {
    let vault = TestVault::of(&[NOTE, DEPOT]);
    let run = split(&vault, &["--json"]);
    let split: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((&split["name"], &split["path"]), (&"Rob Banga".into(), &NEW.into()));
    assert_eq!(
        (split["parts"][1]["side"].as_str(), split["parts"][2]["side"].as_str()),
        (Some("moves"), Some("stays"))
    );
    assert_eq!(split["plan"]["changes"][0]["path"].as_str(), Some(NEW));
    assert_eq!(namesake(&["split", vault.arg(), "Rob Benoit", "--json", "--write"]).code, 2);
}

#[test]
fn a_note_that_stands_there_is_never_written_over() {
    let vault = TestVault::of(&[NOTE, DEPOT, (NEW, "Another.\n")]);
    let before = vault.files();
    let run = split(&vault, &["--write"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("“Rob Banga” is there already"), "{}", run.out);
    assert_eq!(vault.files(), before);
}

#[test]
fn the_new_note_stays_where_the_old_one_cannot_have_its_words_back() {
    let vault = TestVault::of(&[NOTE, DEPOT]);
    assert_eq!(split(&vault, &["--write"]).code, 0);
    let new = vault.read(NEW);
    vault.write(NOTE.0, b"Something else.\n");
    let run = namesake(&["undo", vault.arg()]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains(&format!("not undone: {NEW}: what it took over cannot be put back")), "{}", run.out);
    assert_eq!((vault.read(NEW), vault.read(DEPOT.0).as_str()), (new, DEPOT.1));
}

#[cfg(unix)]
#[test]
fn nothing_is_written_where_one_note_cannot_be() {
    use std::os::unix::fs::PermissionsExt;
    for locked in [NOTE.0, DEPOT.0] {
        let vault = TestVault::of(&[NOTE, DEPOT]);
        let before = notes(&vault);
        std::fs::set_permissions(vault.path(locked), std::fs::Permissions::from_mode(0o440)).unwrap();
        let run = split(&vault, &["--write"]);
        assert_ne!(run.code, 0, "{locked}");
        assert!(run.out.contains(&format!("not written: {NEW}: another note could not be written")), "{}", run.out);
        assert_eq!(notes(&vault), before, "{locked}");
    }
}

#[test]
fn nothing_to_tell_apart_asks_for_a_name() {
    let vault = TestVault::of(&[("People/Rob Benoit.md", "---\ntype: people\n---\n- Likes tea.\n")]);
    let run = split(&vault, &["--write"]);
    assert_eq!(run.code, 1);
    assert!(
        run.out.contains("not done: Nothing in the note names the other person. Give the new note a name."),
        "{}",
        run.out
    );
}

#[test]
fn on_an_ordinary_vault_split_and_undo_are_exact() {
    let vault = TestVault::sample("everyday");
    let before = notes(&vault);
    for person in ["Rob Benoit", "Rob Bannerman", "Elin Sandgren (Bloemkade)", "Đoàn Thục Quyên", "ليان الزهراوي"]
    {
        let run = namesake(&[
            "split",
            vault.arg(),
            person,
            "--name",
            "Zed Quarrel",
            "--move",
            "1",
            "--move",
            "3",
            "--move",
            "5",
            "--write",
        ]);
        assert_eq!(run.code, 0, "{person}: {}{}", run.out, run.err);
        assert!(notes(&vault).contains_key("People/Zed Quarrel.md"), "{person}");
        assert_eq!(namesake(&["undo", vault.arg()]).code, 0);
        assert_eq!(notes(&vault), before, "{person}");
    }
}
