//! The words by which people keep notes of people and meetings, in fifteen languages: what a property, a tag, a folder, a
//! label or a heading is called, and what is meant by it. The table is `data/conventions.tsv`; users add their own words
//! in the settings.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use namesake_text::fold::fold;

/// What a word stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Role {
    /// A note about a person.
    Person,
    /// A folder that may hold notes about people.
    PeopleFolder,
    /// A note about a meeting.
    Meeting,
    /// A meeting, or something else that is called so.
    Occasion,
    /// A note about a company.
    Company,
    /// A note about a project.
    Project,
    /// A template.
    Template,
    /// A note that only leads to others.
    Index,
    /// A word that says nothing beside another one.
    Filler,
    /// The property that says what a note is about.
    KindProperty,
    /// The property that names the note above.
    ParentProperty,
    /// Who took part.
    Participants,
    /// Who took part, or something else.
    Companions,
    /// Who did not take part.
    Absent,
    /// The day of a meeting.
    Day,
    /// The day on which a note was made.
    Created,
    /// The section of a person note that says when they were met.
    Log,
    /// A section for anything.
    Notes,
    /// The property that says how somebody is reached.
    ContactDetail,
    /// The property that holds a part of somebody's name.
    ContactName,
}

impl Role {
    /// All roles with their names in the table.
    const NAMES: [(&'static str, Self); 20] = [
        ("person", Self::Person),
        ("people-folder", Self::PeopleFolder),
        ("meeting", Self::Meeting),
        ("occasion", Self::Occasion),
        ("company", Self::Company),
        ("project", Self::Project),
        ("template", Self::Template),
        ("index", Self::Index),
        ("filler", Self::Filler),
        ("kind-property", Self::KindProperty),
        ("parent-property", Self::ParentProperty),
        ("participants", Self::Participants),
        ("companions", Self::Companions),
        ("absent", Self::Absent),
        ("day", Self::Day),
        ("created", Self::Created),
        ("log", Self::Log),
        ("notes", Self::Notes),
        ("contact-detail", Self::ContactDetail),
        ("contact-name", Self::ContactName),
    ];

    fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, role)| *role)
    }
}

/// What a word stands for; it may be several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Roles(u32);

impl Roles {
    /// Whether `role` is one of them.
    pub const fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u32) != 0
    }

    /// Whether there are none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) const fn with(self, role: Role) -> Self {
        Self(self.0 | (1 << role as u32))
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

const TABLE: &str = include_str!("../data/conventions.tsv");

static KNOWN: LazyLock<HashMap<String, Roles>> = LazyLock::new(|| {
    let mut known: HashMap<String, Roles> = HashMap::new();
    for (role, phrase) in rows() {
        let roles = known.entry(key(phrase)).or_default();
        *roles = roles.with(role);
    }
    known
});

/// Each phrase of the table with its role, in order.
fn rows() -> impl Iterator<Item = (Role, &'static str)> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let rows = lines.filter_map(|line| {
        let (role, rest) = line.split_once('\t')?;
        let (_, phrases) = rest.split_once('\t')?;
        Some((Role::named(role)?, phrases))
    });
    rows.flat_map(|(role, phrases)| phrases.split(" | ").map(move |phrase| (role, phrase)))
}

/// Longer phrases, in bytes, are none of the table.
const LONGEST: usize = 48;

/// The keys of phrases that `|` parts.
pub fn keys(phrases: &str) -> BTreeSet<String> {
    phrases.split('|').map(key).collect()
}

/// A phrase as it is compared: folded words with one blank between them.
pub fn key(phrase: &str) -> String {
    let mut key = String::with_capacity(phrase.len());
    // Nearly all phrases are ASCII, and each heading and label of a vault is one.
    if phrase.is_ascii() {
        let words = phrase.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        for word in words {
            if !key.is_empty() {
                key.push(' ');
            }
            key.extend(word.bytes().map(|letter| char::from(letter.to_ascii_lowercase())));
        }
        return key;
    }
    for word in phrase.split(|c: char| !c.is_alphanumeric() && !is_mark(c)) {
        let word = fold(word);
        if !word.is_empty() {
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(&word);
        }
    }
    key
}

/// Whether a sign is an accent of the letter before it.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// What `phrase` stands for, case, accents, signs and a plural in -s aside. `own` are the user's words.
pub fn roles(phrase: &str, own: &OwnWords) -> Roles {
    if phrase.len() > LONGEST {
        return Roles::default();
    }
    let key = key(phrase);
    own.roles(&key).and(known(&key))
}

fn known(key: &str) -> Roles {
    let of = |key: &str| KNOWN.get(key).copied().unwrap_or_default();
    key.strip_suffix('s').map_or_else(|| of(key), |one| of(key).and(of(one)))
}

/// The user's own words, as the settings hold them: for each role what it is called in this vault.
pub type WordsByRole = std::collections::BTreeMap<Role, Vec<String>>;

/// The user's own words, made ready to be looked up.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OwnWords(Vec<(String, Role)>);

impl OwnWords {
    /// Makes the words of the settings ready.
    pub fn of(words: &WordsByRole) -> Self {
        let each = words.iter().flat_map(|(role, phrases)| phrases.iter().map(|phrase| (key(phrase), *role)));
        Self(each.filter(|(key, _)| !key.is_empty()).collect())
    }

    fn roles(&self, key: &str) -> Roles {
        let theirs = self.0.iter().filter(|(own, _)| own == key);
        theirs.fold(Roles::default(), |roles, (_, role)| roles.with(*role))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(phrase: &str, role: Role) -> bool {
        roles(phrase, &OwnWords::default()).has(role)
    }

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        for line in lines {
            let parts: Vec<&str> = line.split('\t').collect();
            assert_eq!(parts.len(), 3, "{line}");
            assert!(Role::named(parts[0]).is_some() && parts[1].len() == 2, "{line}");
            assert!(parts[2].split(" | ").all(|phrase| !key(phrase).is_empty()), "{line}");
        }
    }

    #[test]
    fn case_accents_signs_and_plural_do_not_matter() {
        for phrase in ["People", "contacts", "Contact", "PERSONNES", "人物", "Team Members", "Współpracownicy"] {
            assert!(is(phrase, Role::Person), "{phrase}");
        }
        for phrase in ["1:1", "1-1", "1 1", "Réunions", "reunion", "Stand-ups", "会議", "MÖTEN", "Meetings"] {
            assert!(is(phrase, Role::Meeting), "{phrase}");
        }
        assert!(is("note_type", Role::KindProperty) && is("fileClass", Role::KindProperty));
        assert!(!is("Ford", Role::Person) && !is("", Role::Person) && !is(&"people".repeat(20), Role::Person));
    }

    #[test]
    fn phrases_of_ascii_are_read_as_others_are() {
        for phrase in ["Key-Facts", " 1:1 ", "Q&A (open)", "__init__", "a\tb\nc", "ACTION  ITEMS!"] {
            assert_eq!(key(&format!("{phrase} é")), format!("{} e", key(phrase)), "{phrase}");
        }
        assert_eq!(key(" -- "), "");
    }

    #[test]
    fn the_users_words_add_to_the_table() {
        let own = OwnWords::of(&WordsByRole::from([(Role::Participants, vec!["Crew on deck".to_owned()])]));
        assert!(roles("crew-on-deck", &own).has(Role::Participants));
        assert!(roles("Attendees", &own).has(Role::Participants));
        assert!(!is("crew on deck", Role::Participants));
    }
}
