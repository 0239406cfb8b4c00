//! Whose name the local part of an e-mail address or a handle spells: `sofia.marsh`, `rbenoit`, `rob-banga-4b12`.

use namesake_names::{fold, is_first_name, nickname_family};
use namesake_text::fold::spelled_out;

use namesake_note::common_words::{THINGS, holds};
use namesake_note::word_list::WordList;

/// Words of addresses that several people read, or that say which of somebody's addresses it is. In lower case.
static GENERIC: WordList = WordList::new(
    "\
    account accounts admin billing booking box bureau business buero büro company consulting contact desk dev email \
    family github group hello help home info inbox jobs lab labs mail media news newsletter office orders personal post \
    press private privat reception reply sales service shop spam store studio support team tech test web work",
);
/// From this many letters on, a word is taken for a surname.
const SURNAME: usize = 3;
/// Two words that share so many first letters may be two spellings of one.
const SHARED: usize = 4;
/// Two words that are so much alike may be two spellings of one.
const ALIKE: f64 = 0.6;

/// All names of one person, in folded words.
#[derive(Debug, Clone, Default)]
pub struct NameWords {
    /// The words of each name, in order.
    names: Vec<Vec<String>>,
    /// Every word, its parts and its other spellings.
    known: Vec<String>,
}

/// What an address or a handle says of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spelling {
    /// It is made of the person's names.
    Fits,
    /// It is made of this other name.
    Another(String),
    /// It may be anybody's.
    Open,
}

impl NameWords {
    /// The words of `names`.
    pub fn of<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let mut all = Self::default();
        for name in names {
            let words: Vec<&str> = name.split_whitespace().collect();
            for word in &words {
                let parts = word.split(['-', '\'', '’', '.']).filter(|part| part.chars().count() > 1);
                let spelled = spelled_out(word);
                all.known.extend(parts.chain([*word]).chain(spelled.as_deref()).map(fold));
            }
            let folded = words.into_iter().map(fold).filter(|word| !word.is_empty());
            all.names.push(folded.collect());
        }
        all.names.retain(|name| !name.is_empty());
        all.known.retain(|word| !word.is_empty());
        all
    }

    /// Whether the folded word is one of the person's names or a short form of one.
    pub fn knows(&self, word: &str) -> bool {
        self.known.iter().any(|own| own == word) || self.is_first(word)
    }

    /// Whether the folded word is the person's first name, a short form of it, or the other way round.
    pub fn is_first(&self, word: &str) -> bool {
        let mut firsts = self.names.iter().filter_map(|name| name.first());
        firsts.any(|first| first == word || nickname_family(first).contains(&word))
    }

    /// Whether the folded word may be one of the person's names in another spelling.
    pub fn is_like(&self, word: &str) -> bool {
        let alike = |own: &String| {
            let shared = own.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
            let is_short = |few: &str, many: &str| few.chars().count() >= SURNAME && many.starts_with(few);
            shared >= SHARED
                || is_short(own, word)
                || is_short(word, own)
                || strsim::normalized_damerau_levenshtein(own, word) >= ALIKE
        };
        self.knows(word) || self.known.iter().any(alike)
    }

    /// Whether the folded word can be a surname that is not the person's.
    pub fn is_foreign(&self, word: &str) -> bool {
        word.chars().count() >= SURNAME && !holds(&GENERIC, word) && !holds(&THINGS, word) && !self.is_like(word)
    }

    /// The folded surnames.
    pub fn surnames(&self) -> impl Iterator<Item = &str> {
        self.names.iter().filter(|name| name.len() > 1).filter_map(|name| name.last()).map(String::as_str)
    }

    /// Whether the folded `words` hold one of the names in full.
    pub fn are_in(&self, words: &[String]) -> bool {
        let several = self.names.iter().filter(|name| name.len() > 1);
        several.into_iter().any(|name| words.windows(name.len()).any(|window| window == name))
    }

    /// Whose name `written` spells, the local part of an address or a handle.
    pub fn spelling(&self, written: &str) -> Spelling {
        let words = words_of(written);
        match words.as_slice() {
            [] => Spelling::Open,
            [word] => self.joined(word),
            words => self.several(words),
        }
    }

    /// `rbenoit`, `robb`, `benoit`, `rb`.
    fn joined(&self, word: &str) -> Spelling {
        let letter = |word: &String| word.chars().next().map(String::from).unwrap_or_default();
        let is_own = |name: &Vec<String>| {
            let (Some(first), Some(last)) = (name.first(), name.last()) else { return false };
            let short =
                [letter(first) + last, first.clone() + &letter(last), first.clone() + last, last.clone() + first];
            let initials: String = name.iter().map(letter).collect();
            short.iter().any(|form| form == word)
                || initials == word
                || last.len() >= SHARED && word.contains(last.as_str())
        };
        let fits = self.knows(word) || self.names.iter().any(is_own);
        if fits { Spelling::Fits } else { Spelling::Open }
    }

    fn several(&self, words: &[String]) -> Spelling {
        let is_letter = |word: &&String| word.chars().count() == 1;
        let is_own_letter = |word: &String| self.known.iter().any(|own| own.starts_with(word.as_str()));
        let (letters, whole): (Vec<&String>, Vec<&String>) = words.iter().partition(is_letter);
        let (own, other): (Vec<&String>, Vec<&String>) = whole.iter().partition(|word| self.knows(word));
        let is_surname = |word: &String| self.surnames().any(|own| own == word.as_str());
        match (own.as_slice(), other.as_slice()) {
            ([_, ..], []) if letters.iter().all(|letter| is_own_letter(letter)) => Spelling::Fits,
            ([], [last]) if self.is_foreign(last) => {
                let firsts = self.names.iter().filter_map(|name| name.first());
                let begins = |letter: &String| firsts.clone().any(|first| first.starts_with(letter.as_str()));
                match letters.as_slice() {
                    [letter] if begins(letter) => Spelling::Another(format!("{}. {}", capital(letter), capital(last))),
                    _ => Spelling::Open,
                }
            }
            ([first], [last]) if self.is_first(first) && self.is_foreign(last) => {
                Spelling::Another(format!("{} {}", capital(first), capital(last)))
            }
            // One of the same surname.
            ([last], [first]) if is_surname(last) && is_first_name(first) && !self.is_like(first) => {
                Spelling::Another(format!("{} {}", capital(first), capital(last)))
            }
            ([], [first, last]) if is_first_name(first) && !self.is_like(first) && self.is_foreign(last) => {
                Spelling::Another(format!("{} {}", capital(first), capital(last)))
            }
            _ => Spelling::Open,
        }
    }
}

