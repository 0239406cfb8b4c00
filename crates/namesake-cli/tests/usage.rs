//! Wrong usage, broken settings and odd files: one clear line and the right exit status.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

mod common;

use std::process::{Command, Stdio};

use common::{MEETING, PERSON, TestVault, namesake};

#[test]
fn wrong_flags_end_with_two_and_name_what_is_known() {
    let vault = TestVault::of(&[PERSON]);
    let wrong = [
        &["scan"][..],
        &["scan", vault.arg(), "--rule", "no-such-rule"],
        &["scan", vault.arg(), "--tier", "maybe"],
        &["tasks", vault.arg(), "--due-before", "15.11.2025"],
        &["fix", vault.arg(), "--wite"],
        &["nonsense"],
        &[],
    ];
    for args in wrong {
        let run = namesake(args);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?}");
    }
    let unknown = namesake(&["scan", vault.arg(), "--rule", "no-such-rule"]);
    assert!(unknown.err.contains("no-such-rule") && unknown.err.contains("recent-context"), "{}", unknown.err);
}

#[test]
fn a_vault_that_is_missing_or_a_file_is_named_in_one_line() {
    let vault = TestVault::of(&[("note.md", "")]);
    let (missing, file) = (vault.path("missing"), vault.path("note.md"));
    for path in [missing.to_str().unwrap(), file.to_str().unwrap()] {
        for command in ["scan", "fix", "undo", "tasks", "resolve"] {
            let run = namesake(&[command, path]);
            assert_eq!((run.code, run.err.lines().count()), (2, 1), "{command} {path}: {}", run.err);
            assert!(run.err.contains(path), "{}", run.err);
        }
    }
}

#[test]
fn a_folder_that_is_probably_not_the_vault_is_warned_of() {
    let vault = TestVault::of(&[PERSON, (".obsidian/app.json", "{}"), ("Pictures/a.png", "")]);
    let people = namesake(&["scan", vault.path("People").to_str().unwrap()]);
    assert_eq!((people.code, people.err.lines().count()), (0, 1));
    assert!(people.err.contains("People: this is a folder of the vault "), "{}", people.err);
    let pictures = namesake(&["scan", vault.path("Pictures").to_str().unwrap()]);
    assert!(pictures.err.contains("Pictures: this folder holds no notes (files named .md)"), "{}", pictures.err);
    assert_eq!(namesake(&["scan", vault.arg()]).err, "");
}

#[test]
fn broken_settings_are_named_and_nothing_is_done() {
    let vault = TestVault::of(&[MEETING, PERSON]);
    let file = ".obsidian/plugins/namesake/data.json";
    for broken in ["{", "[]", "{\"settings\": {\"maxNoteBytes\": \"many\"}}", ""] {
        vault.write(file, broken.as_bytes());
        let before = vault.files();
        let run = namesake(&["fix", vault.arg(), "--write"]);
        assert_eq!((run.code, run.err.lines().count()), (2, 1), "{}", run.err);
        assert!(run.err.contains(file), "{}", run.err);
        assert_eq!(vault.files(), before);
    }
    let other = vault.path("missing.json");
    let run = namesake(&["scan", vault.arg(), "--config", other.to_str().unwrap()]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("missing.json"), "{}", run.err);
}

#[test]
fn a_wrong_pattern_is_named_with_its_place() {
    let vault = TestVault::of(&[("d.md", "sign\n")]);
    let settings =
        r#"{"settings": {"patterns": [{"find": "sign", "replace": "mark"}, {"name": "Ids", "find": "é(id"}]}}"#;
    vault.write("own.json", settings.as_bytes());
    let own = vault.path("own.json");
    let run = namesake(&["scan", vault.arg(), "--config", own.to_str().unwrap()]);
    assert_eq!((run.code, run.err.lines().count()), (2, 1), "{}", run.err);
    assert!(
        run.err.contains("own.json: the pattern “Ids” cannot be used: find, character 2: unclosed group"),
        "{}",
        run.err
    );
    // The plugin goes on without it, and so does the command line with the plugin's settings.
    vault.write(".obsidian/plugins/namesake/data.json", settings.as_bytes());
    let run = namesake(&["scan", vault.arg()]);
    assert!(run.err.contains("the pattern “Ids” cannot be used"), "{}", run.err);
    assert!(run.out.contains("“sign”, to become “mark”"), "{}", run.out);
    let off = settings.replace("\"Ids\"", "\"Ids\", \"enabled\": false");
    vault.write("own.json", off.as_bytes());
    assert_eq!(namesake(&["scan", vault.arg(), "--config", own.to_str().unwrap()]).err.lines().count(), 0);
}

#[test]
fn the_plugins_settings_hold_unless_others_are_named() {
    let vault = TestVault::of(&[PERSON, ("d.md", "- [ ] call @Rob Benoit\n")]);
    vault.write(".obsidian/plugins/namesake/data.json", b"{\"settings\": {\"ownerStyle\": \"handle\"}}");
    vault.write("off.json", b"{\"settings\": {\"rules\": {\"owner\": false}}}");
    let diff = namesake(&["fix", vault.arg()]).out;
    assert!(diff.contains("+- [ ] call @RobBenoit\n"), "{diff}");
    let off = vault.path("off.json");
    let diff = namesake(&["fix", vault.arg(), "--config", off.to_str().unwrap()]).out;
    assert_eq!(diff, "Nothing to change.\n");
}

