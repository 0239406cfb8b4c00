#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::pieces::any_lines::line;
use namesake_note::config::Config;

const NOTE: &str = "People/Rob Benoit.md";
const NEW: &str = "People/Rob Banga.md";
const MIXED: &str = "\
---
type: people
title: Rob Benoit
email:
- rob.benoit@lumen.example
- rob.banga@wickmoor.example
company: Lumen Labs
aliases: [Robbie, Rob Banga]
tags: [type/people, needs-review, company/lumen-labs, company/wickmoor]
---

# Rob Benoit

| Field | Value |
|---|---|
| **Email** | rob.benoit@lumen.example |
| **Phone** | +49 341 555 01 99 |
| **Work** | Wickmoor |

## Key Facts

- Prefers mornings.
- Rob Banga runs the depot.
  - Since 2019. ^depot

- Likes tea.

## Recent Context

- 2025-10-30: [[2025-10-30 - Depot]] - The depot is full... (via [[2025-10-30 - Depot]])
- 2025-10-31: [[2025-10-31 - Weekly]] - Showed the plan.

---
*Last updated: *
";
const DEPOT: (&str, &str) = (
    "Meetings/2025-10-30 - Depot.md",
    "---\ntype: meeting\nparticipants: [\"[[Rob Benoit|Rob Banga]]\", \"[[Mara Voss]]\"]\n---\n[[Rob Benoit]] and [Rob](../People/Rob%20Benoit.md)\r\n",
);
const WEEKLY: (&str, &str) = (
    "Meetings/2025-10-31 - Weekly.md",
    "---\ntype: meeting\nparticipants: [\"[[Rob Benoit]]\"]\n---\nWith [[Rob Benoit|Rob]], of [[Rob Benoit|Rob Banga]] and [[Rob Benoit#^depot|the depot]].\n",
);

fn vault(notes: &[(&str, &str)]) -> Vault {
    let mut vault = Vault::new(Config::default());
    for (path, text) in notes {
        vault.upsert(NotePath::new(*path), (*text).to_owned());
    }
    vault
}

fn request(name: Option<&str>, moved: Option<&[usize]>) -> SplitRequest {
    let moved = moved.map(|moved| moved.iter().copied().collect());
    SplitRequest { note: NOTE.into(), name: name.map(str::to_owned), moved }
}

/// The texts afterwards. Every change leads back by its journal entry.
fn after(notes: &[(&str, &str)], request: &SplitRequest) -> BTreeMap<String, String> {
    let split = split(&mut vault(notes), request);
    assert_eq!(split.plan.left, []);
    assert!(split.plan.changes[0].entry.came, "the new note is first");
    let mut texts: BTreeMap<String, String> =
        notes.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    for change in split.plan.changes {
        assert_eq!(change.entry.revert(&change.after).as_ref(), Ok(&change.before), "the journal leads back");
        texts.insert(change.path.to_string(), change.after);
    }
    texts
}

fn refused(notes: &[(&str, &str)], request: &SplitRequest) -> String {
    let split = split(&mut vault(notes), request);
    assert_eq!(split.plan.changes, []);
    split.plan.left[0].reason.clone()
}

#[test]
fn every_part_has_a_side_and_a_reason() {
    let split = split(&mut vault(&[(NOTE, MIXED), DEPOT, WEEKLY]), &request(Some("Rob Banga"), None));
    assert_eq!((split.name.as_str(), split.path), ("Rob Banga", Some(NEW.into())));
    assert_eq!(split.signs.len(), 2, "{:?}", split.signs);
    let line = |part: &SplitPart| {
        let side = if part.side == SplitSide::Moves { ">" } else { "=" };
        format!("{side} {} | {} | {}", part.place, part.text, part.reason)
    };
    let shown: Vec<String> = split.parts.iter().map(line).collect();
    assert_eq!(
        shown,
        [
            "= email | rob.benoit@lumen.example | Its address is made of this person's name.",
            "> email | rob.banga@wickmoor.example | Its address is made of the other one's name.",
            "= company | Lumen Labs | It names Lumen Labs, this person's company.",
            "= aliases | Robbie | Nothing in it says whose it is.",
            "> aliases | Rob Banga | It names Rob Banga.",
            "= tags | company/lumen-labs | It names Lumen Labs, this person's company.",
            "> tags | company/wickmoor | It names Wickmoor, the other one's company.",
            "= Rob Benoit | | **Email** | rob.benoit@lumen.example | | Its address is made of this person's name.",
            "= Rob Benoit | | **Phone** | +49 341 555 01 99 | | Nothing in it says whose it is.",
            "> Rob Benoit | | **Work** | Wickmoor | | It names Wickmoor, the other one's company.",
            "= Key Facts | - Prefers mornings. | Nothing in it says whose it is.",
            "> Key Facts | - Rob Banga runs the depot.\n  - Since 2019. ^depot | It names Rob Banga.",
            "= Key Facts | - Likes tea. | Nothing in it says whose it is.",
            "> Recent Context | - 2025-10-30: [[2025-10-30 - Depot]] - The depot is full... (via [[2025-10-30 - Depot]]) | “2025-10-30 - Depot” lists the other one.",
            "= Recent Context | - 2025-10-31: [[2025-10-31 - Weekly]] - Showed the plan. | Nothing in it says whose it is.",
        ]
    );
}

