//! Commitments: “I'll send it”, “let me check with Rob”, “we need to order”, “Rob will bring the keys”.

use super::clause::{has_time, is_aside, is_lead, start};
use super::phrase_list::PhraseList;
use super::sentence::{Pattern, Sentence};
use super::utterance::UtteranceOwner;
use super::verbs::{Act, Verb, gerund, past_adverbs, reads, verb, word};
use namesake_note::among;

/// What is settled is said in so many words; what goes on for longer explains something.
const FEW: usize = 22;

/// Verbs that, after “let me”, are done at once, unless it is said with whom or what for.
const AT_ONCE: &str = "check look find add note write go get bring put turn run start \
    introduce present test type give make switch move scan search do plug print draw list count copy record summarise summarize clarify ask tell";

/// Verbs that, after “let me”, are done on the screen or in the room.
const IN_THE_ROOM: &str = "pull open share show see read go switch move scan test present introduce";

/// What makes them something for later.
const FOR_LATER: &str = "with into whether if and back over to for together in";

/// What a speaker undertakes with.
static I_WILL: PhraseList = PhraseList::new(&["will", "am going to", "shall"]);

/// What an undertaking without a subject begins with.
static UNSAID: PhraseList = PhraseList::new(&["going to", "will", "happy to", "glad to"]);

/// What binds a speaker who says “I …”.
#[rustfmt::skip]
static I_AM_TO: PhraseList = PhraseList::new(&[
    "need to", "have to", "have got to", "got to", "must", "should", "ought to", "would better", "had better",
    "better", "promise to", "plan to", "intend to", "aim to", "volunteer to", "commit to", "am happy to",
    "am glad to", "am planning to", "am willing to", "would be happy to", "would be glad to", "have agreed to",
]);

/// What a commitment says that begins with the word at `at`.
pub fn at(said: &Sentence, at: usize) -> Option<Pattern> {
    let words = said.words;
    let found = match word(words, at) {
        "i" => speaker(said, at),
        "we" => we(said, at),
        "let" => let_me(said, at),
        "you" => receiver(said, at),
        "leave" if reads(words, at, "leave it with me") || reads(words, at, "leave that with me") => {
            whole(UtteranceOwner::Speaker)
        }
        "action" if reads(words, at, "action item for me") && !said.asks => {
            to_infinitive(said, at + 4, UtteranceOwner::Speaker).or(whole(UtteranceOwner::Speaker))
        }
        "for" if reads(words, at, "for me is to") => working(UtteranceOwner::Speaker, verb(words, at + 4)),
        "is" if reads(words, at, "is for me to") => working(UtteranceOwner::Speaker, verb(words, at + 4)),
        "my" if reads(words, at, "my plan is to") || reads(words, at, "my job is to") => {
            working(UtteranceOwner::Speaker, verb(words, at + 4))
        }
        "that" | "this" => assigned(said, at),
        _ => named(said, at).or_else(|| elliptic(said, at)),
    };
    found.filter(|_| !said.asks && !is_aside(words, at))
}

#[allow(clippy::unnecessary_wraps, reason = "what every pattern gives")]
fn whole(owner: UtteranceOwner) -> Option<Pattern> {
    Some(Pattern { owner, verb: None })
}

fn working(owner: UtteranceOwner, verb: Verb) -> Option<Pattern> {
    at_least(owner, verb, Act::Work)
}

fn at_least(owner: UtteranceOwner, verb: Verb, least: Act) -> Option<Pattern> {
    (verb.act >= least).then_some(Pattern { owner, verb: Some(verb.at) })
}

/// Behind a colon or comma: “Action item for me, get three quotes”.
fn to_infinitive(said: &Sentence, at: usize, owner: UtteranceOwner) -> Option<Pattern> {
    let skip = usize::from(among!("is to", word(said.words, at)));
    working(owner, verb(said.words, at + skip))
}

/// “I …”
fn speaker(said: &Sentence, at: usize) -> Option<Pattern> {
    let words = said.words;
    let next = past_adverbs(words, at + 1);
    let owner = UtteranceOwner::Speaker;
    if reads(words, next, "will be") {
        let doing = gerund(words, next + 2);
        if doing.act == Act::Work {
            return whole(owner);
        }
    }
    if let Some(end) = I_WILL.end(words, next) {
        return at_least(owner, verb(words, end), Act::Likely);
    }
    if let Some(end) = I_AM_TO.end(words, next) {
        return working(owner, verb(words, end));
    }
    match word(words, next) {
        "can" => able(said, next + 1),
        "am" if reads(words, next, "am on it") => whole(owner),
        "am" => {
            let doing = gerund(words, next + 1);
            (doing.act == Act::Work && has_time(words, doing.at)).then_some(Pattern { owner, verb: None })
        }
        "owe" if reads(words, next, "owe you") => {
            let thing = word(words, next + 2);
            let is_thing = among!("the that those these your my two three", thing);
            if is_thing { whole(owner) } else { None }
        }
        _ => None,
    }
}

/// “I can …”: an offer where it is plain what is done, not what somebody is able to do.
fn able(said: &Sentence, at: usize) -> Option<Pattern> {
    let words = said.words;
    let doing = verb(words, at);
    let is_plain =
        words.get(doing.at + 1).is_some_and(|next| among!("the that this them it your our those these", next.text))
            || reads(words, doing.at, "talk to")
            || reads(words, doing.at, "speak to")
            || reads(words, doing.at, "follow up")
            || has_time(words, doing.at);
    let boasts = words.last().is_some_and(|last| among!("too either know", last.text));
    working(UtteranceOwner::Speaker, doing).filter(|_| is_plain && !boasts)
}