#[test]
fn what_obsidian_says_a_property_holds_is_known() {
    let note = "---\ncreated: 3 January 2026\nsigned: 3 January 2026\n---\n";
    let vault = TestVault::of(&[("a.md", note)]);
    vault.write(".obsidian/types.json", br#"{"types": {"Created": "text", "signed": "date", "odd": "rainbow"}}"#);
    let run = namesake(&["fix", vault.arg(), "--write"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(vault.read("a.md"), "---\ncreated: 3 January 2026\nsigned: 2026-01-03\n---\n");
}

#[test]
fn broken_property_types_are_warned_of_and_the_usual_ones_hold() {
    let vault = TestVault::of(&[("a.md", "---\ncreated: 3 January 2026\nsigned: 3 January 2026\n---\n")]);
    for broken in [&b"{"[..], b"", b"[]", b"{\"types\": []}", b"{\"types\": {\"signed\": 7}}", b"\xff"] {
        vault.write(".obsidian/types.json", broken);
        let run = namesake(&["fix", vault.arg()]);
        assert_eq!((run.code, run.err.lines().count()), (0, 1), "{}", run.err);
        assert!(run.err.contains("types.json: "), "{}", run.err);
        assert!(run.out.contains("+created: 2026-01-03") && !run.out.contains("+signed"), "{}", run.out);
    }
    std::fs::remove_file(vault.path(".obsidian/types.json")).unwrap();
    std::fs::create_dir(vault.path(".obsidian/types.json")).unwrap();
    let run = namesake(&["scan", vault.arg()]);
    assert_eq!((run.code, run.err.lines().count()), (1, 1), "{}", run.err);
}

#[test]
fn what_other_programs_are_set_to_is_adopted_from_the_folder() {
    let task = "- [ ] #task ring the dairy [due:: 2026-01-03]\n- [ ] sweep\n";
    let vault =
        TestVault::of(&[PERSON, ("a.md", task), ("Forms/t.md", "- [ ] #task t\n"), ("Old/b.md", "- [ ] #task b\n")]);
    let tasks = r##"{"globalFilter": "#task", "taskFormat": "dataview"}"##;
    vault.write(".obsidian/plugins/obsidian-tasks-plugin/data.json", tasks.as_bytes());
    vault.write(".obsidian/plugins/templater-obsidian/data.json", br#"{"templates_folder": "Forms"}"#);
    vault.write(".obsidian/app.json", br#"{"userIgnoreFilters": ["Old/"]}"#);
    let run = namesake(&["tasks", vault.arg(), "--json"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let rows = run.json();
    let raw: Vec<_> = rows.iter().map(|row| row["raw"].as_str().unwrap()).collect();
    assert_eq!(raw, ["- [ ] #task ring the dairy [due:: 2026-01-03]"]);
    assert_eq!(rows[0]["due"], "2026-01-03");
    vault.write(".obsidian/app.json", b"{");
    let run = namesake(&["tasks", vault.arg(), "--json"]);
    assert!(run.err.contains(".obsidian/app.json: it is no JSON"), "{}", run.err);
    assert_eq!(run.json().len(), 2);
}

#[test]
fn a_note_that_is_too_large_is_named_and_not_read() {
    let vault = TestVault::of(&[PERSON, ("large.md", "- [ ] call @Rob Benoit\n")]);
    vault.write(".obsidian/plugins/namesake/data.json", b"{\"settings\": {\"maxNoteBytes\": 22}}");
    let found = namesake(&["scan", vault.arg(), "--json", "--rule", "unreadable-note"]).json();
    let large = found.iter().find(|finding| finding["path"] == "large.md").unwrap();
    assert!(large["message"].as_str().unwrap().contains("23 bytes of at most 22"), "{large}");
}

#[test]
fn notes_with_odd_names_are_notes_and_hidden_ones_are_not() {
    let task = "- [ ] call @Rob Benoit\n";
    let vault =
        TestVault::of(&[PERSON, ("--write.md", task), ("-rf.md", task), ("$(x) ; y.md", task), ("a.MD.txt", task)]);
    for hidden in [".trash/a.md", ".git/a.md", ".namesake/a.md", ".hidden.md", "sub/.b/a.md"] {
        vault.write(hidden, task.as_bytes());
    }
    vault.write(".gitignore", b"*.md\n");
    let found = namesake(&["scan", vault.arg(), "--json", "--rule", "owner"]).json();
    let mut paths: Vec<&str> = found.iter().map(|finding| finding["path"].as_str().unwrap()).collect();
    paths.sort_unstable();
    assert_eq!(paths, ["$(x) ; y.md", "--write.md", "-rf.md"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf8_is_reported_and_skipped() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let vault = TestVault::of(&[PERSON]);
    std::fs::write(vault.path("").join(OsStr::from_bytes(b"caf\xe9.md")), "- [ ] call @Rob Benoit\n").unwrap();
    let found = namesake(&["scan", vault.arg(), "--json"]).json();
    let [finding] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(finding["rule"], "unreadable-note");
    assert!(finding["message"].as_str().unwrap().contains("its name is not UTF-8"), "{finding}");
}

#[test]
fn the_help_of_every_command_tells_the_exit_status_and_where_settings_are_explained() {
    for command in
        ["scan", "fix", "undo", "tasks", "convert-tasks", "merge", "resolve", "config", "normalize", "parse-tasks"]
    {
        let help = namesake(&[command, "--help"]).out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(help.contains("Exit status:") && help.contains("This outweighs 1"), "{command}: {help}");
        let takes_settings = !["undo", "parse-tasks"].contains(&command);
        assert_eq!(help.contains("`namesake config --schema` explains every key"), takes_settings, "{command}: {help}");
    }
    assert!(namesake(&["--help"]).out.contains("Exit status:"));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let vault = TestVault::sample("everyday");
    let mut child = Command::new(env!("CARGO_BIN_EXE_namesake"))
        .args(["scan", vault.arg()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.lines().count() == 1 && said.ends_with(" recognised.\n"), "{said}");
    assert_eq!(output.status.code(), Some(1));
}
