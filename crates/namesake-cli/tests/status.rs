//! The exit status that the README promises, command by command: 2 where a file could not be read, whatever else was found.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

mod common;

use common::{MEETING, PERSON, TestVault, namesake, namesake_with};

const TASK: (&str, &str) = ("d.md", "- [ ] call @Rob Benoit 📅 2025-11-15\n");
const OTHER: (&str, &str) = ("People/Rob Banga.md", "---\ntype: people\n---\n");

/// Every command that reads a vault, and how it ends where all can be read.
fn commands(vault: &TestVault) -> Vec<(Vec<&str>, i32)> {
    let vault = vault.arg();
    vec![
        (vec!["scan", vault], 1),
        (vec!["scan", vault, "--json"], 1),
        (vec!["scan", vault, "--report"], 1),
        (vec!["scan", vault, "--rule", "owner"], 1),
        (vec!["scan", vault, "--rule", "recurrence"], 0),
        (vec!["fix", vault], 0),
        (vec!["fix", vault, "--id", "no-such-finding"], 1),
        (vec!["tasks", vault], 0),
        (vec!["tasks", vault, "--json", "--open"], 0),
        (vec!["convert-tasks", vault, "--to", "dataview"], 0),
        (vec!["convert-tasks", vault, "--to", "emoji", "--path", "d.md"], 0),
        (vec!["merge", vault, "Rob Benoit", "Rob Banga"], 0),
        (vec!["resolve", vault], 0),
        (vec!["fix", vault, "--write"], 0),
    ]
}

#[test]
fn every_command_ends_with_two_where_a_note_cannot_be_read_and_names_it() {
    let vault = TestVault::of(&[PERSON, OTHER, TASK]);
    for (args, status) in commands(&vault) {
        let run = namesake(&args);
        assert_eq!((run.code, run.err.as_str()), (status, ""), "{args:?}");
    }
    vault.write(TASK.0, TASK.1.as_bytes());
    vault.write("latin.md", b"caf\xe9");
    for (args, _) in commands(&vault) {
        let run = namesake(&args);
        assert_eq!(run.code, 2, "{args:?}: {}", run.out);
        let is_named = |text: &str| text.matches("is not UTF-8 from byte 3 on").count();
        assert_eq!(is_named(&run.out) + is_named(&run.err), 1, "{args:?}: {}{}", run.out, run.err);
    }
    assert!(vault.read(TASK.0).contains("[[Rob Benoit]]"), "the other notes are repaired all the same");
}

#[test]
fn a_question_that_is_none_is_refused_and_a_note_that_cannot_be_read_outweighs_it() {
    let vault = TestVault::of(&[PERSON]);
    assert_eq!(namesake_with(&["resolve", vault.arg()], b"nonsense\n").code, 1);
    vault.write("nul.md", b"a\0b");
    assert_eq!(namesake_with(&["resolve", vault.arg()], b"nonsense\n").code, 2);
}

#[test]
fn undo_ends_with_two_where_a_note_cannot_be_read_any_more() {
    let vault = TestVault::of(&[MEETING, PERSON]);
    assert_eq!(namesake(&["fix", vault.arg(), "--write"]).code, 0);
    let written = vault.read(PERSON.0);
    vault.write(PERSON.0, b"caf\xe9");
    let run = namesake(&["undo", vault.arg()]);
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.out.contains("not undone: People/Rob Benoit.md: it is not UTF-8 from byte 3 on"), "{}", run.out);
    assert_eq!(vault.read(MEETING.0), MEETING.1, "the other note is put back");

    std::fs::remove_file(vault.path(PERSON.0)).unwrap();
    let run = namesake(&["undo", vault.arg()]);
    assert_eq!(run.code, 1, "a note that somebody deleted is no file that cannot be read");
    assert!(run.out.contains("it is no longer there"), "{}", run.out);

    vault.write(PERSON.0, written.as_bytes());
    assert_eq!(namesake(&["undo", vault.arg()]).code, 0);
}
