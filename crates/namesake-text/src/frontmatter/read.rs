//! From the parser's events to properties with places. The parser's spans often begin or end elsewhere than one
//! expects; this module corrects them, so that all others may trust what the documentation of a span says.

use namesake_language::{Said, say};

use crate::frontmatter::yaml::{
    ErrorKind, Event, Marker, ScalarStyle, ScanError, Span as Range, StructureStyle, events,
};

use super::fence::{Block, Fence};
use super::model::{Entry, Frontmatter, LARGEST, Root, YamlError};
use super::usual;
use super::value::{Item, Style, Value, is_null};
use crate::text::{Span, line_number};

/// Deeper nesting is an error: no note needs it, and values are walked recursively.
const NESTING: usize = 64;

impl Frontmatter {
    /// Reads the block at the head of `text`. Never fails: what cannot be read is told in `error`.
    pub fn read(text: &str) -> Self {
        let fence = Fence::find(text);
        let Some(block) = fence.block() else { return Self { fence, ..Self::default() } };
        let read = read(text, block);
        Self { repeats: repeats(&read.entries), ..read }
    }
}

/// Up to this many names, comparing all pairs is faster than sorting.
const FEW: usize = 24;

/// Whether two entries have one name. Computed once for each note, since nearly every rule asks.
fn repeats(entries: &[Entry]) -> bool {
    if entries.len() <= FEW {
        let is_there = |(at, entry): (usize, &Entry)| entries[..at].iter().any(|other| other.key == entry.key);
        return entries.iter().enumerate().any(is_there);
    }
    let mut names: Vec<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
    names.sort_unstable();
    names.windows(2).any(|pair| pair[0] == pair[1])
}

/// Reads the block with the reader for usual blocks, else with the parser. With debug assertions on, as in tests and
/// when fuzzing, both readers read a usual block and have to agree.
fn read(text: &str, block: Block) -> Frontmatter {
    let Some(read) = usual::read(text, block) else { return parse(text, block) };
    debug_assert_eq!(read, parse(text, block));
    Frontmatter { usual: true, ..read }
}

/// Reads the block with the parser.
pub(super) fn parse(text: &str, block: Block) -> Frontmatter {
    let fence = Fence::Block(block);
    match Reader::new(text, block).run() {
        Ok(read) => Frontmatter { fence, ..read },
        Err(error) => Frontmatter { fence, error: Some(error), ..Frontmatter::default() },
    }
}

struct Reader<'t> {
    text: &'t str,
    yaml: Span,
    open: Vec<Open>,
    root: Option<Item>,
    comments: Vec<Span>,
    unknown_aliases: Vec<Span>,
    documents: usize,
    /// Where the last token that stands in the source ends.
    last_end: usize,
}

/// A collection whose end is not reached.
struct Open {
    start: usize,
    flow: bool,
    plain: bool,
    /// How many comments had come before it.
    comments: usize,
    children: Children,
}

