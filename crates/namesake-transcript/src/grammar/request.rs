//! Requests: “can you send it”, “please check the pump”, “I need the numbers by Friday”.

use super::clause::{has_time, is_lead, is_reported};
use super::phrase_list::PhraseList;
use super::sentence::{Pattern, Sentence};
use super::utterance::UtteranceOwner;
use super::verbs::{Act, Verb, gerund, past_adverbs, reads, verb, word};
use namesake_note::among;

/// Verbs that ask by themselves if they go on with “me” or “us”.
const TRANSFERS: &str = "send give get bring forward email mail text ping remind pass fax";

/// Verbs whose past looks like their base form: “Rob put the antenna up”.
const SAME_IN_PAST: &str = "put set read cut let cost hit split quit spread shut hurt run come";

/// Words that begin no imperative.
const AUXILIARIES: &str = "will would can could is are was were has had 's does did";

/// Whoever may be asked without being named.
const ANYBODY: &str = "somebody someone anybody anyone everybody everyone";

/// Verbs that ask for nothing but an answer.
const ANSWERED_AT_ONCE: &str = "outline summarise summarize clarify compare define confirm identify propose estimate provide \
    draw list describe report calculate add read repeat go";

/// Words that lead from an auxiliary to a verb asked for.
#[rustfmt::skip]
static YOU_CAN: PhraseList = PhraseList::new(&[
    "can you", "could you", "would you", "will you", "can u", "could u", "can somebody", "can someone",
    "can anybody", "can anyone", "could somebody", "could someone", "could anybody", "could anyone",
    "would somebody", "would someone", "can everyone", "can everybody", "can one of you", "could one of you",
    "would you be able to", "are you able to", "will you be able to", "would you be willing to",
    "would you be so kind as to", "can i ask you to", "could i ask you to", "may i ask you to",
    "might i ask you to", "can i get you to", "could i get you to", "can i trouble you to",
    "i would ask you to", "if you could", "if you can", "if somebody could", "if someone could",
    "if anyone could", "if anybody could", "wondering if you could", "wondering whether you could",
    "do you think you could", "any chance you could", "any chance you can", "do you want to", "i need you to",
    "i want you to", "i would like you to", "i would need you to", "i will need you to",
    "i am going to need you to", "i would love you to", "we need you to", "we want you to",
    "we would like you to", "i would appreciate if you could", "do not forget to", "do not let me forget to",
    "we need someone to", "we need somebody to", "i need someone to", "i need somebody to", "for you is to",
    "maybe you could", "perhaps you could", "maybe you can", "perhaps you can", "make sure to", "make sure you",
    "make sure that you", "be sure to", "remember to", "let us have you", "how about you", "i expect you to",
    "i am asking you to", "you are to",
]);

/// The same, where it has to be somebody who is named.
#[rustfmt::skip]
static YOU_SHOULD: PhraseList = PhraseList::new(&[
    "you will", "you are going to", "you need to", "you have to", "you must", "you should", "you had better",
    "you ought to", "you might want to", "you may want to", "your job is to", "why do not you", "you want to",
    "your task is to",
]);

/// What asks somebody to leave something undone or do it, before an `-ing`.
static YOU_MIND: PhraseList = PhraseList::new(&["would you mind", "do you mind"]);

/// What anybody may be asked with.
static ANYBODY_IS_TO: PhraseList = PhraseList::new(&["needs to", "has to", "should", "must"]);

/// What asks all who are there.
static CAN_WE: PhraseList = PhraseList::new(&["can we", "could we", "shall we"]);

/// What asks for a thing.
static NEEDED: PhraseList =
    PhraseList::new(&["i need", "we need", "i would need", "i will need", "i still need", "we still need"]);

/// What a request says that begins with the word at `at`.
pub fn at(said: &Sentence, at: usize) -> Option<Pattern> {
    let words = said.words;
    let found = asked(said, at)
        .or_else(|| minding(said, at))
        .or_else(|| told(said, at))
        .or_else(|| shared(said, at))
        .or_else(|| needed(said, at))
        .or_else(|| imperative(said, at));
    found.filter(|_| !is_reported(words, at))
}

fn found(said: &Sentence, at: usize, verb: Verb, least: Act) -> Option<Pattern> {
    let owner = said.addressed(at).map_or(UtteranceOwner::Addressed, UtteranceOwner::Named);
    (verb.act >= least).then_some(Pattern { owner, verb: Some(verb.at) })
}

/// “Can you …”, and all that asks like it.
fn asked(said: &Sentence, at: usize) -> Option<Pattern> {
    let words = said.words;
    let end = YOU_CAN.end(words, at)?;
    let addressed = said.addressed(at).is_some();
    match word(words, at) {
        // Something has to show that it is asked for.
        "if" if !is_wanted(said, at) => return None,
        "do" if reads(words, at, "do you want") && !addressed => return None,
        _ => {}
    }
    let next = past_adverbs(words, end);
    let next = next + said.name(next).unwrap_or(0);
    let least = if addressed { Act::Likely } else { Act::Work };
    let doing = verb(words, next);
    // “Will you send it, or was that last time?”
    let offers_choice = said.asks && words[doing.at..].iter().any(|word| word.text == "or" && word.apart);
    // “Can you outline how” is a question, unless the answer is to come later or to somebody else.
    let is_question = among!(ANSWERED_AT_ONCE, word(words, doing.at))
        && !has_time(words, doing.at)
        && !words[doing.at..]
            .iter()
            .any(|word| among!("with to writing email mail slide page doc document", word.text));
    found(said, at, doing, least).filter(|_| !is_question && !offers_choice)
}

