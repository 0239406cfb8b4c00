//! Whether words that begin with somebody's name speak for them or to them: “Mara: will send it”, “@mara - send it”, “Mara, can
//! you send it?”

use namesake_tasks::marks::is_request;
use namesake_transcript::is_deed;

use super::bidden::is_bidden;
use super::promised_deeds::is_written_deed;
use super::verb_forms::promises;

/// Whether the words begin with a few capitalised ones and a colon, as a name may, and something small follows: a report
/// has a pronoun, an article or a number there.
pub fn may_name(words: &str) -> bool {
    let words = words.trim_start_matches(['*', '_', '[']);
    if is_called_on(words) {
        return true;
    }
    let words = words.trim_start_matches('@');
    // `**Mara:** send`
    let told = words.split_once(':').map(|(name, told)| (name, told.trim_start_matches(['*', '_'])));
    let Some((name, behind)) = told.filter(|(_, told)| told.starts_with(' ')) else { return false };
    let is_name = name.len() <= 60 && name.split(' ').count() <= 5 && name.starts_with(char::is_uppercase);
    is_name && (may_ask(behind) || undertakes(behind))
}

/// Whether words begin with a mention that is set off and a command: `@mvoss - Write the plan`, and no `@mvoss: Update on it`.
pub fn is_called_on(words: &str) -> bool {
    let handle = words.strip_prefix('@').and_then(|rest| rest.split_once(' '));
    let told = handle.and_then(|(handle, rest)| match handle.ends_with(':') {
        true => Some(rest),
        false => ["- ", "– ", "— "].iter().find_map(|dash| rest.strip_prefix(dash)),
    });
    told.is_some_and(is_command)
}

/// Whether words begin with what to do and name it: “Send the plan”, and no “Review of last quarter”.
pub fn is_command(words: &str) -> bool {
    let mut told = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_deed = told.next().is_some_and(|verb| is_written_deed(&verb.to_lowercase()));
    let is_object = |word: &str| !BEHIND_NOUNS.contains(&word) && !word.starts_with(|c: char| c.is_ascii_digit());
    is_deed && told.next().is_some_and(is_object)
}

/// What stands behind a word that is a thing and no deed: “Update on the fair”, “Test was long”.
#[rustfmt::skip]
const BEHIND_NOUNS: [&str; 20] = [
    "on", "of", "for", "from", "about", "in", "at", "by", "is", "was", "are", "were", "has", "had", "and", "or", "to", "will", "went", "done",
];

/// Whether who is named before these words undertakes something: “MV: Will send it”, “Mara: I’ll send it”.
pub fn undertakes(behind: &str) -> bool {
    let words = behind.trim_start_matches([' ', '*', '_']);
    let verb = WILL.iter().find_map(|will| words.strip_prefix(will));
    // “Will check” says not what.
    let mut told = verb.unwrap_or_default().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_own = told.next().is_some_and(|verb| is_deed(verb) || ["take", "email", "mail", "ring"].contains(&verb));
    let is_object = |word: &str| word.len() > 3 && !NO_OBJECTS.contains(&word);
    let is_told = told.next().is_some_and(|first| is_object(first) || told.next().is_some());
    is_own && is_told || promises(words, is_bidden)
}

/// Words of more than three letters that alone behind a verb do not say what is to be done.
const NO_OBJECTS: [&str; 14] = [
    "that", "this", "them", "those", "these", "back", "later", "soon", "again", "today", "tomorrow", "asap", "tonight",
    "there",
];

/// With what somebody who speaks says what they are going to do.
const WILL: [&str; 10] = [
    "Will ",
    "will ",
    "I'll ",
    "I’ll ",
    "I will ",
    "I'm going to ",
    "I’m going to ",
    "I am going to ",
    "let me ",
    "Let me ",
];

/// Whether words do not begin as a report does: with a pronoun, an article, a state or a number.
pub fn may_ask(words: &str) -> bool {
    let first = words.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
    first.starts_with(char::is_alphabetic) && !TOLD.contains(&first.to_lowercase().as_str())
}

