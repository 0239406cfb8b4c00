//! The numbers that the resolver weighs with; where one level gives way to the next is said in `compare`. Unless said
//! otherwise they were estimated on the labelled development vault of 2,960 people by the reference scorer
//! (Fellegi-Sunter, log2 odds with half-counts).

use super::compare::{ContextClass, Level};

/// The share of mentions that mean nobody in the vault: what every candidate competes with.
pub const NOBODY: f64 = 0.20;

/// The probability that the person meant is in this class of the context, the class not being empty.
pub fn prior(class: ContextClass) -> f64 {
    match class {
        ContextClass::Participant | ContextClass::CoAttendee => 0.767,
        // The development vault has hardly any, since its neighbours take part as well; set by judgement between a
        // participant and a stranger. Any value from .01 to .6 gives the same figures there.
        ContextClass::Neighbour => 0.30,
        ContextClass::Colleague => 0.05,
        ContextClass::Vault => 0.051,
    }
}

/// Bits of a first name's agreement beside another name part; an exact one is weighed by its rarity instead.
pub fn first_name(level: Level) -> f64 {
    match level {
        Level::Nickname => 5.8,
        Level::Sound => 5.5,
        Level::Close => 6.5,
        Level::Fair => 3.1,
        Level::Alike => 2.0,
        Level::FirstSound => -2.0,
        Level::Contradicted => -5.9,
        other => plain(other),
    }
}

/// Bits of a surname's agreement beside another name part.
pub fn surname(level: Level) -> f64 {
    match level {
        Level::Sound => 7.4,
        Level::Close => 8.8,
        Level::Fair | Level::Alike => 4.1,
        Level::FirstSound => 0.0,
        Level::Contradicted => -3.9,
        other => plain(other),
    }
}

/// Bits of a first name that stands alone.
pub fn lone_first_name(level: Level) -> f64 {
    match level {
        Level::Nickname => 7.0,
        Level::Sound => -1.5,
        Level::Close => 1.0,
        Level::Fair => 0.0,
        Level::Alike | Level::FirstSound => -6.7,
        Level::Contradicted => -9.4,
        other => plain(other),
    }
}

/// Bits of a surname that stands alone.
pub fn lone_surname(level: Level) -> f64 {
    match level {
        Level::Sound => 1.0,
        Level::Close => 3.3,
        Level::Fair => 0.0,
        Level::Alike | Level::FirstSound => -6.5,
        Level::Contradicted => -6.4,
        other => plain(other),
    }
}

/// Bits of levels that mean the same for every part: an initial is one letter of 26, unevenly used.
fn plain(level: Level) -> f64 {
    match level {
        Level::Initial => 3.5,
        Level::InitialConflict => -6.0,
        Level::HandleClose => 3.0,
        _ => 0.0,
    }
}

/// The share of true mentions in which the part is written exactly, by the mention's shape.
pub mod exact_share {
    /// Either part of a full name.
    pub const FULL: f64 = 0.71;
    /// A lone first name.
    pub const LONE_FIRST: f64 = 0.40;
    /// A lone surname.
    pub const LONE_SURNAME: f64 = 0.31;
    /// A handle, or an alias of one word, that the note itself lists.
    pub const KNOWN: f64 = 0.60;
}

/// The share of people at large with a first name the census table does not list.
pub const RAREST_FIRST: f64 = 2e-5;
/// The share of people at large with a surname the census table does not list.
pub const RAREST_SURNAME: f64 = 1e-5;

/// Below this many people the vault's own name counts are taken as of this many: one Rob among forty people says
/// little about how common the name is. About the size of the development vault, so the weights hold.
pub const SMALL_VAULT: u32 = 3000;

/// Bits against a person who does not take part, where others do and a name stands alone: all 600 such names in the
/// development vault meant a participant.
pub const ALONE_ABSENT: f64 = -3.0;
/// Bits of an equal or conflicting middle initial.
pub const MIDDLE: f64 = 4.0;
/// Bits of an equal or conflicting company beside the name.
pub const COMPANY: f64 = 5.0;
/// Bits against a participant already named exactly, for a form with another surname: as a contradicted first name.
pub const NAMED_ALREADY: f64 = -5.9;

/// Companies, by rule rather than by estimate: few share a name, and whoever writes one seldom mishears it.
pub mod company {
    /// The name is equal but for case, spaces, small words, numbers in words and the legal form.
    pub const EQUAL: f64 = 0.99;
    /// The name is equal but for a general word at its end.
    pub const SHORT: f64 = 0.96;
    /// The name is almost the same.
    pub const CLOSE: f64 = 0.60;
    /// The most of a company of the same name and another place in brackets: it may be a sister.
    pub const SISTER: f64 = 0.60;
    /// The name is made of the first letters of the other one.
    pub const ABBREVIATED: f64 = 0.50;
    /// A general word weighs this part of what its rarity says.
    pub const GENERAL: f64 = 0.4;

