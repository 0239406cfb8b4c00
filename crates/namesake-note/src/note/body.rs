//! The body of a note, read once: sections, list items, table rows, labelled lines, and the ranges that are not
//! prose. Read with a Markdown parser; wikilinks and `%%` comments, which only Obsidian has, are read in `links`.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::generated::generated;
use super::lines::{line_at, lines};
use super::nesting::shallow;
use crate::config::{begin_apart, same_word};
use namesake_names::fold;
use namesake_text::frontmatter::fence::mark;
use namesake_text::links::{self, Link};
use namesake_text::text::{Span, Spans, trimmed};

/// What stands in a note below its frontmatter. All spans are bytes of the whole note.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// Headings with what follows each, in order.
    pub sections: Vec<Section>,
    /// The lines on which list items begin, in order, without the line ending.
    pub items: Vec<Span>,
    /// The rows of all tables, headers included, each with the spans of its trimmed cells.
    pub rows: Vec<Vec<Span>>,
    /// The numbers of the rows with which tables begin.
    pub table_starts: Vec<usize>,
    /// Lines such as `**Date:** 2025-10-31`.
    pub fields: Vec<Field>,
    /// Wikilinks and embeds outside code and comments.
    pub links: Vec<Link>,
    /// Code, HTML and comments: no mention and no damage is looked for inside. In order, not overlapping.
    pub opaque: Vec<Span>,
    /// What a program writes anew between its marks, the marks included: no finding is about it. In order, not overlapping.
    /// The last may reach one byte beyond the text.
    pub generated: Vec<Span>,
    /// The targets of Markdown links, which are addresses and not prose.
    pub addresses: Vec<Span>,
}

/// A heading and what it heads.
#[derive(Debug, Clone)]
pub struct Section {
    /// 1 to 6.
    pub level: u8,
    /// The heading's words without markup signs at its ends.
    pub title: String,
    /// The heading's line without its line ending.
    pub heading: Span,
    /// From behind the heading's line to the next heading of any level, or the end.
    pub content: Span,
}

/// A labelled line.
#[derive(Debug, Clone)]
pub struct Field {
    /// The label without asterisks and colon.
    pub label: String,
    /// The trimmed value.
    pub value: Span,
}

impl Body {
    /// Reads the part of `text` from byte `start` on.
    pub fn read(text: &str, start: usize) -> Self {
        let start = start.max(mark(text));
        let mut body = Self::default();
        let mut headings = Vec::new();
        let mut open = None;
        let (mut blocks, mut code) = (Vec::new(), Vec::new());
        for (event, range) in Parser::new_ext(&shallow(&text[start..]), Options::ENABLE_TABLES).into_offset_iter() {
            let span = Span::from(range).shifted(start);
            match event {
                Event::Start(Tag::Heading { level, .. }) => open = Some((level, span)),
                Event::End(TagEnd::Heading(_)) => headings.extend(open.take()),
                Event::Start(Tag::CodeBlock(_)) => code.push(span),
                Event::Start(Tag::HtmlBlock) => blocks.push(span),
                Event::Code(_) | Event::InlineHtml(_) => body.opaque.push(span),
                Event::Start(Tag::Item) => body.item(text, span),
                Event::Start(Tag::Table(_)) => body.table_starts.push(body.rows.len()),
                Event::Start(Tag::TableHead | Tag::TableRow) => body.rows.push(Vec::new()),
                Event::Start(Tag::TableCell) => {
                    if let Some(row) = body.rows.last_mut() {
                        row.push(trimmed(text, span));
                    }
                }
                Event::Start(Tag::Link { .. } | Tag::Image { .. }) => body.addresses.push(address(text, span)),
                _ => {}
            }
        }
        body.generated = generated(text, start, &code);
        body.opaque.append(&mut blocks);
        body.opaque.append(&mut code);
        body.opaque.extend(links::comments(text, start, &body.opaque));
        body.opaque = Spans::new(std::mem::take(&mut body.opaque)).into_vec();
        body.addresses.sort();
        body.items =
            std::mem::take(&mut body.items).into_iter().filter(|item| !body.is_opaque_at(item.start)).collect();
        body.links = links::read(text, start, &body.opaque);
        body.sections = sections(text, &headings, &body);
        body.fields = fields(text, start, &body);
        body
    }

    /// Notes the line that an item begins on. A thousand lists may begin on one line, which is then looked for once.
    fn item(&mut self, text: &str, item: Span) {
        // The parser counts the line end before a tab to the item behind it.
        let bullet = item.start + (item.of(text).len() - item.of(text).trim_start().len());
        match self.items.last() {
            Some(last) if (last.start..=last.end).contains(&bullet) => {}
            _ => self.items.push(line_at(text, bullet)),
        }
    }

