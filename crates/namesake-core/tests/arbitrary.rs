//! Notes that nobody would write: reading never fails, places are places, and a plan comes to rest and touches only
//! what its findings name.

mod common;

use common::{PERSON, vault_of};

use namesake_core::config::{Config, Settings};
use namesake_core::finding::Tier;
use namesake_core::frontmatter::schema::{PropertyType, Schema};
use namesake_core::frontmatter::{Declared, Frontmatter, verify};
use namesake_core::note::{Kind, Note};
use namesake_core::plan::{self, PlanRequest, Query};
use namesake_core::rules;
use namesake_core::text::Span;
use namesake_core::vault::Vault;
use proptest::prelude::*;

/// Pieces of notes, in any order more likely to be something than letters are.
const PIECES: &[&str] = &[
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
    "Tags: a, b c\n",
    "tags: #a #b\n",
    "tags: [\"#a\", a, ' b ', '', A, b c, 2024]\n",
    "tags:\n-\n- \"#a\"\n- a b\n-   'x, #y'\n- \n",
    "tag:\n  - \"#a\" # c\n",
    "Tag: [~, \"\"]\n",
    "aliases: Rob\n",
    "aliases: Voss, Mara\n",
    "alias: [[Bob]]\n",
    "related: [[Rob Benoit]] # c\n",
    "related: [[[Rob Benoit]], [[a, b]], [[1]]]\n",
    "links:\n  - [[Mara Voss|M]]\n  - - x\n",
    "title: {{title}}\n",
    "participants: [{ { PARTICIPANTS } }]\n",
    "participants: Rob Benoit, Mara Voss\n",
    "participants: Voss, Mara\n",
    "participants: [[Rob Benoit]]\n",
    "namesake: off\n",
    "title: Re: prices\n",
    "handle: @rob\n",
    "title: \"open\n",
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
];

fn note() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES);
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

/// A whole block of properties in any order and spelling, above a note of any kind.
fn block() -> impl Strategy<Value = String> {
    let line = prop::sample::select(vec![
        "type: \"people\"",
        "TYPE: 'meeting'",
        "title: \"Plain words\" # said so",
        "title: 'Re: prices'",
        "# above",
        "  # inside",
        "# - item",
        "",
        "aliases: [\"Robbie\", '007', Rob]",
        "aliases:\n  - \"Rob B\" # short\n  # not yet\n  - '2024'",
        "alias: \"Rob\"",
        "tags: \"a, b\"",
        "tags:\n- 'needs-review'\n# - c",
        "tag: '#c'",
        "created: \"3 January 2026\"",
        "created: { { DATE } }",
        "date: '2025-10-30'",
        "last_contact: \"2025-01-01\"",
        "participants: [{ { PARTICIPANTS } }]",
        "participants:\n  - \"Rob Benoit\"\n  - '[[Mara Voss]]'",
        "note: &n \"JÃ¼rgen\"",
        "copy: *n",
        "text: |+\n  \"kept\"\n\n",
        "more: >\n  kept",
        "'quoted': \"yes\"",
        "? odd\n: 'x'",
        "map:\n  tags: 'x'",
    ]);
    let eol = prop::sample::select(vec!["\n", "\r\n"]);
    (prop::collection::vec(line, 0..9), eol, note()).prop_map(|(lines, eol, body)| {
        let lines: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
        format!("{}{body}", format!("---\n{lines}---\n").replace('\n', eol))
    })
}

/// The settings under which every rule looks.
fn every_rule() -> Config {
    let rules = rules::ALL.iter().map(|rule| (rule.name.to_owned(), true)).collect();
    Config { settings: Settings { rules, ..config().settings }, ..Config::default() }
}

