//! Symbolic links in a vault: never followed, and named.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

mod common;

use std::os::unix::fs::symlink;

use common::{PERSON, TestVault, namesake};

#[test]
fn links_to_folders_and_notes_are_named_once_by_every_command() {
    let vault = TestVault::of(&[
        ("vault/People/Rob Benoit.md", PERSON.1),
        ("vault/People/a.md", "---\ntype: people\n---\n"),
        ("outside/b.md", "x\n"),
    ]);
    let inside = vault.path("vault");
    symlink(vault.path("outside"), inside.join("Shared")).unwrap();
    symlink(vault.path("outside/b.md"), inside.join("People/b.md")).unwrap();
    symlink(&inside, inside.join("Shared circle")).unwrap();
    // Nobody takes these for notes.
    symlink(vault.path("outside/b.md"), inside.join("picture.png")).unwrap();
    symlink(vault.path("outside"), inside.join(".hidden")).unwrap();
    let arg = inside.to_str().unwrap();
    for args in [
        &["scan", arg][..],
        &["scan", arg, "--json"],
        &["fix", arg],
        &["tasks", arg],
        &["convert-tasks", arg, "--to", "emoji"],
        &["merge", arg, "Rob Benoit", "a"],
        &["resolve", arg],
    ] {
        let run = namesake(args);
        assert_eq!(run.code, 0, "{args:?}: a link that is skipped is no failure");
        let told = "namesake: 3 symbolic links not followed: People/b.md, Shared, Shared circle; ";
        assert!(run.err.starts_with(told), "{args:?}: {}", run.err);
        assert_eq!(run.err.matches("symbolic").count(), 1, "{args:?}: {}", run.err);
    }
}

#[test]
fn of_many_links_five_are_named() {
    let vault = TestVault::of(&[("a.md", "x\n")]);
    for number in 1..=7 {
        symlink("nowhere", vault.path(&format!("{number}.md"))).unwrap();
    }
    let run = namesake(&["scan", vault.arg()]);
    assert!(run.err.contains("7 symbolic links not followed: 1.md, 2.md, 3.md, 4.md, 5.md and 2 more;"), "{}", run.err);
}
