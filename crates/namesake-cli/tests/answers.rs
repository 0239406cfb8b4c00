//! The commands that answer: `scan`, `tasks`, `resolve`, `normalize` and `parse-tasks`.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

mod common;

use common::{MEETING, PERSON, TestVault, namesake, namesake_with, raw};
use serde_json::{Value, json};

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn scan_shows_words_that_go_and_come_and_counts_by_rule() {
    let vault = TestVault::of(&[PERSON, ("d.md", "- [ ] call @Rob Benoit\n")]);
    let run = namesake(&["scan", vault.arg()]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("- [ ] call [-@-]{+[[+}Rob Benoit{+]]+}"), "{}", run.out);
    assert!(run.out.ends_with("2 notes looked at, 1 finding: 1 certain, 0 for you to decide.\n"), "{}", run.out);
    let clean = TestVault::of(&[PERSON]);
    let run = namesake(&["scan", clean.arg()]);
    assert_eq!((run.code, run.out.as_str()), (0, "1 note looked at, nothing found.\n"));
}

#[test]
fn scan_as_json_has_the_promised_keys_and_bytes() {
    let text = "ü\n- [ ] call @Rob Benoit\n";
    let vault = TestVault::of(&[PERSON, ("d.md", text)]);
    let found = namesake(&["scan", vault.arg(), "--json"]).json();
    let promised = ["id", "rule", "tier", "path", "start", "end", "message", "evidence", "fixes"];
    assert_eq!(&keys(&found[0])[..9], promised);
    let at = text.find("@Rob").unwrap();
    assert_eq!((&found[0]["start"], &found[0]["end"]), (&json!(at), &json!(at + "@Rob Benoit".len())));
    let edits = &found[0]["fixes"][0]["edits"];
    assert_eq!(edits, &json!([{"path": "d.md", "start": at, "end": at + 11, "text": "[[Rob Benoit]]"}]));
}

#[test]
fn a_note_cannot_steer_the_terminal_through_a_scan() {
    let vault = TestVault::of(&[("People/E\u{1b}[2Jvil.md", "---\ntype: [\n---\n")]);
    let run = namesake(&["scan", vault.arg()]);
    assert!(!run.out.contains('\u{1b}'), "{:?}", run.out);
}

#[test]
fn scan_as_a_report_is_markdown_that_a_note_cannot_steer() {
    let evil = ("People/E\u{1b}[2Jvil.md", "---\ntype: person\n---\ntext\n# [[x]] <b> #tag\n\n## Key Facts\n");
    let vault = TestVault::of(&[PERSON, evil]);
    let run = namesake(&["scan", vault.arg(), "--report"]);
    assert_eq!(run.code, 1);
    let (head, notes) = run.out.split_once("\n## By note\n").unwrap();
    assert!(head.contains("2 notes looked at, 1 finding in 1 note: 1 certain, 0 for you to decide."), "{head}");
    assert!(head.contains("| heading-spacing | 1 | 0 |"), "{head}");
    let words = "\n### People/E\\[2Jvil.md\n\n- line 4: The heading “x ‹b› \\#tag” follows text without a blank line. (heading-spacing)\n";
    assert_eq!(notes, words);
    assert_eq!(namesake(&["scan", vault.arg(), "--report", "--json"]).code, 2);
}

#[test]
fn tasks_can_be_asked_for_by_owner_status_and_day() {
    let note = "- [ ] one @Rob Benoit 📅 2025-11-15\n- [x] two @RobBenoit\n- [ ] three 📅 2025-11-20\n";
    let vault = TestVault::of(&[PERSON, ("d.md", note)]);
    let lines = |args: &[&str]| -> Vec<u64> {
        let run = namesake(&[&["tasks", vault.arg(), "--json"], args].concat());
        assert_eq!(run.code, 0);
        run.json().iter().map(|task| task["line"].as_u64().unwrap()).collect()
    };
    assert_eq!(lines(&[]), [1, 2, 3]);
    assert_eq!(lines(&["--owner", "Rob Benoit"]), [1, 2]);
    assert_eq!(lines(&["--owner", "Rob Benoit", "--status", "open"]), [1]);
    assert_eq!(lines(&["--status", "done"]), [2]);
    assert_eq!(lines(&["--due-before", "2025-11-20"]), [1]);
    assert_eq!(lines(&["--owner", "Nobody Atall"]), [0; 0]);
    let table = namesake(&["tasks", vault.arg()]).out;
    assert!(table.starts_with("due") && table.ends_with("3 tasks\n"), "{table}");
}

