//! Whether words may be a person's name, by their shape alone.

use namesake_names::is_first_name;
use namesake_text::fold::fold;

use crate::common_words::{CALENDAR, THINGS, holds};
use crate::vocabulary::{OwnWords, Role, roles};
use crate::word_list::WordList;

/// What words look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameShape {
    /// No name.
    None,
    /// One word that may be a first name, a surname, or a thing: “Jane”, “Ford”.
    Single,
    /// Several words as in a name: “Jane Doe”, “Deep Learning”.
    Several,
    /// Several words the first of which is a first name: “Jane Doe”; or a name in a script without capital letters.
    Full,
}

/// Small words inside names, in lower case.
static PARTICLES: WordList = WordList::new(
    "da das de dei del della den der di do dos du e el la las le los ten ter til van vom von y zu zum zur af av bin ibn al \
     bint ben abu",
);

/// Words of titles of works, groups and topics that stand in no name, in lower case.
static TOPICS: WordList = WordList::new(
    "the an of for and or to in on at by with how what why when guide report plan review summary agenda ideas idea \
     research learning design management system systems science data software security marketing strategy history theory \
     book books article articles paper papers course courses recipe recipes travel trip health finance budget roadmap \
     onboarding tasks task todo todos inbox archive notes note log journal diary questions reading team group ltd inc llc \
     gmbh corp company council committee department office university institute bank group labs studio church club",
);

/// The most words of a name.
const LONGEST: usize = 6;

/// The shape of `words`: a file's name, a heading or an item of a list, without brackets, `@` and links.
pub fn name_shape(words: &str) -> NameShape {
    let bare = words.trim().trim_start_matches(['@', '+']).trim();
    let bare = bare.split_once(" (").map_or(bare, |(name, _)| name);
    if bare.is_empty() || bare.contains(|c: char| c.is_ascii_digit() || "/:;!?&=#[]{}<>|\"…“”".contains(c)) {
        return NameShape::None;
    }
    if bare.chars().all(|c| is_ideographic(c) || c == ' ' || c == '・' || c == '·') {
        return if (2..=12).contains(&bare.chars().count()) { NameShape::Full } else { NameShape::None };
    }
    let mut parts: Vec<&str> = bare.split([' ', ',', '_']).filter(|part| !part.is_empty()).collect();
    // `jane-doe`
    if let [slug] = parts[..]
        && slug.contains('-')
        && !slug.contains(char::is_uppercase)
    {
        parts = slug.split('-').filter(|part| !part.is_empty()).collect();
        let is_name = parts.len() > 1 && parts.len() < LONGEST && is_first_name(&fold(parts[0]));
        return if is_name { NameShape::Full } else { NameShape::None };
    }
    let is_topic = |part: &&str| holds(&TOPICS, part) || holds(&CALENDAR, part) || holds(&THINGS, part);
    if parts.is_empty() || parts.len() > LONGEST || parts.iter().any(is_topic) || bare.matches(',').count() > 1 {
        return NameShape::None;
    }
    let knows = |part: &&str| is_first_name(&fold(part));
    let is_written_small = parts.iter().all(|part| !part.contains(char::is_uppercase));
    let has_case = bare.contains(char::is_lowercase) || bare.contains(char::is_uppercase);
    let is_named = |part: &&str| !has_case || part.starts_with(char::is_uppercase) || holds(&PARTICLES, part);
    let first = parts.iter().any(knows);
    match parts.len() {
        _ if is_written_small && has_case && parts.len() > 1 => {
            if first {
                NameShape::Full
            } else {
                NameShape::None
            }
        }
        1 if is_written_small && has_case && !stands_for_notes(bare) => NameShape::Single,
        _ if !parts.iter().all(is_named) => NameShape::None,
        1 if stands_for_notes(bare) => NameShape::None,
        1 => NameShape::Single,
        _ if first => NameShape::Full,
        _ => NameShape::Several,
    }
}

/// Whether a word is one for notes (`Meetings`, `Index`) and so no name.
fn stands_for_notes(word: &str) -> bool {
    let roles = roles(word, &OwnWords::default());
    [Role::Person, Role::Meeting, Role::Company, Role::Project, Role::Template, Role::Index, Role::PeopleFolder]
        .into_iter()
        .any(|role| roles.has(role))
}

/// Whether a letter is of a script that writes names without blanks and capital letters: Han, Kana, Hangul.
const fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_topics_and_things_are_told_apart() {
        for (words, shape) in [
            ("Jane Doe", NameShape::Full),
            ("@Jane Doe", NameShape::Full),
            ("Doe, Jane", NameShape::Full),
            ("jane doe", NameShape::Full),
            ("jane-doe", NameShape::Full),
            ("Søren Bjerregaard-Holm", NameShape::Several),
            ("Ana de la Cruz", NameShape::Full),
            ("Jane Doe (Northwind)", NameShape::Full),
            ("山田太郎", NameShape::Full),
            ("Мария Иванова", NameShape::Several),
            ("Jane", NameShape::Single),
            ("Ford", NameShape::Single),
            ("Machine Learning", NameShape::None),
            ("Grace Hospital", NameShape::None),
            ("Notes on Jane", NameShape::None),
            ("2025-10-31", NameShape::None),
            ("People", NameShape::None),
            ("machine-learning", NameShape::None),
            ("bread and butter", NameShape::None),
            ("", NameShape::None),
        ] {
            assert_eq!(name_shape(words), shape, "{words}");
        }
    }
}
