//! A note's body as a tree of headings, with the footer apart that templates put at the end.

use namesake_names::fold;
use namesake_text::frontmatter::fence::mark;
use namesake_text::text::Span;
use namesake_vault::note::{Note, Section, lines};
use namesake_vault::vault::Vault;

/// The body of a note.
pub struct Outline<'n> {
    /// What stands before the first heading and, where that names the person, what stands right below it.
    pub own: Vec<Span>,
    /// The place of the heading that names the person.
    pub name: Option<Span>,
    /// The sections, those below the name's heading like those beside it.
    pub sections: Vec<Node<'n>>,
    /// The line `---` near the end and what follows it; empty where there is none.
    pub footer: Span,
}

/// A section with those inside it.
pub struct Node<'n> {
    pub section: &'n Section,
    /// What stands below the heading and before the next one.
    pub own: Span,
    pub inner: Vec<Node<'n>>,
}

impl Node<'_> {
    /// Where it ends, with what is inside.
    pub fn end(&self) -> usize {
        self.inner.last().map_or(self.own.end, Node::end)
    }

    /// Whether both have one title. A title of several lines, of which `other` in `note` may have one, is like no other.
    pub fn is_like(&self, other: &Self, note: &Note) -> bool {
        is_one_line(note, other.section)
            && self.section.title.trim().to_lowercase() == other.section.title.trim().to_lowercase()
    }
}

impl<'n> Outline<'n> {
    pub fn of(vault: &Vault, note: &'n Note) -> Self {
        let body = note.body();
        let footer = footer(note);
        let start = body_start(note);
        let before = Span::new(start, body.sections.first().map_or(footer.start, |first| first.heading.start));
        let (mut own, mut rest) = (vec![before], body.sections.as_slice());
        let name = name_heading(vault, note).and_then(|_| rest.split_first()).map(|(first, others)| {
            own.push(clamped(first.content, footer.start));
            rest = others;
            first.heading
        });
        let mut sections = Vec::new();
        while !rest.is_empty() {
            sections.extend(node(&mut rest, footer.start));
        }
        Self { own, name, sections, footer }
    }
}

/// Where the note's body begins: behind the properties, else behind a byte order mark.
pub fn body_start(note: &Note) -> usize {
    note.frontmatter.fence.body().max(mark(&note.text))
}

/// The words of the first heading, where it is a top one and names the person that the note is about.
pub fn name_heading<'n>(vault: &Vault, note: &'n Note) -> Option<&'n str> {
    let first = note.body().sections.first().filter(|first| first.level == 1)?;
    let names = vault.facts(&note.path).and_then(|facts| facts.person.as_ref()).map(|person| person.names.as_slice());
    let is_name =
        is_one_line(note, first) && names.unwrap_or_default().iter().any(|name| fold(name) == fold(&first.title));
    is_name.then_some(first.title.as_str())
}

/// Whether a heading has one line of words, underlined or not.
fn is_one_line(note: &Note, section: &Section) -> bool {
    note.slice(section.heading).lines().count() <= 2
}

/// The first of `rest` with all that are inside it, taken off.
fn node<'n>(rest: &mut &'n [Section], end: usize) -> Option<Node<'n>> {
    let (first, others) = rest.split_first()?;
    *rest = others;
    let mut inner = Vec::new();
    while rest.first().is_some_and(|next| next.level > first.level) {
        inner.extend(node(rest, end));
    }
    Some(Node { section: first, own: clamped(first.content, end), inner })
}

fn clamped(span: Span, end: usize) -> Span {
    Span::new(span.start.min(end), span.end.min(end))
}

/// At most so many lines of words stand below the line of a footer.
const FOOTER_LINES: usize = 3;

fn footer(note: &Note) -> Span {
    let end = note.text.len();
    let last = note.body().sections.last().map_or(body_start(note), |last| last.content.start);
    let all: Vec<Span> = lines(&note.text, Span::new(last, end)).collect();
    let is_rule = |line: &&Span| note.slice(**line).trim_end() == "---" && !note.body().is_opaque_at(line.start);
    let is_dated = |line: &&Span| note.slice(**line).starts_with("*Last updated:");
    let start = all.iter().rfind(is_rule).or_else(|| all.iter().rfind(is_dated)).map_or(end, |line| line.start);
    let words = all.iter().filter(|line| line.start > start && !note.slice(**line).trim().is_empty());
    if words.count() > FOOTER_LINES { Span::at(end) } else { Span::new(start, end) }
}