/// Whether words ask whom they begin with to do something: “@Mara - can you send it?”
pub fn is_asked(words: &str) -> bool {
    let signs = [": ", " - ", " – ", " — ", ", "].iter().filter_map(|sign| Some((words.find(sign)?, sign.len())));
    let Some((at, sign)) = signs.min() else { return false };
    at > 0 && words[..at].split(' ').count() <= 4 && is_request(&words[at + sign..])
}

/// Whether whoever is named before these German words is to be spoken to by somebody else: “Mara fragen, ob es geht”.
pub fn is_to_be_asked(behind: &str) -> bool {
    let verb = behind.trim_start_matches([' ', '*', '_', ']']).split(|c: char| !c.is_alphanumeric()).next();
    verb.is_some_and(|verb| ASKING.contains(&verb))
}

/// What is done to somebody whom the words begin with.
const ASKING: [&str; 12] = [
    "fragen",
    "anfragen",
    "anrufen",
    "anschreiben",
    "ansprechen",
    "bitten",
    "einladen",
    "erinnern",
    "informieren",
    "kontaktieren",
    "nachfragen",
    "benachrichtigen",
];

/// Words with which somebody tells something, or is told of.
#[rustfmt::skip]
const TOLD: &[&str] = &[
    "i", "we", "he", "she", "they", "it", "you", "there", "the", "a", "an", "this", "that", "these", "our", "my", "his", "her",
    "is", "are", "was", "were", "has", "have", "had", "will", "can", "does", "do", "did", "no", "not", "yes", "in", "on", "at",
    "one", "two", "three", "four", "five", "ten", "all", "some", "if", "when", "what", "who", "how", "why", "where",
    "ich", "wir", "er", "sie", "es", "der", "die", "das", "ein", "eine", "ist", "hat", "war", "wird", "zwei", "drei", "ja", "nein",
    "je", "nous", "il", "elle", "ils", "le", "la", "les", "un", "une", "est", "a", "deux", "oui", "non",
    "yo", "nosotros", "él", "ella", "el", "los", "las", "una", "es", "está", "dos", "sí", "eu", "nós", "ele", "ela", "o", "os", "as",
    "um", "uma", "é", "está", "dois", "duas", "io", "noi", "lui", "lei", "lo", "gli", "è", "ha", "due", "ik", "wij", "hij", "zij",
    "het", "de", "een", "is", "heeft", "twee", "ja", "nee", "ja", "my", "on", "ona", "jest", "ma", "dwa", "dwie", "tak", "nie",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_a_colon_may_say_whose_it_is() {
        for words in ["Tomas: call them today", "Arturo e Delfina: svuotare il locale", "**Mara Voss:** send it"] {
            assert!(may_name(words), "{words}");
        }
        for words in ["Tomas: we call them", "Prices: two offers by Friday", "note: call them", "Tomas:"] {
            assert!(!may_name(words), "{words}");
        }
    }

    #[test]
    fn a_mention_and_a_command_say_whose_it_is() {
        for words in ["@mvoss - Write the plan", "@mvoss: check both doors", "@mvoss – Send it"] {
            assert!(is_called_on(words) && may_name(words), "{words}");
        }
        for words in [
            "@mvoss: Update on the fair",
            "@mvoss - Review of it",
            "@mvoss Write it",
            "mvoss: write it",
            "@mvoss: wrote it",
        ] {
            assert!(!is_called_on(words), "{words}");
        }
    }

    #[test]
    fn who_speaks_may_undertake_something() {
        for behind in
            [" Will send a poll", "** I’ll write the section", " will check both doors", " Will give feedback."]
        {
            assert!(undertakes(behind), "{behind}");
        }
        for behind in [
            " Will it rain?",
            " Will check.",
            " Will send it.",
            " Will check tomorrow.",
            " will be away on Tuesday",
            " We will send it",
            "",
        ] {
            assert!(!undertakes(behind), "{behind}");
        }
    }

    #[test]
    fn who_is_asked_is_told_from_who_is_told_of() {
        for words in ["@Mara Voss - can you send it", "Mara, could you send it?", "Imke: bitte Angebot einholen"] {
            assert!(is_asked(words), "{words}");
        }
        for words in ["Mara, who can send it", "Can you send it?", "Mara: the doors are open", ""] {
            assert!(!is_asked(words), "{words}");
        }
    }
}
