//! A person's note is made from the user's template, or from the shape that Namesake knows.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

mod common;

use common::{add, people, vault_of};

use std::collections::BTreeSet;

use proptest::prelude::*;

use namesake_core::config::Config;
use namesake_core::finding::{Finding, Tier};
use namesake_core::frontmatter::Frontmatter;
use namesake_core::new_person::{NewPerson, OWN, TemplateCheck};
use namesake_core::plan::{self, Choice, Plan, PlanRequest, Query};
use namesake_core::vault::Vault;

const MEETING: &str = "Meetings/2025-10-30 - Cave five.md";
const HEARD: &str = "**Date:** 2025-10-30\n**Participants:** Mara Voss, Rob Benoit\n\n## Summary\n\nRob Banga rang.\n";
const TEMPLATE: &str = "Templates/Person.md";

fn vault_with(settings: impl FnOnce(&mut Config), notes: &[(&str, &str)]) -> Vault {
    let mut config = Config::default();
    settings(&mut config);
    let mut vault = vault_of(config, people(&["Mara Voss", "Rob Benoit"]));
    add(&mut vault, [(MEETING, HEARD)]);
    add(&mut vault, notes.iter().copied());
    vault.settle();
    vault
}

fn with_template(text: &str) -> Vault {
    vault_with(|config| TEMPLATE.clone_into(&mut config.settings.person_template), &[(TEMPLATE, text)])
}

fn new(vault: &Vault, written: &str) -> Result<NewPerson, String> {
    NewPerson::of(vault, written, vault.note(&MEETING.into()).expect("the meeting")).map_err(String::from)
}

fn path_of(vault: &Vault, written: &str) -> String {
    new(vault, written).map_or_else(|reason| reason, |new| new.note.path.to_string())
}

#[test]
fn the_sign_that_is_typed_before_a_name_is_no_part_of_it() {
    let vault = vault_with(|config| ";;".clone_into(&mut config.settings.people_sign), &[]);
    assert_eq!(path_of(&vault, ";;Rob Banga"), "People/Rob Banga.md");
    assert_eq!(path_of(&vault, "@Rob Banga"), "People/Rob Banga.md");
}

#[test]
fn titles_and_what_no_file_can_be_called_are_left_out() {
    let vault = vault_with(|_| {}, &[("Customers/Polder.md", "---\ntype: company\n---\n")]);
    for (written, name) in [
        ("Dr. Rob Banga", "Rob Banga"),
        ("Rob Banga, PhD", "Rob Banga"),
        ("Banga, Rob", "Rob Banga"),
        ("Rob Banga's", "Rob Banga"),
        ("Rob Banga (Polder)", "Rob Banga"),
        ("@Rob Banga", "Rob Banga"),
        ("JÃ¼rgen Weiß", "Jürgen Weiß"),
        ("Seán O’Neill-Reyes", "Seán O’Neill-Reyes"),
        ("Rob B.", "Rob B."),
        ("Rob Banga...", "Rob Banga."),
        ("נועה ברזילון", "נועה ברזילון"),
        ("Ro\u{202e}b [[Banga|x]]", "Rob x"),
        ("../../Rob/Banga", "RobBanga"),
        ("- # Rob: \"Banga\" ^a", "Rob Banga 'a"),
        ("<% tp.x %>{{Rob}}`Banga`", "tp.x Rob'Banga"),
    ] {
        assert_eq!(path_of(&vault, written), format!("People/{name}.md"), "{written}");
    }
    for written in ["", "Dr.", "[[|]]", "...", "12", "nul", "Com1", &"Banga ".repeat(40)] {
        assert!(new(&vault, written).is_err(), "{written}");
    }
}

#[test]
fn the_link_shows_what_was_written() {
    let vault = vault_with(|_| {}, &[]);
    let link = |written| new(&vault, written).expect("a note").links(&vault, &MEETING.into()).in_text;
    assert_eq!(link("Rob Banga"), "[[Rob Banga]]");
    assert_eq!(link("Dr. Rob Banga"), "[[Rob Banga|Dr. Rob Banga]]");
}

#[test]
fn nobody_comes_where_a_note_is_whatever_the_case() {
    for path in ["People/rob banga.md", "Projects/Rob Banga.md", "ROB BANGA.md"] {
        let vault = vault_with(|_| {}, &[(path, "x\n")]);
        assert!(path_of(&vault, "Rob Banga").contains("is there already"), "{path}");
    }
    let mut vault = vault_with(|_| {}, &[]);
    vault.reject("People/ROB Banga.md".into(), "it is not UTF-8");
    assert!(path_of(&vault, "Rob Banga").contains("is there already"));
}

