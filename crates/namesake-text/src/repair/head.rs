//! Heads of notes that are meant as properties and are none to Obsidian: a block that is never closed, blanks in front
//! of one, TOML, JSON. Strict on purpose: a rule with prose below it is no block.

use super::line;
use crate::frontmatter::fence::{is_unseen, lines, mark};
use crate::frontmatter::schema::USUAL_NAMES;
use crate::frontmatter::{Entry, Fence, Frontmatter, Item, Root, Style, Value, is_typed};
use crate::text::{Edit, Span, apply};

/// What keeps the head of a note from being a block of properties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeadFault {
    /// A `---` line with properties below it and none to close them.
    Unclosed {
        /// Where the closing line may come, the likeliest first.
        closings: Vec<Closing>,
    },
    /// Blanks, signs that nobody sees or blank lines before a block that is right otherwise.
    Indented {
        /// The blanks.
        blanks: Span,
    },
    /// Properties and the `---` line below them, and none above.
    Unopened {
        /// Puts the first line in.
        edit: Edit,
    },
    /// `name = value` between `+++` lines.
    Toml {
        /// From the first `+++` line to the last.
        span: Span,
    },
    /// A JSON object without fences.
    Json {
        /// From its first brace to its last.
        span: Span,
    },
}

/// A closing line that would make properties of what stands above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// Puts it in; replaces the line that stands in its place, such as YAML's `...`.
    pub edit: Edit,
    /// The number of the line, from 1.
    pub line: usize,
}

/// The fault in the head of `text`; `None` where it holds a block, or nothing that is meant as one.
pub fn head_fault(text: &str) -> Option<HeadFault> {
    let start = mark(text);
    match Fence::find(text) {
        Fence::Block(_) => None,
        Fence::Unclosed { .. } => {
            let closings = closings(text);
            (!closings.is_empty()).then_some(HeadFault::Unclosed { closings })
        }
        Fence::None => indented(text, start)
            .or_else(|| unopened(text, start))
            .or_else(|| toml(text, start))
            .or_else(|| json(text, start)),
    }
}

/// Where a closing fence is missing under the first line of dashes, the likeliest place first. Empty where what stands
/// there does not look like properties, or would not be any.
pub fn closings(text: &str) -> Vec<Closing> {
    let mut found = Vec::new();
    let all: Vec<Span> = lines(text, mark(text)).collect();
    let Some(open) = all.first() else { return found };
    let eol = if open.of(text).ends_with("\r\n") { "\r\n" } else { "\n" };
    let mut at = 1;
    while let Some(place) = paragraph_end(text, &all, at) {
        let line = all.get(place).copied().unwrap_or(Span::at(text.len()));
        let words = line.of(text);
        let edit = match words.trim() {
            "..." | "---" => Edit::replace(Span::new(line.start, line.start + words.trim_end().len()), "---"),
            _ if line.start > open.start && text[..line.start].ends_with('\n') => {
                Edit::insert(line.start, format!("---{eol}"))
            }
            _ => Edit::insert(line.start, format!("{eol}---")),
        };
        let replaces = !edit.span.is_empty();
        if apply(text, std::slice::from_ref(&edit)).is_ok_and(|after| is_meant(&after)) {
            found.insert(0, Closing { edit, line: place + 1 });
        }
        if replaces {
            break;
        }
        // What goes on below blank lines may be more properties.
        let Some(next) = (place..all.len()).find(|at| !all[*at].of(text).trim().is_empty()) else { break };
        if next == place {
            break;
        }
        at = next;
    }
    found
}

/// The line after the last of those from `at` on that look like properties, if what follows may end a block: a blank
/// line, a heading, `...`, dashes behind blanks, or nothing.
fn paragraph_end(text: &str, all: &[Span], at: usize) -> Option<usize> {
    let words = |at: usize| all.get(at).map_or("", |line| line.of(text).trim_end());
    line::name(words(at)).filter(|(indent, _)| *indent == 0)?;
    let mut end = at;
    loop {
        let line = words(end);
        let is_heading = line.starts_with('#') && line::name(words(end + 1)).is_none();
        if line.is_empty() || is_heading || line == "..." || line.trim() == "---" && line != "---" {
            return Some(end);
        }
        let fits = line.starts_with('#') || line::name(line).is_some() || line::belongs_above(line);
        if !fits {
            return None;
        }
        end += 1;
    }
}

/// Whether `text` begins with a block of properties that somebody meant as such: their names are words, and one of
/// them is in lower case (`Anna: Hello` is talk).
pub(super) fn is_meant(text: &str) -> bool {
    let fm = Frontmatter::read(text);
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ');
    let is_name = |name: &str| name.chars().all(is_word) && name.split(' ').count() <= 3;
    fm.is_valid()
        && fm.root == Root::Block
        && fm.entries.iter().all(|entry| is_name(&entry.key))
        && fm.entries.iter().any(|entry| entry.key.starts_with(char::is_lowercase))
}

