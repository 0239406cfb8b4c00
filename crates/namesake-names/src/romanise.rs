//! Names of other scripts in Latin letters, so that `Владимир Орлов` and `Vladimir Orlov` meet. The letters are those of
//! the crate `deunicode`, which `build.rs` writes to a table; this adds what names need: vowels that Arabic and Hebrew leave
//! out at a beginning, the order of East Asian names, and the usual spellings of Korean families.

use std::sync::LazyLock;

/// A name in Latin letters.
#[derive(Debug, PartialEq, Eq)]
pub struct Romanised {
    /// First name and surname, in this order.
    pub name: String,
    /// Whether the script leaves out what tells names apart, vowels or which of many characters of one sound. Then nobody is
    /// linked by itself.
    pub is_lossy: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    /// Writes every sound.
    Alphabet,
    /// Leaves out vowels.
    Consonants,
    Han,
    Hangul,
}

/// The script of the first letter that is not Latin.
fn script_of(name: &str) -> Option<Script> {
    name.chars().find(|c| c.is_alphabetic() && u32::from(*c) >= 0x370).and_then(|c| match c {
        '\u{590}'..='\u{7bf}' | '\u{8a0}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => {
            Some(Script::Consonants)
        }
        // Devanagari, Thai and Khmer leave out or reorder vowels.
        '\u{900}'..='\u{97f}' | '\u{e00}'..='\u{e7f}' | '\u{1780}'..='\u{17ff}' => Some(Script::Consonants),
        '\u{1e00}'..='\u{1eff}' => None,
        '\u{3400}'..='\u{9fff}' => Some(Script::Han),
        '\u{ac00}'..='\u{d7a3}' => Some(Script::Hangul),
        _ => Some(Script::Alphabet),
    })
}

/// Families of two Han characters.
const LONG_FAMILIES: [&str; 12] =
    ["欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "皇甫", "令狐", "尉迟", "慕容", "夏侯"];

/// How Korean families are usually spelt, by their spelling in the official romanisation.
const KOREAN_FAMILIES: [(&str, &[&str]); 22] = [
    ("gim", &["kim"]),
    ("i", &["lee", "yi"]),
    ("ri", &["ri"]),
    ("bag", &["park", "pak"]),
    ("choe", &["choi", "choe"]),
    ("jeong", &["jung", "chung", "jong"]),
    ("gang", &["kang"]),
    ("jo", &["cho", "jo"]),
    ("yun", &["yoon", "yun"]),
    ("jang", &["jang", "chang"]),
    ("im", &["lim", "im", "rim"]),
    ("o", &["oh", "o"]),
    ("seo", &["seo", "suh"]),
    ("sin", &["shin", "sin"]),
    ("gwon", &["kwon"]),
    ("an", &["ahn", "an"]),
    ("ryu", &["ryu"]),
    ("yu", &["yoo", "yu"]),
    ("no", &["noh", "roh"]),
    ("baeg", &["baek", "paek"]),
    ("mun", &["moon", "mun"]),
    ("u", &["woo"]),
];

/// The ways to write `name` in Latin letters, the likeliest first; none where it is written so already.
pub fn romanised(name: &str) -> Vec<Romanised> {
    let Some(script) = script_of(name) else { return Vec::new() };
    let words: Vec<&str> = name.split(|c: char| c.is_whitespace() || matches!(c, '·' | '・')).collect();
    let plain = |name: String, is_lossy| Romanised { name, is_lossy };
    match script {
        Script::Alphabet => vec![plain(latin(name), false)],
        Script::Consonants => vec![plain(latin(&with_first_vowels(name)), true)],
        Script::Han => {
            let (family, given) = divided(&words, if starts_long(name) { 2 } else { 1 });
            in_both_orders(&[joined(&family)], &joined(&given), true)
        }
        Script::Hangul => {
            let (family, given) = divided(&words, 1);
            let family = joined(&family).to_lowercase();
            let usual = KOREAN_FAMILIES.iter().find(|(official, _)| *official == family);
            let families: Vec<String> = match usual {
                Some((_, spellings)) => spellings.iter().map(|spelling| (*spelling).to_owned()).collect(),
                None => vec![family],
            };
            in_both_orders(&families, &joined(&given), false)
        }
    }
}

fn starts_long(name: &str) -> bool {
    LONG_FAMILIES.iter().any(|family| name.starts_with(family))
}

/// The family and the given name: as the blank divides them, else after so many characters.
fn divided(words: &[&str], family: usize) -> (String, String) {
    match words {
        [only] => {
            let at = only.char_indices().nth(family).map_or(only.len(), |(at, _)| at);
            (only[..at].to_owned(), only[at..].to_owned())
        }
        [family, given @ ..] => ((*family).to_owned(), given.concat()),
        [] => (String::new(), String::new()),
    }
}

fn in_both_orders(families: &[String], given: &str, is_lossy: bool) -> Vec<Romanised> {
    let orders = |family: &String| [format!("{given} {family}"), format!("{family} {given}")];
    let names = families.iter().flat_map(orders).map(|name| name.trim().to_owned());
    names.map(|name| Romanised { name, is_lossy }).collect()
}

/// Each word in Latin letters, the syllables of a word written together.
fn latin(name: &str) -> String {
    name.split_whitespace().map(joined).collect::<Vec<_>>().join(" ")
}

fn joined(word: &str) -> String {
    word.chars().map(|c| letters_of(c).map_or_else(|| c.to_string(), str::to_owned)).collect()
}

/// Blocks of letters: the first code point of each, and what its letters are in Latin.
static BLOCKS: LazyLock<Vec<(u32, Vec<&str>)>> = LazyLock::new(|| {
    let table: &'static str = include_str!(concat!(env!("OUT_DIR"), "/latin.tsv"));
    let block = |line: &'static str| {
        let (first, letters) = line.split_once('\t')?;
        Some((u32::from_str_radix(first, 16).ok()?, letters.split('\t').collect()))
    };
    table.lines().filter_map(block).collect()
});

