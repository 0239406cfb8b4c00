//! What the index keeps of a person: the forms of the names, folded, and the keys that lead to them. Reading a written
//! form is left to `mention`, and what is asked of the forms to `score` and `complete`.

use std::sync::OnceLock;

use namesake_text::path::NotePath;

use namesake_text::fold::fold;

use super::mention::{FullName, MakePart, Origin, Reading, parse};
use super::notes::Person;
use super::ordinal::Ordinal;
use super::sound::Part;
use super::{company, key, name_words};

/// What the index keeps of a person.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// The forms of the person's names, the title's first.
    pub forms: Vec<Form>,
    /// Folded handles the note itself lists.
    pub handles: Vec<Part>,
    /// Folded names that no form equals as a whole, such as those with a title or a middle initial.
    pub spellings: Vec<Part>,
    /// Company keys.
    pub companies: Vec<String>,
    /// The words of every full name, if any of them is long; else empty.
    pub words: Box<[Box<[Part]>]>,
    /// The places among namesakes that the person's names state.
    pub ordinals: Vec<Ordinal>,
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
    /// Whether it is made of a script that leaves out what tells names apart.
    pub lossy: bool,
    /// Whether the note's title has it with a number that tells namesakes apart.
    pub numbered: bool,
    /// The participants without whom the form does not hold; empty for a form that always does.
    pub scope: Box<[NotePath]>,
    joined: JoinedName,
}

/// First name and surname written together, as one part. It is made on demand, since only handles are compared with it.
#[derive(Debug, Clone, Default)]
struct JoinedName(OnceLock<Option<Box<Part>>>);

impl PartialEq for JoinedName {
    /// Always equal: it follows from the rest of the form.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for JoinedName {}

impl Record {
    /// Reads a person's names.
    pub fn new(person: &Person, part: MakePart) -> Self {
        let mut record = Self::default();
        let mut words = Vec::new();
        for name in &person.names {
            match name.strip_prefix('@') {
                Some(handle) if !handle.contains(char::is_whitespace) => record.add_handle(handle, part),
                _ => words.append(&mut record.add_name(name, &[], false, part)),
            }
        }
        for (name, scope) in &person.scoped {
            record.add_name(name, scope, false, part);
        }
        // After the aliases: an alias that says the same holds without the number.
        if let Some(name) = person.names.first().and_then(|title| unnumbered(title)) {
            record.add_name(name, &[], true, part);
        }
        for handle in &person.handles {
            record.add_handle(handle, part);
        }
        let names = person.names.iter().chain(person.scoped.iter().map(|(name, _)| name));
        let is_long = |words: &Vec<Box<[Part]>>| words.iter().any(|name| name_words::is_long(name));
        record.words = Some(words).filter(is_long).unwrap_or_default().into();
        record.ordinals = names.filter_map(|name| Ordinal::of(name)).collect();
        record.companies =
            person.companies.iter().map(|name| company::key(name)).filter(|key| !key.is_empty()).collect();
        // Saves memory: there are as many records as people, and a list that grew may have twice the room it needs.
        record.forms.shrink_to_fit();
        record.companies.shrink_to_fit();
        record
    }

    fn add_handle(&mut self, handle: &str, part: MakePart) {
        self.handles.extend(part(fold(handle)).filter(|handle| !self.handles.contains(handle)));
    }

    /// Adds the forms of a name. Gives the words of a full one, in each script.
    fn add_name(&mut self, name: &str, scope: &[NotePath], numbered: bool, part: MakePart) -> Vec<Box<[Part]>> {
        let mut words_of_name: Vec<Box<[Part]>> = Vec::new();
        for reading in parse(name, &|_| false, part).readings {
            let (first, last, middle, whole, lossy) = match reading {
                Reading::Full(FullName { first, last, middle, whole, origin, words, .. }) => {
                    if !words_of_name.contains(&words) {
                        words_of_name.push(words);
                    }
                    (first, Some(last), middle, whole, origin == Origin::Lossy)
                }
                Reading::Lone { word, .. } | Reading::Handle(word) => (word, None, None, true, false),
                Reading::Initials { .. } => continue,
            };
            // All forms with the same first name share its part, so that a mention is compared with it once.
            let shared = self.forms.iter().map(|form| &form.first).find(|known| **known == first).cloned();
            let (first, scope, joined) = (shared.unwrap_or(first), scope.into(), JoinedName::default());
            let mut form = Form { first, last, middle, whole, lossy, numbered: false, scope, joined };
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
        words_of_name
    }

    /// The parts that somebody may begin to type, some of them twice.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        let forms = self.forms.iter().flat_map(|form| [Some(&form.first), form.last.as_ref()]);
        forms.flatten().chain(&self.handles).chain(&self.spellings)
    }

    /// The keys under which the title's first name and surname are counted.
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
    pub fn joined(&self) -> Option<&Part> {
        self.joined.0.get_or_init(|| Part::new(self.full()).map(Box::new)).as_deref()
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
        // Comparing lengths rules out nearly all names.
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
        keys.push(key::handle_of_initial_and_surname(first, last));
        keys.push(key::handle_of_first_and_initial(first, last));
        keys.push(key::surname(last.text()));
        keys.push(key::surname_sound(last));
        keys.push(key::first_sound(&self.first, last));
        keys.push(key::first_bones(&self.first, last));
        keys.push(key::short_form_and_initial(self.first.text(), last));
        keys.push(key::surname_bones(&self.first, last));
        keys.push(key::skeleton(&self.first, last));
    }
}
