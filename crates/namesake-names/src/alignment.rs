//! The words of a long name set against those of another: who shares a patronymic, a nisba or a family's first half
//! with somebody is not that person. Names of two words are left to `compare`.

use super::compare::{Level, first_name_level, level};
use super::name_words::{LONG, is_long, servants};
use super::nicknames::{family, is_short_form};
use super::record::{Form, Record};
use super::sound::Part;

/// A word with fewer letters is too short for a slip in it to be told from another name: Song and Tong, Ali and Adil.
const SHORTEST_SLIP: u16 = 5;

/// Family names of East Asia, behind or before a given name of two syllables that must agree as a whole.
const FAMILIES: [&str; 60] = [
    "kim", "lee", "li", "yi", "ri", "rhee", "park", "pak", "bak", "choi", "choe", "jung", "jong", "jeong", "chung",
    "kang", "cho", "jo", "jang", "chang", "yoon", "yun", "lim", "im", "rim", "han", "oh", "seo", "suh", "shin", "sin",
    "kwon", "hwang", "ahn", "an", "song", "hong", "wang", "zhang", "liu", "chen", "yang", "huang", "zhao", "wu",
    "zhou", "xu", "sun", "ma", "zhu", "hu", "guo", "he", "lin", "nguyen", "tran", "le", "pham", "ryu", "o",
];

/// In which order the words of two names stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The first words go together, and the last.
    Same,
    /// The family stands at the other end.
    Rotated,
    /// Another one.
    #[default]
    Other,
}

impl Order {
    fn of(written: &[Part], known: &[Part]) -> Self {
        if goes(written.first(), known.first()) && goes(written.last(), known.last()) {
            Self::Same
        } else if is_rotated(written, known) {
            Self::Rotated
        } else {
            Self::Other
        }
    }
}

/// How the words of two names agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Alignment {
    /// Pairs of the same word, or of a short form and its full name.
    pub exact: usize,
    /// Pairs of words that sound or are spelt nearly alike.
    pub alike: usize,
    /// Whether one of these is so short that it may well be another name.
    pub is_vague: bool,
    /// Written words that the other name lacks.
    pub added: usize,
    /// Known words that were not written.
    pub omitted: usize,
    /// How many words in both names join two, such as `abdrahman` for Abdul Rahman.
    pub servants: usize,
    /// In which order the words stand.
    pub order: Order,
    /// Whether it is a name of syllables, none of which may be left out.
    pub is_syllabic: bool,
}

impl Alignment {
    /// Whether the words that agree make a long name by themselves.
    pub const fn is_much(self) -> bool {
        self.exact + self.alike + self.servants >= LONG
    }
}

/// The best agreement of `written` with a name of the person; `None` where neither is a long name.
pub fn best(written: &[Part], record: &Record) -> Option<Alignment> {
    let of_two = |form: &&Form| form.whole && form.scope.is_empty();
    let short = record.forms.iter().filter(of_two).filter_map(|form| Some([form.first.clone(), form.last.clone()?]));
    let names: Vec<Alignment> = if record.words.is_empty() {
        if !is_long(written) {
            return None;
        }
        short.map(|name| align(written, &name)).collect()
    } else {
        record
            .words
            .iter()
            .filter(|known| is_long(known) || is_long(written))
            .map(|known| align(written, known))
            .collect()
    };
    names.into_iter().max_by_key(|one| (2 * one.exact + one.alike, usize::MAX - one.added - one.omitted))
}

