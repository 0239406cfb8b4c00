//! Lines `Mara: write the minutes` where no heading lists what is to be done: a name, a colon and a deed in the form of an
//! order or an infinitive. In minutes they say who does what; where people talk with each other by such lines they are
//! what somebody said.

use namesake_note::note::{Kind, Note, bullet, lines};
use namesake_note::word_list::lower;
use namesake_tasks::prose::is_past;
use namesake_text::text::Span;
use namesake_transcript::is_deed;

use super::bidden::{may_ask, undertakes};
use super::deed_verbs::{is_infinitive, is_infinitive_clause, tells_deed};
use super::item_names::small_names;
use super::other_titles::{is_idea_title, is_other_title, is_reported_title};

/// With so many lines in which somebody speaks of themselves, to somebody or asks, a note is a talk.
const TALK: usize = 2;
/// A longer label is no name or two, in bytes.
const LONGEST: usize = 60;

/// Whether the words begin with a few capitalised ones and a colon, as a name may, and something small follows: a report
/// has a pronoun, an article or a number there.
pub fn may_name(words: &str) -> bool {
    let words = words.trim_start_matches(['*', '_', '[', '@']);
    // `**Mara:** send`
    let told = words.split_once(':').map(|(name, told)| (name.trim_end(), told.trim_start_matches(['*', '_'])));
    let Some((name, behind)) = told.filter(|(_, told)| told.starts_with(' ')) else { return false };
    let is_short = name.len() <= 60 && name.split(' ').count() <= 5;
    // `mara y tomas: estudiar el proyecto`
    let is_small = || !small_names(words).is_empty() && names_deed(behind);
    is_short && (name.starts_with(char::is_uppercase) && (may_ask(behind) || undertakes(behind)) || is_small())
}

/// Whether `told`, which stands behind a name and a colon, is an order or an infinitive with what it is done to.
pub fn names_deed(told: &str) -> bool {
    let told = told.trim_start_matches(['*', '_', ' ']).trim_end_matches(['*', '_']);
    let sentence = told.split(['.', ';', '!']).next().unwrap_or_default();
    if told.trim_end().ends_with('?') || is_past(told) {
        return false;
    }
    orders(sentence) || infinitive(sentence) || tells_deed(&format!(" {told}"), &|_| false)
}

/// “Write the minutes”, “Thoroughly check the list”.
fn orders(sentence: &str) -> bool {
    let all: Vec<&str> = sentence.split_whitespace().collect();
    // “Correct, not needed now”
    if all.first().is_some_and(|first| first.ends_with([',', ':'])) {
        return false;
    }
    let bare = |word: &&str| lower(word.trim_matches(|c: char| !c.is_alphanumeric())).into_owned();
    let words: Vec<String> = all.iter().map(bare).collect();
    let at = words.iter().take_while(|word| is_adverb(word)).count();
    let (Some(verb), Some(next)) = (words.get(at), words.get(at + 1)) else { return false };
    let is_order = (is_deed(verb) || MORE.contains(&verb.as_str())) && !LOOSE.contains(&verb.as_str());
    // “Check whether the hall is free”
    let is_asked = ["if", "whether", "that", "when", "who", "how", "what", "which"].contains(&next.as_str());
    let is_told = words[at + 1..].iter().take(TOLD_WITHIN).any(|word| LINKS.contains(&word.as_str()));
    let is_thing = NOUNS.contains(&verb.as_str()) && (is_told || !is_done_to(verb, all[at + 1], next));
    is_order && if is_asked { ASKING.contains(&verb.as_str()) } else { !is_thing && !LINKS.contains(&next.as_str()) }
}

/// Within so many words behind the first the verb of a sentence stands: “Print server is down”.
const TOLD_WITHIN: usize = 3;
/// Deeds by which something is found out.
const ASKING: [&str; 8] = ["check", "ask", "find", "verify", "confirm", "test", "research", "investigate"];

