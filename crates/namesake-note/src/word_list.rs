//! Lists of words that are looked up very often.

use std::borrow::Cow;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// A list of words. It is indexed when it is first asked, since a transcript asks for every one of its words.
pub struct WordList {
    words: &'static str,
    index: OnceLock<WordIndex>,
}

/// First letters are distinguished by the last five bits of their byte.
const LETTERS: u8 = 32;

/// Words with their places, and what rules most others out at once.
pub struct WordIndex {
    places: FxHashMap<&'static str, usize>,
    /// For each first letter one bit for each length that occurs. Most words that are asked for are ruled out by this
    /// alone.
    lengths: [u32; LETTERS as usize],
}

impl WordIndex {
    /// The words of `all`, each once.
    pub fn of(all: impl Iterator<Item = &'static str>) -> Self {
        let mut places = FxHashMap::default();
        let mut lengths = [0; LETTERS as usize];
        for word in all {
            let next = places.len();
            places.entry(word).or_insert(next);
            let (letter, length) = letter_and_length(word);
            lengths[letter] |= length;
        }
        Self { places, lengths }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.places.len()
    }

    /// The place of `word` among them, in the order in which they came.
    pub fn find(&self, word: &str) -> Option<usize> {
        let (letter, length) = letter_and_length(word);
        (self.lengths[letter] & length != 0).then(|| self.places.get(word).copied())?
    }
}

/// The highest bit stands for all words of so many bytes or more.
const LONGEST: usize = 31;

/// The index of the first letter and the bit of the length of `word`.
fn letter_and_length(word: &str) -> (usize, u32) {
    (usize::from(word.as_bytes().first().map_or(0, |first| first % LETTERS)), 1 << word.len().min(LONGEST))
}

impl WordList {
    /// The words of `words`, which are separated by blanks.
    pub const fn new(words: &'static str) -> Self {
        Self { words, index: OnceLock::new() }
    }

    /// Whether `word` is one of them.
    pub fn contains(&self, word: &str) -> bool {
        self.index.get_or_init(|| WordIndex::of(self.words.split_ascii_whitespace())).find(word).is_some()
    }
}

/// Whether a word is one of a constant list, which is indexed once: `among!("yes no", word)`.
#[macro_export]
macro_rules! among {
    ($words:expr, $word:expr $(,)?) => {{
        static WORDS: $crate::word_list::WordList = $crate::word_list::WordList::new($words);
        WORDS.contains($word)
    }};
}

/// Whether `word` is one of `words`, which are separated by blanks.
pub fn among(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|known| known == word)
}

/// `text` in lower case, without a copy if it is in lower case already.
pub fn lower(text: &str) -> Cow<'_, str> {
    let is_lower = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if text.bytes().all(is_lower) { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase()) }
}

/// Whether `words` hold `part` as words of their own.
pub fn holds_words(words: &str, part: &str) -> bool {
    let is_inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    words.match_indices(part).any(|(at, _)| {
        let behind = &words[at + part.len()..];
        !is_inside(words[..at].chars().next_back()) && !is_inside(behind.chars().next())
    })
}
