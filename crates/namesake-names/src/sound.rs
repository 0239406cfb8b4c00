//! One part of a name and how it sounds. A table of letter groups turns spellings into sounds; finer rules, such as
//! those of one language, are left out. Letters of other scripts sound as they are written.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::sync::Arc;

/// Letter groups and the sound they stand for, applied in this order. Capitals keep a sound apart from the letter
/// until all groups are done. The table is the reference scorer's, and “chr”.
const GROUPS: [(&str, &str); 41] = [
    ("sch", "S"),
    ("sh", "S"),
    ("tch", "C"),
    ("chr", "kr"),
    ("ch", "C"),
    ("ph", "f"),
    ("ck", "k"),
    ("gh", "g"),
    ("kn", "n"),
    ("wr", "r"),
    ("th", "t"),
    ("dt", "t"),
    ("tz", "z"),
    ("ts", "z"),
    ("cs", "C"),
    ("cz", "C"),
    ("sz", "S"),
    ("qu", "kv"),
    ("q", "k"),
    ("x", "ks"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"),
    ("c", "k"),
    ("dj", "j"),
    ("w", "v"),
    ("z", "s"),
    ("y", "i"),
    ("j", "J"),
    ("h", ""),
    ("ee", "i"),
    ("ea", "i"),
    ("ie", "i"),
    ("ei", "i"),
    ("ai", "e"),
    ("ou", "u"),
    ("oo", "u"),
    ("au", "o"),
    ("ow", "o"),
    ("oe", "o"),
    ("ue", "u"),
];

/// A folded name part with everything that comparing needs, computed once. The fields that rule out most other parts
/// are in the part itself and not behind the pointer, since comparing with hundreds of people takes as long as fetching
/// them from memory.
#[derive(Debug, Clone)]
pub struct Part {
    /// Which letters, sounds and classes there are.
    sets: [u32; 3],
    /// How many letters, sounds and classes there are.
    counts: [u16; 3],
    /// How long the letters are, in bytes.
    length: u16,
    /// The first sound.
    pub first_sound: char,
    /// Whether the part begins with a g that may be soft: before e, i or y.
    is_soft: bool,
    /// People who bear the part share it.
    spellings: Arc<Spellings>,
}

#[derive(Debug)]
struct Spellings {
    /// Letters, sounds, bones and classes, one after the other.
    all: Box<str>,
    /// Where the sounds and the bones end, in bytes.
    ends: [u16; 2],
}

impl Spellings {
    fn end(&self, nth: usize) -> usize {
        usize::from(self.ends[nth])
    }
}

/// The longest name part that is compared, in bytes: as long as a file's name may be. Comparing two words takes time in
/// proportion to the product of their lengths.
pub const LONGEST: usize = 255;

/// How many letters a word has, and which: enough to rule out most other words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letters {
    /// A bit for each letter. Letters whose code points are 32 apart share a bit, so the set may be too small, never
    /// too large.
    set: u32,
    count: u16,
}

impl Letters {
    /// Those of a word.
    pub fn of(word: &str) -> Self {
        let mut letters = Self { set: 0, count: 0 };
        for c in word.chars() {
            letters.set |= 1 << (u32::from(c) % 32);
            letters.count = letters.count.saturating_add(1);
        }
        letters
    }

    /// How many letters the word has.
    pub const fn count(self) -> u16 {
        self.count
    }

    /// The number of letters of the longer and of the shorter word, at least 1.
    pub fn lengths(self, other: Self) -> (u32, u32) {
        let (one, other) = (u32::from(self.count.max(1)), u32::from(other.count.max(1)));
        (one.max(other), one.min(other))
    }

    /// The most letters that the two words can share: each letter that only one of them has stands in it at least once.
    pub fn shared_at_most(self, other: Self) -> u32 {
        let shared = |one: Self, other: Self| u32::from(one.count) - (one.set & !other.set).count_ones();
        shared(self, other).min(shared(other, self))
    }
}

impl Part {
    /// The part of a text that is folded already; `None` where it is empty or longer than [`LONGEST`].
    pub fn new(folded: String) -> Option<Self> {
        if folded.is_empty() || folded.len() > LONGEST {
            return None;
        }
        let sound = sound(&folded);
        let bones = bones(&sound);
        let first_sound = sound.chars().next().unwrap_or_default();
        let is_soft = matches!(folded.as_bytes(), [b'g', b'e' | b'i' | b'y', ..]);
        let classes = each_once(&mut sound.chars().map(class));
        let letters = [&folded, &sound, &classes].map(|word| Letters::of(word));
        let (counts, sets) = (letters.map(|letters| letters.count), letters.map(|letters| letters.set));
        let length = u16::try_from(folded.len()).ok()?;
        let end = |parts: &[&str]| u16::try_from(parts.iter().map(|part| part.len()).sum::<usize>()).ok();
        let ends = [end(&[&folded, &sound])?, end(&[&folded, &sound, &bones])?];
        let all = [folded, sound, bones, classes].concat().into_boxed_str();
        Some(Self { sets, counts, length, first_sound, is_soft, spellings: Arc::new(Spellings { all, ends }) })
    }

    /// How long the folded letters are, in bytes.
    pub fn length(&self) -> usize {
        self.length.into()
    }

