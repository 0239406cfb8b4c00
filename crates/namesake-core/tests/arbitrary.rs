//! Notes that nobody would write: reading never fails, places are places, and a plan comes to rest and touches only
//! what its findings name.

use namesake_core::config::{Config, Settings};
use namesake_core::finding::Tier;
use namesake_core::frontmatter::schema::{PropertyType, Schema};
use namesake_core::frontmatter::{Declared, Frontmatter};
use namesake_core::note::{Kind, Note};
use namesake_core::plan::{PlanRequest, Query};
use namesake_core::text::Span;
use namesake_core::vault::Vault;
use proptest::prelude::*;

/// Pieces of notes in any order: more likely to be something than letters are.
fn note() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "---\n",
        "---\r\n",
        "\u{feff}",
        "...\n",
        "\n",
        "\r\n",
        "\r",
        "type: people\n",
        "type: meeting\n",
        "created: {{date}}\n",
        "created: { { DATE } }\n",
        "created: 3 January 2026\n",
        "date: 03/04/2025\n",
        "last_contact:\n",
        "last_contact: 2025-01-01 # c\n",
        "tags: a, b\n",
        "tag: c\n",
        "tags: [needs-review]\n",
        "tags:\n  - needs-review\n",
        "aliases: Rob\n",
        "title: {{title}}\n",
        "participants: [{ { PARTICIPANTS } }]\n",
        "participants: Rob Benoit, Mara Voss\n",
        "namesake: off\n",
        "type: Person # c\n",
        "\"type\": project\n",
        "{\"type\": \"person\", \"done\": \"no\"}\n",
        "tags: [type/person, type/people]\n",
        "tags:\n- type/company\n- type/person\n",
        "Tags: [x]\n",
        "title: Other\n",
        "title:\n",
        "title: >-\n  Folded\n\n",
        "rating: \"5\"\n",
        "rating: &r five\n",
        "done: yes # c\n",
        "? done\n: yes\n",
        "phone: {a: 1}\n",
        "phone: ~\n",
        "x: |\n  text\n\n",
        "y: &a [b, *a]\n",
        "\"q\": 'ÃƒÂ¼'\n",
        "# Heading\n",
        "text\n## Recent Context\n",
        "## Recent Context\n\n",
        "- 2025-01-01: [[2025-10-30 - Kick-off]] (via Rob)\n",
        "- 2025-13-45: x\n",
        "*Last updated: *\n",
        "*Last updated: 2024-01-01*  \n",
        "**Date:** 2025-10-30\n",
        "**Date:** 30 October 2025",
        "**Participants:** Rob Benoit, [[Mara Voss|M]]\n",
        "## Summary\n\nThey met. So.\n",
        "- [ ] do it @Rob Benoit ðŸ“… 2025-01-01\n",
        "- [ ] x @RobBenoit â« (Mara Voss)\n",
        "> - [x] y [owner:: Rob]\n",
        "```\n",
        "~~~text\n",
        "%%",
        "%%\n",
        "<!--",
        "-->\n",
        "`",
        "[[",
        "]]",
        "[[Rob Benoit|",
        "![[",
        "](",
        "| a | b |\n|--|--|\n",
        "| **Company** | X |\n",
        "    code\n",
        "\t- item\n",
        "1. one\n",
        "JÃ¼rgen",
        "ðŸ",
        "Ã",
        "\u{8f}",
        "\0",
        "\u{2028}",
        "🔼",
        "é",
        "ß",
        "…",
        " ",
        "  \n",
    ]);
    prop_oneof![
        8 => prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat()),
        1 => "\\PC{0,80}",
        1 => ".{0,80}",
    ]
}

/// Settings that have every rule look at something.
fn config() -> Config {
    let person = Schema {
        required: ["phone", "title", "type"].map(str::to_owned).to_vec(),
        allowed: ["tags", "x"].map(str::to_owned).to_vec(),
        values: [("type".to_owned(), vec!["people".to_owned()])].into(),
    };
    let settings = Settings {
        schemas: [(Kind::Person, person)].into(),
        type_synonyms: [("person", "people"), ("A", "b"), ("b", "a")].map(|(a, b)| (a.to_owned(), b.to_owned())).into(),
        property_types: [
            ("rating".to_owned(), PropertyType::Number),
            ("Done".to_owned(), PropertyType::Checkbox),
            ("phone".to_owned(), PropertyType::Text),
        ]
        .into(),
        ..Settings::default()
    };
    Config { settings, ..Config::default() }
}

/// A person, a meeting and a company that other notes can name.
fn with(path: &str, text: &str) -> Vault {
    let mut vault = Vault::new(config());
    vault.upsert("People/Rob Benoit.md".into(), "---\ntype: people\naliases: [Robbie]\n---\n".into());
    vault.upsert("People/Mara Voss.md".into(), "---\ntype: people\n---\n".into());
    vault.upsert("Meetings/2025-10-30 - Kick-off.md".into(), "**Participants:** Rob Benoit, Mara Voss\n".into());
    vault.upsert(path.into(), text.to_owned());
    vault
}

