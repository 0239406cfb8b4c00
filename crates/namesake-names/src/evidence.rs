//! What speaks for and against a candidate, as plain English fragments for the user. The weights are `score`'s.

use super::compare::{Clue, ContextClass, Level};
use super::index::NameIndex;
use super::question::Evidence;
use super::score::Score;

/// A name is rare here below a share of one person in this many, and common above one in [`COMMON`].
const RARE: f64 = 1000.0;
const COMMON: f64 = 100.0;

/// Every clue of a weighed candidate that says something, in the order it was weighed.
pub fn of(score: &Score, index: &NameIndex) -> Vec<Evidence> {
    let bits = score.bits;
    let first_share = || index.first_name_share(score.form.first.text());
    let last_share = || score.form.last.as_ref().map_or(1.0, |last| index.surname_share(last.text()));
    [
        Some((class(score.class).to_owned(), bits.class, plain_class(score.class))),
        agreement(score.first, first_share)
            .map(|what| (format!("first name{what}"), bits.first, plain_first(score.first))),
        agreement(score.last, last_share).map(|what| (format!("surname{what}"), bits.last, plain_last(score.last))),
        clue(score.middle, "middle initial equal", "middle initial differs")
            .map(|what| (what, bits.middle, Some("Middle initial matches"))),
        clue(score.company, "belongs to the company named", "belongs to another company than the one named")
            .map(|what| (what, bits.company, Some("Works for the company named"))),
        score.called.then(|| {
            let what = "speaks right before or after, where somebody is spoken to".to_owned();
            (what, bits.called, Some("Speaks right before or after"))
        }),
        score.named_already.then(|| ("already named in this meeting by another surname".to_owned(), bits.named, None)),
    ]
    .into_iter()
    .flatten()
    .map(|(what, bits, plain)| Evidence { what, bits: rounded(bits), plain: plain.filter(|_| bits > 0.0) })
    .collect()
}

const fn plain_class(class: ContextClass) -> Option<&'static str> {
    Some(match class {
        ContextClass::Participant => "Was at this meeting",
        ContextClass::Neighbour => "Linked from the same note",
        ContextClass::CoAttendee => "Has met people of this note",
        ContextClass::Colleague => "Works for this note’s company",
        ContextClass::Vault => return None,
    })
}

const fn plain_first(level: Level) -> Option<&'static str> {
    Some(match level {
        Level::Exact | Level::Known => "First name matches",
        Level::Nickname => "First name in another form",
        Level::Sound => "First name sounds the same",
        Level::HandleClose | Level::Close => "First name almost matches",
        Level::Initial => "First initial fits",
        Level::Fair | Level::Alike => "First name sounds alike",
        Level::FirstSound => "First name begins alike",
        Level::Contradicted | Level::InitialConflict | Level::Absent => return None,
    })
}

const fn plain_last(level: Level) -> Option<&'static str> {
    Some(match level {
        Level::Exact | Level::Known => "Surname matches",
        Level::Nickname => "Surname in another form",
        Level::Sound => "Surname sounds the same",
        Level::HandleClose | Level::Close => "Surname almost matches",
        Level::Initial => "Surname’s initial fits",
        Level::Fair | Level::Alike => "Surname sounds alike",
        Level::FirstSound => "Surname begins alike",
        Level::Contradicted | Level::InitialConflict | Level::Absent => return None,
    })
}

fn class(class: ContextClass) -> &'static str {
    match class {
        ContextClass::Participant => "takes part in the meeting",
        ContextClass::Neighbour => "linked from the same note",
        ContextClass::CoAttendee => "has met people of this note",
        ContextClass::Colleague => "belongs to the note's company",
        ContextClass::Vault => "known in the vault only, not in this context",
    }
}

fn agreement(level: Level, share: impl Fn() -> f64) -> Option<String> {
    Some(match level {
        Level::Exact => match share() {
            rare if rare * RARE < 1.0 => " equal, rare here".to_owned(),
            common if common * COMMON > 1.0 => " equal, common here".to_owned(),
            _ => " equal".to_owned(),
        },
        Level::Known => " known in this form".to_owned(),
        Level::Nickname => " is another form of the same name".to_owned(),
        Level::Sound => " sounds the same".to_owned(),
        Level::HandleClose => " almost the same in the handle".to_owned(),
        Level::Close => " almost the same".to_owned(),
        Level::Initial => ": the initial fits".to_owned(),
        Level::Fair => " somewhat alike".to_owned(),
        Level::Alike => " of like sounds".to_owned(),
        Level::FirstSound => ": only the first sound agrees".to_owned(),
        Level::Contradicted => " differs".to_owned(),
        Level::InitialConflict => ": the initial differs".to_owned(),
        Level::Absent => return None,
    })
}

fn clue(clue: Clue, equal: &str, conflict: &str) -> Option<String> {
    match clue {
        Clue::Absent => None,
        Clue::Equal => Some(equal.to_owned()),
        Clue::Conflict => Some(conflict.to_owned()),
    }
}

/// Bits to hundredths, for showing.
pub fn rounded(bits: f64) -> f64 {
    (bits * 100.0).round() / 100.0
}
