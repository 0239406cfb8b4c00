//! Vaults whose links are Markdown links: what meetings teach is linked in the vault's own form, is recognised there, and
//! can be taken back.

use namesake_core::adopted::{Adopted, SettingsFile};
use namesake_core::complete::{CompletionQuery, complete};
use namesake_core::config::Config;
use namesake_core::finding::Tier;
use namesake_core::plan::{self, PlanRequest, Query};
use namesake_core::vault::Vault;

use crate::notes::{Notes, applied, assert_whole};

const ROB: &str = "Team/People/Rob Benoit.md";
const INES: &str = "Team/People/Ines Falk.md";
const MEETING: &str = "Team/Meetings/2025-10-30 - Yard (north).md";

/// The notes, and the settings by which the people and meetings of this vault are recognised.
fn notes() -> Notes {
    let person = "---\ntype: people\n---\n\n## Key Facts\n\n## Recent Context\n\n## Related Customers\n";
    let meeting = "---\ntype: meeting\n---\n\n**Date:** 2025-10-30\n\
        **Participants:** [Rob Benoit](../People/Rob%20Benoit.md), [Falk, Ines](../People/Ines%20Falk.md)\n\n\
        ## Summary\n\nThe yard is sold.\n\n## Key facts\n\n- [Rob](../People/Rob%20Benoit.md) runs the yard.\n\
        - Ines Falk has the keys.\n\nSee [Northwind](../Northwind.md).\n";
    let company = "---\ntype: company\n---\n\n## Recent Context\n\n";
    [(ROB, person), (INES, person), (MEETING, meeting), ("Team/Northwind.md", company)]
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .into()
}

fn vault(notes: &Notes, app: &str) -> Vault {
    let mut vault = Vault::new(Config::default());
    let file = SettingsFile { path: ".obsidian/app.json".to_owned(), text: app.to_owned() };
    vault.adopt(Adopted::read(&[file]));
    for (path, text) in notes {
        vault.upsert(path.as_str().into(), text.clone());
    }
    vault
}

/// The notes once everything certain was written; each change leads back, and a second run has nothing to do.
fn taught(app: &str) -> Notes {
    let before = notes();
    let mut vault = vault(&before, app);
    let certain = || PlanRequest::Query { query: Query { tier: Some(Tier::Auto), ..Query::default() } };
    let plan = plan::plan(&mut vault, &certain());
    assert_eq!(plan.left, []);
    for change in &plan.changes {
        assert_whole(change);
        assert_eq!(change.entry.revert(&change.after).as_deref(), Ok(before[change.path.as_str()].as_str()));
        vault.upsert(change.path.clone(), change.after.clone());
    }
    assert_eq!(plan::plan(&mut vault, &certain()).changes, [], "a second run");
    let all = plan::findings(&mut vault, &Query::default());
    let of_meeting: Vec<_> = all.iter().filter(|finding| finding.path.as_str() != MEETING).collect();
    assert!(of_meeting.iter().all(|finding| finding.rule == "related"), "{of_meeting:#?}");
    applied(&before, &plan)
}

fn lines(notes: &Notes, path: &str) -> Vec<String> {
    let id = |line: &str| line.rsplit_once(" ^").map_or(line, |(line, _)| line).to_owned();
    notes[path].lines().filter(|line| line.starts_with("- ")).map(id).collect()
}