fn indented(text: &str, start: usize) -> Option<HeadFault> {
    // A sign that could not be decoded is seen, and stands for something.
    let is_blank = |c| c != char::REPLACEMENT_CHARACTER && is_unseen(c) || matches!(c, ' ' | '\t' | '\r' | '\n');
    let rest = text[start..].trim_start_matches(is_blank);
    let blanks = Span::new(start, text.len() - rest.len());
    (!blanks.is_empty() && is_meant(rest)).then_some(HeadFault::Indented { blanks })
}

/// Several properties from the first line on, one of them of a usual name: above a `---` line one alone is a heading.
fn unopened(text: &str, start: usize) -> Option<HeadFault> {
    let first = lines(text, start).next()?;
    line::name(first.of(text).trim_end()).filter(|(indent, _)| *indent == 0)?;
    let fits = |line: &str| line::name(line).is_some() || line::belongs_above(line);
    let below = lines(text, start).map(|line| line.of(text).trim_end()).find(|line| !fits(line))?;
    if below != "---" {
        return None;
    }
    let eol = if first.of(text).ends_with("\r\n") { "\r\n" } else { "\n" };
    let edit = Edit::insert(start, format!("---{eol}"));
    let after = apply(text, std::slice::from_ref(&edit)).ok().filter(|after| is_meant(after))?;
    let entries = Frontmatter::read(&after).entries;
    let is_usual = |entry: &Entry| USUAL_NAMES.contains(&entry.key.to_lowercase().as_str());
    (entries.len() > 1 && entries.iter().any(is_usual)).then_some(HeadFault::Unopened { edit })
}

fn toml(text: &str, start: usize) -> Option<HeadFault> {
    let mut lines = lines(text, start);
    let open = lines.next().filter(|line| line.of(text).trim_end() == "+++")?;
    let mut pairs = 0;
    for span in lines {
        let line = span.of(text).trim_end();
        if line == "+++" {
            return (pairs > 0).then_some(HeadFault::Toml { span: Span::new(open.start, span.start + line.len()) });
        }
        let is_pair = line.split_once('=').is_some_and(|(name, _)| !name.trim().is_empty());
        pairs += usize::from(is_pair);
        if !(is_pair || line.is_empty() || line.starts_with(['#', '[', ']', ' ', '\t'])) {
            return None;
        }
    }
    None
}

/// A JSON object at the head, alone on its lines.
fn json(text: &str, start: usize) -> Option<HeadFault> {
    let rest = &text[start..];
    let len = object_len(rest)?;
    let mut after = rest[len..].split('\n');
    let alone = after.next().is_none_or(|line| line.trim().is_empty());
    let ends = alone && after.next().is_none_or(|line| line.trim().is_empty());
    let block = ["---\n", &rest[..len], "\n---\n"].concat();
    let fm = Frontmatter::read(&block);
    let quoted = fm.entries.iter().all(|entry| entry.key_span.of(&block).starts_with('"'));
    let is_json = !fm.entries.is_empty() && fm.root == Root::Flow && fm.comments.is_empty();
    (ends && is_json && quoted && fm.entries.iter().all(|entry| is_json_value(&entry.value)))
        .then_some(HeadFault::Json { span: Span::new(start, start + len) })
}

