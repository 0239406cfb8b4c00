//! An owner that the words of a task name, with what its place and the vault say of it.

use namesake_names::Answer;
use namesake_text::path::NotePath;
use namesake_text::text::Span;

/// An owner that the words of a task name, and whom they mean.
#[allow(clippy::struct_excessive_bools, reason = "each says something of its own about the name or whom it means")]
pub struct ItemOwner {
    /// As written.
    pub name: String,
    /// What is replaced, in bytes of the task's line.
    pub place: Span,
    /// Where the name ends.
    pub reading_end: usize,
    pub(super) is_link: bool,
    pub(super) position: Position,
    /// Whether the name is right, and not only like the person's.
    pub is_exact: bool,
    /// Those who may be meant alike, where several may be.
    pub choices: Vec<NotePath>,
    /// Whether it is somebody's for want of anybody else of that name.
    pub(super) is_sole: bool,
    /// Whether somebody else may have the task.
    pub(super) is_contested: bool,
    /// The words by which they have to do something, if a later clause or a verb in the present says so, in bytes of the
    /// task's line.
    pub(super) told: Option<Span>,
    pub(super) answer: Answer,
}

impl ItemOwner {
    /// Whether the vault knows whom it means, or asks.
    pub fn is_known(&self) -> bool {
        self.answer.tier.is_some() && self.answer.best.is_some()
    }

    /// Makes it nobody's: somebody else may have the task.
    pub(super) fn contest(&mut self) {
        (self.answer, self.choices, self.is_contested) = (Answer::nobody(), Vec::new(), true);
    }

    /// Whether somebody else may have the task, so that it is nobody's by itself.
    pub const fn is_contested(&self) -> bool {
        self.is_contested
    }

    /// Whether several people may be meant alike, or have the task alike.
    pub fn is_torn(&self) -> bool {
        self.is_contested || !self.choices.is_empty()
    }

    /// Whether no other rule asks about it.
    pub fn is_asked_here(&self) -> bool {
        self.is_leading() || self.is_closing() || self.is_sole
    }

    /// Whether it closes the words, where only the items of lists are read so: `Send it [MV]`, `Send it: Mara`.
    pub fn is_closing(&self) -> bool {
        self.position == Position::Closing
    }

    /// Whether the words begin with it.
    pub fn is_opening(&self) -> bool {
        matches!(self.position, Position::Opening | Position::Leading)
    }

    /// Whether its place says that it is whose what stands there is: in front, behind a label, or with `@`.
    pub fn is_set_off(&self) -> bool {
        self.position != Position::Within
    }

    /// Whether only a verb behind it says that it is one.
    pub fn is_leading(&self) -> bool {
        self.position == Position::Leading
    }

    /// The words by which they have to do something, if a later clause or a verb in the present says so, in bytes of the
    /// task's line.
    pub const fn told(&self) -> Option<Span> {
        self.told
    }

    /// Whom it means, if anybody.
    pub fn person(&self) -> Option<&NotePath> {
        self.answer.best.as_ref().filter(|_| self.answer.tier.is_some())
    }
}

/// Where in the words of a task an owner stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Position {
    /// Anywhere.
    Within,
    /// Behind a label or an `@`.
    Marked,
    /// At the end, where the line grammar reads none.
    Closing,
    /// In front, where the line grammar reads it.
    Opening,
    /// In front, where only a verb behind it says that it is one.
    Leading,
}
