//! The real binary on a vault of its own.
#![allow(dead_code, reason = "every test file is a program of its own and uses a part of this")]
#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// What a run printed and how it ended.
pub struct Run {
    pub out: String,
    /// Standard error without the line that says what is recognised.
    pub err: String,
    /// That line.
    #[allow(dead_code, reason = "not every test asks for it")]
    pub recognised: Option<String>,
    pub code: i32,
}

impl Run {
    /// The lines of standard output as JSON.
    pub fn json(&self) -> Vec<serde_json::Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

/// Runs `namesake` without anything on standard input.
pub fn namesake(args: &[&str]) -> Run {
    namesake_with(args, b"")
}

/// Runs `namesake` with these bytes on standard input.
pub fn namesake_with(args: &[&str], input: &[u8]) -> Run {
    let (out, err, code) = raw(args, input);
    let (recognised, err): (Vec<&str>, Vec<&str>) =
        err.split_inclusive('\n').partition(|line| line.ends_with(" recognised.\n"));
    let recognised = recognised.first().map(|line| (*line).to_owned());
    Run { out: String::from_utf8(out).unwrap(), err: err.concat(), recognised, code }
}

/// Runs `namesake` and gives standard output as bytes.
pub fn raw(args: &[&str], input: &[u8]) -> (Vec<u8>, String, i32) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_namesake"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let feed = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    // A run that ends before it has read everything has good reason to.
    let _ = feed.join().unwrap();
    (output.stdout, String::from_utf8(output.stderr).unwrap(), output.status.code().unwrap())
}

/// A folder of notes that is gone after the test.
pub struct TestVault {
    folder: TempDir,
}

impl TestVault {
    /// With these notes.
    pub fn of(notes: &[(&str, &str)]) -> Self {
        let vault = Self { folder: tempfile::tempdir().unwrap() };
        for (path, text) in notes {
            vault.write(path, text.as_bytes());
        }
        vault
    }

    /// A copy of one of the project's sample vaults.
    pub fn sample(name: &str) -> Self {
        let vault = Self::of(&[]);
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vaults").join(name);
        for (path, bytes) in files(&from) {
            vault.write(&path, &bytes);
        }
        vault
    }

    pub fn arg(&self) -> &str {
        self.folder.path().to_str().unwrap()
    }

    pub fn path(&self, inside: &str) -> PathBuf {
        self.folder.path().join(inside)
    }

    pub fn write(&self, inside: &str, bytes: &[u8]) {
        let path = self.path(inside);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub fn read(&self, inside: &str) -> String {
        fs::read_to_string(self.path(inside)).unwrap()
    }

    /// Every file, by its path.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files(self.folder.path())
    }

    /// Every file but the journal's.
    pub fn notes(&self) -> BTreeMap<String, Vec<u8>> {
        self.files().into_iter().filter(|(path, _)| !path.starts_with(".namesake/")).collect()
    }

    /// The files of the journal.
    pub fn batches(&self) -> Vec<String> {
        self.files().into_keys().filter(|path| path.contains("/journal/")).collect()
    }
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_symlink() {
                continue;
            }
            if path.is_dir() {
                open.push(path);
            } else {
                let inside = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.insert(inside, fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// A meeting whose placeholder and owner are certain, and the person it names.
pub const MEETING: (&str, &str) = (
    "Meetings/2025-11-10 - Call.md",
    "---\ntype: meeting\ncreated: { { DATE } }\n---\n\n**Date:** 2025-11-10\n**Participants:** Rob Benoit\n\n- [ ] send it @Rob Benoit\n",
);
pub const PERSON: (&str, &str) = ("People/Rob Benoit.md", "---\ntype: people\nlast_contact:\n---\n\n# Rob Benoit\n");
