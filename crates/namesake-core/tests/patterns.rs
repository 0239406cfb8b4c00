//! The user's own patterns on notes that nobody would write: what is automatic comes to rest at once, touches neither code nor
//! fences, and can be taken back; and no pattern keeps a vault busy.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is that test failing, which is what it is for")]

mod common;

use common::{plan_of, vault_of};

use namesake_core::config::{Config, Settings};
use namesake_core::finding::Tier;
use namesake_core::frontmatter::{Declared, verify};
use namesake_core::note::Note;
use namesake_core::pattern::{Pattern, PatternPlace};
use namesake_core::plan::{self, Choice, PlanRequest, Query};
use namesake_core::text::{self, Edit, Span};
use namesake_core::vault::Vault;
use proptest::prelude::*;

const NOTE: &str = "Notes/A.md";

/// Pieces of notes in which the patterns find something, and what they must not touch.
const PIECES: &[&str] = &[
    "---\n",
    "---\r\n",
    "\u{feff}",
    "===\n",
    "title: xx\n",
    "tags: [x, 'y', \"§\"]\n",
    "list:\n  - x\n  - y # x\n",
    "long: |\n  x\n",
    "x: 1\n",
    "\"x\": \"x\\ty\"\n",
    "map: {a: x}\n",
    "day: 03.11.2025\n",
    "n: 5\n",
    "a: &x x\n",
    "{\"a\": \"x\"}\n",
    "x",
    "xx",
    "y",
    "z",
    "a",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\n\n",
    "`",
    "```\n",
    "%%",
    "<!--",
    "-->",
    "[[x]]",
    "[[x|y]]",
    "[x](x)",
    "- [ ] x 📅 2025-11-03\n",
    "- [x] ",
    "# x\n",
    "§",
    "é",
    "{{id:12}}",
    "03.11.2025",
    "    x\n",
    "<b>",
    "| x | y |\n|---|---|\n",
    "\t",
    "> ",
];

/// Finds and replacements, harmless and harmful ones.
const PATTERNS: &[(&str, &str)] = &[
    ("x", "y"),
    ("y", "x"),
    ("a", "aa"),
    ("  ", " "),
    ("z", ""),
    (r"\{\{id:(\d+)\}\}", "$1"),
    ("^===$", "---"),
    ("§", "%%"),
    ("x", "`"),
    (r"(\d\d)\.(\d\d)\.(\d{4})", "$3-$2-$1"),
    ("(?s)x.*y", "[[z]]"),
    ("z", "- [ ] z"),
    (r"\n\n", "\n"),
    ("5", "five: #"),
    ("y", "a\r\nb"),
    (r"[^\n]+", "z"),
    ("é", "\u{0}"),
    ("^", "> "),
    ("x(", ""),
    (r"(?i)X\b", "${0}z"),
    ("$", "x"),
    (r"^\s+", ""),
    ("^z", "---\nx: 1\n---\n"),
];

fn patterns() -> impl Strategy<Value = Vec<Pattern>> {
    use PatternPlace::{Body, FileName, Properties, Tasks};
    let places = prop::sample::subsequence(vec![Properties, Body, Tasks, FileName], 1..=4);
    let pattern =
        (prop::sample::select(PATTERNS), places, any::<bool>()).prop_map(|((find, replace), places, automatic)| {
            Pattern {
                name: find.to_owned(),
                find: find.to_owned(),
                replace: replace.to_owned(),
                places,
                automatic: automatic || find.len() > 1,
                ..Pattern::default()
            }
        });
    prop::collection::vec(pattern, 1..4)
}

fn notes() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..24).prop_map(|pieces| pieces.concat());
    (any::<bool>(), pieces).prop_map(|(head, text)| if head { format!("---\ntitle: x\n{text}") } else { text })
}

fn config(patterns: Vec<Pattern>) -> Config {
    Config { settings: Settings { patterns, ..Settings::default() }, ..Config::default() }
}

fn query(tier: Option<Tier>) -> Query {
    Query { rules: Some(["pattern".to_owned()].into()), tier, ..Query::default() }
}

fn opaque(note: &Note) -> Vec<String> {
    note.body().opaque.iter().map(|span| note.slice(*span).to_owned()).collect()
}

#[test]
fn a_line_that_keeps_words_from_being_code_is_asked_about() {
    // The line of dashes makes a heading of the one above, so that the marks around both lines are no code.
    let text = "`[[x]]===\n---\n`%%";
    let pattern = Pattern {
        find: "[^\\n]+".into(),
        replace: "z".into(),
        places: [PatternPlace::Body].into(),
        automatic: true,
        ..Pattern::default()
    };
    let mut vault = vault_of(config(vec![pattern]), [(NOTE, text)]);
    assert_eq!(check(&mut vault, text, Some(Tier::Auto)), None);
    assert!(!plan_of(&mut vault, query(Some(Tier::Review))).changes.is_empty());
}

