//! Where something may be undertaken or asked for in an English sentence: a subject, what goes with it and a verb (“I'll
//! send”, “could you also look”), or words by which tasks are told (“action item”). Finds far more than is meant; the
//! weights decide.

use super::super::grammar::phrase_list::PhraseList;
use super::super::grammar::verbs::{past_adverbs, verb, word};
use super::super::grammar::{People, Utterance, UtteranceKind, UtteranceOwner};
use super::super::sentence_words::Word;
use super::word_classes::is;
use namesake_note::among;
use namesake_note::word_list::WordList;
use namesake_text::text::Span;

/// The most places of one sentence.
const MOST: usize = 8;

/// A place.
#[derive(Debug, Clone, Copy)]
pub struct Anchor {
    /// What it looks like.
    pub frame: &'static str,
    /// What stands between subject and verb.
    pub aux: &'static str,
    pub kind: UtteranceKind,
    pub owner: UtteranceOwner,
    /// The word that it begins with.
    pub at: usize,
    /// The verb's word, where a task's text may begin.
    pub verb: Option<usize>,
    /// The word that says what is done; the verb, in English.
    pub head: Option<usize>,
}

/// Words that begin a place.
static STARTS: WordList = WordList::new(
    "i we let can could would will if you please want like need ask someone somebody anyone anybody everyone everybody why \
    make feel do remember he she they action to on follow get take reach assign assigned volunteer owe promise offline homework \
    going happy is 's has needs should shall might maybe be so",
);

/// What an undertaking without a subject begins with.
static NO_SUBJECT: PhraseList = PhraseList::new(&["will", "going to", "happy to"]);

/// What follows “I” and “we”.
#[rustfmt::skip]
static UNDERTAKES: PhraseList = PhraseList::new(&[
    "will", "shall", "am going to", "are going to", "can", "could", "should", "need to", "have to", "have got to", "got to",
    "must", "want to", "would like to", "would love to", "might", "may", "would", "am happy to", "would be happy to",
    "am glad to", "plan to", "am planning to", "are planning to", "hope to", "am trying to", "are trying to",
    "am supposed to", "are supposed to", "promise to", "volunteer to", "am about to", "try to", "am", "are", "did",
    "just", "guess i will", "better", "would better", "owe", "promise", "volunteer", "take", "think i will", "ask",
]);

/// What follows “you”, “somebody” and a name.
#[rustfmt::skip]
static IS_TO: PhraseList = PhraseList::new(&[
    "will", "can", "could", "should", "need to", "needs to", "have to", "has to", "might want to", "may want to", "want to",
    "wants to", "might", "would", "is going to", "'s going to", "are going to", "to", "is", "are", "'s", "must",
    "is supposed to", "is to", "'s to", "said he would", "said she would", "has agreed to", "has volunteered to", "volunteered to",
]);

/// What asks, up to its verb.
#[rustfmt::skip]
static ASKS: PhraseList = PhraseList::new(&[
    "can you", "could you", "would you", "will you", "if you could", "if you can", "if you would", "if you want to",
    "if you", "please", "would you mind", "do you want to", "want you to", "like you to", "need you to", "ask you to",
    "love you to", "why do not you", "make sure to", "make sure you", "make sure that", "feel free to", "can we", "could we",
    "should we", "shall we", "do not forget to", "remember to", "can someone", "could someone", "can somebody",
    "could somebody", "can anyone", "could anyone", "if someone could", "if somebody could", "if anyone could",
    "need someone to", "ask everyone to", "like everyone to", "ask people to", "be sure to", "can i ask you to",
]);

/// Words by which tasks are told.
#[rustfmt::skip]
static TELLS: PhraseList = PhraseList::new(&[
    "action item", "action items", "action is", "action for", "an action", "the action", "to do list", "on my list",
    "on your list", "on the list", "on my plate", "will do", "follow up", "get back to", "take that on", "take this on",
    "take it on", "take that", "take an action", "take the action", "on it", "assign", "assigned to", "reach out", "offline",
    "homework", "on me", "to me",
]);

/// Whether a sentence may hold a place at all.
pub fn may_hold_one(words: &[Word]) -> bool {
    words.iter().any(|word| STARTS.contains(word.text))
}

/// The places of a sentence, in order; `grammar` is what the grammar finds in it.
pub fn anchors(words: &[Word], grammar: Option<Utterance>, people: &People) -> Vec<Anchor> {
    let mut found: Vec<Anchor> = Vec::new();
    for at in 0..words.len() {
        if let Some(anchor) = anchor(words, at, people) {
            let again = anchor.head.is_some() && found.iter().any(|known| known.head == anchor.head);
            if !again {
                found.push(anchor);
            }
        }
    }
    // What the grammar finds by other words.
    if let Some(heard) = grammar {
        let at = heard.task.and_then(|task| words.iter().position(|word| word.span.start == task.start));
        let same = found.iter_mut().find(|known| at.is_some() && known.verb == at);
        if let Some(known) = same {
            // The grammar looks further for whoever is addressed.
            (known.kind, known.owner) = (heard.kind, heard.owner);
        } else {
            let first = at.unwrap_or_default();
            let frame = if heard.kind == UtteranceKind::Request { "other_request" } else { "other_commitment" };
            found.push(Anchor { frame, aux: "", kind: heard.kind, owner: heard.owner, at: first, verb: at, head: at });
        }
    }
    found.truncate(MOST);
    found
}