enum Children {
    List(Vec<Item>),
    Map { pairs: Vec<(Item, Item)>, key: Option<Item> },
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, block: Block) -> Self {
        let yaml = block.yaml;
        let (open, comments, unknown_aliases) = (Vec::new(), Vec::new(), Vec::new());
        Self { text, yaml, open, root: None, comments, unknown_aliases, documents: 0, last_end: yaml.start }
    }

    fn run(mut self) -> Result<Frontmatter, YamlError> {
        if self.yaml.len() > LARGEST {
            let message = say!("the properties are over 1 MB; shorten them, or close the block");
            return Err(self.error(self.yaml.start, message));
        }
        for event in events(self.yaml.of(self.text), NESTING) {
            let (event, range) = event.map_err(|error| self.scan_error(&error))?;
            self.take(event, range)?;
        }
        self.finish()
    }

    fn take(&mut self, event: Event, range: Range) -> Result<(), YamlError> {
        let span = self.span(range);
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    let dashes = self.text[span.start..].starts_with("---");
                    let what = if dashes {
                        say!("a line of the properties begins with `---`; take the dashes out")
                    } else {
                        say!("a line `...` ends the properties above; take it out, or write `---` instead of it")
                    };
                    return Err(self.error(span.start, what));
                }
            }
            Event::Comment(..) => self.comments.push(span),
            Event::Scalar(text, style, anchor, tag) => {
                let plain = anchor == 0 && tag.is_none();
                let item = self.scalar(&text, style, plain, span);
                self.last_end = self.last_end.max(span.end);
                self.put(item);
            }
            Event::Alias(_) => self.put(Item { value: Value::Other, span, plain: false }),
            Event::UnresolvedAlias(_) => {
                self.unknown_aliases.push(span);
                self.put(Item { value: Value::Other, span, plain: false });
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.enter(style, anchor == 0 && tag.is_none(), span, Children::List(Vec::new()));
            }
            Event::MappingStart(style, anchor, tag) => {
                let children = Children::Map { pairs: Vec::new(), key: None };
                self.enter(style, anchor == 0 && tag.is_none(), span, children);
            }
            Event::SequenceEnd | Event::MappingEnd => self.leave(span),
            _ => {}
        }
        Ok(())
    }

    fn enter(&mut self, style: StructureStyle, plain: bool, span: Span, children: Children) {
        let flow = style == StructureStyle::Flow;
        let is_value = matches!(self.open.last().map(|open| &open.children), Some(Children::Map { key: Some(_), .. }));
        let list = matches!(children, Children::List(_));
        let start = if list && !flow && is_value { self.first_dash(span.start) } else { span.start };
        self.open.push(Open { start, flow, plain, comments: self.comments.len(), children });
    }

    /// The first dash of a list that is a value. Where the dashes stand no deeper than the key, the parser's span
    /// starts after it. It is the first dash to begin a line after the key.
    fn first_dash(&self, start: usize) -> usize {
        let mut at = self.last_end.min(start);
        for (line, whole) in self.text[at..self.yaml.end].split_inclusive('\n').enumerate() {
            let rest = whole.trim_start_matches(' ');
            if at > start {
                break;
            }
            if line > 0 && rest.starts_with('-') {
                return at + whole.len() - rest.len();
            }
            at += whole.len();
        }
        start
    }

    fn leave(&mut self, span: Span) {
        let Some(open) = self.open.pop() else { return };
        let last = match &open.children {
            Children::List(items) => items.last().map(|item| item.span.end),
            Children::Map { pairs, .. } => pairs.last().map(|(_, value)| value.span.end),
        };
        let end = if open.flow { span.end } else { last.unwrap_or(open.start) };
        let span = Span::new(open.start.min(end), end);
        self.last_end = self.last_end.max(end);
        let commented = self.comments[open.comments..].iter().any(|comment| self.is_inside(*comment, span, open.flow));
        let children_plain = match &open.children {
            Children::List(items) => items.iter().all(|item| item.plain),
            Children::Map { pairs, .. } => pairs.iter().all(|(key, value)| key.plain && value.plain),
        };
        let (flow, plain) = (open.flow, open.plain && !commented && children_plain);
        let value = match open.children {
            Children::List(items) => Value::List { items, flow, plain },
            Children::Map { pairs, .. } => Value::Map { pairs, flow, plain },
        };
        self.put(Item { value, span, plain });
    }

    /// A comment belongs to a block collection also on the line of its last value, and indented below it.
    fn is_inside(&self, comment: Span, span: Span, flow: bool) -> bool {
        if comment.start < span.end {
            return comment.start > span.start;
        }
        !flow && (!self.text[span.end..comment.start].contains('\n') || self.column(comment.start) > 0)
    }

    fn scalar(&self, text: &str, style: ScalarStyle, plain: bool, span: Span) -> Item {
        let style = match style {
            // What is absent comes as `~` without a place, an anchor on it or not; a tag makes it a text.
            ScalarStyle::Plain if span.is_empty() && text == "~" => return Item { value: Value::Null, span, plain },
            ScalarStyle::Plain if plain && is_null(text) => return Item { value: Value::Null, span, plain },
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted => Style::Single,
            ScalarStyle::DoubleQuoted => Style::Double,
            ScalarStyle::Literal => Style::Literal,
            ScalarStyle::Folded => Style::Folded,
        };
        let span = if matches!(style, Style::Literal | Style::Folded) { self.with_header(span) } else { span };
        Item { value: Value::Scalar { text: text.to_owned(), style }, span, plain }
    }

    /// The parser's span of a block scalar starts after the `|` or `>` line.
    fn with_header(&self, span: Span) -> Span {
        let before = &self.text[self.last_end.min(span.start)..span.start];
        let header = before.find(['|', '>']).map_or(span.start, |at| span.start - before.len() + at);
        Span::new(header, span.end.max(header + 1).min(self.yaml.end))
    }

    fn put(&mut self, mut item: Item) {
        let text = self.text;
        self.last_end = self.last_end.max(item.span.end);
        let Some(open) = self.open.last_mut() else {
            self.root = Some(item);
            return;
        };
        match &mut open.children {
            Children::List(items) => items.push(item),
            Children::Map { pairs, key } => match key.take() {
                None => *key = Some(item),
                Some(key) => {
                    if item.value == Value::Null && item.span.is_empty() {
                        item.span = after_colon(text, key.span, item.span);
                    }
                    pairs.push((key, item));
                }
            },
        }
    }

    fn finish(self) -> Result<Frontmatter, YamlError> {
        let (root, entries) = match &self.root {
            None | Some(Item { value: Value::Null, .. }) => (Root::Empty, Vec::new()),
            Some(Item { value: Value::Map { pairs, flow: true, .. }, .. }) => (Root::Flow, self.entries(pairs, true)),
            Some(Item { value: Value::Map { pairs, .. }, .. }) => (Root::Block, self.entries(pairs, false)),
            Some(item) => {
                let message = match item.value {
                    Value::List { .. } => say!("the block holds a list; properties need the form `name: value`"),
                    _ => say!("the block holds a single text; properties need the form `name: value`"),
                };
                return Err(self.error(item.span.start, message));
            }
        };
        let (comments, unknown_aliases) = (self.comments, self.unknown_aliases);
        Ok(Frontmatter { entries, root, comments, unknown_aliases, ..Frontmatter::default() })
    }

    fn entries(&self, pairs: &[(Item, Item)], flow: bool) -> Vec<Entry> {
        let entry = |(key, value): &(Item, Item)| {
            let whole = Span::new(key.span.start, value.span.end.max(key.span.end));
            let decoded = match &key.value {
                Value::Scalar { text, .. } => text.clone(),
                _ => key.span.of(self.text).to_owned(),
            };
            Entry {
                key: decoded,
                key_span: key.span,
                value: value.value.clone(),
                value_span: value.span,
                span: if flow { whole } else { self.lines(whole) },
                plain: key.plain && value.plain,
            }
        };
        pairs.iter().map(entry).collect()
    }

    /// The whole lines a span touches. A span that ends with a line ending (a block scalar's) takes no further line.
    fn lines(&self, span: Span) -> Span {
        let start = self.text[..span.start].rfind('\n').map_or(self.yaml.start, |at| at + 1);
        let closed = span.end > span.start && self.text[..span.end].ends_with('\n');
        let rest = self.text[span.end..self.yaml.end].find('\n').map_or(self.yaml.end, |at| span.end + at + 1);
        Span::new(start, if closed { span.end } else { rest })
    }

    /// The parser's range in bytes of the note.
    fn span(&self, range: Range) -> Span {
        let range = range.byte_range().unwrap_or_default();
        Span::new(self.boundary(range.start), self.boundary(range.end.max(range.start)))
    }

    /// An offset in the block as one in the note that is sure to lie on a character.
    fn boundary(&self, offset: usize) -> usize {
        self.text.floor_char_boundary(self.yaml.start + offset.min(self.yaml.len()))
    }

    fn column(&self, at: usize) -> usize {
        at - self.text[..at].rfind('\n').map_or(0, |line| line + 1)
    }

    fn error(&self, offset: usize, message: Said) -> YamlError {
        let before = &self.text[..offset];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        YamlError {
            line: line_number(self.text, offset),
            column: before[line_start..].trim_start_matches('\u{feff}').chars().count() + 1,
            offset,
            message,
        }
    }

    fn scan_error(&self, error: &ScanError) -> YamlError {
        let at = |marker: &Marker| self.boundary(marker.byte_offset().unwrap_or_default());
        let place = at(error.marker());
        // What nobody does by accident has the parser's own words.
        let unusual = || say!("{what}; put the value in quotes or correct the line", what = error.info());
        self.error(place, advice(error.kind()).unwrap_or_else(unusual))
    }
}

