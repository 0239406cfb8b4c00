//! Whether words say of those whom they begin with that they do something.

use super::super::bidden::is_bidden;
use super::super::deed_verbs::{begins_with_deed, begins_with_infinitive, tells_deed};
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
        || !begins_with_infinitive(behind) && is_deed()
}

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
            ": send the list",
        ] {
            assert!(says_deed(behind), "{behind}");
        }
        for behind in [
            " anrufen",
            " informieren",
            " die Liste schicken",
            " fragen, ob es geht",
            "'s list to send",
            " will get a copy",
            "",
        ] {
            assert!(!says_deed(behind), "{behind}");
        }
    }
}