/// A letter of another script in Latin, in lower case; `None` for one of no block.
fn letters_of(c: char) -> Option<&'static str> {
    let code = u32::from(c);
    let (first, letters) = BLOCKS.iter().rev().find(|(first, _)| *first <= code)?;
    letters.get((code - first) as usize).copied()
}

/// Letters that stand for a vowel at the beginning of a word, as `a`; the Arabic article as a word of its own.
fn with_first_vowels(name: &str) -> String {
    let is_vowel = |c: char| matches!(c, 'ا' | 'أ' | 'إ' | 'آ' | 'ع' | 'א' | 'ע');
    let begun = |word: &str| {
        if let Some(rest) = word.strip_prefix("ال").filter(|rest| rest.chars().count() > 2) {
            return format!("al {rest}");
        }
        match word.chars().next() {
            Some(first) if is_vowel(first) => format!("a{}", &word[first.len_utf8()..]),
            _ => word.to_owned(),
        }
    };
    name.split_whitespace().map(begun).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(name: &str) -> Vec<String> {
        romanised(name).into_iter().map(|one| one.name.to_lowercase()).collect()
    }

    #[test]
    fn alphabets_are_written_letter_by_letter() {
        assert_eq!(names("Владимир Орлов"), ["vladimir orlov"]);
        assert_eq!(names("Γιώργος Νικολάου"), ["giorgos nikolaou"]);
        assert_eq!(names("Արամ"), ["aram"]);
        assert!(!romanised("Владимир Орлов")[0].is_lossy);
    }

    #[test]
    fn scripts_without_vowels_keep_the_first_one() {
        assert_eq!(names("عمر خالد"), ["amr khld"]);
        assert!(romanised("דוד כהן")[0].is_lossy);
    }

    #[test]
    fn east_asian_names_are_read_in_both_orders() {
        assert_eq!(names("李明"), ["ming li", "li ming"]);
        assert_eq!(names("欧阳明"), ["ming ouyang", "ouyang ming"]);
        assert_eq!(names("김민수"), ["minsu kim", "kim minsu"]);
    }

    #[test]
    fn latin_letters_stay_as_they_are() {
        assert_eq!(romanised("Jürgen Nguyễn"), []);
    }
}
