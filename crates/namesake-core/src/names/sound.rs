//! One part of a name and how it sounds. Spellings are folded to sounds by a table of letter groups; anything finer,
//! such as the rules of one language, is left out. Letters of other scripts sound as they are written.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::ops::Deref;
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

/// A folded name part with all that comparing needs, made once: people of one name share it.
#[derive(Debug, Clone)]
pub struct Part(Arc<Sounded>);

/// What a [`Part`] holds.
#[derive(Debug)]
pub struct Sounded {
    /// The folded letters; never empty.
    pub text: String,
    /// How they sound.
    pub sound: String,
    /// First sound and consonants, voiced and voiceless ones taken together.
    pub bones: String,
    /// The classes of the sounds, one that follows itself once: sounds that a listener takes for one another share a class.
    pub classes: String,
    /// Which letters there are.
    pub letters: Letters,
    /// Which sounds there are.
    pub sounds: Letters,
    /// Which classes there are.
    pub kinds: Letters,
    /// The first sound.
    pub first_sound: char,
    /// The classes of how the first sound may begin: j and ch begin as d and t do, and so does a g before e, i or y in
    /// English.
    pub onsets: [char; 2],
}

/// How many letters a word has, and which: enough to see that two words are nothing alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letters {
    /// A bit for each letter. Letters that are 32 apart share one, so it may be one too few, never one too many.
    set: u32,
    count: u32,
}

impl Letters {
    /// Those of a word.
    pub fn of(word: &str) -> Self {
        let mut letters = Self { set: 0, count: 0 };
        for c in word.chars() {
            letters.set |= 1 << (u32::from(c) % 32);
            letters.count += 1;
        }
        letters
    }

    /// How many letters of the longer and of the shorter word these are.
    pub fn lengths(self, other: Self) -> (u64, u64) {
        let (one, other) = (u64::from(self.count.max(1)), u64::from(other.count.max(1)));
        (one.max(other), one.min(other))
    }

    /// The most letters that the two words can share: each letter that only one of them has stands in it at least once.
    pub fn shared_at_most(self, other: Self) -> u64 {
        let shared = |one: Self, other: Self| one.count - (one.set & !other.set).count_ones();
        u64::from(shared(self, other).min(shared(other, self)))
    }
}

impl Part {
    /// The part of an already folded text, or nothing where no letter was left.
    pub fn new(folded: String) -> Option<Self> {
        if folded.is_empty() {
            return None;
        }
        let sound = sound(&folded);
        let bones = bones(&sound);
        let first_sound = sound.chars().next().unwrap_or_default();
        let onset = match class(first_sound) {
            'c' => 't',
            other => other,
        };
        let is_soft = matches!(folded.as_bytes(), [b'g', b'e' | b'i' | b'y', ..]);
        let onsets = [onset, if is_soft { 't' } else { onset }];
        let classes = each_once(&mut sound.chars().map(class));
        let (letters, sounds, kinds) = (Letters::of(&folded), Letters::of(&sound), Letters::of(&classes));
        Some(Self(Arc::new(Sounded {
            text: folded,
            sound,
            bones,
            classes,
            letters,
            sounds,
            kinds,
            first_sound,
            onsets,
        })))
    }

    /// Whether both may begin alike.
    pub fn begins_as(&self, other: &Self) -> bool {
        self.onsets.iter().any(|onset| other.onsets.contains(onset))
    }

    /// The first letter.
    pub fn initial(&self) -> char {
        self.text.chars().next().unwrap_or_default()
    }
}

impl Deref for Part {
    type Target = Sounded;

    fn deref(&self) -> &Sounded {
        &self.0
    }
}

impl Borrow<str> for Part {
    fn borrow(&self) -> &str {
        &self.text
    }
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || (self.letters == other.letters && self.text == other.text)
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
        self.text.cmp(&other.text)
    }
}

fn sound(text: &str) -> String {
    let mut sound = text.to_owned();
    let mut there = letters(text);
    for (group, spoken) in GROUPS {
        // Names are short and groups are many: most have a letter that the name has not.
        if letters(group) & !there == 0 {
            sound = respelt(&sound, group, spoken);
            there = letters(&sound);
        }
    }
    let heard: String = each_once(&mut sound.chars()).chars().flat_map(char::to_lowercase).collect();
    if heard.is_empty() { text.to_owned() } else { heard }
}

/// What `str::replace` gives, in a fraction of its code: groups are of three letters at most.
fn respelt(word: &str, group: &str, spoken: &str) -> String {
    let mut respelt = String::with_capacity(word.len() + 1);
    let mut rest = word.chars();
    loop {
        if let Some(after) = rest.as_str().strip_prefix(group) {
            respelt.push_str(spoken);
            rest = after.chars();
        } else if let Some(letter) = rest.next() {
            respelt.push(letter);
        } else {
            return respelt;
        }
    }
}

/// The letters, one that follows itself once.
fn each_once(letters: &mut dyn Iterator<Item = char>) -> String {
    let mut before = None;
    letters.filter(|c| before.replace(*c) != Some(*c)).collect()
}

/// The small letters from a to z that `text` has, a bit for each.
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
        assert_eq!(part("philippe").sound, part("filip").sound.clone() + "e");
        assert_eq!(part("katheryn").sound, part("catherin").sound);
        assert_eq!(part("christine").sound, part("kristine").sound);
        assert_eq!(part("meier").sound, part("meyer").sound.replace("ei", "i"));
    }

    #[test]
    fn voiced_and_voiceless_share_bones_and_class() {
        assert_eq!(part("bender").bones, part("benter").bones);
        assert!(part("banga").begins_as(&part("palmer")));
        assert!(!part("banga").begins_as(&part("tanner")));
    }

    #[test]
    fn a_name_of_silent_letters_or_another_script_still_sounds() {
        assert_eq!(part("h").sound, "h");
        assert_eq!(part("李明").sound, "李明");
    }
}
