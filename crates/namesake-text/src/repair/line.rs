//! The repairs that may make one line readable as YAML, each with the line that it gives. Repairs add quotes, escapes,
//! brackets and blanks, or change tabs, indentation and the kind of quotes; they change no word.

use super::kind::RepairKind;
use crate::frontmatter::Style;
use crate::frontmatter::scalar::{self, Place};

/// A longer line (in characters) is not repaired: nobody can judge its repair at a glance.
const LONGEST: usize = 500;

/// The parts of a line without its ending. Together they are the line.
struct Parts<'t> {
    indent: &'t str,
    /// `- `, or several.
    dashes: &'t str,
    /// The name with its colon and the blanks after it; empty where the line has none.
    name: &'t str,
    value: &'t str,
    tail: &'t str,
}

impl<'t> Parts<'t> {
    fn of(line: &'t str) -> Self {
        let words = line.trim_end_matches([' ', '\t', '\r']);
        let tail = &line[words.len()..];
        let (indent, mut rest) = words.split_at(blanks(words));
        let from = rest;
        while rest.starts_with('-') && blanks(&rest[1..]) > 0 {
            rest = &rest[1 + blanks(&rest[1..])..];
        }
        let dashes = &from[..from.len() - rest.len()];
        let colon = name_end(rest).unwrap_or_default();
        let (name, value) = rest.split_at(colon + blanks(&rest[colon..]));
        Self { indent, dashes, name, value, tail }
    }

    fn with_value(&self, value: &str) -> String {
        [self.indent, self.dashes, self.name, value, self.tail].concat()
    }

    /// The line with everything behind the dashes replaced.
    fn with_item(&self, item: &str) -> String {
        [self.indent, self.dashes, item, self.tail].concat()
    }
}

/// The bytes of blanks that `text` begins with.
fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}

/// Where the name at the head of `text` ends, its colon included, if it begins with one.
fn name_end(text: &str) -> Option<usize> {
    let from = match text.chars().next()? {
        '#' | '{' => return None,
        '[' if !text.starts_with("[[") => return None,
        quote @ ('"' | '\'') => text[1..].find(quote)? + 2,
        _ => 0,
    };
    let is_colon = |at: &usize| {
        let after = &text[at + 1..];
        after.is_empty() || after.starts_with([' ', '\t'])
    };
    let at = text[from..].match_indices(':').map(|(at, _)| from + at).find(is_colon)?;
    let name = &text[..at];
    let commented = name.contains(" #");
    (!name.is_empty() && !commented && (from == 0 || name[from..].trim().is_empty())).then_some(at + 1)
}

/// The name that begins a property of its own (`name: value`, no dash), and how deep it is indented, in bytes.
pub(super) fn name(line: &str) -> Option<(usize, &str)> {
    let parts = Parts::of(line);
    (!parts.name.is_empty() && parts.dashes.is_empty()).then(|| (parts.indent.len(), bare(parts.name)))
}

/// Whether the line continues the property above it in some way: an item, or anything indented.
pub(super) fn belongs_above(line: &str) -> bool {
    let parts = Parts::of(line);
    !parts.indent.is_empty() || !parts.dashes.is_empty() || parts.value == "-"
}

/// Whether the line is nothing but text: no name, no dash.
pub(super) fn is_text(line: &str) -> bool {
    let parts = Parts::of(line);
    parts.name.is_empty() && parts.dashes.is_empty()
}

/// A name without its colon and the blanks around that.
fn bare(name: &str) -> &str {
    let name = name.trim_end();
    name.strip_suffix(':').unwrap_or(name).trim_end()
}

/// How deep a line is indented that is neither blank nor a comment, in bytes.
pub(super) fn indent(line: &str) -> Option<usize> {
    let words = line.trim();
    (!words.is_empty() && !words.starts_with('#')).then(|| blanks(line))
}

/// What the line may become, the likeliest first. `columns`: where the lines above and the properties begin.
pub(super) fn candidates(line: &str, columns: &[usize]) -> Vec<(RepairKind, String)> {
    let parts = Parts::of(line);
    // YAML ends a line at a carriage return, so these would be two lines.
    if line.chars().nth(LONGEST).is_some() || line.trim_end_matches('\r').contains('\r') || parts.value.starts_with('#')
    {
        return Vec::new();
    }
    let mut found = indents(&parts, columns);
    found.extend(gaps(&parts));
    let name = bare(parts.name);
    let is_sign = name.starts_with(['@', '`', '%', '*', '&', '!', '|', '>', '[']);
    if let Some(quoted) = quoted(name).filter(|_| is_sign) {
        let rest = &parts.name[name.len()..];
        found.push((RepairKind::QuoteName, parts.with_item(&[&quoted, rest, parts.value].concat())));
    }
    if !parts.dashes.is_empty() && !parts.name.is_empty() {
        let item = [parts.name, parts.value].concat();
        found.extend(values(item.trim_end()).into_iter().map(|(kind, item)| (kind, parts.with_item(&item))));
    }
    if !(parts.dashes.is_empty() && parts.name.is_empty()) {
        let as_value = |(kind, value): (RepairKind, String)| (kind, parts.with_value(&value));
        // An item stays one item.
        let is_item = parts.name.is_empty();
        found.extend(
            values(parts.value).into_iter().filter(|(kind, _)| !(is_item && *kind == RepairKind::List)).map(as_value),
        );
    }
    found
}

