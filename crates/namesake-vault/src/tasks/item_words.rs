//! The words by which columns of tables and labels below a task say what stands there.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The table of words.
static TABLE: &str = include_str!("../../data/item-words.tsv");

/// What a word stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemWord {
    /// What is to be done.
    Task,
    /// What is to be done, in cells that say who has to do it.
    Action,
    /// Who has to do it.
    Owner,
    /// By when.
    Day,
    /// By when, in English, where the month may come first.
    EnglishDay,
    /// How far it is.
    State,
    /// That it is done.
    Done,
    /// That it is not.
    Open,
    /// What was said, in tables that say of some of it who has to do it.
    Point,
    /// Whether a row is something to do, a decision or said for information.
    Kind,
    /// That it is nothing to do.
    Told,
    /// What else labels below a task say of it: how urgent it is, since when it stands there.
    Field,
    /// What may stand beside another of these words and changes nothing.
    Qualifier,
}

impl ItemWord {
    const NAMES: [(&'static str, Self); 13] = [
        ("task", Self::Task),
        ("action", Self::Action),
        ("owner", Self::Owner),
        ("day", Self::Day),
        ("english-day", Self::EnglishDay),
        ("state", Self::State),
        ("done", Self::Done),
        ("open", Self::Open),
        ("point", Self::Point),
        ("kind", Self::Kind),
        ("told", Self::Told),
        ("field", Self::Field),
        ("qualifier", Self::Qualifier),
    ];

    /// Whether `title` is one of its words, without regard to case and signs around it.
    pub fn is(self, title: &str) -> bool {
        let title = title.trim_matches(['*', '_', ' ', ':']).to_lowercase();
        // `🟢 Done`
        let bare = title.trim_matches(|c: char| !c.is_alphanumeric());
        [bare, &title].iter().any(|title| self.has(title))
    }

    /// Whether the title of a column says so: one of the words, one beside a word that changes nothing, `Descripción
    /// breve`, or several, `Task / Action item`.
    pub fn heads(self, title: &str) -> bool {
        if self.is(title) {
            return true;
        }
        let title = title.trim_matches(['*', '_', ' ', ':']).to_lowercase();
        let apart = [title.split_once(' '), title.rsplit_once(' ').map(|(word, last)| (last, word))];
        let is_beside = |(beside, word): (&str, &str)| Self::Qualifier.has(beside) && self.has(word.trim());
        let mut parts = title.split(['/', '&']).map(str::trim);
        apart.into_iter().flatten().any(is_beside) || title.contains(['/', '&']) && parts.all(|part| self.has(part))
    }

    fn has(self, word: &str) -> bool {
        static WORDS: OnceLock<BTreeMap<&str, Vec<ItemWord>>> = OnceLock::new();
        WORDS.get_or_init(words).get(word).is_some_and(|roles| roles.contains(&self))
    }
}

/// How far an item is, where it begins with that: its bytes, with the colon or the brackets, and whether it is done.
/// `DONE: send it`, `[open] send it`.
pub fn state_ahead(words: &str) -> Option<(usize, bool)> {
    let inner = words.strip_prefix(['[', '(']);
    let (state, behind) = inner.map_or_else(|| words.split_once(':'), |inner| inner.split_once([']', ')']))?;
    let is_done = ItemWord::Done.is(state);
    // “Yes: send it” is no state.
    let is_state = state.len() > 3 && (is_done || ItemWord::Open.is(state));
    let behind = behind.trim_start_matches(['*', '_', ':']).strip_prefix(' ').filter(|_| is_state)?.trim_start();
    (!behind.is_empty()).then_some((words.len() - behind.len(), is_done))
}

fn words() -> BTreeMap<&'static str, Vec<ItemWord>> {
    let mut words: BTreeMap<&str, Vec<ItemWord>> = BTreeMap::new();
    for (name, row) in TABLE.lines().filter_map(|line| line.split_once('\t')) {
        let role = ItemWord::NAMES.iter().find(|(other, _)| *other == name).map(|(_, role)| *role);
        for word in row.split(", ") {
            words.entry(word).or_default().extend(role);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_a_role_and_words() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let (name, row) = line.split_once('\t').unwrap();
            assert!(ItemWord::NAMES.iter().any(|(other, _)| *other == name), "{line}");
            assert!(row.split(", ").all(|word| !word.is_empty() && word.trim() == word), "{line}");
        }
        assert!(
            ItemWord::Owner.is("**Verantwortlich:**")
                && ItemWord::Done.is("🟢 Erledigt")
                && ItemWord::Done.is("✅")
                && !ItemWord::Done.is("offen")
        );
    }

    #[test]
    fn a_column_may_have_more_than_its_word() {
        for title in ["Descripción breve", "**Neue Aufgaben**", "Task / Action item", "Agreed actions", "Tâche"] {
            assert!(ItemWord::Task.heads(title), "{title}");
        }
        for title in ["Breve", "Task force", "Task / Price", "Descripción del local", "New doors", "/"] {
            assert!(!ItemWord::Task.heads(title), "{title}");
        }
    }
}
