//! A label at the end of an item that says whose it is: “The tent leaks. Responsible: Mara”, “Relecture des statuts (resp. Mara)”.

use namesake_text::text::Span;

use super::item_words::ItemWord;

/// Longer words behind a label are no names, in bytes.
const LONGEST: usize = 60;
/// Fewer words before a bracket are the name of an office or a group: “Kasse (zuständig: Mara)”.
const FEWEST: usize = 3;
/// Shorter words say without a sign as well who wrote something: “(par Mara)”.
const SHORT: usize = 6;

/// Where the names stand behind such a label.
pub(super) fn owner_label(words: &str) -> Option<Span> {
    let end = words.trim_end_matches(['.', ' ', '*', '_', ')', ']']).len();
    let (label, names) = behind_colon(&words[..end]).or_else(|| in_bracket(&words[..end]))?;
    let said = words[..label.start].trim_end_matches(['*', '_', ' ']);
    let topic = said.trim_end_matches(['(', '[', ' ', '–', '—', '-', '.', '!', ';']);
    let is_sentence = said.ends_with(['.', '!', ';']);
    let is_bracket = said.ends_with(['(', '[', '–', '—', '-']);
    let is_told = is_sentence || is_bracket && topic.split_whitespace().count() >= FEWEST;
    let is_label = ItemWord::Owner.is(label.of(words).trim_end_matches('.'));
    let is_named = !names.is_empty() && names.end - names.start <= LONGEST && !names.of(words).contains([')', ']']);
    (is_label && is_told && is_named && topic.contains(char::is_alphabetic)).then_some(names)
}

/// A label with a colon, and what stands behind it.
fn behind_colon(words: &str) -> Option<(Span, Span)> {
    let colon = words.rfind(':')?;
    let label = words[..colon].trim_end_matches([' ', '*', '_', '\u{a0}', '\u{202f}']);
    let start = label
        .trim_end_matches('.')
        .rfind(['.', '!', ';', '(', '[', '–', '—'])
        .map(|at| at + label[at..].chars().next().map_or(1, char::len_utf8))?;
    let start = start + (label[start..].len() - label[start..].trim_start_matches([' ', '*', '_']).len());
    let names = colon + 1 + (words[colon + 1..].len() - words[colon + 1..].trim_start_matches([' ', '*', '_']).len());
    Some((Span::new(start, label.len()), Span::new(names, words.len())))
}

/// A label in a bracket without a colon, `(resp. Mara`, and what stands behind it.
fn in_bracket(words: &str) -> Option<(Span, Span)> {
    let open = words.rfind(['(', '['])? + 1;
    let blank = open + words[open..].find(' ')?;
    let label = &words[open..blank];
    let is_label = label.ends_with('.') || label.len() > SHORT;
    is_label.then(|| (Span::new(open, blank), Span::new(blank + 1, words.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_at_the_end_says_whose_it_is() {
        for words in [
            "Die Bank wackelt. Verantwortlich: Mara",
            "The tent leaks. **Owner:** Mara.",
            "Le portail grince. Responsable : Mara",
            "Aushang für das Fest (zuständig: Mara)",
            "Relecture des statuts (resp. Mara)",
            "Relecture des statuts (resp.: Mara)",
            "Compra de las bebidas (encargada: Mara)",
            "Brama skrzypi. Odpowiedzialny/a: Mara",
        ] {
            assert_eq!(owner_label(words).map(|names| names.of(words)), Some("Mara"), "{words}");
        }
        for words in [
            "Kasse (verantwortlich: Mara)",
            "Responsable: Mara",
            "Le groupe jardin (responsable : Mara) a planté des arbres",
            "Un long texte lu (par Mara)",
            "It is late. Present: Mara",
            "Words of a song: Mara",
            "The long plan (see Mara)",
            "",
        ] {
            assert_eq!(owner_label(words), None, "{words}");
        }
    }
}
