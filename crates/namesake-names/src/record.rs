//! What the index is told about a person or a company, and what it keeps of a person: folded forms and the keys they
//! are found by. How notes are read for it is left to the vault.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use namesake_text::path::NotePath;

use super::mention::{FullName, MakePart, Reading, parse};
use super::sound::{Part, is_vowel};
use super::{company, fold};

/// One person note, as far as names go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The note: the person's identity.
    pub path: NotePath,
    /// Every written name, the title first, then aliases, then "first last" where the note has those fields.
    pub names: Vec<String>,
    /// Handles with or without `@`, and the local parts of e-mail addresses.
    #[serde(default)]
    pub handles: Vec<String>,
    /// Companies the person belongs to, as written or as a tag's slug.
    #[serde(default)]
    pub companies: Vec<String>,
    /// Aliases that hold only where all of these people take part.
    #[serde(default)]
    pub scoped: Vec<(String, Vec<NotePath>)>,
}

/// One company note, as far as names go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Company {
    /// The note: the company's identity.
    pub path: NotePath,
    /// Every written name, the title first.
    pub names: Vec<String>,
}

/// What the index keeps of a person.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// The forms of the person's names, the title's first.
    pub forms: Vec<Form>,
    /// Folded handles the note itself lists.
    pub handles: Vec<Part>,
    /// Names folded as they are written, where no form is: with a title or a middle name's initial.
    pub spellings: Vec<Part>,
    /// Company keys.
    pub companies: Vec<String>,
}

/// One form of a person's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The first name, or the only one.
    pub first: Part,
    /// The surname, written together.
    pub last: Option<Part>,
    /// The middle initial.
    pub middle: Option<char>,
    /// Whether this is a name as the note has it, no word left out.
    pub whole: bool,
    /// Whether the note has it with a number behind it, by which it is told apart from a namesake's.
    pub numbered: bool,
    /// The participants without whom the form does not hold; empty for a form that always does.
    pub scope: Box<[NotePath]>,
    together: Together,
}

/// First name and surname written together and sounded, once somebody asks: only handles are compared with it.
#[derive(Debug, Clone, Default)]
struct Together(OnceLock<Option<Box<Part>>>);

impl PartialEq for Together {
    /// It follows from the rest of the form.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Together {}

impl Record {
    /// Reads a person's names.
    pub fn new(person: &Person, part: MakePart) -> Self {
        let mut record = Self::default();
        for name in &person.names {
            match name.strip_prefix('@') {
                Some(handle) if !handle.contains(char::is_whitespace) => record.add_handle(handle, part),
                _ => record.add_name(name, &[], false, part),
            }
        }
        for (name, scope) in &person.scoped {
            record.add_name(name, scope, false, part);
        }
        // Behind the aliases: what one of them says outright needs no number.
        if let Some(name) = person.names.first().and_then(|title| unnumbered(title)) {
            record.add_name(name, &[], true, part);
        }
        for handle in &person.handles {
            record.add_handle(handle, part);
        }
        record.companies =
            person.companies.iter().map(|name| company::key(name)).filter(|key| !key.is_empty()).collect();
        // There are as many records as people, and a list that grew has room for twice what it holds.
        record.forms.shrink_to_fit();
        record.companies.shrink_to_fit();
        record
    }

    fn add_handle(&mut self, handle: &str, part: MakePart) {
        self.handles.extend(part(fold(handle)).filter(|handle| !self.handles.contains(handle)));
    }

    fn add_name(&mut self, name: &str, scope: &[NotePath], numbered: bool, part: MakePart) {
        for reading in parse(name, &|_| false, part).readings {
            let (first, last, middle, whole) = match reading {
                Reading::Full(FullName { first, last, middle, whole, .. }) => (first, Some(last), middle, whole),
                Reading::Lone { word, .. } | Reading::Handle(word) => (word, None, None, true),
                Reading::Initials { .. } => continue,
            };
            // One part for all forms that begin so: then a mention's first name is compared with them once.
            let shared = self.forms.iter().map(|form| &form.first).find(|known| **known == first).cloned();
            let (first, scope, together) = (shared.unwrap_or(first), scope.into(), Together::default());
            let mut form = Form { first, last, middle, whole, numbered: false, scope, together };
            if !self.forms.contains(&form) {
                form.numbered = numbered;
                self.forms.push(form);
            }
        }
        let folded = fold(name);
        let known = folded.is_empty() || self.forms.iter().any(|form| form.is(&folded));
        if !known && scope.is_empty() {
            self.spellings.extend(part(folded).filter(|spelling| !self.spellings.contains(spelling)));
        }
    }

