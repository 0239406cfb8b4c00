//! The words of a name that tell people apart. How those of two names agree is left to `alignment`.

use super::sound::Part;

/// A name of so many words or more is a long one.
pub const LONG: usize = 3;
/// At most so many words of a name are compared. No name is longer.
const MOST: usize = 12;
/// Small words that belong to the word behind them and tell nobody apart.
const PARTICLES: [&str; 26] = [
    "al", "el", "ul", "ad", "as", "ar", "bin", "ibn", "ben", "bint", "van", "von", "de", "der", "den", "da", "di",
    "do", "dos", "das", "del", "della", "la", "le", "du", "y",
];

/// The first word of names such as `Abdul Rahman`, which are also written as one.
const SERVANTS: [&str; 6] = ["abd", "abdul", "abdel", "abdal", "abdur", "abdoul"];

/// The words of a name that count, in order. Hyphens part words; initials and particles are left out, and a number at the end,
/// which is nobody’s name: it tells namesakes apart, as `Ordinal` does.
pub fn words_of(words: &[&str], part: impl Fn(&str) -> Option<Part>) -> Vec<Part> {
    let count = words.iter().rposition(|word| word.contains(char::is_alphabetic)).map_or(0, |last| last + 1);
    let words = words[..count].iter().flat_map(|word| word.split(['-', '‑', '–']));
    let parts = words.filter_map(&part).filter(|part| part.letters().count() > 1);
    // The first word is a name: Ben and Al are people too.
    let is_name = |(at, part): &(usize, Part)| *at == 0 || !PARTICLES.contains(&part.text());
    let parts = parts.enumerate().filter(is_name).map(|(_, part)| part).take(MOST);
    let mut words: Vec<Part> = Vec::new();
    for word in parts {
        match words.last_mut().filter(|last| SERVANTS.contains(&last.text())) {
            Some(servant) => *servant = part(&["abd", word.text()].concat()).unwrap_or(word),
            None => words.push(one_servant(&word).and_then(|one| part(&one)).unwrap_or(word)),
        }
    }
    words
}

/// `abdurrahman`, `abdelrahman` as `abdrahman`.
fn one_servant(word: &Part) -> Option<String> {
    let rest =
        word.text().strip_prefix("abd").filter(|rest| rest.len() > 4 && rest.starts_with(['u', 'e', 'a', 'o']))?;
    let rest = &rest[1..];
    let mut letters = rest.chars();
    let (first, second) = (letters.next()?, letters.next()?);
    // The article takes the sound of the letter behind it.
    let is_article = first == 'l' || first == second;
    is_article.then(|| ["abd", &rest[first.len_utf8()..]].concat())
}

/// Whether a name has so many words that they have to be compared one by one.
pub fn is_long(words: &[Part]) -> bool {
    words.len() > 1 && words.len() + servants(words) >= LONG
}

/// How many of the words join two, such as `abdrahman` for Abdul Rahman.
pub fn servants(words: &[Part]) -> usize {
    words.iter().filter(|word| word.text().starts_with("abd") && word.letters().count() > 5).count()
}
