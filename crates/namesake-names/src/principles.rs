//! The principles: the least and the most probability that an answer may have, whatever its score. They are laid down,
//! not learned.

use namesake_language::translatable;

use super::agreement::Agreement;
use super::bound::Bound;
use super::census;
use super::compare::{Clue, ContextClass, Level};
use super::context::Context;
use super::index::NameIndex;
use super::mention::{FullName, Origin, Reading};
use super::ordinary::is_ordinary;
use super::question::Question;
use super::question::Tier;
use super::score::{Probe, Score};
use super::sound::Part;
use super::weights::{EXACT_FLOOR, HEARD_CALLED, HOMONYM_MARGIN, SOUNDS_FLOOR, ceiling};

/// Principle 1: exactly the name of one person, and nothing beside it that conflicts.
pub fn floor(scores: &[Score]) -> Option<Bound> {
    let [only] = scores else { return None };
    let exact =
        matches!(only.reading, Reading::Full(full) if full.whole && only.form.whole && only.form.is(&full.full));
    let conflict = [only.middle, only.company, only.ordinal].contains(&Clue::Conflict);
    ((exact || only.is_spelled) && !conflict)
        .then_some(Bound::Floor(EXACT_FLOOR, translatable!("the only person of exactly this name")))
}

/// A lone name that is garbled: the only participant whose first name sounds so is asked about. People who know one
/// another say first names only, and recorders spell them in one of many ways.
pub fn lone_by_sound(one: &Score, all: &[Score]) -> Option<Bound> {
    let is_heard = |score: &Score| {
        score.class == ContextClass::Participant
            && matches!(score.reading, Reading::Lone { .. })
            && (score.first.is_right() || score.first == Level::Fair)
            && !is_another_word(score)
    };
    if one.class == ContextClass::Participant && may_be_called(one) && !all.iter().any(|other| other.first.is_right()) {
        let why = translatable!("sounds somewhat like it, and speaks right before or after: for you to decide");
        return Some(Bound::Floor(SOUNDS_FLOOR, why));
    }
    let rivals = all.iter().filter(|other| other.id != one.id && is_heard(other)).count();
    (is_heard(one) && rivals <= 1).then_some(if rivals == 0 {
        Bound::Floor(SOUNDS_FLOOR, translatable!("the only participant whose name sounds like it"))
    } else {
        Bound::Floor(SOUNDS_FLOOR / 2.0, translatable!("one of two participants whose names sound like it"))
    })
}

/// Whether a lone word is an ordinary one, is not exactly a name of the person, and nothing says that it is a name.
fn is_another_word(one: &Score) -> bool {
    let Reading::Lone { word, .. } = one.reading else { return false };
    let is_name = |level| matches!(level, Level::Exact | Level::Known | Level::Nickname);
    !one.called && !is_name(one.first) && !is_name(one.last) && is_ordinary(word.text())
}

/// Whether a word in the place of a name may be the first name of the person who was spoken to there.
fn may_be_called(one: &Score) -> bool {
    let Reading::Lone { word, .. } = one.reading else { return false };
    let sounds = || strsim::normalized_levenshtein(word.classes(), one.form.first.classes());
    one.called && (!matches!(one.first, Level::Contradicted) && !one.first.is_lost() || sounds() >= HEARD_CALLED)
}

