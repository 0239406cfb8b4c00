//! What stands behind words that say that somebody has to do something, and makes them say something else: since when it has
//! been so, that somebody has to leave or is given an office, an object in place of a deed.

/// Whether a German clause behind “soll” holds what somebody can do: “die Liste schicken”, not “gefragt werden”, “krank sein”.
pub(super) fn holds_infinitive(clause: &str) -> bool {
    let is_infinitive =
        |word: &str| word.starts_with(char::is_lowercase) && word.len() > 3 && word.ends_with('n') || word == "tun";
    !clause.ends_with(" werden") && !clause.ends_with(" sein") && clause.split_whitespace().any(is_infinitive)
}

/// Whether `next` may follow a word that ends in a preposition: behind “agreed to” a verb, “the minutes” not; behind “se occupa
/// di” a verb or a thing with its article, and no trade.
pub(super) fn goes_on(word: &str, next: &str) -> bool {
    match word.rsplit(' ').next().unwrap_or_default() {
        "to" => !OBJECTS.contains(&next),
        "with" | "for" | "on" => !["average", "board"].contains(&next),
        "für" | "voor" => {
            !["Heiterkeit", "Stimmung", "Unmut", "Unruhe", "Diskussionen", "sfeer", "onrust"].contains(&next)
        }
        "de" | "di" => is_romance_infinitive(next) || DETERMINERS.contains(&next),
        "en" | "a" | "à" if word.contains(' ') => is_romance_infinitive(next),
        _ => !(word.starts_with("zgłosił") && word.ends_with("do")) || next.ends_with("nia") || next.ends_with("cia"),
    }
}

/// With what an object begins in English, where “to” is no beginning of a deed.
#[rustfmt::skip]
const OBJECTS: [&str; 20] = [
    "the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "our", "its", "my", "it", "them", "all", "both", "some", "each", "every",
];
/// What may stand behind “de” and “di” before a thing, or before a verb as its pronoun.
#[rustfmt::skip]
const DETERMINERS: [&str; 44] = [
    "s", "le", "lui", "nous", "vous", "y", "en", "se", "ne",
    "la", "las", "los", "el", "l", "les", "un", "une", "una", "uno", "uma", "um", "tout", "toute", "toutes", "tous", "todo", "toda", "todos", "todas", "tutto", "tutta", "tutti",
    "tutte", "ce", "cet", "cette", "ces", "leur", "nos", "este", "esta", "questo", "questa", "cela",
];

fn is_romance_infinitive(word: &str) -> bool {
    const ENCLITICS: [&str; 18] = [
        "se", "le", "les", "lo", "la", "los", "las", "nos", "me", "si", "li", "ne", "ci", "gli", "vi", "lhe", "lhes",
        "sela",
    ];
    // “enviá-lo” is cut at its hyphen.
    let is_whole = |word: &str| word.len() > 2 && word.ends_with(['r', 'á', 'ê', 'í']) || word.ends_with("re");
    is_whole(word)
        || ENCLITICS.iter().any(|end| word.strip_suffix(end).is_some_and(|stem| stem.len() > 2 && stem.ends_with('r')))
}

/// Whether a clause says since when or how often, so that it is how things are: “se encarga de la web desde 2018”.
pub(super) fn is_ongoing(clause: &str) -> bool {
    let has = |word: &str| clause.split_whitespace().any(|other| other == word);
    if ["há", "hace", "da"].into_iter().any(has) && ["anos", "años", "meses", "anni", "mesi"].into_iter().any(has) {
        return true;
    }
    let mut words = clause.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let next = words.peek().copied().unwrap_or_default();
        let is_since =
            SINCE.contains(&word) && (next.starts_with(|c: char| c.is_ascii_digit()) || LONG.contains(&next));
        if is_since || ["depuis", "seit", "sinds", "immer", "toujours", "siempre", "zawsze", "altijd"].contains(&word) {
            return true;
        }
    }
    false
}

/// What says since when before a number, and is another word else.
const SINCE: [&str; 6] = ["since", "desde", "dal", "da", "od", "al"];
/// With what goes on how long it has been so.
const LONG: [&str; 11] =
    ["hace", "há", "lat", "anni", "años", "anos", "sempre", "siempre", "jaren", "dawna", "początku"];

/// Whether somebody was asked in the meeting itself to say something: “was asked to explain the delay”.
pub(super) fn was_asked_to_tell(behind: &str) -> bool {
    let asked = ["was ", "were ", "has been ", "have been "].iter().find_map(|was| behind.strip_prefix(was));
    let verb = asked.and_then(|rest| rest.strip_prefix("asked to ").or_else(|| rest.strip_prefix("invited to ")));
    let verb = verb.and_then(|rest| rest.split(' ').next()).unwrap_or_default();
    ["explain", "comment", "speak", "introduce", "respond", "elaborate", "say", "describe", "answer", "reply"]
        .contains(&verb)
}

/// Whether a clause says that somebody has to leave the meeting or is given an office: “muss leider früher gehen”, “takes on the
/// role of chair”.
pub(super) fn is_leaving(clause: &str) -> bool {
    LEAVING.iter().any(|words| clause.contains(words))
}

#[rustfmt::skip]
const LEAVING: [&str; 22] = [
    "the role of", "the office of", "the position of", "das Wort", "den Vorsitz", "das Amt", "die Leitung der Sitzung", "la presidencia",
    "früher gehen", "früher weg", "früher los", "eher gehen", "eher weg", "leider gehen", "schon gehen", "schon weg", "früher aufbrechen", "eerder weg", "eerder vertrekken",
    "andare via", "ir embora", "head off",
];

#[cfg(test)]
mod tests {
    use super::super::bidden::is_bidden;

    #[test]
    fn what_has_been_so_is_told_from_what_is_to_be_done() {
        for behind in [
            " se encarga de la web desde 2018",
            " s'occupe de la buvette depuis dix ans",
            " kümmert sich seit Jahren um die Technik",
            " fica a cargo da mesa há três anos",
            " muss leider früher gehen",
            " doit partir à 20 h",
            " takes on the role of chair",
            " was asked to explain the delay",
            " agreed to the minutes",
            " si occupa di arte",
            " quedó de pie",
            " ficou de fora",
            " muss im Mai nach Rom",
            " soll krank sein",
        ] {
            assert!(!is_bidden(behind), "{behind}");
        }
        for behind in [
            " se encarga de la web",
            " se encarga del sonido",
            " s’occupe d’acheter le vin",
            " accepte de le faire",
            " fica responsável pelas bebidas",
            " si occuperà degli spartiti",
            " muss den Antrag abgeben",
            " soll das tun",
            " was asked to write to them",
            " agreed to check the minutes",
            " quedó en enviarles la lista",
            " sorgt für Strom auf der Wiese",
        ] {
            assert!(is_bidden(behind), "{behind}");
        }
    }
}
