//! A written form of a person, taken apart: titles, `Last, First`, a company beside the name, initials, handles. Knows
//! nothing of who exists; that a word is a company's name is asked through a closure.

use std::borrow::Cow;

use namesake_text::text::mojibake::windows_1252;

use super::ordinal::Ordinal;
use super::romanise::romanised;
use super::sound::Part;
use super::{census, name_words};
use namesake_text::fold::{fold, spelled_out};

/// A written form, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mention {
    /// Every way to read the form, the plainest first; empty where it holds no name.
    pub readings: Vec<Reading>,
    /// The company written beside the name.
    pub company: Option<String>,
    /// The place among namesakes that is written behind the name.
    pub ordinal: Option<Ordinal>,
}

/// One way to read a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// First name and surname, one of them perhaps an initial.
    Full(FullName),
    /// One word; after a title it is a surname.
    Lone { word: Part, titled: bool },
    /// `RB`, `R.B.`
    Initials { first: char, last: char },
    /// `@rob.benoit`, `@RobBenoit`, `@rbenoit`.
    Handle(Part),
}

/// A first name and a surname as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FullName {
    /// The first name.
    pub first: Part,
    /// Everything after it, written together.
    pub last: Part,
    /// Both written together.
    pub full: String,
    /// The initial between them, in lower case.
    pub middle: Option<char>,
    /// Whether the first name is an initial only.
    pub first_is_initial: bool,
    /// Whether the surname is an initial only.
    pub last_is_initial: bool,
    /// Whether no word was left out in this reading.
    pub whole: bool,
    /// How the reading came from what is written.
    pub origin: Origin,
    /// The words that tell people apart, see [`name_words`](super::name_words).
    pub words: Box<[Part]>,
}

/// How a reading came from what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// As it stands there, or in the usual order and letters.
    Written,
    /// Its two words in the other order.
    Turned,
    /// From a script that leaves out what tells names apart.
    Lossy,
}

const TITLES: [&str; 14] =
    ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "herr", "frau", "jr", "sr", "phd"];

/// Words that are titles only in front of a name. Elsewhere they are surnames.
const TITLES_IN_FRONT: [&str; 74] = [
    "ayatollah",
    "imam",
    "sheikh",
    "sheik",
    "rabbi",
    "pope",
    "emperor",
    "sultan",
    "queen",
    "princess",
    "dame",
    "captain",
    "colonel",
    "lieutenant",
    "sergeant",
    "admiral",
    "president",
    "senator",
    "governor",
    "reverend",
    "rev",
    "bishop",
    "archbishop",
    "cardinal",
    "baroness",
    "lord",
    "lady",
    "count",
    "countess",
    "monsieur",
    "shaykh",
    "mullah",
    "maulavi",
    "mawlawi",
    "general",
    "ambassador",
    "mayor",
    "congressman",
    "congresswoman",
    "representative",
    "docteur",
    "maître",
    "mademoiselle",
    "doctor",
    "ingeniero",
    "doña",
    "dottor",
    "dottoressa",
    "avvocato",
    "mevrouw",
    "meneer",
    "frère",
    "père",
    "madame",
    "signor",
    "signora",
    "señor",
    "señora",
    "sra",
    "sig",
    "mme",
    "mlle",
    "dhr",
    "mevr",
    "cllr",
    "councillor",
    "bc",
    "mgr",
    "mudr",
    "judr",
    "rndr",
    "phdr",
    "paeddr",
    "mvdr",
];

/// Titles in front of a name that a full stop ends. Without it they are names.
const TITLES_WITH_STOP: [&str; 8] = ["ing.", "mag.", "lic.", "arq.", "dott.", "avv.", "dipl.-ing.", "mag.a"];

/// Makes a part of folded letters, or finds the one that people share already.
pub type MakePart<'a> = &'a dyn Fn(String) -> Option<Part>;

