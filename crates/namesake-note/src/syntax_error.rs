//! Why a text is no regular expression, in the words of the parser and in the user's language.

use namesake_language::{Said, say};
use regex_syntax::Error;
use regex_syntax::ast::ErrorKind as Written;
use regex_syntax::hir::ErrorKind as Meant;

/// Where a pattern is wrong, in bytes, and why.
pub fn reason(error: &Error) -> (usize, Said) {
    match error {
        Error::Parse(wrong) => (wrong.span().start.offset, written(wrong.kind())),
        Error::Translate(wrong) => (wrong.span().start.offset, meant(wrong.kind())),
        other => (0, Said::verbatim(other.to_string())),
    }
}

fn written(kind: &Written) -> Said {
    match kind {
        Written::ClassEscapeInvalid => say!("invalid escape sequence found in character class"),
        Written::ClassRangeInvalid => say!("invalid character class range, the start must be <= the end"),
        Written::ClassRangeLiteral => say!("invalid range boundary, must be a literal"),
        Written::ClassUnclosed => say!("unclosed character class"),
        Written::DecimalEmpty => say!("decimal literal empty"),
        Written::DecimalInvalid => say!("decimal literal invalid"),
        Written::EscapeHexEmpty => say!("hexadecimal literal empty"),
        Written::EscapeHexInvalid => say!("hexadecimal literal is not a Unicode scalar value"),
        Written::EscapeHexInvalidDigit => say!("invalid hexadecimal digit"),
        Written::EscapeUnexpectedEof => say!("incomplete escape sequence, reached end of pattern prematurely"),
        Written::EscapeUnrecognized => say!("unrecognized escape sequence"),
        Written::FlagUnexpectedEof => say!("expected flag but got end of regex"),
        Written::FlagUnrecognized => say!("unrecognized flag"),
        Written::GroupNameDuplicate { .. } => say!("duplicate capture group name"),
        Written::GroupNameEmpty => say!("empty capture group name"),
        Written::GroupNameInvalid => say!("invalid capture group character"),
        Written::GroupNameUnexpectedEof => say!("unclosed capture group name"),
        Written::GroupUnclosed => say!("unclosed group"),
        Written::GroupUnopened => say!("unopened group"),
        Written::RepetitionCountInvalid => say!("invalid repetition count range, the start must be <= the end"),
        Written::RepetitionCountDecimalEmpty => say!("repetition quantifier expects a valid decimal"),
        Written::RepetitionCountUnclosed => say!("unclosed counted repetition"),
        Written::RepetitionMissing => say!("repetition operator missing expression"),
        Written::UnicodeClassInvalid => say!("invalid Unicode character class"),
        Written::UnsupportedBackreference => say!("backreferences are not supported"),
        Written::UnsupportedLookAround => {
            say!("look-around, including look-ahead and look-behind, is not supported")
        }
        // Of flags and limits that hardly anybody meets the parser speaks English.
        other => Said::verbatim(other.to_string()),
    }
}

fn meant(kind: &Meant) -> Said {
    match kind {
        Meant::UnicodePropertyNotFound => say!("Unicode property not found"),
        Meant::UnicodePropertyValueNotFound => say!("Unicode property value not found"),
        other => Said::verbatim(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use regex_syntax::Parser;

    use super::reason;

    #[test]
    fn the_english_words_are_those_of_the_parser() {
        for pattern in [
            r"[\b]",
            "[z-a]",
            r"[\d-a]",
            "[",
            "a{",
            r"\x{}",
            r"\x{FFFFFF}",
            r"\xG",
            "\\",
            r"\y",
            "(?",
            "(?z)",
            "(?<a>)(?<a>)",
            "(?<>)",
            "(?<1>)",
            "(?<a",
            "(",
            ")",
            "a{2,1}",
            "a{,}",
            "*",
            r"\pX",
            r"\1",
            "(?=a)",
            r"\p{Nothing}",
            r"\p{sc=Nothing}",
        ] {
            let error = Parser::new().parse(pattern).expect_err(pattern);
            let words = match &error {
                regex_syntax::Error::Parse(wrong) => wrong.kind().to_string(),
                regex_syntax::Error::Translate(wrong) => wrong.kind().to_string(),
                other => other.to_string(),
            };
            assert_eq!(&*reason(&error).1, words, "{pattern}");
        }
    }
}
