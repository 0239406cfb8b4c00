//! What a verb says: something that has to be done after the meeting, or anything else. English has too many verbs to
//! list them all; of one that the lists do not have, the words behind it decide.

use super::super::sentence_words::Word;
use super::adverbs::is_adverb;
pub use super::adverbs::{past_adverbs, word};
use super::phrase_list::PhraseList;
use super::phrases::{Need, ROWS, Row};
use namesake_note::among;
use namesake_note::word_list::{self, WordList};

/// What a verb and the words behind it say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    /// No work: “be”, “think”, “take that as a compliment”.
    Idle,
    /// Perhaps work: an unknown verb with something it is done to.
    Likely,
    /// Work.
    Work,
}

/// A verb with its act.
#[derive(Debug, Clone, Copy)]
pub struct Verb {
    /// Which word.
    pub at: usize,
    /// What it says.
    pub act: Act,
}

/// Verbs of work in their base form, those of [`ROWS`] aside.
static WORK: WordList = WordList::new(
    "visit text water stage address adjust align allocate amend analyse analyze announce approve archive arrange assemble assess \
    assign attach audit benchmark bind bleed brief budget build calculate calibrate cancel charge chase circulate clarify \
    clean clear collect combine compare compile complete configure confirm connect consolidate contact coordinate copy \
    correct courier create debug decommission deep-clean define delegate delete deliver demo deploy deposit design dig disable dismantle \
    dispatch distribute document double-check doublecheck download draft drill drain dust edit email e-mail enable enter \
    escalate escort estimate evaluate examine export extend extract fax feed fetch file film finalise finalize fit flag flash \
    flush follow follow-up forward gather generate grade grease handle harvest hire identify implement import inform \
    inspect insulate install integrate interview investigate invite invoice issue label laminate launch liaise lint list load \
    locate log loop lubricate mail measure mend mentor merge message migrate modify mount mow negotiate notify nudge \
    onboard order organise organize outline pack paint patch phone photograph photocopy pilot pin ping plot plug polish post prepare \
    prescribe print prioritise prioritize process procure produce profile proofread propose prototype provide prune \
    publish purchase rearrange rebook reboot reconcile recruit reduce refactor refer refund register rehearse release \
    relay remove rename renew rent repair repaint replace reply report reproduce request research reserve reset resolve \
    respond restart restore retrieve revert review revise rewire rotate scan schedule scope secure service settle setup \
    ship simplify sketch solder sort source split sterilise submit summarise summarize supervise supply swap sweep sync tackle tag test \
    tidy track train transfer translate transport trim troubleshoot type unblock uninstall unpack unload update upgrade upload \
    vaccinate validate verify wash weigh weld wipe wire",
);

/// Verbs that never are, whatever follows.
static IDLE: WordList = WordList::new(
    "accept admit agree apologise apologize appreciate argue assume be become been begin believe bet care \
    concede continue cost cry defer deny die differ digress disagree doubt dream eat emphasise emphasize end enjoy expect \
    explain fail feel forget forgive grant guess happen hate hear hit hold hope imagine join kill know last laugh lie like \
    live lose love mean mention mind miss mute need note notice owe pass pause pray prefer pretend promise realise realize \
    recall regret remember repeat rephrase rest retire reveal say seem sleep sound spare spend stand stay step stick stop \
    stress suffer suggest suppose survive suspect think throw trust try understand unmute use vouch wait want win wish \
    wonder worry skip second sell play treat decide press serve",
);

/// Words that begin what a verb is done to.
static OBJECTS: WordList = WordList::new(
    "the a an this that these those it them him her me us you your my our his their its some all both \
    another any every one two three four five six seven eight nine ten everyone everybody",
);

/// Words that stand where a verb could and are none.
static FUNCTION: WordList = WordList::new(
    "not never the a an to of in on at for with by from as if and or but i you he she it we they do \
    does did will would can could should may might must 's is are was were what who how when where why there here no yes \
    hardly barely over under through into onto about after before up \
    down off out back around away along across home",
);

/// Verbs that only lead to another one.
#[rustfmt::skip]
static LEADS: PhraseList = PhraseList::new(&[
    "be able to", "try to", "try and", "go ahead and", "go and", "go back and", "come and", "need to",
    "have to", "want to", "start to", "be sure to", "make sure to", "sit down and", "take an action to",
    "take the action to", "take a note to", "make a note to", "be happy to", "be glad to", "help you to",
    "help to", "go",
]);