/// Whether what follows a word that is a thing as well is done something to: “Update the list”, “Review PR 12”, “Order chairs”.
fn is_done_to(verb: &str, next: &str, small: &str) -> bool {
    let is_named = next.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "#`[*@".contains(c));
    let is_day = DAYS.iter().any(|day| small.starts_with(day));
    let are_many = small.len() > 3 && small.ends_with('s') && !small.ends_with("ss") && MANY.contains(&verb);
    DETERMINERS.contains(&small) || are_many || is_named && !is_day
}

/// What begins the name of what is done something to.
#[rustfmt::skip]
const DETERMINERS: [&str; 28] = [
    "the", "a", "an", "all", "our", "their", "his", "her", "its", "your", "some", "any", "both", "each", "every", "this", "these", "those", "more", "up", "out", "remaining", "existing", "missing",
    "new", "old", "everyone", "everything",
];
/// Days, by their beginnings.
const DAYS: [&str; 9] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow"];
/// Deeds that are done to many things without a word before them.
const MANY: [&str; 11] =
    ["update", "order", "contact", "check", "print", "paint", "scan", "email", "mail", "share", "repair"];

fn is_adverb(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ly") && !["reply", "apply", "supply"].contains(&word)
        || ["please", "also", "then"].contains(&word)
}

/// “Plakate drucken”, “estudiar el proyecto”, also where more is told behind a comma.
fn infinitive(sentence: &str) -> bool {
    let head = sentence.split(", ").next().unwrap_or_default();
    let words: Vec<&str> = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    // “acabar de arreglar”
    let small = lower(sentence).into_owned();
    let behind = GOING_ON.iter().find_map(|start| small.strip_prefix(start));
    let is_first = |word: &str| ["fr", "es", "pt", "it", "pl"].iter().any(|language| is_infinitive(word, language));
    let is_ahead = words.first().is_some_and(|first| is_first(&lower(first)));
    // Where the verb stands at the end, anything may stand before it.
    let is_said = || words.iter().any(|word| SAID.contains(&&*lower(word)));
    behind.is_some_and(is_infinitive_clause)
        || is_infinitive_clause(sentence) && (is_ahead || !is_said())
        || is_infinitive_clause(head) && !is_said()
}

/// What an infinitive may stand behind; in small letters.
#[rustfmt::skip]
const GOING_ON: [&str; 25] = [
    "acabar de ", "terminar de ", "seguir ", "empezar a ", "volver a ", "tratar de ", "intentar ", "ayudar a ", "finir de ", "terminer de ", "essayer de ", "commencer à ", "continuer à ", "continuer de ",
    "aider à ", "começar a ", "continuar a ", "continuar ", "tentar ", "ajudar a ", "finire di ", "iniziare a ", "cercare di ", "continuare a ", "aiutare a ",
];
/// Deeds of minutes that the words of talks do not tell.
#[rustfmt::skip]
const MORE: &[&str] = &[
    "ensure", "revisit", "finalize", "finalise", "finish", "continue", "enable", "refine", "improve", "set", "setup", "clean", "format", "extend", "recheck", "redo",
    "enhance", "optimize", "optimise", "optimizing", "integrate", "optimize", "monitor", "announce", "calculate", "count", "paint", "mend", "hang", "print", "scan", "pay", "renew", "transfer",
    "apply", "reply", "circulate", "digitize", "digitise", "pick", "obtain", "recruit", "secure", "liaise", "confirm", "start", "restart", "upgrade", "adapt", "adjust", "describe",
    "define", "determine", "discuss", "divide", "handle", "identify", "list", "locate", "maintain", "manage", "measure", "merge", "prioritize", "prioritise", "publicize", "purchase", "reformat",
    "rephrase", "restructure", "select", "simplify", "specify", "split", "supply", "trace", "track", "transcribe", "visit", "watch", "work",
];
/// Those that tell little of what is to be done.
const LOOSE: [&str; 14] =
    ["see", "try", "get", "give", "make", "keep", "put", "include", "bring", "meet", "talk", "speak", "tell", "pass"];