/// “We …”
fn we(said: &Sentence, at: usize) -> Option<Pattern> {
    static OBLIGED: PhraseList = PhraseList::new(&[
        "will",
        "are going to",
        "need to",
        "have to",
        "have got to",
        "got to",
        "must",
        "should",
        "ought to",
        "had better",
        "would better",
        "shall",
    ]);
    let next = past_adverbs(said.words, at + 1);
    let doing = verb(said.words, OBLIGED.end(said.words, next)?);
    working(UtteranceOwner::We, doing).filter(|_| is_settled(said, doing))
}

/// Whether “we” are going to do it, not only talking about how things are done: in few words, and if the verb is one of
/// those that say little by themselves, with a time.
fn is_settled(said: &Sentence, doing: Verb) -> bool {
    let verb = word(said.words, doing.at);
    let says_little = among!("get give have take find make do put go see look work let come keep bring ask run", verb)
        || doing.at + 1 >= said.words.len();
    let is_needed = (verb == "make" && word(said.words, doing.at + 1) == "sure")
        || doing.at > 1 && reads(said.words, doing.at - 2, "need to");
    said.words.len() <= FEW && (!says_little || is_needed || has_time(said.words, doing.at))
}

/// “Let me …”, “let's …”
fn let_me(said: &Sentence, at: usize) -> Option<Pattern> {
    let words = said.words;
    let doing = verb(words, at + 2);
    let behind = words.get(doing.at + 1..).unwrap_or_default();
    let is_later = has_time(words, doing.at) || behind.iter().any(|word| among!(FOR_LATER, word.text));
    match word(words, at + 1) {
        "me" => {
            let is_brief = among!(AT_ONCE, word(words, doing.at)) && behind.len() < 3;
            let at_once = !is_later && (is_brief || among!(IN_THE_ROOM, word(words, doing.at)));
            let just = word(words, at + 2) == "just" && among!(AT_ONCE, word(words, doing.at)) && !is_later;
            working(UtteranceOwner::Speaker, doing)
                .filter(|_| !behind.is_empty() && !at_once && !just && !is_presenting(said, doing.at))
        }
        "us" => working(UtteranceOwner::We, doing).filter(|_| behind.len() > 1 && is_settled(said, doing)),
        _ => None,
    }
}

/// What is done on the screen while everybody looks on.
fn is_presenting(said: &Sentence, at: usize) -> bool {
    said.words[at..].iter().any(|word| {
        among!(
            "screen slide slides tab window browser camera microphone mic calendar second sec moment minute",
            word.text,
        )
    })
}

/// “You'll have the forecast from me by Friday”: the speaker owes it.
fn receiver(said: &Sentence, at: usize) -> Option<Pattern> {
    let words = said.words;
    let gets =
        reads(words, at, "you will have") || reads(words, at, "you will get") || reads(words, at, "you can have");
    let thing = among!("it the them that your those these", word(words, at + 3));
    let from_me = (at..words.len()).any(|place| reads(words, place, "from me"));
    let due = words.iter().skip(at).any(|word| among!("by tomorrow tonight today before", word.text));
    if gets && thing && (from_me || due) { whole(UtteranceOwner::Speaker) } else { None }
}

/// “Rob will …”, “Carla's going to …”, “Sam needs to …”, “Rob to …”
fn named(said: &Sentence, at: usize) -> Option<Pattern> {
    static WILL: PhraseList =
        PhraseList::new(&["will", "is going to", "'s going to", "needs to", "has to", "must", "to", "'s to", "is to"]);
    let words = said.words;
    let count = said.name(at)?;
    let lead = &words[start(words, at)..at];
    let agreed = lead.len() > 1 && lead.iter().any(|word| word.text == "agreed");
    let leads = agreed || lead.iter().all(|word| is_lead(word.text));
    let next = past_adverbs(words, at + count);
    let end = WILL.end(words, next).filter(|_| leads)?;
    working(UtteranceOwner::Named(said.span(at, count)), verb(words, end))
}

/// Without a subject: “Gonna restart the runners”, “Will send it over”, “Happy to make that intro”.
fn elliptic(said: &Sentence, at: usize) -> Option<Pattern> {
    let words = said.words;
    let leads = words[..at].iter().all(|word| is_lead(word.text));
    if !leads {
        return None;
    }
    if reads(words, at, "will do") && (at + 2 >= words.len() || words[at + 2].apart) || reads(words, at, "on it $") {
        return whole(UtteranceOwner::Speaker);
    }
    working(UtteranceOwner::Speaker, verb(words, UNSAID.end(words, at)?))
}

/// “… so that one's yours”, “that's hers”, “that's on me”: said of what stands before.
fn assigned(said: &Sentence, at: usize) -> Option<Pattern> {
    let words = said.words;
    let is = at + 1 + usize::from(among!("one task", word(words, at + 1)));
    if at < 3 || !among!("is 's", word(words, is)) || is + 1 >= words.len() {
        return None;
    }
    let named =
        || (0..at).find_map(|place| said.name(place).map(|count| UtteranceOwner::Named(said.span(place, count))));
    match word(words, is + 1) {
        "yours" | "his" | "hers" => whole(named()?),
        "mine" => whole(UtteranceOwner::Speaker),
        _ => None,
    }
}
