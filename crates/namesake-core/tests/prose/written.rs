//! Texts made from the files in `tests/corpora/prose`: passages as they stand, and sentences whose slots are filled by dice
//! that fall the same every time.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Numbers that hang on a seed alone (xorshift, Marsaglia 2003).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }

    fn one<'t>(&mut self, of: &'t [String]) -> &'t String {
        &of[self.below(of.len())]
    }
}

/// A kind of text: one file.
pub struct Kind {
    passages: Vec<String>,
    sentences: Vec<String>,
    words: BTreeMap<String, Vec<String>>,
}

/// All kinds, in the order of their files' names.
pub fn kinds() -> Vec<Kind> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpora/prose");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("tests/corpora/prose").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let is_kind = |path: &&PathBuf| path.file_name().is_some_and(|name| name != "README.md");
    paths.iter().filter(is_kind).map(|path| Kind::read(&fs::read_to_string(path).expect("UTF-8"))).collect()
}

impl Kind {
    fn read(text: &str) -> Self {
        let part = |title: &str| {
            let (_, rest) = text.split_once(&format!("\n## {title}\n")).expect(title);
            rest.split("\n## ").next().expect("at least one").trim().to_owned()
        };
        let words = part("Words");
        let slot = |line: &str| {
            let (slot, words) = line.split_once(": ").expect("slot: words");
            (slot.to_owned(), words.split(" | ").map(str::to_owned).collect())
        };
        Self {
            passages: part("Passages").split("\n\n").map(str::to_owned).collect(),
            sentences: part("Sentences").lines().map(str::to_owned).collect(),
            words: words.lines().map(slot).collect(),
        }
    }

    /// A text of at least `length` bytes.
    pub fn write(&self, length: usize, dice: &mut Dice) -> String {
        let mut text = String::new();
        while text.len() < length {
            let block = match dice.below(6) {
                0 => dice.one(&self.passages).clone(),
                1 => ["### ", &self.sentence(dice)].concat(),
                2 => (0..3).map(|_| ["- ", &self.sentence(dice)].concat()).collect::<Vec<_>>().join("\n"),
                _ => {
                    let sentences: Vec<String> = (0..4).map(|_| self.sentence(dice)).collect();
                    sentences.join(if dice.below(2) == 0 { " " } else { "\n" })
                }
            };
            text.push_str(&block);
            text.push_str("\n\n");
        }
        text
    }

    fn sentence(&self, dice: &mut Dice) -> String {
        let template = dice.one(&self.sentences);
        let mut sentence = String::new();
        let mut rest = template.as_str();
        while let Some((before, slot)) = rest.split_once('{') {
            let (slot, after) = slot.split_once('}').expect("a closed slot");
            sentence.push_str(before);
            sentence.push_str(&self.word(slot, dice));
            rest = after;
        }
        sentence + rest
    }

    /// A word for `slot`; with a capital letter where only the slot in small letters is listed.
    fn word(&self, slot: &str, dice: &mut Dice) -> String {
        if let Some(words) = self.words.get(slot) {
            return dice.one(words).clone();
        }
        let word = dice.one(self.words.get(&slot.to_lowercase()).unwrap_or_else(|| panic!("no words for {{{slot}}}")));
        let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
        first.to_uppercase() + rest
    }
}
