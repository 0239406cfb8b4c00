//! `convert-tasks`: shown first, written only when asked, and taken back.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

mod common;

use common::{TestVault, namesake};

const TASKS: (&str, &str) = ("Inbox/Calls.md", "- [ ] Ring back 📅 2025-11-15\r\n- [ ] b\r\n");
const OTHER: (&str, &str) = ("Other.md", "- [ ] a ⏫\n");
const WRITTEN: &str = "- [ ] Ring back  [due:: 2025-11-15]\r\n- [ ] b\r\n";

#[test]
fn a_dry_run_shows_the_change_and_writes_nothing() {
    let vault = TestVault::of(&[TASKS, OTHER]);
    let before = vault.files();
    let run = namesake(&["convert-tasks", vault.arg(), "--to", "dataview"]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("+- [ ] Ring back  [due:: 2025-11-15]"), "{}", run.out);
    assert!(run.out.contains("Dry run: 2 notes would change (2 tasks)"), "{}", run.out);
    assert_eq!(vault.files(), before);
}

#[test]
fn what_is_written_can_be_taken_back() {
    let vault = TestVault::of(&[TASKS, OTHER]);
    let run = namesake(&["convert-tasks", vault.arg(), "--to", "dataview", "--path", "Inbox", "--write"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert_eq!((vault.read(TASKS.0), vault.read(OTHER.0)), (WRITTEN.to_owned(), OTHER.1.to_owned()));
    assert_eq!(namesake(&["undo", vault.arg()]).code, 0);
    assert_eq!(vault.read(TASKS.0), TASKS.1);
}

#[test]
fn a_task_with_fields_of_both_formats_is_named() {
    let mixed = ("A.md", "- [ ] a [due:: 2025-01-01] 📅 2025-01-02\n");
    let vault = TestVault::of(&[mixed]);
    let run = namesake(&["convert-tasks", vault.arg(), "--to", "dataview", "--write"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("not done: “- [ ] a"), "{}", run.out);
    assert_eq!(vault.read(mixed.0), mixed.1);
}
