//! The clauses of a line of minutes behind its first one: sentences, parts behind a semicolon, an arrow, a colon or a comma.
//! Somebody may have to do something by them: “Needs a poll. Mara will create it”. Whether they do is left to the owners.

use namesake_tasks::prose::is_past;
use namesake_text::text::Span;

use super::bidden::bidding;
use super::deed_verbs::deed_places;
use super::promised_deeds::without_adverb;
use namesake_transcript::is_deed;

/// A clause behind the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause {
    /// Its words, with signs around them, in bytes of the line.
    pub span: Span,
    /// Whether a new sentence begins there. Behind a comma or an “and” the words may be about anything.
    pub is_sentence: bool,
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
const PARTS: [&str; 13] =
    [", ", ": ", " – ", " — ", " - ", " (", ":** ", "** ", " and ", " but ", " und ", " while ", " & "];
/// Words that a clause behind such a sign may begin with.
const JOINTS: [&str; 6] = ["and ", "but ", "so ", "und ", "while ", "then "];

/// The clauses of `words` behind the first that begin as a name, a mention or a link does.
pub fn later_clauses(words: &str) -> Vec<Clause> {
    let all = |signs: &'static [&'static str], is_sentence: bool| {
        let places = signs.iter().flat_map(move |sign| words.match_indices(*sign).map(move |(at, _)| (at, sign.len())));
        places.map(move |(at, length)| (at, at + length, is_sentence))
    };
    let mut borders: Vec<(usize, usize, bool)> = all(&SENTENCES, true).chain(all(&PARTS, false)).collect();
    // `09-20, 11-08 Mara to build it`
    let days = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit() || " -/.,:".contains(c)).len();
    borders.extend((days > 2).then_some((0, days, false)));
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
        let is_names = !before.is_empty() && before.split(' ').all(|word| word.starts_with(char::is_uppercase));
        let is_listed = words[*at..].starts_with([',', ' ']) && !is_sentence && is_names;
        // `Resolution: Mara will write it`
        let is_labelled = words[*at..].starts_with(':')
            && words[..*at].split(' ').count() <= 4
            && !words[..*at].contains(SENTENCE_ENDS);
        let is_sentence = is_sentence | is_labelled;
        // `mvoss prüft das`
        let is_handle = || is_sentence && deed_places(&words[start..]).next() == words[start..].find(' ');
        let may_be_name = words[start..].starts_with(|c: char| c.is_uppercase() || c == '@' || c == '[') || is_handle();
        let end = borders.iter().filter(|(other, _, is_sentence)| *is_sentence && *other > start).map(|(at, ..)| *at);
        let span = Span::new(start, end.min().unwrap_or(words.len()));
        if may_be_name && !is_listed && clauses.last().is_none_or(|last: &Clause| last.span.start != start) {
            clauses.push(Clause { span, is_sentence });
        }
    }
    clauses
}

/// Whether what follows a name tells of something that happens to its bearer: “Tomas will get a copy”.
pub fn is_given(behind: &str) -> bool {
    let words = behind.trim_start_matches(['*', '_', ']', ')']);
    let verb = words.strip_prefix(" will ").map(without_adverb).unwrap_or_default();
    ["get ", "receive ", "hear ", "see ", "find "].iter().any(|given| verb.starts_with(given))
}

/// Where in a line that begins with a report of somebody a clause without subject tells what they will do: “tested it and
/// found issues; will make a patch”.
pub fn carried_on(behind: &str) -> Option<usize> {
    let reported = behind.trim_start_matches(['*', '_', ']', ')', ':']).strip_prefix(' ')?;
    let first = reported.split(' ').next().unwrap_or_default();
    let is_told = is_past(reported) || ["is", "has", "was", "had"].contains(&first);
    let is_report = first.starts_with(char::is_lowercase) && is_told && bidding(behind).is_none_or(|at| at > 0);
    let at =
        CARRIED.iter().filter_map(|sign| behind.find(sign).map(|at| (at, sign.len()))).min().filter(|_| is_report)?;
    let mut told =
        without_adverb(&behind[at.0 + at.1..]).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_promise = told.next().is_some_and(|verb| is_deed(verb) && verb != "get") && told.nth(1).is_some();
    // Somebody else may be meant by then.
    let is_same = !behind[..at.0].split(|c: char| !c.is_alphanumeric()).any(|word| OTHERS.contains(&word));
    (is_promise && is_same).then_some(at.0)
}

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