/// One item of a list of tags, as it stands.
fn tag() -> impl Strategy<Value = String> {
    let written = prop_oneof![
        "[a-cA-C]{1,2}(/[a-c])?",
        Just(String::new()),
        "[0-9]{1,3}",
        "\"#{0,2} ?[a-c ]{0,3}\"",
        "'#?[a-c,.]{0,3} '",
        Just("~".to_owned()),
        Just("\"{{a}}\"".to_owned()),
        Just("[[a]]".to_owned()),
    ];
    (written, prop::sample::select(vec!["", " ", "   "])).prop_map(|(written, blanks)| format!("{blanks}{written}"))
}

/// A note with a list of tags, in brackets or in lines, and how it writes its line endings.
fn tagged() -> impl Strategy<Value = String> {
    let tags = prop::collection::vec(tag(), 0..8);
    let head = prop::sample::select(vec!["tags:", "Tags :", "\"tags\":", "tag:", "? tags\n:"]);
    let around = prop::sample::select(vec!["", "  x: 1 # c\n", "# '#a'\n", "other:\n-   '#a' # a\n- [ b,c ]\n"]);
    let form = prop::sample::select(vec![" [", "\n-", "\n  -", "\n     -"]);
    (tags, head, form, around.clone(), around, prop::sample::select(vec!["\n", "\r\n"])).prop_map(
        |(tags, head, form, before, after, eol)| {
            let list = match form {
                " [" => {
                    let tags: Vec<&str> =
                        tags.iter().map(|tag| if tag.trim().is_empty() { "''" } else { tag }).collect();
                    format!(" [{}]", tags.join(","))
                }
                _ => tags.iter().flat_map(|tag| [form, " ", tag]).collect(),
            };
            let before = before.trim_start();
            format!(
                "---\n{before}{head}{list}\n{}---\n# #a\n",
                after.trim_start().replace("x:", "y:").replace("other:", "more:")
            )
            .replace('\n', eol)
        },
    )
}

/// The tags that a note means, as a set: whatever is in front of them or around them.
fn meant(text: &str) -> std::collections::BTreeSet<String> {
    let fm = Frontmatter::read(text);
    let lists = fm.entries.iter().filter(|entry| entry.key.to_lowercase().starts_with("tag"));
    let tags = lists.flat_map(|entry| entry.value.texts().into_iter().map(str::to_owned).collect::<Vec<_>>());
    tags.map(|tag| tag.trim().trim_start_matches('#').trim().to_owned()).filter(|tag| !tag.is_empty()).collect()
}

/// A person, a meeting and a company that other notes can name. One note has `last_contact`, since a plan does not look again
/// at notes that nothing changed because a repair made this the first one that the vault has.
fn with(path: &str, text: &str) -> Vault {
    with_config(config(), path, text)
}

fn with_config(config: Config, path: &str, text: &str) -> Vault {
    let notes = [
        ("People/Rob Benoit.md", "---\ntype: people\naliases: [Robbie]\n---\n"),
        ("People/Mara Voss.md", PERSON),
        ("Meetings/2025-10-30 - Kick-off.md", "**Participants:** Rob Benoit, Mara Voss\n"),
        ("Sources/Known.md", "---\nlast_contact: 2025-01-01\n---\n"),
        (path, text),
    ];
    vault_of(config, notes)
}

const PATHS: [&str; 4] = ["People/Rob Benoit.md", "Meetings/2025-10-30 - Kick-off.md", "Sources/x.md", "People/Zoë.md"];

/// A plan for what is automatic, and one for everything: each leads back, and leaves nothing that could be applied.
fn comes_to_rest(config: &Config, path: &str, text: &str) -> Result<(), TestCaseError> {
    for tier in [Some(Tier::Auto), None] {
        let request = PlanRequest::Query { query: Query { tier, ..Query::default() } };
        let mut vault = with_config(config.clone(), path, text);
        let plan = plan::plan(&mut vault, &request);
        for change in &plan.changes {
            prop_assert_eq!(change.entry.revert(&change.after), Ok(change.before.clone()));
            vault.upsert(change.path.clone(), change.after.clone());
        }
        let again = plan::plan(&mut vault, &request);
        let changed: Vec<_> = again.changes.iter().map(|change| (&change.before, &change.after)).collect();
        prop_assert!(changed.is_empty(), "{changed:?}");
    }
    Ok(())
}

