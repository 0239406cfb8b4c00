//! Who speaks under a label that is nobody's name, if the words around it say so.

use namesake_language::{Said, say};

use super::sentence_words::{Word, words};
use super::turn::Turn;

/// The name of a speaker, with the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeakerIdentity {
    /// The name, as written among the participants.
    pub name: String,
    /// A sentence that says why.
    pub why: Said,
}

/// Labels of nobody in particular, a number behind them aside.
#[rustfmt::skip]
const NOBODY: &[&str] = &[
    "remote", "local", "unknown", "unknown speaker", "speaker", "participant", "guest", "me", "them", "you",
    "host", "user", "caller", "mic", "microphone", "system", "system audio", "attendee", "room",
    "conference room", "phone", "unidentified speaker", "others", "other", "spk", "unknown participant", "unidentified",
    "sprecher", "sprecherin", "teilnehmer", "unbekannt", "interlocuteur", "intervenant", "orateur", "locuteur", "inconnu",
    "hablante", "orador", "interlocutor", "desconocido", "falante", "desconhecido", "parlante", "sconosciuto", "spreker",
    "onbekend", "mówca", "talare", "спикер", "говорящий", "реплика", "发言人", "说话人", "話者", "화자", "참석자", "q", "a",
    "puhuja", "taler", "mluvčí", "konuşmacı", "спікер", "ομιλητής", "vorbitor", "beszélő", "pembicara", "المتحدث", "דובר",
    "वक्ता", "người nói", "ผู้พูด",
];

/// Answers to a request, in small letters.
#[rustfmt::skip]
const ANSWERS: &[&str] = &[
    "sure", "yes", "yeah", "yep", "yup", "okay", "will", "of", "no", "absolutely", "happy", "i", "on", "done",
    "can", "certainly", "definitely", "right",
];

/// Whether `label` names nobody in particular: `Remote`, `Speaker 2`, `Me (room 4)`.
pub fn is_nobody(label: &str) -> bool {
    let plain = label
        .split('(')
        .next()
        .unwrap_or_default()
        .trim()
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .trim_end_matches(['#', ' ', '-', '_', ':']);
    plain.is_empty() || NOBODY.iter().any(|word| word.eq_ignore_ascii_case(plain)) || is_lettered(plain)
}

/// `Speaker A`, `Intervenant B`
fn is_lettered(label: &str) -> bool {
    let is_one = |first: &str| first.chars().count() > 1 && NOBODY.iter().any(|word| word.eq_ignore_ascii_case(first));
    label.split_once(' ').is_some_and(|(first, letter)| {
        letter.len() == 1 && letter.starts_with(|c: char| c.is_ascii_uppercase()) && is_one(first)
    })
}

/// Who speaks in turn `at`, if its words or those before it say so: “this is Mara speaking”, or a participant was asked
/// by name and this is the answer. `names` are the participants.
pub fn speaker_identity(text: &str, turns: &[Turn], at: usize, names: &[&str]) -> Option<SpeakerIdentity> {
    let own = turns.get(at)?.said(text);
    if let Some(name) = introduced(&own, names) {
        return Some(SpeakerIdentity { why: say!("The speaker says to be {name}.", name), name: name.to_owned() });
    }
    let before = turns.get(at.checked_sub(1)?)?.said(text);
    if turns[at - 1].speaker.map(|span| span.of(text)) == turns[at].speaker.map(|span| span.of(text)) {
        return None;
    }
    let asked = last_sentence(&before);
    let name = asked_of(asked, names)?;
    let lower = own.to_ascii_lowercase();
    let answers = words(&own, &lower).first().is_some_and(|first| ANSWERS.contains(&first.text));
    (asked.ends_with('?') && answers).then(|| SpeakerIdentity {
        why: say!("{name} was asked by name right before, and this is the answer.", name),
        name: name.to_owned(),
    })
}

/// “This is Mara”, “Mara here”, “it's Mara speaking”: among the first words of a turn.
fn introduced<'n>(said: &str, names: &[&'n str]) -> Option<&'n str> {
    const BEFORE: [[&str; 2]; 4] = [["this", "is"], ["it", "'s"], ["it's", ""], ["i", "am"]];
    let end = (0..=said.len().min(120)).rev().find(|end| said.is_char_boundary(*end))?;
    let (said, lower) = (&said[..end], said[..end].to_ascii_lowercase());
    let words = words(said, &lower);
    let is = |place: usize, text: &str| words.get(place).is_some_and(|word| word.text == text);
    (0..words.len().min(12)).find_map(|place| {
        let (name, count) = named(&words, place, names)?;
        let is_led = place > 1 && BEFORE.iter().any(|[first, second]| is(place - 2, first) && is(place - 1, second));
        let follows = is(place + count, "speaking") || (place < 3 && is(place + count, "here"));
        (is_led || follows).then_some(name)
    })
}

/// The one of `names` whose first name stands at `place`, where only one has it, and how many words of it do.
fn named<'n>(words: &[Word], place: usize, names: &[&'n str]) -> Option<(&'n str, usize)> {
    let is_first = |name: &&&str| {
        name.split_whitespace().next().is_some_and(|first| first.to_ascii_lowercase() == words[place].text)
    };
    let mut theirs = names.iter().filter(is_first);
    let name = theirs.next().filter(|_| theirs.next().is_none())?;
    let more = name.split_whitespace().skip(1).enumerate();
    let more = more.take_while(|(nth, part)| {
        words.get(place + 1 + nth).is_some_and(|word| word.text == part.to_ascii_lowercase())
    });
    Some((name, 1 + more.count()))
}

/// Who is addressed by name at the beginning or end of a question.
fn asked_of<'n>(question: &str, names: &[&'n str]) -> Option<&'n str> {
    let lower = question.to_ascii_lowercase();
    let words = words(question, &lower);
    let places = (0..words.len().min(4)).chain(words.len().saturating_sub(2)..words.len());
    let mut found = None;
    for place in places {
        // “Ask Rob” speaks of him; a name that stands apart speaks to him.
        let Some((name, count)) = named(&words, place, names).filter(|_| words[place].apart) else { continue };
        let is_call = words
            .get(place + count)
            .is_none_or(|next| next.apart || ["can", "could", "would", "will", "do", "are"].contains(&next.text));
        found = found.or(is_call.then_some(name));
    }
    found
}

fn last_sentence(said: &str) -> &str {
    let trimmed = said.trim_end();
    let inner = trimmed.trim_end_matches(['.', '?', '!']);
    let start = inner.rfind(['.', '?', '!']).map_or(0, |at| at + 1);
    trimmed[start..].trim()
}
