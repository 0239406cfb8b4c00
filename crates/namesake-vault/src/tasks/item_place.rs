//! A line that may say something to do, and what makes it one.

use namesake_tasks::marks::mark;
use namesake_text::text::Span;

use super::item_details::ItemDetails;

/// A line that may say something to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemPlace {
    /// The line.
    pub line: Span,
    /// The bytes of the line that the checkbox takes the place of: none of a list item, behind its marker.
    pub tick: Span,
    /// Whether it is a list item.
    pub is_item: bool,
    /// Whether a sign says that it is done.
    pub is_done: bool,
    /// The words, in bytes of the line.
    pub words: Span,
    /// The heading below which it stands, or the line below it, if that may name whose it is.
    pub heading: Option<Span>,
    /// What the lines below it say.
    pub details: ItemDetails,
    /// What makes it something to do.
    pub sign: ItemSign,
}

/// What makes a line something to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemSign {
    /// It is a list item under a heading of the sort.
    Listed,
    /// It stands under such a heading and is no list item.
    Below,
    /// It has a mark: `ACTION:`, `→`.
    Marked,
    /// It is a task under such a heading already.
    Ticked,
    /// It is a task anywhere else.
    Loose,
    /// It stands under a heading that names tasks and something else, so that its words have to say whose it is.
    Mixed,
    /// Nothing but its words, which may say that somebody has to do it.
    Words,
    /// Somebody's name and a colon, so that a day by which it is due may say so.
    Named,
}

impl ItemSign {
    /// Whether anything but the words says so.
    pub const fn is_plain(self) -> bool {
        !matches!(self, Self::Words | Self::Named)
    }

    /// Whether the line is a task already.
    pub const fn is_task(self) -> bool {
        matches!(self, Self::Ticked | Self::Loose)
    }
}

impl ItemPlace {
    /// The checkbox that is put there.
    pub const fn checkbox(&self) -> &'static str {
        match (self.is_item, self.is_done) {
            (true, false) => " [ ]",
            (true, true) => " [x]",
            (false, false) => "- [ ] ",
            (false, true) => "- [x] ",
        }
    }
}

impl ItemPlace {
    /// The same in a section that `is_mixed`. `words` are its line’s: a mark says there too that something is to be done.
    pub(super) fn in_section(self, is_mixed: bool, words: &str) -> Self {
        let sign = || if mark(self.words.of(words)).is_some() { ItemSign::Marked } else { ItemSign::Mixed };
        match self.sign {
            ItemSign::Listed | ItemSign::Below if is_mixed => Self { sign: sign(), ..self },
            _ => self,
        }
    }

    pub(super) const fn new(line: Span, tick: Span, words: Span) -> Self {
        let details = ItemDetails { owner: None, due: None };
        Self { line, tick, is_item: false, is_done: false, words, heading: None, details, sign: ItemSign::Words }
    }
}
