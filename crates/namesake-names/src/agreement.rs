//! Compares a full name with a candidate beyond its first name and surname: by all words of a long name, and by the sound
//! of the whole. It is computed once for each candidate and sets bounds on its probability.

use namesake_language::translatable;

use super::alignment::{self, Alignment, Order};
use super::bound::Bound;
use super::compare::{ContextClass, Level};
use super::index::NameIndex;
use super::mention::{FullName, Reading};
use super::name_words::{LONG, is_long};
use super::record::Record;
use super::score::{Probe, Score};
use super::sound::Part;
use super::weights::{HEARD_LAST, HEARD_TOGETHER, SOUNDS_FLOOR, WORDS_FLOOR, ceiling};

/// How the words of a full name agree with those of a candidate.
#[derive(Debug, Clone, Copy, Default)]
pub struct Agreement {
    /// The best alignment; nothing where neither name is long.
    words: Option<Alignment>,
    /// Whether the candidate takes part and is heard in other words.
    is_heard: bool,
}

impl Agreement {
    /// Compares the mention with one candidate among `all`.
    pub fn of(one: &Score, all: &[Score], probe: &Probe, index: &NameIndex) -> Self {
        let (Reading::Full(full), Some(record)) = (one.reading, index.record(one.id)) else { return Self::default() };
        let is_heard = is_heard_together(one, record, all, probe);
        Self { words: alignment::best(&full.words, record).filter(|_| !is_weighed(one, full, record)), is_heard }
    }

    /// Whether the candidate takes part, and its name sounds like what was written when read in one.
    pub const fn is_heard(&self) -> bool {
        self.is_heard
    }

    /// Whether every word that is written may be one of the candidate's.
    pub fn adds_nothing(&self) -> bool {
        self.is_heard || self.words.is_none_or(|found| found.added == 0)
    }

    /// Whether all words of a long name agree, but for one at most.
    pub fn is_whole(&self) -> bool {
        self.words.is_some_and(|found| found.added == 0 && found.omitted <= 1 && found.is_much() && !found.is_syllabic)
    }

    /// The lowest probability that this agreement leaves the candidate.
    pub fn floor(&self) -> Option<Bound> {
        match () {
            () if self.is_heard => Some(Bound::Floor(
                SOUNDS_FLOOR,
                translatable!("takes part, and sounds like what was heard when read in one"),
            )),
            () if self.is_whole() => Some(Bound::Floor(WORDS_FLOOR, translatable!("all its words agree"))),
            () => None,
        }
    }

    /// The highest probability that this agreement leaves the candidate. In a long name every word counts: many people
    /// share a patronymic, or the first of two family names.
    pub fn ceiling(&self, one: &Score) -> Option<Bound> {
        if self.is_heard {
            return Some(Bound::Ceiling(ceiling::HEARD, translatable!("the words are other ones: for you to decide")));
        }
        let found = self.words?;
        let (p, why) = match found {
            Alignment { added: 1.., omitted: 1.., order: Order::Rotated | Order::Other, .. } => {
                (ceiling::OTHER_WORDS, translatable!("a part of the name is another one"))
            }
            Alignment { added: 1.., omitted: 1.., .. } => {
                (ceiling::LOST, translatable!("a name between the first and the last differs"))
            }
            Alignment { is_syllabic: true, added, omitted, .. } if added + omitted > 0 => {
                (ceiling::LOST, translatable!("a syllable more makes another name: for you to decide"))
            }
            Alignment { is_vague: true, omitted: 1.., .. } => {
                (ceiling::LOST, translatable!("a part of the name is only somewhat alike"))
            }
            Alignment { added: 0, omitted: 0, order: Order::Other, .. } => {
                (ceiling::LONE_ELSEWHERE, translatable!("the words stand in another order: for you to decide"))
            }
            Alignment { added, omitted, order, .. }
                if added + omitted > 1 || added + omitted == 1 && order != Order::Same =>
            {
                (ceiling::LONE_ELSEWHERE, translatable!("a part of the name is left out: for you to decide"))
            }
            Alignment { is_vague: true, exact: 2.., added: 0, omitted: 0, is_syllabic: false, .. }
                if one.class == ContextClass::Participant =>
            {
                (ceiling::LONE_ELSEWHERE, translatable!("a part of the name is only somewhat alike: for you to decide"))
            }
            Alignment { is_vague: true, .. } => {
                (ceiling::LOST, translatable!("a part of the name is only somewhat alike"))
            }
            Alignment { alike: 2.., .. } => {
                (ceiling::LONE_ELSEWHERE, translatable!("parts of the name are only alike: for you to decide"))
            }
            _ => return None,
        };
        Some(Bound::Ceiling(p, why))
    }
}

/// Whether first name and surname are enough: the mention is exactly the name, or both names have two words.
fn is_weighed(one: &Score, full: &FullName, record: &Record) -> bool {
    let is_of_two = |words: &[Part]| {
        let joined = || words.iter().map(Part::text).collect::<String>();
        !is_long(words) && one.form.is(&joined())
    };
    one.is_spelled
        || full.whole && one.form.whole && one.form.is(&full.full)
        || !is_long(&full.words) && record.words.iter().any(|words| is_of_two(words))
}

/// Whether a recorder may have split a participant's name into other words that sound alike: “Lena heart steak” for Lena
/// Hartstieg.
fn is_heard_together(one: &Score, record: &Record, all: &[Score], probe: &Probe) -> bool {
    let Reading::Full(full) = one.reading else { return false };
    let is_long = !record.words.is_empty();
    // More words than a name of two has: those behind the first may be the surname, cut to pieces.
    let is_cut = full.whole && full.words.len() >= LONG && one.last != Level::Exact;
    let is_lost = one.last.is_lost() || is_cut;
    if one.class != ContextClass::Participant || one.named_already || is_long || !is_lost {
        return false;
    }
    // Where another participant has the first name that is written, what is behind it tells too little.
    let has_it = |other: &Score| other.class == ContextClass::Participant && other.first == Level::Exact;
    if all.iter().any(|other| other.id != one.id && has_it(other)) {
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
