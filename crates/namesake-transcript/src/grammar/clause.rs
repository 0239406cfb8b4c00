//! What stands around a clause and sets it aside.

use super::super::sentence_words::Word;
use super::phrase_list::PhraseList;
use super::verbs::{reads, word};
use namesake_note::among;
use namesake_note::word_list::WordList;

/// Words that may stand before a clause and say nothing about it.
static LEAD: WordList = WordList::new(
    "okay yes yeah yep yup sure right so and but then well now also alright great fine good thanks thank \
    cool perfect actually anyway honestly hey hi look listen great lovely absolutely again plus mhm all",
);

/// Words that set aside what follows them in their clause.
static ASIDE: WordList = WordList::new(
    "doubt unless whether what how why who whom where which wish imagine than although suppose supposing \
    pretend assuming never not hardly",
);

/// Words by which something is reported.
static REPORTS: WordList = WordList::new(
    "said says saying told tells asked asks promised promises claimed claims goes heard mentioned thought \
    thinks texted insisted insists swore swears swear quote announced assured joked believes believed expected hoped wanted",
);

/// Conditions that are none.
#[rustfmt::skip]
const PRO_FORMA: &[&str] = &[
    "if nobody objects", "if no one objects", "if nobody minds", "if no one minds", "if that is",
    "if that 's okay", "if that 's fine", "if that 's alright", "if that works", "if you want", "if you like",
    "if you do not mind", "if it helps", "if needed", "if necessary", "if everyone agrees",
    "if everybody agrees", "if there are no objections", "if it 's okay", "if it 's fine", "if it is okay",
    "if you 're okay", "if you are okay", "if possible",
];

/// Words anywhere in a sentence that say it is not meant, not yet, or not at all.
#[rustfmt::skip]
static HEDGES: PhraseList = PhraseList::new(&[
    "someday", "one day", "some day", "eventually", "hypothetically", "theoretically", "in theory", "joking",
    "kidding", "haha", "hahaha", "lol", "sooner or later", "all day", "hell freezes", "when pigs fly",
    "scratch that", "never mind", "forget it", "forget about it", "who knows", "always", "usually", "normally",
    "in a moment", "in a second", "in a sec", "in a minute", "one moment", "one second", "for a second",
    "for a moment", "for a minute", "in your dreams", "in my dreams", "over my dead body", "knowing me",
    "these days", "would rather not", "used to", "no chance", "no way", "if i were you", "in my next life",
    "in another life", "as a joke", "just saying", "i wish", "what if", "had i known", "after all these years",
    "does not need", "do not need to", "do not have to", "do not bother",
]);

/// Whether `word` may stand before a clause and says nothing about it.
pub fn is_lead(word: &str) -> bool {
    LEAD.contains(word)
}

/// Whether something in the sentence says that nothing in it is meant.
pub fn is_hedged(words: &[Word]) -> bool {
    (0..words.len()).any(|at| HEDGES.begun_by(words[at].text).iter().any(|hedge| reads(words, at, hedge)))
}

/// Whether a question is only tacked on: “okay?”, “right?”
pub fn is_tagged(words: &[Word]) -> bool {
    let behind = words.len().saturating_sub(2);
    let echoes = among!("you", word(words, behind + 1)) && among!("would will could can", word(words, behind));
    (echoes && words[behind].apart)
        || words.last().is_some_and(|last| among!("okay right yes yeah alright deal", last.text))
}

/// Where the clause begins that has its subject at `at`.
pub fn start(words: &[Word], at: usize) -> usize {
    let mut start = at;
    while start > 0 && !words[start].apart && !among!("and but so then because is", words[start - 1].text) {
        start -= 1;
    }
    start
}

/// Whether what is asked at `at` is no request: it is part of a question about something, or somebody else asked it.
pub fn is_reported(words: &[Word], at: usize) -> bool {
    let lead = &words[start(words, at)..at];
    let is_wondered = at > 0
        && word(words, at) != "if"
        && among!("i we you he she they it do did does not that when", words[at - 1].text);
    is_wondered || lead.iter().any(|word| ASIDE.contains(word.text)) || is_told(words, at)
}

/// Words that stand before the subject of a question.
const INVERTED: &str = "do does did will would can could should shall might may are am have had why";

/// Whether what is undertaken at `at` is not: a hypothesis, a question, somebody else's words.
pub fn is_aside(words: &[Word], at: usize) -> bool {
    let before = &words[..at];
    let lead = &words[start(words, at)..at];
    // “I'll, I'll send it” is no question.
    let repeats = at > 1 && words[at - 2].text == words[at].text;
    let is_asked = at > 0 && among!(INVERTED, words[at - 1].text) && !repeats;
    let is_supposed = before.iter().enumerate().any(|(place, word)| {
        among!("if unless suppose supposing imagine assuming", word.text)
            && !PRO_FORMA.iter().any(|phrase| reads(words, place, phrase))
    });
    let is_unsure = before.iter().any(|word| among!("maybe perhaps", word.text));
    is_asked || is_supposed || is_unsure || lead.iter().any(|word| ASIDE.contains(word.text)) || is_told(words, at)
}

/// Whether a word of reporting governs the clause at `at`; “as I said” does not.
fn is_told(words: &[Word], at: usize) -> bool {
    for place in (0..at).rev() {
        let text = words[place].text;
        // What follows “so” is said now.
        if place > 0 && among!("so but", text) {
            return false;
        }
        let own = place > 1 && word(words, place - 1) == "i" && among!("as like", word(words, place - 2));
        if (REPORTS.contains(text) && !own)
            || (text == "like" && place > 0 && among!("was is were 's am", word(words, place - 1)))
        {
            return true;
        }
    }
    false
}

/// Words that say when.
static TIMES: WordList = WordList::new(
    "tomorrow tonight today monday tuesday wednesday thursday friday saturday sunday weekend eod asap by \
    before until till within soon",
);

/// Words that say when behind “next”, “this”, “after” and “first”.
static PERIODS: WordList = WordList::new(
    "week month quarter year morning afternoon evening thing sprint lunch spring summer autumn winter \
    the monday tuesday wednesday thursday friday saturday sunday",
);

/// Whether a word from `from` on says when.
pub fn has_time(words: &[Word], from: usize) -> bool {
    (from..words.len()).any(|place| {
        let next = word(words, place + 1);
        match word(words, place) {
            "next" | "this" | "first" | "after" => PERIODS.contains(next),
            "on" => among!("the my", next),
            text => TIMES.contains(text),
        }
    })
}