#[test]
fn new_people_stand_where_most_are_or_where_the_settings_say() {
    let others = [
        ("Team/A.md", "---\ntype: people\n---\n"),
        ("Team/B.md", "---\ntype: people\n---\n"),
        ("Team/C.md", "---\ntype: people\n---\n"),
    ];
    assert_eq!(path_of(&vault_with(|_| {}, &others), "Rob Banga"), "Team/Rob Banga.md");
    for (set, path) in [("/people/", "People/Rob Banga.md"), ("New/Ones", "New/Ones/Rob Banga.md")] {
        let vault = vault_with(|config| config.settings.new_people_folder = set.to_owned(), &others);
        assert_eq!(path_of(&vault, "Rob Banga"), path);
    }
    for set in ["../out", "a/../b", ".obsidian", "a//b", "a\\b", "C:", "a|b", "Templates", "con"] {
        let vault = vault_with(|config| config.settings.new_people_folder = set.to_owned(), &[]);
        assert!(new(&vault, "Rob Banga").is_err(), "{set}");
    }
}

#[test]
fn namesakes_own_note_has_the_shape_of_the_others_and_needs_a_look_and_nothing_else() {
    let mut vault = vault_with(|_| {}, &[("Customers/Polder Antennas.md", "---\ntype: company\n---\n")]);
    let made = new(&vault, "Dr. Rob Banga (Polder Antennas)").expect("a note").note;
    let head = "---\ntype: people\ntitle: Rob Banga\ncreated: 2025-10-30\nlast_contact:\nauto_created: true\n\
                source: \"[[2025-10-30 - Cave five]]\"\ntags:\n- type/people\n- needs-review\n- company/polder-antennas\n---\n\n# Rob Banga\n";
    assert!(made.text.starts_with(head), "{}", made.text);
    assert!(made.text.contains("| **Company** | Polder Antennas |"));
    assert!(made.text.contains("contains(text, \"@RobBanga\")"));
    let stranger = new(&vault, "Rob Banga").expect("a note").note;
    assert!(stranger.text.contains("- needs-review\n---\n") && stranger.text.contains("| **Company** | _Unknown_ |"));
    vault.upsert(stranger.path.clone(), stranger.text);
    let query = Query { paths: Some(BTreeSet::from([stranger.path])), ..Query::default() };
    let found: Vec<String> =
        plan::findings(&mut vault, &query).into_iter().map(|finding| finding.rule.to_owned()).collect();
    assert_eq!(found, ["recent-context"], "the meeting that it comes from is to be told there");
}

#[test]
fn a_template_of_the_users_is_filled_and_says_what_every_new_note_has_to() {
    let text = "---\r\ntype: people\r\ntitle: \"{{Title}}\"\r\ncreated: {{ date }}\r\nrole: {{role}}\r\naliases: [\"{{name}}\", x]\r\ntags: person\r\n---\r\n\r\n# {{name}}\r\n\r\n{{time}}|{{ |{{{name}}}|{{date:YYYY-MM-DD}}|{{x}}|{{role}}\r\n";
    let made = new(&with_template(text), "Rob O'Banga").expect("a note").note;
    assert_eq!(
        made.text,
        "---\r\ntype: people\r\ntitle: \"Rob O'Banga\"\r\ncreated: 2025-10-30\r\nrole:\r\naliases: [\"Rob O'Banga\", x]\r\ntags:\r\n  - person\r\n  - needs-review\r\nauto_created: true\r\nsource: \"[[2025-10-30 - Cave five]]\"\r\n---\r\n\r\n# Rob O'Banga\r\n\r\n|{{ |{Rob O'Banga}|2025-10-30||\r\n"
    );
    assert_eq!(made.remarks.len(), 1);
    assert!(made.remarks[0].ends_with(": {{role}}, {{time}}, {{x}}."), "{}", made.remarks[0]);
}

