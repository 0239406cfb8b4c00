//! A campaign: runs that are killed (-9) at any moment, in the middle of batches, merges and undo. After each every note
//! is as it was or as it was to be, undo leads back to the last byte, and nothing is left behind. `NAMESAKE_KILLS` says how
//! many (300 take some minutes), `NAMESAKE_SEED` from which seed; the counts are printed with `--nocapture`.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

mod common;

use std::collections::BTreeMap;
use std::env;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use common::{TestVault, namesake};

const NOTES: usize = 40;
const WINNER: (&str, &str) = ("People/Rob Benoit.md", "---\ntype: people\nrole: Fitter\n---\n# Rob Benoit\n");
const LOSER: (&str, &str) = ("People/Rob Banga.md", "---\ntype: people\nrole: Builder\n---\n# Rob Banga\n\n- Climbs\n");

type Files = BTreeMap<String, Vec<u8>>;

/// What is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Work {
    Batch,
    Merge,
    UndoOfBatch,
    UndoOfMerge,
}

const WORKS: [Work; 4] = [Work::Batch, Work::Merge, Work::UndoOfBatch, Work::UndoOfMerge];

impl Work {
    fn is_undo(self) -> bool {
        matches!(self, Self::UndoOfBatch | Self::UndoOfMerge)
    }

    /// What writes; undo takes it back.
    fn writes(self, vault: &TestVault) -> Vec<&str> {
        match self {
            Self::Batch | Self::UndoOfBatch => vec!["fix", vault.arg(), "--rule", "owner", "--write"],
            Self::Merge | Self::UndoOfMerge => vec!["merge", vault.arg(), "Rob Benoit", LOSER.0, "--write"],
        }
    }

    fn args(self, vault: &TestVault) -> Vec<&str> {
        if self.is_undo() { vec!["undo", vault.arg()] } else { self.writes(vault) }
    }
}

/// A vault in which every daily note has an owner to link, and a link to somebody who is merged.
fn vault() -> TestVault {
    let vault = TestVault::of(&[WINNER, LOSER]);
    for number in 0..NOTES {
        let text = format!("Met [[Rob Banga]].\n\n- [ ] call number {number} @Rob Benoit\n\n{}\n", "-".repeat(2000));
        vault.write(&format!("Daily/{number:03}.md"), text.as_bytes());
    }
    vault
}

/// Numbers that look like chance and are the same for a seed (Knuth's multiplier).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

fn number(name: &str, otherwise: u64) -> u64 {
    env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

/// Undoes until nothing is left to undo.
fn undo_all(vault: &TestVault) {
    for _ in 0..5 {
        let run = namesake(&["undo", vault.arg()]);
        if run.out == "Nothing to undo.\n" {
            return;
        }
        assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    }
    panic!("undo does not end");
}

/// How long the work takes when nobody kills it, and the notes after it.
fn whole(work: Work) -> (Duration, Files) {
    let vault = vault();
    let started = Instant::now();
    assert_eq!(namesake(&work.writes(&vault)).code, 0);
    let mut took = started.elapsed();
    let after = vault.notes();
    if work.is_undo() {
        let started = Instant::now();
        undo_all(&vault);
        took = started.elapsed();
    }
    (took, after)
}

/// Where the text of a note may be: at its place, or in the trash.
fn is_kept(now: &Files, path: &str, before: &Files, after: &Files) -> bool {
    let texts = [before.get(path), after.get(path)];
    let trashed = path.rsplit('/').next().map(|name| format!(".trash/{name}"));
    match now.get(path) {
        Some(text) => texts.contains(&Some(text)),
        None => texts.contains(&None) && trashed.and_then(|path| now.get(&path)) == before.get(path),
    }
}

#[test]
fn a_kill_at_any_moment_loses_nothing_and_leaves_nothing() {
    let (kills, seed) = (number("NAMESAKE_KILLS", 8), number("NAMESAKE_SEED", 20_261_126));
    let mut chance = Chance(seed);
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    let mut whole = WORKS.map(whole);
    let mut hits = 0;
    for at in 0.. {
        if hits == kills {
            break;
        }
        let work = WORKS[at % WORKS.len()];
        let (took, after) = &mut whole[at % WORKS.len()];
        let vault = vault();
        let before = vault.files();
        if work.is_undo() {
            assert_eq!(namesake(&work.writes(&vault)).code, 0);
        }
        let mut child = Command::new(env!("CARGO_BIN_EXE_namesake"))
            .args(work.args(&vault))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let moment = Duration::from_micros(chance.below(u64::try_from(took.as_micros().max(1)).unwrap()));
        thread::sleep(moment);
        let ended = child.try_wait().unwrap().is_some();
        child.kill().unwrap();
        // A machine that was busy at first is faster later, and the other way round. What had ended was not killed.
        *took = if ended { (*took + moment) / 2 } else { *took * 51 / 50 };
        hits += u64::from(!ended);
        child.wait().unwrap();

        let now = vault.notes();
        for path in before.keys() {
            assert!(
                is_kept(&now, path, &before, after),
                "seed {seed}, kill {at}, {work:?}: {path}\n{:?}",
                now.get(path).map(|text| String::from_utf8_lossy(text))
            );
        }
        let changed = before.iter().filter(|(path, text)| now.get(*path) != Some(text)).count();
        undo_all(&vault);
        let left = vault.files();
        for (path, text) in &before {
            assert_eq!(left.get(path), Some(text), "seed {seed}, kill {at}, {work:?}: {path}");
        }
        let strays: Vec<_> = left.keys().filter(|path| !before.contains_key(*path)).collect();
        assert_eq!(strays, [""; 0], "seed {seed}, kill {at}, {work:?}");
        let when = match changed {
            _ if ended => "after the end",
            0 => "with no note changed",
            _ if changed >= after.len().min(NOTES) => "with all notes changed",
            _ => "in the middle of the notes",
        };
        *counts.entry(when).or_default() += 1;
    }
    println!("campaign kills: seed {seed}, {kills} kills: {counts:?}; no byte lost, no stray");
}
