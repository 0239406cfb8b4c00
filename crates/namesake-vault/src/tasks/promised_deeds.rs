//! Deeds that somebody promises in English by “to” or “will”, “will send the plan”, or does in the present: “sends the plan”.

use namesake_transcript::is_deed;

/// Whether what follows a name in front of a clause that no sentence begins says what its bearer will do, and names a deed: “,
/// Tomas will create a list”.
pub fn promises_deed(behind: &str) -> bool {
    let words = behind.trim_start_matches(['*', '_', ']', ')']);
    let words = words.strip_prefix(' ').map_or("", without_adverb);
    let verb = ["to ", "will ", "is to ", "is going to ", "has agreed to ", "agreed to "]
        .iter()
        .find_map(|bids| words.strip_prefix(bids))
        .map(without_adverb);
    let verb = verb.unwrap_or_default();
    let verb = TRIES.iter().find_map(|tries| verb.strip_prefix(tries)).unwrap_or(verb);
    if has_deed(verb)
        || PHRASES.iter().any(|phrase| verb.strip_prefix(phrase).is_some_and(|rest| rest.starts_with(' ')))
    {
        return true;
    }
    let (verb, goes_on) = verb.strip_prefix("be ").map_or((verb, false), |verb| (verb, true));
    let mut told = verb.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    // “Tomas will get a copy” is told of something that happens to him.
    let is_told = |verb: &str| is_written_deed(verb) && !["get", "see", "hear"].contains(&verb);
    let is_deed = told.next().is_some_and(|verb| match goes_on {
        true => verb.strip_suffix("ing").is_some_and(|stem| is_told(stem) || is_told(&format!("{stem}e"))),
        false => is_told(verb),
    });
    is_deed && (words.starts_with("to ") || told.next().is_some())
}

/// Whether what follows a name says in the present that its bearer does a deed to something: “ sends the plan”.
pub fn does_deed(behind: &str) -> bool {
    let words = behind.trim_start_matches(['*', '_', ']', ')']);
    let words = words.strip_prefix(' ').map_or("", without_adverb);
    let Some((verb, object)) = words.split_once(' ').filter(|(verb, _)| verb.ends_with('s')) else { return false };
    let stem = |ending| verb.strip_suffix(ending).unwrap_or_default();
    let stems = [stem("s").to_owned(), stem("es").to_owned(), format!("{}y", stem("ies"))];
    let is_phrase = |stem: &String| {
        let told = format!("{stem} {object}");
        PHRASES.iter().any(|phrase| told.strip_prefix(phrase).is_some_and(|rest| rest.starts_with(' ')))
    };
    // Whoever looks after something has done so before, and whoever leads a group does.
    let is_told = |stem: &String| is_deed(stem) && stem != "look" || is_phrase(stem);
    stems.iter().any(is_told) && object.contains(char::is_alphabetic)
}

/// Whether what follows a name is what its bearer is to do, with neither “to” nor “will”: “ post on the list”. Where nothing
/// else says that something is to be done, such words may be anything.
pub fn begins_with_command(behind: &str) -> bool {
    let words = behind.trim_start_matches(['*', '_', ']', ')']);
    let words = words.strip_prefix(' ').map_or("", without_adverb);
    words.split_once(' ').is_some_and(|(verb, object)| is_written_deed(verb) && object.contains(char::is_alphabetic))
}

/// Whether a word is a deed of English, as people write of it.
pub(super) fn is_written_deed(word: &str) -> bool {
    is_deed(word) || WRITTEN.contains(&word)
}

/// Deeds of minutes that nobody promises in talk.
#[rustfmt::skip]
const WRITTEN: [&str; 50] = [
    "propose", "champion", "lead", "present", "poke", "land", "rebase", "finalise", "finalize", "release", "develop", "integrate", "define",
    "consolidate", "align", "archive", "capture", "clarify", "collate", "swap", "switch", "demo", "escalate", "extend", "facilitate", "handle", "incorporate",
    "monitor", "obtain", "outline", "process", "promote", "prototype", "recruit", "reply", "respond", "scan", "sync", "track", "transfer", "upgrade", "consult",
    "discuss", "pull", "pay", "purchase", "sell", "paint", "sort", "oil",
];

/// Whether words are “have” with what makes a deed of it: “have a closer look at the pump”.
pub(super) fn has_deed(words: &str) -> bool {
    let mut words = words.split(' ');
    words.next() == Some("have")
        && words.next().is_some_and(|article| ["a", "another"].contains(&article))
        && words.take(2).any(|word| HAD.contains(&word))
}

/// What somebody has who does something.
const HAD: [&str; 8] = ["look", "chat", "word", "think", "read", "call", "conversation", "go"];

/// What stands before a deed that somebody will try.
const TRIES: [&str; 5] = ["try to ", "try and ", "attempt to ", "help to ", "start to "];
/// Deeds of several words, whose verb alone may be none: “talk to the electricians”, “fill in the form”.
const PHRASES: [&str; 22] = [
    "do the",
    "talk to",
    "talk with",
    "speak to",
    "speak with",
    "chat with",
    "pass along",
    "pass on",
    "fill in",
    "fill out",
    "reach out",
    "look into",
    "look at",
    "take a look",
    "take a shot",
    "take care of",
    "work on",
    "work with",
    "get in touch",
    "get back",
    "sort out",
    "liaise",
];

/// Words without a small one that may stand around a verb and says nothing of whether something has to be done: “also plans to”.
pub(super) fn without_adverb(words: &str) -> &str {
    ADVERBS.iter().find_map(|adverb| words.strip_prefix(adverb)?.strip_prefix(' ')).unwrap_or(words)
}

/// Such words.
const ADVERBS: [&str; 7] = ["also", "then", "now", "first", "kindly", "still", "therefore"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deed_of_the_present_is_told_from_what_somebody_has_or_is() {
        for behind in
            [" sends the plan", "] fixes the door", " copies the plan", " also writes to them", " looks into the pump"]
        {
            assert!(does_deed(behind), "{behind}");
        }
        for behind in [
            " sends",
            " looks after the pump",
            " leads the group",
            " needs the plan",
            " send the plan",
            "'s plan to send",
            " is away",
            "",
        ] {
            assert!(!does_deed(behind), "{behind}");
        }
    }

    #[test]
    fn a_promise_of_a_deed_is_told_from_what_happens() {
        for behind in [
            " will talk to the electricians",
            " will try to review it",
            " to try to set up the room",
            " will be organising the meal",
            " will pass along the list",
            " will have a closer look at the pump",
            " is going to be championing the fair",
        ] {
            assert!(promises_deed(behind), "{behind}");
        }
        for behind in [
            " will talk",
            " will be away",
            " will be organised",
            " will get a copy",
            " will try",
            " will work from home",
            " will have a new desk",
            " will have the keys",
        ] {
            assert!(!promises_deed(behind), "{behind}");
        }
    }

    #[test]
    fn a_command_has_something_that_it_is_done_to() {
        for behind in [" post on the list", " also rebase the branch", "] send it"] {
            assert!(begins_with_command(behind), "{behind}");
        }
        for behind in [" post", " posted it", " and Tomas", "’s post on the list", ": post it", ""] {
            assert!(!begins_with_command(behind), "{behind}");
        }
    }

    #[test]
    fn behind_a_comma_only_a_deed_counts() {
        for behind in [" will create a list", " to send a poll", " is going to also write it", "** will file it"] {
            assert!(promises_deed(behind), "{behind}");
        }
        for behind in [" will be away", " will get a copy", " to be there", " will send", " sings a song", ""] {
            assert!(!promises_deed(behind), "{behind}");
        }
    }
}
