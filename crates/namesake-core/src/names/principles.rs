//! The principles: what an answer may reach at most, whatever its score says. They are laid down, not learned.

use super::compare::{Clue, Level, Place};
use super::context::Context;
use super::index::NameIndex;
use super::mention::{FullName, Reading};
use super::question::Question;
use super::score::{Heard, Weighed};
use super::weights::ceiling;
use crate::finding::Tier;

/// The most an answer may reach, and why, for the user.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ceiling {
    /// The probability it may reach.
    pub p: f64,
    /// The reason, as a plain English fragment.
    pub why: &'static str,
}

/// The lowest ceiling that some principle puts on the best candidate, if any does.
pub fn ceiling(
    best: &Weighed,
    second: Option<&Weighed>,
    heard: &Heard,
    question: &Question,
    context: &Context,
    index: &NameIndex,
) -> Option<Ceiling> {
    let by_shape = match best.reading {
        Reading::Full(full) => full_name(full, best, || only_of_that_name(best, heard, context, index), question),
        Reading::Lone { .. } | Reading::Initials { .. } => lone(best, heard),
        Reading::Handle(_) => None,
    };
    let homonym = second
        .filter(|second| (best.bits.total() - second.bits.total()).abs() < super::weights::HOMONYM_MARGIN)
        .map(|_| Ceiling { p: ceiling::HOMONYMS, why: "someone else fits as well" });
    let middle = (best.middle == Clue::Conflict)
        .then_some(Ceiling { p: ceiling::LONE_ELSEWHERE, why: "the middle initial differs: for you to decide" });
    [by_shape, homonym, middle].into_iter().flatten().min_by(|a, b| a.p.total_cmp(&b.p))
}

/// Principles 2 and 5: contradicted parts, and "first name right, surname lost".
fn full_name(full: &FullName, best: &Weighed, alone: impl Fn() -> bool, question: &Question) -> Option<Ceiling> {
    let (first, last) = (best.first, best.last);
    let contradicted = |level| matches!(level, Level::Contradicted | Level::InitialConflict);
    let takes_part = best.place == Place::Participant;
    let (p, why) = if first.is_lost() && last.is_lost() {
        (ceiling::BOTH_LOST, "neither name agrees")
    } else if contradicted(first) || contradicted(last) {
        (ceiling::CONTRADICTED, "a part of the name is contradicted")
    } else if last == Level::FirstSound && (!takes_part || best.named_already) {
        (ceiling::LOST_ELSEWHERE, "surname lost, and the context does not single this person out")
    } else if last == Level::FirstSound && matches!(first, Level::Exact | Level::Nickname) && alone() {
        let p = match question.lost_surname {
            Tier::Auto => ceiling::LOST_SURNAME_AUTO,
            Tier::Review => ceiling::LOST_SURNAME_REVIEW,
        };
        (p, "the only participant of that first name, but the surname is lost: for you to decide")
    } else if first == Level::FirstSound || last == Level::FirstSound || last == Level::Absent {
        (ceiling::LOST, "a part of the name is lost: for you to decide")
    } else if best.place == Place::Vault && [first, last].contains(&Level::Fair) && !full.first_is_initial {
        (ceiling::FAIR_ELSEWHERE, "only somewhat alike, and not in this context")
    } else {
        return None;
    };
    Some(Ceiling { p, why })
}

/// Principle 4: a lone name or initials need participants or neighbours, or the company beside them.
fn lone(best: &Weighed, heard: &Heard) -> Option<Ceiling> {
    if [best.first, best.last].contains(&Level::InitialConflict) {
        return Some(Ceiling { p: ceiling::CONTRADICTED, why: "an initial differs" });
    }
    let near = best.place <= Place::Neighbour || heard.company.is_some() || best.first == Level::Known;
    (!near).then_some(Ceiling {
        p: ceiling::LONE_ELSEWHERE,
        why: "a lone name, and not of someone who takes part: for you to decide",
    })
}

/// Whether no other participant's first name would do as well.
fn only_of_that_name(best: &Weighed, heard: &Heard, context: &Context, index: &NameIndex) -> bool {
    let fits = |id| {
        let Some(record) = index.record(id) else { return false };
        record.forms.iter().filter(|form| form.scope.is_empty()).any(|form| {
            (0..heard.mention.readings.len()).any(|reading| heard.levels(reading, record, form).0.is_right())
        })
    };
    !context.participants().iter().any(|id| *id != best.id && fits(*id))
}
