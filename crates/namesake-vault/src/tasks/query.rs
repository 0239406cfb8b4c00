//! The conditions in the WHERE clauses of Dataview's TASK queries, divided at `AND`, `OR` and round brackets. What a
//! single condition means is left to the rule.

use namesake_note::note::{Note, lines};
use namesake_text::text::Span;

/// A condition, in bytes of the note.
#[derive(Debug, PartialEq, Eq)]
pub enum Condition {
    /// Every one of these.
    All(Vec<Condition>),
    /// At least one of these.
    Any(Vec<Condition>),
    /// One that is not taken apart further.
    Term(Span),
}

/// The conditions of all TASK queries in the `dataview` blocks of a note.
pub fn conditions(note: &Note) -> Vec<Condition> {
    let mut found = Vec::new();
    for &opaque in &note.body().opaque {
        if let Some(block) = block(&note.text, opaque) {
            of_query(&note.text, block, &mut found);
        }
    }
    found
}

/// What stands in a `dataview` block, where the opaque range is one from its first byte on and the block is closed.
fn block(text: &str, opaque: Span) -> Option<Span> {
    let starts_line = text[..opaque.start].trim_end_matches(' ').chars().next_back().is_none_or(|c| c == '\n');
    let mut lines = lines(text, opaque);
    let first = lines.next()?;
    let fence = &first.of(text)[..first.of(text).find(|c| c != '`' && c != '~')?];
    let is_query = fence.len() >= 3 && first.of(text)[fence.len()..].trim() == "dataview";
    let is_close = |line: &Span| line.of(text).trim().starts_with(fence) && line.of(text).trim().len() == fence.len();
    let close = lines.find(is_close)?;
    let start = first.end + text[first.end..].find('\n')? + 1;
    (starts_line && is_query).then_some(Span::new(start, close.start))
}

/// Adds the conditions of one query; none where it is no TASK query, or holds a comment.
fn of_query(text: &str, block: Span, found: &mut Vec<Condition>) {
    let Some(tokens) = tokens(text, block) else { return };
    let is_keyword =
        |token: &Token, words: &[&str]| token.kind == TokenKind::Word && is_word(token.span.of(text), words);
    if !tokens.first().is_some_and(|first| is_keyword(first, &["TASK"])) {
        return;
    }
    let mut clause = None;
    for (at, token) in tokens.iter().enumerate() {
        if is_keyword(token, &["FROM", "WHERE", "SORT", "GROUP", "FLATTEN", "LIMIT"]) {
            found.extend(clause.take().and_then(|start| chain(text, &tokens[start..at], DEPTH)));
            clause = is_keyword(token, &["WHERE"]).then_some(at + 1);
        }
    }
    found.extend(clause.and_then(|start| chain(text, &tokens[start..], DEPTH)));
}

/// Brackets in brackets are followed this deep; nobody writes more.
const DEPTH: usize = 16;

/// A piece of a query between spaces and signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Token {
    kind: TokenKind,
    span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TokenKind {
    /// Letters, digits, `_` and `-`.
    Word,
    /// From a bracket to its partner, strings inside skipped.
    Brackets,
    /// Any other single sign, or a string.
    Other,
}

/// The pieces of a query; `None` where a bracket or a string has no end, or a comment stands in it.
fn tokens(text: &str, block: Span) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut at = block.start;
    while let Some(c) = text[at..block.end].chars().next() {
        let rest = &text[at..block.end];
        let (kind, length) = match c {
            '"' => (TokenKind::Other, string_len(rest)?),
            '(' | '[' | '{' => (TokenKind::Brackets, brackets_len(rest)?),
            ')' | ']' | '}' => return None,
            '/' if rest.starts_with("//") => return None,
            _ if is_letter(c) => (TokenKind::Word, rest.find(|c| !is_letter(c)).unwrap_or(rest.len())),
            _ => (TokenKind::Other, c.len_utf8()),
        };
        if !c.is_whitespace() {
            tokens.push(Token { kind, span: Span::new(at, at + length) });
        }
        at += length;
    }
    Some(tokens)
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '-'
}

