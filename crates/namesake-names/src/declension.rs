//! Cases of names in Slavic languages: `Олегом Ивановым` and `Olegem Ivanovem` are Oleg Ivanov.

use namesake_text::fold::fold;

/// How a name ends in the dictionary and how it ends in other cases. An empty ending is a consonant. The endings are those of
/// the grammars of Russian, Ukrainian, Czech, Slovak, Polish, Slovene and Serbo-Croatian, folded.
const CYRILLIC: [(&str, &str); 9] = [
    ("", "а у ом ым ем е и ові"),
    ("ь", "я ю ем ём е и"),
    ("й", "я ю ем ём е и"),
    ("а", "ы и е у ой ою ей ую"),
    ("я", "и е ю ей ёй ею"),
    ("ий", "ого его ому ему им ом ем"),
    ("ый", "ого ому ым ом"),
    ("ой", "ого ому ым ом"),
    ("ая", "ой ую ою"),
];
const LATIN: [(&str, &str); 8] = [
    ("", "a u em om ovi owi iem e ie y i"),
    ("a", "y e u ou o i ie om oj"),
    ("o", "a u em om ovi owi"),
    ("e", "ete eti etem"),
    ("y", "eho emu ym em ego im"),
    ("i", "iego iemu im eho emu m ho ego"),
    ("ova", "ove ovou ovej"),
    ("ia", "ii ie iu iou iej"),
];

/// Fewer letters than this are no stem.
const SHORTEST: usize = 2;

/// Whether `written` is `name` in another case, its words in any order. In Cyrillic letters one declined word is enough; in
/// Latin letters, where `Martina` is a name of its own, all words have to be declined.
pub fn is_declined(written: &str, name: &str) -> bool {
    let (written, mut name) = (folded(written), folded(name));
    if written.len() != name.len() || written.is_empty() || written == name {
        return false;
    }
    let fits = |name: &[String]| {
        let mut pairs = written.iter().zip(name);
        let declined = pairs.clone().filter(|(written, name)| written != name).count();
        let is_cyrillic = written.iter().all(|word| word.starts_with(is_cyrillic));
        let enough = if is_cyrillic { declined > 0 } else { declined == written.len() };
        enough && pairs.all(|(written, name)| written == name || is_case(written, name))
    };
    fits(&name) || {
        name.rotate_left(1);
        fits(&name)
    }
}

/// The words in lower case. Folding would take the breve from `й`, which ends names of its own.
fn folded(text: &str) -> Vec<String> {
    let cyrillic = |word: &str| word.to_lowercase().replace('ё', "е");
    let letters = |word: &str| if word.starts_with(is_cyrillic) { cyrillic(word) } else { fold(word) };
    text.split_whitespace().map(letters).filter(|word| !word.is_empty()).collect()
}

const fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}')
}

/// Whether a folded word is the folded `name` in another case.
fn is_case(word: &str, name: &str) -> bool {
    let table: &[(&str, &str)] = if name.starts_with(is_cyrillic) { &CYRILLIC } else { &LATIN };
    table.iter().any(|(ending, cases)| {
        let Some(stem) = name.strip_suffix(ending).filter(|stem| stem.chars().count() >= SHORTEST) else {
            return false;
        };
        // A consonant, or `й` and `ь`, which have endings of their own.
        if ending.is_empty() && !stem.ends_with(|c: char| c.is_alphabetic() && !"aeiouyаеиоуыэюяйь".contains(c))
        {
            return false;
        }
        let ends_on = |stem: &str| {
            word.strip_prefix(stem).is_some_and(|case| !case.is_empty() && cases.split(' ').any(|known| known == case))
        };
        ends_on(stem) || ending.is_empty() && without_last_vowel(stem).is_some_and(|stem| ends_on(&stem))
    })
}

/// The stem of `Павел` and `Marek`, which lose a vowel: `Павл`, `Mark`.
fn without_last_vowel(stem: &str) -> Option<String> {
    let last = stem.chars().next_back()?;
    let head = stem.strip_suffix(last)?;
    let short = head.strip_suffix(['e', 'o', 'е', 'о'])?;
    (short.chars().count() >= SHORTEST).then(|| format!("{short}{last}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_another_case_is_the_same_name() {
        for (written, name) in [
            ("Олегом Ивановым", "Олег Иванов"),
            ("Олега Иванова", "Олег Иванов"),
            ("Иванова", "Иванов"),
            ("Ольги Милащенко", "Ольга Милащенко"),
            ("Виталия Козловского", "Виталий Козловский"),
            ("Дмитрием Попеновым", "Дмитрий Попенов"),
            ("Андреем Иволгой", "Андрей Иволга"),
            ("Игорю Толстому", "Игорь Толстой"),
            ("Никиту Смирнова", "Никита Смирнов"),
            ("Крюкова Андрея", "Андрей Крюков"),
            ("Павлом Петровым", "Павел Петров"),
            ("Анну Козловскую", "Анна Козловская"),
            ("Olegem Ivanovem", "Oleg Ivanov"),
            ("Janou Novákovou", "Jana Nováková"),
            ("Markiem Kowalskim", "Marek Kowalski"),
            ("Pavla Novotného", "Pavel Novotný"),
        ] {
            assert!(is_declined(written, name), "{written}: {name}");
        }
    }

    #[test]
    fn another_name_is_no_case() {
        for (written, name) in [
            ("Олег Иванов", "Олег Иванов"),
            ("Олег Петров", "Олег Иванов"),
            ("Юрий Спарынин", "Юрий Спорнынин"),
            ("Данил Копцев", "Даниил Копцев"),
            ("Martina Novak", "Martin Novak"),
            ("Rob Banga", "Rob Benoit"),
            ("Maria Rossi", "Mario Rossi"),
            ("", ""),
        ] {
            assert!(!is_declined(written, name), "{written}: {name}");
        }
    }
}