#[test]
fn a_lesson_is_linked_by_a_relative_markdown_link_and_known_again() {
    let after = taught(r#"{"useMarkdownLinks": true, "newLinkFormat": "relative"}"#);
    let link = |shown: &str| format!("[{shown}](../Meetings/2025-10-30%20-%20Yard%20%28north%29.md)");
    assert_eq!(
        lines(&after, ROB),
        [
            format!("- Rob runs the yard. {}", link("2025-10-30")),
            format!("- 2025-10-30: {} - The yard is sold.", link("Yard (north)")),
        ]
    );
    assert_eq!(
        lines(&after, INES),
        [
            format!("- Ines Falk has the keys. {}", link("2025-10-30")),
            format!("- 2025-10-30: {} - The yard is sold.", link("Yard (north)")),
        ],
        "whoever is listed by a Markdown link was there"
    );
    assert_eq!(
        lines(&after, "Team/Northwind.md"),
        ["- 2025-10-30: [Yard (north)](Meetings/2025-10-30%20-%20Yard%20%28north%29.md) - The yard is sold."]
    );
}

#[test]
fn each_form_of_links_is_written_and_known_again() {
    let name = "2025-10-30 - Yard (north)";
    for (app, link) in [
        ("{}", format!("[[{name}|2025-10-30]]")),
        (r#"{"newLinkFormat": "relative"}"#, format!("[[../Meetings/{name}|2025-10-30]]")),
        (r#"{"newLinkFormat": "absolute"}"#, format!("[[Team/Meetings/{name}|2025-10-30]]")),
        (r#"{"useMarkdownLinks": true}"#, "[2025-10-30](2025-10-30%20-%20Yard%20%28north%29.md)".to_owned()),
        (
            r#"{"useMarkdownLinks": true, "newLinkFormat": "absolute"}"#,
            "[2025-10-30](Team/Meetings/2025-10-30%20-%20Yard%20%28north%29.md)".to_owned(),
        ),
    ] {
        assert_eq!(lines(&taught(app), ROB)[0], format!("- Rob runs the yard. {link}"), "{app}");
    }
}

#[test]
fn a_vault_that_changes_its_form_of_links_keeps_the_lines_it_has() {
    let forms =
        ["{}", r#"{"useMarkdownLinks": true, "newLinkFormat": "relative"}"#, r#"{"newLinkFormat": "absolute"}"#];
    for before in forms {
        let notes = taught(before);
        for after in forms {
            let mut vault = vault(&notes, after);
            let found = plan::findings(&mut vault, &Query { tier: Some(Tier::Auto), ..Query::default() });
            assert_eq!(found, [], "{before} -> {after}");
        }
    }
}

#[test]
fn a_line_is_corrected_with_its_meeting_and_taken_for_edited_when_it_was() {
    let app = r#"{"useMarkdownLinks": true, "newLinkFormat": "relative"}"#;
    let mut notes = taught(app);
    let meeting = notes[MEETING].replace("runs the yard", "runs the north yard");
    notes.insert(MEETING.to_owned(), meeting);
    let mut vault = vault(&notes, app);
    let plan = plan::plan(&mut vault, &PlanRequest::Saved { path: MEETING.into() });
    let changed: Vec<&str> = plan.changes.iter().map(|change| change.path.as_str()).collect();
    assert_eq!(changed, [ROB]);
    assert!(plan.changes[0].after.contains("- Rob runs the north yard. [2025-10-30](../Meetings/"));
    let edited = notes[ROB].replace("Rob runs the yard.", "Rob ran the yard.");
    vault.upsert(ROB.into(), edited);
    assert_eq!(plan::plan(&mut vault, &PlanRequest::Saved { path: MEETING.into() }).changes, []);
}

#[test]
fn links_in_properties_stay_wikilinks() {
    let app = r#"{"useMarkdownLinks": true}"#;
    let mut notes = notes();
    let meeting = "---\ntype: meeting\nparticipants:\n  - Rob Bennet\n  - \"[[Ines Falk]]\"\n---\n\n**Date:** 2025-10-30\n\nRob Bennet runs it.\n";
    notes.insert(MEETING.to_owned(), meeting.to_owned());
    let query =
        || PlanRequest::Query { query: Query { rules: Some(["mention".to_owned()].into()), ..Query::default() } };
    let mut vault = vault(&notes, app);
    let plan = plan::plan(&mut vault, &query());
    let after = &plan.changes.iter().find(|change| change.path.as_str() == MEETING).unwrap().after;
    assert!(after.contains("  - \"[[Rob Benoit|Rob Bennet]]\"\n"), "{after}");
    assert!(after.contains("\n[Rob Bennet](Rob%20Benoit.md) runs it."), "{after}");
}

#[test]
fn many_markdown_links_and_no_other_make_a_vault_of_markdown_links() {
    let mut notes = notes();
    let more = "[Rob](Rob%20Benoit.md)\n".repeat(16);
    notes.insert("Log.md".to_owned(), more.clone());
    let form = |notes: &Notes, app| vault(notes, app).link_form().markdown;
    assert!(form(&notes, "{}"), "twenty with the four of the meeting");
    assert!(!form(&notes, r#"{"useMarkdownLinks": false}"#));
    notes.insert("Log.md".to_owned(), format!("{more}[[Ines Falk]]\n"));
    assert!(!form(&notes, "{}"));
    notes.insert("Log.md".to_owned(), more.replacen("[Rob](Rob%20Benoit.md)\n", "", 1));
    assert!(!form(&notes, "{}"));
}

#[test]
fn what_is_typed_becomes_a_link_that_fits_its_place() {
    let mut vault = vault(&notes(), r#"{"useMarkdownLinks": true, "newLinkFormat": "relative"}"#);
    let mut written = |typed: &str, property| {
        let query = CompletionQuery {
            typed: typed.to_owned(),
            path: MEETING.into(),
            owner: false,
            property,
            companies: true,
            newcomers: true,
            limit: 1,
        };
        complete(&mut vault, &query).swap_remove(0).written
    };
    assert_eq!(written("Rob", false), "[Rob Benoit](../People/Rob%20Benoit.md)");
    assert_eq!(written("Rob", true), "[[../People/Rob Benoit|Rob Benoit]]");
    assert_eq!(written("Northw", false), "[Northwind](../Northwind.md)");
    assert_eq!(written("Zebedee Quux", false), "[Zebedee Quux](../People/Zebedee%20Quux.md)");
}

#[test]
fn somebody_new_gets_a_note_and_a_markdown_link() {
    let app = r#"{"useMarkdownLinks": true, "newLinkFormat": "relative"}"#;
    let mut notes = notes();
    notes.insert(MEETING.to_owned(), notes[MEETING].replace("[Falk, Ines](../People/Ines%20Falk.md)", "Zebedee Quux"));
    let mut vault = vault(&notes, app);
    let query = Query { rules: Some(["unknown-participant".to_owned()].into()), ..Query::default() };
    let plan = plan::plan(&mut vault, &PlanRequest::Query { query });
    let after =
        |path: &str| plan.changes.iter().find(|change| change.path.as_str() == path).map(|change| &change.after);
    let meeting = after(MEETING).expect("the meeting changes");
    assert!(
        meeting.contains("(../People/Rob%20Benoit.md), [Zebedee Quux](../People/Zebedee%20Quux.md)\n"),
        "{meeting}"
    );
    let person = after("Team/People/Zebedee Quux.md").expect("a note is made");
    assert!(
        person.contains("source: \"[[../Meetings/2025-10-30 - Yard (north)|2025-10-30 - Yard (north)]]\"\n"),
        "{person}"
    );
}

#[test]
fn the_path_of_a_link_says_nothing_about_who_was_there() {
    let mut notes = notes();
    let person = notes[INES].clone();
    notes.insert("Team/Absent/Ines Falk.md".to_owned(), person);
    notes.remove(INES);
    let meeting = "---\ntype: meeting\n---\n\n**Participants:** [Ines](../Absent/Ines%20Falk.md), [Rob](../People/Rob%20Benoit.md) (absent)\n";
    notes.insert(MEETING.to_owned(), meeting.to_owned());
    let mut vault = vault(&notes, "{}");
    vault.settle();
    let there = vault.participants(&MEETING.into());
    assert_eq!(there.iter().map(ToString::to_string).collect::<Vec<_>>(), ["Team/Absent/Ines Falk.md"]);
}
