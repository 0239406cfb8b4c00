//! `namesake config`, and what `--config` refuses.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

mod common;

use common::{MEETING, PERSON, Run, TestVault, namesake};
use serde_json::{Value, json};

const DATA: &str = ".obsidian/plugins/namesake/data.json";

fn scan_with(settings: &Value) -> Run {
    let vault = TestVault::of(&[PERSON]);
    vault.write("settings.json", settings.to_string().as_bytes());
    namesake(&["scan", vault.arg(), "--config", vault.path("settings.json").to_str().unwrap()])
}

fn printed(args: &[&str]) -> Value {
    let run = namesake(&[&["config"], args].concat());
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    serde_json::from_str(&run.out).unwrap()
}

#[test]
fn what_is_not_known_in_a_named_file_is_refused_with_what_was_meant() {
    let wrong = [
        (
            json!({"settings": {"peopleFolder": ["P"]}}),
            "settings: unknown setting “peopleFolder”; did you mean “peopleFolders”?",
        ),
        (json!({"settings": {"people_folders": ["P"]}}), "did you mean “peopleFolders”?"),
        (json!({"peopleFolders": ["P"]}), "unknown setting “peopleFolders”; did you mean “settings.peopleFolders”?"),
        (json!({"settings": {"keyFacts": ["P"]}}), "did you mean “settings.headings.keyFacts”?"),
        (json!({"settings": {"owner": false}}), "did you mean “settings.rules.owner”?"),
        (
            json!({"settings": {"headings": {"topic": []}}}),
            "settings.headings: unknown setting “topic”; did you mean “topics”?",
        ),
        (
            json!({"settings": {"headings": {"xyz": []}}}),
            "settings.headings: unknown setting “xyz”; known here: keyFacts, topics,",
        ),
        (json!({"settings": {"rules": {"ownr": true}}}), "settings.rules: unknown rule “ownr”; did you mean “owner”?"),
        (json!({"settings": {"rules": {"lastContact": true}}}), "did you mean “last-contact”?"),
        (
            json!({"settings": {"profiles": [{}, {"rules": {"viax": true}}]}}),
            "settings.profiles[1].rules: unknown rule “viax”; did you mean “via”?",
        ),
        (
            json!({"settings": {"profiles": [{"folder": "A"}]}}),
            "settings.profiles[0]: unknown setting “folder”; did you mean “folders”?",
        ),
        (
            json!({"settings": {"schemas": {"person": {"require": []}}}}),
            "settings.schemas.person: unknown setting “require”; did you mean “required”?",
        ),
        (
            json!({"settings": {"words": {"participant": ["Crew"]}}}),
            "settings.words: unknown setting “participant”; did you mean “participants”?",
        ),
        (json!({"settings": {"zzz": 1}}), "settings: unknown setting “zzz”."),
    ];
    for (settings, message) in wrong {
        let run = scan_with(&settings);
        assert_eq!((run.code, run.out.as_str(), run.err.lines().count()), (2, "", 1), "{settings}: {}", run.err);
        assert!(run.err.contains(message) && run.err.contains("settings.json: "), "{settings}: {}", run.err);
        assert!(run.err.contains("`namesake config --schema` explains every setting"), "{}", run.err);
    }
}

#[test]
fn all_that_is_not_known_is_named_at_once() {
    let run = scan_with(&json!({"settings": {"peopleFolder": [], "rules": {"ownr": true}}, "setting": {}}));
    for name in ["“peopleFolders”?", "“owner”?", "“settings”?"] {
        assert!(run.err.contains(name), "{name}: {}", run.err);
    }
}

#[test]
fn a_value_that_does_not_fit_is_refused_with_its_place() {
    for (settings, message) in [
        (json!({"settings": {"maxNoteBytes": "many"}}), "settings.maxNoteBytes: invalid type: string \"many\""),
        (
            json!({"settings": {"profiles": [{"kinds": ["persn"]}]}}),
            "settings.profiles[0].kinds[0]: unknown value “persn”; did you mean “person”?",
        ),
        (
            json!({"settings": {"headings": {"topics": "Topics"}}}),
            "settings.headings.topics: invalid type: string \"Topics\", expected a list",
        ),
        (json!({"settings": null}), "settings: an object is needed, and this is none"),
        (json!({"settings": {"headings": []}}), "settings.headings: an object is needed, and this is none"),
        (
            json!({"settings": {"ownerStyle": "handles"}}),
            "settings.ownerStyle: unknown value “handles”; did you mean “handle”?",
        ),
        (json!({"settings": {"me": []}}), "settings.me: invalid type: a list, expected a string"),
    ] {
        let run = scan_with(&settings);
        assert_eq!(run.code, 2);
        assert!(run.err.contains(message), "{}", run.err);
    }
}

#[test]
fn no_comments_and_nothing_behind_the_end() {
    let vault = TestVault::of(&[PERSON]);
    for broken in ["{} // mine", "{\n// mine\n}", "{}{}"] {
        vault.write("settings.json", broken.as_bytes());
        let run = namesake(&["scan", vault.arg(), "--config", vault.path("settings.json").to_str().unwrap()]);
        assert_eq!(run.code, 2, "{broken}");
        assert!(run.err.contains("these are no Namesake settings"), "{}", run.err);
    }
    vault.write("settings.json", "\u{feff}{\"$schema\": \"schema.json\"}".as_bytes());
    let run = namesake(&["scan", vault.arg(), "--config", vault.path("settings.json").to_str().unwrap()]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "a mark at the start and the name of the schema are no settings");
}