/// The ceilings that principles put on a candidate among `all`.
pub fn ceilings(
    one: &Score,
    all: &[Score],
    agreement: &Agreement,
    by_context: bool,
    probe: &Probe,
    question: &Question,
    index: &NameIndex,
) -> impl Iterator<Item = Bound> {
    let by_shape = match one.reading {
        // What all words say goes before what the two parts say.
        Reading::Full(_) if agreement.is_whole() || agreement.is_heard() && !by_context => None,
        Reading::Full(full) => full_name(full, one, by_context, question),
        Reading::Lone { .. } | Reading::Initials { .. } => lone(one, probe),
        Reading::Handle(_) => None,
    };
    let bits = one.total;
    let rivals = |other: &&Score| other.id != one.id && (other.total - bits).abs() < HOMONYM_MARGIN;
    let homonym =
        all.iter().find(rivals).map(|_| Bound::Ceiling(ceiling::HOMONYMS, translatable!("someone else fits as well")));
    let unseen = |other: &Score| same_agreement(one, other) && index.met(other.id).is_empty();
    let namesake = (only_met(one) && all.iter().any(|other| other.id != one.id && unseen(other)))
        .then_some(Bound::Ceiling(ceiling::HOMONYMS, translatable!("someone of the same name may have met them too")));
    let middle = (one.middle == Clue::Conflict).then_some(Bound::Ceiling(
        ceiling::LONE_ELSEWHERE,
        translatable!("the middle initial differs: for you to decide"),
    ));
    let ordinal = (one.ordinal == Clue::Conflict).then_some(Bound::Ceiling(
        ceiling::LONE_ELSEWHERE,
        translatable!("the number or generation behind the name tells of a namesake: for you to decide"),
    ));
    let real = another_real_name(one).then_some(Bound::Ceiling(
        ceiling::LONE_ELSEWHERE,
        translatable!("what is written is a name of its own: for you to decide"),
    ));
    // A first name behind and none in front says that the order was turned.
    let is_proven =
        |full: &FullName| census::is_first_name(full.first.text()) && !census::is_first_name(full.last.text());
    let turned = matches!(one.reading, Reading::Full(full) if full.origin == Origin::Turned && !is_proven(full))
        .then_some(Bound::Ceiling(
            ceiling::LONE_ELSEWHERE,
            translatable!("the same words in the other order: for you to decide"),
        ));
    let is_called = |id| index.record(id).is_some_and(|record| record.forms.iter().any(|form| form.is(&probe.folded)));
    let is_written_so = || is_called(one.id);
    // A part of a name means somebody near, or whoever has no other name.
    let another = |other: &Score| other.id != one.id && is_called(other.id);
    let anothers = (matches!(one.reading, Reading::Lone { .. }) && all.iter().any(another) && !is_written_so())
        .then_some(Bound::Ceiling(
            ceiling::LONE_ELSEWHERE,
            translatable!("somebody else is called just that: for you to decide"),
        ));
    let lossy = matches!(one.reading, Reading::Full(full) if (full.origin == Origin::Lossy || one.form.lossy) && (probe.folded.is_ascii() || !is_written_so()))
        .then_some(Bound::Ceiling(ceiling::LONE_ELSEWHERE, translatable!("written in another script: for you to decide")));
    let numbered = (one.form.numbered && one.class != ContextClass::Participant).then_some(Bound::Ceiling(
        ceiling::LONE_ELSEWHERE,
        translatable!("the number in the note’s name tells of a namesake: for you to decide"),
    ));
    // Principle 5 decides where every word that is written may be one of the person's.
    let words = agreement.ceiling(one).filter(|_| !(by_context && agreement.adds_nothing()));
    let ordinary = is_another_word(one).then_some(Bound::Ceiling(
        ceiling::ORDINARY,
        translatable!("an ordinary word, and not where somebody is spoken to"),
    ));
    [by_shape, ordinary, homonym, namesake, middle, ordinal, real, turned, lossy, numbered, anothers, words]
        .into_iter()
        .flatten()
}

/// Whether a part that is only like the person's is a real name. Recorders write real names where they can, and strangers
/// have them, so it proves neither a garble nor somebody else.
fn another_real_name(one: &Score) -> bool {
    let is_like = |level| matches!(level, Level::Sound | Level::Close | Level::Fair | Level::Alike | Level::FirstSound);
    let Reading::Full(full) = one.reading else { return false };
    is_like(one.first) && census::is_first_name(full.first.text())
        || is_like(one.last) && census::is_surname(full.last.text())
}

/// Whether a surname is lost, a first name is only like the person's, and both are real ones of their own. A beginning of the
/// person's first name may be a short form that no table has.
fn is_another_name(full: &FullName, best: &Score) -> bool {
    let is_short = || best.form.first.text().starts_with(full.first.text());
    let is_real = || census::is_first_name(full.first.text()) && census::is_surname(full.last.text());
    best.last == Level::FirstSound && matches!(best.first, Level::Close | Level::Fair) && is_real() && !is_short()
}

/// Principle 3: a meeting in which namesakes could not be told apart counts for neither. To have met these people
/// decides nothing against a namesake of whom no meeting is known.
fn only_met(one: &Score) -> bool {
    one.class == ContextClass::CoAttendee && one.company != Clue::Equal
}

fn same_agreement(one: &Score, other: &Score) -> bool {
    (one.first, one.last, one.middle, one.company) == (other.first, other.last, other.middle, other.company)
}

