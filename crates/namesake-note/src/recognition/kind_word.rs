//! Which kind of note a word stands for, in a property, a tag or a folder's name.

use crate::config::Settings;
use crate::kind::Kind;
use crate::vocabulary::{OwnWords, Role, Roles, roles};
use namesake_text::links;

/// The kind that `words` stand for as a value of a property: `person`, `[[People]]`, `[[MOC/People MOC|People]]`,
/// `weekly meeting`.
pub fn kind_called(words: &str, own: &OwnWords) -> Option<Kind> {
    kind_of(essence(words, own))
}

impl Kind {
    /// The kind that `name` stands for as a value of `type`, by the settings, else by the vocabulary.
    pub fn called(name: &str, settings: &Settings) -> Option<Self> {
        settings.kind_of_type(name.trim()).or_else(|| kind_called(name, &settings.own_words()))
    }
}

/// What the words of a folder's name, a tag or a value stand for: the whole, or what remains without words that say
/// nothing beside another one and without numbers, or the last word.
pub(super) fn essence(words: &str, own: &OwnWords) -> Roles {
    let target = links::sole_target(words.trim()).unwrap_or(words);
    let name = target.rsplit('/').next().unwrap_or(target).trim_end_matches(".md");
    let whole = roles(name, own);
    if says_kind(whole) {
        return whole;
    }
    let is_apart = |c: char| !c.is_alphanumeric() && c != ':' && c != '-';
    let all: Vec<&str> = name.split(is_apart).filter(|word| !word.is_empty()).collect();
    let is_said = |word: &&str| {
        let said = roles(word, own);
        says_kind(said) || !(said.has(Role::Filler) || said.has(Role::Index) || said.has(Role::Notes))
    };
    let said: Vec<&str> = all.iter().copied().filter(is_said).collect();
    let unnumbered: Vec<&str> = said.iter().copied().filter(|word| word.contains(char::is_alphabetic)).collect();
    // “Client meetings”, but not “Neural networks” and “Obsidian Sync”.
    let is_plain = |word: &&&str| {
        let said = roles(word, own);
        said.has(Role::Person)
            || said.has(Role::Meeting)
            || said.has(Role::Company)
            || said.has(Role::Project)
            || said.has(Role::Template)
    };
    let last = unnumbered.last().filter(|_| unnumbered.len() <= 3).filter(is_plain).copied().unwrap_or_default();
    // “Friends & Family”
    let are_people =
        said.iter().all(|word| roles(word, own).has(Role::Person) || roles(word, own).has(Role::PeopleFolder));
    let person = said.iter().find(|word| are_people && roles(word, own).has(Role::Person)).copied().unwrap_or_default();
    let numbered = name.trim_start_matches(|c: char| !c.is_alphabetic());
    let readings = [said.join(" "), unnumbered.join(" "), numbered.to_owned(), person.to_owned(), last.to_owned()];
    readings.iter().map(|reading| roles(reading, own)).find(|found| says_kind(*found)).unwrap_or(whole)
}

/// Whether a word says what notes are: of a kind, people among others, or templates.
const fn says_kind(roles: Roles) -> bool {
    kind_of(roles).is_some() || roles.has(Role::Template) || roles.has(Role::PeopleFolder)
}

/// The kind among several things that a word stands for.
pub(super) const fn kind_of(roles: Roles) -> Option<Kind> {
    match () {
        () if roles.has(Role::Person) => Some(Kind::Person),
        () if roles.has(Role::Meeting) || roles.has(Role::Occasion) => Some(Kind::Meeting),
        () if roles.has(Role::Company) => Some(Kind::Company),
        () if roles.has(Role::Project) => Some(Kind::Project),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_of_a_property_stands_for_a_kind() {
        let own = OwnWords::default();
        for (words, kind) in [
            ("person", Some(Kind::Person)),
            ("[[People]]", Some(Kind::Person)),
            ("[[Atlas/People MOC|people]]", Some(Kind::Person)),
            ("👥 Contacts", Some(Kind::Person)),
            ("03-People", Some(Kind::Person)),
            ("21.03 People", Some(Kind::Person)),
            ("Meeting Notes 2024", Some(Kind::Meeting)),
            ("weekly 1:1", Some(Kind::Meeting)),
            ("1-1s", Some(Kind::Meeting)),
            ("Client Meetings", Some(Kind::Meeting)),
            ("group-meeting", Some(Kind::Meeting)),
            ("one-on-one", Some(Kind::Meeting)),
            ("Kunden", Some(Kind::Company)),
            ("project", Some(Kind::Project)),
            ("team", None),
            ("Meeting rooms", None),
            ("book", None),
            ("2024", None),
            ("", None),
        ] {
            assert_eq!(kind_called(words, &own), kind, "{words}");
        }
    }
}