fn anchor(words: &[Word], at: usize, people: &People) -> Option<Anchor> {
    let text = words[at].text;
    let promised = |frame, aux, end, owner| with_verb(words, at, frame, aux, end, UtteranceKind::Commitment, owner);
    let asked = |frame, aux, end, owner| with_verb(words, at, frame, aux, end, UtteranceKind::Request, owner);
    match text {
        "i" => best(words, at + 1, &UNDERTAKES).and_then(|(aux, end)| promised("i", aux, end, UtteranceOwner::Speaker)),
        "we" => best(words, at + 1, &UNDERTAKES).and_then(|(aux, end)| promised("we", aux, end, UtteranceOwner::We)),
        "let" if word(words, at + 1) == "me" => promised("let_me", "", at + 2, UtteranceOwner::Speaker),
        "let" if word(words, at + 1) == "us" => promised("let_us", "", at + 2, UtteranceOwner::We),
        "you" => best(words, at + 1, &IS_TO).and_then(|(aux, end)| asked("you", aux, end, UtteranceOwner::Addressed)),
        "someone" | "somebody" | "anyone" | "everyone" | "everybody" => {
            best(words, at + 1, &IS_TO).and_then(|(aux, end)| asked("someone", aux, end, UtteranceOwner::Addressed))
        }
        "will" | "going" | "happy" if words[at].apart => {
            let (aux, end) = best(words, at, &NO_SUBJECT)?;
            promised("no_subject", aux, end, UtteranceOwner::Speaker)
        }
        _ => None,
    }
    .or_else(|| best(words, at, &ASKS).and_then(|(aux, end)| asked("ask", aux, end, UtteranceOwner::Addressed)))
    .or_else(|| named(words, at, people))
    .or_else(|| {
        let (aux, end) = best(words, at, &TELLS)?;
        let head = Some(end).filter(|end| *end < words.len());
        let (kind, owner) = (UtteranceKind::Commitment, UtteranceOwner::We);
        Some(Anchor { frame: "tells", aux, kind, owner, at, verb: None, head })
    })
    .or_else(|| imperative(words, at))
}

/// “Ana will …”, “Tomas Reed is going to …”, “she needs to …”
fn named(words: &[Word], at: usize, people: &People) -> Option<Anchor> {
    let text = words[at].text;
    let is_known = people.names.iter().any(|name| name.first().is_some_and(|first| first == text));
    let is_written = words[at].capital && (at > 0 && !words[at].apart || is_known) && text != "i";
    let is_pronoun = among!("he she they", text);
    if !(is_known || is_written || is_pronoun) {
        return None;
    }
    let surname = usize::from(!is_pronoun && words.get(at + 1).is_some_and(|next| next.capital && next.text != "i"));
    let (aux, end) = best(words, at + 1 + surname, &IS_TO)?;
    let frame = match () {
        () if is_known => "known",
        () if is_pronoun => "pronoun",
        () => "name",
    };
    let span = Span::new(
        words[at].span.start,
        words[at + surname]
            .span
            .end
            .min(words[at].span.start + text.len() + if surname > 0 { 1 + words[at + 1].text.len() } else { 0 }),
    );
    let owner = if is_pronoun { UtteranceOwner::We } else { UtteranceOwner::Named(span) };
    with_verb(words, at, frame, aux, end, UtteranceKind::Commitment, owner)
}

/// “Send me the list”, at the beginning of a clause.
fn imperative(words: &[Word], at: usize) -> Option<Anchor> {
    let begins = at == 0 || words[at].apart || among!("and so okay then", words[at - 1].text);
    if !begins || !["deliver", "file", "contact", "write", "check"].iter().any(|class| is(class, words[at].text)) {
        return None;
    }
    let (kind, owner) = (UtteranceKind::Request, UtteranceOwner::Addressed);
    Some(Anchor { frame: "imperative", aux: "", kind, owner, at, verb: Some(at), head: Some(at) })
}

/// The longest of `phrases` from `at` on, adverbs before it passed over.
fn best(words: &[Word], at: usize, phrases: &PhraseList) -> Option<(&'static str, usize)> {
    phrases.longest(words, past_adverbs(words, at))
}

fn with_verb(
    words: &[Word],
    at: usize,
    frame: &'static str,
    aux: &'static str,
    end: usize,
    kind: UtteranceKind,
    owner: UtteranceOwner,
) -> Option<Anchor> {
    let head = verb(words, end).at;
    let head = (head < words.len()).then_some(head)?;
    let is_gerund = among!("am are is 's", aux) || aux == "would you mind";
    if is_gerund && !(words[head].text.ends_with("ing") && words[head].text.len() > 4) {
        return None;
    }
    let verb = Some(head).filter(|_| !is_gerund);
    Some(Anchor { frame, aux, kind, owner, at, verb, head: Some(head) })
}
