//! Names and notes that would steer a terminal: what people read holds them written out, and JSON stays JSON.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

mod common;

use common::{PERSON, TestVault, namesake, namesake_with};

/// A name that would begin a line of its own, clear the screen in two ways, and write backwards.
const NAME: &str = "People/Ev\nil\t\u{1b}[2J\u{9b}2J\u{202e}.md";
const SHOWN: &str = "People/Ev\\nil\\t\\u{1b}[2J\\u{9b}2J\\u{202e}.md";
const TASK: &str = "---\ntype: people\n---\n- [ ] call @Rob Benoit 📅 2025-11-15\n";

fn is_harmless(text: &str) -> bool {
    !text.contains(|c: char| c != '\n' && c.is_control() || c == '\u{202e}')
}

#[test]
fn a_name_with_odd_characters_stands_on_one_line_wherever_it_is_printed() {
    let vault = TestVault::of(&[PERSON, (NAME, TASK)]);
    let report = namesake(&["scan", vault.arg(), "--report"]).out;
    assert!(is_harmless(&report) && report.contains("(owner"), "{report:?}");
    for args in [&["scan", vault.arg()][..], &["tasks", vault.arg()], &["fix", vault.arg(), "--write"]] {
        let run = namesake(args);
        assert!(is_harmless(&run.out) && is_harmless(&run.err), "{args:?}: {:?}", run.out);
        let quoted_as_git_does = "People/Ev\\012il\\011\\033[2J\\302\\2332J\\342\\200\\256.md";
        let is_named = run.out.contains(SHOWN) || run.out.contains(quoted_as_git_does);
        assert!(is_named, "{args:?}: {:?}", run.out);
    }
    let merge = namesake(&["merge", vault.arg(), "Rob Benoit", NAME]).out;
    let (_, sentence) = merge.split_once("Dry run: ").unwrap();
    assert!(is_harmless(sentence) && sentence.contains(SHOWN), "{sentence:?}");
    let undo = namesake(&["undo", vault.arg()]);
    assert!(undo.out.contains(&format!("undone: {SHOWN}\n")), "{:?}", undo.out);
}

#[test]
fn a_name_with_odd_characters_is_harmless_in_warnings_and_refusals() {
    let vault =
        TestVault::of(&[PERSON, (NAME, "---\ntype: [\n---\n"), ("d.md", "- [ ] a [due:: 2025-01-01] 📅 2025-01-02\n")]);
    let run = namesake(&["convert-tasks", vault.arg(), "--to", "dataview"]);
    assert!(run.err.starts_with(&format!("namesake: {SHOWN}: its properties cannot be read")), "{:?}", run.err);
    assert_eq!(run.err.lines().count(), 1);

    std::fs::rename(vault.path("d.md"), vault.path("d\n\u{1b}.md")).unwrap();
    let run = namesake(&["convert-tasks", vault.arg(), "--to", "dataview"]);
    assert!(run.out.contains("in d\\n\\u{1b}.md has fields of both formats"), "{:?}", run.out);
    let run = namesake(&["scan", vault.path("no\nsuch\u{1b}").to_str().unwrap()]);
    assert!(is_harmless(&run.err) && run.err.lines().count() == 1, "{:?}", run.err);
}

#[test]
fn a_batch_that_somebody_named_is_harmless_too() {
    let vault = TestVault::of(&[PERSON, ("d.md", "- [ ] call @Rob Benoit\n")]);
    assert_eq!(namesake(&["fix", vault.arg(), "--write"]).code, 0);
    let [file] = vault.batches().try_into().unwrap();
    let id = file.trim_start_matches(".namesake/journal/").trim_end_matches(".json");
    let (evil, json) = (format!("{id}\u{1b}[2J"), vault.read(&file));
    vault.write(&format!(".namesake/journal/{evil}.json"), json.replace(id, &format!("{id}\\u001b[2J")).as_bytes());
    let run = namesake(&["undo", vault.arg()]);
    assert!(is_harmless(&run.out) && run.out.contains("\\u{1b}[2J"), "{:?}", run.out);
}

#[test]
fn json_with_odd_names_and_texts_is_json_on_lines_of_its_own() {
    let text = format!("{TASK}- [ ] x\u{9b}2J\u{7f}\u{2028} @Rob Benoit\n");
    let vault = TestVault::of(&[PERSON, (NAME, &text)]);
    for args in [&["scan", vault.arg(), "--json"][..], &["tasks", vault.arg(), "--json"]] {
        let run = namesake(args);
        assert!(is_harmless(&run.out.replace('\u{202e}', "")) && !run.out.contains('\u{2028}'), "{:?}", run.out);
        assert!(!run.json().is_empty() && run.json().iter().all(|line| line["path"] == NAME), "{}", run.out);
    }
    let question = serde_json::json!({"id": NAME, "mention": "Rob Benoit"}).to_string();
    let run = namesake_with(&["resolve", vault.arg()], question.as_bytes());
    assert_eq!(run.json()[0]["id"], NAME);
}
