//! What is usual in this vault: counts over all notes, kept up to date note by note. With them a rule tells a slip from
//! a habit without looking at every note.

use std::collections::{BTreeMap, BTreeSet};

use super::full_names::full_names;
use super::habits::Habits;
use crate::person::log_section::{LogStanding, log_section};
use namesake_note::config::Settings;
use namesake_note::note::{Kind, Note};
use namesake_text::fold::fold;
use namesake_text::text::moment::{fits, format_in};

/// Counts of what the notes do. Excluded notes count only for the formats that templates write.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Usage {
    /// Notes by the word in `type`, in lower case.
    types: BTreeMap<String, usize>,
    /// Notes that have properties, by kind: with a title and without.
    titles: BTreeMap<Kind, [usize; 2]>,
    /// How notes write their properties.
    pub(super) habits: Habits,
    /// Notes by the names of their properties, in lower case.
    names: BTreeMap<String, usize>,
    /// How person notes call the section that says when they were met.
    logs: BTreeMap<String, usize>,
    /// Person notes that list days in a section for any notes, by its folded title.
    dated_notes: BTreeMap<String, usize>,
    /// Person notes by the titles of their sections, folded.
    sections: BTreeMap<String, usize>,
    /// Person notes by folder.
    people: BTreeMap<String, usize>,
    /// Templates by the property and the format of its date: `created`, `YYYY-MM-DD HH:mm`.
    formats: BTreeMap<(String, String), usize>,
    /// Links in the text of notes: wikilinks, and Markdown links to notes.
    links: [usize; 2],
    /// Full names outside tasks: written `@Rob Benoit`, and linked.
    full_names: [usize; 2],
}

/// Fewer Markdown links than this say nothing about how a vault writes its links.
const MARKDOWN_LINKS: usize = 20;
/// Fewer notes than this are no habit yet.
const HABIT: usize = 20;
/// The least notes that show how something is called.
const FEW: usize = 3;
/// How many notes that follow a habit outweigh one that does not.
const OVERWHELMING: usize = 10;

/// Whether `usual` notes that do it one way make a habit of the vault, if `other` notes do it another way.
pub const fn is_habit(usual: usize, other: usize) -> bool {
    usual >= HABIT && usual >= OVERWHELMING * other
}

/// The formats of dates in the properties of a template, which need not be YAML before it is filled. A template is known by
/// its expressions, wherever it is kept.
fn formats(note: &Note) -> impl Iterator<Item = (String, String)> {
    let block = note.frontmatter.fence.block().map_or("", |block| note.slice(block.yaml));
    let is_template = block.contains("{{") || block.contains("<%");
    let lines = if is_template { block.lines() } else { "".lines() };
    lines.filter(|line| line.contains("{{") || line.contains("<%")).filter_map(|line| {
        let (name, value) = line.split_once(':')?;
        Some((name.trim().to_lowercase(), format_in(value)?.to_owned()))
    })
}

impl Usage {
    /// Counts a note.
    pub(super) fn add(&mut self, note: &Note, settings: &Settings) {
        self.habits.count(note, |count| *count += 1);
        self.count_names(note, usize::saturating_add);
        self.count(note, settings, |count| *count += 1);
    }

    /// Takes a note out of the counts.
    pub(super) fn remove(&mut self, note: &Note, settings: &Settings) {
        self.habits.count(note, |count| *count = count.saturating_sub(1));
        self.count_names(note, usize::saturating_sub);
        self.count(note, settings, |count| *count = count.saturating_sub(1));
    }

    fn count_names(&mut self, note: &Note, change: impl Fn(usize, usize) -> usize) {
        if note.kind != Kind::Excluded {
            let ([mentioned, linked], [more, others]) = (self.full_names, full_names(note));
            self.full_names = [change(mentioned, more), change(linked, others)];
        }
    }

