//! The name of a company in running words: where it ends.

use namesake_note::word_list::WordList;

/// Small words inside a company's name.
static SMALL: WordList = WordList::new("of and & de la le du des der und van the y e");

/// Those of them that can also join two names.
const JOINTS: [&str; 3] = ["and", "y", "e"];

/// Words behind a company's name that show that it is not the subject of what follows.
static BEHIND: WordList = WordList::new("in since from for until as with on where who which");

/// Abbreviations inside a name, whose full stop does not end it: `St. Gallen Foods`.
static CUT: WordList = WordList::new("St Ste Mt Ft Dr");

/// The company's name at the beginning of `text`. `None` if its end is unclear: “Lumen Labs and Mara Voss is its head”.
pub fn company_in(text: &str) -> Option<String> {
    let text = text.strip_prefix("the ").unwrap_or(text);
    let clause = text.split([',', ';', '(', '\n']).next()?;
    let is_end = |(at, _): &(usize, &str)| !clause[..*at].rsplit(' ').next().is_some_and(|word| CUT.contains(word));
    let end = clause.match_indices(". ").find(is_end).map_or(clause.len(), |(at, _)| at);
    let clause = clause[..end].trim_end_matches(['.', '!', '?']);
    let is_part = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) || SMALL.contains(word);
    let mut words: Vec<&str> = clause.split_whitespace().take_while(is_part).collect();
    let behind = clause.split_whitespace().nth(words.len());
    while words.last().is_some_and(|word| SMALL.contains(word)) {
        words.pop();
    }
    let goes_on = behind.is_some_and(|word| !BEHIND.contains(word)) && words.iter().any(|word| JOINTS.contains(word));
    let is_cut = words.last().is_some_and(|word| CUT.contains(word));
    (words.first()?.starts_with(char::is_uppercase) && !goes_on && !is_cut).then(|| words.join(" "))
}
