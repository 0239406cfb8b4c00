//! Measures the engine on `tests/vaults/everyday`: `cargo bench -p namesake-core`. The work after a save (`on_save`) should
//! take less than 30 ms. The figures are printed; no test depends on them.

use std::fs;
use std::path::{Path, PathBuf};

use divan::{Bencher, black_box};
use namesake_core::complete::{self, CompletionQuery};
use namesake_core::config::{Config, Settings};
use namesake_core::note::Note;
use namesake_core::plan::{self, PlanRequest, Query};
use namesake_core::vault::Vault;
use namesake_note::recognition::Signs;

fn main() {
    divan::main();
}

const STORY: &str = "Meetings/2025-10-30 - Osterhavn, a gateway for cave five.md";

/// The notes of `everyday`, paths as in the vault.
fn everyday() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vaults/everyday");
    let mut notes = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "md") {
                let name = path.strip_prefix(&root).expect("below the vault").to_string_lossy().replace('\\', "/");
                notes.push((name, fs::read_to_string(&path).expect("a note")));
            }
        }
    }
    notes.sort();
    notes
}

fn vault(notes: &[(String, String)]) -> Vault {
    let mut vault = Vault::new(Config::default());
    for (path, text) in notes {
        vault.upsert(path.as_str().into(), text.clone());
    }
    vault.settle();
    vault
}

/// From the settled save to the texts to write: the note is read, its people are asked, the plan is checked.
#[divan::bench]
fn on_save(bencher: Bencher) {
    let notes = everyday();
    let story = &notes.iter().find(|(path, _)| path == STORY).expect("the story").1;
    let mut vault = vault(&notes);
    let mut typed = 0;
    bencher.bench_local(|| {
        // Another text each time, as after typing; the participants stay.
        typed += 1;
        vault.upsert(STORY.into(), format!("{story}\nTyped {typed} times.\n"));
        plan::plan(&mut vault, &PlanRequest::Saved { path: STORY.into() })
    });
}

/// The same where a person's note was saved with another name: the forms that hang on it are resolved again.
#[divan::bench]
fn on_save_of_a_renamed_person(bencher: Bencher) {
    let notes = everyday();
    let path = "People/Rob Benoit.md";
    let rob = &notes.iter().find(|(known, _)| known == path).expect("Rob Benoit").1;
    let mut vault = vault(&notes);
    let mut typed = 0;
    bencher.bench_local(|| {
        typed += 1;
        vault.upsert(path.into(), rob.replacen("title: Rob Benoit", &format!("title: Rob Benoit {typed}"), 1));
        plan::plan(&mut vault, &PlanRequest::Saved { path: path.into() })
    });
}

/// All findings of the vault, read already.
#[divan::bench]
fn scan(bencher: Bencher) {
    let mut vault = vault(&everyday());
    bencher.bench_local(|| plan::findings(&mut vault, &Query::default()));
}

/// The vault from nothing: every note read, every participant resolved.
#[divan::bench]
fn take_in(bencher: Bencher) {
    let notes = everyday();
    bencher.bench_local(|| vault(black_box(&notes)));
}

/// 10,000 notes: those of `everyday` in many folders.
fn ten_thousand() -> Vec<(String, String)> {
    let notes = everyday();
    let copies = 10_000 / notes.len() + 1;
    let of_copy = |copy: usize| notes.iter().map(move |(path, text)| (format!("Copy {copy}/{path}"), text.clone()));
    (0..copies).flat_map(of_copy).take(10_000).collect()
}

/// 10,000 notes from nothing.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn take_in_10_000(bencher: Bencher) {
    let notes = ten_thousand();
    bencher.bench_local(|| vault(black_box(&notes)));
}

/// What recognition adds to that: the signs of the same notes, whose Markdown is read already. At most 15 % are wanted.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn recognise_10_000(bencher: Bencher) {
    let (notes, settings) = (ten_thousand(), Settings::default());
    let read = |(path, text): &(String, String)| Note::read(path.as_str().into(), text.clone(), &settings);
    let notes: Vec<Note> = notes.iter().map(read).collect();
    for note in &notes {
        black_box(note.body());
    }
    bencher.bench_local(|| {
        notes.iter().map(|note| Signs::of(note, &settings)).filter(|signs| signs.proves.is_some()).count()
    });
}

/// The dry run of `namesake fix`: everything automatic, carried through until nothing is left to do.
#[divan::bench]
fn plan_all(bencher: Bencher) {
    let mut vault = vault(&everyday());
    let request =
        PlanRequest::Query { query: Query { tier: Some(namesake_core::finding::Tier::Auto), ..Query::default() } };
    bencher.bench_local(|| plan::plan(&mut vault, &request));
}

/// One note, the mean of all; bytes a second beside it.
#[divan::bench]
fn read_note(bencher: Bencher) {
    let (notes, settings) = (everyday(), Settings::default());
    let mean = notes.iter().map(|(_, text)| text.len()).sum::<usize>() / notes.len();
    let mut next = notes.iter().cycle();
    bencher.counter(divan::counter::BytesCount::new(mean)).bench_local(|| {
        let (path, text) = next.next().expect("a vault that is not empty");
        Note::read(path.as_str().into(), text.clone(), &settings)
    });
}

/// A meeting of a megabyte, all of it transcript, looked at by the rule that listens.
#[divan::bench]
fn transcript_of_a_megabyte(bencher: Bencher) {
    let said = "[00:00:19.20]  Mara VossSo the pump in barn three stopped again on Monday, and nobody knows why. Rob, can you \
                check the valve by Friday?\n[00:00:24.91]   RemoteSure, I'll check it. If I had a van I'd fetch a new one.\n";
    let note = format!("**Date:** 2025-10-31\n\n## Transcript\n\n{}", said.repeat(1_000_000 / said.len()));
    let mut vault = vault(&[("Meetings/a.md".to_owned(), note)]);
    let query = Query { rules: Some(["commitment".to_owned()].into()), ..Query::default() };
    bencher.bench_local(|| black_box(plan::findings(&mut vault, &query).len()));
}

/// A letter that one in eight of 20,000 people has at the beginning of a name, typed behind `@`.
#[divan::bench]
fn complete_a_letter(bencher: Bencher) {
    let first = ["Mara", "Robert", "Søren", "Ifeoma", "Jörg", "Ann", "Piet", "Bronwyn", "Teodor", "Katarzyna"];
    let people = (0..20_000_usize).map(|number| {
        let (day, initial) = (number % 28 + 1, char::from(b'A' + u8::try_from(number % 26).unwrap_or_default()));
        let name = format!("{} {initial}o{number:x}", first[number % first.len()]);
        let note = format!("---\ntype: people\nlast_contact: 2025-01-{day:02}\n---\n");
        (format!("People/{name}.md"), note)
    });
    let mut vault = vault(&people.collect::<Vec<_>>());
    let query = CompletionQuery {
        typed: "m".to_owned(),
        path: "a.md".into(),
        owner: false,
        property: false,
        companies: true,
        newcomers: false,
        limit: 12,
    };
    bencher.bench_local(|| complete::complete(&mut vault, &query));
}
