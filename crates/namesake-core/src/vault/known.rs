//! The names that the vault has for people and companies, found again in running words: each name under its first word,
//! so that a note whose names change costs those names alone. What a name that nobody has may mean is the names
//! engine's business.

use namesake_text::fold::words;

use crate::order::{self, Map};
use crate::path::NotePath;

/// Names by their first folded word.
#[derive(Debug, Default)]
pub struct KnownNames {
    by_first: Map<String, Vec<Known>>,
    /// The first words of each note's names: where to look when it has to be forgotten.
    firsts: Map<NotePath, Vec<String>>,
}

/// A name, and whose it is.
#[derive(Debug)]
struct Known {
    /// The folded words after the first.
    rest: Vec<String>,
    path: NotePath,
}

impl KnownNames {
    /// Takes in what the note at `path` is called, in place of what it was called before.
    pub(super) fn learn(&mut self, path: &NotePath, names: &[String]) {
        self.forget(path);
        let mut firsts = Vec::new();
        for name in names {
            let mut words = words(name);
            let Some(first) = words.next() else { continue };
            let (rest, known) = (words.collect(), self.by_first.or_default(first.clone()));
            if !known.iter().any(|other| other.path == *path && other.rest == rest) {
                known.push(Known { rest, path: path.clone() });
                firsts.push(first);
            }
        }
        firsts.shrink_to_fit();
        self.firsts.insert(path.clone(), firsts);
    }

    /// Forgets a note's names.
    pub(super) fn forget(&mut self, path: &NotePath) {
        for first in self.firsts.remove(path).into_iter().flatten() {
            let Some(known) = self.by_first.get_mut(&first) else { continue };
            known.retain(|other| other.path != *path);
            if known.is_empty() {
                self.by_first.remove(&first);
            }
        }
    }

    /// Whether a name of somebody begins with this folded word.
    pub fn begins(&self, word: &str) -> bool {
        self.by_first.contains_key(word)
    }

    /// The notes that have exactly the name `written`, case and accents aside, in order.
    pub fn called(&self, written: &str) -> Vec<&NotePath> {
        let mut words = words(written);
        let known = words.next().and_then(|first| self.by_first.get(&first));
        let rest: Vec<String> = words.collect();
        let fitting = known.into_iter().flatten().filter(|known| known.rest == rest);
        order::set(fitting.map(|known| &known.path)).iter().copied().collect()
    }

    /// How many of the folded `words`, counted from the first, are the longest name that begins there.
    pub fn longest(&self, words: &[String]) -> Option<usize> {
        let known = self.by_first.get(words.first()?)?;
        let fits = known.iter().filter(|known| words[1..].starts_with(&known.rest));
        fits.map(|known| 1 + known.rest.len()).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(notes: &[(&str, &[&str])]) -> KnownNames {
        let mut known = KnownNames::default();
        for (path, names) in notes {
            known.learn(&(*path).into(), &names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>());
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
        known.learn(&"a.md".into(), &["Elin Sand".to_owned()]);
        assert_eq!(known.called("Elin Sandgren"), [&NotePath::from("b.md")]);
        known.forget(&"a.md".into());
        known.forget(&"b.md".into());
        assert!(!known.begins("elin"));
    }
}
