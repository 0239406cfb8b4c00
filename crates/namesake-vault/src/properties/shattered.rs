//! Lists of tags that are phrases broken at their blanks: `Competitive`, `strategy`, `Blue`, `ocean`, `strategy`. Each item is
//! a word of a phrase, so that a word that comes twice belongs to two of them.

use namesake_note::word_list::{WordList, lower};

/// Small words that stand inside phrases and are no tag.
static SMALL: WordList = WordList::new(
    "and of the for with to at by und der die das des für mit von zur zum et du des les aux pour dans y de del los las con para \
     por e do dos das della degli di per het een van voor met och för av na dla oraz i и в на для по",
);

/// Fewer items show no phrases.
const LEAST: usize = 4;

/// Whether a list of tags is made of the words of phrases, and not of tags.
pub fn is_shattered(tags: &[&str]) -> bool {
    if tags.len() < LEAST || tags.iter().any(|tag| tag.contains(['/', '-', '_'])) {
        return false;
    }
    let begins = |tag: &str| tag.starts_with(char::is_uppercase);
    let continues = |tag: &str| tag.starts_with(char::is_lowercase);
    let is_phrase =
        |pair: &&[&str]| begins(pair[0]) && continues(pair[1]) && lower(pair[0]) != lower(pair[1]) && pair[1].len() > 1;
    let phrases = tags.windows(2).filter(is_phrase).count();
    let mut behind = tags.windows(2).filter(|pair| continues(pair[1]));
    let is_shared = behind.any(|pair| tags.windows(2).any(|other| other[1] == pair[1] && other[0] != pair[0]));
    // `de, en, fr` are languages.
    let has_small = tags.windows(3).any(|run| SMALL.contains(run[1]) && run[0].len() > 3);
    has_small || phrases > 2 || phrases > 1 && is_shared
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_told_from_tags() {
        for tags in [
            "Competitive strategy Blue ocean strategy",
            "Cheese and bread Cellars",
            "Milch und Käse Keller",
            "Artificial light Cave walls Public tours light",
            "Queso de cabra Cuevas",
        ] {
            assert!(is_shattered(&tags.split(' ').collect::<Vec<_>>()), "{tags}");
        }
        for tags in [
            "pilot site pilot cave",
            "Work work home Home",
            "Pilot cave pilot Site",
            "and or not",
            "Cheese bread-and-milk and Cave",
            "de en fr it",
        ] {
            assert!(!is_shattered(&tags.split(' ').collect::<Vec<_>>()), "{tags}");
        }
    }
}
