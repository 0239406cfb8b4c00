//! Words that are looked for again and again.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::order;

/// Words, put in order when they are first asked for: going through them for every word of a transcript takes longer
/// than all else.
pub struct List {
    words: &'static str,
    sorted: OnceLock<Vec<&'static str>>,
}

impl List {
    /// The words of `words`, which are parted by blanks.
    pub const fn new(words: &'static str) -> Self {
        Self { words, sorted: OnceLock::new() }
    }

    /// Whether `word` is one of them.
    pub fn has(&self, word: &str) -> bool {
        let sorted = self.sorted.get_or_init(|| {
            let mut words: Vec<&str> = self.words.split_ascii_whitespace().collect();
            order::sort(&mut words);
            words
        });
        sorted.binary_search(&word).is_ok()
    }
}

/// `text` in lower case, which the names of properties nearly always are.
pub fn lower(text: &str) -> Cow<'_, str> {
    let is_lower = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if text.bytes().all(is_lower) { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase()) }
}
