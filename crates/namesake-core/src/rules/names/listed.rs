//! Names in lists of participants: who is asked about as somebody known. No rule itself.

use strsim::jaro_winkler;

use crate::names::Answer;
use crate::path::NotePath;
use crate::vault::{Context, Vault};

/// A lost surname reaches .30 outside the meeting, and so does any stranger of that first name.
pub const LEAST: f64 = 0.35;
/// From this Jaro-Winkler similarity on two words may be one name.
const ALIKE: f64 = 0.85;
/// What is less likely is not offered beside something better.
pub const OFFERED: f64 = 0.05;

/// Whether a name in a list is asked about as that of somebody who is known.
pub fn is_asked(answer: &Answer, vault: &Vault, context: &Context) -> bool {
    let others = answer.candidates.iter().skip(1).filter(|candidate| candidate.p >= OFFERED).count();
    // Who takes part by a name of their own is not meant by what is like it in the first name alone.
    let is_met = |best| others == 0 && !context.participants.contains(best) && has_met(best, vault, context);
    answer.best.as_ref().is_some_and(|best| answer.p >= LEAST || is_met(best))
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
