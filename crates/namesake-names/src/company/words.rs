//! The words of a company's name: without its legal form, and in one spelling for all ways to write the same name.

use std::collections::HashSet;
use std::sync::LazyLock;

use namesake_text::fold::fold;

/// Legal forms by ISO 20275, folded, their words with blanks between them.
static LEGAL_FORMS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    include_str!("../../data/legal-forms.txt").lines().filter(|line| !line.starts_with('#')).collect()
});

/// The most words of a legal form.
const LONGEST_FORM: usize = 6;

/// Legal forms that stand before a name: `OOO Romashka`.
const IN_FRONT: [&str; 5] = ["ooo", "oao", "zao", "pao", "gmbh"];

/// Legal forms that also stand inside a name: `Tern Co. Middle East`.
const INSIDE: [&str; 10] = ["gmbh", "ltd", "limited", "inc", "llc", "plc", "co", "corp", "corporation", "company"];

/// General words at the end of a name that people leave out when they speak of the company.
const GENERAL: [&str; 24] = [
    "group",
    "holding",
    "holdings",
    "system",
    "systems",
    "software",
    "data",
    "network",
    "networks",
    "technology",
    "technologies",
    "tech",
    "lab",
    "labs",
    "ai",
    "solutions",
    "services",
    "international",
    "global",
    "consulting",
    "storage",
    "digital",
    "online",
    "io",
];

/// Other words that many companies have in their names, and places: that they agree proves little.
const COMMON: [&str; 56] = [
    "agency",
    "america",
    "association",
    "bank",
    "banking",
    "branch",
    "brothers",
    "building",
    "capital",
    "center",
    "centre",
    "charity",
    "commerce",
    "construction",
    "development",
    "east",
    "energy",
    "engineering",
    "enterprise",
    "enterprises",
    "establishment",
    "europe",
    "exchange",
    "export",
    "finance",
    "financial",
    "foreign",
    "foundation",
    "fund",
    "general",
    "germany",
    "import",
    "industrial",
    "industries",
    "industry",
    "institute",
    "insurance",
    "investment",
    "investments",
    "logistics",
    "management",
    "marine",
    "maritime",
    "materials",
    "national",
    "north",
    "organization",
    "partners",
    "petrochemical",
    "products",
    "shipping",
    "society",
    "south",
    "trade",
    "trading",
    "west",
];

/// Small words that say nothing between others.
const SMALL: [&str; 6] = ["and", "of", "for", "und", "et", "the"];

/// Numbers in words, each with its usual short form.
const NUMBERS: [(&str, &str); 22] = [
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("first", "1st"),
    ("second", "2nd"),
    ("third", "3rd"),
    ("fourth", "4th"),
    ("fifth", "5th"),
    ("sixth", "6th"),
    ("seventh", "7th"),
    ("eighth", "8th"),
    ("ninth", "9th"),
    ("tenth", "10th"),
];

/// The folded words of a name without its legal form; letters that stand alone are one word (`B.V.`, `b-v`).
pub fn words(name: &str) -> Vec<String> {
    without_legal_form(all_words(name))
}

fn all_words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut single_before = false;
    for word in name.replace('.', "").split(|c: char| !c.is_alphanumeric()).map(fold) {
        let single = word.chars().count() == 1;
        match words.last_mut() {
            _ if word.is_empty() => continue,
            Some(last) if single && single_before => last.push_str(&word),
            _ => words.push(word),
        }
        single_before = single;
    }
    words
}

/// The legal form at the end.
fn legal_form(words: &[String]) -> Option<String> {
    let longest = LONGEST_FORM.min(words.len().saturating_sub(1));
    let mut forms = (1..=longest).rev().map(|length| words[words.len() - length..].join(" "));
    forms.find(|form| LEGAL_FORMS.contains(form.as_str()))
}

/// Takes legal forms off the end and, where they can be nothing else, out of the rest; never the last word left.
fn without_legal_form(mut words: Vec<String>) -> Vec<String> {
    while let Some(form) = legal_form(&words) {
        words.truncate(words.len() - form.split(' ').count());
    }
    let is_form = |at: usize, word: &str| {
        if at == 0 { IN_FRONT.contains(&word) } else { INSIDE.contains(&word) }
    };
    let name: Vec<String> =
        words.iter().enumerate().filter(|(at, word)| !is_form(*at, word)).map(|(_, word)| word.clone()).collect();
    if name.is_empty() { words } else { name }
}

/// The words that tell companies apart: numbers in one spelling, small words left out unless nothing else is there.
pub fn telling(name: &str) -> Vec<String> {
    let words = words(name);
    let is_small = |word: &String| SMALL.contains(&word.as_str());
    let all_small = words.iter().all(is_small);
    words.into_iter().filter(|word| all_small || !is_small(word)).map(numbered).collect()
}

fn numbered(word: String) -> String {
    NUMBERS.iter().find(|(written, _)| *written == word).map_or(word, |(_, short)| (*short).to_owned())
}

/// The key of a company's whole name: letters and digits without the legal form. `Otto Capital Corp.`, `OttoCapital`
/// and the slug `otto-capital-corp` share one.
pub fn whole(name: &str) -> String {
    telling(name).concat()
}

/// The key of a company as people speak of it, general words left out as well: `Otto Systems GmbH` gives `otto`.
pub fn key(name: &str) -> String {
    let mut words = telling(without_brackets(name));
    while words.len() > 1 && words.last().is_some_and(|last| GENERAL.contains(&last.as_str())) {
        words.pop();
    }
    words.concat()
}

/// The name before a place or an abbreviation in brackets.
pub fn without_brackets(name: &str) -> &str {
    let before = name.split_once(['(', '[']).map_or(name, |(before, _)| before.trim());
    if before.is_empty() { name } else { before }
}

/// What stands in brackets behind a name.
pub fn brackets(name: &str) -> Option<String> {
    let inner = name.split_once(['(', '['])?.1;
    Some(telling(inner).concat()).filter(|inner| !inner.is_empty())
}

/// Whether a word says little about which company is meant.
pub fn is_general(word: &str) -> bool {
    GENERAL.contains(&word) || COMMON.contains(&word)
}

/// Whether `short` is made of the first letters of a name's words, with or without the small ones.
pub fn abbreviates(short: &str, name: &str) -> bool {
    is_abbreviation(short) && initials(name).contains(&fold(short))
}

/// Whether a name is nothing but a few capitals.
pub fn is_abbreviation(name: &str) -> bool {
    name.len() <= 12 && (3..=6).contains(&name.chars().count()) && name.chars().all(char::is_uppercase)
}

/// The first letters of a name's words, with and without the small ones.
pub fn initials(name: &str) -> [String; 2] {
    let letters = |words: Vec<String>| words.iter().filter_map(|word| word.chars().next()).collect::<String>();
    [letters(telling(name)), letters(words(name))]
}