#[test]
fn what_moves_stands_under_the_same_headings() {
    let texts = after(&[(NOTE, MIXED), DEPOT, WEEKLY], &request(Some("Rob Banga"), None));
    assert_eq!(
        texts[NEW],
        "\
---
type: people
title: Rob Banga
email:
  - rob.banga@wickmoor.example
aliases:
  - Rob Banga
tags:
  - type/people
  - company/wickmoor
---
# Rob Banga

| Field | Value |
|---|---|
| **Work** | Wickmoor |

## Key Facts

- Rob Banga runs the depot.
  - Since 2019. ^depot

## Recent Context

- 2025-10-30: [[2025-10-30 - Depot]] - The depot is full... (via [[2025-10-30 - Depot]])
"
    );
    let kept = MIXED
        .replace("- rob.banga@wickmoor.example\n", "")
        .replace("[Robbie, Rob Banga]", "[Robbie]")
        .replace(", company/wickmoor", "")
        .replace("| **Work** | Wickmoor |\n", "")
        .replace("- Rob Banga runs the depot.\n  - Since 2019. ^depot\n", "")
        .replace("- 2025-10-30: [[2025-10-30 - Depot]] - The depot is full... (via [[2025-10-30 - Depot]])\n", "");
    assert_eq!(texts[NOTE], kept);
}

#[test]
fn links_change_where_the_other_one_is_meant() {
    let texts = after(&[(NOTE, MIXED), DEPOT, WEEKLY], &request(Some("Rob Banga"), None));
    assert_eq!(
        texts[DEPOT.0],
        "---\ntype: meeting\nparticipants: [\"[[Rob Banga]]\", \"[[Mara Voss]]\"]\n---\n[[Rob Banga]] and [Rob](../People/Rob%20Banga.md)\r\n"
    );
    assert_eq!(
        texts[WEEKLY.0],
        "---\ntype: meeting\nparticipants: [\"[[Rob Benoit]]\"]\n---\nWith [[Rob Benoit|Rob]], of [[Rob Banga]] and [[Rob Banga#^depot|the depot]].\n"
    );
}

#[test]
fn a_meeting_that_both_tell_of_keeps_its_links() {
    let note = "## Key Facts\n\n- One. (via [[2025-10-30 - Depot]])\n- Two. (via [[2025-10-30 - Depot]])\n";
    let depot = (DEPOT.0, "---\ntype: meeting\n---\n[[Rob Benoit]], [[rob benoit|Rob  Banga]]\n");
    let texts = after(&[(NOTE, note), depot], &request(Some("Rob Banga"), Some(&[2])));
    assert_eq!(texts[DEPOT.0], "---\ntype: meeting\n---\n[[Rob Benoit]], [[Rob Banga|Rob  Banga]]\n");
    assert_eq!(texts[NEW], "## Key Facts\n\n- Two. (via [[2025-10-30 - Depot]])\n");
}

