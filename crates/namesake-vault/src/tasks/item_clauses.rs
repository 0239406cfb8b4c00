//! The clauses of a line of minutes behind its first one: sentences, parts behind a semicolon, an arrow, a colon or a comma.
//! Somebody may have to do something by them: “Needs a poll. Mara will create it”. Whether they do is left to the owners.

use namesake_note::word_list::lower;
use namesake_tasks::prose::is_past;
use namesake_text::text::Span;

use super::bidden::bidding;
use super::deed_verbs::deed_places;
use super::promised_deeds::{promises_deed, without_adverb};

/// A clause behind the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause {
    /// Its words, with signs around them, in bytes of the line.
    pub span: Span,
    /// Whether a new sentence begins there. Behind a comma or an “and” the words may be about anything.
    pub is_sentence: bool,
    /// Whether it tells what was agreed, so that its verb may stand at the end or be a subjunctive: “dass Mara sie schreibt”.
    pub is_agreed: bool,
}

/// Signs behind which a sentence of its own begins.
const SENTENCES: [&str; 9] = [". ", "! ", "? ", "; ", " -> ", " --> ", " → ", " => ", " ⇒ "];
/// What a label has not.
const SENTENCE_ENDS: [char; 4] = ['.', '!', '?', ','];
/// Words before a full stop that ends no sentence.
#[rustfmt::skip]
const SHORT: &[&str] = &["Dr", "Mr", "Mrs", "Ms", "St", "Nr", "No", "Prof", "bzgl", "bzw", "ca", "z.B", "z. B", "evtl", "ggf", "inkl", "Tel", "approx", "vs", "e.g", "i.e", "M", "Mme", "Sr", "Sra", "dhr", "mevr"];

/// The first sentence of `words`.
pub fn first_sentence(words: &str) -> Span {
    let is_end = |(at, _): &(usize, &str)| {
        let before = words[..*at].rsplit([' ', '(']).next().unwrap_or_default();
        let is_number = before.len() <= 2 && before.chars().all(|c| c.is_ascii_digit() || c == '.');
        !(words[*at..].starts_with(". ") && (is_number || before.chars().count() == 1 || SHORT.contains(&before)))
    };
    let ends = SENTENCES.iter().filter_map(|sign| words.match_indices(*sign).find(is_end)).map(|(at, _)| at);
    Span::new(0, ends.min().unwrap_or(words.len()))
}

/// The sentences of `words`.
pub fn sentences(words: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let length = first_sentence(&words[at..]).end;
        if length > 0 {
            found.push(Span::new(at, at + length));
        }
        let sign =
            SENTENCES.iter().filter(|sign| words[at + length..].starts_with(**sign)).map(|sign| sign.len()).max();
        at += length + sign.unwrap_or(words.len());
    }
    found
}

/// Signs behind which somebody may be named who has to do something.
#[rustfmt::skip]
const PARTS: [&str; 14] =
    [", ", ": ", " – ", " — ", " - ", " -- ", " (", ":** ", "** ", " and ", " but ", " und ", " while ", " & "];
/// Words that a clause behind such a sign may begin with.
const JOINTS: [&str; 6] = ["and ", "but ", "so ", "und ", "while ", "then "];

/// Words that a sentence may begin with before the name of who has to do something.
#[rustfmt::skip]
const OPENERS: [&str; 23] = [
    "Additionally", "Also", "Meanwhile", "Then", "Next", "Finally", "Later", "Afterwards", "In addition", "In the meantime", "First", "Firstly", "Instead", "Until then", "For now", "Either way", "In any case",
    "Außerdem", "Zudem", "Danach", "Zuerst", "Zunächst", "Anschließend",
];