/// Takes `text` apart. `is_company` says whether a piece of it is the name of a known company.
pub fn parse(text: &str, is_company: &dyn Fn(&str) -> bool, part: MakePart) -> Mention {
    let text = mended(text.trim());
    let mut text = without_possessive(text.trim());
    if text.starts_with('@') {
        text = text.trim_start_matches(|c: char| c == '@' || c.is_whitespace());
        if !text.contains(char::is_whitespace) {
            return handle_mention(text, part);
        }
    }
    if let Some(local) = address(text) {
        return address_mention(text, local, part);
    }
    let (name, company) = split_company(text, is_company);
    let mut mention = Mention { readings: readings(&name, part), company, ordinal: Ordinal::of(&name) };
    if let Some(spelled) = spelled_out(&name) {
        mention.readings.extend(readings(&spelled, part));
    }
    for latin in romanised(&name) {
        mention.readings.extend(readings(&latin.name, part).into_iter().map(|mut reading| {
            if let Reading::Full(full) = &mut reading {
                full.origin = if latin.is_lossy { Origin::Lossy } else { Origin::Written };
            }
            reading
        }));
    }
    mention
}

impl FullName {
    /// The same name with its two words in the other order.
    pub fn turned_round(&self) -> Self {
        let (first, last) = (self.last.clone(), self.first.clone());
        let full = [first.text(), last.text()].concat();
        Self { first, last, full, origin: Origin::Turned, ..self.clone() }
    }
}

/// The name in `text` as people say it, and the company written beside it: without title and possessive, mended where it
/// was decoded wrongly, `Last, First` turned round.
pub fn spoken(text: &str, is_company: impl Fn(&str) -> bool) -> (String, Option<String>) {
    let text = mended(text.trim());
    let text = without_possessive(text.trim());
    let (name, company) = split_company(text.trim_start_matches('@'), &is_company);
    let words: Vec<&str> = name.split_whitespace().collect();
    (untitled(&words).join(" "), company)
}

/// The words without titles.
fn untitled<'w>(words: &[&'w str]) -> Vec<&'w str> {
    let is_one = |titles: &[&str], word: &str| {
        let word = word.trim_end_matches('.');
        titles.iter().any(|title| word.eq_ignore_ascii_case(title))
    };
    let words = match words {
        [first, rest @ ..] if !rest.is_empty() && is_one(&TITLES_IN_FRONT, first) => rest,
        [first, rest @ ..]
            if !rest.is_empty() && TITLES_WITH_STOP.iter().any(|title| first.eq_ignore_ascii_case(title)) =>
        {
            rest
        }
        _ => words,
    };
    // `Mara Voss MV`, as lists of who was there have it
    let words = match words {
        [name @ .., last] if name.len() > 1 && are_initials(last, name) => name,
        _ => words,
    };
    words.iter().copied().filter(|word| !is_one(&TITLES, word)).collect()
}

/// Whether `word` is the initials of a name, in capitals.
fn are_initials(word: &str, name: &[&str]) -> bool {
    let firsts = name.iter().filter_map(|part| part.chars().next());
    word.chars().all(char::is_uppercase) && word.chars().eq(firsts)
}

fn handle_mention(handle: &str, part: MakePart) -> Mention {
    handles([Some(fold(handle)), spelled_out(handle).map(|spelled| fold(&spelled))], part)
}

/// The part of an e-mail address before its `@`.
fn address(text: &str) -> Option<&str> {
    let (local, host) = text.split_once('@').filter(|_| !text.contains(char::is_whitespace))?;
    (!local.is_empty() && host.contains('.') && !host.contains('@')).then_some(local)
}

/// An address is that of whoever has it; else the names in it, as in `jane.doe@kiln.example`, may say who it is. A local part
/// of one word does not: many have an `info@`.
fn address_mention(text: &str, local: &str, part: MakePart) -> Mention {
    handles([Some(fold(text)), local.contains(['.', '_', '-']).then(|| fold(local))], part)
}

/// A form that is read as each of these handles.
fn handles(folded: [Option<String>; 2], part: MakePart) -> Mention {
    let readings = folded.into_iter().flatten().filter_map(part).map(Reading::Handle).collect();
    Mention { readings, ..Mention::default() }
}

fn without_possessive(text: &str) -> &str {
    text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text)
}

