//! The principles: the least and the most probability that an answer may have, whatever its score. They are laid down,
//! not learned.

use super::alignment::{self, Alignment, Order};
use super::census;
use super::compare::{Clue, ContextClass, Level};
use super::context::Context;
use super::index::NameIndex;
use super::mention::{FullName, Origin, Reading};
use super::name_words::{LONG, is_long};
use super::question::Tier;
use super::question::{Candidate, Evidence, Question};
use super::record::Record;
use super::score::{Probe, Score};
use super::sound::Part;
use super::weights::{EXACT_FLOOR, HEARD_LAST, HEARD_TOGETHER, HOMONYM_MARGIN, SOUNDS_FLOOR, WORDS_FLOOR, ceiling};

/// A probability that a principle lays down, and why.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound {
    /// No less than this.
    Floor(f64, &'static str),
    /// No more than this.
    Ceiling(f64, &'static str),
}

impl Bound {
    /// Applies the bound to a candidate's probability; where that changes it, the reason is added to the evidence.
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
pub fn floor(scores: &[Score]) -> Option<Bound> {
    let [only] = scores else { return None };
    let exact =
        matches!(only.reading, Reading::Full(full) if full.whole && only.form.whole && only.form.is(&full.full));
    let conflict = [only.middle, only.company, only.ordinal].contains(&Clue::Conflict);
    ((exact || only.is_spelled) && !conflict)
        .then_some(Bound::Floor(EXACT_FLOOR, "the only person of exactly this name"))
}

/// The least of a participant whose name sounds like what was written.
pub fn floor_by_sound(one: &Score, all: &[Score], probe: &Probe, index: &NameIndex) -> Option<Bound> {
    let together = || Bound::Floor(SOUNDS_FLOOR, "takes part, and sounds like what was heard when read in one");
    lone_by_sound(one, all)
        .or_else(|| is_heard_together(one, all, probe, index).then(together))
        .or_else(|| index.record(one.id).and_then(|record| floor_by_words(one, record)))
}

/// Whether a participant's name is heard in other words, whose borders are elsewhere: “Lena heart steak” for Lena
/// Hartstieg. Recorders write what exists and sounds alike.
fn is_heard_together(one: &Score, all: &[Score], probe: &Probe, index: &NameIndex) -> bool {
    let Reading::Full(full) = one.reading else { return false };
    let is_long = index.record(one.id).is_some_and(|record| !record.words.is_empty());
    // More words than a name of two has: those behind the first may be the surname, cut to pieces.
    let is_cut = full.whole && full.words.len() >= LONG && one.last != Level::Exact;
    let is_lost = one.last.is_lost() || is_cut;
    if one.class != ContextClass::Participant || one.named_already || is_long || !is_lost {
        return false;
    }
    // Whose first name is written as it is goes before whose short form it may be.
    let has_it = |other: &Score| other.class == ContextClass::Participant && other.first == Level::Exact;
    if one.first != Level::Exact && all.iter().any(|other| other.id != one.id && has_it(other)) {
        return false;
    }
    let Some(last) = one.form.last.as_ref() else { return false };
    if matches!(one.first, Level::Exact | Level::Nickname) {
        return sounds_of(&full.last, last) >= HEARD_LAST;
    }
    let (Some(written), Some(known)) = (probe.together(), one.form.joined()) else { return false };
    probe.is_of_other_words() && sounds_of(written, known) >= HEARD_TOGETHER
}

/// How alike two parts sound, from 0 to 1.
fn sounds_of(one: &Part, other: &Part) -> f64 {
    strsim::normalized_levenshtein(one.sound(), other.sound())
}

/// A lone name that is garbled: the only participant whose first name sounds so is asked about. People who know one
/// another say first names only, and recorders spell them in one of many ways.
fn lone_by_sound(one: &Score, all: &[Score]) -> Option<Bound> {
    let is_heard = |score: &Score| {
        score.class == ContextClass::Participant
            && matches!(score.reading, Reading::Lone { .. })
            && (score.first.is_right() || score.first == Level::Fair)
    };
    let rivals = all.iter().filter(|other| other.id != one.id && is_heard(other)).count();
    (is_heard(one) && rivals <= 1).then_some(if rivals == 0 {
        Bound::Floor(SOUNDS_FLOOR, "the only participant whose name sounds like it")
    } else {
        Bound::Floor(SOUNDS_FLOOR / 2.0, "one of two participants whose names sound like it")
    })
}

/// The ceilings that principles put on a candidate among `all`.
pub fn ceilings(
    one: &Score,
    all: &[Score],
    probe: &Probe,
    question: &Question,
    context: &Context,
    index: &NameIndex,
) -> impl Iterator<Item = Bound> {
    let by_shape = match one.reading {
        Reading::Full(_) if is_heard_together(one, all, probe, index) && !is_by_context(one, probe, context, index) => {
            Some(Bound::Ceiling(ceiling::HEARD, "the words are other ones: for you to decide"))
        }
        Reading::Full(full) if index.record(one.id).is_some_and(|record| floor_by_words(one, record).is_some()) => None,
        Reading::Full(full) => full_name(full, one, || is_by_context(one, probe, context, index), question),
        Reading::Lone { .. } | Reading::Initials { .. } => lone(one, probe),
        Reading::Handle(_) => None,
    };
    let bits = one.total;
    let rivals = |other: &&Score| other.id != one.id && (other.total - bits).abs() < HOMONYM_MARGIN;
    let homonym = all.iter().find(rivals).map(|_| Bound::Ceiling(ceiling::HOMONYMS, "someone else fits as well"));
    let unseen = |other: &Score| same_agreement(one, other) && index.met(other.id).is_empty();
    let namesake = (only_met(one) && all.iter().any(|other| other.id != one.id && unseen(other)))
        .then_some(Bound::Ceiling(ceiling::HOMONYMS, "someone of the same name may have met them too"));
    let middle = (one.middle == Clue::Conflict)
        .then_some(Bound::Ceiling(ceiling::LONE_ELSEWHERE, "the middle initial differs: for you to decide"));
    let ordinal = (one.ordinal == Clue::Conflict).then_some(Bound::Ceiling(
        ceiling::LONE_ELSEWHERE,
        "the number or generation behind the name tells of a namesake: for you to decide",
    ));
    let real = another_real_name(one)
        .then_some(Bound::Ceiling(ceiling::LONE_ELSEWHERE, "what is written is a name of its own: for you to decide"));
    // A first name behind and none in front says that the order was turned.
    let is_proven =
        |full: &FullName| census::is_first_name(full.first.text()) && !census::is_first_name(full.last.text());
    let turned = matches!(one.reading, Reading::Full(full) if full.origin == Origin::Turned && !is_proven(full))
        .then_some(Bound::Ceiling(ceiling::LONE_ELSEWHERE, "the same words in the other order: for you to decide"));
    let is_written_so =
        || index.record(one.id).is_some_and(|record| record.forms.iter().any(|form| form.is(&probe.folded)));
    let lossy = matches!(one.reading, Reading::Full(full) if (full.origin == Origin::Lossy || one.form.lossy) && (probe.folded.is_ascii() || !is_written_so()))
        .then_some(Bound::Ceiling(ceiling::LONE_ELSEWHERE, "written in another script: for you to decide"));
    let numbered = (one.form.numbered && one.class != ContextClass::Participant).then_some(Bound::Ceiling(
        ceiling::LONE_ELSEWHERE,
        "the number in the note’s name tells of a namesake: for you to decide",
    ));
    let words = || index.record(one.id).and_then(|record| other_words(one, record));
    let words = if is_heard_together(one, all, probe, index) { None } else { words() };
    [by_shape, homonym, namesake, middle, ordinal, real, turned, lossy, numbered, words].into_iter().flatten()
}

/// Whether a part that is only like the person's is a real name. Recorders write real names where they can, and strangers
/// have them, so it proves neither a garble nor somebody else.
fn another_real_name(one: &Score) -> bool {
    let is_like = |level| matches!(level, Level::Sound | Level::Close | Level::Fair | Level::Alike | Level::FirstSound);
    let Reading::Full(full) = one.reading else { return false };
    is_like(one.first) && census::is_first_name(full.first.text())
        || is_like(one.last) && census::surname(full.last.text()).is_some()
}

/// All words of a long name agree, but for one at most.
fn floor_by_words(one: &Score, record: &Record) -> Option<Bound> {
    let Reading::Full(full) = one.reading else { return None };
    let found = alignment::best(&full.words, record)?;
    let is_whole = found.added == 0 && found.omitted <= 1 && found.is_much();
    (is_whole && !found.is_syllabic).then_some(Bound::Floor(WORDS_FLOOR, "all its words agree"))
}

/// Where a name is long, all its words count: to share a patronymic or the first of two family names proves little.
fn other_words(one: &Score, record: &Record) -> Option<Bound> {
    let Reading::Full(full) = one.reading else { return None };
    if one.is_spelled || full.whole && one.form.whole && one.form.is(&full.full) {
        return None;
    }
    // Names of two words on both sides are weighed by their parts.
    let is_of_two = |words: &[Part]| {
        let joined = || words.iter().map(Part::text).collect::<String>();
        !is_long(words) && one.form.is(&joined())
    };
    if !is_long(&full.words) && record.words.iter().any(|words| is_of_two(words)) {
        return None;
    }
    let found = alignment::best(&full.words, record)?;
    let (p, why) = match found {
        Alignment { added: 1.., omitted: 1.., order: Order::Rotated | Order::Other, .. } => {
            (ceiling::OTHER_WORDS, "a part of the name is another one")
        }
        Alignment { added: 1.., omitted: 1.., .. } => (ceiling::LOST, "a name between the first and the last differs"),
        Alignment { is_syllabic: true, added, omitted, .. } if added + omitted > 0 => {
            (ceiling::LOST, "a syllable more makes another name: for you to decide")
        }
        Alignment { added: 0, omitted: 0, order: Order::Other, .. } => {
            (ceiling::LONE_ELSEWHERE, "the words stand in another order: for you to decide")
        }
        Alignment { added, omitted, order, .. }
            if added + omitted > 1 || added + omitted == 1 && order != Order::Same =>
        {
            (ceiling::LONE_ELSEWHERE, "a part of the name is left out: for you to decide")
        }
        Alignment { is_vague: true, exact: 2.., added: 0, omitted: 0, is_syllabic: false, .. }
            if one.class == ContextClass::Participant =>
        {
            (ceiling::LONE_ELSEWHERE, "a part of the name is only somewhat alike: for you to decide")
        }
        Alignment { is_vague: true, .. } => (ceiling::LOST, "a part of the name is only somewhat alike"),
        Alignment { alike: 2.., .. } => {
            (ceiling::LONE_ELSEWHERE, "parts of the name are only alike: for you to decide")
        }
        _ => return None,
    };
    Some(Bound::Ceiling(p, why))
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
fn full_name(full: &FullName, best: &Score, by_context: impl Fn() -> bool, question: &Question) -> Option<Bound> {
    let (first, last) = (best.first, best.last);
    let contradicted = |level| matches!(level, Level::Contradicted | Level::InitialConflict);
    let takes_part = best.class == ContextClass::Participant;
    let both_lost = first.is_vague() && last.is_vague() && (first.is_lost() || last.is_lost());
    let elsewhere = best.class == ContextClass::Vault && !full.first_is_initial;
    // Where the person does not take part, a lost surname after a first name that is only similar says nothing.
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
    } else if [first, last].contains(&Level::Alike) {
        (ceiling::LONE_ELSEWHERE, "a part is of like sounds only: for you to decide")
    } else if elsewhere && [first, last].iter().any(|level| matches!(level, Level::Fair | Level::Alike)) {
        (ceiling::FAIR_ELSEWHERE, "only somewhat alike, and not in this context")
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
        return Some(Bound::Ceiling(ceiling::CONTRADICTED, "an initial differs"));
    }
    let near = best.is_spelled
        || best.class <= ContextClass::Neighbour
        || probe.company.is_some()
        || best.first == Level::Known;
    let why = "a lone name, and not of someone who takes part: for you to decide";
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