/// The folded words of an address or a handle. Numbers that make it unique are left out.
fn words_of(written: &str) -> Vec<String> {
    let words =
        written.split(|c: char| !c.is_alphanumeric()).map(|word| word.trim_end_matches(|c: char| c.is_ascii_digit()));
    words
        .filter(|word| !word.contains(|c: char| c.is_ascii_digit()))
        .map(fold)
        .filter(|word| !word.is_empty())
        .collect()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_spells_the_person_or_another_or_nobody() {
        let own = NameWords::of(["Robert Benoit-Łoś", "Rob Benoit"]);
        for fitting in [
            "rob.benoit",
            "benoit.rob",
            "r.benoit",
            "rbenoit",
            "robert",
            "bob.benoit",
            "rb",
            "rob.benoit2",
            "benoit-rob-4b12",
            "robb",
            "robert.benoitlos",
        ] {
            assert_eq!(own.spelling(fitting), Spelling::Fits, "{fitting}");
        }
        for (other, name) in [
            ("rob.banga", "Rob Banga"),
            ("banga.rob", "Rob Banga"),
            ("r.banga", "R. Banga"),
            ("bob.banga", "Bob Banga"),
            ("marie.benoit", "Marie Benoit"),
            ("mary.voss", "Mary Voss"),
            ("rob-banga-4b12a3", "Rob Banga"),
        ] {
            assert_eq!(own.spelling(other), Spelling::Another(name.to_owned()), "{other}");
        }
        for open in [
            "",
            "info",
            "rob.office",
            "rob.work",
            "rob.beniot",
            "banga",
            "m.banga",
            "front.desk",
            "rob.benoit.banga",
            "no-reply",
            "7",
        ] {
            assert_ne!(own.spelling(open), Spelling::Another(String::new()), "{open}");
            assert!(!matches!(own.spelling(open), Spelling::Another(_)), "{open}");
        }
    }
}
