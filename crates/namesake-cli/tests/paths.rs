//! Notes and folders as people and shells write them on the command line.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

mod common;

use std::process::Command;

use common::{PERSON, TestVault, namesake, namesake_with};

const CALLS: (&str, &str) = ("Inbox/Late/Calls.md", "- [ ] Ring back 📅 2025-11-15\n");
const OTHER: (&str, &str) = ("Other.md", "- [ ] a 📅 2025-11-15\n");

fn convert(vault: &TestVault, path: &str) -> common::Run {
    namesake(&["convert-tasks", vault.arg(), "--to", "dataview", "--path", path])
}

#[test]
fn a_note_or_folder_may_be_written_in_any_usual_way() {
    let vault = TestVault::of(&[CALLS, OTHER]);
    let absolute = vault.path("Inbox").to_str().unwrap().to_owned();
    for path in [
        "Inbox",
        "Inbox/",
        "./Inbox",
        "./Inbox/Late//",
        "Inbox\\Late\\",
        ".\\Inbox",
        "Inbox/Late/Calls.md",
        "Inbox\\Late\\Calls.md",
        "Other/../Inbox",
        "/Inbox",
        &absolute,
    ] {
        let run = convert(&vault, path);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{path}");
        assert!(
            run.out.contains("Dry run: 1 note would change") && run.out.contains("Calls.md"),
            "{path}: {}",
            run.out
        );
    }
    for path in [".", "./", vault.arg()] {
        assert!(convert(&vault, path).out.contains("Dry run: 2 notes would change"), "{path}");
    }
}

#[test]
fn a_lone_dot_is_the_folder_where_the_command_runs() {
    let vault = TestVault::of(&[CALLS, OTHER]);
    let output = Command::new(env!("CARGO_BIN_EXE_namesake"))
        .args(["convert-tasks", "..", "--to", "dataview", "--path", "."])
        .current_dir(vault.path("Inbox"))
        .output()
        .unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(out.contains("Dry run: 1 note would change") && out.contains("Calls.md"), "{out}");
}

#[cfg(unix)]
#[test]
fn a_backslash_in_a_name_is_part_of_the_name() {
    let vault = TestVault::of(&[("Inbox\\Late\\Calls.md", CALLS.1), ("Inbox/Late/Other.md", OTHER.1)]);
    let run = convert(&vault, "Inbox\\Late\\Calls.md");
    assert!(run.out.contains("Ring back") && run.out.contains("1 note would change"), "{}", run.out);
}

#[test]
fn a_path_that_leads_to_no_note_is_an_error_and_nothing_is_written() {
    let vault = TestVault::of(&[CALLS, OTHER]);
    vault.write("Empty/picture.png", b"");
    let before = vault.files();
    for path in ["Inbx", "inbox", "Empty", "../Other.md", "Other.md/x", "", " ", "/tmp"] {
        let run = namesake(&[
            "convert-tasks",
            vault.arg(),
            "--to",
            "dataview",
            "--path",
            "Other.md",
            "--path",
            path,
            "--write",
        ]);
        assert_eq!((run.code, run.out.as_str(), run.err.lines().count()), (2, "", 1), "{path}: {}", run.err);
        assert!(run.err.contains(&format!("--path {path}: no note stands there")), "{}", run.err);
        assert!(run.err.contains("give a note or folder by its path in the vault"), "{}", run.err);
        assert_eq!(vault.files(), before);
    }
    assert!(convert(&vault, "inbox").err.contains("did you mean “Inbox”?"));
    assert!(convert(&vault, "Inbox/Late/Calls").err.contains("did you mean “Inbox/Late/Calls.md”?"));
}

#[test]
fn a_note_that_cannot_be_read_is_a_note_for_a_path() {
    let vault = TestVault::of(&[OTHER]);
    vault.write("latin.md", b"caf\xe9");
    let run = convert(&vault, "latin.md");
    assert_eq!((run.code, run.out.as_str()), (2, "Nothing to change.\n"));
    assert!(run.err.contains("latin.md: ") && run.err.contains("not UTF-8"), "{}", run.err);
}

#[test]
fn notes_to_merge_may_be_written_so_too() {
    let vault = TestVault::of(&[PERSON, ("People/Rob Banga.md", "---\ntype: people\n---\n")]);
    let absolute = vault.path(PERSON.0).to_str().unwrap().to_owned();
    for winner in ["Rob Benoit", "./People/Rob Benoit.md", "People\\Rob Benoit.md", "./People/Rob Benoit", &absolute] {
        let run = namesake(&["merge", vault.arg(), winner, "./People/Rob Banga.md"]);
        assert_eq!(run.code, 0, "{winner}: {}", run.err);
        assert!(run.out.contains("People/Rob Banga.md goes to the trash"), "{winner}: {}", run.out);
    }
    for nobody in [".", ""] {
        assert_eq!(namesake(&["merge", vault.arg(), nobody, "Rob Banga"]).code, 2, "{nobody}");
    }
}

#[test]
fn the_place_of_a_note_to_normalize_may_be_written_so_too() {
    let note = "---\ncreated: 3 January 2026\n---\n";
    let vault = TestVault::of(&[("off.json", r#"{"settings": {"excludedFolders": ["Old"]}}"#)]);
    let off = vault.path("off.json");
    for (path, is_repaired) in
        [("./New/a.md", true), ("./Old/a.md", false), ("Old\\a.md", false), ("/Old//a.md", false)]
    {
        let run = namesake_with(&["normalize", "--config", off.to_str().unwrap(), "--path", path], note.as_bytes());
        assert_eq!((run.code, run.out != note), (0, is_repaired), "{path}");
    }
}

#[test]
fn a_note_to_merge_that_cannot_be_read_is_not_called_missing() {
    let vault = TestVault::of(&[PERSON]);
    vault.write("People/Rob Banga.md", b"caf\xe9");
    let run = namesake(&["merge", vault.arg(), "Rob Benoit", "People/Rob Banga.md"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("Rob Banga.md: this note cannot be read: it is not UTF-8"), "{}", run.err);
}