/// The clauses of `words` behind the first that begin as a name, a mention or a link does.
pub fn later_clauses(words: &str) -> Vec<Clause> {
    let all = |signs: &'static [&'static str], is_sentence: bool| {
        let places = signs.iter().flat_map(move |sign| words.match_indices(*sign).map(move |(at, _)| (at, sign.len())));
        places.map(move |(at, length)| (at, at + length, is_sentence))
    };
    let mut borders: Vec<(usize, usize, bool)> = all(&SENTENCES, true).chain(all(&PARTS, false)).collect();
    let agreed = agreed(words);
    borders.extend(agreed.map(|(at, behind)| (at, behind, true)));
    // `09-20, 11-08 Mara to build it`
    let days = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit() || " -/.,:".contains(c)).len();
    borders.extend((days > 2).then_some((0, days, false)));
    // “In addition, Mara will build it”
    let starts: Vec<usize> =
        borders.iter().filter(|(.., is_sentence)| *is_sentence).map(|(_, behind, _)| *behind).collect();
    borders.extend([0].into_iter().chain(starts).filter_map(|start| {
        let rest = OPENERS.iter().find_map(|opener| words[start..].strip_prefix(opener)?.strip_prefix([' ', ',']))?;
        Some((start, words.len() - rest.trim_start().len(), true))
    }));
    borders.sort_unstable();
    let mut clauses = Vec::new();
    for (at, behind, is_sentence) in &borders {
        let is_sentence = *is_sentence;
        let joint = JOINTS.iter().find(|joint| !is_sentence && words[*behind..].starts_with(**joint));
        let start = behind + joint.map_or(0, |joint| joint.len());
        let start = start + (words[start..].len() - words[start..].trim_start_matches(['*', '_', '(', ' ']).len());
        let start = if words[start..].starts_with("[[") || words[start..].contains("](") {
            start
        } else {
            start + usize::from(words[start..].starts_with('['))
        };
        // “Lea and Tomas will send it”, “Lea, Tomas and Ilse” are lists of names.
        let from = borders.iter().filter(|(_, behind, _)| behind <= at).map(|(_, behind, _)| *behind).max();
        let before = words[from.unwrap_or_default()..*at].trim_matches(|c: char| !c.is_alphanumeric());
        let is_capital =
            |names: &str| !names.is_empty() && names.split(' ').all(|word| word.starts_with(char::is_uppercase));
        let is_names = is_capital(before) || is_helped(before, &words[*behind..], &is_capital);
        let is_joined = [", ", " and ", " und ", " & "].iter().any(|sign| words[*at..].starts_with(sign));
        let is_listed = is_joined && is_names;
        // `Resolution: Mara will write it`
        let is_labelled = words[*at..].starts_with(':')
            && words[..*at].split(' ').count() <= 4
            && !words[..*at].contains(SENTENCE_ENDS);
        if is_labelled && is_wish(&words[..*at]) || words[*at..].starts_with(", ") && is_condition(&words[..*at]) {
            continue;
        }
        // `The gate sticks (Mara to oil it)`
        let is_bracket = words[*at..].starts_with(" (") && words.trim_end_matches(['.', ' ']).ends_with(')');
        let is_sentence = is_sentence | is_labelled | is_bracket;
        // `mvoss prüft das`
        let is_handle = || is_sentence && deed_places(&words[start..]).next() == words[start..].find(' ');
        let may_be_name = words[start..].starts_with(|c: char| c.is_uppercase() || c == '@' || c == '[') || is_handle();
        let end = borders.iter().filter(|(other, _, is_sentence)| *is_sentence && *other > start).map(|(at, ..)| *at);
        let span = Span::new(start, end.min().unwrap_or(words.len()));
        if may_be_name && !is_listed && clauses.last().is_none_or(|last: &Clause| last.span.start != start) {
            clauses.push(Clause { span, is_sentence, is_agreed: agreed.is_some_and(|(_, from)| from == *behind) });
        }
    }
    clauses
}

/// No name has more words.
const MOST_NAMES: usize = 4;