    /// What a name may begin with while it is typed, some of it twice.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        let forms = self.forms.iter().flat_map(|form| [Some(&form.first), form.last.as_ref()]);
        forms.flatten().chain(&self.handles).chain(&self.spellings)
    }

    /// The keys of how many people have the first name and the surname of the title.
    pub fn counts(&self) -> [Option<u64>; 2] {
        let title = self.forms.first();
        let last = title.and_then(|title| title.last.as_ref());
        [title.map(|title| key::first_count(title.first.text())), last.map(|last| key::surname_count(last.text()))]
    }

    /// Every key the person is found by, some of them twice.
    pub fn keys(&self) -> Vec<u64> {
        let mut keys: Vec<u64> = self.handles.iter().map(|handle| key::handle(handle.text())).collect();
        for form in &self.forms {
            form.add_keys(&mut keys);
        }
        keys
    }
}

/// The name without the number by which the notes of namesakes are told apart: nobody says “Rob Benoit 2”.
fn unnumbered(name: &str) -> Option<&str> {
    let plain = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_numbered = plain.len() < name.len() && plain.ends_with(char::is_whitespace);
    (is_numbered && plain.split_whitespace().nth(1).is_some()).then(|| plain.trim_end())
}

impl Form {
    /// First name and surname written together.
    pub fn full(&self) -> String {
        let last = self.last.as_ref().map_or("", |last| last.text());
        [self.first.text(), last].concat()
    }

    /// The same as one part of a name.
    pub fn together(&self) -> Option<&Part> {
        self.together.0.get_or_init(|| Part::new(self.full()).map(Box::new)).as_deref()
    }

    /// Whether first name and surname written together begin with `letters`.
    pub fn begins(&self, letters: &str) -> bool {
        let last = self.last.as_ref().map_or("", |last| last.text());
        match letters.strip_prefix(self.first.text()) {
            Some(rest) => last.starts_with(rest),
            None => self.first.text().starts_with(letters),
        }
    }

    /// Whether this is the same name as `full`, however it is divided.
    pub fn is(&self, full: &str) -> bool {
        // Hardly any name that is compared is even as long.
        full.len() == self.first.length() + self.last.as_ref().map_or(0, Part::length)
            && full
                .strip_prefix(self.first.text())
                .is_some_and(|rest| rest == self.last.as_ref().map_or("", Part::text))
    }

    /// Whether the form holds where these people take part.
    pub fn holds(&self, participants: &[NotePath]) -> bool {
        self.scope.is_empty() || self.scope.iter().all(|needed| participants.contains(needed))
    }

    fn add_keys(&self, keys: &mut Vec<u64>) {
        let first = &self.first;
        keys.push(key::first(first.text()));
        keys.push(key::handle(&self.full()));
        let Some(last) = &self.last else { return };
        keys.push(key::initial_and_surname(first, last));
        keys.push(key::first_name_and_initial(first, last));
        keys.push(key::surname(last.text()));
        keys.push(key::surname_sound(last));
        keys.push(key::first_sound(&self.first, last));
        keys.push(key::first_bones(&self.first, last));
        keys.push(key::first_and_initial(self.first.text(), last));
        keys.push(key::surname_bones(&self.first, last));
        keys.push(key::skeleton(&self.first, last));
    }
}

/// Blocking keys: what a mention and a person must share to be compared. A key is a hash of its kind and letters; two
/// that clash by chance only add a candidate.
pub mod key {
    use super::{Part, is_vowel};

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
    pub(crate) fn first_and_initial(first: &str, last: &Part) -> u64 {
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
    pub(crate) fn initial_and_surname(first: &Part, last: &Part) -> u64 {
        let mut letter = [0; 4];
        hash('h', &[first.initial().encode_utf8(&mut letter), last.text()])
    }

    /// The handle of the first name and the surname's initial.
    pub(crate) fn first_name_and_initial(first: &Part, last: &Part) -> u64 {
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
}