/// Indented with blanks, and as other lines are.
fn indents(parts: &Parts, columns: &[usize]) -> Vec<(RepairKind, String)> {
    let rest = [parts.dashes, parts.name, parts.value, parts.tail].concat();
    if parts.indent.contains('\t') {
        let spaced = |width: &str| (RepairKind::Tabs, parts.indent.replace('\t', width) + &rest);
        return vec![spaced("  "), spaced("    ")];
    }
    if parts.dashes.is_empty() && parts.name.is_empty() {
        return Vec::new();
    }
    let others = columns.iter().filter(|column| **column != parts.indent.len());
    others.map(|column| (RepairKind::Indent, " ".repeat(*column) + &rest)).collect()
}

/// A blank after the dash or after the colon of a name, or the colon itself.
fn gaps(parts: &Parts) -> Option<(RepairKind, String)> {
    if !parts.name.is_empty() {
        return None;
    }
    if let Some(item) = parts.value.strip_prefix('-') {
        let is_item = item.starts_with(|c: char| c.is_alphabetic() || "\"'[#@".contains(c));
        return is_item.then(|| (RepairKind::DashBlank, parts.with_item(&format!("- {item}"))));
    }
    if let Some((name, value)) = without_colon(parts.value).filter(|_| parts.dashes.is_empty()) {
        return Some((RepairKind::Colon, parts.with_value(&format!("{name}: {value}"))));
    }
    let (name, value) = parts.value.split_once(':')?;
    let is_name = name.chars().count() > 1
        && name.starts_with(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphanumeric() || "_- ".contains(c));
    // `https://...` is an address; one letter before the colon is a drive.
    let is_value = !value.is_empty() && !value.starts_with("//") && !value.starts_with(':');
    (parts.dashes.is_empty() && is_name && is_value)
        .then(|| (RepairKind::ColonBlank, parts.with_value(&format!("{name}: {value}"))))
}

/// One word in small letters and a list or a text in quotes behind it: `tags [a, b]`. Words without such signs may be
/// anything.
fn without_colon(words: &str) -> Option<(&str, &str)> {
    let at = words.find(|c: char| !(c.is_lowercase() || c == '_' || c == '-'))?;
    let (name, value) = (&words[..at], words[at..].trim_start());
    let closes = |open: char, close: char| {
        let inner = value.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        inner.is_some_and(|inner| !inner.contains([open, close]))
    };
    let is_value = value.starts_with("[[") && value.ends_with("]]") && value.matches("[[").count() == 1
        || closes('[', ']')
        || closes('"', '"')
        || closes('\'', '\'');
    (at > 1 && is_value).then_some((name, value))
}

/// What a value may become, with what looks like a comment behind it left outside or taken in.
fn values(value: &str) -> Vec<(RepairKind, String)> {
    // Within a link it is a heading.
    let is_in_link = |before: &str| before.matches("[[").count() > before.matches("]]").count();
    let comment = value.find(" #").filter(|at| !value[..*at].trim_end().is_empty() && !is_in_link(&value[..*at]));
    let whole = spellings(value);
    let Some(at) = comment else { return whole };
    let (words, comment) = value.split_at(value[..at].trim_end().len());
    let outside = spellings(words).into_iter().map(|(kind, words)| (kind, words + comment));
    // `# like this` is a remark, `#this` a tag or a number within the text.
    let is_remark = value[at + 2..].starts_with(' ');
    if is_remark { outside.chain(whole).collect() } else { whole.into_iter().chain(outside).collect() }
}