/// “If you could …, that'd be great”, “it would be great if you could …”
fn is_wanted(said: &Sentence, at: usize) -> bool {
    const PRAISE: &str = "great good lovely helpful perfect awesome nice amazing wonderful appreciated appreciate brilliant \
        fantastic grateful helpful kind";
    let words = said.words;
    let praises = |from: usize, to: usize| words[from..to].iter().any(|word| among!(PRAISE, word.text));
    let would = words.iter().any(|word| among!("would 'd be will", word.text));
    would && praises(0, words.len()) && !words.iter().any(|word| among!("rich dream funny", word.text))
        || (at == 0 || said.name(0).is_some_and(|count| at <= count))
            && has_time(words, at)
            && !words.iter().any(|word| word.text == "would")
}

/// “Would you mind leaving the key”, “mind sending me that”.
fn minding(said: &Sentence, at: usize) -> Option<Pattern> {
    let words = said.words;
    let is_short = word(words, at) == "mind" && (at == 0 || said.name(at - 1).is_some());
    let short = is_short.then_some(at + 1);
    let doing = gerund(words, short.or_else(|| YOU_MIND.end(words, at))?);
    let owner = said.addressed(at).map_or(UtteranceOwner::Addressed, UtteranceOwner::Named);
    (doing.act == Act::Work).then_some(Pattern { owner, verb: None })
}

/// “Oksana, you'll order the chairs”, “Zofia, you're sending the samples by Thursday, yes?”
fn told(said: &Sentence, at: usize) -> Option<Pattern> {
    let words = said.words;
    if !among!("you your why", word(words, at)) {
        return None;
    }
    let addressed = said.addressed(at);
    if reads(words, at, "you are") && addressed.is_some() {
        let doing = gerund(words, at + 2);
        let owner = addressed.map_or(UtteranceOwner::Addressed, UtteranceOwner::Named);
        return (doing.act == Act::Work && has_time(words, doing.at)).then_some(Pattern { owner, verb: None });
    }
    let advises = among!("should might", word(words, at + 1)) && !said.asks;
    let doing = verb(words, YOU_SHOULD.end(words, at)?);
    if addressed.is_some() || advises { found(said, at, doing, Act::Work) } else { None }
}

/// “Can we get that sign fixed before August”, “somebody needs to count the pallets”.
fn shared(said: &Sentence, at: usize) -> Option<Pattern> {
    let words = said.words;
    if among!(ANYBODY, word(words, at)) {
        let next = past_adverbs(words, at + 1);
        let end = ANYBODY_IS_TO.end(words, next)?;
        return found(said, at, verb(words, end), Act::Work);
    }
    let doing = verb(words, CAN_WE.end(words, at)?);
    let is_plain = has_time(words, doing.at) || words.iter().any(|word| word.text == "please");
    let owner = said.addressed(at).map_or(UtteranceOwner::We, UtteranceOwner::Named);
    (is_plain && doing.act == Act::Work).then_some(Pattern { owner, verb: Some(doing.at) })
}

/// “I need the numbers by Friday”, “I'd need the numbers from you”.
fn needed(said: &Sentence, at: usize) -> Option<Pattern> {
    let words = said.words;
    let from = NEEDED.end(words, at)?;
    let thing = among!("the that those these your their all a an everyone everybody", word(words, from))
        || words.get(from).is_some_and(|word| word.capital);
    let source =
        (from..words.len()).any(|place| reads(words, place, "from you") || reads(words, place, "from all of you"));
    let due = words.iter().skip(from + 1).any(|word| among!("by before", word.text));
    let own = reads(words, from, "a holiday") || reads(words, from, "a break");
    let owner = said.addressed(at).map_or(UtteranceOwner::Addressed, UtteranceOwner::Named);
    (thing && (source || due) && !own).then_some(Pattern { owner, verb: None })
}

/// “Please check the pump”, “Rob, have a look at it”, “send me the readings by Wednesday”.
fn imperative(said: &Sentence, at: usize) -> Option<Pattern> {
    let words = said.words;
    let (named, polite) = leads(said, at)?;
    if among!(AUXILIARIES, word(words, at)) {
        return None;
    }
    let polite = polite || words.iter().any(|word| word.text == "please");
    if !named && !polite && !words.iter().any(|word| among!("me us", word.text)) {
        return None;
    }
    let doing = verb(words, at);
    let is_past = among!(SAME_IN_PAST, word(words, doing.at)) && named && !polite && !words[doing.at].apart;
    let receives = |place: usize| among!("me us", word(words, place));
    let to_me = (doing.at + 2..doing.at + 5).any(|place| word(words, place) == "to" && receives(place + 1));
    let me = among!(TRANSFERS, word(words, doing.at)) && (receives(doing.at + 1) || to_me);
    let me = me && (word(words, doing.at) != "remind" || word(words, doing.at + 2) == "to");
    let least = if polite && named { Act::Likely } else { Act::Work };
    if (named || polite || me) && !is_past { found(said, at, doing, least) } else { None }
}

/// What stands before a verb that begins a sentence: whether a name, whether “please”. `None` if anything else does.
fn leads(said: &Sentence, at: usize) -> Option<(bool, bool)> {
    let words = said.words;
    let (mut named, mut polite, mut place) = (false, false, 0);
    while place < at {
        if let Some(count) = said.name(place) {
            named = true;
            place += count;
            continue;
        }
        let text = word(words, place);
        named |= among!(ANYBODY, text);
        polite |= among!("please kindly", text);
        if !(among!(ANYBODY, text) || among!("please kindly just first", text) || is_lead(text)) {
            return None;
        }
        place += 1;
    }
    (place == at).then_some((named, polite))
}
