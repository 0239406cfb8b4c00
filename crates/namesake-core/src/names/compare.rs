//! What is compared besides the parts of a name: where a candidate stands, and clues beside the name.

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
