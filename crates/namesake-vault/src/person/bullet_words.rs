//! The words of a bullet, prepared for comparison: those that must agree to the letter, and the others. Two bullets
//! that say the same in other words are recognised by this; what becomes of them is left to the rules.

use namesake_note::word_list::among;
use std::collections::BTreeSet;

use namesake_text::fold::fold;

/// A bullet's words in three forms, from the strictest to the loosest.
#[derive(Debug, PartialEq, Eq)]
pub struct BulletWords {
    /// The whole text without case, white space and the signs around words.
    pub exact: String,
    /// Numbers, dates, names of others, and words that reverse a sentence, separated by blanks. They are sorted, unless
    /// their order says who does what to whom.
    pub hard: String,
    /// The stems of the other meaningful words, in order.
    pub soft: Vec<String>,
}

/// Words that say little, folded.
const SMALL: &str = "\
    a about all also am an and are as at be been being by das dem den der des die du ein eine for from had has have he her \
    hers him his i in into is it its la le les me my of on our she so some than that the their theirs them then there these \
    they this those to und us very was we were who will with you your";
/// Words that reverse a sentence, postpone it or say that it is over, folded. With one of them it is another fact.
const TURNING: &str = "\
    against almost any cancel cannot cant could declined declines denied denies didnt doesnt dont double ex except except \
    fails failed former formerly half hardly if isnt kein keine lacks maybe might must neither never nicht no nobody none nor \
    not nothing once only ohne pas perhaps planned plans previously refused refuses rejected rejects sans second should \
    stopped stops third unless unlikely until used wasnt wont without would wouldnt";
/// Words with which the order of a sentence counts, folded.
const ORDERED: &str = "after before between from instead over rather than to under";
/// Numbers in words.
const NUMBERS: &str = "zero one two three four five six seven eight nine ten eleven twelve";
/// Stems that mean the same in a fact about somebody; each line is one meaning.
const SAME: &[&str] = &["lead run head manag overse direct", "group team", "liv bas locat resid", "own hold"];

impl BulletWords {
    /// Reads `text`, a bullet without its source. `own` are the folded parts of the names of the note's person; a fact
    /// means the same with and without them. `is_name` says whether a folded word is somebody's name.
    pub fn of(text: &str, own: &BTreeSet<String>, is_name: &dyn Fn(&str) -> bool) -> Self {
        let (mut exact, mut hard, mut soft) = (Vec::new(), Vec::new(), Vec::new());
        let (mut opens, mut others, mut is_first, mut is_ordered) = (true, 0, true, false);
        for part in text.split_whitespace() {
            let around = |c: char| !c.is_alphanumeric() && !SIGNS.contains(c) && c.is_ascii() || QUOTES.contains(c);
            let behind = part.trim_start_matches(|c: char| c != '-' && around(c));
            // A minus belongs to its number, and so does the one of an option.
            let is_minus = behind.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
            let word = if is_minus { behind } else { part.trim_start_matches(around) }.trim_end_matches(around);
            let starts = std::mem::replace(&mut opens, part.ends_with(['.', ':', '!', '?']));
            if word.is_empty() {
                continue;
            }
            exact.push(word.to_lowercase());
            if word.ends_with('?') {
                hard.push("?".to_owned());
            }
            if !word.contains(char::is_alphanumeric) || word.contains(|c: char| c.is_ascii_digit()) {
                hard.push(word.to_lowercase());
                continue;
            }
            let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
            for piece in bare.split(['-', '/', '–', '—']) {
                let folded = fold(piece);
                let is_large = piece.starts_with(char::is_uppercase);
                if folded.is_empty() {
                    continue;
                }
                let leads = std::mem::replace(&mut is_first, false);
                if is_large && own.contains(&folded) {
                    if leads {
                        is_first = true;
                    } else if hard.last().is_none_or(|last| last != OWN) {
                        hard.push(OWN.to_owned());
                    }
                    continue;
                }
                // “One” mostly means “a”.
                if folded == "one" {
                    continue;
                }
                if let Some(number) = NUMBERS.split(' ').position(|number| number == folded) {
                    hard.push(number.to_string());
                } else if is_large && (!starts || is_name(&folded)) {
                    others += 1;
                    hard.push(folded);
                } else if among(TURNING, &folded) {
                    hard.push(folded);
                } else if among(ORDERED, &folded) {
                    is_ordered = true;
                    soft.push(folded);
                } else if !among(SMALL, &folded) {
                    soft.push(stem(folded));
                }
            }
        }
        if others == 0 {
            hard.retain(|word| word != OWN);
        }
        if !is_ordered && others < 2 && !hard.iter().any(|word| word == OWN) {
            hard.sort();
        }
        Self { exact: exact.join(" "), hard: hard.join(" "), soft }
    }

