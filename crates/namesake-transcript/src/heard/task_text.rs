//! The text of a task out of what was said: one clause, its verb first, without fillers and doubled words, whole and
//! readable. What has no object that anybody could tick, or no sure end, gives none.

use super::super::grammar::verbs::{Act, verb};
use super::word_classes::is;
use namesake_note::among;
use namesake_note::word_list::{self, WordList, lower};
use namesake_text::text::plain;

/// Classes of verbs that are work.
const WORK: [&str; 7] = ["deliver", "write", "file", "fix", "schedule", "check", "contact"];

/// The most words of a task.
const LONGEST: usize = 15;

/// Sounds and words that say nothing.
static FILLERS: WordList = WordList::new(
    "um umm uh uhm er erm ah eh hmm mm mhm oh huh just actually basically literally probably maybe really definitely \
    certainly obviously hopefully please",
);

/// Words that begin another clause.
static JOINTS: WordList = WordList::new(
    "but because cause cuz unless although though whereas otherwise okay ok yeah yep yes thanks thank alright anyway anyways \
    sorry right great cool awesome if since i i'll i'm i'd i've i’ll i’m i’d i’ve we'll we’ll we're we’re it's it’s that's that’s \
    there's there’s let let's let’s they're they’re you're you’re you'll you’ll cause",
);

/// Words that do so behind “and”, “so” or “then”.
static SUBJECTS: WordList = WordList::new(
    "i we you he she they it then so if maybe let there also see what now just i'll we'll you'll he'll she'll \
    they'll it'll i’ll we’ll you’ll i'm we're you're he's she's they're it's that's let's can could would will",
);

/// Words that no clause ends with.
static OPEN: WordList = WordList::new(
    "a an the to of in on at for with from by and or but so as than into onto about my your our his their its this these those \
    some any every each very more most i we you'll is are was were be been am will would can could should may might must do does did \
    have has had if that's it's there's who what which where when how why because not no like another other such between \
    through over under than then said says gonna wanna uh um he she they there",
);

/// Words that are nothing that anybody could tick.
static EMPTY: WordList = WordList::new(
    "a an the it that this these those them him her me us you your my our his their its i we he she they one ones something \
    anything everything nothing thing things stuff bit lot lots way ways time times second seconds minute minutes moment couple few \
    little same different better best go shot try look looks back out up down over off on in at to of for with from by about into \
    as and or so then too also now here there today tomorrow tonight soon later again first next last week month day afternoon morning \
    evening monday tuesday wednesday thursday friday saturday sunday just really quick quickly know see do get have make take be \
    all some any both each every more much many guys guy people folks everybody everyone anybody anyone somebody someone yourself myself itself \
    what how where when which who whether why if is are was were will would can could should not no yes okay sure good nice great \
    idea ideas sense point points thought thoughts opinion mind word words case mean right away together after before by until \
    forward ahead home screen meeting call it's that's maybe probably like sort kind very chance care whatever else other",
);

