//! The table of deed verbs, read.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The table of verbs. Its form is told at its top.
static TABLE: &str = include_str!("../../../data/deed-verbs.tsv");

/// A verb with what has to stand with it.
pub(super) struct Verb {
    pub(super) language: &'static str,
    pub(super) with: &'static str,
}

/// The table, read.
#[derive(Default)]
pub(super) struct Verbs {
    pub(super) finite: BTreeMap<String, Vec<Verb>>,
    pub(super) infinitives: BTreeMap<String, Vec<Verb>>,
    pub(super) auxiliaries: Vec<(&'static str, &'static str)>,
    /// By language, in small letters.
    pub(super) nots: BTreeMap<&'static str, Vec<String>>,
}

pub(super) fn verbs() -> &'static Verbs {
    static VERBS: OnceLock<Verbs> = OnceLock::new();
    VERBS.get_or_init(read)
}

fn read() -> Verbs {
    let mut verbs = Verbs::default();
    let mut futures: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        let (language, forms, infinitives, with) = (cell(), cell(), cell(), cell());
        match forms {
            "aux" => verbs.auxiliaries.extend(infinitives.split(' ').map(|word| (word, language))),
            "future" => futures.entry(language).or_default().extend(infinitives.split(' ')),
            "not" => verbs.nots.entry(language).or_default().extend(infinitives.split(' ').map(str::to_lowercase)),
            _ => verbs.add(language, forms, infinitives, with, futures.get(language).map_or(&[], Vec::as_slice)),
        }
    }
    verbs
}

impl Verbs {
    fn add(
        &mut self,
        language: &'static str,
        forms: &'static str,
        infinitives: &'static str,
        with: &'static str,
        futures: &[&str],
    ) {
        let words = |words: &'static str| words.split(' ').filter(|word| !word.is_empty());
        for form in words(forms) {
            self.finite.entry(form.to_owned()).or_default().push(Verb { language, with });
        }
        for infinitive in words(infinitives) {
            for ending in futures {
                // “transmettre”, “transmettra”
                let future = format!(
                    "{}{ending}",
                    infinitive.strip_suffix("re").map_or(infinitive, |_| &infinitive[..infinitive.len() - 1])
                );
                self.finite.entry(future).or_default().push(Verb { language, with });
            }
            // “einrichten” of “richtet … ein”
            let particles = with.split(' ').find_map(|part| part.strip_prefix('+'));
            for particle in particles.unwrap_or_default().split('|') {
                let verb = Verb { language, with };
                self.infinitives.entry(format!("{particle}{infinitive}")).or_default().push(verb);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_whole() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert!((3..=4).contains(&cells.len()) && cells[0].len() == 2, "{line}");
            let parts = cells.get(3).copied().unwrap_or_default().split(' ');
            assert!(parts.filter(|part| !part.is_empty()).all(|part| "+=!?*@<".contains(&part[..1])), "{line}");
        }
    }
}