/// What a value without a comment may become.
fn spellings(value: &str) -> Vec<(RepairKind, String)> {
    let mut found = Vec::new();
    let listed = list(value);
    found.extend(listed.map(|list| (RepairKind::List, list)));
    match value.chars().next() {
        None => return found,
        Some(quote @ ('"' | '\'')) => {
            let requoted = requoted(value, quote);
            let settled = matches!(requoted, Some((RepairKind::OtherQuotes, _)));
            found.extend(requoted);
            if settled {
                return found;
            }
        }
        Some('[') if value.ends_with(']') => found.extend(items(value).map(|list| (RepairKind::QuoteItems, list))),
        Some('[') => found.push((RepairKind::CloseBracket, format!("{value}]"))),
        Some('{') if !value.ends_with('}') => found.push((RepairKind::CloseBracket, format!("{value}}}"))),
        Some(_) => {}
    }
    found.extend(quoted(value).map(|quoted| (RepairKind::QuoteValue, quoted)));
    found
}

/// `text` in quotes, if it needs them.
fn quoted(text: &str) -> Option<String> {
    scalar::write(text, Style::Plain, Place::Block).filter(|source| source != text)
}

/// A value that begins with a quote: the quotes closed, or, where they are, changed for the other kind. Not for two
/// quoted texts (`"a" and "b"`), whose first quote is answered long before the last.
fn requoted(value: &str, quote: char) -> Option<(RepairKind, String)> {
    let rest = &value[1..];
    let Some(inner) = rest.strip_suffix(quote) else {
        let style = if quote == '"' { Style::Double } else { Style::Single };
        let open = !rest.contains(quote);
        return open
            .then(|| scalar::write(rest, style, Place::Block))
            .flatten()
            .map(|text| (RepairKind::CloseQuote, text));
    };
    let is_link = inner.starts_with("[[") && inner.find("]]") == Some(inner.len() - 2);
    if !is_link && inner.find(quote).is_some_and(|at| closes(inner, at)) {
        return None;
    }
    if quote == '\'' {
        return quoted_as(&inner.replace("''", "'"), Style::Double);
    }
    // Before a quote a backslash is an escape; any other is taken for itself.
    quoted_as(&inner.replace("\\\"", "\""), Style::Single)
}

/// Whether the quote at `at` ends a quotation: it follows a word, and none follows it.
fn closes(text: &str, at: usize) -> bool {
    let follows_word = text[..at].ends_with(|c: char| !c.is_whitespace() && c != '\\');
    follows_word && !text[at + 1..].starts_with(char::is_alphanumeric)
}

fn quoted_as(text: &str, style: Style) -> Option<(RepairKind, String)> {
    scalar::write(text, style, Place::Block).map(|text| (RepairKind::OtherQuotes, text))
}

/// Links or quoted texts side by side, as a list.
fn list(value: &str) -> Option<String> {
    let items: Vec<&str> = split(value).into_iter().map(str::trim).collect();
    let is_link = |item: &str| item.starts_with("[[") && item.find("]]") == Some(item.len().saturating_sub(2));
    let is_quoted = |item: &str| {
        let mut quotes = item.match_indices(['"', '\'']).map(|(at, _)| at);
        item.starts_with(['"', '\'']) && quotes.nth(1) == Some(item.len() - 1) && !item.contains('\\')
    };
    let all = items.len() > 1 && items.iter().all(|item| is_link(item) || is_quoted(item));
    let written = |item: &&str| if is_quoted(item) { Some((*item).to_owned()) } else { in_list(item) };
    let items: Option<Vec<String>> = items.iter().map(written).collect();
    items.filter(|_| all).map(|items| format!("[{}]", items.join(", ")))
}

/// The items of `[...]`, those in quotes that need them.
fn items(value: &str) -> Option<String> {
    let inner = value.strip_prefix('[')?.strip_suffix(']')?;
    let written = |item: &str| {
        let words = item.trim();
        if words.is_empty() || words.starts_with(['"', '\'', '{']) || words.starts_with('[') && !words.starts_with("[[")
        {
            return Some(item.to_owned());
        }
        Some(item.replacen(words, &in_list(words)?, 1))
    };
    let items: Option<Vec<String>> = split(inner).into_iter().map(written).collect();
    items.map(|items| format!("[{}]", items.join(","))).filter(|list| list != value)
}

fn in_list(text: &str) -> Option<String> {
    scalar::write(text, Style::Plain, Place::Flow)
}

/// The pieces between commas that stand outside quotes and brackets.
fn split(text: &str) -> Vec<&str> {
    let (mut pieces, mut start, mut depth, mut quote) = (Vec::new(), 0, 0_usize, None);
    for (at, c) in text.char_indices() {
        match c {
            '"' | '\'' if quote == Some(c) => quote = None,
            '"' | '\'' if quote.is_none() && text[start..at].trim().is_empty() => quote = Some(c),
            _ if quote.is_some() => {}
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                pieces.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    pieces.push(&text[start..]);
    pieces
}