/// What holds for a note after a change: its edits make it, the journal takes it back, and its properties hold.
fn check(vault: &mut Vault, text: &str, tier: Option<Tier>) -> Option<String> {
    let plan = plan_of(vault, query(tier));
    let change = plan.changes.into_iter().next()?;
    let edits: Vec<Edit> =
        change.edits.iter().map(|edit| Edit::replace(Span::new(edit.start, edit.end), edit.text.clone())).collect();
    assert_eq!(text::apply(text, &edits).unwrap(), change.after);
    assert_eq!(change.entry.revert(&change.after).unwrap(), text);
    let (before, after) = (vault.note(&NOTE.into()).unwrap().clone(), change.after);
    let keys: Vec<Declared> = before.frontmatter.entries.iter().map(|entry| Declared::value(&entry.key)).collect();
    let head_of = |note: &Note| note.text[..note.frontmatter.fence.body()].to_owned();
    vault.upsert(NOTE.into(), after.clone());
    let now = vault.note(&NOTE.into()).unwrap();
    verify(&head_of(&before), &head_of(now), &keys).unwrap();
    assert_eq!(before.frontmatter.entries.len(), now.frontmatter.entries.len());
    if tier == Some(Tier::Auto) {
        assert_eq!(opaque(&before), opaque(now), "code is left alone");
    }
    Some(after)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn what_is_automatic_comes_to_rest_and_can_be_taken_back(text in notes(), patterns in patterns()) {
        let mut vault = vault_of(config(patterns), [(NOTE, text.as_str())]);
        if check(&mut vault, &text, Some(Tier::Auto)).is_some() {
            let again = plan_of(&mut vault, query(Some(Tier::Auto)));
            prop_assert!(again.changes.is_empty(), "a second run changes {:?}", again.changes[0].after);
            prop_assert!(again.left.is_empty(), "{:?}", again.left);
        }
    }

    #[test]
    fn what_is_accepted_holds_and_can_be_taken_back(text in notes(), patterns in patterns()) {
        let mut vault = vault_of(config(patterns), [(NOTE, text.as_str())]);
        check(&mut vault, &text, None);
    }

    #[test]
    fn places_are_places(text in notes(), patterns in patterns()) {
        let mut vault = vault_of(config(patterns), [(NOTE, text.as_str())]);
        let body = vault.note(&NOTE.into()).unwrap().frontmatter.fence.body();
        for finding in plan::findings(&mut vault, &query(None)) {
            prop_assert!(text.get(finding.start..finding.end).is_some());
            for edit in finding.fixes.iter().flat_map(|fix| &fix.edits) {
                prop_assert!(text.get(edit.start..edit.end).is_some());
                prop_assert!(edit.end <= body || body <= edit.start, "no edit crosses the fence");
            }
        }
    }
}

fn one(find: &str, replace: &str) -> Pattern {
    Pattern { find: find.to_owned(), replace: replace.to_owned(), automatic: true, ..Pattern::default() }
}

#[test]
fn a_finding_can_be_rejected_and_accepted_one_by_one() {
    let mut vault = vault_of(config(vec![one("foo", "bar")]), [(NOTE, "foo one\n\nfoo two\n")]);
    let found = plan::findings(&mut vault, &query(None));
    let choice =
        Choice { id: found[1].id.clone(), path: NOTE.into(), fix: 0, text: None, without: Vec::new(), seen: None };
    let plan = plan::plan(&mut vault, &PlanRequest::Choices { choices: vec![choice], alias: None });
    assert_eq!(plan.changes[0].after, "foo one\n\nbar two\n");
    vault.upsert(NOTE.into(), plan.changes[0].after.clone());
    assert_eq!(plan::findings(&mut vault, &query(None))[0].id, found[0].id, "the other finding is still the same");
}

#[test]
fn patterns_can_be_changed_without_reading_the_notes_again() {
    let mut vault = vault_of(config(vec![one("foo", "bar")]), [(NOTE, "foo baz\n")]);
    vault.configure(config(vec![one("baz", "bar")]));
    let found = plan::findings(&mut vault, &query(None));
    assert_eq!(found.len(), 1);
    assert!(found[0].message.contains("baz"), "{}", found[0].message);
}

#[test]
fn a_saved_note_gets_what_is_automatic() {
    let mut vault = vault_of(config(vec![one("foo", "bar")]), [(NOTE, "foo\n"), ("Notes/B.md", "foo\n")]);
    let plan = plan::plan(&mut vault, &PlanRequest::Saved { path: NOTE.into() });
    let changed: Vec<_> = plan.changes.iter().map(|change| (change.path.as_str(), change.after.as_str())).collect();
    assert_eq!(changed, [(NOTE, "bar\n")]);
}

/// Such patterns take for ever elsewhere, or write without end. That this test ends is what it shows.
#[test]
fn no_pattern_keeps_a_vault_busy() {
    let patterns =
        vec![one("(x+x+)+y", ""), one("(?s).", &"z".repeat(5000)), one("(x|xx|xxx)*xx$", "x"), one("x", "xx")];
    let mut vault = vault_of(config(patterns), [(NOTE, format!("{}\n", "x".repeat(20_000)))]);
    assert!(plan_of(&mut vault, query(None)).changes.len() <= 1);
}