    /// The folded letters; never empty.
    pub fn text(&self) -> &str {
        &self.spellings.all[..self.length()]
    }

    /// How they sound.
    pub fn sound(&self) -> &str {
        &self.spellings.all[self.length()..self.spellings.end(0)]
    }

    /// The first sound and the consonants after it, voiced and voiceless ones being one.
    pub fn bones(&self) -> &str {
        &self.spellings.all[self.spellings.end(0)..self.spellings.end(1)]
    }

    /// The classes of the sounds, repeats left out: sounds that listeners confuse share a class.
    pub fn classes(&self) -> &str {
        &self.spellings.all[self.spellings.end(1)..]
    }

    /// Which letters there are.
    pub fn letters(&self) -> Letters {
        Letters { set: self.sets[0], count: self.counts[0] }
    }

    /// Which sounds there are.
    pub fn sounds(&self) -> Letters {
        Letters { set: self.sets[1], count: self.counts[1] }
    }

    /// Which classes there are.
    pub fn kinds(&self) -> Letters {
        Letters { set: self.sets[2], count: self.counts[2] }
    }

    /// Whether both are the same shared part. Equal parts need not be.
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.spellings, &other.spellings)
    }

    /// Whether both have the same bones.
    pub fn has_bones_of(&self, other: &Self) -> bool {
        // Equal bones have equal classes, vowels aside: comparing those first is cheaper.
        let vowels = Letters::of("a").set;
        (self.sets[2] | vowels) == (other.sets[2] | vowels) && self.bones() == other.bones()
    }

    /// Whether both may begin alike: j and ch begin as d and t do, and so does a g before e, i or y in English.
    pub fn begins_as(&self, other: &Self) -> bool {
        let onset = |part: &Self| match class(part.first_sound) {
            'c' => 't',
            other => other,
        };
        let (one, another) = (onset(self), onset(other));
        one == another || (self.is_soft && (another == 't' || other.is_soft)) || (other.is_soft && one == 't')
    }

    /// The first letter.
    pub fn initial(&self) -> char {
        self.text().chars().next().unwrap_or_default()
    }
}

impl Borrow<str> for Part {
    fn borrow(&self) -> &str {
        self.text()
    }
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        self.is(other) || (self.letters() == other.letters() && self.text() == other.text())
    }
}

impl Eq for Part {}

impl PartialOrd for Part {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Part {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text().cmp(other.text())
    }
}

fn sound(text: &str) -> String {
    let mut sound = text.to_owned();
    let mut there = letters(text);
    for (group, spoken) in GROUPS {
        // Most groups have a letter that the name lacks, and are skipped.
        if letters(group) & !there == 0 {
            sound = sound.replace(group, spoken);
            there = letters(&sound);
        }
    }
    let heard: String = each_once(&mut sound.chars()).chars().flat_map(char::to_lowercase).collect();
    if heard.is_empty() { text.to_owned() } else { heard }
}

/// The letters, repeats in a row left out.
fn each_once(letters: &mut dyn Iterator<Item = char>) -> String {
    let mut before = None;
    letters.filter(|c| before.replace(*c) != Some(*c)).collect()
}

/// The letters a to z that `text` has, as bits.
fn letters(text: &str) -> u32 {
    let small = text.bytes().filter(u8::is_ascii_lowercase);
    small.fold(0, |letters, letter| letters | 1 << (letter - b'a'))
}

fn bones(sound: &str) -> String {
    let mut bones = String::with_capacity(sound.len());
    for (place, c) in sound.chars().enumerate() {
        if place == 0 || !is_vowel(c) {
            bones.push(match c {
                'd' => 't',
                'b' => 'p',
                'g' => 'k',
                'v' => 'f',
                'z' => 's',
                other => other,
            });
        }
    }
    bones
}

/// Whether `c` is a vowel letter.
pub fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn class(c: char) -> char {
    match c {
        'b' | 'p' => 'p',
        'd' | 't' => 't',
        'g' | 'k' => 'k',
        'v' | 'f' => 'f',
        's' | 'z' => 's',
        'm' | 'n' => 'm',
        'l' | 'r' => 'l',
        'j' | 'c' => 'c',
        vowel if is_vowel(vowel) => 'a',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(text: &str) -> Part {
        Part::new(text.to_owned()).unwrap()
    }

    #[test]
    fn spellings_of_one_sound_meet() {
        assert_eq!(part("philippe").sound(), format!("{}e", part("filip").sound()));
        assert_eq!(part("katheryn").sound(), part("catherin").sound());
        assert_eq!(part("christine").sound(), part("kristine").sound());
        assert_eq!(part("meier").sound(), part("meyer").sound().replace("ei", "i"));
    }

    #[test]
    fn voiced_and_voiceless_share_bones_and_class() {
        assert_eq!(part("bender").bones(), part("benter").bones());
        assert!(part("banga").begins_as(&part("palmer")));
        assert!(!part("banga").begins_as(&part("tanner")));
    }

    #[test]
    fn a_name_of_silent_letters_or_another_script_still_sounds() {
        assert_eq!(part("h").sound(), "h");
        assert_eq!(part("李明").sound(), "李明");
    }
}
