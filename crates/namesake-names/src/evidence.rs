//! What speaks for and against a candidate, as plain fragments for the user. The weights are `score`'s.

use namesake_language::{translatable, translated};

use super::compare::{Clue, ContextClass, Level};
use super::index::NameIndex;
use super::question::{Evidence, Plain};
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
        Some((class(score.class), bits.class, plain_class(score.class).map(Plain::Words))),
        first(score.first, first_share).map(|what| (what, bits.first, plain_first(score.first))),
        last(score.last, last_share).map(|what| (what, bits.last, plain_last(score.last))),
        clue(score.middle, translatable!("middle initial equal"), translatable!("middle initial differs"))
            .map(|what| (what, bits.middle, Some(Plain::Words(translatable!("Middle initial matches"))))),
        clue(
            score.company,
            translatable!("belongs to the company named"),
            translatable!("belongs to another company than the one named"),
        )
        .map(|what| (what, bits.company, Some(Plain::Words(translatable!("Works for the company named"))))),
        score.called.then(|| {
            let what = translatable!("speaks right before or after, where somebody is spoken to");
            (what, bits.called, Some(Plain::Words(translatable!("Speaks right before or after"))))
        }),
        score.named_already.then_some((
            translatable!("already named in this meeting by another surname"),
            bits.named,
            None,
        )),
    ]
    .into_iter()
    .flatten()
    .map(|(what, bits, plain)| Evidence { what: translated(what).into(), bits: rounded(bits), plain })
    .collect()
}

const fn plain_class(class: ContextClass) -> Option<&'static str> {
    Some(match class {
        ContextClass::Participant => translatable!("Took part"),
        ContextClass::Neighbour => translatable!("Linked from the same note"),
        ContextClass::CoAttendee => translatable!("Has met people of this note"),
        ContextClass::Colleague => translatable!("Works for this note’s company"),
        ContextClass::Vault => return None,
    })
}

const fn plain_first(level: Level) -> Option<Plain> {
    Some(match level {
        Level::Exact | Level::Known => Plain::Seen,
        Level::Nickname => Plain::Words(translatable!("First name in another form")),
        Level::Sound => Plain::Words(translatable!("First name sounds the same")),
        Level::HandleClose | Level::Close => Plain::Words(translatable!("First name almost matches")),
        Level::Initial => Plain::Words(translatable!("First initial fits")),
        Level::Fair | Level::Alike => Plain::Words(translatable!("First name sounds alike")),
        Level::FirstSound => Plain::Words(translatable!("First name begins alike")),
        Level::Contradicted | Level::InitialConflict | Level::Absent => return None,
    })
}

const fn plain_last(level: Level) -> Option<Plain> {
    Some(match level {
        Level::Exact | Level::Known => Plain::Seen,
        Level::Nickname => Plain::Words(translatable!("Surname in another form")),
        Level::Sound => Plain::Words(translatable!("Surname sounds the same")),
        Level::HandleClose | Level::Close => Plain::Words(translatable!("Surname almost matches")),
        Level::Initial => Plain::Words(translatable!("Surname’s initial fits")),
        Level::Fair | Level::Alike => Plain::Words(translatable!("Surname sounds alike")),
        Level::FirstSound => Plain::Words(translatable!("Surname begins alike")),
        Level::Contradicted | Level::InitialConflict | Level::Absent => return None,
    })
}

const fn class(class: ContextClass) -> &'static str {
    match class {
        ContextClass::Participant => translatable!("takes part in the meeting"),
        ContextClass::Neighbour => translatable!("linked from the same note"),
        ContextClass::CoAttendee => translatable!("has met people of this note"),
        ContextClass::Colleague => translatable!("belongs to the note's company"),
        ContextClass::Vault => translatable!("known in the vault only, not in this context"),
    }
}

/// How common a name is here that is written as the person's note has it.
enum Share {
    Rare,
    Usual,
    Common,
}

fn commonness(share: f64) -> Share {
    match share {
        rare if rare * RARE < 1.0 => Share::Rare,
        common if common * COMMON > 1.0 => Share::Common,
        _ => Share::Usual,
    }
}

fn first(level: Level, share: impl Fn() -> f64) -> Option<&'static str> {
    Some(match level {
        Level::Exact => match commonness(share()) {
            Share::Rare => translatable!("first name equal, rare here"),
            Share::Common => translatable!("first name equal, common here"),
            Share::Usual => translatable!("first name equal"),
        },
        Level::Known => translatable!("first name known in this form"),
        Level::Nickname => translatable!("first name is another form of the same name"),
        Level::Sound => translatable!("first name sounds the same"),
        Level::HandleClose => translatable!("first name almost the same in the handle"),
        Level::Close => translatable!("first name almost the same"),
        Level::Initial => translatable!("first name: the initial fits"),
        Level::Fair => translatable!("first name somewhat alike"),
        Level::Alike => translatable!("first name of like sounds"),
        Level::FirstSound => translatable!("first name: only the first sound agrees"),
        Level::Contradicted => translatable!("first name differs"),
        Level::InitialConflict => translatable!("first name: the initial differs"),
        Level::Absent => return None,
    })
}

fn last(level: Level, share: impl Fn() -> f64) -> Option<&'static str> {
    Some(match level {
        Level::Exact => match commonness(share()) {
            Share::Rare => translatable!("surname equal, rare here"),
            Share::Common => translatable!("surname equal, common here"),
            Share::Usual => translatable!("surname equal"),
        },
        Level::Known => translatable!("surname known in this form"),
        Level::Nickname => translatable!("surname is another form of the same name"),
        Level::Sound => translatable!("surname sounds the same"),
        Level::HandleClose => translatable!("surname almost the same in the handle"),
        Level::Close => translatable!("surname almost the same"),
        Level::Initial => translatable!("surname: the initial fits"),
        Level::Fair => translatable!("surname somewhat alike"),
        Level::Alike => translatable!("surname of like sounds"),
        Level::FirstSound => translatable!("surname: only the first sound agrees"),
        Level::Contradicted => translatable!("surname differs"),
        Level::InitialConflict => translatable!("surname: the initial differs"),
        Level::Absent => return None,
    })
}

const fn clue(clue: Clue, equal: &'static str, conflict: &'static str) -> Option<&'static str> {
    match clue {
        Clue::Absent => None,
        Clue::Equal => Some(equal),
        Clue::Conflict => Some(conflict),
    }
}

/// Bits to hundredths, for showing.
pub fn rounded(bits: f64) -> f64 {
    (bits * 100.0).round() / 100.0
}
