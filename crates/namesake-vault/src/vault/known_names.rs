//! The names of people and companies in the vault, for finding them in running text. Each name is kept under its first
//! word, so a note whose names change costs those names alone. Names that nobody has are resolved by the names engine.

use std::collections::{BTreeMap, BTreeSet};

use namesake_text::fold::words;

use namesake_text::path::NotePath;

/// Names by their first folded word.
#[derive(Debug, Default)]
pub struct KnownNames(BTreeMap<String, Vec<KnownName>>);

/// A name, and the note that has it.
#[derive(Debug)]
struct KnownName {
    /// The first bytes of the second word, which already distinguish most people who share a first name.
    sign: [u8; 4],
    /// The folded words after the first, with a blank between them.
    rest: Box<str>,
    path: NotePath,
}

impl KnownNames {
    /// Adds the names of the note at `path`.
    pub(super) fn insert(&mut self, path: &NotePath, names: &[String]) {
        for name in names {
            let mut words = words(name);
            let Some(first) = words.next() else { continue };
            let rest: Box<str> = joined(words).into();
            let known = self.0.entry(first).or_default();
            if !known.iter().any(|other| other.rest == rest && other.path == *path) {
                known.push(KnownName { sign: sign(rest.split(' ').next()), rest, path: path.clone() });
            }
        }
    }

    /// Removes the names of a note.
    pub(super) fn remove(&mut self, path: &NotePath, names: &[String]) {
        for first in names.iter().filter_map(|name| words(name).next()) {
            let Some(known) = self.0.get_mut(&first) else { continue };
            known.retain(|other| other.path != *path);
            if known.is_empty() {
                self.0.remove(&first);
            }
        }
    }

    /// Whether a name of somebody begins with this folded word.
    pub fn begins(&self, word: &str) -> bool {
        self.0.contains_key(word)
    }

    /// The notes that have exactly the name `written`, case and accents aside, in order.
    pub fn called(&self, written: &str) -> Vec<&NotePath> {
        let mut words = words(written);
        let known = words.next().and_then(|first| self.0.get(&first));
        let rest = joined(words);
        let fitting = known.into_iter().flatten().filter(|known| *known.rest == *rest);
        fitting.map(|known| &known.path).collect::<BTreeSet<_>>().iter().copied().collect()
    }

    /// The number of words of the longest name that the folded `words` begin with.
    pub fn longest(&self, words: &[String]) -> Option<usize> {
        let known = self.0.get(words.first()?)?;
        let next = sign(words.get(1).map(String::as_str));
        let fits = |known: &KnownName| {
            if known.sign != next && !known.rest.is_empty() {
                return None;
            }
            let mut count = 1;
            for rest in known.rest.split(' ').filter(|word| !word.is_empty()) {
                if words.get(count)? != rest {
                    return None;
                }
                count += 1;
            }
            Some(count)
        };
        known.iter().filter_map(fits).max()
    }
}

/// The first bytes of a word; zeroes if there is none.
fn sign(word: Option<&str>) -> [u8; 4] {
    let mut sign = [0; 4];
    for (byte, letter) in sign.iter_mut().zip(word.unwrap_or_default().bytes()) {
        *byte = letter;
    }
    sign
}

fn joined(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(notes: &[(&str, &[&str])]) -> KnownNames {
        let mut known = KnownNames::default();
        for (path, names) in notes {
            known.insert(&(*path).into(), &names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>());
        }
        known
    }

    fn longest(known: &KnownNames, text: &str) -> Option<usize> {
        known.longest(&words(text).collect::<Vec<_>>())
    }

    #[test]
    fn a_name_is_found_whole_whatever_its_case_and_accents() {
        let known = known(&[("a.md", &["Renée Aubertin"]), ("b.md", &["Aldersgate Collections", "Aldersgate"])]);
        assert_eq!(longest(&known, "RENEE aubertin said"), Some(2));
        assert_eq!(longest(&known, "Renée said"), None);
        assert_eq!(longest(&known, "Aldersgate Collections Ltd"), Some(2));
        assert_eq!(longest(&known, "Aldersgates"), None);
        assert_eq!(known.called("renee Aubertin"), [&NotePath::from("a.md")]);
    }

    #[test]
    fn a_note_that_is_called_otherwise_loses_its_old_name_alone() {
        let mut known = known(&[("a.md", &["Elin Sandgren"]), ("b.md", &["Elin Sandgren"])]);
        assert_eq!(known.called("Elin Sandgren").len(), 2);
        let [before, now] = ["Elin Sandgren", "Elin Sand"].map(|name| [name.to_owned()]);
        known.remove(&"a.md".into(), &before);
        known.insert(&"a.md".into(), &now);
        assert_eq!(known.called("Elin Sandgren"), [&NotePath::from("b.md")]);
        known.remove(&"a.md".into(), &now);
        known.remove(&"b.md".into(), &before);
        assert!(!known.begins("elin"));
    }
}