/// Words that are things as well: “Update on the doors”, “Design review on Friday”.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "update", "report", "review", "plan", "test", "change", "work", "call", "contact", "check", "draft", "order", "book", "file", "move", "research", "study", "design",
    "request", "copy", "document", "mail", "email", "text", "post", "list", "build", "release", "repair", "format", "start", "design", "replacement", "visit", "watch", "track",
    "process", "schedule", "log", "register", "record", "label", "ship", "print", "scan", "share", "return", "drop", "attach", "fax", "fill", "type", "name", "paint", "question", "upgrade", "count",
    "transfer", "supply", "apply", "reply", "close", "open", "complete", "set", "correct", "split", "view", "look", "merge", "commit", "push", "tag", "phone", "ping", "message", "ask", "host",
];
/// What follows a word that is a thing, as the verb of a sentence does.
#[rustfmt::skip]
const LINKS: &[&str] = &[
    "is", "was", "are", "were", "has", "have", "had", "will", "would", "can", "could", "should", "must", "may", "might", "went", "goes", "looks", "needs", "seems", "works", "takes", "took",
    "done", "fails", "failed", "passed", "you", "yourself",
];
/// Words of sentences that say something of somebody, or of how things are or might be; in small letters.
#[rustfmt::skip]
const SAID: &[&str] = &[
    "ich", "wir", "ihr", "man", "er", "nicht", "kein", "keine", "würde", "könnte", "könnten", "sollte", "sollten", "kann", "können", "möchte", "wollen", "will", "wird", "werden", "lieber", "besser",
    "je", "nous", "on", "vous", "pas", "peut", "pourrait", "devrait", "faut", "faudrait", "yo", "nosotros", "podríamos", "podemos", "podría", "hay", "no", "nós", "podíamos", "não", "há",
    "non", "possiamo", "bisogna", "wij", "we", "men", "niet", "geen", "kunnen", "zouden", "willen", "my", "nie", "można", "warto", "trzeba", "jeśli", "falls", "wenn", "vielleicht", "peut-être",
];

/// The told part of a line `Name: …`, with the name.
pub fn named_line(line: &str) -> Option<(&str, &str)> {
    let words = line.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
    let words = bullet(words).map_or(words, |at| &words[at..]).trim_start();
    let (name, told) = words.split_once(':')?;
    let name = name.trim_matches(['*', '_', ' ', '[', ']', '@']);
    let told = told.trim_start_matches(['*', '_']);
    let is_name = !name.is_empty() && name.len() <= LONGEST && name.split(' ').count() <= 5;
    (is_name && told.starts_with(' ') && name.starts_with(char::is_alphabetic)).then(|| (name, told.trim()))
}

/// Whether people talk with each other by lines `Name: …` of `note`. `is_name` says whether words are certainly somebody's
/// name.
pub fn is_talk(note: &Note, is_name: &dyn Fn(&str) -> bool) -> bool {
    let whole = Span::new(note.frontmatter.fence.body(), note.text.len());
    let spoken = lines(&note.text, whole).filter_map(|line| named_line(note.slice(line)));
    let spoken = spoken.filter(|(_, told)| is_said(told) && !undertakes(told)).filter(|(name, _)| is_name(name));
    spoken.take(TALK).count() >= TALK
}

/// Whether somebody says it of themselves, to others, or asks.
fn is_said(told: &str) -> bool {
    told.ends_with('?') || told.split(|c: char| !(c.is_alphanumeric() || c == '-')).any(|word| SPEAKING.contains(&word))
}

/// With what people speak of themselves and to each other.
#[rustfmt::skip]
const SPEAKING: &[&str] = &[
    "I", "we", "We", "you", "You", "my", "My", "ich", "Ich", "wir", "Wir", "ihr", "je", "Je", "nous", "Nous", "vous", "yo", "Yo", "nosotros", "eu", "Eu", "nós", "Nós", "io", "Io", "noi", "Noi", "ik", "Ik", "wij",
    "Wij", "ja", "Ja", "mnie",
];

