//! Where something may be undertaken or asked for in German: “ich schicke Ihnen die Liste”, “könnten Sie prüfen”.

use super::super::grammar::{UtteranceKind, UtteranceOwner};
use super::super::sentence_words::Word;
use super::Said;
use super::anchors::Anchor;
use super::word_classes::classes;
use namesake_note::among;
use namesake_note::word_list::WordList;

/// Words by which the two languages are told apart.
static GERMAN: WordList = WordList::new("der die das und ich nicht ist wir ein eine zu den mit auf für auch");
static ENGLISH: WordList = WordList::new("the and i to of a in that is it we you for not have with this");

/// Sentences that are looked at to tell the language.
const ENOUGH: usize = 200;

/// Classes of verbs that somebody may undertake.
const WORK: [&str; 7] = ["deliver", "write", "file", "fix", "schedule", "check", "contact"];

/// Whether the talk is German.
pub fn is_german(said: &[Said]) -> bool {
    let (mut german, mut english) = (0, 0);
    for word in said.iter().take(ENOUGH).flat_map(|said| said.small.split_ascii_whitespace()) {
        german += usize::from(GERMAN.contains(word));
        english += usize::from(ENGLISH.contains(word));
    }
    german > english
}

/// The places of a sentence.
pub fn anchors(words: &[Word]) -> Vec<Anchor> {
    let mut found: Vec<Anchor> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let (frame, kind, owner) = match word.text {
            "ich" => ("de_ich", UtteranceKind::Commitment, UtteranceOwner::Speaker),
            "wir" => ("de_wir", UtteranceKind::Commitment, UtteranceOwner::We),
            "sie" if !word.capital => continue,
            "sie" | "du" | "ihr" => ("de_sie", UtteranceKind::Request, UtteranceOwner::Addressed),
            "bitte" | "bitten" => ("de_bitte", UtteranceKind::Request, UtteranceOwner::Addressed),
            "verwaltung" | "frau" | "herr" | "herrn" => ("de_named", UtteranceKind::Request, UtteranceOwner::Addressed),
            _ => continue,
        };
        let finite = auxiliary(words, at);
        let verb = (0..words.len())
            .rev()
            .find(|place| *place != at && classes(words[*place].text).iter().any(|class| WORK.contains(class)));
        found.push(Anchor { frame, aux: finite, kind, owner, at, verb: None, head: verb });
        if found.len() == 6 {
            break;
        }
    }
    found
}

/// The finite verb beside a subject: “werde ich”, “ich kann”.
fn auxiliary(words: &[Word], at: usize) -> &'static str {
    const KNOWN: [&str; 32] = [
        "werde", "werden", "würde", "würden", "kann", "können", "könnte", "könnten", "muss", "müssen", "möchte",
        "möchten", "sollte", "sollten", "will", "wollen", "habe", "haben", "hätte", "hätten", "bin", "sind", "bitte",
        "bitten", "wird", "nehme", "nehmen", "reiche", "reichen", "schicke", "sage", "darf",
    ];
    let near = [at + 1, at.wrapping_sub(1)];
    let mut found = near.iter().filter_map(|place| words.get(*place));
    found.find_map(|word| KNOWN.iter().find(|known| **known == word.text)).copied().unwrap_or("other")
}

/// Ends of clauses.
const ENDS: [char; 6] = ['.', '?', '!', ';', ':', ','];

/// Words that say nothing.
const FILLERS: &str = "äh ähm auch noch mal nochmal gern gerne dann ja einfach also natürlich bitte vielleicht eben halt \
    sozusagen tatsächlich Ihnen ihnen wirklich gleich";

/// The task in a German sentence, its infinitive last: “ich schicke Ihnen die Liste” is “Liste schicken”.
pub fn task_text(words: &[Word], sentence: &str, anchor: &Anchor) -> Option<String> {
    let at = anchor.at;
    let near = [Some(at + 1), at.checked_sub(1), Some(at)];
    let finite = near
        .into_iter()
        .flatten()
        .find(|place| words.get(*place).is_some_and(|word| is_auxiliary(word.text) || is_work(word.text)));
    let finite = finite?;
    let from = words.get(finite.max(at))?.span.end;
    let rest = &sentence[from..];
    let clause = rest.split(ENDS).next()?.trim();
    let mut kept: Vec<&str> = clause.split_whitespace().filter(|word| !among!(FILLERS, word)).collect();
    let last = *kept.last()?;
    let small = last.to_lowercase();
    let is_infinitive = small.ends_with('n') && is_work(&small);
    let text = words[finite].text;
    if is_auxiliary(text) {
        if !is_infinitive {
            return None;
        }
    } else {
        let stem = text.strip_suffix("en").or_else(|| text.strip_suffix('e'))?;
        let is_prefix = among!("nach mit zu weiter vor ein auf an ab zusammen heraus", &small);
        let prefix = if is_prefix { kept.pop().unwrap_or_default() } else { "" };
        let verb = format!("{prefix}{stem}en");
        let said = kept.join(" ");
        return (kept.iter().any(|word| says(word)) && kept.len() < 14).then(|| format!("{said} {verb}"));
    }
    (kept.len() > 1 && kept.len() <= 15 && kept[..kept.len() - 1].iter().any(|word| says(word))).then(|| kept.join(" "))
}

fn is_auxiliary(word: &str) -> bool {
    among!("werde werden würde würden kann können könnte könnten kannst könntest bitte", word)
}

fn is_work(word: &str) -> bool {
    classes(word).iter().any(|class| WORK.contains(class))
}

/// Whether a word is a noun or a number: something that anybody could tick.
fn says(word: &str) -> bool {
    let first = word.chars().next();
    first.is_some_and(|c| c.is_uppercase() || c.is_numeric()) && !among!("Sie Ihnen Ihr Sache Frage Thema", word)
}