/// Whether whoever `behind` begins with only helps: “work with Lea and Tomas to send it”.
fn is_helped(before: &str, behind: &str, is_capital: &dyn Fn(&str) -> bool) -> bool {
    let names: Vec<&str> = behind.split(' ').take(MOST_NAMES).take_while(|word| *word != "to").collect();
    let is_told = behind.split(' ').nth(names.len()) == Some("to");
    let other = before.rsplit_once(" with ").map(|(_, name)| name);
    is_told && is_capital(&names.join(" ")) && other.is_some_and(is_capital)
}

/// Whether words tell what was agreed.
pub fn is_agreed(words: &str) -> bool {
    agreed(words).is_some()
}

/// Where a clause begins that tells what was agreed, with what joins it: “It was agreed that Mara would …”.
fn agreed(words: &str) -> Option<(usize, usize)> {
    let (at, joint) = THAT.iter().filter_map(|that| Some((words.find(that)?, that.len()))).min()?;
    let start = SENTENCES.iter().filter_map(|sign| words[..at].rfind(sign).map(|at| at + sign.len())).max();
    let said = lower(&words[start.unwrap_or_default()..at]).into_owned();
    // “Following discussion it was agreed that …”
    let said = said.rfind(" it was ").map_or(said.as_str(), |it| &said[it + 1..]);
    // “Mara agreed that Tomas would …” is what Mara thinks.
    let mut told = said.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_all = told.clone().next().is_some_and(|first| ALL.contains(&first) || AGREED.contains(&first));
    let is_agreed = is_all && told.any(|word| AGREED.contains(&word));
    let is_short = said.split_whitespace().count() <= 8 && !said.split(' ').any(|word| NEGATED.contains(&word));
    let behind = at + joint;
    let article =
        ["a ", "o ", "la ", "el ", "il ", "l'", "l’"].iter().find(|article| words[behind..].starts_with(**article));
    (is_agreed && is_short).then(|| (at, behind + article.map_or(0, |article| article.len())))
}

/// What joins what was agreed.
const THAT: [&str; 9] = [" that ", " dass ", " daß ", " que ", " qu'", " qu’", " che ", " dat ", " że "];
/// What says that something was agreed, in small letters.
#[rustfmt::skip]
const AGREED: &[&str] = &[
    "agreed", "agreement", "decided", "resolved", "vereinbart", "beschlossen", "entschieden", "abgemacht", "verabredet", "festgelegt", "ausgemacht", "convenu", "décidé", "entendu", "acuerda",
    "acordó", "acordado", "decide", "decidió", "decidido", "queda", "quedó", "resuelve", "acordou", "combinado", "combinou", "decidiu", "definido", "ficou", "fica", "concorda", "concordato",
    "stabilito", "deciso", "stabilisce", "afgesproken", "besloten", "overeengekomen", "ustalono", "postanowiono", "uzgodniono", "zdecydowano",
];
/// With what it begins where all agree.
#[rustfmt::skip]
const ALL: &[&str] = &[
    "it", "we", "all", "everyone", "the", "es", "wir", "alle", "man", "il", "on", "nous", "se", "si", "foi", "está", "è", "abbiamo", "hemos", "er", "wij", "men", "zostało", "wspólnie",
];
/// What says that it was not.
const NEGATED: [&str; 8] = ["not", "nicht", "pas", "no", "não", "non", "niet", "nie"];

/// Whether the sentence that `words` end in begins with a condition: “If it rains, …”.
fn is_condition(words: &str) -> bool {
    let start = SENTENCES.iter().filter_map(|sign| words.rfind(sign).map(|at| at + sign.len())).max();
    let said =
        lower(words[start.unwrap_or_default()..].trim_start_matches(|c: char| !c.is_alphabetic())).replace('’', "'");
    CONDITIONS
        .iter()
        .any(|when| said.strip_prefix(when).is_some_and(|rest| when.ends_with('\'') || rest.starts_with(' ')))
}

