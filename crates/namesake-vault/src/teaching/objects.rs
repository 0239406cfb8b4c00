//! Names in a decision that say with whom something is done or who is asked, and not who decides or does it: “agree it with
//! Rob Benoit”, “ask Rob”.

/// Words before a name that make it an object, in small letters.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "with", "ask", "asks", "tell", "tells", "inform", "informs", "remind", "contact", "call", "email", "via", "about",
    "mit", "bei", "frage", "fragen", "informieren", "über", "avec", "auprès de", "demander à", "informer", "via", "con", "preguntar a",
    "avisar a", "informar a", "com", "perguntar a", "chiedere a", "informare", "met", "vraag", "bij", "z", "ze", "zapytać", "med", "fråga",
    "с", "со", "у", "спросить",
];
/// Verbs whose “to” leads to whoever hears or gets something.
const TOLD: &[&str] = &[
    "talk", "speak", "write", "send", "sends", "show", "shows", "report", "reports", "present", "presents", "reply",
    "explain", "forward", "escalate",
];

/// `passage` without the names that are objects in it. `None` if there are none.
pub(super) fn without_objects(passage: &str) -> Option<String> {
    let mut left = String::with_capacity(passage.len());
    let mut rest = passage;
    while let Some(end) = next_object(&left, rest) {
        left.push_str(&rest[..end]);
        left.push_str("… ");
        rest = behind_names(&rest[end..]);
    }
    (!left.is_empty()).then(|| left + rest)
}

/// Where the next name begins that a word before it makes an object, behind the words that were `read`.
fn next_object(read: &str, rest: &str) -> Option<usize> {
    let starts = rest.char_indices().filter(|(at, c)| {
        let before = &rest[..*at];
        (c.is_uppercase() || *c == '[' || *c == '*') && before.ends_with(' ') && *at > 0
    });
    let is_object = |at: usize| {
        let before = rest[..at].trim_end().to_lowercase();
        let is_word =
            |word: &&str| before.strip_suffix(*word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
        let is_told = || {
            let mut words = read.split_whitespace().chain(before.split_whitespace());
            is_word(&"to") && words.any(|word| TOLD.contains(&word.to_lowercase().as_str()))
        };
        BEFORE.iter().any(is_word) || is_told()
    };
    starts.map(|(at, _)| at).find(|at| is_object(*at))
}

/// What follows the names with which `words` begin: links and words with capital letters, joined by commas and “and”.
fn behind_names(words: &str) -> &str {
    let mut rest = words;
    loop {
        rest = rest.trim_start_matches([' ', '*', '_', ',', '/', '&']);
        let small =
            ["and ", "und ", "et ", "y ", "e ", "en ", "och ", "и "].iter().find_map(|joint| rest.strip_prefix(joint));
        let next = small.filter(|next| next.starts_with(|c: char| c.is_uppercase() || c == '[')).unwrap_or(rest);
        let end = match next.starts_with("[[") {
            true => next.find("]]").map(|at| at + 2),
            false if next.starts_with(char::is_uppercase) => {
                Some(next.find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '’')).unwrap_or(next.len()))
            }
            false => None,
        };
        match end {
            Some(end) => rest = &next[end..],
            None => return rest,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_behind_words_for_objects_are_left_out() {
        for (passage, left) in [
            ("Agree the price with Rob Benoit.", "Agree the price with … ."),
            ("Raise it again with [[Rob Benoit|Rob]] and Mara - soon", "Raise it again with … - soon"),
            ("Send the plan to Rob", "Send the plan to … "),
            ("Цену обсудить с Мария Соколова", "Цену обсудить с … "),
        ] {
            assert_eq!(without_objects(passage).as_deref(), Some(left), "{passage}");
        }
        for passage in
            ["Installs move to Rob Benoit.", "Agreed by Emily and Rob", "Rob asks for the price", "Mara to proceed", ""]
        {
            assert_eq!(without_objects(passage), None, "{passage}");
        }
    }
}
