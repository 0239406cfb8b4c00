//! Tags that name the owner of a task: `#RobBenoit`, `#Benoit_Rob`, `#people/rob-benoit`, and by a first name `#rob` or
//! `#owner/rob` where one who took part has it.

use namesake_text::path::NotePath;

use crate::vault::{Context, Vault};
use namesake_note::common_words::{CALENDAR, holds};
use namesake_note::finding::Tier;

/// First parts of a tag that say that the rest is an owner.
#[rustfmt::skip]
const OWNERS: &[&str] = &[
    "owner", "assignee", "assigned", "responsible", "who", "verantwortlich", "zuständig", "wer", "responsable", "qui", "quién",
    "responsável", "quem", "responsabile", "chi", "eigenaar", "wie", "odpowiedzialny", "kto", "ansvarig", "vem", "ответственный",
    "исполнитель", "кто", "担当",
];

/// Whether a tag, `#` included, says whose a task is: it is a person's name, or says so itself.
pub fn names_owner(vault: &Vault, tag: &str, context: &Context) -> bool {
    says_owner(tag) || person(vault, tag, context).is_some()
}

/// Whether a tag, `#` included, says itself that it names an owner, whom nobody need know.
pub fn says_owner(tag: &str) -> bool {
    let said = tag.trim_start_matches('#').split_once('/');
    said.is_some_and(|(first, name)| !name.is_empty() && OWNERS.contains(&first.to_lowercase().as_str()))
}

/// The person whom a tag, `#` included, names: by the full name, in either order of its words, or one of the participants
/// by one name alone.
pub fn person(vault: &Vault, tag: &str, context: &Context) -> Option<NotePath> {
    let name = tag.trim_start_matches('#').rsplit('/').next().unwrap_or_default();
    let mut words = words(name);
    if words.is_empty() {
        return None;
    }
    if let [word] = words.as_slice() {
        let answer = Some(word).filter(|word| !holds(&CALENDAR, word)).map(|word| vault.resolve(word, context))?;
        let is_exact = answer.candidates.first().is_some_and(|best| !best.misheard);
        let best = answer.best.filter(|_| answer.tier == Some(Tier::Auto) && is_exact);
        return best.filter(|best| context.participants.contains(best));
    }
    let called = |words: &[String]| {
        vault.known_names().called(&words.join(" ")).into_iter().find(|path| vault.is_person(path)).cloned()
    };
    called(&words).or_else(|| {
        words.rotate_left(1);
        called(&words)
    })
}

/// The words of a tag, which begin behind a sign or with a capital letter.
fn words(tag: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for letter in tag.chars() {
        let is_part = letter.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&letter);
        let begins = !before.is_alphanumeric() || before.is_lowercase() && letter.is_uppercase();
        match words.last_mut() {
            Some(word) if is_part && !begins => word.push(letter),
            _ if is_part => words.push(letter.to_string()),
            _ => {}
        }
        before = letter;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use namesake_note::config::Config;

    #[test]
    fn a_tag_is_a_person_by_the_full_name_or_by_one_who_took_part() {
        let mut vault = Vault::new(Config::default());
        vault.upsert("People/Rob Benoit.md".into(), String::new());
        vault.upsert("People/Kai.md".into(), String::new());
        vault.settle();
        let nobody = Context::default();
        for tag in ["#RobBenoit", "#rob_benoit", "#Benoit-Rob", "#people/rob-benoit"] {
            assert!(person(&vault, tag, &nobody).is_some(), "{tag}");
        }
        assert!(
            says_owner("#owner/ana") && says_owner("#Кто/ана") && !says_owner("#owner") && !says_owner("#pilot/ana")
        );
        for tag in ["#rob", "#Kai", "#Rob_Banga", "#", "#RobBenoit/later"] {
            assert_eq!(person(&vault, tag, &nobody), None, "{tag}");
        }
        let present = Context { participants: vec!["People/Rob Benoit.md".into()], ..Context::default() };
        for tag in ["#rob", "#Rob", "#owner/rob"] {
            assert!(person(&vault, tag, &present).is_some(), "{tag}");
        }
        for tag in ["#Kai", "#robot", "#rob-banga"] {
            assert_eq!(person(&vault, tag, &present), None, "{tag}");
        }
    }
}
