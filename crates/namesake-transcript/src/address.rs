//! Whether a name in what was said stands where somebody is spoken to: “thanks, Rob”, “Rob, do you want to go next?”.
//! Recorders leave commas out, so the words around tell.

use namesake_note::word_list::{WordList, lower};
use namesake_text::text::Span;

/// What stands right before whoever is spoken to, with one blank between two words.
const BEFORE: &[&str] = &[
    "thanks",
    "thank you",
    "go ahead",
    "over to",
    "back to",
    "to you",
    "hi",
    "hey",
    "hello",
    "welcome",
    "morning",
    "sorry",
    "yes",
    "yeah",
    "okay",
    "ok",
    "right",
    "danke",
    "merci",
    "gracias",
    "hallo",
    "bonjour",
    "hola",
];

/// What stands right behind whoever is spoken to.
const BEHIND: &[&str] = &[
    "go ahead",
    "please",
    "do you",
    "are you",
    "would you",
    "could you",
    "can you",
    "will you",
    "did you",
    "have you",
    "you",
    "you're",
    "your",
    "over to",
    "what do",
    "thanks",
    "thank you",
    "möchtest",
    "kannst",
];

/// Words that may stand between the name and the end of what is said.
static CLOSING: WordList = WordList::new("yeah yes okay ok thanks please sure right so all you");

/// How many words at the beginning and at the end are looked at.
const FEW: usize = 2;

/// Whether the words at `name` in what was said stand in the place of somebody who is spoken to.
pub fn is_address(said: &str, name: Span) -> bool {
    let (Some(before), Some(behind)) = (said.get(..name.start), said.get(name.end..)) else { return false };
    let before = lower(before);
    let behind = lower(behind);
    let before: Vec<&str> = words(&before).collect();
    let behind: Vec<&str> = words(&behind).collect();
    let led = [1, 2].iter().any(|count| {
        let from = before.len().saturating_sub(*count);
        BEFORE.contains(&before[from..].join(" ").as_str())
    });
    let followed = [1, 2].iter().any(|count| BEHIND.contains(&behind[..behind.len().min(*count)].join(" ").as_str()));
    let closes = behind.len() <= FEW && behind.iter().all(|word| CLOSING.contains(word));
    led || followed || closes
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && !"'’-".contains(c)).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(said: &str, name: &str) -> bool {
        let start = said.find(name).unwrap();
        is_address(said, Span::new(start, start + name.len()))
    }

    #[test]
    fn whoever_is_thanked_called_up_or_asked_is_spoken_to() {
        for said in [
            "Thanks Rob I think so",
            "okay go ahead Rob",
            "so Rob would you take that",
            "and Rob you're on",
            "over to Rob for this",
        ] {
            assert!(at(said, "Rob"), "{said}");
        }
        assert!(at("I agree with that, Rob.", "Rob"));
    }

    #[test]
    fn whoever_is_spoken_of_is_not() {
        for said in
            ["I like what Rob said last week", "we try Rob on another day, I hope", "as Rob put it, we should wait"]
        {
            assert!(!at(said, "Rob"), "{said}");
        }
    }
}
