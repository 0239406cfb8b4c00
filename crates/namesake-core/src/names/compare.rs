//! How well two name parts agree, as one of a few levels. What a level is worth is left to `weights`.

use strsim::{damerau_levenshtein, jaro_winkler, normalized_levenshtein};

use super::sound::Part;

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
    /// How good the level is, for choosing between a person's forms.
    pub fn rank(self) -> f64 {
        match self {
            Self::Exact | Self::Known => 9.0,
            Self::Nickname => 7.0,
            Self::Sound | Self::HandleClose => 6.0,
            Self::Close => 5.0,
            Self::Initial => 4.0,
            Self::Fair => 3.0,
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
}

/// Where a candidate stands in the context of a mention, the closest place first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
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
    if written.text == known.text {
        return Level::Exact;
    }
    let same_start = written.sound.chars().next() == known.sound.chars().next();
    let enough = written.text.len() > 2;
    if written.sound == known.sound || (enough && same_start && written.bones == known.bones) {
        return Level::Sound;
    }
    let letters = jaro_winkler(&written.text, &known.text);
    let sounds = normalized_levenshtein(&written.sound, &known.sound);
    let long = written.text.len().min(known.text.len()) > 4;
    if letters >= 0.93 || sounds >= 0.78 || (long && damerau_levenshtein(&written.text, &known.text) <= 1) {
        Level::Close
    } else if letters >= 0.86 || sounds >= 0.62 {
        Level::Fair
    } else if written.first_class() == known.first_class() {
        Level::FirstSound
    } else {
        Level::Contradicted
    }
}

/// The level of two first names, where `family` holds the names that belong together with the written one: short
/// forms count, and so does a name cut short.
pub fn first_name_level(written: &Part, family: &[&str], known: &Part) -> Level {
    if written.text != known.text && family.binary_search(&known.text.as_str()).is_ok() {
        return Level::Nickname;
    }
    let found = level(written, known);
    let shorter = written.text.len().min(known.text.len());
    let cut = written.text.starts_with(&known.text) || known.text.starts_with(&written.text);
    if found.is_lost() && shorter >= 3 && cut { Level::Close } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(written: &str, known: &str) -> Level {
        level(&Part::new(written.into()).unwrap(), &Part::new(known.into()).unwrap())
    }

    #[test]
    fn levels_from_equal_to_contradicted() {
        assert_eq!(at("benoit", "benoit"), Level::Exact);
        assert_eq!(at("schmidt", "shmit"), Level::Sound);
        assert_eq!(at("vansiver", "vanskiver"), Level::Close);
        assert_eq!(at("banga", "benoit"), Level::FirstSound);
        assert_eq!(at("tanner", "benoit"), Level::Contradicted);
        assert_eq!(at("李明", "王伟"), Level::Contradicted);
    }

    #[test]
    fn short_forms_count_for_first_names() {
        let first = |written: &str, known: &str| {
            let family = super::super::nicknames::family(written);
            first_name_level(&Part::new(written.into()).unwrap(), &family, &Part::new(known.into()).unwrap())
        };
        assert_eq!(first("rob", "robert"), Level::Nickname);
        assert_eq!(first("bob", "robert"), Level::Nickname);
        assert_eq!(first("maximil", "maximilian"), Level::Close);
    }
}