fn align(written: &[Part], known: &[Part]) -> Alignment {
    let mut left: Vec<Option<&Part>> = written.iter().map(Some).collect();
    let mut other: Vec<Option<&Part>> = known.iter().map(Some).collect();
    let mut found = Alignment {
        order: Order::of(written, known),
        is_syllabic: is_syllabic(written) || is_syllabic(known),
        ..Alignment::default()
    };
    found.exact += pair(&mut left, &mut other, |one, two| one == two);
    found.exact += joined(&mut left, &mut other) + joined(&mut other, &mut left);
    if let (Some(Some(one)), Some(Some(two))) = (left.first(), other.first())
        && first_name_level(one, &family(one.text()), two) == Level::Nickname
        && (is_short_form(one.text(), two.text()) || is_short_form(two.text(), one.text()))
    {
        (left[0], other[0]) = (None, None);
        found.exact += 1;
    }
    let mut is_vague = false;
    found.alike = pair(&mut left, &mut other, |one, two| {
        let is_alike = matches!(word_level(one, two), Level::Sound | Level::Close);
        is_vague |= is_alike && one.letters().count().min(two.letters().count()) < SHORTEST_SLIP;
        is_alike
    });
    // A single word that has no partner yet may be less alike than the others.
    if left.iter().flatten().count() == 1 && (1..=2).contains(&other.iter().flatten().count()) {
        let last = pair(&mut left, &mut other, |one, two| matches!(word_level(one, two), Level::Fair | Level::Alike));
        found.alike += last;
        is_vague |= last > 0;
    }
    found.is_vague = is_vague;
    found.servants = servants(written).min(servants(known));
    found.added = left.iter().flatten().count();
    found.omitted = other.iter().flatten().count();
    found
}

/// Whether two words are one, or a slip or a short form of one another.
fn goes(one: Option<&Part>, two: Option<&Part>) -> bool {
    let (Some(one), Some(two)) = (one, two) else { return false };
    one == two
        || matches!(first_name_level(one, &family(one.text()), two), Level::Nickname | Level::Sound | Level::Close)
}

fn is_rotated(written: &[Part], known: &[Part]) -> bool {
    let same = |one: (&[Part], &[Part]), other: &[Part]| {
        one.0.len() + one.1.len() == other.len()
            && one.0.iter().chain(one.1).zip(other).all(|(a, b)| goes(Some(a), Some(b)))
    };
    let (Some((first, rest)), Some((last, front))) = (written.split_first(), written.split_last()) else {
        return false;
    };
    same((rest, std::slice::from_ref(first)), known) || same((std::slice::from_ref(last), front), known)
}

/// The level of two words. Of two servants' names, whom they serve is what tells them apart.
fn word_level(one: &Part, two: &Part) -> Level {
    let served = |part: &Part| {
        part.text().strip_prefix("abd").filter(|rest| rest.len() > 2).and_then(|rest| Part::new(rest.to_owned()))
    };
    match (served(one), served(two)) {
        (Some(one), Some(two)) => level(&one, &two),
        _ => level(one, two),
    }
}

/// Removes each word from `left` together with the first word of `other` that it goes with, and returns how many pairs
/// there were.
fn pair(left: &mut [Option<&Part>], other: &mut [Option<&Part>], mut goes: impl FnMut(&Part, &Part) -> bool) -> usize {
    let mut pairs = 0;
    for one in left.iter_mut() {
        let Some(word) = *one else { continue };
        let partner = other.iter_mut().find(|two| two.is_some_and(|two| goes(word, two)));
        if let Some(two) = partner {
            (*one, *two) = (None, None);
            pairs += 1;
        }
    }
    pairs
}

/// Removes each word of `left` that joins two neighbours in `other`: `Annemarie` for `Anne Marie`. Returns how many there
/// were.
fn joined(left: &mut [Option<&Part>], other: &mut [Option<&Part>]) -> usize {
    let mut pairs = 0;
    for one in left.iter_mut() {
        let Some(word) = *one else { continue };
        let at = (1..other.len()).find(|at| match (other[at - 1], other[*at]) {
            (Some(a), Some(b)) => word.text().strip_prefix(a.text()) == Some(b.text()),
            _ => false,
        });
        if let Some(at) = at {
            (*one, other[at - 1], other[at]) = (None, None, None);
            pairs += 1;
        }
    }
    pairs
}

fn is_syllabic(words: &[Part]) -> bool {
    let is_family = |word: Option<&Part>| word.is_some_and(|word| FAMILIES.contains(&word.text()));
    let is_short = |word: &Part| word.letters().count() < 7;
    (2..=4).contains(&words.len())
        && words.iter().all(is_short)
        && (is_family(words.first()) || is_family(words.last()))
}
