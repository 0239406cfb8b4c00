//! In German the engine finds, asks and writes what it does in English, and says it in German. In a process of its own, since
//! a language is a process's.

use std::collections::{BTreeMap, BTreeSet};

use namesake_core::about;
use namesake_core::finding::Finding;
use namesake_core::plan::{self, Plan, Query};
use namesake_core::questions::{Question, queue};
use namesake_core::vault::Vault;
use namesake_language::Language;

mod common;
#[allow(dead_code, reason = "the vaults' own tests use the rest")]
#[path = "vaults/notes.rs"]
mod notes;

struct Told {
    findings: Vec<Finding>,
    questions: Vec<Question>,
    plan: Plan,
    summary: String,
}

fn told(language: Language, name: &str) -> Told {
    language.speak();
    let mut vault: Vault =
        notes::vault(&notes::texts(name).into_iter().filter_map(|(path, text)| Some((path, text?))).collect());
    let findings = plan::findings(&mut vault, &Query::default());
    let questions = queue(&vault, &findings).questions;
    let summary = about::summary(&vault);
    let plan = common::plan_of(&mut vault, Query::default());
    Told { findings, questions, plan, summary }
}

/// What a finding says, without what it does.
fn messages(finding: &Finding) -> impl Iterator<Item = &String> {
    let titles = finding.fixes.iter().map(|fix| &fix.title);
    [&finding.message].into_iter().chain(&finding.evidence).chain(titles)
}

/// Words that stand in nearly every English sentence of the engine's and in no German one, outside what is quoted.
fn english(sentence: &str) -> Option<&str> {
    let mut words = sentence.split(|c: char| !c.is_alphanumeric() && c != '\'');
    words.find(|word| {
        ["the", "is", "are", "this", "and", "of", "it", "not", "has", "may", "with", "says"].contains(word)
    })
}

/// `sentence` without what stands in quotation marks or between backticks, which is the user's.
fn unquoted(sentence: &str) -> String {
    let mut depth = 0_i32;
    let mut is_code = false;
    let kept = sentence.chars().filter(|&c| {
        match c {
            '„' => depth += 1,
            '“' => depth -= 1,
            '`' => is_code = !is_code,
            _ => {}
        }
        depth <= 0 && !is_code
    });
    kept.collect()
}

#[test]
fn another_language_changes_words_and_nothing_else() {
    for name in ["everyday", "inherited", "hostile"] {
        let [english_one, german_one] = [Language::English, Language::German].map(|language| told(language, name));
        let done = |told: &Told| -> Vec<_> {
            told.findings
                .iter()
                .map(|one| {
                    let edits: Vec<_> =
                        one.fixes.iter().map(|fix| (fix.edits.clone(), fix.creates.is_some())).collect();
                    (one.id.clone(), one.rule, one.tier, one.subject.clone(), one.start, one.end, edits)
                })
                .collect()
        };
        assert_eq!(done(&english_one), done(&german_one), "{name}");
        let texts = |told: &Told| -> BTreeMap<_, _> {
            told.plan.changes.iter().map(|change| (change.path.clone(), change.after.clone())).collect()
        };
        assert_eq!(texts(&english_one), texts(&german_one), "{name}");
        let places = |told: &Told| -> BTreeSet<Vec<String>> {
            told.questions.iter().map(|one| one.places.iter().map(|place| place.finding.clone()).collect()).collect()
        };
        assert_eq!(places(&english_one), places(&german_one), "{name}: other findings stand in one question");
        assert_ne!(english_one.summary, german_one.summary);

        // A title may be words of a note, with where they stand.
        let written: String = notes::texts(name).into_values().flatten().collect();
        let is_left = |said: &&String| {
            let words = said.split(" (").next().unwrap_or_default();
            english(&unquoted(said)).is_some() && !written.contains(words)
        };
        let mut left: BTreeSet<String> = BTreeSet::new();
        for (one, other) in english_one.findings.iter().zip(&german_one.findings) {
            let (before, after): (Vec<_>, Vec<_>) = (messages(one).collect(), messages(other).collect());
            assert_eq!(before.len(), after.len(), "{before:?} {after:?}");
            left.extend(after.into_iter().filter(is_left).cloned());
        }
        for question in &german_one.questions {
            assert!(!question.evidence.iter().any(|reason| reason.contains('%')), "{question:?}");
            let said = question.evidence.iter().chain([&question.ask]).chain(&question.answers);
            left.extend(said.filter(is_left).cloned());
        }
        assert!(left.is_empty(), "{name}: {} texts are English: {left:#?}", left.len());
    }
}
