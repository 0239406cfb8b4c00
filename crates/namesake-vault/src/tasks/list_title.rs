//! What a new list of tasks is called in a note: in the note's language, where one of the titles of the settings is.

use std::borrow::Cow;
use std::collections::BTreeMap;

use namesake_note::note::Note;
use namesake_note::word_list::lower;

/// A title in each language, with small words that tell it from the others.
#[rustfmt::skip]
const TITLES: [(&str, &str); 9] = [
    ("Aufgaben", "der die das und ist nicht mit für wir auf ein eine wird zum"),
    ("Actions à mener", "le les des est une dans pour pas sur nous avec qui du aux"),
    ("Tareas", "el los las una por para con del y que está hay se"),
    ("Actiepunten", "het een van niet zijn wij voor met wordt naar ook bij"),
    ("Tarefas", "os uma não com para do da em foi são pelo mais e"),
    ("Azioni", "il gli una non per con della del sono è che dal nel"),
    ("Zadania", "się nie jest na do że z w oraz jak dla przez"),
    ("Åtgärder", "och att det är inte som på för vi ska med till"),
    ("Задачи", "и в не на с по что для это как от за"),
];
const ENGLISH: &str = "the and of to is for with that this we are on it will";

/// Fewer small words tell no language.
const LEAST: usize = 4;
/// The most words that are looked at.
const MOST: usize = 2_000;

/// The title of `titles` that fits the language of `note`, else the first.
pub fn list_title<'t>(note: &Note, titles: &'t [String]) -> &'t str {
    let first = titles.first().map_or("Action items", String::as_str);
    let body = &note.text[note.frontmatter.fence.body()..];
    let words = body.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(MOST);
    let mut counts: BTreeMap<Cow<str>, usize> = BTreeMap::new();
    for word in words {
        *counts.entry(lower(word)).or_default() += 1;
    }
    let count = |small: &str| small.split(' ').filter_map(|word| counts.get(word)).sum::<usize>();
    let fits = |(title, _): &&(&str, &str)| titles.iter().any(|known| known == title);
    let best = TITLES.iter().filter(fits).max_by_key(|(_, small)| count(small));
    match best.map(|(title, small)| (title, count(small))) {
        Some((title, hits)) if hits >= LEAST && hits > count(ENGLISH) => title,
        _ => first,
    }
}
