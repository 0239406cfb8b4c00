//! How well two name parts agree, as one of a few levels. What a level is worth is left to `weights`.

use strsim::{jaro_winkler, normalized_levenshtein};

use super::sound::{Letters, Part};

/// How a written name part agrees with a known one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// The same letters.
    Exact,
    /// A handle, or an alias of one word, that the person is known by.
    Known,
    /// A short form or its full name.
    Nickname,
    /// Another spelling of the same sound.
    Sound,
    /// A handle that is almost the full name.
    HandleClose,
    /// Almost the same letters.
    Close,
    /// An initial that fits.
    Initial,
    /// Somewhat alike.
    Fair,
    /// Spelt otherwise, but of sounds that a listener takes for one another.
    Alike,
    /// Only the first sound is of the same class.
    FirstSound,
    /// The mention, or the person, has no such part.
    Absent,
    /// Another name.
    Contradicted,
    /// An initial that does not fit.
    InitialConflict,
}

impl Level {
    /// Whether what was written is another name, or the same one misheard or misspelt. Nobody can tell which.
    pub const fn is_misheard(self) -> bool {
        match self {
            Self::Exact | Self::Known | Self::Nickname | Self::Initial | Self::Absent => false,
            Self::Sound
            | Self::HandleClose
            | Self::Close
            | Self::Fair
            | Self::Alike
            | Self::FirstSound
            | Self::Contradicted
            | Self::InitialConflict => true,
        }
    }

    /// How good the level is, for choosing between a person's forms.
    pub fn rank(self) -> f64 {
        match self {
            Self::Exact | Self::Known => 9.0,
            Self::Nickname => 7.0,
            Self::Sound | Self::HandleClose => 6.0,
            Self::Close => 5.0,
            Self::Initial => 4.0,
            Self::Fair => 3.0,
            Self::Alike => 2.0,
            Self::FirstSound => 1.5,
            Self::Absent => 1.0,
            Self::Contradicted => 0.0,
            Self::InitialConflict => -3.0,
        }
    }

    /// Whether the part counts as the right one.
    pub fn is_right(self) -> bool {
        matches!(self, Self::Exact | Self::Known | Self::Nickname | Self::Sound | Self::HandleClose | Self::Close)
    }

    /// Whether hardly anything of the part is left.
    pub fn is_lost(self) -> bool {
        matches!(self, Self::FirstSound | Self::Contradicted)
    }

    /// Whether the part is lost, or can at most be probe.
    pub fn is_vague(self) -> bool {
        self == Self::Alike || self.is_lost()
    }
}

/// How near a candidate is to a mention, the nearest class first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContextClass {
    /// Takes part in the meeting.
    Participant,
    /// Linked from the same note.
    Neighbour,
    /// Has met someone of the above.
    CoAttendee,
    /// Belongs to the note's company.
    Colleague,
    /// Anywhere else in the vault.
    Vault,
}

/// How an extra clue agrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clue {
    /// One side says nothing.
    Absent,
    /// Both say the same.
    Equal,
    /// They disagree.
    Conflict,
}

/// The level of two parts by spelling and sound. Thresholds are the reference scorer's.
pub fn level(written: &Part, known: &Part) -> Level {
    if written == known {
        return Level::Exact;
    }
    match likeness(written, known) {
        Level::Sound | Level::Close | Level::Fair | Level::Alike if !has_numbers_of(written, known) => {
            Level::Contradicted
        }
        found => found,
    }
}

/// Whether both have the same digits. A number tells namesakes apart.
fn has_numbers_of(one: &Part, other: &Part) -> bool {
    let digits = |part: &Part| part.text().bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>();
    digits(one) == digits(other)
}

fn likeness(written: &Part, known: &Part) -> Level {
    let same_start = written.first_sound == known.first_sound;
    let enough = written.letters().count() > 2;
    let same_sound = written.sounds() == known.sounds() && written.sound() == known.sound();
    if same_sound || (enough && same_start && written.has_bones_of(known)) {
        return Level::Sound;
    }
    let shared = written.letters().shared_at_most(known.letters());
    let letters = letters_alike(written, known, shared);
    let sounds = sounds_alike(written, known);
    if letters >= 0.93 || sounds >= 0.78 || one_slip(written, known, shared) {
        Level::Close
    } else if letters >= FAIR_LETTERS || sounds >= FAIR_SOUNDS {
        Level::Fair
    } else if classes_alike(written, known) {
        Level::Alike
    } else if written.begins_as(known) {
        Level::FirstSound
    } else {
        Level::Contradicted
    }
}