#[test]
fn links_to_lines_lead_where_the_lines_are() {
    let note = "# Rob Benoit\n\n## A\n\n- one ^a\n- two, see [[#^a]] and [[#B]] ^b\n- three, see [[#^b]]\n\n## B\n";
    let texts = after(&[(NOTE, note)], &request(Some("Rob Banga"), Some(&[2])));
    assert_eq!(texts[NEW], "# Rob Banga\n\n## A\n\n- two, see [[Rob Benoit#^a]] and [[Rob Benoit#B]] ^b\n");
    assert_eq!(texts[NOTE], "# Rob Benoit\n\n## A\n\n- one ^a\n- three, see [[Rob Banga#^b]]\n\n## B\n");
}

#[test]
fn a_whole_property_moves_as_it_is_written() {
    let note = "\u{feff}---\r\ntype: 'people'\r\n# a remark\r\nemail:   \"x@y.example\"\r\nphones: [1, 2]\r\nold: |\r\n  a\r\n  b\r\n---\r\ntext\r\n";
    let texts = after(&[(NOTE, note)], &request(Some("Rob Banga"), Some(&[1, 2, 3, 4, 5])));
    assert_eq!(
        texts[NEW],
        "---\r\ntype: 'people'\r\nemail:   \"x@y.example\"\r\nphones: [1, 2]\r\nold: |\r\n  a\r\n  b\r\n---\r\ntext\r\n"
    );
    assert_eq!(texts[NOTE], "\u{feff}---\r\ntype: 'people'\r\n# a remark\r\n---\r\n");
}

#[test]
fn a_folder_or_a_property_makes_the_new_note_a_person() {
    let note = ("Staff/Rob Benoit.md", "---\ntags: [person]\nemail: a@b.example\n---\n- x\n");
    let request = SplitRequest { note: note.0.into(), ..request(Some("Rob Banga"), Some(&[1])) };
    let texts = after(&[note], &request);
    assert_eq!(texts["Staff/Rob Banga.md"], "---\ntags:\n  - person\nemail: a@b.example\n---\n");
}

#[test]
fn what_cannot_be_done_says_why() {
    let notes = [(NOTE, "- a\n"), ("Rob Hall.md", "")];
    for (name, moved, why) in [
        (None, Some([1].as_slice()), "Give the new note a name"),
        (Some(" "), Some(&[1]), "Give the new note a name"),
        (Some("Rob Banga"), None, "Nothing moves yet"),
        (Some("Rob Banga"), Some(&[]), "Nothing moves yet"),
        (Some("Rob Banga"), Some(&[7]), "no part 7"),
        (Some("rob hall"), Some(&[1]), "is there already"),
        (Some("Rob Benoit"), Some(&[1]), "is there already"),
        (Some("../.."), Some(&[1]), "No note can have this name"),
        (Some("con"), Some(&[1]), "No note can have this name"),
    ] {
        let reason = refused(&notes, &request(name, moved));
        assert!(reason.contains(why), "{name:?}: {reason}");
    }
    for (text, why) in [
        ("---\ntype: project\n---\n", "no note about a person"),
        ("---\na: [\n---\n", "cannot be read"),
        ("---\na: 1\na: 2\n---\n", "more than once"),
    ] {
        assert!(refused(&[(NOTE, text)], &request(Some("Rob Banga"), Some(&[1]))).contains(why), "{text}");
    }
    assert!(refused(&[], &request(None, None)).contains("no note People/Rob Benoit.md"));
}

#[test]
fn lines_that_would_read_otherwise_alone_are_not_torn_apart() {
    let reason = refused(&[(NOTE, "word\n- a\n---\n")], &request(Some("Rob Banga"), Some(&[2])));
    assert!(reason.contains("would not read as the one does"), "{reason}");
}

#[test]
fn a_name_is_never_more_than_a_name() {
    let split = split(&mut vault(&[(NOTE, "- a\n")]), &request(Some("../[[Rob]] `Banga`|x<% %>"), Some(&[1])));
    assert_eq!(split.path.unwrap().as_str(), "People/Rob Banga.md".replace("Banga", "'Banga'x"));
}

fn head() -> impl Strategy<Value = String> {
    let property = prop_oneof![
        "email: [ab]@c\\.d",
        "phones: \\[[12], [34]\\]",
        Just("tags:\n- person\n- vip\n- company/x".to_owned()),
        Just("aliases:\n  - 'Rob' # why\n  - B".to_owned()),
        Just("# a remark".to_owned()),
        Just("note: |\n  one\n\n  two".to_owned()),
        Just("title: Rob Benoit".to_owned()),
        Just("type: people".to_owned()),
    ];
    prop::collection::vec(property, 0..5).prop_map(|lines| match lines.is_empty() {
        true => String::new(),
        false => format!("---\n{}\n---\n", lines.join("\n")),
    })
}

