//! A run that is killed while it writes a note: no byte is lost, and the next run takes away what it left.
//!
//! A note that is a named pipe stops the run at one place for sure: the note's new text is written, and the run waits to
//! read the old one before it moves the new one over it.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

mod common;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;

use common::{MEETING, PERSON, TestVault, namesake};

/// So many, and so long, that a run prints more about them than the 64 KiB that a pipe holds. It waits for its reader
/// then, before it writes the first one.
const NOTES: usize = 100;
const LONG_LINE: usize = 1000;

fn name(number: usize) -> String {
    format!("Daily/{number:03}.md")
}

fn text(number: usize) -> String {
    let long = "-".repeat(LONG_LINE);
    format!("{long}\n\n- [ ] call number {number} @Rob Benoit\n\nThe end.\n")
}

fn owned(text: &str) -> String {
    text.replace("@Rob Benoit", "[[Rob Benoit]]")
}

/// Notes with an owner to link each, and a meeting that has something else to mend.
fn vault() -> TestVault {
    let vault = TestVault::of(&[PERSON, (MEETING.0, &owned(MEETING.1))]);
    (0..NOTES).for_each(|number| vault.write(&name(number), text(number).as_bytes()));
    vault
}

/// A run of `namesake fix --rule owner --write` that is about to write note number `at`.
struct StoppedRun<'v> {
    child: Child,
    vault: &'v TestVault,
    at: usize,
    /// The end of the pipe from which the run waits to read the note.
    pipe: File,
}

