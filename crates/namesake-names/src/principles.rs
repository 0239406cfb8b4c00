//! The principles: what an answer reaches at least or at most, whatever its score says. Laid down, not learned.

use super::compare::{Clue, Level, Place};
use super::context::Context;
use super::index::NameIndex;
use super::mention::{FullName, Reading};
use super::question::{Candidate, Evidence, Question};
use super::score::{Heard, Weighed};
use super::sound::Part;
use super::weights::{EXACT_FLOOR, HOMONYM_MARGIN, ceiling};
use crate::Tier;

/// A probability that a principle lays down, and why.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound {
    /// No less than this.
    Floor(f64, &'static str),
    /// No more than this.
    Ceiling(f64, &'static str),
}

impl Bound {
    /// Holds a candidate to the bound; where that changes something, the reason joins the evidence.
    pub fn apply(self, candidate: &mut Candidate) {
        let (p, what) = match self {
            Self::Floor(p, what) if candidate.p < p => (p, what),
            Self::Ceiling(p, what) if candidate.p > p => (p, what),
            _ => return,
        };
        candidate.p = p;
        candidate.evidence.push(Evidence { what: what.to_owned(), bits: 0.0 });
    }
}

/// Principle 1: exactly the name of one person, and nothing beside it that conflicts.
pub fn floor(weighed: &[Weighed]) -> Option<Bound> {
    let [only] = weighed else { return None };
    let exact =
        matches!(only.reading, Reading::Full(full) if full.whole && only.form.whole && only.form.is(&full.full));
    let conflict = [only.middle, only.company].contains(&Clue::Conflict);
    (exact && !conflict).then_some(Bound::Floor(EXACT_FLOOR, "the only person of exactly this name"))
}

/// The ceilings that principles put on a candidate among `all`.
pub fn ceilings(
    one: &Weighed,
    all: &[Weighed],
    heard: &Heard,
    question: &Question,
    context: &Context,
    index: &NameIndex,
) -> impl Iterator<Item = Bound> {
    let by_shape = match one.reading {
        Reading::Full(full) => full_name(full, one, || is_by_context(one, heard, context, index), question),
        Reading::Lone { .. } | Reading::Initials { .. } => lone(one, heard),
        Reading::Handle(_) => None,
    };
    let bits = one.total;
    let rivals = |other: &&Weighed| other.id != one.id && (other.total - bits).abs() < HOMONYM_MARGIN;
    let homonym = all.iter().find(rivals).map(|_| Bound::Ceiling(ceiling::HOMONYMS, "someone else fits as well"));
    let unseen = |other: &Weighed| same_agreement(one, other) && index.met(other.id).is_empty();
    let namesake = (only_met(one) && all.iter().any(|other| other.id != one.id && unseen(other)))
        .then_some(Bound::Ceiling(ceiling::HOMONYMS, "someone of the same name may have met them too"));
    let middle = (one.middle == Clue::Conflict)
        .then_some(Bound::Ceiling(ceiling::LONE_ELSEWHERE, "the middle initial differs: for you to decide"));
    let numbered = (one.form.numbered && one.place != Place::Participant).then_some(Bound::Ceiling(
        ceiling::LONE_ELSEWHERE,
        "the number in the note’s name tells of a namesake: for you to decide",
    ));
    [by_shape, homonym, namesake, middle, numbered].into_iter().flatten()
}

/// Principle 3: a meeting in which namesakes could not be told apart counts for neither. That one of them has met these
/// people decides nothing against a namesake of whom no meeting is known at all.
fn only_met(one: &Weighed) -> bool {
    one.place == Place::CoAttendee && one.company != Clue::Equal
}

fn same_agreement(one: &Weighed, other: &Weighed) -> bool {
    (one.first, one.last, one.middle, one.company) == (other.first, other.last, other.middle, other.company)
}

/// Principle 5: "first name right, surname lost", of the only participant of that first name.
pub fn is_by_context(one: &Weighed, heard: &Heard, context: &Context, index: &NameIndex) -> bool {
    matches!(one.reading, Reading::Full(_))
        && matches!(one.first, Level::Exact | Level::Nickname)
        && one.last == Level::FirstSound
        && one.place == Place::Participant
        && !one.named_already
        && only_of_that_name(one, heard, context, index)
}

/// Principles 2 and 5: contradicted parts, and "first name right, surname lost".
fn full_name(full: &FullName, best: &Weighed, by_context: impl Fn() -> bool, question: &Question) -> Option<Bound> {
    let (first, last) = (best.first, best.last);
    let contradicted = |level| matches!(level, Level::Contradicted | Level::InitialConflict);
    let takes_part = best.place == Place::Participant;
    let both_lost = first.is_vague() && last.is_vague() && (first.is_lost() || last.is_lost());
    let elsewhere = best.place == Place::Vault && !full.first_is_initial;
    // Of somebody who is not there, a surname that is lost behind a first name that is only like theirs says nothing.
    let lost_elsewhere = last == Level::FirstSound && (!takes_part || best.named_already);
    let (p, why) = if both_lost || (lost_elsewhere && first != Level::Exact) {
        (ceiling::BOTH_LOST, "neither name agrees")
    } else if contradicted(first) || contradicted(last) {
        (ceiling::CONTRADICTED, "a part of the name is contradicted")
    } else if lost_elsewhere {
        (ceiling::LOST_ELSEWHERE, "surname lost, and the context does not single this person out")
    } else if by_context() {
        match question.lost_surname {
            Tier::Auto => (ceiling::LOST_SURNAME_AUTO, "the only participant of that first name; the surname is lost"),
            Tier::Review => (
                ceiling::LOST_SURNAME_REVIEW,
                "the only participant of that first name, but the surname is lost: for you to decide",
            ),
        }
    } else if [first, last].contains(&Level::FirstSound) || last == Level::Absent || begins_otherwise(full, best) {
        (ceiling::LOST, "a part of the name is lost: for you to decide")
    } else if elsewhere && [first, last].iter().any(|level| matches!(level, Level::Fair | Level::Alike)) {
        (ceiling::FAIR_ELSEWHERE, "only somewhat alike, and not in this context")
    } else {
        return None;
    };
    Some(Bound::Ceiling(p, why))
}

/// Whether a part is alike but for how it begins: that is heard best.
fn begins_otherwise(full: &FullName, best: &Weighed) -> bool {
    let otherwise = |level, written: &Part, known: &Part| {
        level == Level::Alike && written.classes().chars().next() != known.classes().chars().next()
    };
    otherwise(best.first, &full.first, &best.form.first)
        || best.form.last.as_ref().is_some_and(|known| otherwise(best.last, &full.last, known))
}

/// Principle 4: a lone name or initials need participants or neighbours, or the company beside them.
fn lone(best: &Weighed, heard: &Heard) -> Option<Bound> {
    if [best.first, best.last].contains(&Level::InitialConflict) {
        return Some(Bound::Ceiling(ceiling::CONTRADICTED, "an initial differs"));
    }
    let near = best.place <= Place::Neighbour || heard.company.is_some() || best.first == Level::Known;
    let why = "a lone name, and not of someone who takes part: for you to decide";
    (!near).then_some(Bound::Ceiling(ceiling::LONE_ELSEWHERE, why))
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
