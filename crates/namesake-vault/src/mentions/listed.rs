//! Names in lists of participants: whether a listed name is similar enough to somebody known to be worth a question.

use namesake_text::fold::words;
use strsim::jaro_winkler;

use super::capital_runs::is_name;
use crate::facts::Facts;
use crate::vault::{Context, Vault};
use namesake_names::Answer;
use namesake_note::common_words::{CALENDAR, THINGS, holds};
use namesake_note::word_list::WordList;
use namesake_text::path::NotePath;

/// The least probability at which the user is asked. A first name alone reaches .30 outside a meeting, and so does any
/// stranger of that first name.
pub const LEAST: f64 = 0.35;
/// Above this probability the user is asked, however different the names are.
const LIKELY: f64 = 0.5;
/// Surnames less similar than this are hardly one name misheard: “Banga” and “Benoit” have .62.
const LEAST_LIKE: f64 = 0.55;
/// From this Jaro-Winkler similarity on two words may be one name.
const ALIKE: f64 = 0.85;
/// Candidates below this probability are not offered beside a better one.
pub const OFFERED: f64 = 0.05;
/// From this probability on, a name that is nobody's is a company's rather than that of somebody new: two words of which
/// one is in a company's name may be anybody's.
pub const LIKELY_COMPANY: f64 = 0.5;

/// Whether a name in a list is asked about as that of somebody who is known.
pub fn is_asked(written: &str, answer: &Answer, vault: &Vault, context: &Context) -> bool {
    let others = answer.candidates.iter().skip(1).filter(|candidate| candidate.score >= OFFERED).count();
    // Somebody who is listed under their own name is not meant by a second form that shares only the first name.
    let is_met = |best| {
        others == 0
            && !context.participants.contains(best)
            && likeness(vault, best, written) >= LEAST_LIKE
            && has_met(best, vault, context)
    };
    let is_likely = |best| answer.score >= LIKELY || answer.score >= LEAST && likeness(vault, best, written) > 0.0;
    answer.best.as_ref().is_some_and(|best| is_likely(best) || is_met(best))
}

/// How similar the last word of `written` is to the surname of the person at `path`, if their first names may be the
/// same; 1 if `written` is one word.
pub fn likeness(vault: &Vault, path: &NotePath, written: &str) -> f64 {
    let parts: Vec<String> = words(bare(written)).collect();
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return 0.0 };
    if parts.len() == 1 {
        return 1.0;
    }
    let like = |name: &String| {
        let own: Vec<String> = words(name).collect();
        let (begin, end) = own.first().zip(own.last())?;
        is_alike(begin, first).then(|| jaro_winkler(end, last).max(f64::MIN_POSITIVE))
    };
    let names = vault.facts(path).map(Facts::names).unwrap_or_default();
    names.iter().filter_map(like).fold(0.0, f64::max)
}

/// Whether somebody has met one of those who take part.
fn has_met(path: &NotePath, vault: &Vault, context: &Context) -> bool {
    let mut met = vault.meetings_of(path).flat_map(|meeting| vault.attendees(meeting));
    met.any(|attendee| attendee.person.as_ref().is_some_and(|other| other != path && is_around(other, context)))
}

/// Whether somebody takes part or is linked.
pub fn is_around(path: &NotePath, context: &Context) -> bool {
    context.participants.contains(path) || context.neighbours.contains(path)
}

/// Whether two folded words may be one name.
pub fn is_alike(name: &str, word: &str) -> bool {
    name == word || name.as_bytes().first() == word.as_bytes().first() && jaro_winkler(name, word) >= ALIKE
}

/// A listed name without the company in brackets behind it.
pub fn bare(name: &str) -> &str {
    name.split(" (").next().unwrap_or(name)
}

/// Words that stand for unnamed people or groups, in lower case.
static NO_NAMES: WordList = WordList::new(
    "\
    unknown remote speaker guest guests participant participants attendee attendees user host caller team group all \
    everyone everybody others staff department committee board panel tbd tba n/a none nobody someone somebody sales support \
    marketing engineering finance legal the unbekannt gast alle andere sprecher inconnu invité équipe desconocido equipo",
);

/// Whether a form is a first name and a surname, and not a word that stands in for a name.
pub fn is_full_name(written: &str) -> bool {
    let bare = written.split(" (").next().unwrap_or(written);
    let last = bare.split_whitespace().next_back().unwrap_or_default();
    let is_none = |word: &str| holds(&NO_NAMES, word) || holds(&CALENDAR, word);
    bare.split_whitespace().count() > 1
        && is_name(bare)
        && !holds(&THINGS, last)
        && !bare.split_whitespace().any(is_none)
}