/// With what a condition begins, in small letters.
#[rustfmt::skip]
const CONDITIONS: &[&str] = &[
    "if", "unless", "in case", "should", "provided", "wenn", "falls", "sofern", "sollte", "sollten", "si", "s'il", "s'ils", "au cas où", "en caso de", "en caso de que", "se", "caso", "nel caso",
    "qualora", "als", "indien", "mocht", "jeśli", "jeżeli", "gdyby", "o ile",
];

/// Labels before what is asked for or thought of, which nobody has taken on; in small letters.
#[rustfmt::skip]
const WISHES: &[&str] = &[
    "motion", "proposal", "proposed", "suggestion", "idea", "ideas", "question", "option", "request", "wish", "antrag", "vorschlag", "idee", "frage", "wunsch", "möglichkeit", "anregung",
    "motion", "proposition", "suggestion", "idée", "question", "souhait", "moción", "propuesta", "sugerencia", "idea", "pregunta", "opción", "moção", "proposta", "sugestão", "ideia",
    "pergunta", "opção", "mozione", "suggerimento", "domanda", "opzione", "motie", "voorstel", "suggestie", "idee", "vraag", "optie", "wens", "wniosek", "propozycja", "pomysł", "pytanie", "opcja",
];

/// Whether a label is before what is asked for: “Antrag: Mara möchte …”.
fn is_wish(label: &str) -> bool {
    WISHES.contains(&&*lower(label.trim_matches(|c: char| !c.is_alphabetic())))
}

/// Whether what follows a name tells of something that happens to its bearer: “Tomas will get a copy”.
pub fn is_given(behind: &str) -> bool {
    let words = behind.trim_start_matches(['*', '_', ']', ')']);
    let verb = words.strip_prefix(" will ").map(without_adverb).unwrap_or_default();
    ["get ", "receive ", "hear ", "see ", "find "].iter().any(|given| verb.starts_with(given))
}

/// Where in a line that begins with a report of somebody, or with somebody who speaks, a clause without subject tells what
/// they will do: “ tested it and found issues; will make a patch”, “: a challenge, will write to the list”.
pub fn carried_on(behind: &str) -> Option<usize> {
    let behind_name = behind.trim_start_matches(['*', '_', ']', ')']);
    let is_spoken = behind_name.starts_with(':');
    let reported = behind_name.trim_start_matches([':', '*', '_']).strip_prefix(' ')?;
    let first = reported.split(' ').next().unwrap_or_default();
    let is_told = is_past(reported) || ["is", "has", "was", "had"].contains(&first);
    let is_report = first.starts_with(char::is_lowercase) && is_told || is_spoken;
    let own: &[&str] = if is_spoken { &SPOKEN } else { &[] };
    let signs = CARRIED.iter().map(|sign| (sign, false)).chain(own.iter().map(|sign| (sign, true)));
    let places = signs.filter_map(|(sign, is_own)| Some((behind.find(sign)?, sign.len(), is_own)));
    let (at, length, is_own) = places.min().filter(|_| is_report && bidding(behind).is_none_or(|at| at > 0))?;
    let told = &behind[at + length..];
    let is_promise = promises_deed(&format!(" will {told}")) && told.split(' ').nth(2).is_some();
    // Somebody else may be meant by then.
    let mut words = behind[..at].split(|c: char| !c.is_alphanumeric());
    let is_same = is_own || !words.any(|word| OTHERS.contains(&word));
    (is_promise && is_same).then_some(at)
}

/// What stands before what somebody who speaks says of themselves.
const SPOKEN: [&str; 8] =
    [". I'll ", ". I’ll ", ". I will ", ", I'll ", ", I’ll ", ", I will ", " so I'll ", " so I will "];