/// From this Jaro-Winkler similarity of their letters on, two parts are somewhat alike.
const FAIR_LETTERS: f64 = 0.86;
/// From this Levenshtein similarity of their sounds on, two parts are somewhat alike.
const FAIR_SOUNDS: f64 = 0.62;
/// A bound that is computed in another way may be this much below the similarity itself.
const ROUNDING: f64 = 1e-9;

/// Jaro-Winkler similarity, or 0 where the words share too few letters to reach [`FAIR_LETTERS`]: most candidates are
/// unlike the mention, and are spared the full comparison.
fn letters_alike(one: &Part, other: &Part, shared: u32) -> f64 {
    let (long, short) = one.letters().lengths(other.letters());
    // With four letters at the start the same, which is the most that counts, it takes a Jaro similarity of .766.
    if 1000 * shared * (long + short) < 1298 * long * short {
        return 0.0;
    }
    let same_start = one.text().chars().zip(other.text().chars()).take(4).take_while(|(a, b)| a == b).map(|_| 1).sum();
    if alike_at_most(one.letters(), other.letters(), same_start) < FAIR_LETTERS {
        0.0
    } else {
        jaro_winkler(one.text(), other.text())
    }
}

/// An upper bound of the Jaro-Winkler similarity of two words with these letters, whose first `start` letters, at most
/// four, are the same.
pub fn alike_at_most(one: Letters, other: Letters, start: u32) -> f64 {
    let (long, short) = one.lengths(other);
    let share = |of: u32| f64::from(one.shared_at_most(other)) / f64::from(of);
    let jaro = (share(short) + share(long) + 1.0) / 3.0;
    // The first four letters can each bring it a tenth nearer to 1.
    jaro + 0.1 * f64::from(start) * (1.0 - jaro) + ROUNDING
}

/// Levenshtein similarity, or 0 where the words share too few sounds to reach [`FAIR_SOUNDS`].
fn sounds_alike(one: &Part, other: &Part) -> f64 {
    let (long, _) = one.sounds().lengths(other.sounds());
    // A little less than `FAIR_SOUNDS`: what is passed on is compared once more.
    if 100 * one.sounds().shared_at_most(other.sounds()) < 61 * long {
        0.0
    } else {
        normalized_levenshtein(one.sound(), other.sound())
    }
}

/// Whether less than a quarter of the sounds is lost or of another class. The count of shared classes is an upper
/// bound, and is cheaper to look at first.
fn classes_alike(one: &Part, other: &Part) -> bool {
    let (long, _) = one.kinds().lengths(other.kinds());
    4 * one.kinds().shared_at_most(other.kinds()) > 3 * long
        && normalized_levenshtein(one.classes(), other.classes()) > 0.75
}

/// Whether two longer parts differ by one letter left out, put in, taken for another or swapped with its neighbour.
fn one_slip(one: &Part, other: &Part, shared: u32) -> bool {
    let (long, short) = one.letters().lengths(other.letters());
    // After one slip at most one letter is in one word only.
    let may_be = short > 4 && long - short <= 1 && 2 * shared > short && shared + 1 >= long;
    may_be && at_most_one_slip(one.text(), other.text())
}