fn spans(note: &Note) -> Vec<Span> {
    let (fm, body) = (&note.frontmatter, &note.body());
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
        prop_assert!(note.body().opaque.windows(2).all(|pair| pair[0].end <= pair[1].start), "in order, not overlapping");
        for link in &note.body().links {
            let target = link.target.of(&text);
            prop_assert!(!target.contains(['\n', '[']), "{:?}", target);
        }
    }

    #[test]
    fn a_plan_comes_to_rest_and_leads_back(text in note(), path in prop::sample::select(PATHS.to_vec())) {
        comes_to_rest(&config(), path, &text)?;
    }

    #[test]
    fn with_every_rule_switched_on_a_plan_comes_to_rest(text in block(), path in prop::sample::select(PATHS.to_vec())) {
        comes_to_rest(&every_rule(), path, &text)?;
    }

    /// One fix at a time changes the places it names and no others.
    #[test]
    fn a_fix_changes_what_it_names(text in prop_oneof![note(), block()], path in prop::sample::select(PATHS.to_vec())) {
        let mut vault = with_config(every_rule(), path, &text);
        for finding in plan::findings(&mut vault, &Query::default()) {
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
                if fix.declared.iter().any(|declared| matches!(declared, Declared::Lines(_))) {
                    prop_assert_eq!(verify(&subject, &after, &fix.declared), Ok(()));
                    prop_assert!(!old.is_valid() && new.is_valid());
                    continue;
                }
                prop_assert_eq!(&old.error, &new.error, "{}", finding.message);
                for entry in old.entries.iter().filter(|entry| !fix.declared.contains(&Declared::value(&entry.key))) {
                    let respelt = fix.declared.contains(&Declared::Spelling(entry.key.clone()));
                    let kept = new.entries.iter().any(|other| {
                        let same_bytes = || other.span.of(&after).trim_end() == entry.span.of(&subject).trim_end();
                        other.key == entry.key && other.value.same(&entry.value) && (respelt || same_bytes())
                    });
                    prop_assert!(kept, "{} touches {}: {:?}", finding.message, entry.key, after);
                }
            }
        }
    }

    /// What is certain about tags takes no tag away, brings none, and touches no line but theirs.
    #[test]
    fn tidying_tags_keeps_the_tags_and_every_other_line(text in tagged()) {
        let mut vault = with("Sources/x.md", &text);
        let rules = ["tag-form", "list-type"].map(str::to_owned).into();
        let query = Query { tier: Some(Tier::Auto), rules: Some(rules), ..Query::default() };
        let plan = plan::plan(&mut vault, &PlanRequest::Query { query });
        for change in plan.changes {
            prop_assert_eq!(change.path.as_str(), "Sources/x.md");
            prop_assert_eq!(meant(&change.after), meant(&text), "{:?} {:?}", text, change.after);
            let tags = Frontmatter::read(&text).entries.into_iter().find(|entry| entry.key.to_lowercase().starts_with("tag"));
            let span = tags.expect("only tags change").span;
            prop_assert!(change.after.starts_with(&text[..span.start]), "{:?} {:?}", text, change.after);
            prop_assert!(change.after.ends_with(&text[span.end..]), "{:?} {:?}", text, change.after);
        }
    }

    #[test]
    fn a_note_taken_in_any_number_of_times_is_the_note(texts in prop::collection::vec(note(), 1..4)) {
        let path = "Meetings/2025-10-30 - Kick-off.md";
        let mut vault = with(path, "");
        for text in &texts {
            vault.upsert(path.into(), text.clone());
            plan::findings(&mut vault, &Query::default());
        }
        let mut fresh = with(path, texts.last().expect("at least one"));
        prop_assert_eq!(plan::findings(&mut vault, &Query::default()), plan::findings(&mut fresh, &Query::default()));
    }
}