/// The length of the `{...}` at the head of `text`, in bytes; braces in strings do not count.
fn object_len(text: &str) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate().take_while(|(at, byte)| *at > 0 || *byte == b'{') {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' if !quoted => depth += 1,
            b'}' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether JSON has such a value: texts in double quotes, numbers, `true`, `false`, `null`.
fn is_json_value(value: &Value) -> bool {
    let is_text = |item: &Item| matches!(item.value, Value::Scalar { style: Style::Double, .. });
    match value {
        Value::Scalar { text, style } => *style == Style::Double || *style == Style::Plain && is_typed(text),
        Value::List { items, plain, .. } => *plain && items.iter().all(|item| is_json_value(&item.value)),
        Value::Map { pairs, plain, .. } => {
            *plain && pairs.iter().all(|(key, value)| is_text(key) && is_json_value(&value.value))
        }
        Value::Null => true,
        Value::Other => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(text: &str) -> Vec<String> {
        closings(text).into_iter().map(|closing| apply(text, &[closing.edit]).unwrap()).collect()
    }

    #[test]
    fn a_block_that_is_never_closed_is_closed_where_its_properties_end() {
        assert_eq!(closed("---\ntype: a\ntags:\n  - b\n\nText\n"), ["---\ntype: a\ntags:\n  - b\n---\n\nText\n"]);
        assert_eq!(closed("---\r\ntype: a\r\n# Heading\r\n"), ["---\r\ntype: a\r\n---\r\n# Heading\r\n"]);
        assert_eq!(closed("---\ntype: a\n# about b\nb: 1\n"), ["---\ntype: a\n# about b\nb: 1\n---\n"]);
        assert_eq!(closed("---\ntype: a"), ["---\ntype: a\n---"]);
    }

    #[test]
    fn a_line_in_the_place_of_the_fence_becomes_one() {
        assert_eq!(closed("\u{feff}---\r\ntype: a\r\n...\r\nText"), ["\u{feff}---\r\ntype: a\r\n---\r\nText"]);
        assert_eq!(closed("---\ntype: a\n ---  \nText"), ["---\ntype: a\n---  \nText"]);
    }

    #[test]
    fn properties_may_go_on_below_a_blank_line() {
        assert_eq!(
            closed("---\ntype: a\n\ntags: b\n\nText\n"),
            ["---\ntype: a\n\ntags: b\n---\n\nText\n", "---\ntype: a\n---\n\ntags: b\n\nText\n"]
        );
    }

    #[test]
    fn a_rule_above_prose_is_no_block() {
        for text in [
            "---\n",
            "---",
            "---\n\ntype: a\n",
            "---\nWe met. It was: good.\n",
            "---\ntype: a\nand more of this text\n\n",
            "---\nNote: mind the gap\n\nText\n",
            "---\nAnna: Hello!\nBen: Hello.\n",
            "---\n- one\n- two\n",
            "---\nwe decided this at once: go\n",
            "---\nhttps://example.org\n",
            "---\n# Heading\ntype: a\n",
            "---\ntype: [a\n\n",
            "----\ntype: a\n",
        ] {
            assert_eq!(head_fault(text), None, "{text}");
        }
    }

    #[test]
    fn blanks_before_a_block_hide_it() {
        assert_eq!(head_fault("\n \t\r\n---\ntype: a\n---\n"), Some(HeadFault::Indented { blanks: Span::new(0, 5) }));
        assert_eq!(head_fault("\u{feff} ---\ntype: a\n---\n"), Some(HeadFault::Indented { blanks: Span::new(3, 4) }));
        assert_eq!(head_fault("\u{200b}\n---\ntype: a\n---\n"), Some(HeadFault::Indented { blanks: Span::new(0, 4) }));
        for text in [
            "\n---\nSome text\n---\n",
            "\n---\nNote: so\n---\n",
            "\n---\na: [\n---\n",
            "\n---\n---\n",
            "\n",
            "\u{fffd}\n---\ntype: a\n---\n",
        ] {
            assert_eq!(head_fault(text), None, "{text}");
        }
    }

    #[test]
    fn a_first_line_that_is_missing_is_put_in() {
        let opened = |text: &str| match head_fault(text) {
            Some(HeadFault::Unopened { edit }) => apply(text, &[edit]).ok(),
            _ => None,
        };
        assert_eq!(
            opened("title: A\ntags:\n  - b\n---\nText\n").as_deref(),
            Some("---\ntitle: A\ntags:\n  - b\n---\nText\n")
        );
        assert_eq!(
            opened("\u{feff}title: A\r\nyear: 7\r\n---\r\n").as_deref(),
            Some("\u{feff}---\r\ntitle: A\r\nyear: 7\r\n---\r\n")
        );
        for text in [
            "title: A\n---\n",
            "Anna: Hello!\nBen: Hello.\n---\n",
            "depot: A\nyear: 7\n---\n",
            "title: A\nyear: 7\n\n---\n",
            "title: A\nand more\n---\n",
            "title: A\nyear: 7\n",
            "title: A\nyear: [\n---\n",
        ] {
            assert_eq!(opened(text), None, "{text}");
        }
    }

    #[test]
    fn toml_and_json_are_known_by_all_of_them() {
        let toml = "+++\na = 1\n\n[b]\nc = \"d\"\n+++";
        assert_eq!(head_fault(&format!("{toml}\nText")), Some(HeadFault::Toml { span: Span::new(0, toml.len()) }));
        let json = "{\n  \"a\": [1, null, \"}\"],\n  \"b\": {\"c\": true}\n}";
        let span = Span::new(0, json.len());
        assert_eq!(head_fault(json), Some(HeadFault::Json { span }));
        assert_eq!(head_fault(&format!("{json}\n\nText")), Some(HeadFault::Json { span }));
        for text in [
            "+++\ntext\n+++\n",
            "+++\na = 1\n",
            "+++ b\na = 1\n+++\n",
            "{}",
            "{a: 1}\n",
            "{\"a\": b}\n",
            "{\"a\": 1} and text\n",
            "{\"a\": 1}\ntext\n",
            "{\"a\": 1",
            "{{date}}\n",
            "{'a': 1}",
        ] {
            assert_eq!(head_fault(text), None, "{text}");
        }
    }
}