fn note() -> impl Strategy<Value = String> {
    let body = prop::collection::vec(line("# Rob Benoit"), 0..14);
    (head(), body, prop_oneof![Just("\n"), Just("\r\n")], any::<bool>()).prop_map(|(head, lines, eol, ends)| {
        let end = if ends { "\n" } else { "" };
        [head, lines.join("\n"), end.to_owned()].concat().replace('\n', eol)
    })
}

/// The lines with words in a note's body, headings and the heads of tables left out: these may stand in both halves.
fn lines_of(vault: &Vault, path: &str, text: &str) -> Vec<String> {
    let read = vault.read(path.into(), text.to_owned());
    let note = read.note();
    let is_heading =
        |at: usize| note.body().sections.iter().any(|section| section.heading.start <= at && at <= section.heading.end);
    let heads: Vec<usize> = note.body().tables().map(|rows| rows[0][0].start).collect();
    let body = text::Span::new(crate::pieces::outline::body_start(note), text.len());
    let lines = namesake_note::note::lines(text, body);
    let is_head = |line: text::Span| heads.iter().any(|at| line.start <= *at && *at <= line.end);
    let is_rule = |words: &str| words.contains('|') && crate::pieces::units::is_rule(words);
    let kept =
        lines.filter(|line| !is_heading(line.start) && !is_head(*line)).map(|line| note.slice(line).trim().to_owned());
    let mut kept: Vec<String> = kept.filter(|words| !words.is_empty() && !is_rule(words)).collect();
    kept.sort();
    kept
}

/// The values of all properties.
fn values_of(text: &str) -> Vec<String> {
    let fm = namesake_text::frontmatter::Frontmatter::read(text);
    let own = |key: &str| !["type", "title"].contains(&key);
    let all = fm.entries.iter().filter(|entry| own(&entry.key));
    let all = all.flat_map(|entry| {
        entry.value.texts().into_iter().map(|text| format!("{}: {text}", entry.key)).collect::<Vec<_>>()
    });
    let mut all: Vec<String> = all.filter(|value| value != "tags: person").collect();
    all.sort();
    all
}

#[test]
fn rules_never_become_properties() {
    let mut vault = vault(&[(NOTE, "- a\n---\n---")]);
    let split = split(&mut vault, &request(Some("Rob Banga"), Some(&[1])));
    assert!(split.plan.changes.is_empty() && !split.plan.left[0].reason.is_empty(), "{:?}", split.plan);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]
    #[test]
    fn every_line_is_in_exactly_one_of_both_notes(text in note(), choice in any::<u32>()) {
        let mut vault = vault(&[(NOTE, &text)]);
        let parts = split(&mut vault, &request(Some("Rob Banga"), None)).parts;
        let numbers = parts.iter().map(|part| part.number);
        let moved: Vec<usize> = numbers.filter(|number| (choice >> (number % 32)) & 1 == 1).collect();
        let split = split(&mut vault, &request(Some("Rob Banga"), Some(&moved)));
        if split.plan.changes.is_empty() {
            prop_assert!(!split.plan.left[0].reason.is_empty());
            return Ok(());
        }
        for change in &split.plan.changes {
            let back = change.entry.revert(&change.after);
            prop_assert_eq!(back.as_ref(), Ok(&change.before));
        }
        let [new, kept] = [&split.plan.changes[0], &split.plan.changes[1]];
        prop_assert!(new.entry.came && kept.before == text);
        let both = |one: Vec<String>, other: Vec<String>| {
            let mut both = [one, other].concat();
            both.sort();
            both
        };
        let lines = both(lines_of(&vault, NEW, &new.after), lines_of(&vault, NOTE, &kept.after));
        prop_assert_eq!(lines, lines_of(&vault, NOTE, &text), "{}\n=====\n{}", kept.after, new.after);
        prop_assert_eq!(both(values_of(&new.after), values_of(&kept.after)), values_of(&text));
        prop_assert_eq!(vault.read(NEW.into(), new.after.clone()).note().kind, Kind::Person);
    }
}
