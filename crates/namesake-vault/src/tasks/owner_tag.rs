//! Tags that name the owner of a task: `#RobBenoit`, `#Benoit_Rob`, `#people/rob-benoit`.

use crate::vault::Vault;

/// Whether a tag, `#` included, is the full name of a person of the vault, in either order of its words.
pub fn is_person(vault: &Vault, tag: &str) -> bool {
    let name = tag.trim_start_matches('#').rsplit('/').next().unwrap_or_default();
    let mut words = words(name);
    if words.len() < 2 {
        return false;
    }
    let is_called =
        |words: &[String]| vault.known_names().called(&words.join(" ")).into_iter().any(|path| vault.is_person(path));
    is_called(&words) || {
        words.rotate_left(1);
        is_called(&words)
    }
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
    use crate::config::Config;

    #[test]
    fn a_tag_is_a_person_by_the_full_name() {
        let mut vault = Vault::new(Config::default());
        vault.upsert("People/Rob Benoit.md".into(), String::new());
        vault.upsert("People/Kai.md".into(), String::new());
        vault.settle();
        for tag in ["#RobBenoit", "#rob_benoit", "#Benoit-Rob", "#people/rob-benoit"] {
            assert!(is_person(&vault, tag), "{tag}");
        }
        for tag in ["#rob", "#Kai", "#Rob_Banga", "#", "#RobBenoit/later"] {
            assert!(!is_person(&vault, tag), "{tag}");
        }
    }
}
