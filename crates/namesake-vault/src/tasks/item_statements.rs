//! Lines under a heading for tasks that tell how things are or will be, and ask for nothing: “She’s painting the doors”, “We
//! ship it on Monday”, “Once I have that, …”.

use namesake_note::word_list::lower;

/// Pronouns with what says that somebody is doing something, in small letters.
#[rustfmt::skip]
const DOING: &[&str] = &[
    "he's", "she's", "it's", "they're", "he is", "she is", "it is", "they are", "he was", "she was", "they were",
    "er ist", "er hat", "sie ist", "sie hat", "sie sind", "il est", "elle est", "ils sont", "elles sont", "il a", "elle a",
    "está", "están", "él está", "ella está", "estão", "ele está", "ela está", "sta", "stanno", "hij is", "zij is", "ze is", "ze zijn",
    "on jest", "ona jest", "han är", "hon är", "de är", "он сейчас", "она сейчас", "они сейчас",
];
/// What follows these where it is an order all the same.
const ORDERED: &[&str] = &["to", "supposed", "asked", "responsible", "convenu", "décidé", "entendu", "demandé", "été"];

/// What may follow “we” where something is asked for.
#[rustfmt::skip]
const MAY: &[&str] = &[
    "will", "need", "needs", "must", "should", "shall", "have", "could", "can", "may", "might", "ought", "want", "plan", "agree",
    "agreed", "are", "are to", "also", "still", "all", "both", "then", "would", "try", "aim", "intend", "decided", "promised",
];

/// What begins a clause that says when, in small letters.
#[rustfmt::skip]
const WHEN: &[&str] = &[
    "once", "when", "whenever", "as soon as", "sobald", "wenn", "dès que", "quand", "lorsque", "une fois", "cuando", "en cuanto",
    "una vez", "quando", "assim que", "una volta", "non appena", "zodra", "wanneer", "gdy", "kiedy", "jak tylko", "när", "så snart",
    "когда", "как только", "после того как",
];
/// Whoever has to come first.
const PRONOUNS: &[&str] = &[
    "i", "we", "he", "she", "it", "that", "this", "you", "they", "ich", "wir", "er", "sie", "das", "je", "tu", "il",
    "elle", "nous", "on", "j'ai", "yo", "eu", "io", "ik", "we", "jag", "vi", "я", "мы", "он", "она", "это",
];

/// Signs that open something quoted.
const QUOTES: [char; 7] = ['"', '“', '„', '«', '‘', '\'', '`'];

/// Whether `words` tell and ask for nothing. `is_known` says of a first name whether its bearer took part, whose plans are
/// promises.
pub fn is_statement(words: &str, is_known: impl Fn(&str) -> bool) -> bool {
    let words = words.trim_start_matches(['*', '_', ' ']).replace('’', "'");
    let small = lower(&words);
    tells_of(&small) || is_ours(&small) || is_step(&words, &small) || is_theirs(&words, is_known)
}

/// “He’s painting the doors.”
fn tells_of(small: &str) -> bool {
    let behind = DOING.iter().find_map(|doing| small.strip_prefix(doing)?.strip_prefix(' '));
    behind.is_some_and(|behind| !ORDERED.contains(&first_word(behind)))
}

/// “We ship it on Monday.”
fn is_ours(small: &str) -> bool {
    let verb = small.strip_prefix("we ").map(first_word);
    verb.is_some_and(|verb| !verb.is_empty() && !MAY.contains(&verb) && !verb.ends_with("ed"))
}

/// “Once I have that, I’ll write to you”; in a procedure “When done, say "ready"”.
fn is_step(words: &str, small: &str) -> bool {
    let Some(clause) = WHEN.iter().find_map(|when| small.strip_prefix(when)?.strip_prefix(' ')) else { return false };
    let Some((clause, _)) = clause.split_once(',') else { return false };
    let behind = words.split_once(',').map_or("", |(_, behind)| behind.trim_start());
    let is_quoted = behind.split_once(' ').is_some_and(|(_, quoted)| quoted.starts_with(QUOTES));
    is_quoted || PRONOUNS.contains(&first_word(clause))
}

/// “Brian is getting me the key”, “Brian is going to keep asking”, of somebody who was not there.
fn is_theirs(words: &str, is_known: impl Fn(&str) -> bool) -> bool {
    let mut parts = words.splitn(3, ' ');
    let (Some(name), Some("is"), Some(told)) = (parts.next(), parts.next(), parts.next()) else { return false };
    let verb = first_word(told);
    let goes_on = ["going to keep ", "going to continue "].iter().any(|goes_on| told.starts_with(goes_on));
    let is_doing = goes_on || verb.len() > 4 && verb.ends_with("ing") && verb != "going";
    is_doing && name.starts_with(char::is_uppercase) && !is_known(name)
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'')).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_told_from_orders() {
        for words in [
            "He’s painting the doors for cave six",
            "She is going to keep asking the dairy",
            "Sie ist dabei, die Türen zu streichen",
            "Está pintando las puertas",
            "We ship it on Monday",
            "Once I have that, I’ll write to you",
            "Sobald ich das habe, schreibe ich dir",
            "Cuando termine, decir \"listo\".",
            "Brian is getting me the key",
        ] {
            assert!(is_statement(words, |_| false), "{words}");
        }
        for words in [
            "He is to paint the doors",
            "He has to paint the doors",
            "We need to paint the doors",
            "We should ship it",
            "Once approved, send it to Mara",
            "When the doors are there, paint them",
            "Brian is going to ask the dairy",
            "Paint the doors",
            "",
        ] {
            assert!(!is_statement(words, |_| false), "{words}");
        }
        assert!(!is_statement("Mara is writing to the dairy", |name| name == "Mara"));
    }
}