#[test]
fn a_template_without_properties_gets_what_it_needs() {
    let vault = with_template("Hello {{name}}, of {{company}}\n");
    let made = new(&vault, "Rob Banga").expect("a note").note;
    assert_eq!(
        made.text,
        "---\ntitle: Rob Banga\nauto_created: true\ntags:\n  - needs-review\nsource: \"[[2025-10-30 - Cave five]]\"\n---\nHello Rob Banga, of _Unknown_\n"
    );
}

#[test]
fn a_template_that_cannot_be_used_is_refused_with_the_reason() {
    for (text, reason) in [
        ("---\ntype: people\n---\n<% tp.file.title %>\n", "a command of Templater"),
        ("---\ntype: people\n{{name}}\n", "no closing `---`"),
        ("---\ntype: [people\n---\n", "cannot be read"),
        ("---\ntype: meeting\n---\n", "no person note"),
        ("---\n{type: people}\n---\n", "edited by hand"),
    ] {
        let vault = with_template(text);
        let told = new(&vault, "Rob Banga").expect_err(text);
        assert!(told.contains(TEMPLATE) && told.contains(reason), "{told}");
        assert!(TemplateCheck::of(&vault, TEMPLATE).trouble.is_some_and(|trouble| trouble.contains(reason)), "{text}");
    }
    let vault = vault_with(|config| config.settings.person_template = "Templates/None".to_owned(), &[]);
    assert!(new(&vault, "Rob Banga").expect_err("none").contains("there is no such note"));
    let vault = with_template("---\ntype: people\nmood: {{mood}}\n---\n");
    let check = TemplateCheck::of(&vault, "Templates/Person");
    assert_eq!(check.trouble, None);
    assert!(check.remark.is_some_and(|remark| remark.ends_with("{{mood}}.")));
    assert_eq!(TemplateCheck::of(&vault, ""), TemplateCheck { trouble: None, remark: None });
}

#[test]
fn a_meeting_that_no_link_can_name_makes_nobody() {
    let path = "Meetings/2025-10-30 - Cave #5.md";
    let vault = vault_with(|_| {}, &[(path, HEARD)]);
    let source = vault.note(&path.into()).expect("the meeting");
    assert!(NewPerson::of(&vault, "Rob Banga", source).is_err());
}

/// The findings that offer somebody new, each with the number of that fix.
fn offered(vault: &mut Vault) -> Vec<(Finding, usize)> {
    let found = plan::findings(vault, &Query::default()).into_iter();
    found
        .filter_map(|finding| Some((finding.fixes.iter().position(|fix| fix.creates.is_some())?, finding)))
        .map(|(at, finding)| (finding, at))
        .collect()
}

fn choose(vault: &mut Vault, offered: &[(Finding, usize)]) -> Plan {
    let choice = |(finding, fix): &(Finding, usize)| Choice {
        id: finding.id.clone(),
        path: finding.path.clone(),
        fix: *fix,
        text: None,
        without: Vec::new(),
        seen: None,
    };
    plan::plan(vault, &PlanRequest::Choices { choices: offered.iter().map(choice).collect(), alias: None })
}

#[test]
fn the_note_comes_first_and_the_vault_is_as_it_was_after_planning() {
    let mut vault = vault_with(|_| {}, &[]);
    let all = offered(&mut vault);
    let before = plan::findings(&mut vault, &Query::default());
    let plan = choose(&mut vault, &all);
    assert_eq!(plan.left, []);
    let came: Vec<(&str, bool)> = plan.changes.iter().map(|change| (change.path.as_str(), change.entry.came)).collect();
    assert_eq!(came, [("People/Rob Banga.md", true), (MEETING, false)]);
    assert!(plan.changes[1].after.contains("[[Rob Banga]] rang."));
    assert_eq!(plan.changes[0].findings, plan.changes[1].findings);
    assert_eq!(plan::findings(&mut vault, &Query::default()), before);
    assert!(vault.is_free(&"People/Rob Banga.md".into()));
}

#[test]
fn whoever_is_new_in_several_notes_gets_one_note_and_a_link_in_each() {
    let again = "Meetings/2025-10-31 - Again.md";
    let mut vault = vault_with(|_| {}, &[(again, HEARD)]);
    let all = offered(&mut vault);
    assert_eq!(all.len(), 2);
    let plan = choose(&mut vault, &all);
    assert_eq!(plan.left, []);
    let changed: Vec<&str> = plan.changes.iter().map(|change| change.path.as_str()).collect();
    assert_eq!(changed, ["People/Rob Banga.md", MEETING, again]);
    assert!(plan.changes[0].after.contains("source: \"[[2025-10-30 - Cave five]]\""));
    assert!(plan.changes[1..].iter().all(|change| change.after.contains("[[Rob Banga]] rang.")));
}