const PATHS: [&str; 4] = ["People/Rob Benoit.md", "Meetings/2025-10-30 - Kick-off.md", "Sources/x.md", "People/Zoë.md"];

fn spans(note: &Note) -> Vec<Span> {
    let (fm, body) = (&note.frontmatter, &note.body);
    let mut spans: Vec<Span> = Vec::new();
    spans.extend(fm.entries.iter().flat_map(|entry| [entry.key_span, entry.value_span, entry.span]));
    spans.extend(
        fm.comments.iter().chain(&fm.unknown_aliases).chain(&body.items).chain(&body.opaque).chain(&body.addresses),
    );
    spans.extend(body.rows.iter().flatten());
    spans.extend(body.sections.iter().flat_map(|section| [section.heading, section.content]));
    spans.extend(body.fields.iter().map(|field| field.value));
    spans.extend(
        body.links.iter().flat_map(|link| [Some(link.span), Some(link.target), link.display].into_iter().flatten()),
    );
    spans
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reading_never_fails_and_every_place_is_in_the_text(text in note()) {
        let note = Note::read("x.md".into(), text.clone(), &Settings::default());
        prop_assert_eq!(&note.text, &text);
        for span in spans(&note) {
            prop_assert!(text.get(span.range()).is_some(), "{:?} of {:?}", span, text);
        }
        prop_assert!(text.is_char_boundary(note.frontmatter.fence.body()));
        prop_assert!(note.body.opaque.windows(2).all(|pair| pair[0].end <= pair[1].start), "in order, not overlapping");
        for link in &note.body.links {
            let target = link.target.of(&text);
            prop_assert!(!target.contains(['\n', '[']), "{:?}", target);
        }
    }

    #[test]
    fn a_plan_comes_to_rest_and_leads_back(text in note(), path in prop::sample::select(PATHS.to_vec())) {
        for tier in [Some(Tier::Auto), None] {
            let request = PlanRequest::Query { query: Query { tier, ..Query::default() } };
            let mut vault = with(path, &text);
            let plan = vault.plan(&request);
            for change in &plan.changes {
                prop_assert_eq!(change.entry.revert(&change.after), Ok(change.before.clone()));
                vault.upsert(change.path.clone(), change.after.clone());
            }
            let again = vault.plan(&request);
            prop_assert!(again.changes.is_empty(), "{:?}", again.changes.iter().map(|change| (&change.before, &change.after)).collect::<Vec<_>>());
        }
    }

    /// One fix at a time changes the places it names and no others.
    #[test]
    fn a_fix_changes_what_it_names(text in note(), path in prop::sample::select(PATHS.to_vec())) {
        let mut vault = with(path, &text);
        for finding in vault.findings(&Query::default()) {
            let subject = vault.text(&finding.path).expect("a note of the vault").to_owned();
            prop_assert!(subject.get(finding.start..finding.end).is_some(), "{}", finding.message);
            for fix in &finding.fixes {
                let mut after = subject.clone();
                let mut edits = fix.edits.clone();
                prop_assert!(edits.iter().all(|edit| edit.path == finding.path), "{}", finding.message);
                edits.sort_by_key(|edit| std::cmp::Reverse((edit.start, edit.end)));
                for edit in &edits {
                    prop_assert!(subject.get(edit.start..edit.end).is_some(), "{}", finding.message);
                    after.replace_range(edit.start..edit.end, &edit.text);
                }
                let (old, new) = (Frontmatter::read(&subject), Frontmatter::read(&after));
                prop_assert_eq!(&old.error, &new.error, "{}", finding.message);
                for entry in old.entries.iter().filter(|entry| !fix.declared.contains(&Declared::value(&entry.key))) {
                    let kept = new.entries.iter().any(|other| {
                        other.key == entry.key && other.value.same(&entry.value) && other.span.of(&after) == entry.span.of(&subject)
                    });
                    prop_assert!(kept, "{} touches {}: {:?}", finding.message, entry.key, after);
                }
            }
        }
    }

    #[test]
    fn a_note_taken_in_any_number_of_times_is_the_note(texts in prop::collection::vec(note(), 1..4)) {
        let path = "Meetings/2025-10-30 - Kick-off.md";
        let mut vault = with(path, "");
        for text in &texts {
            vault.upsert(path.into(), text.clone());
            vault.findings(&Query::default());
        }
        let mut fresh = with(path, texts.last().expect("at least one"));
        prop_assert_eq!(vault.findings(&Query::default()), fresh.findings(&Query::default()));
    }
}
