//! The words of a passage, as far as names are concerned: where each could begin, continue or end a name.

use std::collections::BTreeSet;

use super::lessons::Lesson;
use namesake_note::note::{Note, links};
use namesake_text::fold::fold;

/// A word of a passage that may be part of a name.
pub struct Token {
    /// The word, folded, without a possessive.
    pub folded: String,
    /// Whether it begins with a capital letter, or is in a script that has none.
    pub capital: bool,
    /// Whether it begins a sentence, or stands behind something that ends a name.
    pub starts: bool,
}

/// The most bytes of a small word inside a name.
const LONGEST_PARTICLE: usize = 5;

/// The words of a passage. Links are left out: they say by themselves whom they mean.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    each_word(text, |word, starts| tokens.push(Token { folded: fold(word), capital: is_capital(word), starts }));
    tokens
}

fn is_capital(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
}

/// Hands each word to `take`, without its possessive, and whether it begins a sentence or stands behind the end of a
/// name.
fn each_word<'t>(text: &'t str, mut take: impl FnMut(&'t str, bool)) {
    let (mut from, mut starts) = (0, true);
    let links = if text.contains("[[") || text.contains("](") { links::read(text, 0, &[]) } else { Vec::new() };
    let ends = links.iter().map(|link| (link.span.start, link.span.end)).chain([(text.len(), text.len())]);
    for (start, next) in ends {
        for piece in text[from..start].split(|c: char| c.is_whitespace() || matches!(c, '/' | '—' | '–' | ']')) {
            let bare = piece.trim_start_matches(|c: char| !c.is_alphanumeric());
            starts |= bare.len() < piece.len();
            let word = bare.trim_end_matches(|c: char| !c.is_alphanumeric());
            if word.is_empty() {
                starts |= !piece.is_empty();
                continue;
            }
            let possessive = ["'s", "’s"].iter().find_map(|end| word.strip_suffix(end));
            take(possessive.unwrap_or(word), starts);
            let is_initial = word.chars().nth(1).is_none() && &bare[word.len()..] == ".";
            starts = possessive.is_some() || word.len() < bare.len() && !is_initial;
        }
        from = next;
        starts = true;
    }
}

/// Pairs of folded words that may be a name: both have a capital letter, or the second is short (“Jan van der Berg”).
pub(super) fn name_pairs(note: &Note, lessons: &[Lesson]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for lesson in lessons {
        let mut before: Option<&str> = None;
        each_word(note.slice(lesson.span), |word, starts| {
            let is_capital = is_capital(word);
            if let Some(before) = before.filter(|_| !starts && (is_capital || word.len() <= LONGEST_PARTICLE)) {
                found.insert(format!("{} {}", fold(before), fold(word)));
            }
            before = is_capital.then_some(word);
        });
    }
    found
}