#[test]
fn what_is_heard_and_not_yet_written_is_listed() {
    let note = "---\ntype: meeting\ndate: 2025-10-31\n---\n## Action items\n\n- [ ] Confirm the gateway price in writing\n\n\
                ## Transcript\n\n\
                [0:03] **Rob Benoit:** I'll confirm the gateway price in writing by Friday.\n\
                [0:09] **Rob Benoit:** I'll send the draft to Mara by Friday.\n\
                [0:12] **Mara Voss:** I'll go quickly through the changes.\n";
    let vault = TestVault::of(&[PERSON, ("m.md", note)]);
    let run = namesake(&["tasks", vault.arg(), "--heard", "--json"]);
    let rows = run.json();
    assert_eq!(rows.len(), 1, "{}", run.out);
    assert_eq!(rows[0]["task"], "send the draft to Mara by Friday");
    assert_eq!((&rows[0]["speaker"], &rows[0]["time"]), (&"Rob Benoit".into(), &"0:09".into()));
    assert!(rows[0]["p"].as_f64().unwrap() > 0.65);
    assert!(namesake(&["tasks", vault.arg(), "--heard"]).out.ends_with("1 task heard\n"));
}

#[test]
fn an_owner_may_be_a_note_and_one_who_is_not_certain_is_named() {
    let vault = TestVault::of(&[PERSON, ("d.md", "- [ ] one @Rob Benoit\n- [ ] two @Xaver Quandt\n")]);
    let tasks = |owner: &str| namesake(&["tasks", vault.arg(), "--json", "--owner", owner]);
    for known in ["Rob Benoit", "./People/Rob Benoit.md", "People\\Rob Benoit.md"] {
        let run = tasks(known);
        assert_eq!((run.json().len(), run.err.as_str()), (1, ""), "{known}");
    }
    let run = tasks("Rob Banga");
    assert!(run.err.contains("“Rob Banga” is taken for People/Rob Benoit.md; "), "{}", run.err);
    let run = tasks("Xaver Quandt");
    assert!(run.err.contains("only tasks whose owner is written so are listed"), "{}", run.err);
    assert_eq!((run.code, run.json().len()), (0, 1));
}

const OWED: &str = "- [ ] late @Rob Benoit 📅 2025-11-01\n- [x] over @Rob Benoit 📅 2025-11-01\n- [ ] mine @Ada Marsh 📅 2025-11-04\n\
                    - [ ] both @Rob Benoit and @Ada Marsh 📅 2025-11-09\n- [ ] free\n- [ ] odd 📅 2025-02-30\n\
                    - [ ] far 📅 2026-01-01\n";
