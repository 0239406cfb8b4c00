//! Words that are looked for again and again.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::order::Table;

/// Words, put into a table when they are first asked for: going through them for every word of a transcript takes
/// longer than all else.
pub struct List {
    words: &'static str,
    table: OnceLock<Table<&'static str, ()>>,
}

impl List {
    /// The words of `words`, which are parted by blanks.
    pub const fn new(words: &'static str) -> Self {
        Self { words, table: OnceLock::new() }
    }

    /// Whether `word` is one of them.
    pub fn has(&self, word: &str) -> bool {
        let table = || {
            let mut table = Table::default();
            for word in self.words.split_ascii_whitespace() {
                table.insert(word, ());
            }
            table
        };
        self.table.get_or_init(table).contains_key(word)
    }
}

/// `text` in lower case, which the names of properties nearly always are.
pub fn lower(text: &str) -> Cow<'_, str> {
    let is_lower = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if text.bytes().all(is_lower) { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase()) }
}
