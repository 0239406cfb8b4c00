//! Blocking keys: what a mention and a person must share to be compared. A key is a hash of its kind and letters; two
//! that clash by chance only add a candidate. Who is found by a key is left to `postings`.

use super::sound::{Part, is_vowel};

/// A first name, or an only one.
pub(crate) fn first(first: &str) -> u64 {
    hash('f', &[first])
}

/// A surname.
pub(crate) fn surname(last: &str) -> u64 {
    hash('l', &[last])
}

/// How the surname sounds.
pub(crate) fn surname_sound(last: &Part) -> u64 {
    hash('s', &[last.sound()])
}

/// How the first name sounds, and the surname's initial.
pub(crate) fn first_sound(first: &Part, last: &Part) -> u64 {
    with_initial('t', first.sound(), last)
}

/// The first name's bones and the surname's initial.
pub(crate) fn first_bones(first: &Part, last: &Part) -> u64 {
    with_initial('b', first.bones(), last)
}

/// A first name, to be asked for with each of its short forms, and the surname's initial.
pub(crate) fn short_form_and_initial(first: &str, last: &Part) -> u64 {
    with_initial('n', first, last)
}

/// The surname's bones and the first name's initial.
pub(crate) fn surname_bones(first: &Part, last: &Part) -> u64 {
    with_initial('c', last.bones(), first)
}

/// The first four consonant sounds of the surname and the first name's initial.
pub(crate) fn skeleton(first: &Part, last: &Part) -> u64 {
    let mut letter = [0; 4];
    let sounds = last.sound().char_indices().filter(|(_, c)| !is_vowel(*c)).take(4);
    let consonants = sounds.fold(Hash::of('k'), |hash, (at, c)| hash.and(&last.sound()[at..at + c.len_utf8()]));
    consonants.and(first.initial().encode_utf8(&mut letter)).0
}

/// A note, by where it lies.
pub(crate) fn path(path: &str) -> u64 {
    hash('p', &[path])
}

/// A handle, which a full name written together is, too, however it is divided.
pub(crate) fn handle(folded: &str) -> u64 {
    hash('h', &[folded])
}

/// The handle of the first name's initial and the surname.
pub(crate) fn handle_of_initial_and_surname(first: &Part, last: &Part) -> u64 {
    let mut letter = [0; 4];
    hash('h', &[first.initial().encode_utf8(&mut letter), last.text()])
}

/// The handle of the first name and the surname's initial.
pub(crate) fn handle_of_first_and_initial(first: &Part, last: &Part) -> u64 {
    with_initial('h', first.text(), last)
}

/// How many people have this first name: like those below no list of people, but what an answer may hang on.
pub(crate) fn first_count(first: &str) -> u64 {
    hash('F', &[first])
}

/// How many people have this surname.
pub(crate) fn surname_count(last: &str) -> u64 {
    hash('L', &[last])
}

/// How many people there are.
pub(crate) fn crowd() -> u64 {
    hash('P', &[])
}

/// Whether a company is known.
pub(crate) fn company(folded: &str) -> u64 {
    hash('C', &[folded])
}

/// Which note a link means, by its file's name.
pub fn link(stem: &str) -> u64 {
    hash('N', &[stem])
}

/// What the user decided about a form.
pub fn decided(form: &str) -> u64 {
    hash('D', &[form])
}

fn with_initial(kind: char, text: &str, of: &Part) -> u64 {
    let mut letter = [0; 4];
    hash(kind, &[text, of.initial().encode_utf8(&mut letter)])
}

/// The pieces written together: of two, one is a single letter.
fn hash(kind: char, pieces: &[&str]) -> u64 {
    pieces.iter().fold(Hash::of(kind), |hash, piece| hash.and(piece)).0
}

/// FNV-1a, 64 bits: small, and the same on every machine.
struct Hash(u64);

impl Hash {
    fn of(kind: char) -> Self {
        Self(0xcbf2_9ce4_8422_2325).and(kind.encode_utf8(&mut [0; 4]))
    }

    fn and(self, text: &str) -> Self {
        Self(text.bytes().fold(self.0, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)))
    }
}