/// The task that is said in `words`, which begin with its verb.
pub fn task_text(words: &str) -> Option<String> {
    let words = plain(words);
    let mut kept: Vec<&str> = Vec::new();
    let raw: Vec<&str> = words.split_whitespace().collect();
    for (at, token) in raw.iter().enumerate() {
        let bare = bare(token);
        let small = lower(bare);
        let next = raw.get(at + 1).map(|next| lower(self::bare(next))).unwrap_or_default();
        if bare.is_empty() {
            if kept.is_empty() || token.chars().all(|c| c == '-' || c == '\\') {
                continue;
            }
            break;
        }
        let joins = matches!(
            &*small,
            "and" | "so" | "then" | "or" | "when" | "which" | "who" | "while" | "as" | "until" | "before" | "after"
        ) && SUBJECTS.contains(&next)
            || small == "so" && next != "that"
            || small == "and" && next == "then";
        let sure_that = small == "that" && kept.len() > 1;
        let breaks =
            kept.len() > 1 && (JOINTS.contains(&small) || joins && !matches!(&*small, "before" | "after" | "until"));
        if breaks || sure_that && next == "i" {
            break;
        }
        let is_filler = FILLERS.contains(&small)
            || matches!(&*small, "you")
                && next == "know"
                && !kept.last().is_some_and(|last| last.eq_ignore_ascii_case("let"))
            || small == "know"
                && at > 0
                && lower(self::bare(raw[at - 1])) == "you"
                && !kept.last().is_some_and(|last| last.eq_ignore_ascii_case("you"))
            || matches!(&*small, "sort" | "kind")
                && next == "of"
                && kept.last().is_none_or(|last| !matches!(*last, "a" | "the" | "some" | "what" | "that" | "this"))
            || small == "of"
                && at > 0
                && matches!(&*lower(self::bare(raw[at - 1])), "sort" | "kind")
                && kept.last().is_none_or(|last| !matches!(&*lower(last), "sort" | "kind"))
            || bare.chars().count() == 1 && bare.chars().all(char::is_alphabetic) && !matches!(bare, "a" | "I");
        let is_doubled = next == small && !small.is_empty();
        if !is_filler && !is_doubled {
            kept.push(bare);
        }
        if token.ends_with(['.', '?', '!', ';', ':', '…', '—', '"', '”', '\\']) || token.contains('—') {
            break;
        }
        // A comma parts clauses, and things that belong together.
        if token.ends_with(',')
            && (JOINTS.contains(&next)
                || matches!(
                    &*next,
                    "and"
                        | "but"
                        | "so"
                        | "which"
                        | "then"
                        | "or"
                        | "who"
                        | "when"
                        | "cause"
                        | "to"
                        | "not"
                        | "uh"
                        | "um"
                        | "you"
                        | "we"
                        | "he"
                        | "she"
                        | "they"
                        | "it"
                        | "that"
                        | "this"
                        | "the"
                        | "let"
                )
                || kept.len() > 3)
        {
            break;
        }
    }
    while kept.last().is_some_and(|last| {
        matches!(
            &*lower(last),
            "too" | "well" | "guys" | "so" | "and" | "then" | "okay" | "here" | "though" | "you know"
        )
    }) {
        kept.pop();
    }
    let last = kept.last()?;
    if kept.len() > LONGEST || kept.len() < 2 || OPEN.contains(&lower(last)) {
        return None;
    }
    (is_work(&kept) && says_what(&kept) && !is_now(&kept)).then(|| kept.join(" "))
}

/// Whether the verb is one of work: a list, or what the grammar takes for work.
fn is_work(kept: &[&str]) -> bool {
    let said = kept.join(" ");
    let small = lower(&said);
    let words = super::words(&said, &small);
    let is_listed = words.first().is_some_and(|verb| WORK.iter().any(|class| is(class, verb.text)));
    is_listed || !words.is_empty() && verb(&words, 0).at == 0 && verb(&words, 0).act == Act::Work
}

/// Whether there is something that anybody could tick.
fn says_what(kept: &[&str]) -> bool {
    kept[1..].iter().any(|word| {
        let small = lower(word);
        small.chars().count() > 1 && !EMPTY.contains(&small)
    })
}

/// Whether it is done while they talk: “check it in the chat”, “drop a link”, “check the queue”.
fn is_now(kept: &[&str]) -> bool {
    let has = |list: &str| kept[1..].iter().any(|word| word_list::among(list, &lower(word)));
    let is_pasted = among!("put post drop paste share get add give", &lower(kept[0])) && has("link links url");
    let is_asked_around =
        among!("check see ask take call", &lower(kept[0])) && has("question questions key moment minutes minute last");
    let ends_now = kept.windows(3).any(|three| lower(&three.join(" ")) == "end of the") && has("call meeting");
    has("chat screen mute queue slide board whiteboard hand floor spot folder soon")
        || is_asked_around
        || ends_now
        || is_pasted && !has("after later tomorrow email e-mail list minutes notes week")
}

/// A word without the marks around it.
fn bare(token: &str) -> &str {
    let inner = token.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '%' | '+' | '€' | '$' | '&'));
    // The farmers' union.
    let end = inner.as_ptr() as usize - token.as_ptr() as usize + inner.len();
    let owns = inner.ends_with('s') && token[end..] == *"'";
    if owns { &token[end - inner.len()..=end] } else { inner }
}