fn is_word(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// The length of the string that starts the text, its quotes included.
pub fn string_len(text: &str) -> Option<usize> {
    let mut at = 1;
    loop {
        at += text[at..].find(['"', '\\'])?;
        if text[at..].starts_with('"') {
            return Some(at + 1);
        }
        at += 1 + text[at + 1..].chars().next()?.len_utf8();
    }
}

/// The length up to the bracket that closes the one that starts the text. Which kind closes which is not looked at:
/// a query where that matters is none.
fn brackets_len(text: &str) -> Option<usize> {
    let mut depth = 0;
    let mut at = 0;
    loop {
        at += text[at..].find(['(', '[', '{', ')', ']', '}', '"', '/'])?;
        let rest = &text[at..];
        match rest.as_bytes()[0] {
            b'"' => at += string_len(rest)?,
            b'/' if rest.starts_with("//") => return None,
            b'/' => at += 1,
            b'(' | b'[' | b'{' => {
                depth += 1;
                at += 1;
            }
            _ => {
                depth -= 1;
                at += 1;
            }
        }
        if depth == 0 {
            return Some(at);
        }
    }
}

/// Conditions joined by `AND` and `OR`. Dataview gives both the same weight and reads from the left to the right.
fn chain(text: &str, tokens: &[Token], depth: usize) -> Option<Condition> {
    let mut end = tokens.iter().position(|token| operator(text, token).is_some()).unwrap_or(tokens.len());
    let mut all = term(text, &tokens[..end], depth)?;
    while end < tokens.len() {
        let rest = &tokens[end + 1..];
        let length = rest.iter().position(|token| operator(text, token).is_some()).unwrap_or(rest.len());
        let next = term(text, &rest[..length], depth)?;
        all = match (operator(text, &tokens[end])?, all) {
            (Operator::And, Condition::All(mut terms)) => {
                terms.push(next);
                Condition::All(terms)
            }
            (Operator::Or, Condition::Any(mut terms)) => {
                terms.push(next);
                Condition::Any(terms)
            }
            (Operator::And, before) => Condition::All(vec![before, next]),
            (Operator::Or, before) => Condition::Any(vec![before, next]),
        };
        end += 1 + length;
    }
    Some(all)
}

enum Operator {
    And,
    Or,
}

fn operator(text: &str, token: &Token) -> Option<Operator> {
    let words = token.span.of(text);
    if is_word(words, &["AND", "&"]) {
        Some(Operator::And)
    } else if is_word(words, &["OR", "|"]) {
        Some(Operator::Or)
    } else {
        None
    }
}

fn term(text: &str, tokens: &[Token], depth: usize) -> Option<Condition> {
    let (first, last) = (tokens.first()?, tokens.last()?);
    if let [only] = tokens
        && only.kind == TokenKind::Brackets
        && only.span.of(text).starts_with('(')
    {
        let inner = Span::new(only.span.start + 1, only.span.end - 1);
        return chain(text, &self::tokens(text, inner)?, depth.checked_sub(1)?);
    }
    Some(Condition::Term(Span::new(first.span.start, last.span.end)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use namesake_note::config::Settings;

    /// The conditions of a query as `&(…)`, `|(…)` and terms.
    fn read(query: &str) -> Vec<String> {
        fn show(note: &Note, condition: &Condition) -> String {
            let all = |terms: &[Condition]| terms.iter().map(|term| show(note, term)).collect::<Vec<_>>().join(", ");
            match condition {
                Condition::All(terms) => format!("&({})", all(terms)),
                Condition::Any(terms) => format!("|({})", all(terms)),
                Condition::Term(span) => note.slice(*span).to_owned(),
            }
        }
        let text = format!("```dataview\n{query}\n```\n");
        let note = Note::read("a.md".into(), text, &Settings::default());
        conditions(&note).iter().map(|condition| show(&note, condition)).collect()
    }

    #[test]
    fn both_operators_have_one_weight_and_brackets_more() {
        assert_eq!(read("TASK WHERE a AND b OR c"), ["|(&(a, b), c)"]);
        assert_eq!(read("TASK where a | (b & !c) sort d"), ["|(a, &(b, !c))"]);
        assert_eq!(read("TASK WHERE f(a, \"b AND )\") AND c = 1"), ["&(f(a, \"b AND )\"), c = 1)"]);
        assert_eq!(read("TASK\nWHERE a\nGROUP BY b\nWHERE c"), ["a", "c"]);
    }

    #[test]
    fn a_query_of_endless_brackets_is_left_alone() {
        assert_eq!(read(&format!("TASK WHERE {}a{}", "(".repeat(9000), ")".repeat(9000))), [""; 0]);
        assert_eq!(read(&format!("TASK WHERE {}", "(".repeat(9000))), [""; 0]);
    }

    proptest! {
        #[test]
        fn any_query_is_read(pieces in prop::collection::vec(prop::sample::select(vec![
            "TASK", " WHERE ", "a", " AND ", " or ", "(", ")", "\"", "\\", "[", "]", "é", ",", "\n", "//", "!", "|", "&",
        ]), 0..16)) {
            read(&pieces.concat());
        }
    }
}