/// Whether `word` is none of the words that hold sentences together.
pub fn may_be_name(word: &str) -> bool {
    !FUNCTION.contains(word) && !is_adverb(word) && !OBJECTS.contains(word)
}

/// Whether the words from `at` on are `expected`; `$` is the end.
pub fn reads(words: &[Word], at: usize, expected: &str) -> bool {
    let mut place = at;
    for expected in expected.split_ascii_whitespace() {
        let fits = if expected == "$" { place >= words.len() } else { word(words, place) == expected };
        if !fits {
            return false;
        }
        place += 1;
    }
    place > at
}

/// The verb that begins at `at`, verbs that lead to it passed over: “try to get back to you”, “go and talk to”.
pub fn verb(words: &[Word], at: usize) -> Verb {
    let mut at = past_adverbs(words, at);
    let mut own = act(words, at, word(words, at));
    for _ in 0..3 {
        let leads = LEADS.begun_by(word(words, at)).iter();
        let lead = leads.copied().find(|lead| reads(words, at, lead) && (lead.contains(' ') || own == Act::Idle));
        let Some(lead) = lead else { break };
        at = past_adverbs(words, at + lead.split(' ').count());
        own = act(words, at, word(words, at));
    }
    Verb { at, act: own }
}

/// The verb at `at` in its `-ing` form: “calling the grid company”, “swapping”.
pub fn gerund(words: &[Word], at: usize) -> Verb {
    let at = past_adverbs(words, at);
    let stem = word(words, at).strip_suffix("ing").unwrap_or_default();
    let mut is_work = [stem, &[stem, "e"].concat()].iter().any(|base| act(words, at, base) == Act::Work);
    let mut letters = stem.chars().rev();
    if let (Some(last), Some(before)) = (letters.next(), letters.next()) {
        is_work |= last == before && act(words, at, &stem[..stem.len() - last.len_utf8()]) == Act::Work;
    }
    Verb { at, act: if is_work { Act::Work } else { Act::Idle } }
}

/// What the verb `base`, which stands at `at`, says together with the words behind it.
fn act(words: &[Word], at: usize, base: &str) -> Act {
    let next = past_adverbs(words, at + 1);
    let object = words.get(next).is_some_and(|word| {
        OBJECTS.contains(word.text) || word.capital || word.text.starts_with(|c: char| c.is_ascii_digit())
    });
    // “I'll have Rob send it”
    let is_other = |word: &Word| word.capital || among!("him her them someone somebody", word.text);
    if base == "have"
        && words.get(next).is_some_and(is_other)
        && act(words, next + 1, word(words, next + 1)) == Act::Work
    {
        return Act::Work;
    }
    if let Some(row) = row(base) {
        return if works(words, row, next, object) { Act::Work } else { Act::Idle };
    }
    let again = base.strip_prefix("re").map(|rest| rest.trim_start_matches('-')).filter(|rest| rest.len() > 2);
    let is_listed = |verb: &str| WORK.contains(verb);
    match () {
        () if is_listed(base) => Act::Work,
        () if base.len() < 2 || IDLE.contains(base) || FUNCTION.contains(base) => Act::Idle,
        () if again.is_some_and(|rest| is_listed(rest) || row(rest).is_some()) => Act::Work,
        () if object && base.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') => Act::Likely,
        () => Act::Idle,
    }
}

fn row(verb: &str) -> Option<&'static Row> {
    ROWS.binary_search_by(|row| row.verb.cmp(verb)).ok().map(|at| &ROWS[at])
}

fn works(words: &[Word], row: &Row, next: usize, object: bool) -> bool {
    let has = |phrases: &str| phrases.split('|').any(|phrase| reads(words, next, phrase));
    if has(row.work) && !row.idle.split('|').any(|phrase| phrase.contains(' ') && reads(words, next, phrase)) {
        return true;
    }
    !has(row.idle)
        && match row.need {
            Need::Nothing => true,
            Need::More => next < words.len(),
            Need::Object => object,
            Need::ObjectAnd(list) => {
                object && words[next..].iter().skip(1).any(|word| word_list::among(list, word.text))
            }
            Need::Phrase => false,
        }
}