    fn count(&mut self, note: &Note, settings: &Settings, change: impl Fn(&mut usize)) {
        formats(note).for_each(|format| change(self.formats.entry(format).or_default()));
        if note.kind == Kind::Excluded {
            return;
        }
        for link in &note.body().links {
            change(&mut self.links[usize::from(link.markdown)]);
        }
        if note.kind == Kind::Person {
            let log = log_section(note, settings);
            if let Some(log) = log.filter(|log| !matches!(log.standing, LogStanding::Doubtful | LogStanding::Shown)) {
                change(self.logs.entry(log.section.title.clone()).or_default());
                if log.standing == LogStanding::Notes {
                    change(self.dated_notes.entry(fold(&log.section.title)).or_default());
                }
            }
            change(self.people.entry(note.path.folder().to_owned()).or_default());
            let titles: BTreeSet<String> = note.body().sections.iter().map(|section| fold(&section.title)).collect();
            for title in titles {
                change(self.sections.entry(title).or_default());
            }
        }
        if !note.frontmatter.is_valid() {
            return;
        }
        let names: BTreeSet<String> = note.frontmatter.entries.iter().map(|entry| entry.key.to_lowercase()).collect();
        for name in names {
            change(self.names.entry(name).or_default());
        }
        if let Some(word) = note.frontmatter.text("type") {
            change(self.types.entry(word.trim().to_lowercase()).or_default());
        }
        let titled = note.frontmatter.text("title").is_some_and(|title| !title.trim().is_empty());
        change(&mut self.titles.entry(note.kind).or_default()[usize::from(!titled)]);
    }

    /// The words that notes have as their `type`, in lower case and in order.
    pub fn types(&self) -> impl Iterator<Item = &str> {
        self.types.iter().filter(|(_, count)| **count > 0).map(|(word, _)| word.as_str())
    }

    /// How many notes have `word` as their `type`, in any case.
    pub fn of_type(&self, word: &str) -> usize {
        self.types.get(&word.trim().to_lowercase()).copied().unwrap_or_default()
    }

    /// How many notes have a property of this name, in any case.
    pub fn of_name(&self, name: &str) -> usize {
        self.names.get(&name.to_lowercase()).copied().unwrap_or_default()
    }

    /// The names of properties that begin with this letter, in lower case and in order, and how often each stands in a
    /// note.
    pub fn names_from(&self, first: char) -> impl Iterator<Item = (&str, usize)> {
        let names = self.names.range(first.to_string()..).take_while(move |(name, _)| name.starts_with(first));
        names.map(|(name, count)| (name.as_str(), *count)).filter(|(_, count)| *count > 0)
    }

    /// Whether a template writes the property `name` in the form that `text` has.
    pub fn is_of_template(&self, name: &str, text: &str) -> bool {
        let is_own = |format: &str| fits(format, text);
        self.formats.iter().any(|((key, format), count)| *count > 0 && key.eq_ignore_ascii_case(name) && is_own(format))
    }

    /// How many notes of `kind` have properties with a title, and how many without.
    pub fn titles(&self, kind: Kind) -> (usize, usize) {
        let [with, without] = self.titles.get(&kind).copied().unwrap_or_default();
        (with, without)
    }

    /// What most person notes call the section that says when they were met, where a few at least have one.
    pub fn log_title(&self) -> Option<&str> {
        let all: usize = self.logs.values().sum();
        let (title, count) = self.logs.iter().max_by_key(|(_, count)| **count)?;
        (*count >= FEW && 2 * count > all).then_some(title.as_str())
    }

    /// Whether a person note lists days in a section for any notes that has this title.
    pub fn dates_notes(&self, title: &str) -> bool {
        self.dated_notes.get(&fold(title)).is_some_and(|count| *count > 0)
    }

    /// Whether a person note has a section with one of these titles.
    pub fn has_section(&self, titles: &[String]) -> bool {
        titles.iter().any(|title| self.sections.get(&fold(title)).is_some_and(|count| *count > 0))
    }

    /// Whether the vault writes its links as Markdown links, and no others at all.
    pub const fn writes_markdown_links(&self) -> bool {
        let [wiki, markdown] = self.links;
        wiki == 0 && markdown >= MARKDOWN_LINKS
    }

    /// Whether people are mostly written `@Rob Benoit` outside tasks, and not linked.
    pub const fn mentions_people(&self) -> bool {
        let [mentioned, linked] = self.full_names;
        mentioned >= HABIT && mentioned > linked
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
    use crate::vault::Vault;
    use namesake_note::config::Config;

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
        assert_eq!((vault.usage().of_name("Type"), vault.usage().names_from('t').count()), (0, 0));
        assert_eq!(vault.usage().people_folders().count(), 0);
    }

    #[test]
    fn a_name_that_stands_twice_in_a_note_is_one_note_s() {
        let mut vault = Vault::new(Config::default());
        vault.upsert("a.md".into(), "---\ntile: slate\nTile: clay\n---\n".to_owned());
        assert_eq!(vault.usage().of_name("tile"), 1);
    }

    #[test]
    fn a_few_notes_make_no_habit_and_a_mixed_vault_has_none() {
        assert!(is_habit(20, 2) && is_habit(300, 30));
        assert!(!is_habit(19, 1) && !is_habit(29, 3));
    }
}