/// What is wrong and what to do about it, for somebody who does not know YAML. `None` for errors that nobody makes by
/// accident.
fn advice(kind: &ErrorKind) -> Option<Said> {
    use ErrorKind as E;
    let advice = match kind {
        E::MappingValueNotAllowed => {
            say!(
                "a second `: ` stands in the line, or the line is indented too far; put the value in quotes \
                 (`title: \"a: b\"`), or begin the line where the others begin"
            )
        }
        E::SimpleKeyExpected => say!("the line is no property; write `name: value`, with a blank after the colon"),
        E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabNotAllowed
        | E::TabInPlainScalar
        | E::TabAtBlockScalarStart => say!("a line below a property begins with a tab; replace the tab by blanks"),
        E::UnclosedQuotedScalar | E::InvalidQuotedScalarIndent | E::DocumentIndicatorInQuotedScalar => {
            say!("a quote is opened and not closed; put the closing quote at the end of the value")
        }
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => {
            say!("text follows the closing quote; put quotes of the other kind around the whole value")
        }
        E::UnknownQuotedScalarEscape | E::InvalidQuotedScalarHexEscape => {
            say!("between double quotes `\\` has a meaning of its own; use single quotes (`'C:\\Users'`)")
        }
        E::UnclosedFlowCollection { .. }
        | E::MismatchedFlowCollectionEnd { .. }
        | E::MisplacedFlowCollectionEnd
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::InvalidColonPlacement
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator => {
            say!(
                "a bracket has no partner, or a comma between two items is missing; close it, or put the value in \
                 quotes"
            )
        }
        E::BlockSequenceEntryNotAllowed => {
            say!("a value begins with `- `; put it in quotes, or put each item of a list on a line of its own")
        }
        E::ExpectedBlockMappingKey | E::ExpectedBlockSequenceEntry | E::InvalidIndentation => {
            say!(
                "something follows the value, or the line does not begin where the lines above do; put the whole value \
                 in quotes, or indent the line as they are"
            )
        }
        E::ExpectedDocumentStart => {
            say!("the properties do not all begin in the same column; take the blanks before them away")
        }
        E::DirectiveDisallowed => say!("a line begins with `%`; put the name in quotes"),
        E::InvalidTagTerminator | E::InvalidGlobalTagCharacter | E::MissingTagUri | E::UndeclaredTagHandle => {
            say!("a value begins with `!`; put it in quotes (`cover: \"![[a.png]]\"`)")
        }
        E::MissingAnchorOrAliasName => say!("a value begins with `*` or `&`; put it in quotes"),
        E::InvalidBlockScalarHeader => say!("text follows a `|` or `>`; put the value in quotes"),
        E::RecursionLimitExceeded => {
            say!("the value is nested too deeply; take some of the brackets or indented lines out")
        }
        E::BomInsideDocument => say!("an invisible sign (a byte order mark) stands here; take it out"),
        E::UnexpectedCharacter { character } if character.is_control() => {
            say!("an invisible sign stands here; take it out")
        }
        E::UnexpectedCharacter { character: '`' } => say!("a value must not begin with a backtick; put it in quotes"),
        E::UnexpectedCharacter { character } => {
            say!("a value must not begin with `{character}`; put it in quotes", character)
        }
        _ => return None,
    };
    Some(advice)
}

/// An absent value is reported where its key ends; an insertion wants the place after the colon.
fn after_colon(text: &str, key: Span, value: Span) -> Span {
    let between = &text[key.end..];
    let blanks = between.len() - between.trim_start_matches([' ', '\t']).len();
    let colon = key.end + blanks;
    if value.start <= colon && text[colon..].starts_with(':') { Span::at(colon + 1) } else { value }
}
