//! Whether a passage of a meeting names a person, decided by resolution and never by letters alone: by a link, by a
//! name that is one person's, or by a first name that only one participant has.

use namesake_text::fold::words;

use crate::facts::{Token, tokens};
use crate::vault::Vault;
use namesake_names::is_first_name;
use namesake_note::common_words::{WORDS, holds};
use namesake_note::note::links;
use namesake_note::word_list::WordList;
use namesake_text::path::NotePath;

/// The way in which a passage names somebody, the surest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Naming {
    /// By a first name or one-word alias that only they have among the participants, or by a full name that somebody
    /// absent has as well. One word may also be a month, a place or a thing: May, Jordan, PM.
    Doubtful,
    /// By a full name or an alias that nobody else in the vault has.
    ByFullName,
    /// By a link.
    ByLink,
}

/// Whether a passage of `meeting` names the person, and how surely.
pub fn naming(vault: &Vault, meeting: &NotePath, passage: &str, person: &NotePath) -> Option<Naming> {
    let shown = passage.contains('`').then(|| without_code(passage));
    let passage = shown.as_deref().unwrap_or(passage);
    let linked =
        if passage.contains("[[") || passage.contains("](") { links::read(passage, 0, &[]) } else { Vec::new() };
    if linked.iter().any(|link| vault.linked(link.target.of(passage)) == Some(person)) {
        return Some(Naming::ByLink);
    }
    let known = vault.facts(person)?.person.as_ref()?;
    // Most passages name others, which the letters show at once; only words with accents need folding.
    let may_begin = |name: &String| {
        let first = name.split_whitespace().next().unwrap_or_default();
        let is_plain = first.is_ascii() && passage.is_ascii() && first.starts_with(char::is_uppercase);
        !is_plain || first.len() < 2 || passage.contains(first.trim_end_matches('.'))
    };
    if !known.names.iter().any(may_begin) {
        return None;
    }
    let words = tokens(passage);
    known.names.iter().filter_map(|name| called(vault, meeting, &words, name, person)).max()
}

/// A passage without the code in backticks, which names nobody.
fn without_code(passage: &str) -> String {
    passage.split('`').enumerate().map(|(at, part)| if at % 2 == 0 { part } else { " . " }).collect()
}

/// How the passage names the person by `name`: whole, or by its first word alone.
fn called(vault: &Vault, meeting: &NotePath, passage: &[Token], name: &str, person: &NotePath) -> Option<Naming> {
    let forms = vault.form_decisions();
    let parts: Vec<String> = words(name).collect();
    let first = parts.first()?;
    let is_denied = |form: &str| forms.is_nobody(form, Some(meeting)) || forms.not(form).contains(person);
    let stands = |length: usize| {
        let mut places = (0..passage.len()).filter(|at| stands_at(vault, passage, *at, &parts[..length]));
        places.any(|at| length > 1 || !(passage[at].starts && holds(&WORDS, &passage[at].folded)))
    };
    if parts.len() > 1 && stands(parts.len()) && !is_denied(name) {
        let namesakes = vault.known_names().called(name);
        if namesakes.len() == 1 {
            return Some(Naming::ByFullName);
        }
        let there = vault.participants(meeting);
        let mut present = namesakes.iter().filter(|path| there.contains(path));
        return (present.next() == Some(&person) && present.next().is_none()).then_some(Naming::Doubtful);
    }
    if !stands(1) || is_denied(first) || !only_one_called(vault, meeting, first, person) {
        return None;
    }
    Some(Naming::Doubtful)
}

/// Whether the words at `at` are `parts` and do not belong to a longer name.
fn stands_at(vault: &Vault, passage: &[Token], at: usize, parts: &[String]) -> bool {
    let Some(run) = passage.get(at..at + parts.len()) else { return false };
    let fits = run.iter().zip(parts).all(|(word, part)| word.folded == *part);
    if !fits || !run[0].capital || run[1..].iter().any(|word| word.starts) {
        return false;
    }
    let behind = &passage[at + parts.len()..];
    let is_more = |word: &Token| word.capital && !word.starts;
    // “Rob Benoit y Mara Voss” are two.
    let is_particle = |word: &Token, next: &Token| {
        PARTICLES.contains(&word.folded) && !word.starts && is_more(next) && !vault.known_names().begins(&next.folded)
    };
    let goes_on = match behind {
        [word, next, ..] if is_particle(word, next) => true,
        [joint, next, ..] if joint.folded == "and" && FIRM.contains(&next.folded) => true,
        [word, ..] => is_more(word) || FIRM.contains(&word.folded),
        [] => false,
    };
    // “Ask Rob”: the first word of a sentence has a capital letter in any case.
    let before = at.checked_sub(1).filter(|_| !run[0].starts).map(|before| &passage[before]);
    let is_another = before.is_some_and(|word| OTHER.contains(&word.folded));
    let begins = |word: &str| vault.known_names().begins(word) || word.len() == 1 || is_first_name(word);
    let is_inside = before.is_some_and(|word| word.capital && (!word.starts || begins(&word.folded)));
    !goes_on && !is_another && !is_inside
}

/// Small words inside a name that continues behind them: “Ana Silva dos Santos”. Folded.
static PARTICLES: WordList = WordList::new(
    "da das de dei del della den der di do dos du e el la las le los ten ter til van vom von y zu zum zur af av bin ibn al",
);
/// Words that make a different name of the one before them: “Rob Benoit, Jr.”, “Rob Benoit & Sons”. Folded.
static FIRM: WordList = WordList::new(
    "jr sr jnr snr ii iii iv junior senior sons sohne brothers partners associates company co inc ltd llc gmbh ag corp plc \
     foundation institute school prize award",
);
/// Words that say that somebody else of that name is meant. Folded.
static OTHER: WordList = WordList::new("another different other wrong");

/// Whether the person certainly takes part in `meeting`, and is the only one there whose name begins with `first`.
fn only_one_called(vault: &Vault, meeting: &NotePath, first: &str, person: &NotePath) -> bool {
    let begins = |name: &String| words(name).next().is_some_and(|word| word == first);
    let is_called = |path: &NotePath| {
        let known = vault.person(path);
        known.is_some_and(|known| known.names.iter().any(begins))
    };
    let (theirs, others): (Vec<_>, Vec<_>) =
        vault.attendees(meeting).iter().partition(|attendee| attendee.person.as_ref() == Some(person));
    theirs.iter().any(|attendee| !attendee.misheard)
        && !others.iter().any(|other| begins(&other.written) || other.person.as_ref().is_some_and(is_called))
}
