//! The names of people and companies in the vault, for finding them in running text. Each name is kept under its first
//! word, so a note whose names change costs those names alone. Names that nobody has are resolved by the names engine.

use std::collections::BTreeMap;
use std::ops::Bound;

use namesake_text::fold::words;
use namesake_text::path::NotePath;

use super::note_set::NoteSet;

/// The notes that have a name, by its first folded word and then by the folded words after it, with a blank between
/// them.
#[derive(Debug, Default)]
pub struct KnownNames(BTreeMap<Box<str>, BTreeMap<Box<str>, NoteSet>>);

impl KnownNames {
    /// Adds the names of the note at `path`.
    pub(super) fn insert(&mut self, path: &NotePath, names: &[String]) {
        for (first, rest) in names.iter().filter_map(|name| parts(name)) {
            let notes = self.0.entry(first.into()).or_default().entry(rest.into());
            notes.and_modify(|notes| notes.insert(path)).or_insert_with(|| path.into());
        }
    }

    /// Removes the names of a note.
    pub(super) fn remove(&mut self, path: &NotePath, names: &[String]) {
        for (first, rest) in names.iter().filter_map(|name| parts(name)) {
            let Some(known) = self.0.get_mut(first.as_str()) else { continue };
            if known.get_mut(rest.as_str()).is_some_and(|notes| notes.remove(path)) {
                known.remove(rest.as_str());
            }
            if known.is_empty() {
                self.0.remove(first.as_str());
            }
        }
    }

    /// Whether a name of somebody begins with this folded word.
    pub fn begins(&self, word: &str) -> bool {
        self.0.contains_key(word)
    }

    /// The notes that have exactly the name `written`, case and accents aside, in order.
    pub fn called(&self, written: &str) -> Vec<&NotePath> {
        let known = parts(written).and_then(|(first, rest)| self.0.get(first.as_str())?.get(rest.as_str()));
        known.into_iter().flatten().collect()
    }

    /// The number of words of the longest name that the folded `words` begin with.
    pub fn longest(&self, words: &[String]) -> Option<usize> {
        let (first, others) = words.split_first()?;
        let known = self.0.get(first.as_str())?;
        let mut longest = known.contains_key("").then_some(1);
        let mut rest = String::new();
        for (at, word) in others.iter().enumerate() {
            if at > 0 {
                rest.push(' ');
            }
            rest.push_str(word);
            // A blank comes before all letters, so longer names that begin so follow at once.
            let next = known.range::<str, _>((Bound::Included(rest.as_str()), Bound::Unbounded)).next();
            match next {
                Some((name, _)) if **name == rest => longest = Some(at + 2),
                Some((name, _)) if name.starts_with(&rest) => {}
                _ => break,
            }
        }
        longest
    }
}

/// The first folded word of a name, and the others.
fn parts(name: &str) -> Option<(String, String)> {
    let mut words = words(name);
    Some((words.next()?, words.collect::<Vec<_>>().join(" ")))
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