#[test]
fn what_a_newer_plugin_wrote_is_passed_over_with_a_warning() {
    let vault = TestVault::of(&[PERSON, ("d.md", "- [ ] call @Rob Benoit\n")]);
    let data = json!({"newPart": {}, "settings": {"ownerStyle": "handle", "ownerColour": "red", "words": {"weather": ["Wetter"]}, "rules": {"new-rule": true}}});
    vault.write(DATA, data.to_string().as_bytes());
    let run = namesake(&["fix", vault.arg()]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("+- [ ] call @RobBenoit\n"), "what is known holds: {}", run.out);
    assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    for part in ["data.json: ", "“newPart”", "“ownerColour”", "“weather”", "“new-rule”", "passed over"]
    {
        assert!(run.err.contains(part), "{part}: {}", run.err);
    }
}

#[test]
fn without_a_vault_the_defaults_are_printed() {
    let defaults = printed(&[]);
    assert_eq!(defaults["settings"]["maxNoteBytes"], json!(16_000_000));
    assert_eq!(
        (&defaults["settings"]["rules"]["owner"], &defaults["settings"]["rules"]["quote-style"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(printed(&[TestVault::of(&[PERSON]).arg()]), defaults);
}

#[test]
fn what_is_printed_is_what_holds_and_can_be_read_again() {
    let vault = TestVault::of(&[PERSON, MEETING, ("d.md", "- [ ] call @Rob Benoit and @Benoit\n")]);
    let decided = json!([{"path": "", "rule": "somebody", "subject": "Benoit", "verdict": "rejected"}]);
    let data = json!({"settings": {
        "ownerStyle": "handle", "rules": {"placeholder": false, "key-order": true}, "propertyTypes": {"seen": "date", "odd": "rainbow"},
        "profiles": [{"kinds": ["meeting"], "rules": {"via": false}}], "schemas": {"person": {"required": ["role"]}},
    }, "decisions": decided});
    vault.write(DATA, data.to_string().as_bytes());
    let shown = printed(&[vault.arg()]);
    let settings = &shown["settings"];
    assert_eq!((&settings["ownerStyle"], &settings["rules"]["placeholder"]), (&json!("handle"), &json!(false)));
    assert_eq!(
        (&settings["rules"]["owner"], &settings["me"], &shown["decisions"]),
        (&json!(true), &json!(""), &decided)
    );

    vault.write("settings.json", shown.to_string().as_bytes());
    let file = vault.path("settings.json").to_str().unwrap().to_owned();
    assert_eq!(printed(&[vault.arg(), "--config", &file]), shown);
    assert_eq!(printed(&["--config", &file]), shown);
    let by_plugin = namesake(&["scan", vault.arg(), "--json"]);
    assert_eq!(by_plugin.code, 1);
    assert_eq!(namesake(&["scan", vault.arg(), "--json", "--config", &file]).out, by_plugin.out);
}

/// Every key of the schema and of a value that it describes, with the path to it.
fn undescribed(value: &Value, schema: &Value, path: &str, missing: &mut Vec<String>) {
    for (key, value) in value.as_object().into_iter().flatten() {
        let (path, schema) = (format!("{path}.{key}"), &schema["properties"][key]);
        let has_default = schema.get("default") == Some(value) || schema.get("properties").is_some();
        let has_type = schema.get("type").or(schema.get("oneOf")).is_some();
        if !has_type || !has_default || schema["description"].as_str().is_none_or(str::is_empty) {
            missing.push(path.clone());
        }
        undescribed(value, schema, &path, missing);
    }
}

#[test]
fn the_schema_says_of_every_key_its_type_its_default_and_what_it_does() {
    let schema = printed(&["--schema"]);
    let mut missing = Vec::new();
    undescribed(&printed(&[]), &schema, "", &mut missing);
    assert_eq!(missing, [""; 0]);
    let text = schema.to_string();
    assert!(!text.contains("`]"), "a link of the documentation leads nowhere here");
    assert!(!text.contains("\\n"), "a sentence is one line");
    assert_eq!(schema["additionalProperties"], json!(false));
    assert_eq!(namesake(&["config", "--schema", "vault"]).code, 2);
}

#[test]
fn what_is_adopted_is_told_with_its_file_where_nothing_else_is_set() {
    let vault = TestVault::of(&[PERSON]);
    let file = ".obsidian/plugins/obsidian-tasks-plugin/data.json";
    vault.write(file, br##"{"globalFilter": "#task", "setCreatedDate": true}"##);
    let about = namesake(&["about", vault.arg()]).out;
    let told = format!(
        "\nTaken over from other settings\n  global filter of tasks: #task ({file})\n  \
         day on the next occurrence of a task: yes ({file})\n"
    );
    assert!(about.contains(&told), "{about}");
    vault.write(".obsidian/plugins/namesake/data.json", br##"{"settings": {"globalFilter": "#do"}}"##);
    let json: Value = serde_json::from_str(&namesake(&["about", vault.arg(), "--json"]).out).unwrap();
    assert_eq!(json["adopted"].as_array().unwrap().len(), 1);
    assert_eq!(json["adopted"][0]["setting"], "day on the next occurrence of a task");
    assert_eq!(json["notes"], 1);
}
