//! Whether what follows a name says that they have to do something: “to send”, “will send”, “doit relire”.

/// Whether what follows a name says that they have to do something, and not where they are: “Ana to send”.
pub fn is_bidden(behind: &str) -> bool {
    let behind = behind.trim_start_matches([' ', '*', '_', ']']);
    let told = BIDDEN.iter().find_map(|word| behind.strip_prefix(word)?.strip_prefix(' '));
    let verb = told.map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default());
    verb.is_some_and(|verb| verb.starts_with(char::is_lowercase) && !STATES.contains(&verb))
}

/// Whether somebody may have to do something by these words: they hold one of the words that say so, or an arrow. Most lines
/// do not, and need not be looked at.
pub fn may_bid(words: &str) -> bool {
    let holds = |word: &str| words.match_indices(word).any(|(at, _)| words[at + word.len()..].starts_with(' '));
    ARROWS.iter().any(|arrow| words.contains(arrow)) || BIDDEN.iter().any(|word| holds(word))
}

/// Arrows behind which stands whose it is.
pub const ARROWS: [&str; 3] = ["→", "->", "=>"];

/// What says in minutes that somebody has to do what follows.
const BIDDEN: [&str; 9] =
    ["to", "will", "should", "must", "is going to", "needs to", "agreed to", "volunteered to", "offered to"];

/// Verbs that say where somebody is or what happens to them.
#[rustfmt::skip]
const STATES: &[&str] = &[
    "be", "have", "attend", "join", "leave", "arrive", "come", "stay", "need", "like", "want", "become", "remain", "not", "no",
    "miss", "travel", "retire", "turn", "know", "fly", "also", "then", "only", "always",
];

/// Whether a verb of another language than English follows a name: a small word that tells of nothing past, in words that
/// hold a small word of that language and none of English.
pub fn is_foreign_verb(behind: &str) -> bool {
    let Some(rest) = behind.strip_prefix(' ') else { return false };
    let words: Vec<&str> = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let first = words.first().copied().unwrap_or_default();
    first.starts_with(char::is_lowercase)
        && words.len() > 1
        && !PAST.contains(&first)
        && words.iter().any(|word| FOREIGN.contains(word) || !word.is_ascii())
        && !words.iter().any(|word| ENGLISH.contains(word))
}

/// Words that tell of the past or of a state, behind a name.
#[rustfmt::skip]
const PAST: &[&str] = &[
    "hat", "haben", "hatte", "war", "ist", "wurde", "fand", "sagte", "a", "ont", "est", "était", "avait", "ha", "han", "es", "fue",
    "foi", "é", "era", "tem", "è", "sono", "heeft", "hebben", "is", "was", "jest", "był", "była", "i", "und", "et", "y", "e", "en",
];
/// Small words of other languages.
#[rustfmt::skip]
const FOREIGN: &[&str] = &[
    "der", "die", "das", "den", "dem", "ein", "eine", "einen", "und", "bis", "mit", "für", "zum", "zur", "wird", "soll", "muss",
    "le", "la", "les", "des", "du", "un", "une", "doit", "va", "aux", "au", "à", "el", "los", "las", "una", "que", "para", "al",
    "del", "con", "debe", "o", "os", "as", "um", "uma", "da", "do", "com", "vai", "deve", "il", "lo", "gli", "i", "di", "per", "si",
    "alle", "dal", "het", "een", "de", "met", "voor", "zal", "moet", "gaat", "na", "z", "ze", "do", "w", "ma", "się", "musi", "obie",
];
/// Small words of English alone.
const ENGLISH: &[&str] = &["the", "of", "and", "with", "to", "for", "by", "from", "will", "on", "is", "that"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_has_to_do_is_told_from_where_they_are() {
        for behind in [" to send it", " will send it", "** should paint", " is going to ask", " volunteered to paint"] {
            assert!(is_bidden(behind), "{behind}");
        }
        for behind in [" will be away", " sent it", " to be there", " to", " To send", " wants to"] {
            assert!(!is_bidden(behind), "{behind}");
        }
    }

    #[test]
    fn verbs_of_other_languages_are_told_from_reports() {
        for behind in
            [" doit relire le contrat", " schickt das Angebot", " poprosi obie firmy", " debe firmar la licencia"]
        {
            assert!(is_foreign_verb(behind), "{behind}");
        }
        for behind in [" hat das Angebot geschickt", " est en congé", " contract renewal", " sends the plan", ""] {
            assert!(!is_foreign_verb(behind), "{behind}");
        }
    }
}