/// The name in reading order, and the company beside it.
fn split_company<'t>(text: &'t str, is_company: &dyn Fn(&str) -> bool) -> (Cow<'t, str>, Option<String>) {
    let beside = |name: &'_ str, company: &str| (name.trim().to_owned(), Some(company.trim().to_owned()));
    let (name, company) = if let Some((name, rest)) = text.split_once('(').filter(|_| text.ends_with(')')) {
        beside(name, rest.trim_end_matches(')'))
    } else if let Some((name, company)) = text.split_once(" from ") {
        beside(name, company)
    } else if let Some((name, company)) = text.split_once(" at ").filter(|(_, company)| is_company(company)) {
        beside(name, company)
    } else if let Some((before, after)) = text.split_once(',') {
        let (before, after) = (before.trim(), after.trim());
        let names_company = before.contains(' ') && is_company(after);
        if names_company || after.split_whitespace().count() > 2 {
            beside(before, after)
        } else {
            (format!("{after} {before}"), None)
        }
    } else {
        return (Cow::Borrowed(text), None);
    };
    (Cow::Owned(name), company)
}

fn readings(name: &str, part: MakePart) -> Vec<Reading> {
    let all: Vec<&str> = name.split_whitespace().flat_map(split_glued_initial).collect();
    let words = untitled(&all);
    let titled = words.len() < all.len();
    let words = patronymic_inside(words);
    match words[..] {
        [] => Vec::new(),
        [word] => {
            let read = lone(word, titled, part);
            // Somebody may have just these two letters as an alias.
            let letters = matches!(read, Some(Reading::Initials { .. })).then(|| part(fold(word))).flatten();
            read.into_iter().chain(letters.map(Reading::Handle)).collect()
        }
        [first, last] if is_initial(first) && is_initial(last) => initials(first, last).into_iter().collect(),
        _ => full_names(&words, part),
    }
}

/// The words of a name that begins with the family and ends with the patronymic, in the usual order. A first name in front
/// is no family: in `John Adam Petrovich` the last word is.
fn patronymic_inside(mut words: Vec<&str>) -> Vec<&str> {
    let is_patronymic = |word: &str| {
        let word = fold(word);
        PATRONYMICS.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end))
    };
    if let [family, given, last] = words[..]
        && is_patronymic(last)
        && !is_patronymic(given)
        && !words.iter().any(|word| is_initial(word))
        && !census::is_first_name(&fold(family))
    {
        words = vec![given, last, family];
    }
    words
}

/// How patronymics end; many a South Slavic family ends in `-ović`.
const PATRONYMICS: [&str; 11] =
    ["ovich", "evich", "ovna", "evna", "ovych", "yovych", "ivna", "ович", "евич", "овна", "евна"];

fn full_names(words: &[&str], part: MakePart) -> Vec<Reading> {
    let middle = (words.len() > 2 && is_initial(words[1])).then(|| letter(words[1])).flatten();
    let rest = &words[if middle.is_some() { 2 } else { 1 }..];
    let first = part(fold(words[0]));
    let parts: Box<[Part]> = name_words::words_of(words, |word| part(fold(word))).into();
    let full = |last: &str, whole: bool| {
        let (first, last_part) = (first.clone()?, part(fold(last))?);
        Some(Reading::Full(FullName {
            full: [first.text(), last_part.text()].concat(),
            first,
            last: last_part,
            middle,
            first_is_initial: is_initial(words[0]),
            last_is_initial: is_initial(last),
            whole,
            origin: Origin::Written,
            words: parts.clone(),
        }))
    };
    let mut readings: Vec<Reading> = full(&rest.concat(), true).into_iter().collect();
    // A number is nobody's surname.
    if let [_, .., last] = rest
        && last.contains(char::is_alphabetic)
    {
        readings.extend(full(last, false));
    }
    readings
}

fn lone(word: &str, titled: bool, part: MakePart) -> Option<Reading> {
    let mut letters = word.chars().filter(|c| *c != '.');
    if let (Some(first), Some(last), None) = (letters.next(), letters.next(), letters.next())
        && first.is_uppercase()
        && last.is_uppercase()
    {
        return initials(&first.to_string(), &last.to_string());
    }
    let word = part(fold(word)).filter(|part| part.text().len() > 1)?;
    Some(Reading::Lone { word, titled })
}

fn initials(first: &str, last: &str) -> Option<Reading> {
    Some(Reading::Initials { first: letter(first)?, last: letter(last)? })
}

/// `R.Benoit` is an initial and a name.
fn split_glued_initial(word: &str) -> impl Iterator<Item = &str> {
    let dot = word.find('.').filter(|dot| is_initial(&word[..*dot]) && word[dot + 1..].chars().nth(1) > Some('.'));
    let (initial, rest) = word.split_at(dot.map_or(0, |dot| dot + 1));
    [initial, rest].into_iter().filter(|piece| !piece.is_empty())
}

