//! What is usual in this vault: counts over all notes, kept up to date note by note. With them a rule tells a slip from
//! a habit without looking at every note.

use std::collections::BTreeMap;

use crate::note::{Kind, Note};

/// Counts of what the notes do. Templates and excluded notes do not count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Usage {
    /// Notes by the word in `type`, in lower case.
    types: BTreeMap<String, usize>,
    /// Notes that have properties, by kind: with a title and without.
    titles: BTreeMap<Kind, [usize; 2]>,
    /// Person notes by folder.
    people: BTreeMap<String, usize>,
    /// Links in the text of notes: wikilinks, and Markdown links to notes.
    links: [usize; 2],
}

/// Fewer Markdown links than this say nothing about how a vault writes its links.
const MARKDOWN_LINKS: usize = 20;
/// Fewer notes than this are no habit yet.
const HABIT: usize = 20;
/// How many notes that follow a habit outweigh one that does not.
const OVERWHELMING: usize = 10;

/// Whether `usual` notes that do it one way make a habit of the vault, if `other` notes do it another way.
pub const fn is_habit(usual: usize, other: usize) -> bool {
    usual >= HABIT && usual >= OVERWHELMING * other
}

impl Usage {
    /// Counts a note.
    pub(super) fn add(&mut self, note: &Note) {
        self.count(note, |count| *count += 1);
    }

    /// Takes a note out of the counts.
    pub(super) fn remove(&mut self, note: &Note) {
        self.count(note, |count| *count = count.saturating_sub(1));
    }

    fn count(&mut self, note: &Note, change: impl Fn(&mut usize)) {
        if note.kind == Kind::Excluded {
            return;
        }
        for link in &note.body().links {
            change(&mut self.links[usize::from(link.markdown)]);
        }
        if !note.frontmatter.is_valid() {
            return;
        }
        if let Some(word) = note.frontmatter.text("type") {
            change(self.types.entry(word.trim().to_lowercase()).or_default());
        }
        let titled = note.frontmatter.text("title").is_some_and(|title| !title.trim().is_empty());
        change(&mut self.titles.entry(note.kind).or_default()[usize::from(!titled)]);
        if note.kind == Kind::Person {
            change(self.people.entry(note.path.folder().to_owned()).or_default());
        }
    }

    /// How many notes have `word` as their `type`, in any case.
    pub fn of_type(&self, word: &str) -> usize {
        self.types.get(&word.trim().to_lowercase()).copied().unwrap_or_default()
    }

    /// How many notes of `kind` have properties with a title, and how many without.
    pub fn titles(&self, kind: Kind) -> (usize, usize) {
        let [with, without] = self.titles.get(&kind).copied().unwrap_or_default();
        (with, without)
    }

    /// Whether the vault writes its links as Markdown links, and no others at all.
    pub const fn writes_markdown_links(&self) -> bool {
        let [wiki, markdown] = self.links;
        wiki == 0 && markdown >= MARKDOWN_LINKS
    }

    /// The folders of person notes with the number of these, in order.
    pub fn people_folders(&self) -> impl Iterator<Item = (&str, usize)> {
        let folders = self.people.iter().map(|(folder, count)| (folder.as_str(), *count));
        folders.filter(|(_, count)| *count > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::vault::Vault;

    #[test]
    fn counts_follow_every_change_of_a_note() {
        let mut vault = Vault::new(Config::default());
        let note = |vault: &mut Vault, text: &str| vault.upsert("People/a.md".into(), text.to_owned());
        note(&mut vault, "---\ntype: Person\ntitle: A\n---\n");
        vault.upsert("Templates/a.md".into(), "---\ntype: person\n---\n".to_owned());
        assert_eq!((vault.usage().of_type("person"), vault.usage().titles(Kind::Person)), (1, (1, 0)));
        note(&mut vault, "---\ntype: people\n---\n");
        assert_eq!((vault.usage().of_type("person"), vault.usage().titles(Kind::Person)), (0, (0, 1)));
        vault.rename(&"People/a.md".into(), "People/b.md".into());
        assert_eq!(vault.usage().of_type("people"), 1);
        assert_eq!(vault.usage().people_folders().collect::<Vec<_>>(), [("People", 1)]);
        vault.remove(&"People/b.md".into());
        assert_eq!((vault.usage().of_type("people"), vault.usage().titles(Kind::Person)), (0, (0, 0)));
        assert_eq!(vault.usage().people_folders().count(), 0);
    }

    #[test]
    fn a_few_notes_make_no_habit_and_a_mixed_vault_has_none() {
        assert!(is_habit(20, 2) && is_habit(300, 30));
        assert!(!is_habit(19, 1) && !is_habit(29, 3));
    }
}