/// Principle 5: "first name right, surname lost", of the only participant of that first name.
pub fn is_by_context(one: &Score, probe: &Probe, context: &Context, index: &NameIndex) -> bool {
    matches!(one.reading, Reading::Full(_))
        && matches!(one.first, Level::Exact | Level::Nickname)
        && one.last == Level::FirstSound
        && one.class == ContextClass::Participant
        && !one.named_already
        && only_of_that_name(one, probe, context, index)
}

/// Principles 2 and 5: contradicted parts, and "first name right, surname lost".
fn full_name(full: &FullName, best: &Score, by_context: bool, question: &Question) -> Option<Bound> {
    let (first, last) = (best.first, best.last);
    let contradicted = |level| matches!(level, Level::Contradicted | Level::InitialConflict);
    let takes_part = best.class == ContextClass::Participant;
    let both_lost = first.is_vague() && last.is_vague() && (first.is_lost() || last.is_lost());
    let elsewhere = best.class == ContextClass::Vault && !full.first_is_initial;
    // Where the person does not take part, a lost surname after a first name that is only similar says nothing.
    let lost_elsewhere = last == Level::FirstSound && (!takes_part || best.named_already);
    let (p, why) = if both_lost || (lost_elsewhere && first != Level::Exact) {
        (ceiling::BOTH_LOST, translatable!("neither name agrees"))
    } else if contradicted(first) || contradicted(last) || is_another_name(full, best) {
        (ceiling::CONTRADICTED, translatable!("a part of the name is contradicted"))
    } else if lost_elsewhere {
        (ceiling::LOST_ELSEWHERE, translatable!("surname lost, and the context does not single this person out"))
    } else if by_context {
        match question.lost_surname {
            Tier::Auto => (
                ceiling::LOST_SURNAME_AUTO,
                translatable!("the only participant of that first name; the surname is lost"),
            ),
            Tier::Review => (
                ceiling::LOST_SURNAME_REVIEW,
                translatable!("the only participant of that first name, but the surname is lost: for you to decide"),
            ),
        }
    } else if [first, last].contains(&Level::FirstSound) || last == Level::Absent || begins_otherwise(full, best) {
        (ceiling::LOST, translatable!("part of it is lost: for you to decide"))
    } else if [first, last].contains(&Level::Alike) {
        (ceiling::LONE_ELSEWHERE, translatable!("a part is of like sounds only: for you to decide"))
    } else if elsewhere && [first, last].iter().any(|level| matches!(level, Level::Fair | Level::Alike)) {
        (ceiling::FAIR_ELSEWHERE, translatable!("only somewhat alike, and not in this context"))
    } else {
        return None;
    };
    Some(Bound::Ceiling(p, why))
}

/// Whether a part is alike but begins with another sound: the beginning is what listeners hear best.
fn begins_otherwise(full: &FullName, best: &Score) -> bool {
    let otherwise = |level, written: &Part, known: &Part| {
        level == Level::Alike && written.classes().chars().next() != known.classes().chars().next()
    };
    otherwise(best.first, &full.first, &best.form.first)
        || best.form.last.as_ref().is_some_and(|known| otherwise(best.last, &full.last, known))
}

/// Principle 4: a lone name or initials need participants or neighbours, or the company beside them.
fn lone(best: &Score, probe: &Probe) -> Option<Bound> {
    if [best.first, best.last].contains(&Level::InitialConflict) {
        return Some(Bound::Ceiling(ceiling::CONTRADICTED, translatable!("an initial differs")));
    }
    let near = best.is_spelled
        || best.class <= ContextClass::Neighbour
        || probe.company.is_some()
        || best.first == Level::Known;
    let why = translatable!("a lone name of somebody absent: for you to decide");
    (!near).then_some(Bound::Ceiling(ceiling::LONE_ELSEWHERE, why))
}

/// Whether no other participant's first name fits as well.
fn only_of_that_name(best: &Score, probe: &Probe, context: &Context, index: &NameIndex) -> bool {
    let fits = |id| {
        let Some(record) = index.record(id) else { return false };
        record.forms.iter().filter(|form| form.scope.is_empty()).any(|form| {
            (0..probe.mention.readings.len()).any(|reading| probe.levels(reading, record, form).0.is_right())
        })
    };
    !context.participants().iter().any(|id| *id != best.id && fits(*id))
}
