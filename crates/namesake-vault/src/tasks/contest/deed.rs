//! Whether words say of those whom they begin with that they do something.

use super::super::bidden::is_bidden;
use super::super::deed_verbs::{ARTICLES, begins_with_deed, begins_with_infinitive, tells_deed};
use super::super::item_clauses::is_given;
use super::super::promised_deeds::does_deed;

/// Whether what follows names says that they do something, and not that it is done to them: “will send the list”, “schickt die
/// Liste”, not “anrufen”.
pub(super) fn says_deed(behind: &str) -> bool {
    let is_deed = || tells_deed(behind, &|_| false) || begins_with_deed(behind);
    let behind = behind.trim_start_matches(['*', '_', ']', ')']);
    // “can send” says no less than “will send”.
    let promised = MAY.iter().find_map(|may| behind.strip_prefix(may)).map(|rest| [" will ", rest].concat());
    let promised = promised.as_deref().unwrap_or(behind);
    behind.starts_with(": ")
        || is_bidden(promised) && !is_given(promised)
        || does_deed(behind)
        || has_object(behind)
        || !begins_with_infinitive(behind) && is_deed()
}

/// Whether a German or Dutch verb in the present follows with what it is done to: “ holt die Matten”. A clause that ends in an
/// infinitive is about what is done to those who are named: “ jetzt die Liste schicken”.
fn has_object(behind: &str) -> bool {
    let clause = behind.split(['.', ',', ';', ':', '(', '!', '?']).next().unwrap_or_default();
    let words: Vec<&str> = clause.split_whitespace().collect();
    let [verb, article, .., last] = words[..] else { return false };
    let is_verb = verb.ends_with('t') && verb.chars().all(char::is_lowercase) && !NO_DEEDS.contains(&verb);
    is_verb && ARTICLES.contains(&article) && !(last.starts_with(char::is_lowercase) && last.ends_with('n'))
}

/// Words in “t” that are no verb, or say what somebody has or needs.
#[rustfmt::skip]
const NO_DEEDS: [&str; 15] = [
    "hat", "braucht", "benötigt", "kennt", "bekommt", "erhält", "vermisst", "heeft", "krijgt", "ist", "kommt", "mit", "nicht",
    "seit", "statt",
];

/// What stands before a deed that somebody may do.
const MAY: [&str; 4] = [" can ", " could ", " may ", " might "];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_does_something_is_told_from_those_it_is_done_to() {
        for behind in [
            " will send the list",
            " sends the list",
            " can carry the list",
            " needs to send it",
            " schickt die Liste",
            " schicken die Liste",
            " soll die Liste schicken",
            " enverra la liste",
            " stuurt de lijst",
            " holt die Matten aus dem Lager",
            ": send the list",
        ] {
            assert!(says_deed(behind), "{behind}");
        }
        for behind in [
            " anrufen",
            " informieren",
            " die Liste schicken",
            " fragen, ob es geht",
            " jetzt die Liste schicken",
            " braucht den Schlüssel",
            " mit dem Auto abholen",
            "'s list to send",
            " will get a copy",
            "",
        ] {
            assert!(!says_deed(behind), "{behind}");
        }
    }
}
