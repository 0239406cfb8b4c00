//! A note that a fix makes: shown, written beside the link that leads to it, and thrown away again only as it was made.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

mod common;

use common::{TestVault, namesake};

const ROB: (&str, &str) = ("People/Rob Benoit.md", "---\ntype: people\n---\n");
const MARA: (&str, &str) = ("People/Mara Voss.md", "---\ntype: people\n---\n");
const MEETING: (&str, &str) =
    ("Meetings/2025-10-30 - Cave.md", "**Participants:** Mara Voss, Rob Benoit\n\n## Summary\n\nRob Banga rang.\n");
const NEW: &str = "People/Rob Banga.md";

/// The vault, and the arguments that choose somebody new.
fn asked() -> (TestVault, Vec<String>) {
    let vault = TestVault::of(&[ROB, MARA, MEETING]);
    let found = namesake(&["scan", vault.arg(), "--json", "--rule", "mention"]).json();
    assert_eq!(found[0]["fixes"][1]["creates"]["path"], NEW);
    let args = ["fix", vault.arg(), "--id", found[0]["id"].as_str().unwrap(), "--fix", "2"];
    let args = args.map(str::to_owned).to_vec();
    (vault, args)
}

fn run(args: &[String], more: &[&str]) -> common::Run {
    namesake(&args.iter().map(String::as_str).chain(more.iter().copied()).collect::<Vec<_>>())
}

#[test]
fn a_dry_run_shows_the_note_and_makes_none() {
    let (vault, args) = asked();
    let before = vault.files();
    let run = run(&args, &[]);
    for part in [
        "--- /dev/null\n+++ b/People/Rob Banga.md",
        "+title: Rob Banga\n",
        "+[[Rob Banga]] rang.\n",
        "2 notes would change",
    ] {
        assert!(run.out.contains(part), "{part}\n{}", run.out);
    }
    assert_eq!((run.code, vault.files()), (0, before));
}

#[test]
fn what_is_made_is_thrown_away_again() {
    let (vault, args) = asked();
    let before = vault.files();
    assert_eq!(run(&args, &["--write"]).code, 0);
    let made = vault.read(NEW);
    assert!(made.contains("auto_created: true\nsource: \"[[2025-10-30 - Cave]]\"\n"), "{made}");
    assert_eq!(vault.read(MEETING.0), MEETING.1.replace("Rob Banga", "[[Rob Banga]]"));
    assert_eq!(namesake(&["undo", vault.arg()]).code, 0);
    assert_eq!(vault.read(".trash/Rob Banga.md"), made);
    std::fs::remove_dir_all(vault.path(".trash")).unwrap();
    assert_eq!(vault.files(), before);
}

#[test]
fn a_note_that_was_edited_since_stays_and_the_rest_is_taken_back() {
    let (vault, args) = asked();
    run(&args, &["--write"]);
    let edited = vault.read(NEW) + "and more";
    vault.write(NEW, edited.as_bytes());
    let undo = namesake(&["undo", vault.arg()]);
    assert_eq!(undo.code, 1);
    assert!(
        undo.out.contains("not undone: People/Rob Banga.md: People/Rob Banga.md has been edited since"),
        "{}",
        undo.out
    );
    assert_eq!((vault.read(NEW), vault.read(MEETING.0)), (edited, MEETING.1.to_owned()));
}

#[test]
fn a_note_that_somebody_threw_away_is_no_trouble() {
    let (vault, args) = asked();
    let before = vault.files();
    run(&args, &["--write"]);
    std::fs::remove_file(vault.path(NEW)).unwrap();
    assert_eq!((namesake(&["undo", vault.arg()]).code, vault.files()), (0, before));
}

#[test]
fn where_no_file_can_be_made_no_link_is_written() {
    // No note, so that nobody knows of it before it is to be made.
    let (vault, args) = asked();
    vault.write("People/rob banga.MD/x", b"");
    let run = run(&args, &["--write"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("not written: People/Rob Banga.md: a note of that name is there already"), "{}", run.out);
    assert!(
        run.out.contains("not written: Meetings/2025-10-30 - Cave.md: the note that it would lead to"),
        "{}",
        run.out
    );
    assert_eq!((vault.read(MEETING.0), vault.batches().len()), (MEETING.1.to_owned(), 0));
}

#[cfg(unix)]
#[test]
fn where_the_link_cannot_be_written_no_note_is_left_behind() {
    use std::os::unix::fs::PermissionsExt;
    let (vault, args) = asked();
    std::fs::set_permissions(vault.path(MEETING.0), std::fs::Permissions::from_mode(0o440)).unwrap();
    let run = run(&args, &["--write"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("not written: People/Rob Banga.md: the note that leads to it"), "{}", run.out);
    assert!(!vault.path(NEW).exists() && vault.batches().is_empty());
}

#[test]
fn a_fix_that_is_not_on_offer_is_named() {
    let (vault, mut args) = asked();
    args[5] = "7".to_owned();
    let before = vault.files();
    let run = run(&args, &["--write"]);
    assert!(run.code == 1 && run.out.contains("There is nothing on offer for this"), "{}", run.out);
    assert_eq!(vault.files(), before);
}
