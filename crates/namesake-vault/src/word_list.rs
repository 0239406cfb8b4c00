//! Words that are looked for again and again.

use std::borrow::Cow;
use std::sync::OnceLock;

/// Words, put in order when they are first asked for: going through them for every word of a transcript takes longer
/// than all else.
pub struct WordList {
    words: &'static str,
    sorted: OnceLock<Sorted>,
}

/// Letters that are told apart by the last five bits of their first byte.
const LETTERS: u8 = 32;

struct Sorted {
    words: Vec<&'static str>,
    /// For each first letter a bit for each length, since most words that are asked about are none of the list's.
    lengths: [u32; LETTERS as usize],
}

impl Sorted {
    fn of(words: &'static str) -> Self {
        let mut words: Vec<&str> = words.split_ascii_whitespace().collect();
        words.sort_unstable();
        let mut lengths = [0; LETTERS as usize];
        for word in &words {
            let (letter, length) = place(word);
            lengths[letter] |= length;
        }
        Self { words, lengths }
    }
}

/// The highest bit, which stands for all words of so many bytes or more.
const LONGEST: usize = 31;

/// The letter and the bit that stand for `word` among the lengths.
fn place(word: &str) -> (usize, u32) {
    (usize::from(word.as_bytes().first().map_or(0, |first| first % LETTERS)), 1 << word.len().min(LONGEST))
}

impl WordList {
    /// The words of `words`, which are parted by blanks.
    pub const fn new(words: &'static str) -> Self {
        Self { words, sorted: OnceLock::new() }
    }

    /// Whether `word` is one of them.
    pub fn contains(&self, word: &str) -> bool {
        let sorted = self.sorted.get_or_init(|| Sorted::of(self.words));
        let (letter, length) = place(word);
        sorted.lengths[letter] & length != 0 && sorted.words.binary_search(&word).is_ok()
    }
}

/// `text` in lower case, which the names of properties nearly always are.
pub fn lower(text: &str) -> Cow<'_, str> {
    let is_lower = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if text.bytes().all(is_lower) { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase()) }
}