    /// The probability of a company that shares words with a name, by how much agrees, from 0 to 1: a logistic curve
    /// through the shares of right answers on the companies of two lists of sanctions, see `tests/names`.
    pub fn of_likeness(both: f64) -> f64 {
        (1.0 / (1.0 + (-18.0 * (both - 0.57)).exp())).min(0.90)
    }

    /// From this Jaro-Winkler similarity on two names are almost the same.
    pub const ALIKE: f64 = 0.94;
}

/// Automatic from this probability.
pub const AUTO: f64 = 0.95;
/// Review from this probability; below it nothing is shown.
pub const REVIEW: f64 = 0.25;
/// A candidate less probable than this is not worth showing beside better ones.
pub const SHOWN: f64 = 0.001;
/// Two candidates closer than this, in bits, are asked about.
pub const HOMONYM_MARGIN: f64 = 1.0;

/// Bits by which a short form of a lone first name stays behind somebody as near who has exactly that name.
pub const BEHIND_EXACT: f64 = 2.0;
/// Bits for whoever speaks right before or after a lone name that stands where somebody is spoken to. Set by judgement:
/// of two people of that name this one stands first, and is still asked about.
pub const CALLED: f64 = 3.0;

/// The least that the only person of exactly this name or alias reaches, unless a clue beside the name conflicts. By
/// itself an exact unique title is right in .996 of cases (design figures, exact title or alias).
pub const EXACT_FLOOR: f64 = 0.97;

/// The least that the only participant reaches whose first name sounds like a lone one; half of it, each of two.
///
/// In the odd calls of Earnings-21, with half of the people without notes, .84 of these were right.
pub const SOUNDS_FLOOR: f64 = 0.80;

/// The least of somebody whose long name agrees in all its words but one.
pub const WORDS_FLOOR: f64 = 0.60;
/// From this similarity of their sounds on, a participant's surname may be what was heard behind the right first name.
/// Both thresholds by the odd calls of Earnings-21: of 26 such names 8 are found and none of another person's; of 67 with
/// another first name 42 and 4.
pub const HEARD_LAST: f64 = 0.40;
/// From this similarity of the classes of their sounds on, a lone word may be the first name of whoever is spoken to.
pub const HEARD_CALLED: f64 = 0.58;
/// The same for a whole name, wherever its words begin.
pub const HEARD_TOGETHER: f64 = 0.45;

/// The most that a principle lets an answer reach, whatever the score. Not learned.
pub mod ceiling {
    /// Both name parts lost or contradicted.
    pub const BOTH_LOST: f64 = 0.05;
    /// A name part is contradicted.
    pub const CONTRADICTED: f64 = 0.20;
    /// The surname is lost and the person does not take part.
    pub const LOST_ELSEWHERE: f64 = 0.30;
    /// An ordinary word that sounds like a participant's name, where nobody is spoken to.
    pub const ORDINARY: f64 = 0.20;
    /// Words of a long name are other ones on both sides.
    pub const OTHER_WORDS: f64 = 0.20;
    /// Two candidates fit alike.
    pub const HOMONYMS: f64 = 0.50;
    /// A part is lost and the context does not single the person out; or the person is known by one name only.
    pub const LOST: f64 = 0.60;
    /// A participant whose name sounds like what was heard, read in one.
    pub const HEARD: f64 = 0.80;
    /// A part is only fairly alike and the person is not in the context.
    pub const FAIR_ELSEWHERE: f64 = 0.80;
    /// A lone name or initials outside participants and neighbours.
    pub const LONE_ELSEWHERE: f64 = 0.90;
    /// First name right, surname lost, the only participant of that name.
    pub const LOST_SURNAME_REVIEW: f64 = 0.90;
    /// The same where the user's record has earned automation.
    pub const LOST_SURNAME_AUTO: f64 = 0.985;
}

/// A posting list longer than this is skipped: a key shared by so many tells nobody apart.
pub const LONGEST_POSTING: usize = 600;
/// A context class larger than this gives its prior but no candidates of its own.
pub const LARGEST_CLASS: usize = 400;
/// A meeting with more participants brings nobody together: keeps co-attendance linear in hostile notes.
pub const LARGEST_MEETING: usize = 60;
