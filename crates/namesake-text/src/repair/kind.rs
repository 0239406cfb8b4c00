//! What a repair does to a line, in words for the user. Which repair a line needs is left to `line`.

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
    pub const fn title(self) -> &'static str {
        match self {
            Self::QuoteValue => "Put the value in quotes",
            Self::QuoteName => "Put the name in quotes",
            Self::QuoteItems => "Put the items in quotes",
            Self::List => "Make it a list",
            Self::CloseQuote => "Close the quotes",
            Self::CloseBracket => "Close the bracket",
            Self::OtherQuotes => "Use the other kind of quotes",
            Self::ColonBlank => "Put a blank after the colon",
            Self::Colon => "Put a colon after the name",
            Self::DashBlank => "Put a blank after the dash",
            Self::Tabs => "Indent with blanks instead of tabs",
            Self::Indent => "Line it up with the other lines",
        }
    }

    /// Why it is needed, in one sentence for the user.
    pub const fn why(self) -> &'static str {
        match self {
            Self::QuoteValue => "In quotes the value is read as it stands, whatever signs it holds.",
            Self::QuoteName => "In quotes the name is read as it stands, whatever sign it begins with.",
            Self::QuoteItems => "In quotes an item is read as it stands, whatever signs it holds.",
            Self::List => "Several values need brackets around them, and links quotes.",
            Self::CloseQuote => "The quote that opens the value is never closed.",
            Self::CloseBracket => "The bracket that opens the value is never closed.",
            Self::OtherQuotes => {
                "Within these quotes a quote or a backslash has a meaning of its own; within the others it has not."
            }
            Self::ColonBlank => "Without a blank after the colon the name does not end there.",
            Self::Colon => "Without a colon nothing parts the name from its value.",
            Self::DashBlank => "Without a blank after the dash the line is no item of the list.",
            Self::Tabs => "Only blanks count as indentation.",
            Self::Indent => "Lines that belong together begin in the same column.",
        }
    }
}