/// One Latin letter, a capital or with a full stop: in other scripts a single character can be a whole name.
fn is_initial(word: &str) -> bool {
    let bare = word.trim_end_matches('.');
    let mut letters = bare.chars();
    let (Some(only), None) = (letters.next(), letters.next()) else { return false };
    (only.is_uppercase() || bare.len() < word.len()) && fold(bare).is_ascii()
}

fn letter(word: &str) -> Option<char> {
    fold(word).chars().next()
}

/// The text with mojibake undone: each run of letters beyond ASCII that is UTF-8 read as Windows-1252 is read as UTF-8.
fn mended(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut mended = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| !c.is_ascii()) {
        let run = &rest[start..];
        let run = &run[..run.find(|c: char| c.is_ascii()).unwrap_or(run.len())];
        let bytes: Option<Vec<u8>> = run.chars().map(windows_1252).collect();
        mended.push_str(&rest[..start]);
        mended.push_str(bytes.as_deref().and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or(run));
        rest = &rest[start + run.len()..];
    }
    Cow::Owned(mended + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `first+last`, with `.` after an initial and `/m` for a middle initial; `?x` lone, `!x` titled, `@x` a handle.
    fn read(text: &str) -> String {
        let mention = parse(text, &|company| company == "Northworks", &Part::new);
        let name = match mention.readings.first() {
            None => "-".to_owned(),
            Some(Reading::Full(full)) => format!(
                "{}{}+{}{}{}",
                full.first.text(),
                if full.first_is_initial { "." } else { "" },
                full.last.text(),
                if full.last_is_initial { "." } else { "" },
                full.middle.map(|middle| format!("/{middle}")).unwrap_or_default()
            ),
            Some(Reading::Lone { word, titled }) => format!("{}{}", if *titled { '!' } else { '?' }, word.text()),
            Some(Reading::Initials { first, last }) => format!("{first}.{last}."),
            Some(Reading::Handle(handle)) => format!("@{}", handle.text()),
        };
        mention.company.map_or(name.clone(), |company| format!("{name} at {company}"))
    }

    #[test]
    fn written_forms() {
        for (text, expected) in [
            ("Rob Benoit", "rob+benoit"),
            ("Benoit, Rob", "rob+benoit"),
            ("van der Berg, Jan", "jan+vanderberg"),
            ("Dr. Rob Benoit", "rob+benoit"),
            ("Prof Benoit", "!benoit"),
            ("Rob Benoit (Northworks)", "rob+benoit at Northworks"),
            ("Rob from Northworks", "?rob at Northworks"),
            ("Rob Benoit, Northworks", "rob+benoit at Northworks"),
            ("R. Benoit", "r.+benoit"),
            ("R.Benoit", "r.+benoit"),
            ("Rob B.", "rob+b."),
            ("RB", "r.b."),
            ("R.B.", "r.b."),
            ("R. B.", "r.b."),
            ("Rob C. Benoit", "rob+benoit/c"),
            ("Anne-Marie Le Goff", "annemarie+legoff"),
            ("@RobBenoit", "@robbenoit"),
            ("@rob.benoit", "@robbenoit"),
            ("@Rob Benoit", "rob+benoit"),
            ("JÃ¼rgen Weiß", "jurgen+weiss"),
            ("Rob's", "?rob"),
            ("Rob Benoit’s", "rob+benoit"),
            ("李明", "?李明"),
            ("李 明", "李+明"),
            ("Bo", "?bo"),
            ("R.", "-"),
            ("...", "-"),
            ("", "-"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn umlauts_are_also_read_spelled_out() {
        let readings = parse("Jürgen Weber", &|_| false, &Part::new).readings;
        let firsts: Vec<_> = readings
            .iter()
            .map(|reading| match reading {
                Reading::Full(full) => full.first.text(),
                _ => "",
            })
            .collect();
        assert_eq!(firsts, ["jurgen", "juergen"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_taken_apart_without_empty_parts(text in "\\PC{0,40}") {
            for reading in parse(&text, &|_| false, &Part::new).readings {
                if let Reading::Full(full) = reading {
                    assert!(!full.first.text().is_empty() && !full.last.text().is_empty());
                }
            }
        }
    }
}