const SETTINGS: (&str, &str) =
    (".obsidian/plugins/namesake/data.json", r#"{"version":1,"settings":{"me":"Ada Marsh"}}"#);
const ADA: (&str, &str) = ("People/Ada Marsh.md", "---\ntype: people\n---\n");

#[test]
fn tasks_that_are_overdue_or_wait_on_others_can_be_asked_for() {
    let vault = TestVault::of(&[PERSON, ADA, SETTINGS, ("d.md", OWED)]);
    let lines = |args: &[&str]| -> Vec<u64> {
        let run = namesake(&[&["tasks", vault.arg(), "--json", "--today", "2025-11-04"], args].concat());
        assert_eq!(run.code, 0, "{}", run.err);
        run.json().iter().map(|task| task["line"].as_u64().unwrap()).collect()
    };
    assert_eq!(lines(&["--open"]), [1, 3, 4, 5, 6, 7]);
    assert_eq!(lines(&["--overdue"]), [1], "what is done is not overdue, nor is a day that is none");
    assert_eq!(lines(&["--waiting-on", "Rob Benoit"]), [1, 4]);
    assert_eq!(lines(&["--waiting"]), [1], "a task of my own too is not waited for");
    assert_eq!(lines(&["--by", "due", "--open"]), [1, 3, 4, 7, 5, 6]);
    assert_eq!(lines(&["--by", "owner", "--open"]), [3, 4, 1, 7, 6, 5], "each once, though two own it");
    assert_eq!(namesake(&["tasks", vault.arg(), "--overdue", "--status", "done"]).code, 2);
}

#[test]
fn grouped_tasks_stand_under_titles_with_counts() {
    let vault = TestVault::of(&[PERSON, ADA, ("d.md", OWED)]);
    let titles = |by: &str| -> Vec<String> {
        let out = namesake(&["tasks", vault.arg(), "--by", by, "--today", "2025-11-04"]).out;
        out.lines().filter(|line| line.ends_with(')')).map(str::to_owned).collect()
    };
    let due =
        ["Overdue (1)", "Today (1)", "Next 7 days (1)", "Later (1)", "No due date (1)", "No such day (1)", "Done (1)"];
    assert_eq!(titles("due"), due);
    assert_eq!(titles("owner"), ["Ada Marsh (2)", "Rob Benoit (3)", "Nobody (3)"]);
}

#[test]
fn a_task_as_json_has_the_promised_keys() {
    let vault = TestVault::of(&[("d.md", "- [ ] one 📅 2025-11-15\n")]);
    let promised = [
        "path",
        "line",
        "raw",
        "status",
        "description",
        "owners",
        "priority",
        "due",
        "scheduled",
        "start",
        "created",
        "done",
        "cancelled",
        "recurrence",
        "id",
        "dependsOn",
        "tags",
        "block",
    ];
    assert_eq!(keys(&namesake(&["tasks", vault.arg(), "--json"]).json()[0]), promised);
}

#[test]
fn what_the_plugin_was_told_about_names_holds_here_too() {
    let data = ".obsidian/plugins/namesake/data.json";
    let decided = r#"{"decisions": [
        {"path": "People/Rob Benoit.md", "rule": "same-as", "subject": "Rob B.", "verdict": "rejected"},
        {"path": "", "rule": "somebody", "subject": "Benoit", "verdict": "rejected"},
        {"path": "d.md", "rule": "somebody", "subject": "Rob", "verdict": "rejected"}
    ]}"#;
    let asked = [
        (json!({"id": 1, "mention": "Rob Benoit", "note": "d.md"}), true),
        (json!({"id": 2, "mention": "rob b.", "participants": ["People/Rob Benoit.md"]}), false),
        (json!({"id": 3, "mention": "Benoit", "participants": ["People/Rob Benoit.md"]}), false),
        (json!({"id": 4, "mention": "Rob", "participants": ["People/Rob Benoit.md"], "note": "d.md"}), false),
        (json!({"id": 5, "mention": "Rob", "participants": ["People/Rob Benoit.md"]}), true),
    ];
    let lines = asked.iter().map(|(question, _)| question.to_string()).collect::<Vec<_>>().join("\n");
    let vault = TestVault::of(&[PERSON, ("d.md", "x\n")]);
    let answers = |vault: &TestVault| namesake_with(&["resolve", vault.arg()], lines.as_bytes()).json();
    assert!(answers(&vault).iter().all(|answer| answer["best"] == "People/Rob Benoit.md"));
    vault.write(data, decided.as_bytes());
    for (answer, (question, is_he)) in answers(&vault).iter().zip(&asked) {
        assert_eq!(answer["best"] == "People/Rob Benoit.md", *is_he, "{question}");
    }
}

#[test]
fn resolve_answers_every_line_in_order() {
    let company = ("Customers/Northworks.md", "---\ntype: company\n---\n");
    let vault = TestVault::of(&[MEETING, PERSON, company]);
    let questions = [
        json!({"id": 7, "mention": "Rob Benoit"}).to_string(),
        json!({"id": "b", "mention": "Northworks Ltd", "kind": "company", "date": "2025-01-01"}).to_string(),
        json!({"id": null, "mention": "Xaver Quandt"}).to_string(),
        json!({"id": 8, "mention": "Rob", "note": MEETING.0}).to_string(),
        json!({"id": 9, "mention": "Rob", "participants": [PERSON.0], "neighbours": []}).to_string(),
    ];
    let run = namesake_with(&["resolve", vault.arg()], questions.join("\n").as_bytes());
    assert_eq!(run.code, 0, "{}", run.err);
    let told: Vec<_> = run.json().iter().map(|a| (a["id"].clone(), a["tier"].clone(), a["best"].clone())).collect();
    let expected = [
        (json!(7), json!("auto"), json!(PERSON.0)),
        (json!("b"), json!("auto"), json!(company.0)),
        (json!(null), json!("none"), json!(null)),
        (json!(8), json!("auto"), json!(PERSON.0)),
        (json!(9), json!("auto"), json!(PERSON.0)),
    ];
    assert_eq!(told, expected);
    assert_eq!(keys(&run.json()[0]), ["id", "tier", "best", "p", "score", "candidates"]);
    assert_eq!(keys(&run.json()[0]["candidates"][0]), ["path", "p", "evidence"]);
    assert_eq!(keys(&run.json()[0]["candidates"][0]["evidence"][0]), ["what", "bits"]);
}

