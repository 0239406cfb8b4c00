//! The classes that a word is in, such as “deliver” or “artefact”: a table of data.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

const TABLE: &str = include_str!("../../data/heard-words.tsv");

static CLASSES: LazyLock<FxHashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut classes: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
    for (class, words) in TABLE.lines().filter_map(|line| line.split_once('\t')) {
        for word in words.split_ascii_whitespace() {
            classes.entry(word).or_default().push(class);
        }
    }
    classes
});

/// The classes of a word in small letters.
pub fn classes(word: &str) -> &'static [&'static str] {
    CLASSES.get(word).map_or(&[], Vec::as_slice)
}

/// Whether `word` is in `class`.
pub fn is(class: &str, word: &str) -> bool {
    classes(word).contains(&class)
}

/// Whether `word` is something that somebody can do and have done.
pub fn is_deed(word: &str) -> bool {
    ["deliver", "write", "file", "fix", "schedule", "check", "contact"].iter().any(|class| is(class, word))
}