/// Whether a line at `line` of a meeting's note may say by its name and deed who does what: nothing above it says that
/// it was done, said or only thought of, and the lines beside it report nothing.
pub fn is_minuted(note: &Note, line: Span, heading: Option<Span>) -> bool {
    let section = note.body().sections_over(line.start).max_by_key(|section| section.heading.start);
    let title = heading.map_or_else(|| section.map_or("", |section| &*section.title), |heading| note.slice(heading));
    let title = title.trim_matches(|c: char| !c.is_alphanumeric());
    let is_apart = is_other_title(title) && heading.is_some() || is_reported_title(title) || is_idea_title(title);
    note.kind == Kind::Meeting && !is_apart && !title.ends_with('?') && !reports_beside(note, line)
}

/// Whether a line beside it tells what somebody did.
fn reports_beside(note: &Note, line: Span) -> bool {
    let before = note.text[..line.start].split('\n').rev().skip(1).filter(|line| !line.trim().is_empty());
    let behind = note.text[line.end..].split('\n').skip(1).filter(|line| !line.trim().is_empty());
    let depth = |line: &str| line.len() - line.trim_start().len();
    let own = depth(note.slice(line));
    let is_report = |line: &str| depth(line) == own && named_line(line).is_some_and(|(_, told)| is_past(told));
    let beside = |line: &&str| depth(line) >= own && !line.trim_start().starts_with('#');
    before.take_while(beside).take(BESIDE).any(is_report) || behind.take_while(beside).take(BESIDE).any(is_report)
}

/// So many lines are looked at before and behind one.
const BESIDE: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_a_colon_may_say_whose_it_is() {
        for words in ["Tomas: call them today", "Arturo e Delfina: svuotare il locale", "**Mara Voss:** send it"] {
            assert!(may_name(words), "{words}");
        }
        for words in ["Tomas: we call them", "Prices: two offers by Friday", "note: the doors", "Tomas:"] {
            assert!(!may_name(words), "{words}");
        }
    }

    #[test]
    fn a_deed_is_an_order_or_an_infinitive() {
        for told in [
            "Check the technology rubric to ensure everything is right.",
            "Thoroughly check all basic requirements.",
            "Revisit the planning rubric",
            "Write the README by **Sunday**",
            "create an issue for the doors",
            "Update docs",
            "Review PR 12",
            "Order 40 chairs",
            "Fix bugs in the gate",
            "Check whether the hall is free",
            "Check if it is free",
            "Ensure everything works in the hall",
            "Plakate drucken",
            "estudiar el proyecto como entorno",
            "analizar la web, y contactar con la escuela",
            "ver se há algum dispositivo",
            "vai melhorar a configuração",
            "préparer la salle",
            "preparare la sala",
            "zaal reserveren",
            "przygotować listę",
        ] {
            assert!(names_deed(told), "{told}");
        }
        for told in [
            "Update on the doors",
            "Check, that is right for the doors",
            "Review of the plan",
            "Report is late",
            "Check?",
            "Send",
            "Worked on the doors",
            "Call with the city went well",
            "Plan for the summer",
            "Test passed",
            "The doors are ready",
            "Change looks good",
            "Print server is down",
            "Set up went well",
            "Design review on Friday",
            "Change management course",
            "Call Tuesday",
            "Work on the doors",
            "man könnte Plakate drucken",
            "wir wollen Plakate drucken",
            "nicht drucken",
            "no enviar nada",
            "Kassenwart",
            "See you on Friday",
            "",
        ] {
            assert!(!names_deed(told), "{told}");
        }
    }

    #[test]
    fn a_line_may_be_named() {
        assert_eq!(named_line("  - **Mara Voss:** Send it"), Some(("Mara Voss", "Send it")));
        assert_eq!(named_line("mara y tomas: estudiar"), Some(("mara y tomas", "estudiar")));
        assert_eq!(named_line("At 10:30 we met"), None);
        assert_eq!(named_line("- Send it"), None);
    }
}