    /// Whether `other` says as much as `self` or more: all words of `self` stand in it, in whatever grammatical form.
    pub fn is_covered_by(&self, other: &Self) -> bool {
        let (few, many) = (self.meant().collect::<BTreeSet<_>>(), other.meant().collect::<BTreeSet<_>>());
        let told = few.iter().all(|word| many.contains(word));
        let in_order = !self.soft.iter().any(|word| among(ORDERED, word)) || {
            let mut rest = other.meant();
            self.meant().all(|word| rest.any(|next| next == word))
        };
        self.hard == other.hard && told && in_order && few.len() >= LEAST && few.len() * 5 >= many.len() * 3
    }

    fn meant(&self) -> impl Iterator<Item = &str> {
        self.soft.iter().map(|word| {
            let line = SAME.iter().find(|line| among(line, word));
            line.and_then(|line| line.split(' ').next()).unwrap_or(word)
        })
    }
}

/// Stands for the person's own name where it does not open the bullet and others are named too.
const OWN: &str = "@";
/// Bullets with fewer words are too short to be recognised in another.
const LEAST: usize = 3;
/// Signs at the end of a word that carry meaning.
const SIGNS: &str = "?%+$#=&@<>~";
/// Signs that are no part of a word, besides those of ASCII.
const QUOTES: &str = "“”‘’„«»–—…·•";

/// The word without its grammatical ending.
fn stem(mut word: String) -> String {
    for (ending, least) in [("ing", 6), ("ed", 5), ("es", 5), ("s", 4), ("e", 4)] {
        if word.len() >= least && word.ends_with(ending) && !word.ends_with("ss") {
            word.truncate(word.len() - ending.len());
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> BulletWords {
        let own = BTreeSet::from(["rob", "benoit"].map(str::to_owned));
        BulletWords::of(text, &own, &|word| ["mara", "priya"].contains(&word))
    }

    fn told(short: &str, long: &str) -> bool {
        said(short).is_covered_by(&said(long))
    }

    #[test]
    fn case_and_signs_around_words_make_no_difference() {
        let one = said("Rob Benoit leads the group; eleven years at Northwind before that.");
        assert_eq!(one.exact, said("rob benoit  leads the group, eleven years at Northwind before that").exact);
        for other in ["Rob leads?", "Rob leads 1.5", "✅ Rob leads", "Rob leads 15", "~~Rob leads~~"] {
            assert_ne!(said(other).exact, said("Rob leads").exact, "{other}");
        }
        for (one, other) in
            [("-5 %", "5 %"), ("<5 rooms", ">5 rooms"), ("~5000", "5000"), ("a -> b", "a <- b"), ("`-v`", "`v`")]
        {
            assert_ne!(said(one).exact, said(other).exact, "{one} / {other}");
        }
    }

    #[test]
    fn other_words_for_the_same() {
        assert!(told("Rob Benoit leads the field engineering group", "Leads the whole field engineering team."));
        assert!(told("Leads field engineering in two countries", "Rob is leading field engineering in 2 countries"));
        assert!(told("Prefers short calls in the morning", "He prefers short calls in the morning."));
    }

    #[test]
    fn numbers_names_and_turns_are_compared_exactly() {
        for (one, other) in [
            ("Budget for pilot probes is 40k", "Budget for pilot probes is 45k"),
            ("Will meet Mara about probe pricing", "Will meet Priya about probe pricing"),
            ("Signs the final acceptance report", "Does not sign the final acceptance report"),
            ("Leads the field engineering group", "Formerly led the field engineering group"),
            ("Prefers written notes over phone calls", "Prefers phone calls over written notes"),
            ("Approved the second test site", "Rejected the second test site"),
            ("Likes tea", "Likes tea"),
            ("Raised the price of probes from 40 to 45", "Raised the price of probes from 45 to 40"),
            ("Moved the northern stores from Lyon to Turin", "Moved the northern stores from Turin to Lyon"),
            ("Mara manages Priya in the northern team", "Priya manages Mara in the northern team"),
            ("Rob Benoit reports to Mara since the spring", "Mara reports to Rob Benoit since the spring"),
        ] {
            assert!(!told(one, other) && !told(other, one), "{one} / {other}");
        }
    }
}
