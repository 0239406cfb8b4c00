//! What a repair does to a line, in words for the user. Which repair a line needs is left to `line`.

use namesake_language::{Said, say};

/// What is done to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RepairKind {
    /// `a: b: c` -> `a: "b: c"`
    QuoteValue,
    /// `@a: b` -> `"@a": b`
    QuoteName,
    /// `[a, @b]` -> `[a, "@b"]`
    QuoteItems,
    /// `[[A]], [[B]]` -> `["[[A]]", "[[B]]"]`
    List,
    /// `"a` -> `"a"`
    CloseQuote,
    /// `[a, b` -> `[a, b]`
    CloseBracket,
    /// `"C:\Users"` -> `'C:\Users'`
    OtherQuotes,
    /// `a:b` -> `a: b`
    ColonBlank,
    /// `tags [a]` -> `tags: [a]`
    Colon,
    /// `-a` -> `- a`
    DashBlank,
    /// Tabs at the start of the line -> blanks
    Tabs,
    /// Other blanks at the start of the line
    Indent,
}

impl RepairKind {
    /// What it does, for the user.
    pub fn title(self) -> Said {
        match self {
            Self::QuoteValue => say!("Put the value in quotes"),
            Self::QuoteName => say!("Put the name in quotes"),
            Self::QuoteItems => say!("Put the items in quotes"),
            Self::List => say!("Make it a list"),
            Self::CloseQuote => say!("Close the quotes"),
            Self::CloseBracket => say!("Close the bracket"),
            Self::OtherQuotes => say!("Use the other kind of quotes"),
            Self::ColonBlank => say!("Put a blank after the colon"),
            Self::Colon => say!("Put a colon after the name"),
            Self::DashBlank => say!("Put a blank after the dash"),
            Self::Tabs => say!("Indent with blanks instead of tabs"),
            Self::Indent => say!("Line it up with the other lines"),
        }
    }

    /// Why it is needed, in one sentence for the user.
    pub fn why(self) -> Said {
        match self {
            Self::QuoteValue => say!("In quotes the value is read as it stands, whatever signs it holds."),
            Self::QuoteName => say!("In quotes the name is read as it stands, whatever sign it begins with."),
            Self::QuoteItems => say!("In quotes an item is read as it stands, whatever signs it holds."),
            Self::List => say!("Several values need brackets around them, and links quotes."),
            Self::CloseQuote => say!("The quote that opens the value is never closed."),
            Self::CloseBracket => say!("The bracket that opens the value is never closed."),
            Self::OtherQuotes => {
                say!(
                    "Within these quotes a quote or a backslash has a meaning of its own; within the others it has not."
                )
            }
            Self::ColonBlank => say!("Without a blank after the colon the name does not end there."),
            Self::Colon => say!("Without a colon nothing parts the name from its value."),
            Self::DashBlank => say!("Without a blank after the dash the line is no item of the list."),
            Self::Tabs => say!("Only blanks count as indentation."),
            Self::Indent => say!("Lines that belong together begin in the same column."),
        }
    }
}
