//! Each message of the sources stands in each catalogue, and nothing else does.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

use namesake_language::{Language, catalogue};
use regex::Regex;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match path.is_dir() {
            true => sources(&path, found)?,
            false if path.extension().is_some_and(|ending| ending == "rs") => found.push(path),
            false => {}
        }
    }
    Ok(())
}

/// The text of a literal in a source: escapes, and a break of the line that `\` takes back.
fn unescaped(literal: &str) -> String {
    let broken = Regex::new(r"\\\n\s*").expect("the sources can be read").replace_all(literal, "");
    broken.replace("\\\"", "\"").replace("\\n", "\n").replace("\\\\", "\\")
}

/// The sources of all crates but this one.
fn all_sources() -> Vec<(PathBuf, String)> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("crates lie in one folder");
    let mut files = Vec::new();
    for one in fs::read_dir(crates).expect("the sources can be read") {
        let one = one.expect("the sources can be read").path();
        if one.join("src").is_dir() && !one.ends_with("namesake-language") {
            sources(&one.join("src"), &mut files).expect("the sources can be read");
        }
    }
    files.into_iter().map(|file| (file.clone(), fs::read_to_string(file).expect("the sources can be read"))).collect()
}

/// The texts that stand behind `before`, with the file that has each first.
fn texts(before: &str, sources: &[(PathBuf, String)]) -> BTreeMap<String, PathBuf> {
    let pattern = Regex::new(&format!(r#"(?m){before}\s*"((?:[^"\\]|\\.|\\\n)*)""#)).expect("the sources can be read");
    let mut all = BTreeMap::new();
    for (file, source) in sources {
        for text in pattern.captures_iter(source).map(|found| unescaped(&found[1])) {
            if text.contains(char::is_alphabetic) {
                all.entry(text).or_insert_with(|| file.clone());
            }
        }
    }
    all
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}

#[test]
fn every_message_is_translated_and_nothing_else() {
    let sources = all_sources();
    let mut said = texts(r"\b(?:say|translatable)!\(", &sources);
    assert!(said.len() > 300, "only {} messages are found in the sources", said.len());
    said.extend(texts("^ {4}(?:what|why|automatic):", &sources));
    let german = catalogue(Language::German);
    let known: BTreeSet<&str> = german.iter().map(|(english, _)| *english).collect();
    let missing: Vec<_> = said.iter().filter(|(text, _)| !known.contains(text.as_str())).collect();
    assert!(missing.is_empty(), "{} messages have no German: {missing:#?}", missing.len());
    // Examples show text of notes; the German ones are those that have sentences besides.
    said.extend(texts("^ {4}example:", &sources));
    let stale: Vec<_> = known.iter().filter(|text| !said.contains_key(**text)).collect();
    assert!(stale.is_empty(), "nothing says these any more: {stale:#?}");
}

#[test]
fn a_translation_has_the_values_of_its_message() {
    let mut seen = BTreeSet::new();
    for (english, german) in catalogue(Language::German) {
        assert!(seen.insert(english), "“{english}” is translated twice");
        assert_eq!(placeholders(english), placeholders(german), "{english}\n{german}");
        assert!(!german.trim().is_empty(), "{english}");
        let outside: String = german.split('`').step_by(2).collect();
        assert!(!outside.contains('”'), "an English quotation mark: {german}");
        assert_eq!(outside.matches('„').count(), outside.matches('“').count(), "an open quotation: {german}");
    }
}

/// Questions leave out how likely something is and what a doubt ends with, which they find by these words.
#[test]
fn what_is_cut_off_is_said_alike_in_each_sentence() {
    let german: BTreeMap<&str, &str> = catalogue(Language::German).into_iter().collect();
    let doubt = ": for you to decide";
    assert!(german["{name}: {percent} sure."].ends_with(german["% sure."].trim_start_matches('%')));
    assert!(german["Next is {name}, {percent} sure{why}."].starts_with(german["Next is "]));
    for (english, other) in &german {
        assert_eq!(english.ends_with(doubt), other.ends_with(german[doubt]), "{english}\n{other}");
    }
}
