//! The people of a meeting, as the grammar recognises them by their names.

use super::verbs::may_be_name;

/// Those who take part, by their names.
#[derive(Debug, Clone, Default, Hash)]
pub struct People {
    /// Word by word, in small letters.
    pub(in super::super) names: Vec<Vec<String>>,
}

impl People {
    /// The people called `names`, as they are written.
    pub fn new(names: &[&str]) -> Self {
        let mut parts = Vec::new();
        for name in names {
            let words: Vec<String> = name.split_whitespace().map(str::to_ascii_lowercase).collect();
            // Of `The Chair` and `Dr. Wessel` nobody is called by the first word.
            if words.first().is_some_and(|first| !first.ends_with('.') && may_be_name(first)) {
                parts.push(words);
            }
        }
        Self { names: parts }
    }
}
