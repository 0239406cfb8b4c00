//! The name of a company in running words: where it ends.

use crate::word_list::WordList;

/// Words inside the name of a company that are written small.
static SMALL: WordList = WordList::new("of and & de la le du des der und van the y e");

/// Those of them that join two names as well.
const JOINTS: [&str; 3] = ["and", "y", "e"];

/// Words behind the name of a company of which it cannot be the subject.
static BEHIND: WordList = WordList::new("in since from for until as with on where who which");

/// Words inside a name that end in a full stop: `St. Gallen Foods`.
static CUT: WordList = WordList::new("St Ste Mt Ft Dr");

/// The words of a company's name at the beginning of `text`. `None` where it may run on into what somebody else does:
/// “Lumen Labs and Mara Voss is its head”.
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
