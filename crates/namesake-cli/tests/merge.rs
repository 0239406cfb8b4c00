//! `merge`: shown first, written only when asked, and taken back to the last byte.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

mod common;

use common::{TestVault, namesake};

const WINNER: (&str, &str) = ("People/Rob Benoit.md", "---\ntype: people\nrole: Fitter\n---\n# Rob Benoit\n");
const LOSER: (&str, &str) = ("People/Rob Banga.md", "---\ntype: people\nrole: Builder\n---\n# Rob Banga\n\n- Climbs\n");
const DAY: (&str, &str) = ("Daily.md", "Met [[Rob Banga]].\r\n");

fn merge(vault: &TestVault, args: &[&str]) -> common::Run {
    namesake(&[&["merge", vault.arg(), "Rob Benoit", "People/Rob Banga.md"], args].concat())
}

#[test]
fn a_dry_run_shows_all_of_it_and_writes_nothing() {
    let vault = TestVault::of(&[WINNER, LOSER, DAY]);
    let before = vault.files();
    let run = merge(&vault, &[]);
    assert_eq!(run.code, 0, "{}", run.err);
    for part in [
        "+- Climbs",
        "+Met [[Rob Benoit|Rob Banga]].",
        "--- a/People/Rob Banga.md\t\n+++ /dev/null",
        "role: Fitter is kept; Builder goes into the body",
        "--take role does it the other way round",
        "2 notes would change, and People/Rob Banga.md goes to the trash",
    ] {
        assert!(run.out.contains(part), "{part}\n{}", run.out);
    }
    assert_eq!(vault.files(), before);
    assert!(merge(&vault, &["--take", "role"]).out.contains("role: Builder is kept"));
}

#[test]
fn what_is_written_can_be_taken_back() {
    let vault = TestVault::of(&[WINNER, LOSER, DAY]);
    let before = vault.files();
    let run = merge(&vault, &["--write"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert_eq!(vault.read(".trash/Rob Banga.md"), LOSER.1);
    assert!(!vault.path(LOSER.0).exists());
    assert_eq!(vault.read(DAY.0), "Met [[Rob Benoit|Rob Banga]].\r\n");
    assert_eq!(namesake(&["undo", vault.arg()]).code, 0);
    assert_eq!(vault.notes(), before);
}

#[test]
fn undo_that_was_killed_before_the_copy_in_the_trash_went_is_finished_by_the_next() {
    let vault = TestVault::of(&[WINNER, LOSER, DAY]);
    let before = vault.files();
    assert_eq!(merge(&vault, &["--write"]).code, 0);
    vault.write(LOSER.0, LOSER.1.as_bytes());
    assert_eq!(namesake(&["undo", vault.arg()]).code, 0);
    assert_eq!(vault.files(), before);
}

#[test]
fn a_note_that_has_come_since_is_not_written_over() {
    let vault = TestVault::of(&[WINNER, LOSER, DAY]);
    assert_eq!(merge(&vault, &["--write"]).code, 0);
    let merged = vault.read(WINNER.0);
    vault.write(LOSER.0, b"");
    let run = namesake(&["undo", vault.arg()]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("not undone: People/Rob Banga.md: another note stands"), "{}", run.out);
    assert!(run.out.contains("not undone: People/Rob Benoit.md: the note that went cannot come back"), "{}", run.out);
    assert_eq!((vault.read(LOSER.0), vault.read(WINNER.0)), (String::new(), merged));
    std::fs::remove_file(vault.path(LOSER.0)).unwrap();
    assert_eq!(namesake(&["undo", vault.arg()]).code, 0);
    assert_eq!((vault.read(LOSER.0).as_str(), vault.read(WINNER.0).as_str()), (LOSER.1, WINNER.1));
}

#[cfg(unix)]
#[test]
fn the_note_stays_where_another_one_cannot_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let vault = TestVault::of(&[WINNER, LOSER, DAY]);
    std::fs::set_permissions(vault.path(DAY.0), std::fs::Permissions::from_mode(0o440)).unwrap();
    let run = merge(&vault, &["--write"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("not written: People/Rob Banga.md: another note could not be written"), "{}", run.out);
    assert_eq!(vault.read(LOSER.0), LOSER.1);
}

#[test]
fn a_note_that_is_not_there_is_named() {
    let run = namesake(&["merge", TestVault::of(&[WINNER]).arg(), "Rob Benoit", "Rob Banga"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("Rob Banga: there is no such note"), "{}", run.err);
    let run = namesake(&["merge", TestVault::of(&[WINNER, LOSER]).arg(), "Rob Beniot", "Rob Banga"]);
    assert!(run.err.contains("Rob Beniot: there is no such note (did you mean “Rob Benoit”?)"), "{}", run.err);
}

#[test]
fn on_an_ordinary_vault_merge_and_undo_are_exact() {
    let heard = "---\ntype: people\ntitle: Rob Banga\nlast_contact: 2025-10-30\ntags: [type/people]\n---\n\n# Rob Banga\n\n\
                 ## Key Facts\n\n- Carries the ladder. ^ladder\n\n## Recent Context\n\n\
                 - 2025-10-30: [[2025-10-30 - Osterhavn, a gateway for cave five]] - Rang from the car...\n\n---\n*Last updated: *\n";
    let vault = TestVault::sample("everyday");
    vault.write("People/Rob Banga.md", heard.as_bytes());
    let before = vault.files();
    for (winner, loser) in [
        ("Rob Benoit", "Rob Banga"),
        ("Rob Bannerman", "Robert Inglethorpe"),
        ("Elin Sandgren (Bloemkade)", "Elin Sandgren (Tervola)"),
        ("Đoàn Thục Quyên", "ليان الزهراوي"),
        ("Siobhán Rafferty-Lund", "Michael O'Shaughnessy-Reyes"),
    ] {
        let run = namesake(&["merge", vault.arg(), winner, loser, "--write"]);
        assert_eq!(run.code, 0, "{winner}: {}{}", run.out, run.err);
        let (path, bytes) = (format!("People/{loser}.md"), vault.files());
        assert!(!bytes.contains_key(&path) && bytes.contains_key(&format!(".trash/{loser}.md")));
        let linked = format!("[[{loser}");
        let kept = |path: &str| !path.starts_with(".trash/") && !path.starts_with(".namesake/");
        let links = bytes.iter().filter(|(path, _)| kept(path));
        let left: Vec<_> = links.filter(|(_, text)| String::from_utf8_lossy(text).contains(&linked)).collect();
        assert!(left.is_empty(), "{left:?}");
        assert_eq!(namesake(&["undo", vault.arg()]).code, 0);
        assert_eq!(vault.files(), before, "{winner}");
    }
}