#[test]
fn a_line_that_is_no_question_is_answered_with_an_error_and_the_rest_goes_on() {
    let vault = TestVault::of(&[PERSON]);
    let lines = b"nonsense\n{\"id\": 1}\n\xff\n{\"id\": 2, \"mention\": \"Rob Benoit\"}\n";
    let run = namesake_with(&["resolve", vault.arg()], lines);
    assert_eq!(run.code, 1);
    let told = run.json();
    assert_eq!(told.len(), 4);
    assert!(told[..3].iter().all(|answer| answer["error"].is_string()), "{told:?}");
    assert_eq!((&told[1]["id"], &told[3]["best"]), (&json!(1), &json!(PERSON.0)));
}

#[test]
fn the_help_of_resolve_shows_a_question_that_is_answered_as_it_shows() {
    let help = namesake(&["resolve", "--help"]).out;
    let question = help.lines().find(|line| line.starts_with("  {\"id\"")).unwrap();
    let (_, rest) = help.split_once("Its answer is a line of JSON too:\n").unwrap();
    let shown: Value = serde_json::Deserializer::from_str(rest).into_iter().next().unwrap().unwrap();
    let run = namesake_with(&["resolve", TestVault::of(&[PERSON, MEETING]).arg()], question.as_bytes());
    assert_eq!(run.code, 0, "{}", run.out);
    let answer = &run.json()[0];
    for key in ["id", "tier", "best", "p"] {
        assert_eq!(shown[key], answer[key], "{key}");
    }
    let first = |answer: &Value| answer["candidates"][0]["evidence"][0].clone();
    assert_eq!(
        (shown["candidates"][0]["path"].clone(), first(&shown)),
        (answer["candidates"][0]["path"].clone(), first(answer))
    );
}

#[test]
fn normalize_mends_the_properties_and_nothing_else() {
    let run = namesake_with(&["normalize", "--path", MEETING.0], MEETING.1.as_bytes());
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(run.out, MEETING.1.replace("{ { DATE } }", "2025-11-10"));
    let again = namesake_with(&["normalize", "--path", MEETING.0], run.out.as_bytes());
    assert_eq!(again.out, run.out);
}

#[test]
fn normalize_gives_back_byte_for_byte_what_it_cannot_read() {
    for (note, status) in [
        (&b"---\ncreated: { { DATE } }\n---\n\xe9"[..], 2),
        (b"a\0b", 2),
        // The file can be read, only its properties cannot.
        (b"---\na: [\n---\n**Date:** 2025-01-01\n", 1),
    ] {
        let (out, err, code) = raw(&["normalize"], note);
        assert_eq!((out.as_slice(), code, err.lines().count()), (note, status, 1), "{err}");
    }
    assert_eq!(raw(&["normalize"], b""), (vec![], String::new(), 0));
}

#[test]
fn parse_tasks_answers_every_line() {
    let run = namesake_with(&["parse-tasks"], "- [ ] one 📅 2025-11-15\r\nno task\n".as_bytes());
    assert_eq!(run.code, 0);
    let told = run.json();
    assert_eq!((&told[0]["description"], &told[0]["dueDate"]), (&json!("one"), &json!("2025-11-15")));
    assert_eq!(told[1], json!({"isTask": false}));
    let run = namesake_with(&["parse-tasks", "--format", "dataview"], b"- [ ] one  [due:: 2025-11-15]\n");
    assert_eq!(run.json()[0]["dueDate"], "2025-11-15");
    let run = namesake_with(&["parse-tasks", "--global-filter", "#task"], b"- [ ] one\n- [ ] two #task\n");
    assert_eq!((&run.json()[0]["isTask"], &run.json()[1]["isTask"]), (&json!(false), &json!(true)));
}

