//! The words by which columns of tables and labels below a task say what stands there.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use namesake_text::fold;

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
    /// The same, in the title of a column alone.
    OwnerColumn,
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
    /// At what time of the meeting or for how long, in an agenda.
    Clock,
    /// Of the document itself, whose history a table tells.
    Version,
    /// What was decided, which may stand in a title beside what is to be done: `Decisions / Next steps`.
    Decided,
    /// What may stand beside another of these words and changes nothing.
    Qualifier,
}

impl ItemWord {
    const NAMES: [(&'static str, Self); 17] = [
        ("task", Self::Task),
        ("action", Self::Action),
        ("owner", Self::Owner),
        ("owner-column", Self::OwnerColumn),
        ("day", Self::Day),
        ("english-day", Self::EnglishDay),
        ("state", Self::State),
        ("done", Self::Done),
        ("open", Self::Open),
        ("point", Self::Point),
        ("kind", Self::Kind),
        ("told", Self::Told),
        ("field", Self::Field),
        ("clock", Self::Clock),
        ("version", Self::Version),
        ("decided", Self::Decided),
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
        // “Responsible for the review”
        let is_charge = || {
            let charged = CHARGED.iter().filter_map(|joint| title.split_once(joint));
            self == Self::Owner && charged.map(|(word, _)| word).any(|word| self.has(word))
        };
        apart.into_iter().flatten().any(is_beside)
            || is_charge()
            || title.contains(['/', '&'])
                && parts.all(|part| self.has(part) || self == Self::Task && Self::Decided.has(part))
    }

    fn has(self, word: &str) -> bool {
        static WORDS: OnceLock<BTreeMap<String, Vec<ItemWord>>> = OnceLock::new();
        let words = WORDS.get_or_init(words);
        let is = |word: &str| words.get(word).is_some_and(|roles| roles.contains(&self));
        is(word) || is(&plain(&without_gender(word)))
    }
}

/// What stands between who does something and what they do, in the title of a column.
const CHARGED: [&str; 12] =
    [" for ", " für ", " pour ", " pela ", " pelo ", " por ", " per ", " voor ", " za ", " de la ", " della ", " del "];

/// Words without accents and signs: `tache`, `resp`.
fn plain(words: &str) -> String {
    fold::words(words).collect::<Vec<_>>().join(" ")
}

/// Words without the endings of more genders and of the plural: `Verantwortliche:r`, `Encargado/a`, `Chargé(e) de l’action`.
fn without_gender(words: &str) -> String {
    let bare = |word: &str| {
        let at = word.char_indices().find(|(at, c)| *at > 2 && [':', '*', '/', '(', '·', '•', '_'].contains(c));
        let (stem, ending) = at.map_or((word, ""), |(at, _)| word.split_at(at));
        let letters: String = ending.chars().filter(|c| c.is_alphabetic()).collect();
        if ENDINGS.contains(&letters.as_str()) { stem.to_owned() } else { word.to_owned() }
    };
    words.split(' ').map(bare).collect::<Vec<_>>().join(" ")
}

/// Such endings.
#[rustfmt::skip]
const ENDINGS: [&str; 20] =
    ["r", "n", "e", "es", "s", "a", "as", "o", "os", "i", "is", "in", "innen", "ne", "na", "ni", "y", "x", "en", "rs"];

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

/// Each word as it is written, without accents, and with umlauts spelled out.
fn words() -> BTreeMap<String, Vec<ItemWord>> {
    let mut words: BTreeMap<String, Vec<ItemWord>> = BTreeMap::new();
    for (name, row) in TABLE.lines().filter_map(|line| line.split_once('\t')) {
        let role = ItemWord::NAMES.iter().find(|(other, _)| *other == name).map(|(_, role)| *role);
        for word in row.split(", ") {
            let spelled = fold::spelled_out(word).map(|word| plain(&word));
            let forms = [Some(word.to_owned()), Some(plain(word)), spelled].into_iter().flatten();
            // A sign alone has no letters.
            for form in forms.filter(|form| !form.is_empty()) {
                words.entry(form).or_default().extend(role);
            }
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
    fn a_word_may_lack_accents_and_have_endings() {
        for title in [
            "Verantwortliche:r",
            "Zuständige/r",
            "Zustaendig",
            "Encargado/a",
            "Responsável(is)",
            "Responsavel",
            "Référent·e·s",
            "Chargé(e) de l'action",
            "Odpowiedzialny/a",
            "Owner(s)",
            "Wer?",
            "Osoba odp.",
        ] {
            assert!(ItemWord::Owner.heads(title), "{title}");
        }
        for title in ["Wer/Was", "Name", "Thema", "Sprecher:in", "Ort"] {
            assert!(!ItemWord::Owner.heads(title), "{title}");
        }
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
