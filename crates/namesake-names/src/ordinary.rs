//! Ordinary words of speech. A recorder that did not know a name wrote what it knew, often one of these; but far more
//! often they mean themselves.

use std::collections::HashSet;
use std::sync::LazyLock;

static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    include_str!("../data/spoken-words.txt").lines().filter(|line| !line.starts_with('#')).collect::<HashSet<_>>()
});

/// Words that speak to several people at once.
const EVERYBODY: [&str; 12] = [
    "all",
    "everyone",
    "everybody",
    "folks",
    "guys",
    "team",
    "friends",
    "ladies",
    "gentlemen",
    "alle",
    "todos",
    "tous",
];

/// Whether a folded word is an ordinary one and no first name of the census.
pub fn is_ordinary(word: &str) -> bool {
    WORDS.contains(word)
}

/// Whether a folded word speaks to several people, and so to nobody by name.
pub fn is_everybody(word: &str) -> bool {
    EVERYBODY.contains(&word)
}