impl<'v> StoppedRun<'v> {
    fn before(vault: &'v TestVault, at: usize) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_namesake"))
            .args(["fix", vault.arg(), "--rule", "owner", "--write"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut printed = child.stdout.take().unwrap();
        // What it prints comes after all notes are read and before the first is written.
        printed.read_exact(&mut [0]).unwrap();
        let note = vault.path(&name(at));
        fs::remove_file(&note).unwrap();
        assert!(Command::new("mkfifo").arg(&note).status().unwrap().success());
        thread::spawn(move || printed.read_to_end(&mut Vec::new()));
        // Opening it takes until the run opens it too.
        let pipe = thread::spawn(move || File::options().write(true).open(note).unwrap());
        while !pipe.is_finished() {
            assert!(child.try_wait().unwrap().is_none(), "the run ended before it came to the note");
            thread::yield_now();
        }
        Self { child, vault, at, pipe: pipe.join().unwrap() }
    }

    /// Kills the run, and puts the note back that was a pipe.
    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        fs::remove_file(self.vault.path(&name(self.at))).unwrap();
        self.vault.write(&name(self.at), text(self.at).as_bytes());
    }

    /// Lets the run read the note; returns its exit code.
    fn go_on(mut self) -> i32 {
        self.pipe.write_all(text(self.at).as_bytes()).unwrap();
        drop(self.pipe);
        self.child.wait().unwrap().code().unwrap()
    }
}

/// The files that are not notes, without the journal's batches.
fn litter(vault: &TestVault) -> Vec<String> {
    let is_known = |path: &String| Path::new(path).extension().is_some_and(|end| end == "md" || end == "json");
    vault.files().into_keys().filter(|path| !is_known(path)).collect()
}

fn with_owners(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let owned = |bytes: &Vec<u8>| owned(std::str::from_utf8(bytes).unwrap()).into_bytes();
    files.iter().map(|(path, bytes)| (path.clone(), owned(bytes))).collect()
}

#[test]
fn every_note_is_as_before_or_as_after_and_undo_leads_back() {
    for at in [0, NOTES / 2, NOTES - 1] {
        let vault = vault();
        let before = vault.files();
        StoppedRun::before(&vault, at).kill();
        for number in 0..NOTES {
            let expected = if number < at { owned(&text(number)) } else { text(number) };
            assert_eq!(vault.read(&name(number)), expected, "killed at {at}");
        }
        let [left] = litter(&vault).try_into().unwrap();
        assert!(left.starts_with(".namesake/temporary/"), "{left}");
        let undone = namesake(&["undo", vault.arg()]);
        assert_eq!(undone.code, 0, "{}", undone.out);
        assert_eq!(vault.files(), before, "killed at {at}");
        assert!(!vault.path(".namesake").exists(), "empty folders are litter too");
    }
}

#[test]
fn the_next_run_does_the_rest_and_leaves_no_litter() {
    let vault = vault();
    let before = vault.files();
    StoppedRun::before(&vault, NOTES / 2).kill();
    assert_eq!(namesake(&["fix", vault.arg(), "--rule", "owner", "--write"]).code, 0);
    assert_eq!(vault.notes(), with_owners(&before));
    assert_eq!(litter(&vault), [""; 0]);
    assert!(!vault.path(".namesake/temporary").exists());
    assert_eq!(namesake(&["undo", vault.arg()]).code, 0);
    assert_eq!(namesake(&["undo", vault.arg()]).code, 0);
    assert_eq!(vault.files(), before);
}

#[test]
fn a_run_beside_one_that_writes_takes_nothing_away_from_it() {
    let vault = vault();
    let before = vault.files();
    let first = StoppedRun::before(&vault, NOTES / 2);
    assert_eq!(namesake(&["fix", vault.arg(), "--rule", "placeholder", "--write"]).code, 0);
    assert!(vault.read(MEETING.0).contains("created: 2025-11-10"));
    let on_their_way = fs::read_dir(vault.path(".namesake/temporary")).unwrap();
    assert_eq!(on_their_way.count(), 1, "the note of the first run");
    assert_eq!(first.go_on(), 0);
    for number in 0..NOTES {
        assert_eq!(vault.read(&name(number)), owned(&text(number)));
    }
    assert_eq!(litter(&vault), [""; 0]);
    assert_eq!(namesake(&["undo", vault.arg()]).code, 0);
    assert_eq!(namesake(&["undo", vault.arg()]).code, 0);
    assert_eq!(vault.files(), before);
}

#[test]
fn what_a_run_left_goes_also_where_there_is_nothing_to_undo_and_other_files_stay() {
    let vault = TestVault::of(&[PERSON]);
    vault.write(".namesake/temporary/.namesake-x1", b"half a no");
    vault.write(".namesake/journal/.namesake-x2", b"half a batch");
    vault.write(".namesake/temporary/notes of mine.txt", b"mine");
    vault.write("People/.namesake-x3", b"mine too: nothing is written here any more");
    let run = namesake(&["undo", vault.arg()]);
    assert_eq!((run.code, run.out.as_str()), (0, "Nothing to undo.\n"));
    assert_eq!(litter(&vault), [".namesake/temporary/notes of mine.txt", "People/.namesake-x3"]);
}

#[test]
fn the_folder_for_notes_on_their_way_is_never_a_link() {
    let vault = TestVault::of(&[PERSON, MEETING, ("outside/.namesake-x", "mine")]);
    fs::create_dir(vault.path(".namesake")).unwrap();
    std::os::unix::fs::symlink(vault.path("outside"), vault.path(".namesake/temporary")).unwrap();
    let before = vault.files();
    let run = namesake(&["fix", vault.arg(), "--write"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains(".namesake/temporary: this must be a folder"), "{}", run.err);
    assert_eq!(vault.files(), before);
}

#[test]
fn a_new_note_may_be_read_by_whom_the_user_lets_read_notes() {
    use std::os::unix::fs::PermissionsExt;
    let vault = TestVault::of(&[PERSON, ("a.md", "x")]);
    let unknown = MEETING.1.replace("Rob Benoit", "Rob Benoit, Ines Alvarez");
    vault.write(MEETING.0, unknown.as_bytes());
    vault.write("Meetings/2025-11-11 - Call.md", unknown.replace("11-10", "11-11").as_bytes());
    let found = namesake(&["scan", vault.arg(), "--json", "--rule", "unknown-participant"]).json();
    let id = found[0]["id"].as_str().unwrap();
    assert_eq!(namesake(&["fix", vault.arg(), "--id", id, "--write"]).code, 0);
    let mode = |path: &str| fs::metadata(vault.path(path)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("People/Ines Alvarez.md"), mode("a.md"));
}