/// What stands before a verb without subject.
const CARRIED: [&str; 6] = ["; will ", ". Will ", ", will ", " and will ", " but will ", ", and will "];
/// Words after which somebody or something else may be meant.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "he", "she", "they", "we", "you", "who", "which", "that", "there", "whether", "if", "He", "She", "It", "They", "We", "There", "This",
    "These", "The", "I",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_and_wishes_have_no_clause() {
        for words in
            ["If it rains, Mara will call them", "S'il pleut, Mara appellera Lea", "Antrag: Mara soll es machen"]
        {
            assert_eq!(starts(words), [], "{words}");
        }
        assert_eq!(starts("The gate sticks (Mara to oil it)"), [("Mara to oil it)", true)]);
        assert_eq!(starts("It was agreed that Mara would write it"), [("Mara would write it", true)]);
        let after = "The lights are out. Following talks it was agreed that Mara would write it";
        assert_eq!(starts(after).last(), Some(&("Mara would write it", true)));
        assert_eq!(starts("Ficou decidido que a Mara escreve"), [("Mara escreve", true)]);
        assert_eq!(starts("It was not agreed that Mara would write it"), []);
        assert_eq!(starts("She said that Mara would write it"), []);
        assert_eq!(starts("Lea agreed that Mara would write it"), []);
    }

    fn starts(words: &str) -> Vec<(&str, bool)> {
        later_clauses(words).into_iter().map(|clause| (clause.span.of(words), clause.is_sentence)).collect()
    }

    #[test]
    fn a_line_has_clauses_behind_its_first() {
        assert_eq!(starts("Needs a poll. Mara will create it"), [("Mara will create it", true)]);
        assert_eq!(
            starts("Lots of it; Ilse to send a poll. Then we go"),
            [("Ilse to send a poll", true), ("Then we go", true)]
        );
        assert_eq!(starts("Wunsch nach Terminen --> Ilse kontaktiert Lea"), [("Ilse kontaktiert Lea", true)]);
        assert_eq!(starts("there is talk, so Tomas will list it"), [("Tomas will list it", false)]);
        assert_eq!(starts("Note: [Ilse will create the issue]"), [("Ilse will create the issue]", true)]);
        assert_eq!(starts("Lea and Tomas will send it, Ilse pays"), [("Ilse pays", false)]);
        assert_eq!(starts("Gate Survey - Tomas to lead it"), [("Tomas to lead it", false)]);
        assert_eq!(starts("MV schickt die Meldung, Ilse ruft an"), [("Ilse ruft an", false)]);
        assert_eq!(starts("Needs a poll. then nothing"), []);
        assert_eq!(starts("09-20, 11-08 Mara to build it"), [("Mara to build it", false)]);
    }

    #[test]
    fn sentences_follow_each_other() {
        let words = "Die Mail ist fertig. Bis Mai bucht Mara; Ende -> Tomas";
        let parts: Vec<&str> = sentences(words).into_iter().map(|span| span.of(words)).collect();
        assert_eq!(parts, ["Die Mail ist fertig", "Bis Mai bucht Mara", "Ende", "Tomas"]);
        assert_eq!(sentences(""), []);
    }

    #[test]
    fn a_short_form_ends_no_sentence() {
        for (words, first) in [
            ("Mara schickt Dr. Lenz die Liste. Danach", "Mara schickt Dr. Lenz die Liste"),
            ("Mara bucht am 9. Mai; Tomas kommt", "Mara bucht am 9. Mai"),
            ("Mara bucht", "Mara bucht"),
        ] {
            assert_eq!(first_sentence(words).of(words), first);
        }
    }

    #[test]
    fn what_somebody_gets_is_given() {
        assert!(is_given(" will get a copy") && !is_given(" to get three offers"));
    }

    #[test]
    fn a_report_may_go_on_to_a_promise() {
        for behind in [
            " tested it and found issues; will make a patch",
            " is turning the headings and will send an update next week",
            "] planned to do it. Will try to write it",
        ] {
            assert!(carried_on(behind).is_some(), "{behind}");
        }
        for behind in [
            " said that they met the council and will send the plan",
            " tested it; will be away",
            " tested it; will check",
            " Voss met them and will send it off",
            " performance report: use it, will send it off",
            " will send it and will write it up",
            "",
        ] {
            assert!(carried_on(behind).is_none(), "{behind}");
        }
    }
}
