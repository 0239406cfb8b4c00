//! `fix` and `undo`: what is written, what is refused, and what the journal holds.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

mod common;

use std::fs;

use common::{MEETING, PERSON, TestVault, namesake};

#[test]
fn a_dry_run_says_so_and_writes_nothing() {
    let vault = TestVault::of(&[MEETING, PERSON]);
    let before = vault.files();
    let run = namesake(&["fix", vault.arg()]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("-created: { { DATE } }\n+created: 2025-11-10\n"), "{}", run.out);
    assert!(run.out.contains("Dry run: 2 notes would change"), "{}", run.out);
    assert_eq!(vault.files(), before);
}

#[test]
fn only_the_rules_asked_for_are_applied() {
    let vault = TestVault::of(&[MEETING, PERSON]);
    namesake(&["fix", vault.arg(), "--rule", "owner", "--write"]);
    assert_eq!(vault.read(MEETING.0), MEETING.1.replace("@Rob Benoit", "[[Rob Benoit]]"));
    assert_eq!(vault.read(PERSON.0), PERSON.1);
}

#[test]
fn a_rule_that_is_asked_for_runs_also_where_the_settings_leave_it_off() {
    let off = (".obsidian/plugins/namesake/data.json", r#"{"settings": {"rules": {"owner": false}}}"#);
    let vault = TestVault::of(&[MEETING, PERSON, off]);
    assert_eq!(namesake(&["scan", vault.arg()]).out.matches("(owner,").count(), 0);
    assert_eq!(namesake(&["scan", vault.arg(), "--rule", "owner"]).out.matches("(owner,").count(), 1);
    namesake(&["fix", vault.arg(), "--rule", "owner", "--write"]);
    assert_eq!(vault.read(MEETING.0), MEETING.1.replace("@Rob Benoit", "[[Rob Benoit]]"));
}

#[test]
fn one_finding_is_applied_by_its_id_whatever_its_tier() {
    let task = ("Daily/d.md", "- [ ] call @Rob Banga\n");
    let vault = TestVault::of(&[PERSON, task]);
    let found = namesake(&["scan", vault.arg(), "--json", "--rule", "owner"]).json();
    assert_eq!(found[0]["tier"], "review");
    let id = found[0]["id"].as_str().unwrap();
    let run = namesake(&["fix", vault.arg(), "--id", id, "--write"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert_eq!(vault.read(task.0), "- [ ] call [[Rob Benoit|Rob Banga]]\n");
    let again = namesake(&["fix", vault.arg(), "--id", id, "--write"]);
    assert_eq!(again.code, 1);
    assert!(again.out.contains(&format!("not done: {id}: there is no such finding")), "{}", again.out);
}

#[test]
fn a_question_is_answered_in_all_its_places_at_once() {
    let tasks = [("Daily/a.md", "- [ ] call @Rob Banga\n"), ("Daily/b.md", "- [ ] ask @Rob Banga\n")];
    let vault = TestVault::of(&[PERSON, tasks[0], tasks[1]]);
    let asked = namesake(&["scan", vault.arg(), "--questions", "--json"]).json();
    let question = &asked[0]["questions"][0];
    assert_eq!(question["ask"], "Is “Rob Banga” Rob Benoit?");
    assert_eq!(question["places"].as_array().unwrap().len(), 2);
    let id = question["id"].as_str().unwrap();
    let shown = namesake(&["scan", vault.arg(), "--questions"]);
    assert!(shown.out.contains("Is “Rob Banga” Rob Benoit? (likely, "), "{}", shown.out);
    assert!(shown.out.contains("  Daily/a.md:1\n  Daily/b.md:1\n  1. Rob Benoit\n"), "{}", shown.out);
    let run = namesake(&["fix", vault.arg(), "--question", id, "--write"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert_eq!(vault.read(tasks[0].0), "- [ ] call [[Rob Benoit|Rob Banga]]\n");
    assert_eq!(vault.read(tasks[1].0), "- [ ] ask [[Rob Benoit|Rob Banga]]\n");
    let again = namesake(&["fix", vault.arg(), "--question", id, "--write"]);
    assert_eq!(again.code, 1);
    assert!(again.out.contains(&format!("not done: {id}: there is no such question")), "{}", again.out);
}

#[test]
fn what_was_edited_between_dry_run_and_writing_is_computed_anew() {
    let vault = TestVault::of(&[MEETING, PERSON]);
    namesake(&["fix", vault.arg()]);
    let edited = MEETING.1.replace("send it", "send it soon");
    vault.write(MEETING.0, edited.as_bytes());
    assert_eq!(namesake(&["fix", vault.arg(), "--rule", "owner", "--write"]).code, 0);
    assert_eq!(vault.read(MEETING.0), edited.replace("@Rob Benoit", "[[Rob Benoit]]"));
}

#[test]
fn the_journal_holds_the_way_back_in_the_format_of_the_plugin() {
    let vault = TestVault::of(&[MEETING, PERSON]);
    vault.write(".obsidian/plugins/namesake/manifest.json", b"{}");
    namesake(&["fix", vault.arg(), "--rule", "owner", "--write"]);
    let [file] = vault.batches().try_into().unwrap();
    assert!(file.starts_with(".obsidian/plugins/namesake/journal/"), "{file}");
    let batch: serde_json::Value = serde_json::from_str(&vault.read(&file)).unwrap();
    assert_eq!((&batch["version"], &batch["state"]), (&1.into(), &"written".into()));
    assert_eq!(file, format!(".obsidian/plugins/namesake/journal/{}.json", batch["id"].as_str().unwrap()));
    assert_eq!(batch["entries"][0]["path"], MEETING.0);
    assert_eq!(batch["entries"].as_array().unwrap().len(), 1);
}

#[test]
fn batches_are_taken_back_newest_first_and_one_by_name() {
    let vault = TestVault::of(&[MEETING, PERSON]);
    let before = vault.files();
    namesake(&["fix", vault.arg(), "--rule", "owner", "--write"]);
    let between = vault.notes();
    namesake(&["fix", vault.arg(), "--write"]);
    assert_eq!(vault.batches().len(), 2);
    assert_eq!(namesake(&["undo", vault.arg()]).code, 0);
    assert_eq!(vault.notes(), between);
    let first = vault.batches()[0].trim_start_matches(".namesake/journal/").trim_end_matches(".json").to_owned();
    assert_eq!(namesake(&["undo", vault.arg(), "--batch", &first]).code, 0);
    assert_eq!(vault.files(), before);
    let nothing = namesake(&["undo", vault.arg()]);
    assert_eq!((nothing.code, nothing.out.as_str()), (0, "Nothing to undo.\n"));
}

#[test]
fn a_note_edited_since_is_refused_and_stays_in_the_journal() {
    let vault = TestVault::of(&[MEETING, PERSON]);
    namesake(&["fix", vault.arg(), "--write"]);
    let edited = vault.read(PERSON.0) + "a line of mine\n";
    vault.write(PERSON.0, edited.as_bytes());
    let run = namesake(&["undo", vault.arg()]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains(&format!("not undone: {}: ", PERSON.0)), "{}", run.out);
    assert_eq!(vault.read(PERSON.0), edited);
    assert_eq!(vault.read(MEETING.0), MEETING.1);

    vault.write(PERSON.0, edited.trim_end_matches("a line of mine\n").as_bytes());
    assert_eq!(namesake(&["undo", vault.arg()]).code, 0, "without that line it can be taken back");
    assert_eq!(vault.read(PERSON.0), PERSON.1);
    assert!(vault.batches().is_empty());
}

#[test]
fn a_run_cut_short_before_a_note_was_written_is_taken_back_without_a_word() {
    let vault = TestVault::of(&[MEETING, PERSON]);
    namesake(&["fix", vault.arg(), "--write"]);
    vault.write(PERSON.0, PERSON.1.as_bytes());
    assert_eq!(namesake(&["undo", vault.arg()]).code, 0);
    assert_eq!(vault.read(MEETING.0), MEETING.1);
}

#[test]
fn a_note_that_is_gone_is_refused() {
    let vault = TestVault::of(&[MEETING, PERSON]);
    namesake(&["fix", vault.arg(), "--write"]);
    fs::remove_file(vault.path(PERSON.0)).unwrap();
    assert_eq!(namesake(&["undo", vault.arg()]).code, 1);
    assert!(!vault.path(PERSON.0).exists());
}

#[test]
fn a_journal_cannot_lead_out_of_the_vault() {
    let vault = TestVault::of(&[("vault/People/a.md", "x"), MEETING]);
    namesake(&["fix", vault.arg(), "--write"]);
    let batch = vault.read(&vault.batches()[0]).replace(MEETING.0, "../outside.md");
    let id = vault.batches()[0].trim_start_matches(".namesake/journal/").to_owned();
    vault.write("outside.md", vault.read(MEETING.0).as_bytes());
    vault.write(&format!("vault/.namesake/journal/{id}"), batch.as_bytes());
    let before = vault.read("outside.md");
    let run = namesake(&["undo", vault.path("vault").to_str().unwrap()]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("leads out of the vault"), "{}", run.out);
    assert_eq!(vault.read("outside.md"), before);
}

#[test]
fn a_damaged_batch_is_named_and_left_as_it_is() {
    for damage in [
        &b"{ \"version\": 1, "[..],
        b"[]",
        b"{\"version\":9,\"id\":\"x\",\"title\":\"\",\"state\":\"written\",\"entries\":[]}",
    ] {
        let vault = TestVault::of(&[MEETING, PERSON]);
        namesake(&["fix", vault.arg(), "--write"]);
        let file = vault.batches()[0].clone();
        vault.write(&file, damage);
        let before = vault.files();
        let run = namesake(&["undo", vault.arg()]);
        assert_eq!(run.code, 2);
        assert_eq!(run.err.lines().count(), 1, "{}", run.err);
        assert!(run.err.contains(&file), "{}", run.err);
        assert_eq!(vault.files(), before);
    }
}

#[test]
fn a_batch_that_is_not_there_is_an_error() {
    let vault = TestVault::of(&[PERSON]);
    for id in ["20260101T000000Z-0001", "../x", ""] {
        let run = namesake(&["undo", vault.arg(), "--batch", id]);
        assert_eq!(run.code, 2, "{id}");
        assert!(run.err.contains("the journal holds no batch at all"), "{}", run.err);
    }
    vault.write(MEETING.0, MEETING.1.as_bytes());
    namesake(&["fix", vault.arg(), "--write"]);
    let known = vault.batches()[0].trim_start_matches(".namesake/journal/").trim_end_matches(".json").to_owned();
    let run = namesake(&["undo", vault.arg(), "--batch", "20260101T000000Z-0001"]);
    assert!(run.err.contains(&format!("the journal holds no such batch but {known}; ")), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_and_protected_notes_are_refused() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let vault = TestVault::of(&[("vault/x.md", "- [ ] call @Rob Benoit\n"), ("vault/People/Rob Benoit.md", PERSON.1)]);
    vault.write("outside/secret.md", b"- [ ] call @Rob Benoit\n");
    symlink(vault.path("outside"), vault.path("vault/linked")).unwrap();
    symlink(vault.path("vault"), vault.path("vault/circle")).unwrap();
    symlink(vault.path("outside/secret.md"), vault.path("vault/secret.md")).unwrap();
    fs::set_permissions(vault.path("vault/x.md"), fs::Permissions::from_mode(0o444)).unwrap();
    let run = namesake(&["fix", vault.path("vault").to_str().unwrap(), "--write"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("not written: x.md: it is write-protected"), "{}", run.out);
    assert_eq!(vault.read("outside/secret.md"), "- [ ] call @Rob Benoit\n");
    assert_eq!(vault.read("vault/x.md"), "- [ ] call @Rob Benoit\n");
    assert!(!vault.path("vault/.namesake").exists(), "nothing was written, so there is nothing to take back");
}

/// Runs `fix --write` in a shell whose files may have so many blocks of 512 bytes at most: a write beyond fails like one to a
/// full disk, with an error and in the middle of the file.
#[cfg(unix)]
fn fix_on_full_disk(vault: &TestVault, blocks: u32) -> std::process::Output {
    std::process::Command::new("sh")
        .args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" fix \"$1\" --rule owner --write")])
        .args([env!("CARGO_BIN_EXE_namesake"), vault.arg()])
        .output()
        .unwrap()
}

#[cfg(unix)]
#[test]
fn a_full_disk_tears_nothing_and_leaves_nothing() {
    let long = format!("- [ ] call @Rob Benoit\n{}\n", "Words that fill the disk. ".repeat(400));
    let vault = TestVault::of(&[PERSON, ("Daily/long.md", &long), ("Daily/short.md", "- [ ] call @Rob Benoit\n")]);
    let fresh = vault.files();

    // Not even the journal finds room.
    let run = fix_on_full_disk(&vault, 0);
    assert_ne!(run.status.code(), Some(0));
    assert!(!run.stderr.is_empty() || !run.stdout.is_empty(), "it says why");
    assert_eq!(vault.files(), fresh);

    // The journal and the short note find room, the long one does not.
    let run = fix_on_full_disk(&vault, 8);
    let said = String::from_utf8(run.stdout).unwrap() + &String::from_utf8(run.stderr).unwrap();
    assert_eq!(run.status.code(), Some(2), "{said}");
    assert!(said.contains("Daily/long.md"), "{said}");
    assert_eq!(vault.read("Daily/long.md"), long);
    assert_eq!(vault.read("Daily/short.md"), "- [ ] call [[Rob Benoit]]\n");
    let strays = vault.files().into_keys().filter(|path| !fresh.contains_key(path) && !path.contains("/journal/"));
    assert_eq!(strays.collect::<Vec<_>>(), Vec::<String>::new());

    assert_eq!(namesake(&["undo", vault.arg()]).code, 0);
    assert_eq!(vault.files(), fresh);
}

#[test]
fn nothing_is_written_where_the_journal_cannot_be() {
    let vault = TestVault::of(&[PERSON, ("Daily/a.md", "- [ ] call @Rob Benoit\n"), (".namesake/journal", "a file\n")]);
    let fresh = vault.files();
    let run = namesake(&["fix", vault.arg(), "--write"]);
    assert_ne!(run.code, 0);
    assert!(run.err.contains("journal"), "{}", run.err);
    assert_eq!(vault.files(), fresh);
}

#[test]
fn a_record_of_the_plugin_keeps_what_only_the_plugin_uses() {
    let vault = TestVault::of(&[
        PERSON,
        ("Daily/a.md", "- [ ] call @Rob Benoit\n"),
        ("Daily/b.md", "- [ ] call @Rob Benoit\n"),
    ]);
    namesake(&["fix", vault.arg(), "--rule", "owner", "--write"]);
    let file = vault.batches()[0].clone();
    let mut record: serde_json::Value = serde_json::from_str(&vault.read(&file)).unwrap();
    record["movedAt"] = 1_764_000_000_000_u64.into();
    record["decided"] = serde_json::json!({"made": [], "lost": []});
    vault.write(&file, record.to_string().as_bytes());
    // One of the two notes was edited since, so that a part of the batch stays in the journal.
    vault.write("Daily/b.md", b"- [ ] call [[Rob Benoit]] today\n");
    namesake(&["undo", vault.arg()]);
    let kept: serde_json::Value = serde_json::from_str(&vault.read(&file)).unwrap();
    assert_eq!(kept["entries"].as_array().unwrap().len(), 1);
    assert_eq!(kept["movedAt"], record["movedAt"]);
    assert_eq!(kept["decided"], record["decided"]);
}

#[test]
fn line_ends_and_marks_stay_as_they_are() {
    let text = "\u{feff}---\r\ntype: meeting\r\n---\r\n- [ ] call @Rob Benoit  \r\nno end";
    let vault = TestVault::of(&[("Meetings/m.md", text), PERSON]);
    namesake(&["fix", vault.arg(), "--rule", "owner", "--write"]);
    assert_eq!(vault.read("Meetings/m.md"), text.replace("@Rob Benoit", "[[Rob Benoit]]"));
}

#[test]
fn the_patterns_of_a_settings_file_are_applied() {
    let note = ("Notes/a.md", "Dock trial {{id:12}} w/o `{{id:13}}`\n");
    let config = r#"{"settings": {"patterns": [
        {"name": "Ids", "find": " \\{\\{id:\\d+\\}\\}", "automatic": true},
        {"name": "House words", "find": "\\bw/o\\b", "replace": "without"}
    ]}}"#;
    let vault = TestVault::of(&[note, ("own.json", config)]);
    let own = vault.path("own.json");
    let with =
        |args: &[&str]| namesake(&[&args[..1], &[vault.arg(), "--config", own.to_str().unwrap()], &args[1..]].concat());
    let scan = with(&["scan", "--rule", "pattern"]).out;
    assert!(scan.contains("Your pattern “House words” finds “w/o”, to become “without”."), "{scan}");
    with(&["fix", "--write"]);
    assert_eq!(vault.read(note.0), "Dock trial w/o `{{id:13}}`\n");
    with(&["fix", "--tier", "review", "--rule", "pattern", "--write"]);
    assert_eq!(vault.read(note.0), "Dock trial without `{{id:13}}`\n");
    namesake(&["undo", vault.arg()]);
    namesake(&["undo", vault.arg()]);
    assert_eq!(vault.read(note.0), note.1);
}