#[test]
fn parse_tasks_survives_odd_separators_both_ways() {
    let line = "- [ ] a\u{85}b";
    let run = namesake_with(&["parse-tasks", "--json-lines"], format!("{}\nnone\n", json!(line)).as_bytes());
    assert_eq!(run.code, 1, "the second line is no JSON string");
    assert!(!run.out.contains('\u{85}'), "{:?}", run.out);
    assert_eq!(run.json()[0]["description"], line.trim_start_matches("- [ ] "));
    assert!(run.json()[1]["error"].is_string());
}

#[test]
fn a_scan_says_first_what_is_recognised_and_about_lists_it() {
    let vault = TestVault::of(&[PERSON, ("Clips/kiln.md", "Hot.\n")]);
    let run = namesake(&["scan", vault.arg(), "--json"]);
    assert_eq!(run.out, "");
    let said = "namesake: 2 notes. 1 person, no meetings, no companies and no projects recognised.\n";
    assert_eq!((run.recognised.as_deref(), run.err.as_str()), (Some(said), ""));
    let listed = namesake(&["about", vault.arg(), "--notes"]);
    assert_eq!(listed.out, "person\tPeople/Rob Benoit.md\tthe property “type”\n");
    let listed = namesake(&["about", vault.arg(), "--notes", "--json"]).json();
    assert_eq!(listed, [json!({"kind": "person", "path": PERSON.0, "sign": "the property “type”"})]);
}

#[test]
fn turns_are_printed_as_they_are_read_in_the_note_or_in_a_file_beside_it() {
    let vault = TestVault::of(&[
        PERSON,
        ("Meetings/2025-10-31 Kiln.md", "---\ntype: meeting\nparticipants: [\"[[Rob Benoit]]\"]\n---\n"),
        (
            "Meetings/2025-10-31 Kiln.vtt",
            "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Rob Benoit (Guest)>I'll fire it\n\n\
          00:04.000 --> 00:06.000\n<v Rob Benoit (Guest)>on Monday.\n",
        ),
    ]);
    let run = namesake(&["turns", vault.arg(), "2025-10-31 Kiln"]);
    assert_eq!(run.out, "00:01.000\tRob Benoit (Guest)\tI'll fire it on Monday.\n");
    let turn = json!({
        "path": "Meetings/2025-10-31 Kiln.vtt", "line": 4, "speaker": "Rob Benoit (Guest)", "person": PERSON.0,
        "time": "00:01.000", "words": "I'll fire it on Monday.",
    });
    assert_eq!(namesake(&["turns", vault.arg(), "2025-10-31 Kiln", "--json"]).json(), [turn]);
}

#[test]
fn the_glossary_has_the_names_of_the_vault_or_of_one_note_as_the_recorder_takes_them() {
    let vault = TestVault::of(&[
        PERSON,
        ("People/Mara Voss.md", "---\ntype: person\naliases: [Marushka]\n---\n"),
        ("Meetings/2025-10-31 Kiln.md", "---\ntype: meeting\nparticipants: [\"[[Mara Voss]]\"]\n---\n"),
    ]);
    let print = |args: &[&str]| namesake(&[&["glossary", vault.arg()], args].concat());
    assert_eq!(print(&[]).out, "Mara Voss\nMarushka\nRob Benoit\n");
    let note = ["--note", "2025-10-31 Kiln"];
    assert_eq!(print(&[&note[..], &["--for", "whisper"]].concat()).out, "Mara Voss\n");
    assert_eq!(print(&["--for", "deepgram"]).out, "keyterm=Mara%20Voss&keyterm=Marushka&keyterm=Rob%20Benoit\n");
    let listed: Value = serde_json::from_str(&print(&[&note[..], &["--json"]].concat()).out).expect("JSON");
    let term = json!({"name": "Mara Voss", "kind": "person", "forms": ["Marushka"], "path": "People/Mara Voss.md", "meetings": 1});
    assert_eq!(listed, json!([term]));
    let missing = print(&["--note", "Nowhere"]);
    assert_eq!((missing.code, missing.err.contains("there is no such note")), (2, true), "{}", missing.err);
}