    /// The tables, each with its rows, header included.
    pub fn tables(&self) -> impl Iterator<Item = &[Vec<Span>]> {
        let ends = self.table_starts.iter().copied().skip(1).chain([self.rows.len()]);
        self.table_starts.iter().zip(ends).map(|(start, end)| &self.rows[*start..end])
    }

    /// Whether byte `at` lies in code, HTML or a comment.
    pub fn is_opaque_at(&self, at: usize) -> bool {
        let next = self.opaque.partition_point(|span| span.end <= at);
        self.opaque.get(next).is_some_and(|span| span.start <= at)
    }

    /// Whether `span` touches code, HTML or a comment.
    pub fn is_opaque(&self, span: Span) -> bool {
        let next = self.opaque.partition_point(|other| other.end <= span.start);
        self.opaque.get(next).is_some_and(|other| other.overlaps(span) || other.contains(span))
    }

    /// Whether a change of `span` would change what a program writes.
    pub fn is_generated(&self, span: Span) -> bool {
        let next = self.generated.partition_point(|part| part.end <= span.start);
        self.generated.get(next).is_some_and(|part| part.overlaps(span))
    }

    /// The links that lie wholly in `span`.
    pub fn links_in(&self, span: Span) -> &[Link] {
        let first = self.links.partition_point(|link| link.span.start < span.start);
        let end = self.links.partition_point(|link| link.span.end <= span.end);
        self.links.get(first..end).unwrap_or_default()
    }

    /// Whether an item of a list begins on the line.
    pub fn is_item(&self, line: Span) -> bool {
        self.items.binary_search_by_key(&line.start, |item| item.start).is_ok()
    }

    /// The section that byte `at` stands in, if not above all headings.
    pub fn section_at(&self, at: usize) -> Option<&Section> {
        self.sections[..self.sections.partition_point(|section| section.heading.start < at)].last()
    }

    /// The sections whose headings stand over byte `at`: its own, the one that this is a part of, and so on.
    pub fn sections_over(&self, at: usize) -> impl Iterator<Item = &Section> {
        let above = self.sections.partition_point(|section| section.heading.start < at);
        let mut level = u8::MAX;
        self.sections[..above].iter().rev().filter(move |section| {
            let is_over = section.level < level;
            level = level.min(section.level);
            is_over
        })
    }

    /// The first section whose title is one of `titles`, see [`is_titled`].
    pub fn section(&self, titles: &[String]) -> Option<&Section> {
        self.sections.iter().find(|section| is_titled(&section.title, titles))
    }

    /// What stands under a heading, its subsections included.
    pub fn with_subsections(&self, section: &Section) -> Span {
        let next = self.sections.partition_point(|other| other.heading.start <= section.heading.start);
        let inner = self.sections[next..].iter().take_while(|other| other.level > section.level);
        Span::new(section.content.start, inner.last().unwrap_or(section).content.end)
    }

    /// What stands under every heading that says one of `titles`, see [`is_titled`], its subsections included.
    pub fn under(&self, titles: &[String]) -> Vec<Span> {
        let meant = self.sections.iter().filter(|section| is_titled(&section.title, titles));
        meant.map(|section| self.with_subsections(section)).collect()
    }

    /// The lines labelled with one of `labels`, without regard to case.
    pub fn fields_of(&self, labels: &[&str]) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| labels.iter().any(|label| same_word(label, &field.label)))
    }

    /// The value of the first line labelled with one of `labels`, without regard to case, and how many there are.
    pub fn field(&self, labels: &[&str]) -> Option<(&Field, usize)> {
        let mut all = self.fields_of(labels);
        let first = all.next()?;
        Some((first, 1 + all.count()))
    }
}

/// What stands between two titles that share a heading.
const JOINTS: [&str; 13] = ["/", " /", "&", " &", "+", " +", ",", " and ", " und ", " et ", " y ", " en ", " e "];

/// Whether a heading says one of `titles` or several of them and nothing else, without regard to case, accents and
/// signs and to a number before it: `✅ Action items and next steps`, `Key-facts 📌`.
pub fn is_titled(heading: &str, titles: &[String]) -> bool {
    let words = heading.trim_start_matches(|c: char| !c.is_alphabetic());
    let has_more = words.len() < heading.len();
    // A heading that is a question or struck out does not count.
    let is_said = !words.is_empty() && !heading.ends_with(['?', '~']);
    titles.iter().any(|title| {
        let is_one = || same_word(title, words) || is_said && is_alike(title, words);
        let is_several = || behind(words, title).is_some_and(|rest| is_titled(rest, titles));
        // The first letters differ for nearly all headings.
        (!begin_apart(title, words) && (is_one() || is_several())) || (has_more && same_word(title, heading))
    })
}