/// Whether the words differ by at most one letter, or by two swapped ones, between their common beginning and end.
fn at_most_one_slip(one: &str, other: &str) -> bool {
    let same = |(a, b): &(char, char)| a == b;
    let start: usize = one.chars().zip(other.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (one, other) = (&one[start..], &other[start..]);
    let end: usize = one.chars().rev().zip(other.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (mut one, mut other) = (one[..one.len() - end].chars(), other[..other.len() - end].chars());
    match [one.next(), one.next(), other.next(), other.next()] {
        [_, None, _, None] => true,
        [a, b, c, d] => (a, b) == (d, c) && one.next().is_none() && other.next().is_none(),
    }
}

/// The level of two first names, where `family` holds the names that belong together with the written one: short
/// forms count, and so does a name cut short.
pub fn first_name_level(written: &Part, family: &[&str], known: &Part) -> Level {
    if written == known {
        return Level::Exact;
    }
    if family.iter().any(|name| name.len() == known.length() && *name == known.text()) {
        return Level::Nickname;
    }
    let found = level(written, known);
    let (_, shorter) = written.letters().lengths(known.letters());
    let cut = || written.text().starts_with(known.text()) || known.text().starts_with(written.text());
    if found.is_vague() && shorter >= 3 && cut() {
        Level::Close
    } else if found == Level::FirstSound && is_half_lost(written, known) {
        // Many people of one family, or of one country, share a surname. Of first names that were misheard one in thirty
        // has lost more than half of its sounds; of others that begin alike two in three.
        Level::Contradicted
    } else {
        found
    }
}

/// Whether more than half of the sounds is lost or of another class.
fn is_half_lost(one: &Part, other: &Part) -> bool {
    let (long, _) = one.kinds().lengths(other.kinds());
    2 * one.kinds().shared_at_most(other.kinds()) < long || normalized_levenshtein(one.classes(), other.classes()) < 0.5
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(text: &str) -> Part {
        Part::new(text.into()).unwrap()
    }

    fn alike(one: &Part, other: &Part) -> f64 {
        letters_alike(one, other, one.letters().shared_at_most(other.letters()))
    }

    fn at(written: &str, known: &str) -> Level {
        level(&part(written), &part(known))
    }

    #[test]
    fn levels_from_equal_to_contradicted() {
        assert_eq!(at("benoit", "benoit"), Level::Exact);
        assert_eq!(at("schmidt", "shmit"), Level::Sound);
        assert_eq!(at("vansiver", "vanskiver"), Level::Close);
        assert_eq!(at("brumm", "blom"), Level::Alike);
        assert_eq!(at("dorton", "jordan"), Level::Alike);
        assert_eq!(at("banga", "benoit"), Level::FirstSound);
        assert_eq!(at("gephart", "donnally"), Level::FirstSound);
        assert_eq!(at("tanner", "benoit"), Level::Contradicted);
        assert_eq!(at("李明", "王伟"), Level::Contradicted);
    }

    proptest::proptest! {
        #[test]
        fn a_slip_is_what_the_distance_calls_one(one in "[abé]{0,6}", other in "[abé]{0,6}") {
            assert_eq!(at_most_one_slip(&one, &other), strsim::osa_distance(&one, &other) <= 1);
        }

        #[test]
        fn the_short_way_never_hides_likeness(one in "[a-eé]{1,9}", other in "[a-eé]{1,9}") {
            let (one, other) = (part(&one), part(&other));
            let letters = jaro_winkler(one.text(), other.text());
            let sounds = strsim::normalized_levenshtein(one.sound(), other.sound());
            assert!(letters < FAIR_LETTERS || alike(&one, &other).to_bits() == letters.to_bits());
            assert!(sounds < FAIR_SOUNDS || sounds_alike(&one, &other).to_bits() == sounds.to_bits());
            let (most, _) = one.letters().lengths(other.letters());
            assert_eq!(one.has_bones_of(&other), one.bones() == other.bones());
            assert!(!at_most_one_slip(one.text(), other.text()) || one.letters().shared_at_most(other.letters()) + 1 >= most);
        }
    }

    #[test]
    fn a_likeness_at_the_very_edge_is_not_lost_to_rounding() {
        assert!(alike(&part("ééééb"), &part("éééééaéé")) > 0.0);
    }

    #[test]
    fn short_forms_count_for_first_names() {
        let first = |written: &str, known: &str| {
            let family = super::super::nicknames::family(written);
            first_name_level(&part(written), &family, &part(known))
        };
        assert_eq!(first("rob", "robert"), Level::Nickname);
        assert_eq!(first("bob", "robert"), Level::Nickname);
        assert_eq!(first("maximil", "maximilian"), Level::Close);
    }

    #[test]
    fn another_number_is_another_name() {
        for known in ["benoit3", "benoit"] {
            assert_eq!(at("benoit2", known), Level::Contradicted);
        }
        assert_eq!(at("benoid2", "benoit2"), Level::Sound);
    }

    #[test]
    fn letters_count_alike_in_every_script() {
        let first = |written: &str, known: &str| first_name_level(&part(written), &[], &part(known));
        assert_eq!(first("ив", "ивана"), first("iv", "ivana"));
        assert_eq!(first("李", "李明华"), first("li", "liminghua"));
        assert_eq!(at("орлава", "орлва"), Level::Close);
    }

    #[test]
    fn a_first_name_of_which_less_than_half_is_left_is_another_one() {
        let first = |written: &str, known: &str| first_name_level(&part(written), &[], &part(known));
        assert_eq!(first("hedda", "hector"), Level::FirstSound);
        assert_eq!(first("hugo", "amara"), Level::Contradicted);
    }
}