#[test]
fn nothing_that_is_not_chosen_makes_a_note() {
    let mut vault = vault_with(|_| {}, &[]);
    for tier in [Some(Tier::Auto), Some(Tier::Review), None] {
        let plan = plan::plan(&mut vault, &PlanRequest::Query { query: Query { tier, ..Query::default() } });
        assert!(plan.changes.iter().all(|change| !change.entry.came));
    }
}

#[test]
fn slots_that_stay_empty_are_told_when_the_note_is_made() {
    let mut vault = with_template("---\ntype: people\n---\n{{mood}}\n");
    let all = offered(&mut vault);
    let plan = choose(&mut vault, &all);
    assert_eq!((plan.changes.len(), plan.left.len()), (2, 1));
    assert!(plan.left[0].reason.contains("{{mood}}"));
}

/// Words that try to leave their place.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[A-Za-zéø ]{1,6}",
        Just("Rob Banga".to_owned()),
        "[\\[\\]|`<%{}:^\\\\*_#\"'/.\\-\n\r\t@&!>~=$()+,;?]{1,4}",
        prop::sample::select(vec![
            "[[",
            "]]",
            "<% x %>",
            "%%",
            "{{name}}",
            "{{source}}",
            "---",
            "\n---\n",
            ": ",
            " #",
            "../",
            "..",
            "\\n",
            "::",
            "slot0z",
            "slot",
            "true",
            "null",
            "\u{202e}",
            "\u{2028}",
            "\u{0}",
            "\u{feff}"
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 1..8).prop_map(|pieces| pieces.concat())
}

const TEMPLATES: [&str; 4] = [
    OWN,
    "---\ntype: people\ntitle: {{name}}\nby: '{{name}} x'\nlist: [\"{{name}}\", {{name}}, a{{handle}}]\ntags:\n  - type/people\n  - p/{{name}}\n---\n# {{name}}\n\n| {{name}} | {{source}} |\n|---|---|\n",
    "---\ntype: people\n# by {{name}}\nmap: {a: \"{{name}}\"}\ntext: |\n  {{name}}\n{{name}}: x\n---\n- [ ] {{name}}\n",
    "---\r\ntype: people\r\ntitle: \"{{name}} {{date}}\"\r\n---\r\n```\r\n{{name}}\r\n```\r\n",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn a_name_stays_in_its_slot_and_its_folder(written in hostile(), template in prop::sample::select(TEMPLATES.to_vec())) {
        let vault = with_template(template);
        let plain = new(&vault, "Ann Lee").expect("a note").note;
        let Ok(person) = new(&vault, &written) else { return Ok(()) };
        let link = person.links(&vault, &MEETING.into()).in_text;
        let note = person.note;
        let name = note.path.stem();
        prop_assert_eq!(note.path.as_str(), format!("People/{name}.md"));
        prop_assert!(!name.contains(['/', '\\', '\n', '\r', ':', '*', '?', '"', '<', '>', '|', '#', '^', '[', ']', '`', '{', '}', '%']) && !name.starts_with('.') && name.trim() == name, "{}", name);
        prop_assert!(link.matches("[[").count() == 1 && link.matches("]]").count() == 1 && !link.contains('\n'), "{}", link);
        for sign in ["[[", "]]", "<%", "%%", "{{", "`", "|", "#", "\n", "\r"] {
            prop_assert_eq!(note.text.matches(sign).count(), plain.text.matches(sign).count(), "{:?} in {}", sign, note.text);
        }
        let [fm, known] = [Frontmatter::read(&note.text), Frontmatter::read(&plain.text)];
        prop_assert!(fm.is_valid());
        let keys = |fm: &Frontmatter| fm.entries.iter().map(|entry| entry.key.clone()).collect::<Vec<_>>();
        prop_assert_eq!(keys(&fm), keys(&known));
        prop_assert!(fm.text("title").is_some_and(|title| title.starts_with(name)));
        prop_assert_eq!(fm.text("auto_created"), Some("true"));
        prop_assert!(fm.list("tags").contains(&"needs-review"));
        let again = new(&vault, &written).expect("the same").note;
        prop_assert_eq!(again.text, note.text);
    }
}