/// Whether a heading equals a title, apart from case, accents and signs.
fn is_alike(title: &str, heading: &str) -> bool {
    if !heading.is_ascii() {
        return fold(title) == fold(heading);
    }
    // Folding would make two new texts, and nearly all headings differ in their second letter.
    let letters = |text| str::bytes(text).filter(u8::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase());
    if title.is_ascii() {
        return letters(title).eq(letters(heading));
    }
    // `A faire`, `Proximos pasos`: accents are left out as often as they are written.
    title.chars().count() == heading.len() && fold(title) == fold(heading)
}

/// What else a heading says that begins with `title`.
fn behind<'h>(heading: &'h str, title: &str) -> Option<&'h str> {
    let (first, rest) = heading.split_at_checked(title.len()).filter(|(first, _)| same_word(title, first))?;
    JOINTS.iter().find_map(|joint| rest.strip_prefix(joint)).filter(|_| !first.is_empty())
}

/// Bytes of the bullet or number, with the blanks behind it, that an item at the left edge begins with.
pub fn bullet(words: &str) -> Option<usize> {
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let signs: &[char] = if digits == 0 { &['-', '*', '+'] } else { &['.', ')'] };
    let rest = words[digits..].strip_prefix(signs).filter(|rest| rest.starts_with([' ', '\t']))?;
    Some(words.len() - rest.trim_start().len())
}

/// What stands before the first comment in a line, and what behind it; nothing does where it is never closed.
pub fn comment(line: &str) -> Option<(&str, Option<&str>)> {
    let at = line.find("%%").into_iter().chain(line.find("<!--")).min()?;
    let (open, close) = if line[at..].starts_with('%') { (2, "%%") } else { (4, "-->") };
    Some((&line[..at], line[at + open..].split_once(close).map(|(_, behind)| behind)))
}

fn sections(text: &str, headings: &[(HeadingLevel, Span)], body: &Body) -> Vec<Section> {
    let lines: Vec<(u8, Span, Span)> = headings
        .iter()
        // A heading inside a list item or a quote begins no section.
        .filter(|(_, span)| line_at(text, span.start).start == span.start && !body.is_opaque_at(span.start))
        .map(|&(level, span)| (level as u8, span, Span::new(span.start, span.start + span.of(text).trim_end().len())))
        .collect();
    lines
        .iter()
        .enumerate()
        .map(|(i, &(level, whole, heading))| {
            let end = lines.get(i + 1).map_or(text.len(), |next| next.1.start);
            let words = heading.of(text).lines().next().unwrap_or_default();
            let title = words.trim().trim_matches('#').trim().trim_matches(['*', '_', ':']).trim().to_owned();
            Section { level, title, heading, content: Span::new(whole.end.min(end), end) }
        })
        .collect()
}

fn fields(text: &str, start: usize, body: &Body) -> Vec<Field> {
    lines(text, Span::new(start, text.len()))
        .filter_map(|line| {
            let words = line.of(text).trim_start();
            let words = ["- ", "* ", "+ "].iter().find_map(|bullet| words.strip_prefix(bullet)).unwrap_or(words);
            let (label, rest) = words.trim_start().strip_prefix("**")?.split_once("**")?;
            let value = Span::new(line.end - rest.len(), line.end);
            let inside = label.trim_end().ends_with(':');
            let value = match (inside, value.of(text).trim_start().strip_prefix(':')) {
                (true, _) => value,
                (false, Some(rest)) => Span::new(line.end - rest.len(), line.end),
                (false, None) => return None,
            };
            let label = label.trim().trim_end_matches(':').trim();
            (!label.is_empty() && !body.is_opaque_at(line.start))
                .then(|| Field { label: label.to_owned(), value: trimmed(text, value) })
        })
        .collect()
}

/// The target of `[words](target)` without the words, which are prose. An autolink is address from end to end, and so
/// are `[words]` and `[words][]`, which refer to a definition of the same words.
fn address(text: &str, link: Span) -> Span {
    let inner = link.of(text);
    let at =
        inner.rfind("](").or_else(|| inner.rfind("][")).filter(|_| !inner.starts_with('<') && !inner.ends_with("[]"));
    at.map_or(link, |at| Span::new(link.start + at + 2, link.end))
}
